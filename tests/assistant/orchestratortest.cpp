#include "tests/assistant/turns.h"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

class FailingEngine final : public Engine {
public:
    explicit FailingEngine(bool throws) : m_throws(throws) { }
    std::string name() const override { return "failing"; }
    std::string model() const override { return "none"; }
    Result<EngineAnswer> answer(const EngineInput &) const override
    {
        if (m_throws)
            throw std::runtime_error {"out of memory at 0xdeadbeef"};
        return Error::of(Error::Kind::Unavailable, "the key was refused");
    }

private:
    bool m_throws;
};

std::size_t usedPassages(const TurnPlan &plan)
{
    return static_cast<std::size_t>(std::count_if(plan.decision.passages.begin(), plan.decision.passages.end(), [](const PassageUse &p) { return p.used; }));
}

} // namespace

TEST(Orchestrator, SeveralMessagesInARowAreOneTurn)
{
    auto t = talk();
    const auto plan = t.say({"Hi there", "Do you have parking?", "and is the wifi free"});
    EXPECT_EQ(plan.decision.seenPosition, 3);
    EXPECT_EQ(usedPassages(plan), 2u);
    EXPECT_TRUE(planTurn(t.input, t.engine(), RuleBook::builtin()).nothing); // all three are answered
}

// Nothing can be sent back through a form: "here" would be a promise that nobody can keep.
TEST(Orchestrator, WhoWroteThroughAFormIsAnsweredByWhatTheyLeft)
{
    int told = 0;
    for (const auto *text : {"Do you have a helipad?", "Is there a bowling alley?", "Do you have a planetarium?", "Do you rent submarines?", "Is there a chapel?", "Do you have a zoo?"}) {
        auto form = talk(ChannelKind::WebForm);
        const auto plan = form.say(text);
        ASSERT_TRUE(plan.handOver) << text;
        EXPECT_FALSE(holds(plan.reply, "you here") || holds(plan.reply, "it here") || holds(plan.reply, "{")) << plan.reply;
        told += holds(plan.reply, "by the phone number or e-mail address you left") ? 1 : 0;
        auto window = talk();
        EXPECT_FALSE(holds(window.say(text).reply, "you left"));
    }
    EXPECT_GT(told, 0);
}

