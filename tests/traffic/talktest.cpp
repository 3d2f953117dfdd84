#include "tools/traffic/crowd.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::traffic;

namespace {

Business marina()
{
    const auto door = [](ChannelKind kind) {
        Door d;
        d.kind = kind;
        d.number = "+13055550110";
        d.phoneNumberId = "1065";
        return d;
    };
    return {"marina", "id", {door(ChannelKind::WhatsApp), door(ChannelKind::Sms), door(ChannelKind::WebForm), door(ChannelKind::LiveChat), door(ChannelKind::MissedCall)}};
}

Dialogue dialogue(std::string id, std::vector<std::string> turns)
{
    Dialogue d;
    d.id = std::move(id);
    d.phone = "+13055550123";
    d.turns = std::move(turns);
    return d;
}

int silenceOf(const Talk &talk, Silence why) { return talk.silences()[static_cast<std::size_t>(why)]; }

struct TalkTest : testing::Test {
    Business business = marina();
    Pace pace {0, 1000, 50, 10, true};
    Dialogue said = dialogue("a", {"one", "two"});

    Talk talk(ChannelKind kind, bool first = false) { return {said, business, kind, customerFor(said, 0, "session"), pace, first}; }
};

} // namespace

TEST_F(TalkTest, nextTurnFollowsTheAnswer)
{
    Talk t = talk(ChannelKind::WhatsApp);
    t.begin(0);
    ASSERT_TRUE(t.wantsToSend(0));
    EXPECT_EQ(t.take().text, "one");
    EXPECT_FALSE(t.wantsToSend(5000)) << "while one is under way";
    t.accepted(100);
    EXPECT_FALSE(t.wantsToSend(1000));
    EXPECT_EQ(t.due(), 1100);
    t.answered(300);
    EXPECT_EQ(t.due(), 310);
    t.tick(310);
    ASSERT_TRUE(t.wantsToSend(310));
    EXPECT_EQ(t.take().text, "two");
    t.accepted(320);
    t.answered(330);
    EXPECT_TRUE(t.finished());
    EXPECT_EQ(t.answers(), 2);
    EXPECT_EQ(silenceOf(t, Silence::Unanswered), 0);
}

TEST_F(TalkTest, anAnswerMayComeBeforeTheAcknowledgement)
{
    Talk t = talk(ChannelKind::WhatsApp);
    t.begin(0);
    t.take();
    t.answered(1);
    t.accepted(2);
    t.tick(20);
    EXPECT_TRUE(t.wantsToSend(20));
}

TEST_F(TalkTest, silenceMakesTheNextTurnsWaitLess)
{
    Talk t = talk(ChannelKind::Sms);
    t.begin(0);
    t.take();
    t.accepted(0);
    t.tick(999);
    EXPECT_FALSE(t.wantsToSend(999));
    t.tick(1000);
    ASSERT_TRUE(t.wantsToSend(1000));
    t.take();
    t.accepted(1000);
    EXPECT_EQ(t.due(), 1050);
    t.tick(1050);
    EXPECT_TRUE(t.finished());
    EXPECT_EQ(silenceOf(t, Silence::Unanswered), 2);
}

TEST_F(TalkTest, stopIsFollowedByExpectedSilence)
{
    said.turns = {"Stop.", "hello?", "START", "again"};
    Talk t = talk(ChannelKind::Sms);
    t.begin(0);
    for (int i = 0; i < 2; ++i) {
        t.take();
        t.accepted(i * 100);
    }
    EXPECT_EQ(silenceOf(t, Silence::OptedOut), 2);
    t.take();
    t.accepted(300);
    EXPECT_EQ(t.due(), 1300) << "after START an answer is expected again";
}

TEST_F(TalkTest, aWebFormHasNoWayBack)
{
    Talk t = talk(ChannelKind::WebForm);
    t.begin(0);
    t.take();
    t.accepted(0);
    EXPECT_EQ(t.due(), 50);
    EXPECT_EQ(silenceOf(t, Silence::NoWayBack), 1);
}

TEST_F(TalkTest, withoutAProviderOnlyLiveChatIsHeard)
{
    pace.answersSeen = false;
    Talk sms = talk(ChannelKind::Sms);
    sms.begin(0);
    sms.take();
    sms.accepted(0);
    EXPECT_EQ(silenceOf(sms, Silence::NotWatched), 1);
    Talk chat = talk(ChannelKind::LiveChat);
    chat.begin(0);
    chat.take();
    chat.accepted(0);
    EXPECT_EQ(chat.due(), 1000);
}

TEST_F(TalkTest, aMissedCallGoesOnByTextMessage)
{
    Talk t = talk(ChannelKind::MissedCall);
    t.begin(0);
    const auto call = t.take();
    EXPECT_EQ(call.kind, ChannelKind::MissedCall);
    EXPECT_TRUE(call.text.empty());
    t.accepted(0);
    t.answered(1);
    t.tick(100);
    const auto text = t.take();
    EXPECT_EQ(text.kind, ChannelKind::Sms);
    EXPECT_EQ(text.text, "one");
    EXPECT_EQ(t.key(), "sms/+13055550110/+13055550123");

    Talk first = talk(ChannelKind::MissedCall, true);
    first.begin(0);
    first.take();
    first.accepted(0);
    first.answered(1);
    EXPECT_TRUE(first.finished());
}

