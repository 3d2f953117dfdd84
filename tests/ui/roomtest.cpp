#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/farewell.h"
#include "ui/shell/frame.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/weekeditor.h"

#include <QAction>
#include <QApplication>
#include <QLayout>
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

    void settingsAreReachedWithTheKeyboard()
    {
        show({1024, 700});
        m_window->commands().action(QStringLiteral("goto.settings"))->trigger();
        QVERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Settings sections"));
    }
};

FOREDECK_QT_TEST(RoomTest)
#include "roomtest.moc"
