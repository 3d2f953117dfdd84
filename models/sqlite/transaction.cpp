#include "models/sqlite/transaction.h"

#include "models/sqlite/database.h"

#include <utility>

namespace foredeck::sqlite {

namespace {

Result<void> runText(Database &database, std::string_view text)
{
    auto statement = database.statement(text);
    if (statement.hasError())
        return std::move(statement).error();
    auto changed = statement.value().run();
    if (changed.hasError())
        return std::move(changed).error();
    return {};
}

} // namespace

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    const auto begun = runText(database, kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    if (begun.hasError())
        return begun.error();
    return Transaction {database};
}

Transaction::~Transaction() { rollback(); }

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Result<void> Transaction::commit()
{
    if (!m_database->inTransaction()) {
        m_database = nullptr;
        return Error::of(Error::Kind::Io, "committing: the transaction was rolled back by an earlier failure");
    }
    auto committed = runText(*m_database, "COMMIT");
    if (committed.hasError())
        rollback();
    m_database = nullptr;
    return committed;
}

void Transaction::rollback() noexcept
{
    if (m_database && m_database->inTransaction())
        static_cast<void>(runText(*m_database, "ROLLBACK").hasError());
    m_database = nullptr;
}

Result<Savepoint> Savepoint::begin(Database &database)
{
    const auto begun = runText(database, "SAVEPOINT part");
    if (begun.hasError())
        return begun.error();
    return Savepoint {database};
}

Savepoint::~Savepoint()
{
    if (m_database)
        static_cast<void>(rollback().hasError());
}

Savepoint::Savepoint(Savepoint &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Result<void> Savepoint::release()
{
    auto released = runText(*m_database, "RELEASE part");
    if (released.hasValue())
        m_database = nullptr;
    return released;
}

Result<void> Savepoint::rollback()
{
    auto &database = *std::exchange(m_database, nullptr);
    if (!database.inTransaction())
        return Error::of(Error::Kind::Io, "rolling back: the whole transaction is gone");
    auto back = runText(database, "ROLLBACK TO part");
    return back.hasError() ? back : runText(database, "RELEASE part");
}

} // namespace foredeck::sqlite
