#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/timefield.h"

#include <QAccessible>
#include <QApplication>
#include <QDateEdit>
#include <QMenu>
#include <QTimeZone>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Putting a conversation away and getting it back.
class SnoozeTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        m_desk->fillEscalations();
        m_desk->settle();
        open(TestDesk::elena());
        list()->setFocus();
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    void theKeyOffersWhatTheHoursAllow()
    {
        QMenu *menu = asked();
        QVERIFY(menu);
        QStringList words;
        for (const QAction *action : menu->actions())
            words << action->text();
        QCOMPARE(words.size(), 5);
        QVERIFY(words.at(0).startsWith(QStringLiteral("Later today\t")));
        QVERIFY(words.at(1).startsWith(QStringLiteral("Tomorrow morning\t")));
        QVERIFY(words.at(2).startsWith(QStringLiteral("Next week\t")));
        // On whose clock that is, where one can mistake it; nothing to choose.
        QCOMPARE(words.at(3), QStringLiteral("Times of %1; opening hours of America/New_York").arg(QString::fromLatin1(desktopZone().id())));
        QVERIFY(!menu->actions().at(3)->isEnabled());
        QCOMPARE(menu->activeAction(), menu->actions().constFirst());
        keepMenu(menu, QStringLiteral("snooze-menu-light"));
        look(Appearance::Dark);
        keepMenu(menu, QStringLiteral("snooze-menu-dark"));
        look(Appearance::Light);
        leave(menu);
        QVERIFY(ops().empty());
    }

    void aChoiceIsAnActAndShowsAtOnce()
    {
        snoozeTomorrow();
        QTRY_COMPARE(kinds(), std::vector {OpKind::Snooze});
        QVERIFY(ops().front().conversation == TestDesk::elena());
        const auto until = fromRfc3339(QString::fromStdString(ops().front().body).section(QLatin1Char('"'), 3, 3).toStdString());
        QVERIFY(until && *until > m_desk->store.clock.now());
        QTRY_VERIFY(row().status == ConversationStatus::Snoozed);
        QVERIFY(row().snoozedUntil == until);
        QTRY_VERIFY(says(QStringLiteral("Snoozed until")));
        trigger("goto.snoozed");
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Snoozed until")));
        keep(QStringLiteral("snoozed-light"));
        look(Appearance::Dark);
        keep(QStringLiteral("snoozed-dark"));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        keep(QStringLiteral("snoozed-rtl"));
        look(Appearance::Light);
        trigger("goto.mine");
        QTRY_VERIFY(list()->model()->rowCount() > 0);
        for (int i = 0; i < list()->model()->rowCount(); ++i)
            QVERIFY(!list()->model()->index(i, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("allergic")));
    }

    void theNextOneOpens()
    {
        trigger("goto.mine");
        QTRY_VERIFY(list()->model()->rowCount() > 1);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        m_desk->settle();
        const ConversationId first = inbox()->conversation();
        snoozeTomorrow();
        QTRY_VERIFY(inbox()->conversation() != first);
        QVERIFY(!inbox()->conversation().empty());
    }

    void offlineTooAndUndone()
    {
        SyncStatus away;
        away.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(away);
        const auto before = row().status;
        snoozeTomorrow();
        QTRY_VERIFY(row().status == ConversationStatus::Snoozed);
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(kinds(), (std::vector {OpKind::Snooze, OpKind::Wake}));
        QTRY_VERIFY(row().status == before); // as if it had not been
        QVERIFY(row().owner.user == userId(1)); // still hers
        QVERIFY(!row().snoozedUntil);
        QVERIFY(!reasonOf("conversation.undo_send").isEmpty()); // once
    }

    void wokenFromTheMenu()
    {
        snoozeTomorrow();
        QTRY_VERIFY(row().status == ConversationStatus::Snoozed);
        inbox()->open(TestDesk::elena());
        m_desk->settle();
        QMenu *menu = asked();
        QVERIFY(menu);
        QCOMPARE(menu->actions().constLast()->text(), QStringLiteral("Wake now"));
        menu->actions().constLast()->trigger();
        leave(menu);
        QTRY_VERIFY(row().status == ConversationStatus::WaitingHuman);
        QVERIFY(!reasonOf("conversation.wake").isEmpty());
    }

    void untilADayAndATime()
    {
        chooseOther();
        SnoozeUntil *dialog = m_window->findChild<SnoozeUntil *>();
        QVERIFY(dialog && dialog->isOpen());
        keep(QStringLiteral("snooze-until-light"));
        look(Appearance::Dark);
        keep(QStringLiteral("snooze-until-dark"));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        keep(QStringLiteral("snooze-until-rtl"));
        QApplication::setLayoutDirection(Qt::LeftToRight);
        look(Appearance::Light);
        auto *day = dialog->findChild<QDateEdit *>();
        auto *time = dialog->findChild<TimeField *>();
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_desk->store.clock.now()));
        day->setDate(now.date());
        time->setText(QStringLiteral("0:01"));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(dialog->isOpen());
        QVERIFY(says(QStringLiteral("This is past already.")));
        time->setText(QStringLiteral("25:99"));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(dialog->isOpen() && ops().empty());
        day->setDate(now.date().addDays(9));
        time->setText(QStringLiteral("830"));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(kinds(), std::vector {OpKind::Snooze});
        QTRY_VERIFY(row().snoozedUntil == fromMs(QDateTime(now.date().addDays(9), QTime(8, 30)).toMSecsSinceEpoch()));
        QVERIFY(day->maximumDate() < now.date().addDays(366)); // the server takes no longer one
    }

    void aTimeOnAnotherClockSaysOnWhose()
    {
        Location place = m_desk->store.read([](CacheReader &reader) { return reader.locations(clientId(1)); }).value().front();
        place.hours.zone = "Pacific/Marquesas"; // half past nine hours behind: hardly anybody's
        ++place.version;
        QVERIFY(m_desk->store.apply({entity("location", place)}).hasValue());
        m_desk->settle();
        chooseOther();
        QVERIFY(says(QStringLiteral("In the time zone %1.").arg(QString::fromLatin1(desktopZone().id()))));
    }

    /// The dialog may stand open for long.
    void whatLayAheadWhenItWasAskedMayBePast()
    {
        chooseOther();
        SnoozeUntil *dialog = m_window->findChild<SnoozeUntil *>();
        QVERIFY(dialog && dialog->isOpen());
        auto *day = dialog->findChild<QDateEdit *>();
        auto *time = dialog->findChild<TimeField *>();
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_desk->store.clock.now()));
        day->setDate(now.date().addDays(1));
        time->setText(QStringLiteral("0:01"));
        m_desk->store.clock.advance(std::chrono::hours {48});
        day->setFocus();
        QTest::keyClick(day, Qt::Key_Return);
        QVERIFY(dialog->isOpen() && ops().empty());
        QVERIFY(says(QStringLiteral("This is past already.")));
        day->setDate(now.date().addDays(3));
        QTest::keyClick(day, Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(kinds(), std::vector {OpKind::Snooze});
    }

    void whatIsNobodysToPutAway()
    {
        open(conversationId(4)); // the assistant answers there
        QVERIFY(!reasonOf("conversation.snooze").isEmpty());
        QTest::keyClick(list(), Qt::Key_S);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(says(QStringLiteral("Cannot be snoozed: the assistant is answering; take over first")));
        open(TestDesk::elena());
        QVERIFY(reasonOf("conversation.snooze").isEmpty());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("s"));
        QVERIFY(!QApplication::activePopupWidget()); // it is a letter there
    }

    void onTheEscalationsPage()
    {
        m_window->showPlace(QStringLiteral("escalations"));
        m_window->escalations()->open(TestDesk::escalation(22));
        m_desk->settle();
        trigger("conversation.snooze");
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        // A notification may open another one beneath it: what was asked is done where it was asked.
        m_window->escalations()->open(TestDesk::escalation(23));
        m_desk->settle();
        menu->actions().constFirst()->trigger();
        leave(menu);
        QTRY_COMPARE(kinds(), std::vector {OpKind::Snooze});
        QVERIFY(ops().front().conversation == conversationId(22));
    }

    /// However fast the hands are.
    void nothingIsOfferedBeforeTheHoursAreKnown()
    {
        Location place;
        place.id = LocationId {idText(9, 1)};
        place.client = clientId(1);
        place.hours.zone = "Pacific/Auckland";
        place.hours.week.fill({{11 * 60, 20 * 60}});
        QVERIFY(m_desk->store.apply({entity("location", place)}).hasValue());
        m_desk->settle();
        SnoozeAsker asker(m_desk->desk(), m_window.get());
        asker.setClient(clientId(1));
        asker.ask({}, [](Timestamp) {}, {});
        QVERIFY(!asker.menu());
        QTRY_VERIFY(asker.menu());
        Timestamp chosen;
        asker.menu()->close();
        // Known from now on, however often its conversation changes.
        asker.setClient({});
        asker.setClient(clientId(1));
        asker.ask({}, [&](Timestamp until) { chosen = until; }, {});
        QVERIFY(asker.menu());
        const auto actions = asker.menu()->actions();
        const auto tomorrow = std::find_if(actions.begin(), actions.end(), [](const QAction *one) { return one->text().startsWith(QStringLiteral("Tomorrow morning")); });
        QVERIFY(tomorrow != actions.end());
        (*tomorrow)->trigger();
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(toMs(chosen), QTimeZone("Pacific/Auckland")).time(), QTime(11, 0));
        leave(asker.menu());
        // What is asked nobody is told of, once something else is open.
        asker.setClient(clientId(2));
        asker.ask({}, [](Timestamp) {}, {});
        asker.setClient({});
        m_desk->settle();
        QVERIFY(!asker.menu() || !asker.menu()->isVisible());
    }

    void whoPutItAwayAndWhyItIsBackStandsInTheThread()
    {
        addTransition(1, 8, "active", "snoozed", "snoozed", toRfc3339(m_desk->store.clock.now() + std::chrono::hours {20}));
        addTransition(2, 9, "snoozed", "waiting_human", "snooze_over", {});
        m_desk->settle();
        QTRY_VERIFY(transcriptSays(QStringLiteral("Nadia Brandt snoozed this")) || transcriptSays(QStringLiteral("You snoozed this")));
        QVERIFY(transcriptSays(QStringLiteral("until ")));
        QVERIFY(transcriptSays(QStringLiteral("The snooze is over")));
        keep(QStringLiteral("snooze-thread-light"));
    }

