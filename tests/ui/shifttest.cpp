#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/shiftdialog.h"
#include "ui/shell/shiftlist.h"
#include "ui/shell/shiftnotedialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>

#include <set>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;
using namespace std::chrono_literals;

/// What is open goes from one shift to the next by one act, is held out until it was read, and says what has become of it.
class ShiftTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
        promise();
        show({1440, 900});
        open(TestDesk::elena());
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    void theSheetListsWhatIsOpenAndOneActTellsIt()
    {
        trigger("desk.shift");
        QVERIFY(dialog() && dialog()->isOpen());
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        QCOMPARE(dialog()->client()->currentIndex(), placeOf(clientId())); // whose customer is open
        QTRY_VERIFY(says(QStringLiteral("Promise, Flowers by noon")));
        QVERIFY(says(QStringLiteral("In my hands")));
        QTRY_VERIFY(edit()->hasFocus());
        QTest::keyClicks(edit(), QStringLiteral("The boiler man comes at six"));
        keep(QStringLiteral("shift-light"));
        dialog()->handOver()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QVERIFY(ops().front().kind == OpKind::ShiftNoteCreate && ops().front().client == clientId());
        QVERIFY(ops().front().body.find("The boiler man") != std::string::npos && ops().front().body.find("Flowers by noon") != std::string::npos);
        QVERIFY(!dialog()->isOpen());
        QVERIFY(!says(QStringLiteral("Shift note of"))); // its author knows
        trigger("desk.shift_notes");
        QTRY_VERIFY(says(QStringLiteral("Not sent yet: nobody else sees it.")));
        QVERIFY(says(QStringLiteral("The boiler man comes at six")) && !reading()->acknowledge()->isVisible());
        reading()->close();
        trigger("desk.shift");
        QVERIFY(edit()->toPlainText().isEmpty());
    }

    void whoeverComesSeesItUntilTheyHaveReadIt()
    {
        give(note(1, m_desk->store.clock.now() - 5min));
        QTRY_VERIFY(says(QStringLiteral("Shift note of Ana,")));
        QVERIFY(says(QStringLiteral("1 promise")));
        keep(QStringLiteral("shift-strip-light"));
        trigger("desk.shift_notes");
        QVERIFY(reading() && reading()->isOpen());
        QVERIFY(says(QStringLiteral("Keys are in the drawer")));
        QTRY_VERIFY(says(QStringLiteral("still open")));
        keep(QStringLiteral("shift-note-light"));
        m_themes.setAppearance(Appearance::Dark);
        m_desk->settle();
        keep(QStringLiteral("shift-note-dark"));
        reading()->acknowledge()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QVERIFY(ops().front().kind == OpKind::ShiftNoteAcknowledge);
        QCOMPARE(ops().front().target, ShiftNoteId {idText(14, 1)}.value);
        QTRY_VERIFY(!reading()->acknowledge()->isVisible());
        QVERIFY(reading()->isAncestorOf(QApplication::focusWidget()));
        reading()->close();
        QTRY_VERIFY(!says(QStringLiteral("Shift note of Ana,")));
    }

    void whatHasBecomeOfALineIsSaidAndItOpensItsConversation()
    {
        open(TestDesk::marcus());
        give(note(1, m_desk->store.clock.now() - 5min));
        trigger("desk.shift_notes");
        QTRY_VERIFY(says(QStringLiteral("still open")));
        Task done = task();
        done.version = 2;
        done.state = TaskState::Done;
        done.closedAt = m_desk->store.clock.now();
        done.closedBy = {ActorKind::User, userId(2), "Tomás Ibarra"};
        QVERIFY(m_desk->store.apply({entity("task", done)}).hasValue());
        QTRY_VERIFY(says(QStringLiteral("Tomás Ibarra")) && !says(QStringLiteral("still open")));
        Button *line = button(QStringLiteral("Elena Vásquez: Promise, Flowers by noon"));
        QVERIFY(line && line->accessibleName().contains(QStringLiteral("done")));
        line->click();
        QVERIFY(!reading()->isOpen());
        QTRY_COMPARE(inbox()->conversation(), TestDesk::elena());
    }

    void whatIsTypedStandsThereAgain()
    {
        trigger("desk.shift");
        QTRY_VERIFY(edit()->hasFocus());
        QTest::keyClicks(edit(), QStringLiteral("The boiler man"));
        dialog()->close();
        m_desk->settle();
        m_window.reset(); // another language, another start
        show({1440, 900});
        trigger("desk.shift");
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("The boiler man"));
        QVERIFY(m_window->close()); // and nobody is asked about it
    }

    void whatTheDiskRefusesComesBack()
    {
        trigger("desk.shift");
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        QTest::keyClicks(edit(), QStringLiteral("The boiler man"));
        m_desk->settle();
        refuse([&] { dialog()->handOver()->click(); });
        QTRY_VERIFY(dialog()->isOpen());
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("The boiler man"));
        QVERIFY(ops().empty());
    }

    void whatWasRefusedIsWrittenAnew()
    {
        trigger("desk.shift");
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        QTest::keyClicks(edit(), QStringLiteral("The boiler man"));
        dialog()->handOver()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(ops().front().id, 400, {}, R"({"detail":"bad"})").hasValue());
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Edit")));
        button(QStringLiteral("Edit"))->click();
        QTRY_VERIFY(dialog()->isOpen());
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("The boiler man"));
        QTRY_VERIFY(ops().empty());
    }

    void whatWasRefusedOfAllClientsIsWrittenAnewOnce()
    {
        Task other = task();
        other.id = TaskId {idText(13, 2)};
        other.client = clientId(3);
        other.conversation = TestDesk::greta();
        QVERIFY(m_desk->store.apply({entity("task", other)}).hasValue());
        trigger("desk.shift");
        dialog()->client()->setCurrentIndex(dialog()->client()->count() - 1);
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        QTest::keyClicks(edit(), QStringLiteral("Good night"));
        dialog()->handOver()->click();
        QTRY_COMPARE(ops().size(), std::size_t {2});
        m_desk->store.takeSendable();
        for (const Op &op : ops())
            QVERIFY(m_desk->store.answer(op.id, 400, {}, R"({"status":400,"detail":"bad"})").hasValue());
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Edit")));
        button(QStringLiteral("Edit"))->click();
        QTRY_VERIFY(dialog()->isOpen());
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("Good night"));
        QTRY_VERIFY(ops().empty());
        QCOMPARE(dialog()->client()->currentIndex(), dialog()->client()->count() - 1); // of those two again, and no third
        const auto chosen = dialog()->chosen();
        QCOMPARE(std::set<ClientId>(chosen.begin(), chosen.end()), (std::set {clientId(1), clientId(3)}));
    }

    void whoeverHasItIsToldNoSecondTime()
    {
        promiseToo(2, clientId(2), TestDesk::marcus());
        promiseToo(3, clientId(3), TestDesk::greta());
        writeToAll();
        dialog()->handOver()->click();
        QTRY_COMPARE(told(), (std::multiset {clientId(1), clientId(2), clientId(3)}));
        m_desk->store.takeSendable();
        for (const Op &op : ops())
            QVERIFY(m_desk->store.answer(op.id, op.client == clientId(1) ? 200 : 400, {}, op.client == clientId(1) ? "" : R"({"status":400,"detail":"bad"})").hasValue());
        promiseToo(4, clientId(4), foredeck::test::conversationId(3)); // who was never told
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        auto *rows = qobject_cast<QListView *>(m_window->findChild<OutboxPage *>()->panes().first());
        QTRY_VERIFY(rows->model()->rowCount() >= 2);
        for (int i = 0; i < rows->model()->rowCount() && !button(QStringLiteral("Edit")); ++i)
            rows->setCurrentIndex(rows->model()->index(i, 0));
        QVERIFY(button(QStringLiteral("Edit")));
        button(QStringLiteral("Edit"))->click();
        QTRY_VERIFY(dialog()->isOpen());
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("Good night"));
        QCOMPARE(dialog()->client()->currentText(), QStringLiteral("Those it was for (2)"));
        QTRY_COMPARE(told(), (std::multiset {clientId(1)}));
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        dialog()->handOver()->click();
        QTRY_COMPARE(told(), (std::multiset {clientId(1), clientId(2), clientId(3)}));
    }

    void ofSeveralWhatTheDiskRefusedComesBackForThose()
    {
        promiseToo(2, clientId(2), TestDesk::marcus());
        promiseToo(3, clientId(3), TestDesk::greta());
        writeToAll();
        refuse([&] { dialog()->handOver()->click(); }); // the first of three
        QTRY_COMPARE(told().size(), std::size_t {2});
        QTRY_VERIFY(dialog()->isOpen());
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("Good night"));
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        dialog()->handOver()->click();
        QTRY_COMPARE(told(), (std::multiset {clientId(1), clientId(2), clientId(3)}));
    }

    void whatComesBackStandsInFrontOfWhatIsTypedMeanwhile()
    {
        trigger("desk.shift");
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        edit()->setPlainText(QStringLiteral("The boiler man"));
        m_desk->settle();
        refuse([&] {
            dialog()->handOver()->click();
            m_window->commands().refresh();
            m_window->commands().action(QStringLiteral("desk.shift"))->trigger(); // before it has failed
            edit()->setPlainText(QStringLiteral("All well"));
        });
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("The boiler man\nAll well"));
        QVERIFY(dialog()->isOpen());
        QVERIFY(edit()->textCursor().atEnd()); // whoever types goes on
    }

    void whatComesBackIntoAnOpenSheetIsForWhomItWas()
    {
        promiseToo(3, clientId(3), TestDesk::greta());
        trigger("desk.shift");
        dialog()->client()->setCurrentIndex(placeOf(clientId(3)));
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        edit()->setPlainText(QStringLiteral("The boiler man"));
        m_desk->settle();
        refuse([&] {
            dialog()->handOver()->click();
            m_window->commands().refresh();
            m_window->commands().action(QStringLiteral("desk.shift"))->trigger(); // of the client in view
        });
        QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("The boiler man"));
        QTRY_COMPARE(dialog()->chosen(), std::vector {clientId(3)});
    }

    void nothingIsHandedOverWithoutAWord()
    {
        trigger("desk.shift");
        dialog()->client()->setCurrentIndex(placeOf(clientId(4)));
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        QVERIFY(says(QStringLiteral("Nothing is open here.")));
        dialog()->handOver()->click();
        QVERIFY(says(QStringLiteral("Say what whoever comes next should know.")));
        edit()->setPlainText(QString(int(mostShiftText) + 1, QLatin1Char('x')));
        dialog()->handOver()->click();
        QVERIFY(says(QStringLiteral("This is too long.")));
        QVERIFY(ops().empty() && dialog()->isOpen());
        edit()->setPlainText(QStringLiteral("All well"));
        dialog()->handOver()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QCOMPARE(ops().front().client, clientId(4));
    }

    void ofAllClientsThoseAreToldThatSomethingIsOpenWith()
    {
        Task other = task();
        other.id = TaskId {idText(13, 2)};
        other.client = clientId(3);
        other.conversation = TestDesk::greta();
        QVERIFY(m_desk->store.apply({entity("task", other)}).hasValue());
        trigger("desk.shift");
        dialog()->client()->setCurrentIndex(dialog()->client()->count() - 1);
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        edit()->setPlainText(QStringLiteral("Good night"));
        dialog()->handOver()->click();
        QTRY_COMPARE(ops().size(), std::size_t {2});
        std::set<ClientId> told;
        for (const Op &op : ops()) {
            told.insert(op.client);
            QVERIFY(op.body.find("Good night") != std::string::npos);
        }
        QCOMPARE(told, (std::set {clientId(1), clientId(3)}));
        trigger("desk.shift");
        QTRY_VERIFY(edit()->toPlainText().isEmpty());
    }

    void whatIsOldIsFoundAndHeldOutToNobody()
    {
        give(note(1, m_desk->store.clock.now() - shiftNoteIsNews - 1h));
        trigger("desk.shift_notes");
        QTRY_VERIFY(says(QStringLiteral("Keys are in the drawer")));
        QVERIFY(!reading()->acknowledge()->isVisible());
        reading()->close();
        QVERIFY(!says(QStringLiteral("Shift note of Ana,")));
    }

    void theEarlierOnesAreChosen()
    {
        ShiftNote early = note(1, m_desk->store.clock.now() - 9h);
        early.text = "The pool is cold";
        give(early);
        give(note(2, m_desk->store.clock.now() - 1h));
        QTRY_VERIFY(says(QStringLiteral("Shift note of Ana,")));
        trigger("desk.shift_notes");
        QCOMPARE(reading()->notes()->count(), 2);
        QVERIFY(says(QStringLiteral("Keys are in the drawer")));
        reading()->notes()->setCurrentIndex(1);
        QVERIFY(says(QStringLiteral("The pool is cold")) && reading()->acknowledge()->isVisible());
    }

    void whoMayOnlyReadReadsAndSaysSo()
    {
        User viewer = user();
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        give(note(1, m_desk->store.clock.now()));
        m_window->commands().refresh();
        QVERIFY(!m_window->commands().action(QStringLiteral("desk.shift"))->isEnabled());
        trigger("desk.shift_notes");
        QVERIFY(reading()->acknowledge()->isVisible());
        reading()->acknowledge()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
    }

    void inAllLooksAllOfItCanBeRead()
    {
        give(note(1, m_desk->store.clock.now() - 5min));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_themes.setTextPercent(200);
        m_window->resize(1024, 768);
        trigger("desk.shift_notes");
        QTRY_VERIFY(says(QStringLiteral("still open")));
        QVERIFY(reading()->rect().width() >= reading()->box()->width());
        keep(QStringLiteral("shift-note-200-rtl"));
        reading()->close();
        trigger("desk.shift");
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        QVERIFY(dialog()->rect().width() >= dialog()->box()->width());
        keep(QStringLiteral("shift-200-rtl"));
        m_themes.setTextPercent(100);
    }

