#include "net/api/network.h"

#include "models/cache/cachereader.h"
#include "models/cache/mailbox.h"
#include "net/api/networker.h"
#include "net/vault/profile.h"
#include "net/vault/vault.h"

#include <QThread>

#include <algorithm>

namespace foredeck {

namespace {

PresenceKind presenceKindOf(std::string_view state)
{
    if (state == "typing")
        return PresenceKind::Typing;
    if (state == "viewing")
        return PresenceKind::Viewing;
    if (state == "online")
        return PresenceKind::Online;
    return state == "away" ? PresenceKind::Away : PresenceKind::Gone;
}

QString stateOf(PresenceKind kind)
{
    switch (kind) {
    case PresenceKind::Viewing:
        return QStringLiteral("viewing");
    case PresenceKind::Typing:
        return QStringLiteral("typing");
    case PresenceKind::Online:
        return QStringLiteral("online");
    case PresenceKind::Away:
        return QStringLiteral("away");
    case PresenceKind::Gone:
        break;
    }
    return QStringLiteral("gone");
}

} // namespace

struct Network::Private {
    Private(Network *network, const NetworkOptions &given, LocalStore &s, Ephemera &e, Profile &p, std::unique_ptr<Vault> v)
        : q(network), options(given), store(s), ephemera(e), profile(p), vault(std::move(v))
    {
    }

