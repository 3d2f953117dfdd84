#include "syncworld.h"

#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

/// What an answer on another way means for the socket.
class TryNowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSocketThatWaitsIsTriedAtOnce()
    {
        World w {1};
        QVERIFY(w.heal(2));
        for (int i = 0; i < 8; ++i) { // so often in vain that the next try is far off
            w.connecting = w.connected = false;
            w.machine.socketClosed(1006, "refused", w.now());
            w.act();
            if (i < 7) {
                w.machine.reconnectNow(w.now());
                w.act();
            }
        }
        QVERIFY(!w.connecting);
        w.machine.tryNow(w.now());
        w.act();
        QVERIFY(w.connecting);
        QVERIFY(w.heal(2));
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Live);
    }

    void oneThatIsThereOrOnItsWayIsLeftAlone()
    {
        World w {1};
        QVERIFY(w.connecting);
        w.connecting = false; // so that another try would show
        w.machine.tryNow(w.now());
        w.act();
        QVERIFY(!w.connecting);
        w.connecting = true;
        QVERIFY(w.heal(2));
        const auto reconnects = w.machine.counters().reconnects;
        w.machine.tryNow(w.now());
        w.act();
        QVERIFY(w.machine.isUp());
        QCOMPARE(w.machine.counters().reconnects, reconnects);
    }

    void nobodyWhoIsSignedOutConnects()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.machine.stop();
        w.act();
        w.machine.tryNow(w.now());
        w.act();
        QVERIFY(!w.connecting);
    }
};

QTEST_GUILESS_MAIN(TryNowTest)
#include "trynowtest.moc"
