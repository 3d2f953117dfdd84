#include "models/core/time.h"
#include "server/services/rule/rulehistory.h"
#include "server/services/zones/serverzones.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const ServerZones zones;
const auto start = fromRfc3339("2026-11-20T15:00:00Z").value(); // Friday, ten in the morning in New York
const auto now = start + 24h * 7;

/// A conversation as it is stored: what was said, thought and changed, minute by minute.
class Story {
public:
    Story()
    {
        history.conversation.channelKind = ChannelKind::Sms;
        history.conversation.language = history.clientLanguage = "en";
        OpeningHours hours;
        hours.zone = "America/New_York";
        for (std::size_t day = 0; day < 5; ++day)
            hours.week[day] = {{540, 1020}};
        history.places = {hours};
    }

    std::int64_t write(MessageRole role, const std::string &text, int minute)
    {
        Message m;
        m.id = MessageId {"m" + std::to_string(++m_position)};
        m.position = m_position;
        m.role = role;
        m.text = text;
        m.at = start + std::chrono::minutes {minute};
        history.messages.push_back(m);
        return m_position;
    }
    /// The assistant has read all that was said.
    Decision &think(DecisionAction action, int minute)
    {
        Decision d;
        d.action = action;
        d.seenPosition = m_position;
        d.at = start + std::chrono::minutes {minute};
        history.decisions.push_back(d);
        return history.decisions.back();
    }
    Story &asks(const std::string &text, int minute, const std::string &mood = {})
    {
        write(MessageRole::Lead, text, minute);
        think(DecisionAction::Answered, minute).mood = mood;
        write(MessageRole::Ai, "Let me see.", minute);
        return *this;
    }
    Transition &change(TransitionField field, std::string_view from, std::string_view to, std::string_view reason, int minute)
    {
        Transition t;
        t.position = ++m_position;
        t.field = field;
        t.from = from;
        t.to = to;
        t.reason = reason;
        t.at = start + std::chrono::minutes {minute};
        history.transitions.push_back(t);
        return history.transitions.back();
    }
    /// A person has it, and the customer waits from then on, until somebody answers.
    Story &waits(const std::string &text, int from, std::optional<int> answered)
    {
        write(MessageRole::Lead, text, from);
        change(TransitionField::Response, "settled", "waiting", "user", from);
        if (answered) {
            change(TransitionField::Response, "waiting", "user", "user", *answered);
            write(MessageRole::Staff, "Here we are.", *answered);
        }
        return *this;
    }
    void called(int from, std::optional<int> until)
    {
        Escalation e;
        e.status = until ? EscalationStatus::Resolved : EscalationStatus::Pending;
        e.createdAt = start + std::chrono::minutes {from};
        if (until)
            e.resolvedAt = start + std::chrono::minutes {*until};
        history.escalations.push_back(e);
    }

    /// In minutes after the start.
    std::vector<std::int64_t> fires(const RuleConditions &when, Timestamp since = start) const
    {
        ClientRule rule;
        rule.id = RuleId {"r"};
        rule.enabled = false; // a draft, or one that is switched off, is tried all the same
        rule.when = when;
        std::vector<std::int64_t> minutes;
        for (const auto at : wouldHaveFired(rule, history, since, now, zones))
            minutes.push_back(std::chrono::duration_cast<std::chrono::minutes>(at - start).count());
        return minutes;
    }

    RuleHistory history;

private:
    std::int64_t m_position = 0;
};

RuleConditions refund()
{
    RuleConditions when;
    when.words = {"refund"};
    return when;
}

RuleConditions unanswered(int minutes)
{
    RuleConditions when;
    when.unansweredMinutes = minutes;
    return when;
}

using Minutes = std::vector<std::int64_t>;

} // namespace

TEST(RuleHistory, AHandOverIsOpenUntilAPersonWrote)
{
    Story story;
    story.asks("Do you have parking?", 0).asks("I want a refund", 5).asks("the refund?", 10);
    EXPECT_EQ(story.fires(refund()), (Minutes {5}));
    story.write(MessageRole::Staff, "It is on its way.", 12);
    story.asks("no refund yet", 20);
    EXPECT_EQ(story.fires(refund()), (Minutes {5, 20}));
    story.change(TransitionField::Status, "active", "ended", "resolved", 30);
    story.asks("refund, please", 40);
    EXPECT_EQ(story.fires(refund()), (Minutes {5, 20, 40}));
    EXPECT_EQ(story.fires(refund(), start + 15min), (Minutes {20, 40})) << "since then only";
}

TEST(RuleHistory, WhatProtectsPeopleComesFirst)
{
    Story story;
    story.write(MessageRole::Lead, "STOP the refund", 0);
    story.think(DecisionAction::OptedOut, 0);
    story.write(MessageRole::Lead, "fire! and a refund", 5);
    story.think(DecisionAction::HandedOver, 5).urgency = Urgency::Emergency;
    story.write(MessageRole::Lead, "refund", 10);
    story.think(DecisionAction::Silent, 10).reason = "opted_out";
    EXPECT_EQ(story.fires(refund()), Minutes {});
}

