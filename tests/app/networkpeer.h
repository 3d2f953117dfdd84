#pragma once

#include <QDBusConnection>
#include <QObject>

namespace foredeck::test {

/// A NetworkManager for tests: a program of its own on the bus, whose state is what a line of its standard input says.
class NetworkPeer final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State READ state)

public:
    explicit NetworkPeer(const QString &bus);
    bool isThere() const { return m_there; }
    uint state() const { return m_state; }

private:
    void hear(const QByteArray &line);

    QDBusConnection m_bus;
    bool m_there = false;
    uint m_state = 20; ///< disconnected
};

} // namespace foredeck::test
