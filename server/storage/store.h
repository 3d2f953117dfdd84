#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/domain/event.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace foredeck {

/// One statement of the catalogue (server/storage/sql/*.sql, embedded): its text, and by its address its prepared form.
/// Named binds ":client_id", within the subset of SQL that SQLite and PostgreSQL share.
using Query = std::string_view;

/// Bytes that are no text: sealed secrets.
struct Blob {
    explicit Blob(std::string_view b) : bytes(b) { }
    std::string_view bytes;
};

/// A bound value. Text and bytes are not copied: they must live until the call returns.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;
struct Bind {
    std::string_view name; ///< without the colon
    Value value;
};

/// One row of an answer, valid during the callback only. Columns in the order of the SELECT.
class Row {
public:
    virtual ~Row() = default;
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0; ///< of a blob its bytes; of NULL nothing
};

/// Statements inside one transaction. The first failure sticks: later statements do nothing and the transaction is rolled
/// back, so that callers write straight-line code and look at error() where they must decide.
class Tx {
public:
    virtual ~Tx() = default;
    /// Runs a statement; `onRow` for each row, false stops. The number of rows that were changed, or for a statement that
    /// only reads, given to `onRow`. Every bind of the statement must be named, and no other; a violated uniqueness is
    /// Error::Kind::Conflict.
    virtual std::int64_t run(Query query, std::initializer_list<Bind> binds, const std::function<bool(const Row &)> &onRow = {}) = 0;
    /// The sticky failure, if there is one.
    virtual const Error *error() const = 0;
    virtual void fail(Error error) = 0;
};

/// A writing transaction. Events that are appended here become rows of the log as its last statements, with seq from the
/// counter row of their stream (contract 4.1), and are handed to the feed after the commit, in the order of the commits.
class WriteTx : public Tx {
public:
    /// Fills in seq, prev (= seq - 1) and at. An event whose frame could pass 256 KiB fails the transaction (TooLarge).
    virtual void append(Event event) = 0;
};

/// Told after each commit, on the writer's thread, with the events of the commit in their order. Must not block.
class EventFeed {
public:
    virtual ~EventFeed() = default;
    virtual void committed(const std::vector<Event> &events) = 0;
};

/// The server's rows. Reads see a consistent state and run beside the writer; writes are grouped: all closures that wait
/// while one commit runs share the next (each inside a savepoint of its own, so a failing one takes none with it). Both
/// are safe from any thread but the writer's own.
class Store {
public:
    virtual ~Store() = default;

    /// Work must not call the store again; it may run on another thread.
    using ReadWork = std::function<void(Tx &)>;
    using WriteWork = std::function<void(WriteTx &)>;
    using Committed = std::function<void(Result<void>)>;

    /// Waits for one of the reading connections. Error: what the work failed with.
    virtual Result<void> read(const ReadWork &work) = 0;
    /// Blocks until the commit is durable (synchronous FULL) or the work has failed.
    virtual Result<void> write(const WriteWork &work) = 0;
    /// Returns at once; `committed` is called on the writer's thread after the commit, in the order of the calls, and must
    /// not block. Busy when the queue is full or the store is closing: then it is called on the caller's thread.
    virtual void writeLater(WriteWork work, Committed committed) = 0;

    virtual std::string serverId() const = 0;
    /// The random id of the log; changes on restore and rewriting (contract 4.1).
    virtual std::string epoch() const = 0;
};

} // namespace foredeck
