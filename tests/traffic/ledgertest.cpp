#include "net/codec/jsonreader.h"
#include "tools/traffic/ledger.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <sys/resource.h>

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
    EXPECT_FALSE(ledger.lost()); // it may have room again
}

TEST_F(LedgerTest, goesOnWhenThereIsRoomAgain)
{
    Ledger ledger;
    ASSERT_TRUE(ledger.open(path).hasValue());
    ledger.sent(turn("SM1", 1, 200));
    // No file may grow by more than a few bytes: a line is cut off in its middle.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit whole {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &whole), 0);
    rlimit tight = whole;
    tight.rlim_cur = static_cast<rlim_t>(std::filesystem::file_size(path) + 10);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    ledger.sent(turn("SM2", 2, 200));
    ledger.sent(turn("SM3", 3, 200));
    const bool failed = ledger.failed();
    const bool lost = ledger.lost();
    const auto whileFull = lines();
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &whole), 0);
    std::signal(SIGXFSZ, before);
    EXPECT_TRUE(failed && !lost);
    EXPECT_EQ(whileFull.size(), 1u);
    ledger.retry();
    EXPECT_FALSE(ledger.failed());
    const auto all = lines();
    ASSERT_EQ(all.size(), 3u);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_NE(all[i].find("\"provider_id\":\"SM" + std::to_string(i + 1) + "\""), std::string::npos) << all[i];
}
