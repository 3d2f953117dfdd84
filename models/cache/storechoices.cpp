#include "models/cache/fieldpatch.h"
#include "models/cache/outboxsecrets.h"
#include "models/cache/storecore.h"

#include <algorithm>
#include <utility>

// What a person decides about an act that waits: back into the composer, once more, let go of.

namespace foredeck {

namespace {

/// Nothing of it is on its way, and nothing at the server. What may have arrived is sent once more under its id or not at all: its words,
/// edited, would be another message.
bool canBeTakenBack(const Op &op) noexcept { return isAtRest(op) && !op.mayHaveArrived; }
/// To let go of it sends nothing, wherever it has arrived; what goes again by itself cannot be said to be let go of.
bool canBeDropped(const Op &op) noexcept
{
    return canBeTakenBack(op) || op.state == OpState::NeedsReview || op.state == OpState::Refused;
}

Error mayBeThere() { return Error::of(Error::Kind::Conflict, "it may have arrived; that is known once the server can be reached"); }

Error secretsAreGone() { return Error::of(Error::Kind::Conflict, "the key or password of the act is not kept; it must be entered anew"); }

} // namespace

bool StoreCore::undo(const OpId &id)
{
    const Op *row = m_outbox->find(id);
    if (!row || row->state != OpState::Held)
        return false;
    return giveBack(id).hasValue();
}

void StoreCore::holdReplies(bool held)
{
    if (held) {
        m_heldSince = m_heldSince.value_or(m_clock.now());
        return;
    }
    const auto since = std::exchange(m_heldSince, std::nullopt);
    std::vector<Op> rows;
    for (Op op : m_outbox->open()) {
        if (!since || op.state != OpState::Held || !op.notBefore)
            continue;
        *op.notBefore += m_clock.now() - std::max(*since, op.createdAt);
        rows.push_back(std::move(op));
    }
    if (!rows.empty()) {
        [[maybe_unused]] const auto stored = store(rows);
    }
}

/// What was said to several clients at once comes back from all of them that do not have it yet, and its words once.
Result<void> StoreCore::giveBack(const OpId &id)
{
    const Op asked = *m_outbox->find(id);
    std::vector<Op> rows {asked};
    for (const Op &op : m_outbox->open()) {
        if (op.id != id && isOneHandOver(op, asked) && canBeTakenBack(op))
            rows.push_back(op);
    }
    for (Op &op : rows)
        op.state = OpState::Cancelled;
    return store(rows, {id});
}

Result<void> StoreCore::edit(const OpId &id)
{
    const Op *row = m_outbox->find(id);
    if (!row)
        return {}; // taken back already, by the press before this one
    if (isAtRest(*row) && !canBeTakenBack(*row))
        return mayBeThere();
    if (!canBeTakenBack(*row) || journalPlace(*row).kind == CompositionKind::Unknown)
        return Error::of(Error::Kind::Conflict, "the act is on its way");
    const JournalPlace place = journalPlace(*row);
    const auto isTaken = onOutbox([&] { return place.kind == CompositionKind::Lead && m_outbox->isWritten(row->user, place.id, place.kind); });
    if (isTaken.hasError())
        return isTaken.error();
    if (isTaken.value())
        return Error::of(Error::Kind::Conflict, "somebody else is being entered; save that first");
    return giveBack(id);
}

Result<void> StoreCore::sendAnyway(const OpId &id)
{
    const Op *row = m_outbox->find(id);
    if (!row || !isAtRest(*row))
        return Error::of(Error::Kind::Conflict, "the act is on its way or done");
    if (lostSecrets(*row))
        return secretsAreGone();
    const auto known = attempt([&] { return KnownNow {lastPublicPosition(row->conversation), versionOfEdited(*row)}; });
    if (known.hasError())
        return failed(known.error());
    return store({sentAnyway(*row, known.value(), m_clock.now())});
}

Result<void> StoreCore::drop(const OpId &id)
{
    const Op *row = m_outbox->find(id);
    if (!row)
        return {};
    if (isAtRest(*row) && !canBeDropped(*row))
        return mayBeThere();
    if (!canBeDropped(*row))
        return Error::of(Error::Kind::Conflict, "the act is on its way or done");
    Op op = *row;
    op.state = OpState::Cancelled;
    return store({op});
}

Result<void> StoreCore::putBack(const OpId &id)
{
    if (m_outbox->find(id))
        return {}; // by the press before this one
    std::optional<Op> dropped;
    if (const auto read = onOutbox([&] { dropped = m_outbox->dropped(id); }); read.hasError())
        return read;
    if (!dropped)
        return Error::of(Error::Kind::Conflict, "the act is not in the outbox any more");
    dropped->state = OpState::NeedsReview;
    return store({*dropped});
}

Result<void> StoreCore::retry(const OpId &id)
{
    const Op *row = m_outbox->find(id);
    if (!row || !isAtRest(*row))
        return {};
    if (lostSecrets(*row))
        return secretsAreGone();
    Op op = *row;
    if (op.state == OpState::NeedsReview || op.state == OpState::Refused || op.state == OpState::Held)
        op.createdAt = m_clock.now(); // it is said anew now, so it is not stale
    if (isPatch(op) && op.state != OpState::Queued)
        op.attempts = 0; // refused, nothing of it is there: it goes on from what is newest
    op.state = OpState::Queued;
    op.nextTry.reset();
    op.notBefore.reset();
    return store({op});
}

void StoreCore::retryAll()
{
    std::vector<Op> due;
    for (Op op : m_outbox->open()) {
        if (op.state != OpState::Queued || !op.nextTry)
            continue;
        op.nextTry.reset();
        due.push_back(std::move(op));
    }
    if (!due.empty()) {
        [[maybe_unused]] const auto stored = store(due);
    }
}

} // namespace foredeck