TEST_F(TalkTest, aRefusedTurnIsNotWaitedFor)
{
    Talk t = talk(ChannelKind::WhatsApp);
    t.begin(0);
    t.take();
    t.refused(10);
    EXPECT_EQ(t.due(), 60);
}

TEST(OptOut, isAWholeMessageOrAClearPhrase)
{
    for (const char *text : {"STOP", " stop! ", "unsubscribe", "please stop texting me", "baja", "توقف"})
        EXPECT_TRUE(isOptOut(text)) << text;
    for (const char *text : {"Does the bus stop here?", "cancel my room please", "the end of May", ""})
        EXPECT_FALSE(isOptOut(text)) << text;
}

namespace {

struct CrowdTest : testing::Test {
    std::vector<Business> businesses {marina()};
    std::vector<Dialogue> dialogues {dialogue("a", {"x"}), dialogue("b", {"x"}), dialogue("c", {"x"})};
    CrowdConfig config;

    CrowdTest()
    {
        config.pace = {0, 1000, 50, 10, true};
        for (std::size_t i = 0; i < dialogues.size(); ++i)
            dialogues[i].phone = "+1305555010" + std::to_string(i);
    }
};

void serve(Talk &talk, Millis now)
{
    talk.take();
    talk.accepted(now);
    talk.answered(now);
}

} // namespace

TEST_F(CrowdTest, admitsOnlySoManyAtOnce)
{
    config.concurrency = 2;
    config.channels = {ChannelKind::WhatsApp};
    Crowd crowd {dialogues, businesses, config};
    auto ready = crowd.ready(0);
    ASSERT_EQ(ready.size(), 2u);
    EXPECT_EQ(ready[0]->dialogue().id, "a");
    EXPECT_EQ(crowd.find("whatsapp/1065/13055550101"), ready[1]);
    serve(*ready[0], 0);
    ready = crowd.ready(1);
    EXPECT_EQ(ready.size(), 2u) << "b still wants to, c comes for a";
    EXPECT_FALSE(crowd.finished());
    for (Talk *talk : ready)
        serve(*talk, 2);
    crowd.ready(3);
    EXPECT_TRUE(crowd.finished());
    EXPECT_EQ(crowd.due(3), never);
}

TEST_F(CrowdTest, turnsOverTheDoors)
{
    Crowd crowd {dialogues, businesses, config};
    const auto ready = crowd.ready(0);
    ASSERT_EQ(ready.size(), 3u);
    EXPECT_EQ(ready[0]->kind(), ChannelKind::WhatsApp);
    EXPECT_EQ(ready[1]->kind(), ChannelKind::Sms);
    EXPECT_EQ(ready[2]->kind(), ChannelKind::WebForm);
}

TEST_F(CrowdTest, passesOverWhatItCannotPlace)
{
    dialogues[0].client = "nobody";
    dialogues[1].channel = "live_chat";
    config.channels = {ChannelKind::Sms};
    Crowd crowd {dialogues, businesses, config};
    EXPECT_EQ(crowd.ready(0).size(), 1u);
    EXPECT_EQ(crowd.passedOver(), 2u);
}

TEST_F(CrowdTest, comesAtTheSecondThatIsNamed)
{
    config.pace.speed = 2;
    dialogues[0].at = 1;
    dialogues[1].at = 10;
    dialogues.resize(2);
    Crowd crowd {dialogues, businesses, config};
    EXPECT_TRUE(crowd.ready(1000).empty());
    EXPECT_EQ(crowd.due(1000), 1500);
    EXPECT_EQ(crowd.ready(1500).size(), 1u);
    EXPECT_EQ(crowd.due(1500), 1500) << "the first may send";
    EXPECT_EQ(crowd.ready(5999).size(), 1u);
    EXPECT_EQ(crowd.ready(6000).size(), 2u);
}

TEST_F(CrowdTest, restsWhilePaused)
{
    Crowd crowd {dialogues, businesses, config};
    crowd.pause();
    EXPECT_TRUE(crowd.ready(0).empty());
    EXPECT_EQ(crowd.due(0), never);
    crowd.resume();
    EXPECT_EQ(crowd.ready(0).size(), 3u);
}

TEST_F(CrowdTest, goesOnWhereAnEarlierRunEnded)
{
    config.begun = {"a", "b", "c", "a"};
    config.repeat = true;
    config.concurrency = 1;
    Crowd crowd {dialogues, businesses, config};
    const auto ready = crowd.ready(0);
    ASSERT_EQ(ready.size(), 1u);
    EXPECT_EQ(ready[0]->dialogue().id, "b") << "a has begun twice, b and c once";
}
