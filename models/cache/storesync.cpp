#include "cachesql.h"
#include "models/cache/storecore.h"

#include <QLoggingCategory>

#include <algorithm>

namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcApply, "foredeck.apply")

std::pair<std::string_view, std::string_view> splitStream(std::string_view stream)
{
    const std::size_t colon = stream.find(':');
    return colon == std::string_view::npos ? std::pair {stream, std::string_view {}} : std::pair {stream.substr(0, colon), stream.substr(colon + 1)};
}

void count(PutResult result, const Entity &entity, BatchReport &report)
{
    switch (result) {
    case PutResult::Applied:
        ++report.applied;
        break;
    case PutResult::Stale:
        ++report.stale;
        break;
    case PutResult::Unreadable:
        ++report.unreadable;
        qCWarning(lcApply, "a %s of version %lld cannot be read and was left out", entity.kind.c_str(), static_cast<long long>(entity.version));
        break;
    case PutResult::Unknown:
        qCInfo(lcApply, "a kind that this version does not know: %s", entity.kind.c_str());
        break;
    }
}

} // namespace

Result<std::map<std::string, StreamPosition>> StoreCore::cursors()
{
    m_awaitsStrays = false;
    return attempt([&] {
        std::map<std::string, StreamPosition> all;
        Query query {cache(), cachesql::cursor_all};
        while (query.next()) {
            const std::string stream = query.text();
            StreamPosition &position = all[stream];
            position.epoch = query.text();
            position.since = query.integer();
        }
        return all;
    });
}

std::vector<OpId> StoreCore::confirmable(const std::vector<Entity> &entities)
{
    std::vector<OpId> ops;
    for (const Entity &entity : entities) {
        const bool known = std::find(ops.begin(), ops.end(), entity.op) != ops.end();
        if (entity.op.empty() || known)
            continue;
        const Op *act = m_outbox->find(entity.op);
        if (act && endsTelling(act->kind.value(), entity.kind))
            ops.push_back(entity.op);
    }
    return ops;
}

/// What an act showed beforehand is shown anew without it.
void StoreCore::touchConfirmed(const std::vector<OpId> &confirming, Touched &touched)
{
    for (const OpId &op : confirming) {
        const Op *row = m_outbox->find(op);
        if (row && (row->kind == OpKind::LeadCreate || !otherLeadOf(*row).empty()))
            touchLead(*row, touched);
        if (!row || row->conversation.empty())
            continue;
        touched.echoes.insert(row->conversation);
        if (const auto at = tables().findConversation(row->conversation))
            touched.conversations[*at] = row->conversation;
    }
}

Result<BatchReport> StoreCore::applyBatch(const Batch &batch)
{
    for (const auto &[stream, position] : batch.cursors) {
        if (m_awaitsStrays)
            break;
        if (const auto back = bringBack(stream, position.epoch, 0); back.hasError())
            return back.error();
    }
    BatchReport report;
    const std::vector<OpId> confirming = confirmable(batch.entities);
    const auto own = [&](const Entity &entity) { return std::find(confirming.begin(), confirming.end(), entity.op) != confirming.end(); };
    std::vector<Made> made;
    for (const Entity &entity : batch.entities) {
        const Op *act = own(entity) ? m_outbox->find(entity.op) : nullptr;
        if (act)
            made.push_back({*act, entity});
    }
    std::vector<const Entity *> adopted;
    const auto done = commit(
        [&](Touched &touched) {
            report = {};
            adopted.clear();
            tables().setPage(m_isPage);
            for (const Entity &entity : batch.entities) {
                const bool isWritten = entity.kind == "composition" || isFirstOfMine(entity);
                const PutResult result = tables().put(entity, touched, own(entity));
                count(result, entity, report);
                // An older one that comes again must not take the place of what was typed since.
                if (result == PutResult::Applied && isWritten && !entity.deleted)
                    adopted.push_back(&entity);
            }
            tables().setPage(false);
            for (const auto &[stream, position] : batch.cursors) {
                if (!m_awaitsStrays) // else it claims what went with the cache before
                    Query {*m_cache, cachesql::cursor_set}.bindText("stream", stream).bindText("epoch", position.epoch).bind("seq", position.since).run();
            }
            touchConfirmed(confirming, touched);
        },
        confirming);
    if (done.hasError())
        return done.error();
    for (const auto &[stream, position] : batch.cursors) {
        if (!m_awaitsStrays)
            static_cast<void>(keepLog(stream, position.epoch)); // told; it is kept when the cache is opened again
    }
    adoptDrafts(adopted, confirming);
    followOwn(made);
    settleShown();
    return report;
}

Result<void> StoreCore::confirm(const std::vector<OpId> &ops)
{
    if (ops.empty())
        return {};
    const auto confirmed = onOutbox([&] { m_outbox->confirm(ops, m_clock.now()); });
    if (confirmed.hasError())
        return confirmed;
    const auto forgotten = attempt([&] {
        for (const OpId &op : ops)
            Query {*m_cache, cachesql::op_seen_delete}.bindText("op", op.value).run();
    });
    if (forgotten.hasError())
        return failed(forgotten.error());
    return onOutbox([&] { m_outbox->purgeConfirmed(m_clock.now()); });
}

