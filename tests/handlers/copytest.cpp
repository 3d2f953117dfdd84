#include "tests/handlers/foredeckdfixture.h"

#include <csignal>
#include <filesystem>

using namespace foredeck;
using namespace foredeck::test;

// After a crash the log of the old store lies there: it belongs to no other file.
TEST_F(Foredeckd, ACopyIsPutBackWithoutWhatTheOldStoreLeft)
{
    ASSERT_EQ(init().code, 0);
    const auto copy = m_folder.path("copy.db");
    const auto later = [&](const char *email) { return runToEnd({"user", "add", "--data", data(), "--name", "Eva", "--role", "admin", "--email", email}); };
    const auto people = [&] { return runToEnd({"user", "list", "--data", data()}).output; };
    ASSERT_EQ(later("before@example.com").code, 0);
    ASSERT_EQ(runToEnd({"backup", "--data", data(), copy}).code, 0);
    ASSERT_EQ(later("after@example.com").code, 0);
    Process server {{"serve", "--data", data(), "--embedded"}};
    server.write("pipe-token\n");
    const auto ready = server.line();
    ASSERT_TRUE(ready) << server.errors();
    ASSERT_EQ(login(portOf(*ready), R"({"embedded_token":"pipe-token","device":"console"})").status, 200);
    EXPECT_EQ(runToEnd({"restore", "--data", data(), copy}).code, 2) << "the folder belongs to the server";
    server.signal(SIGKILL);
    server.wait();
    ASSERT_TRUE(std::filesystem::exists(data() + "/foredeckd.db-wal"));
    const auto wrong = file("wrong.db", "this is no database, but a letter to a friend");
    for (const auto &none : {wrong, m_folder.path("nothing.db")}) {
        EXPECT_EQ(runToEnd({"restore", "--data", data(), none}).code, 2);
        EXPECT_TRUE(std::filesystem::exists(data() + "/foredeckd.db-wal")) << "nothing was changed";
    }
    const auto restored = runToEnd({"restore", "--data", data(), copy});
    ASSERT_EQ(restored.code, 0) << restored.errors;
    EXPECT_FALSE(std::filesystem::exists(data() + "/foredeckd.db-wal"));
    EXPECT_NE(restored.output.find(".replaced-"), std::string::npos) << restored.output;
    EXPECT_NE(people().find("before@example.com"), std::string::npos);
    EXPECT_EQ(people().find("after@example.com"), std::string::npos);
    Process next {{"serve", "--data", data(), "--embedded"}};
    next.write("second\n");
    const auto again = next.line();
    ASSERT_TRUE(again) << next.errors();
    EXPECT_EQ(member(*again, "server_id"), member(*ready, "server_id"));
    EXPECT_TRUE(std::filesystem::exists(copy)) << "it can be used again";
}

// Killed after the old store was moved, and before its log was.
TEST_F(Foredeckd, ARestoreThatWasEndedInTheMiddleGoesOn)
{
    ASSERT_EQ(init().code, 0);
    const auto later = [&](const char *email) { return runToEnd({"user", "add", "--data", data(), "--name", "Eva", "--role", "admin", "--email", email}); };
    const auto store = data() + "/foredeckd.db";
    const auto copy = m_folder.path("copy.db");
    ASSERT_EQ(later("before@example.com").code, 0);
    ASSERT_EQ(runToEnd({"backup", "--data", data(), copy}).code, 0);
    ASSERT_EQ(later("after@example.com").code, 0);
    std::filesystem::rename(store, store + ".replaced-1795000000000");
    std::filesystem::rename(copy, store + ".restoring");
    file("data/foredeckd.db-wal", "the log of the old store");
    EXPECT_EQ(init().code, 2) << "there is a store";
    const auto people = runToEnd({"user", "list", "--data", data()});
    ASSERT_EQ(people.code, 0) << people.errors;
    EXPECT_NE(people.output.find("before@example.com"), std::string::npos);
    EXPECT_EQ(people.output.find("after@example.com"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(store + ".replaced-1795000000000-wal"));
}
