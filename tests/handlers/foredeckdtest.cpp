#include "tests/handlers/foredeckdfixture.h"

#include "models/sqlite/database.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777u : 0;
}

} // namespace

TEST_F(Foredeckd, SaysWhatItIsAndRefusesWhatItDoesNotKnow)
{
    EXPECT_EQ(runToEnd({"--version"}).output, "foredeckd 0.1.0\n");
    EXPECT_EQ(runToEnd({"--help"}).code, 0);
    EXPECT_NE(runToEnd({"--help"}).output.find("serve"), std::string::npos);
    EXPECT_EQ(runToEnd({}).code, 2);
    const std::vector<std::string> wrong[] {{"dance"}, {"user", "dance"}, {"channel", "dance", "--data", "x"}};
    for (const auto &words : wrong) {
        const auto refused = runToEnd(words);
        EXPECT_EQ(refused.code, 2);
        EXPECT_NE(refused.errors.find("there is no command \"dance\""), std::string::npos) << refused.errors;
    }
    EXPECT_EQ(runToEnd({"serve"}).code, 2) << "no folder";
    const auto nothing = runToEnd({"serve", "--data", m_folder.path("nowhere")});
    EXPECT_EQ(nothing.code, 2);
    EXPECT_NE(nothing.errors.find("foredeckd init"), std::string::npos);
}

TEST_F(Foredeckd, InitMakesAFolderOfItsOwnOnce)
{
    const auto made = init();
    ASSERT_EQ(made.code, 0) << made.errors;
    EXPECT_EQ(modeOf(data()), 0700u);
    EXPECT_EQ(modeOf(data() + "/foredeckd.db"), 0600u);
    EXPECT_EQ(modeOf(data() + "/secret.key"), 0600u);
    EXPECT_EQ(modeOf(m_folder.path("doors.json")), 0600u);
    std::ifstream doors {m_folder.path("doors.json")};
    std::stringstream text;
    text << doors.rdbuf();
    for (const char *kind : {"whatsapp", "web_form", "live_chat", "missed_call"})
        EXPECT_NE(text.str().find(kind), std::string::npos) << kind;
    const auto again = init();
    EXPECT_EQ(again.code, 2);
    EXPECT_NE(again.errors.find("holds a store already"), std::string::npos);
    EXPECT_NE(runToEnd({"channel", "list", "--data", data()}).output.find("+13055550101"), std::string::npos);
}

TEST_F(Foredeckd, ABusinessThatNamesNoQuestionsAsksWhoItIsAndHowTheyAreReached)
{
    auto both = spec;
    both.insert(both.rfind(']'), R"(,{"name":"Salon","slug":"salon","language":"es","settings":{"intake":[{"key":"day","kind":"date","fills":"timeline","wording":{"es":"¿Qué día?"}}]}})");
    const auto made = init(both);
    ASSERT_EQ(made.code, 0) << made.errors;
    auto store = sqlite::Database::open(data() + "/foredeckd.db", {});
    ASSERT_TRUE(store.hasValue());
    auto rows = store.value()->statement("SELECT group_concat(json_extract(q.value, '$.fills'), ' ') FROM settings s JOIN client c ON c.id = s.client_id, json_each(s.body, '$.intake') q GROUP BY c.slug ORDER BY c.slug");
    ASSERT_TRUE(rows.hasValue());
    for (const auto *asked : {"name contact", "timeline"}) {
        ASSERT_TRUE(rows.value().step().value());
        EXPECT_EQ(rows.value().text(0), asked);
    }
}

