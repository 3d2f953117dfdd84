#include "tests/assistant/turns.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

constexpr auto unforeseen = "kindly take us off whatever list you got us from"; // no table hears it, the model does

bool tells(const TurnPlan &plan, std::string_view rule)
{
    const auto &rules = plan.decision.rules;
    return std::any_of(rules.begin(), rules.end(), [&](const RuleTrace &r) { return r.fired && r.rule == rule; });
}

} // namespace

TEST(ConsentTurn, TheTraceNamesTheMessageThatHadTheKeyword)
{
    auto t = talk(ChannelKind::Sms);
    t.say("STOP");
    const auto plan = t.say(std::vector<std::string> {"START", "I am back"});
    const auto &rules = plan.decision.rules;
    const auto named = std::find_if(rules.begin(), rules.end(), [](const RuleTrace &r) { return r.rule == "consent.opt_in.start"; });
    ASSERT_NE(named, rules.end());
    EXPECT_EQ(named->words, "START");
    EXPECT_NE(plan.reply.find("messages again"), std::string::npos) << plan.reply;
}

// The word is the carriers', who want it answered so; called out it may be meant, and a person looks.
TEST(ConsentTurn, ACryForHelpIsMoreThanAskingWhoWrites)
{
    for (const auto *text : {"Help!", "HELP!!!", "¡Ayuda!", "Hilfe!"}) {
        auto called = talk(ChannelKind::Sms);
        const auto plan = called.say(text);
        EXPECT_TRUE(holds(plan.reply, "911") && holds(plan.reply, "STOP")) << text << ": " << plan.reply;
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence);
    }
    for (const auto *text : {"HELP", "info!", "Hilfe"}) {
        auto asked = talk(ChannelKind::Sms);
        const auto plan = asked.say(text);
        EXPECT_FALSE(plan.handOver.has_value()) << text << ": " << plan.reply;
        EXPECT_FALSE(holds(plan.reply, "911")) << text << ": " << plan.reply;
    }
}

TEST(ConsentTurn, WhoComesBackIsToldSoAndAnswered)
{
    auto burning = talk(ChannelKind::Sms);
    burning.say("STOP");
    const auto fire = burning.say(std::vector<std::string> {"START", "there is a fire in my room"});
    ASSERT_TRUE(fire.handOver.has_value()) << fire.reply;
    EXPECT_EQ(fire.handOver->reason, EscalationReason::Emergency);
    EXPECT_TRUE(holds(fire.reply, "messages again")) << fire.reply;
    EXPECT_TRUE(holds(fire.reply, "911")) << fire.reply;
    EXPECT_FALSE(fire.compliance) << "the emergency text is an answer";

    auto lost = talk(ChannelKind::Sms);
    lost.say("STOP");
    const auto help = lost.say(std::vector<std::string> {"START", "HELP"});
    EXPECT_TRUE(holds(help.reply, "messages again")) << help.reply;
    EXPECT_TRUE(holds(help.reply, "automated assistant")) << help.reply;
    EXPECT_TRUE(help.compliance);

    for (const auto *text : {"please text me again. When is breakfast?", "Please text me again, when is breakfast?", "When is breakfast? And please text me again"}) {
        auto hungry = talk(ChannelKind::Sms);
        hungry.say("STOP");
        const auto plan = hungry.say(text);
        EXPECT_TRUE(holds(plan.reply, "messages again")) << text << ": " << plan.reply;
        EXPECT_TRUE(holds(plan.reply, "07:00 to 10:30")) << text << ": " << plan.reply;
    }
    auto one = talk(ChannelKind::Sms);
    one.say("STOP");
    const auto both = one.say("please text me again, there is a fire in my room");
    ASSERT_TRUE(both.handOver.has_value()) << both.reply;
    EXPECT_EQ(both.handOver->reason, EscalationReason::Emergency);
    EXPECT_TRUE(holds(both.reply, "messages again") && holds(both.reply, "911")) << both.reply;
}

