#include "desk.h"

#include "net/api/serverprobe.h"
#include "net/vault/vault.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

namespace foredeck::test {

namespace {

constexpr int draftPauseMs = 20;
constexpr int againMs = 100;

QString word(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::Live:
        return QStringLiteral("live");
    case SyncPhase::CatchingUp:
        return QStringLiteral("catching_up");
    case SyncPhase::Gap:
        return QStringLiteral("gap");
    case SyncPhase::CannotSave:
        return QStringLiteral("cannot_save");
    case SyncPhase::TooOld:
        return QStringLiteral("too_old");
    default:
        return QStringLiteral("away");
    }
}

QString id(const std::string &text) { return QString::fromStdString(text); }

} // namespace

void say(const char *what, QJsonObject line)
{
    line.insert(QStringLiteral("say"), QLatin1String {what});
    const QByteArray text = QJsonDocument {line}.toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

Desk::Desk(const Setup &setup) : m_setup(setup), m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    m_input.setEnabled(false);
    connect(&m_input, &QSocketNotifier::activated, this, &Desk::readLines);
}

void Desk::giveUp(const Error &error)
{
    say("failed", {{QStringLiteral("why"), id(error.detail)}});
    QTimer::singleShot(0, this, [] { QCoreApplication::exit(1); });
}

void Desk::start()
{
    auto profile = Profile::open(m_setup.profile);
    if (profile.hasError())
        return giveUp(profile.error());
    m_profile = std::move(profile).value();
    if (const QString known = m_profile->serverIdOf(m_setup.server.toString()); !known.isEmpty())
        return open(known);
    probe();
}

void Desk::probe()
{
    probeServer(m_setup.server, this, [this](const Result<ServerMeta> &meta) {
        if (meta.hasError())
            return QTimer::singleShot(againMs, this, &Desk::probe);
        m_profile->setServerIdOf(m_setup.server.toString(), meta.value().serverId);
        open(meta.value().serverId);
    });
}

void Desk::open(const QString &serverId)
{
    StoreOptions options;
    options.folder = m_profile->storeFolder(serverId).value();
    options.user = UserId {m_profile->userIdOf(serverId).toStdString()};
    options.retryFirstMs = 50;
    options.retryMostMs = 500;
    auto store = LocalStore::open(options, m_clock);
    if (store.hasError())
        return giveUp(store.error());
    m_store = std::move(store).value();
    m_ephemera = std::make_unique<Ephemera>();
    m_acts = std::make_unique<OutboxActs>(*m_store, *m_ephemera, 0);
    m_holding = std::make_unique<OutboxActs>(*m_store, *m_ephemera, m_setup.undoMs);
    m_drafts = std::make_unique<Drafts>(*m_store, *m_acts, draftPauseMs);
    listenToStore();
    NetworkOptions wire;
    wire.server = m_setup.server;
    wire.address = m_setup.server.toString();
    wire.consoleVersion = QStringLiteral("1.0.0");
    wire.repairLog = m_setup.repairLog;
    wire.times.backoffFirstMs = 50;
    wire.times.backoffMostMs = 500;
    wire.times.silenceLimitMs = m_setup.silenceMs;
    m_network = std::make_unique<Network>(wire, *m_store, *m_ephemera, *m_profile, makeNoVault());
    listenToWire();
    m_network->start();
    say("open", {{QStringLiteral("folder"), m_store->folder()}, {QStringLiteral("salvaged"), m_store->outboxSalvaged()}});
    m_input.setEnabled(true);
    tellOutbox();
    signIn();
}

void Desk::listenToStore()
{
    connect(m_store.get(), &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.outbox || changes.everything)
            tellOutbox();
    });
    connect(m_store.get(), &LocalStore::cacheRebuilt, this, [](const QString &where) { say("rebuilt", {{QStringLiteral("where"), where}}); });
    listenTo(*m_acts);
    listenTo(*m_holding);
    connect(m_drafts.get(), &Drafts::loaded, this, [this] {
        tellComposer(CompositionKind::Reply);
        tellComposer(CompositionKind::Note);
        for (const auto &[kind, words] : std::exchange(m_typed, {}))
            m_drafts->typed(kind, words);
    });
    connect(m_drafts.get(), &Drafts::textChanged, this, &Desk::tellComposer); // another text than was typed
    connect(m_drafts.get(), &Drafts::stateChanged, this, [this](CompositionKind kind) {
        if (m_drafts->state(kind) == Drafts::State::Saved)
            say("saved", composer(kind));
    });
}

QJsonObject Desk::composer(CompositionKind kind) const
{
    return {{QStringLiteral("conversation"), id(m_drafts->conversation().id.value)}, {QStringLiteral("kind"), kind == CompositionKind::Note ? QStringLiteral("note") : QStringLiteral("reply")},
        {QStringLiteral("text"), m_drafts->text(kind)}};
}

void Desk::tellComposer(CompositionKind kind) { say("draft", composer(kind)); }

void Desk::listenTo(const Acts &acts)
{
    connect(&acts, &Acts::committed, this, [this](const OpId &op) {
        if (const auto given = m_given.extract(op)) {
            say("committed", given.mapped());
            m_fresh.push_back(op);
            tellOutbox();
        }
    });
    connect(&acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        QJsonObject line = m_given[op];
        m_given.erase(op);
        line.insert(QStringLiteral("why"), why);
        line.insert(QStringLiteral("op"), id(op.value));
        say("failed", line);
    });
    connect(&acts, &Acts::undone, this,
        [](const OpId &op, bool back) { say("undone", {{QStringLiteral("op"), id(op.value)}, {QStringLiteral("back"), back}}); });
}

void Desk::listenToWire()
{
    connect(m_ephemera.get(), &Ephemera::syncChanged, this, [this] {
        const QString phase = word(m_ephemera->sync().phase);
        if (std::exchange(m_phase, phase) != phase)
            say("sync", {{QStringLiteral("phase"), phase}});
    });
    connect(m_ephemera.get(), &Ephemera::sessionChanged, this, [this] {
        if (m_ephemera->session() == SessionPhase::SignedIn)
            say("session", {{QStringLiteral("user"), id(m_ephemera->me().id.value)}});
    });
    // The server may have been away or slow just then: a person tries again.
    connect(m_network.get(), &Network::signInFailed, this, [this] { QTimer::singleShot(againMs, this, &Desk::signIn); });
}

void Desk::signIn() { m_network->signIn(m_setup.email, m_setup.password, false); }

void Desk::readLines()
{
    char bytes[65536];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0) {
        m_input.setEnabled(false);
        return QCoreApplication::quit();
    }
    m_line.append(bytes, count);
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        obey(QJsonDocument::fromJson(m_line.left(end)).object());
        m_line.remove(0, end + 1);
    }
}

} // namespace foredeck::test
