#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"

#include "models/cache/outboxrules.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/mentionchoice.h"
#include "ui/pages/inbox/mentionpopup.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/outbox/outboxrows.h"
#include "ui/shell/bell.h"
#include "ui/shell/commandregistry.h"
#include "ui/transcript/entryview.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/bellwords.h"
#include "ui/words/mentionwords.h"
#include "ui/words/problemwords.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>

#include <algorithm>
#include <limits>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Colleagues who are named in notes: how they are chosen, what is kept of it, and how one hears of it oneself.
class MentionTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    static User colleague(int n, const std::string &name, ClientId client = clientId(1))
    {
        User one = user(n);
        one.name = name;
        one.email = "p" + std::to_string(n) + "@harbour.example";
        one.clients = {client};
        one.version = 50;
        return one;
    }
    void fillPeople()
    {
        User gone = colleague(34, "Gone Away");
        gone.status = UserStatus::Disabled;
        QVERIFY(m_desk->store
                    .apply({entity("user", colleague(2, "Tomás Ibarra")), entity("user", colleague(31, "Ana")), entity("user", colleague(32, "Ana López")),
                        entity("user", colleague(33, "Ana of another house", clientId(2))), entity("user", gone)})
                    .hasValue());
        m_desk->settle();
    }
    ComposerEdit *edit() const { return composer()->edit(); }
    MentionPopup *popup() const { return composer()->people(); }
    void type(const QString &words) { QTest::keyClicks(edit(), words); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(edit(), key, modifiers); }
    QStringList offered() const { return WindowFixture::offered(*popup()); }
    QString note() const { return composer()->text(CompositionKind::Note); }
    /// Who is chosen stands there by now.
    void choose(const QString &letters)
    {
        type(QLatin1Char('@') + letters);
        QTRY_VERIFY(popup()->isOpen());
        press(Qt::Key_Return);
        QVERIFY(!popup()->isOpen());
    }
    std::vector<Op> notes()
    {
        auto ops = m_desk->store.outbox();
        std::erase_if(ops, [](const Op &op) { return !(op.kind == OpKind::Note); });
        return ops;
    }
    /// A colleague's note in this conversation; with `me`, it names the person at the desk, who takes part otherwise.
    void write(const ConversationId &id, std::int64_t version, bool me)
    {
        const auto row = m_desk->store.read([id](CacheReader &reader) { return reader.conversation(id); }).value();
        Conversation c = conversation(std::stoi(id.value.substr(24)));
        c.client = row.client;
        c.lead = row.lead;
        c.version = version;
        c.lastAt = row.lastAt;
        c.lastPosition = row.lastPosition + 1;
        c.lastPublicPosition = row.lastPublicPosition;
        c.participants = {{userId(2), "Tomás Ibarra", 0}, {userId(1), "Nora", me ? c.lastPosition : 0, me ? 0 : c.lastPosition}};
        Note said;
        said.id = NoteId {idText(8, static_cast<int>(version))};
        said.client = row.client;
        said.conversation = id;
        said.position = c.lastPosition;
        said.author = {ActorKind::User, userId(2), "Tomás Ibarra"};
        said.text = "@Nora, <b>is</b> C14 free?";
        if (me)
            said.mentions = {{userId(1), "Nora"}};
        said.at = row.lastAt;
        QVERIFY(m_desk->store.apply({entity("note", said), entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    void mentionMe(const ConversationId &id, std::int64_t version) { write(id, version, true); }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        fillPeople();
        open(TestDesk::elena());
        composer()->setKind(CompositionKind::Note);
        edit()->setFocus();
    }
    void cleanup() { end(); }

    void anAtAsksWhereAWordBegins()
    {
        QVERIFY(atWords(QStringLiteral("@")));
        QCOMPARE(atWords(QStringLiteral("for @ana lo"))->sign, 4);
        QCOMPARE(atWords(QStringLiteral("for @ana lo"))->query, QStringLiteral("ana lo"));
        QCOMPARE(atWords(QStringLiteral("@ana (@b"))->query, QStringLiteral("b"));
        QVERIFY(!atWords(QString()) && !atWords(QStringLiteral("nobody")));
        QVERIFY(!atWords(QStringLiteral("ana@example")));
        QVERIFY(!atWords(QStringLiteral("@ alone")));
        QVERIFY(!atWords(QLatin1Char('@') + QString(60, QLatin1Char('x'))));
    }

    void aMentionIsFoundInCharactersWhateverStandsBeforeIt()
    {
        const std::vector<Mention> who {{userId(2), "Tomás"}};
        QCOMPARE(shownMentions(QStringLiteral("¡Olé 👍 @Tomás!"), who), (std::vector<ShownMention> {{8, 6, 0}}));
        QVERIFY(shownMentions(QStringLiteral("Tomás"), who).empty());
    }

    void whoSeesTheClientIsOfferedAndNobodyElse()
    {
        type(QStringLiteral("@"));
        QTRY_COMPARE(offered(), (QStringList {QStringLiteral("Ana"), QStringLiteral("Ana López"), QStringLiteral("Tomás Ibarra")}));
        QVERIFY(popup()->accessibleName().startsWith(QStringLiteral("Ana, 1 of 3.")));
        QVERIFY(popup()->accessibleName().contains(QStringLiteral("p31@harbour.example")));
        keep(QStringLiteral("mention-light"));
        const auto *keys = popup()->findChild<TextLabel *>();
        QVERIFY2(keys && keys->x() < 24, "what the keys do stands at the start");
        type(QStringLiteral("tib"));
        QTRY_COMPARE(offered(), QStringList {QStringLiteral("Tomás Ibarra")});
        press(Qt::Key_Escape);
        QVERIFY(!popup()->isOpen() && edit()->hasFocus());
        QCOMPARE(note(), QStringLiteral("@tib"));
        // A customer is told of nobody.
        composer()->setKind(CompositionKind::Reply);
        edit()->setFocus();
        type(QStringLiteral("@"));
        QVERIFY(!popup()->isOpen());
    }

    void whoIsChosenGoesOutWithTheNoteByTheirId()
    {
        choose(QStringLiteral("tib"));
        QCOMPARE(note(), QStringLiteral("@Tomás Ibarra "));
        QCOMPARE(composer()->mentions(), (std::vector<Mention> {{userId(2), "Tomás Ibarra"}}));
        type(QStringLiteral("and @Ana, by hand"));
        QVERIFY(!popup()->isOpen());
        QCOMPARE(composer()->mentions().size(), std::size_t {1}); // a name that was typed is nobody
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        const auto sent = notes();
        QCOMPARE(sent.size(), std::size_t {1});
        QCOMPARE(textOf(sent[0]), std::string {"@Tomás Ibarra and @Ana, by hand"});
        QCOMPARE(mentionsOf(sent[0]), (std::vector<Mention> {{userId(2), "Tomás Ibarra"}}));
        QVERIFY(note().isEmpty() && composer()->mentions().empty());
        m_desk->settle();
        QTRY_VERIFY(m_desk->store.read([](CacheReader &reader) { return reader.draft(mentionsJournalId(TestDesk::elena())); }).value().mentions.empty());
    }

    void whatIsTypedIntoANameEndsItAndUndoBringsItBack()
    {
        choose(QStringLiteral("tib"));
        press(Qt::Key_Backspace);
        type(QStringLiteral("x"));
        QCOMPARE(note(), QStringLiteral("@Tomás Ibarrax"));
        QVERIFY(composer()->mentions().empty());
        press(Qt::Key_Backspace);
        QCOMPARE(composer()->mentions().size(), std::size_t {1});
        type(QStringLiteral(", please"));
        QCOMPARE(composer()->mentions().size(), std::size_t {1}); // a name may be followed by a mark
    }

    void behindANameTheSentenceGoesOn()
    {
        type(QStringLiteral("@ana"));
        QTRY_COMPARE(offered().value(0), QStringLiteral("Ana"));
        press(Qt::Key_Tab);
        type(QStringLiteral("l"));
        QVERIFY(!popup()->isOpen()); // "Ana López" is not asked for
        QCOMPARE(composer()->mentions(), (std::vector<Mention> {{userId(31), "Ana"}}));
    }

    void whoIsHalfTypedIsNotSent()
    {
        type(QStringLiteral("@tom"));
        QTRY_VERIFY(popup()->isOpen());
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(notes().empty());
        QVERIFY(says(QStringLiteral("choose somebody or leave the list")));
    }

    void aDraftKeepsWhomItNames()
    {
        choose(QStringLiteral("tib"));
        inbox()->flush();
        m_desk->settle();
        composer()->setKind(CompositionKind::Reply);
        composer()->setKind(CompositionKind::Note);
        QCOMPARE(composer()->mentions().size(), std::size_t {1}); // through the other text and back
        open(TestDesk::greta());
        QVERIFY(composer()->mentions().empty());
        open(TestDesk::elena());
        composer()->setKind(CompositionKind::Note);
        QTRY_COMPARE(composer()->mentions(), (std::vector<Mention> {{userId(2), "Tomás Ibarra"}}));
        m_window.reset();
        show(); // as after a start
        open(TestDesk::elena());
        composer()->setKind(CompositionKind::Note);
        QTRY_COMPARE(note(), QStringLiteral("@Tomás Ibarra "));
        QTRY_COMPARE(composer()->mentions(), (std::vector<Mention> {{userId(2), "Tomás Ibarra"}}));
    }

    void aNoteThatTheDiskRefusesComesBackWithWhomItNames()
    {
        choose(QStringLiteral("tib"));
        inbox()->flush();
        m_desk->settle();
        refuse([&] { press(Qt::Key_Return, Qt::ControlModifier); });
        m_desk->settle();
        QTRY_COMPARE(note().trimmed(), QStringLiteral("@Tomás Ibarra"));
        QTRY_COMPARE(composer()->mentions(), (std::vector<Mention> {{userId(2), "Tomás Ibarra"}}));
    }

    void aNoteSaysWhomItNamesAndWhetherThatIsOneself()
    {
        TranscriptItem item;
        item.kind = TranscriptKind::Note;
        item.authorName = QStringLiteral("Tomás");
        item.text = QStringLiteral("@Nora and @Ana, not @nora");
        item.mentions = {{userId(1), "Nora"}, {userId(31), "Ana"}, {UserId {}, "newer"}};
        item.mentionedMe = userId(1);
        EntryView view = entryView(item, {});
        QCOMPARE(view.named.size(), std::size_t {2});
        QVERIFY(view.named[0].isMe && view.named[0].from == 0 && view.named[0].to == 5);
        QVERIFY(!view.named[1].isMe && view.named[1].from == 10);
        QVERIFY(view.accessible.endsWith(QStringLiteral("You are mentioned")));
        item.mentionedMe = {};
        view = entryView(item, {});
        QVERIFY(!view.named[0].isMe && view.accessible.endsWith(item.text));
    }

    void aNoteThatIsRefusedForOnePersonSaysForWhom()
    {
        choose(QStringLiteral("tib"));
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(notes().size(), std::size_t {1});
        const std::string why = R"({"status":400,"detail":"mentions[0].user_id: is no active person who sees this client"})";
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(notes().front().id, 400, {}, why).hasValue());
        m_desk->settle();
        const QString said = QStringLiteral("Mention of Tomás Ibarra: is no active person who sees this client.");
        OutboxRow row;
        row.op = notes().front();
        QCOMPARE(outboxWords(row, 1, m_desk->store.clock.now()).condition, said);
        const auto page = m_desk->store.read([](CacheReader &reader) { return reader.timeline(TestDesk::elena(), 0, std::numeric_limits<std::int64_t>::max(), 50); });
        QVERIFY(page.hasValue());
        const auto &echoes = page.value().echoes;
        const auto echo = std::find_if(echoes.begin(), echoes.end(), [&](const TimelineItem &item) { return item.id == row.op.id.value; });
        QVERIFY(echo != echoes.end());
        QVERIFY(entryView(transcriptItem(*echo, userId(1)), {}).foot.word.contains(said));
        // One that it does not have is told as it came.
        QVERIFY(problemWords(QStringLiteral("mentions[7].user_id: is missing"), mentionsOf(row.op)).startsWith(QStringLiteral("Mention:")));
    }

    void whoIsNamedIsToldOnceAndQuietly()
    {
        QVERIFY(m_desk->notifier.shown.empty());
        mentionMe(TestDesk::greta(), 60);
        QTRY_COMPARE(m_desk->notifier.shown.size(), std::size_t {1});
        const Notification notice = m_desk->notifier.shown.front();
        QVERIFY(!notice.audible && !notice.urgent && notice.replyWord.isEmpty());
        QVERIFY2(notice.title.startsWith(QStringLiteral("Tomás Ibarra")), qPrintable(notice.title));
        QVERIFY(notice.body.contains(QStringLiteral("<b>is</b>"))); // plain, as it was written
        m_window->bell()->tick();
        QCOMPARE(m_desk->notifier.shown.size(), std::size_t {1});
        Q_EMIT m_desk->notifier.acted(notice.key, openAction);
        m_desk->settle();
        QTRY_COMPARE(inbox()->conversation(), TestDesk::greta());
        QTRY_VERIFY(m_desk->notifier.standing.empty()); // seen, it is read
    }

    void whoTakesPartIsToldOfANote()
    {
        write(TestDesk::greta(), 60, false);
        QTRY_COMPARE(m_desk->notifier.shown.size(), std::size_t {1});
        QCOMPARE(m_desk->notifier.shown.front().title, QStringLiteral("Private note by Tomás Ibarra"));
        trigger("goto.mentions");
        QTRY_VERIFY(says(QStringLiteral("Nobody has mentioned you"))); // that is another matter
        mentionMe(TestDesk::greta(), 61);
        QTRY_COMPARE(m_desk->notifier.shown.size(), std::size_t {2});
        QCOMPARE(m_desk->notifier.standing.size(), std::size_t {1}); // in the same place
    }

    void whoWantsNotToBeDisturbedIsToldAfterwards()
    {
        BellSettings quiet = m_desk->preferences->bell(userId(1));
        quiet.disturbAfter = forever;
        m_desk->preferences->setBell(userId(1), quiet);
        mentionMe(TestDesk::greta(), 60);
        m_window->bell()->tick();
        QVERIFY(m_desk->notifier.shown.empty());
        quiet.disturbAfter.reset();
        m_desk->preferences->setBell(userId(1), quiet);
        QTRY_COMPARE(m_desk->notifier.shown.size(), std::size_t {1});
    }

    void theViewHoldsWhereOneWasNamedAndHasNotLooked()
    {
        trigger("goto.mentions");
        QCOMPARE(inbox()->view().view, View::Mentions);
        QTRY_VERIFY(says(QStringLiteral("Nobody has mentioned you")));
        mentionMe(TestDesk::greta(), 60);
        QTRY_VERIFY(rowOf(TestDesk::greta()).isValid());
    }

    void oneTakesPartAndLeavesByTheSameKey()
    {
        inbox()->setFocus();
        trigger("conversation.follow");
        QTRY_COMPARE(m_desk->store.read([](CacheReader &reader) { return reader.participants(TestDesk::elena()); }).value().size(), std::size_t {1});
        QVERIFY(says(QStringLiteral("You take part in this conversation")));
        m_desk->settle();
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("conversation.follow")).isEmpty());
        trigger("conversation.follow");
        QTRY_VERIFY(m_desk->store.read([](CacheReader &reader) { return reader.participants(TestDesk::elena()); }).value().empty());
    }
};

FOREDECK_QT_TEST(MentionTest)
#include "mentiontest.moc"
