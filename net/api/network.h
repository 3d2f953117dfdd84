#pragma once

#include "models/cache/localstore.h"
#include "models/ports/ephemera.h"
#include "models/ports/requests.h"

#include <QUrl>

#include <memory>

namespace foredeck {

class Mailbox;
class Profile;
class Vault;

/// Limits and intervals of the wire (contract 4, 5). Journeys shorten them instead of sleeping.
struct NetworkTimes {
    std::int64_t requestLimitMs = 30000;
    std::int64_t dryRunLimitMs = 60000;
    std::int64_t handshakeLimitMs = 10000;
    std::int64_t silenceLimitMs = 40000;
    std::int64_t backoffFirstMs = 500;
    std::int64_t backoffMostMs = 60000;
    std::int64_t digestEveryMs = 10 * 60000;
    std::int64_t leaseEveryMs = 30000;
    std::int64_t refreshBeforeMs = 60000;
    std::int64_t refreshLimitMs = 4000; ///< of the first try: an answer that was lost is asked for again while the server still honours the token that it has replaced (10 s)
    std::int64_t typingEveryMs = 20000;
    std::int64_t sleepCheckMs = 10000;
};

struct NetworkOptions {
    QUrl server; ///< "http://127.0.0.1:41234" or "https://desk.example.com"
    QString address; ///< what the profile and the keyring know this server by: the URL, or "embedded"
    QString embeddedToken; ///< one time; empty for a remote server
    QString consoleVersion;
    QString repairLog; ///< one line per repair of the stream; empty: the logging category foredeck.repair only
    NetworkTimes times;
    int parallelSends = 4;
};

/// Who used this store last is taken for who sits here, as long as no server has answered: their own conversations are
/// theirs, whether or not one ever does. Nothing once the session has moved on from where it was at the call.
void showLastUser(const LocalStore &store, Ephemera &ephemera, const Mailbox &mailbox);

/// The console's wire on a thread of its own: session, live connection, sync engine and outbox sender. Implements what
/// the interface may ask. Made, used and destroyed on the interface's thread; store, ephemera, profile and vault outlive it.
class Network final : public Requests {
    Q_OBJECT
public:
    Network(const NetworkOptions &options, LocalStore &store, Ephemera &ephemera, Profile &profile, std::unique_ptr<Vault> vault,
        QObject *parent = nullptr);
    /// Ends the thread; what was being sent stays in the outbox and is sent again later under the same id.
    ~Network() override;

    /// Begins: the embedded token, or the session that the keyring holds, else Ephemera says SignedOut.
    void start();
    /// The embedded backend came back on another port with another token.
    void setServer(const QUrl &server, const QString &embeddedToken);

    void signIn(const QString &email, const QString &password, bool remember) override;
    void signOut() override;
    void checkPassword(const User &person, const QString &password) override;
    void signInForThisSessionOnly() override;
    void fetchOlder(const ConversationId &conversation, std::int64_t beforePosition) override;
    void fetchConversation(const ConversationId &conversation) override;
    void fetchEscalations(const ClientId &client, EscalationStatus status, bool further) override;
    void tryRule(quint64 number, const ClientRule &rule) override;
    void fetchDashboard(const ClientId &client) override;
    void retryNow() override;
    void showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
