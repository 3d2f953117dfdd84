#pragma once

#include "models/sqlite/database.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace foredeck::sqlite {

/// A folder of a test's own, gone with it.
class Scratch : public ::testing::Test {
protected:
    Scratch()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "foredeck-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~Scratch() override
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    std::string file(const std::string &name) const { return (m_folder / name).string(); }

    static std::unique_ptr<Database> open(const std::string &path, OpenOptions options = {})
    {
        auto database = Database::open(path, options);
        EXPECT_TRUE(database.hasValue()) << database.error().detail;
        return database.hasValue() ? std::move(database).value() : nullptr;
    }
    static void must(const Result<void> &result) { ASSERT_TRUE(result.hasValue()) << result.error().detail; }
    static std::int64_t integer(Database &database, std::string_view text)
    {
        auto statement = database.statement(text);
        EXPECT_TRUE(statement.hasValue()) << statement.error().detail;
        if (statement.hasError())
            return -1;
        const auto row = statement.value().step();
        EXPECT_TRUE(row.hasValue() && row.value());
        return statement.value().integer(0);
    }

private:
    std::filesystem::path m_folder;
};

} // namespace foredeck::sqlite