TEST(ConsentTurn, WhoComesBackAndAsksNothingIsOnlyToldSo)
{
    for (const auto *text : {"START", "please text me again, thanks", "Hi! I changed my mind, sign me up again", "yes"}) {
        auto t = talk(ChannelKind::Sms);
        t.say("STOP");
        const auto plan = t.say(text);
        EXPECT_TRUE(plan.compliance) << text << ": " << plan.reply;
        EXPECT_FALSE(plan.handOver.has_value()) << text << ": " << plan.reply;
        EXPECT_EQ(plan.decision.action, DecisionAction::OptedIn) << text;
    }
}

TEST(ConsentTurn, TheEndOfMessagesIsConfirmedInTheLanguageOfTheTalk)
{
    struct Case {
        const char *before;
        const char *stop;
        const char *words;
    };
    for (const auto &[before, stop, words] : {Case {"", "deja de escribirme", "START para volver"}, Case {"", "S T O P", "Reply START"}, Case {"", "Ok stop", "Reply START"},
             Case {"¿Tienen aparcamiento?", "S T O P", "START para volver"}, Case {"¿Tienen aparcamiento?", "ok stop", "START para volver"},
             Case {"Gibt es einen Parkplatz?", "S-T-O-P", "Antworten Sie START"}, Case {"Do you have parking?", "S T O P", "Reply START"},
             Case {"", "Lass mich in Ruhe", "Antworten Sie START"}, Case {"", "pare de me mandar mensagens", "START para"}}) {
        auto t = talk(ChannelKind::Sms);
        if (*before)
            t.say(before);
        const auto reply = t.say(stop).reply;
        EXPECT_TRUE(holds(reply, words)) << before << " " << stop << ": " << reply;
    }
}

TEST(ConsentTurn, WhoPerhapsWantsNoMoreIsAskedOnceAndReadByAPerson)
{
    auto t = talk(ChannelKind::Sms);
    t.say("Do you have parking?");
    const auto plan = t.say(unforeseen);
    EXPECT_EQ(plan.reply.find("If you want no more messages from us here, reply STOP. A colleague will read this."), 0u) << plan.reply;
    EXPECT_FALSE(plan.compliance) << "it must not go out after a STOP";
    ASSERT_TRUE(plan.handOver.has_value());
    EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence);
    EXPECT_TRUE(holds(plan.handOver->brief.why, "Perhaps wants no more messages")) << plan.handOver->brief.why;
    EXPECT_TRUE(tells(plan, "model.opt_out"));
    EXPECT_NE(t.input.consent.state, ConsentState::OptedOut);

    EXPECT_TRUE(t.say("as I said, take us off whatever list you got us from").nothing) << "a person has it";
    const auto stop = t.say("STOP");
    EXPECT_TRUE(stop.compliance);
    EXPECT_EQ(stop.decision.action, DecisionAction::OptedOut);
    EXPECT_EQ(t.input.consent.state, ConsentState::OptedOut);
}

TEST(ConsentTurn, AStopBehindItIsAllThatIsAnswered)
{
    auto t = talk(ChannelKind::Sms);
    const auto plan = t.say(std::vector<std::string> {unforeseen, "STOP"});
    EXPECT_EQ(plan.decision.action, DecisionAction::OptedOut);
    EXPECT_FALSE(holds(plan.reply, "A colleague will read this")) << plan.reply;
}

TEST(ConsentTurn, WhoWasAskedIsNotAskedAgainOfTheSameWords)
{
    auto t = talk(ChannelKind::Sms);
    t.say(unforeseen);
    const auto giveBack = [&] {
        t.input.now += std::chrono::minutes {5};
        t.input.handedBackAt = t.input.now;
        t.input.conversation.owner.kind = OwnerKind::Assistant;
        t.input.conversation.status = ConversationStatus::Active;
    };
    giveBack();
    const auto again = planTurn(t.input, t.engine(), RuleBook::builtin());
    EXPECT_FALSE(holds(again.reply, "A colleague will read this")) << again.reply;
    t.apply(again);
    giveBack();
    EXPECT_TRUE(holds(t.say("would you please take us off whatever list you got us from").reply, "A colleague will read this"));
}

