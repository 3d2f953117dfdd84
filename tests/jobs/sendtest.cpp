#include "server/jobs/jobrunner.h"
#include "server/jobs/sendjob.h"
#include "server/services/op/queues.h"
#include "server/storage/jobrepository.h"
#include "tests/jobs/rig.h"

#include <future>

using namespace foredeck;

namespace foredeck::tests {

class Send : public Rig {
protected:
    Delivery last() { return messages().back().delivery; }
    /// The first message is answered with "too many: in two minutes".
    void slowDownOnce()
    {
        provider.answerWith([](const Handed &m, int n) {
            if (n > 1)
                return Provider::taken(m, n, false);
            auto response = Provider::twilioError(429, 20429);
            response.headers.emplace_back("Retry-After", "120");
            return response;
        });
    }
    /// The first message of a door fails. At the second the vendor hangs, while two workers ask for what the door has; then it is
    /// answered.
    void tryAfterAFailure(const std::function<Response(const Handed &, int)> &answer)
    {
        std::promise<void> go;
        const auto gone = go.get_future().share();
        std::atomic<int> asked {0};
        provider.answerWith([&asked, gone, answer](const Handed &m, int n) {
            asked = n;
            if (n == 2)
                gone.wait();
            return answer(m, n);
        });
        sms("Do you have parking?", "SM1");
        settle(); // fails
        sms("Do you have parking?", "SM2", "+13055550177");
        sms("Do you have parking?", "SM3", "+13055550178");
        drain();
        clock.advance(std::chrono::minutes {2});
        auto first = std::async(std::launch::async, [this] { drain(); });
        while (asked < 2 && first.wait_for(std::chrono::milliseconds {1}) != std::future_status::ready) { }
        EXPECT_EQ(asked, 2);
        auto second = std::async(std::launch::async, [this] { drain(); }); // what another worker would take
        EXPECT_EQ(second.wait_for(std::chrono::seconds {20}), std::future_status::ready) << "it waits at the same door";
        go.set_value();
        first.get();
        second.get();
        provider.answerWith([answer](const Handed &m, int n) { return answer(m, n); });
    }
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
    // An answer that did not arrive is none: somebody must look.
    const auto conversation = conversations().back();
    EXPECT_EQ(conversation.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversation.status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversation.waitingSince);
    ASSERT_TRUE(escalation(conversation.id));
    EXPECT_EQ(escalation(conversation.id)->reason, EscalationReason::AiFailure);
    EXPECT_EQ(escalation(conversation.id)->brief.why, "The number is not a mobile number");
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
    slowDownOnce();
    sms("Do you have parking?", "SM1");
    settle();
    sms("Do you have parking?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u); // the second did not even ask
    EXPECT_EQ(background->counters().jobsRetried, 1u) << "to wait is no attempt";
    clock.advance(std::chrono::seconds {60});
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
    clock.advance(std::chrono::seconds {120});
    drain();
    EXPECT_EQ(provider.handed().size(), 3u);
}

// Hundreds that wait at a door that rests, or is being tried, would each take a worker for a moment.
TEST_F(Send, WhatWaitsAtADoorIsPutOffByTheFirstThatFindsOut)
{
    slowDownOnce();
    sms("Do you have parking?", "SM1");
    settle();
    for (const auto *number : {"+13055550177", "+13055550178", "+13055550179"})
        sms("Do you have parking?", std::string {"SM2"} + number, number);
    settle();
    (void)store->write([&](WriteTx &tx) { tx.run("UPDATE job SET run_at = 1 WHERE queue = 'channel.send.sms' AND state = 'queued'", {}); });
    EXPECT_EQ(drain(), 1);
    EXPECT_EQ(drain(), 0);
    clock.advance(std::chrono::minutes {5});
    drain();
    EXPECT_EQ(provider.handed().size(), 5U) << "the one that was refused, and four that were taken";
}

// A vendor that hangs for many businesses must not keep those of another from being answered.
TEST_F(Send, EachVendorHasALaneOfItsOwn)
{
    const auto queueOf = [this](ChannelKind door) {
        Message message;
        message.client = client.id;
        message.channel = door;
        return sendJob(message, {}, clock.now()).queue;
    };
    EXPECT_NE(queueOf(ChannelKind::WhatsApp), queueOf(ChannelKind::Sms));
    EXPECT_NE(queueOf(ChannelKind::WhatsApp), queueOf(ChannelKind::LiveChat));
    EXPECT_NE(queueOf(ChannelKind::Sms), queueOf(ChannelKind::LiveChat));
}

// Nor may a few doors that hang take every worker of their vendor's lane.
TEST_F(Send, ADoorThatFailedLastIsTriedWithOneMessageAtATime)
{
    tryAfterAFailure([](const Handed &m, int n) { return n <= 2 ? Provider::twilioError(503, 0, "busy") : Provider::taken(m, n, false); });
    clock.advance(std::chrono::minutes {5});
    drain();
    EXPECT_EQ(provider.handed().size(), 5U) << "two that failed, and three that were taken";
}

TEST_F(Send, WhatWaitsForATryGoesOnWhenItEndsWell)
{
    tryAfterAFailure([](const Handed &m, int n) { return n == 1 ? Provider::twilioError(503, 0, "busy") : Provider::taken(m, n, false); });
    EXPECT_EQ(provider.handed().size(), 4U) << "one that failed and three that were taken, without a pause";
}

TEST_F(Send, AVendorThatAskedAClockThatWasAheadToSlowDownIsNotWaitedForUntilThen)
{
    slowDownOnce();
    clock.advance(std::chrono::hours {20});
    sms("Do you have parking?", "SM1");
    settle();
    clock.advance(std::chrono::hours {-20});
    sms("Do you have parking?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
}

// Its "you will receive our messages again" would be untrue.
TEST_F(Send, TheConfirmationOfAnOptInIsNotSentAfterANewOptOut)
{
    sms("STOP", "SM1");
    settle();
    provider.answerWith([](const Handed &m, int n) {
        if (n > 2)
            return Provider::taken(m, n, false);
        auto response = Provider::twilioError(429, 20429);
        response.headers.emplace_back("Retry-After", "120");
        return response;
    });
    sms("START", "SM2");
    settle();
    sms("STOP", "SM3");
    settle();
    const auto asked = provider.handed().size();
    clock.advance(std::chrono::seconds {200});
    drain();
    ASSERT_EQ(provider.handed().size(), asked + 1);
    EXPECT_NE(provider.handed().back().text.find("no more messages"), std::string::npos) << provider.handed().back().text;
}

TEST_F(Send, ADateIsNoNumberOfSeconds)
{
    provider.answerWith([](const Handed &, int) {
        auto response = Provider::twilioError(429, 20429);
        response.headers.emplace_back("Retry-After", "Sat, 21 Nov 2026 07:28:00 GMT");
        return response;
    });
    sms("Do you have parking?", "SM1");
    settle();
    sms("Do you have parking?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u) << "the door rests only when it was told for how long";
}

// A vendor that gives two messages the same id must not be sent the second one over and over.
TEST_F(Send, AnIdGivenTwiceRepeatsNothing)
{
    provider.answerWith([](const Handed &m, int) { return Provider::taken(m, 1, false); });
    sms("Do you have parking?", "SM1");
    settle();
    sms("What time is check-in?", "SM2");
    settle();
    clock.advance(std::chrono::hours {2});
    drain();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(last().state, DeliveryState::Sent);
}

// Whoever knows somebody's e-mail can type it into a form with a number of their own: what is said to the person on
// another channel must not go there.
TEST_F(Send, ANumberThatWasOnlyTypedIsNotAnswered)
{
    sms("Do you have parking?", "SM1");
    form("My address", "f1", "ana@example.com", "+13055550142");
    form("Me again", "f2", "ana@example.com", "+13055550199");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    ASSERT_EQ(leads()[0].phones.size(), 2u);
    sms("What time is check-in?", "SM2");
    form("And again", "f3", "ana@example.com", "+13055550199");
    settle();
    for (const auto &message : provider.handed())
        EXPECT_EQ(message.to, "+13055550142");
    EXPECT_EQ(provider.handed().size(), 2u);
}

// Numbers that were typed change nothing: each conversation is answered where it came from.
TEST_F(Send, EachChannelIsAnsweredAtTheNumberThatWroteOnIt)
{
    sms("Do you have parking?", "SM1");
    settle();
    form("My other number", "f1", "ana@example.com", "+13055550142");
    form("My other number", "f2", "ana@example.com", "+13055550199");
    settle();
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
    sms("What time is check-in?", "SM2");
    settle(); // waits to be sent
    provider.answerWith({});
    whatsApp("Hello", "wamid.1", "13055550199");
    settle();
    clock.advance(std::chrono::hours {2});
    drain();
    for (const auto &message : provider.handed())
        EXPECT_EQ(message.to, message.from == "1065" ? "13055550199" : "+13055550142") << message.text;
}

TEST_F(Send, ACallIsAnsweredAtTheNumberThatCalled)
{
    sms("Do you have parking?", "SM1", "+13055550199");
    form("My address", "f1", "ana@example.com", "+13055550199");
    form("My other number", "f2", "ana@example.com", "+13055550142");
    settle();
    missedCall("CA1", "+13055550142");
    settle();
    ASSERT_EQ(leads().size(), 2u); // the second number was only typed
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(provider.handed().back().to, "+13055550142");
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

TEST_F(Send, TheLogHoldsNoNumberThatAVendorNames)
{
    class Lines final : public Log {
    public:
        bool enabled(LogLevel) const override { return true; }
        void write(LogLevel, std::string_view event, std::initializer_list<LogField> fields) override
        {
            text += event;
            for (const auto &field : fields) {
                if (const auto *value = std::get_if<std::string_view>(&field.value); value && field.name == "reason")
                    text += " " + std::string {*value} + ";";
            }
        }
        std::string text;
    };
    class Refuses final : public JobHandler {
    public:
        JobOutcome run(const Job &) override { return JobOutcome::retry("503: +1 (305) 555-0142 and 13055550143 cannot be reached, code 131026"); }
    };
    Lines lines;
    Refuses refuses;
    enqueueFor("refused");
    JobRunner runner {*store, clock, lines, {{"refused", &refuses, 1, 1}}, {}};
    EXPECT_EQ(runner.drain(), 1);
    EXPECT_EQ(lines.text, "job.retried 503: +••• and ••• cannot be reached, code 131026;");
}

// It is an enquiry for a person, and no failure of anybody's.
TEST_F(Send, AWebFormHasNoWayBackAndItsEnquiryGoesToAPerson)
{
    form("Do you have parking?", "f1");
    settle();
    EXPECT_EQ(messages().size(), 1u) << "nothing is said that cannot go out";
    EXPECT_EQ(conversations().back().status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversations().back().waitingSince);
    const auto open = escalation(conversations().back().id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::Rule);
    EXPECT_EQ(open->priority, 3);
    EXPECT_EQ(open->brief.why, "Do you have parking?");
    EXPECT_EQ(decisions(conversations().back().id).at(0).action, DecisionAction::HandedOver);
    form("There is a fire in the kitchen!", "f2", "eva@example.com");
    settle();
    ASSERT_TRUE(escalation(conversations().back().id));
    EXPECT_EQ(escalation(conversations().back().id)->reason, EscalationReason::Emergency);
    setSafeMode(true);
    form("What time is check-in?", "f3", "ben@example.com");
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

TEST_F(Send, AKeyThatIsRefusedShowsAtTheChannelUntilOneGoesThrough)
{
    const auto health = [&](ChannelKind kind) {
        std::optional<Channel> channel;
        (void)store->read([&](Tx &tx) { channel = ChannelRepository::firstOfKind(tx, client.id, kind); });
        return channel->health == ChannelHealth::Failing ? "failing: " + channel->healthDetail : std::string {nameOf(channel->health.value())};
    };
    provider.answerWith([](const Handed &m, int) { return m.from == "1065" ? Provider::metaError(401, 190) : Provider::twilioError(401, 20003); });
    whatsApp("Do you have parking?", "wamid.1");
    sms("Do you have parking?", "SM1", "+13055550177");
    settle();
    EXPECT_EQ(health(ChannelKind::WhatsApp), "failing: The channel's key has expired or is not accepted");
    EXPECT_EQ(health(ChannelKind::Sms), "failing: The channel's key is not accepted");
    const auto told = events();
    EXPECT_EQ(std::count_if(told.begin(), told.end(), [](const Event &e) { return e.kind == "channel.updated"; }), 2);
    provider.answerWith([](const Handed &, int) { return Provider::metaError(400, 131026); }); // says nothing of the key
    whatsApp("Do you have parking?", "wamid.2", "13055550178");
    settle();
    EXPECT_EQ(health(ChannelKind::WhatsApp).substr(0, 7), "failing");
    provider.answerWith({});
    whatsApp("Do you have parking?", "wamid.3", "13055550179");
    settle();
    EXPECT_EQ(health(ChannelKind::WhatsApp), "ok");
    EXPECT_EQ(health(ChannelKind::Sms).substr(0, 7), "failing");
}

// Nothing is tried again that can never arrive, and whoever looks at the channel reads why.
TEST_F(Send, ADoorIntoAnInnerNetworkTakesNothingAndShowsIt)
{
    (void)store->write([&](WriteTx &tx) {
        auto channel = *ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms);
        channel.baseUrl = "http://10.0.0.7";
        ChannelRepository::update(tx, channel);
        announce(tx, clientStream(client.id), "channel.updated", channel, {});
    });
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_EQ(last().code, "address_forbidden");
    std::optional<Channel> door;
    (void)store->read([&](Tx &tx) { door = ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms); });
    EXPECT_EQ(door->health, ChannelHealth::Failing);
    EXPECT_EQ(door->healthDetail, last().reason);
}

// A portal in between, or a name server that answers for every name: the text waits, and the channel shows it.
TEST_F(Send, ANameThatLeadsInsideForAWhileShowsAtTheChannelBeforeItIsTriedAgain)
{
    std::optional<Channel> door;
    const auto look = [&] { (void)store->read([&](Tx &tx) { door = ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms); }); };
    look();
    ASSERT_NE(door->health, ChannelHealth::Failing);
    class LedInside final : public JobHandler {
    public:
        LedInside(const Clock &now, ChannelId to) : clock(now), channel(std::move(to)) { }
        JobOutcome run(const Job &job) override { return tryAgain(job, channel, "an inner network", SendResult::retry("an inner network", std::string {addressForbidden}), clock.now()); }
        const Clock &clock;
        const ChannelId channel;
    };
    LedInside handler {clock, door->id};
    enqueueFor("led.inside");
    JobRunner {*store, clock, log, {{"led.inside", &handler, 1, 1}}, {}}.drain();
    look();
    EXPECT_EQ(door->health, ChannelHealth::Failing);
    EXPECT_EQ(door->healthDetail, "an inner network");
    std::optional<Timestamp> next;
    (void)store->read([&](Tx &tx) { next = JobRepository::nextRunAt(tx, "led.inside"); });
    EXPECT_TRUE(next && *next > clock.now());
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
