#pragma once

#include "models/domain/user.h"
#include "models/ports/syncstatus.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <unordered_map>

class QTimer;

namespace foredeck {

/// What is never stored: the state of the wire, presence, leases, the session. It stands beside the cache; `net/` sets it,
/// windows read it and listen. Lives on the interface's thread and is used there only (`net/` posts its values).
class Ephemera : public QObject {
    Q_OBJECT
public:
    explicit Ephemera(QObject *parent = nullptr);
    ~Ephemera() override;

    const SyncStatus &sync() const { return m_sync; }
    SessionPhase session() const { return m_session; }
    /// Who is signed in, as the sign-in answered; the cache's row of the same id follows later changes.
    const User &me() const { return m_me; }
    /// Somebody is signed in and has locked the window, or nobody was seen at it for long: nothing of it is shown and nobody
    /// acts in it until they are known to be back. The wire goes on.
    bool isLocked() const { return m_isLocked; }
    KeyringState keyring() const { return m_keyring; }
    /// Server time minus local time at the last frame that told one. Remaining times of leases and clocks add it.
    std::chrono::milliseconds serverOffset() const { return m_serverOffset; }
    QString serverVersion() const { return m_serverVersion; }
    const QStringList &features() const { return m_features; }
    bool hasFeature(const QString &name) const { return m_features.contains(name); }
    /// Acts that have not been confirmed, those that need a person's look included.
    int unsent() const { return m_unsent; }
    int needingReview() const { return m_needingReview; }
    /// Who else is there now, until they go or the wire does; only typing, which is repeated, fades by itself.
    QList<Presence> presenceIn(const ConversationId &conversation) const;
    std::optional<Lease> leaseOf(const ConversationId &conversation) const;

    void setSync(const SyncStatus &status);
    void setSession(SessionPhase phase, const User &me);
    /// Told by sessionChanged.
    void setLocked(bool locked);
    void setKeyring(KeyringState state);
    void setServerOffset(std::chrono::milliseconds offset);
    void setServer(const QString &version, const QStringList &features);
    void setUnsent(int unsent, int needingReview);
    /// `Gone` removes. An empty conversation concerns the person everywhere.
    void setPresence(const ConversationId &conversation, const Presence &presence, Timestamp now);
    void setLease(const ConversationId &conversation, const Lease &lease);
    /// After the wire went away nobody knows who is where.
    void clearPresence();
    /// Who has not repeated that they type is only there. Runs by itself; public for tests.
    void expirePresence(Timestamp now);

Q_SIGNALS:
    void syncChanged();
    void sessionChanged();
    void keyringChanged();
    void serverChanged();
    void unsentChanged();
    void presenceChanged(const foredeck::ConversationId &conversation);
    void leaseChanged(const foredeck::ConversationId &conversation);

private:
    void clearLeases();

    struct Seen {
        Presence presence;
        Timestamp at;
    };

    SyncStatus m_sync;
    SessionPhase m_session = SessionPhase::SignedOut;
    User m_me;
    bool m_isLocked = false;
    KeyringState m_keyring = KeyringState::NotNeeded;
    std::chrono::milliseconds m_serverOffset {0};
    QString m_serverVersion;
    QStringList m_features;
    int m_unsent = 0;
    int m_needingReview = 0;
    std::unordered_map<ConversationId, QList<Seen>> m_presence;
    std::unordered_map<ConversationId, Lease> m_leases;
    QTimer *m_expiry = nullptr;
};

} // namespace foredeck
