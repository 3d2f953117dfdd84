#include "server/services/rule/ruledryrun.h"

#include "server/services/zones/serverzones.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/services/world.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class RuleDryRunTest : public ::testing::Test {
protected:
    RuleDryRunTest()
    {
        m_store = SqliteStore::open({m_folder.path("store.db")}, m_clock).value();
        m_world = makeWorld(*m_store, m_clock);
    }

    /// A conversation of one question that the assistant has answered.
    ConversationId talk(const std::string &text)
    {
        m_clock.advance(1min);
        ConversationId id;
        write(*m_store, [&](WriteTx &tx) {
            const auto now = m_clock.now();
            auto row = ConversationRepository::byId(tx, m_world.one.client, m_world.one.conversation).value();
            row.id = id = ConversationId::make(now);
            row.version = 1;
            row.lastPosition = 0;
            row.createdAt = row.lastAt = now;
            ConversationRepository::insert(tx, row);
            Message message;
            message.id = MessageId::make(now);
            message.client = row.client;
            message.conversation = row.id;
            message.position = ConversationRepository::nextPosition(tx, row);
            message.text = text;
            message.at = now;
            MessageRepository::insert(tx, message, row.channel);
            Decision decision;
            decision.id = DecisionId::make(now);
            decision.client = row.client;
            decision.conversation = row.id;
            decision.seenPosition = message.position;
            decision.action = DecisionAction::Answered;
            decision.at = now;
            DecisionRepository::insert(tx, decision);
            ConversationRepository::update(tx, row);
        });
        return id;
    }
    ClientRule refunds() const
    {
        ClientRule rule;
        rule.client = m_world.one.client;
        rule.when.words = {"refund"};
        return rule;
    }
    RuleDryRun run(RuleDryRuns::Config config = {}) const
    {
        const auto result = RuleDryRuns {*m_store, m_zones, config}.run(refunds(), m_clock.now());
        EXPECT_TRUE(result.hasValue()) << result.error().detail;
        return result.valueOr({});
    }

    TemporaryFolder m_folder;
    ManualClock m_clock;
    ServerZones m_zones;
    std::unique_ptr<SqliteStore> m_store;
    World m_world;
};

} // namespace

TEST_F(RuleDryRunTest, NamesTheConversationsOfTheLastThirtyDays)
{
    talk("an old refund");
    m_clock.advance(24h * 31);
    const auto first = talk("I want a refund");
    talk("When is breakfast?");
    const auto second = talk("the refund, please");
    const auto result = run();
    EXPECT_EQ(result.fired, 2);
    ASSERT_EQ(result.conversations.size(), 2u);
    EXPECT_EQ(result.conversations[0].conversation, second);
    EXPECT_EQ(result.conversations[0].lastAt, m_clock.now());
    EXPECT_EQ(result.conversations[1].conversation, first);
    EXPECT_EQ(result.conversations[1].times, 1);
    EXPECT_EQ(result.examinedConversations, 3);
    EXPECT_EQ(result.examinedMessages, 3);
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.since, m_clock.now() - 24h * 30);
    EXPECT_EQ(result.examinedSince, result.since);
}

TEST_F(RuleDryRunTest, StopsAtItsLimitAndSaysWhatItExamined)
{
    for (int i = 0; i < 7; ++i)
        talk("refund");
    RuleDryRuns::Config config;
    config.conversations = 2;
    config.messages = 4;
    const auto result = run(config);
    EXPECT_FALSE(result.complete);
    EXPECT_EQ(result.examinedMessages, 4);
    EXPECT_EQ(result.examinedConversations, 4);
    EXPECT_EQ(result.fired, 4);
    EXPECT_EQ(result.examinedSince, m_clock.now() - 3min) << "the newest are looked at first";
    config.messages = 100;
    EXPECT_EQ(run(config).fired, 7) << "in several batches";
    EXPECT_TRUE(run(config).complete);
    config.entries = 1;
    EXPECT_FALSE(run(config).complete) << "of each conversation only its newest message was read";
    EXPECT_EQ(run(config).examinedSince, m_clock.now()) << "older than that, some of every conversation was left out";
}

TEST_F(RuleDryRunTest, CountsMoreConversationsThanItNames)
{
    for (int i = 0; i < 502; ++i)
        talk("refund");
    const auto result = run();
    EXPECT_EQ(result.fired, 502);
    EXPECT_EQ(result.firedConversations, 502);
    EXPECT_EQ(result.conversations.size(), 500u);
    EXPECT_TRUE(result.complete);
}

TEST_F(RuleDryRunTest, ChangesNothingAndChecksTheRule)
{
    const auto id = talk("refund");
    std::string before, after;
    const auto stored = [&](std::string &json) { read(*m_store, [&](Tx &tx) { json = ConversationRepository::bodies(tx, m_world.one.client, id)->conversation; }); };
    stored(before);
    const auto commits = m_store->counters().commits;
    EXPECT_EQ(run().fired, 1);
    stored(after);
    EXPECT_EQ(before, after);
    EXPECT_EQ(m_store->counters().commits, commits);
    auto empty = refunds();
    empty.when = {};
    const RuleDryRuns runs {*m_store, m_zones, {}};
    EXPECT_EQ(runs.run(empty, m_clock.now()).error().fields.at(0).field, "when");
    auto absent = refunds();
    absent.client = ClientId {"absent"};
    EXPECT_EQ(runs.run(absent, m_clock.now()).error().kind, Error::Kind::NotFound);
}
