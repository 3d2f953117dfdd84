#include "cachesql.h"
#include "models/cache/fieldpatch.h"
#include "models/cache/firstwords.h"
#include "models/cache/storecore.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace foredeck {

namespace {

constexpr std::chrono::seconds compositionSyncAfter {2};
constexpr std::chrono::seconds diskRetry {5};
constexpr std::chrono::hours heldLooksAgain {1};
constexpr int httpPreconditionFailed = 412;

bool isSuccess(const OpAnswer &answer) noexcept { return answer.status >= 200 && answer.status < 300; }

/// The resolve that this act undoes before anything of it is at the server; empty: none. Sent all the same, it may be refused,
/// and what nobody wants any more waits for a look.
OpId undoneUnsent(const Op &op, const std::vector<Op> &before)
{
    if (op.kind != OpKind::Reopen)
        return {};
    const auto last = std::find_if(before.rbegin(), before.rend(), [&](const Op &one) { return one.user == op.user && (one.kind == OpKind::End || one.kind == OpKind::Reopen); });
    return last != before.rend() && last->kind == OpKind::End && neverHappened(*last) ? last->id : OpId();
}

/// What the refusal of a patch tells of the document, which need not be asked for again.
void takeTold(Op asked, const std::string &problem, std::vector<Entity> &entities)
{
    asked.problem = problem;
    if (auto told = toldDocument(asked))
        entities.push_back({asked.kind == OpKind::Hours ? "location" : "settings", told->version, std::move(told->entity)});
}

} // namespace

/// After the outbox has committed: the echo. A failure here loses nothing: the act is stored and is projected later.
void StoreCore::tellOutbox(const std::vector<Op> &changed, const std::vector<ConversationId> &drafts)
{
    const auto echo = [&](Touched &touched) {
        const auto conversation = [&](const ConversationId &id) {
            if (id.empty())
                return;
            touched.echoes.insert(id);
            if (const auto row = tables().findConversation(id))
                touched.conversations[*row] = id;
        };
        for (const Op &op : changed) {
            if (op.kind != OpKind::Composition)
                conversation(op.conversation);
            if (op.conversation.empty())
                touched.clientData.insert(op.client);
            touched.clients = touched.clients || op.kind == OpKind::ClientAssistant || op.kind == OpKind::ClientSafeMode || op.kind == OpKind::ClientName
                || op.kind == OpKind::NoticeAdd || op.kind == OpKind::NoticeEnd;
            touched.users = touched.users || op.kind == OpKind::UserDisable || op.kind == OpKind::UserInvite || op.kind == OpKind::OwnState;
            touchLead(op, touched);
        }
        for (const ConversationId &id : drafts) {
            conversation(id);
            touched.drafts.insert(id);
        }
    };
    // A failure has been told; the echo comes with the next projection.
    [[maybe_unused]] const auto echoed = commit(echo, {}, !changed.empty());
}

Op StoreCore::compositionOp(const Composition &composition) const
{
    Op op;
    op.id = OpId::make(m_clock.now());
    op.user = composition.user;
    op.client = composition.client;
    op.conversation = composition.conversation;
    op.kind = OpKind::Composition;
    op.target = std::string {composition.kind.text()};
    JsonWriter json;
    json.beginObject();
    json.key("kind");
    json.string(composition.kind.text());
    json.key("text");
    json.string(composition.text);
    json.endObject();
    op.body = json.take();
    op.seenPosition = composition.seenPosition;
    op.createdAt = composition.at;
    op.notBefore = m_clock.now() + compositionSyncAfter;
    return op;
}

void StoreCore::gatherFirstWords(const Composition &composition, const std::optional<std::string> &before)
{
    if (!(composition.kind == CompositionKind::FirstWords) || !before)
        return;
    // A cache that cannot be read leaves them where they are.
    const auto below = attempt([&] { return journalsBelow(cache(), composition.conversation); }).valueOr({});
    if (!below.empty())
        m_outbox->gather(composition, below, *before);
}

Result<void> StoreCore::enqueue(const Op &op, const std::optional<Cleared> &clears)
{
    // Where another resolve has been told meanwhile, that one is undone, and by the server alone.
    if (const OpId resolve = undoneUnsent(op, m_outbox->openOf(op.conversation)); !resolve.empty() && isHeldOpen(op.conversation))
        return drop(resolve);
    // A patch that could not be placed is answered by the server.
    std::vector<Op> ops {attempt([&] { return placed(op); }).valueOr(op)};
    std::optional<Composition> emptied;
    const auto stored = onOutbox([&] {
        if (clears) {
            const ConversationId under = isLocal(clears->kind) ? journalPlace(op).id : op.conversation;
            emptied = Composition {op.user, op.client, under, clears->kind, {}, 0, op.createdAt, 0};
            gatherFirstWords(*emptied, clears->before);
            emptied->text = m_outbox->returnedSince(*emptied, clears->before);
            if (!isLocal(clears->kind))
                ops.push_back(compositionOp(*emptied));
        }
        m_outbox->add(ops, emptied);
    });
    if (stored.hasError())
        return stored;
    // A failure leaves them offered.
    if (emptied) {
        Composition sent = *emptied;
        sent.text = textOf(op);
        [[maybe_unused]] const auto taken = attempt([&] { tables().takeOffer(sent, clears->before); });
    }
    tellOutbox(ops, emptied ? std::vector {emptied->conversation} : std::vector<ConversationId> {});
    return {};
}

