#include "tests/app/portalpeer.h"

#include "tests/app/peerprogram.h"

#include <QDBusMessage>

#include <memory>

namespace foredeck::test {

namespace {

const QString place = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString space = QStringLiteral("org.freedesktop.appearance");

} // namespace

PortalPeer::PortalPeer(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("peer")))
{
    m_there = m_bus.registerObject(place, this, QDBusConnection::ExportAllSlots) && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    hearLines(this, [this](const QByteArray &line) { hear(line); });
}

/// A variant in a variant, as the portal's own Read answers.
QDBusVariant PortalPeer::Read(const QString &, const QString &key)
{
    tell("asked");
    return QDBusVariant(QVariant::fromValue(QDBusVariant(m_wanted.value(key))));
}

void PortalPeer::hear(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() != 2)
        return;
    const QString key = QString::fromLatin1(words.front());
    m_wanted[key] = words.back().toUInt();
    QDBusMessage signal = QDBusMessage::createSignal(place, interface, QStringLiteral("SettingChanged"));
    signal << space << key << QVariant::fromValue(QDBusVariant(m_wanted.value(key)));
    m_bus.send(signal);
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    return foredeck::test::runPeer(argc, argv, [](const QStringList &arguments) { return std::make_unique<foredeck::test::PortalPeer>(arguments.value(1)); });
}
