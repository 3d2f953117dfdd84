#include "ui/pages/settings/actfollower.h"

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/cache/outboxrules.h"
#include "models/items/outboxmodel.h"
#include "models/ports/acts.h"
#include "models/ports/ephemera.h"
#include "ui/widgets/painting.h"
#include "ui/words/problemwords.h"

#include <algorithm>
#include <utility>

namespace foredeck::ui {

ActFollower::ActFollower(const Desk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_isReached(isReached(desk.ephemera.sync().phase))
{
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) {
        if (op.empty() || op != m_op)
            return;
        m_isStored = true;
        Q_EMIT stored();
        look();
    });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        // Of an act that is stored another attempt failed: it waits where it is.
        if (op.empty() || op != m_op || m_isStored)
            return;
        m_op = OpId();
        Q_EMIT refused(harmless(problemWords(why)));
    });
    // Another person's outbox does not hold this act: that it is not there says nothing.
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        const UserId now = m_desk.ephemera.me().id;
        if (!now.empty() && now != m_user)
            m_op = OpId();
    });
    connect(&desk.ephemera, &Ephemera::syncChanged, this, [this] {
        const bool now = isReached(m_desk.ephemera.sync().phase);
        if (std::exchange(m_isReached, now) != now && m_isStored && isUnderWay())
            Q_EMIT reachChanged();
    });
    connect(&desk.store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.outbox && m_isStored)
            look();
    });
}

void ActFollower::follow(const OpId &op)
{
    if (m_isRefused && !op.empty())
        m_desk.acts.drop(m_op);
    m_op = op;
    m_user = m_desk.ephemera.me().id;
    m_isStored = false;
    m_isRefused = false;
    m_newer = 0;
    m_problem.clear();
    m_refusedAct = {};
}

void ActFollower::resume(const OpId &op)
{
    follow({});
    m_op = op;
    m_isStored = true;
    look();
}

void ActFollower::look()
{
    if (m_op.empty())
        return;
    m_desk.store.read([](CacheReader &reader) { return reader.outbox(); }, m_mailbox.receive([this, op = m_op](const Result<std::vector<OutboxRow>> &rows) {
        if (rows.hasValue() && op == m_op)
            settle(rows.value());
    }));
}

void ActFollower::settle(const std::vector<OutboxRow> &waiting)
{
    const auto row = std::find_if(waiting.begin(), waiting.end(), [this](const OutboxRow &one) { return one.op.id == m_op; });
    if (row == waiting.end()) {
        // What was refused a moment ago and is gone was not sent again: somebody dropped it.
        m_op = OpId();
        return std::exchange(m_isRefused, false) ? dropped() : taken();
    }
    const bool refusedNow = row->op.state == OpState::Refused || row->op.state == OpState::NeedsReview;
    if (std::exchange(m_isRefused, refusedNow) == refusedNow || !refusedNow)
        return;
    m_refusedAct = row->op;
    m_newer = versionTold(row->op);
    m_problem = problemSentence(row->op.problem);
    Q_EMIT refused(harmless(problemWords(m_problem)));
}

} // namespace foredeck::ui
