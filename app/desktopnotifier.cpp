#include "app/desktopnotifier.h"

#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

Q_LOGGING_CATEGORY(lcNotifier, "foredeck.notifier", QtInfoMsg)

namespace foredeck {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString launcherPath = QStringLiteral("/org/foredeck/Foredeck");
const QString launcher = QStringLiteral("com.canonical.Unity.LauncherEntry");
const QString defaultAction = QStringLiteral("default");
const QString replyAction = QStringLiteral("inline-reply");
const QString busPath = QStringLiteral("/org/freedesktop/DBus/Local");
const QString busEnd = QStringLiteral("org.freedesktop.DBus.Local");
constexpr int patienceMs = 3000;
/// An answer that comes late still tells the id by which a notification can be taken away.
constexpr int callLimitMs = 10 * 60 * 1000;
constexpr uchar urgencyNormal = 1;
constexpr uchar urgencyCritical = 2;
constexpr int asTheDesktopDoes = -1;
constexpr std::size_t mostGone = 64;

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent) : Notifier(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setService(NotifierStatus::Service::Missing); });
}

void DesktopNotifier::begin()
{
    m_patience.start(); // a bus that hangs never says so
    // Reaching the bus may start it, and waits for it.
    QThreadPool::globalInstance()->start([self = QPointer<DesktopNotifier>(this)] {
        const QDBusConnection bus = QDBusConnection::sessionBus();
        QMetaObject::invokeMethod(qApp, [self, bus] {
            if (self)
                self->begin(bus);
        }, Qt::QueuedConnection);
    });
}

void DesktopNotifier::begin(const QDBusConnection &bus)
{
    if (!bus.isConnected())
        return setService(NotifierStatus::Service::Missing);
    m_bus = bus;
    // By no name of a sender: naming one would make the bus be asked, and waited for. The sender is looked at in the signal.
    m_bus->connect({}, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString, QDBusMessage)));
    m_bus->connect({}, path, service, QStringLiteral("NotificationReplied"), this, SLOT(onReplied(uint, QString, QDBusMessage)));
    m_bus->connect({}, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint, QDBusMessage)));
    m_watcher = new QDBusServiceWatcher(service, *m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this](const QString &, const QString &, const QString &owner) { onOwner(owner); });
    m_bus->connect({}, path, service, QStringLiteral("ActivationToken"), this, SLOT(onToken(uint, QString, QDBusMessage)));
    m_bus->connect({}, busPath, busEnd, QStringLiteral("Disconnected"), this, SLOT(onBusGone()));
    ask();
    tellCount();
}

void DesktopNotifier::call(const QString &method, const QVariantList &arguments, std::function<void(const QDBusMessage &)> then)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message, callLimitMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [then = std::move(then)](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        then(done->reply());
    });
}

void DesktopNotifier::ask()
{
    m_patience.start();
    call(QStringLiteral("GetCapabilities"), {}, [this, run = m_run](const QDBusMessage &reply) {
        if (run != m_run)
            return;
        m_patience.stop();
        if (reply.type() != QDBusMessage::ReplyMessage)
            return setService(NotifierStatus::Service::Missing);
        const QStringList can = reply.arguments().value(0).toStringList();
        m_markup = can.contains(QStringLiteral("body-markup"));
        NotifierStatus status = m_status;
        status.actions = can.contains(QStringLiteral("actions"));
        status.reply = can.contains(replyAction);
        status.sound = can.contains(QStringLiteral("sound"));
        m_owner = reply.service();
        status.service = NotifierStatus::Service::There;
        setStatus(status);
        askName();
        sendWaiting();
    });
}

/// What came before the service had said what it can.
void DesktopNotifier::sendWaiting()
{
    for (const auto &[key, one] : m_standing) {
        if (one.id == 0 && !one.isCalling)
            send(key);
    }
}

void DesktopNotifier::askName()
{
    call(QStringLiteral("GetServerInformation"), {}, [this, run = m_run](const QDBusMessage &reply) {
        if (run != m_run || reply.type() != QDBusMessage::ReplyMessage)
            return;
        NotifierStatus status = m_status;
        status.name = reply.arguments().value(0).toString();
        setStatus(status);
    });
}

