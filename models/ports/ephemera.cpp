#include "models/ports/ephemera.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

/// Typing is repeated every 20 s; who has missed one is only there. The assistant, who has no user, is nowhere else.
constexpr std::chrono::seconds typingLasts {25};
constexpr int expiryCheckMs = 5'000;

template <class T>
bool assign(T &target, const T &value)
{
    if (target == value)
        return false;
    target = value;
    return true;
}

} // namespace

Ephemera::Ephemera(QObject *parent) : QObject(parent), m_expiry(new QTimer(this))
{
    m_expiry->setInterval(expiryCheckMs);
    connect(m_expiry, &QTimer::timeout, this, [this] { expirePresence(SystemClock {}.now()); });
}

Ephemera::~Ephemera() = default;

QList<Presence> Ephemera::presenceIn(const ConversationId &conversation) const
{
    QList<Presence> list;
    const auto found = m_presence.find(conversation);
    if (found != m_presence.end()) {
        for (const Seen &seen : found->second)
            list.append(seen.presence);
    }
    return list;
}

std::optional<Lease> Ephemera::leaseOf(const ConversationId &conversation) const
{
    const auto found = m_leases.find(conversation);
    return found == m_leases.end() ? std::nullopt : std::optional {found->second};
}

void Ephemera::setSync(const SyncStatus &status)
{
    if (assign(m_sync, status))
        Q_EMIT syncChanged();
}

void Ephemera::setSession(SessionPhase phase, const User &me)
{
    const bool another = m_me.id != me.id || phase == SessionPhase::SignedOut;
    m_session = phase;
    m_me = me;
    Q_EMIT sessionChanged();
    if (another)
        clearLeases();
}

void Ephemera::setLocked(bool locked)
{
    if (std::exchange(m_isLocked, locked) != locked)
        Q_EMIT sessionChanged();
}

/// A lease is that of one person's session; the next one knows nothing of it.
void Ephemera::clearLeases()
{
    for (const auto &[conversation, lease] : std::exchange(m_leases, {}))
        Q_EMIT leaseChanged(conversation);
}

void Ephemera::setKeyring(KeyringState state)
{
    if (assign(m_keyring, state))
        Q_EMIT keyringChanged();
}

void Ephemera::setServerOffset(std::chrono::milliseconds offset)
{
    m_serverOffset = offset;
}

void Ephemera::setServer(const QString &version, const QStringList &features)
{
    const bool newVersion = assign(m_serverVersion, version);
    if (assign(m_features, features) || newVersion)
        Q_EMIT serverChanged();
}

void Ephemera::setUnsent(int unsent, int needingReview)
{
    const bool changed = assign(m_unsent, unsent);
    if (assign(m_needingReview, needingReview) || changed)
        Q_EMIT unsentChanged();
}

void Ephemera::setPresence(const ConversationId &conversation, const Presence &presence, Timestamp now)
{
    QList<Seen> &list = m_presence[conversation];
    const auto old = std::find_if(list.begin(), list.end(), [&](const Seen &seen) { return seen.presence.user == presence.user; });
    const bool gone = presence.kind == PresenceKind::Gone;
    const bool same = old != list.end() && old->presence == presence;
    if (old != list.end())
        list.erase(old);
    if (!gone)
        list.append({presence, now});
    if (list.isEmpty())
        m_presence.erase(conversation);
    if (!m_presence.empty() && !m_expiry->isActive())
        m_expiry->start();
    if (!same)
        Q_EMIT presenceChanged(conversation);
}

void Ephemera::setLease(const ConversationId &conversation, const Lease &lease)
{
    if (assign(m_leases[conversation], lease))
        Q_EMIT leaseChanged(conversation);
}

void Ephemera::clearPresence()
{
    std::vector<ConversationId> conversations;
    for (const auto &[conversation, seen] : m_presence)
        conversations.push_back(conversation);
    m_presence.clear();
    m_expiry->stop();
    for (const ConversationId &conversation : conversations)
        Q_EMIT presenceChanged(conversation);
}

void Ephemera::expirePresence(Timestamp now)
{
    std::vector<ConversationId> changed;
    for (auto &[conversation, list] : m_presence) {
        const auto faded = [now](const Seen &seen) { return seen.presence.kind == PresenceKind::Typing && now - seen.at > typingLasts; };
        bool told = list.removeIf([&](const Seen &seen) { return seen.presence.user.empty() && faded(seen); }) > 0;
        for (Seen &seen : list) {
            if (!faded(seen))
                continue;
            seen.presence.kind = PresenceKind::Viewing;
            told = true;
        }
        if (told)
            changed.push_back(conversation);
    }
    for (const ConversationId &conversation : changed) {
        if (m_presence[conversation].isEmpty())
            m_presence.erase(conversation);
        Q_EMIT presenceChanged(conversation);
    }
    if (m_presence.empty())
        m_expiry->stop();
}

} // namespace foredeck
