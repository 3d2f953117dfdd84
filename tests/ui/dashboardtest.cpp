#include "tests/qt/testclasses.h"
#include "tests/ui/looks.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/dashboard/answerspane.h"
#include "ui/pages/dashboard/chartpane.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/dashboard/figurestrip.h"
#include "ui/pages/dashboard/newestpane.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/style.h"
#include "ui/widgets/button.h"
#include "ui/words/dashboardwords.h"

#include <QAccessible>
#include <QApplication>
#include <QChart>
#include <QImage>
#include <QMenu>
#include <QMouseEvent>
#include <QSet>
#include <QTableWidget>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;
using namespace std::chrono_literals;

/// The dashboard over a real cache. It is Wednesday, 18 November 2026, in the morning.
class DashboardTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    DashboardPage *page() const { return m_window->dashboard(); }
    FigureTile *tile(Figure figure) const { return page()->strip()->tile(figure); }

    void came(int n, const char *name, int client, std::chrono::milliseconds ago, std::optional<int> score, LeadStatus status, ChannelKind source)
    {
        Lead lead = test::lead(n, name);
        lead.client = test::clientId(client);
        lead.createdAt = lead.updatedAt = m_desk->store.clock.now() - ago;
        lead.score = score;
        lead.status = status;
        lead.source = source;
        if (score)
            lead.temperature = *score >= hotFromScore ? Temperature::Hot : *score >= warmFromScore ? Temperature::Warm : Temperature::Cold;
        QVERIFY(m_desk->store.apply({test::entity("lead", lead)}).hasValue());
    }
    void told(int client, const std::vector<FirstAnswer> &slowest)
    {
        DashboardStats stats;
        stats.client = test::clientId(client);
        stats.at = m_desk->store.clock.now() - 10min;
        stats.assistantAnswers = {512, 6'000, 19'000, {}};
        stats.peopleAnswers = {164, 240'000, 1'020'000, slowest};
        stats.engines = {{"builtin", 700, 0}};
        Entity entity;
        entity.kind = "dashboard";
        entity.version = toMs(stats.at);
        entity.data = encode(stats);
        QVERIFY(m_desk->store.apply({entity}).hasValue());
    }
    void fill()
    {
        m_desk->fill();
        came(101, "Ada Quist", 2, 1h, 91, LeadStatus::New, ChannelKind::Sms);
        came(102, "Bo Lund", 1, 26h, 55, LeadStatus::Qualified, ChannelKind::WhatsApp);
        came(103, "Cy Marsh", 1, 50h, {}, LeadStatus::AppointmentBooked, ChannelKind::WhatsApp);
    }
    void showPage(QSize size = {})
    {
        show(size);
        m_window->showPlace(QStringLiteral("dashboard"));
        m_desk->settle();
        QTRY_VERIFY(page()->figures().picture());
        m_desk->settle();
    }
    void showFilled(QSize size = {})
    {
        fill();
        showPage(size);
        QTRY_COMPARE(tile(Figure::Leads)->words().value, QStringLiteral("3"));
    }
    void goBack()
    {
        m_window->showPlace(QStringLiteral("dashboard"));
        m_desk->settle();
    }
    /// The table of leads is shown, and holds so many.
    void leadsShown(int found)
    {
        QVERIFY(m_window->leads()->isVisible());
        m_desk->settle();
        QTRY_COMPARE(m_window->leads()->rows().found(), found);
    }

private Q_SLOTS:
    /// Of equals none brought most.
    void daysThatBroughtAsManyShareTheTitle()
    {
        TimeContext time;
        time.locale = QLocale::c();
        LeadFigures leads;
        for (int day = 16; day < 19; ++day) {
            LeadsOfDay one;
            one.date = "2026-11-" + std::to_string(day);
            one.leads.total = day == 17 ? 3 : 1;
            leads.leads.total += one.leads.total;
            leads.days.push_back(one);
        }
        QCOMPARE(dayChart(leads, time).title, QStringLiteral("Tuesday brought most leads: 3"));
        leads.days[0].leads.total = 3;
        QCOMPARE(dayChart(leads, time).title, QStringLiteral("Monday and Tuesday brought most leads: 3 each"));
        leads.days[2].leads.total = 3;
        QCOMPARE(dayChart(leads, time).title, QStringLiteral("3 day(s) brought most leads: 3 each"));
    }

    void init() { makeDesk(); }
    void cleanup()
    {
        end();
        takeLookOff(m_themes);
    }

    void figuresAreShownAndSpeak()
    {
        showFilled();
        QCOMPARE(tile(Figure::Hot)->words().value, QStringLiteral("1"));
        QCOMPARE(tile(Figure::Warm)->words().value, QStringLiteral("1"));
        QCOMPARE(tile(Figure::Cold)->words().value, QStringLiteral("0"));
        QCOMPARE(tile(Figure::Unscored)->words().value, QStringLiteral("1"));
        QCOMPARE(tile(Figure::Qualified)->words().value, QStringLiteral("67\u00A0%"));
        QCOMPARE(tile(Figure::Qualified)->words().aside, QStringLiteral("2 of 3 lead(s)"));
        QCOMPARE(tile(Figure::Booked)->words().value, QStringLiteral("1"));
        QCOMPARE(tile(Figure::Active)->words().value, QStringLiteral("10"));
        QCOMPARE(tile(Figure::Pending)->words().value, QStringLiteral("0"));
        QVERIFY2(tile(Figure::Leads)->accessibleName().startsWith(QStringLiteral("3 lead(s), ")), qPrintable(tile(Figure::Leads)->accessibleName()));
        // Number and words are one clause each, which follows the number in every language.
        QVERIFY2(tile(Figure::Active)->accessibleName().startsWith(QStringLiteral("10 active chat(s)")), qPrintable(tile(Figure::Active)->accessibleName()));
        QVERIFY2(tile(Figure::Pending)->accessibleName().startsWith(QStringLiteral("0 escalation(s) pending")), qPrintable(tile(Figure::Pending)->accessibleName()));
        QVERIFY(tile(Figure::Hot)->accessibleName().startsWith(QStringLiteral("1 hot, ")));
        QCOMPARE(page()->byDay()->chart()->accessibleName(), QStringLiteral("Leads by day"));
        QCOMPARE(page()->newest()->rows().size(), 7u);
        QVERIFY2(page()->newest()->rows().front()->accessibleName().startsWith(QStringLiteral("Ada Quist")), qPrintable(page()->newest()->rows().front()->accessibleName()));
    }

    void eachFigureOpensTheRowsBehindIt()
    {
        fill();
        m_desk->fillEscalations();
        showPage();
        QTRY_COMPARE(tile(Figure::Leads)->words().value, QStringLiteral("3"));
        const std::pair<Figure, int> leads[] {{Figure::Leads, 3}, {Figure::Hot, 1}, {Figure::Warm, 1}, {Figure::Cold, 0}, {Figure::Unscored, 1}, {Figure::Qualified, 2}, {Figure::Booked, 1}};
        for (const auto &[figure, found] : leads) {
            QTest::mouseClick(tile(figure), Qt::LeftButton);
            leadsShown(found);
            QVERIFY(m_window->leads()->rows().query().cameFrom.has_value());
            goBack();
        }
        const std::pair<Figure, View> views[] {{Figure::Active, View::All}, {Figure::Mine, View::Mine}, {Figure::Unassigned, View::Unassigned}, {Figure::Waiting, View::Waiting}};
        for (const auto &[figure, view] : views) {
            tile(figure)->setFocus(Qt::TabFocusReason);
            QTest::keyClick(tile(figure), Qt::Key_Return);
            m_desk->settle();
            QVERIFY(inbox()->isVisible());
            QCOMPARE(m_window->standing().view, view);
            goBack();
        }
        QTRY_COMPARE(tile(Figure::Pending)->words().value, QStringLiteral("3"));
        QTest::keyClick(tile(Figure::Pending), Qt::Key_Space);
        QVERIFY(m_window->escalations()->isVisible());
        QCOMPARE(m_window->escalations()->header()->tab(), EscalationTab::Pending);
    }

    void theArrowsGoThroughTheDaysAndEnterOpensOne()
    {
        showFilled();
        BarChart *chart = page()->byDay()->chart();
        chart->setFocus(Qt::TabFocusReason);
        QCOMPARE(chart->current(), 6);
        QVERIFY2(page()->byDay()->said().startsWith(QStringLiteral("Today")), qPrintable(page()->byDay()->said()));
        QVERIFY(page()->byDay()->said().contains(QStringLiteral("1 lead(s), 1 hot")));
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->current(), 5);
        QVERIFY(page()->byDay()->said().contains(QStringLiteral("1 warm")));
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->current(), 0);
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Return);
        leadsShown(1);
        const LeadQuery &query = m_window->leads()->rows().query();
        QVERIFY(query.cameFrom && query.cameBefore && *query.cameBefore - *query.cameFrom == 24h);
        // The filters of the table say what is hidden, and let go of it.
        m_window->commands().action(QStringLiteral("leads.clear"))->trigger();
        leadsShown(13);
    }

    void aChannelOpensByThePointer()
    {
        showFilled();
        BarChart *chart = page()->byChannel()->chart();
        QTRY_VERIFY(chart->viewport()->height() > 20);
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, {chart->viewport()->width() / 2, int(chart->chart()->plotArea().height() / 4)});
        leadsShown(2);
        QCOMPARE(m_window->leads()->rows().query().source, std::string {"whatsapp"});
    }

    void aPressMeansTheChannelItWasOn()
    {
        showFilled();
        BarChart *chart = page()->byChannel()->chart();
        QWidget *area = chart->viewport();
        QTRY_VERIFY(area->height() > 20);
        const QPoint at(area->width() / 2, int(chart->chart()->plotArea().height() / 4));
        QMouseEvent move(QEvent::MouseMove, at, area->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(area, &move);
        QVERIFY2(page()->byChannel()->said().startsWith(QStringLiteral("WhatsApp: 2")), qPrintable(page()->byChannel()->said()));
        QTest::mousePress(area, Qt::LeftButton, {}, at);
        came(104, "Di Rao", 1, 2h, {}, LeadStatus::New, ChannelKind::WhatsApp);
        m_desk->settle();
        // It is read anew under the pointer, and its line stays.
        QTRY_VERIFY2(page()->byChannel()->said().startsWith(QStringLiteral("WhatsApp: 3")), qPrintable(page()->byChannel()->said()));
        for (int n = 105; n < 110; ++n)
            came(n, "Ed Sun", 1, 3h, {}, LeadStatus::New, ChannelKind::Sms);
        m_desk->settle();
        QTRY_VERIFY2(page()->byChannel()->said().startsWith(QStringLiteral("SMS: 6")), qPrintable(page()->byChannel()->said()));
        QTest::mouseRelease(area, Qt::LeftButton, {}, at);
        QVERIFY(page()->isVisible()); // neither what was pressed nor what stands there now
    }

    void theTablesHaveTheSameNumbers()
    {
        showFilled();
        m_window->commands().action(QStringLiteral("dashboard.tables"))->trigger();
        QTableWidget *days = page()->byDay()->table();
        QVERIFY(days->isVisible() && !page()->byDay()->chart()->isVisible());
        QCOMPARE(days->rowCount(), 7);
        QVERIFY(days->item(6, 0)->text().startsWith(QStringLiteral("Today")));
        QCOMPARE(days->item(6, 1)->text(), QStringLiteral("1"));
        QCOMPARE(days->item(6, 2)->text(), QStringLiteral("1"));
        QTableWidget *channels = page()->byChannel()->table();
        QCOMPARE(channels->item(0, 0)->text(), QStringLiteral("WhatsApp"));
        QCOMPARE(channels->item(0, 1)->text(), QStringLiteral("2"));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(days);
        QVERIFY(table && table->tableInterface() && table->tableInterface()->rowCount() == 7);
        days->setFocus(Qt::TabFocusReason);
        days->setCurrentCell(6, 0);
        QTest::keyClick(days, Qt::Key_Return);
        leadsShown(1);
    }

    void anotherRangeCountsOtherDays()
    {
        showFilled();
        m_window->commands().action(QStringLiteral("dashboard.month"))->trigger();
        QTRY_COMPARE(tile(Figure::Leads)->words().value, QStringLiteral("13"));
        QCOMPARE(page()->byDay()->table()->rowCount(), 30);
        m_window->commands().action(QStringLiteral("dashboard.today"))->trigger();
        QTRY_COMPARE(tile(Figure::Leads)->words().value, QStringLiteral("1"));
        QCOMPARE(page()->days(), 1);
        QCOMPARE(m_window->standing().dashboardDays, 1);
    }

    void aNewLeadOpensOnItsPage()
    {
        showFilled();
        page()->newest()->rows().front()->click();
        QVERIFY(m_window->leads()->isVisible());
        QCOMPARE(m_window->leads()->lead(), test::leadId(101));
        m_desk->settle();
        QCOMPARE(m_window->leads()->lead(), test::leadId(101));
    }

    void firstAnswersLeadToTheSlowestConversation()
    {
        fill();
        told(1, {{TestDesk::elena(), 1'020'000}});
        showPage();
        page()->setClient(test::clientId(1));
        QTRY_VERIFY(page()->answers()->slowest(1));
        QVERIFY(says(QStringLiteral("median 6\u00A0s, 95 % within 19\u00A0s, 512 time(s)")));
        QVERIFY(says(QStringLiteral("median 4\u00A0min, 95 % within 17\u00A0min, 164 time(s)")));
        QVERIFY(says(QStringLiteral("uses no tokens")));
        QVERIFY(!page()->answers()->slowest(0));
        page()->answers()->slowest(1)->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("17\u00A0min · Elena Vásquez"));
        menu->actions().front()->trigger();
        menu->close();
        m_desk->settle();
        QVERIFY(inbox()->isVisible());
        QCOMPARE(inbox()->conversation(), TestDesk::elena());
    }

    void whatOnlyTheServerCountsIsAskedForAndKeptWithItsAge()
    {
        fill();
        showPage();
        QVERIFY(says(QStringLiteral("Not all figures have come from the server yet.")));
        page()->tick();
        QVERIFY(!m_desk->requests.dashboards.empty());
        m_desk->requests.dashboards.clear();
        for (const SyncPhase phase : {SyncPhase::CatchingUp, SyncPhase::Gap, SyncPhase::Connecting}) {
            SyncStatus sync;
            sync.phase = phase;
            m_desk->ephemera.setSync(sync);
            m_desk->settle();
            QVERIFY(says(QStringLiteral("Not all figures have come from the server yet.")));
        }
        m_desk->requests.dashboards.clear();
        SyncStatus away;
        away.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(away);
        told(1, {});
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("as of ")));
        QVERIFY(says(QStringLiteral("What is missing stands on the server, which does not answer now.")));
        page()->tick();
        QVERIFY(m_desk->requests.dashboards.empty());
        QCOMPARE(tile(Figure::Leads)->words().value, QStringLiteral("3")); // counted here
        keep(QStringLiteral("dashboard-offline"));
    }

    void whatChangesWhileNobodyLooksIsShownOnce()
    {
        showFilled();
        QCOMPARE(tile(Figure::Pending)->words().value, QStringLiteral("0"));
        m_window->showPlace(QStringLiteral("leads"));
        m_desk->settle();
        m_desk->fillEscalations();
        m_desk->settle();
        QCOMPARE(tile(Figure::Pending)->words().value, QStringLiteral("0"));
        goBack();
        QCOMPARE(tile(Figure::Pending)->words().value, QStringLiteral("3"));
    }

    void nothingOfThePersonBeforeIsShown()
    {
        showFilled();
        page()->forget();
        QVERIFY(!page()->figures().picture());
        QCOMPARE(tile(Figure::Leads)->words().value, QStringLiteral("–"));
        QTRY_VERIFY(page()->figures().picture());
        QTRY_COMPARE(tile(Figure::Leads)->words().value, QStringLiteral("3"));
    }

    void whereNobodyHasAskedNothingIsMadeUp()
    {
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Nothing to count yet")));
        QCOMPARE(tile(Figure::Qualified)->words().value, QStringLiteral("–"));
        keep(QStringLiteral("dashboard-empty"));
    }

    void keysLeadHere()
    {
        fill();
        show();
        list()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_G);
        QTest::keyClick(m_window.get(), Qt::Key_B);
        QVERIFY(page()->isVisible());
        QTRY_VERIFY(tile(Figure::Leads)->hasFocus());
    }

    void everyNameIsOneOfAKind()
    {
        showFilled();
        QSet<QString> names;
        for (const QWidget *one : page()->findChildren<QWidget *>()) {
            if (!one->isVisible() || one->focusPolicy() == Qt::NoFocus || one->focusProxy())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(one);
            const QString name = one->accessibleName().isEmpty() && button ? button->text() : one->accessibleName();
            QVERIFY2(!name.isEmpty(), one->metaObject()->className());
            QVERIFY2(!names.contains(name), qPrintable(name));
            names << name;
        }
        QVERIFY(names.size() > 20);
        // Nor has anything beside what is named the keyboard.
        for (const ChartPane *pane : {page()->byDay(), page()->byChannel()})
            QCOMPARE(pane->chart()->viewport()->focusPolicy(), Qt::NoFocus);
    }

    void theLinesStandAtTheirNumbers()
    {
        showFilled();
        const BarChart *chart = page()->byDay()->chart();
        QTRY_VERIFY(chart->viewport()->height() > 100);
        m_desk->settle();
        const QImage image = chart->viewport()->grab().toImage();
        const QRectF plot = chart->chart()->plotArea();
        const QRgb line = themeOf(chart).color(Color::Line).rgb();
        const auto isLine = [&](int y) { return y >= 0 && y < image.height() && image.pixelColor(int(plot.left()) + 2, y).rgb() == line; };
        for (int i = 0; i <= 4; ++i) {
            const int y = int(plot.bottom() - plot.height() * i / 4);
            QVERIFY2(isLine(y - 1) || isLine(y) || isLine(y + 1), qPrintable(QString::number(i)));
        }
    }

    void aLoneChannelIsNoThickerThanOthers()
    {
        BarChart chart(BarChart::Kind::Rows, QStringLiteral("Leads by channel"));
        ChartBar bar;
        bar.label = QStringLiteral("SMS");
        bar.end = QStringLiteral("3");
        bar.parts = {3};
        bar.key = "sms";
        chart.resize(400, 300);
        chart.show({bar});
        static_cast<QWidget &>(chart).show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QVERIFY(chart.viewport()->height() > chart.sizeHint().height());
        QVERIFY(chart.chart()->plotArea().height() <= chart.sizeHint().height());
    }

    /// Where the language is read from the right, a channel stands at the right and its bar grows to the left.
    void lyingBarsAreMirrored()
    {
        BarChart chart(BarChart::Kind::Rows, QStringLiteral("Leads by channel"));
        std::vector<ChartBar> bars(2);
        for (std::size_t i = 0; i < bars.size(); ++i) {
            bars[i].label = i == 0 ? QStringLiteral("WhatsApp") : QStringLiteral("SMS");
            bars[i].end = QString::number(i == 0 ? 4 : 1);
            bars[i].parts = {i == 0 ? 4.0 : 1.0};
            bars[i].key = bars[i].label.toStdString();
        }
        chart.setLayoutDirection(Qt::RightToLeft);
        chart.resize(400, 120);
        chart.show(bars);
        static_cast<QWidget &>(chart).show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const Theme &theme = themeOf(&chart);
        for (const bool mirrored : {true, false}) {
            chart.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            const QImage image = chart.viewport()->grab().toImage();
            const QRectF plot = chart.chart()->plotArea();
            const int second = int(plot.top() + plot.height() * 3 / 4);
            const auto isBar = [&](qreal x) { return image.pixelColor(int(x), second) == theme.color(Color::Text3); };
            QCOMPARE(isBar(plot.right() - 4), mirrored);
            QCOMPARE(isBar(plot.left() + 4), !mirrored);
            // The name has more room than the number.
            QCOMPARE(image.width() - plot.right() > plot.left(), mirrored);
        }
    }

    void timesOnAnotherClockSayOnWhose()
    {
        fill();
        Location place = m_desk->store.read([](CacheReader &reader) { return reader.locations(test::clientId(1)); }).value().front();
        place.hours.zone = "Pacific/Marquesas"; // half past nine hours behind: hardly anybody's
        ++place.version;
        QVERIFY(m_desk->store.apply({test::entity("location", place)}).hasValue());
        showPage();
        QVERIFY(!says(QStringLiteral("In the time zone")));
        page()->setClient(test::clientId(1));
        QTRY_VERIFY(says(QStringLiteral("In the time zone Pacific/Marquesas.")));
        // The days that are opened are called as they are called there.
        QTest::mouseClick(tile(Figure::Leads), Qt::LeftButton);
        m_desk->settle();
        const LeadQuery &query = m_window->leads()->rows().query();
        QCOMPARE(query.zone, std::string {"Pacific/Marquesas"});
        QVERIFY(query.cameFrom);
    }

    void looks_data() { addLooks("dashboard"); }
    /// Nothing is cut in any look.
    void looks()
    {
        const QSize size = wearLook(m_themes);
        fill();
        told(1, {{TestDesk::elena(), 1'020'000}});
        showPage(size);
        QTRY_COMPARE(tile(Figure::Leads)->words().value, QStringLiteral("3"));
        m_desk->settle();
        keep(QString::fromLatin1(QTest::currentDataTag()));
        verifyNothingIsCut(page());
        for (const FigureTile *one : page()->findChildren<FigureTile *>())
            QVERIFY2(one->width() >= qMin(one->sizeHint().width(), page()->width() - 40) && one->height() >= one->sizeHint().height(), qPrintable(one->text()));
        for (const BarChart *one : page()->findChildren<BarChart *>())
            QVERIFY(one->height() >= one->minimumSizeHint().height());
    }
};

FOREDECK_QT_TEST(DashboardTest)
#include "dashboardtest.moc"
