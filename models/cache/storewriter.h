#pragma once

#include "models/cache/changes.h"
#include "models/cache/outboxrules.h"
#include "models/core/result.h"
#include "models/domain/bulk.h"
#include "models/domain/composition.h"
#include "models/domain/event.h"
#include "models/domain/op.h"
#include "models/domain/user.h"
#include "net/codec/frames.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// An entity as the wire brought it: `kind` is the word before the dot of an event's kind ("message"), `data` its JSON.
struct Entity {
    std::string kind;
    std::int64_t version = 0;
    std::string data;
    std::string id; ///< needed when deleted; otherwise the one in data is taken
    bool deleted = false;
    OpId op; ///< the act that made it so, if any
};

/// Events in the order of their streams, with the cursors that stand after them: one transaction.
struct Batch {
    std::vector<Entity> entities;
    std::map<std::string, StreamPosition> cursors;
};

/// What a batch did, for the counters of the sync engine.
struct BatchReport {
    int applied = 0;
    int stale = 0; ///< versions that were not higher
    int unreadable = 0; ///< data that could not be read; logged with kind and reason, skipped, never fatal
};

/// What may be sent now, and when to ask again.
struct SendPlan {
    std::vector<Op> ops; ///< in state Sending, committed as such, with the fence put in
    std::optional<Timestamp> nextTry;
    int waiting = 0;
};

/// One turn of the oldest order on many conversations that has still something to do.
struct BulkTurn {
    OpId order; ///< empty: there is none
    bool callsOff = false;
    bool more = false; ///< ask again
};

/// The writing side of a LocalStore. Every call may come from any thread and returns at once; it is done on the writer's
/// thread, acts of a person before what the wire brought, each in the order of the calls. `done` is called there: wrap it
/// by a Mailbox. An error means that nothing of the call was done.
class StoreWriter {
public:
    using Done = std::function<void(Result<void>)>;

    ~StoreWriter();
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    /// Who is signed in. Another person than before: the cache is emptied, their outbox rows stay and are not theirs to see.
    void setUser(const User &user, Done done);

    // What the wire brought.
    /// After cacheRebuilt() no batch moves a cursor before this was asked: one that was on its way was made for the lost cache.
    void cursors(std::function<void(std::map<std::string, StreamPosition>)> done);
    void applyBatch(Batch batch, std::function<void(Result<BatchReport>)> done);
    /// Rows of the stream's scope that no page or event has touched between begin and end are swept at the end.
    void beginSnapshot(const std::string &stream, Done done);
    void applySnapshotPage(std::vector<Entity> entities, Done done);
    void endSnapshot(const std::string &stream, const StreamPosition &position, Done done);
    /// The right to see it was lost: its rows leave the cache, the outbox stays.
    void dropStream(const std::string &stream, Done done);
    /// The answer to a request: entities by version, and whether the timeline below them is complete now.
    void applyEntities(std::vector<Entity> entities, Done done);
    void markTimelineComplete(const ConversationId &conversation, Done done);

    // The outbox.
    /// Stores the act and shows its echo. `clears`: the composition that is emptied in the same commit.
    void enqueue(Op op, std::optional<Cleared> clears, Done done);
    /// `epochs`: by stream, as the welcome of the connection that is up told them; none while there is none.
    void takeSendable(int limit, std::map<std::string, std::string> epochs, std::function<void(SendPlan)> done);
    /// `entities`: what a 2xx answer carried.
    void recordAnswer(const OpId &op, const OpAnswer &answer, std::vector<Entity> entities, Done done);
    /// Acts acknowledged before `before` whose stream has been complete since: those that made no event are confirmed.
    void settleAcked(const std::string &stream, Timestamp before);
    /// True: it was still held; its text is in the composition again.
    void undo(const OpId &op, std::function<void(bool)> done);
    /// Held replies become due no more, or their time goes on from where it stood. Not kept: a crash returns them as ever.
    void holdReplies(bool held);
    void edit(const OpId &op, Done done);
    void sendAnyway(const OpId &op, Done done);
    void drop(const OpId &op, Done done);
    void putBack(const OpId &op, Done done);
    void retry(const OpId &op, Done done);
    /// Everything that waits for a later try is due now.
    void retryAll();

    // Orders on many conversations: one whole plan on disk first, then act by act.
    /// A part of an order, in turn; with the `last` it has begun. A crash before that leaves nothing of it.
    void storeBulk(const BulkHead &head, const BulkAct &act, std::vector<BulkStep> steps, bool first, bool last, Done done);
    /// Makes acts of the next hundred rows, or takes as many back where the order is being called off. Other writes go first.
    void stepBulk(std::function<void(Result<BulkTurn>)> done);
    /// What has not been sent does not happen.
    void callOffBulk(const OpId &order, Done done);
    /// Conflict where it takes something back itself, has been taken back or is forgotten. `undo`: the id of the new order.
    void undoBulk(const OpId &order, const OpId &undo, Done done);

    /// `before`: the text that this one went on from, as far as the journal was read. A reply that came back into the
    /// journal since then is put in front of it.
    void saveComposition(const Composition &composition, const std::optional<std::string> &before, Done done);

private:
    friend class LocalStore;
    class Private;
    explicit StoreWriter(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace foredeck