void StoreCore::adoptDrafts(const std::vector<const Entity *> &entities, const std::vector<OpId> &own)
{
    std::vector<ConversationId> adopted;
    for (const Entity *entity : entities) {
        const bool isOwn = std::find(own.begin(), own.end(), entity->op) != own.end();
        const auto taken = onOutbox([&] {
            if (entity->kind != "composition")
                return isOwn ? std::nullopt : adoptSent(*entity);
            const auto composition = decode<Composition>(entity->data);
            const bool isTaken = composition.hasValue() && m_outbox->adoptDraft(composition.value(), isOwn);
            return isTaken ? std::optional {composition.value().conversation} : std::nullopt;
        });
        if (taken.hasValue() && taken.value())
            adopted.push_back(*taken.value());
    }
    if (!adopted.empty())
        tellOutbox({}, adopted);
}

/// A message or note that may be this person's and was not known yet. One that is told again, as delivered or read, says
/// nothing of what was written since it was sent.
bool StoreCore::isFirstOfMine(const Entity &entry)
{
    const bool isEntry = entry.kind == "message" || entry.kind == "note";
    if (!isEntry || entry.data.find(m_self.id.value) == std::string::npos)
        return false; // most are somebody else's, and a snapshot brings thousands
    JsonDocument document;
    const auto root = document.parse(entry.data);
    const auto id = root.hasValue() ? root.value()["id"].asString() : std::nullopt;
    return id && !inTimeline(std::string {*id});
}

/// In which conversation a draft was emptied because the same person sent it from another device.
std::optional<ConversationId> StoreCore::adoptSent(const Entity &entry)
{
    const auto empty = [&](const auto &sent, CompositionKind kind) -> std::optional<ConversationId> {
        if (sent.hasError() || sent.value().author.user != m_self.id || m_outbox->stored(sent.value().op))
            return std::nullopt;
        const auto &s = sent.value();
        const Composition words {m_self.id, s.client, s.conversation, kind, s.text, 0, s.at, 0};
        return m_outbox->emptySent(words, s.position) ? std::optional {s.conversation} : std::nullopt;
    };
    return entry.kind == "note" ? empty(decode<Note>(entry.data), CompositionKind::Note) : empty(decode<Message>(entry.data), CompositionKind::Reply);
}

Result<void> StoreCore::applyEntities(const std::vector<Entity> &entities)
{
    const auto done = applyBatch({entities, {}});
    return done.hasError() ? Result<void> {done.error()} : Result<void> {};
}

Result<void> StoreCore::markTimelineComplete(const ConversationId &conversation)
{
    return commit([&](Touched &touched) {
        Query {*m_cache, cachesql::conversation_complete}.bindText("id", conversation.value).run();
        touched.echoes.insert(conversation);
    });
}

Result<void> StoreCore::beginSnapshot(const std::string &stream)
{
    RunningSnapshot running;
    running.generation = m_generation + 1;
    for (const Op &op : m_outbox->open()) {
        if (op.state == OpState::Acked)
            running.acked.push_back(op.id);
    }
    const auto done = commit([&](Touched &) { setMeta("generation", std::to_string(running.generation)); });
    if (done.hasError())
        return done;
    m_generation = running.generation;
    m_snapshots[stream] = std::move(running);
    m_tables->setGeneration(m_generation, true);
    return {};
}

Result<void> StoreCore::applySnapshotPage(const std::vector<Entity> &entities)
{
    m_isPage = true;
    auto done = applyEntities(entities);
    m_isPage = false;
    return done;
}

Result<void> StoreCore::endSnapshot(const std::string &stream, const StreamPosition &position)
{
    const auto running = m_snapshots.find(stream);
    if (running == m_snapshots.end())
        return Error::of(Error::Kind::Internal, "no snapshot of " + stream + " was begun");
    const std::vector<OpId> ackedBefore = running->second.acked; // it may go with its cache in what follows
    if (const auto back = bringBack(stream, position.epoch, running->second.generation); back.hasError())
        return back;
    std::vector<OpId> confirming;
    for (const OpId &acked : ackedBefore) {
        const Op *op = m_outbox->find(acked);
        if (op && op->state == OpState::Acked && isToldBy(*op, stream))
            confirming.push_back(acked);
    }
    const auto done = commit(
        [&](Touched &touched) {
            // A cache that was begun anew for this commit knows of no snapshot, and what its pages brought is not in it.
            const auto still = m_snapshots.find(stream);
            if (still == m_snapshots.end())
                throw StoreFault {Error::of(Error::Kind::Internal, "the snapshot of " + stream + " went with its cache")};
            sweep(stream, still->second.generation, touched);
            settleNewLeads(touched);
            Query {*m_cache, cachesql::cursor_set}.bindText("stream", stream).bindText("epoch", position.epoch).bind("seq", position.since).run();
            touchConfirmed(confirming, touched);
        },
        confirming);
    if (done.hasError())
        return done;
    m_snapshots.erase(stream);
    m_tables->setGeneration(m_generation, !m_snapshots.empty());
    return keepLog(stream, position.epoch);
}

void StoreCore::sweep(const std::string &stream, std::int64_t generation, Touched &touched)
{
    const auto [word, id] = splitStream(stream);
    if (word == "client") {
        m_tables->sweepClient(ClientId {id}, generation, touched);
    } else if (word == "agency") {
        m_tables->sweepKind("user", generation, touched);
        m_tables->sweepKind("agency", generation, touched);
    } else if (word == "user") {
        m_tables->sweepUser(generation, touched);
    }
}

Result<void> StoreCore::dropStream(const std::string &stream)
{
    m_snapshots.erase(stream);
    if (m_tables)
        m_tables->setGeneration(m_generation, !m_snapshots.empty());
    return commit([&](Touched &touched) {
        sweep(stream, INT64_MAX, touched);
        Query {*m_cache, cachesql::cursor_delete}.bindText("stream", stream).run();
    });
}

} // namespace foredeck
