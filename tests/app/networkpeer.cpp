#include "tests/app/networkpeer.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace foredeck::test {

namespace {

const QString manager = QStringLiteral("org.freedesktop.NetworkManager");
const QString place = QStringLiteral("/org/freedesktop/NetworkManager");

} // namespace

NetworkPeer::NetworkPeer(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("peer")))
{
    m_there = m_bus.registerObject(place, this, QDBusConnection::ExportAllProperties) && m_bus.registerService(manager);
    auto *lines = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(lines, &QSocketNotifier::activated, this, &NetworkPeer::read);
}

void NetworkPeer::read()
{
    char buffer[256];
    const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (size <= 0)
        return QCoreApplication::exit(0);
    for (const QByteArray &line : QByteArray(buffer, size).split('\n')) {
        if (line.isEmpty())
            continue;
        m_state = line.toUInt();
        QDBusMessage changed = QDBusMessage::createSignal(place, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
        changed << manager << QVariantMap {{QStringLiteral("State"), m_state}} << QStringList();
        m_bus.send(changed);
    }
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const foredeck::test::NetworkPeer peer(QCoreApplication::arguments().value(1));
    if (!peer.isThere())
        return 1;
    std::printf("{\"told\":\"ready\"}\n");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
