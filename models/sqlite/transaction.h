#pragma once

#include "models/core/result.h"

namespace foredeck::sqlite {

class Database;

/// One transaction; rolled back when it goes, unless commit() succeeded.
class Transaction {
public:
    enum class Kind {
        Read, ///< one consistent state from the first read on
        Write, ///< takes the write lock at once
    };
    static Result<Transaction> begin(Database &database, Kind kind);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    /// On failure it has been rolled back, and nothing of it is stored.
    Result<void> commit();
    void rollback() noexcept;

private:
    explicit Transaction(Database &database) : m_database(&database) { }
    Database *m_database;
};

/// A part of a transaction that can fail alone; rolled back when it goes, unless release() succeeded. May be nested.
class Savepoint {
public:
    static Result<Savepoint> begin(Database &database);
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;

    Result<void> release();
    /// Error: the whole transaction is gone with it (SQLite itself rolls back on some I/O errors).
    Result<void> rollback();

private:
    explicit Savepoint(Database &database) : m_database(&database) { }
    Database *m_database;
};

} // namespace foredeck::sqlite
