#include "tests/ui/windowfixture.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/labelpicker.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/glyphlabel.h"

#include <QLineEdit>
#include <QListView>

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
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), (std::vector<std::string> {"late", "pool"}));
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
    }

    void anotherConversationIsNotLabelledInItsPlace()
    {
        inbox()->open(TestDesk::marcus());
        m_desk->settle();
        QTRY_VERIFY(!picker()->isOpen());
        QVERIFY(acts().empty());
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

QTEST_MAIN(LabelTest)
#include "labeltest.moc"
