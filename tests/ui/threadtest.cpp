#include "tests/ui/opened.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/outbox/outboxrows.h"
#include "ui/shell/mainwindow.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toast.h"
#include "ui/words/rowwords.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

namespace {

/// Counts the widgets that are made in a part of the window.
class Births final : public QObject {
public:
    explicit Births(QObject *place) { place->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::ChildAdded ? 1 : 0;
        return false;
    }
};

} // namespace

/// The open conversation: who answers, and what its strip, its composer and its menu say of it.
class ThreadTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    const UserId tomas = test::userId(2);
    static ConversationId greta() { return test::conversationId(4); } // the assistant answers
    static ConversationId mallory() { return test::conversationId(9); } // came through a web form
    void safeModeOff(int n)
    {
        Client client = test::client(n);
        client.name = "Dr. Amsel";
        client.mark = "DA";
        client.status = ClientStatus::Active;
        client.assistantOn = true;
        client.safeMode = false;
        client.version = 40;
        QVERIFY(m_desk->store.apply({test::entity("client", client)}).hasValue());
        m_desk->settle();
    }
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
    void goOffline()
    {
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Offline;
        sync.since = m_desk->store.clock.now();
        m_desk->ephemera.setSync(sync);
    }
    void command(const char *id)
    {
        m_window->commands().action(QLatin1StringView(id))->trigger();
        m_desk->settle();
    }
    /// The lead of a conversation says STOP there, and the assistant has confirmed it.
    void optOut(int n, ChannelKind channel)
    {
        Lead lead = test::lead(n, "Greta Lindholm");
        lead.client = test::clientId(3);
        lead.version = 40;
        lead.consent[std::string {nameOf(channel)}] = {ConsentState::OptedOut, m_desk->store.clock.now(), "STOP"};
        Conversation c = test::conversation(n);
        c.client = lead.client;
        c.channelKind = channel;
        c.lastAt = m_desk->store.clock.now();
        c.lastPosition = c.lastPublicPosition = 1;
        c.version = 40;
        c.decision = DecisionMark {DecisionId {test::idText(9, 40)}, "opted_out", 1};
        QVERIFY(m_desk->store.apply({test::entity("lead", lead), test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    /// Tomás answers Elena, in his own claim.
    void tomasTakes(std::int64_t version)
    {
        Conversation c = test::conversation(2);
        c.client = test::clientId(1);
        c.version = version;
        c.owner = {OwnerKind::User, tomas, "Tomás Ibarra"};
        c.claim = {tomas, "Tomás Ibarra", version, m_desk->store.clock.now() + std::chrono::seconds {90}};
        c.lastAt = m_desk->store.clock.now();
        c.lastPosition = c.lastPublicPosition = 7;
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    void tomasIs(PresenceKind kind) { m_desk->ephemera.setPresence(TestDesk::elena(), {tomas, QStringLiteral("Tomás Ibarra"), kind}, m_desk->store.clock.now()); }
    /// Elena writes this, as the newest message.
    void elenaWrites(const std::string &text)
    {
        Message m = test::message(300, 2, 8, MessageRole::Lead, text);
        m.client = test::clientId(1);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        QVERIFY(m_desk->store.apply({test::entity("message", m)}).hasValue());
        m_desk->settle();
    }

    std::vector<Op> replies()
    {
        std::vector<Op> all = m_desk->store.outbox();
        std::erase_if(all, [](const Op &op) { return op.kind != OpKind::Reply; });
        return all;
    }
    /// Two replies to Elena that waited too long to go without a look.
    void leaveTwoBehind()
    {
        for (const char *words : {"The garage", "The garden"}) {
            m_desk->acts->reply({test::clientId(1), TestDesk::elena(), 7}, QString::fromLatin1(words));
            m_desk->store.clock.advance(std::chrono::milliseconds {2});
        }
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::minutes {40});
        m_desk->store.takeSendable();
        m_desk->settle();
        const auto left = replies();
        QVERIFY(left.size() == 2 && left[0].state == OpState::NeedsReview && left[1].state == OpState::NeedsReview);
    }
    /// The second press of a double click, wherever the first one has led.
    void pressAgain(QWidget *there)
    {
        const QPointF at = there->rect().center();
        QMouseEvent press(QEvent::MouseButtonDblClick, at, there->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(there, &press);
        QMouseEvent release(QEvent::MouseButtonRelease, at, there->mapToGlobal(at), Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(there, &release);
        m_desk->settle();
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void thePanelsTimesGoOn()
    {
        open(TestDesk::elena());
        const auto given = [this] {
            for (const TextLabel *label : inbox()->panel()->findChildren<TextLabel *>()) {
                if (label->isVisible() && label->text().startsWith(QStringLiteral("WhatsApp, given ")))
                    return label->text();
            }
            return QString();
        };
        QTRY_VERIFY(!given().isEmpty());
        const QString today = given();
        m_desk->store.clock.advance(std::chrono::hours {25});
        QTRY_VERIFY2(!given().isEmpty() && given() != today, "it is yesterday's by now");
    }

    void takingOverWorksOffline()
    {
        open(greta());
        goOffline();
        QVERIFY(says(QStringLiteral("Assistant is answering.")));
        command("conversation.take_over");
        QVERIFY(says(QStringLiteral("You are answering.")));
        QTest::keyClicks(composer()->edit(), QStringLiteral("No, it does not hurt."));
        Button *queue = button(QStringLiteral("Queue reply"));
        QVERIFY(queue && queue->isEnabled());
        command("conversation.send");
        QVERIFY(typed().isEmpty());
        QTRY_COMPARE(m_desk->ephemera.unsent(), 2);
    }

    void whatIsWrittenWhileTakingOverCanBeSentAtOnce()
    {
        open(greta());
        m_window->commands().action(QStringLiteral("conversation.take_over"))->trigger();
        QTest::keyClicks(composer()->edit(), QStringLiteral("No."));
        QVERIFY(m_window->commands().action(QStringLiteral("conversation.send"))->isEnabled());
        command("conversation.send");
        QTRY_COMPARE(m_desk->ephemera.unsent(), 2);
    }

    void theKeyThatTakesOverLeadsIntoWhatIsAnsweredAlready()
    {
        open(greta());
        command("conversation.take_over");
        const int unsent = m_desk->ephemera.unsent();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_T);
        QVERIFY(composer()->isFocused());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("hello"));
        m_desk->settle();
        QCOMPARE(typed(), QStringLiteral("hello"));
        QCOMPARE(m_desk->ephemera.unsent(), unsent); // neither taken once more, nor handed back, nor resolved
    }

    void resolvingKeepsWhatIsWrittenAndSaysSo()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("The van fits"));
        command("conversation.resolve");
        QVERIFY(inbox()->thread()->toast()->isVisible());
        open(greta());
        open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("The van fits"));
    }

    void resolvingIsUndoneFromTheKeyboard()
    {
        open(greta());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_E);
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Resolved.")) && button(QStringLiteral("Undo")));
        open(TestDesk::elena());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(inbox()->conversation(), greta());
        QTRY_VERIFY(m_desk->store.outbox().size() >= 2);
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::any_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Reopen && op.conversation == greta(); }));
        QTRY_VERIFY(!says(QStringLiteral("A new message opens it again.")));
        QVERIFY2(!m_window->commands().reason(QStringLiteral("conversation.undo_send")).isEmpty(), "once");
    }

    /// The newest act comes back first.
    void theReplyBeforeTheResolveIsUndoneAfterIt()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        composer()->edit()->selectAll();
        QTest::keyClicks(composer()->edit(), QStringLiteral("It fits"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        command("conversation.resolve");
        command("conversation.undo_send");
        QVERIFY(says(QStringLiteral("You are answering.")));
        QVERIFY(typed().isEmpty());
        command("conversation.undo_send");
        QTRY_COMPARE(typed(), QStringLiteral("It fits"));
    }

    /// A word that is taken back is not the conversation that was resolved before it.
    void theKeyForATypingMistakeReopensNothing()
    {
        open(greta());
        command("conversation.resolve");
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        const QString before = typed();
        QTest::keyClicks(composer()->edit(), QStringLiteral("The vann"));
        QTest::keyClick(composer()->edit(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(inbox()->conversation(), TestDesk::elena());
        QCOMPARE(typed(), before);
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Reopen; }));
        // Outside of what is written it is what it says.
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(inbox()->conversation(), greta());
    }

    void aDoubleClickOnDropDropsOneAndItCanBePutBack()
    {
        leaveTwoBehind();
        open(TestDesk::elena());
        QTRY_VERIFY(button(QStringLiteral("Drop")));
        Button *drop = button(QStringLiteral("Drop"));
        QTest::mouseClick(drop, Qt::LeftButton);
        m_desk->settle();
        QTRY_VERIFY(drop->isVisible()); // of the other one
        pressAgain(drop);
        QCOMPARE(replies().size(), 1u);
        QVERIFY(says(QStringLiteral("Dropped.")));
        command("conversation.undo_send");
        QTRY_COMPARE(replies().size(), 2u);
        QCOMPARE(replies()[0].state.value(), OpState::NeedsReview);
    }

    /// It would be untrue that it goes by itself: it goes after the one that needs a look, or not at all.
    void aReplyBehindOneThatNeedsALookSaysWhatItWaitsFor()
    {
        leaveTwoBehind();
        m_desk->acts->reply({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("The roof"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::minutes {1});
        m_desk->store.takeSendable();
        m_desk->settle();
        QCOMPARE(replies().back().state.value(), OpState::Queued);
        open(TestDesk::elena());
        const QString waits = QStringLiteral("Goes out once you have decided about the reply before it");
        const auto last = [this] { return transcript()->accessibleWords(transcript()->rowCount() - 1); };
        QTRY_VERIFY2(last().contains(QStringLiteral("The roof")) && last().contains(waits), qPrintable(last()));
        const auto left = replies();
        m_desk->acts->drop(left[0].id);
        m_desk->settle();
        QTRY_VERIFY2(last().contains(waits), qPrintable(last()));
        m_desk->acts->drop(left[1].id);
        m_desk->settle();
        QTRY_VERIFY2(!last().contains(waits), qPrintable(last()));
    }

    void theOutboxShowsNoOtherReviewByItself()
    {
        leaveTwoBehind();
        m_window->showPlace(QStringLiteral("outbox"));
        QTRY_VERIFY(button(QStringLiteral("Drop")));
        Button *drop = button(QStringLiteral("Drop"));
        QTest::mouseClick(drop, Qt::LeftButton);
        m_desk->settle();
        QTRY_COMPARE(replies().size(), 1u);
        QVERIFY(!drop->isVisible());
        pressAgain(drop);
        QCOMPARE(replies().size(), 1u);
        QVERIFY(!button(QStringLiteral("Drop")));
        keep(QStringLiteral("thread-dropped"));
        // It is put back by its button or by the key, and chosen by a person.
        QVERIFY(button(QStringLiteral("Undo the drop")));
        button(QStringLiteral("Undo the drop"))->click();
        QTRY_COMPARE(replies().size(), 2u);
        m_desk->settle();
        QVERIFY(!button(QStringLiteral("Undo the drop")) && !button(QStringLiteral("Drop")));
        m_window->showPlace(QStringLiteral("inbox"));
        m_window->showPlace(QStringLiteral("outbox"));
        QVERIFY(button(QStringLiteral("Drop")));
    }

    void whatComesUnderThePointerWhileItIsPressedIsNotPressed()
    {
        leaveTwoBehind();
        open(TestDesk::elena());
        QTRY_VERIFY(!transcript()->actsOf(transcript()->rowCount() - 1).empty());
        transcript()->scrollToBottom();
        m_desk->settle();
        const QRect rect = transcript()->rowRect(transcript()->rowCount() - 1);
        QPoint at;
        for (int y = rect.bottom(); y > rect.top() && at.isNull(); y -= 3) {
            for (int x = rect.left(); x < rect.right() && at.isNull(); x += 4) {
                QTest::mouseMove(transcript()->viewport(), {x, y});
                if (transcript()->viewport()->cursor().shape() == Qt::PointingHandCursor)
                    at = {x + 4, y};
            }
        }
        QVERIFY(!at.isNull());
        QTest::mousePress(transcript()->viewport(), Qt::LeftButton, {}, at);
        m_desk->acts->drop(replies().back().id);
        m_desk->settle();
        QTest::mouseRelease(transcript()->viewport(), Qt::LeftButton, {}, at);
        m_desk->settle();
        QCOMPARE(replies().size(), 1u);
        QCOMPARE(replies().front().state.value(), OpState::NeedsReview);
    }

    void whoHasOptedOutIsNotAnswered()
    {
        open(greta());
        optOut(4, ChannelKind::LiveChat);
        QVERIFY(!says(QStringLiteral("Assistant is answering.")));
        QVERIFY(says(QStringLiteral("The customer has opted out.")));
        QVERIFY(says(QStringLiteral("Live chat · opted out")));
        QVERIFY(composer()->edit()->placeholderText().contains(QStringLiteral("opted out")));
        keep(QStringLiteral("opted-out"));
        command("conversation.take_over");
        QVERIFY(says(QStringLiteral("replies are not delivered")));
        QVERIFY(composer()->edit()->placeholderText().contains(QStringLiteral("not delivered")));
    }

    /// What nothing can be sent through says so, takes no reply, and shows what can be done.
    void whatHasNoWayBackTakesNoReply()
    {
        open(mallory());
        QVERIFY(says(QStringLiteral("Web form · no way back")));
        QVERIFY2(says(QStringLiteral("Nothing can be sent back through a web form. Reach")), "in safe mode, too");
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.reply"))->isEnabled());
        safeModeOff(3);
        keep(QStringLiteral("no-way-back"));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.reply"))->isEnabled());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_T);
        // However fast it comes, it is a note and no command.
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("He rang; asked for a call"));
        m_desk->settle();
        QCOMPARE(composer()->text(CompositionKind::Note), QStringLiteral("He rang; asked for a call"));
        QVERIFY(typed().isEmpty());
        keep(QStringLiteral("no-way-back-note"));
        composer()->setKind(CompositionKind::Reply);
        QVERIFY(!composer()->edit()->isEnabled());
        QVERIFY(composer()->edit()->placeholderText().startsWith(QStringLiteral("A reply would not reach")));
        // Words of before stay, and go nowhere.
        composer()->setText(CompositionKind::Reply, QStringLiteral("Hello"));
        m_window->commands().refresh();
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.send"))->isEnabled());
        QVERIFY(m_window->commands().reason(QStringLiteral("conversation.send")).contains(QStringLiteral("nothing can be sent back")));
        Opened opened(QStringLiteral("tel"));
        Button *call = button(QStringLiteral("Call ") + isolated(QStringLiteral("+1 305 555 1009")));
        QVERIFY(call);
        call->click();
        QCOMPARE(opened.urls(), QList<QUrl> {QUrl(QStringLiteral("tel:+13055551009"))});
        open(greta());
        QVERIFY(!says(QStringLiteral("Nothing can be sent back")));
    }

    void aRowSaysThatNobodyWillAnswer()
    {
        ConversationRow row;
        row.owner.kind = OwnerKind::Assistant;
        row.last.role = MessageRole::Lead;
        const auto state = [&](const char *action) {
            row.decision = DecisionMark {{}, action, 1};
            return conversationItem(row, {}, false, true).state;
        };
        QCOMPARE(state("opted_out"), StateWord::OptedOut);
        QCOMPARE(state("silent"), StateWord::Silent);
        QCOMPARE(state("answered"), StateWord::None);
        row.owner.kind = OwnerKind::User;
        QVERIFY(state("opted_out") != StateWord::OptedOut);
    }

    void aLeaseThatWasLostBeforeIsOfNoMatter()
    {
        open(TestDesk::elena());
        Conversation c = test::conversation(2);
        c.client = test::clientId(1);
        c.version = 40;
        c.owner = {OwnerKind::User, test::userId(1), "Nadia Brandt"};
        c.claim = {test::userId(1), "Nadia Brandt", 2, std::nullopt};
        c.lastAt = m_desk->store.clock.now();
        c.lastPosition = c.lastPublicPosition = 7;
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
        m_desk->ephemera.setLease(TestDesk::elena(), {2, std::nullopt, true});
        QVERIFY(says(QStringLiteral("Somebody else answers now.")));
        c.claim.fence = 3;
        c.version = 41;
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
        QVERIFY(says(QStringLiteral("You are answering.")));
        // And of nobody who signs in later.
        m_desk->ephemera.setLease(TestDesk::elena(), {3, std::nullopt, true});
        const User me = m_desk->ephemera.me();
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        QVERIFY(!m_desk->ephemera.leaseOf(TestDesk::elena()));
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

    void whoOnlyReadsIsTakenOverAtOnce()
    {
        open(TestDesk::elena());
        tomasTakes(40);
        tomasIs(PresenceKind::Viewing);
        command("conversation.take_over");
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

    /// Why the next one cannot go takes nobody the way back from the last one.
    void aHeldReplyKeepsItsWayBackWhenTheNextOneIsRefused()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        composer()->edit()->selectAll();
        QTest::keyClicks(composer()->edit(), QStringLiteral("It fits"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
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

    void theOutboxSaysOfAReplyWhatItsBubbleSays()
    {
        OutboxRow row;
        row.op.kind = OpKind::Reply;
        row.op.state = OpState::Held;
        const Timestamp now = m_desk->store.clock.now();
        row.op.notBefore = now + std::chrono::seconds {5};
        QCOMPARE(outboxWords(row, 1, now).state, QStringLiteral("Can be undone"));
        QCOMPARE(outboxWords(row, 1, *row.op.notBefore).state, QStringLiteral("Queued"));
    }

    void theSidePanelSaysWhatTheNextStepIs()
    {
        m_desk->fillEscalations();
        open(TestDesk::marcus());
        QTRY_VERIFY(says(QStringLiteral("Call ") + isolated(QStringLiteral("+1 305 555 1001"))));
        QVERIFY(says(QStringLiteral("Answer “The 15:00 haul-out costs USD 240”")));
    }

    void whyAReplyCannotGoIsSaid()
    {
        open(greta());
        command("conversation.take_over");
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("No."));
        command("conversation.let_go");
        composer()->edit()->setFocus();
        QTest::keyClick(composer()->edit(), Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QVERIFY(says(QStringLiteral("Not sent, and kept: take over first")));
        QCOMPARE(typed(), QStringLiteral("No."));
    }

    void decisionsAreShownOnceHoweverManyEntriesCome()
    {
        open(TestDesk::elena());
        command("view.decisions");
        const auto columns = inbox()->panel()->findChildren<FactColumn *>();
        FactColumn *area = *std::find_if(columns.begin(), columns.end(), [](const FactColumn *one) { return one->isVisible(); });
        std::vector<Entity> entities;
        for (int n = 0; n < 40; ++n) {
            Message m = test::message(400 + n, 2, 8 + n, MessageRole::Ai, "An answer");
            m.client = test::clientId(1);
            m.at = m_desk->store.clock.now();
            Decision decision;
            decision.id = m.decision = DecisionId {test::idText(9, 100 + n)};
            decision.client = m.client;
            decision.conversation = m.conversation;
            decision.answer = m.id;
            decision.action = DecisionAction::Answered;
            decision.at = m.at;
            entities.push_back(test::entity("decision", decision));
            entities.push_back(test::entity("message", m));
        }
        Births births(area);
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        m_desk->settle();
        QTRY_VERIFY(births.count >= 80);
        // Each of the 41 has a label and a fact and a rule or two; that is made once, not once for each entry.
        QVERIFY2(births.count < 600, qPrintable(QString::number(births.count)));
    }

    void aConflictIsToldInWords()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Hello"));
        command("conversation.send");
        m_desk->store.clock.advance(std::chrono::seconds(10));
        const auto plan = m_desk->store.takeSendable();
        const auto reply = std::find_if(plan.ops.begin(), plan.ops.end(), [](const Op &op) { return op.kind == OpKind::Reply; });
        QVERIFY(reply != plan.ops.end());
        QVERIFY(m_desk->store.answer(reply->id, 409, {}, R"({"detail":"it is held by Tomás\u202eIbarra"})").hasValue());
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Look before sending.")));
        QVERIFY(says(QStringLiteral("It is held by TomásIbarra.")));
        const QAction *resolve = m_window->commands().action(QStringLiteral("conversation.resolve"));
        QVERIFY2(!resolve->isEnabled(), "it would wait for the reply and look done");
        for (const char *act : {"conversation.let_go", "conversation.assign", "conversation.hand_back"})
            QVERIFY2(!m_window->commands().action(QLatin1StringView(act))->isEnabled(), act);
        m_desk->acts->drop(reply->id);
        m_desk->settle();
        QVERIFY(resolve->isEnabled());
        QVERIFY(m_window->commands().action(QStringLiteral("conversation.assign"))->isEnabled());
    }

    void allOfALongMessageIsCopied()
    {
        open(TestDesk::elena());
        const QString text = QStringLiteral("word ").repeated(1000) + QStringLiteral("end");
        elenaWrites(text.toStdString());
        transcript()->setFocus();
        transcript()->setCurrentRow(transcript()->rowCount() - 1);
        QTest::keyClick(transcript(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), text);
    }

    void theWholeHostOfALinkIsRead()
    {
        open(TestDesk::elena());
        const std::string host = "www.my-bank.example.com." + std::string(60, 'a') + ".evil.example";
        elenaWrites("https://" + host + "/" + std::string(200, 'p') + "?q=end");
        Q_EMIT transcript()->contextRequested(transcript()->rowCount() - 1, {});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QString words;
        for (const QAction *action : menu->actions())
            words += action->text() + QLatin1Char('\n');
        menu->close();
        QVERIFY2(words.contains(QString::fromStdString("Open https://" + host + "/")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("…")) && words.contains(QStringLiteral("?q=end")));
    }
};

QTEST_MAIN(ThreadTest)
#include "threadtest.moc"
