#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QMap>
#include <QObject>
#include <QString>

namespace foredeck::test {

/// A desktop's portal for tests: a program of its own on the bus. A line of its standard input, "color-scheme 1" or "contrast 1",
/// is what the desktop wants from then on; it tells when it was asked.
class PortalPeer final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit PortalPeer(const QString &bus);
    bool isThere() const { return m_there; }

public Q_SLOTS:
    QDBusVariant Read(const QString &space, const QString &key);

private:
    void hear(const QByteArray &line);

    QDBusConnection m_bus;
    QMap<QString, uint> m_wanted {{QStringLiteral("color-scheme"), 1}, {QStringLiteral("contrast"), 0}};
    bool m_there = false;
};

} // namespace foredeck::test
