#include "tests/app/loginpeer.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace foredeck::test {

namespace {

const QString place = QStringLiteral("/org/freedesktop/login1");
const QString session = QStringLiteral("/org/freedesktop/login1/session/_31");

void tellOut(const char *what)
{
    std::printf("{\"told\":\"%s\"}\n", what);
    std::fflush(stdout);
}

} // namespace

LoginPeer::LoginPeer(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("peer")))
{
    m_there = m_bus.registerObject(place, this, QDBusConnection::ExportAllSlots) && m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    auto *lines = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(lines, &QSocketNotifier::activated, this, &LoginPeer::read);
}

QDBusObjectPath LoginPeer::GetSessionByPID(uint) { return QDBusObjectPath(session); }

QDBusUnixFileDescriptor LoginPeer::Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
{
    if (what == QStringLiteral("sleep") && mode == QStringLiteral("delay"))
        tellOut("held");
    return QDBusUnixFileDescriptor(STDOUT_FILENO);
}

void LoginPeer::read()
{
    char buffer[256];
    const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (size <= 0)
        return QCoreApplication::exit(0);
    for (const QByteArray &line : QByteArray(buffer, size).split('\n')) {
        if (line == "lock") {
            m_bus.send(QDBusMessage::createSignal(session, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock")));
        } else if (line == "other") { // somebody else's session
            m_bus.send(QDBusMessage::createSignal(session + QLatin1Char('9'), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock")));
        } else if (!line.isEmpty()) {
            QDBusMessage signal = QDBusMessage::createSignal(place, QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"));
            signal << (line == "sleep");
            m_bus.send(signal);
        }
    }
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const foredeck::test::LoginPeer peer(QCoreApplication::arguments().value(1));
    if (!peer.isThere())
        return 1;
    std::printf("{\"told\":\"ready\"}\n");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