Result<void> StoreCore::saveComposition(const Composition &composition, const std::optional<std::string> &before)
{
    bool unseen = false;
    const auto stored = onOutbox([&] {
        gatherFirstWords(composition, before);
        const OutboxFile::Journaled now = m_outbox->journaled(composition, before);
        m_outbox->add(isLocal(composition.kind.value()) ? std::vector<Op> {} : std::vector {compositionOp(now.composition)}, now.composition);
        unseen = now.unseen;
    });
    if (stored.hasError())
        return stored;
    worked();
    const auto touch = [&](Touched &touched) {
        if (unseen)
            touched.drafts.insert(composition.conversation);
        tables().takeOffer(composition, before);
        if (const auto row = tables().findConversation(composition.conversation))
            touched.conversations[*row] = composition.conversation;
    };
    // Whoever sends is told of it: nothing else may happen for long.
    [[maybe_unused]] const auto shown = commit(touch, {}, !isLocal(composition.kind.value()));
    return {};
}

Result<void> StoreCore::store(const std::vector<Op> &rows, const std::vector<OpId> &returned)
{
    const auto stored = onOutbox([&] { m_outbox->update(rows, m_clock.now(), returned); });
    if (stored.hasError())
        return stored;
    std::vector<ConversationId> drafts;
    for (const Op &op : rows) {
        if (std::find(returned.begin(), returned.end(), op.id) == returned.end())
            continue;
        if (!mentionsOf(op).empty())
            drafts.push_back(mentionsJournalId(op.conversation));
        drafts.push_back(journalPlace(op).id);
    }
    tellOutbox(rows, drafts);
    return {};
}

SendPlan StoreCore::takeSendable(int limit, const std::map<std::string, std::string> &epochs)
{
    settleShown();
    std::vector<Op> mine;
    for (const Op &op : m_outbox->open()) {
        if (op.user == m_self.id)
            mine.push_back(op);
    }
    OutboxLimits limits = m_limits;
    limits.parallel = limit;
    const Timestamp now = m_clock.now();
    for (Op &op : mine) {
        if (!m_heldSince || op.state != OpState::Held)
            continue;
        op.createdAt = std::min(op.createdAt, now); // also when the clock was set back meanwhile
        op.notBefore = now + heldLooksAgain;
    }
    const Selection selection = selectSendable(mine, now, limits, [&](const Op &op) { return waitsForItsStore(op, epochs); }, [this](const Op &op) { return withWhom(op); });
    SendPlan plan;
    plan.nextTry = selection.wakeAt;
    plan.waiting = selection.waiting;
    std::vector<Op> changed;
    for (const std::size_t i : selection.stale)
        changed.push_back(staleForReview(mine[i]));
    for (const std::size_t i : selection.released) {
        mine[i].state = OpState::Queued;
        changed.push_back(mine[i]);
    }
    for (const std::size_t i : selection.send) {
        Op op = mine[i];
        // Once it may have arrived, it is the same for ever under its key.
        if (op.attempts == 0)
            op = attempt([&] { return restedOnNewest(op); }).valueOr(op);
        op.state = OpState::Sending;
        m_underWay.insert(op.id);
        const auto fence = attempt([&] { return heldFence(op); });
        if (op.fence == 0 && fence.hasValue())
            op.fence = fence.value();
        plan.ops.push_back(op);
        changed.push_back(std::move(op));
    }
    if (!changed.empty() && store(changed).hasError()) {
        for (const Op &op : plan.ops)
            m_underWay.erase(op.id);
        plan.ops.clear();
        plan.nextTry = now + diskRetry;
    }
    return plan;
}

Result<void> StoreCore::recordAnswer(const OpId &id, const OpAnswer &answer, const std::vector<Entity> &entities)
{
    m_underWay.erase(id);
    const Op *found = m_outbox->find(id);
    const std::optional<Op> asked = found ? std::optional {*found} : std::nullopt;
    const bool isTheirs = !asked || asked->user == m_self.id; // it may be written down only once the next one is here
    std::vector<Entity> answered = isTheirs ? entities : std::vector<Entity> {};
    if (asked && isTheirs && answer.status == httpPreconditionFailed)
        takeTold(*asked, answer.body, answered);
    for (Entity &entity : answered) {
        // Never taken for another device's words, however far one has typed on since.
        if (entity.kind == "composition")
            entity.op = id;
    }
    // What cannot be stored now comes with the events; the answer counts all the same.
    [[maybe_unused]] const auto applied = answered.empty() ? Result<void> {} : applyEntities(answered);
    tellKnownAlready(id, answered);
    if (isSuccess(answer) && asked) {
        std::vector<Made> made;
        std::transform(answered.begin(), answered.end(), std::back_inserter(made), [&](const Entity &entity) { return Made {*asked, entity}; });
        followOwn(made);
    }
    const Op *row = m_outbox->find(id);
    // What was asked about meanwhile, because the server goes on from a copy, is not sent again by itself.
    const bool isAsked = row && row->state == OpState::NeedsReview && !isSuccess(answer);
    if (isAsked)
        m_outbox->setLost(id, m_clock.now());
    if (!row || row->state == OpState::Confirmed || isAsked)
        return {};
    Op op = afterAnswer(*row, answer, m_clock.now(), m_hooks.jitter ? m_hooks.jitter() : 1.0, m_limits);
    if (op.state == OpState::Acked && isShown(op))
        op.state = OpState::Confirmed;
    if (asked)
        op = attempt([&] { return afterRefusal(op, *asked); }).valueOr(op);
    return store({op});
}

