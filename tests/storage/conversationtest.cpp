#include "server/storage/conversationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/ownerlookup.h"
#include "tests/storage/storefixture.h"

#include <algorithm>

using namespace foredeck;

namespace {

class ConversationTest : public StoreTest {
protected:
    ConversationTest() : client(makeClient()), lead(makeLead(client.id)) { }
    std::optional<Conversation> byId(const ConversationId &id)
    {
        return get<std::optional<Conversation>>([&](Tx &tx) { return ConversationRepository::byId(tx, client.id, id); });
    }
    std::optional<Conversation> findRecent(Timestamp notBefore)
    {
        return get<std::optional<Conversation>>(
            [&](Tx &tx) { return ConversationRepository::findRecent(tx, client.id, lead.id, channel, notBefore); });
    }
    void update(Conversation &conversation)
    {
        write([&](WriteTx &tx) { ConversationRepository::update(tx, conversation); });
    }
    std::vector<std::string> listed(ConversationFilter filter)
    {
        return ids(get<Page<Conversation>>([&](Tx &tx) { return ConversationRepository::list(tx, client.id, filter, {}); }).items);
    }
    Client client;
    Lead lead;
};

} // namespace

TEST_F(ConversationTest, ComesBackWholeAndOnlyToItsClient)
{
    auto conversation = makeConversation(client.id, lead.id, channel);
    conversation.owner = {OwnerKind::User, UserId {"u"}, "Nadia"};
    conversation.claim = {UserId {"u"}, "Nadia", 3, clock.now()};
    conversation.labels = {"vip"};
    conversation.language = "en";
    conversation.replyWindowUntil = clock.now();
    conversation.escalation = EscalationMark {EscalationId {"e"}, EscalationReason::Emergency, EscalationStatus::Pending, 1, clock.now()};
    conversation.decision = DecisionMark {DecisionId {"d"}, "answered", 0.92};
    update(conversation);
    EXPECT_EQ(conversation.version, 2);
    EXPECT_EQ(wire(byId(conversation.id)), wire(conversation));
    const auto other = makeClient("other");
    EXPECT_FALSE(get<std::optional<Conversation>>([&](Tx &tx) { return ConversationRepository::byId(tx, other.id, conversation.id); }));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, conversation.id); }), client.id);
}

TEST_F(ConversationTest, IsReusedWithinItsTimeWhetherItHasEndedOrNot)
{
    auto old = makeConversation(client.id, lead.id, channel);
    const auto begun = clock.now();
    clock.advance(std::chrono::hours {23});
    EXPECT_EQ(findRecent(clock.now() - std::chrono::hours {24})->id, old.id) << "made, nobody has written yet";
    write([&](WriteTx &tx) { makeMessage(tx, old, "hello"); });
    clock.advance(std::chrono::hours {23});
    EXPECT_EQ(findRecent(clock.now() - std::chrono::hours {24})->id, old.id);
    clock.advance(std::chrono::hours {2});
    EXPECT_FALSE(findRecent(clock.now() - std::chrono::hours {24}));

    auto recent = makeConversation(client.id, lead.id, channel);
    EXPECT_EQ(findRecent(begun)->id, recent.id) << "the newest";
    recent.status = ConversationStatus::Ended;
    update(recent);
    EXPECT_EQ(findRecent(begun)->id, recent.id) << "ended: it opens again";
    EXPECT_EQ(get<std::optional<Conversation>>([&](Tx &tx) { return ConversationRepository::latest(tx, client.id, lead.id, channel); })->id,
        recent.id);
    EXPECT_FALSE(get<std::optional<Conversation>>(
        [&](Tx &tx) { return ConversationRepository::latest(tx, client.id, lead.id, ChannelId {"another"}); }));
}

TEST_F(ConversationTest, OneThatIsWithAnotherNumberGoesOnWithoutThisOne)
{
    auto conversation = makeConversation(client.id, lead.id, channel);
    conversation.contact = "+13055550142";
    update(conversation);
    const auto found = [&](std::string_view number) {
        return get<std::optional<Conversation>>([&](Tx &tx) {
            return ConversationRepository::findRecent(tx, client.id, lead.id, channel, clock.now() - std::chrono::hours {24}, number);
        });
    };
    EXPECT_EQ(found("+13055550142")->id, conversation.id);
    EXPECT_EQ(found("+13055550142")->contact, "+13055550142");
    EXPECT_FALSE(found("+34600000001"));
    EXPECT_FALSE(found({}));
    conversation.contact.clear();
    update(conversation);
    EXPECT_EQ(found("+34600000001")->id, conversation.id) << "nobody has written down whom it is with";
}

TEST_F(ConversationTest, PositionsRiseByOneAndOutliveARollback)
{
    auto conversation = makeConversation(client.id, lead.id, channel);
    write([&](WriteTx &tx) {
        EXPECT_EQ(ConversationRepository::nextPosition(tx, conversation), 1);
        EXPECT_EQ(ConversationRepository::nextPosition(tx, conversation), 2);
        EXPECT_EQ(ConversationRepository::byId(tx, client.id, conversation.id)->lastPosition, 2);
        ConversationRepository::update(tx, conversation);
    });
    failure([&](WriteTx &tx) {
        auto mine = *ConversationRepository::byId(tx, client.id, conversation.id);
        ConversationRepository::nextPosition(tx, mine);
        tx.fail(Error::of(Error::Kind::Conflict, "no"));
    });
    auto current = *byId(conversation.id);
    EXPECT_EQ(current.lastPosition, 2);
    write([&](WriteTx &tx) { EXPECT_EQ(ConversationRepository::nextPosition(tx, current), 3); });
    EXPECT_EQ(byId(conversation.id)->lastPosition, 3) << "also when nobody updated the entity afterwards";
}

