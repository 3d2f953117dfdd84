#include "models/cache/bulkops.h"
#include "models/cache/outboxacts.h"
#include "models/cache/storewriter.h"

#include <algorithm>
#include <utility>

/// Orders on many conversations. They are stored part by part and worked off turn by turn, each asked for when the one
/// before is done: whatever else a person does meanwhile goes first.
namespace foredeck {

namespace {

constexpr std::size_t stepsAtOnce = 500;

} // namespace

struct OutboxActs::Order {
    BulkHead head;
    BulkAct act;
    std::vector<BulkStep> steps;
};

OpId OutboxActs::assign(const ConversationRef &conversation, const Owner &before, const Owner &to)
{
    Op op = opOf(OpKind::Assign, conversation);
    op.body = assignBody(to);
    op.expect = expectOwner(before);
    return commit(std::move(op));
}

OpId OutboxActs::bulk(const BulkAct &act, std::vector<BulkStep> steps)
{
    const Timestamp now = m_store.clock().now();
    auto order = std::make_shared<Order>(Order {{OpId::make(now), m_person, act.kind, detailOf(act), {}, BulkState::Storing, now}, act, std::move(steps)});
    const OpId id = order->head.id;
    if (m_person.empty() || order->steps.empty()) {
        m_mailbox.post([this, id, empty = order->steps.empty()] { Q_EMIT failed(id, empty ? tr("There is nothing to do.") : tr("Nobody is signed in.")); });
        return id;
    }
    storeOrder(order, 0);
    return id;
}

void OutboxActs::storeOrder(const std::shared_ptr<const Order> &order, std::size_t from)
{
    const std::size_t to = std::min(from + stepsAtOnce, order->steps.size());
    const auto at = [&](std::size_t step) { return order->steps.begin() + static_cast<std::ptrdiff_t>(step); };
    m_store.writer().storeBulk(order->head, order->act, {at(from), at(to)}, from == 0, to == order->steps.size(), m_mailbox.receive([this, order, to](const Result<void> &stored) {
        if (stored.hasError()) {
            Q_EMIT failed(order->head.id, QString::fromStdString(stored.error().detail));
        } else if (to < order->steps.size()) {
            storeOrder(order, to);
        } else {
            Q_EMIT committed(order->head.id);
            workOff();
        }
    }));
}

void OutboxActs::callOffBulk(const OpId &order)
{
    m_store.writer().callOffBulk(order, m_mailbox.receive([this, order](const Result<void> &result) {
        tellFailure(order, result);
        workOff();
    }));
}

OpId OutboxActs::undoBulk(const OpId &order)
{
    const OpId undo = OpId::make(m_store.clock().now());
    m_store.writer().undoBulk(order, undo, m_mailbox.receive([this, undo](const Result<void> &result) {
        tellFailure(undo, result);
        if (result.hasValue())
            Q_EMIT committed(undo);
        workOff();
    }));
    return undo;
}

/// One turn at a time, until nothing is left. A disk that refuses is told by the store; it goes on when that works again.
void OutboxActs::workOff()
{
    if (std::exchange(m_works, true)) {
        m_worksAgain = true;
        return;
    }
    m_store.writer().stepBulk(m_mailbox.receive([this](const Result<BulkTurn> &turn) {
        m_works = false;
        const bool again = std::exchange(m_worksAgain, false);
        if (turn.hasValue() ? turn.value().more || again : again)
            workOff();
    }));
}

} // namespace foredeck
