#include "server/jobs/jobrunner.h"
#include "server/jobs/sendjob.h"
#include "server/services/op/queues.h"
#include "server/storage/jobrepository.h"
#include "server/storage/messagerepository.h"
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

// A gateway's 502, or a breakdown after the message was taken: the customer may have it twice, and the record says so.
TEST_F(Send, AVendorThatBrokeDownMayHaveHadIt)
{
    const auto twice = [&](const Response &first, const std::string &id) {
        const auto before = static_cast<int>(provider.handed().size());
        provider.answerWith([=](const Handed &m, int n) { return n == before + 1 ? first : Provider::taken(m, n, m.from == "1065"); });
        id.starts_with("wamid") ? whatsApp("Do you have parking?", id) : sms("Do you have parking?", id);
        settle();
        EXPECT_EQ(last().state, DeliveryState::Queued);
        for (int i = 0; i < 2; ++i) {
            clock.advance(std::chrono::minutes {5});
            drain();
        }
        EXPECT_EQ(last().state, DeliveryState::Sent);
        EXPECT_EQ(static_cast<int>(provider.handed().size()), before + 2);
        return last().outcomeUnknown;
    };
    EXPECT_TRUE(twice(Response::empty(502), "SM1"));
    EXPECT_TRUE(twice(Response::empty(500), "SM2"));
    EXPECT_TRUE(twice(Provider::twilioError(500, 20500), "SM3"));
    EXPECT_TRUE(twice(Response::empty(502), "wamid.1"));
    EXPECT_TRUE(twice(Provider::metaError(500, 131000), "wamid.2"));
    // These say that nothing was taken.
    EXPECT_FALSE(twice(Provider::twilioError(503, 20500), "SM4"));
    EXPECT_FALSE(twice(Response::empty(503), "SM5"));
    EXPECT_FALSE(twice(Provider::metaError(500, 130429), "wamid.3"));
    EXPECT_FALSE(twice(Provider::metaError(500, 2), "wamid.4"));
}

TEST_F(Send, WhatMayHaveGoneThroughIsGivenUpAsUnknown)
{
    provider.answerWith([](const Handed &, int n) { return n == 1 ? Response::empty(502) : Provider::twilioError(503, 20500); });
    sms("Do you have parking?", "SM1");
    settle();
    for (int i = 0; i < 15; ++i) {
        clock.advance(std::chrono::hours {2});
        drain();
    }
    EXPECT_EQ(last().code, "given_up");
    EXPECT_TRUE(last().outcomeUnknown);
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
    EXPECT_EQ(background->counters().jobsRetried, 1u) << "to wait is no attempt";
    clock.advance(std::chrono::seconds {60});
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
    clock.advance(std::chrono::seconds {120});
    drain();
    EXPECT_EQ(provider.handed().size(), 3u);
}

TEST_F(Send, AVendorThatAskedAClockThatWasAheadToSlowDownIsNotWaitedForUntilThen)
{
    provider.answerWith([](const Handed &m, int n) {
        if (n > 1)
            return Provider::taken(m, n, false);
        auto response = Provider::twilioError(429, 20429);
        response.headers.emplace_back("Retry-After", "120");
        return response;
    });
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

// Without an answer nobody knows whether it was taken: nothing else could ever tell, so it goes out again and is marked.
TEST_F(Send, WhatAVendorDidNotAnswerIsSentAgainAndMarked)
{
    provider.answerWith([](const Handed &m, int n) { return n == 1 ? Response::empty(504) : Provider::taken(m, n, false); });
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Queued);
    clock.advance(std::chrono::hours {2});
    drain();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(last().state, DeliveryState::Sent);
    EXPECT_TRUE(last().outcomeUnknown);
    EXPECT_EQ(last().reason, sentBefore);
}

