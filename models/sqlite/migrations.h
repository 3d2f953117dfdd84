#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foredeck::sqlite {

class Database;

/// One step of a schema: forward only, never changed once it has been released. May hold several statements.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

struct MigrationReport {
    int from = 0; ///< 0: the file was new
    int to = 0;
    std::string copy; ///< the file as it was before, when there was something to lose; else empty
};

/// The embedded texts "0001_initial", "0002_…" as steps. Error: numbers that do not rise by one from 1.
Result<std::vector<Migration>> migrationsOf(const std::vector<std::pair<std::string_view, std::string_view>> &texts);

/// The number of the last step that the file has taken; 0 for an empty file. Error: it holds tables of somebody else.
Result<int> schemaVersion(Database &database);

/// Whether what a file holds exists nowhere else.
enum class Contents { Precious, Disposable };

/// Takes the steps that are missing, each in a transaction of its own together with its record, so that an interruption
/// leaves a whole step or none. A file that holds precious data is copied first ("<path>.before-<n>"); what `mark` does to the
/// copy is done before it has that name. Errors: TooNew when the file has taken steps that this program does not know; Corrupt
/// when a step it has taken is not the one that is known.
Result<MigrationReport> migrate(Database &database, const std::vector<Migration> &steps, Timestamp now, Contents contents = Contents::Precious,
    const std::function<Result<void>(const std::string &copy)> &mark = {});

} // namespace foredeck::sqlite
