#include "app/workspace.h"

#include "models/ports/notifier.h"
#include "net/vault/profile.h"
#include "net/vault/vault.h"
#include "ui/theme/thememanager.h"

#include <QDir>

namespace foredeck {

Result<std::unique_ptr<Workspace>> Workspace::open(const Setup &setup)
{
    StoreOptions options;
    if (setup.serverId.isEmpty()) {
        // Nobody has answered at this address yet: an empty picture until somebody does.
        options.folder = setup.profile->folder() + QStringLiteral("/unknown");
        QDir(options.folder).removeRecursively();
        QDir().mkpath(options.folder);
    } else {
        const Result<QString> folder = setup.profile->storeFolder(setup.serverId);
        if (folder.hasError())
            return folder.error();
        options.folder = folder.value();
        options.user = UserId(setup.profile->userIdOf(setup.serverId).toStdString());
    }
    auto store = LocalStore::open(options, *setup.clock);
    if (store.hasError())
        return store.error();
    return std::unique_ptr<Workspace>(new Workspace(setup, std::move(store).value()));
}

Workspace::Workspace(const Setup &setup, std::unique_ptr<LocalStore> store)
    : m_setup(setup), m_store(std::move(store)), m_acts(*m_store, m_ephemera, setup.themes->theme().motion().undoSendMs)
{
    connect(&m_requests, &Requests::serverReplaced, this, &Workspace::serverReplaced);
    connect(&m_ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_ephemera.session() == SessionPhase::SignedIn && !m_setup.serverId.isEmpty())
            m_setup.profile->setUserIdOf(m_setup.serverId, QString::fromStdString(m_ephemera.me().id.value));
    });
    if (m_setup.address == QStringLiteral("embedded")) {
        SyncStatus connecting;
        connecting.phase = SyncPhase::Connecting;
        m_ephemera.setSync(connecting);
        // Nobody signs in here, and the backend may never come up.
        showLastUser(*m_store, m_ephemera, m_mailbox);
    }
    renewWindow();
    if (const QString salvaged = m_store->outboxSalvaged(); !salvaged.isEmpty())
        m_window->tellOnce(QStringLiteral("salvaged"), tr("The outbox was damaged."), salvaged);
}

Workspace::~Workspace()
{
    // What stands on the desktop is about customers of this one.
    m_setup.notifier->closeAll();
    m_setup.notifier->setCount(0, false);
}

void Workspace::renewWindow()
{
    const bool shown = m_window && m_window->isVisible();
    const QByteArray geometry = m_window ? m_window->saveGeometry() : QByteArray();
    auto next = std::make_unique<ui::MainWindow>(
        ui::Desk {*m_store, m_acts, m_requests, m_ephemera, *m_setup.clock, *m_setup.themes, *m_setup.preferences, *m_setup.host, *m_setup.notifier});
    if (m_window)
        next->resume(m_window->standing());
    else
        next->showFirstPage();
    if (!geometry.isEmpty())
        next->restoreGeometry(geometry);
    if (shown)
        next->show();
    // The old window may be the one whose menu asked for this.
    if (m_window)
        m_window.release()->deleteLater();
    m_window = std::move(next);
}

void Workspace::connectTo(const QUrl &server, const QString &token)
{
    if (m_network)
        return m_network->setServer(server, token);
    NetworkOptions options;
    options.server = server;
    options.address = m_setup.address;
    options.embeddedToken = token;
    options.consoleVersion = m_setup.consoleVersion;
    m_network = std::make_unique<Network>(options, *m_store, m_ephemera, *m_setup.profile, token.isEmpty() ? makeKeyringVault() : makeNoVault());
    m_requests.setTarget(m_network.get());
    m_network->start();
    connect(&m_networkWatch, &NetworkWatch::reached, m_network.get(), &Network::retryNow);
    m_networkWatch.begin();
    connect(&m_lockWatch, &LockWatch::lockWanted, this, [this] {
        if (m_window)
            m_window->lock();
    });
    m_lockWatch.begin();
}

} // namespace foredeck
