#pragma once

#include "models/core/result.h"

#include <string_view>

struct sqlite3;

namespace foredeck::sqlite {

/// What an SQLite result code means here: Conflict (a constraint), Io (disk full, I/O, no right), Corrupt (damaged, or no
/// database), Busy (somebody else has it), TooLarge, Cancelled (interrupted), else Internal. The detail names the doing and
/// SQLite's own words, which carry names of tables and columns but never a bound value.
Error errorOf(sqlite3 *connection, int code, std::string_view doing);

} // namespace foredeck::sqlite
