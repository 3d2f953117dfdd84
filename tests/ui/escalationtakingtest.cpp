#include "tests/qt/testclasses.h"
#include "tests/ui/escalationfixture.h"
#include "ui/pages/escalations/briefcolumn.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// Who has a hand-over, and how it goes from one person to another.
class EscalationTakingTest : public QObject, protected EscalationFixture {
    Q_OBJECT

private:
    /// The keys that stand beside the next best actions.
    QStringList keyCaps() const
    {
        QStringList keys;
        for (const KeyCap *cap : page()->detail()->brief()->findChildren<KeyCap *>()) {
            if (cap->isVisible())
                keys << cap->text();
        }
        return keys;
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { endAndReset(); }

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

    void whoIsTypingIsAskedAboutOnce()
    {
        showFilled();
        choose(QStringLiteral("Jana"));
        isTyping(2, QStringLiteral("Tomás"));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList());
        QVERIFY(says(QStringLiteral("Tomás is typing. Take over anyway? T again.")));
        // It is asked about this person: what was said of one holds for nobody else.
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(25)); }).value()->escalation;
        e.version = 9;
        e.claimedBy = {ActorKind::User, test::userId(3), "Ana Prieto"};
        isTyping(3, QStringLiteral("Ana"));
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QVERIFY(!says(QStringLiteral("Take over anyway?")));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList());
        QVERIFY(says(QStringLiteral("Ana is typing. Take over anyway? T again.")));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
    }

    /// It waits for anybody again, and the conversation is still theirs.
    void whoIsTypingIsAskedAboutWhenAnEmergencyRose()
    {
        showFilled();
        choose(QStringLiteral("Marcus"));
        Conversation c = test::conversation(1, 2);
        c.version = 9;
        c.owner = {OwnerKind::User, test::userId(2), "Tomás Ibarra"};
        c.claim = {test::userId(2), "Tomás Ibarra", 9, m_desk->store.clock.now() + std::chrono::seconds(90)};
        c.lastPosition = c.lastPublicPosition = 6;
        isTyping(2, QStringLiteral("Tomás"), 1);
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
        QVERIFY(page()->shownConversation() == TestDesk::marcus());
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList());
        // It is a question to whoever does not see it, too.
        const auto labels = page()->detail()->findChildren<TextLabel *>();
        const auto asks = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->text().contains(QStringLiteral("Take over anyway?")); });
        QVERIFY(asks != labels.end());
        const QAccessibleInterface *inside = QAccessible::queryAccessibleInterface(*asks);
        QVERIFY(inside && inside->role() == QAccessible::Notification && inside->text(QAccessible::Name).contains(QStringLiteral("Take over anyway?")));
        QVERIFY(says(QStringLiteral("is typing. Take over anyway? T again.")));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
    }

    void whatSomebodyElseHasIsTakenOverFirst()
    {
        showFilled();
        choose(QStringLiteral("Jana"));
        for (const Qt::Key one : {Qt::Key_E, Qt::Key_H, Qt::Key_A}) {
            key(one);
            QVERIFY(!form()->isVisible() && !QApplication::activePopupWidget());
        }
        QCOMPARE(m_window->commands().reason(QStringLiteral("conversation.resolve")), QStringLiteral("somebody else has it; take it over first"));
        // Taken up while the note is typed: it is not sent, and stays.
        choose(QStringLiteral("Marcus"));
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.status = EscalationStatus::Claimed;
        e.claimedBy = {ActorKind::User, test::userId(2), "Tomás Ibarra"};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(done(), QStringList());
        QVERIFY(says(QStringLiteral("Not sent, and kept: somebody else has it")));
        QCOMPARE(form()->text(), QStringLiteral("Crew sent"));
    }

    /// It would wait until somebody has decided about the reply, and look done until then.
    void nothingIsSettledBehindAReplyThatNeedsALook()
    {
        showFilled();
        choose(QStringLiteral("Elena"));
        m_desk->acts->reply({test::clientId(1), test::conversationId(24), 1}, QStringLiteral("It fits."));
        m_desk->settle();
        write(Qt::Key_E, QStringLiteral("Measured"));
        m_desk->store.clock.advance(std::chrono::minutes {40});
        m_desk->store.takeSendable();
        m_desk->settle();
        const Op reply = stored(OpKind::Reply);
        QCOMPARE(reply.state.value(), OpState::NeedsReview);
        // What is typed by then is kept.
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(done(), QStringList {QStringLiteral("reply")});
        QVERIFY(says(QStringLiteral("Not sent, and kept: a reply of yours has to be looked at first")));
        QCOMPARE(form()->text(), QStringLiteral("Measured"));
        key(Qt::Key_Escape);
        rows()->setFocus();
        for (const Qt::Key one : {Qt::Key_E, Qt::Key_H, Qt::Key_A}) {
            key(one);
            QVERIFY(!form()->isVisible() && !QApplication::activePopupWidget());
        }
        const char *const acts[] = {"conversation.resolve", "conversation.hand_back", "conversation.assign", "conversation.let_go"};
        for (const char *act : acts)
            QCOMPARE(m_window->commands().reason(QLatin1StringView(act)), QStringLiteral("a reply of yours has to be looked at first"));
        m_desk->acts->drop(reply.id);
        m_desk->settle();
        for (const char *act : acts)
            QVERIFY2(m_window->commands().action(QLatin1StringView(act))->isEnabled(), act);
    }

    void oneGoesOnFromWhereTheTakenOneStood_data()
    {
        QTest::addColumn<EscalationTab>("tab");
        QTest::newRow("open") << EscalationTab::Open;
        QTest::newRow("pending") << EscalationTab::Pending;
    }
    void oneGoesOnFromWhereTheTakenOneStood()
    {
        QFETCH(EscalationTab, tab);
        showFilled();
        page()->header()->setTab(tab);
        m_desk->settle();
        QTRY_VERIFY(rowOf(QStringLiteral("Rosa")) >= 0);
        for (const auto &[by, next] : {std::pair {Qt::Key_J, 23}, {Qt::Key_K, 1}}) {
            choose(QStringLiteral("Rosa"));
            QCOMPARE(page()->escalation(), TestDesk::escalation(22));
            key(Qt::Key_T);
            QTRY_VERIFY(tab == EscalationTab::Open ? rowOf(QStringLiteral("Rosa")) > rowOf(QStringLiteral("Claimed")) : rowOf(QStringLiteral("Rosa")) < 0);
            key(by);
            QCOMPARE(page()->escalation(), TestDesk::escalation(next));
            // Back to where it was.
            QVERIFY(m_desk->store.write(&StoreWriter::drop, stored(OpKind::TakeOver).id).hasValue());
            m_desk->settle();
            key(Qt::Key_F5);
            QTRY_VERIFY(rowOf(QStringLiteral("Rosa")) >= 0 && rowOf(QStringLiteral("Rosa")) < 4);
        }
    }

    void onlyWhatNobodyHasIsRed()
    {
        showFilled();
        QStringList red;
        for (const NavEntry *entry : m_window->frame()->navigation()->findChildren<NavEntry *>()) {
            if (entry->isUrgent())
                red << entry->text();
        }
        QCOMPARE(red, QStringList {QStringLiteral("Escalations")});
    }

    void aBadgeOfTheNarrowRailIsWhole()
    {
        showFilled();
        NavEntry entry(NavEntry::Kind::Place, QStringLiteral("escalation"), QStringLiteral("Escalations"), m_window.get());
        entry.setSlim(true);
        entry.resize(entry.sizeHint());
        const QImage without = entry.grab().toImage();
        for (const int count : {1, 9, 120}) {
            entry.setUrgent(count == 1);
            entry.setCount(count);
            const QImage with = entry.grab().toImage();
            QVERIFY(with != without);
            for (int y = 0; y < with.height(); ++y)
                QCOMPARE(with.pixel(with.width() - 1, y), without.pixel(without.width() - 1, y)); // it ends before the edge
        }
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

    void whatIsTypedNarrowsThePeople()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_A);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu && menu->activeAction()); // Enter gives it to them, not a second one
        QTest::keyClicks(menu, QStringLiteral("iba"));
        QVERIFY(menu->activeAction() && menu->activeAction()->text().startsWith(QStringLiteral("Tomás Ibarra")));
        int shown = 0;
        for (const QAction *one : menu->actions())
            shown += one->isEnabled() && one->isVisible() && !one->isSeparator() ? 1 : 0;
        QCOMPARE(shown, 1);
        QTest::keyClicks(menu, QStringLiteral("x"));
        QVERIFY(!menu->activeAction());
        QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("Nobody is called “ibax”"));
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY2(menu->isVisible() && menu->activeAction(), "it takes back what is typed first");
        QTest::keyClicks(menu, QStringLiteral("tom"));
        if (const QString folder = qEnvironmentVariable("FOREDECK_PICTURES"); !folder.isEmpty())
            QVERIFY(menu->grab().save(folder + QStringLiteral("/person-menu.png")));
        QTest::keyClick(menu, Qt::Key_Return);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationAssign).body, "{\"user_id\":\"" + test::userId(2).value + "\"}");
    }

    /// Beside "Nothing has expired" stands nothing that has been resolved, and what is resolved asks for nothing.
    void anEmptyListKeepsNoSettledOneOpen()
    {
        showFilled();
        page()->header()->setTab(EscalationTab::Resolved);
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Towels were brought")));
        QVERIFY(!says(QStringLiteral("Next best actions")));
        page()->header()->setTab(EscalationTab::Expired);
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Nothing has expired")));
        QTRY_VERIFY(says(QStringLiteral("Nothing is open")));
        QVERIFY(!says(QStringLiteral("Towels were brought")));
        keep(QStringLiteral("escalations-expired"));
    }

    void whatIsAnsweredIsNoNextStep()
    {
        showFilled();
        QVERIFY(button(QStringLiteral("Write a reply")));
        Conversation boat = test::conversation(1, 2);
        boat.version = 3;
        boat.channelKind = ChannelKind::Sms;
        boat.status = ConversationStatus::WaitingHuman;
        boat.owner.kind = OwnerKind::Nobody;
        boat.lastAt = m_desk->store.clock.now();
        boat.lastPosition = boat.lastPublicPosition = 6;
        boat.escalation = EscalationMark {TestDesk::escalation(1), EscalationReason::Emergency, EscalationStatus::Pending, 1, {}};
        QVERIFY(m_desk->store.apply({test::entity("conversation", boat)}).hasValue()); // nobody waits in it
        m_desk->settle();
        QTRY_VERIFY(!button(QStringLiteral("Write a reply")));
        m_window->commands().refresh();
        QVERIFY(m_window->commands().reason(QStringLiteral("escalation.action_1")).isEmpty());
        QCOMPARE(m_window->commands().reason(QStringLiteral("escalation.action_2")), QStringLiteral("nothing supports one"));
        // Nor is its key another one's, wherever they stand: who meant to answer would call.
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.brief.actions = {{"reply", "", ""}, {"call", "+1 305 555 1001", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        m_window->commands().refresh();
        QVERIFY(m_window->commands().reason(QStringLiteral("escalation.action_1")).isEmpty());
        QCOMPARE(m_window->commands().reason(QStringLiteral("escalation.action_2")), QStringLiteral("nothing supports one"));
        QCOMPARE(keyCaps(), QStringList {QStringLiteral("1")});
    }

    void aStepKeepsItsKeyWhateverComesBeforeIt()
    {
        showFilled();
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        const NextAction reply = e.brief.actions.at(1);
        const NextAction call = e.brief.actions.at(0);
        const auto tell = [&](std::vector<NextAction> actions) {
            ++e.version;
            e.brief.actions = std::move(actions);
            QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
            m_desk->settle();
        };
        tell({reply});
        openAnew();
        QCOMPARE(keyCaps(), QStringList {QStringLiteral("1")});
        tell({call, reply}); // they have told their number
        QCOMPARE(keyCaps(), (QStringList {QStringLiteral("1"), QStringLiteral("2")}));
        tell({call, {"call", "+1 305 555 1002", ""}, reply});
        QCOMPARE(keyCaps(), (QStringList {QStringLiteral("1"), QStringLiteral("2")})); // a third has a button and no key
        key(Qt::Key_1);
        QVERIFY(inbox()->isVisible()); // to answer, as it was
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
    }

    void noKeyOfAStepThatHasGoneIsAnothers()
    {
        StepKeys keys;
        const EscalationId one = TestDesk::escalation(1);
        const NextAction reply {"reply", "Hello", ""};
        const NextAction call {"call", "+13055551001", ""};
        using Steps = std::vector<StepKeys::Step>;
        keys.show(one, {reply, call});
        QCOMPARE(keys.stepOf(1, {reply, call}), std::optional<std::size_t> {1});
        const std::vector<NextAction> later {{"call", "+13055551002", ""}, {"reply", "Good evening", ""}};
        keys.show(one, later);
        QCOMPARE(keys.stepOf(0, later), std::optional<std::size_t> {1}); // whatever is proposed for it
        QVERIFY(!keys.stepOf(1, later)); // that would be another number
        QVERIFY(keys.steps(later) == (Steps {{1, 0}, {0, {}}}));
        keys.show(TestDesk::escalation(22), later);
        QVERIFY(keys.steps(later) == (Steps {{0, 0}, {1, 1}}));
        keys.show(one, {});
        QVERIFY(keys.steps({}).empty());
    }

    void theLastOneThatIsResolvedGoesWithItsRow()
    {
        showFilled();
        page()->header()->setTab(EscalationTab::Claimed);
        m_desk->settle();
        choose(QStringLiteral("Jana Kowalczyk"));
        Escalation jana = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(25)); }).value()->escalation;
        Escalation elena = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(24)); }).value()->escalation;
        for (Escalation *one : {&jana, &elena}) {
            one->status = EscalationStatus::Resolved;
            one->version += 10;
        }
        m_window->activateWindow();
        rows()->clearFocus();
        QVERIFY(m_desk->store.apply({test::entity("escalation", jana), test::entity("escalation", elena)}).hasValue());
        m_desk->settle();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Nobody has taken anything up")));
        QTRY_VERIFY(says(QStringLiteral("Nothing is open")));
    }
};

FOREDECK_QT_TEST(EscalationTakingTest)
#include "escalationtakingtest.moc"
