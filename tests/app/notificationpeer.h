#pragma once

#include <QDBusContext>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QVariantMap>

namespace foredeck::test {

/// A notification service for tests, as desktops run one: a program of its own on the bus, worked by lines on its standard
/// input, that writes what it was asked to its standard output.
class NotificationPeer final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    NotificationPeer(const QString &bus, QStringList capabilities);
    bool isThere() const { return m_there; }

public Q_SLOTS:
    QStringList GetCapabilities();
    QString GetServerInformation(QString &vendor, QString &version, QString &spec);
    uint Notify(const QString &app, uint replaces, const QString &icon, const QString &title, const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id);

Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString &action);
    void NotificationReplied(uint id, const QString &text);
    void ActivationToken(uint id, const QString &token);

private Q_SLOTS:
    void onCount(const QString &program, const QVariantMap &what);

private:
    void hear(const QByteArray &line);
    void say(const QJsonObject &what);

    QStringList m_capabilities;
    bool m_there = false;
    uint m_next = 1;
    QSet<uint> m_open;
};

} // namespace foredeck::test
