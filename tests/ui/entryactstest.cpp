#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/looks.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// What can be done with one's own words once they stand in the thread: said again, edited, taken back.
class EntryActsTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    Banner *banner() const { return m_window->frame()->banner(); }
    /// Elena's reply, refused by the provider.
    void failADelivery()
    {
        Message failed = test::message(204, 2, 6, MessageRole::Staff, "Let me check the van.");
        failed.client = test::clientId(1);
        failed.author = {ActorKind::User, test::userId(1), "Nadia Brandt"};
        failed.delivery.state = DeliveryState::Failed;
        failed.delivery.reason = "number unreachable";
        failed.version = 9;
        QVERIFY(m_desk->store.apply({test::entity("message", failed)}).hasValue());
        m_desk->settle();
    }
    int rowWithActs() const
    {
        for (int row = 0; row < transcript()->rowCount(); ++row) {
            const auto acts = transcript()->actsOf(row);
            if (!acts.empty() && acts.front().first == EntryAct::Retry)
                return row;
        }
        return -1;
    }
    int rowWith(EntryAct act) const
    {
        for (int row = 0; row < transcript()->rowCount(); ++row) {
            const auto acts = transcript()->actsOf(row);
            if (std::any_of(acts.begin(), acts.end(), [act](const auto &one) { return one.first == act; }))
                return row;
        }
        return -1;
    }

    /// Elena's reply got no answer, and then the server goes on from a copy that lacks it.
    void setBackBehindAReply()
    {
        const std::string stream = "client:" + test::clientId(1).value;
        QVERIFY(m_desk->store.apply(Batch {{}, {{stream, {"e1", 7}}}}).hasValue());
        const OpId op = m_desk->acts->reply({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("Your code for the gate is 4471."));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 0).hasValue());
        QVERIFY(m_desk->store.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(m_desk->store.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 4}).hasValue());
        m_desk->fill();
        m_desk->settle();
    }

    int replies()
    {
        const auto ops = m_desk->store.outbox();
        return int(std::count_if(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Reply; }));
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup()
    {
        takeLookOff(m_themes);
        end();
    }

    /// What leads to it takes the room of the words where nothing has come.
    void onlyWhatIsNewerIsOfferedForALook()
    {
        open(TestDesk::elena());
        m_desk->acts->reply({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("The garage"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::minutes {40}); // too long to go without a look
        m_desk->store.takeSendable();
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Send anyway")));
        QVERIFY(!button(QStringLiteral("Show them")));
        Message newer = test::message(300, 2, 8, MessageRole::Lead, "Are you coming?");
        newer.client = test::clientId(1);
        newer.at = m_desk->store.clock.now();
        newer.author.kind = ActorKind::Lead;
        QVERIFY(m_desk->store.apply({test::entity("message", newer)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Show them")));
    }

    void whatCanBeDoneWithAnEntryIsReachedWithoutAMouse()
    {
        open(TestDesk::elena());
        failADelivery();
        QTRY_VERIFY(rowWithActs() >= 0);
        const int row = rowWithActs();
        QAccessibleInterface *entry = QAccessible::queryAccessibleInterface(transcript())->child(row);
        QAccessibleActionInterface *acts = entry->actionInterface();
        QVERIFY(acts);
        QCOMPARE(acts->actionNames(), (QStringList {QStringLiteral("retry"), QStringLiteral("edit")}));
        QCOMPARE(acts->localizedActionName(QStringLiteral("edit")), QStringLiteral("Edit"));
        QCOMPARE(entry->text(QAccessible::Description), QStringLiteral("Retry, Edit"));
        acts->doAction(QStringLiteral("edit"));
        QCOMPARE(typed(), QStringLiteral("Let me check the van."));
        // By keys: Enter on the entry offers them.
        transcript()->setFocus();
        transcript()->setCurrentRow(row);
        QTest::keyClick(transcript(), Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("Retry"));
        menu->actions().constFirst()->trigger();
        menu->close();
        QTRY_COMPARE(m_desk->ephemera.unsent(), 1);
    }

    void editBringsTheWordsIntoAConversationThatWasOpenedAnew()
    {
        const ConversationRef elena {test::clientId(1), TestDesk::elena(), 7};
        const OpId op = m_desk->acts->reply(elena, QStringLiteral("my own words"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 409, {}, R"({"title":"newer"})").hasValue());
        open(TestDesk::marcus());
        open(TestDesk::elena());
        QTRY_VERIFY(rowWith(EntryAct::SendAnyway) >= 0);
        transcript()->act(rowWith(EntryAct::SendAnyway), EntryAct::Edit);
        QTRY_COMPARE(typed(), QStringLiteral("my own words"));
        QTRY_COMPARE(rowWith(EntryAct::SendAnyway), -1);
        // It had arrived after all.
        Message arrived = test::message(1, 2, 7, MessageRole::Staff, "my own words");
        arrived.id = MessageId {op.value};
        arrived.op = op;
        arrived.client = test::clientId(1);
        arrived.author = {ActorKind::User, test::userId(1), "Nadia Brandt"};
        arrived.delivery.state = DeliveryState::Sent;
        const int rows = transcript()->rowCount();
        QVERIFY(m_desk->store.apply({test::entity("message", arrived)}).hasValue());
        QTRY_COMPARE(transcript()->rowCount(), rows + 1);
        const int high = transcript()->rowRect(rows).height();
        open(TestDesk::marcus());
        open(TestDesk::elena());
        QTRY_COMPARE(transcript()->rowCount(), rows + 1);
        QCOMPARE(high, transcript()->rowRect(rows).height()); // nothing of what it was stood there still
    }

    /// The server may have it: other words for it would be a second message.
    void whatMayHaveArrivedIsNotEditedUntilTheServerHasTold()
    {
        const ConversationRef elena {test::clientId(1), TestDesk::elena(), 7};
        const OpId op = m_desk->acts->reply(elena, QStringLiteral("my own words"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 0).hasValue());
        m_desk->store.clock.advance(std::chrono::minutes {31});
        m_desk->store.takeSendable();
        open(TestDesk::elena());
        QTRY_VERIFY(rowWith(EntryAct::SendAnyway) >= 0);
        QCOMPARE(transcript()->actsOf(rowWith(EntryAct::SendAnyway)).size(), 2u);
        const auto isShown = [this](const char *name) {
            const auto buttons = m_window->findChild<ClaimStrip *>()->findChildren<QPushButton *>();
            return std::any_of(buttons.begin(), buttons.end(), [name](const QPushButton *one) { return one->isVisible() && one->text() == QLatin1StringView(name); });
        };
        QTRY_VERIFY(isShown("Send anyway") && isShown("Drop"));
        QCOMPARE(rowWith(EntryAct::Edit), -1);
        // Two beats of the server later all is told, and this is not among it.
        m_desk->store.store->writer().settleAcked("client:" + test::clientId(1).value, m_desk->store.clock.now());
        m_desk->settle();
        QTRY_VERIFY(rowWith(EntryAct::Edit) >= 0);
        transcript()->act(rowWith(EntryAct::SendAnyway), EntryAct::Edit);
        QTRY_COMPARE(typed(), QStringLiteral("my own words"));
    }

    /// That it may have arrived is read before anything else, in the strip and below the words.
    void whatTheServerWasSetBackBehindIsReadWhole_data() { addLooks("set-back"); }
    void whatTheServerWasSetBackBehindIsReadWhole()
    {
        m_window->resize(wearLook(m_themes));
        setBackBehindAReply();
        open(TestDesk::elena());
        QTRY_VERIFY(rowWith(EntryAct::SendAnyway) >= 0);
        QTest::keyClick(list(), Qt::Key_Return); // where there is one column, it is the list's
        m_desk->settle();
        const auto *strip = m_window->findChild<ClaimStrip *>();
        const auto labels = strip->findChildren<TextLabel *>();
        const auto strong = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->isVisible() && one->text() == QStringLiteral("It may have arrived."); });
        QVERIFY(strong != labels.end());
        QVERIFY2((*strong)->width() >= (*strong)->sizeHint().width(), "it is not cut");
        verifyNothingIsCut(strip);
        keep(QString::fromLatin1(QTest::currentDataTag()));
    }

    void sayingItAgainLeavesWhatIsBeingWrittenAndIsDoneOnce()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("half written"));
        failADelivery();
        QTRY_VERIFY(rowWith(EntryAct::Retry) >= 0);
        const int row = rowWith(EntryAct::Retry);
        transcript()->reveal(row);
        // The verb is where the pointer becomes a hand.
        const QRect rect = transcript()->rowRect(row);
        QPoint at;
        for (int y = rect.bottom(); y > rect.top() && at.isNull(); y -= 3) {
            for (int x = rect.left(); x < rect.right() && at.isNull(); x += 4) {
                QTest::mouseMove(transcript()->viewport(), {x, y});
                if (transcript()->viewport()->cursor().shape() == Qt::PointingHandCursor)
                    at = {x + 4, y};
            }
        }
        QVERIFY(!at.isNull());
        QTest::mouseClick(transcript()->viewport(), Qt::LeftButton, {}, at);
        QVERIFY2(composer()->edit()->hasFocus(), "what is typed on is no command");
        QTest::mouseDClick(transcript()->viewport(), Qt::LeftButton, {}, at);
        m_desk->settle();
        QCOMPARE(replies(), 1);
        QCOMPARE(typed(), QStringLiteral("half written"));
        // Nor by its menu, while that one is on its way; and it can be taken back like any other.
        transcript()->act(row, EntryAct::Retry);
        m_desk->settle();
        QCOMPARE(replies(), 1);
        QVERIFY(m_window->commands().action(QStringLiteral("conversation.undo_send"))->isEnabled());
    }

    void editShowsWhatItBringsBackAndDoesSoOnce()
    {
        open(TestDesk::elena());
        failADelivery();
        QTRY_VERIFY(rowWith(EntryAct::Edit) >= 0);
        composer()->setKind(CompositionKind::Note);
        for (int press = 0; press < 2; ++press) {
            transcript()->act(rowWith(EntryAct::Edit), EntryAct::Edit);
            QVERIFY(composer()->kind() == CompositionKind::Reply);
            QCOMPARE(typed(), QStringLiteral("Let me check the van."));
            composer()->setKind(CompositionKind::Note);
        }
    }

    void editBringsBackWhatADraftMerelyBeginsLike()
    {
        open(TestDesk::elena());
        failADelivery();
        QTRY_VERIFY(rowWith(EntryAct::Edit) >= 0);
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Let me check the van. Tomorrow"));
        for (int press = 0; press < 2; ++press) {
            transcript()->act(rowWith(EntryAct::Edit), EntryAct::Edit);
            QCOMPARE(typed(), QStringLiteral("Let me check the van.\nLet me check the van. Tomorrow"));
        }
    }

    void aNoteIsEditedAsANote()
    {
        const ConversationRef elena {test::clientId(1), TestDesk::elena(), 7};
        const OpId op = m_desk->acts->note(elena, QStringLiteral("for the team"));
        m_desk->settle();
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 422, {}, R"({"title":"refused"})").hasValue());
        m_desk->settle();
        m_window->showPlace(QStringLiteral("outbox"));
        QTRY_VERIFY(button(QStringLiteral("Edit")));
        button(QStringLiteral("Edit"))->click();
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::elena());
        QTRY_COMPARE(composer()->text(CompositionKind::Note), QStringLiteral("for the team"));
        QVERIFY(composer()->kind() == CompositionKind::Note);
        QVERIFY(composer()->isFocused());
    }

    void whatCannotBeDoneWithAnActIsTold()
    {
        open(TestDesk::elena());
        const OpId op = m_desk->acts->note({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("for the team"));
        m_desk->settle();
        m_desk->store.takeSendable();
        m_desk->acts->drop(op);
        QTRY_VERIFY(banner()->shows(QStringLiteral("trouble")));
        QVERIFY(says(QStringLiteral("Nothing was done: The act is on its way or done.")));
    }

    void whoTakesAReplyBackAndSendsOnAtOnceHasIt()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("first"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(typed().isEmpty());
        QTest::keyClicks(composer()->edit(), QStringLiteral("second"));
        m_window->commands().action(QStringLiteral("conversation.undo_send"))->trigger();
        m_window->commands().action(QStringLiteral("conversation.send"))->trigger();
        QVERIFY(typed().isEmpty());
        QTRY_COMPARE(typed(), QStringLiteral("first"));
        m_desk->settle();
        QCOMPARE(replies(), 1);
        QCOMPARE(typed(), QStringLiteral("first"));
    }

    void nothingIsSentBeforeWhatStoodThereIsRead()
    {
        auto file = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(file.hasValue() && file.value()->execute("ALTER TABLE composition RENAME TO away").hasValue());
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On our way"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(says(QStringLiteral("Not sent, and kept: what was written here before is still being read")));
        keep(QStringLiteral("keep-unread"));
        m_desk->settle();
        QCOMPARE(replies(), 0);
        QCOMPARE(typed(), QStringLiteral("On our way"));
        // It is read as soon as it can be.
        QVERIFY(file.value()->execute("ALTER TABLE away RENAME TO composition").hasValue());
        QTRY_VERIFY(m_window->commands().action(QStringLiteral("conversation.send"))->isEnabled());
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(replies(), 1);
    }

    void takingAnActBackTwiceIsNoTrouble()
    {
        QSignalSpy failed(m_desk->acts.get(), &Acts::failed);
        for (const auto takeBack : {&Acts::drop, &Acts::edit}) {
            const OpId op = m_desk->acts->note({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("for the team"));
            m_desk->settle();
            for (int press = 0; press < 2; ++press)
                (m_desk->acts.get()->*takeBack)(op);
            m_desk->settle();
            QCOMPARE(m_desk->ephemera.unsent(), 0);
        }
        QCOMPARE(failed.size(), 0);
        QVERIFY(!banner()->shows(QStringLiteral("trouble")));
    }
};

FOREDECK_QT_TEST(EntryActsTest)
#include "entryactstest.moc"
