#include "server/storage/ownerlookup.h"
#include "server/storage/rulerepository.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class RuleTest : public StoreTest {
protected:
    ClientRule add(const ClientId &client, const std::string &name, std::optional<int> minutes = {})
    {
        ClientRule rule;
        rule.id = RuleId::make(clock.now());
        rule.client = client;
        rule.name = name;
        rule.when.unansweredMinutes = minutes;
        rule.when.words = {"refund"};
        write([&](WriteTx &tx) { RuleRepository::insert(tx, rule, clock.now()); });
        return rule;
    }
    std::vector<std::string> of(const ClientId &client)
    {
        return ids(get<std::vector<ClientRule>>([&](Tx &tx) { return RuleRepository::ofClient(tx, client); }));
    }
    std::optional<ClientRule> version(const ClientId &client, const RuleId &id, std::int64_t number)
    {
        return get<std::optional<ClientRule>>([&](Tx &tx) { return RuleRepository::version(tx, client, id, number); });
    }
};

} // namespace

TEST_F(RuleTest, RulesComeBackInTheOrderOfTheirMakingAndOfTheirClientOnly)
{
    const auto client = makeClient(), other = makeClient("other");
    const auto first = add(client.id, "b"), second = add(client.id, "a");
    add(other.id, "c");
    EXPECT_EQ(of(client.id), (std::vector {first.id.value, second.id.value}));
    EXPECT_EQ(wire(get<std::optional<ClientRule>>([&](Tx &tx) { return RuleRepository::byId(tx, client.id, first.id); })), wire(first));
    EXPECT_FALSE(get<std::optional<ClientRule>>([&](Tx &tx) { return RuleRepository::byId(tx, other.id, first.id); }));
    EXPECT_FALSE(version(other.id, first.id, 1));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, first.id); }), client.id);
    auto again = first;
    again.client = other.id;
    EXPECT_EQ(failure([&](WriteTx &tx) { RuleRepository::insert(tx, again, clock.now()); }).kind, Error::Kind::Conflict);
}

TEST_F(RuleTest, EveryVersionStaysAlsoOfWhatIsGone)
{
    const auto client = makeClient();
    auto rule = add(client.id, "Refunds");
    const auto first = wire(rule);
    rule.name = "Money";
    write([&](WriteTx &tx) { RuleRepository::update(tx, rule, clock.now()); });
    EXPECT_EQ(rule.version, 2);
    auto stale = rule;
    stale.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { RuleRepository::update(tx, stale, clock.now()); }).kind, Error::Kind::Conflict);
    bool removed = false, again = true;
    write([&](WriteTx &tx) {
        removed = RuleRepository::remove(tx, client.id, rule.id);
        again = RuleRepository::remove(tx, client.id, rule.id);
    });
    EXPECT_TRUE(removed);
    EXPECT_FALSE(again);
    EXPECT_TRUE(of(client.id).empty());
    EXPECT_EQ(wire(version(client.id, rule.id, 1)), first);
    EXPECT_EQ(wire(version(client.id, rule.id, 2)), wire(rule));
    EXPECT_FALSE(version(client.id, rule.id, 3));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, rule.id); }), client.id);
    auto back = rule;
    back.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { RuleRepository::insert(tx, back, clock.now()); }).kind, Error::Kind::Conflict) << "its trail is another's";
}
