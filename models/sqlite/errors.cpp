#include "models/sqlite/errors.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace foredeck::sqlite {

namespace {

Error::Kind kindOf(int code) noexcept
{
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return Error::Kind::Conflict;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Error::Kind::Io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::Kind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::Kind::Busy;
    case SQLITE_TOOBIG:
        return Error::Kind::TooLarge;
    case SQLITE_INTERRUPT:
        return Error::Kind::Cancelled;
    default:
        return Error::Kind::Internal;
    }
}

} // namespace

Error errorOf(sqlite3 *connection, int code, std::string_view doing)
{
    // The connection keeps the words of its last failure only; they are of use when it is this one.
    const bool same = connection && (sqlite3_errcode(connection) & 0xff) == (code & 0xff);
    const char *words = same ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return Error::of(kindOf(code), fmt::format("{}: {} ({})", doing, words, code));
}

} // namespace foredeck::sqlite
