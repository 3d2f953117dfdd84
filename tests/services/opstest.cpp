#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/op/ops.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/op/queues.h"

#include "net/codec/domaincodec.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/services/world.h"

#include <atomic>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class OpsTest : public ::testing::Test {
protected:
    OpsTest()
    {
        m_store = SqliteStore::open({m_folder.path("store.db")}, m_clock).value();
        m_world = makeWorld(*m_store, m_clock);
        m_ops = std::make_unique<Ops>(*m_store, m_clock, m_box);
    }

    OpId newOp() const { return OpId::make(m_clock.now()); }

    template <class T>
    Result<T> act(const UserId &user, const OpId &id, const std::string &request, const std::function<Result<T>(OpContext &)> &effect)
    {
        std::optional<Result<T>> value;
        const auto answer = m_ops->run({user, id, request}, scope(), [&](OpContext &op) -> Result<ActAnswer> {
            value.emplace(effect(op));
            return value->hasError() ? Result<ActAnswer> {value->error()} : ActAnswer {200, encode(value->value())};
        });
        if (answer.hasError())
            return answer.error();
        return value ? *value : decode<T>(answer.value().body);
    }

    Ops::Scope scope() const
    {
        return [this](Tx &tx, const Access &access) { return boundClient(tx, access, m_world.one.conversation, Right::Work, "conversation"); };
    }

    Result<Conversation> claim(const UserId &user) { return act<Conversation>(user, newOp(), "claim", [&](OpContext &op) { return m_claims.claim(op, m_world.one.conversation); }); }
    Result<Conversation> takeOver(const UserId &user, const Expectations &expect = {})
    {
        return act<Conversation>(user, newOp(), "takeover", [&](OpContext &op) { return m_claims.takeOver(op, m_world.one.conversation, expect); });
    }
    Result<Conversation> release(const UserId &user, OwnerKind to, std::int64_t fence)
    {
        return act<Conversation>(user, newOp(), "release", [&](OpContext &op) { return m_claims.release(op, m_world.one.conversation, to, fence); });
    }
    Result<Message> say(const UserId &user, std::int64_t seen, std::int64_t fence = 0, bool override_ = false)
    {
        const auto id = newOp();
        return act<Message>(user, id, "reply", [&](OpContext &op) {
            return reply(op, m_world.one.conversation, {MessageId {id.value}, "Good evening", seen, fence, override_}, usualLease);
        });
    }
    Result<Conversation> finish(const UserId &user, std::int64_t seen, bool override_ = false)
    {
        return act<Conversation>(user, newOp(), "end", [&](OpContext &op) { return end(op, m_world.one.conversation, {seen, {}, override_}); });
    }

    std::vector<Event> events() const
    {
        std::vector<Event> list;
        read(*m_store, [&](Tx &tx) { list = EventRepository::after(tx, clientStream(m_world.one.client), 0, 10'000); });
        return list;
    }
    std::int64_t head() const { return events().empty() ? 0 : events().back().seq; }
    Conversation row() const { return conversationOf(*m_store, m_world.one); }
    std::vector<Message> messages() const
    {
        std::vector<Message> list;
        read(*m_store, [&](Tx &tx) { list = MessageRepository::after(tx, m_world.one.client, m_world.one.conversation, 0, 10'000); });
        return list;
    }

    TemporaryFolder m_folder;
    ManualClock m_clock;
    SecretBox m_box {SecretBox::Key {7}};
    std::unique_ptr<SqliteStore> m_store;
    World m_world;
    std::unique_ptr<Ops> m_ops;
    ClaimActs m_claims {90s};
};

std::string member(const Error &error, const char *name)
{
    JsonDocument document;
    const auto json = document.parse(error.extension);
    return json.hasValue() && json.value()[name].exists() ? json.value()[name].toJson() : std::string {};
}

} // namespace

TEST_F(OpsTest, TheSameActTwiceHasOneEffectAndOneAnswer)
{
    const auto id = newOp();
    const auto once = [&](const std::string &text) {
        return m_ops->run({m_world.agent, id, text}, scope(), [&](OpContext &op) {
            const auto note = addNote(op, m_world.one.conversation, {NoteId {id.value}, text});
            return note.hasError() ? Result<ActAnswer> {note.error()} : Result<ActAnswer> {ActAnswer {201, encode(note.value())}};
        });
    };
    const auto first = once("call her back");
    const auto head1 = head();
    const auto second = once("call her back");
    ASSERT_TRUE(first.hasValue() && second.hasValue());
    EXPECT_FALSE(first.value().replayed);
    EXPECT_TRUE(second.value().replayed);
    EXPECT_EQ(second.value().body, first.value().body);
    EXPECT_EQ(second.value().status, 201);
    EXPECT_EQ(head(), head1);
    EXPECT_EQ(once("something else").error().kind, Error::Kind::Unprocessable);
    const auto other = m_ops->run({m_world.colleague, id, "call her back"}, scope(), [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; });
    EXPECT_EQ(other.error().kind, Error::Kind::Unprocessable) << "an answer is its author's alone";
}

TEST_F(OpsTest, ARefusedActLeavesNothingAndMayBeTriedAgain)
{
    const auto id = newOp();
    const auto before = head();
    const auto refused = m_ops->run({m_world.agent, id, "x"}, scope(), [&](OpContext &op) -> Result<ActAnswer> {
        (void)addNote(op, m_world.one.conversation, {NoteId {id.value}, "written and thrown away"});
        return Error::of(Error::Kind::Conflict, "no");
    });
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(head(), before);
    EXPECT_EQ(row().lastPosition, 0);
    EXPECT_TRUE(m_ops->run({m_world.agent, id, "y"}, scope(), [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; }).hasValue());
}

TEST_F(OpsTest, ThirtyTwoThreadsWithOneKeyMakeOneMessage)
{
    for (int round = 0; round < 20; ++round) {
        const auto id = newOp();
        std::atomic<int> fresh {0}, same {0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 32; ++i) {
            threads.emplace_back([&] {
                const auto answer = m_ops->run({m_world.agent, id, "reply"}, scope(), [&](OpContext &op) {
                    const auto message = reply(op, m_world.one.conversation, {MessageId {id.value}, "Hello", op.now.time_since_epoch().count(), 0, false}, usualLease);
                    return message.hasError() ? Result<ActAnswer> {message.error()} : Result<ActAnswer> {ActAnswer {201, encode(message.value())}};
                });
                ++(answer.hasValue() && !answer.value().replayed ? fresh : same);
            });
        }
        for (auto &thread : threads)
            thread.join();
        EXPECT_EQ(fresh, 1);
        EXPECT_EQ(same, 31);
    }
    EXPECT_EQ(messages().size(), 20u);
}

TEST_F(OpsTest, RightsAreThoseOfNow)
{
    EXPECT_EQ(m_ops->run({m_world.viewer, newOp(), "x"}, scope(), [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; }).error().kind, Error::Kind::Forbidden);
    EXPECT_EQ(m_ops->run({m_world.stranger, newOp(), "x"}, scope(), [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; }).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(m_ops->run({UserId {"nobody"}, newOp(), "x"}, scope(), [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; }).error().kind, Error::Kind::Unauthorized);
    EXPECT_EQ(m_ops->run({m_world.agent, OpId {"not-a-uuid"}, "x"}, scope(), [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; }).error().kind, Error::Kind::Invalid);
}

TEST_F(OpsTest, AClaimRaisesTheFenceAndKeepsOthersOut)
{
    const auto mine = claim(m_world.agent).value();
    EXPECT_EQ(mine.claim.fence, 1);
    EXPECT_EQ(mine.owner.user, m_world.agent);
    EXPECT_EQ(mine.claim.leaseUntil, m_clock.now() + 90s);
    EXPECT_EQ(claim(m_world.agent).value().claim.fence, 1) << "one's own claim again is the same claim";
    const auto held = claim(m_world.colleague);
    ASSERT_TRUE(held.hasError());
    EXPECT_EQ(held.error().kind, Error::Kind::Conflict);
    EXPECT_NE(member(held.error(), "holder").find(m_world.agent.value), std::string::npos);
    EXPECT_EQ(say(m_world.colleague, 0).error().kind, Error::Kind::Conflict) << "without a fence while somebody holds it";
    EXPECT_TRUE(say(m_world.agent, 0, 1).hasValue());
}

TEST_F(OpsTest, ATakeOverEndsTheOlderFence)
{
    (void)claim(m_world.agent);
    EXPECT_EQ(takeOver(m_world.colleague, {{"owner", "nobody"}}).error().kind, Error::Kind::Conflict);
    EXPECT_EQ(takeOver(m_world.colleague, {{"colour", "blue"}}).error().kind, Error::Kind::Invalid);
    const auto taken = takeOver(m_world.colleague, {{"owner", m_world.agent.value}}).value();
    EXPECT_EQ(taken.claim.fence, 2);
    EXPECT_EQ(taken.owner.user, m_world.colleague);
    const auto stale = say(m_world.agent, 0, 1, true);
    ASSERT_TRUE(stale.hasError());
    EXPECT_NE(member(stale.error(), "holder").find(m_world.colleague.value), std::string::npos);
    EXPECT_TRUE(messages().empty());
    EXPECT_EQ(release(m_world.agent, OwnerKind::Nobody, 1).error().kind, Error::Kind::Conflict);
}

TEST_F(OpsTest, TakingOverWhatIsOnesOwnRenewsTheLease)
{
    (void)claim(m_world.agent);
    m_clock.advance(60s);
    const auto again = takeOver(m_world.agent).value();
    EXPECT_EQ(again.claim.fence, 1) << "the same claim";
    EXPECT_EQ(again.claim.leaseUntil, m_clock.now() + 90s) << "and how long it runs now";
    m_clock.advance(60s);
    EXPECT_EQ(claim(m_world.colleague).error().kind, Error::Kind::Conflict);
}

TEST_F(OpsTest, ATakeOverCancelsTheAssistantsTurnAndClaimsTheEscalation)
{
    const auto message = customerWrites(*m_store, m_clock, m_world.one, "help");
    write(*m_store, [&](WriteTx &tx) {
        JobRepository::enqueue(tx, turnJob(m_world.one.client, m_world.one.conversation, m_clock.now(), m_clock.now() + 1500ms));
    });
    ASSERT_TRUE((act<Conversation>(m_world.colleague, newOp(), "escalate", [&](OpContext &op) {
        return escalate(op, m_world.one.conversation, {EscalationReason::Emergency, "water in the lobby", 1});
    })).hasValue());
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(row().escalation->due, m_clock.now() + 5min) << "an emergency is due in a third of 15 minutes";
    const auto taken = takeOver(m_world.agent).value();
    EXPECT_EQ(taken.status, ConversationStatus::Active);
    ASSERT_TRUE(taken.escalation);
    EXPECT_EQ(taken.escalation->status, EscalationStatus::Claimed);
    bool waits = true;
    write(*m_store, [&](WriteTx &tx) {
        waits = JobRepository::cancel(tx, m_world.one.client, queues::assistantTurn, m_world.one.conversation.value, "look", m_clock.now());
    });
    EXPECT_FALSE(waits);
    const auto back = release(m_world.agent, OwnerKind::Assistant, taken.claim.fence).value();
    EXPECT_FALSE(back.escalation);
    EXPECT_EQ(back.owner.kind, OwnerKind::Assistant);
    write(*m_store, [&](WriteTx &tx) {
        waits = JobRepository::cancel(tx, m_world.one.client, queues::assistantTurn, m_world.one.conversation.value, "look", m_clock.now());
    });
    EXPECT_TRUE(waits) << "the customer still waits, so the assistant looks at it at once";
    EXPECT_EQ(message.position, 1);
}

TEST_F(OpsTest, AReplyIsAMessageAndItsJobInOneTransaction)
{
    customerWrites(*m_store, m_clock, m_world.one, "do you have a room?");
    const auto message = say(m_world.agent, 1).value();
    EXPECT_EQ(message.delivery.state, DeliveryState::Queued);
    EXPECT_EQ(message.position, 2);
    EXPECT_EQ(message.op.value, message.id.value);
    std::vector<Job> jobs;
    write(*m_store, [&](WriteTx &tx) { jobs = JobRepository::claim(tx, queues::channelSend, "w", m_clock.now(), m_clock.now() + 1min, 10); });
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_EQ(jobs[0].payload,
        "{\"message_id\":\"" + message.id.value + "\",\"conversation_id\":\"" + m_world.one.conversation.value + "\",\"client_id\":\"" + m_world.one.client.value + "\"}");
    EXPECT_FALSE(row().waitingSince);
    EXPECT_EQ(row().lastMessage.text, "Good evening");
    const auto list = events();
    EXPECT_EQ(list.at(list.size() - 2).kind, "message.created");
    EXPECT_EQ(list.back().kind, "conversation.updated");
    EXPECT_EQ(list.back().op.value, message.id.value);
}

TEST_F(OpsTest, AReplyToWhoHasOptedOutIsKeptAndNotSent)
{
    customerWrites(*m_store, m_clock, m_world.one, "do you have a room?");
    write(*m_store, [&](WriteTx &tx) {
        auto lead = *LeadRepository::byId(tx, m_world.one.client, m_world.one.lead);
        lead.consent["whatsapp"] = {ConsentState::OptedOut, m_clock.now(), "STOP"};
        LeadRepository::update(tx, lead);
    });
    const auto message = say(m_world.agent, 1).value();
    EXPECT_EQ(message.delivery.state, DeliveryState::Suppressed);
    EXPECT_EQ(message.delivery.code, "opted_out");
    std::vector<Job> jobs;
    write(*m_store, [&](WriteTx &tx) { jobs = JobRepository::claim(tx, queues::channelSend, "w", m_clock.now(), m_clock.now() + 1min, 10); });
    EXPECT_TRUE(jobs.empty());
    EXPECT_TRUE(row().waitingSince) << "nothing reached them";
}

TEST_F(OpsTest, WhatCameAfterwardsStopsAReply)
{
    customerWrites(*m_store, m_clock, m_world.one, "one");
    customerWrites(*m_store, m_clock, m_world.one, "two");
    const auto stale = say(m_world.agent, 1);
    ASSERT_TRUE(stale.hasError());
    EXPECT_NE(member(stale.error(), "newer_messages").find("\"two\""), std::string::npos);
    EXPECT_EQ(member(stale.error(), "last_public_position"), "2");
    EXPECT_TRUE(say(m_world.agent, 2, 0, false).hasValue());
    EXPECT_TRUE(say(m_world.agent, 2).hasValue()) << "one's own reply in between is nothing new";
    EXPECT_EQ(say(m_world.colleague, 2).error().kind, Error::Kind::Conflict) << "a second person's answer to the same state";
    EXPECT_TRUE(say(m_world.colleague, 2, 0, true).hasValue()) << "asked, and sent anyway";
}

TEST_F(OpsTest, ManyOwnRepliesDoNotHideWhatIsNewer)
{
    customerWrites(*m_store, m_clock, m_world.one, "one");
    for (int i = 0; i < 45; ++i)
        ASSERT_TRUE(say(m_world.agent, 1).hasValue());
    customerWrites(*m_store, m_clock, m_world.one, "wait");
    EXPECT_EQ(say(m_world.agent, 1).error().kind, Error::Kind::Conflict);
}

TEST_F(OpsTest, TextsAreBounded)
{
    const auto send = [&](const std::string &text) {
        const auto id = newOp();
        return act<Message>(m_world.agent, id, "reply", [&](OpContext &op) { return reply(op, m_world.one.conversation, {MessageId {id.value}, text, 0, 0, false}, usualLease); });
    };
    EXPECT_EQ(send(" \n ").error().kind, Error::Kind::Invalid);
    EXPECT_EQ(send(std::string(64 * 1024 + 1, 'x')).error().kind, Error::Kind::TooLarge);
    EXPECT_TRUE(send(std::string(64 * 1024, 'x')).hasValue());
    const auto other = act<Message>(m_world.agent, newOp(), "reply", [&](OpContext &op) { return reply(op, m_world.one.conversation, {MessageId {"other"}, "x", 0, 0, false}, usualLease); });
    EXPECT_EQ(other.error().fields.at(0).field, "id");
}

TEST_F(OpsTest, EndAndReopen)
{
    customerWrites(*m_store, m_clock, m_world.one, "thanks");
    EXPECT_EQ(finish(m_world.agent, 0).error().kind, Error::Kind::Conflict) << "something newer";
    (void)claim(m_world.colleague);
    EXPECT_EQ(finish(m_world.agent, 1).error().kind, Error::Kind::Conflict) << "somebody else holds it";
    const auto ended = finish(m_world.colleague, 1).value();
    EXPECT_EQ(ended.status, ConversationStatus::Ended);
    EXPECT_TRUE(ended.endedAt);
    EXPECT_FALSE(ended.claim.leaseUntil);
    EXPECT_EQ(say(m_world.colleague, 1).error().kind, Error::Kind::Conflict);
    EXPECT_EQ(claim(m_world.agent).error().kind, Error::Kind::Conflict);
    const auto again = [&] { return act<Conversation>(m_world.agent, newOp(), "reopen", [&](OpContext &op) { return reopen(op, m_world.one.conversation, usualLease); }); };
    const auto reopened = again().value();
    EXPECT_EQ(reopened.status, ConversationStatus::Active);
    EXPECT_EQ(reopened.owner.user, m_world.colleague) << "who had it has it again";
    EXPECT_EQ(again().error().kind, Error::Kind::Conflict);
}

TEST_F(OpsTest, ALeaseThatRanOutLetsOthersClaimAndIsTold)
{
    const auto mine = claim(m_world.agent).value();
    const auto expire = [&](std::int64_t fence) {
        write(*m_store, [&](WriteTx &tx) {
            ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
            ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, fence).hasValue());
        });
    };
    m_clock.advance(60s);
    write(*m_store, [&](WriteTx &tx) {
        EXPECT_TRUE(ConversationRepository::renewLease(tx, m_world.one.client, m_world.one.conversation, mine.claim.fence, m_clock.now() + 90s));
    });
    m_clock.advance(60s);
    expire(1);
    EXPECT_EQ(claim(m_world.colleague).error().kind, Error::Kind::Conflict) << "it was renewed";
    m_clock.advance(31s);
    expire(1);
    EXPECT_FALSE(row().claim.leaseUntil);
    EXPECT_EQ(row().owner.user, m_world.agent) << "still the one who looks after it";
    EXPECT_EQ(events().at(events().size() - 2).kind, "transition.created");
    EXPECT_TRUE(say(m_world.agent, 0, 1).hasValue()) << "nobody has claimed since";
    EXPECT_EQ(claim(m_world.colleague).value().claim.fence, 2);
    EXPECT_EQ(say(m_world.agent, 0, 1).error().kind, Error::Kind::Conflict);
    expire(1);
    EXPECT_TRUE(row().claim.leaseUntil) << "an old sweep ends no newer claim";
}

// Their line died, and the customer must not wait in the list of somebody who is not there.
TEST_F(OpsTest, ALeaseThatRanOutWhileTheCustomerWaitsFreesTheConversation)
{
    ASSERT_TRUE((act<Conversation>(m_world.colleague, newOp(), "escalate", [&](OpContext &op) { return escalate(op, m_world.one.conversation, {EscalationReason::Emergency, "sauna", 1}); })).hasValue());
    const auto mine = claim(m_world.agent).value();
    customerWrites(*m_store, m_clock, m_world.one, "And is there a sauna?");
    const auto wrote = row().lastAt;
    m_clock.advance(91s);
    write(*m_store, [&](WriteTx &tx) {
        ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
        ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, mine.claim.fence).hasValue());
    });
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(row().lastAt, wrote) << "nobody wrote: the row stays where it is";
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    ASSERT_TRUE(row().escalation) << "somebody is told";
    EXPECT_EQ(row().escalation->status, EscalationStatus::Pending);
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition, mine.claim.fence).hasValue()) << "nobody has claimed since";
    EXPECT_EQ(row().owner.user, m_world.agent) << "the customer has an answer: nobody is called to give another";
    EXPECT_EQ(row().escalation->status, EscalationStatus::Claimed);
    EXPECT_EQ(say(m_world.colleague, row().lastPublicPosition, 0, true).error().kind, Error::Kind::Conflict) << "none comes past it";
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition, mine.claim.fence).hasValue()) << "what else was on its way";
}

