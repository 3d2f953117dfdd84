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

TEST_F(RuleTest, TheShortestWaitIsOfTheRulesThatAreOn)
{
    const auto client = makeClient(), other = makeClient("other");
    const auto wait = [&] { return get<std::optional<std::int64_t>>([&](Tx &tx) { return RuleRepository::shortestWait(tx, client.id); }); };
    EXPECT_FALSE(wait());
    add(client.id, "words");
    add(other.id, "theirs", 1);
    EXPECT_FALSE(wait());
    add(client.id, "long", 30);
    auto soon = add(client.id, "soon", 10);
    EXPECT_EQ(wait(), 10);
    soon.enabled = false;
    write([&](WriteTx &tx) { RuleRepository::update(tx, soon, clock.now()); });
    EXPECT_EQ(wait(), 30);
}

TEST_F(RuleTest, FiresOnceOnAnOccasionAndIsCounted)
{
    const auto client = makeClient();
    const auto rule = add(client.id, "Refunds");
    const RuleFiring firing {client.id, rule.id, 1, ConversationId {"c"}, "message 5", 5, EscalationId {"e"}, clock.now()};
    write([&](WriteTx &tx) { RuleRepository::fire(tx, firing); });
    EXPECT_EQ(failure([&](WriteTx &tx) { RuleRepository::fire(tx, firing); }).kind, Error::Kind::Conflict);
    auto next = firing;
    next.occasion = "message 9";
    write([&](WriteTx &tx) { RuleRepository::fire(tx, next); });
    const auto list = get<std::vector<RuleFiring>>([&](Tx &tx) { return RuleRepository::firings(tx, client.id, firing.conversation); });
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].rule, rule.id);
    EXPECT_EQ(list[0].occasion, "message 5");
    EXPECT_EQ(list[0].position, 5);
    EXPECT_EQ(list[0].escalation, EscalationId {"e"});
    EXPECT_EQ(list[0].at, clock.now());
    EXPECT_TRUE(get<std::vector<RuleFiring>>([&](Tx &tx) { return RuleRepository::firings(tx, client.id, ConversationId {"other"}); }).empty());
    EXPECT_EQ(get<std::int64_t>([](Tx &tx) { return RuleRepository::firingCount(tx); }), 2) << "what failed is not counted";
}
