#include "server/storage/leadmergerepository.h"
#include "server/storage/ownerlookup.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class LeadTest : public StoreTest {
protected:
    LeadTest() : client(makeClient()) { }
    Lead full()
    {
        Lead lead;
        lead.id = LeadId::make(clock.now());
        lead.client = client.id;
        lead.name = "Elena Vásquez";
        lead.phones = {{"+13055550142", "305 555 0142"}, {"", "not a number"}};
        lead.emails = {"Elena@Example.com"};
        lead.source = ChannelKind::WhatsApp;
        lead.consent["sms"] = {ConsentState::OptedOut, clock.now(), "STOP"};
        lead.qualification.budget = "400";
        lead.score = 82;
        lead.scoreFactors = {{"names_a_date", 15, MessageId {"m"}}};
        lead.temperature = Temperature::Hot;
        lead.value = Money {48600, "USD"};
        lead.externalRefs["pms"] = "CM-4471";
        lead.status = LeadStatus::Qualified;
        lead.language = "es";
        lead.createdAt = clock.now();
        lead.updatedAt = clock.now();
        return lead;
    }
    std::optional<Lead> byContact(ContactKind kind, const std::string &value, const ClientId &of)
    {
        return get<std::optional<Lead>>([&](Tx &tx) { return LeadRepository::byContact(tx, of, kind, value); });
    }
    std::vector<std::string> listed(const LeadFilter &filter)
    {
        return ids(get<Page<Lead>>([&](Tx &tx) { return LeadRepository::list(tx, client.id, filter, {}); }).items);
    }
    Client client;
};

} // namespace

TEST_F(LeadTest, ComesBackWholeAndOnlyToItsClient)
{
    auto lead = full();
    const auto other = makeClient("other");
    write([&](WriteTx &tx) { LeadRepository::insert(tx, lead); });
    const auto byId = [&](const ClientId &of) { return get<std::optional<Lead>>([&](Tx &tx) { return LeadRepository::byId(tx, of, lead.id); }); };
    EXPECT_EQ(wire(byId(client.id)), wire(lead));
    EXPECT_FALSE(byId(other.id));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, lead.id); }), client.id);
    EXPECT_FALSE(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, LeadId {"none"}); }));

    lead.status = LeadStatus::HandedOff;
    write([&](WriteTx &tx) { LeadRepository::update(tx, lead); });
    EXPECT_EQ(lead.version, 2);
    EXPECT_EQ(wire(byId(client.id)), wire(lead));
}

TEST_F(LeadTest, AnUpdateOfAnOlderStateIsAConflict)
{
    auto lead = full();
    write([&](WriteTx &tx) { LeadRepository::insert(tx, lead); });
    auto stale = lead;
    write([&](WriteTx &tx) { LeadRepository::update(tx, lead); });
    EXPECT_EQ(failure([&](WriteTx &tx) { LeadRepository::update(tx, stale); }).kind, Error::Kind::Conflict);
    EXPECT_EQ(stale.version, 1);
}

TEST_F(LeadTest, IsFoundByPhoneAndByEmailInAnyCasePerClient)
{
    const auto lead = full();
    const auto other = makeClient("other");
    write([&](WriteTx &tx) { LeadRepository::insert(tx, lead); });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, lead.id);
    EXPECT_EQ(byContact(ContactKind::Email, "eLENA@example.COM", client.id)->id, lead.id);
    EXPECT_FALSE(byContact(ContactKind::Phone, "+13055550142", other.id));
    EXPECT_FALSE(byContact(ContactKind::Phone, "", client.id));

    auto same = full();
    same.client = other.id;
    write([&](WriteTx &tx) { LeadRepository::insert(tx, same); });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", other.id)->id, same.id);
}

