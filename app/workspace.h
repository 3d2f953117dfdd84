#pragma once

#include "app/lockwatch.h"
#include "app/networkwatch.h"
#include "app/requestsrelay.h"
#include "models/cache/mailbox.h"
#include "models/cache/outboxacts.h"
#include "models/core/result.h"
#include "net/api/network.h"
#include "ui/shell/mainwindow.h"

#include <QUrl>

#include <memory>

namespace foredeck {

class Profile;

/// One open store with everything that works on it, window included. Opening another business, another server or another
/// language makes another one; the members stand in the order in which they need each other.
class Workspace final : public QObject {
    Q_OBJECT

public:
    struct Setup {
        Profile *profile = nullptr;
        QString address; ///< "embedded" or a URL
        QString serverId; ///< empty: not known yet, a store that is thrown away later
        QString consoleVersion;
        const Clock *clock = nullptr;
        ui::ThemeManager *themes = nullptr;
        ui::Preferences *preferences = nullptr;
        ui::Host *host = nullptr;
        Notifier *notifier = nullptr;
    };

    /// Errors of LocalStore::open().
    static Result<std::unique_ptr<Workspace>> open(const Setup &setup);
    ~Workspace() override;

    /// The server can be reached here; `token` is the embedded backend's, empty for others.
    void connectTo(const QUrl &server, const QString &token);
    /// Another window in the language of now, on the same store.
    void renewWindow();
    ui::MainWindow &window() { return *m_window; }
    LocalStore &store() { return *m_store; }
    Ephemera &ephemera() { return m_ephemera; }
    const QString &address() const { return m_setup.address; }
    const QString &serverId() const { return m_setup.serverId; }

Q_SIGNALS:
    void serverReplaced(const QString &serverId);

private:
    Workspace(const Setup &setup, std::unique_ptr<LocalStore> store);

    Setup m_setup;
    std::unique_ptr<LocalStore> m_store;
    Ephemera m_ephemera;
    OutboxActs m_acts;
    RequestsRelay m_requests;
    std::unique_ptr<Network> m_network;
    NetworkWatch m_networkWatch;
    LockWatch m_lockWatch;
    std::unique_ptr<ui::MainWindow> m_window;
    Mailbox m_mailbox;
};

} // namespace foredeck