    void connectWorker();
    void showLastUser();
    void takeSession(const User &user);
    void keep(const QString &refreshToken);
    void takePresence(const PresenceFrame &frame);
    /// On the net thread, in order; the worker is made there by the first of them.
    template <class F>
    void post(F call)
    {
        QMetaObject::invokeMethod(home, [this, call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
    }

    Network *q;
    NetworkOptions options;
    LocalStore &store;
    Ephemera &ephemera;
    Profile &profile;
    std::unique_ptr<Vault> vault;
    QString serverId;
    bool remember = false;
    bool waitingForKeyring = false;
    QThread thread;
    QObject *home = nullptr; ///< stands on the net thread
    NetWorker *worker = nullptr; ///< the net thread's
    Mailbox mailbox;
};

Network::Network(const NetworkOptions &options, LocalStore &store, Ephemera &ephemera, Profile &profile, std::unique_ptr<Vault> vault, QObject *parent)
    : Requests(parent), d(std::make_unique<Private>(this, options, store, ephemera, profile, std::move(vault)))
{
    d->serverId = profile.serverIdOf(options.address);
    d->home = new QObject;
    d->home->moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("net"));
    const QString device = profile.deviceId();
    QMetaObject::invokeMethod(d->home, [this, options, device, serverId = d->serverId] {
        d->worker = new NetWorker {options, d->store, device, serverId};
        d->connectWorker();
    });
    connect(&d->thread, &QThread::finished, d->home, [this] {
        delete d->worker;
        d->home->deleteLater();
    }, Qt::DirectConnection);
    d->thread.start();
}

Network::~Network()
{
    d->thread.quit();
    d->thread.wait();
}

void Network::Private::connectWorker()
{
    QObject::connect(worker, &NetWorker::metaKnown, q, [this](const ServerMeta &meta) {
        serverId = meta.serverId;
        ephemera.setServer(meta.version, meta.features);
        profile.setServerIdOf(options.address, meta.serverId);
    });
    QObject::connect(worker, &NetWorker::serverReplaced, q, &Network::serverReplaced);
    QObject::connect(worker, &NetWorker::syncChanged, q, [this](const SyncStatus &status) { ephemera.setSync(status); });
    QObject::connect(worker, &NetWorker::sessionStarted, q, [this](const User &user) { takeSession(user); });
    QObject::connect(worker, &NetWorker::sessionEnded, q, [this](const QString &detail) {
        ephemera.clearPresence();
        ephemera.setSession(SessionPhase::SignedOut, {});
        if (!detail.isEmpty())
            Q_EMIT q->signInFailed(detail, 0);
    });
    QObject::connect(worker, &NetWorker::signInFailed, q, [this](const QString &detail, int retryAfter, int triesLeft) {
        ephemera.setSession(SessionPhase::SignedOut, {});
        Q_EMIT q->signInFailed(detail, retryAfter, triesLeft);
    });
    QObject::connect(worker, &NetWorker::passwordRight, q, &Network::passwordRight);
    QObject::connect(worker, &NetWorker::passwordNotTaken, q, &Network::passwordNotTaken);
    QObject::connect(worker, &NetWorker::refreshTokenChanged, q, [this](const QString &token) { keep(token); });
    QObject::connect(worker, &NetWorker::serverTime, q, [this](qint64 offset) { ephemera.setServerOffset(std::chrono::milliseconds {offset}); });
    QObject::connect(worker, &NetWorker::presence, q, [this](const PresenceFrame &frame) { takePresence(frame); });
    QObject::connect(worker, &NetWorker::presenceUnknown, q, [this] { ephemera.clearPresence(); });
    QObject::connect(worker, &NetWorker::lease, q,
        [this](const LeaseFrame &frame) { ephemera.setLease(frame.conversation, {frame.fence, frame.leaseUntil, frame.lost}); });
    QObject::connect(worker, &NetWorker::olderFetched, q, &Network::olderFetched);
    QObject::connect(worker, &NetWorker::olderFailed, q, &Network::olderFailed);
    QObject::connect(worker, &NetWorker::escalationsFetched, q, &Network::escalationsFetched);
    QObject::connect(worker, &NetWorker::ruleTried, q, &Network::ruleTried);
    QObject::connect(worker, &NetWorker::ruleTryFailed, q, &Network::ruleTryFailed);
}

void Network::Private::takeSession(const User &user)
{
    ephemera.setSession(SessionPhase::SignedIn, user);
    if (!options.embeddedToken.isEmpty())
        ephemera.setKeyring(KeyringState::NotNeeded);
    profile.setUserIdOf(serverId, QString::fromStdString(user.id.value));
}

void Network::Private::takePresence(const PresenceFrame &frame)
{
    ephemera.setPresence(frame.conversation, {frame.user, QString::fromStdString(frame.name), presenceKindOf(frame.state)}, SystemClock {}.now());
}

/// Into the keyring, when the person wants it there. Nobody waits for it.
void Network::Private::keep(const QString &refreshToken)
{
    if (!options.embeddedToken.isEmpty())
        return;
    if (!remember) {
        ephemera.setKeyring(KeyringState::SessionOnly);
        return;
    }
    if (ephemera.keyring() != KeyringState::Stored)
        ephemera.setKeyring(KeyringState::Waiting);
    vault->write(options.address, refreshToken, mailbox.receive([this](const Result<void> &written) {
        if (!remember) { // signed out, or wanted for this session only, while the keyring wrote
            if (written.hasValue())
                vault->remove(options.address, [](const Result<void> &) {});
            return;
        }
        ephemera.setKeyring(written.hasValue() ? KeyringState::Stored : KeyringState::SessionOnly);
        if (written.hasValue())
            profile.setKeyringHolds(options.address, true);
    }));
}

/// The window shows this person's lists before any server has answered.
void Network::Private::showLastUser()
{
    const User known = ephemera.me();
    ephemera.setSession(SessionPhase::SigningIn, known.id == store.user() ? known : User());
    foredeck::showLastUser(store, ephemera, mailbox);
}

void showLastUser(const LocalStore &store, Ephemera &ephemera, const Mailbox &mailbox)
{
    store.read([](CacheReader &reader) { return reader.users().valueOr({}); },
        mailbox.receive([&ephemera, last = store.user(), phase = ephemera.session()](const std::vector<User> &users) {
            const auto found = std::find_if(users.begin(), users.end(), [&](const User &user) { return user.id == last; });
            if (found != users.end() && ephemera.session() == phase)
                ephemera.setSession(phase, *found);
        }));
}

void Network::start()
{
    if (!d->options.embeddedToken.isEmpty()) {
        d->showLastUser();
        d->post([token = d->options.embeddedToken](NetWorker &worker) { worker.signInEmbedded(token); });
        return;
    }
    if (!d->profile.keyringHolds(d->options.address)) {
        d->ephemera.setSession(SessionPhase::SignedOut, {});
        return;
    }
    d->showLastUser();
    d->waitingForKeyring = true;
    d->ephemera.setKeyring(KeyringState::Waiting);
    d->vault->read(d->options.address, d->mailbox.receive([this](const Result<QString> &secret) {
        if (!std::exchange(d->waitingForKeyring, false))
            return;
        if (secret.hasError()) {
            // Locked or gone: nothing is wiped, the person signs in.
            d->ephemera.setKeyring(KeyringState::SessionOnly);
            d->ephemera.setSession(SessionPhase::SignedOut, {});
            return;
        }
        d->remember = true;
        d->post([token = secret.value()](NetWorker &worker) { worker.resume(token); });
    }));
}

void Network::setServer(const QUrl &server, const QString &embeddedToken)
{
    d->options.server = server;
    d->options.embeddedToken = embeddedToken;
    d->post([server, embeddedToken](NetWorker &worker) {
        worker.setServer(server);
        if (!embeddedToken.isEmpty())
            worker.signInEmbedded(embeddedToken);
    });
}

void Network::signIn(const QString &email, const QString &password, bool remember)
{
    d->remember = remember;
    d->waitingForKeyring = false;
    d->ephemera.setSession(SessionPhase::SigningIn, {});
    d->post([email, password](NetWorker &worker) { worker.signIn(email, password); });
}

// A token that is on its way from the net thread belongs to the session that ends here: it is not kept, and the server ends
// it with its family.
void Network::signOut()
{
    d->remember = false;
    d->vault->remove(d->options.address, [](const Result<void> &) {});
    d->profile.setKeyringHolds(d->options.address, false);
    d->post([](NetWorker &worker) { worker.signOut(); });
}

void Network::checkPassword(const User &person, const QString &password)
{
    d->post([person, password](NetWorker &worker) { worker.checkPassword(person, password); });
}

void Network::signInForThisSessionOnly()
{
    d->remember = false;
    d->ephemera.setKeyring(KeyringState::SessionOnly);
    if (std::exchange(d->waitingForKeyring, false))
        d->ephemera.setSession(SessionPhase::SignedOut, {});
}

void Network::fetchOlder(const ConversationId &conversation, std::int64_t beforePosition)
{
    d->post([conversation, beforePosition](NetWorker &worker) { worker.fetchOlder(conversation, beforePosition); });
}

void Network::fetchConversation(const ConversationId &conversation)
{
    d->post([conversation](NetWorker &worker) { worker.fetchConversation(conversation); });
}

void Network::fetchEscalations(const ClientId &client, EscalationStatus status, bool further)
{
    d->post([client, status, further](NetWorker &worker) { worker.fetchEscalations(client, status, further); });
}

void Network::fetchDashboard(const ClientId &client)
{
    d->post([client](NetWorker &worker) { worker.fetchDashboard(client); });
}

void Network::tryRule(quint64 number, const ClientRule &rule)
{
    d->post([number, rule](NetWorker &worker) { worker.tryRule(number, rule); });
}

void Network::retryNow()
{
    d->post([](NetWorker &worker) { worker.retryNow(); });
}

void Network::showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind)
{
    d->post([client, conversation, state = stateOf(kind)](NetWorker &worker) { worker.showPresence(client, conversation, state); });
}

} // namespace foredeck