// What stands behind the twelfth sentence, or the 6,000th byte, is not read; a person gets it.
TEST(Orchestrator, WhatIsNotReadAnyMoreGoesToAPerson)
{
    std::string asked;
    for (int i = 0; i < 12; ++i)
        asked += "Is there parking? ";
    const auto isNoted = [](const TurnPlan &plan) { return std::any_of(plan.decision.rules.begin(), plan.decision.rules.end(), [](const RuleTrace &r) { return r.rule == "unread"; }); };
    auto t = talk();
    const auto plan = t.say(asked + "Is the pool heated? My son is allergic to nuts, is the kitchen safe?");
    EXPECT_GE(usedPassages(plan), 1u) << plan.reply;
    ASSERT_TRUE(plan.handOver.has_value()) << plan.reply;
    EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence);
    EXPECT_TRUE(holds(plan.handOver->detail, "Is the pool heated")) << plan.handOver->detail;
    EXPECT_TRUE(holds(plan.reply, "18 spaces") && holds(plan.reply, "Is the pool heated")) << plan.reply;
    EXPECT_TRUE(isNoted(plan));

    auto rows = talk();
    const auto last = rows.say({"Hello", asked, "My son is allergic to nuts"});
    ASSERT_TRUE(last.handOver.has_value()) << last.reply;
    EXPECT_TRUE(holds(last.handOver->detail, "allergic to nuts")) << last.handOver->detail;

    std::string run = "Is there parking? I ask since";
    for (int i = 0; i < 70; ++i)
        run += " my car is rather long";
    auto words = talk();
    const auto book = words.say(run + " is the pool heated?");
    ASSERT_TRUE(book.handOver.has_value()) << book.reply;
    EXPECT_TRUE(isNoted(book)) << "whatever else it is handed over for";
    auto bytes = talk();
    const auto far = bytes.say("Is there parking? " + std::string(6'000, '.') + " Is the pool heated?");
    ASSERT_TRUE(far.handOver.has_value()) << far.reply;
    EXPECT_TRUE(holds(far.handOver->detail, "Is the pool heated")) << far.handOver->detail;
}

TEST(Orchestrator, ThanksBehindTheTwelfthSentenceNeedNobody)
{
    auto t = talk();
    const auto plan = t.say("Is there parking? Is there parking? Is there parking? Is there parking? Is there parking? Is there parking? Is there parking? "
                            "Is there parking? Is there parking? Is there parking? Is there parking? Is there parking? Thank you! Bye!");
    EXPECT_FALSE(plan.handOver.has_value()) << plan.reply;
    EXPECT_GE(usedPassages(plan), 1u);
}

TEST(Orchestrator, WhoWritesInAnEmergencyIsKnownAndHot)
{
    auto t = talk(ChannelKind::Sms);
    const auto plan = t.say(std::vector<std::string> {"Hi, this is Marcus Oyelaran, phone +1 305 555 0123.", "There is smoke coming out of the kitchen!"});
    ASSERT_TRUE(plan.handOver.has_value());
    EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency);
    EXPECT_EQ(plan.lead.name, "Marcus Oyelaran");
    EXPECT_TRUE(plan.leadChanged);
    EXPECT_EQ(plan.lead.temperature, Temperature::Hot) << plan.lead.score.value_or(-1);
}

// The score is the lead's, not that of the conversation since it was last resolved.
TEST(Orchestrator, WhatWasResolvedStillCountsForTheScore)
{
    auto t = talk(ChannelKind::Sms);
    const auto wish = t.say("I want to book a room for Friday, my budget is $900, we are ready to go ahead");
    const auto score = wish.lead.score.value_or(0);
    ASSERT_EQ(wish.lead.temperature, Temperature::Warm) << score;
    const auto first = t.input.history.front().id;
    t.input.history.clear(); // resolved
    t.input.decisions.clear();
    t.input.conversation.owner.kind = OwnerKind::Assistant;
    t.input.conversation.status = ConversationStatus::Active;
    const auto thanks = t.say("Thanks a lot, we come on Friday");
    EXPECT_EQ(thanks.lead.score, score);
    EXPECT_EQ(thanks.lead.temperature, Temperature::Warm);
    const auto &factors = thanks.lead.scoreFactors;
    EXPECT_EQ(std::count_if(factors.begin(), factors.end(), [](const ScoreFactor &f) { return f.label == "names_a_date"; }), 1);
    for (const auto &factor : factors)
        EXPECT_TRUE(factor.message.empty() || factor.message == first) << factor.label;
}

TEST(Orchestrator, ALongGreetingGivesWayWhereTheChannelIsNarrow)
{
    auto business = businessNamed(hotel);
    business.settings.greeting["en"] = "Casa Marisol, your assistant: " + std::string(1580, 'x');
    Simulator t {business, ChannelKind::Sms, fridayMorning()};
    const auto plan = t.say("Do you have parking?");
    EXPECT_EQ(usedPassages(plan), 1u);
    EXPECT_FALSE(plan.handOver.has_value());
    EXPECT_TRUE(holds(plan.reply, "Casa Marisol")) << plan.reply;
    EXPECT_FALSE(holds(plan.reply, "xxx")) << plan.reply;
}

