#include "app/networkwatch.h"
#include "tests/app/sessionbus.h"

#include <QNetworkInformation>
#include <QSignalSpy>

using namespace foredeck;
using namespace foredeck::test;

/// Over a bus of its own, with a NetworkManager that is another program.
class NetworkWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// One program has one connection to its system's bus, so all of it is one test.
    void aManagerThatHangsHoldsNobodyUp()
    {
        if (!SessionBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
        const SessionBus bus;
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toUtf8());
        Peer manager(bus);
        QCOMPARE(manager.count(QStringLiteral("ready")), 1);
        manager.stop(); // its name is taken, and nobody answers under it
        NetworkWatch watch;
        QSignalSpy reached(&watch, &NetworkWatch::reached);
        watch.begin();
        QVERIFY2(!QNetworkInformation::instance(), "Qt waits for its answer");
        manager.goOn();
        QTRY_VERIFY_WITH_TIMEOUT(QNetworkInformation::instance(), 30'000);
        QCOMPARE(reached.size(), 0);
        manager.say(QStringLiteral("70"));
        QTRY_COMPARE_WITH_TIMEOUT(reached.size(), 1, 30'000);
        manager.say(QStringLiteral("20"));
        QTRY_COMPARE_WITH_TIMEOUT(QNetworkInformation::instance()->reachability(), QNetworkInformation::Reachability::Disconnected, 30'000);
        QCOMPARE(reached.size(), 1);
    }
};

QTEST_GUILESS_MAIN(NetworkWatchTest)
#include "networkwatchtest.moc"
