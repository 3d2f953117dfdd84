#include "tools/traffic/options.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::traffic;

TEST(Options, readsBothForms)
{
    const auto options = parseOptions({"--dialogues", "d", "--doors=e", "--speed=0", "--concurrency", "50", "--channels", "sms,live_chat",
        "--provider-port", "0", "--provider-errors", "5xx=0.5,lost=0.25", "--first-turns-only", "--no-statuses"});
    ASSERT_TRUE(options.hasValue()) << options.error().detail;
    const Options &o = options.value();
    EXPECT_EQ(o.dialogues, "d");
    EXPECT_EQ(o.doors, "e");
    EXPECT_EQ(o.speed, 0);
    EXPECT_EQ(o.concurrency, 50u);
    EXPECT_EQ(o.channels, (std::vector<ChannelKind> {ChannelKind::Sms, ChannelKind::LiveChat}));
    EXPECT_EQ(o.providerPort, 0);
    EXPECT_EQ(o.faults.serverError, 0.5);
    EXPECT_EQ(o.faults.lost, 0.25);
    EXPECT_TRUE(o.firstTurnsOnly);
    EXPECT_FALSE(o.statuses);
}

TEST(Options, namesWhatIsWrong)
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases {
        {{"--dialogues", "d"}, "--doors"},
        {{"--doors", "d"}, "--dialogues"},
        {{"--nonsense"}, "--nonsense"},
        {{"--speed"}, "--speed"},
        {{"--speed", "fast"}, "--speed"},
        {{"--concurrency", "0"}, "--concurrency"},
        {{"--provider-port", "70000"}, "--provider-port"},
        {{"--channels", "pigeon"}, "pigeon"},
        {{"--channels", "email"}, "email"},
        {{"--provider-errors", "5xx=2"}, "--provider-errors"},
        {{"--provider-errors", "5xx"}, "--provider-errors"},
        {{"--dialogues", "-", "--doors", "d", "--control"}, "--control"},
        {{"--dialogues", "d", "--doors", "d", "--continue"}, "--continue"},
    };
    for (const auto &[arguments, named] : cases) {
        const auto options = parseOptions(arguments);
        ASSERT_TRUE(options.hasError()) << arguments.front();
        EXPECT_NE(options.error().detail.find(named), std::string::npos) << options.error().detail;
    }
}

TEST(Options, helpNeedsNothingElse)
{
    EXPECT_TRUE(parseOptions({"--help"}).value().help);
    EXPECT_TRUE(parseOptions({"--version"}).value().version);
    for (const char *option : {"--dialogues", "--ledger", "--continue", "--provider-errors", "--control"})
        EXPECT_NE(usage().find(option), std::string::npos) << option;
}
