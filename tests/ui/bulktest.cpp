#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/bulkpreview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/labelpicker.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/selectionbar.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/toast.h"

#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Many conversations at once, and one that is given to somebody.
class BulkTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    InboxBulk *bulk() const { return inbox()->bulk(); }
    BulkPreview *preview() const { return bulk()->preview(); }
    SelectionBar *bar() const { return inbox()->list()->bar(); }
    QAbstractItemModel *model() const { return list()->model(); }
    QString spoken(int row) const { return model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(list(), code, modifiers);
        m_desk->settle();
    }
    void current(int row)
    {
        list()->setFocus();
        list()->setCurrentIndex(model()->index(row, 0));
        m_desk->settle();
    }
    QString reason(const char *id) const { return m_window->commands().reason(QLatin1StringView(id)); }
    /// What was done; reading and typing aside.
    std::vector<OpKind> kinds()
    {
        std::vector<OpKind> all;
        for (const Op &op : m_desk->store.outbox()) {
            if (!isQuiet(op.kind.value()))
                all.push_back(op.kind.value());
        }
        return all;
    }
    int count(OpKind kind)
    {
        const auto all = kinds();
        return static_cast<int>(std::count(all.begin(), all.end(), kind));
    }
    ConversationRow stored(const ConversationId &id)
    {
        return m_desk->store.read([id](CacheReader &reader) { return reader.conversation(id); }).value();
    }
    /// The preview of an act on what is selected.
    void asked(Qt::Key code)
    {
        key(code);
        QTRY_VERIFY(preview() && preview()->isOpen());
    }
    void enter()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!preview()->isOpen());
        m_desk->settle();
    }
    QMenu *popup() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        open(TestDesk::elena());
        trigger("goto.all");
        QTRY_COMPARE(model()->rowCount(), 10);
        current(0);
    }
    void cleanup() { end(); }

    void theKeySelectsAndSaysSo()
    {
        key(Qt::Key_X);
        QCOMPARE(bulk()->picks().count(), 1);
        QVERIFY(spoken(0).startsWith(QStringLiteral("selected, Marcus")));
        QVERIFY(bar()->isVisible());
        QVERIFY(says(QStringLiteral("1 of 10 selected")));
        QCOMPARE(bar()->accessibleName(), QStringLiteral("1 of 10 selected"));
        key(Qt::Key_J, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(bulk()->picks().count(), 3);
        QCOMPARE(list()->currentIndex().row(), 2);
        keep(QStringLiteral("selection-light"));
        QStringList names;
        for (const Button *one : inbox()->findChildren<Button *>()) {
            if (one->isVisible())
                names << (one->accessibleName().isEmpty() ? one->text() : one->accessibleName());
        }
        QVERIFY(names.count(QStringLiteral("Resolve")) <= 1); // the head's
        QCOMPARE(names.count(QStringLiteral("Resolve: what is selected")), 1);
        key(Qt::Key_X);
        QCOMPARE(bulk()->picks().count(), 2);
        key(Qt::Key_Escape);
        QVERIFY(!bulk()->isPicking() && !bar()->isVisible());
        QVERIFY(!spoken(0).startsWith(QStringLiteral("selected")));
        key(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(bulk()->picks().count(), 10);
        QVERIFY(kinds().empty());
    }

    /// Typed as fast as one types: not all of it is read yet, and it is meant all the same, not what is open.
    void theWholeListIsMeantFromTheKeyOn()
    {
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list(), Qt::Key_E);
        QTRY_VERIFY(preview() && preview()->isOpen());
        QCOMPARE(bulk()->picks().count(), 10);
        QVERIFY(kinds().empty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!preview()->isOpen());
        key(Qt::Key_Escape);
        QVERIFY(!bulk()->isPicking());
        // Ended before it was read, it is none.
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Escape);
        QVERIFY(!bulk()->isPicking() && bulk()->picks().isEmpty());
    }

    /// The list stands in front of the thread: what is asked and told is asked and told there.
    void inOneStackItIsToldOverTheList()
    {
        m_window->resize(760, 700);
        m_desk->settle();
        QVERIFY(inbox()->isStacked());
        inbox()->showThread(false);
        current(0);
        key(Qt::Key_A);
        QVERIFY(popup());
        QVERIFY(m_window->geometry().contains(popup()->geometry()));
        popup()->close();
        key(Qt::Key_X);
        key(Qt::Key_J, Qt::ShiftModifier);
        asked(Qt::Key_E);
        enter();
        QTRY_VERIFY(says(QStringLiteral("2 conversation(s) resolved.")));
        Toast *toast = inbox()->thread()->toast();
        QVERIFY(toast->isVisible() && inbox()->list()->isAncestorOf(toast));
        keep(QStringLiteral("bulk-done-760"));
        inbox()->showThread(true);
        m_desk->settle();
        QVERIFY(toast->isVisible() && inbox()->thread()->isAncestorOf(toast));
    }

    /// Nobody writes into a thread that is behind the list.
    void inOneStackWhatIsWrittenIsSeen()
    {
        m_window->resize(760, 700);
        m_desk->settle();
        for (const Qt::Key code : {Qt::Key_N, Qt::Key_T}) {
            inbox()->showThread(false);
            current(0);
            key(code);
            QVERIFY2(inbox()->thread()->composer()->edit()->isVisible() && inbox()->thread()->composer()->edit()->hasFocus(), qPrintable(QString::number(code)));
        }
    }

    void inOneStackNothingIsSentFromBehindTheList()
    {
        m_window->resize(760, 700);
        m_desk->settle();
        inbox()->open(TestDesk::elena());
        m_desk->settle();
        inbox()->showThread(true);
        composer()->begin(CompositionKind::Reply);
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half a sent"));
        inbox()->showThread(false);
        list()->setFocus();
        m_desk->settle();
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(composer()->edit()->isVisible() && composer()->edit()->hasFocus());
        QCOMPARE(typed(), QStringLiteral("Half a sent"));
        QCOMPARE(count(OpKind::Reply), 0);
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(typed().isEmpty());
    }

    void pressesSelectWithoutOpening()
    {
        const ConversationId before = inbox()->conversation();
        const auto press = [&](int row, Qt::KeyboardModifiers modifiers, int x = 120) {
            const QRect rect = list()->visualRect(model()->index(row, 0));
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, QPoint(x, rect.center().y()));
            m_desk->settle();
        };
        press(2, Qt::ControlModifier);
        press(4, Qt::ShiftModifier);
        QCOMPARE(bulk()->picks().count(), 3);
        press(6, {}, 20); // in its box
        QCOMPARE(bulk()->picks().count(), 4);
        QCOMPARE(inbox()->conversation(), before);
        press(6, {});
        QVERIFY(inbox()->conversation() != before);
        QCOMPARE(bulk()->picks().count(), 4);
    }

    void nothingHappensBeforeThePreviewIsAnswered()
    {
        // A colleague answers in one of them now, and one is resolved.
        Conversation held = conversation(5);
        held.version = 2;
        held.owner = {OwnerKind::User, userId(2), "Tomás Ibarra"};
        held.claim = {userId(2), "Tomás Ibarra", 1, m_desk->store.clock.now() + std::chrono::minutes(1)};
        held.lastAt = m_desk->store.clock.now() - std::chrono::minutes(30);
        QVERIFY(m_desk->store.apply({entity("conversation", held)}).hasValue());
        m_desk->settle();
        key(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(bulk()->picks().count(), 10);
        asked(Qt::Key_E);
        QCOMPARE(preview()->title(), QStringLiteral("Resolve 9 conversation(s)?"));
        QVERIFY(preview()->words().contains(QStringLiteral("somebody else is answering")));
        QVERIFY(preview()->words().contains(QStringLiteral("Hannah Cole")));
        QVERIFY(preview()->words().contains(QStringLiteral("2 open escalation(s)")));
        QVERIFY(kinds().empty());
        keep(QStringLiteral("bulk-preview-light"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!preview()->isOpen());
        QVERIFY(kinds().empty());
        QCOMPARE(bulk()->picks().count(), 10);
        // The same box for another act: its longer word is there whole.
        trigger("list.mark_read");
        QTRY_VERIFY(preview()->isOpen());
        QTRY_VERIFY(QApplication::focusWidget()->width() >= QApplication::focusWidget()->sizeHint().width());
    }

    void eachIsAnActAndTheKeyTakesAllOfThemBack()
    {
        SyncStatus away;
        away.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(away);
        key(Qt::Key_X);
        key(Qt::Key_J, Qt::ShiftModifier);
        asked(Qt::Key_E);
        enter();
        QTRY_COMPARE(count(OpKind::End), 2);
        QTRY_VERIFY(says(QStringLiteral("2 conversation(s) resolved.")));
        QVERIFY(!bulk()->isPicking());
        QTRY_VERIFY(stored(TestDesk::marcus()).status == ConversationStatus::Ended);
        keep(QStringLiteral("bulk-done-light"));
        QTRY_VERIFY(bulk()->offersUndo());
        list()->setFocus();
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(kinds().empty());
        QTRY_VERIFY(stored(TestDesk::marcus()).status == ConversationStatus::WaitingHuman);
        QTRY_VERIFY(says(QStringLiteral("undone in 2 conversation(s)")));
        QVERIFY(!reason("list.undo_many").isEmpty());
    }

    void someAreRefusedAndThatIsToldWithTheirNames()
    {
        key(Qt::Key_X);
        key(Qt::Key_J, Qt::ShiftModifier);
        asked(Qt::Key_E);
        enter();
        QTRY_COMPARE(count(OpKind::End), 2);
        for (const Op &op : m_desk->store.takeSendable(8).ops) {
            const bool refused = op.kind == OpKind::End && op.conversation == TestDesk::marcus();
            QVERIFY(m_desk->store.answer(op.id, refused ? 409 : 200, {}, refused ? R"({"title":"something newer has come"})" : "").hasValue());
        }
        QTRY_VERIFY(says(QStringLiteral("1 of 2 could not be done")));
        QVERIFY(says(QStringLiteral("Marcus Oyelaran")));
        keep(QStringLiteral("bulk-refused-light"));
        // The rest is taken back from the palette, long after the toast.
        trigger("list.undo_many");
        QTRY_COMPARE(count(OpKind::Reopen), 1);
        QTRY_COMPARE(count(OpKind::End), 1); // what was refused is taken out
    }

    void whatHasChangedSinceIsNamed()
    {
        key(Qt::Key_X);
        Conversation marcus = conversation(1);
        marcus.client = clientId(2);
        marcus.version = 5;
        marcus.status = ConversationStatus::WaitingHuman;
        marcus.owner = {OwnerKind::Nobody, {}, {}};
        marcus.lastAt = m_desk->store.clock.now();
        marcus.lastPosition = marcus.lastPublicPosition = 2;
        QVERIFY(m_desk->store.apply({entity("conversation", marcus)}).hasValue());
        m_desk->settle();
        QCOMPARE(bulk()->picks().count(), 1);
        asked(Qt::Key_E);
        QVERIFY(preview()->words().contains(QStringLiteral("Something newer has come in 1 of them")));
        QVERIFY(preview()->words().contains(QStringLiteral("Marcus Oyelaran")));
    }

    void whatLeavesTheListStaysSelectedAndIsTold()
    {
        trigger("goto.unassigned");
        QTRY_COMPARE(model()->rowCount(), 2);
        current(0);
        key(Qt::Key_X);
        QCOMPARE(bulk()->picks().count(), 1);
        const ConversationId first = bulk()->picks().ids().front();
        current(1);
        Conversation gone = conversation(1);
        gone.client = clientId(2);
        gone.version = 5;
        gone.owner = {OwnerKind::User, userId(2), "Tomás Ibarra"};
        QVERIFY(m_desk->store.apply({entity("conversation", gone)}).hasValue());
        m_desk->settle();
        trigger("list.settle");
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(bulk()->picks().contains(first));
        QVERIFY(says(QStringLiteral("1 of them is (are) not in this list any more")));
        trigger("goto.all");
        QVERIFY(!bulk()->isPicking());
    }

    void labelsAndPeopleAreAskedForFirst()
    {
        key(Qt::Key_X);
        key(Qt::Key_J, Qt::ShiftModifier);
        key(Qt::Key_L);
        QVERIFY(bulk()->labels() && bulk()->labels()->isOpen());
        QTest::keyClicks(bulk()->labels()->field(), QStringLiteral("van"));
        QTest::keyClick(bulk()->labels()->field(), Qt::Key_Return);
        m_desk->settle();
        QTRY_VERIFY(preview() && preview()->isOpen());
        QCOMPARE(preview()->title(), QStringLiteral("Put “van” on 2 conversation(s)?"));
        enter();
        QTRY_COMPARE(count(OpKind::Labels), 2);
        QTRY_COMPARE(stored(TestDesk::marcus()).labels, std::vector<std::string> {"van"});

        current(2);
        key(Qt::Key_X);
        key(Qt::Key_A);
        QVERIFY(popup());
        QTest::keyClicks(popup(), QStringLiteral("tom"));
        QTest::keyClick(popup(), Qt::Key_Return);
        m_desk->settle();
        QTRY_VERIFY(preview()->isOpen());
        QCOMPARE(preview()->title(), QStringLiteral("Give 1 conversation(s) to Tomás Ibarra?"));
        enter();
        QTRY_COMPARE(count(OpKind::Assign), 1);
    }

    void readMarksCannotBeUndoneAndSaySo()
    {
        key(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(bulk()->picks().count(), 10);
        trigger("list.mark_read");
        QTRY_VERIFY(preview() && preview()->isOpen());
        QVERIFY(preview()->words().contains(QStringLiteral("cannot be undone")));
        enter();
        QTRY_COMPARE(stored(TestDesk::marcus()).unread, 0);
        QVERIFY(!bulk()->offersUndo());
    }

    void theOpenOneIsGivenAndTakenBack()
    {
        open(TestDesk::elena());
        list()->setFocus();
        key(Qt::Key_A);
        QVERIFY(popup());
        QTest::keyClicks(popup(), QStringLiteral("tom"));
        QTest::keyClick(popup(), Qt::Key_Return);
        m_desk->settle();
        QTRY_COMPARE(kinds(), std::vector {OpKind::Assign});
        QTRY_VERIFY(stored(TestDesk::elena()).owner.user == userId(2));
        QCOMPARE(stored(TestDesk::elena()).owner.name, std::string {"Tomás Ibarra"});
        QVERIFY(says(QStringLiteral("Given to Tomás Ibarra")));
        list()->setFocus();
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(kinds(), (std::vector {OpKind::Assign, OpKind::Assign}));
        QTRY_VERIFY(stored(TestDesk::elena()).owner.user == userId(1));
    }

    void toNobodyAndToOneself()
    {
        open(TestDesk::elena());
        list()->setFocus();
        key(Qt::Key_A);
        QVERIFY(popup());
        const auto actions = popup()->actions();
        QVERIFY(std::none_of(actions.begin(), actions.end(), [](const QAction *one) { return one->text() == QStringLiteral("You"); })); // she has it
        actions.constLast()->trigger();
        popup()->close();
        m_desk->settle();
        QTRY_VERIFY(stored(TestDesk::elena()).owner.kind == OwnerKind::Nobody);
        open(TestDesk::marcus());
        list()->setFocus();
        key(Qt::Key_A);
        QVERIFY(popup());
        QTest::keyClicks(popup(), QStringLiteral("you"));
        QTest::keyClick(popup(), Qt::Key_Return);
        m_desk->settle();
        QTRY_COMPARE(count(OpKind::TakeOver), 1);
    }

    void whoMayOnlyReadSelectsAndDoesNothing()
    {
        User viewer = user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        m_desk->settle();
        key(Qt::Key_X);
        QCOMPARE(bulk()->picks().count(), 1);
        for (const char *id : {"conversation.resolve", "conversation.assign", "conversation.labels", "conversation.snooze", "conversation.hand_back"})
            QVERIFY2(reason(id).contains(QStringLiteral("only read")), id);
    }

    void lettersStayLettersWhileRowsAreSelected()
    {
        key(Qt::Key_X);
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("axXJ"));
        QTest::keyClick(composer()->edit(), Qt::Key_A, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(typed(), QStringLiteral("axXJ"));
        QCOMPARE(bulk()->picks().count(), 1);
        QTest::keyClick(composer()->edit(), Qt::Key_Escape);
        QVERIFY(bulk()->isPicking()); // back to the list first
    }
};

FOREDECK_QT_TEST(BulkTest)
#include "bulktest.moc"
