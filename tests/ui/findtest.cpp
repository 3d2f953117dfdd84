#include "tests/qt/testclasses.h"
#include "tests/ui/looks.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/findbar.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>

#include <algorithm>
#include <utility>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Words that are looked for in the conversation that is open.
class FindTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    static constexpr std::int64_t last = 320; ///< position of the newest message of Elena's

    FindBar *bar() const { return inbox()->thread()->find(); }
    LineEdit *field() const { return bar()->findChild<LineEdit *>(); }
    QString count() const { return bar()->findChildren<TextLabel *>().constFirst()->text(); }
    QString spoken() const { return bar()->findChildren<TextLabel *>().constFirst()->accessibleName(); }
    /// Elena and the assistant have talked for long; of three messages and a note there are words to find.
    void talkForLong(std::int64_t from = 8)
    {
        std::vector<Entity> entities;
        for (std::int64_t p = from; p <= last; ++p) {
            std::string text = "Message " + std::to_string(p);
            if (p == 20)
                text = "We would love a Crème brûlée";
            if (p == 200)
                text = "No crème\nbrûlée, thank you. Or is CREME BRULEE all you have?";
            if (p == 318)
                text = "One creme brulee is coming";
            Message m = message(3000 + int(p), 2, p, p % 2 ? MessageRole::Lead : MessageRole::Ai, text);
            m.client = clientId(1);
            m.at = m_desk->store.clock.now() - std::chrono::seconds {60 + (last - p)};
            m.author.kind = p % 2 ? ActorKind::Lead : ActorKind::Assistant;
            entities.push_back(entity("message", m));
        }
        Note note;
        note.id = NoteId {idText(11, 77)};
        note.client = clientId(1);
        note.conversation = TestDesk::elena();
        note.position = last + 1;
        note.author = {ActorKind::User, userId(2), "Tomás Ibarra"};
        note.text = "The kitchen says no creme brulee today.";
        note.at = m_desk->store.clock.now() - std::chrono::seconds {30};
        entities.push_back(entity("note", note));
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        m_desk->settle();
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), with); }
    void begin()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(field()->hasFocus());
    }
    void find(const QString &words, const QString &answer)
    {
        begin();
        field()->insert(words);
        QTRY_COMPARE(count(), answer);
        m_desk->settle();
    }
    int rowWith(const QString &words) const
    {
        for (int row = 0; row < transcript()->rowCount(); ++row) {
            if (transcript()->accessibleWords(row).contains(words))
                return row;
        }
        return -1;
    }
    bool isOnScreen(const QString &words) const
    {
        const QRect rect = transcript()->rowRect(rowWith(words));
        return rect.isValid() && transcript()->viewport()->rect().intersects(rect);
    }
    /// So many pixels of the transcript have the colour.
    int painted(Color color) const
    {
        const QImage image = transcript()->viewport()->grab().toImage();
        const QRgb wanted = m_themes.theme().color(color).rgb();
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixel(x, y) == wanted ? 1 : 0;
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
    }
    void cleanup()
    {
        takeLookOff(m_themes);
        end();
    }

    /// What is written below is another matter than what is looked for.
    void ctrlEnterInItSendsNothing()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half an answer"));
        begin();
        for (const int key : {Qt::Key_Return, Qt::Key_Enter})
            press(key, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(typed(), QStringLiteral("Half an answer"));
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Reply; }));
        QVERIFY(field()->hasFocus());
    }

    void whatIsNotLoadedIsFoundToo()
    {
        talkForLong();
        open(TestDesk::elena());
        QVERIFY(rowWith(QStringLiteral("We would love")) < 0);
        list()->setFocus();
        find(QStringLiteral("a CRÈME brulee"), QStringLiteral("1 of 1"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("We would love")));
        QVERIFY(field()->hasFocus());
        QVERIFY2(painted(Color::AccentFill) > 200, "its words are marked");
        QTRY_VERIFY2(spoken().startsWith(QStringLiteral("1 of 1. ")) && spoken().contains(QStringLiteral("We would love")), qPrintable(spoken()));
        QVERIFY(QAccessible::queryAccessibleInterface(bar()->findChildren<TextLabel *>().constFirst())->role() == QAccessible::Notification);
        // The window goes on from there without a gap.
        for (int row = 1; row < transcript()->rowCount(); ++row)
            QVERIFY(transcript()->rowRect(row).top() >= transcript()->rowRect(row - 1).bottom());
    }

    void theKeysGoFromOneToTheNext()
    {
        talkForLong();
        open(TestDesk::elena());
        list()->setFocus();
        find(QStringLiteral("creme brulee"), QStringLiteral("1 of 5"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("The kitchen says")));
        press(Qt::Key_Return);
        QCOMPARE(count(), QStringLiteral("2 of 5"));
        QVERIFY(isOnScreen(QStringLiteral("One creme")));
        QVERIFY2(painted(Color::WarningTint) > 100 && painted(Color::Warning) > 50, "the other one on screen is marked, too");
        press(Qt::Key_F3);
        press(Qt::Key_Return);
        QCOMPARE(count(), QStringLiteral("4 of 5"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("No crème")));
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("3 of 5"));
        press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("2 of 5"));
        transcript()->setFocus();
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_F3);
        QCOMPARE(count(), QStringLiteral("5 of 5"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("We would love")));
        press(Qt::Key_F3);
        QCOMPARE(count(), QStringLiteral("1 of 5"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("The kitchen says")));
        Button *older = bar()->findChildren<Button *>().constFirst();
        QCOMPARE(older->text(), QStringLiteral("Next match, further up"));
        for (const char *answer : {"2 of 5", "3 of 5"}) {
            QTest::mouseClick(older, Qt::LeftButton);
            QCOMPARE(count(), QLatin1StringView(answer));
        }
    }

    void escapeLeadsBackToWhereOneWas()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        const QString before = typed();
        find(QStringLiteral("garage"), QStringLiteral("1 of 2"));
        QVERIFY(painted(Color::AccentFill) > 200);
        press(Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        QVERIFY(composer()->edit()->hasFocus());
        QCOMPARE(typed(), before);
        QVERIFY2(painted(Color::AccentFill) == 0 && painted(Color::WarningTint) == 0, "nothing is marked any more");
        QVERIFY(!m_window->commands().reason(QStringLiteral("thread.find_next")).isEmpty());
        // From elsewhere in the thread, too; and nothing is left in the bar.
        begin();
        QVERIFY(field()->text().isEmpty() && count().isEmpty());
        QTest::keyClicks(field(), QStringLiteral("garage"));
        transcript()->setFocus();
        press(Qt::Key_Escape);
        QVERIFY(!bar()->isVisible() && transcript()->hasFocus());
        QCOMPARE(painted(Color::AccentFill), 0);
    }

    void aPressLeavesTheKeyboardInWhatIsTyped()
    {
        open(TestDesk::elena());
        list()->setFocus();
        find(QStringLiteral("garage"), QStringLiteral("1 of 2"));
        QTest::mouseClick(bar()->findChildren<Button *>().constFirst(), Qt::LeftButton);
        QCOMPARE(count(), QStringLiteral("2 of 2"));
        QVERIFY(field()->hasFocus());
    }

    void theWayBackToTheListLeadsThere()
    {
        m_window->resize(700, 700);
        QTRY_VERIFY(inbox()->isStacked());
        open(TestDesk::elena());
        inbox()->showThread(true);
        transcript()->setFocus();
        find(QStringLiteral("garage"), QStringLiteral("1 of 2"));
        trigger("view.back");
        QVERIFY(!inbox()->thread()->isVisible() && bar()->isHidden());
    }

    void anotherConversationIsNotLookedThrough()
    {
        open(TestDesk::elena());
        list()->setFocus();
        find(QStringLiteral("garage"), QStringLiteral("1 of 2"));
        open(TestDesk::marcus());
        QVERIFY(!bar()->isVisible());
        QCOMPARE(painted(Color::AccentFill), 0);
        begin();
        QVERIFY(field()->text().isEmpty() && count().isEmpty());
        QTest::keyClicks(field(), QStringLiteral("garage"));
        QTRY_COMPARE(count(), QStringLiteral("Nothing found"));
        QCOMPARE(spoken(), QStringLiteral("Nothing found"));
        press(Qt::Key_F3); // leads nowhere
        QCOMPARE(count(), QStringLiteral("Nothing found"));
    }

    void whoReadsFurtherUpIsLedUpFromThere()
    {
        talkForLong();
        open(TestDesk::elena());
        list()->setFocus();
        find(QStringLiteral("a crème brulee"), QStringLiteral("1 of 1"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("We would love")));
        press(Qt::Key_Escape);
        find(QStringLiteral("creme"), QStringLiteral("5 of 5"));
        QVERIFY(isOnScreen(QStringLiteral("We would love")));
    }

    /// Nothing moves under the eyes of who looks at what was found.
    void whatComesMeanwhileMovesNothing()
    {
        talkForLong();
        open(TestDesk::elena());
        list()->setFocus();
        find(QStringLiteral("no creme"), QStringLiteral("1 of 2"));
        press(Qt::Key_Return);
        QTRY_VERIFY(isOnScreen(QStringLiteral("No crème")));
        m_desk->settle();
        const QRect stood = transcript()->rowRect(rowWith(QStringLiteral("No crème")));
        const QString said = spoken();
        Message m = message(4000, 2, last + 2, MessageRole::Lead, "No creme at all?");
        m.client = clientId(1);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        QVERIFY(m_desk->store.apply({entity("message", m)}).hasValue());
        QTRY_COMPARE(count(), QStringLiteral("3 of 3"));
        m_desk->settle();
        QCOMPARE(transcript()->rowRect(rowWith(QStringLiteral("No crème"))).top(), stood.top());
        QCOMPARE(spoken(), said);
    }

    void whatComesOnTheWayStopsNobody()
    {
        talkForLong();
        open(TestDesk::elena());
        list()->setFocus();
        find(QStringLiteral("creme brulee"), QStringLiteral("1 of 5"));
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_F3);
        QTRY_VERIFY(isOnScreen(QStringLiteral("No crème")));
        m_desk->settle();
        QVERIFY(rowWith(QStringLiteral("We would love")) < 0);
        // It is looked for anew because of what came, and before that is answered somebody goes on.
        bool isPressed = false;
        connect(m_desk->store.store.get(), &LocalStore::changed, this, [&] {
            if (!std::exchange(isPressed, true))
                press(Qt::Key_F3);
        });
        Message m = message(4000, 2, last + 2, MessageRole::Lead, "Hello?");
        m.client = clientId(1);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        QVERIFY(m_desk->store.apply({entity("message", m)}).hasValue());
        QTRY_COMPARE(count(), QStringLiteral("5 of 5"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("We would love")));
        disconnect(m_desk->store.store.get(), &LocalStore::changed, this, nullptr);
    }

    /// A far match brings hundreds of decisions into the window; the panel makes a dozen widgets of each.
    void howeverFarItLeadsThePanelListsTheNewestDecisions()
    {
        std::vector<Entity> entities;
        for (int n = 0; n < 300; ++n) {
            Message m = message(3000 + n, 2, 8 + n, MessageRole::Ai, "Answer " + std::to_string(n) + ".");
            m.client = clientId(1);
            m.at = m_desk->store.clock.now() - std::chrono::seconds {400 - n};
            m.author.kind = ActorKind::Assistant;
            Decision decision;
            decision.id = m.decision = DecisionId {idText(9, 100 + n)};
            decision.client = m.client;
            decision.conversation = m.conversation;
            decision.answer = m.id;
            decision.action = DecisionAction::Answered;
            decision.at = m.at;
            entities.push_back(entity("decision", decision));
            entities.push_back(entity("message", m));
        }
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        open(TestDesk::elena());
        trigger("view.decisions");
        QTRY_VERIFY(says(QStringLiteral("Earlier decisions stand with their messages")));
        const auto columns = inbox()->panel()->findChildren<FactColumn *>();
        const FactColumn *decisions = *std::find_if(columns.begin(), columns.end(), [](const FactColumn *one) { return one->isVisible(); });
        const qsizetype before = decisions->findChildren<QWidget *>().size();
        list()->setFocus();
        find(QStringLiteral("answer 3."), QStringLiteral("1 of 1"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("Answer 3.")));
        m_desk->settle();
        QCOMPARE(decisions->findChildren<QWidget *>().size(), before);
    }

    void whatIsFoldedIsUnfolded()
    {
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "line " + std::to_string(i) + (i == 90 ? " needle\n" : "\n");
        Message m = message(4000, 2, 8, MessageRole::Lead, text);
        m.client = clientId(1);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        QVERIFY(m_desk->store.apply({entity("message", m)}).hasValue());
        open(TestDesk::elena());
        m_desk->settle();
        list()->setFocus();
        QVERIFY(rowWith(QStringLiteral("needle")) < 0);
        find(QStringLiteral("needle"), QStringLiteral("1 of 1"));
        QVERIFY(rowWith(QStringLiteral("needle")) >= 0);
        QVERIFY2(painted(Color::AccentFill) > 100, "its line is on screen");
    }

    void whatIsHostileIsTextLikeAnyOther()
    {
        open(conversationId(9));
        list()->setFocus();
        find(QStringLiteral("1)> txt"), QStringLiteral("1 of 1"));
        QVERIFY(painted(Color::AccentFill) > 100);
        field()->clear();
        QTest::keyClicks(field(), QStringLiteral("%"));
        QTRY_COMPARE(count(), QStringLiteral("Nothing found"));
    }

    void whatIsOnTheServerAloneIsSearchedWhenWanted()
    {
        talkForLong(200);
        std::vector<Entity> gone; // what is older was never here
        for (int n = 1; n <= 5; ++n)
            gone.push_back(Entity {"message", 9, {}, messageId(200 + n).value, true, {}});
        gone.push_back(Entity {"note", 9, {}, NoteId {idText(11, 1)}.value, true, {}});
        gone.push_back(Entity {"transition", 9, {}, TransitionId {idText(10, 1)}.value, true, {}});
        QVERIFY(m_desk->store.apply(std::move(gone)).hasValue());
        open(TestDesk::elena());
        m_desk->settle();
        list()->setFocus();
        find(QStringLiteral("we would love"), QStringLiteral("Nothing found"));
        QVERIFY(says(QStringLiteral("Older messages are on the server only")));
        const Button *search = button(QStringLiteral("Search them, too"));
        const auto labels = bar()->findChildren<TextLabel *>();
        QVERIFY2(labels.last()->text().startsWith(QStringLiteral("Older")) && std::abs(labels.last()->geometry().center().y() - search->geometry().center().y()) <= 1, "level with each other");
        keep(QStringLiteral("find-rest"));
        auto &asked = m_desk->requests.older;
        asked.clear();
        QTest::mouseClick(button(QStringLiteral("Search them, too")), Qt::LeftButton);
        QCOMPARE(asked.size(), 1u);
        QCOMPARE(asked.back().second, 200);
        QVERIFY(says(QStringLiteral("being fetched")));
        const auto answer = [&](int from, int to, bool reachedStart) {
            std::vector<Entity> page;
            for (int p = from; p <= to; ++p) {
                Message m = message(3000 + p, 2, p, MessageRole::Lead, p == 20 ? "We would love a Crème brûlée" : "Message");
                m.client = clientId(1);
                m.author.kind = ActorKind::Lead;
                page.push_back(entity("message", m));
            }
            QVERIFY(m_desk->store.apply(std::move(page)).hasValue());
            Q_EMIT m_desk->requests.olderFetched(TestDesk::elena(), to - from + 1, reachedStart);
            m_desk->settle();
        };
        answer(100, 199, false);
        QTRY_COMPARE(asked.size(), 2u); // by itself
        QCOMPARE(asked.back().second, 100);
        Q_EMIT m_desk->requests.olderFailed(TestDesk::elena(), QStringLiteral("the server is away"));
        QVERIFY(says(QStringLiteral("could not be fetched: the server is away")));
        QTest::mouseClick(button(QStringLiteral("Try again")), Qt::LeftButton);
        QCOMPARE(asked.size(), 3u);
        answer(1, 99, true);
        QTRY_COMPARE(count(), QStringLiteral("1 of 1"));
        QVERIFY(!says(QStringLiteral("Older messages")));
    }

    void marksCanBeReadInEveryTheme()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            const Theme theme(builtInTokens(), scheme, Density::Normal, 1);
            QVERIFY(contrastRatio(theme.color(Color::Text), theme.color(Color::WarningTint)) >= 4.5);
            QVERIFY(contrastRatio(theme.color(Color::OnAccent), theme.color(Color::AccentFill)) >= 4.5);
            for (const Color ground : {Color::BubbleCustomer, Color::BubbleStaff, Color::BubbleAssistant, Color::NoteFill, Color::WarningTint})
                QVERIFY2(contrastRatio(theme.color(Color::Warning), theme.color(ground)) >= 3, "the line under what is found");
        }
    }

    void inEveryLook_data() { addLooks("find"); }
    void inEveryLook()
    {
        const QSize size = wearLook(m_themes);
        talkForLong();
        m_window->resize(size);
        open(TestDesk::elena());
        m_desk->settle();
        list()->setFocus();
        find(QStringLiteral("creme brulee"), QStringLiteral("1 of 5"));
        press(Qt::Key_Return);
        m_desk->settle();
        QTRY_VERIFY(bar()->isVisible());
        verifyNothingIsCut(bar());
        QVERIFY2(field()->width() >= 120, "there is room to type");
        QVERIFY2(painted(Color::AccentFill) > 100, "what is looked at is on screen and marked");
        keep(QString::fromLatin1(QTest::currentDataTag()));
    }
};

FOREDECK_QT_TEST(FindTest)
#include "findtest.moc"
