#include "tests/handlers/foredeckdfixture.h"

#include "models/sqlite/database.h"

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace foredeck;
using namespace foredeck::test;

// What lies in the folder and is not what this program left there.

TEST_F(Foredeckd, ALostOrOpenKeyIsRefusedWithTheReason)
{
    ASSERT_EQ(init().code, 0);
    ASSERT_EQ(::chmod((data() + "/secret.key").c_str(), 0644), 0);
    EXPECT_NE(runToEnd({"serve", "--data", data(), "--embedded"}, "a\n").errors.find("0600"), std::string::npos);
    std::filesystem::remove(data() + "/secret.key");
    const auto lost = runToEnd({"serve", "--data", data(), "--embedded"}, "a\n");
    EXPECT_EQ(lost.code, 2);
    EXPECT_NE(lost.errors.find("secret.key"), std::string::npos);
}

TEST_F(Foredeckd, AnotherKeyTakesTheLostOnesPlaceAndTheDoorsSaySo)
{
    ASSERT_EQ(init().code, 0);
    EXPECT_EQ(runToEnd({"renew-key", "--data", data()}).code, 2) << "there is one";
    EXPECT_EQ(runToEnd({"channel", "list", "--data", data()}).output.find("not_configured"), std::string::npos);
    std::filesystem::remove(data() + "/secret.key");
    EXPECT_NE(runToEnd({"channel", "list", "--data", data()}).errors.find("renew-key"), std::string::npos);
    const auto renewed = runToEnd({"renew-key", "--data", data()});
    ASSERT_EQ(renewed.code, 0) << renewed.errors;
    EXPECT_NE(renewed.output.find("again"), std::string::npos);
    EXPECT_NE(runToEnd({"channel", "list", "--data", data()}).output.find("not_configured"), std::string::npos);
    Process server {{"serve", "--data", data(), "--embedded"}};
    server.write("a\n");
    EXPECT_TRUE(server.line()) << server.errors();
}

TEST_F(Foredeckd, AStoreOfANewerProgramIsRefusedAndLeftAlone)
{
    ASSERT_EQ(init().code, 0);
    auto store = sqlite::Database::open(data() + "/foredeckd.db", {});
    ASSERT_TRUE(store.hasValue());
    ASSERT_TRUE(store.value()->execute("INSERT INTO migration (number, name, checksum, at) VALUES (99, '0099_later', 'x', 0)").hasValue());
    store.value().reset();
    const auto refused = runToEnd({"serve", "--data", data(), "--embedded"}, "a\n");
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.errors.find("newer"), std::string::npos) << refused.errors;
}

TEST_F(Foredeckd, AnEmptyFileIsNoNewStore)
{
    ASSERT_EQ(init().code, 0);
    std::filesystem::resize_file(data() + "/foredeckd.db", 0);
    for (const auto &command : {std::vector<std::string> {"serve", "--data", data(), "--embedded"}, {"migrate", "--data", data()}, {"renew-key", "--data", data()}}) {
        const auto refused = runToEnd(command, "a\n");
        EXPECT_EQ(refused.code, 2) << command.front();
        EXPECT_NE(refused.errors.find("is empty"), std::string::npos) << refused.errors;
    }
    EXPECT_NE(init().errors.find("is empty"), std::string::npos) << "it holds no store either";
    EXPECT_EQ(std::filesystem::file_size(data() + "/foredeckd.db"), 0u);
}

TEST_F(Foredeckd, NorIsADatabaseWithoutOurTables)
{
    ASSERT_EQ(init().code, 0);
    for (const auto *rest : {"", "-wal", "-shm"})
        std::filesystem::remove(data() + "/foredeckd.db" + rest);
    {
        auto other = sqlite::Database::open(data() + "/foredeckd.db", {});
        ASSERT_TRUE(other.hasValue());
        ASSERT_TRUE(other.value()->execute("CREATE TABLE a (b); DROP TABLE a").hasValue());
    }
    for (const auto &command : {std::vector<std::string> {"serve", "--data", data(), "--embedded"}, {"migrate", "--data", data()}}) {
        const auto refused = runToEnd(command, "a\n");
        EXPECT_EQ(refused.code, 2) << command.front();
        EXPECT_NE(refused.errors.find("no store of foredeckd"), std::string::npos) << refused.errors;
    }
}

// A new store would take the log of the one that is gone for its own.
TEST_F(Foredeckd, TheLogOfAStoreThatIsGoneKeepsItsPlace)
{
    ASSERT_EQ(init().code, 0);
    std::filesystem::remove(data() + "/foredeckd.db");
    std::ofstream {data() + "/foredeckd.db-wal"} << "what was not yet in it";
    const auto refused = init();
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.errors.find("foredeckd.db-wal"), std::string::npos) << refused.errors;
    EXPECT_FALSE(std::filesystem::exists(data() + "/foredeckd.db"));
}
