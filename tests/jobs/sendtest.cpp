#include "server/jobs/sendjob.h"
#include "server/storage/jobrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;

namespace foredeck::tests {

class Send : public Rig {
protected:
    Delivery last() { return messages().back().delivery; }
};

TEST_F(Send, TwilioGetsTheMessageWithItsCallback)
{
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(provider.handed()[0].from, "+13055550101");
    EXPECT_EQ(provider.handed()[0].statusCallback, "https://hooks.example/webhooks/twilio/sms/status");
    EXPECT_TRUE(provider.handed()[0].authorization.starts_with("Basic "));
    EXPECT_EQ(last().state, DeliveryState::Sent);
    EXPECT_EQ(messages().back().providerId, "SMout1");
}

TEST_F(Send, SafeModeKeepsWhatWouldLeaveThisComputer)
{
    setSafeMode(true);
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Sent); // the vendor here is a loopback one
    (void)store->write([&](WriteTx &tx) {
        auto channel = *ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms);
        channel.baseUrl = "https://api.twilio.com";
        ChannelRepository::update(tx, channel);
        announce(tx, clientStream(client.id), "channel.updated", channel, {});
    });
    sms("What time is check-in?", "SM2");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Held);
    EXPECT_TRUE(last().reason.empty()); // a state, not a failure
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Send, ARefusalIsASentenceAndEndsIt)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(400, 21614); });
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_EQ(last().reason, "The number is not a mobile number");
    clock.advance(std::chrono::hours {5});
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Send, WhatIsNotTakenIsTriedAgainAndThenGivenUp)
{
    provider.answerWith([](const Handed &m, int n) { return n < 3 ? Provider::twilioError(503, 20500) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Queued);
    for (int i = 0; i < 3; ++i) {
        clock.advance(std::chrono::minutes {5});
        drain();
    }
    EXPECT_EQ(last().state, DeliveryState::Sent);
    EXPECT_EQ(provider.handed().size(), 3u);

    provider.answerWith([](const Handed &, int) { return Provider::twilioError(500, 20500, "down"); });
    sms("What time is check-in?", "SM2");
    settle();
    for (int i = 0; i < 15; ++i) {
        clock.advance(std::chrono::hours {2});
        drain();
    }
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_EQ(last().code, "given_up");
    EXPECT_EQ(background->counters().jobsDead, 1u);
}

TEST_F(Send, AVendorThatAsksToSlowDownIsObeyedForTheWholeDoor)
{
    provider.answerWith([](const Handed &m, int n) {
        if (n > 1)
            return Provider::taken(m, n, false);
        auto response = Provider::twilioError(429, 20429);
        response.headers.emplace_back("Retry-After", "120");
        return response;
    });
    sms("Do you have parking?", "SM1");
    settle();
    sms("Do you have parking?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u); // the second did not even ask
    clock.advance(std::chrono::seconds {60});
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
    clock.advance(std::chrono::seconds {120});
    drain();
    EXPECT_EQ(provider.handed().size(), 3u);
}

TEST_F(Send, AnUnknownOutcomeIsMarkedAndNotRepeated)
{
    provider.answerWith([](const Handed &, int) { return Response::empty(504); });
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_TRUE(last().outcomeUnknown);
    clock.advance(std::chrono::hours {2});
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Send, MessagesOfOneConversationKeepTheirOrder)
{
    provider.answerWith([](const Handed &m, int n) { return n == 1 ? Provider::twilioError(503, 20500) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM1");
    settle();
    sms("What time is check-in?", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u); // the second waits behind the first
    clock.advance(std::chrono::minutes {1});
    drain();
    const auto handed = provider.handed();
    ASSERT_EQ(handed.size(), 3u);
    EXPECT_NE(handed[1].text.find("18 spaces"), std::string::npos);
    EXPECT_NE(handed[2].text.find("15:00"), std::string::npos);
}

TEST_F(Send, WhatsAppsWindowIsKept)
{
    provider.answerWith([](const Handed &, int) { return Provider::metaError(500, 2); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    clock.advance(std::chrono::hours {25});
    drain();
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_EQ(last().code, "131047");
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Send, WhatsAppsErrorsAreSentences)
{
    provider.answerWith([](const Handed &, int) { return Provider::metaError(400, 131026); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_EQ(last().reason, "Number unreachable on WhatsApp");
}

TEST_F(Send, AWorkerThatDiedLeavesItsWorkToTheNext)
{
    sms("Do you have parking?", "SM1");
    drain();
    clock.advance(std::chrono::seconds {2});
    (void)store->write([&](WriteTx &tx) { // claimed, and then nothing more was heard
        (void)JobRepository::claim(tx, "assistant.turn", "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
    });
    EXPECT_EQ(drain(), 0);
    restart();
    ASSERT_TRUE(background->start().hasValue() || true);
    background->stop();
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Send, LiveChatIsDeliveredWhenItIsFetched)
{
    const auto first = chat("Do you have parking?", "c1", "s1");
    JsonDocument document;
    const std::string token {document.parse(first.body).value()["visitor_token"].asString().value_or("")};
    settle();
    ASSERT_EQ(last().state, DeliveryState::Sent);
    const auto fetched = get("/webhooks/live-chat/s1", {{"after", "1"}}, {{"authorization", "Bearer " + token}});
    EXPECT_NE(fetched.body.find("18 spaces"), std::string::npos) << fetched.body;
    (void)store->write([](WriteTx &) { }); // behind the mark that was set at the fetch
    EXPECT_EQ(last().state, DeliveryState::Delivered);
}

TEST_F(Send, LiveChatInSafeModeReachesVisitorsOnThisComputerOnly)
{
    setSafeMode(true);
    fromLoopback = false;
    chat("Do you have parking?", "c1", "s1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Held);
    fromLoopback = true;
    chat("Do you have parking?", "c2", "s2");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Sent);
}

TEST_F(Send, ALongPollEndsWhenTheAnswerComes)
{
    const auto first = chat("Do you have parking?", "c1", "s1");
    JsonDocument document;
    const std::string token {document.parse(first.body).value()["visitor_token"].asString().value_or("")};
    drain();
    std::thread worker {[this] {
        clock.advance(std::chrono::seconds {2});
        drain();
    }};
    const auto fetched = get("/webhooks/live-chat/s1", {{"after", "1"}, {"wait", "25"}}, {{"authorization", "Bearer " + token}});
    worker.join();
    EXPECT_NE(fetched.body.find("18 spaces"), std::string::npos) << fetched.body;
}

TEST_F(Send, AWebFormHasNoWayBackYetAndSaysSo)
{
    form("Do you have parking?", "f1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_EQ(last().code, "not_configured");
    setSafeMode(true);
    form("What time is check-in?", "f2");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Held);
}

TEST(LoopbackUrl, KnowsThisComputerByItsOwnWordsOnly)
{
    for (const auto *url : {"http://127.0.0.1:8080/x", "http://localhost/", "https://[::1]:1/", "http://127.9.9.9"})
        EXPECT_TRUE(isLoopbackUrl(url)) << url;
    for (const auto *url : {"https://graph.facebook.com/v23.0", "http://127.0.0.1.evil.example/", "http://localhost.evil.example", "http://evil@127.0.0.1@x/",
             "http://user@localhost/", "127.0.0.1", "", "http://[::2]/", "http://10.0.0.1/"})
        EXPECT_FALSE(isLoopbackUrl(url)) << url;
}

TEST_F(Send, TheTesterAsksTheVendor)
{
    Channel channel;
    channel.kind = ChannelKind::WhatsApp;
    channel.phoneNumberId = "1065";
    channel.baseUrl = provider.url() + "/v23.0";
    auto &tester = background->tester();
    EXPECT_EQ(tester.check(channel, {"s", "wa-token", {}}, true).health, ChannelHealth::Ok);
    const auto wrong = tester.check(channel, {"s", "other", {}}, true);
    EXPECT_EQ(wrong.health, ChannelHealth::Failing);
    EXPECT_EQ(wrong.detail, "The channel's key has expired or is not accepted");
    EXPECT_EQ(tester.check(channel, {}, true).health, ChannelHealth::NotConfigured);
    channel.baseUrl = "https://graph.facebook.com/v23.0";
    EXPECT_NE(tester.check(channel, {"s", "t", {}}, true).detail.find("Safe mode"), std::string::npos);
    channel.baseUrl = "http://127.0.0.1:1/v23.0";
    EXPECT_EQ(tester.check(channel, {"s", "t", {}}, false).health, ChannelHealth::Failing);
}

} // namespace foredeck::tests
