#include "tests/app/portalpeer.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace foredeck::test {

namespace {

const QString place = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString space = QStringLiteral("org.freedesktop.appearance");

} // namespace

PortalPeer::PortalPeer(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("peer")))
{
    m_there = m_bus.registerObject(place, this, QDBusConnection::ExportAllSlots) && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    auto *lines = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(lines, &QSocketNotifier::activated, this, &PortalPeer::read);
}

/// A variant in a variant, as the portal's own Read answers.
QDBusVariant PortalPeer::Read(const QString &, const QString &key)
{
    std::printf("{\"told\":\"asked\"}\n");
    std::fflush(stdout);
    return QDBusVariant(QVariant::fromValue(QDBusVariant(m_wanted.value(key))));
}

void PortalPeer::read()
{
    char buffer[256];
    const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (size <= 0)
        return QCoreApplication::exit(0);
    for (const QByteArray &line : QByteArray(buffer, size).split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() != 2)
            continue;
        const QString key = QString::fromLatin1(words.front());
        m_wanted[key] = words.back().toUInt();
        QDBusMessage signal = QDBusMessage::createSignal(place, interface, QStringLiteral("SettingChanged"));
        signal << space << key << QVariant::fromValue(QDBusVariant(m_wanted.value(key)));
        m_bus.send(signal);
    }
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const foredeck::test::PortalPeer peer(QCoreApplication::arguments().value(1));
    if (!peer.isThere())
        return 1;
    std::printf("{\"told\":\"ready\"}\n");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
