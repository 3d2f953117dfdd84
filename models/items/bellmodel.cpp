#include "models/items/bellmodel.h"

#include "models/cache/cachereader.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

/// More than so many are told by their number alone.
constexpr int mostRead = 500;

struct Read {
    std::vector<EscalationRow> rows;
    std::map<EscalationId, CallRow> calls;
    std::int64_t count = 0;
    bool away = false;
};

Result<Read> readWaiting(CacheReader &reader, const UserId &me)
{
    Read read;
    const auto page = reader.escalations(EscalationStatus::Pending, {}, {}, mostRead);
    if (page.hasError())
        return page.error();
    read.rows = page.value().rows;
    const auto counts = reader.escalationCounts({});
    if (counts.hasError())
        return counts.error();
    const auto found = counts.value().find(EscalationStatus::Pending);
    read.count = found == counts.value().end() ? 0 : found->second;
    const auto calls = reader.calls();
    if (calls.hasError())
        return calls.error();
    read.calls = calls.value();
    const auto users = reader.users();
    if (users.hasError())
        return users.error();
    read.away = std::any_of(users.value().begin(), users.value().end(), [&](const User &user) { return user.id == me && user.doNotDisturb; });
    return read;
}

} // namespace

bool stillCalls(const EscalationRow &row, Timestamp now)
{
    const Escalation &e = row.escalation;
    return e.status == EscalationStatus::Pending && !e.acknowledgedAt && !(row.snoozedUntil && *row.snoozedUntil > now);
}

BellModel::BellModel(const LocalStore &store, const Ephemera &ephemera, QObject *parent) : QObject(parent), m_store(store), m_ephemera(ephemera)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        const auto isOurs = [&](const auto &one) { return changes.conversations.contains(one.second.escalation.conversation); };
        if (changes.everything || changes.users || !changes.escalations.empty() || std::any_of(m_rows.begin(), m_rows.end(), isOurs))
            reload();
    });
    connect(&ephemera, &Ephemera::syncChanged, this, &BellModel::decide);
    connect(&ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_ephemera.me().id.empty())
            end();
        reload();
    });
    reload();
}

Timestamp BellModel::now() const
{
    return m_store.clock().now() + m_ephemera.serverOffset();
}

void BellModel::setSettings(const BellSettings &settings)
{
    m_settings = settings;
    decide();
}

void BellModel::setLooksAt(const ConversationId &conversation)
{
    if (std::exchange(m_looksAt, conversation) != conversation)
        decide();
}

void BellModel::tick()
{
    decide();
}

BellMoment BellModel::moment() const
{
    BellMoment moment;
    moment.now = now();
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMs(moment.now), m_zone).time();
    moment.minuteOfDay = time.hour() * 60 + time.minute();
    moment.live = m_ephemera.sync().phase == SyncPhase::Live && m_ephemera.session() == SessionPhase::SignedIn;
    moment.away = m_away;
    moment.looksAt = m_looksAt;
    return moment;
}

Hush BellModel::hush() const
{
    const BellMoment here = moment();
    return hushAt(m_settings, here.now, here.minuteOfDay, here.away);
}

const EscalationRow *BellModel::row(const EscalationId &id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

std::string BellModel::rungOf(const EscalationId &id) const
{
    const auto call = m_calls.find(id);
    return call == m_calls.end() ? std::string() : call->second.rung;
}

bool BellModel::emergencyWaits() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const auto &one) { return one.second.escalation.reason == EscalationReason::Emergency; });
}

void BellModel::forget()
{
    m_state = {};
    reload();
}

/// The same person may come back, and is told anew of what waits.
void BellModel::end()
{
    const BellOrders orders = bellEnd(m_state);
    if (!orders.nothing())
        Q_EMIT wanted(orders);
}

void BellModel::decide()
{
    // What was not read yet would look as if it had been seen to.
    if (!m_loaded || m_reading)
        return;
    const BellMoment here = moment();
    std::vector<WaitingCall> calls;
    if (mayDo(m_ephemera.me().role.value(), Right::Work)) {
        for (const auto &[id, row] : m_rows) {
            const auto call = m_calls.find(id);
            if (call != m_calls.end() && stillCalls(row, here.now))
                calls.push_back({id, row.escalation.conversation, row.escalation.reason == EscalationReason::Emergency, call->second.version});
        }
    }
    const BellOrders orders = bellStep(m_state, calls, here, m_settings);
    if (!orders.nothing())
        Q_EMIT wanted(orders);
}

void BellModel::reload()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_store.read([me = m_ephemera.me().id](CacheReader &reader) { return readWaiting(reader, me); }, m_mailbox.receive([this](Result<Read> read) {
        m_reading = false;
        if (read.hasValue()) {
            m_loaded = true;
            m_rows.clear();
            for (EscalationRow &row : read.value().rows)
                m_rows.emplace(row.escalation.id, row);
            m_calls = read.value().calls;
            m_away = read.value().away;
            m_count = int(read.value().count);
            Q_EMIT waitingChanged();
        }
        if (std::exchange(m_again, false))
            return reload();
        decide();
    }));
}

} // namespace foredeck
