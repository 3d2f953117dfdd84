#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// Who answers: taking over, being taken over from, and what is written meanwhile.
class TakeOverTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    const UserId tomas = test::userId(2);
    /// Whether the button of the strip is as wide as its key needs it.
    bool takeOverKey() const
    {
        Button *take = button(QStringLiteral("Take over"));
        if (!take)
            return false;
        const int now = take->sizeHint().width();
        take->setKeyShown(false);
        const bool shown = now > take->sizeHint().width();
        take->setKeyShown(shown);
        return shown;
    }

    /// Whether the bubble that points at the button can be seen.
    bool hints() const
    {
        const auto all = m_window->findChildren<QWidget *>();
        return std::any_of(all.begin(), all.end(), [](const QWidget *one) { return one->isVisible() && one->accessibleName() == QStringLiteral("Press T to take over"); });
    }

    void goOffline()
    {
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Offline;
        sync.since = m_desk->store.clock.now();
        m_desk->ephemera.setSync(sync);
    }

    /// Tomás answers Elena, in his own claim.
    /// Elena's conversation is theirs.
    void holds(const Actor &person, std::int64_t version, std::int64_t fence, std::optional<Timestamp> until = {})
    {
        Conversation c = test::conversation(2);
        c.client = test::clientId(1);
        c.version = version;
        c.owner = {OwnerKind::User, person.user, person.name};
        c.claim = {person.user, person.name, fence, until};
        c.lastAt = m_desk->store.clock.now();
        c.lastPosition = c.lastPublicPosition = 7;
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    void tomasTakes(std::int64_t version) { holds({ActorKind::User, tomas, "Tomás Ibarra"}, version, version, m_desk->store.clock.now() + std::chrono::seconds {90}); }
    void nadiaHolds(std::int64_t version, std::int64_t fence) { holds({ActorKind::User, test::userId(1), "Nadia Brandt"}, version, fence, m_desk->store.clock.now() + std::chrono::seconds {90}); }

    void tomasIs(PresenceKind kind) { m_desk->ephemera.setPresence(TestDesk::elena(), {tomas, QStringLiteral("Tomás Ibarra"), kind}, m_desk->store.clock.now()); }

    /// With an empty composer, and the keyboard in the list.
    void openWhereTomasTypes()
    {
        open(TestDesk::elena());
        composer()->edit()->selectAll();
        QTest::keyClick(composer()->edit(), Qt::Key_Delete);
        tomasTakes(40);
        tomasIs(PresenceKind::Typing);
        list()->setFocus();
    }

    /// To Elena; it can be taken back.
    void sendItFits()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        composer()->edit()->selectAll();
        QTest::keyClicks(composer()->edit(), QStringLiteral("It fits"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    /// Neither the thread nor the composer asks for what the role is not for.
    void whoMayOnlyReadIsToldToTakeOverByNothing()
    {
        open(TestDesk::marcus());
        QVERIFY(hints());
        User viewer = test::user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        open(TestDesk::elena());
        open(TestDesk::marcus());
        QVERIFY(!hints());
        QVERIFY(!composer()->edit()->placeholderText().contains(QStringLiteral("take over")));
        QCOMPARE(composer()->edit()->placeholderText(), QStringLiteral("Your role may only read."));
        list()->setFocus();
        const int unsent = m_desk->ephemera.unsent();
        QTest::keyClick(list(), Qt::Key_T);
        m_desk->settle();
        QCOMPARE(m_desk->ephemera.unsent(), unsent);
    }

    /// Whoever reads the settings looks at nobody, and need not be waited for.
    void onAnotherPageNobodyIsSeenToLook()
    {
        open(TestDesk::elena());
        const auto &told = m_desk->requests.presences;
        QVERIFY(!told.empty() && told.back() == std::pair(TestDesk::elena(), PresenceKind::Viewing));
        m_window->showPlace(QStringLiteral("settings"));
        m_desk->settle();
        QVERIFY(told.back() == std::pair(TestDesk::elena(), PresenceKind::Gone));
        // What changes in it meanwhile shows nobody there.
        tomasTakes(40);
        QVERIFY(told.back().second == PresenceKind::Gone);
        m_window->showPlace(QStringLiteral("inbox"));
        m_desk->settle();
        QVERIFY(told.back() == std::pair(TestDesk::elena(), PresenceKind::Viewing));
    }

    void takingOverWorksOffline()
    {
        open(TestDesk::greta());
        goOffline();
        QVERIFY(says(QStringLiteral("Assistant is answering.")));
        trigger("conversation.take_over");
        QVERIFY(says(QStringLiteral("You are answering.")));
        QTest::keyClicks(composer()->edit(), QStringLiteral("No, it does not hurt."));
        Button *queue = button(QStringLiteral("Queue reply"));
        QVERIFY(queue && queue->isEnabled());
        trigger("conversation.send");
        QVERIFY(typed().isEmpty());
        QTRY_COMPARE(m_desk->ephemera.unsent(), 2);
    }

    void whatIsWrittenWhileTakingOverCanBeSentAtOnce()
    {
        open(TestDesk::greta());
        m_window->commands().action(QStringLiteral("conversation.take_over"))->trigger();
        QTest::keyClicks(composer()->edit(), QStringLiteral("No."));
        QVERIFY(m_window->commands().action(QStringLiteral("conversation.send"))->isEnabled());
        trigger("conversation.send");
        QTRY_COMPARE(m_desk->ephemera.unsent(), 2);
    }

    void theKeyThatTakesOverLeadsIntoWhatIsAnsweredAlready()
    {
        open(TestDesk::greta());
        trigger("conversation.take_over");
        const int unsent = m_desk->ephemera.unsent();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_T);
        QVERIFY(composer()->isFocused());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("hello"));
        m_desk->settle();
        QCOMPARE(typed(), QStringLiteral("hello"));
        QCOMPARE(m_desk->ephemera.unsent(), unsent); // neither taken once more, nor handed back, nor resolved
    }

    void aLeaseThatWasLostBeforeIsOfNoMatter()
    {
        open(TestDesk::elena());
        nadiaHolds(40, 2);
        m_desk->ephemera.setLease(TestDesk::elena(), {2, std::nullopt, true});
        QVERIFY(says(QStringLiteral("Somebody else answers now.")));
        nadiaHolds(41, 3);
        QVERIFY(says(QStringLiteral("You are answering.")));
        // And of nobody who signs in later.
        m_desk->ephemera.setLease(TestDesk::elena(), {3, std::nullopt, true});
        const User me = m_desk->ephemera.me();
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        QVERIFY(!m_desk->ephemera.leaseOf(TestDesk::elena()));
    }

    /// Nobody else is there: whoever comes back goes on, or takes it anew.
    void aLeaseThatRanOutLeavesTheConversationOnesOwn()
    {
        open(TestDesk::elena());
        nadiaHolds(40, 2);
        m_desk->ephemera.setLease(TestDesk::elena(), {2, std::nullopt, false});
        QVERIFY(says(QStringLiteral("You are answering.")) && says(QStringLiteral("Anybody may take over without asking.")));
        QVERIFY(!says(QStringLiteral("Somebody else")));
        QTest::keyClicks(composer()->edit(), QStringLiteral("We come"));
        QVERIFY(m_window->commands().action(QStringLiteral("conversation.send"))->isEnabled());
        m_desk->settle();
        keep(QStringLiteral("take-over-ran-out"));
        const int before = m_desk->ephemera.unsent();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_T);
        QTRY_COMPARE(m_desk->ephemera.unsent(), before + 1);
        QVERIFY(composer()->isFocused());
        QTRY_VERIFY2(!says(QStringLiteral("Anybody may take over without asking.")), "it is taken, though not told");
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_R);
        m_desk->settle();
        QCOMPARE(m_desk->ephemera.unsent(), before + 1);
        nadiaHolds(41, 3);
        QVERIFY(says(QStringLiteral("The assistant stays silent.")));
    }

    /// In the run that did not ask, and to whoever else looks, the row says it.
    void aClaimThatRanOutInAnotherRunIsCalledSo()
    {
        openWhereTomasTypes();
        holds({ActorKind::User, tomas, "Tomás Ibarra"}, 41, 41);
        QVERIFY(says(QStringLiteral("Tomás Ibarra was answering.")) && says(QStringLiteral("Anybody may take over without asking.")));
        QVERIFY(!says(QStringLiteral("Tomás Ibarra is answering.")));
        holds({ActorKind::User, test::userId(1), "Nadia Brandt"}, 42, 42);
        QVERIFY(says(QStringLiteral("You are answering.")) && says(QStringLiteral("Anybody may take over without asking.")));
        const int before = m_desk->ephemera.unsent();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_R);
        QTRY_COMPARE(m_desk->ephemera.unsent(), before + 1);
        QVERIFY(composer()->isFocused());
        m_desk->settle();
        QVERIFY2(!says(QStringLiteral("Anybody may take over without asking.")), "it is taken, though not told");
        const auto ops = m_desk->store.outbox();
        QVERIFY2(std::any_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Claim; }), "whoever took it since keeps it");
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::TakeOver; }));
    }

    void whoIsTypingIsTakenOverOnlyWhenAskedTwice()
    {
        open(TestDesk::elena());
        tomasTakes(40);
        QVERIFY(says(QStringLiteral("Tomás Ibarra is answering.")));
        QVERIFY2(says(QStringLiteral("Free at ")), "when, in words");
        tomasIs(PresenceKind::Typing);
        const int before = m_desk->ephemera.unsent();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_T);
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Tomás is typing.")) && says(QStringLiteral("Take over anyway? T again.")));
        QCOMPARE(m_desk->ephemera.unsent(), before);
        keep(QStringLiteral("take-over-asks"));
        // He stops: there is nothing to ask any more.
        tomasIs(PresenceKind::Viewing);
        QVERIFY(!says(QStringLiteral("Take over anyway?")));
        tomasIs(PresenceKind::Typing);
        QTest::keyClick(list(), Qt::Key_T);
        m_desk->settle();
        QCOMPARE(m_desk->ephemera.unsent(), before);
        QTest::keyClick(list(), Qt::Key_T);
        m_desk->settle();
        QTRY_COMPARE(m_desk->ephemera.unsent(), before + 1);
        QVERIFY(says(QStringLiteral("You are answering.")));
    }

    /// What is typed on is the reply, below what is asked; none of its letters is a command.
    void whatIsTypedAfterTheQuestionDoesNothingElse()
    {
        openWhereTomasTypes();
        const int before = m_desk->ephemera.unsent();
        for (const char letter : std::string_view {"thello, test"}) {
            QTest::keyClick(QApplication::focusWidget(), letter);
            m_desk->settle();
        }
        QCOMPARE(inbox()->conversation(), TestDesk::elena());
        QCOMPARE(m_desk->ephemera.unsent(), before);
        QCOMPARE(typed(), QStringLiteral("hello, test"));
        QVERIFY(says(QStringLiteral("Take over anyway?")));
        trigger("conversation.take_over");
        QTRY_COMPARE(m_desk->ephemera.unsent(), before + 1);
        QCOMPARE(typed(), QStringLiteral("hello, test"));
    }

    void aCapitalAfterTheQuestionIsNoAnswer()
    {
        openWhereTomasTypes();
        const int before = m_desk->ephemera.unsent();
        QTest::keyClick(list(), Qt::Key_T);
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Take over anyway?")));
        QTest::keyClick(QApplication::focusWidget(), 'T', Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("he van fits"));
        m_desk->settle();
        QCOMPARE(typed(), QStringLiteral("The van fits"));
        QCOMPARE(m_desk->ephemera.unsent(), before);
    }

    /// Whoever wants to reply takes over for it; what they type on is the reply, and no letter of it a command.
    void theKeyThatRepliesTakesOverFirst()
    {
        open(TestDesk::greta());
        QVERIFY(says(QStringLiteral("Assistant is answering.")));
        const int before = m_desk->ephemera.unsent();
        list()->setFocus();
        for (const char letter : std::string_view {"ree, hello"}) {
            QTest::keyClick(QApplication::focusWidget(), letter);
            m_desk->settle();
        }
        QCOMPARE(typed(), QStringLiteral("ee, hello"));
        QCOMPARE(m_desk->ephemera.unsent(), before + 1);
        QVERIFY(says(QStringLiteral("You are answering.")));
        QCOMPARE(inbox()->conversation(), TestDesk::greta());
    }

    /// From whoever is in the middle of a sentence not without being asked.
    void theKeyThatRepliesAsksWhereSomebodyTypes()
    {
        openWhereTomasTypes();
        const int before = m_desk->ephemera.unsent();
        for (const char letter : std::string_view {"rhello"}) {
            QTest::keyClick(QApplication::focusWidget(), letter);
            m_desk->settle();
        }
        QVERIFY(says(QStringLiteral("Take over anyway?")));
        QCOMPARE(typed(), QStringLiteral("hello"));
        QCOMPARE(m_desk->ephemera.unsent(), before);
    }

    /// Nothing goes past a colleague: it is taken over first, as everywhere, and what was written goes out then.
    void whatAColleagueHoldsIsTakenOverBeforeItIsSentAnyway()
    {
        sendItFits();
        m_desk->store.clock.advance(std::chrono::seconds {10});
        const auto plan = m_desk->store.takeSendable();
        const auto reply = std::find_if(plan.ops.begin(), plan.ops.end(), [](const Op &op) { return op.kind == OpKind::Reply; });
        QVERIFY(reply != plan.ops.end());
        tomasTakes(40);
        QVERIFY(m_desk->store.answer(reply->id, 409, {}, R"({"detail":"it is held by Tomás Ibarra"})").hasValue());
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("It is held by Tomás Ibarra.")));
        QVERIFY(button(QStringLiteral("Take over")) && button(QStringLiteral("Drop")) && !button(QStringLiteral("Send anyway")));
        const auto goesAnyway = [this] {
            for (int row = 0; row < transcript()->rowCount(); ++row) {
                const auto acts = transcript()->actsOf(row);
                if (std::any_of(acts.begin(), acts.end(), [](const auto &one) { return one.first == EntryAct::SendAnyway; }))
                    return true;
            }
            return false;
        };
        QVERIFY(!goesAnyway());
        keep(QStringLiteral("take-over-before-sending"));
        tomasIs(PresenceKind::Typing);
        const int before = m_desk->ephemera.unsent();
        button(QStringLiteral("Take over"))->click();
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Take over anyway?")) && !says(QStringLiteral("It is held by")));
        QCOMPARE(m_desk->ephemera.unsent(), before);
        button(QStringLiteral("Take over"))->click();
        m_desk->settle();
        QTRY_COMPARE(m_desk->ephemera.unsent(), before + 1);
        QVERIFY(!says(QStringLiteral("It is held by")) && says(QStringLiteral("Somebody else had it when it was to go out.")));
        QVERIFY(goesAnyway());
        QVERIFY(button(QStringLiteral("Send anyway")));
        button(QStringLiteral("Send anyway"))->click();
        m_desk->settle();
        QTRY_VERIFY(!button(QStringLiteral("Send anyway")));
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::any_of(ops.begin(), ops.end(), [&](const Op &op) { return op.id == reply->id && op.override_ && op.state == OpState::Queued; }));
    }

    void whoOnlyReadsIsTakenOverAtOnce()
    {
        open(TestDesk::elena());
        tomasTakes(40);
        tomasIs(PresenceKind::Viewing);
        trigger("conversation.take_over");
        QVERIFY(says(QStringLiteral("You are answering.")));
    }

    void whatIsWrittenWhenAnotherTakesOverIsKeptAndSaysWhyItDoesNotGo()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral(" and the van fits"));
        const QString words = typed();
        tomasTakes(40);
        QVERIFY(says(QStringLiteral("Tomás Ibarra took over.")) && says(QStringLiteral("Your words are kept.")));
        // No key is shown that would only be a letter here, and none is one.
        QVERIFY(!takeOverKey());
        QTest::keyClick(composer()->edit(), Qt::Key_T);
        QCOMPARE(typed(), words + QLatin1Char('t'));
        QTest::keyClick(composer()->edit(), Qt::Key_Backspace);
        const int before = m_desk->ephemera.unsent();
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(inbox()->thread()->toast()->isVisible());
        QVERIFY(says(QStringLiteral("Tomás Ibarra took over; your words are kept")));
        QCOMPARE(typed(), words);
        QCOMPARE(m_desk->ephemera.unsent(), before);
        keep(QStringLiteral("taken-from-me"));
    }

    /// It comes back where it was written, and whoever took it back is told where that is.
    void aReplyThatIsTakenBackElsewhereSaysWhere()
    {
        trigger("goto.all");
        sendItFits();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_J);
        m_desk->settle();
        QVERIFY(!(inbox()->conversation() == TestDesk::elena()));
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Your reply is a draft again in the conversation with")) && says(QStringLiteral("Elena Vásquez")));
        QVERIFY(!(inbox()->conversation() == TestDesk::elena())); // nobody is taken away from what they read
        open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("It fits"));
    }

    /// Why the next one cannot go takes nobody the way back from the last one.
    void aHeldReplyKeepsItsWayBackWhenTheNextOneIsRefused()
    {
        sendItFits();
        QVERIFY(button(QStringLiteral("Undo")));
        QTest::keyClicks(composer()->edit(), QStringLiteral("And"));
        tomasTakes(40);
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(says(QStringLiteral("Tomás Ibarra took over; your words are kept")));
        QVERIFY(button(QStringLiteral("Undo")));
        button(QStringLiteral("Undo"))->click();
        m_desk->settle();
        QTRY_COMPARE(typed(), QStringLiteral("It fits\nAnd"));
    }
};

FOREDECK_QT_TEST(TakeOverTest)
#include "takeovertest.moc"
