#include "models/cache/storecore.h"

/// Orders on many conversations: from their rows to acts, a hundred at a time, so that other writes have their turn.
namespace foredeck {

namespace {

constexpr int bulkRowsAtOnce = 100;

struct Turn {
    std::vector<BulkMark> marks;
    std::vector<Op> placed;
    std::vector<Op> cancelled;

    void cancel(const BulkRow &row, const Op &op, std::string_view mark, const OpId &keeps)
    {
        cancelled.push_back(op);
        cancelled.back().state = OpState::Cancelled;
        marks.push_back({row.seq, mark, keeps});
    }
};

} // namespace

Result<void> StoreCore::storeBulk(const BulkHead &head, const BulkAct &act, const std::vector<BulkStep> &steps, bool first, bool last)
{
    const auto stored = onOutbox([&] { m_outbox->storeBulk(head, act, steps, first, last); });
    if (stored.hasValue() && last)
        tell({}, true);
    return stored;
}

Result<BulkTurn> StoreCore::stepBulk()
{
    std::optional<BulkHead> head;
    std::vector<BulkRow> rows;
    const auto read = onOutbox([&] {
        head = m_outbox->unfinishedBulk(m_self.id);
        if (head)
            rows = m_outbox->nextOfBulk(*head, bulkRowsAtOnce);
    });
    if (read.hasError())
        return read.error();
    if (!head)
        return BulkTurn {};
    const BulkTurn turn {head->id, head->state == BulkState::CallingOff, true};
    if (rows.empty()) {
        const auto ended = onOutbox([&] { m_outbox->endBulk(head->id); });
        if (ended.hasError())
            return ended.error();
        tell({}, true);
        return turn;
    }
    const auto done = head->state == BulkState::CallingOff ? takeBackRows(rows) : placeRows(rows);
    return done.hasError() ? Result<BulkTurn> {done.error()} : Result<BulkTurn> {turn};
}

/// A row that takes an act back looks at what has become of that act by now.
Result<void> StoreCore::placeRows(const std::vector<BulkRow> &rows)
{
    const Timestamp now = m_clock.now();
    Turn turn;
    for (const BulkRow &row : rows) {
        const Op *before = row.undoes.empty() ? nullptr : m_outbox->find(row.undoes);
        if (before && neverHappened(*before)) {
            turn.cancel(row, *before, "taken_back", {});
            continue;
        }
        bool dropped = false;
        if (!row.undoes.empty() && !before) {
            const auto asked = onOutbox([&] { dropped = m_outbox->dropped(row.undoes).has_value(); });
            if (asked.hasError())
                return asked;
        }
        if (dropped) {
            turn.marks.push_back({row.seq, "taken_back", {}});
            continue;
        }
        Op op = row.act;
        op.id = OpId::make(now);
        op.user = m_self.id;
        op.createdAt = now;
        turn.marks.push_back({row.seq, "placed", op.id});
        turn.placed.push_back(std::move(op));
    }
    return takeTurn(turn.marks, turn.placed, turn.cancelled);
}

Result<void> StoreCore::takeBackRows(const std::vector<BulkRow> &rows)
{
    Turn turn;
    for (const BulkRow &row : rows) {
        const Op *op = m_outbox->find(row.act.id);
        if (op && neverHappened(*op))
            turn.cancel(row, *op, "called_off", row.act.id);
        else // the file says it waits, and memory does not know it: nothing is to be taken back
            turn.marks.push_back({row.seq, "called_off", row.act.id});
    }
    return takeTurn(turn.marks, turn.placed, turn.cancelled);
}

Result<void> StoreCore::takeTurn(const std::vector<BulkMark> &marks, const std::vector<Op> &placed, const std::vector<Op> &cancelled)
{
    const auto stored = onOutbox([&] { m_outbox->turnBulk(marks, placed, cancelled); });
    if (stored.hasError())
        return stored;
    std::vector<Op> changed = placed;
    changed.insert(changed.end(), cancelled.begin(), cancelled.end());
    changed.empty() ? tell({}, true) : tellOutbox(changed);
    return {};
}

Result<void> StoreCore::callOffBulk(const OpId &order)
{
    const auto stored = onOutbox([&] {
        if (ownBulk(order))
            m_outbox->callOffBulk(order);
    });
    if (stored.hasValue())
        tell({}, true);
    return stored;
}

Result<void> StoreCore::undoBulk(const OpId &order, const OpId &undo)
{
    bool stands = false;
    const auto stored = onOutbox([&] {
        const auto head = ownBulk(order);
        if (!head)
            return;
        stands = true;
        m_outbox->undoBulk({undo, m_self.id, head->kind, head->detail, order, BulkState::Running, m_clock.now()});
    });
    if (stored.hasError())
        return stored;
    if (!stands)
        return Error::of(Error::Kind::Conflict, "it cannot be taken back any more");
    tell({}, true);
    return {};
}

/// An order of this person that nothing takes back and that takes nothing back itself.
std::optional<BulkHead> StoreCore::ownBulk(const OpId &order)
{
    std::optional<BulkHead> found;
    for (BulkHead &head : m_outbox->bulks(m_self.id)) {
        if (head.undoes == order)
            return std::nullopt;
        if (head.id == order && head.undoes.empty())
            found = std::move(head);
    }
    return found;
}

} // namespace foredeck
