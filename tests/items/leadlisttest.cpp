#include "tests/cache/storefixture.h"

#include "models/items/details.h"
#include "models/items/leadlistmodel.h"
#include "tests/qt/testclasses.h"

#include <QAbstractItemModelTester>

#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

Lead scored(int n, int score, std::int64_t version = 1)
{
    Lead l = lead(n);
    l.score = score;
    l.version = version;
    return l;
}

struct ShownLeads {
    ShownLeads() : tester((prepare(), &model), QAbstractItemModelTester::FailureReportingMode::QtTest) { }
    void prepare()
    {
        f.signIn();
        ephemera.setSession(SessionPhase::SignedIn, user());
        QVERIFY(f.apply({entity("client", client()), entity("user", user())}).hasValue());
    }
    void put(const std::vector<Lead> &leads)
    {
        std::vector<Entity> entities;
        for (const Lead &l : leads)
            entities.push_back(entity("lead", l));
        QVERIFY(f.apply(std::move(entities)).hasValue());
    }
    /// n leads, of which number n has the score 100 - n.
    void fill(int n)
    {
        std::vector<Lead> leads;
        for (int i = 1; i <= n; ++i)
            leads.push_back(scored(i, 100 - i));
        put(leads);
    }
    void begin(int pageRows = 5)
    {
        model.setPageRows(pageRows);
        QSignalSpy turned {&model, &LeadListModel::turned};
        model.setLive(true);
        QTRY_COMPARE(turned.size(), 1);
    }
    void settle()
    {
        f.settle();
        f.read([](CacheReader &) { return true; });
        QCoreApplication::processEvents();
    }
    std::vector<int> order() const
    {
        std::vector<int> numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers.push_back(std::stoi(model.itemAt(row).id.value.substr(24)));
        return numbers;
    }

    StoreFixture f;
    Ephemera ephemera;
    LeadListModel model {*f.store, ephemera};
    QAbstractItemModelTester tester;
};

using Numbers = std::vector<int>;

} // namespace

class LeadListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesGoForwardAndBack()
    {
        ShownLeads s;
        s.fill(12);
        s.begin();
        QCOMPARE(s.order(), (Numbers {1, 2, 3, 4, 5}));
        QCOMPARE(s.model.found(), 12);
        QVERIFY(s.model.hasNext() && !s.model.hasPrevious());
        s.model.next();
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
        QCOMPARE(s.model.before(), 5);
        s.model.next();
        QTRY_COMPARE(s.order(), (Numbers {11, 12}));
        QVERIFY(!s.model.hasNext());
        s.model.next(); // nothing comes after
        s.settle();
        QCOMPARE(s.order(), (Numbers {11, 12}));
        s.model.previous();
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
        s.model.previous();
        QTRY_COMPARE(s.order(), (Numbers {1, 2, 3, 4, 5}));
        QCOMPARE(s.model.before(), 0);
    }

    void anotherQueryBeginsAtItsBeginning()
    {
        ShownLeads s;
        s.fill(12);
        s.begin();
        s.model.next();
        QTRY_COMPARE(s.model.before(), 5);
        LeadQuery query;
        query.scoreTo = 91;
        // Of two questions the later one is answered, whatever the first finds.
        s.model.setQuery({LeadOrder::Name, true, {}, "nobody", -1, 100, {}});
        s.model.setQuery(query);
        QTRY_COMPARE(s.order(), (Numbers {9, 10, 11, 12}));
        QCOMPARE(s.model.found(), 4);
        QCOMPARE(s.model.total(), 12);
        QCOMPARE(s.model.before(), 0);
    }

    void whatNobodyLooksAtIsReadWhenSomebodyDoes()
    {
        ShownLeads s;
        s.fill(3);
        s.begin();
        s.model.setLive(false);
        s.put({scored(4, 100)});
        s.settle();
        QCOMPARE(s.order(), (Numbers {1, 2, 3}));
        s.model.setLive(true);
        QTRY_COMPARE(s.order(), (Numbers {4, 1, 2, 3}));
    }

    /// What is open there follows its own lead, while somebody looks.
    void theRecordFollowsItsLeadAlone()
    {
        ShownLeads s;
        s.fill(2);
        LeadRecord record {*s.f.store};
        record.setLead(leadId(1));
        s.settle();
        QVERIFY(!record.isRead());
        record.setLive(true);
        QTRY_VERIFY(record.isRead());
        QSignalSpy changed {&record, &LeadRecord::changed};
        Conversation other = conversation(2);
        QVERIFY(s.f.apply({entity("conversation", other)}).hasValue());
        s.put({scored(2, 7, 2)});
        s.settle();
        QCOMPARE(changed.size(), 0);
        QVERIFY(s.f.apply({entity("conversation", conversation(1))}).hasValue()); // the first of this one
        QTRY_COMPARE(record.row()->conversation, conversationId(1));
        record.setLive(false);
        changed.clear();
        s.put({scored(1, 3, 2)});
        s.settle();
        QCOMPARE(changed.size(), 0);
        record.setLive(true);
        QTRY_COMPARE(record.row()->lead.score, std::optional<int>(3));
    }

    void whatTheyWantIsWhatWasLearnedElseWhatTheConversationSays()
    {
        ShownLeads s;
        s.fill(1);
        s.begin();
        QCOMPARE(s.model.itemAt(0).wants, QString());
        Conversation asked = conversation(1);
        asked.summary.wants = "Is there\nparking?";
        QVERIFY(s.f.apply({entity("conversation", asked)}).hasValue());
        QTRY_COMPARE(s.model.itemAt(0).wants, QStringLiteral("Is there parking?"));
        Lead learned = scored(1, 99, 2);
        learned.qualification.serviceInterest = "A berth";
        s.put({learned});
        QTRY_COMPARE(s.model.itemAt(0).wants, QStringLiteral("A berth"));
        learned.qualification.serviceInterest.clear();
        learned.version = 3;
        s.put({learned});
        QTRY_COMPARE(s.model.itemAt(0).wants, QStringLiteral("Is there parking?"));
        asked.summary.wants.clear(); // resolved
        asked.version = 2;
        QVERIFY(s.f.apply({entity("conversation", asked)}).hasValue());
        QTRY_COMPARE(s.model.itemAt(0).wants, QString());
    }

    void nothingMovesWhileItIsHeld()
    {
        ShownLeads s;
        s.fill(8);
        s.begin();
        s.model.setFrozen(true);
        QSignalSpy moved {&s.model, &QAbstractItemModel::rowsMoved};
        QSignalSpy inserted {&s.model, &QAbstractItemModel::rowsInserted};
        QSignalSpy changed {&s.model, &QAbstractItemModel::dataChanged};
        s.put({scored(3, 100, 2)}); // wants to the top
        QTRY_COMPARE(s.model.waiting(), 1);
        QCOMPARE(s.order(), (Numbers {1, 2, 3, 4, 5}));
        QCOMPARE(s.model.itemAt(2).score, std::optional {100}); // it is shown where it stands
        QVERIFY(changed.size() > 0);
        s.put({scored(20, 98)}); // a new one pushes the last out
        QTRY_COMPARE(s.model.waiting(), 2);
        QCOMPARE(s.model.found(), 9); // numbers are no rows
        s.put({scored(4, 0, 2)}); // to the end: what came behind it fills the page
        QTRY_COMPARE(s.model.itemAt(3).score, std::optional {0});
        QVERIFY(moved.isEmpty() && inserted.isEmpty());
        s.model.settle();
        QTRY_COMPARE(s.order(), (Numbers {3, 1, 20, 2, 5}));
        QCOMPARE(s.model.waiting(), 0);
        QVERIFY(s.model.isFrozen());
        s.put({scored(5, 100, 2)});
        QTRY_COMPARE(s.model.waiting(), 1);
        s.model.setFrozen(false);
        QTRY_COMPARE(s.order(), (Numbers {5, 3, 1, 20, 2}));
    }

    void aPageGoesOnFromTheRowsThatAreShown()
    {
        ShownLeads s;
        s.fill(12);
        s.begin();
        s.model.setFrozen(true);
        s.put({scored(5, 1, 2)}); // the last row of the page will leave it
        QTRY_COMPARE(s.model.waiting(), 1);
        s.model.next();
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
    }

    /// Its first one writes, and passes nobody by that.
    void aPageBeginsWhereItBegan_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::newRow("followed") << false;
        QTest::newRow("held") << true;
    }
    void aPageBeginsWhereItBegan()
    {
        QFETCH(bool, frozen);
        ShownLeads s;
        s.fill(16);
        s.begin();
        s.model.next();
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
        s.model.setFrozen(frozen);
        Conversation c = conversation(6);
        c.lastAt = s.f.clock.now();
        QVERIFY(s.f.apply({entity("conversation", c)}).hasValue());
        QTRY_COMPARE(s.model.itemAt(0).conversation, conversationId(6));
        s.settle();
        QCOMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
        QCOMPARE(s.model.waiting(), 0);
        QCOMPARE(s.model.before(), 5);
        // What is told of it stays, whoever signs in.
        const auto said = s.model.itemAt(0).lastAt;
        s.ephemera.setSession(SessionPhase::SignedIn, user(2));
        QCOMPARE(s.model.itemAt(0).lastAt, said);
        s.model.previous();
        QTRY_COMPARE(s.order(), (Numbers {1, 2, 3, 4, 5}));
        s.model.next();
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
        // It goes to the top: the page begins with whoever stands there then.
        s.put({scored(6, 100, 2)});
        s.model.setFrozen(false);
        QTRY_COMPARE(s.order(), (Numbers {7, 8, 9, 10, 11}));
    }

    void aCacheThatWasRebuiltTurnsNobodysPage()
    {
        ShownLeads s;
        s.fill(12);
        s.begin();
        s.model.next();
        QTRY_COMPARE(s.model.before(), 5);
        s.model.setFrozen(true);
        QSignalSpy turned {&s.model, &LeadListModel::turned};
        Changes all;
        all.everything = true;
        Q_EMIT s.f.store->changed(all);
        QTRY_COMPARE(turned.size(), 1);
        QCOMPARE(s.order(), (Numbers {6, 7, 8, 9, 10}));
        QCOMPARE(s.model.before(), 5);
    }

    void aPageOfAnotherHeightKeepsItsBeginning()
    {
        ShownLeads s;
        s.fill(12);
        s.begin();
        s.model.next();
        QTRY_COMPARE(s.model.before(), 5);
        s.model.setPageRows(3);
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8}));
        s.model.setFrozen(true);
        s.model.setPageRows(6); // the person's own act, though the table is in use
        QTRY_COMPARE(s.order(), (Numbers {6, 7, 8, 9, 10, 11}));
    }

    /// Random changes: a table that follows is the one that is read anew.
    void whatFollowsIsWhatIsReadAnew()
    {
        std::mt19937 random {11};
        ShownLeads s;
        s.fill(20);
        s.begin(7);
        for (int step = 2; step < 60; ++step) {
            s.model.setFrozen(random() % 3 == 0);
            const int n = 1 + int(random() % 24);
            if (random() % 6 == 0) {
                Entity gone;
                gone.kind = "lead";
                gone.id = leadId(n).value;
                gone.deleted = true;
                QVERIFY(s.f.apply({gone}).hasValue());
            } else {
                s.put({scored(n, int(random() % 101), step)});
            }
        }
        s.model.setFrozen(false);
        s.settle();
        const auto anew = s.f.read([](CacheReader &reader) { return reader.leads({}, {}, 7); }).value();
        Numbers numbers;
        for (const LeadRow &row : anew.rows)
            numbers.push_back(std::stoi(row.lead.id.value.substr(24)));
        QTRY_COMPARE(s.order(), numbers);
        QCOMPARE(s.model.found(), anew.found);
    }

    void aRecordFollowsItsLeadAndItsConversations()
    {
        ShownLeads s;
        s.fill(2);
        LeadRecord record {*s.f.store};
        record.setLive(true);
        record.setLead(leadId(1));
        QTRY_VERIFY(record.row());
        QVERIFY(record.row()->conversation.empty());
        QVERIFY(s.f.apply({entity("conversation", conversation(1))}).hasValue());
        QTRY_COMPARE(record.row()->conversation, conversationId(1));
        QCOMPARE(record.history().starts.size(), 1u);
        record.setLead(leadId(77));
        QTRY_VERIFY(record.isRead());
        QVERIFY(!record.row());
    }
};

FOREDECK_QT_TEST(LeadListTest)
#include "leadlisttest.moc"