private:
    void look(Appearance appearance)
    {
        m_themes.setAppearance(appearance);
        m_desk->settle();
    }
    QMenu *asked()
    {
        QTest::keyClick(list(), Qt::Key_S);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    /// Until the keys are the window's again.
    void leave(QMenu *menu)
    {
        menu->close();
        m_window->activateWindow(); // which a desktop does by itself
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_desk->settle();
    }
    void snoozeTomorrow()
    {
        QMenu *menu = asked();
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        leave(menu);
    }
    void chooseOther()
    {
        QMenu *menu = asked();
        QVERIFY(menu);
        menu->actions().constLast()->trigger();
        leave(menu);
    }
    QString reasonOf(const char *id) const { return m_window->commands().reason(QLatin1StringView(id)); }
    std::vector<Op> ops() const
    {
        std::vector<Op> ops;
        for (const OutboxRow &one : m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({})) {
            if (one.op.kind != OpKind::Read && one.op.kind != OpKind::Composition)
                ops.push_back(one.op);
        }
        return ops;
    }
    std::vector<OpKind> kinds() const
    {
        std::vector<OpKind> kinds;
        for (const Op &op : ops())
            kinds.push_back(op.kind.value());
        return kinds;
    }
    ConversationRow row() const
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.conversation(TestDesk::elena()); }).value();
    }
    void addTransition(int n, std::int64_t position, const char *from, const char *to, const char *reason, const std::string &detail)
    {
        Transition t;
        t.id = TransitionId {idText(10, 50 + n)};
        t.client = clientId(1);
        t.conversation = TestDesk::elena();
        t.position = position;
        t.field = TransitionField::Status;
        t.from = from;
        t.to = to;
        t.reason = reason;
        t.detail = detail;
        t.actor = n == 1 ? Actor {ActorKind::User, userId(1), "Nadia Brandt"} : Actor {};
        t.at = m_desk->store.clock.now();
        QVERIFY(m_desk->store.apply({entity("transition", t)}).hasValue());
    }
    bool transcriptSays(const QString &words) const
    {
        QAccessibleInterface *inside = QAccessible::queryAccessibleInterface(transcript());
        for (int i = 0; inside && i < inside->childCount(); ++i) {
            if (inside->child(i)->text(QAccessible::Name).contains(words))
                return true;
        }
        return false;
    }
    void keepMenu(QMenu *menu, const QString &name) const
    {
        const QString folder = qEnvironmentVariable("FOREDECK_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(menu->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
};

FOREDECK_QT_TEST(SnoozeTest)
#include "snoozetest.moc"
