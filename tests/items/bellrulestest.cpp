#include "models/items/bellrules.h"
#include "tests/qt/testclasses.h"

#include <algorithm>
#include <random>
#include <set>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

EscalationId id(int n) { return EscalationId {"e" + std::to_string(n)}; }
ConversationId talk(int n) { return ConversationId {"c" + std::to_string(n)}; }

/// One desk over time: what waits, what stands on its desktop.
struct BellDesk {
    BellState state;
    BellSettings settings;
    BellMoment moment {fromMs(1'795'000'000'000), 12 * 60, true, false, {}};
    std::vector<WaitingCall> waiting;
    std::set<EscalationId> standing;
    bool summary = false;
    std::int64_t calls = 0;

    void call(int n, bool emergency = false) { waiting.push_back({id(n), talk(n), emergency, ++calls}); }
    /// The server tells it again.
    void again(int n)
    {
        for (WaitingCall &one : waiting) {
            if (one.id == id(n))
                one.call = ++calls;
        }
    }
    void seen(int n)
    {
        std::erase_if(waiting, [n](const WaitingCall &one) { return one.id == id(n); });
    }
    BellOrders step(std::chrono::milliseconds after = 0s)
    {
        moment.now += after;
        const BellOrders orders = bellStep(state, waiting, moment, settings);
        for (const EscalationId &one : orders.close)
            standing.erase(one);
        standing.insert(orders.show.begin(), orders.show.end());
        summary = (summary && !orders.closeSummary) || !orders.summary.empty();
        return orders;
    }
};

using Ids = std::vector<EscalationId>;

} // namespace

class BellRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCallIsToldOnceUntilSomebodySeesToIt()
    {
        BellDesk d;
        d.call(1);
        BellOrders orders = d.step();
        QCOMPARE(orders.show, Ids {id(1)});
        QVERIFY(orders.sound && !orders.emergency);
        QVERIFY(d.step(59s).nothing());
        d.again(1);
        orders = d.step(1s);
        QCOMPARE(orders.show, Ids {id(1)});
        QVERIFY(orders.sound);
        d.seen(1);
        orders = d.step(1s);
        QCOMPARE(orders.close, Ids {id(1)});
        QVERIFY(orders.show.empty() && !orders.sound);
        QVERIFY(d.step(10min).nothing());
    }

    void whatWaitsAnewIsANewCall()
    {
        BellDesk d;
        d.call(1);
        d.step();
        const WaitingCall before = d.waiting.front();
        d.seen(1);
        d.step(1s);
        d.waiting.push_back(before); // given up again, and nobody was called yet
        QVERIFY(d.step(1s).nothing());
        d.again(1);
        QCOMPARE(d.step(1s).show, Ids {id(1)});
    }

    void anOlderCallThatComesAgainIsNone()
    {
        BellDesk d;
        d.call(1);
        d.again(1);
        d.step();
        --d.waiting.front().call;
        QVERIFY(d.step(1s).nothing());
        // Several came while nobody looked: that is one.
        for (int n = 0; n < 20; ++n)
            d.again(1);
        QCOMPARE(d.step(1s).show, Ids {id(1)});
        QVERIFY(d.step(1s).nothing());
    }

    void doNotDisturbHoldsBackAndTellsAfterwards()
    {
        BellDesk d;
        d.settings.disturbAfter = d.moment.now + 10min;
        d.call(1);
        QVERIFY(d.step().nothing());
        QVERIFY(d.step(10min - 1ms).nothing());
        QCOMPARE(d.step(1ms).show, Ids {id(1)});
        d.settings.disturbAfter = forever;
        QVERIFY(d.step(24h * 365).nothing());
        d.settings.disturbAfter.reset();
        d.moment.away = true; // told on the server
        QVERIFY(d.step(1h).nothing());
    }

    void quietHoursRunPastMidnight_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("quiet");
        const auto row = [](const char *name, int from, int to, int minute, bool quiet) { QTest::newRow(name) << from << to << minute << quiet; };
        row("evening", 22 * 60, 7 * 60, 23 * 60, true);
        row("first minute", 22 * 60, 7 * 60, 22 * 60, true);
        row("night", 22 * 60, 7 * 60, 0, true);
        row("last minute", 22 * 60, 7 * 60, 7 * 60 - 1, true);
        row("morning", 22 * 60, 7 * 60, 7 * 60, false);
        row("before", 22 * 60, 7 * 60, 22 * 60 - 1, false);
        row("siesta", 13 * 60, 15 * 60, 14 * 60, true);
        row("after it", 13 * 60, 15 * 60, 15 * 60, false);
        row("all day", 8 * 60, 8 * 60, 3 * 60, true);
    }
    void quietHoursRunPastMidnight()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, minute);
        QFETCH(bool, quiet);
        BellDesk d;
        d.settings.quietHours = true;
        d.settings.quietFrom = from;
        d.settings.quietTo = to;
        d.moment.minuteOfDay = minute;
        d.call(1);
        QCOMPARE(d.step().nothing(), quiet);
        d.settings.quietHours = false;
        QCOMPARE(d.step().nothing(), !quiet);
    }

    void emergenciesBreakThroughWhereTheyMay()
    {
        BellDesk d;
        d.settings.disturbAfter = forever;
        d.call(1);
        d.call(2, true);
        BellOrders orders = d.step();
        QCOMPARE(orders.show, Ids {id(2)});
        QVERIFY(orders.emergency && orders.sound);
        d.settings.emergencies = false;
        QVERIFY(d.step(1h).nothing());
    }

    void whatOneLooksAtIsNotTold()
    {
        BellDesk d;
        d.call(1);
        d.moment.looksAt = talk(1);
        QVERIFY(d.step().nothing());
        d.again(1);
        QVERIFY(d.step(5min).nothing());
        d.moment.looksAt = {};
        QVERIFY(d.step(1s).nothing()); // not the moment one looks away
        d.again(1);
        QCOMPARE(d.step(60s).show, Ids {id(1)});
        d.moment.looksAt = talk(1);
        QCOMPARE(d.step(1s).close, Ids {id(1)});
    }

    void anEmergencyIsToldThoughItIsOpen()
    {
        BellDesk d;
        d.call(1, true);
        d.call(2);
        d.moment.looksAt = talk(1);
        BellOrders orders = d.step();
        QCOMPARE(orders.show, (Ids {id(1), id(2)}));
        QVERIFY(orders.sound && orders.emergency);
        QVERIFY(d.step(59s).nothing());
        QVERIFY(d.standing.contains(id(1)));
        d.again(1);
        orders = d.step(1s);
        QCOMPARE(orders.show, Ids {id(1)});
        QVERIFY(orders.sound);
        d.seen(1);
        QCOMPARE(d.step(1s).close, Ids {id(1)});
    }

    void whatStandsIsKnownOfEach()
    {
        BellDesk d;
        for (int n = 1; n <= 5; ++n)
            d.call(n, n == 3);
        const auto stands = [&d](int n) { return d.state.told[id(n)].standing || d.state.told[id(n)].folded; };
        QCOMPARE(d.step().summary.size(), 4u);
        for (int n = 1; n <= 5; ++n)
            QVERIFY2(stands(n), qPrintable(QString::number(n)));
        QVERIFY(d.state.told[id(3)].standing && d.state.told[id(1)].folded);
        d.moment.looksAt = talk(1);
        d.seen(2);
        d.step(1s);
        QVERIFY(!stands(1) && !stands(2) && stands(3) && stands(4));
        for (int n : {1, 4, 5})
            d.seen(n);
        d.moment.looksAt = {};
        QVERIFY(d.step(1s).nothing());
        QVERIFY(stands(3) && !stands(4));
        d.seen(3);
        QVERIFY(d.step(1s).closeSummary);
    }

    void aBurstBecomesOne()
    {
        BellDesk d;
        for (int n = 1; n <= 3; ++n) {
            d.call(n);
            QCOMPARE(d.step(100ms).show, Ids {id(n)});
        }
        d.call(4);
        BellOrders orders = d.step(100ms);
        QVERIFY(orders.show.empty());
        QCOMPARE(orders.summary.size(), 4u);
        QCOMPARE(orders.close.size(), 3u);
        int renewed = 0;
        for (int n = 5; n <= 50; ++n) {
            d.call(n);
            orders = d.step(200ms);
            QVERIFY(orders.show.empty());
            renewed += orders.summary.empty() ? 0 : 1;
        }
        QVERIFY2(renewed <= 1, "9 s of a burst");
        orders = d.step(10s);
        QCOMPARE(orders.summary.size(), 50u);
        QVERIFY(d.standing.empty() && d.summary);
        for (int n = 1; n <= 48; ++n)
            d.seen(n);
        QVERIFY(d.step(1s).nothing());
        d.again(50);
        orders = d.step(60s);
        QCOMPARE(orders.show, (Ids {id(49), id(50)}));
        QVERIFY(orders.closeSummary);
    }

    void anEmergencyKeepsItsOwnInABurst()
    {
        BellDesk d;
        for (int n = 1; n <= 20; ++n)
            d.call(n, n == 7);
        const BellOrders orders = d.step();
        QCOMPARE(orders.show, Ids {id(7)});
        QCOMPARE(orders.summary.size(), 19u);
        QVERIFY(orders.emergency);
    }

    void afterTheWireWasAwayThereIsNoStorm()
    {
        BellDesk d;
        d.call(1);
        d.step();
        d.moment.live = false;
        for (int n = 2; n <= 40; ++n)
            d.call(n);
        QVERIFY(d.step(1h).nothing());
        d.seen(1);
        QCOMPARE(d.step().close, Ids {id(1)}); // taken up here, offline
        d.moment.live = true;
        const BellOrders orders = d.step();
        QVERIFY(orders.show.empty());
        QCOMPARE(orders.summary.size(), 39u);
        QVERIFY(d.step(1s).nothing());
    }

    void turnedOffAllIsTakenAway()
    {
        BellDesk d;
        d.call(1);
        d.step();
        d.settings.on = false;
        QCOMPARE(d.step().close, Ids {id(1)});
        d.call(2, true);
        QVERIFY(d.step(1h).nothing());
    }

    void withoutSoundItIsShown()
    {
        BellDesk d;
        d.settings.sound = false;
        d.call(1);
        const BellOrders orders = d.step();
        QVERIFY(!orders.sound);
        QCOMPARE(orders.show.size(), 1u);
    }

    void aClockThatJumps()
    {
        BellDesk d;
        for (int n = 1; n <= 5; ++n)
            d.call(n);
        QCOMPARE(d.step().summary.size(), 5u);
        QVERIFY(d.step(1000h).nothing());
        QVERIFY(d.step(-5000h).nothing());
        d.again(3);
        QCOMPARE(d.step(summaryPause).summary.size(), 5u);
    }

    /// Whatever happens, in whatever order: few stand at a time, nothing that was seen to stays, and nobody waits unheard.
    void byChance()
    {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 chance(seed);
            const auto roll = [&](int n) { return int(chance() % unsigned(n)); };
            BellDesk d;
            std::map<EscalationId, Timestamp> told;
            int next = 1;
            for (int i = 0; i < 200; ++i) {
                for (int n = roll(12) == 0 ? roll(60) : roll(3) / 2; n > 0; --n)
                    d.call(next++, roll(8) == 0);
                for (int n = roll(4); n > 0; --n)
                    d.again(1 + roll(next));
                while (!d.waiting.empty() && roll(3) == 0)
                    d.waiting.erase(d.waiting.begin() + roll(int(d.waiting.size())));
                d.moment.live = roll(20) != 0;
                d.moment.looksAt = d.waiting.empty() || roll(2) ? ConversationId {} : d.waiting[std::size_t(roll(int(d.waiting.size())))].conversation;
                const BellOrders orders = d.step(std::chrono::milliseconds {roll(15'000)});
                for (const Ids &ids : {orders.show, orders.summary}) {
                    for (const EscalationId &one : ids) {
                        const auto call = std::find_if(d.waiting.begin(), d.waiting.end(), [&](const WaitingCall &w) { return w.id == one; });
                        QVERIFY2(call != d.waiting.end(), "told of one that was seen to");
                        QVERIFY2(call->emergency || d.moment.looksAt != call->conversation, "told of what is looked at");
                        told[one] = d.moment.now;
                    }
                }
                QVERIFY2(d.standing.size() <= 2 * mostSingles, qPrintable(QStringLiteral("%1 stand, seed %2").arg(d.standing.size()).arg(seed)));
                for (const EscalationId &one : d.standing)
                    QVERIFY2(std::any_of(d.waiting.begin(), d.waiting.end(), [&](const WaitingCall &w) { return w.id == one; }), "it stands and does not wait");
                QVERIFY(!d.summary || !d.waiting.empty());
                for (const WaitingCall &call : d.waiting) {
                    if (!call.emergency && call.conversation == d.moment.looksAt)
                        told[call.id] = d.moment.now;
                }
            }
            d.moment.live = true;
            d.moment.looksAt = {};
            for (const BellOrders &orders : {d.step(1s), d.step(summaryPause), d.step(summaryPause)}) {
                for (const Ids &ids : {orders.show, orders.summary}) {
                    for (const EscalationId &one : ids)
                        told[one] = d.moment.now;
                }
            }
            for (const WaitingCall &call : d.waiting)
                QVERIFY2(told.contains(call.id), "nobody was told");
        }
    }
};

FOREDECK_QT_TEST(BellRulesTest)
#include "bellrulestest.moc"
