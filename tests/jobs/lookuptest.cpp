#include "net/codec/jsonwriter.h"
#include "server/services/op/queues.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/jobrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/jobs/ladderrig.h"

#include <fmt/format.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// What may be at the vendor already is looked for there before it is sent again: nobody is to have the same words twice.
class LookUp : public LadderJobs {
protected:
    Message last() { return messages().back(); }
    void wait(std::chrono::milliseconds time)
    {
        clock.advance(time);
        drain();
    }
    /// What the vendors were handed for customers.
    std::size_t handed() const
    {
        const auto all = provider.handed();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Handed &h) { return h.to != ownerPhone; }));
    }
    /// Everything that this vendor is handed reaches the customer, and the answer is lost on the way.
    void loseAnswers()
    {
        provider.takeWhatever(true);
        provider.answerWith([](const Handed &, int) { return Response::empty(504); });
    }
    void answerAsUsual()
    {
        provider.takeWhatever(false);
        provider.answerWith({});
    }
    /// A sender takes what is due and is killed, before the vendor has heard of it or after.
    void interrupt(std::string_view queue)
    {
        std::vector<Job> claimed;
        (void)store->write([&](WriteTx &tx) {
            claimed = JobRepository::claim(tx, queue, "dead-worker", clock.now(), clock.now() + 1min, 10);
            JobRepository::releaseAll(tx, clock.now());
        });
        ASSERT_EQ(claimed.size(), 1u);
    }
    /// The answer stands in the queue and nobody has been asked yet.
    void leaveUnsent(const std::function<void()> &ask)
    {
        provider.answerWith([](const Handed &m, int) { return m.from == "1065" ? Provider::metaError(500, 2) : Provider::twilioError(503, 20500); });
        ask();
        settle();
        ASSERT_EQ(last().delivery.state, DeliveryState::Queued);
        clock.advance(2h);
        answerAsUsual();
    }
    struct Listed {
        std::string sid;
        std::string body;
        bool inbound;
    };
    /// Twilio's list of its messages, of today.
    static Response listOf(const std::vector<Listed> &messages)
    {
        JsonWriter json;
        json.beginObject();
        json.key("messages"), json.beginArray();
        for (const auto &one : messages) {
            json.beginObject();
            json.key("sid"), json.string(one.sid);
            json.key("direction"), json.string(one.inbound ? "inbound" : "outbound-api");
            json.key("body"), json.string(one.body);
            json.key("status"), json.string("sent");
            json.key("date_created"), json.string("Fri, 20 Nov 2026 15:02:20 +0000");
            json.endObject();
        }
        json.endArray();
        json.key("next_page_uri"), json.null();
        json.endObject();
        return Response::json(json.take());
    }
    void whatsAppStatus(const std::string &wamid, const std::string &state, const std::string &reference)
    {
        postStatus(wamid, state, reference);
        drain();
    }
    void postStatus(const std::string &wamid, const std::string &state, const std::string &reference)
    {
        const auto ours = reference.empty() ? std::string {} : fmt::format(R"(,"biz_opaque_callback_data":"{}")", reference);
        whatsAppBody(metaBody(fmt::format(R"("statuses":[{{"id":"{}","status":"{}","timestamp":"{}","recipient_id":"1"{}}}])", wamid, state, toMs(clock.now()) / 1000, ours)));
    }
};

TEST_F(LookUp, WhatTheVendorHasIsNotSentAgain)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(last().delivery.state, DeliveryState::Queued);
    wait(10s);
    EXPECT_EQ(provider.listings(), 0) << "it may be on its way still";
    wait(5s);
    EXPECT_EQ(handed(), 1u);
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
    EXPECT_FALSE(last().delivery.outcomeUnknown);
    EXPECT_EQ(last().delivery.reason, "");
    EXPECT_EQ(last().providerId, "SMout1");
    smsStatus("SMout1", "delivered");
    drain();
    EXPECT_EQ(last().delivery.state, DeliveryState::Delivered);
}

