#include "tests/qt/testclasses.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"

#include "models/sqlite/database.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/labelpicker.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Labels of a conversation: found, written anew, put on and taken off.
class LabelTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    LabelPicker *picker() const { return inbox()->labels(); }
    void type(const QString &words) { QTest::keyClicks(picker()->field(), words); }
    void press(Qt::Key key)
    {
        QTest::keyClick(picker()->field(), key);
        m_desk->settle();
    }
    QStringList offered() const
    {
        QStringList all;
        for (int i = 0; i < picker()->list()->model()->rowCount(); ++i)
            all << picker()->list()->model()->index(i, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    }
    std::vector<std::string> stored() { return m_desk->store.read([](CacheReader &reader) { return reader.conversation(TestDesk::elena()); }).value().labels; }
    /// To whoever does not see it.
    QString told() const
    {
        const auto labels = picker()->findChildren<TextLabel *>();
        const auto foot = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->property("announces").toBool(); });
        return foot == labels.end() ? QString() : (*foot)->accessibleName();
    }
    QStringList chips() const
    {
        QStringList words;
        for (const Chip *chip : inbox()->panel()->findChildren<Chip *>())
            words << chip->text();
        return words;
    }
    std::vector<Op> acts()
    {
        auto ops = m_desk->store.outbox();
        std::erase_if(ops, [](const Op &op) { return !(op.kind == OpKind::Labels); });
        return ops;
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        open(TestDesk::elena());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_L);
        m_desk->settle();
    }
    void cleanup() { end(); }

    void theKeyAsksAndANewOneIsPutOn()
    {
        QVERIFY(picker() && picker()->isOpen() && picker()->field()->hasFocus());
        type(QStringLiteral("  van too  high "));
        QCOMPARE(offered(), QStringList {QStringLiteral("New label “van too high”")});
        press(Qt::Key_Return);
        QVERIFY(picker()->isOpen()); // for the next one
        QTRY_COMPARE(stored(), std::vector<std::string> {"van too high"});
        QCOMPARE(acts().size(), std::size_t(1));
        QCOMPARE(acts().front().body, std::string(R"({"add":["van too high"],"remove":[]})"));
        QVERIFY(acts().front().conversation == TestDesk::elena());
        QCOMPARE(offered(), QStringList {QStringLiteral("van too high, on")});
        keep(QStringLiteral("labels-light"));
        press(Qt::Key_Escape);
        QVERIFY(!picker()->isOpen());
        QVERIFY(chips().contains(QStringLiteral("van too high")));
    }

    void whatIsOnIsTakenOffAndCanBePutOnAgain()
    {
        type(QStringLiteral("vip"));
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), std::vector<std::string> {"vip"});
        type(QStringLiteral("VI"));
        QCOMPARE(offered().constFirst(), QStringLiteral("vip, on"));
        press(Qt::Key_Return);
        QTRY_VERIFY(stored().empty());
        QCOMPARE(acts().back().body, std::string(R"({"add":[],"remove":["vip"]})"));
        QCOMPARE(offered(), QStringList {QStringLiteral("vip, off")});
    }

    void thoseInUseAreOfferedByAFewLetters()
    {
        press(Qt::Key_Escape);
        Conversation other = conversation(40);
        other.lead = leadId(2);
        other.labels = {"pool", "late"};
        QVERIFY(m_desk->store.apply({entity("conversation", other)}).hasValue());
        m_desk->settle();
        QTest::keyClick(list(), Qt::Key_L);
        m_desk->settle();
        QTRY_COMPARE(offered().size(), 2);
        type(QStringLiteral("lt"));
        QCOMPARE(offered().constFirst(), QStringLiteral("late, off"));
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), std::vector<std::string> {"late"});
        QCOMPARE(told(), QStringLiteral("late, on"));
        press(Qt::Key_Down);
        QCOMPARE(told(), QStringLiteral("pool, off"));
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), (std::vector<std::string> {"late", "pool"}));
        QCOMPARE(told(), QStringLiteral("pool, on"));
    }

    void amongThousandsTheOneThatIsTypedIsFound()
    {
        press(Qt::Key_Escape);
        std::vector<Entity> entities;
        for (int i = 0; i < 100; ++i) {
            Conversation other = conversation(100 + i);
            other.lead = leadId(2);
            for (int label = 0; label < 20; ++label)
                other.labels.push_back("label " + std::to_string(20 * i + label));
            entities.push_back(entity("conversation", other));
        }
        QVERIFY(m_desk->store.apply(entities).hasValue());
        m_desk->settle();
        QTest::keyClick(list(), Qt::Key_L);
        m_desk->settle();
        QTRY_COMPARE(picker()->list()->model()->rowCount(), 2000);
        type(QStringLiteral("LABEL 1999"));
        QCOMPARE(offered().constFirst(), QStringLiteral("label 1999, off"));
    }

    void rowsStayUnderThePointerAndADoubleClickIsOneAct()
    {
        press(Qt::Key_Escape);
        Conversation other = conversation(40);
        other.lead = leadId(2);
        other.labels = {"pool", "late", "vip", "group"};
        QVERIFY(m_desk->store.apply({entity("conversation", other)}).hasValue());
        m_desk->settle();
        QTest::keyClick(list(), Qt::Key_L);
        m_desk->settle();
        QTRY_COMPARE(offered().size(), 4);
        const QString third = picker()->list()->model()->index(2, 0).data().toString();
        QWidget *rows = picker()->list()->viewport();
        const QPoint at = picker()->list()->visualRect(picker()->list()->model()->index(2, 0)).center();
        QTest::mouseClick(rows, Qt::LeftButton, {}, at);
        QMouseEvent again(QEvent::MouseButtonDblClick, at, rows->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(rows, &again);
        QTest::mouseRelease(rows, Qt::LeftButton, {}, at);
        m_desk->settle();
        QTRY_COMPARE(stored(), std::vector<std::string> {third.toStdString()});
        QCOMPARE(acts().size(), std::size_t(1));
        QCOMPARE(offered().at(2), third + QStringLiteral(", on"));
        // Seen and taken back at the same place, with letters typed, too.
        type(third.left(2));
        const QStringList fitting = offered();
        const auto row = fitting.indexOf(third + QStringLiteral(", on"));
        QVERIFY(row >= 0);
        QTest::mouseClick(rows, Qt::LeftButton, {}, picker()->list()->visualRect(picker()->list()->model()->index(int(row), 0)).center());
        m_desk->settle();
        QTRY_VERIFY(stored().empty());
        QCOMPARE(offered().at(row), third + QStringLiteral(", off"));
        QCOMPARE(offered().size(), fitting.size());
    }

    void whatTheArrowsChoseStaysChosen()
    {
        type(QStringLiteral("late"));
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), std::vector<std::string> {"late"});
        type(QStringLiteral("lat"));
        press(Qt::Key_Down);
        QCOMPARE(picker()->list()->currentIndex().data().toString(), QStringLiteral("New label “lat”"));
        picker()->setLabels({QStringLiteral("late"), QStringLiteral("flat")}); // somebody else has put it on
        QCOMPARE(picker()->list()->currentIndex().data().toString(), QStringLiteral("New label “lat”"));
    }

    void whatTheDiskRefusesIsShownAsItIs()
    {
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        expectedWarning = QStringLiteral("not saved");
        type(QStringLiteral("vip"));
        QTest::keyClick(picker()->field(), Qt::Key_Return);
        QCOMPARE(offered(), QStringList {QStringLiteral("vip, on")});
        QTRY_COMPARE_WITH_TIMEOUT(offered(), QStringList {QStringLiteral("vip, off")}, 20000);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QVERIFY(!failed.empty());
        press(Qt::Key_Return); // the same once more puts it on
        QTRY_COMPARE(stored(), std::vector<std::string> {"vip"});
        QCOMPARE(offered(), QStringList {QStringLiteral("vip, on")});
    }

    void thereIsAnEndToThem()
    {
        for (int i = 0; i < 21; ++i) {
            picker()->field()->setText(QStringLiteral("label %1").arg(i));
            press(Qt::Key_Return);
        }
        QTRY_COMPARE(stored().size(), std::size_t(20));
        QCOMPARE(acts().size(), std::size_t(20));
        QVERIFY(says(QStringLiteral("at most 20")));
        QVERIFY(told().contains(QStringLiteral("at most 20")));
    }

    void anotherConversationIsNotLabelledInItsPlace()
    {
        type(QStringLiteral("vip"));
        inbox()->open(TestDesk::marcus());
        QTest::keyClick(picker()->field(), Qt::Key_Return); // before the other one is here
        m_desk->settle();
        QTRY_VERIFY(!picker()->isOpen());
        const auto placed = acts();
        QVERIFY(std::all_of(placed.begin(), placed.end(), [](const Op &op) { return op.conversation == TestDesk::elena(); }));
        QVERIFY(m_desk->store.read([](CacheReader &reader) { return reader.conversation(TestDesk::marcus()); }).value().labels.empty());
    }

    void whoMayOnlyReadIsNotAsked()
    {
        press(Qt::Key_Escape);
        User viewer = user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        m_desk->settle();
        QVERIFY(m_window->commands().reason(QStringLiteral("conversation.labels")).contains(QStringLiteral("only read")));
    }
};

FOREDECK_QT_TEST(LabelTest)
#include "labeltest.moc"