private:
    ShiftDialog *dialog() const { return m_window->shift()->dialog(); }
    ShiftNoteDialog *reading() const { return m_window->shift()->reading(); }
    QPlainTextEdit *edit() const { return dialog()->edit()->edit(); }
    int placeOf(const ClientId &client) const
    {
        const auto clients = m_desk->store.read([](CacheReader &reader) { return reader.clients(); });
        for (const Client &one : clients.value()) {
            if (one.id == client)
                return dialog()->client()->findText(QString::fromStdString(one.name));
        }
        return -1;
    }
    std::vector<Op> ops()
    {
        std::vector<Op> acts;
        for (const Op &op : m_desk->store.outbox()) {
            if (op.kind == OpKind::ShiftNoteCreate || op.kind == OpKind::ShiftNoteAcknowledge)
                acts.push_back(op);
        }
        return acts;
    }
    /// Whom a note that was not taken back is for, once for each of them.
    std::multiset<ClientId> told()
    {
        std::multiset<ClientId> clients;
        for (const Op &op : ops())
            clients.insert(op.client);
        return clients;
    }
    void writeToAll()
    {
        trigger("desk.shift");
        dialog()->client()->setCurrentIndex(dialog()->client()->count() - 1);
        QTRY_VERIFY(dialog()->handOver()->isEnabled());
        edit()->setPlainText(QStringLiteral("Good night"));
        m_desk->settle();
    }
    void promiseToo(int n, const ClientId &client, const ConversationId &conversation)
    {
        Task one = task();
        one.id = TaskId {idText(13, n)};
        one.client = client;
        one.conversation = conversation;
        QVERIFY(m_desk->store.apply({entity("task", one)}).hasValue());
    }
    Task task() const
    {
        Task t;
        t.id = TaskId {idText(13, 1)};
        t.client = clientId();
        t.conversation = TestDesk::elena();
        t.kind = TaskKind::Promise;
        t.text = "Flowers by noon";
        t.owner = {ActorKind::User, userId(2), "Ana"};
        t.due = m_desk->store.clock.now() + 2h;
        return t;
    }
    void promise() { QVERIFY(m_desk->store.apply({entity("task", task())}).hasValue()); }
    ShiftNote note(int n, Timestamp at) const
    {
        ShiftNote one;
        one.id = ShiftNoteId {idText(14, n)};
        one.client = clientId();
        one.text = "Keys are in the drawer";
        one.author = {ActorKind::User, userId(2), "Ana"};
        one.writtenAt = one.createdAt = at;
        ShiftLine line;
        line.kind = ShiftLineKind::Task;
        line.conversation = TestDesk::elena();
        line.subject = task().id.value;
        line.what = "promise";
        line.name = "Elena Vásquez";
        line.text = "Flowers by noon";
        line.owner = "Ana";
        line.at = task().due;
        one.lines = {line};
        return one;
    }
    void give(const ShiftNote &one)
    {
        QVERIFY(m_desk->store.apply({entity("shift_note", one)}).hasValue());
        m_desk->settle();
    }
};

FOREDECK_QT_TEST(ShiftTest)
#include "shifttest.moc"