TEST(Orchestrator, AFailingEngineEndsInAFriendlySentenceAndAPerson)
{
    for (const bool throws : {false, true}) {
        auto t = talk();
        const FailingEngine engine {throws};
        const auto plan = t.sayWith(engine, "Do you have parking?");
        ASSERT_TRUE(plan.handOver.has_value());
        EXPECT_EQ(plan.handOver->reason, EscalationReason::AiFailure);
        EXPECT_EQ(plan.handOver->priority, 2);
        EXPECT_TRUE(holds(plan.reply, "technical problem")) << plan.reply;
        EXPECT_FALSE(holds(plan.reply, "deadbeef")) << plan.reply;
        EXPECT_FALSE(plan.decision.failure.empty());
    }
}

TEST(Orchestrator, TheTriggersDoNotNeedAnEngine)
{
    auto t = talk();
    const auto plan = t.sayWith(FailingEngine {true}, "There is a fire in the laundry room");
    EXPECT_EQ(plan.decision.urgency, Urgency::Emergency);
    EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency);
    EXPECT_EQ(plan.handOver->priority, 1);
    EXPECT_TRUE(plan.decision.failure.empty());
}

TEST(Orchestrator, SaysThatItIsAnAssistant)
{
    for (const auto *text : {"Are you a real person?", "¿Eres un robot?", "Sind Sie ein Mensch oder ein Bot?", "هل انت روبوت؟"}) {
        auto t = talk();
        const auto plan = t.say(text);
        EXPECT_EQ(plan.decision.intent, "identity") << text;
        EXPECT_FALSE(plan.handOver.has_value()) << text;
    }
    auto t = talk();
    EXPECT_TRUE(holds(t.say("Are you a real person?").reply, "automated assistant"));
}

TEST(Orchestrator, TheFirstAnswerIntroducesItselfAndSaysHowToEnd)
{
    auto sms = talk(ChannelKind::Sms);
    const auto first = sms.say("Do you have parking?").reply;
    EXPECT_TRUE(holds(first, "assistant")) << first;
    EXPECT_TRUE(holds(first, "Casa Marisol")) << first;
    EXPECT_TRUE(holds(first, "STOP")) << first;
    EXPECT_FALSE(holds(sms.say("And is the wifi free?").reply, "STOP"));
    auto chat = talk();
    EXPECT_FALSE(holds(chat.say("Do you have parking?").reply, "STOP")); // a window on a website is closed, not stopped
}

TEST(Orchestrator, AShortTextOfNoSureLanguageIsAnsweredInTheTalks)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    const auto marina = std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == "saltgrass-marina"; });
    Simulator first {*marina, ChannelKind::LiveChat, fridayMorning()};
    EXPECT_TRUE(holds(first.say("Length 46 ft, beam 4.2 m, draft 2.1 m").reply, "I’m the assistant"));
    Simulator alarm {*marina, ChannelKind::LiveChat, fridayMorning()};
    EXPECT_TRUE(holds(alarm.say("Man overboard!").reply, "This sounds like an emergency"));
    Simulator german {*marina, ChannelKind::LiveChat, fridayMorning()};
    german.say("Ich brauche einen Liegeplatz für zwei Nächte");
    EXPECT_TRUE(holds(german.say("46 ft, 4.2 m, 2.1 m").reply, "Wie heißen Sie")); // of the talk, not of the business
}

TEST(Orchestrator, AGreetingThatHidesTheAssistantIsNotEnough)
{
    auto business = businessNamed(hotel);
    business.settings.greeting["en"] = "Hi, Maria from the desk here!";
    Simulator t {business, ChannelKind::LiveChat, fridayMorning()};
    const auto reply = t.say("Do you have parking?").reply;
    EXPECT_TRUE(holds(reply, "automated assistant")) << reply;
    EXPECT_TRUE(holds(reply, "Maria from the desk")) << reply;
}

TEST(Orchestrator, AskedTheSameTwiceAPersonTakesOver)
{
    auto t = talk();
    EXPECT_FALSE(t.say("How far is the beach from the hotel?").handOver.has_value());
    const auto plan = t.say("how far is the BEACH from the hotel??");
    ASSERT_TRUE(plan.handOver.has_value());
    EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence);
}