void DesktopNotifier::onOwner(const QString &owner)
{
    ++m_run;
    m_owner = owner;
    m_markup = true;
    m_gone.clear();
    m_patience.stop();
    for (auto one = m_standing.begin(); one != m_standing.end();) {
        if (one->second.id != 0)
            one->second.notice.audible = false; // it was heard already
        one->second.id = 0;
        one->second.isCalling = one->second.isDue = false;
        one = one->second.isOver ? m_standing.erase(one) : std::next(one);
    }
    if (owner.isEmpty())
        return setStatus({NotifierStatus::Service::Missing, {}, false, false, false});
    setStatus({NotifierStatus::Service::Asking, {}, false, false, false});
    ask();
}

void DesktopNotifier::onBusGone()
{
    onOwner({});
    m_bus.reset();
}

void DesktopNotifier::setService(NotifierStatus::Service to)
{
    NotifierStatus status = m_status;
    status.service = to;
    setStatus(status);
}

void DesktopNotifier::setStatus(const NotifierStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void DesktopNotifier::show(const Notification &notice)
{
    Standing &one = m_standing[notice.key];
    one.notice = notice;
    one.isOver = false;
    if (one.isCalling)
        one.isDue = true;
    else if (m_status.service != NotifierStatus::Service::Asking)
        send(notice.key);
}

void DesktopNotifier::send(const QString &key)
{
    if (!m_bus)
        return;
    Standing &one = m_standing[key];
    const Notification &notice = one.notice;
    one.isCalling = true;
    one.isDue = false;
    if (m_status.service == NotifierStatus::Service::There)
        m_patience.start();
    const QString body = m_markup ? notice.body.toHtmlEscaped() : notice.body;
    call(QStringLiteral("Notify"),
        {QGuiApplication::applicationDisplayName(), one.id, QGuiApplication::desktopFileName(), notice.title, body, actionsOf(notice), hintsOf(notice), asTheDesktopDoes},
        [this, key, run = m_run](const QDBusMessage &reply) { sent(key, run, reply); });
}

void DesktopNotifier::sent(const QString &key, int run, const QDBusMessage &reply)
{
    if (run != m_run)
        return;
    m_patience.stop();
    const auto found = m_standing.find(key);
    if (found == m_standing.end())
        return;
    Standing &one = found->second;
    one.isCalling = false;
    if (reply.type() != QDBusMessage::ReplyMessage) {
        qCInfo(lcNotifier, "not shown: %s", qPrintable(reply.errorMessage()));
        if (one.isOver)
            m_standing.erase(found);
        return setService(NotifierStatus::Service::Missing);
    }
    answered(reply);
    one.id = reply.arguments().value(0).toUInt();
    if (one.isOver) {
        remember(key, one.id);
        closeOnBus(one.id);
        m_standing.erase(found);
    } else if (one.isDue) {
        send(key);
    }
}

void DesktopNotifier::answered(const QDBusMessage &message)
{
    m_owner = message.service();
    // One that was silent for long, and now is not.
    if (m_status.service == NotifierStatus::Service::Missing)
        ask();
}

void DesktopNotifier::close(const QString &key)
{
    const auto found = m_standing.find(key);
    if (found == m_standing.end())
        return;
    if (found->second.isCalling) {
        found->second.isOver = true;
        return;
    }
    remember(key, found->second.id);
    closeOnBus(found->second.id);
    m_standing.erase(found);
}

/// Somebody may have sent what they typed there before the service heard that it is over.
void DesktopNotifier::remember(const QString &key, uint id)
{
    if (id == 0)
        return;
    m_gone.emplace_back(id, key);
    if (m_gone.size() > mostGone)
        m_gone.pop_front();
}

void DesktopNotifier::closeAll()
{
    std::vector<QString> keys;
    for (const auto &[key, one] : m_standing)
        keys.push_back(key);
    for (const QString &key : keys)
        close(key);
}

void DesktopNotifier::closeOnBus(uint id)
{
    if (!m_bus || id == 0)
        return;
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("CloseNotification"));
    message << id;
    message.setAutoStartService(false);
    m_bus->send(message);
}

