#include "app/lockwatch.h"
#include "tests/app/sessionbus.h"

#include <QSignalSpy>

using namespace foredeck;
using namespace foredeck::test;

/// Over a bus of its own, with a logind that is another program.
class LockWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// One program has one connection to its system's bus, so all of it is one test.
    void theSessionsLockAndASleepAreTold()
    {
        if (!SessionBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
        const SessionBus bus;
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toUtf8());
        Peer login(bus);
        LockWatch watch;
        QSignalSpy wanted(&watch, &LockWatch::lockWanted);
        watch.begin();
        QTRY_COMPARE_WITH_TIMEOUT(login.count(QStringLiteral("held")), 1, 30'000); // a sleep waits for it
        login.say(QStringLiteral("lock"));
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, 30'000);
        login.say(QStringLiteral("other")); // one after the other: what comes next shows that this was none
        login.say(QStringLiteral("sleep"));
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 2, 30'000);
        login.say(QStringLiteral("wake"));
        QTRY_COMPARE_WITH_TIMEOUT(login.count(QStringLiteral("held")), 2, 30'000); // and the next one, too
        QCOMPARE(wanted.size(), 2);
    }
};

QTEST_GUILESS_MAIN(LockWatchTest)
#include "lockwatchtest.moc"
