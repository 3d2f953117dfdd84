#pragma once

#include "models/sqlite/database.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// Tx and WriteTx on one connection. Whoever makes it has opened the transaction and ends it.
class SqliteTx final : public WriteTx {
public:
    explicit SqliteTx(sqlite::Database &database) : m_database(database) { }

    std::int64_t run(Query query, std::initializer_list<Bind> binds, const std::function<bool(const Row &)> &onRow) override;
    const Error *error() const override { return m_error ? &*m_error : nullptr; }
    void fail(Error error) override;
    void append(Event event) override;

    /// Writes what was appended, with their numbers; the last statements of the work.
    void writeEvents(Timestamp at);
    /// Runs the work, an exception that it lets out becoming an error of it.
    template <class Work>
    void perform(const Work &work) noexcept
    {
        try {
            work(*this);
        } catch (const std::exception &exception) {
            fail(Error::of(Error::Kind::Internal, exception.what()));
        } catch (...) {
            fail(Error::of(Error::Kind::Internal, "an exception of no known type"));
        }
    }
    std::vector<Event> &events() noexcept { return m_events; }

private:
    void number(std::string_view stream, Timestamp at);
    void writeEvent(std::int64_t streamId, Event &event);

    sqlite::Database &m_database;
    std::optional<Error> m_error;
    std::vector<Event> m_events;
};

} // namespace foredeck
