#include "tests/app/loginpeer.h"

#include "tests/app/peerprogram.h"

#include <QDBusMessage>

#include <memory>

namespace foredeck::test {

namespace {

const QString place = QStringLiteral("/org/freedesktop/login1");
const QString session = QStringLiteral("/org/freedesktop/login1/session/_31");

} // namespace

LoginPeer::LoginPeer(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("peer")))
{
    m_there = m_bus.registerObject(place, this, QDBusConnection::ExportAllSlots) && m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    hearLines(this, [this](const QByteArray &line) { hear(line); });
}

QDBusObjectPath LoginPeer::GetSessionByPID(uint) { return QDBusObjectPath(session); }

QDBusUnixFileDescriptor LoginPeer::Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
{
    if (what == QStringLiteral("sleep") && mode == QStringLiteral("delay"))
        tell("held");
    return QDBusUnixFileDescriptor(STDOUT_FILENO);
}

void LoginPeer::hear(const QByteArray &line)
{
    if (line == "lock") {
        m_bus.send(QDBusMessage::createSignal(session, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock")));
    } else if (line == "other") { // somebody else's session
        m_bus.send(QDBusMessage::createSignal(session + QLatin1Char('9'), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock")));
    } else {
        QDBusMessage signal = QDBusMessage::createSignal(place, QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"));
        signal << (line == "sleep");
        m_bus.send(signal);
    }
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    return foredeck::test::runPeer(argc, argv, [](const QStringList &arguments) { return std::make_unique<foredeck::test::LoginPeer>(arguments.value(1)); });
}
