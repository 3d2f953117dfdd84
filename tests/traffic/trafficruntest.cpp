#include "tests/traffic/backend.h"
#include "tests/traffic/doors.h"

#include "net/codec/jsonreader.h"
#include "tools/traffic/trafficrun.h"
#include "tools/traffic/signature.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace foredeck;
using namespace foredeck::traffic;

namespace {

struct TrafficRunTest : testing::Test {
    Control control {false};
    test::Backend backend;
    std::vector<Business> businesses = test::oneBusiness();
    std::vector<Dialogue> dialogues;
    Options options;
    Ledger ledger;
    std::ostringstream out;
    std::string path = testing::TempDir() + "runtest-" + std::to_string(::getpid()) + ".jsonl";

    TrafficRunTest()
    {
        options.server = backend.url();
        options.speed = 0;
        options.answerTimeout = 300;
        options.linger = 300;
        options.providerPort = std::uint16_t {0};
        std::remove(path.c_str());
        EXPECT_TRUE(ledger.open(path).hasValue());
    }
    ~TrafficRunTest() override { std::remove(path.c_str()); }

    void add(std::string channel, std::vector<std::string> turns)
    {
        Dialogue dialogue;
        dialogue.id = "d" + std::to_string(dialogues.size());
        dialogue.channel = std::move(channel);
        dialogue.turns = std::move(turns);
        dialogues.push_back(std::move(dialogue));
    }
    void go(TrafficRun &run)
    {
        const auto started = run.start();
        ASSERT_TRUE(started.hasValue());
        backend.answerOver(run.providerPort());
        run.run(control);
    }
    /// The ledger's lines of one kind, each as "door turn status text".
    std::vector<std::string> lines(const std::string &kind)
    {
        std::vector<std::string> found;
        std::ifstream in {path};
        JsonDocument document;
        for (std::string line; std::getline(in, line);) {
            const auto root = document.parse(line);
            EXPECT_TRUE(root.hasValue()) << line;
            if (root.hasValue() && root.value()["kind"].asString() == kind)
                found.push_back(line);
        }
        return found;
    }
};

} // namespace

TEST_F(TrafficRunTest, allDoorsAreWrittenToAndHeard)
{
    add("whatsapp", {"one", "two"});
    add("sms", {"one", "two"});
    add("web_form", {"one"});
    add("live_chat", {"Hi"});
    add("missed_call", {"me again"});
    TrafficRun run {options, dialogues, businesses, ledger, out};
    go(run);
    EXPECT_EQ(run.count("sent"), 8);
    EXPECT_EQ(run.count("accepted"), 8);
    EXPECT_EQ(run.count("conversations"), 5);
    EXPECT_EQ(run.count("received"), 6) << "two WhatsApp, two SMS, one chat, one SMS after the call";
    EXPECT_EQ(run.count("received_unasked"), 0);
    EXPECT_EQ(run.count("silent, no way back"), 1);
    EXPECT_EQ(run.count("silent, unanswered"), 1) << "this backend sends no text after a missed call";
    EXPECT_TRUE(run.clean()) << out.str();
    EXPECT_EQ(lines("sent").size(), 8u);
    EXPECT_EQ(lines("received").size(), 6u);
    EXPECT_EQ(lines("end").size(), 1u);
    EXPECT_GE(run.count("statuses_taken"), 5) << "delivered and read, of every WhatsApp and text message but the last";
}

TEST_F(TrafficRunTest, repeatsTheSameBytesUntilTheyAreTaken)
{
    backend.failuresFirst = 3;
    add("whatsapp", {"once"});
    TrafficRun run {options, dialogues, businesses, ledger, out};
    go(run);
    const auto seen = backend.seen();
    ASSERT_GE(seen.size(), 4u);
    for (std::size_t i = 1; i < 4; ++i) {
        EXPECT_EQ(seen[i].body, seen[0].body);
        EXPECT_EQ(seen[i].headers.at("x-hub-signature-256"), seen[0].headers.at("x-hub-signature-256"));
    }
    EXPECT_EQ(run.count("repeated"), 3);
    EXPECT_EQ(run.count("accepted"), 1);
    ASSERT_EQ(lines("sent").size(), 1u);
    EXPECT_NE(lines("sent")[0].find("\"attempts\":4"), std::string::npos);
}

TEST_F(TrafficRunTest, aRefusalIsFinalAndTold)
{
    backend.refuseWith = 403;
    add("sms", {"one"});
    TrafficRun run {options, dialogues, businesses, ledger, out};
    go(run);
    EXPECT_EQ(backend.seen().size(), 1u);
    EXPECT_EQ(run.count("refused"), 1);
    EXPECT_FALSE(run.clean());
    EXPECT_NE(lines("sent")[0].find("\"order\":null"), std::string::npos);
}

TEST_F(TrafficRunTest, liveChatKeepsItsToken)
{
    backend.failuresFirst = 1; // the first message is repeated: whoever took it may not have got to answer
    add("live_chat", {"Hi", "again"});
    TrafficRun run {options, dialogues, businesses, ledger, out};
    go(run);
    std::vector<test::Backend::Seen> chat;
    for (const auto &request : backend.seen()) {
        if (request.path == "/webhooks/live-chat")
            chat.push_back(request);
    }
    ASSERT_EQ(chat.size(), 3u);
    for (const auto &request : chat)
        EXPECT_EQ(request.headers.at("authorization"), chat[0].headers.at("authorization"));
    EXPECT_GE(chat[0].headers.at("authorization").size(), std::string_view {"Bearer "}.size() + 32) << "what the server takes for a token of the visitor's own";
    EXPECT_EQ(run.count("received"), 1) << "what the visitor said is not an answer";
}

TEST_F(TrafficRunTest, anUnknownOutcomeIsWrittenDown)
{
    options.server = "http://127.0.0.1:9"; // nobody listens
    add("whatsapp", {"one"});
    TrafficRun run {options, dialogues, businesses, ledger, out};
    ASSERT_TRUE(run.start().hasValue());
    ::kill(::getpid(), SIGTERM);
    run.run(control);
    EXPECT_EQ(run.count("outcome_unknown"), run.count("sent"));
    EXPECT_EQ(static_cast<std::int64_t>(lines("sent").size()), run.count("sent"));
    EXPECT_NE(lines("end")[0].find("asked to stop"), std::string::npos);
}

TEST_F(TrafficRunTest, nobodyNewComesWhilePaused)
{
    add("whatsapp", {"one"});
    add("whatsapp", {"two"});
    options.concurrency = 1;
    backend.onSeen = [](const test::Backend::Seen &request) {
        if (request.body.find("\"read\"") != std::string::npos)
            ::kill(::getpid(), SIGUSR2);
    };
    ::kill(::getpid(), SIGUSR1);
    TrafficRun run {options, dialogues, businesses, ledger, out};
    go(run);
    EXPECT_EQ(run.count("accepted"), 2);
    const auto seen = backend.seen();
    ASSERT_GE(seen.size(), 4u);
    EXPECT_NE(seen[2].body.find("\"read\""), std::string::npos) << "the first customer's answer is read before the second comes";
    EXPECT_NE(seen[3].body.find("\"two\""), std::string::npos);
}
