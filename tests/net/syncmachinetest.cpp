#include "syncworld.h"

#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

namespace {

QByteArray told(unsigned seed, const World &world)
{
    const SyncView view = world.machine.view();
    return QStringLiteral("seed %1 phase %2 settled %3").arg(seed).arg(static_cast<int>(view.phase)).arg(world.settled()).toUtf8();
}

} // namespace

class SyncMachineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aQuietServerIsLiveAtOnce()
    {
        World w {1};
        for (int i = 0; i < 5; ++i)
            w.step(100);
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Live);
        QVERIFY(w.machine.view().completeUpTo.has_value());
        QCOMPARE(w.machine.counters().snapshots, 0);
    }

    void aShortWholeLogIsReadFromItsBeginningALongOneIsFetched()
    {
        World shortLog {1};
        for (int i = 0; i < 100; ++i)
            shortLog.server.write("client:a", "x" + std::to_string(i), false);
        QVERIFY(shortLog.heal(3));
        QCOMPARE(shortLog.snapshotCount, 0);
        World cutLog {1};
        for (int i = 0; i < 100; ++i)
            cutLog.server.write("client:a", "x" + std::to_string(i), false);
        cutLog.server.forget("client:a", 50);
        QVERIFY(cutLog.heal(3));
        QCOMPARE(cutLog.snapshotCount, 1);
        QCOMPARE(cutLog.repairs.front().kind, std::string {"initial"});
    }

    void aDroppedEventIsRepairedByResumeOnTheSameSocket()
    {
        World w {1};
        QVERIFY(w.heal(2));
        const auto reconnects = w.machine.counters().reconnects;
        w.server.write("client:a", "one", false);
        w.push();
        w.down.clear();
        w.server.write("client:a", "two", false);
        w.push();
        for (int i = 0; i < 8; ++i)
            w.step(100);
        QVERIFY(w.settled());
        QCOMPARE(w.repairs.size(), 1u);
        QCOMPARE(w.repairs[0].kind, std::string {"gap"});
        QCOMPARE(w.repairs[0].from, 0);
        QCOMPARE(w.repairs[0].to, 2);
        QCOMPARE(w.machine.counters().reconnects, reconnects);
    }

    void aLostLastEventShowsAtTheHeartbeat()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.down.clear();
        w.step(100);
        QVERIFY(!w.settled());
        QVERIFY(w.heal(2));
        QCOMPARE(w.repairs.back().kind, std::string {"tail"});
        QCOMPARE(w.repairs.back().to, 1);
    }

    void hiddenEventsMakeNoGap()
    {
        World w {1};
        QVERIFY(w.heal(2));
        for (int i = 0; i < 20; ++i) {
            w.server.write("client:a", "v" + std::to_string(i), i % 3 != 0);
            w.push();
            w.step(50);
        }
        for (int i = 0; i < 32; ++i)
            w.step(1000);
        QVERIFY(w.settled());
        QVERIFY(w.repairs.empty());
        QCOMPARE(w.cursors.at("client:a").since, 20);
    }

    void threeTriesWithoutProgressBecomeASnapshot()
    {
        World w {1};
        QVERIFY(w.heal(2));
        int resumes = 0;
        int snapshots = 0;
        for (int i = 0; i < 4; ++i) {
            w.machine.heartbeat({w.now(), {{"client:a", {7, 7}}}}, w.now());
            for (const SyncAction &action : w.machine.takeActions()) {
                resumes += std::holds_alternative<SendText>(action) ? 1 : 0;
                snapshots += std::holds_alternative<FetchSnapshot>(action) ? 1 : 0;
            }
            QCOMPARE(w.machine.view().phase, i < 3 ? SyncView::Phase::Gap : SyncView::Phase::CatchingUp);
        }
        QCOMPARE(resumes, 3);
        QCOMPARE(snapshots, 1);
    }

    void anotherEpochAndAForgottenPastAreFetchedAnew()
    {
        World w {1};
        for (int i = 0; i < 30; ++i)
            w.server.write("client:a", "x" + std::to_string(i), false);
        QVERIFY(w.heal(3));
        w.cut();
        QVERIFY(w.machine.epochs().empty());
        w.server.epoch = "e2";
        QVERIFY(w.heal(6));
        QCOMPARE(w.machine.epochs().at("client:a"), std::string {"e2"});
        QCOMPARE(w.cursors.at("client:a").epoch, std::string {"e2"});
        w.cut();
        for (int i = 0; i < 30; ++i)
            w.server.write("client:a", "y" + std::to_string(i), false);
        w.server.forget("client:a", 55);
        QVERIFY(w.heal(6));
        QCOMPARE(w.repairs.back().kind, std::string {"retention"});
    }

    void silenceReconnectsWithFullJitterUpToAMinute()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.connected = false; // frames stop, nobody says so
        w.clockMs += 41000;
        w.machine.tick(w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Reconnecting);
        std::int64_t longest = 0;
        for (int i = 0; i < 300; ++i) {
            w.machine.takeActions();
            const SyncView view = w.machine.view();
            if (view.retryAt) {
                longest = std::max(longest, toMs(*view.retryAt) - w.clockMs);
                w.clockMs = toMs(*view.retryAt);
            }
            w.machine.tick(w.now());
            w.machine.socketClosed(1006, "refused", w.now());
        }
        QVERIFY(longest > 30000 && longest <= 60000);
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Offline);
        QVERIFY(w.machine.view().since.has_value());
    }

    void aClockThatIsSetBackStopsNeitherTheWatchNorTheNextTry()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.clockMs -= 2 * 3'600'000;
        w.machine.tick(w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Live);
        w.connected = false; // frames stop, nobody says so
        w.clockMs += 41'000;
        w.machine.tick(w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Reconnecting);
        w.machine.takeActions();
        w.clockMs -= 2 * 3'600'000;
        w.machine.tick(w.now());
        const SyncView waiting = w.machine.view();
        QVERIFY(!waiting.since || *waiting.since <= w.now());
        QVERIFY(!waiting.retryAt || toMs(*waiting.retryAt) - w.clockMs <= 60'000);
        w.clockMs += 61'000;
        w.machine.tick(w.now());
        const auto actions = w.machine.takeActions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](const SyncAction &action) { return std::holds_alternative<ConnectSocket>(action); }));
    }

    void anExpiredTokenIsRefreshedBeforeReconnecting()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.machine.socketClosed(4401, "over", w.now());
        auto actions = w.machine.takeActions();
        QCOMPARE(actions.size(), 1u);
        QVERIFY(std::holds_alternative<RenewToken>(actions[0]));
        w.machine.tick(fromMs(w.clockMs + 100000));
        QVERIFY(w.machine.takeActions().empty());
        w.machine.setToken("t2", fromMs(w.clockMs + 900000), w.now());
        actions = w.machine.takeActions();
        QVERIFY(std::holds_alternative<ConnectSocket>(actions.at(0)));
        w.machine.socketOpened(w.now());
        w.machine.welcome({}, w.now());
        w.machine.takeActions();
        w.machine.tick(fromMs(w.clockMs + 900000 - 59000));
        actions = w.machine.takeActions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](const SyncAction &a) { return std::holds_alternative<RenewToken>(a); }));
    }

    void aTokenOfLessThanAMinuteIsRenewedOnceInItsTime()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.machine.takeActions();
        w.machine.setToken("t2", fromMs(w.clockMs + 8000), w.now());
        w.machine.takeActions();
        const auto renewed = [&w](std::int64_t afterMs) {
            w.machine.tick(fromMs(w.clockMs + afterMs));
            const auto actions = w.machine.takeActions();
            return std::any_of(actions.begin(), actions.end(), [](const SyncAction &a) { return std::holds_alternative<RenewToken>(a); });
        };
        QVERIFY(!renewed(0));
        QVERIFY(!renewed(3900));
        QVERIFY(renewed(4000));
    }

    void aConsoleThatIsTooOldStops()
    {
        World w {1};
        w.machine.socketClosed(4426, "update", w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::TooOld);
        w.machine.takeActions();
        w.machine.reconnectNow(w.now());
        w.machine.tick(fromMs(w.clockMs + 10000000));
        QVERIFY(w.machine.takeActions().empty());
    }

    void aDiskThatRefusesStopsTheStreamUntilItWorksAgain_data()
    {
        QTest::addColumn<QString>("meanwhile");
        for (const char *what : {"nothing", "a person asks", "a token is renewed", "the cache is lost"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void aDiskThatRefusesStopsTheStreamUntilItWorksAgain()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.deliver(10);
        QVERIFY(w.applying.has_value());
        w.applying.reset();
        w.machine.applyFailed("disk full", w.now());
        w.act();
        QCOMPARE(w.machine.view().phase, SyncView::Phase::CannotSave);
        QFETCH(QString, meanwhile);
        if (meanwhile == QStringLiteral("a person asks"))
            w.machine.reconnectNow(w.now());
        else if (meanwhile == QStringLiteral("a token is renewed"))
            w.machine.setToken("t2", fromMs(w.clockMs + 3600000), w.now());
        else if (meanwhile == QStringLiteral("the cache is lost"))
            w.loseCache();
        w.act();
        QVERIFY(!w.connecting);
        QCOMPARE(w.machine.view().phase, SyncView::Phase::CannotSave);
        QVERIFY(w.heal(3));
    }

    /// Whoever asks does not wait for the next try.
    void aPersonWhoAsksHasTheDiskTriedAtOnce()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.deliver(10);
        w.applying.reset();
        w.machine.applyFailed("disk full", w.now());
        w.act();
        w.machine.reconnectNow(w.now());
        w.act();
        QVERIFY(w.reloading);
        w.finishReload();
        QVERIFY(w.connecting);
        QVERIFY(!w.machine.nextTick() || *w.machine.nextTick() > w.now());
        QVERIFY(w.heal(3));
    }

    /// What waited for a commit that failed is not said to be complete by the next one.
    void aTimeOfCompletenessGoesWithTheBatchItWaitedFor()
    {
        World w {1};
        QVERIFY(w.heal(2));
        const auto before = w.machine.view().completeUpTo;
        w.server.write("client:a", "one", false);
        w.server.write("agency:g", "two", false);
        w.push();
        w.clockMs += 1000;
        w.heartbeat();
        w.deliver(10);
        QVERIFY(w.applying.has_value());
        w.applying.reset();
        w.machine.applyFailed("disk full", w.now());
        w.machine.reconnectNow(w.now());
        w.act();
        w.finishReload();
        w.connecting = false;
        w.connected = true;
        w.machine.socketOpened(w.now());
        w.act();
        w.deliver(2); // the welcome and one of the two
        QVERIFY(w.applying.has_value());
        w.finishApply();
        QCOMPARE(w.machine.view().completeUpTo, before);
    }

    /// An idle server's last event is old, and the first heartbeat is far.
    void whatIsCompleteIsSoUpToTheWelcome()
    {
        const auto oldEvent = [](World &w, std::int64_t seq, std::int64_t prev) {
            Event event;
            event.stream = "client:a";
            event.seq = seq;
            event.prev = prev;
            event.at = fromMs(w.clockMs - 12 * 60'000);
            event.kind = "lead.updated";
            event.entity = "one";
            event.version = seq;
            event.data = "{}";
            w.machine.event(event, w.now());
            w.machine.flush();
            w.act();
            w.finishApply();
        };
        const auto upTo = [](World &w, StreamHead head) {
            w.connecting = false;
            w.connected = true;
            w.machine.socketOpened(w.now());
            w.act();
            WelcomeFrame welcome;
            welcome.time = w.now();
            welcome.streams["client:a"] = head;
            w.machine.welcome(welcome, w.now());
            w.act();
            w.down.clear();
        };
        World shortLog {1};
        const Timestamp welcomed = shortLog.now();
        upTo(shortLog, {"e1", 2, 1});
        oldEvent(shortLog, 1, 0);
        QVERIFY(!shortLog.machine.view().completeUpTo.has_value());
        oldEvent(shortLog, 2, 1);
        QCOMPARE(shortLog.machine.view().completeUpTo, std::optional {welcomed});
        World fetched {1};
        fetched.server.write("client:a", "one", false);
        upTo(fetched, {"e1", 1, 2});
        QVERIFY(!fetched.machine.view().completeUpTo.has_value());
        fetched.finishSnapshot();
        QCOMPARE(fetched.machine.view().completeUpTo, std::optional {welcomed});
    }

    void howOldThePictureIsEndsWithItsCacheOrItsPerson()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.machine.stop();
        QVERIFY(w.machine.view().completeUpTo.has_value());
        w.machine.start({"1", "d", "user:u"}, {}, w.now());
        QVERIFY(w.machine.view().completeUpTo.has_value());
        w.machine.stop();
        w.machine.start({"1", "d", "user:v"}, {}, w.now());
        QVERIFY(!w.machine.view().completeUpTo.has_value());
        w.act();
        QVERIFY(w.heal(2));
        w.machine.stop();
        w.machine.cacheLost(w.now());
        QVERIFY(!w.machine.view().completeUpTo.has_value());
    }

    /// Hidden events at the end of a replay: the server says so at once.
    void whatIsHiddenAtTheEndIsNoCatchingUpOnceItIsTold()
    {
        World w {1};
        w.server.write("client:a", "one", false);
        w.server.write("client:a", "two", true);
        for (int i = 0; i < 10; ++i)
            w.step(100);
        QVERIFY(w.settled());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::CatchingUp);
        w.machine.heartbeat({w.now(), {{"client:a", {1, 2}}}}, w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Live);
    }

    void rightsLostDropTheStreamAfterWhatWasReceivedOfIt()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.deliver(10);
        QVERIFY(w.applying.has_value());
        w.machine.reset({"client:a", "scope"}, w.now());
        QVERIFY(w.machine.takeActions().empty());
        w.machine.applied(w.now());
        const auto actions = w.machine.takeActions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](const SyncAction &a) { return std::holds_alternative<DropStream>(a); }));
        QVERIFY(w.machine.clients().empty());
    }

    void whatIsToldAboutAnEntityIsNoVersionOfIt()
    {
        World w {1};
        QVERIFY(w.heal(2));
        Event event;
        event.stream = "user:u";
        event.seq = w.server.head("user:u") + 1;
        event.prev = w.server.head("user:u");
        event.at = w.now();
        event.version = 7;
        event.data = "{}";
        for (const auto &[kind, entity] : {std::pair {"escalation.alert", "escalation_alert"}, {"escalation.updated", "escalation"}, {"read_cursor.updated", "read_cursor"}}) {
            event.kind = kind;
            w.machine.event(event, w.now());
            w.machine.flush();
            w.act();
            QVERIFY(w.applying.has_value());
            QCOMPARE(w.applying->entities.size(), 1u);
            QCOMPARE(w.applying->entities.front().kind, std::string {entity});
            QVERIFY(!w.applying->entities.front().deleted && w.applying->entities.front().version == 7);
            w.finishApply();
            event.prev = event.seq++;
        }
    }

    /// Thousands of seeded runs with drops, doubles, swaps, lost last events, cuts, crashes, failing snapshots, a disk that
    /// refuses, people who ask, a lost cache, a forgotten past and a new epoch: in the end the cache holds what the server holds.
    void everySeedConverges()
    {
        std::int64_t repairs = 0;
        for (unsigned seed = 1; seed <= 4000; ++seed) {
            World w {seed};
            w.faulty = w.diskFails = true;
            const std::vector<std::string> streams {"client:a", "agency:g", "user:u"};
            for (int i = 0; i < 120; ++i) {
                const std::string &stream = streams[w.random() % 3];
                if (w.chance(600)) {
                    w.server.write(stream, stream + std::to_string(w.random() % 25), w.chance(150));
                    w.push();
                }
                if (w.chance(8))
                    w.cut();
                if (w.chance(5))
                    w.crash();
                if (w.chance(20))
                    w.disturb();
                if (w.chance(2))
                    w.loseCache();
                if (w.chance(3))
                    w.server.forget(stream, w.server.head(stream) / 2);
                if (w.chance(1)) {
                    w.cut();
                    w.server.epoch += "x";
                }
                w.step(static_cast<std::int64_t>(w.random() % 4000));
            }
            QVERIFY2(w.heal(12), told(seed, w));
            for (const auto &[name, position] : w.cursors)
                QVERIFY2(position.since <= w.server.head(name), told(seed, w));
            repairs += static_cast<std::int64_t>(w.repairs.size());
        }
        QVERIFY(repairs > 4000);
    }

    /// Only drops and swaps, no cuts: each lost event lies in a repair that was logged, by resume, without a snapshot.
    void everyLostEventIsInALoggedRepair()
    {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            World w {seed};
            QVERIFY(w.heal(2));
            w.faulty = true;
            for (int i = 0; i < 200; ++i) {
                w.server.write("client:a", "k" + std::to_string(w.random() % 40), false);
                w.push();
                w.deliver(40);
                w.finishApply();
                w.clockMs += 200;
                if (i % 60 == 59) {
                    w.heartbeat();
                    w.deliver(40);
                }
            }
            QVERIFY2(w.heal(12), told(seed, w));
            for (const auto &[stream, seq] : w.lostSeqs) {
                const bool logged = std::any_of(w.repairs.begin(), w.repairs.end(),
                    [&, lost = seq, name = stream](const Repair &r) { return r.stream == name && r.from < lost && lost <= r.to; });
                QString all;
                for (const Repair &r : w.repairs)
                    all += QStringLiteral(" %1(%2,%3]%4").arg(QString::fromStdString(r.kind)).arg(r.from).arg(r.to).arg(r.tries);
                QVERIFY2(logged, qPrintable(QStringLiteral("seed %1 seq %2 of%3").arg(seed).arg(seq).arg(all)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(SyncMachineTest)
#include "syncmachinetest.moc"
