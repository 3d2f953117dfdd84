#pragma once

#include "models/core/result.h"
#include "models/domain/escalation.h"
#include "models/domain/rule.h"
#include "models/domain/user.h"
#include "models/ports/syncstatus.h"

#include <QObject>
#include <QString>

namespace foredeck {

/// What the interface may ask of the network beside its acts (contract 3, lane 2). Implemented in `net/`. Every call
/// returns at once; the answer lands in the cache or in Ephemera, and the signals say that it has. Interface thread.
class Requests : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The answer is Ephemera::session(), or signInFailed. `remember`: keep the session in the desktop's keyring.
    virtual void signIn(const QString &email, const QString &password, bool remember) = 0;
    /// Ends the session here and on the server. The cache and the outbox stay.
    virtual void signOut() = 0;
    /// Whether this is that person's password, asked of the server; the session goes on as it is. passwordRight or
    /// passwordNotTaken answers.
    virtual void checkPassword(const User &person, const QString &password) = 0;
    /// Do not wait any longer for the keyring: go on with this session only.
    virtual void signInForThisSessionOnly() = 0;
    /// Timeline entries below a position, into the cache. Asking again while one is under way does nothing.
    virtual void fetchOlder(const ConversationId &conversation, std::int64_t beforePosition) = 0;
    /// One conversation with its lead, into the cache: for one that search or a link names and the cache does not hold.
    virtual void fetchConversation(const ConversationId &conversation) = 0;
    /// A page of a client's hand-overs that are closed, into the cache: the newest of that status, or (`further`) those
    /// before the last page. What is open comes by itself.
    virtual void fetchEscalations(const ClientId &client, EscalationStatus status, bool further) = 0;
    /// How often a rule as it stands here would have fired in the last 30 days: nothing is changed, so it is no act, and it
    /// does not wait for a connection. ruleTried or ruleTryFailed answers with the same number; what was asked before is
    /// answered no more. Given up after a minute.
    virtual void tryRule(quint64 number, const ClientRule &rule) = 0;
    /// A client's figures that only the server can count (how long customers waited, what the assistant used), into the cache.
    /// Asking again while one is under way does nothing; what fails leaves what was known.
    virtual void fetchDashboard(const ClientId &client) = 0;
    /// Connect, and send what waits, without waiting for the back-off.
    virtual void retryNow() = 0;
    /// What this person does now, told to the others. Typing is repeated by the implementation until it changes.
    virtual void showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind) = 0;

Q_SIGNALS:
    /// `detail` is the server's sentence. `retryAfterSeconds` > 0: the account rests that long. `triesLeft`: wrong tries
    /// before it rests, or -1 when the server tells none.
    void signInFailed(const QString &detail, int retryAfterSeconds, int triesLeft = -1);
    void passwordRight(const foredeck::UserId &person);
    /// `isRefused`: by the server, as in signInFailed; else it could not be asked.
    void passwordNotTaken(const QString &detail, bool isRefused, int retryAfterSeconds, int triesLeft);
    /// `reachedStart`: there is nothing older.
    void olderFetched(const foredeck::ConversationId &conversation, int count, bool reachedStart);
    void olderFailed(const foredeck::ConversationId &conversation, const QString &detail);
    /// A page of them has been stored; `more`: there are others.
    void escalationsFetched(const foredeck::ClientId &client, foredeck::EscalationStatus status, bool more);
    void ruleTried(quint64 number, const foredeck::RuleDryRun &run);
    /// `error.fields` names what cannot be tried.
    void ruleTryFailed(quint64 number, const foredeck::Error &error);
    /// The address answers with another server_id than the one this profile's cache belongs to: nothing is mixed, the
    /// composition root opens the other cache.
    void serverReplaced(const QString &serverId);
};

} // namespace foredeck
