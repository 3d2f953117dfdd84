#include "models/items/conversationpicks.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

/// What is selected, by id.
class ConversationPicksTest : public QObject {
    Q_OBJECT

private:
    static BulkAct resolve()
    {
        BulkAct act;
        act.kind = BulkKind::Resolve;
        return act;
    }

private Q_SLOTS:
    void eachIsSelectedOnceAndKeepsWhatItHadSaid()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        ConversationPicks picks {*f.store};
        QSignalSpy changed(&picks, &ConversationPicks::changed);
        picks.add(conversationId(1), 1);
        picks.add(conversationId(1), 7);
        picks.add({{conversationId(1), 7}, {conversationId(2), 0}});
        QCOMPARE(picks.count(), 2);
        QCOMPARE(changed.size(), 2);
        std::optional<BulkPlan> plan;
        picks.plan(resolve(), {userId(), {}}, {}, [&](const BulkPlan &made) { plan = made; });
        QTRY_VERIFY(plan.has_value());
        QCOMPARE(plan->steps.size(), 2u);
        QCOMPARE(plan->changed.count, 1); // the second one has said something since
        picks.remove(conversationId(1));
        QVERIFY(!picks.contains(conversationId(1)));
        picks.clear();
        QVERIFY(picks.isEmpty());
    }

    void aWholeViewIsSelectedAndLookedAtInParts()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1200);
        ConversationPicks picks {*f.store};
        picks.addAll({View::All, {}});
        QTRY_COMPARE(picks.count(), 1200);
        std::vector<int> looked;
        std::optional<BulkPlan> plan;
        picks.plan(resolve(), {userId(), {}}, [&](int done, int of) {
            looked.push_back(done);
            QCOMPARE(of, 1200);
        }, [&](const BulkPlan &made) { plan = made; });
        QTRY_VERIFY(plan.has_value());
        QCOMPARE(looked, (std::vector<int> {500, 1000}));
        QCOMPARE(plan->selected, 1200);
        QCOMPARE(plan->steps.size(), 1200u);
    }

    void whatIsCalledOffIsNotAnswered()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        ConversationPicks picks {*f.store};
        picks.addAll({View::All, {}});
        QTRY_COMPARE(picks.count(), 3);
        int answers = 0;
        picks.plan(resolve(), {}, {}, [&](const BulkPlan &) { answers += 10; });
        picks.cancelPlan();
        picks.addAll({View::All, {}});
        picks.clear();
        picks.add(conversationId(9), 1); // that nobody knows
        std::optional<BulkPlan> plan;
        picks.plan(resolve(), {}, {}, [&](const BulkPlan &made) {
            ++answers;
            plan = made;
        });
        QTRY_VERIFY(plan.has_value());
        QCOMPARE(answers, 1);
        QCOMPARE(picks.count(), 1);
        QCOMPARE(plan->leftOut.at(BulkObstacle::Gone).count, 1);
    }
};

FOREDECK_QT_TEST(ConversationPicksTest)
#include "conversationpickstest.moc"