TEST_F(Foredeckd, InitNamesWhatIsWrongAndLeavesNothing)
{
    const std::pair<std::string, std::string> wrong[] {{"America/New_York", "Mars/Base"}, {"you@example.com", "you"}, {"\"casa\"", "\"Casa Casa\""},
        {"correct horse 7", "password123"}, {"\"whatsapp\"", "\"pigeon\""}, {"\"US\"", "\"usa\""}, {"+13055550101\",\"phone", "305\",\"phone"}};
    const char *fields[] {"clients[0].locations[0].hours.zone", "owner.email", "clients[0].slug", "owner.password", "clients[0].channels[0].kind", "clients[0].region", "clients[0].channels[0].number"};
    int i = 0;
    for (const auto &[from, to] : wrong) {
        auto text = spec;
        text.replace(text.find(from), from.size(), to);
        const auto refused = init(text);
        EXPECT_EQ(refused.code, 2) << to;
        EXPECT_NE(refused.errors.find(fields[i++]), std::string::npos) << refused.errors;
        EXPECT_FALSE(std::filesystem::exists(data() + "/foredeckd.db")) << to;
    }
    EXPECT_EQ(init("{").code, 2);
    auto slip = spec;
    slip.replace(slip.find("\"zone\""), 6, "\"weekly\":{},\"zone\"");
    EXPECT_NE(init(slip).errors.find("clients[0].locations[0].hours.weekly"), std::string::npos) << "a slip of the pen would be a business without hours";
    auto mood = spec;
    mood.insert(mood.find("\"slug\""), R"("macros":[{"name":"mood","text":"Dear {{lead.mood}}"}],)");
    EXPECT_NE(init(mood).errors.find("clients[0].macros[0].text"), std::string::npos) << "a macro that nobody could fill in";
    auto twice = spec;
    twice.insert(twice.rfind(']'), R"(,{"name":"Casa again","slug":"casa"})");
    EXPECT_NE(init(twice).errors.find("clients[1].slug"), std::string::npos) << "and not what SQLite says of it";
    EXPECT_EQ(init().code, 0) << "the folder is as good as new";
}

// As `channel set` and the console are told, before a message fails.
TEST_F(Foredeckd, InitLeadsNoChannelWhereTheServerMayNotReach)
{
    auto inner = spec;
    inner.insert(inner.find("\"generate_secrets\""), R"("base_url":"http://127.0.0.1:9",)");
    const auto refused = init(inner);
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.errors.find("clients[0].channels[0].base_url"), std::string::npos) << refused.errors;
    EXPECT_FALSE(std::filesystem::exists(data() + "/foredeckd.db"));
    std::ofstream {data() + "/config.json"} << R"({"vendor_networks":["127.0.0.0/8"]})";
    const auto made = init(inner);
    EXPECT_EQ(made.code, 0) << made.errors;
}

// A store is there whole or not at all: the console makes the sample when there is none, and would serve half of one for ever.
TEST_F(Foredeckd, InitThatIsKilledLeavesNothingThatLooksMade)
{
    // Killed the moment each of its files appears, in the order in which it makes them.
    for (const char *file : {"data/secret.key", "data/foredeckd.db.making", "doors.json", "data/foredeckd.db"}) {
        Process making {{"init", "--data", data(), "--spec", "-", "--doors", m_folder.path("doors.json")}};
        making.write(spec);
        making.closeInput();
        const auto path = m_folder.path(file);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds {20};
        bool seen = false;
        while (!seen && std::chrono::steady_clock::now() < deadline)
            seen = std::filesystem::exists(path);
        making.signal(SIGKILL);
        making.wait();
        ASSERT_TRUE(seen) << "never made: " << path;
        if (std::filesystem::exists(data() + "/foredeckd.db")) {
            EXPECT_TRUE(std::filesystem::exists(m_folder.path("doors.json"))) << file;
            const auto channels = runToEnd({"channel", "list", "--data", data()});
            EXPECT_NE(channels.output.find("+13055550101"), std::string::npos) << file << ": " << channels.errors;
        } else {
            const auto again = init();
            EXPECT_EQ(again.code, 0) << file << ": " << again.errors;
        }
        std::filesystem::remove_all(data());
        std::filesystem::remove(m_folder.path("doors.json"));
    }
}

