#include "tests/app/networkpeer.h"

#include "tests/app/peerprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>

#include <memory>

namespace foredeck::test {

namespace {

const QString manager = QStringLiteral("org.freedesktop.NetworkManager");
const QString place = QStringLiteral("/org/freedesktop/NetworkManager");

} // namespace

NetworkPeer::NetworkPeer(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("peer")))
{
    m_there = m_bus.registerObject(place, this, QDBusConnection::ExportAllProperties) && m_bus.registerService(manager);
    hearLines(this, [this](const QByteArray &line) { hear(line); });
}

void NetworkPeer::hear(const QByteArray &line)
{
    m_state = line.toUInt();
    QDBusMessage changed = QDBusMessage::createSignal(place, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
    changed << manager << QVariantMap {{QStringLiteral("State"), m_state}} << QStringList();
    m_bus.send(changed);
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    return foredeck::test::runPeer(argc, argv, [](const QStringList &arguments) { return std::make_unique<foredeck::test::NetworkPeer>(arguments.value(1)); });
}
