#pragma once

#include "models/cache/cachetables.h"
#include "models/cache/conversationupdater.h"
#include "models/cache/outboxfile.h"
#include "models/cache/setback.h"
#include "models/cache/storefiles.h"
#include "models/cache/storewriter.h"

#include <functional>
#include <memory>

namespace foredeck {

/// Nothing of it is on its way, so a person may decide about it.
inline bool isAtRest(const Op &op) noexcept { return op.state != OpState::Sending && op.state != OpState::Acked; }

/// What the store does on its writer's thread, in plain calls: one transaction each, then one notice. StoreWriter brings
/// the calls here; tests call it directly.
class StoreCore {
public:
    struct Hooks {
        std::function<void(const Changes &)> changed;
        std::function<void(const std::string &aside)> cacheRebuilt;
        std::function<void()> serverSetBack;
        std::function<void(const Error &)> writeFailed;
        std::function<void()> outboxDamaged;
        std::function<void()> writeRecovered;
        std::function<double()> jitter; ///< 0–1
    };

    StoreCore(StoreFiles &files, const Clock &clock, const OutboxLimits &limits, Hooks hooks);

    /// Takes both files over: recovers the outbox, confirms what was seen, projects what is open. A cache that is not this
    /// person's is begun anew. Tells nothing.
    Result<void> start(std::unique_ptr<sqlite::Database> cache, std::unique_ptr<sqlite::Database> outbox, const UserId &user);
    void setLimits(const OutboxLimits &limits) { m_limits = limits; }

    Result<void> setUser(const User &user);
    Result<std::map<std::string, StreamPosition>> cursors();
    Result<BatchReport> applyBatch(const Batch &batch);
    Result<void> beginSnapshot(const std::string &stream);
    Result<void> applySnapshotPage(const std::vector<Entity> &entities);
    Result<void> endSnapshot(const std::string &stream, const StreamPosition &position);
    Result<void> dropStream(const std::string &stream);
    Result<void> applyEntities(const std::vector<Entity> &entities);
    Result<void> markTimelineComplete(const ConversationId &conversation);

    Result<void> enqueue(const Op &op, const std::optional<Cleared> &clears);
    SendPlan takeSendable(int limit, const std::map<std::string, std::string> &epochs);
    Result<void> recordAnswer(const OpId &op, const OpAnswer &answer, const std::vector<Entity> &entities);
    void settleAcked(const std::string &stream, Timestamp before);
    bool undo(const OpId &op);
    void holdReplies(bool held);
    Result<void> edit(const OpId &op);
    Result<void> sendAnyway(const OpId &op);
    Result<void> drop(const OpId &op);
    Result<void> putBack(const OpId &op);
    Result<void> retry(const OpId &op);
    void retryAll();
    Result<void> storeBulk(const BulkHead &head, const BulkAct &act, const std::vector<BulkStep> &steps, bool first, bool last);
    Result<BulkTurn> stepBulk();
    Result<void> callOffBulk(const OpId &order);
    Result<void> undoBulk(const OpId &order, const OpId &undo);
    Result<void> saveComposition(const Composition &composition, const std::optional<std::string> &before);