// As the console does it: shown what is newer, without the fence of the claim that is over.
TEST_F(OpsTest, WhatIsSentAnywayWhereNobodyHasThemAnyMoreIsItsAuthorsToo)
{
    ASSERT_TRUE((act<Conversation>(m_world.colleague, newOp(), "escalate", [&](OpContext &op) { return escalate(op, m_world.one.conversation, {EscalationReason::Emergency, "sauna", 1}); })).hasValue());
    const auto mine = claim(m_world.agent).value();
    customerWrites(*m_store, m_clock, m_world.one, "And is there a sauna?");
    m_clock.advance(91s);
    write(*m_store, [&](WriteTx &tx) {
        ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
        ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, mine.claim.fence).hasValue());
    });
    ASSERT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(say(m_world.agent, 0, mine.claim.fence).error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition, 0, true).hasValue());
    EXPECT_EQ(row().owner.user, m_world.agent);
    ASSERT_TRUE(row().escalation);
    EXPECT_EQ(row().escalation->status, EscalationStatus::Claimed);
    EXPECT_EQ(row().claim.user, m_world.agent);
    EXPECT_EQ(row().claim.fence, mine.claim.fence + 1);
    EXPECT_EQ(row().claim.leaseUntil, m_clock.now() + 90s);
    EXPECT_EQ(say(m_world.colleague, row().lastPublicPosition, 0, true).error().kind, Error::Kind::Conflict) << "none comes past it";
}