TEST_F(LookUp, WhatTheVendorLacksIsSentAndIsInNoDoubt)
{
    provider.listBy(clock);
    provider.answerWith([](const Handed &m, int n) { return n == 1 ? Response::empty(502) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM1");
    settle();
    wait(15s);
    EXPECT_EQ(handed(), 2u);
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
    EXPECT_FALSE(last().delivery.outcomeUnknown);
    EXPECT_EQ(last().providerId, "SMout2");
}

TEST_F(LookUp, EachTryIsLookedForAnew)
{
    provider.listBy(clock);
    provider.answerWith([](const Handed &m, int n) { return n < 3 ? Response::empty(502) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM1");
    settle();
    for (int i = 0; i < 10; ++i)
        wait(2min);
    EXPECT_EQ(handed(), 3u);
    EXPECT_EQ(provider.listings(), 2);
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
    EXPECT_TRUE(last().delivery.outcomeUnknown) << "a list may be late, and twice nobody knew";
}

// Its list may be late for hours: nobody gets the same text ten times.
TEST_F(LookUp, AVendorThatNeverListsIsHandedATextFourTimesAtMost)
{
    provider.listBy(clock);
    provider.answerWith([](const Handed &, int) { return Response::empty(502); });
    sms("Do you have parking?", "SM1");
    settle();
    for (int i = 0; i < 30; ++i)
        wait(1h);
    EXPECT_EQ(handed(), 4u);
    EXPECT_EQ(last().delivery.state, DeliveryState::Failed);
    EXPECT_TRUE(last().delivery.outcomeUnknown);
    EXPECT_TRUE(escalation(conversations().back().id));
}

// Nothing of it is known, and then the door is shut: who reads the record knows that it may have arrived.
TEST_F(LookUp, WhatIsGivenUpAfterLooksInVainStaysInDoubt)
{
    provider.listBy(clock);
    provider.answerWith([](const Handed &m, int n) { return n < 3 && m.to != ownerPhone ? Response::empty(502) : Provider::twilioError(429, 20429); });
    sms("Do you have parking?", "SM1");
    settle();
    for (int i = 0; i < 40; ++i)
        wait(1h);
    EXPECT_EQ(last().delivery.code, "given_up");
    EXPECT_TRUE(last().delivery.outcomeUnknown);
    EXPECT_EQ(last().delivery.reason, sentBefore);
}

TEST_F(LookUp, WhatIsGivenUpAfterOneLookInVainSaysWhy)
{
    provider.listBy(clock);
    provider.answerWith([](const Handed &m, int n) { return n < 2 && m.to != ownerPhone ? Response::empty(502) : Provider::twilioError(429, 20429); });
    sms("Do you have parking?", "SM1");
    settle();
    for (int i = 0; i < 40; ++i)
        wait(1h);
    EXPECT_EQ(last().delivery.code, "given_up");
    EXPECT_FALSE(last().delivery.outcomeUnknown);
    EXPECT_EQ(last().delivery.reason.find("it was not there"), std::string::npos) << last().delivery.reason;
}

// An account may have the words taken out of its list.
TEST_F(LookUp, WhatIsListedWithoutItsWordsMayBeIt)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    answerAsUsual();
    provider.answerListWith(listOf({{"SMout1", "", false}}));
    wait(15s);
    EXPECT_EQ(handed(), 2u);
    EXPECT_TRUE(last().delivery.outcomeUnknown) << "sent again, and marked";
    provider.answerWith([](const Handed &, int) { return Response::empty(502); });
    sms("Do you have parking?", "SM2");
    settle();
    answerAsUsual();
    ASSERT_EQ(last().delivery.state, DeliveryState::Queued);
    provider.answerListWith(listOf({{"SMout2", "", false}}));
    wait(15s);
    EXPECT_EQ(handed(), 4u);
    EXPECT_FALSE(last().delivery.outcomeUnknown) << "that one is known as another";
}

TEST_F(LookUp, AClockOfOursThatIsAheadHidesNothing)
{
    const SystemClock theirs;
    clock.advance(theirs.now() - clock.now() + 5h);
    provider.listBy(theirs);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    wait(15s);
    EXPECT_EQ(handed(), 1u);
    EXPECT_EQ(last().providerId, "SMout1");
}

// Between "the vendor took it" and "that is on record" the server was killed.
TEST_F(LookUp, WhatWasInterruptedIsLookedFor)
{
    provider.listBy(clock);
    leaveUnsent([&] { sms("Do you have parking?", "SM1"); });
    const auto before = handed();
    for (int i = 0; i < 3; ++i) {
        interrupt(queues::channelSms);
        drain();
        EXPECT_EQ(handed(), before);
        clock.advance(15s);
    }
    drain();
    EXPECT_EQ(handed(), before + 1) << "interrupted again and again, it is sent all the same";
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
}

TEST_F(LookUp, TheSameWordsOfBeforeAreNotTakenForIt)
{
    provider.listBy(clock);
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(last().providerId, "SMout1");
    provider.answerWith([](const Handed &m, int n) { return n == 2 ? Response::empty(502) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM2");
    settle();
    ASSERT_EQ(last().delivery.state, DeliveryState::Queued);
    provider.answerListWith(listOf({{"SMout1", last().text, false}}));
    wait(15s);
    EXPECT_EQ(handed(), 3u);
    EXPECT_EQ(last().providerId, "SMout3");
}

// Words that somebody else sent from the same number long ago, which this store knows nothing of.
TEST_F(LookUp, WhatWasSentLongBeforeItWasWrittenIsNotIt)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    wait(15s);
    ASSERT_EQ(last().providerId, "SMout1");
    (void)store->write([&](WriteTx &tx) {
        auto message = last();
        message.providerId.clear();
        MessageRepository::update(tx, message);
    });
    clock.advance(2h);
    provider.takeWhatever(false);
    provider.answerWith([](const Handed &m, int n) { return n == 2 ? Response::empty(502) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM2");
    settle();
    wait(15s);
    EXPECT_EQ(handed(), 3u);
}

TEST_F(LookUp, TwoAtTheVendorAreOneMessageThatMayHaveArrivedTwice)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    provider.answerListWith(Response::json(R"({"messages":[],"next_page_uri":null})")); // the first comes there late
    wait(15s);
    ASSERT_EQ(handed(), 2u);
    provider.answerListWith({});
    wait(2min);
    EXPECT_EQ(handed(), 2u);
    EXPECT_EQ(last().providerId, "SMout1");
    EXPECT_TRUE(last().delivery.outcomeUnknown);
}

TEST_F(LookUp, WhileTheVendorDoesNotTellNothingIsSent)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    answerAsUsual();
    std::vector<Response> answers {Response::empty(502), Response::json("<html>Sign in to the hotel's network</html>"), Provider::twilioError(429, 20429), Response::json(R"({"messages":[],"next_page_uri":"/more"})")};
    for (auto &answer : answers) {
        provider.answerListWith(std::move(answer));
        wait(2min);
        EXPECT_EQ(handed(), 1u);
        EXPECT_EQ(last().delivery.state, DeliveryState::Queued);
    }
    provider.answerListWith({});
    wait(2min);
    EXPECT_EQ(handed(), 1u);
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
    EXPECT_FALSE(last().delivery.outcomeUnknown);
}

TEST_F(LookUp, AKeyThatIsRefusedMeanwhileLeavesItInDoubt)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    provider.answerListWith(Provider::twilioError(401, 20003));
    wait(15s);
    EXPECT_EQ(handed(), 1u);
    EXPECT_EQ(last().delivery.state, DeliveryState::Failed);
    EXPECT_TRUE(last().delivery.outcomeUnknown);
}

TEST_F(LookUp, WhatTheVendorCouldNotDeliverHasFailed)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    provider.failListed("SMout1", 30003);
    wait(15s);
    EXPECT_EQ(handed(), 1u);
    EXPECT_EQ(last().delivery.state, DeliveryState::Failed);
    EXPECT_EQ(last().delivery.code, "30003");
    EXPECT_EQ(last().providerId, "SMout1");
    EXPECT_FALSE(last().delivery.outcomeUnknown);
}

TEST_F(LookUp, AnAccountOnTrialPutsWordsBeforeIt)
{
    provider.listBy(clock);
    loseAnswers();
    sms("Do you have parking?", "SM1");
    settle();
    provider.answerListWith(listOf({{"SMin", last().text, true}, {"SMtrial", "Sent from your Twilio trial account - " + last().text, false}}));
    wait(15s);
    EXPECT_EQ(last().providerId, "SMtrial");
    EXPECT_EQ(handed(), 1u);
}

// Meta's messages cannot be asked for: it tells of them, with what we gave it.
TEST_F(LookUp, AStatusTellsWhatWhatsAppHas)
{
    leaveUnsent([&] { whatsApp("Do you have parking?", "wamid.1"); });
    const auto before = handed();
    EXPECT_NE(provider.handed().back().body.find(fmt::format(R"("biz_opaque_callback_data":"{}")", last().id.value)), std::string::npos);
    interrupt(queues::channelSend);
    whatsAppStatus("wamid.other", "delivered", "of-another-program");
    whatsAppStatus("wamid.ours", "delivered", last().id.value);
    whatsAppStatus("wamid.ours", "sent", last().id.value);
    wait(15s);
    EXPECT_EQ(handed(), before);
    EXPECT_EQ(last().delivery.state, DeliveryState::Delivered);
    EXPECT_EQ(last().providerId, "wamid.ours");
    EXPECT_FALSE(last().delivery.outcomeUnknown);
    whatsAppStatus("wamid.ours", "read", last().id.value);
    EXPECT_EQ(last().delivery.state, DeliveryState::Read);
}

TEST_F(LookUp, TwoStatusesOfOneMessageTellThatItWentTwice)
{
    leaveUnsent([&] { whatsApp("Do you have parking?", "wamid.1"); });
    interrupt(queues::channelSend);
    postStatus("wamid.one", "sent", last().id.value);
    whatsAppStatus("wamid.two", "delivered", last().id.value);
    wait(15s);
    EXPECT_EQ(last().delivery.state, DeliveryState::Delivered);
    EXPECT_EQ(last().providerId, "wamid.two");
    EXPECT_TRUE(last().delivery.outcomeUnknown);
}

TEST_F(LookUp, AStatusThatSaysThatItFailedIsTheEndOfIt)
{
    leaveUnsent([&] { whatsApp("Do you have parking?", "wamid.1"); });
    const auto before = handed();
    interrupt(queues::channelSend);
    whatsAppStatus("wamid.ours", "failed", last().id.value);
    wait(15s);
    EXPECT_EQ(handed(), before);
    EXPECT_EQ(last().delivery.state, DeliveryState::Failed);
}

// Given up in doubt, and then the vendor tells: whoever looks sees that it has arrived.
TEST_F(LookUp, AWordThatComesLateIsTold)
{
    provider.answerWith([](const Handed &, int) { return Response::empty(504); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    for (int i = 0; i < 4; ++i)
        wait(1h);
    ASSERT_EQ(last().delivery.state, DeliveryState::Failed);
    ASSERT_TRUE(last().delivery.outcomeUnknown);
    whatsAppStatus("wamid.ours", "delivered", last().id.value);
    EXPECT_EQ(last().delivery.state, DeliveryState::Delivered);
    EXPECT_EQ(last().providerId, "wamid.ours");
    EXPECT_TRUE(last().delivery.outcomeUnknown) << "of two that were handed over";
}

TEST_F(LookUp, AnotherOfAMessageThatHasGoneTellsThatItWentTwice)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    const auto ours = last();
    ASSERT_EQ(ours.delivery.state, DeliveryState::Sent);
    whatsAppStatus(ours.providerId, "delivered", ours.id.value);
    EXPECT_FALSE(last().delivery.outcomeUnknown);
    whatsAppStatus("wamid.another", "delivered", ours.id.value);
    EXPECT_EQ(last().providerId, ours.providerId);
    EXPECT_EQ(last().delivery.state, DeliveryState::Delivered);
    EXPECT_TRUE(last().delivery.outcomeUnknown);
}

// The second failed and the first arrives after all.
TEST_F(LookUp, OfTwoTheOneThatArrivedIsTold)
{
    provider.answerWith([](const Handed &m, int n) { return n == 1 ? Response::empty(504) : Provider::taken(m, n, true); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    wait(15s);
    const auto ours = last();
    ASSERT_EQ(ours.delivery.state, DeliveryState::Sent);
    whatsAppStatus(ours.providerId, "failed", ours.id.value);
    const auto find = [&] {
        const auto all = messages();
        return *std::find_if(all.begin(), all.end(), [&](const Message &m) { return m.id == ours.id; });
    };
    ASSERT_EQ(find().delivery.state, DeliveryState::Failed);
    whatsAppStatus("wamid.first", "delivered", ours.id.value);
    EXPECT_EQ(find().delivery.state, DeliveryState::Delivered);
    EXPECT_TRUE(find().delivery.outcomeUnknown);
}

TEST_F(LookUp, WhatWhatsAppSaysNothingOfIsSentAgainAndMarked)
{
    leaveUnsent([&] { whatsApp("Do you have parking?", "wamid.1"); });
    const auto before = handed();
    interrupt(queues::channelSend);
    wait(14s);
    EXPECT_EQ(handed(), before) << "its word may be on the way";
    wait(1s);
    EXPECT_EQ(handed(), before + 1);
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
    EXPECT_TRUE(last().delivery.outcomeUnknown);
}

// Nobody but this server has it: there is nothing to wait for.
TEST_F(LookUp, WhatAVisitorFetchesDoesNotWait)
{
    chat("Do you have parking?", "c1", "window-1");
    clock.advance(1min);
    provider.answerWith({});
    for (int i = 0; i < 50 && messages().size() < 2; ++i)
        drain();
    (void)store->write([&](WriteTx &tx) {
        auto message = last();
        message.delivery.state = DeliveryState::Queued;
        MessageRepository::update(tx, message);
        JobRepository::enqueue(tx, sendJob(message, conversations().back(), clock.now()));
    });
    interrupt(queues::channelHere);
    drain();
    EXPECT_EQ(last().delivery.state, DeliveryState::Sent);
}

TEST_F(LookUp, AnOwnersTextIsLookedForToo)
{
    provider.listBy(clock);
    provider.takeWhatever(true);
    provider.answerWith([](const Handed &m, int n) { return m.to == ownerPhone ? Response::empty(504) : Provider::taken(m, n, false); });
    handOver();
    ASSERT_EQ(textDelivery().state, DeliveryState::Queued);
    const auto sent = texts().size();
    ASSERT_EQ(sent, 1u);
    pass(1min);
    EXPECT_EQ(texts().size(), sent);
    EXPECT_EQ(textDelivery().state, DeliveryState::Sent);
    EXPECT_FALSE(textDelivery().outcomeUnknown);
}

} // namespace foredeck::tests