TEST_F(LeadTest, AContactStaysWithItsFirstLeadAndGoesWhenThatGivesItUp)
{
    auto first = full();
    auto second = full();
    second.phones.push_back({"+34600000001", ""});
    write([&](WriteTx &tx) {
        LeadRepository::insert(tx, first);
        LeadRepository::insert(tx, second);
    });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, first.id);
    EXPECT_EQ(byContact(ContactKind::Phone, "+34600000001", client.id)->id, second.id);
    first.phones.clear();
    write([&](WriteTx &tx) { LeadRepository::update(tx, first); });
    EXPECT_FALSE(byContact(ContactKind::Phone, "+13055550142", client.id));
    write([&](WriteTx &tx) { LeadRepository::update(tx, second); });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, second.id);
}

TEST_F(LeadTest, AMergedLeadLeadsToTheOneThatIsLeft)
{
    auto left = makeLead(client.id, "+13055550199");
    auto merged = full();
    write([&](WriteTx &tx) {
        LeadRepository::insert(tx, merged);
        merged.mergedInto = left.id;
        LeadRepository::update(tx, merged);
        left.phones.push_back(merged.phones[0]);
        LeadRepository::update(tx, left);
    });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, left.id);
    EXPECT_EQ(listed({}), std::vector<std::string> {left.id.value});
}

TEST_F(LeadTest, WhatAMergedLeadWasFoundByFindsTheOneThatIsLeftThoughThatDoesNotHoldIt)
{
    auto left = makeLead(client.id, "+13055550199");
    auto merged = full();
    write([&](WriteTx &tx) {
        LeadRepository::insert(tx, merged);
        merged.mergedInto = left.id;
        LeadRepository::update(tx, merged);
    });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, left.id);
    EXPECT_EQ(get<std::optional<Lead>>([&](Tx &tx) { return LeadRepository::leftOf(tx, client.id, merged.id); })->id, left.id);
    EXPECT_EQ(ids(get<std::vector<Lead>>([&](Tx &tx) { return LeadRepository::mergedInto(tx, client.id, left.id); })), std::vector<std::string> {merged.id.value});
    EXPECT_TRUE(get<std::vector<Lead>>([&](Tx &tx) { return LeadRepository::mergedInto(tx, client.id, merged.id); }).empty());

    auto stranger = makeLead(client.id, "+34600000009");
    stranger.phones.push_back(merged.phones[0]);
    write([&](WriteTx &tx) { LeadRepository::update(tx, stranger); });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, left.id) << "another one takes nothing of it";
}

TEST_F(LeadTest, WhatWentWithAMergeCanBeGivenBack)
{
    auto left = makeLead(client.id, "+13055550199");
    auto merged = full();
    using Contacts = std::vector<LeadContact>;
    Contacts went;
    write([&](WriteTx &tx) {
        LeadRepository::insert(tx, merged);
        went = LeadRepository::contacts(tx, client.id, merged.id);
        merged.mergedInto = left.id;
        LeadRepository::update(tx, merged);
        left.phones.push_back(merged.phones[0]);
        LeadRepository::update(tx, left);
    });
    ASSERT_FALSE(went.empty());
    EXPECT_EQ(get<Contacts>([&](Tx &tx) { return LeadRepository::contacts(tx, client.id, left.id); }),
        (Contacts {{"phone", "+13055550142"}, {"phone", "+13055550199"}}));
    write([&](WriteTx &tx) {
        LeadRepository::giveUp(tx, client.id, left.id, went);
        merged.mergedInto = {};
        LeadRepository::update(tx, merged);
        LeadRepository::update(tx, left); // which still holds the number
    });
    EXPECT_EQ(byContact(ContactKind::Phone, "+13055550142", client.id)->id, merged.id);
    EXPECT_EQ(get<Contacts>([&](Tx &tx) { return LeadRepository::contacts(tx, client.id, merged.id); }), went);
}

