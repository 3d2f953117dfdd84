#include "app/systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace foredeck {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
const QString space = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString contrast = QStringLiteral("contrast");
constexpr int limitMs = 500;
constexpr uint preferDark = 1;
constexpr uint moreContrast = 1;

} // namespace

SystemAppearance::SystemAppearance(QObject *parent) : QObject(parent) { }

void SystemAppearance::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, settings, QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QDBusMessage)));
    for (const QString &key : {colorScheme, contrast})
        askFor(key);
}

void SystemAppearance::askFor(const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(portalService, portalPath, settings, QStringLiteral("Read"));
    call << space << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, limitMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            take(key, reply.value().variant());
    });
}

void SystemAppearance::onSettingChanged(const QDBusMessage &told)
{
    const QVariantList values = told.arguments();
    if (values.size() == 3 && values[0].toString() == space)
        take(values[1].toString(), values[2]);
}

void SystemAppearance::take(const QString &key, const QVariant &value)
{
    // The portal wraps the number in a variant inside a variant.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    if (key == colorScheme)
        Q_EMIT darkChanged(inner.toUInt() == preferDark);
    else if (key == contrast)
        Q_EMIT contrastChanged(inner.toUInt() == moreContrast);
}

} // namespace foredeck
