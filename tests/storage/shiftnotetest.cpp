#include "server/storage/ownerlookup.h"
#include "server/storage/shiftnoterepository.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

class ShiftNoteTest : public StoreTest {
protected:
    ShiftNote add(const ClientId &client, const std::string &text)
    {
        ShiftNote note;
        note.id = ShiftNoteId::make(clock.now());
        note.client = client;
        note.text = text;
        note.createdAt = note.writtenAt = clock.now();
        write([&](WriteTx &tx) { ShiftNoteRepository::insert(tx, note); });
        clock.advance(1s);
        return note;
    }
    Page<ShiftNote> list(const ClientId &client, const PageRequest &page)
    {
        return get<Page<ShiftNote>>([&](Tx &tx) { return ShiftNoteRepository::list(tx, client, page); });
    }
};

} // namespace

TEST_F(ShiftNoteTest, TheNewestStandsFirstAndOfItsClientOnly)
{
    const auto client = makeClient(), other = makeClient("other");
    const auto first = add(client.id, "a"), second = add(client.id, "b"), third = add(client.id, "c");
    add(other.id, "d");
    const auto page = list(client.id, {2, {}});
    EXPECT_EQ(ids(page.items), (std::vector {third.id.value, second.id.value}));
    EXPECT_EQ(ids(list(client.id, {2, page.next}).items), std::vector {first.id.value});
    EXPECT_FALSE(get<std::optional<ShiftNote>>([&](Tx &tx) { return ShiftNoteRepository::byId(tx, other.id, first.id); }));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, first.id); }), client.id);
    auto again = first;
    again.client = other.id;
    EXPECT_EQ(failure([&](WriteTx &tx) { ShiftNoteRepository::insert(tx, again); }).kind, Error::Kind::Conflict);
}

TEST_F(ShiftNoteTest, WhoHasReadItIsKeptAndGoesOnFromTheVersionThatIsThere)
{
    const auto client = makeClient();
    auto note = add(client.id, "a");
    note.readers.push_back({UserId {"u"}, "Tomás", clock.now()});
    write([&](WriteTx &tx) { ShiftNoteRepository::update(tx, note); });
    EXPECT_EQ(note.version, 2);
    EXPECT_EQ(wire(get<std::optional<ShiftNote>>([&](Tx &tx) { return ShiftNoteRepository::byId(tx, client.id, note.id); })), wire(note));
    auto stale = note;
    stale.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { ShiftNoteRepository::update(tx, stale); }).kind, Error::Kind::Conflict);
}
