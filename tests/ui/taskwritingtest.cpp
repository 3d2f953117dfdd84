#include "tests/qt/testclasses.h"
#include "tests/ui/tasksfixture.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;
using namespace std::chrono_literals;

/// What is typed of a task, when it is made, changed and closed: what becomes of the words.
class TaskWritingTest final : public QObject, private TasksFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    void oneIsMadeWithKeysAlone()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        keep(QStringLiteral("task-new-light"));
        QLineEdit *text = dialog->textField();
        QTRY_VERIFY(text->hasFocus());
        dialog->findChild<Segment *>()->setCurrent(1);
        QTest::keyClicks(text, QStringLiteral("Flowers by noon"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
        QVERIFY(ops().front().conversation == TestDesk::elena());
        QVERIFY(ops().front().body.find("\"promise\"") != std::string::npos);
        QVERIFY(ops().front().body.find(userId(1).value) != std::string::npos); // who makes it does it
        QTRY_VERIFY(says(QStringLiteral("Flowers by noon")));
        QVERIFY(says(QStringLiteral("not sent yet")));
        QVERIFY(says(QStringLiteral("due ")));
        keep(QStringLiteral("tasks-light"));
        m_themes.setAppearance(Appearance::Dark);
        m_desk->settle();
        keep(QStringLiteral("tasks-dark"));
        m_themes.setAppearance(Appearance::Light);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        keep(QStringLiteral("tasks-rtl"));
    }

    void whatMakesNoTaskStaysInItsBox()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        QLineEdit *text = dialog->textField();
        dialog->findChild<Segment *>()->setCurrent(2);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("Say what is to be done.")));
        QTest::keyClicks(text, QStringLiteral("The barrier"));
        auto *day = dialog->findChild<QDateEdit *>();
        auto *time = dialog->findChild<TimeField *>();
        time->setText(QStringLiteral("25:99"));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("This is no time.")));
        time->setText(QStringLiteral("0:01"));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("This is past already.")));
        QTest::keyClick(time, Qt::Key_Escape);
        QVERIFY(!dialog->isOpen() && ops().empty());
        QCOMPARE(asked(), dialog); // what was typed is still there
        QCOMPARE(text->text(), QStringLiteral("The barrier"));
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_desk->store.clock.now()));
        day->setDate(now.date().addDays(2));
        time->setText(QStringLiteral("830"));
        dialog->findChild<QComboBox *>()->setCurrentIndex(0);
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
        QTRY_VERIFY(tasks().size() == 1);
        QVERIFY(tasks().front().task.due == fromMs(QDateTime(now.date().addDays(2), QTime(8, 30)).toMSecsSinceEpoch()));
        QVERIFY(tasks().front().task.owner.user.empty());
        QTRY_VERIFY(says(QStringLiteral("nobody yet")));
        asked();
        QVERIFY(text->text().isEmpty()); // what was taken is gone
    }

    /// Such as the one that has chosen it in the palette.
    void anEnterThatIsStillHeldMakesNoTask()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        for (int i = 0; i < 3; ++i)
            QTest::simulateEvent(dialog->textField(), true, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
        m_desk->settle();
        QVERIFY(dialog->isOpen() && ops().empty());
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
    }

    void whatIsTypedOutlivesTheWindow()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        QLineEdit *text = dialog->textField();
        QTest::keyClicks(text, QStringLiteral("The barrier"));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!dialog->isOpen());
        m_desk->settle();
        const auto kept = [this] { return this->kept(newTaskJournalId(TestDesk::elena())); };
        QTRY_COMPARE(kept(), std::string {"The barrier"});
        m_window.reset();
        show({1440, 900});
        open(TestDesk::elena());
        dialog = asked();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->textField()->text(), QStringLiteral("The barrier"));
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
        QTRY_VERIFY(kept().empty()); // it went with the act
        open(conversationId(1));
        QCOMPARE(asked(), dialog);
        QVERIFY(dialog->textField()->text().isEmpty()); // each conversation has its own
    }

    void whatIsTypedIsKeptForWhoeverGoes()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->textField(), QStringLiteral("The barrier")); // the journal has not answered yet
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        m_desk->store.signIn(2);
        User tomas = user(2);
        tomas.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, tomas);
        m_desk->settle();
        m_desk->store.signIn(1);
        QCOMPARE(kept(newTaskJournalId(TestDesk::elena())), std::string {"The barrier"});
    }

    void whoHasGoneOnToAnotherPageIsNotAsked()
    {
        inbox()->open(conversationId(40)); // not kept here yet
        inbox()->askTask({});
        m_window->showPlace(QStringLiteral("dashboard"));
        m_desk->settle();
        Conversation late = conversation(40);
        late.lead = leadId(2);
        QVERIFY(m_desk->store.apply({entity("conversation", late)}).hasValue());
        m_desk->settle();
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(!dialog || !dialog->isOpen());
    }

    void whatTheServerRefusedIsAskedForAgainAsItWas()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        dialog->findChild<Segment *>()->setCurrent(1);
        QTest::keyClicks(dialog->textField(), QStringLiteral("Flowers by noon"));
        const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(m_desk->store.clock.now())).date().addDays(2);
        dialog->findChild<QDateEdit *>()->setDate(day);
        dialog->findChild<TimeField *>()->setText(QStringLiteral("830"));
        dialog->findChild<QComboBox *>()->setCurrentIndex(0); // nobody yet
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
        const OpId op = ops().front().id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 400, {}, R"({"title":"Bad Request","detail":"text: is not liked"})").hasValue());
        m_desk->settle();
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Edit")));
        button(QStringLiteral("Edit"))->click();
        m_desk->settle();
        QTRY_VERIFY(dialog->isOpen());
        QTRY_COMPARE(dialog->textField()->text(), QStringLiteral("Flowers by noon"));
        QCOMPARE(dialog->findChild<Segment *>()->current(), 1);
        QCOMPARE(dialog->findChild<QDateEdit *>()->date(), day);
        QCOMPARE(dialog->findChild<TimeField *>()->text(), QStringLiteral("08:30"));
        QCOMPARE(dialog->findChild<QComboBox *>()->currentIndex(), 0);
    }

    /// It is on its way again: asked for once more, it would be made twice.
    void whatCannotBeTakenBackIsNotAskedForAgain()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->textField(), QStringLiteral("Flowers by noon"));
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
        const OpId op = ops().front().id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 400, {}, R"({"title":"Bad Request","detail":"text: is not liked"})").hasValue());
        m_desk->settle();
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Edit")));
        Button *edit = button(QStringLiteral("Edit"));
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        QVERIFY(m_desk->store.write(&StoreWriter::retry, op).hasValue());
        m_desk->store.takeSendable();
        edit->click(); // it has just gone
        QTRY_COMPARE(failed.size(), 1);
        m_desk->settle();
        QVERIFY(!dialog->isOpen());
    }

    void aTimeOnAnotherClockSaysOnWhose()
    {
        Location place = m_desk->store.read([](CacheReader &reader) { return reader.locations(clientId(1)); }).value().front();
        place.hours.zone = "Pacific/Marquesas"; // half past nine hours behind: hardly anybody's
        ++place.version;
        QVERIFY(m_desk->store.apply({entity("location", place)}).hasValue());
        m_desk->settle();
        QVERIFY(asked());
        QVERIFY(says(QStringLiteral("In the time zone %1.").arg(QString::fromLatin1(desktopZone().id()))));
    }

    void theKeyIsALetterWhereSomethingIsTyped()
    {
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("p"));
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(!dialog || !dialog->isOpen());
    }

    void aChangeTellsOnlyWhatDiffers()
    {
        put(1, "Ring the kitchen", 40min);
        QTRY_VERIFY(reasonOf("task.change").isEmpty());
        trigger("task.change");
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QLineEdit *text = dialog->textField();
        QCOMPARE(text->text(), QStringLiteral("Ring the kitchen"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        m_desk->settle();
        QVERIFY(ops().empty()); // nothing differs
        trigger("task.change");
        text->setText(QStringLiteral("Ring the cook"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskUpdate});
        QCOMPARE(ops().front().body, std::string {R"({"text":"Ring the cook"})"});
    }

    void whatIsLateIsChangedWithoutBeingPutOff()
    {
        put(1, "Ring the kitchen", -6min); // at forty seconds past a minute, as nearly all that the assistant promises
        QTRY_VERIFY(reasonOf("task.change").isEmpty());
        trigger("task.change");
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        dialog->textField()->setText(QStringLiteral("Ring the cook"));
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskUpdate});
        QCOMPARE(ops().front().body, std::string {R"({"text":"Ring the cook"})"});
    }

    void whoHasItAndMayAnswerNoMoreKeepsIt()
    {
        put(1, "Ring the kitchen", 40min, [](Task &task) { task.owner = {ActorKind::User, userId(7), "Pia Roth"}; }); // nobody here knows her any more
        QTRY_VERIFY(reasonOf("task.change").isEmpty());
        trigger("task.change");
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QCOMPARE(dialog->findChild<QComboBox *>()->currentText(), QStringLiteral("Pia Roth"));
        dialog->textField()->setText(QStringLiteral("Ring the cook"));
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskUpdate});
        QCOMPARE(ops().front().body, std::string {R"({"text":"Ring the cook"})"});
        QVERIFY(ops().front().expect.find("owner_id") == std::string::npos);
    }

    void whatThisConsoleDoesNotKnowIsLeftAsItCame()
    {
        put(1, "Ring\u202E the kitchen ", 40min, [](Task &task) { task.kind = Open<TaskKind>::fromText("errand"); });
        QTRY_VERIFY(reasonOf("task.change").isEmpty());
        trigger("task.change");
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        dialog->findChild<QComboBox *>()->setCurrentIndex(1); // You
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskUpdate});
        QCOMPARE(ops().front().body, R"({"owner_id":")" + userId(1).value + R"("})");
    }

    void aNewOneThatTheDiskRefusesIsThereAgain()
    {
        TaskDialog *dialog = asked();
        QVERIFY(dialog);
        m_desk->settle();
        QLineEdit *text = dialog->textField();
        QTest::keyClicks(text, QStringLiteral("Ask about nuts"));
        inbox()->flush();
        m_desk->settle();
        dialog->findChild<Segment *>()->setCurrent(2);
        refuse([&] { QTest::keyClick(text, Qt::Key_Return); });
        QTRY_VERIFY(dialog->isOpen());
        QCOMPARE(text->text(), QStringLiteral("Ask about nuts"));
        QCOMPARE(dialog->findChild<Segment *>()->current(), 2);
        QTest::keyClick(text, Qt::Key_Escape);
        QCOMPARE(asked(), dialog);
        QCOMPARE(text->text(), QStringLiteral("Ask about nuts"));
        m_desk->settle();
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskCreate});
        QTRY_COMPARE(kept(newTaskJournalId(TestDesk::elena())), std::string {});
    }

    void aRefusedChangeComesBackAsItWasOnceNothingElseIsAsked()
    {
        put(1, "Ring the kitchen", 5min);
        put(2, "Flowers by noon", 40min);
        QTRY_VERIFY(section()->line(taskId(2)) && reasonOf("task.change").isEmpty());
        trigger("task.change");
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QLineEdit *text = dialog->textField();
        QTest::keyClicks(text, QStringLiteral(" now"));
        inbox()->flush();
        m_desk->settle();
        refuse([&] {
            QTest::keyClick(text, Qt::Key_Return);
            Q_EMIT section()->menuWanted(taskId(2), {});
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->actions().constFirst()->trigger();
            menu->close();
            QCOMPARE(text->text(), QStringLiteral("Flowers by noon"));
        });
        QVERIFY(dialog->isOpen());
        QCOMPARE(text->text(), QStringLiteral("Flowers by noon")); // nothing is put under somebody's hands
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_COMPARE(text->text(), QStringLiteral("Ring the kitchen now"));
        QVERIFY(dialog->isOpen());
        m_desk->settle();
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskUpdate});
        QCOMPARE(ops().front().target, taskId(1).value);
        QCOMPARE(ops().front().body, std::string {R"({"text":"Ring the kitchen now"})"});
    }

    void whatCameOfOneOutlivesItsBoxAndTheWindow()
    {
        put(1, "Ring the kitchen", 5min);
        QTRY_VERIFY(reasonOf("task.done").isEmpty());
        trigger("task.done");
        auto *dialog = m_window->findChild<OutcomeDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QTest::keyClicks(dialog->textField(), QStringLiteral("Reached her"));
        QTest::mouseClick(dialog, Qt::LeftButton, {}, {5, 5}); // beside the box
        QVERIFY(!dialog->isOpen());
        trigger("task.change");
        auto *change = m_window->findChild<TaskDialog *>();
        QVERIFY(change && change->isOpen());
        QTest::keyClicks(change->textField(), QStringLiteral(" now"));
        QTest::keyClick(change->textField(), Qt::Key_Escape);
        m_desk->settle();
        m_window.reset();
        show({1440, 900});
        open(TestDesk::elena());
        QTRY_VERIFY(reasonOf("task.done").isEmpty());
        trigger("task.change");
        change = m_window->findChild<TaskDialog *>();
        QVERIFY(change && change->isOpen());
        QTRY_COMPARE(change->textField()->text(), QStringLiteral("Ring the kitchen now"));
        QTest::keyClick(change->textField(), Qt::Key_Escape);
        trigger("task.done");
        dialog = m_window->findChild<OutcomeDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QTRY_COMPARE(dialog->textField()->text(), QStringLiteral("Reached her"));
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TaskDone});
        QCOMPARE(ops().front().body, std::string {R"({"outcome":"Reached her"})"});
        QTRY_COMPARE(kept(taskOutcomeJournalId(taskId(1))), std::string {}); // it went with the act
    }

private:
    TaskDialog *asked()
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_P);
        auto *dialog = m_window->findChild<TaskDialog *>();
        return dialog && dialog->isOpen() ? dialog : nullptr;
    }
    std::string kept(const ConversationId &journal) const
    {
        return m_desk->store.read([&](CacheReader &reader) { return reader.draft(journal); }).value().task;
    }
};

FOREDECK_QT_TEST(TaskWritingTest)
#include "taskwritingtest.moc"