TEST(ConsentTurn, WhatIsWorseThanAMessageTooManyIsAnsweredAsItIs)
{
    auto burning = talk(ChannelKind::Sms);
    const auto fire = burning.say(std::vector<std::string> {unforeseen, "there is a fire in my room"});
    ASSERT_TRUE(fire.handOver.has_value());
    EXPECT_EQ(fire.handOver->reason, EscalationReason::Emergency);
    EXPECT_TRUE(holds(fire.reply, "911")) << fire.reply;
    EXPECT_FALSE(holds(fire.reply, "reply STOP")) << fire.reply;
    EXPECT_TRUE(tells(fire, "model.opt_out"));

    auto suing = talk(ChannelKind::Sms);
    const auto legal = suing.say(std::vector<std::string> {unforeseen, "my lawyer will hear of this"});
    ASSERT_TRUE(legal.handOver.has_value());
    EXPECT_EQ(legal.handOver->reason, EscalationReason::Legal) << "a better reason than that we are not sure";
    EXPECT_TRUE(holds(legal.reply, "reply STOP")) << legal.reply;
}

TEST(ConsentTurn, AYesToTheQuestionEndsTheMessages)
{
    for (const auto *text : {"yes", "Yes please!", "yeah", "i said leave it, no more", "exactly", "yes, that's what I said", "sí", "Sí, por favor", "ja", "ja bitte", "oui", "sì, grazie", "sim", "نعم"}) {
        auto t = talk(ChannelKind::Sms);
        t.say(unforeseen);
        const auto plan = t.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::OptedOut) << text << " → " << plan.reply;
        EXPECT_TRUE(plan.compliance) << text;
        EXPECT_EQ(t.input.consent.state, ConsentState::OptedOut) << text;
        EXPECT_TRUE(tells(plan, "consent.opt_out.answer")) << text;
        t.say("yes");
        EXPECT_EQ(t.input.consent.state, ConsentState::Given) << "the word means the other thing once they are out: " << text;
    }
}

TEST(ConsentTurn, WhatIsNoPlainYesToTheQuestionChangesNothing)
{
    for (const auto *text : {"no", "no, keep writing please", "yes I would like a table for two", "yes but send me the invoice first", "ok", "sí, quiero una habitación", "thanks", "leave it at the desk",
             "no more than two of us", "that's what I want to know: do you have parking?", "ja aber erst nach dem Termin"}) {
        auto t = talk(ChannelKind::Sms);
        t.say(unforeseen);
        t.say(text);
        EXPECT_NE(t.input.consent.state, ConsentState::OptedOut) << text;
    }
    auto unasked = talk(ChannelKind::Sms);
    unasked.say("Do you have parking?");
    unasked.say("yes please");
    EXPECT_NE(unasked.input.consent.state, ConsentState::OptedOut);
    auto staff = talk(ChannelKind::Sms);
    staff.say(unforeseen);
    staff.write(MessageRole::Staff, "Sorry about that. Shall I keep your room for Friday?");
    staff.say("yes");
    EXPECT_NE(staff.input.consent.state, ConsentState::OptedOut) << "somebody else asked since";
    auto burning = talk(ChannelKind::Sms);
    burning.say(std::vector<std::string> {unforeseen, "there is a fire in my room"});
    burning.say("yes");
    EXPECT_NE(burning.input.consent.state, ConsentState::OptedOut) << "it was not asked beside an emergency";
}

TEST(ConsentTurn, TheQuestionIsInTheLanguageOfTheTalk)
{
    auto t = talk(ChannelKind::Sms);
    const auto plan = t.say("tachadme de donde me tengáis apuntado, que ya no vivo ahí");
    EXPECT_TRUE(holds(plan.reply, "responda STOP. Una persona del equipo leerá esto.")) << plan.reply;
}

TEST(ConsentTurn, WhoIsOutAndPerhapsSaysItAgainIsReadByAPerson)
{
    auto t = talk(ChannelKind::Sms);
    t.say("STOP");
    const auto plan = t.say(unforeseen);
    EXPECT_TRUE(plan.reply.empty()) << plan.reply;
    EXPECT_TRUE(plan.handOver.has_value());
}
