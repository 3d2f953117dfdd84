#include "app/networkwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QNetworkInformation>

#include <limits>

namespace foredeck {

namespace {

constexpr int noLimit = std::numeric_limits<int>::max(); // of libdbus

} // namespace

void NetworkWatch::begin()
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    const QString manager = QStringLiteral("org.freedesktop.NetworkManager");
    QDBusMessage call = QDBusMessage::createMethodCall(manager, QStringLiteral("/org/freedesktop/NetworkManager"), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"))
        << manager << QStringLiteral("State");
    call.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, noLimit), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            follow();
    });
}

void NetworkWatch::follow()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability reach) {
        if (reach != QNetworkInformation::Reachability::Disconnected)
            Q_EMIT reached();
    });
}

} // namespace foredeck
