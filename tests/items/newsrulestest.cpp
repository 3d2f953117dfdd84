#include "models/items/newsrules.h"
#include "tests/qt/testclasses.h"

#include <algorithm>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

ConversationId chat(int n) { return ConversationId {"c" + std::to_string(n)}; }

/// One desk over time: where somebody was named, what stands on its desktop.
struct NewsDesk {
    NewsState state;
    BellSettings settings;
    BellMoment moment {fromMs(1'795'000'000'000), 12 * 60, true, false, {}};
    std::vector<NewsCall> waiting;

    NewsOrders step() { return newsStep(state, waiting, moment, settings); }
};

using Chats = std::vector<ConversationId>;

} // namespace

/// When a person is told that a note names them.
class NewsRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachMentionIsToldOnceAndTakenBackWhenItIsRead()
    {
        NewsDesk d;
        QVERIFY(d.step().nothing());
        d.waiting = {{chat(1), 4}};
        QCOMPARE(d.step().show, Chats {chat(1)});
        d.moment.now += 1h;
        QVERIFY(d.step().nothing()); // nobody repeats it
        d.waiting[0].position = 9;
        QCOMPARE(d.step().show, Chats {chat(1)}); // another one
        d.waiting.clear();
        QCOMPARE(d.step().close, Chats {chat(1)});
        QVERIFY(d.step().nothing());
    }

    void notWhileTheyAreNotToBeDisturbedButAfterwards()
    {
        for (int why = 0; why < 4; ++why) {
            NewsDesk d;
            d.waiting = {{chat(1), 4}};
            d.moment.away = why == 0;
            d.moment.live = why != 1;
            if (why == 2)
                d.settings.disturbAfter = d.moment.now + 1h;
            d.settings.quietHours = why == 3;
            d.moment.minuteOfDay = why == 3 ? 23 * 60 : 12 * 60;
            QVERIFY(d.step().nothing());
            d.moment.away = false;
            d.moment.live = true;
            d.moment.now += 2h;
            d.moment.minuteOfDay = 9 * 60;
            QCOMPARE(d.step().show, Chats {chat(1)});
        }
        NewsDesk off;
        off.waiting = {{chat(1), 4}};
        QVERIFY(!off.step().nothing());
        off.settings.on = false;
        QCOMPARE(off.step().close, Chats {chat(1)});
        QVERIFY(off.step().nothing());
    }

    void whatIsLookedAtIsNotTold()
    {
        NewsDesk d;
        d.moment.looksAt = chat(1);
        d.waiting = {{chat(1), 4}, {chat(2), 1}};
        QCOMPARE(d.step().show, Chats {chat(2)});
        d.moment.looksAt = {};
        QVERIFY(d.step().nothing()); // it was seen
        d.moment.looksAt = chat(2);
        QCOMPARE(d.step().close, Chats {chat(2)});
    }

    void manyAreOne()
    {
        NewsDesk d;
        d.waiting = {{chat(1), 1}};
        QCOMPARE(d.step().show, Chats {chat(1)});
        d.waiting = {{chat(1), 7}, {chat(2), 1}, {chat(3), 1}, {chat(4), 1}};
        const NewsOrders many = d.step();
        QVERIFY(many.showMany && many.show.empty());
        QCOMPARE(many.close, Chats {chat(1)}); // it is one of them
        QVERIFY(d.step().nothing());
        d.waiting = {{chat(4), 1}};
        QVERIFY(d.step().nothing());
        d.waiting.clear();
        QVERIFY(d.step().closeMany);
        d.waiting = {{chat(5), 1}};
        QCOMPARE(d.step().show, Chats {chat(5)});
        QCOMPARE(newsEnd(d.state).close, Chats {chat(5)});
        QVERIFY(d.state.told.empty());
    }
};

FOREDECK_QT_TEST(NewsRulesTest)
#include "newsrulestest.moc"
