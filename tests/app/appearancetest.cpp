#include "app/systemappearance.h"
#include "tests/app/sessionbus.h"

#include <QSignalSpy>

using namespace foredeck;
using namespace foredeck::test;

/// Over a bus of its own, with a portal that is another program.
class AppearanceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// One program has one connection to its session's bus, so all of it is one test.
    void whatTheDesktopWantsIsAskedAndFollowed()
    {
        if (!SessionBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
        const SessionBus bus;
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
        Peer portal(bus);
        SystemAppearance desktop;
        QSignalSpy dark(&desktop, &SystemAppearance::darkChanged);
        QSignalSpy contrast(&desktop, &SystemAppearance::contrastChanged);
        desktop.ask();
        QTRY_VERIFY_WITH_TIMEOUT(dark.size() == 1 && contrast.size() == 1, 30'000);
        QVERIFY(dark.takeFirst().constFirst().toBool());
        QVERIFY(!contrast.takeFirst().constFirst().toBool());
        QCOMPARE(portal.count(QStringLiteral("asked")), 2);
        portal.say(QStringLiteral("contrast 1"));
        QTRY_COMPARE_WITH_TIMEOUT(contrast.size(), 1, 30'000);
        QVERIFY(contrast.takeFirst().constFirst().toBool());
        QVERIFY(dark.isEmpty());
        portal.say(QStringLiteral("accent-color 1")); // what is none of these is not told
        portal.say(QStringLiteral("color-scheme 2"));
        QTRY_COMPARE_WITH_TIMEOUT(dark.size(), 1, 30'000);
        QVERIFY(!dark.takeFirst().constFirst().toBool());
        QVERIFY(contrast.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AppearanceTest)
#include "appearancetest.moc"
