#pragma once

#include "models/cache/outboxrules.h"
#include "models/cache/query.h"
#include "models/domain/bulk.h"
#include "models/domain/composition.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// What is being typed, as the journal keeps it.
struct DraftRow {
    Composition composition;
    bool synced = false; ///< the server has it, or it came from there
    bool here = true; ///< written on this computer, and not by another device
};

/// One conversation of an order on many: what becomes its act.
struct BulkRow {
    std::int64_t seq = 0;
    Op act; ///< without id until it stands in the outbox, and without user and time
    OpId undoes; ///< the act that this one takes back; empty: none
};
/// What has become of one.
struct BulkMark {
    std::int64_t seq = 0;
    std::string_view state; ///< "placed", "called_off" or "taken_back"; a literal
    OpId op; ///< its act; empty: none
};

/// The precious file with its open rows in memory. Writer's thread; each change is one FULL transaction, and memory
/// follows the commit. Throws StoreFault.
class OutboxFile {
public:
    /// A row of op_open or op_by_id.
    static Op readOp(Query &query, std::optional<Timestamp> *ackedAt = nullptr);

    explicit OutboxFile(sqlite::Database &database) : m_database(database) { }

    /// Reads the open rows and takes up what a crash left (afterCrash). Those that return to their composition are put in
    /// front of what stands there.
    void recover(Timestamp now);
    /// The drafts of one person, for the lists of conversations.
    void setUser(const UserId &user);
    const UserId &user() const { return m_user; }

    const std::vector<Op> &open() const { return m_open; }
    const Op *find(const OpId &id) const;
    /// One that was cancelled and is kept in the file.
    std::optional<Op> dropped(const OpId &id);
    /// Any that the file still holds, whatever became of it.
    std::optional<Op> stored(const OpId &id);
    std::vector<Op> openOf(const ConversationId &conversation) const;
    /// One line of what is being typed there; empty when nothing.
    std::string draftLine(const ConversationId &conversation) const;
    /// Whether the journal holds something there that was not sent.
    bool isWritten(const UserId &user, const ConversationId &conversation, CompositionKind kind);
    std::vector<ConversationId> conversationsWithActs() const;
    std::vector<ConversationId> conversationsWithDrafts() const;
    std::optional<Timestamp> ackedAt(const OpId &id) const;
    /// Of one that may have arrived: whether its last try ended before then. What was lost by a run before was.
    bool wasLostBefore(const OpId &id, Timestamp before, Timestamp now) const;
    /// A try that ended only after its row had been set aside.
    void setLost(const OpId &id, Timestamp now) { m_lost[id] = now; }

    /// Stores new rows and, with them, a composition; a quiet row replaces the body of an unsent one of its lane.
    void add(const std::vector<Op> &ops, const std::optional<Composition> &draft);
    /// A row of another file as it stood there.
    void carryOver(const Op &op, std::optional<Timestamp> ackedAt);
    /// What the journal holds of this composition when it is saved; see joined(). Another device's text is kept by that one
    /// and is not joined.
    struct Journaled {
        Composition composition;
        bool unseen = false; ///< something else stood there than the text went on from
    };
    Journaled journaled(Composition composition, const std::optional<std::string> &before);
    /// What came back into the journal of this composition after it held `before`, and so was not sent with it.
    std::string returnedSince(const Composition &composition, const std::optional<std::string> &before);
    /// Of a box that shows other journals below this one (firstwords.h): where it holds what was read there, all of it goes into
    /// this one, and what is written or sent next takes the place of all. Else they stay as they are.
    void gather(const Composition &key, const std::vector<ConversationId> &below, const std::string &read);
    /// Stores rows that changed as asStored() has them, all in one transaction. A text given for a row goes in front of its composition.
    void update(const std::vector<Op> &given, Timestamp now, const std::vector<OpId> &returned = {});
    void confirm(const std::vector<OpId> &ops, Timestamp now);

    // Orders on many conversations (outboxbulk.cpp).
    static BulkHead readBulk(Query &query);
    /// A part of an order's steps; with the `first` the orders before it that are over are forgotten, with the `last` it begins.
    void storeBulk(const BulkHead &head, const BulkAct &act, const std::vector<BulkStep> &steps, bool first, bool last);
    /// Those that a crash left without their last part.
    void forgetHalfBulks();
    /// The oldest one that has still something to do.
    std::optional<BulkHead> unfinishedBulk(const UserId &user);
    /// The newest first.
    std::vector<BulkHead> bulks(const UserId &user);
    /// Rows that become acts next or, where it is being called off, whose acts have not been sent.
    std::vector<BulkRow> nextOfBulk(const BulkHead &head, int limit);
    /// Stores acts of an order, takes others back that were not sent, and marks its rows, all at once.
    void turnBulk(const std::vector<BulkMark> &marks, const std::vector<Op> &placed, const std::vector<Op> &cancelled);
    void endBulk(const OpId &order);
    void callOffBulk(const OpId &order);
    /// A new order over the rows of the one that it takes back.
    void undoBulk(const BulkHead &undo);
    /// Some stay for a while, for the case that the server goes on from a copy: see comesBack().
    void purgeConfirmed(Timestamp now);
    /// Without those of which it is noted that they have left.
    std::vector<Op> confirmedOf(const ClientId &client);
    void noteLeft(const std::vector<OpId> &ops);
    /// By which of the server's stores each stream was followed.
    const std::map<std::string, std::string> &logs() const { return m_logs; }
    void setLog(const std::string &stream, const std::string &store);
    /// The server has this text of the person's composition, `own` by an act of this computer and otherwise from another
    /// device. That one's is taken unless words written here would go with it: it must go on from them (goesOnFrom).
    bool adoptDraft(const Composition &composition, bool own = false);
    /// Another device sent this: what is journaled is emptied when that was it (wereSent). Only an entry behind what its
    /// author had seen counts.
    bool emptySent(const Composition &sent, std::int64_t position);

private:
    /// Within a transaction: stores new rows, quiet ones joined with an unsent one of their lane. The open rows after it.
    std::vector<Op> insertOrJoin(const std::vector<Op> &ops);
    void insert(const Op &op);
    void write(const Op &op, std::optional<Timestamp> ackedAt);
    void returnToDraft(const Op &op, Timestamp now);
    void returnMentions(const Op &op, Timestamp now);
    void putDraft(const Composition &composition);
    void mirrorDraft(const Composition &composition);
    void storeDraft(const DraftRow &row);
    std::vector<DraftRow> drafts(const UserId &user, const ConversationId &conversation);
    /// The row that a new one is joined with: its position among the open ones, or their number.
    std::size_t coalescing(const Op &op) const;
    void loadDrafts();
    void rememberDraft(const Composition &composition);
    void transact(const std::function<void()> &body);

    sqlite::Database &m_database;
    UserId m_user;
    std::vector<Op> m_open;
    std::unordered_map<OpId, Timestamp> m_acked;
    std::map<ConversationId, std::map<CompositionKind, std::string>> m_drafts;
    std::map<std::string, std::string> m_logs;
    std::unordered_map<OpId, Timestamp> m_lost; ///< when the last try of one that may have arrived ended, in this run
};

} // namespace foredeck
