#include "app/lockwatch.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace foredeck {

namespace {

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");
const QString managerInterface = QStringLiteral("org.freedesktop.login1.Manager");

} // namespace

/// Asked without waiting: whoever answers is there.
void LockWatch::begin()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(logind, managerPath, managerInterface, QStringLiteral("GetSessionByPID")) << static_cast<uint>(QCoreApplication::applicationPid());
    call.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        if (reply.isValid())
            follow(reply.value().path());
    });
}

void LockWatch::follow(const QString &session)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    bus.connect(logind, session, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"), this, SLOT(onLock()));
    bus.connect(logind, managerPath, managerInterface, QStringLiteral("PrepareForSleep"), this, SLOT(onSleep(bool)));
    holdSleep();
}

void LockWatch::holdSleep()
{
    QDBusMessage call = QDBusMessage::createMethodCall(logind, managerPath, managerInterface, QStringLiteral("Inhibit"))
        << QStringLiteral("sleep") << QStringLiteral("Foredeck") << tr("Its window is locked first.") << QStringLiteral("delay");
    call.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        if (reply.isValid())
            m_hold = reply.value();
    });
}

void LockWatch::onLock() { Q_EMIT lockWanted(); }

void LockWatch::onSleep(bool begins)
{
    if (!begins)
        return holdSleep();
    Q_EMIT lockWanted();
    m_hold = {}; // once that was told, the computer may sleep
}

} // namespace foredeck
