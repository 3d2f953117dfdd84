#include "tests/qt/testclasses.h"
#include "tests/ui/tasksfixture.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QApplication>
#include <QMenu>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;
using namespace std::chrono_literals;

/// What somebody must do for a customer: where it is seen, and how it is closed.
class TasksTest final : public QObject, private TasksFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void whatIsLateIsToldInWords()
    {
        put(1, "Ring the kitchen", -6min);
        put(2, "Flowers by noon", 40min);
        QTRY_VERIFY(says(QStringLiteral("late by 6 min")) || says(QStringLiteral("late by 6") + QChar(0x00A0) + QStringLiteral("min")));
        TaskLine *late = section()->line(taskId(1));
        QVERIFY(late && late->accessibleName().contains(QStringLiteral("late by")));
        QVERIFY(late->accessibleName().contains(QStringLiteral("nobody yet")));
        QVERIFY(late->pos().y() < section()->line(taskId(2))->pos().y());
        keep(QStringLiteral("tasks-late-light"));
    }

    void twoThatSayTheSameAreToldApart()
    {
        put(1, "Ring the kitchen", 40min);
        put(2, "Ring the kitchen", 40min);
        QTRY_VERIFY(section()->line(taskId(1)) && section()->line(taskId(2)));
        const TaskLine *one = section()->line(taskId(1));
        const TaskLine *two = section()->line(taskId(2));
        QVERIFY(one->doneButton()->accessibleName() != two->doneButton()->accessibleName());
        QVERIFY(one->moreButton()->accessibleName() != two->moreButton()->accessibleName());
        QVERIFY2(!one->accessibleName().contains(QStringLiteral("(2)")), "the first keeps its name");
    }

    void tabGoesThroughThemAsTheyStand()
    {
        put(2, "Flowers by noon", 40min);
        QTRY_VERIFY(section()->line(taskId(2)));
        put(1, "Ring the kitchen", 5min); // due before
        QTRY_VERIFY(section()->line(taskId(1)));
        m_desk->settle();
        QVERIFY(section()->line(taskId(1))->pos().y() < section()->line(taskId(2))->pos().y());
        section()->line(taskId(1))->doneButton()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(section()->line(taskId(1))->moreButton()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(section()->line(taskId(2))->doneButton()));
    }

    void oneIsDoneWithWhatCameOfIt()
    {
        put(1, "Ring the kitchen", -6min);
        QTRY_VERIFY(section()->line(taskId(1)));
        section()->line(taskId(1))->doneButton()->click();
        auto *dialog = m_window->findChild<OutcomeDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QVERIFY(says(QStringLiteral("Ring the kitchen")));
        keep(QStringLiteral("task-done-light"));
        auto *outcome = dialog->findChild<QLineEdit *>();
        QTRY_VERIFY(outcome->hasFocus());
        QTest::keyClicks(outcome, QStringLiteral("No nuts in it"));
        QTest::keyClick(outcome, Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskDone});
        QCOMPARE(ops().front().target, taskId(1).value);
        QTRY_VERIFY(tasks().front().task.state == TaskState::Done);
        QTRY_VERIFY(!section()->line(taskId(1))->doneButton()->isVisible());
        // Taken back from its menu.
        Q_EMIT section()->menuWanted(taskId(1), {});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("Open it again"));
        menu->actions().constFirst()->trigger();
        menu->close();
        QTRY_COMPARE(kinds(), (std::vector {OpKind::TaskDone, OpKind::TaskReopen}));
        QTRY_VERIFY(isOpen(tasks().front().task));
    }

    void thePaletteActsOnTheOneThatIsDueFirst()
    {
        QVERIFY(!reasonOf("task.done").isEmpty());
        put(2, "Flowers by noon", 40min);
        put(1, "Ring the kitchen", 5min);
        QTRY_VERIFY(reasonOf("task.drop").isEmpty());
        trigger("task.drop");
        auto *dialog = m_window->findChild<OutcomeDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QVERIFY(says(QStringLiteral("Ring the kitchen")));
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskDrop});
        QCOMPARE(ops().front().target, taskId(1).value);
        QTRY_VERIFY(!section()->line(taskId(1))->doneButton()->isVisible());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_D);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("Flowers by noon"))); // the next one
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Escape);
        trigger("task.show");
        QTRY_VERIFY(section()->isAncestorOf(QApplication::focusWidget()));
    }

    void whatIsDueHasAViewAndAnHourBeforeItsRowTells()
    {
        mark(20min, false);
        QTRY_VERIFY(rowSays(QStringLiteral("call back in 20")));
        trigger("goto.due");
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        QVERIFY(says(QStringLiteral("Nothing is due")));
        mark(-1min, true);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(rowSays(QStringLiteral("call back, late by")));
        keep(QStringLiteral("due-light"));
    }

    void theSummaryStandsOnTop()
    {
        mark(20min, false);
        QTRY_VERIFY(says(QStringLiteral("Summary")));
        QVERIFY(says(QStringLiteral("A place for a 2.3 m van")));
        QVERIFY(says(QStringLiteral("Does it fit?")));
        QVERIFY(says(QStringLiteral("Call back, due ")));
        keep(QStringLiteral("summary-light"));
    }

private:
    /// Elena's conversation, newer than it was, with a call back and a summary.
    void mark(std::chrono::minutes ahead, bool isDue)
    {
        Conversation c = conversation(2);
        c.owner = {OwnerKind::User, userId(1), "Nadia Brandt"};
        c.language = "en";
        c.lastPosition = c.lastPublicPosition = 7;
        c.lastAt = m_desk->store.clock.now();
        c.lastMessage = {messageId(207), MessageRole::Staff, "Nadia Brandt", "Let me look.", 7, DeliveryState::Sent, c.lastAt};
        c.version = ++m_version;
        c.task = TaskMark {taskId(9), TaskKind::CallBack, {}, c.lastAt + ahead, isDue};
        c.summary = {7, "A place for a 2.3 m van", {"Does it fit?"}, {{TaskKind::CallBack, {}, c.lastAt + ahead, TaskState::Open}}};
        QVERIFY(m_desk->store.apply({entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    bool rowSays(const QString &words) const
    {
        for (int i = 0; i < list()->model()->rowCount(); ++i) {
            QString said = list()->model()->index(i, 0).data(Qt::AccessibleTextRole).toString();
            if (said.replace(QChar(0x00A0), QLatin1Char(' ')).contains(words))
                return true;
        }
        return false;
    }

    std::int64_t m_version = 100;
};

FOREDECK_QT_TEST(TasksTest)
#include "taskstest.moc"