    /// The cache cannot be read: it is moved aside and begun anew, the outbox is projected into the new one.
    void rebuildCache();
    /// Tells that the outbox cannot be used. Nothing is begun anew for it: what it holds exists nowhere else.
    void outboxFailed(const Error &error);

private:
    using Body = std::function<void(Touched &)>;
    /// One transaction on the cache, then the confirmations in the outbox, then one notice.
    Result<void> commit(const Body &body, const std::vector<OpId> &confirming = {}, bool outboxChanged = false);
    /// Opened again when it could not be after a rebuild; throws when it still cannot.
    sqlite::Database &cache();
    CacheTables &tables();
    void project(Touched &touched);
    std::vector<Op> actsOnLead(const LeadId &id);
    KnownLead knownLeads(); ///< as the cache holds them
    /// The lead that an act is about is shown anew; one that is only in the outbox is there as long as it waits.
    void touchLead(const Op &op, Touched &touched);
    void settleNewLead(const OpId &op, Touched &touched);
    void settleNewLeads(Touched &touched);
    void tellKnownAlready(const OpId &id, const std::vector<Entity> &answered);
    /// Those that had some when they were written, and those that have some now.
    void touchLeadsWithActs(Touched &touched);
    void projectLeads(Touched &touched);
    /// Itself, or the one that it is a part of, acts on their way counted as done: whatever names it shows that one, before the
    /// server has told whose its conversations are, and where it names it still.
    Lead shownFor(Lead effective);
    /// Parts are shown anew with the one that they are a part of.
    void touchParts(Touched &touched);
    void projectLeadEntries(Touched &touched);
    void projectEscalations(Touched &touched);
    void tell(const Touched &touched, bool outbox);
    void tellOutbox(const std::vector<Op> &changed, const std::vector<ConversationId> &drafts = {});
    void tellEverything();
    void tellRebuilt();
    Changes withCounts(Changes changes) const;
    /// Runs something on the outbox and tells its failure, which is never one of the cache.
    template <class F>
    auto onOutbox(F work)
    {
        auto done = attempt(std::move(work));
        if (done.hasError())
            outboxFailed(done.error());
        return done;
    }
    /// Tells who must know; begins a new cache when this one is damaged. The same error, to be returned.
    Error failed(const Error &error);
    void worked();
    Result<void> adopt(std::unique_ptr<sqlite::Database> cache);
    Result<void> projectAll();
    std::optional<std::string> meta(const char *name);
    void setMeta(const char *name, const std::string &value);
    std::vector<OpId> confirmable(const std::vector<Entity> &entities);
    void touchConfirmed(const std::vector<OpId> &confirming, Touched &touched);
    Result<void> confirm(const std::vector<OpId> &ops);
    /// What other devices wrote and sent, and what of one's own has reached the server.
    void adoptDrafts(const std::vector<const Entity *> &entities, const std::vector<OpId> &own);
    bool isFirstOfMine(const Entity &entry);
    std::optional<ConversationId> adoptSent(const Entity &entry);
    bool inTimeline(const std::string &id);
    /// Before a stream's cursor is put into another store's log: what that store lacks, as far as rows of less than the
    /// `generation` tell, goes back to be sent or looked at.
    Result<void> bringBack(const std::string &stream, const std::string &epoch, std::int64_t generation);
    /// After it: what was brought back is not looked for again.
    Result<void> keepLog(const std::string &stream, const std::string &epoch);
    bool waitsForItsStore(const Op &op, const std::map<std::string, std::string> &epochs) const;
    std::vector<Op> lackedOf(std::vector<Op> taken, std::int64_t generation);
    Trace traceOf(const Op &op, std::int64_t generation);
    bool isKnownToHaveLeft(const Op &op);
    Result<void> noteLeft(const std::vector<Op> &ops);
    Result<void> noteLeft();
    bool isShown(const Op &op);
    bool wouldBeShown(const Op &op, std::int64_t generation);
    void settleShown();
    Result<void> store(const std::vector<Op> &rows, const std::vector<OpId> &returned = {});
    Result<void> giveBack(const OpId &id);
    Result<void> placeRows(const std::vector<BulkRow> &rows);
    Result<void> takeBackRows(const std::vector<BulkRow> &rows);
    Result<void> takeTurn(const std::vector<BulkMark> &marks, const std::vector<Op> &placed, const std::vector<Op> &cancelled);
    std::optional<BulkHead> ownBulk(const OpId &order);
    std::optional<Conversation> heldConversation(const ConversationId &id);
    bool isHeldOpen(const ConversationId &id);
    LeadId withWhom(const Op &op);
    std::int64_t heldFence(const Op &op);
    std::int64_t lastPublicPosition(const ConversationId &id);
    std::int64_t versionOfEdited(const Op &op);
    /// Something of this person's, and what the server made of it.
    struct Made {
        Op act;
        Entity entity;
    };
    void followOwn(const std::vector<Made> &made);
    struct Newest {
        std::string document;
        std::int64_t version = 0;
    };
    std::optional<Newest> newestOf(const Op &op);
    Op placed(Op op);
    Op restedOnNewest(Op op);
    Op afterRefusal(Op op, const Op &asked);
    Op compositionOp(const Composition &composition) const;
    /// Before these words are stored, or emptied by what sends them: what stood below them in their box goes with them.
    void gatherFirstWords(const Composition &composition, const std::optional<std::string> &before);
    void sweep(const std::string &stream, std::int64_t generation, Touched &touched);

    StoreFiles &m_files;
    const Clock &m_clock;
    OutboxLimits m_limits;
    Hooks m_hooks;
    Self m_self;
    std::unique_ptr<sqlite::Database> m_cache;
    std::unique_ptr<sqlite::Database> m_outboxDatabase;
    std::unique_ptr<CacheTables> m_tables;
    std::unique_ptr<ConversationUpdater> m_updater;
    std::unique_ptr<OutboxFile> m_outbox;
    std::set<OpId> m_confirming;
    std::set<OpId> m_underWay; ///< sent in this run, whatever has become of their rows: no answer has come yet
    std::int64_t m_generation = 1;
    bool m_isPage = false; ///< what is being applied is a snapshot's page
    struct RunningSnapshot {
        std::int64_t generation = 0;
        std::vector<OpId> acked; ///< when it began: their effects are in it
    };
    std::map<std::string, RunningSnapshot> m_snapshots;
    std::optional<std::string> m_aside; ///< the damaged file, while no other could be begun in its place
    std::optional<Timestamp> m_heldSince; ///< replies that can be taken back do not become due
    bool m_failing = false;
    bool m_outboxDamaged = false; ///< until the file is opened again
    bool m_rebuilding = false;
    bool m_awaitsStrays = false; ///< batches on their way were made for the cache before this one, until somebody asks where this one stands
};

} // namespace foredeck
