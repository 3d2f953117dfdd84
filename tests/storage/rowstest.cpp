#include "server/storage/auditrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/metarepository.h"
#include "server/storage/oprepository.h"
#include "server/storage/providerstatusrepository.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class RowsTest : public StoreTest {
protected:
    const ClientId client {"client"};
    const ClientId other {"other"};
};

} // namespace

TEST_F(RowsTest, ConsentIsKeptPerAddressWithItsHistory)
{
    const auto record = [&](ConsentState state, const std::string &words) {
        return ConsentRecord {client, ChannelKind::Sms, "+13055550142", LeadId {"lead"}, {state, clock.now(), words}};
    };
    const auto put = [&](const ConsentRecord &each) { write([&](WriteTx &tx) { ConsentRepository::put(tx, each); }); };
    const auto suppressed = [&](const ClientId &of, ChannelKind kind, std::string_view address) {
        return get<bool>([&](Tx &tx) { return ConsentRepository::suppressed(tx, of, kind, address); });
    };
    EXPECT_FALSE(suppressed(client, ChannelKind::Sms, "+13055550142"));
    put(record(ConsentState::Implied, "wrote first"));
    EXPECT_FALSE(suppressed(client, ChannelKind::Sms, "+13055550142"));
    put(record(ConsentState::OptedOut, "STOP"));
    EXPECT_TRUE(suppressed(client, ChannelKind::Sms, "+13055550142"));
    EXPECT_FALSE(suppressed(client, ChannelKind::WhatsApp, "+13055550142"));
    EXPECT_FALSE(suppressed(other, ChannelKind::Sms, "+13055550142"));
    EXPECT_FALSE(suppressed(client, ChannelKind::Sms, "+13055550143"));
    put(record(ConsentState::Given, "START"));
    EXPECT_FALSE(suppressed(client, ChannelKind::Sms, "+13055550142"));
    const auto current = get<std::optional<ConsentRecord>>(
        [&](Tx &tx) { return ConsentRepository::current(tx, client, ChannelKind::Sms, "+13055550142"); });
    EXPECT_EQ(current, record(ConsentState::Given, "START"));
    const auto history = get<std::vector<ConsentRecord>>(
        [&](Tx &tx) { return ConsentRepository::history(tx, client, ChannelKind::Sms, "+13055550142", 10); });
    ASSERT_EQ(history.size(), 3u);
    EXPECT_EQ(history[1], record(ConsentState::OptedOut, "STOP"));
}

TEST_F(RowsTest, AChatIsItsTokensAndItsClients)
{
    LiveChatSession session {"tab-1", client, "hash-1", {}, {}, false, clock.now(), clock.now(), {}, {}};
    const auto insert = [&](const LiveChatSession &each) {
        bool isNew = false;
        write([&](WriteTx &tx) { isNew = LiveChatRepository::insertIfNew(tx, each); });
        return isNew;
    };
    EXPECT_TRUE(insert(session));
    auto again = session;
    again.tokenHash = "hash-2";
    EXPECT_FALSE(insert(again));
    again.client = other;
    EXPECT_TRUE(insert(again)) << "the visitor's word is unique within a client only";
    again.id = "tab-2";
    EXPECT_TRUE(insert(again)) << "one visitor's token in a second window";
    again.client = client;
    EXPECT_FALSE(insert(again)) << "whose window it is could not be told";
    const auto byToken = [&](std::string_view id, std::string_view hash) {
        return get<std::optional<LiveChatSession>>([&](Tx &tx) { return LiveChatRepository::byToken(tx, id, hash); });
    };
    EXPECT_EQ(byToken("tab-1", "hash-1"), session);
    EXPECT_EQ(byToken("tab-1", "hash-2")->client, other);
    EXPECT_FALSE(byToken("tab-2", "hash-1"));
    session.conversation = ConversationId {"c"};
    session.lead = LeadId {"l"};
    session.remoteLoopback = true;
    session.name = "Eve Stone";
    session.wishes.timeline = "Friday";
    clock.advance(std::chrono::seconds {1});
    session.seenAt = clock.now();
    write([&](WriteTx &tx) { LiveChatRepository::update(tx, session); });
    EXPECT_EQ(get<std::optional<LiveChatSession>>([&](Tx &tx) { return LiveChatRepository::find(tx, client, "tab-1"); }), session);
    EXPECT_EQ(get<std::optional<LiveChatSession>>([&](Tx &tx) { return LiveChatRepository::byConversation(tx, client, session.conversation); }), session);
    EXPECT_FALSE(get<std::optional<LiveChatSession>>([&](Tx &tx) { return LiveChatRepository::byConversation(tx, other, session.conversation); }));
    session.id = "none";
    EXPECT_EQ(failure([&](WriteTx &tx) { LiveChatRepository::update(tx, session); }).kind, Error::Kind::NotFound);
}

