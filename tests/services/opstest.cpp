#include "tests/services/opsfixture.h"

#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"

#include <atomic>
#include <map>
#include <random>
#include <set>
#include <thread>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// What holds for every act, and what a reply is and when it is refused.
class OpsTest : public OpsFixture {
protected:
    Result<Conversation> finish(const UserId &user, std::int64_t seen, bool override_ = false)
    {
        return act<Conversation>(user, newOp(), "end", [&](OpContext &op) { return end(op, m_world.one.conversation, {seen, {}, override_}); });
    }
};

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

// Whoever has lost an answer reads from what is refused now whether there was one.
TEST_F(OpsTest, WhatIsForbiddenOrNotThereSaysThatNothingWasDone)
{
    const std::string undone = R"({"act_done":false})";
    const auto nothing = [](OpContext &) -> Result<ActAnswer> { return ActAnswer {}; };
    const auto missing = [](OpContext &) -> Result<ActAnswer> { return Error::of(Error::Kind::NotFound, "there is no such note"); };
    const auto lost = [](Tx &, const Access &) -> Result<ClientId> { return Error::of(Error::Kind::NotFound, "there is no such conversation"); };
    const auto id = newOp();
    EXPECT_EQ(m_ops->run({m_world.viewer, newOp(), "x"}, scope(), nothing).error().extension, undone);
    EXPECT_EQ(m_ops->run({m_world.stranger, newOp(), "x"}, scope(), nothing).error().extension, undone);
    EXPECT_EQ(m_ops->run({m_world.agent, id, "x"}, scope(), missing).error().extension, undone);
    EXPECT_EQ(m_ops->run({m_world.agent, id, "x"}, scope(), [](OpContext &) -> Result<ActAnswer> { return Error::of(Error::Kind::Conflict, "no"); }).error().extension, "");
    ASSERT_TRUE(m_ops->run({m_world.agent, id, "x"}, scope(), nothing).hasValue());
    const auto gone = m_ops->run({m_world.agent, id, "x"}, lost, nothing).error();
    EXPECT_EQ(gone.kind, Error::Kind::NotFound);
    EXPECT_EQ(gone.extension, "") << "it was done when they still might";
    EXPECT_EQ(m_ops->run({m_world.colleague, id, "x"}, lost, nothing).error().extension, undone) << "by somebody else";
    const OpId early {firstUuidOf(m_clock.now())};
    EXPECT_EQ(m_ops->run({m_world.colleague, early, "x"}, lost, nothing).error().extension, undone);
    m_clock.advance(std::chrono::hours {24 * 28});
    EXPECT_EQ(m_ops->run({m_world.colleague, early, "x"}, lost, nothing).error().extension, "") << "that long it is not sure to be kept";
    EXPECT_EQ(m_ops->run({m_world.agent, OpId {"9b2f6f0e-4a53-4c1d-9d52-0f6a7c1f2e11"}, "x"}, lost, nothing).error().extension, "") << "of no known time";
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
