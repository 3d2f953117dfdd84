#pragma once

#include "models/sqlite/database.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace foredeck {

/// Read-only connections that are lent to one thread at a time. Safe from any thread.
class ReaderPool {
public:
    /// Error: a connection could not be opened.
    Result<void> open(const std::string &path, int count);

    class Loan {
    public:
        Loan(ReaderPool &pool, std::unique_ptr<sqlite::Database> reader) : m_pool(pool), m_reader(std::move(reader)) { }
        ~Loan() { m_pool.giveBack(std::move(m_reader)); }
        Loan(const Loan &) = delete;
        Loan &operator=(const Loan &) = delete;
        sqlite::Database &database() noexcept { return *m_reader; }

    private:
        ReaderPool &m_pool;
        std::unique_ptr<sqlite::Database> m_reader;
    };
    /// Waits until one is free.
    Loan lend();

private:
    void giveBack(std::unique_ptr<sqlite::Database> reader);

    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<sqlite::Database>> m_free;
};

} // namespace foredeck