TEST(Orchestrator, APictureAloneGoesToAPerson)
{
    auto t = talk();
    t.write(MessageRole::Lead, "");
    t.input.history.back().attachments.push_back({});
    const auto plan = planTurn(t.input, t.engine(), RuleBook::builtin());
    ASSERT_TRUE(plan.handOver.has_value());
    EXPECT_TRUE(holds(plan.reply, "automated assistant")) << plan.reply;
}

// A voice message and a question, a picture and "thanks": the words are answered, and somebody looks at what was sent.
TEST(Orchestrator, WhatIsSentBesideWordsGoesToAPersonToo)
{
    const auto send = [](Simulator &t, const std::string &text, const std::string &kind) {
        t.write(MessageRole::Lead, text);
        Attachment file;
        file.name = kind;
        t.input.history.back().attachments.push_back(std::move(file));
    };
    const auto plan = [&](const std::string &caption, const std::string &kind, const std::string &then) {
        auto t = talk();
        send(t, caption, kind);
        return then.empty() ? planTurn(t.input, t.engine(), RuleBook::builtin()) : t.say(then);
    };
    const auto voice = plan("", "audio", "Do you have parking?");
    ASSERT_TRUE(voice.handOver.has_value()) << voice.reply;
    EXPECT_EQ(voice.handOver->reason, EscalationReason::NotInKnowledge);
    EXPECT_EQ(voice.decision.action, DecisionAction::HandedOver);
    EXPECT_EQ(usedPassages(voice), 1u);
    EXPECT_TRUE(holds(voice.reply, "hat you sent")) << voice.reply;
    for (const auto &[caption, then] : {std::pair {"", "Thanks!"}, std::pair {"Here you go, thank you!", ""}, std::pair {"ok", ""}}) {
        const auto thanked = plan(caption, "image", then);
        EXPECT_TRUE(thanked.handOver.has_value()) << caption << then << ": " << thanked.reply;
    }
    EXPECT_FALSE(plan("", "sticker", "Do you have parking?").handOver.has_value());
    EXPECT_FALSE(plan("Do you have parking?", "image", "").handOver.has_value()) << "the words say what is wanted";
    EXPECT_FALSE(plan("Yes", "choice", "Do you have parking?").handOver.has_value());
}

TEST(Orchestrator, WhatIsSentBeforeThanksWhileTheAssistantIsOffIsNotPassedOver)
{
    auto t = talk();
    t.input.client.assistantOn = false;
    t.write(MessageRole::Lead, "");
    t.input.history.back().attachments.push_back({});
    EXPECT_TRUE(t.say("Thanks!").handOver.has_value());
}

TEST(Orchestrator, RepeatsWhatSaysMost)
{
    auto t = talk();
    const auto plan = t.say("Hi, this is Marcus Oyelaran. The tap in room 12 keeps dripping all night long.");
    EXPECT_EQ(plan.reply.find("this is Marcus"), std::string::npos) << plan.reply;
}

TEST(Orchestrator, AfterAHandOverItIsAPersonsTurn)
{
    auto t = talk();
    EXPECT_TRUE(t.say("I want to speak to a human").handOver.has_value());
    EXPECT_TRUE(t.say("Do you have parking?").nothing);
}

TEST(Orchestrator, ClaimsNothingThatNoRecordSupports)
{
    for (const auto *text : {"Do you have a helipad?", "Is there a casino in the house?", "Please book me the royal suite for tonight", "Is my reservation confirmed?"}) {
        auto t = talk();
        const auto plan = t.say(text);
        EXPECT_EQ(usedPassages(plan), 0u) << text << ": " << plan.reply;
        for (const auto *claim : {"Yes", "is booked", "is confirmed", "have booked", "we have a"})
            EXPECT_FALSE(holds(plan.reply, claim)) << text << ": " << plan.reply;
    }
}