TEST_F(OpsTest, WhatIsSnoozedWaitsOnThoughItsLeaseRanOut)
{
    const auto mine = claim(m_world.agent).value();
    customerWrites(*m_store, m_clock, m_world.one, "And is there a sauna?");
    write(*m_store, [&](WriteTx &tx) {
        auto snoozed = *ConversationRepository::byId(tx, m_world.one.client, m_world.one.conversation);
        snoozed.status = ConversationStatus::Snoozed;
        snoozed.snoozedUntil = m_clock.now() + 24h;
        ConversationRepository::update(tx, snoozed);
    });
    m_clock.advance(91s);
    write(*m_store, [&](WriteTx &tx) {
        ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
        ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, mine.claim.fence).hasValue());
    });
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    EXPECT_EQ(row().owner.user, m_world.agent);
}

TEST_F(OpsTest, ReadingAndTypingAreOnesOwn)
{
    customerWrites(*m_store, m_clock, m_world.one, "one");
    const auto read_ = [&](std::int64_t position) {
        return act<ReadCursor>(m_world.agent, newOp(), "read", [&](OpContext &op) { return markRead(op, m_world.one.conversation, position); }).value();
    };
    EXPECT_EQ(read_(1).position, 1);
    EXPECT_EQ(read_(0).position, 1) << "never back";
    EXPECT_EQ(read_(99).position, 1) << "never beyond what is there";
    Composition typed;
    typed.conversation = m_world.one.conversation;
    typed.text = "Dear";
    const auto put = [&] { return act<Composition>(m_world.agent, newOp(), "put", [&](OpContext &op) { return compose(op, typed); }).value(); };
    EXPECT_EQ(put().version, 1);
    EXPECT_EQ(put().version, 2);
    std::vector<Event> mine;
    read(*m_store, [&](Tx &tx) { mine = EventRepository::after(tx, userStream(m_world.agent), 0, 100); });
    ASSERT_EQ(mine.size(), 3u);
    EXPECT_EQ(mine[0].kind, "read_cursor.updated");
    EXPECT_EQ(mine[2].kind, "composition.updated");
}