/// Its own event may have confirmed it before.
void StoreCore::tellKnownAlready(const OpId &id, const std::vector<Entity> &answered)
{
    if (answered.empty() || answered.front().kind != "lead")
        return;
    std::optional<Op> op;
    [[maybe_unused]] const auto read = onOutbox([&] { op = m_outbox->stored(id); });
    if (!op || !(op->kind == OpKind::LeadCreate))
        return;
    const auto lead = decode<Lead>(answered.front().data);
    if (lead.hasError() || lead.value().id.value == id.value || !m_hooks.changed)
        return;
    Changes changes;
    changes.knownAlready[id] = lead.value().id;
    m_hooks.changed(withCounts(std::move(changes)));
}

void StoreCore::settleAcked(const std::string &stream, Timestamp before)
{
    if (m_awaitsStrays)
        return; // asked of the cache before this one, which is still empty and would say of everything that it is not there
    std::vector<Op> settled;
    const Timestamp now = m_clock.now();
    for (Op op : m_outbox->open()) {
        const auto acked = m_outbox->ackedAt(op.id);
        const bool isEarlier = acked && (*acked < before || *acked > now); // the latter by a clock that was set back since
        if (op.state != OpState::Acked || !isEarlier || !isToldBy(op, stream) || (makesEntry(op) && !isShown(op)))
            continue;
        op.state = OpState::Confirmed;
        settled.push_back(std::move(op));
    }
    for (Op op : m_outbox->open()) {
        const bool isTold = op.mayHaveArrived && isAtRest(op) && !m_underWay.contains(op.id) && isToldBy(op, stream) && m_outbox->wasLostBefore(op.id, before, now);
        if (!isTold)
            continue;
        // All that there was then has been told, but a snapshot leaves out what is old: words are not there where they would be shown.
        // Which conversations somebody has, all that was told does say.
        const bool isThere = isShown(op);
        if (!isThere && comesBack(op.kind.value()) && !wouldBeShown(op, op.kind == OpKind::WriteFirst ? 1 : 0))
            continue;
        if (isThere)
            op.state = OpState::Confirmed;
        op.mayHaveArrived = false;
        settled.push_back(std::move(op));
    }
    if (!settled.empty()) {
        [[maybe_unused]] const auto stored = store(settled);
    }
}

bool StoreCore::isShown(const Op &op)
{
    return makesEntry(op) && attempt([&] { return inTimeline(op.id.value); }).valueOr(false);
}

/// Whether the cache, in rows of the `generation` or later, would show what the act made if the server had it: nothing is missing
/// of the thread behind what its author had seen. A snapshot brings only the newest of a thread, and says nothing of what stands
/// before; of what stands in no thread, tasks and people, it is never known.
bool StoreCore::wouldBeShown(const Op &op, std::int64_t generation)
{
    if (!makesEntry(op))
        return false;
    const bool isFirst = op.kind == OpKind::WriteFirst; // which of their conversations it began or went on in is not known
    // Sent anyway, it has been sent before: when its author had seen less than is written there now.
    const std::int64_t seen = isFirst || op.override_ ? 0 : op.seenPosition;
    const std::string lead = isFirst ? op.target : std::string {};
    return attempt([&] {
        Query query {cache(), cachesql::timeline_whole};
        query.bindText("conversation", op.conversation.value).bindText("lead", lead).bind("from", std::max<std::int64_t>(seen, 1)).bind("generation", generation);
        return query.next() && query.flag();
    }).valueOr(false);
}

/// What stands in the timeline has arrived, though its answer or its event may have been lost: it is neither sent again
/// nor called unsent.
void StoreCore::settleShown()
{
    std::vector<Op> settled;
    for (Op op : m_outbox->open()) {
        const bool wasSent = op.attempts > 0 || op.mayHaveArrived || op.state == OpState::Sending;
        if (!wasSent || !isShown(op))
            continue;
        op.state = OpState::Confirmed;
        op.problem.clear();
        settled.push_back(std::move(op));
    }
    if (!settled.empty()) {
        [[maybe_unused]] const auto stored = store(settled);
    }
}

} // namespace foredeck
