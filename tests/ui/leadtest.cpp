#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/guard.h"
#include "tests/ui/looks.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/leads/leadfilters.h"
#include "ui/pages/leads/leadheader.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/leadtablepane.h"
#include "ui/pages/leads/leadway.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/leadwords.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// The page of leads over a real cache and a real outbox.
class LeadTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    LeadsPage *page() const { return m_window->leads(); }
    ConversationListView *rows() const { return page()->table()->view(); }
    LeadFilters *filters() const { return page()->table()->filters(); }
    static LeadId sofia() { return test::leadId(42); }

    void showPage(QSize size = {})
    {
        show(size);
        m_window->showPlace(QStringLiteral("leads"));
        m_desk->settle();
    }
    void showFilled(QSize size = {})
    {
        m_desk->fillLeads();
        showPage(size);
        QTRY_VERIFY(page()->rows().isLoaded());
        m_desk->settle();
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
    QString first() const { return spoken().isEmpty() ? QString() : spoken().constFirst(); }
    QString current() const { return rows()->currentIndex().data(Qt::DisplayRole).toString(); }
    Op stored(OpKind kind)
    {
        for (const Op &op : m_desk->store.outbox()) {
            if (op.kind == kind)
                return op;
        }
        return {};
    }
    void openSofia()
    {
        QTRY_VERIFY(page()->rows().rowOf(sofia()) >= 0);
        rows()->setCurrentIndex(rows()->model()->index(page()->rows().rowOf(sofia()), 0));
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Before Thursday")));
    }
    void choose(QAbstractButton *button, const QString &words)
    {
        button->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *one : menu->actions()) {
            if (one->text() == words)
                one->trigger();
        }
        menu->close();
        m_desk->settle();
    }
    void narrow()
    {
        LeadQuery query;
        query.scoreFrom = 40;
        query.statuses = {"qualifying", "qualified", "appointment_booked", "handed_off", "nurturing", "closed_won"};
        page()->ask(query);
        m_desk->settle();
        QTRY_COMPARE(page()->rows().found(), 16);
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup()
    {
        end();
        takeLookOff(m_themes);
    }

    void aDayIsCalledAsItIsWhereItWasCut()
    {
        TimeContext tokyo;
        tokyo.zone = QTimeZone("Asia/Tokyo");
        tokyo.locale = QLocale(QLocale::English);
        const auto midnight = [](int day) { return fromMs(QDate(2026, 11, day).startOfDay(QTimeZone("America/New_York")).toMSecsSinceEpoch()); };
        LeadQuery query;
        query.cameFrom = midnight(20);
        query.zone = "America/New_York";
        QVERIFY(cameFilterWord(query, tokyo).contains(QStringLiteral("20 Nov")));
        query.cameBefore = midnight(21);
        QCOMPARE(cameFilterWord(query, tokyo), QStringLiteral("20 Nov"));
    }

    void theListIsNotCalledAsTheWayToIt()
    {
        m_desk->fillLeads();
        show();
        QVERIFY(m_window->leads()->table()->view()->accessibleName() != QStringLiteral("Leads"));
    }

    void theHottestStandsOpenAndRowsSpeak()
    {
        showFilled();
        QVERIFY2(first().startsWith(QStringLiteral("Marcus Oyelaran, Saltgrass Marina, SMS, hot 91, Handed off, wants Help at berth C14, no owner, last word ")), qPrintable(first()));
        QTRY_COMPARE(page()->lead(), test::leadId(41));
        QVERIFY(says(QStringLiteral("Marcus Oyelaran")));
        QVERIFY(says(QStringLiteral("SMS · Saltgrass Marina · English")));
        openSofia();
        const QString sofia = rows()->currentIndex().data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sofia.startsWith(QStringLiteral("Sofia Petrakis, Brightwater Dental, Web form, hot 88, Booked, wants Crown came loose, USD\u00A0900, You, last word")), qPrintable(sofia));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(rows());
        QVERIFY(list && list->childCount() == page()->rows().rowCount());
        QCOMPARE(list->child(1)->text(QAccessible::Name), sofia);
    }

    void theDetailTellsWhatIsRecorded()
    {
        showFilled();
        openSofia();
        QVERIFY(says(QStringLiteral("5 of 6 known")));
        QVERIFY(says(QStringLiteral("Why 88")));
        QVERIFY(says(QStringLiteral("Names a date")));
        QVERIFY(says(QStringLiteral("+30")) && says(QStringLiteral("−5")));
        QVERIFY(says(QStringLiteral("You took over")));
        QVERIFY(says(QStringLiteral("Status: Booked")));
        QVERIFY(says(QStringLiteral("Asked by Web form")));
        const QString way = page()->detail()->way()->accessibleName();
        QVERIFY2(way.contains(QStringLiteral("now Booked")) && way.contains(QStringLiteral("not Handed off")) && way.contains(QStringLiteral("Qualifying ")), qPrintable(way));
        // Nothing of the appointment is known here: a dash, never an invention.
        QVERIFY(says(QStringLiteral("Appointment")));
    }

    void theStatusIsChangedOffline()
    {
        showFilled();
        openSofia();
        Button *status = button(QStringLiteral("Change status"));
        QVERIFY(status);
        choose(status, QStringLiteral("Won"));
        QTRY_VERIFY(page()->detail()->way()->accessibleName().contains(QStringLiteral("now Won")));
        QVERIFY(rows()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Won, not sent yet")));
        QVERIFY(says(QStringLiteral("not sent yet")));
        const Op op = stored(OpKind::LeadStatus);
        QCOMPARE(op.target, sofia().value);
        QCOMPARE(op.conversation, test::conversationId(42));
        QCOMPARE(op.body, std::string {R"({"status":"closed_won"})"});
        QCOMPARE(op.expect, std::string {R"({"status":"appointment_booked"})"});
    }

    /// One that is booked stays so; one that has come no further is the team's.
    void handingOverAsksForAPersonAndSaysSo_data()
    {
        QTest::addColumn<int>("lead");
        QTest::addColumn<QString>("status");
        QTest::newRow("qualified") << 43 << QStringLiteral(R"({"status":"handed_off"})");
        QTest::newRow("booked") << 42 << QString();
    }
    void handingOverAsksForAPersonAndSaysSo()
    {
        QFETCH(int, lead);
        QFETCH(QString, status);
        showFilled();
        page()->open(test::leadId(lead));
        m_desk->settle();
        QVERIFY(m_window->commands().action(QStringLiteral("conversation.escalate"))->isEnabled());
        button(QStringLiteral("Hand to the team"))->click();
        m_desk->settle();
        QTRY_COMPARE(stored(OpKind::Escalate).conversation, test::conversationId(lead));
        QTRY_COMPARE(QString::fromStdString(stored(OpKind::LeadStatus).body), status);
        QTRY_VERIFY(!m_window->commands().action(QStringLiteral("conversation.escalate"))->isEnabled());
        QCOMPARE(m_window->commands().reason(QStringLiteral("conversation.escalate")), QStringLiteral("it is with the team already"));
    }

    void filtersNarrowAndAreCounted()
    {
        showFilled();
        QVERIFY(says(QStringLiteral("40")));
        choose(filters()->score(), QStringLiteral("40 – 100 · hot and warm"));
        QTRY_COMPARE(page()->rows().found(), 16);
        QVERIFY(says(QStringLiteral("16 of 40")));
        QTRY_VERIFY(says(QStringLiteral("24 others hidden by 1 filter")));
        choose(filters()->status(), QStringLiteral("Qualified"));
        choose(filters()->status(), QStringLiteral("Kept warm"));
        QTRY_COMPARE(page()->rows().found(), 6);
        QCOMPARE(filters()->status()->accessibleName(), QStringLiteral("Status: 2 of 9"));
        QVERIFY(says(QStringLiteral("34 others hidden by 2 filter")));
        m_window->commands().action(QStringLiteral("leads.clear"))->trigger();
        m_desk->settle();
        QTRY_COMPARE(page()->rows().found(), 40);
        QVERIFY(!m_window->commands().action(QStringLiteral("leads.clear"))->isEnabled());
    }

    void theSlashSearchesAndWhatMatchesNothingSaysSo()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_Slash);
        QVERIFY(filters()->search()->hasFocus());
        QTest::keyClicks(filters()->search(), QStringLiteral("jkt")); // letters are words here
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Nothing matches")));
        keep(QStringLiteral("leads-nothing"));
        // Nor does the one that was open before stand beside it.
        QVERIFY(page()->lead().empty());
        QVERIFY(says(QStringLiteral("The lead that is chosen in the table stands here.")));
        QVERIFY(!says(QStringLiteral("Marcus Oyelaran")) && !button(QStringLiteral("Change status")));
        button(QStringLiteral("Clear the filters"))->click();
        m_desk->settle();
        QTRY_COMPARE(page()->rows().found(), 40);
        QTRY_VERIFY(says(QStringLiteral("Marcus Oyelaran")));
        QCOMPARE(filters()->search()->text(), QString());
        key(Qt::Key_Slash);
        QTest::keyClicks(filters()->search(), QStringLiteral("sof"));
        m_desk->settle();
        QTRY_COMPARE(page()->rows().found(), 1);
        key(Qt::Key_Return);
        QVERIFY(rows()->hasFocus());
        QCOMPARE(page()->lead(), sofia());
        // By the number, however it is written.
        filters()->search()->setText(QStringLiteral("(305) 555-1042"));
        m_desk->settle();
        QTRY_COMPARE(page()->rows().found(), 1);
        QVERIFY(first().startsWith(QStringLiteral("Sofia")));
    }

    void keysGoThroughRowsAndPages()
    {
        showFilled();
        narrow();
        rows()->setFocus();
        QTRY_COMPARE(current(), QStringLiteral("Marcus Oyelaran"));
        key(Qt::Key_J);
        QCOMPARE(current(), QStringLiteral("Sofia Petrakis"));
        key(Qt::Key_K);
        key(Qt::Key_K); // nothing stands above
        QCOMPARE(current(), QStringLiteral("Marcus Oyelaran"));
        m_window->resize(1440, 640);
        m_desk->settle();
        QTRY_VERIFY(page()->rows().rowCount() < 16 && page()->rows().rowCount() >= 5);
        const int pageRows = page()->rows().rowCount();
        key(Qt::Key_PageDown);
        QTRY_COMPARE(page()->rows().before(), pageRows);
        const QString top = page()->rows().itemAt(0).name;
        QTRY_COMPARE(current(), top);
        key(Qt::Key_K); // back over the edge, onto the last row
        QTRY_COMPARE(page()->rows().before(), 0);
        QTRY_COMPARE(rows()->currentIndex().row(), pageRows - 1);
        key(Qt::Key_J);
        QTRY_COMPARE(current(), top);
        key(Qt::Key_PageUp);
        QTRY_COMPARE(page()->rows().before(), 0);
        key(Qt::Key_Return);
        QVERIFY(inbox()->isVisible());
        QCOMPARE(inbox()->conversation(), test::conversationId(41));
        m_window->commands().action(QStringLiteral("goto.leads"))->trigger();
        QVERIFY(page()->isVisible());
    }

    void theHeaderSorts()
    {
        showFilled();
        narrow();
        LeadHeader *header = page()->table()->header();
        // Where a number ends another column begins: their names are told apart.
        const auto columns = leadColumns({828, 40}, themeOf(header));
        QVERIFY(columns[std::size_t(LeadColumn::Owner)].left() - columns[std::size_t(LeadColumn::Value)].right() > 16);
        QCOMPARE(header->button(LeadOrder::Score)->accessibleName(), QStringLiteral("Score, sorted falling"));
        header->button(LeadOrder::Name)->click();
        m_desk->settle();
        QTRY_VERIFY(first().startsWith(QStringLiteral("Amir Daoud")));
        QCOMPARE(header->button(LeadOrder::Name)->accessibleName(), QStringLiteral("Lead, sorted rising"));
        header->button(LeadOrder::Word)->click();
        m_desk->settle();
        QTRY_VERIFY(first().startsWith(QStringLiteral("Elena")));
        header->button(LeadOrder::Score)->click();
        header->button(LeadOrder::Score)->click();
        m_desk->settle();
        QTRY_VERIFY(first().startsWith(QStringLiteral("Teo Varga")));
    }

    void nothingMovesUnderTheHand()
    {
        showFilled();
        narrow();
        rows()->setFocus();
        key(Qt::Key_Shift); // somebody is there
        Lead teo = m_desk->store.read([](CacheReader &reader) { return reader.leadRow(test::leadId(56)); }).value()->lead;
        teo.score = 99;
        teo.version = 5;
        QVERIFY(m_desk->store.apply({test::entity("lead", teo)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("1 row(s) want(s) to move")) || button(QStringLiteral("1 row wants to move")));
        QVERIFY(first().startsWith(QStringLiteral("Marcus")));
        key(Qt::Key_F5);
        QTRY_VERIFY(first().startsWith(QStringLiteral("Teo Varga")));
        QCOMPARE(page()->lead(), test::leadId(41)); // what is open stays so
    }

    void anotherWindowGoesOn()
    {
        showFilled();
        narrow();
        openSofia();
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QVERIFY(page()->isVisible());
        QTRY_COMPARE(page()->rows().found(), 16);
        QCOMPARE(page()->lead(), sofia());
        QTRY_COMPARE(current(), QStringLiteral("Sofia Petrakis"));
        QCOMPARE(filters()->score()->accessibleName(), QStringLiteral("Score: 40 – 100"));
    }

    void anotherWindowKeepsTheLeadOfALaterPage()
    {
        showFilled();
        QTRY_VERIFY(page()->rows().hasNext());
        key(Qt::Key_PageDown);
        QTRY_VERIFY(page()->rows().before() > 0);
        m_desk->settle();
        const LeadId open = page()->lead();
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QTRY_VERIFY(page()->rows().isLoaded());
        m_desk->settle();
        QCOMPARE(page()->lead(), open);
    }

    void longNamesOfColumnsHaveRoom()
    {
        struct Spanish final : QTranslator {
            bool isEmpty() const override { return false; }
            QString translate(const char *context, const char *text, const char *, int) const override
            {
                if (qstrcmp(context, "foredeck::ui::LeadDelegate") != 0)
                    return {};
                return qstrcmp(text, "Score") == 0 ? QStringLiteral("Puntuación") : (qstrcmp(text, "Last word") == 0 ? QStringLiteral("Último mensaje") : QString());
            }
        } spanish;
        QVERIFY(QCoreApplication::installTranslator(&spanish));
        showFilled();
        for (const LeadOrder order : {LeadOrder::Score, LeadOrder::Word}) {
            const SortButton *head = page()->table()->header()->button(order);
            QVERIFY2(head->width() >= head->sizeHint().width(), qPrintable(head->text()));
        }
        keep(QStringLiteral("leads-spanish-heads"));
        QCoreApplication::removeTranslator(&spanish);
    }

    void whoMayOnlyReadActsOnNothing()
    {
        m_desk->fillLeads();
        User viewer = test::user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        showPage();
        openSofia();
        QVERIFY(!button(QStringLiteral("Change status"))->isEnabled() && !button(QStringLiteral("Hand to the team"))->isEnabled());
        QVERIFY(button(QStringLiteral("Open"))->isEnabled());
    }

    void whatCouldNotBeSavedIsTold()
    {
        showFilled();
        openSofia();
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        expectedWarning = QStringLiteral("not saved");
        choose(button(QStringLiteral("Change status")), QStringLiteral("Lost"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QVERIFY(m_window->frame()->banner()->shows(QStringLiteral("trouble")));
        QVERIFY(page()->detail()->way()->accessibleName().contains(QStringLiteral("now Booked")));
    }

    void customersTextsStayPlain()
    {
        m_desk->fillLeads();
        Lead evil = test::lead(90, "<b>Mallory</b>\xE2\x80\xAE");
        evil.client = test::clientId(1);
        evil.score = 100;
        evil.qualification.serviceInterest = "<img src=x>\xE2\x80\xAE" "txt.exe";
        evil.scoreFactors = {{"<i>rule</i>\xE2\x80\xAE", 100, {}}};
        QVERIFY(m_desk->store.apply({test::entity("lead", evil)}).hasValue());
        showPage();
        QTRY_VERIFY(says(QStringLiteral("<img src=x>")));
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
            QVERIFY2(!label->isVisible() || !label->text().contains(QChar(0x202E)), qPrintable(label->text()));
        }
        QVERIFY(!first().contains(QChar(0x202E)));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.escalate"))->isEnabled()); // no conversation with them
        QVERIFY(!button(QStringLiteral("Open"))->isEnabled());
    }

    void nobodyHasAskedYet()
    {
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Nobody has asked yet")));
        QVERIFY(says(QStringLiteral("No lead is open")));
        QVERIFY(!says(QStringLiteral("Choose one in the table")));
        keep(QStringLiteral("leads-empty"));
    }

    void looks_data() { addLooks("leads"); }
    /// Nothing is cut and nothing lies over another, in every look.
    void looks()
    {
        const QSize size = wearLook(m_themes);
        showFilled(size);
        narrow();
        page()->open(sofia());
        m_desk->settle();
        keep(QString::fromLatin1(QTest::currentDataTag()));
        if (!page()->detail()->isVisible()) {
            m_window->commands().action(QStringLiteral("view.panel"))->trigger();
            m_desk->settle();
            QVERIFY(page()->detail()->isVisible());
            keep(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-detail"));
        }
        m_desk->settle();
        verifyNothingIsCut(page());
        for (const FilterButton *one : page()->findChildren<FilterButton *>())
            QVERIFY2(one->width() >= one->sizeHint().width() && one->height() >= one->sizeHint().height(), qPrintable(one->text()));
        const LeadWay *way = page()->detail()->way();
        QVERIFY(way->height() >= way->heightForWidth(way->width()));
        QVERIFY(filters()->height() >= filters()->heightForWidth(filters()->width()));
        const QRect whole(QPoint(), page()->size());
        QVERIFY(whole.contains(page()->detail()->geometry()));
        QCOMPARE(page()->detail()->contentsMargins().isNull(), page()->detail()->width() == whole.width()); // no line beside nothing
        QVERIFY(rows()->sizeHintForRow(0) <= rows()->viewport()->height());
    }
};

FOREDECK_QT_TEST(LeadTest)
#include "leadtest.moc"