TEST_F(LeadTest, AMergeIsKeptUntilItIsTakenBack)
{
    const auto left = makeLead(client.id, "+13055550199");
    const auto merged = full();
    write([&](WriteTx &tx) { LeadRepository::insert(tx, merged); });
    const LeadMerge merge {client.id, merged.id, left.id, clock.now(), {ConversationId {"c1"}, ConversationId {"c2"}}, {{"phone", "+1"}, {"sender", "ACME SHOP"}}, left, merged};
    write([&](WriteTx &tx) { LeadMergeRepository::insert(tx, merge); });
    const auto kept = get<std::optional<LeadMerge>>([&](Tx &tx) { return LeadMergeRepository::of(tx, client.id, merged.id); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->into, left.id);
    EXPECT_EQ(kept->at, merge.at);
    EXPECT_EQ(kept->conversations, merge.conversations);
    EXPECT_EQ(kept->contacts, merge.contacts);
    EXPECT_EQ(wire(kept->before), wire(left));
    EXPECT_EQ(wire(kept->after), wire(merged));
    const auto other = makeClient("other");
    EXPECT_FALSE(get<std::optional<LeadMerge>>([&](Tx &tx) { return LeadMergeRepository::of(tx, other.id, merged.id); }));
    write([&](WriteTx &tx) { LeadMergeRepository::remove(tx, client.id, merged.id); });
    EXPECT_FALSE(get<std::optional<LeadMerge>>([&](Tx &tx) { return LeadMergeRepository::of(tx, client.id, merged.id); }));
}

TEST_F(LeadTest, ListsByFilterAndTextWithItsSignsTakenAsText)
{
    auto hot = full();
    clock.advance(std::chrono::seconds {1});
    auto cold = full();
    cold.name = "100 % O'Neil_Yusuf";
    cold.temperature = Temperature::Cold;
    cold.status = LeadStatus::New;
    cold.phones = {{"+34600000001", ""}};
    cold.emails = {"yusuf@example.org"};
    cold.createdAt = clock.now();
    write([&](WriteTx &tx) {
        LeadRepository::insert(tx, hot);
        LeadRepository::insert(tx, cold);
    });
    using List = std::vector<std::string>;
    EXPECT_EQ(listed({}), (List {cold.id.value, hot.id.value}));
    EXPECT_EQ(listed({"new", "", ""}), List {cold.id.value});
    EXPECT_EQ(listed({"", "hot", ""}), List {hot.id.value});
    EXPECT_EQ(listed({"", "", "VáSQ"}), List {hot.id.value});
    EXPECT_EQ(listed({"", "", "0 % o'"}), List {cold.id.value});
    EXPECT_EQ(listed({"", "", "l_y"}), List {cold.id.value});
    EXPECT_EQ(listed({"", "", "_"}), List {cold.id.value});
    EXPECT_EQ(listed({"", "", "(305) 555-01"}), List {hot.id.value});
    EXPECT_EQ(listed({"", "", "YUSUF@"}), List {cold.id.value});
    EXPECT_EQ(listed({"", "", "'; DROP TABLE lead; --"}), List {});
}

TEST_F(LeadTest, PagesWithoutGapsOrRepetitionsAlsoWhenTimesAreEqual)
{
    std::vector<std::string> all;
    write([&](WriteTx &tx) {
        for (int i = 0; i < 25; ++i) {
            if (i % 4 == 0)
                clock.advance(std::chrono::milliseconds {1});
            auto lead = full();
            all.insert(all.begin(), lead.id.value);
            LeadRepository::insert(tx, lead);
        }
    });
    std::vector<std::string> paged;
    PageRequest request {7, {}};
    int pages = 0;
    do {
        const auto page = get<Page<Lead>>([&](Tx &tx) { return LeadRepository::list(tx, client.id, {}, request); });
        const auto part = ids(page.items);
        paged.insert(paged.end(), part.begin(), part.end());
        request.cursor = page.next;
        ++pages;
    } while (!request.cursor.empty());
    EXPECT_EQ(pages, 4);
    EXPECT_EQ(paged, all);
}

TEST_F(LeadTest, ACursorThatNoPageGaveIsInvalid)
{
    for (const auto *cursor : {"x", ".", "12", "1x.id", "99999999999999999999.id"}) {
        const auto result = store->read([&](Tx &tx) { LeadRepository::list(tx, client.id, {}, {10, cursor}); });
        ASSERT_TRUE(result.hasError()) << cursor;
        EXPECT_EQ(result.error().kind, Error::Kind::Invalid);
        EXPECT_EQ(result.error().fields.front().field, "cursor");
    }
}
