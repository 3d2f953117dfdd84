#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

/// The hotel of the sample with rules of its own, on a Friday at ten in the morning there.
Simulator talkWith(std::vector<ClientRule> rules)
{
    Simulator talk {businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json").front(), ChannelKind::Sms, fromRfc3339("2026-11-20T15:02:11Z").value()};
    talk.input.rules = std::move(rules);
    return talk;
}

ClientRule ruleWhen(const char *id, const std::function<void(RuleConditions &)> &ask)
{
    ClientRule rule;
    rule.id = RuleId {id};
    rule.name = "Weddings";
    rule.version = 3;
    ask(rule.when);
    return rule;
}

ClientRule aboutWords(const char *words)
{
    return ruleWhen("r", [&](RuleConditions &w) { w.words = {words}; });
}

/// A person gives the conversation back at once.
void handBack(Simulator &talk, const TurnPlan &plan)
{
    if (plan.firing)
        talk.input.firings.push_back(*plan.firing);
    talk.input.now += std::chrono::seconds {10};
    talk.input.handedBackAt = talk.input.now;
    talk.input.conversation.owner.kind = OwnerKind::Assistant;
    talk.input.conversation.status = ConversationStatus::Active;
    talk.input.now += std::chrono::seconds {1};
}

const RuleTrace *traceOf(const TurnPlan &plan)
{
    const auto &rules = plan.decision.rules;
    const auto found = std::find_if(rules.begin(), rules.end(), [](const RuleTrace &r) { return r.rule == "client.rule"; });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace

TEST(RuleTurn, ARuleHandsOverBeforeTheEngineAnswers)
{
    auto rule = aboutWords("parking");
    rule.handOver = {EscalationReason::Rule, 1};
    auto talk = talkWith({rule});
    const auto plan = talk.say("Do you have parking for our wedding?");
    ASSERT_TRUE(plan.handOver);
    EXPECT_EQ(plan.handOver->reason, EscalationReason::Rule);
    EXPECT_EQ(plan.handOver->priority, 1);
    EXPECT_EQ(plan.handOver->rule, (RuleMark {RuleId {"r"}, "Weddings", 3}));
    EXPECT_EQ(plan.handOver->detail, "Weddings, version 3");
    EXPECT_EQ(plan.handOver->brief.why, "Weddings, version 3");
    EXPECT_EQ(plan.decision.action, DecisionAction::HandedOver);
    EXPECT_EQ(plan.decision.reason, "rule");
    ASSERT_TRUE(traceOf(plan));
    EXPECT_TRUE(traceOf(plan)->fired);
    EXPECT_EQ(traceOf(plan)->words, "Weddings, version 3: parking");
    EXPECT_FALSE(plan.reply.empty());
    ASSERT_TRUE(plan.firing);
    EXPECT_EQ(plan.firing->rule, RuleId {"r"});
    EXPECT_EQ(plan.firing->ruleVersion, 3);
    EXPECT_EQ(plan.firing->occasion, "message 1");
    auto other = talkWith({rule});
    const auto answered = other.say("When is breakfast?");
    EXPECT_FALSE(answered.handOver);
    EXPECT_FALSE(answered.firing);
}

TEST(RuleTurn, ComesBeforeEveryOtherReason)
{
    auto rule = aboutWords("manager");
    rule.handOver = {EscalationReason::SlaBreach, 3};
    for (const auto *text : {"I want to speak to the manager", "The manager was rude, this is unacceptable, I want to complain", "My lawyer will call your manager"}) {
        auto with = talkWith({rule}), without = talkWith({});
        const auto plan = with.say(text);
        ASSERT_TRUE(plan.handOver) << text;
        EXPECT_EQ(plan.handOver->reason, EscalationReason::SlaBreach) << text;
        const auto usual = without.say(text);
        ASSERT_TRUE(usual.handOver) << text;
        EXPECT_NE(usual.handOver->reason, EscalationReason::SlaBreach) << text;
    }
}

TEST(RuleTurn, EmergenciesAndOptOutsComeFirst)
{
    auto burning = talkWith({aboutWords("kitchen")});
    const auto fire = burning.say("There is smoke coming out of the kitchen!");
    ASSERT_TRUE(fire.handOver);
    EXPECT_EQ(fire.handOver->reason, EscalationReason::Emergency);
    EXPECT_FALSE(fire.handOver->rule);
    EXPECT_FALSE(fire.firing);
    auto stopped = talkWith({aboutWords("stop")});
    const auto stop = stopped.say("STOP");
    EXPECT_EQ(stop.decision.action, DecisionAction::OptedOut);
    EXPECT_FALSE(stop.firing);
    const auto after = stopped.say("stop the music please");
    EXPECT_FALSE(after.firing) << "nobody may answer there";
}

TEST(RuleTurn, WhatWasHandedBackDoesNotFireAgain)
{
    auto talk = talkWith({aboutWords("parking")});
    handBack(talk, talk.say("Do you have parking?"));
    const auto back = planTurn(talk.input, talk.engine(), RuleBook::builtin());
    EXPECT_FALSE(back.firing);
    ASSERT_FALSE(back.nothing) << "the same words wait again";
    talk.apply(back);
    talk.input.conversation.owner.kind = OwnerKind::Assistant;
    talk.input.conversation.status = ConversationStatus::Active;
    const auto again = talk.say("and parking for a bus?");
    ASSERT_TRUE(again.firing) << "new words do";
    EXPECT_NE(again.firing->occasion, "message 1");
}

TEST(RuleTurn, NoneFiresWhereAnEscalationIsOpen)
{
    auto talk = talkWith({aboutWords("parking")});
    talk.input.conversation.escalation = EscalationMark {EscalationId {"e"}, EscalationReason::Complaint, EscalationStatus::Pending, 2, {}};
    EXPECT_FALSE(talk.say("Do you have parking?").firing);
}

TEST(RuleTurn, TheScoreCountsWhatWasJustWritten)
{
    const auto above = [](int points) { return ruleWhen("s", [&](RuleConditions &w) { w.scoreAbove = points; }); };
    const std::string text = "I would like to book a room for Friday, how much is it?";
    auto plain = talkWith({});
    const auto score = plain.say(text).lead.score.value_or(0);
    ASSERT_GT(score, 0);
    auto enough = talkWith({above(score - 1)});
    const auto plan = enough.say(text);
    ASSERT_TRUE(plan.firing);
    EXPECT_EQ(plan.firing->occasion, "conversation");
    auto tooHigh = talkWith({above(score)});
    EXPECT_FALSE(tooHigh.say(text).firing);
}

TEST(RuleTurn, AFallingMoodIsReadOverTheTurns)
{
    const auto rule = ruleWhen("m", [](RuleConditions &w) { w.sentimentFalling = true; });
    auto talk = talkWith({rule});
    EXPECT_FALSE(talk.say("Do you have parking?").firing);
    const auto plan = talk.say("I am worried. When is breakfast?");
    EXPECT_EQ(plan.decision.mood, "worried");
    EXPECT_TRUE(plan.firing);
}

TEST(RuleTurn, ACardNumberIsStillNotForHere)
{
    auto talk = talkWith({aboutWords("my card")});
    const auto plan = talk.say("Here is my card 4111 1111 1111 1111");
    ASSERT_TRUE(plan.firing);
    EXPECT_NE(plan.reply.find("card details"), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.handOver->brief.wants.find("4111 1111"), std::string::npos) << plan.handOver->brief.wants;
}

TEST(RuleTurn, WhereTheAssistantIsOffItFiresWithoutAWord)
{
    auto talk = talkWith({aboutWords("parking")});
    talk.input.client.assistantOn = false;
    const auto plan = talk.say("Do you have parking?");
    ASSERT_TRUE(plan.firing);
    EXPECT_TRUE(plan.handOver);
    EXPECT_TRUE(plan.reply.empty());
    auto other = talkWith({aboutWords("parking")});
    other.input.client.assistantOn = false;
    const auto released = other.say("When is breakfast?");
    EXPECT_FALSE(released.firing);
    ASSERT_TRUE(released.handOver) << "who writes to an assistant that is off waits for people, who are told";
    EXPECT_FALSE(released.handOver->rule);
    EXPECT_EQ(released.decision.reason, "assistant_off");
}

TEST(RuleTurn, BlanksAreNoMessageToFireBy)
{
    auto talk = talkWith({ruleWhen("c", [](RuleConditions &w) { w.channels = {ChannelKind::Sms}; })});
    EXPECT_FALSE(talk.say("  ").firing);
    EXPECT_TRUE(talk.say("Hello").firing) << "the channel alone: with each message";
}
