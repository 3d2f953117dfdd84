#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/transcript/entryview.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/rowwords.h"

#include <QApplication>
#include <QEnterEvent>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace foredeck;
using namespace foredeck::ui;

/// What counts as read and what does not, what others are told of it, and how long messages are shown.
class ReadingTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    int unread(const ConversationId &id) const { return rowOf(id).data(ConversationListModel::UnreadRole).toInt(); }
    void click(const ConversationId &id) const
    {
        list()->scrollTo(rowOf(id));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(rowOf(id)).center());
    }
    /// The conversation as somebody else has left it.
    void set(Conversation c, ConversationStatus status)
    {
        c.version = 40;
        c.status = status;
        c.owner.kind = OwnerKind::Assistant;
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    /// Another message of Marcus, who then waits for a person or not.
    void marcusWrites(const std::string &text, std::int64_t position, bool waits = true)
    {
        Message m = test::message(300 + int(position), 1, position, MessageRole::Lead, text);
        m.client = test::clientId(2);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        Conversation c = test::conversation(1);
        c.client = test::clientId(2);
        c.channelKind = ChannelKind::Sms;
        c.version = position + 20;
        c.lastAt = m.at;
        c.lastPosition = c.lastPublicPosition = position;
        c.lastMessage = {m.id, m.role, {}, m.text, position, DeliveryState::None, m.at};
        c.owner.kind = waits ? OwnerKind::Nobody : OwnerKind::Assistant;
        if (waits) {
            c.status = ConversationStatus::WaitingHuman;
            c.escalation = EscalationMark {EscalationId {test::idText(12, 1)}, EscalationReason::Emergency, EscalationStatus::Pending, 1, c.lastAt + std::chrono::minutes(5)};
        }
        QVERIFY(m_desk->store.apply({test::entity("message", m), test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    PresenceKind told() const { return m_desk->requests.presences.back().second; }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void whatStandsBehindTheListIsNotRead()
    {
        m_window->resize(700, 700);
        QTRY_VERIFY(inbox()->isStacked());
        list()->setFocus();
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(list(), Qt::Key_J);
            m_desk->settle();
        }
        const ConversationId chosen = inbox()->conversation();
        QCOMPARE(chosen, test::conversationId(4));
        QVERIFY(!inbox()->thread()->isVisible());
        QCOMPARE(unread(chosen), 1);
        keep(QStringLiteral("reading-stacked-list"));
        // One click opens, and now it is read.
        click(chosen);
        m_desk->settle();
        QVERIFY(inbox()->thread()->isVisible());
        QTRY_COMPARE(unread(chosen), 0);
        keep(QStringLiteral("reading-stacked-thread"));
    }

    void comingBackToTheWindowIsReading()
    {
        click(TestDesk::marcus());
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        marcusWrites("Are you there?", 2);
        QTRY_COMPARE(unread(TestDesk::marcus()), 1);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
    }

    void aPressInTheThreadIsReading()
    {
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        QCOMPARE(unread(TestDesk::marcus()), 1);
        QTest::mouseClick(transcript()->viewport(), Qt::LeftButton);
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
    }

    void aPointerThatRestsIsNobody()
    {
        m_window.reset();
        marcusWrites("It is dry again", 2, false);
        Conversation newest = test::conversation(9, 3);
        newest.lastAt = m_desk->store.clock.now() + std::chrono::seconds {1};
        newest.lastPosition = newest.lastPublicPosition = 1;
        set(newest, ConversationStatus::Active);
        m_window = std::make_unique<MainWindow>(m_desk->desk());
        m_window->showFirstPage();
        m_window->show();
        const QPointF middle = list()->viewport()->rect().center();
        QEnterEvent enter(middle, middle, list()->viewport()->mapToGlobal(middle));
        QCoreApplication::sendEvent(list()->viewport(), &enter);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_desk->settle();
        const ConversationId first = inbox()->conversation();
        QVERIFY(!list()->isHeld());
        QVERIFY(unread(first) > 0);
        QVERIFY(first != TestDesk::marcus());
        // An emergency of that moment opens by itself, and nothing of it is read.
        marcusWrites("No, it is not: water again", 3, true);
        QTRY_COMPARE(inbox()->conversation(), TestDesk::marcus());
        m_desk->settle();
        QVERIFY(unread(TestDesk::marcus()) > 0);
        // A pointer that moves is somebody's.
        QMouseEvent move(QEvent::MouseMove, middle, list()->viewport()->mapToGlobal(middle), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(list()->viewport(), &move);
        QVERIFY(list()->isHeld());
    }

    /// What came in the night would stay where yesterday's order has it.
    void aFocusThatTheProgramGaveIsNobody()
    {
        list()->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(list()->hasFocus());
        QVERIFY(!list()->isHeld());
        QTest::keyClick(list(), Qt::Key_Shift);
        QVERIFY(list()->isHeld());
    }

    void typingEndsWithAPauseAndWithSending()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On"));
        QVERIFY(told() == PresenceKind::Typing);
        const std::size_t once = m_desk->requests.presences.size();
        QTest::keyClicks(composer()->edit(), QStringLiteral(" our way"));
        QCOMPARE(m_desk->requests.presences.size(), once);
        auto *pause = inbox()->findChild<QTimer *>(QStringLiteral("writing"));
        QVERIFY(pause && pause->isActive());
        pause->start(0);
        QTRY_VERIFY(told() == PresenceKind::Viewing);
        pause->setInterval(60'000);
        QTest::keyClicks(composer()->edit(), QStringLiteral("."));
        QVERIFY(told() == PresenceKind::Typing);
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(told() == PresenceKind::Viewing);
        QVERIFY(m_desk->requests.presences.back().first == TestDesk::elena());
    }

    void whoLooksIsSeenWhereverTheyCameFrom()
    {
        m_window->commands().action(QStringLiteral("goto.ended"))->trigger();
        m_desk->settle();
        QVERIFY(!rowOf(TestDesk::elena()).isValid());
        auto &presences = m_desk->requests.presences;
        const auto count = [&](PresenceKind kind) { return std::count(presences.begin(), presences.end(), std::pair {TestDesk::elena(), kind}); };
        presences.clear();
        open(TestDesk::elena());
        QCOMPARE(count(PresenceKind::Viewing), 1);
        // Once, however often its row changes.
        m_desk->acts->takeOver({test::clientId(1), TestDesk::elena(), 7});
        m_desk->settle();
        QCOMPARE(count(PresenceKind::Viewing), 1);
        open(TestDesk::marcus());
        QCOMPARE(count(PresenceKind::Gone), 1);
        // Who types before it is known whose it is, types.
        presences.clear();
        inbox()->open(TestDesk::elena());
        inbox()->writeNext(CompositionKind::Reply);
        QTest::keyClicks(composer()->edit(), QStringLiteral("On"));
        QCOMPARE(count(PresenceKind::Typing), 0);
        m_desk->settle();
        QCOMPARE(count(PresenceKind::Typing), 1);
        QCOMPARE(count(PresenceKind::Viewing), 0);
    }

    void typingOfOthersFadesWhenItIsNotRepeated()
    {
        const Timestamp now = m_desk->store.clock.now();
        m_desk->ephemera.setPresence(TestDesk::elena(), {test::userId(2), QStringLiteral("Tomás Ibarra"), PresenceKind::Typing}, now);
        // The row names who types, not who answers.
        const ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        const auto parts = rowView(row, {}).parts;
        QVERIFY(std::any_of(parts.begin(), parts.end(), [](const RowPart &part) { return part.text == QStringLiteral("Tomás is typing…"); }));
        m_desk->ephemera.expirePresence(now + std::chrono::seconds {21});
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).constFirst().kind == PresenceKind::Typing);
        m_desk->ephemera.expirePresence(now + std::chrono::seconds {26});
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).constFirst().kind == PresenceKind::Viewing);
        // They are told of once, and look on for as long as they like.
        m_desk->ephemera.expirePresence(now + std::chrono::hours {1});
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).constFirst().kind == PresenceKind::Viewing);
        m_desk->ephemera.setPresence(TestDesk::elena(), {test::userId(2), QStringLiteral("Tomás Ibarra"), PresenceKind::Gone}, now);
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).isEmpty());
    }

    void theAssistantTypingIsShownAsItsOwnAndLeavesNothingBehind()
    {
        const Timestamp now = m_desk->store.clock.now();
        const auto says = [this](const QString &words) {
            const ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
            const auto parts = rowView(row, {}).parts;
            return std::any_of(parts.begin(), parts.end(), [&](const RowPart &part) { return part.text == words; });
        };
        m_desk->ephemera.setPresence(TestDesk::elena(), {{}, {}, PresenceKind::Typing}, now);
        QVERIFY(says(QStringLiteral("Assistant typing…")));
        m_desk->ephemera.expirePresence(now + std::chrono::seconds {26}); // its turn never came
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).isEmpty());
        QVERIFY(!says(QStringLiteral("Assistant typing…")));
    }

    void noDraftIsSavedUnderAnEmptyComposer()
    {
        const auto says = [this] {
            const auto labels = composer()->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) { return label->text() == QStringLiteral("Draft saved"); });
        };
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half a sentence"));
        QTRY_VERIFY(says());
        open(TestDesk::marcus());
        QVERIFY(!says());
    }

    void whatHasEndedIsReopenedBeforeItIsWrittenTo()
    {
        open(TestDesk::elena());
        m_window->commands().action(QStringLiteral("conversation.resolve"))->trigger();
        m_desk->settle();
        open(TestDesk::elena());
        QTRY_COMPARE(composer()->edit()->placeholderText(), QStringLiteral("To write to Elena, reopen it first."));
    }

    void aRowThatLeavesByItselfTakesNobodysThread()
    {
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        m_desk->settle();
        open(TestDesk::marcus());
        marcusWrites("Thank you, it was only rain", 2, false);
        QTRY_VERIFY(!rowOf(TestDesk::marcus()).isValid());
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
    }

    void whatComesIntoAnEmptyListTakesNobodysThread()
    {
        open(TestDesk::marcus());
        m_window->commands().action(QStringLiteral("goto.snoozed"))->trigger();
        m_desk->settle();
        QCOMPARE(list()->model()->rowCount(), 0);
        set(test::conversation(2), ConversationStatus::Snoozed);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
    }

    void theNextOneIsBehindTheOneThatWas()
    {
        const auto leaves = [this](int row) {
            const std::string id = list()->model()->index(row, 0).data(ConversationListModel::IdRole).toString().toStdString();
            const int rows = list()->model()->rowCount();
            QVERIFY(m_desk->store.apply({Entity {"conversation", 90, {}, id, true, {}}}).hasValue());
            QTRY_COMPARE(list()->model()->rowCount(), rows - 1);
        };
        open(ConversationId {list()->model()->index(2, 0).data(ConversationListModel::IdRole).toString().toStdString()});
        const QString next = list()->model()->index(4, 0).data(ConversationListModel::IdRole).toString();
        leaves(2);
        leaves(2);
        m_window->commands().action(QStringLiteral("list.next"))->trigger();
        QCOMPARE(QString::fromStdString(inbox()->conversation().value), next);
    }

    void anActThatRemovedNoRowHasNoneRemovedLater()
    {
        open(TestDesk::elena());
        m_window->commands().action(QStringLiteral("conversation.hand_back"))->trigger();
        m_desk->settle();
        QVERIFY(rowOf(TestDesk::elena()).isValid());
        QVERIFY(m_desk->store.write(&StoreWriter::dropStream, "client:" + test::clientId(1).value).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!rowOf(TestDesk::elena()).isValid());
        QCOMPARE(inbox()->conversation(), TestDesk::elena());
    }

    void whoMayNotSeeItAnyMoreIsNotSeenInIt()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On"));
        QVERIFY(told() == PresenceKind::Typing);
        QVERIFY(m_desk->store.write(&StoreWriter::dropStream, "client:" + test::clientId(1).value).hasValue());
        m_desk->settle();
        QTRY_COMPARE(m_desk->requests.presences.back(), std::pair(TestDesk::elena(), PresenceKind::Gone));
        const std::size_t once = m_desk->requests.presences.size();
        m_window->showPlace(QStringLiteral("settings"));
        m_desk->settle();
        QCOMPARE(m_desk->requests.presences.size(), once);
    }

    void aVeryLongMessageIsFoldedUntilItIsWanted()
    {
        QString text;
        for (int i = 0; i < 500; ++i)
            text += QStringLiteral("line %1\n").arg(i);
        marcusWrites(text.toStdString(), 2);
        open(TestDesk::marcus());
        QTRY_COMPARE(transcript()->rowCount(), 2);
        const int folded = transcript()->rowRect(1).height();
        QVERIFY2(folded < 1200, qPrintable(QString::number(folded)));
        QVERIFY(transcript()->actsOf(1).front().first == EntryAct::ShowAll);
        keep(QStringLiteral("reading-folded"));
        transcript()->act(1, EntryAct::ShowAll);
        QVERIFY(transcript()->rowRect(1).height() > 4 * folded);
        QVERIFY(transcript()->accessibleWords(1).contains(QStringLiteral("line 499")));
        QVERIFY(transcript()->actsOf(1).empty());
    }

    void anEntryThatChangesPlacesKeepsItsHeight()
    {
        open(TestDesk::elena());
        const ConversationRef elena {test::clientId(1), TestDesk::elena(), 7};
        const OpId reply = m_desk->acts->reply(elena, QStringLiteral("a line of it\n").repeated(8) + QStringLiteral("the last"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(reply, 409, {}, R"({"title":"newer"})").hasValue());
        const OpId written = m_desk->acts->note(elena, QStringLiteral("short"));
        m_desk->settle();
        const int last = transcript()->rowCount() - 1;
        const int tall = transcript()->rowRect(last - 1).height();
        QVERIFY(transcript()->accessibleWords(last - 1).contains(QStringLiteral("the last")));
        // What is confirmed stands before what is not.
        Note note;
        note.id = NoteId {written.value};
        note.client = elena.client;
        note.conversation = elena.id;
        note.position = 8;
        note.author = {ActorKind::User, test::userId(1), "Nadia Brandt"};
        note.text = "short";
        note.at = m_desk->store.clock.now();
        Entity told = test::entity("note", note);
        told.op = written;
        QVERIFY(m_desk->store.apply({told}).hasValue());
        m_desk->settle();
        QCOMPARE(transcript()->rowCount() - 1, last);
        QVERIFY(transcript()->accessibleWords(last).contains(QStringLiteral("the last")));
        QVERIFY(transcript()->rowRect(last).height() > transcript()->rowRect(last - 1).height());
        QVERIFY(transcript()->rowRect(last).bottom() < transcript()->viewport()->height());
        const int moved = transcript()->rowRect(last).height();
        open(TestDesk::marcus());
        open(TestDesk::elena());
        QTRY_COMPARE(transcript()->rowCount() - 1, last);
        QCOMPARE(moved, transcript()->rowRect(last).height());
        QVERIFY(std::abs(moved - tall) < tall / 2);
    }

    void aWireThatIsSilentIsNotCalledLive()
    {
        SyncStatus status;
        status.phase = SyncPhase::Live;
        TimeContext time;
        time.now = m_desk->store.clock.now();
        status.completeUpTo = time.now - std::chrono::seconds {19};
        QCOMPARE(syncWords(status, time, time.now).sign.word, QStringLiteral("Live"));
        status.completeUpTo = time.now - std::chrono::seconds {20};
        QVERIFY(syncWords(status, time, time.now).sign.word.startsWith(QStringLiteral("Behind by 20")));
    }

    void whoCallsSomebodyResolvesNothing()
    {
        TranscriptItem item;
        item.kind = TranscriptKind::Transition;
        item.field = TransitionField::Escalation;
        item.to = QStringLiteral("pending");
        item.reason = QStringLiteral("rule");
        item.text = QStringLiteral("No reply, version 2");
        const auto [sign, words] = bandWords(item, EntryContext {});
        QCOMPARE(sign.word, QStringLiteral("Handed to a person"));
        QVERIFY(words.contains(item.text));
    }

    void whatClocksRunByHasNoBand()
    {
        TranscriptItem item;
        item.kind = TranscriptKind::Transition;
        item.field = TransitionField::Response;
        item.to = QStringLiteral("waiting");
        item.reason = QStringLiteral("nobody");
        QVERIFY(!isShown(item));
        item.field = Open<TransitionField>::fromText("of_a_newer_server");
        QVERIFY(isShown(item)); // in words, as everything that is not known
        item.to.clear();
        item.reason.clear();
        QVERIFY(!isShown(item));
    }
};

FOREDECK_QT_TEST(ReadingTest)
#include "readingtest.moc"
