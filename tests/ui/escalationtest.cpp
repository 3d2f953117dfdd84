#include "models/sqlite/database.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// The page of hand-overs over a real cache and a real outbox.
class EscalationPageTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    EscalationsPage *page() const { return m_window->escalations(); }
    ConversationListView *rows() const { return page()->list()->view(); }
    EscalationForm *form() const { return page()->detail()->form(); }

    void showPage(QSize size = {})
    {
        show(size);
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
    }
    void showFilled(QSize size = {})
    {
        m_desk->fill();
        m_desk->fillEscalations();
        showPage(size);
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), code, modifiers);
        m_desk->settle();
    }
    QStringList spoken() const
    {
        QStringList words;
        for (int row = 0; row < rows()->model()->rowCount(); ++row)
            words << rows()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return words;
    }
    int rowOf(const QString &beginning) const
    {
        const QStringList words = spoken();
        const auto found = std::find_if(words.begin(), words.end(), [&](const QString &one) { return one.startsWith(beginning); });
        return found == words.end() ? -1 : int(found - words.begin());
    }
    Op stored(OpKind kind)
    {
        for (const Op &op : m_desk->store.outbox()) {
            if (op.kind == kind)
                return op;
        }
        return {};
    }
    void write(Qt::Key form, const QString &words)
    {
        rows()->setFocus();
        key(form);
        QVERIFY(this->form()->edit()->hasFocus());
        QTest::keyClicks(this->form()->edit(), words);
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup()
    {
        end();
        m_themes.setAppearance(Appearance::Light);
        m_themes.setTextPercent(100);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theFirstThatIsDueStandsOpen()
    {
        showFilled();
        QCOMPARE(rowOf(QStringLiteral("Nobody yet 3")), 0);
        QCOMPARE(rowOf(QStringLiteral("Marcus Oyelaran")), 1);
        QCOMPARE(rowOf(QStringLiteral("Claimed 2")), 4);
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QVERIFY(says(QStringLiteral("What \u2068Marcus\u2069 wants")));
        QVERIFY(says(QStringLiteral("Someone at berth C14 now")));
        QTRY_COMPARE(page()->detail()->messages()->rowCount(), 6);
        QVERIFY(says(QStringLiteral("Tomás Ibarra")));
        QVERIFY2(spoken().at(1).startsWith(QStringLiteral("Marcus Oyelaran, Saltgrass Marina, SMS, late by 6")), qPrintable(spoken().at(1)));
        QVERIFY(spoken().at(1).contains(QStringLiteral("Emergency")));
    }

    void theKeyTakesOverAndTheRowMovesAtOnce()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_T);
        QTRY_COMPARE(rowOf(QStringLiteral("Nobody yet 2")), 0);
        QTRY_COMPARE(rowOf(QStringLiteral("Claimed 3")), 3);
        QCOMPARE(stored(OpKind::TakeOver).conversation, TestDesk::marcus());
        QVERIFY(spoken().at(rowOf(QStringLiteral("Marcus"))).contains(QStringLiteral("not sent yet")));
        // It stays open, and is not to be taken twice.
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.take_over"))->isEnabled());
        // The inbox shows the same act.
        QCOMPARE(m_desk->store.row(1).owner.user, test::userId(1));
    }

    void resolvingWithANoteOpensTheNextOne()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("the pump eats jam, take 1"));
        QCOMPARE(form()->text(), QStringLiteral("the pump eats jam, take 1"));
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        keep(QStringLiteral("escalations-resolve"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationResolve).body, std::string {"{\"note\":\"the pump eats jam, take 1\",\"end\":false}"});
        QCOMPARE(stored(OpKind::EscalationResolve).target, TestDesk::escalation(1).value);
        QTRY_COMPARE(rowOf(QStringLiteral("Marcus")), -1);
        QTRY_COMPARE(page()->escalation(), TestDesk::escalation(22));
        QVERIFY(!page()->isWritten());
        QVERIFY(!form()->isVisible());
    }

    void whatIsTypedStaysUntilItIsSent()
    {
        showFilled();
        write(Qt::Key_H, QStringLiteral("Offer Friday"));
        key(Qt::Key_Escape);
        QVERIFY(!form()->isVisible());
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        key(Qt::Key_Escape);
        QVERIFY(rows()->hasFocus());
        key(Qt::Key_J);
        QCOMPARE(page()->escalation(), TestDesk::escalation(22));
        key(Qt::Key_E);
        QCOMPARE(form()->text(), QString());
        key(Qt::Key_Escape);
        key(Qt::Key_K);
        key(Qt::Key_E);
        QCOMPARE(form()->text(), QStringLiteral("Crew sent"));
        key(Qt::Key_Escape);
        m_window->showPlace(QStringLiteral("settings"));
        // Another window, as after a change of the language.
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
        QTRY_COMPARE(page()->escalation(), TestDesk::escalation(1));
        rows()->setFocus();
        key(Qt::Key_H);
        QCOMPARE(form()->text(), QStringLiteral("Offer Friday"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationReturn).body, std::string {"{\"instruction\":\"Offer Friday\"}"});
        QVERIFY(page()->isWritten()); // the note is not sent
    }

    void whatIsTypedOutlivesThatSomebodyElseResolves()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        Escalation done = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        done.version = 9;
        done.status = EscalationStatus::Resolved;
        done.resolvedAt = m_desk->store.clock.now();
        QVERIFY(m_desk->store.apply({test::entity("escalation", done)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!button(QStringLiteral("Take over")));
        QVERIFY(form()->isVisible() && form()->edit()->hasFocus());
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        const OpId op = stored(OpKind::EscalationResolve).id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 409, {}, R"({"title":"Conflict","detail":"the escalation is over"})").hasValue());
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Crew sent")));
    }

    void leavingAsksForWhatIsTyped()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        m_window->showPlace(QStringLiteral("inbox"));
        QVERIFY(!m_window->close());
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(form()->isVisible() && form()->text() == QStringLiteral("Crew sent"));
        QVERIFY(says(QStringLiteral("Leave without sending your words?")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_window->close());
        button(QStringLiteral("Leave"))->click();
        QCOMPARE(m_desk->host.quits, 1);
    }

    void whatCouldNotBeSavedIsStillThere()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        // The disk refuses the first try.
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        expectedWarning = QStringLiteral("not saved");
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QVERIFY(form()->isVisible());
        QCOMPARE(form()->text(), QStringLiteral("Crew sent"));
        QVERIFY(m_window->frame()->banner()->shows(QStringLiteral("trouble")));
        QVERIFY(m_desk->store.outbox().empty());
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationResolve).body, std::string {"{\"note\":\"Crew sent\",\"end\":false}"});
    }

    void reassigningNamesThePeopleOfTheClient()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_A);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList names;
        for (const QAction *one : menu->actions())
            names << one->text();
        QVERIFY(names.contains(QStringLiteral("You")) && names.contains(QStringLiteral("Tomás Ibarra")));
        menu->actions().at(names.indexOf(QStringLiteral("Tomás Ibarra")))->trigger();
        menu->close();
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationAssign).body, "{\"user_id\":\"" + test::userId(2).value + "\"}");
        QTRY_VERIFY(says(QStringLiteral("Given to Tomás")));
    }

    void nothingMovesUnderTheHand()
    {
        showFilled();
        rows()->setFocus();
        Escalation late;
        late.id = TestDesk::escalation(90);
        late.client = test::clientId(1);
        late.conversation = test::conversationId(2);
        late.lead = test::leadId(2);
        late.createdAt = m_desk->store.clock.now();
        late.due = m_desk->store.clock.now() - std::chrono::minutes(20);
        QVERIFY(m_desk->store.apply({test::entity("escalation", late)}).hasValue());
        m_desk->settle();
        QCOMPARE(rowOf(QStringLiteral("Marcus Oyelaran")), 1);
        QTRY_VERIFY(button(QStringLiteral("1 row(s) want(s) to move")) || button(QStringLiteral("1 row wants to move")));
        key(Qt::Key_F5);
        QTRY_COMPARE(rowOf(QStringLiteral("Marcus Oyelaran")), 2);
    }

    void enterOpensTheThread()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_Return);
        QVERIFY(inbox()->isVisible());
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        m_window->commands().action(QStringLiteral("goto.escalations"))->trigger();
        QVERIFY(page()->isVisible());
        // The second of the next best actions is to answer.
        rows()->setFocus();
        key(Qt::Key_2);
        QVERIFY(inbox()->isVisible());
    }

    void f6GoesThroughThePanes()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_F6);
        QVERIFY(page()->detail()->briefArea()->hasFocus());
        key(Qt::Key_F6);
        QVERIFY(page()->detail()->messages()->hasFocus());
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!page()->detail()->messages()->isVisible());
    }

    void thePlaceTellsHowManyNobodyHas()
    {
        showFilled();
        QStringList names;
        for (const QAbstractButton *entry : m_window->frame()->navigation()->findChildren<QAbstractButton *>())
            names << entry->accessibleName();
        QVERIFY2(names.contains(QStringLiteral("Escalations, 3")), qPrintable(names.join(QLatin1Char('|'))));
        QCOMPARE(page()->header()->tabs()->tabText(0), QStringLiteral("Open  5"));
        QCOMPARE(page()->header()->tabs()->tabText(3), QStringLiteral("Resolved  1"));
    }

    void whatIsClosedIsAskedOfTheServer()
    {
        showFilled();
        // Two lists of four clients, once.
        QCOMPARE(m_desk->requests.closed.size(), 8u);
        Q_EMIT m_desk->requests.escalationsFetched(test::clientId(1), EscalationStatus::Resolved, true);
        QCOMPARE(page()->header()->tabs()->tabText(3), QStringLiteral("Resolved  1+"));
        page()->header()->setTab(EscalationTab::Resolved);
        m_desk->settle();
        // The end of what the cache holds is near: there is more.
        QTRY_COMPARE(m_desk->requests.closed.size(), 9u);
        QTRY_COMPARE(rowOf(QStringLiteral("Amir Daoud")), 0);
        QTRY_VERIFY(says(QStringLiteral("Towels were brought")));
        QVERIFY(!button(QStringLiteral("Take over")));
        keep(QStringLiteral("escalations-resolved"));
    }

    void whoMayOnlyReadActsOnNothing()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        User viewer = test::user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
        rows()->setFocus();
        for (const Qt::Key one : {Qt::Key_T, Qt::Key_E, Qt::Key_H, Qt::Key_A})
            key(one);
        QVERIFY(m_desk->store.outbox().empty() && !form()->isVisible() && !QApplication::activePopupWidget());
    }

    void customersTextsStayPlain()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        Escalation e;
        e.id = TestDesk::escalation(91);
        e.client = test::clientId(3);
        e.conversation = test::conversationId(9);
        e.lead = test::leadId(9);
        e.createdAt = m_desk->store.clock.now() - std::chrono::minutes(90);
        e.due = m_desk->store.clock.now() - std::chrono::minutes(80);
        e.brief.why = "<b>why</b>\xE2\x80\xAE";
        e.brief.wants = "<img src=x>\xE2\x80\xAE" "txt.exe";
        e.brief.tried = {{e.createdAt, ActorKind::Assistant, "<a href='http://x'>tried</a>\xE2\x80\xAE", 0.5}};
        e.brief.mood = {{e.createdAt, "<i>odd</i>\xE2\x80\xAE"}};
        e.brief.actions = {{"call", "<b>+1</b>\xE2\x80\xAE", "<u>basis</u>"}, {"<i>kind</i>", "", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        showPage();
        QTRY_VERIFY(says(QStringLiteral("<img src=x>")));
        QVERIFY(says(QStringLiteral("<b>why</b>")) && says(QStringLiteral("tried</a>")));
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
            QVERIFY2(!label->isVisible() || !label->text().contains(QChar(0x202E)), qPrintable(label->text()));
        }
    }

    void nothingIsThereYet()
    {
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Nobody waits for a person")));
        QVERIFY(says(QStringLiteral("Nothing is open")));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.take_over"))->isEnabled());
        keep(QStringLiteral("escalations-empty"));
    }

    void looks_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("escalations-light") << int(Appearance::Light) << QSize(1440, 900) << 100 << false;
        QTest::newRow("escalations-dark") << int(Appearance::Dark) << QSize(1440, 900) << 100 << false;
        QTest::newRow("escalations-contrast") << int(Appearance::HighContrast) << QSize(1440, 900) << 100 << false;
        QTest::newRow("escalations-rtl") << int(Appearance::Light) << QSize(1440, 900) << 100 << true;
        QTest::newRow("escalations-200") << int(Appearance::Light) << QSize(1440, 900) << 200 << false;
        QTest::newRow("escalations-1024") << int(Appearance::Light) << QSize(1024, 768) << 100 << false;
        QTest::newRow("escalations-1024-200") << int(Appearance::Light) << QSize(1024, 768) << 200 << false;
        QTest::newRow("escalations-800") << int(Appearance::Light) << QSize(800, 600) << 100 << false;
    }
    /// Nothing is cut and nothing lies over another, in every look.
    void looks()
    {
        QFETCH(int, appearance);
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        m_themes.setAppearance(static_cast<Appearance>(appearance));
        m_themes.setTextPercent(percent);
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        m_desk->fill();
        m_desk->fillEscalations();
        showPage(size);
        QTRY_VERIFY(rows()->model()->rowCount() > 4);
        if (page()->detail()->isHidden()) {
            keep(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-list"));
            QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(rows()->model()->index(1, 0)).center());
            m_desk->settle();
        }
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
        m_desk->settle();
        keep(QString::fromLatin1(QTest::currentDataTag()));
        for (const Button *one : page()->detail()->findChildren<Button *>()) {
            if (one->isVisible())
                QVERIFY2(one->width() >= one->minimumSizeHint().width() && one->height() >= one->sizeHint().height(), qPrintable(one->text()));
        }
        for (const TextLabel *label : page()->findChildren<TextLabel *>()) {
            if (label->isVisible())
                QVERIFY2(label->height() >= (label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height()), qPrintable(label->text()));
        }
        const QRect whole(QPoint(), page()->size());
        for (const QWidget *part : std::initializer_list<const QWidget *> {page()->header()->tabs(), page()->detail()})
            QVERIFY(!part->isVisible() || whole.contains(QRect(part->mapTo(page(), QPoint()), part->size())));
        for (const FlowRow *row : page()->detail()->findChildren<FlowRow *>())
            QVERIFY(!row->isVisible() || row->height() >= row->heightForWidth(row->width()));
    }
};

QTEST_MAIN(EscalationPageTest)
#include "escalationtest.moc"