// Contract 5: two public replies with the same seen_position, different authors and no override cannot exist.
TEST_F(OpsTest, AThousandRacesMakeNoDoubleAnswer)
{
    std::mt19937 random {20261120};
    for (int race = 0; race < 1000; ++race) {
        const auto asked = customerWrites(*m_store, m_clock, m_world.one, "question").position;
        const int style = static_cast<int>(random() % 3);
        if (style == 0)
            write(*m_store, [&](WriteTx &tx) {
                auto c = ConversationRepository::byId(tx, m_world.one.client, m_world.one.conversation).value();
                c.owner = {OwnerKind::Assistant, {}, {}};
                c.claim = {{}, {}, c.claim.fence, std::nullopt};
                ConversationRepository::update(tx, c);
            });
        const auto person = [&](const UserId &user) {
            std::int64_t fence = 0;
            if (style == 1) {
                if (const auto mine = claim(user); mine.hasValue())
                    fence = mine.value().claim.fence;
            } else if (style == 2) {
                if (const auto mine = takeOver(user); mine.hasValue())
                    fence = mine.value().claim.fence;
            }
            (void)say(user, asked, fence);
        };
        const auto assistant = [&] {
            (void)m_store->write([&](WriteTx &tx) {
                auto c = ConversationRepository::byId(tx, m_world.one.client, m_world.one.conversation).value();
                const auto until = ConversationRepository::leaseUntil(tx, m_world.one.client, c.id);
                const auto newer = c.lastPublicPosition > asked ? c.lastPublicPosition : 0;
                if (judgeReply(c, until && *until > m_clock.now(), newer, {{}, 0, asked, false}) != ReplyVerdict::Accept)
                    return tx.fail(Error::of(Error::Kind::Conflict, "superseded"));
                Message m;
                m.id = MessageId::make(m_clock.now());
                m.client = m_world.one.client;
                m.conversation = c.id;
                m.position = ConversationRepository::nextPosition(tx, c);
                m.role = MessageRole::Ai;
                m.text = "From seven to ten.";
                m.seenPosition = asked;
                m.at = m_clock.now();
                MessageRepository::insert(tx, m, c.channel);
                c.lastPublicPosition = m.position;
                ConversationRepository::update(tx, c);
            });
        };
        std::thread a {[&] { person(m_world.agent); }}, b {[&] { person(m_world.colleague); }}, c {assistant};
        a.join();
        b.join();
        c.join();
    }
    std::map<std::int64_t, std::set<std::string>> authors;
    std::size_t answers = 0;
    for (const auto &message : messages()) {
        if (message.role == MessageRole::Lead || message.override_)
            continue;
        ++answers;
        authors[message.seenPosition].insert(message.role == MessageRole::Ai ? "assistant" : message.author.user.value);
    }
    for (const auto &[seen, names] : authors)
        EXPECT_EQ(names.size(), 1u) << "double answer at " << seen;
    EXPECT_GE(answers, 900u) << "the races were real: nearly every question got its one answer";
}