std::optional<QString> DesktopNotifier::keyOf(uint id, const QDBusMessage &message) const
{
    if (id == 0 || message.service() != m_owner)
        return std::nullopt;
    for (const auto &[key, one] : m_standing) {
        if (one.id == id)
            return key;
    }
    return std::nullopt;
}

void DesktopNotifier::onAction(uint id, const QString &action, const QDBusMessage &message)
{
    const auto key = keyOf(id, message);
    if (!key)
        return;
    const auto &actions = m_standing.at(*key).notice.actions;
    const bool isDefault = action == defaultAction && !actions.empty();
    Q_EMIT acted(*key, isDefault ? actions.front().first : action);
}

void DesktopNotifier::onReplied(uint id, const QString &text, const QDBusMessage &message)
{
    if (const auto key = keyOf(id, message)) {
        Q_EMIT replied(*key, text);
    } else if (message.service() == m_owner) {
        const auto gone = std::find_if(m_gone.rbegin(), m_gone.rend(), [id](const auto &one) { return one.first == id; });
        if (gone != m_gone.rend())
            Q_EMIT replied(QString(gone->second), text);
    }
}

void DesktopNotifier::onClosed(uint id, uint, const QDBusMessage &message)
{
    const auto key = keyOf(id, message);
    if (!key)
        return;
    remember(*key, id);
    // One that is being shown again stands, under another id.
    Standing &one = m_standing.at(*key);
    one.id = 0;
    if (!one.isCalling)
        m_standing.erase(*key);
}

/// Comes before the action: with it a window may come to the front where no program may do so by itself.
void DesktopNotifier::onToken(uint id, const QString &token, const QDBusMessage &message)
{
    if (keyOf(id, message))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

QStringList DesktopNotifier::actionsOf(const Notification &notice) const
{
    QStringList actions;
    if (!m_status.actions && m_status.service == NotifierStatus::Service::There)
        return actions;
    if (!notice.actions.empty())
        actions << defaultAction << notice.actions.front().second;
    for (const auto &[key, word] : notice.actions)
        actions << key << word;
    if (!notice.replyWord.isEmpty() && m_status.reply)
        actions << replyAction << notice.replyWord;
    return actions;
}

QVariantMap DesktopNotifier::hintsOf(const Notification &notice) const
{
    QVariantMap hints {{QStringLiteral("urgency"), QVariant::fromValue(notice.urgent ? urgencyCritical : urgencyNormal)},
        {QStringLiteral("category"), QStringLiteral("im.received")}, {QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    if (notice.audible)
        hints.insert(QStringLiteral("sound-name"), notice.urgent ? QStringLiteral("dialog-warning") : QStringLiteral("message-new-instant"));
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    if (!notice.replyWord.isEmpty() && m_status.reply && !notice.replyHint.isEmpty())
        hints.insert(QStringLiteral("x-kde-reply-placeholder-text"), notice.replyHint);
    return hints;
}

void DesktopNotifier::setCount(int count, bool urgent)
{
    if (count == m_count && urgent == m_urgent)
        return;
    m_count = count;
    m_urgent = urgent;
    tellCount();
    Q_EMIT countChanged(count);
}

void DesktopNotifier::tellCount()
{
    if (!m_bus)
        return;
    QDBusMessage update = QDBusMessage::createSignal(launcherPath, launcher, QStringLiteral("Update"));
    update << QStringLiteral("application://%1.desktop").arg(QGuiApplication::desktopFileName())
           << QVariantMap {{QStringLiteral("count"), qlonglong(m_count)}, {QStringLiteral("count-visible"), m_count > 0}, {QStringLiteral("urgent"), m_urgent}};
    m_bus->send(update);
}

} // namespace foredeck
