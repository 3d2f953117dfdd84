#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/start/startcard.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/farewell.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/ranking.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/weekeditor.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// What stands in the window at the smallest size and at the largest text: nothing cut, nothing over another.
class RoomTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    StatusItem *statusItem(const QString &name) const
    {
        for (StatusItem *item : m_window->frame()->status()->findChildren<StatusItem *>()) {
            if (item->isVisible() && item->accessibleName().contains(name))
                return item;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
    }
    void cleanup()
    {
        end();
        m_themes.setTextPercent(100);
    }

    void theVerbsOfAQuestionAreWholeWhereverItStands_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << 100 << QSize(1440, 900);
        QTest::newRow("smallest") << 100 << QSize(640, 480);
        QTest::newRow("largest text, smallest window") << 200 << QSize(640, 480);
    }
    void theVerbsOfAQuestionAreWholeWhereverItStands()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        m_desk->host.answering = true;
        m_desk->host.tray = true;
        show(size);
        QVERIFY(!m_window->close());
        m_themes.setTextPercent(percent);
        m_desk->settle();
        auto *farewell = m_window->findChild<Farewell *>();
        QVERIFY(farewell && farewell->isOpen());
        const auto buttons = farewell->box()->findChildren<Button *>();
        QCOMPARE(buttons.size(), 3);
        keep(QStringLiteral("question-%1-%2").arg(size.width()).arg(percent));
        for (const Button *one : buttons) {
            QTRY_VERIFY2(one->width() >= one->sizeHint().width() && one->height() >= one->sizeHint().height(), qPrintable(one->text()));
            QVERIFY(farewell->box()->rect().contains(QRect(one->mapTo(farewell->box(), QPoint()), one->size())));
        }
        // Words without room are reached with the keyboard.
        auto *bar = farewell->box()->findChild<QScrollArea *>()->verticalScrollBar();
        QCOMPARE(bar->maximum() > 0, percent == 200);
        QTest::keyClick(buttons.first(), Qt::Key_PageDown);
        QCOMPARE(bar->value(), bar->maximum());
    }

    void theBannerKeepsWhatProtects_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << 100 << QSize(1440, 900);
        QTest::newRow("narrow") << 100 << QSize(640, 480);
        QTest::newRow("narrow and large") << 200 << QSize(640, 480);
    }
    void theBannerKeepsWhatProtects()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        m_desk->host.sample = true;
        m_themes.setTextPercent(percent);
        show(size);
        for (const TextLabel *label : m_window->frame()->banner()->findChildren<TextLabel *>()) {
            if (label->text() == QStringLiteral("Nothing leaves this computer.") || label->text() == QStringLiteral("Sample business."))
                QVERIFY2(label->hasHeightForWidth() ? label->height() >= label->heightForWidth(label->width()) : label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        keep(QStringLiteral("banner-%1-%2").arg(size.width()).arg(percent));
    }

    void aToastIsReadWholeAndItsWayBackIsInSight()
    {
        m_themes.setTextPercent(200);
        show({1024, 768});
        open(TestDesk::marcus());
        inbox()->showThread(true);
        m_desk->settle();
        auto *undo = new QAction(QStringLiteral("Undo"), m_window.get());
        Toast *toast = inbox()->thread()->toast();
        toast->say(QStringLiteral("Resolved. Your reply was not sent; it is kept as a draft, and stands there again for whoever opens the conversation."), undo, 6000, false);
        m_desk->settle();
        QVERIFY(toast->isVisible());
        QVERIFY(toast->parentWidget()->rect().contains(toast->geometry()));
        const auto *words = toast->findChild<TextLabel *>();
        QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
        const auto *back = toast->findChild<Button *>();
        QVERIFY(back->isVisible() && toast->rect().contains(back->geometry()) && back->width() >= back->sizeHint().width());
        keep(QStringLiteral("toast-1024-200"));
        // What is short is one line again.
        toast->say(QStringLiteral("Resolved."), undo, 6000, false);
        m_desk->settle();
        QVERIFY(!words->hasHeightForWidth() && toast->width() < toast->parentWidget()->width() / 2);
    }

    /// That one is offline is as true as that nothing leaves this computer.
    void twoStatesAreReadTogether_data() { theBannerKeepsWhatProtects_data(); }
    void twoStatesAreReadTogether()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        m_desk->host.sample = true;
        m_themes.setTextPercent(percent);
        show(size);
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Offline;
        sync.since = m_desk->store.clock.now();
        m_desk->ephemera.setSync(sync);
        m_desk->store.clock.advance(std::chrono::minutes {2});
        m_desk->settle();
        QTRY_VERIFY(m_window->frame()->banner()->shows(QStringLiteral("sample")) && says(QStringLiteral("Sample business. Nothing leaves this computer.")));
        int shown = 0;
        for (const TextLabel *label : m_window->frame()->banner()->findChildren<TextLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            ++shown;
            QVERIFY2(label->hasHeightForWidth() ? label->height() >= label->heightForWidth(label->width()) : label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            QVERIFY2(m_window->frame()->banner()->rect().contains(label->geometry()), qPrintable(label->text()));
        }
        QVERIFY(shown >= 2);
        keep(QStringLiteral("banner-two-%1-%2").arg(size.width()).arg(percent));
    }

    void theHoursFitTheCardOfTheFirstRun()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        plan.hours.week[0] = {{8 * 60, 12 * 60}, {11 * 60, 17 * 60}};
        plan.hours.week[1] = {{18 * 60, 2 * 60}};
        plan.name = QStringLiteral("é").repeated(101);
        card->setTyped(plan);
        button(QStringLiteral("Start my business"))->click();
        m_desk->settle();
        // Nothing was asked of the backend, and each thing is told where it stands.
        QVERIFY(m_desk->host.plans.empty());
        QVERIFY(says(QStringLiteral("This name is too long.")));
        QVERIFY(says(QStringLiteral("Monday: These times overlap.")));
        QVERIFY(card->isAncestorOf(QApplication::focusWidget()) && qobject_cast<LineEdit *>(QApplication::focusWidget()));
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        keep(QStringLiteral("card-hours"));
        const auto *week = card->findChild<WeekEditor *>();
        QVERIFY(week->width() >= week->minimumSizeHint().width());
        plan.name = QStringLiteral("Harbour Lights");
        plan.hours.week[0] = {{8 * 60, 12 * 60}};
        card->setTyped(plan);
        button(QStringLiteral("Start my business"))->click();
        QCOMPARE(m_desk->host.plans.size(), std::size_t(1));
        QVERIFY(!says(QStringLiteral("This name is too long.")));
    }

    void aCityIsEnoughWhereItNamesOneZone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken");
        QTest::newRow("city") << QStringLiteral("Berlin") << QStringLiteral("Europe/Berlin");
        QTest::newRow("small, of two words") << QStringLiteral("new york") << QStringLiteral("America/New_York");
        QTest::newRow("a part of one") << QStringLiteral("ope/Berl") << QStringLiteral("Europe/Berlin");
        QTest::newRow("many") << QStringLiteral("Europe") << QStringLiteral("Europe");
    }
    void aCityIsEnoughWhereItNamesOneZone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, taken);
        m_desk->host.sample = true;
        show({1440, 900});
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        auto *week = m_window->findChild<StartCard *>()->findChild<WeekEditor *>();
        auto *zone = week->findChild<QComboBox *>();
        zone->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), typed);
        QWidget *offers = QApplication::activePopupWidget();
        QTest::keyClick(offers ? offers : zone->lineEdit(), Qt::Key_Tab);
        QCOMPARE(zone->currentText(), taken);
        QCOMPARE(qobject_cast<Field *>(zone->parentWidget())->hasError(), typed == taken);
        QCOMPARE(QString::fromStdString(week->hours().zone), taken);
    }

    /// What was wrong with the hours is not said of those that stand there now.
    void theCardTakesBackWhatItSaidOfHours()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        plan.name = QStringLiteral("Harbour Lights");
        card->setTyped(plan);
        auto *time = card->findChild<TimeField *>();
        const auto type = [&](const QString &words) {
            time->setFocus();
            time->selectAll();
            QTest::keyClicks(time, words);
            QTest::keyClick(time, Qt::Key_Tab);
        };
        type(QStringLiteral("25:99"));
        button(QStringLiteral("Start my business"))->click();
        QVERIFY(m_desk->host.plans.empty());
        QVERIFY(says(QStringLiteral("Monday: “25:99” is no time")));
        type(QStringLiteral("9am"));
        QVERIFY(!says(QStringLiteral("is no time")));
    }

    void aZoneThatIsNoneIsToldBesideItsField()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        auto *card = m_window->findChild<StartCard *>();
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        auto *zone = card->findChild<WeekEditor *>()->findChild<QComboBox *>();
        const auto field = [&] { return qobject_cast<Field *>(zone->parentWidget()); };
        zone->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), QStringLiteral("Atlantis"));
        QVERIFY2(!field()->hasError(), "it may become one");
        QWidget *offers = QApplication::activePopupWidget();
        QTest::keyClick(offers ? offers : zone->lineEdit(), Qt::Key_Tab);
        QVERIFY(field()->hasError());
        QVERIFY(says(QStringLiteral("No time zone of this name: Atlantis")));
        m_desk->settle();
        keep(QStringLiteral("card-zone"));
        button(QStringLiteral("Done"))->click();
        QVERIFY2(zone->isVisible(), "it is not done");
        BusinessPlan plan = card->typed();
        plan.name = QStringLiteral("Harbour Lights");
        card->setTyped(plan);
        button(QStringLiteral("Start my business"))->click();
        QVERIFY(m_desk->host.plans.empty());
        QCOMPARE(m_window->focusWidget(), zone);
        zone->setEditText(QStringLiteral("Europe/Berlin"));
        QVERIFY(!field()->hasError());
        button(QStringLiteral("Start my business"))->click();
        QCOMPARE(m_desk->host.plans.size(), std::size_t(1));
        Q_EMIT m_desk->host.businessFailed(QStringLiteral("clients[0].locations[0].hours.zone: is no IANA time zone"));
        QVERIFY(says(QStringLiteral("Time zone: is no IANA time zone.")));
    }

    void theStatusLineKeepsWhatProtectsCustomers_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {640, 800, 1024, 1440})
            QTest::addRow("%d", width) << width;
    }
    void theStatusLineKeepsWhatProtectsCustomers()
    {
        QFETCH(int, width);
        show({width, 480});
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::CatchingUp;
        sync.done = 1200;
        sync.total = 3900;
        m_desk->ephemera.setSync(sync);
        m_desk->settle();
        QVERIFY(statusItem(QStringLiteral("Safe mode on")));
        StatusLine *line = m_window->frame()->status();
        for (const StatusItem *item : line->findChildren<StatusItem *>())
            QVERIFY(!item->isVisible() || (item->geometry().right() < line->width() && item->width() >= item->sizeHint().width()));
        keep(QStringLiteral("status-%1").arg(width));
    }

    void whileItsBackendIsDownNobodyIsSaidToAnswer()
    {
        show();
        QVERIFY(statusItem(QStringLiteral("Assistant answering")));
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(sync);
        QVERIFY(!statusItem(QStringLiteral("Assistant answering")));
        sync.phase = SyncPhase::Live;
        m_desk->ephemera.setSync(sync);
        QVERIFY(statusItem(QStringLiteral("Assistant answering")));
        // A server elsewhere goes on answering.
        m_desk->host.embedded = false;
        sync.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(sync);
        QVERIFY(statusItem(QStringLiteral("Assistant answering")));
    }

    void aBoxThatIsOpenedTwiceGivesTheKeyboardBack()
    {
        show();
        m_window->inbox()->list()->view()->setFocus();
        QWidget *before = QApplication::focusWidget();
        m_window->sheet()->open();
        m_window->sheet()->open();
        m_window->sheet()->close();
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void thePaletteFitsALowWindow()
    {
        show({640, 480});
        m_window->palette()->toggle();
        m_desk->settle();
        const QWidget *box = m_window->palette()->box();
        QVERIFY(box->layout()->minimumSize().height() <= box->height());
        const auto *list = box->findChild<QListView *>();
        for (const QWidget *part : box->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            QVERIFY(part == list || !part->isVisible() || !part->geometry().intersects(list->geometry()));
        keep(QStringLiteral("palette-low"));
    }

    void theSheetScrollsInALowWindow()
    {
        show({640, 480});
        m_window->sheet()->toggle();
        m_desk->settle();
        for (const TextLabel *label : m_window->sheet()->findChildren<TextLabel *>())
            QVERIFY2(label->height() >= label->sizeHint().height(), qPrintable(label->text()));
        const auto *area = m_window->sheet()->findChild<QScrollArea *>();
        QVERIFY(area->verticalScrollBar()->maximum() > 0);
        keep(QStringLiteral("sheet-low"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QVERIFY(area->verticalScrollBar()->value() > 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_window->sheet()->isOpen());
    }

    void textThatGrowsFindsRoomAtOnce()
    {
        show({1440, 900});
        m_window->showPlace(QStringLiteral("settings"));
        m_desk->settle();
        m_themes.setTextPercent(200);
        m_desk->settle();
        keep(QStringLiteral("settings-200"));
        const auto *week = m_window->findChild<WeekEditor *>();
        for (const TimeField *time : week->findChildren<TimeField *>())
            QVERIFY(time->width() >= time->minimumSizeHint().width());
        for (const TextLabel *label : week->findChildren<TextLabel *>())
            QVERIFY2(!label->isVisible() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        const auto *sections = m_window->settings()->findChild<QListWidget *>();
        QVERIFY(sections->width() >= m_themes.theme().grown(231));
        // What is too wide for the window can be reached.
        const QScrollArea *area = nullptr;
        for (const QWidget *up = week; up && !area; up = up->parentWidget())
            area = qobject_cast<const QScrollArea *>(up);
        QVERIFY(area && area->widget()->width() - area->viewport()->width() <= area->horizontalScrollBar()->maximum());
        QVERIFY(area->widget()->width() >= area->widget()->minimumSizeHint().width());
    }

    void enterRunsTheBestHit()
    {
        show({1024, 700});
        m_window->palette()->toggle();
        m_window->palette()->field()->setText(QStringLiteral("dark"));
        const PaletteModel *model = m_window->palette()->model();
        QCOMPARE(model->itemAt(model->nextChoice(-1, 1)).text, QStringLiteral("Appearance: dark"));
    }

    void thePaletteSaysThatNothingIsFound()
    {
        show({1024, 700});
        m_window->palette()->toggle();
        const auto *list = m_window->palette()->findChild<QListView *>();
        const auto says = [this](const QString &words) {
            const auto labels = m_window->palette()->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return !label->isHidden() && label->text() == words; });
        };
        m_window->palette()->field()->setText(QStringLiteral("qqqqzz"));
        QVERIFY(says(QStringLiteral("Nothing found for “qqqqzz”")));
        QVERIFY(list->isHidden());
        m_window->palette()->field()->setText(QStringLiteral("dark"));
        QVERIFY(!list->isHidden() && !says(QStringLiteral("Nothing found for “qqqqzz”")));
    }

    void whoIsFoundChangesNothingOfWhatEnterRuns()
    {
        show({1024, 700});
        CommandPalette *palette = m_window->palette();
        palette->toggle();
        palette->field()->setText(QStringLiteral("appearance"));
        m_desk->settle();
        const auto *list = palette->findChild<QListView *>();
        const auto chosen = [list] { return list->currentIndex().data().toString(); };
        int ran = 0;
        const auto arrive = [&](int people) {
            std::vector<PaletteFind> found;
            for (int i = 0; i < people; ++i)
                found.push_back({QString::number(i), QStringLiteral("Appearance Jones %1").arg(i), QStringLiteral("Casa Marisol"), [&ran] { ++ran; }});
            palette->model()->setPeople(std::move(found));
        };
        const QString best = chosen();
        QVERIFY(best.startsWith(QStringLiteral("Appearance: ")));
        arrive(2);
        QCOMPARE(chosen(), best);
        QTest::keyClick(palette->field(), Qt::Key_Down);
        const QString next = chosen();
        QVERIFY(next.startsWith(QStringLiteral("Appearance: ")) && next != best);
        arrive(3);
        QCOMPARE(chosen(), next);
        // A person who was chosen stays so, too; who is found no more does not.
        while (!chosen().endsWith(QStringLiteral("Jones 1")))
            QTest::keyClick(palette->field(), Qt::Key_Down);
        arrive(2);
        QCOMPARE(chosen(), QStringLiteral("Appearance Jones 1"));
        arrive(1);
        QCOMPARE(chosen(), best);
        // Other letters choose anew, and so does opening it.
        QTest::keyClick(palette->field(), Qt::Key_Down);
        palette->field()->setText(QStringLiteral("dark"));
        m_desk->settle();
        arrive(1);
        QCOMPARE(chosen(), QStringLiteral("Appearance: dark"));
        palette->toggle();
        palette->toggle();
        const QString first = chosen();
        QTest::keyClick(palette->field(), Qt::Key_Down);
        QVERIFY(chosen() != first);
        palette->toggle();
        palette->toggle();
        QCOMPARE(chosen(), first);
        QCOMPARE(ran, 0);
    }

    void wordsAreMetByTheirBeginnings_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<WordHit>("hit");
        QTest::newRow("scattered") << QStringLiteral("Mel") << QStringLiteral("Let go, for somebody else") << WordHit::None;
        QTest::newRow("inside a word") << QStringLiteral("body") << QStringLiteral("Let go, for somebody else") << WordHit::None;
        QTest::newRow("initials") << QStringLiteral("to") << QStringLiteral("Take over") << WordHit::None;
        QTest::newRow("a beginning") << QStringLiteral("vasq") << QStringLiteral("Elena Vásquez") << WordHit::Beginnings;
        QTest::newRow("two") << QStringLiteral("EL va") << QStringLiteral("Elena Vásquez") << WordHit::Beginnings;
        QTest::newRow("in another order") << QStringLiteral("va el") << QStringLiteral("Elena Vásquez") << WordHit::None;
        QTest::newRow("a later word") << QStringLiteral("tom") << QStringLiteral("Tommy Tom") << WordHit::Whole;
        QTest::newRow("a word and a half") << QStringLiteral("tom ba") << QStringLiteral("Tom Baker") << WordHit::Beginnings;
        QTest::newRow("all") << QStringLiteral(" tom  baker ") << QStringLiteral("Tom Baker") << WordHit::Whole;
    }
    void wordsAreMetByTheirBeginnings()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QTEST(wordHit(query, text), "hit");
    }

    void whoeverIsTypedByNameIsWhoEnterOpens()
    {
        show({1024, 700});
        CommandPalette *palette = m_window->palette();
        QStringList ran;
        const auto add = [&](const char *id, const QString &text, const QString &synonyms) {
            m_window->commands().add({QLatin1StringView(id), CommandGroup::Conversation, text, QStringLiteral("people"), {}, synonyms, {}, [&ran, text] { ran << text; }});
        };
        add("test.let_go", QStringLiteral("Let it go: exempt"), {});
        add("test.tomar", QStringLiteral("Tomar el control"), QStringLiteral("quiteria"));
        const auto type = [&](const QString &words) {
            ran.clear();
            if (palette->isOpen())
                palette->toggle();
            palette->toggle();
            QTest::keyClicks(palette->field(), words);
        };
        const auto arrive = [&](const QStringList &names) {
            std::vector<PaletteFind> found;
            for (const QString &name : names)
                found.push_back({name, name, QStringLiteral("Casa Marisol"), [&ran, name] { ran << name; }});
            palette->model()->setPeople(std::move(found));
        };
        const auto enter = [&] {
            QTest::keyClick(palette->field(), Qt::Key_Return);
            return ran.join(QLatin1Char(','));
        };
        // Letters that are somewhere in a command run nothing before it is known whose name they begin.
        type(QStringLiteral("Xem"));
        QCOMPARE(enter(), QString());
        QVERIFY(palette->isOpen());
        arrive({QStringLiteral("Xemena Ott"), QStringLiteral("Xem")});
        for (int i = 0; i < palette->model()->rowCount(); ++i)
            QVERIFY(!palette->model()->itemAt(i).text.startsWith(QStringLiteral("Let it go: exempt")));
        QCOMPARE(enter(), QStringLiteral("Xem"));
        // Where there is nobody they still find it.
        type(QStringLiteral("Xem"));
        m_desk->settle();
        QVERIFY(enter().startsWith(QStringLiteral("Let it go: exempt")));
        // Nor does an act on what is open stand in for a name, though it begins like that.
        type(QStringLiteral("Tom"));
        QCOMPARE(enter(), QString());
        arrive({QStringLiteral("Tommy Lund"), QStringLiteral("Tom Baker")});
        QCOMPARE(enter(), QStringLiteral("Tom Baker"));
        type(QStringLiteral("Tom"));
        arrive({QStringLiteral("Tommy Lund")});
        QCOMPARE(enter(), QStringLiteral("Tomar el control"));
        // What only means the same stands below whoever is found.
        type(QStringLiteral("quite"));
        QCOMPARE(enter(), QString());
        arrive({QStringLiteral("Quiteria Paz")});
        QCOMPARE(enter(), QStringLiteral("Quiteria Paz"));
        // Who chooses with the arrows keeps that.
        type(QStringLiteral("Xem"));
        QTest::keyClick(palette->field(), Qt::Key_Down);
        arrive({QStringLiteral("Xem")});
        QVERIFY(enter().startsWith(QStringLiteral("Let it go: exempt")));
        // Who was found for other letters is not opened for these.
        type(QStringLiteral("Xe"));
        arrive({QStringLiteral("Xemena Ott")});
        QTest::keyClicks(palette->field(), QStringLiteral("m"));
        QCOMPARE(enter(), QString());
        m_desk->settle();
        palette->toggle();
    }

    void settingsAreReachedWithTheKeyboard()
    {
        show({1024, 700});
        m_window->commands().action(QStringLiteral("goto.settings"))->trigger();
        QVERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Settings sections"));
    }
};

QTEST_MAIN(RoomTest)
#include "roomtest.moc"