TEST_F(ConversationTest, AStaleEntityGetsNoPosition)
{
    auto conversation = makeConversation(client.id, lead.id, channel);
    auto stale = conversation;
    write([&](WriteTx &tx) { makeMessage(tx, conversation, "first"); });
    EXPECT_EQ(failure([&](WriteTx &tx) { ConversationRepository::nextPosition(tx, stale); }).kind, Error::Kind::Conflict);
    EXPECT_EQ(failure([&](WriteTx &tx) { ConversationRepository::update(tx, stale); }).kind, Error::Kind::Conflict);
}

TEST_F(ConversationTest, EachViewHoldsWhatItSaysNewestFirst)
{
    const UserId me {"me"};
    std::vector<Conversation> c;
    for (int i = 0; i < 7; ++i) {
        clock.advance(std::chrono::seconds {1});
        c.push_back(makeConversation(client.id, lead.id, channel));
    }
    c[1].owner = {OwnerKind::User, me, "Me"};
    c[2].owner = {OwnerKind::User, UserId {"she"}, "She"};
    c[3].owner = {OwnerKind::Nobody, {}, ""};
    c[3].status = ConversationStatus::WaitingHuman;
    c[4].escalation = EscalationMark {};
    c[5].owner = {OwnerKind::User, me, "Me"};
    c[5].escalation = EscalationMark {};
    c[5].status = ConversationStatus::Ended;
    c[6].owner = {OwnerKind::User, me, "Me"};
    c[6].channelKind = ChannelKind::Sms;
    c[6].waitingSince = clock.now(); // taken over, not answered
    c[5].waitingSince = clock.now(); // settled all the same
    c[0].waitingSince = clock.now(); // the assistant is about to answer
    for (auto &conversation : c)
        update(conversation);
    const auto of = [&](std::initializer_list<int> indexes) {
        std::vector<std::string> list;
        for (const int i : indexes)
            list.push_back(c[static_cast<std::size_t>(i)].id.value);
        return list;
    };
    using V = ConversationView;
    EXPECT_EQ(listed({V::Mine, me, {}, {}}), of({6, 1}));
    EXPECT_EQ(listed({V::Unassigned, me, {}, {}}), of({3}));
    EXPECT_EQ(listed({V::Waiting, me, {}, {}}), of({6, 3}));
    EXPECT_EQ(listed({V::Escalated, me, {}, {}}), of({4}));
    EXPECT_EQ(listed({V::Ended, me, {}, {}}), of({5}));
    EXPECT_EQ(listed({V::All, me, {}, {}}), of({6, 5, 4, 3, 2, 1, 0}));
    EXPECT_EQ(listed({V::Mine, me, "sms", {}}), of({6}));
    EXPECT_EQ(listed({V::All, me, {}, "waiting_human"}), of({3}));
    EXPECT_EQ(get<std::int64_t>([&](Tx &tx) { return ConversationRepository::count(tx, client.id); }), 7);
    EXPECT_EQ(get<std::int64_t>([&](Tx &tx) { return ConversationRepository::count(tx, ClientId {"none"}); }), 0);

    PageRequest request {3, {}};
    std::vector<std::string> paged;
    do {
        const auto page = get<Page<Conversation>>([&](Tx &tx) { return ConversationRepository::ofLead(tx, client.id, lead.id, request); });
        const auto part = ids(page.items);
        paged.insert(paged.end(), part.begin(), part.end());
        request.cursor = page.next;
    } while (!request.cursor.empty());
    EXPECT_EQ(paged, of({6, 5, 4, 3, 2, 1, 0}));
}

TEST_F(ConversationTest, ALeaseIsRenewedBesideTheEntityAndLapses)
{
    auto conversation = makeConversation(client.id, lead.id, channel);
    const auto first = clock.now() + std::chrono::seconds {90};
    conversation.claim = {UserId {"me"}, "Me", 1, first};
    update(conversation);
    const auto renew = [&](std::int64_t fence, Timestamp until) {
        bool renewed = false;
        write([&](WriteTx &tx) { renewed = ConversationRepository::renewLease(tx, client.id, conversation.id, fence, until); });
        return renewed;
    };
    const auto lease = [&] {
        return get<std::optional<Timestamp>>([&](Tx &tx) { return ConversationRepository::leaseUntil(tx, client.id, conversation.id); });
    };
    const auto lapsed = [&](Timestamp now) {
        return get<std::vector<LapsedLease>>([&](Tx &tx) { return ConversationRepository::lapsedLeases(tx, now, 10); });
    };
    const auto later = first + std::chrono::seconds {60};
    EXPECT_TRUE(renew(1, later));
    EXPECT_FALSE(renew(0, later + std::chrono::hours {1}));
    EXPECT_EQ(lease(), later);
    EXPECT_EQ(byId(conversation.id)->version, conversation.version) << "no version, no event";

    conversation.labels = {"vip"};
    update(conversation);
    EXPECT_EQ(lease(), later) << "a change of something else does not take the renewal back";
    EXPECT_TRUE(lapsed(later).empty());
    ASSERT_EQ(lapsed(later + std::chrono::milliseconds {1}).size(), 1u);
    EXPECT_EQ(lapsed(later + std::chrono::milliseconds {1})[0].fence, 1);

    conversation.claim.fence = 2;
    conversation.claim.leaseUntil = first;
    update(conversation);
    EXPECT_EQ(lease(), first) << "a new claim begins anew";
    conversation.claim.leaseUntil.reset();
    update(conversation);
    EXPECT_FALSE(lease());
    EXPECT_FALSE(renew(2, later));
    EXPECT_TRUE(lapsed(later + std::chrono::hours {1}).empty());
}
