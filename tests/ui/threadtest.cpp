#include "tests/qt/testclasses.h"
#include "tests/ui/opened.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
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

/// The open conversation: what its strip, its composer, its panel and its menu say of it.
class ThreadTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
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

    void resolvingKeepsWhatIsWrittenAndSaysSo()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("The van fits"));
        trigger("conversation.resolve");
        QVERIFY(inbox()->thread()->toast()->isVisible());
        open(TestDesk::greta());
        open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("The van fits"));
    }

    void resolvingIsUndoneFromTheKeyboard()
    {
        open(TestDesk::greta());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_E);
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Resolved.")) && button(QStringLiteral("Undo")));
        open(TestDesk::elena());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(inbox()->conversation(), TestDesk::greta());
        // It had not gone out: nothing is left of it.
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::End || op.kind == OpKind::Reopen; }));
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
        trigger("conversation.resolve");
        trigger("conversation.undo_send");
        QVERIFY(says(QStringLiteral("You are answering.")));
        QVERIFY(typed().isEmpty());
        trigger("conversation.undo_send");
        QTRY_COMPARE(typed(), QStringLiteral("It fits"));
    }

    /// A word that is taken back is not the conversation that was resolved before it.
    void theKeyForATypingMistakeReopensNothing()
    {
        open(TestDesk::greta());
        trigger("conversation.resolve");
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
        QTRY_COMPARE(inbox()->conversation(), TestDesk::greta());
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
        trigger("conversation.undo_send");
        QTRY_COMPARE(replies().size(), 2u);
        QCOMPARE(replies()[0].state.value(), OpState::NeedsReview);
    }

    void whatWasDroppedAndComesBackElsewhereSaysWhere()
    {
        leaveTwoBehind();
        open(TestDesk::elena());
        QTRY_VERIFY(button(QStringLiteral("Drop")));
        QTest::mouseClick(button(QStringLiteral("Drop")), Qt::LeftButton);
        m_desk->settle();
        open(TestDesk::marcus());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(replies().size(), 2u);
        QVERIFY(inbox()->conversation() == TestDesk::marcus() && inbox()->thread()->toast()->isVisible());
        QVERIFY(says(QStringLiteral("Unsent again in the conversation with")) && says(QStringLiteral("Elena Vásquez")));
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
        open(TestDesk::greta());
        optOut(4, ChannelKind::LiveChat);
        QVERIFY(!says(QStringLiteral("Assistant is answering.")));
        QVERIFY(says(QStringLiteral("The customer has opted out.")));
        QVERIFY(says(QStringLiteral("Live chat · opted out")));
        QVERIFY(composer()->edit()->placeholderText().contains(QStringLiteral("opted out")));
        keep(QStringLiteral("opted-out"));
        trigger("conversation.take_over");
        QVERIFY(says(QStringLiteral("replies are not delivered")));
        QVERIFY(composer()->edit()->placeholderText().contains(QStringLiteral("not delivered")));
    }

    /// What nothing can be sent through says so, takes no reply, and shows what can be done.
    void whatHasNoWayBackTakesNoReply()
    {
        open(mallory());
        QVERIFY(says(QStringLiteral("Web form · no way back")));
        QVERIFY2(says(QStringLiteral("Nothing can be sent back through a web form. Reach")), "in safe mode, too");
        for (const TextLabel *label : composer()->findChildren<TextLabel *>()) // the buttons take nothing of its width
            QVERIFY(!label->text().startsWith(QStringLiteral("Nothing can be sent")) || label->width() > composer()->width() - 80);
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
        open(TestDesk::greta());
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
        m_desk->acts->reply({test::clientId(2), TestDesk::marcus(), 1}, QStringLiteral("It does."));
        m_desk->settle();
        QTRY_VERIFY(!says(QStringLiteral("Answer “The 15:00"))); // it is done
        QVERIFY(says(QStringLiteral("Call ")));
    }

    void whyAReplyCannotGoIsSaid()
    {
        open(TestDesk::greta());
        trigger("conversation.take_over");
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("No."));
        trigger("conversation.let_go");
        composer()->edit()->setFocus();
        QTest::keyClick(composer()->edit(), Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QVERIFY(says(QStringLiteral("Not sent, and kept: take over first")));
        QCOMPARE(typed(), QStringLiteral("No."));
    }

    void decisionsAreShownOnceHoweverManyEntriesCome()
    {
        open(TestDesk::elena());
        trigger("view.decisions");
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
        trigger("conversation.send");
        m_desk->store.clock.advance(std::chrono::seconds(10));
        const auto plan = m_desk->store.takeSendable();
        const auto reply = std::find_if(plan.ops.begin(), plan.ops.end(), [](const Op &op) { return op.kind == OpKind::Reply; });
        QVERIFY(reply != plan.ops.end());
        QVERIFY(m_desk->store.answer(reply->id, 409, {}, R"({"detail":"it belongs to Tomás\u202eIbarra"})").hasValue());
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Look before sending.")));
        QVERIFY(says(QStringLiteral("It belongs to TomásIbarra.")));
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

FOREDECK_QT_TEST(ThreadTest)
#include "threadtest.moc"
