#include "models/sqlite/migrations.h"

#include "models/sqlite/database.h"
#include "models/sqlite/transaction.h"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace foredeck::sqlite {

namespace {

constexpr std::string_view makeTable = "CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, "
                                       "name TEXT NOT NULL, checksum TEXT NOT NULL, at INTEGER NOT NULL) STRICT";
constexpr std::string_view countTables = "SELECT count(*), coalesce(sum(name = 'migration'), 0) FROM sqlite_schema WHERE type = 'table'";
constexpr std::string_view selectTaken = "SELECT number, name, checksum FROM migration ORDER BY number";
constexpr std::string_view insertTaken = "INSERT INTO migration (number, name, checksum, at) VALUES (:number, :name, :checksum, :at)";

// FNV-1a, 64 bits: told apart must be an edited text, not an attacker's.
std::string checksumOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return fmt::format("{:016x}", hash);
}

struct Taken {
    int number = 0;
    std::string name;
    std::string checksum;
};

Result<bool> isOurs(Database &database)
{
    auto tables = database.statement(countTables);
    if (tables.hasError())
        return std::move(tables).error();
    const auto row = tables.value().step();
    if (row.hasError())
        return row.error();
    if (tables.value().integer(0) > 0 && tables.value().integer(1) == 0)
        return Error::of(Error::Kind::Invalid, database.path() + ": is a database of another program");
    return tables.value().integer(1) > 0;
}

Result<std::vector<Taken>> takenSteps(Database &database)
{
    std::vector<Taken> taken;
    const auto ours = isOurs(database);
    if (ours.hasError())
        return ours.error();
    if (!ours.value())
        return taken;
    auto rows = database.statement(selectTaken);
    if (rows.hasError())
        return std::move(rows).error();
    for (;;) {
        const auto row = rows.value().step();
        if (row.hasError())
            return row.error();
        if (!row.value())
            return taken;
        auto &statement = rows.value();
        taken.push_back({static_cast<int>(statement.integer(0)), std::string {statement.text(1)}, std::string {statement.text(2)}});
    }
}

Result<void> compare(const std::string &path, const std::vector<Taken> &taken, const std::vector<Migration> &steps)
{
    if (taken.size() > steps.size()) {
        return Error::of(Error::Kind::TooNew,
            fmt::format("{}: was written by a newer program (step {}, this one knows {})", path, taken.size(), steps.size()));
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i].number != steps[i].number || taken[i].checksum != checksumOf(steps[i].sql))
            return Error::of(Error::Kind::Corrupt, fmt::format("{}: step {} ({}) is not the one this program knows", path, taken[i].number, taken[i].name));
    }
    return {};
}

Result<void> take(Database &database, const Migration &step, Timestamp now)
{
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (transaction.hasError())
        return std::move(transaction).error();
    for (const auto text : {makeTable, step.sql}) {
        auto done = database.execute(std::string {text});
        if (done.hasError()) {
            auto error = std::move(done).error();
            error.detail = fmt::format("step {} ({}): {}", step.number, step.name, error.detail);
            return error;
        }
    }
    {
        const auto checksum = checksumOf(step.sql);
        auto insert = database.statement(insertTaken);
        if (insert.hasError())
            return std::move(insert).error();
        insert.value().bind("number", step.number).bind("name", step.name).bind("checksum", checksum).bind("at", toMs(now));
        const auto done = insert.value().run();
        if (done.hasError())
            return done.error();
    }
    return transaction.value().commit();
}

Result<std::string> copyBefore(Database &database, std::size_t version, const std::function<Result<void>(const std::string &)> &mark)
{
    const auto path = fmt::format("{}.before-{}", database.path(), version);
    const auto partial = path + ".partial";
    ::unlink(partial.c_str());
    auto copied = database.copyTo(partial);
    if (copied.hasValue() && mark)
        copied = mark(partial);
    if (copied.hasError()) {
        ::unlink(partial.c_str());
        return copied.error();
    }
    if (std::rename(partial.c_str(), path.c_str()) != 0)
        return Error::of(Error::Kind::Io, path + ": could not be put in place");
    return path;
}

} // namespace

Result<std::vector<Migration>> migrationsOf(const std::vector<std::pair<std::string_view, std::string_view>> &texts)
{
    std::vector<Migration> steps;
    for (const auto &[name, sql] : texts) {
        const int number = static_cast<int>(steps.size()) + 1;
        if (name.substr(0, 5) != fmt::format("{:04}_", number))
            return Error::of(Error::Kind::Internal, fmt::format("migration {} stands where {:04}_… should", name, number));
        steps.push_back({number, name.substr(5), sql});
    }
    return steps;
}

Result<int> schemaVersion(Database &database)
{
    const auto taken = takenSteps(database);
    if (taken.hasError())
        return taken.error();
    return taken.value().empty() ? 0 : taken.value().back().number;
}

Result<MigrationReport> migrate(Database &database, const std::vector<Migration> &steps, Timestamp now, Contents contents,
    const std::function<Result<void>(const std::string &copy)> &mark)
{
    const auto taken = takenSteps(database);
    if (taken.hasError())
        return taken.error();
    const auto same = compare(database.path(), taken.value(), steps);
    if (same.hasError())
        return same.error();
    const auto from = taken.value().size();
    MigrationReport report {static_cast<int>(from), static_cast<int>(steps.size()), {}};
    if (contents == Contents::Precious && from > 0 && from < steps.size()) {
        auto copy = copyBefore(database, from, mark);
        if (copy.hasError())
            return std::move(copy).error();
        report.copy = std::move(copy).value();
    }
    for (auto i = from; i < steps.size(); ++i) {
        const auto done = take(database, steps[i], now);
        if (done.hasError())
            return done.error();
    }
    return report;
}

} // namespace foredeck::sqlite
