#include "server/storage/macrorepository.h"
#include "server/storage/ownerlookup.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class MacroTest : public StoreTest {
protected:
    Macro add(const ClientId &client, const std::string &name)
    {
        Macro macro;
        macro.id = MacroId::make(clock.now());
        macro.client = client;
        macro.name = name;
        macro.text = "Hello {{lead.first_name}}";
        write([&](WriteTx &tx) { MacroRepository::insert(tx, macro); });
        return macro;
    }
    std::vector<std::string> of(const ClientId &client)
    {
        return ids(get<std::vector<Macro>>([&](Tx &tx) { return MacroRepository::ofClient(tx, client); }));
    }
};

} // namespace

TEST_F(MacroTest, MacrosComeBackInTheOrderOfTheirMakingAndOfTheirClientOnly)
{
    const auto client = makeClient(), other = makeClient("other");
    const auto first = add(client.id, "b"), second = add(client.id, "a");
    add(other.id, "c");
    EXPECT_EQ(of(client.id), (std::vector {first.id.value, second.id.value}));
    EXPECT_EQ(wire(get<std::optional<Macro>>([&](Tx &tx) { return MacroRepository::byId(tx, client.id, first.id); })), wire(first));
    EXPECT_FALSE(get<std::optional<Macro>>([&](Tx &tx) { return MacroRepository::byId(tx, other.id, first.id); }));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, first.id); }), client.id);
    auto again = first;
    again.client = other.id;
    EXPECT_EQ(failure([&](WriteTx &tx) { MacroRepository::insert(tx, again); }).kind, Error::Kind::Conflict);
}

TEST_F(MacroTest, AChangeGoesOnFromTheVersionThatIsThere)
{
    const auto client = makeClient();
    auto macro = add(client.id, "hours");
    macro.text = "We open at nine.";
    write([&](WriteTx &tx) { MacroRepository::update(tx, macro); });
    EXPECT_EQ(macro.version, 2);
    auto stale = macro;
    stale.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { MacroRepository::update(tx, stale); }).kind, Error::Kind::Conflict);
    bool removed = false, again = true;
    write([&](WriteTx &tx) {
        removed = MacroRepository::remove(tx, client.id, macro.id);
        again = MacroRepository::remove(tx, client.id, macro.id);
    });
    EXPECT_TRUE(removed);
    EXPECT_FALSE(again);
    EXPECT_TRUE(of(client.id).empty());
    EXPECT_FALSE(get<std::optional<Macro>>([&](Tx &tx) { return MacroRepository::byId(tx, client.id, macro.id); }));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, macro.id); }), client.id) << "the removal may be asked for again";
    EXPECT_EQ(failure([&](WriteTx &tx) { MacroRepository::update(tx, macro); }).kind, Error::Kind::Conflict);
    EXPECT_EQ(failure([&](WriteTx &tx) { MacroRepository::insert(tx, macro); }).kind, Error::Kind::Conflict);
}