TEST_F(Send, AVendorThatNeverAnswersLeavesTheCustomerToAPerson)
{
    provider.answerWith([](const Handed &, int) { return Response::empty(504); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    for (int i = 0; i < 15; ++i) {
        clock.advance(std::chrono::hours {1});
        drain();
    }
    EXPECT_EQ(provider.handed().size(), 2u) << "it may have taken both, and nobody gets a text ten times";
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_TRUE(last().outcomeUnknown);
    EXPECT_EQ(conversations().back().status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversations().back().waitingSince);
    EXPECT_TRUE(escalation(conversations().back().id));
}

// Between "the vendor took it" and "that is on record" the server may be killed: the next attempt cannot know.
TEST_F(Send, ASendingThatWasInterruptedIsRepeatedAndMarked)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    clock.advance(std::chrono::hours {2});
    std::vector<Job> claimed;
    (void)store->write([&](WriteTx &tx) { // a sender takes it and is killed
        claimed = JobRepository::claim(tx, "channel.send", "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
        JobRepository::releaseAll(tx, clock.now());
    });
    ASSERT_EQ(claimed.size(), 1u);
    drain(); // 503 once more, which must not make it forget the interruption
    ASSERT_EQ(last().state, DeliveryState::Queued);
    provider.answerWith({});
    clock.advance(std::chrono::hours {2});
    drain();
    EXPECT_EQ(last().state, DeliveryState::Sent);
    EXPECT_TRUE(last().outcomeUnknown);
}

// A server that dies of what it does next must not hand the same text to the customer at each of its starts.
TEST_F(Send, ASendingThatIsInterruptedAgainAndAgainIsLeftToAPerson)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    const auto handed = provider.handed().size();
    provider.answerWith({});
    clock.advance(std::chrono::hours {2});
    for (int i = 0; i < 3; ++i) {
        std::vector<Job> claimed;
        (void)store->write([&](WriteTx &tx) {
            claimed = JobRepository::claim(tx, "channel.send", "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
            JobRepository::releaseAll(tx, clock.now());
        });
        ASSERT_EQ(claimed.size(), 1u);
    }
    drain();
    EXPECT_EQ(provider.handed().size(), handed);
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_TRUE(last().outcomeUnknown);
    EXPECT_TRUE(escalation(conversations().back().id));
}

// What waited when the copy was made has probably gone out since: a person decides whether it goes out again.
TEST_F(Send, WhatARestoredCopyStillHadToSendIsNotSentAgain)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    ASSERT_TRUE(store->backup((folder / "copy.db").string()).hasValue());
    provider.answerWith({});
    clock.advance(std::chrono::hours {2});
    drain();
    ASSERT_EQ(last().state, DeliveryState::Sent);
    const auto handed = provider.handed().size();

    restart([&] {
        for (const auto *rest : {"", "-wal", "-shm"})
            std::filesystem::remove(folder / (std::string {"foredeckd.db"} + rest));
        std::filesystem::rename(folder / "copy.db", folder / "foredeckd.db");
    });
    ASSERT_EQ(last().state, DeliveryState::Queued);
    ASSERT_TRUE(background->start().hasValue());
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_TRUE(last().outcomeUnknown);
    background->stop();
    EXPECT_EQ(provider.handed().size(), handed);
    sms("What time is check-in?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), handed + 1) << "what comes after is sent as ever";
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

// The last attempt, too, may end without a word; nobody may wait for it for ever.
TEST_F(Send, WorkThatDiedAtItsLastAttemptIsTold)
{
    const auto dieTenTimes = [&](std::string_view queue) {
        for (int attempt = 0; attempt < 10; ++attempt) {
            std::vector<Job> claimed;
            (void)store->write([&](WriteTx &tx) {
                JobRepository::releaseAll(tx, clock.now());
                claimed = JobRepository::claim(tx, queue, "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
            });
            ASSERT_EQ(claimed.size(), 1u);
        }
        restart();
        ASSERT_TRUE(background->start().hasValue());
        background->stop();
    };
    whatsApp("Do you have parking?", "wamid.1");
    drain();
    clock.advance(std::chrono::seconds {10});
    dieTenTimes("assistant.turn");
    const auto given = conversations().back();
    EXPECT_EQ(given.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(given.status, ConversationStatus::WaitingHuman);
    ASSERT_TRUE(escalation(given.id).has_value());
    EXPECT_EQ(escalation(given.id)->reason, EscalationReason::AiFailure);

    (void)store->write([&](WriteTx &tx) {
        Message reply;
        reply.id = MessageId::make(clock.now());
        reply.client = client.id;
        reply.conversation = given.id;
        reply.position = 50;
        reply.role = MessageRole::Staff;
        reply.text = "Yes";
        reply.channel = given.channelKind;
        reply.delivery.state = DeliveryState::Queued;
        reply.at = clock.now();
        MessageRepository::insert(tx, reply, given.channel);
        JobRepository::enqueue(tx, sendJob(reply, given.channel, clock.now()));
    });
    dieTenTimes("channel.send");
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_TRUE(last().outcomeUnknown);
    EXPECT_TRUE(provider.handed().empty());
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
    (void)store->write([&](WriteTx &tx) {
        Job job;
        job.id = JobId::make(clock.now());
        job.queue = job.kind = "refused";
        job.client = client.id;
        job.runAt = job.createdAt = clock.now();
        job.payload = "{}";
        JobRepository::enqueue(tx, job);
    });
    JobRunner runner {*store, clock, lines, {{"refused", &refuses, 1, 1}}, {}};
    EXPECT_EQ(runner.drain(), 1);
    EXPECT_EQ(lines.text, "job.retried 503: +••• and ••• cannot be reached, code 131026;");
}

// Taken by the vendor, and then the store had no room to say so: whoever sends again knows that it may be the second time.
TEST_F(Send, WorkThatCouldNotBeRecordedIsKnownAsInterrupted)
{
    class Unrecorded final : public JobHandler {
    public:
        JobOutcome run(const Job &job) override
        {
            errors.push_back(job.lastError);
            return JobOutcome::done([this](WriteTx &tx) {
                if (errors.size() == 1)
                    tx.fail(Error::of(Error::Kind::Io, "no room"));
            });
        }
        std::vector<std::string> errors;
    };
    Unrecorded unrecorded;
    (void)store->write([&](WriteTx &tx) {
        Job job;
        job.id = JobId::make(clock.now());
        job.queue = job.kind = "unrecorded";
        job.client = client.id;
        job.runAt = job.createdAt = clock.now();
        job.payload = "{}";
        JobRepository::enqueue(tx, job);
    });
    JobRunner runner {*store, clock, log, {{"unrecorded", &unrecorded, 1, 1}}, {}};
    runner.drain();
    clock.advance(std::chrono::hours {2});
    runner.drain();
    EXPECT_EQ(unrecorded.errors, (std::vector<std::string> {"", std::string {JobRepository::interrupted}}));
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
