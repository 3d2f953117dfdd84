#include "tests/qt/testclasses.h"
#include "tests/ui/looks.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxfilter.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/inboxviews.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/viewnamedialog.h"
#include "ui/shell/navigation.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QApplication>
#include <QFocusFrame>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Views of the inbox that somebody saves under a name.
class ViewsTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    QAbstractItemModel *model() const { return list()->model(); }
    ViewNameDialog *dialog() const { return inbox()->views()->dialog(); }
    void narrow(ChannelKind kind)
    {
        RowFilter filter;
        filter.channels.insert(kind);
        inbox()->filter()->set(filter);
        m_desk->settle();
    }
    void save(const QString &name)
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_V);
        QTRY_VERIFY(dialog() && dialog()->isOpen() && dialog()->name()->hasFocus());
        QTest::keyClicks(dialog()->name(), name);
        QTest::keyClick(dialog()->name(), Qt::Key_Return);
        QVERIFY(!dialog()->isOpen());
        m_desk->settle();
    }
    NavEntry *entry(const QString &word) const
    {
        const auto entries = m_window->findChildren<NavEntry *>();
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const NavEntry *one) { return one->isVisible() && one->text() == word; });
        return found == entries.end() ? nullptr : *found;
    }
    QString reason(const char *id) const { return m_window->commands().reason(QLatin1StringView(id)); }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        trigger("goto.all");
        QTRY_COMPARE(model()->rowCount(), 10);
        list()->setFocus();
    }
    void cleanup()
    {
        takeLookOff(m_themes);
        end();
    }

    void whatNarrowsTheListIsSavedAndComesBack()
    {
        QCOMPARE(reason("views.save"), QStringLiteral("nothing narrows the list"));
        QCOMPARE(reason("goto.saved"), QStringLiteral("none has been saved"));
        narrow(ChannelKind::WhatsApp);
        const int rows = model()->rowCount();
        QVERIFY(rows > 0 && rows < 10);
        save(QStringLiteral("Only WhatsApp"));
        NavEntry *saved = entry(QStringLiteral("Only WhatsApp"));
        QVERIFY(saved && saved->isChecked());
        QVERIFY2(!entry(QStringLiteral("All"))->isChecked(), "one shows, not two");
        QTRY_COMPARE(saved->accessibleName(), QStringLiteral("Only WhatsApp, %1").arg(rows));
        const auto labels = inbox()->list()->findChildren<TextLabel *>();
        const auto title = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->text() == QStringLiteral("Only WhatsApp"); });
        QVERIFY(title != labels.end() && (*title)->isVisible());
        m_themes.setTextPercent(130);
        m_desk->settle();
        QVERIFY2((*title)->width() >= (*title)->sizeHint().width(), "by what the list is ordered gives way to its name");
        m_themes.setTextPercent(100);
        m_desk->settle();
        QVERIFY(reason("views.save").contains(QStringLiteral("Only WhatsApp")));
        keep(QStringLiteral("views-saved"));
        // A view of the program is not narrowed by it.
        trigger("goto.mine");
        QVERIFY(inbox()->filter()->filter().isEmpty());
        QVERIFY(!entry(QStringLiteral("Only WhatsApp"))->isChecked() && entry(QStringLiteral("Mine"))->isChecked());
        QTest::mouseClick(entry(QStringLiteral("Only WhatsApp")), Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), rows);
        QVERIFY(inbox()->filter()->filter().channels.contains(ChannelKind::WhatsApp));
        QVERIFY(entry(QStringLiteral("Only WhatsApp"))->isChecked());
    }

    /// At the window's edge and in what scrolls, too.
    void theRingOfTheKeyboardIsNeverCut()
    {
        narrow(ChannelKind::WhatsApp);
        save(QStringLiteral("Only WhatsApp"));
        int seen = 0;
        for (const int percent : {100, 200}) {
            m_themes.setTextPercent(percent);
            m_desk->settle();
            for (QWidget *one : {static_cast<QWidget *>(m_window->findChild<NavHead *>()), static_cast<QWidget *>(entry(QStringLiteral("Only WhatsApp")))}) {
                if (!one)
                    continue;
                one->setFocus(Qt::TabFocusReason);
                const auto *ring = m_window->findChild<QFocusFrame *>();
                QVERIFY(ring && ring->isVisible() && ring->widget() == one);
                const QRect at = ring->geometry();
                const QRect room = ring->parentWidget()->rect();
                QVERIFY2(room.contains(at), qPrintable(QStringLiteral("%1 at %2 %: %3,%4 %5x%6 in %7x%8").arg(QLatin1String(one->metaObject()->className())).arg(percent).arg(at.x()).arg(at.y()).arg(at.width()).arg(at.height()).arg(room.width()).arg(room.height())));
                ++seen;
            }
        }
        QVERIFY(seen >= 3);
    }

    void itIsThereAfterARestartAndForNobodyElse()
    {
        RowFilter filter;
        filter.unread = true;
        filter.channels = {ChannelKind::LiveChat, ChannelKind::WebForm};
        filter.temperatures = {Temperature::Cold, Temperature::Warm};
        filter.labels = {"VIP", "café, naïf"};
        inbox()->filter()->set(filter);
        m_desk->settle();
        save(QStringLiteral("Everything & more"));
        const std::vector<SavedView> before = inbox()->views()->all();
        m_window.reset();
        show();
        QVERIFY(entry(QStringLiteral("Everything & more")));
        QCOMPARE(inbox()->views()->all(), before);
        QVERIFY(before.front().filter == filter);
        User other = user(2);
        other.name = "Tomás Ibarra";
        other.role = Role::Agent;
        m_desk->store.signIn(2);
        m_desk->ephemera.setSession(SessionPhase::SignedIn, other);
        m_desk->settle();
        QVERIFY(inbox()->views()->all().empty());
        QVERIFY(!entry(QStringLiteral("Everything & more")));
        m_desk->signIn();
        m_desk->settle();
        QCOMPARE(inbox()->views()->all(), before);
    }

    /// Whoever goes back to an older program for a day finds it all again.
    void whatANewerProgramWroteStaysAsItIs()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("newer.conf"));
        const QString place = QStringLiteral("views/%1/").arg(QString::fromStdString(userId(1).value));
        Preferences preferences(std::make_unique<QSettings>(file, QSettings::IniFormat));
        SavedView mine;
        mine.id = QStringLiteral("a");
        mine.name = QStringLiteral("Mine");
        preferences.setSavedViews(userId(1), {mine});
        QSettings newer(file, QSettings::IniFormat);
        newer.setValue(place + QStringLiteral("1/id"), QStringLiteral("b"));
        newer.setValue(place + QStringLiteral("1/name"), QStringLiteral("Faxes"));
        newer.setValue(place + QStringLiteral("1/view"), QStringLiteral("all"));
        newer.setValue(place + QStringLiteral("1/channels"), QStringList {QStringLiteral("fax")});
        newer.setValue(place + QStringLiteral("1/pages"), 3);
        newer.setValue(place + QStringLiteral("count"), 2);
        newer.setValue(place + QStringLiteral("0/color"), QStringLiteral("green")); // more of one that is understood
        QCOMPARE(preferences.savedViews(userId(1)), std::vector {mine});
        SavedView another = mine;
        another.id = QStringLiteral("c");
        another.name = QStringLiteral("Another");
        another.filter.unread = true;
        preferences.setSavedViews(userId(1), {another, mine});
        QCOMPARE(preferences.savedViews(userId(1)), (std::vector {another, mine}));
        QCOMPARE(newer.value(place + QStringLiteral("1/color")).toString(), QStringLiteral("green"));
        QVERIFY(!newer.contains(place + QStringLiteral("0/color")));
        preferences.setSavedViews(userId(1), {});
        QVERIFY(preferences.savedViews(userId(1)).empty());
        QCOMPARE(newer.value(place + QStringLiteral("count")).toInt(), 1);
        QCOMPARE(newer.value(place + QStringLiteral("0/id")).toString(), QStringLiteral("b"));
        QCOMPARE(newer.value(place + QStringLiteral("0/channels")).toStringList(), QStringList {QStringLiteral("fax")});
        QCOMPARE(newer.value(place + QStringLiteral("0/pages")).toInt(), 3);
    }

    void aNameIsNeededAndTakenOnce()
    {
        narrow(ChannelKind::WhatsApp);
        save(QStringLiteral("Texts"));
        narrow(ChannelKind::Sms);
        QTest::keyClick(list(), Qt::Key_V);
        QTRY_VERIFY(dialog()->name()->hasFocus());
        QTest::keyClick(dialog()->name(), Qt::Key_Return);
        QVERIFY(dialog()->isOpen() && says(QStringLiteral("Give it a name.")));
        QTest::keyClicks(dialog()->name(), QStringLiteral(" texts "));
        QTest::mouseClick(dialog()->save(), Qt::LeftButton);
        QVERIFY(dialog()->isOpen() && says(QStringLiteral("Another view has this name.")));
        m_desk->settle();
        QVERIFY(dialog()->name()->height() >= dialog()->name()->sizeHint().height());
        verifyNothingIsCut(dialog()->box());
        keep(QStringLiteral("views-name"));
        dialog()->name()->selectAll();
        QTest::keyClicks(dialog()->name(), QStringLiteral("all")); // as one of the program is
        QTest::mouseClick(dialog()->save(), Qt::LeftButton);
        QVERIFY(dialog()->isOpen() && says(QStringLiteral("Another view has this name.")));
        QTest::keyClick(dialog()->name(), Qt::Key_Escape);
        QVERIFY(!dialog()->isOpen());
        QCOMPARE(inbox()->views()->all().size(), 1u);
    }

    void itIsRenamedAndRemovedAndPutBack()
    {
        narrow(ChannelKind::WhatsApp);
        save(QStringLiteral("First"));
        narrow(ChannelKind::Sms);
        save(QStringLiteral("Second"));
        trigger("views.rename");
        QCOMPARE(dialog()->name()->text(), QStringLiteral("Second"));
        QTest::keyClicks(dialog()->name(), QStringLiteral("Texts"));
        QTest::keyClick(dialog()->name(), Qt::Key_Return);
        QVERIFY(entry(QStringLiteral("Texts")) && !entry(QStringLiteral("Second")));
        inbox()->views()->choose(inbox()->views()->all().front().id);
        m_desk->settle();
        const std::vector<SavedView> before = inbox()->views()->all();
        trigger("views.remove");
        QVERIFY(!entry(QStringLiteral("First")) && entry(QStringLiteral("Texts")));
        QVERIFY(says(QStringLiteral("The view “First” was removed.")));
        QCOMPARE(m_desk->preferences->savedViews(userId(1)).size(), 1u);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(inbox()->views()->all(), before);
        QCOMPARE(m_desk->preferences->savedViews(userId(1)), before);
        QVERIFY(!reason("conversation.undo_send").isEmpty());
    }

    void theKeysLeadToEachOfThem()
    {
        for (const ChannelKind kind : {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::LiveChat}) {
            narrow(kind);
            save(QString::fromUtf8(nameOf(kind).data(), qsizetype(nameOf(kind).size())));
        }
        trigger("goto.all");
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_G);
        QTest::keyClick(list(), Qt::Key_V);
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        auto *menu = static_cast<QMenu *>(QApplication::activePopupWidget());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        m_desk->settle();
        QVERIFY(inbox()->views()->current());
        QCOMPARE(inbox()->views()->current()->filter.channels, std::set<ChannelKind> {ChannelKind::Sms});
    }

    void whoComesAfterSeesNoNameOfWhoWasBefore()
    {
        narrow(ChannelKind::WhatsApp);
        save(QStringLiteral("Mine alone"));
        trigger("views.rename");
        QTRY_VERIFY(dialog()->isOpen());
        User other = user(2);
        other.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, other);
        m_desk->settle();
        QVERIFY(!dialog()->isOpen());
        m_desk->signIn();
    }

    void theKeyboardComesToThemWhereTheyStand()
    {
        narrow(ChannelKind::WhatsApp);
        save(QStringLiteral("First"));
        narrow(ChannelKind::Sms);
        save(QStringLiteral("Second"));
        entry(QStringLiteral("All"))->setFocus(Qt::TabFocusReason);
        for (const char *next : {"First", "Second"}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(entry(QLatin1StringView(next))));
        }
    }

    void itsCountGoesWithTheList()
    {
        narrow(ChannelKind::Sms);
        const int rows = model()->rowCount();
        save(QStringLiteral("Texts"));
        QTRY_COMPARE(entry(QStringLiteral("Texts"))->accessibleName(), QStringLiteral("Texts, %1").arg(rows));
        trigger("goto.mine"); // also when it does not show
        Lead one = lead(44, "New One");
        one.client = clientId(2);
        Conversation c = conversation(44, 2);
        c.channelKind = ChannelKind::Sms;
        c.lastAt = m_desk->store.clock.now();
        QVERIFY(m_desk->store.apply({entity("lead", one), entity("conversation", c)}).hasValue());
        QTRY_COMPARE(entry(QStringLiteral("Texts"))->accessibleName(), QStringLiteral("Texts, %1").arg(rows + 1));
    }

    void manyOfThemLeaveRoomForTheRest()
    {
        std::vector<SavedView> many;
        for (int i = 0; i < mostSavedViews; ++i) {
            SavedView view {QString::number(i), QStringLiteral("View %1").arg(i), View::All, {}};
            view.filter.labels.insert("label " + std::to_string(i));
            many.push_back(view);
        }
        m_window.reset();
        m_desk->preferences->setSavedViews(userId(1), many);
        show({1440, 700});
        QCOMPARE(m_window->height(), 700);
        QVERIFY(entry(QStringLiteral("View 0")) && entry(QStringLiteral("Settings")));
        QVERIFY(m_window->rect().contains(entry(QStringLiteral("Settings"))->mapTo(m_window.get(), QPoint(0, 0))));
        // What one scrolls them with stands beside their figures, which stand below those of the program's views.
        const NavEntry *first = entry(QStringLiteral("View 0"));
        const auto endOf = [&](const QWidget *one) { return one->mapTo(m_window.get(), one->rect().topRight()).x(); };
        QCOMPARE(endOf(first), endOf(entry(QStringLiteral("All"))));
        const QWidget *above = first->parentWidget();
        while (!qobject_cast<const QScrollArea *>(above))
            above = above->parentWidget();
        const QScrollBar *bar = static_cast<const QScrollArea *>(above)->verticalScrollBar();
        QVERIFY(bar->isVisible() && bar->mapTo(m_window.get(), QPoint(0, 0)).x() > endOf(first) - 8);
        keep(QStringLiteral("views-many"));
        narrow(ChannelKind::Sms);
        QVERIFY(reason("views.save").contains(QStringLiteral("30")));
    }

    void inEveryLook_data() { addLooks("views"); }
    void inEveryLook()
    {
        const QSize size = wearLook(m_themes);
        m_window->resize(size);
        m_desk->settle();
        narrow(ChannelKind::WhatsApp);
        if (inbox()->isStacked())
            inbox()->showThread(false);
        save(QStringLiteral("Only WhatsApp"));
        trigger("views.rename");
        QTRY_VERIFY(dialog()->isOpen());
        verifyNothingIsCut(dialog()->box());
        keep(QString::fromLatin1(QTest::currentDataTag()));
    }
};

FOREDECK_QT_TEST(ViewsTest)
#include "viewstest.moc"
