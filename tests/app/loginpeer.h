#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace foredeck::test {

/// A logind for tests: a program of its own on the bus, which says what a line of its standard input wants: "lock", "sleep",
/// "wake". It tells when somebody asks it to wait before it sleeps.
class LoginPeer final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit LoginPeer(const QString &bus);
    bool isThere() const { return m_there; }

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint pid);
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode);

private:
    void hear(const QByteArray &line);

    QDBusConnection m_bus;
    bool m_there = false;
};

} // namespace foredeck::test
