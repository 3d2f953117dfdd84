#include "server/jobs/jobrunner.h"
#include "server/jobs/sendjob.h"
#include "server/services/client/clientacts.h"
#include "server/services/op/queues.h"
#include "server/storage/jobrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/jobs/rig.h"

#include <stdexcept>

using namespace foredeck;

namespace foredeck::tests {

/// What may have reached the customer although nobody said so: a vendor that broke down or did not answer, a program that was
/// ended in the middle.
class SendDoubt : public Rig {
protected:
    Delivery last() { return messages().back().delivery; }
    void putCopyBack()
    {
        for (const auto *rest : {"", "-wal", "-shm"})
            std::filesystem::remove(folder / (std::string {"foredeckd.db"} + rest));
        std::filesystem::rename(folder / "copy.db", folder / "foredeckd.db");
    }
    /// One job, as often as it takes to be given up like what crashed.
    void runFourTimes(const std::string &queue, JobHandler &handler)
    {
        enqueueFor(queue);
        JobRunner runner {*store, clock, log, {{queue, &handler, 1, 1}}, {}};
        for (int i = 0; i < 4; ++i) {
            runner.drain();
            clock.advance(std::chrono::hours {2});
        }
    }
};

// A gateway's 502, or a breakdown after the message was taken: the customer may have it twice, and the record says so.
TEST_F(SendDoubt, AVendorThatBrokeDownMayHaveHadIt)
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

TEST_F(SendDoubt, WhatMayHaveGoneThroughIsGivenUpAsUnknown)
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

// Without an answer nobody knows whether it was taken: nothing else could ever tell, so it goes out again and is marked.
TEST_F(SendDoubt, WhatAVendorDidNotAnswerIsSentAgainAndMarked)
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
    smsStatus(messages().back().providerId, "delivered");
    drain();
    EXPECT_EQ(last().state, DeliveryState::Delivered);
    EXPECT_TRUE(last().outcomeUnknown) << "the first may have arrived as well";
    EXPECT_EQ(last().reason, sentBefore);
}

TEST_F(SendDoubt, AVendorThatNeverAnswersLeavesTheCustomerToAPerson)
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
TEST_F(SendDoubt, ASendingThatWasInterruptedIsRepeatedAndMarked)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    clock.advance(std::chrono::hours {2});
    std::vector<Job> claimed;
    (void)store->write([&](WriteTx &tx) { // a sender takes it and is killed
        claimed = JobRepository::claim(tx, queues::channelSms, "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
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
TEST_F(SendDoubt, ASendingThatIsInterruptedAgainAndAgainIsLeftToAPerson)
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
            claimed = JobRepository::claim(tx, queues::channelSms, "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
            JobRepository::releaseAll(tx, clock.now());
        });
        ASSERT_EQ(claimed.size(), 1u);
    }
    clock.advance(EarlierAttempts::arrival);
    drain();
    EXPECT_EQ(provider.handed().size(), handed);
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_TRUE(last().outcomeUnknown);
    EXPECT_TRUE(escalation(conversations().back().id));
}

// It did not go out this time, and may have before.
TEST_F(SendDoubt, WhatIsSettledWithoutAskingAgainStaysInDoubt)
{
    provider.answerWith([](const Handed &m, int) { return m.from == "1065" ? Provider::metaError(500, 131000) : Response::empty(502); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    clock.advance(std::chrono::hours {25});
    drain();
    EXPECT_EQ(last().code, "131047") << "WhatsApp's window is over";
    EXPECT_TRUE(last().outcomeUnknown);

    sms("Do you have parking?", "SM1", "+13055550177");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    setSafeMode(true);
    (void)store->write([&](WriteTx &tx) {
        auto channel = *ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms);
        channel.baseUrl = "https://api.twilio.com";
        ChannelRepository::update(tx, channel);
        announce(tx, clientStream(client.id), "channel.updated", channel, {});
    });
    clock.advance(std::chrono::minutes {5});
    drain();
    EXPECT_EQ(last().state, DeliveryState::Held);
    EXPECT_TRUE(last().outcomeUnknown);
}

// The door rests, and what no other attempt may follow waits for it: it is over all the same, and nothing forgets that it is.
TEST_F(SendDoubt, WhatIsSpentStaysSoWhereNothingWasTried)
{
    const auto spent = JobRepository::interruptedAgain(JobRepository::interruptedAgain(JobRepository::interruptedAgain({})));
    ASSERT_TRUE(JobRepository::isSpent(spent));
    EXPECT_TRUE(JobRepository::isSpent(JobRepository::notTried(spent, "the channels could not be read")));
    const auto once = JobRepository::notTried(JobRepository::interrupted, "another message is being tried first");
    EXPECT_TRUE(JobRepository::mayBeDone(once));
    EXPECT_FALSE(JobRepository::isSpent(once));
    EXPECT_EQ(JobRepository::notTried({}, "why"), "why");

    provider.answerWith([](const Handed &, int) { return Provider::metaError(500, 2); });
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Queued);
    (void)store->write([&](WriteTx &tx) { tx.run("UPDATE job SET last_error = :error, run_at = run_at + 60000 WHERE queue = 'channel.send' AND state = 'queued'", {{"error", spent}}); });
    auto slow = Provider::metaError(429, 130429);
    slow.headers.emplace_back("Retry-After", "3000");
    provider.answerWith([slow](const Handed &, int) { return slow; });
    whatsApp("Do you have a bar?", "wamid.2", "13055550143");
    settle();
    provider.answerWith({});
    const auto handed = provider.handed().size();
    clock.advance(std::chrono::minutes {5});
    drain();
    EXPECT_EQ(provider.handed().size(), handed);
    const auto all = conversations();
    const auto first = std::find_if(all.begin(), all.end(), [&](const Conversation &c) { return messages(c.id).at(0).text == "Do you have parking?"; });
    ASSERT_NE(first, all.end());
    EXPECT_EQ(messages(first->id).back().delivery.state, DeliveryState::Failed) << "before the door has rested";
}