TEST(RuleHistory, NothingFiresWhereSomebodyWasCalledAlready)
{
    Story story;
    story.called(3, 8);
    story.asks("a refund", 5);
    EXPECT_EQ(story.fires(refund()), Minutes {});
    story.asks("a refund", 9);
    EXPECT_EQ(story.fires(refund()), (Minutes {9}));
}

TEST(RuleHistory, SeveralMessagesAreOneTurnAndTurnsWithoutWordsAreNone)
{
    Story story;
    story.write(MessageRole::Lead, "a refund", 0);
    story.write(MessageRole::Lead, "the refund!", 0);
    story.think(DecisionAction::HandedOver, 1);
    story.think(DecisionAction::HandedOver, 11);
    EXPECT_EQ(story.fires(refund()), (Minutes {1}));
}

TEST(RuleHistory, TheScoreIsToldByTheFactorsOfTheTime)
{
    Story story;
    story.asks("Hello", 0).asks("A room for Friday", 5).asks("We are eight", 10);
    story.history.lead.scoreFactors = {{"asks_to_book", 40, MessageId {"m3"}}, {"names_party", 35, MessageId {"m5"}}};
    RuleConditions when;
    when.scoreAbove = 39;
    EXPECT_EQ(story.fires(when), (Minutes {5})) << "once, at the second message";
    when.scoreAbove = 70;
    EXPECT_EQ(story.fires(when), (Minutes {10}));
    when.scoreAbove = 75;
    EXPECT_EQ(story.fires(when), Minutes {});
}

TEST(RuleHistory, MoodsAndQuestionsAreOfWhatWasNotSettledYet)
{
    RuleConditions falling, again;
    falling.sentimentFalling = true;
    again.repeatedQuestion = true;
    Story story;
    story.asks("Do you have parking?", 0).asks("This is bad", 5, "upset").asks("Do you have parking?", 10);
    EXPECT_EQ(story.fires(falling), (Minutes {5}));
    EXPECT_EQ(story.fires(again), (Minutes {10}));
    Story settled;
    settled.asks("Do you have parking?", 0);
    settled.change(TransitionField::Status, "active", "ended", "resolved", 2);
    settled.asks("This is bad", 5, "upset").asks("Do you have parking?", 10);
    EXPECT_EQ(settled.fires(falling), Minutes {}) << "upset from the beginning";
    EXPECT_EQ(settled.fires(again), Minutes {});
}

TEST(RuleHistory, AWaitFiresOnceWhenItIsLongEnough)
{
    Story story;
    story.waits("Hello?", 0, 9).waits("And now?", 20, 45).waits("Still there?", 60, std::nullopt);
    EXPECT_EQ(story.fires(unanswered(10)), (Minutes {30, 70}));
    EXPECT_EQ(story.fires(unanswered(26)), (Minutes {86}));
    auto worded = unanswered(10);
    worded.words = {"still"};
    EXPECT_EQ(story.fires(worded), (Minutes {70}));
}

TEST(RuleHistory, AWaitIsPutOffBySnoozesCallsAndTheAssistant)
{
    Story called;
    called.called(5, 40);
    called.waits("Hello?", 0, 60);
    EXPECT_EQ(called.fires(unanswered(10)), (Minutes {40}));
    Story open;
    open.called(5, std::nullopt);
    open.waits("Hello?", 0, 60);
    EXPECT_EQ(open.fires(unanswered(10)), Minutes {});
    Story snoozed;
    snoozed.write(MessageRole::Lead, "Hello?", 0);
    snoozed.change(TransitionField::Response, "settled", "waiting", "user", 0);
    snoozed.change(TransitionField::Status, "active", "snoozed", "snoozed", 2).detail = toRfc3339(start + 30min);
    snoozed.change(TransitionField::Status, "snoozed", "waiting_human", "woken", 30);
    EXPECT_EQ(snoozed.fires(unanswered(10)), (Minutes {30}));
    Story assistants;
    assistants.write(MessageRole::Lead, "Hello?", 0);
    assistants.change(TransitionField::Response, "settled", "waiting", "assistant", 0);
    EXPECT_EQ(assistants.fires(unanswered(10)), Minutes {});
    assistants.change(TransitionField::Owner, "assistant", "nobody", "assistant_off", 25);
    EXPECT_EQ(assistants.fires(unanswered(10)), (Minutes {25})) << "as soon as people have it";
}

TEST(RuleHistory, AWaitIsLookedAtAgainWhenTheHoursChange)
{
    auto when = unanswered(10);
    when.times = {RuleTime::AfterHours};
    Story story;
    story.waits("Hello?", 0, std::nullopt);
    EXPECT_EQ(story.fires(when), (Minutes {7 * 60})) << "at five in the afternoon";
    Story answered;
    answered.waits("Hello?", 0, 60);
    EXPECT_EQ(answered.fires(when), Minutes {});
}

TEST(RuleHistory, WaitsBeforeTheCustomerCameBackCountToo)
{
    Story story;
    story.waits("Hello?", 0, std::nullopt);
    story.change(TransitionField::Response, "waiting", "settled", "user", 30);
    story.change(TransitionField::Status, "active", "ended", "resolved", 30);
    story.change(TransitionField::Status, "ended", "active", "came_back", 100).actor.kind = ActorKind::Lead;
    story.waits("Hello again", 100, std::nullopt);
    EXPECT_EQ(story.fires(unanswered(10)), (Minutes {10, 110}));
}