TEST_F(Foredeckd, EmbeddedSaysReadyTakesItsTokenAndEndsWithThePipe)
{
    ASSERT_EQ(init().code, 0);
    Process server {{"serve", "--data", data(), "--embedded"}};
    server.write("pipe-token\n");
    const auto ready = server.line();
    ASSERT_TRUE(ready) << server.errors();
    EXPECT_EQ(ready->rfind("{\"ready\":true,\"port\":", 0), 0u) << *ready;
    EXPECT_EQ(member(*ready, "version"), "0.1.0");
    EXPECT_EQ(member(*ready, "server_id").size(), 36u);
    const auto in = login(portOf(*ready), R"({"embedded_token":"pipe-token","device":"console"})");
    EXPECT_EQ(in.status, 200) << in.body;
    const auto second = runToEnd({"serve", "--data", data(), "--embedded"}, "other\n");
    EXPECT_EQ(second.code, 2);
    EXPECT_NE(second.errors.find("process " + std::to_string(server.pid())), std::string::npos) << second.errors;
    EXPECT_EQ(runToEnd({"user", "list", "--data", data()}).code, 2) << "the folder belongs to the server";
    EXPECT_EQ(runToEnd({"backup", "--data", data(), m_folder.path("copy.db")}).code, 0) << "a copy may be made meanwhile";
    server.closeInput();
    EXPECT_EQ(server.output(), "") << "one ready line and nothing else";
    const auto log = server.errors();
    EXPECT_EQ(server.wait(), 0);
    EXPECT_NE(log.find("standard input ended"), std::string::npos);
    EXPECT_EQ(log.find("pipe-token"), std::string::npos);
    Process next {{"serve", "--data", data(), "--embedded"}};
    next.write("second\n");
    const auto again = next.line();
    ASSERT_TRUE(again);
    EXPECT_EQ(member(*again, "server_id"), member(*ready, "server_id")) << "the same server again";
}

TEST_F(Foredeckd, EmbeddedWithoutATokenDoesNotStart)
{
    ASSERT_EQ(init().code, 0);
    EXPECT_EQ(runToEnd({"serve", "--data", data(), "--embedded"}).code, 2);
    EXPECT_EQ(runToEnd({"serve", "--data", data(), "--embedded"}, "\n").code, 2);
    EXPECT_EQ(runToEnd({"serve", "--data", data(), "--embedded"}, std::string(600, 'x') + "\n").code, 2);
}

// The second net: the pipe is still open elsewhere, so only the end of the parent is left to notice.
TEST_F(Foredeckd, EmbeddedDoesNotOutliveItsParent)
{
    ASSERT_EQ(init().code, 0);
    int in[2], out[2];
    ASSERT_EQ(::pipe(in), 0);
    ASSERT_EQ(::pipe(out), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        const pid_t server = ::fork();
        if (server == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            for (const int fd : {in[0], in[1], out[0], out[1]})
                ::close(fd);
            ::execl(FOREDECKD, FOREDECKD, "serve", "--data", data().c_str(), "--embedded", nullptr);
            ::_exit(127);
        }
        ::close(out[1]);
        ::pause();
        ::_exit(0);
    }
    ::close(out[1]);
    ASSERT_EQ(::write(in[1], "a\n", 2), 2);
    char byte = 0;
    while (byte != '\n')
        ASSERT_EQ(::read(out[0], &byte, 1), 1);
    ::kill(parent, SIGKILL);
    EXPECT_EQ(::read(out[0], &byte, 1), 0) << "its standard output has ended, and so has it";
    ::waitpid(parent, nullptr, 0);
    for (const int fd : {in[0], in[1], out[0]})
        ::close(fd);
    EXPECT_EQ(runToEnd({"user", "list", "--data", data()}).code, 0) << "the folder is free";
}

TEST_F(Foredeckd, TermDrainsAndAKilledOneIsFollowedByAnother)
{
    ASSERT_EQ(init().code, 0);
    {
        Process server {{"serve", "--data", data(), "--embedded"}};
        server.write("a\n");
        ASSERT_TRUE(server.line());
        server.signal(SIGTERM);
        EXPECT_EQ(server.wait(), 0);
    }
    {
        Process server {{"serve", "--data", data(), "--embedded"}};
        server.write("a\n");
        ASSERT_TRUE(server.line());
        server.signal(SIGKILL);
        EXPECT_EQ(server.wait(), 128 + SIGKILL);
    }
    Process server {{"serve", "--data", data(), "--embedded"}};
    server.write("a\n");
    EXPECT_TRUE(server.line()) << "a lock does not outlive its process";
}