// What waited when the copy was made has probably gone out since: a person decides whether it goes out again.
TEST_F(SendDoubt, WhatARestoredCopyStillHadToSendIsNotSentAgain)
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

    restart([&] { putCopyBack(); });
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

// It has answered since, as far as anybody knows: a person looks whether it did.
TEST_F(SendDoubt, WhatARestoredCopyStillHadToAnswerIsAPersons)
{
    sms("Do you have parking?", "SM1");
    drain();
    ASSERT_TRUE(store->backup((folder / "copy.db").string()).hasValue());
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);

    restart([&] { putCopyBack(); });
    ASSERT_EQ(messages().size(), 1u);
    ASSERT_TRUE(background->start().hasValue());
    background->stop();
    settle();
    EXPECT_EQ(provider.handed().size(), 1u) << "they have their answer";
    EXPECT_TRUE(escalation(conversations().back().id));
    sms("What time is check-in?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u) << "what comes after is answered as ever";
}

// Tom had gone when they wrote, and the turn that tells of it had not come yet.
TEST_F(SendDoubt, WhoWaitsForNobodyInARestoredCopyIsTold)
{
    sms("Do you have parking?", "SM1");
    settle();
    changeConversation([](Conversation &c) { c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"}; });
    sms("Is there a helipad, too?", "SM2");
    drain();
    ASSERT_FALSE(escalation(conversations().back().id));
    ASSERT_TRUE(store->backup((folder / "copy.db").string()).hasValue());

    restart([&] { putCopyBack(); });
    ASSERT_TRUE(background->start().hasValue());
    background->stop();
    settle();
    EXPECT_TRUE(escalation(conversations().back().id));
}

// Copied in the night, when the assistant was off, and put back in the afternoon.
TEST_F(SendDoubt, WhoWaitedInThePauseOfARestoredCopyIsAPersons)
{
    by({ActorKind::User, UserId {"u1"}, "Tom"}, [](OpContext &op) { EXPECT_TRUE(foredeck::setAssistant(op, false, op.now + std::chrono::minutes {30}).hasValue()); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 0u);
    ASSERT_TRUE(store->backup((folder / "copy.db").string()).hasValue());
    clock.advance(std::chrono::hours {1});
    settle();
    ASSERT_EQ(provider.handed().size(), 1u) << "it goes on with what came to people because of it";

    restart([&] { putCopyBack(); });
    clock.advance(std::chrono::hours {8});
    settle();
    EXPECT_EQ(provider.handed().size(), 1u) << "they have their answer";
    EXPECT_TRUE(escalation(conversations().back().id));
    sms("What time is check-in?", "SM2", "+13055550177");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u) << "it is on";
}

TEST_F(SendDoubt, AWorkerThatDiedLeavesItsWorkToTheNext)
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
TEST_F(SendDoubt, WorkThatDiedAtItsLastAttemptIsTold)
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
        JobRepository::enqueue(tx, sendJob(reply, given, clock.now()));
    });
    dieTenTimes("channel.send");
    EXPECT_EQ(last().state, DeliveryState::Failed);
    EXPECT_TRUE(last().outcomeUnknown);
    EXPECT_TRUE(provider.handed().empty());
}

// Taken by the vendor, and then the store had no room to say so: whoever sends again knows that it may be the second time.
TEST_F(SendDoubt, WorkThatCouldNotBeRecordedIsKnownAsInterrupted)
{
    class Unrecorded final : public JobHandler {
    public:
        JobOutcome run(const Job &job) override
        {
            errors.push_back(job.lastError);
            return JobOutcome::done([this](WriteTx &tx) {
                if (errors.size() <= 3)
                    tx.fail(Error::of(Error::Kind::Io, "no room"));
            });
        }
        std::vector<std::string> errors;
    };
    Unrecorded unrecorded;
    runFourTimes("unrecorded", unrecorded);
    ASSERT_EQ(unrecorded.errors.size(), 4u);
    EXPECT_EQ(unrecorded.errors[0], "");
    EXPECT_EQ(unrecorded.errors[1], JobRepository::interrupted);
    EXPECT_FALSE(JobRepository::isSpent(unrecorded.errors[2]));
    EXPECT_TRUE(JobRepository::isSpent(unrecorded.errors[3])) << "as after three crashes";
}

// It may have thrown behind the vendor's answer.
TEST_F(SendDoubt, WorkThatThrewIsKnownAsInterrupted)
{
    class Throws final : public JobHandler {
    public:
        JobOutcome run(const Job &job) override
        {
            errors.push_back(job.lastError);
            if (errors.size() <= 3)
                throw std::runtime_error {"a fault"};
            return JobOutcome::done();
        }
        std::vector<std::string> errors;
    };
    Throws throws;
    runFourTimes("throws", throws);
    ASSERT_EQ(throws.errors.size(), 4u);
    EXPECT_EQ(throws.errors[1], JobRepository::interrupted);
    EXPECT_TRUE(JobRepository::isSpent(throws.errors[3])) << "as after three crashes";
}

} // namespace foredeck::tests
