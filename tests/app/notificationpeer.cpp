#include "tests/app/notificationpeer.h"

#include "tests/app/peerprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <memory>

namespace foredeck::test {

namespace {

/// JSON knows no bytes.
QJsonObject readable(QVariantMap hints)
{
    for (QVariant &value : hints) {
        if (value.typeId() == QMetaType::UChar)
            value = value.toInt();
    }
    return QJsonObject::fromVariantMap(hints);
}

} // namespace

NotificationPeer::NotificationPeer(const QString &address, QStringList capabilities) : m_capabilities(std::move(capabilities))
{
    QDBusConnection bus = QDBusConnection::connectToBus(address, QStringLiteral("peer"));
    m_there = bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
        && bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    // The count at the launcher is told to whoever listens.
    bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"), this, SLOT(onCount(QString, QVariantMap)));
    hearLines(this, [this](const QByteArray &line) { hear(line); });
}

QStringList NotificationPeer::GetCapabilities()
{
    return m_capabilities;
}

QString NotificationPeer::GetServerInformation(QString &vendor, QString &version, QString &spec)
{
    vendor = QStringLiteral("tests");
    version = QStringLiteral("1");
    spec = QStringLiteral("1.2");
    return QStringLiteral("Peer");
}

uint NotificationPeer::Notify(const QString &app, uint replaces, const QString &icon, const QString &title, const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout)
{
    Q_UNUSED(timeout)
    const uint id = replaces != 0 && m_open.contains(replaces) ? replaces : m_next++;
    m_open.insert(id);
    say(QJsonObject {{QStringLiteral("told"), QStringLiteral("notify")}, {QStringLiteral("id"), qint64(id)}, {QStringLiteral("replaces"), qint64(replaces)}, {QStringLiteral("from"), message().service()}, {QStringLiteral("app"), app},
        {QStringLiteral("icon"), icon}, {QStringLiteral("title"), title}, {QStringLiteral("body"), body}, {QStringLiteral("actions"), QJsonArray::fromStringList(actions)},
        {QStringLiteral("hints"), readable(hints)}});
    return id;
}

void NotificationPeer::CloseNotification(uint id)
{
    say({{QStringLiteral("told"), QStringLiteral("close")}, {QStringLiteral("id"), qint64(id)}, {QStringLiteral("from"), message().service()}});
    if (m_open.remove(id))
        Q_EMIT NotificationClosed(id, 3);
}

void NotificationPeer::onCount(const QString &program, const QVariantMap &what)
{
    say({{QStringLiteral("told"), QStringLiteral("count")}, {QStringLiteral("program"), program}, {QStringLiteral("hints"), QJsonObject::fromVariantMap(what)}});
}

/// "act 3 seen", "token 3 abc", "reply 3 the words", "dismiss 3".
void NotificationPeer::hear(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line);
    const QString what = text.section(QLatin1Char(' '), 0, 0);
    const uint id = text.section(QLatin1Char(' '), 1, 1).toUInt();
    if (what == QStringLiteral("act"))
        Q_EMIT ActionInvoked(id, text.section(QLatin1Char(' '), 2));
    if (what == QStringLiteral("token"))
        Q_EMIT ActivationToken(id, text.section(QLatin1Char(' '), 2));
    if (what == QStringLiteral("reply"))
        Q_EMIT NotificationReplied(id, text.section(QLatin1Char(' '), 2));
    if (what == QStringLiteral("dismiss") && m_open.remove(id))
        Q_EMIT NotificationClosed(id, 2);
}

void NotificationPeer::say(const QJsonObject &what)
{
    std::printf("%s\n", QJsonDocument(what).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace foredeck::test

int main(int argc, char **argv)
{
    return foredeck::test::runPeer(argc, argv, [](const QStringList &arguments) { return std::make_unique<foredeck::test::NotificationPeer>(arguments.value(1), arguments.value(2).split(QLatin1Char(','), Qt::SkipEmptyParts)); });
}