// Files that may not grow stand in for a disk without room: the vendor is told to come again, what was accepted is there,
// and with room everything goes on.
TEST_F(Foredeckd, AFullDiskLosesNothingAndSaysSo)
{
    ASSERT_EQ(init().code, 0);
    const auto room = std::filesystem::file_size(data() + "/foredeckd.db") + 256 * 1024;
    std::signal(SIGXFSZ, SIG_IGN); // a write fails instead of ending the process; handed on to the child
    const rlimit unbounded {RLIM_INFINITY, RLIM_INFINITY};
    const rlimit narrow {room, RLIM_INFINITY};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &narrow), 0);
    Process server {{"serve", "--data", data(), "--embedded"}};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &unbounded), 0);
    server.write("a\n");
    const auto ready = server.line();
    ASSERT_TRUE(ready) << server.errors();
    const auto write = [&](int number, std::size_t length) {
        TestClient client {portOf(*ready)};
        const auto name = std::to_string(number);
        client.send(post("/webhooks/live-chat", R"({"client":"casa","session_id":"window-)" + name + R"(","id":"m)" + name + R"(","message":")" + std::string(length, 'x') + R"("})"));
        return client.reply().status;
    };
    const auto askReady = [&] {
        TestClient client {portOf(*ready)};
        client.send("GET /readyz HTTP/1.1\r\nHost: t\r\n\r\n");
        return client.reply().status;
    };
    EXPECT_EQ(askReady(), 200);
    std::set<std::string> accepted;
    const auto idOf = [](int number) {
        const auto window = "window-" + std::to_string(number);
        return "chat:" + std::to_string(window.size()) + ":" + window + ":m" + std::to_string(number);
    };
    // A refusal may only have met a log that then moves into the store; it stays one when the store has no room either.
    // Where a long message has no room any more a short one may still fit: down to nothing.
    bool isFull = false;
    for (int number = 0; !isFull && number < 3000; ++number) {
        const int status = write(number, number < 20 ? 20'000 : 1);
        ASSERT_TRUE(status == 202 || status == 503) << status << " for message " << number;
        if (status == 202)
            accepted.insert(idOf(number));
        else
            isFull = number >= 20 && askReady() == 503 && write(number, 1) == 503;
    }
    EXPECT_TRUE(isFull);
    EXPECT_FALSE(accepted.empty());
    ASSERT_EQ(::prlimit(server.pid(), RLIMIT_FSIZE, &unbounded, nullptr), 0);
    EXPECT_EQ(write(5000, 1), 202);
    EXPECT_EQ(askReady(), 200);
    accepted.insert(idOf(5000));
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
    auto store = sqlite::Database::open(data() + "/foredeckd.db", {});
    ASSERT_TRUE(store.hasValue());
    auto rows = store.value()->statement("SELECT provider_id FROM inbox");
    ASSERT_TRUE(rows.hasValue());
    std::set<std::string> kept;
    while (rows.value().step().value())
        kept.insert(std::string {rows.value().text(0)});
    EXPECT_TRUE(std::includes(kept.begin(), kept.end(), accepted.begin(), accepted.end())) << kept.size() << " of " << accepted.size();
}

