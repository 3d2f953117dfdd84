#pragma once

#include "models/cache/changes.h"
#include "models/cache/rows.h"
#include "models/core/result.h"
#include "models/domain/channel.h"
#include "models/domain/client.h"
#include "models/domain/composition.h"
#include "models/domain/event.h"
#include "models/domain/hours.h"
#include "models/domain/knowledge.h"
#include "models/domain/settings.h"
#include "models/domain/user.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace foredeck {

class CacheReader;
class StoreWriter;

/// Where a profile's files are and what the store needs to know. The folder holds `cache.db` (disposable) and
/// `outbox.db` (precious) of one server_id.
struct StoreOptions {
    QString folder;
    UserId user; ///< who was signed in last; empty before the first sign-in
    std::int64_t staleReplyMs = 30 * 60 * 1000; ///< an older reply is never sent silently (contract 5)
    std::int64_t retryFirstMs = 1000; ///< the first wait after a failed send; it doubles
    std::int64_t retryMostMs = 5 * 60 * 1000;
    bool checkAfterCrash = true;
};

/// The local store of one profile: the only truth the interface knows. One writer thread with the only writing
/// connections, one reader thread with a read-only connection; values cross, objects do not. Made, used and destroyed on
/// the interface's thread; read() and writer() may be called from any thread. The clock outlives it.
class LocalStore : public QObject {
    Q_OBJECT
public:
    /// Opens or creates both files, takes up what the last run left (held replies return to their compositions, what was
    /// being sent is queued again) and projects the outbox. A few milliseconds. A damaged cache is moved aside and begun
    /// anew; a damaged outbox is moved aside too, what can be read of it is carried over, and outboxSalvaged() says so.
    /// Errors: TooNew (written by a newer program: nothing is touched), Io, Corrupt.
    static Result<std::unique_ptr<LocalStore>> open(const StoreOptions &options, const Clock &clock);
    ~LocalStore() override;

    /// The first rows of a list, on the calling thread: the single exception to "no SQL on the interface's thread", meant
    /// for the moment before the window shows.
    Result<ConversationPage> readFirstPage(const ViewKey &view, int rows = 50) const;

    /// Runs a query on the reader's thread and hands over what it returned, there: wrap `then` by a Mailbox. A query sees
    /// every commit that was told before it was placed; queries run in the order in which they were placed.
    template <class Query, class Then>
    void read(Query query, Then then) const
    {
        post([query = std::move(query), then = std::move(then)](CacheReader &reader) mutable { then(query(reader)); });
    }

    /// The writing side, for `net/` and for OutboxActs. The interface acts through Acts.
    StoreWriter &writer() const { return *m_writer; }
    const Clock &clock() const { return m_clock; }
    QString folder() const { return m_options.folder; }
    /// Who was signed in last, from the options.
    const UserId &user() const { return m_options.user; }
    /// A sentence when the outbox file was damaged and had to be carried over; empty otherwise.
    QString outboxSalvaged() const { return m_salvaged; }

Q_SIGNALS:
    /// Emitted on the writer's thread after each commit; receivers on other threads get it queued, in order.
    void changed(const foredeck::Changes &changes);
    /// The cache file was damaged and stands aside as `where`; a new one is being filled from the server.
    void cacheRebuilt(const QString &where);
    /// A commit failed (disk full, read-only): nothing of it was done. `recovered` when one worked again.
    void writeFailed(const QString &why);
    void writeRecovered();
    /// The server goes on from a copy of its store; what it lacks of this computer's acts is in the outbox again.
    void serverSetBack();

private:
    struct Private;
    LocalStore(const StoreOptions &options, const Clock &clock);
    void post(std::function<void(CacheReader &)> job) const;

    StoreOptions m_options;
    const Clock &m_clock;
    QString m_salvaged;
    std::unique_ptr<Private> d;
    StoreWriter *m_writer = nullptr;
};

} // namespace foredeck
