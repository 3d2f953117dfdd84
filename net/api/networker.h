#pragma once

#include "models/ports/syncstatus.h"
#include "net/api/apiclient.h"
#include "net/api/network.h"
#include "net/api/serverprobe.h"
#include "net/live/liveconnection.h"
#include "net/sync/escalationloader.h"
#include "net/sync/outboxsender.h"
#include "net/sync/repairlog.h"
#include "net/sync/syncengine.h"
#include "net/sync/timelineloader.h"
#include "net/vault/session.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <set>

namespace foredeck {

/// The net thread's side of Network: first GET /api/v1/meta (nothing is asked of another server than the cache's), then
/// the session, then stream and outbox. Signals go to the interface's thread.
class NetWorker : public QObject {
    Q_OBJECT
public:
    NetWorker(const NetworkOptions &options, LocalStore &store, const QString &device, const QString &serverId);

    void signInEmbedded(const QString &token);
    void signIn(const QString &email, const QString &password);
    void checkPassword(const User &person, const QString &password);
    void resume(const QString &refreshToken);
    void signOut();
    void setServer(const QUrl &server);
    void fetchOlder(const ConversationId &conversation, std::int64_t before);
    void fetchConversation(const ConversationId &conversation);
    void fetchEscalations(const ClientId &client, EscalationStatus status, bool further);
    void fetchDashboard(const ClientId &client);
    void tryRule(quint64 number, const ClientRule &rule);
    void retryNow();
    void showPresence(const ClientId &client, const ConversationId &conversation, const QString &state);

Q_SIGNALS:
    void metaKnown(const foredeck::ServerMeta &meta);
    void serverReplaced(const QString &serverId);
    void syncChanged(const foredeck::SyncStatus &status);
    void sessionStarted(const foredeck::User &user);
    void sessionEnded(const QString &detail);
    void signInFailed(const QString &detail, int retryAfterSeconds, int triesLeft);
    void passwordRight(const foredeck::UserId &person);
    void passwordNotTaken(const QString &detail, bool isRefused, int retryAfterSeconds, int triesLeft);
    void refreshTokenChanged(const QString &refreshToken);
    void serverTime(qint64 offsetMs);
    void presence(const foredeck::PresenceFrame &frame);
    void presenceUnknown();
    void lease(const foredeck::LeaseFrame &frame);
    void olderFetched(const foredeck::ConversationId &conversation, int count, bool reachedStart);
    void olderFailed(const foredeck::ConversationId &conversation, const QString &detail);
    void ruleTried(quint64 number, const foredeck::RuleDryRun &run);
    void ruleTryFailed(quint64 number, const foredeck::Error &error);
    void escalationsFetched(const foredeck::ClientId &client, foredeck::EscalationStatus status, bool more);

private:
    /// Runs it once it is sure which server answers.
    void whenKnown(std::function<void()> then);
    void askMeta();
    void takeMeta(const Result<ServerMeta> &meta);
    void started(const SignedIn &session);
    /// `isTold`: that there is somebody.
    void setUp(const SignedIn &session, bool isTold);
    void begin(const SignedIn &session);
    void end();
    /// With how old the picture is.
    void tell(SyncStatus status);
    void renewLeases();
    /// Where this person is seen: all of it to a server that has just been reached, afterwards where they type.
    void sendPresence(bool typingAlone);
    void watchSleep();

    NetworkOptions m_options;
    LocalStore &m_store;
    QString m_device;
    QString m_serverId;
    ApiClient m_api;
    LiveConnection m_live;
    RepairLog m_repairs;
    TimelineLoader m_timelines;
    EscalationLoader m_escalations;
    SyncEngine m_engine;
    OutboxSender m_sender;
    Session m_session;
    UserId m_cacheOf; ///< whose rows the cache holds, as far as that is known
    bool m_metaKnown = false;
    bool m_replaced = false;
    int m_metaFailures = 0;
    std::optional<Timestamp> m_unreachableSince;
    QTimer m_metaRetry;
    std::function<void()> m_then;
    QTimer m_setUpRetry;
    std::function<void()> m_setUpAgain;
    int m_run = 0; ///< rises when a session or its server goes: answers of a run before are dropped
    QTimer m_leases;
    QTimer m_typing;
    QTimer m_sleep;
    Timestamp m_lastAwake;
    std::map<ConversationId, PresenceFrame> m_presence; ///< of each conversation that is looked at, in whichever window
    std::set<ConversationId> m_fetching;
    std::set<ClientId> m_counting; ///< whose figures are on their way
    quint64 m_trial = 0; ///< the dry run that was asked for last
    Mailbox m_mailbox;
};

} // namespace foredeck