TEST_F(RowsTest, AnActsAnswerIsKeptForItsTime)
{
    const OpRecord record {client, OpId {"op"}, UserId {"u"}, "hash", 201, R"({"id":"op"})", "application/json", clock.now()};
    write([&](WriteTx &tx) { OpRepository::insert(tx, record); });
    const auto find = [&](const ClientId &of) { return get<std::optional<OpRecord>>([&](Tx &tx) { return OpRepository::find(tx, of, OpId {"op"}); }); };
    EXPECT_EQ(find(client), record);
    EXPECT_FALSE(find(other));
    EXPECT_EQ(failure([&](WriteTx &tx) { OpRepository::insert(tx, record); }).kind, Error::Kind::Conflict);
    std::int64_t removed = 0;
    const auto remove = [&] {
        write([&](WriteTx &tx) { removed = OpRepository::removeBefore(tx, clock.now(), 10); });
        return removed;
    };
    EXPECT_EQ(remove(), 0);
    clock.advance(std::chrono::milliseconds {1});
    EXPECT_EQ(remove(), 1);
    EXPECT_FALSE(find(client));
}

TEST_F(RowsTest, AVendorsStatusNeverGoesBack)
{
    ProviderStatus status {client, channel, "wamid.1", 2, {DeliveryState::Delivered, "", "", clock.now(), false}};
    const auto raise = [&](int rank, DeliveryState state) {
        bool raised = false;
        status.rank = rank;
        status.delivery.state = state;
        write([&](WriteTx &tx) { raised = ProviderStatusRepository::raise(tx, status); });
        return raised;
    };
    EXPECT_TRUE(raise(2, DeliveryState::Delivered));
    EXPECT_FALSE(raise(1, DeliveryState::Sent));
    EXPECT_FALSE(raise(2, DeliveryState::Delivered));
    EXPECT_TRUE(raise(3, DeliveryState::Read));
    const auto found = get<std::optional<ProviderStatus>>([&](Tx &tx) { return ProviderStatusRepository::find(tx, client, channel, "wamid.1"); });
    EXPECT_EQ(found, status);
    EXPECT_FALSE(get<std::optional<ProviderStatus>>([&](Tx &tx) { return ProviderStatusRepository::find(tx, other, channel, "wamid.1"); }));
}

TEST_F(RowsTest, TheAuditIsPagedNewestFirst)
{
    for (int i = 0; i < 5; ++i) {
        const AuditEntry entry {client, clock.now(), {ActorKind::User, UserId {"u"}, "Nadia"}, "channel.updated", std::to_string(i), "key changed"};
        write([&](WriteTx &tx) { AuditRepository::append(tx, entry); });
    }
    const auto list = [&](const ClientId &of, const std::string &cursor) {
        return get<Page<AuditEntry>>([&](Tx &tx) { return AuditRepository::list(tx, of, {3, cursor}); });
    };
    const auto first = list(client, "");
    ASSERT_EQ(first.items.size(), 3u);
    EXPECT_EQ(first.items[0].target, "4");
    EXPECT_EQ(first.items[0].actor.name, "Nadia");
    const auto second = list(client, first.next);
    ASSERT_EQ(second.items.size(), 2u);
    EXPECT_EQ(second.items[1].target, "0");
    EXPECT_EQ(second.next, "");
    EXPECT_TRUE(list(other, "").items.empty());
}

TEST_F(RowsTest, MetaHoldsBytesAndTheFirstWordStays)
{
    const std::string key {"\x00\x01key\xff", 6};
    write([&](WriteTx &tx) {
        MetaRepository::set(tx, "jwt_key", key);
        EXPECT_EQ(MetaRepository::setIfAbsent(tx, "jwt_key", "another"), key);
        EXPECT_EQ(MetaRepository::setIfAbsent(tx, "new", "value"), "value");
        MetaRepository::set(tx, "new", "changed");
        MetaRepository::set(tx, "gone", "soon");
        MetaRepository::remove(tx, "gone");
    });
    const auto value = [&](std::string_view name) { return get<std::optional<std::string>>([&](Tx &tx) { return MetaRepository::get(tx, name); }); };
    EXPECT_EQ(value("jwt_key"), key);
    EXPECT_EQ(value("new"), "changed");
    EXPECT_FALSE(value("gone"));
}
