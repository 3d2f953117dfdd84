#pragma once

#include "models/ports/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <utility>

class QDBusServiceWatcher;

namespace foredeck {

/// Notifications over the session's bus (org.freedesktop.Notifications) and the count at the launcher's icon
/// (com.canonical.Unity.LauncherEntry). Nothing here waits: the bus is reached from another thread, every call is answered
/// later or never. Ids belong to one run of the service: when it is another one, what should stand is shown again, silently.
class DesktopNotifier final : public Notifier {
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    /// The session's bus.
    void begin();
    void begin(const QDBusConnection &bus);
    /// How long the service may be silent before it counts as missing.
    void setPatience(int ms) { m_patience.setInterval(ms); }

    const NotifierStatus &status() const override { return m_status; }
    void show(const Notification &notice) override;
    void close(const QString &key) override;
    void closeAll() override;
    void setCount(int count, bool urgent) override;

private Q_SLOTS:
    void onAction(uint id, const QString &action, const QDBusMessage &message);
    void onReplied(uint id, const QString &text, const QDBusMessage &message);
    void onClosed(uint id, uint reason, const QDBusMessage &message);
    void onToken(uint id, const QString &token, const QDBusMessage &message);
    void onBusGone();

private:
    /// One that should stand on the desktop.
    struct Standing {
        Notification notice;
        uint id = 0; ///< 0: the service has not told one yet, or it is another service now
        bool isCalling = false;
        bool isDue = false; ///< was shown again while it was calling
        bool isOver = false; ///< was closed while it was calling
    };

    void ask();
    void askName();
    void sendWaiting();
    void onOwner(const QString &owner);
    void send(const QString &key);
    void sent(const QString &key, int run, const QDBusMessage &reply);
    void call(const QString &method, const QVariantList &arguments, std::function<void(const QDBusMessage &)> then);
    void closeOnBus(uint id);
    void remember(const QString &key, uint id);
    void answered(const QDBusMessage &message);
    void setService(NotifierStatus::Service service);
    void setStatus(const NotifierStatus &status);
    QVariantMap hintsOf(const Notification &notice) const;
    QStringList actionsOf(const Notification &notice) const;
    void tellCount();
    /// Its key, when the signal came from the service that we know and is about one of ours.
    std::optional<QString> keyOf(uint id, const QDBusMessage &message) const;

    std::optional<QDBusConnection> m_bus;
    QDBusServiceWatcher *m_watcher = nullptr;
    QString m_owner; ///< the service's own name on the bus, as its last answer told it
    int m_run = 0; ///< of the service: answers of one before are not of this one
    NotifierStatus m_status;
    bool m_markup = true; ///< the body is read as markup; so it is until the service says otherwise
    QTimer m_patience;
    std::map<QString, Standing> m_standing;
    std::deque<std::pair<uint, QString>> m_gone; ///< stood in this run of the service, the newest last; a reply to them may be on its way
    int m_count = 0;
    bool m_urgent = false;
};

} // namespace foredeck