TEST_F(Foredeckd, AnAddressInUseABadOneAndABadConfigAreRefused)
{
    ASSERT_EQ(init().code, 0);
    for (const char *listen : {"8080", ":8080", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:8x"})
        EXPECT_EQ(runToEnd({"serve", "--data", data(), "--listen", listen}).code, 2) << listen;
    std::ofstream {data() + "/config.json"} << R"({"heartbeat":5})";
    auto refused = runToEnd({"serve", "--data", data(), "--embedded"}, "a\n");
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.errors.find("heartbeat: is no setting"), std::string::npos) << refused.errors;
    std::ofstream {data() + "/config.json"} << R"({"workers":0})";
    EXPECT_NE(runToEnd({"serve", "--data", data(), "--embedded"}, "a\n").errors.find("workers"), std::string::npos);
    std::ofstream {data() + "/config.json"} << R"({"heartbeat_ms":1000})";
    Process server {{"serve", "--data", data(), "--embedded"}};
    server.write("a\n");
    EXPECT_TRUE(server.line());
}

TEST_F(Foredeckd, PeopleAreAddedAndDisabledWithoutPasswordsOnTheCommandLine)
{
    ASSERT_EQ(init().code, 0);
    const auto add = [&](std::vector<std::string> more, const std::string &input = {}) {
        std::vector<std::string> arguments {"user", "add", "--data", data(), "--name", "Ann", "--email", "ann@example.com", "--client", "casa"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runToEnd(std::move(arguments), input);
    };
    EXPECT_NE(add({"--role", "king"}).errors.find("--role"), std::string::npos);
    EXPECT_NE(add({"--client", "nobody"}).errors.find("nobody"), std::string::npos);
    EXPECT_NE(add({"--password", file("open", "correct horse 8", 0644)}).errors.find("0600"), std::string::npos);
    EXPECT_EQ(add({"--password", "-"}, "short\n").code, 2);
    EXPECT_EQ(add({"--password", "-"}, "correct horse 8\n").code, 0);
    EXPECT_NE(add({}).errors.find("taken"), std::string::npos);
    EXPECT_NE(runToEnd({"user", "list", "--data", data()}).output.find("ann@example.com"), std::string::npos);
    const std::string body = R"({"email":"ann@example.com","password":"correct horse 8","device":"d"})";
    {
        Process server {{"serve", "--data", data(), "--embedded"}};
        server.write("a\n");
        EXPECT_EQ(login(portOf(server.line().value()), body).status, 200);
        server.closeInput();
        EXPECT_EQ(server.wait(), 0);
    }
    EXPECT_EQ(runToEnd({"user", "disable", "--data", data(), "--email", "ann@example.com"}).code, 0);
    EXPECT_EQ(runToEnd({"user", "disable", "--data", data(), "--email", "x@example.com"}).code, 2);
    const auto last = runToEnd({"user", "disable", "--data", data(), "--email", "you@example.com"});
    EXPECT_EQ(last.code, 2);
    EXPECT_NE(last.errors.find("the last active administrator"), std::string::npos) << last.errors;
    const auto signIn = [&] {
        Process server {{"serve", "--data", data(), "--embedded"}};
        server.write("a\n");
        const auto status = login(portOf(server.line().value()), body).status;
        server.closeInput();
        EXPECT_EQ(server.wait(), 0);
        return status;
    };
    EXPECT_EQ(signIn(), 401);
    EXPECT_EQ(runToEnd({"user", "enable", "--data", data(), "--email", "ann@example.com"}).code, 0);
    EXPECT_EQ(signIn(), 200);
}

TEST_F(Foredeckd, WhoWasInvitedOrForgotTheirPasswordIsGivenOne)
{
    ASSERT_EQ(init().code, 0);
    const auto setTo = [&](const std::string &email, const std::string &password) {
        return runToEnd({"user", "password", "--data", data(), "--email", email, "--password", "-"}, password + "\n");
    };
    ASSERT_EQ(runToEnd({"user", "add", "--data", data(), "--name", "Ann", "--email", "ann@example.com", "--client", "casa"}).code, 0);
    EXPECT_EQ(setTo("nobody@example.com", "correct horse 8").code, 2);
    EXPECT_EQ(setTo("ann@example.com", "short").code, 2);
    EXPECT_EQ(runToEnd({"user", "password", "--data", data(), "--email", "ann@example.com", "--password", ""}).code, 2);
    const auto signIn = [&](const std::string &password) {
        Process server {{"serve", "--data", data(), "--embedded"}};
        server.write("a\n");
        const auto status = login(portOf(server.line().value()), R"({"email":"ann@example.com","password":")" + password + R"(","device":"d"})").status;
        server.closeInput();
        EXPECT_EQ(server.wait(), 0);
        return status;
    };
    EXPECT_EQ(signIn("correct horse 8"), 401);
    EXPECT_EQ(setTo("Ann@Example.com", "correct horse 8").code, 0);
    EXPECT_EQ(signIn("correct horse 8"), 200);
    EXPECT_EQ(setTo("ann@example.com", "battery staple 9").code, 0);
    EXPECT_EQ(signIn("correct horse 8"), 401);
    EXPECT_EQ(signIn("battery staple 9"), 200);
    ASSERT_EQ(runToEnd({"user", "disable", "--data", data(), "--email", "ann@example.com"}).code, 0);
    EXPECT_NE(setTo("ann@example.com", "correct horse 8").output.find("disabled"), std::string::npos);
    EXPECT_EQ(signIn("correct horse 8"), 401);
}

TEST_F(Foredeckd, ChannelsAreSetWithKeysFromAFileThatOnlyTheirOwnerReads)
{
    ASSERT_EQ(init().code, 0);
    const auto set = [&](std::vector<std::string> more, const std::string &input = {}) {
        std::vector<std::string> arguments {"channel", "set", "--data", data(), "--client", "casa"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runToEnd(std::move(arguments), input);
    };
    const auto made = set({"--kind", "sms", "--number", "+13055550199", "--account", "AC1", "--secrets", "-"}, R"({"secret":"top-secret","token":"top-token"})");
    ASSERT_EQ(made.code, 0) << made.errors;
    EXPECT_NE(made.output.find(" ok"), std::string::npos);
    EXPECT_EQ(set({"--kind", "sms", "--name", "By text"}).code, 0) << "the rest stays as it is";
    EXPECT_NE(set({"--kind", "sms", "--number", "305"}).errors.find("number"), std::string::npos);
    EXPECT_NE(set({"--kind", "pigeon"}).errors.find("--kind"), std::string::npos);
    const auto list = runToEnd({"channel", "list", "--data", data()}).output;
    EXPECT_TRUE(std::regex_search(list, std::regex {R"(\+13055550199 +By text)"})) << list;
    EXPECT_EQ(list.find("top-secret"), std::string::npos);
    std::ifstream store {data() + "/foredeckd.db", std::ios::binary};
    std::stringstream bytes;
    bytes << store.rdbuf();
    EXPECT_EQ(bytes.str().find("top-secret"), std::string::npos) << "sealed in the store";
    EXPECT_EQ(runToEnd({"migrate", "--data", data()}).output, "the store is at version 13\n");
}

TEST_F(Foredeckd, EvaluatesRowsAndCountsTheLabelledOnes)
{
    const auto ran = runToEnd({"evaluate", "triage"}, "{\"id\":1,\"text\":\"STOP\",\"opt_out\":true}\nbroken\n");
    EXPECT_EQ(ran.code, 0) << ran.errors;
    EXPECT_NE(ran.output.find("\"opt_out\":true"), std::string::npos) << ran.output;
    EXPECT_NE(ran.output.find("\"error\":"), std::string::npos) << ran.output;
    EXPECT_NE(ran.errors.find("opt_out: 1 of 1 right"), std::string::npos) << ran.errors;

    const auto nothing = runToEnd({"evaluate", "triage"}, "broken\n");
    EXPECT_EQ(nothing.code, 2);
    EXPECT_NE(nothing.errors.find("not one row"), std::string::npos) << nothing.errors;
    const auto absent = runToEnd({"evaluate", "triage", "--input", m_folder.path("absent.jsonl")});
    EXPECT_EQ(absent.code, 2);
    EXPECT_NE(absent.errors.find("absent.jsonl"), std::string::npos) << absent.errors;
    EXPECT_EQ(runToEnd({"evaluate"}).code, 2);
}
