#include "net/codec/jsonreader.h"
#include "tools/traffic/ledger.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace foredeck;
using namespace foredeck::traffic;

namespace {

struct LedgerTest : testing::Test {
    std::string path = testing::TempDir() + "ledgertest-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + ".jsonl";
    ~LedgerTest() override { std::remove(path.c_str()); }

    static Sent turn(std::string id, int number, int status)
    {
        Sent sent;
        sent.door = ChannelKind::Sms;
        sent.dialogue = "d";
        sent.turn = number;
        sent.providerId = std::move(id);
        sent.text = "héllo";
        sent.status = status;
        return sent;
    }
    std::vector<std::string> lines() const
    {
        std::ifstream in {path};
        std::vector<std::string> all;
        for (std::string line; std::getline(in, line);)
            all.push_back(line);
        return all;
    }
};

} // namespace

TEST_F(LedgerTest, ordersWhatWasTakenIn)
{
    Ledger ledger;
    ASSERT_TRUE(ledger.open(path).hasValue());
    ledger.sent(turn("SM1", 1, 200));
    ledger.sent(turn("SM2", 2, 403));
    ledger.sent(turn("SM3", 3, 202));
    JsonDocument document;
    std::vector<std::optional<std::int64_t>> orders;
    for (const std::string &line : lines()) {
        const auto root = document.parse(line);
        ASSERT_TRUE(root.hasValue()) << line;
        orders.push_back(root.value()["order"].asInteger());
        EXPECT_EQ(root.value()["bytes"].asInteger(), 6);
        EXPECT_EQ(root.value()["sha256"].asString(), "3c48591d8d098a4538f5e013dfcf406e948eac4d3277b10bf614e295d6068179") << line;
        EXPECT_EQ(line.find("héllo"), std::string::npos) << "the text itself is nobody's business";
    }
    EXPECT_EQ(orders, (std::vector<std::optional<std::int64_t>> {1, std::nullopt, 2}));
}

TEST_F(LedgerTest, isContinued)
{
    {
        Ledger ledger;
        ASSERT_TRUE(ledger.open(path).hasValue());
        ledger.sent(turn("SM1", 1, 200));
        ledger.sent(turn("SM2", 2, 200));
    }
    Ledger ledger;
    ASSERT_TRUE(ledger.open(path).hasValue());
    EXPECT_EQ(ledger.begun(), (std::multiset<std::string> {"d"}));
    ledger.sent(turn("SM3", 1, 200));
    EXPECT_NE(lines().back().find("\"order\":3"), std::string::npos) << lines().back();
}

TEST_F(LedgerTest, refusesWhatIsNone)
{
    std::ofstream {path} << "not a ledger\n";
    Ledger ledger;
    EXPECT_TRUE(ledger.open(path).hasError());
    EXPECT_TRUE(ledger.open("/nonexistent/ledger").hasError());
}

TEST_F(LedgerTest, saysWhenTheDiskIsFull)
{
    Ledger ledger;
    ASSERT_TRUE(ledger.open("/dev/full").hasValue());
    ledger.sent(turn("SM1", 1, 200));
    EXPECT_TRUE(ledger.failed());
}
