#include "storefixture.h"

#include "models/cache/outboxacts.h"
#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// Conversation 1 as it is after a note at this position has named Nora, who is signed in.
Conversation naming(std::int64_t position, std::int64_t version, ConversationStatus status = ConversationStatus::Active)
{
    Conversation c = conversation(1);
    c.version = version;
    c.status = status;
    c.lastPosition = position;
    c.lastPublicPosition = 1;
    c.participants = {{userId(2), "Tomás", 0}, {userId(1), "Nora", position}};
    return c;
}

Note noteAt(std::int64_t position)
{
    Note n;
    n.id = NoteId {idText(8, static_cast<int>(position))};
    n.client = clientId();
    n.conversation = conversationId(1);
    n.position = position;
    n.author = {ActorKind::User, userId(2), "Tomás"};
    n.text = "@Nora, is the berth free?";
    n.mentions = {{userId(1), "Nora"}};
    n.at = fromMs(1'794'600'000'000);
    return n;
}

ReadCursor readTo(std::int64_t position, std::int64_t version)
{
    ReadCursor cursor;
    cursor.user = userId();
    cursor.client = clientId();
    cursor.conversation = conversationId(1);
    cursor.position = position;
    cursor.version = version;
    return cursor;
}

} // namespace

/// Mentions: where one was named and has not looked, and whom a note names on its way there and back.
class MentionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whereOneIsMentionedIsAViewUntilOneHasRead()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        QVERIFY(f.order(View::Mentions).empty());
        QVERIFY(f.apply({entity("note", noteAt(2)), entity("conversation", naming(2, 2))}).hasValue());
        QCOMPARE(f.order(View::Mentions), (std::vector<int> {1}));
        QCOMPARE(f.counters()[View::Mentions].total, 1);
        const auto rows = f.read([](CacheReader &reader) { return reader.news(10); }).value();
        QCOMPARE(rows.size(), std::size_t {1});
        QCOMPARE(rows[0].row.id, conversationId(1));
        QCOMPARE(rows[0].position, 2);
        QVERIFY(rows[0].isMention && rows[0].note && rows[0].note->author.name == "Tomás");
        QVERIFY(f.apply({entity("read_cursor", readTo(1, 1))}).hasValue());
        QCOMPARE(f.order(View::Mentions), (std::vector<int> {1})); // up to the note is not the note
        QVERIFY(f.apply({entity("read_cursor", readTo(2, 2))}).hasValue());
        QVERIFY(f.order(View::Mentions).empty());
        QCOMPARE(f.counters()[View::Mentions].total, 0);
        QVERIFY(f.apply({entity("conversation", naming(5, 3, ConversationStatus::Ended))}).hasValue());
        QCOMPARE(f.order(View::Mentions), (std::vector<int> {1})); // once more, though it has ended
        const auto unknown = f.read([](CacheReader &reader) { return reader.news(10); }).value();
        QCOMPARE(unknown.size(), std::size_t {1});
        QVERIFY(!unknown[0].note); // it is not here yet
    }

    void whatIsNewWhereOneTakesPartIsToldUntilOneHasRead()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Conversation c = naming(2, 2);
        Message said = message(50, 1, 3, MessageRole::Lead, "Are you there?");
        c.lastPosition = c.lastPublicPosition = 3;
        c.participants = {{userId(1), "Nora", 2, 3}, {userId(2), "Tomás", 0, 0}};
        QVERIFY(f.apply({entity("note", noteAt(2)), entity("message", said), entity("conversation", c)}).hasValue());
        QCOMPARE(f.order(View::News), (std::vector<int> {1}));
        auto rows = f.read([](CacheReader &reader) { return reader.news(10); }).value();
        QCOMPARE(rows.size(), std::size_t {1}); // once, though it stands in both
        QVERIFY(rows[0].position == 3 && !rows[0].isMention && rows[0].message && rows[0].message->text == "Are you there?");
        QVERIFY(f.apply({entity("read_cursor", readTo(3, 1))}).hasValue());
        QVERIFY(f.read([](CacheReader &reader) { return reader.news(10); }).value().empty());
        QVERIFY(f.order(View::News).empty() && f.order(View::Mentions).empty());
    }

    /// As a program that did not know of mentions left it.
    void whatWasCachedBeforeItHadAViewEntersItAtTheStart()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        QVERIFY(f.apply({entity("note", noteAt(2)), entity("conversation", naming(2, 2))}).hasValue());
        const auto counted = f.counters();
        f.close();
        {
            auto old = sqlite::Database::open(f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(old.hasValue());
            for (const char *step : {"DELETE FROM view_entry WHERE view IN (9, 10)", "DELETE FROM counter WHERE view IN (9, 10)",
                     "UPDATE conversation SET views = views & 511", "DELETE FROM meta WHERE name = 'views'"})
                QVERIFY2(old.value()->execute(step).hasValue(), step);
        }
        f.open();
        QCOMPARE(f.order(View::Mentions), (std::vector<int> {1}));
        QCOMPARE(f.counters()[View::Mentions], counted.at(View::Mentions));
        // Once: what stands in it is kept by its changes from then on.
        QVERIFY(f.apply({entity("read_cursor", readTo(2, 1))}).hasValue());
        f.reopen();
        QVERIFY(f.order(View::Mentions).empty());
    }

    void oneReadsItOfflineAndItStaysReadAfterAStart()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("note", noteAt(2)), entity("conversation", naming(2, 2))}).hasValue());
        QVERIFY(f.enqueue(f.op(OpKind::Read, 1, R"({"position":2})")).hasValue());
        QVERIFY(f.order(View::Mentions).empty());
        f.reopen();
        QVERIFY(f.order(View::Mentions).empty());
    }

    void whatNamesOthersIsNothingToLookAt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Conversation c = naming(4, 2);
        c.participants = {{userId(2), "Tomás", 4}, {userId(1), "Nora", 0}};
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QVERIFY(f.order(View::Mentions).empty());
    }

    void aNoteTakesItsMentionsAlongAndShowsThemMeanwhile()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 5000};
        QSignalSpy committed {&acts, &Acts::committed};
        const std::vector<Mention> mentions {{userId(2), "Tomás"}};
        acts.note({clientId(), conversationId(1), 1}, QStringLiteral("@Tomás, please"), {}, mentions);
        QTRY_COMPARE(committed.size(), 1);
        const std::vector<Op> ops = f.outbox();
        const auto note = std::find_if(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Note; });
        QVERIFY(note != ops.end());
        QCOMPARE(mentionsOf(*note), mentions);
        const auto page = f.read([](CacheReader &reader) { return reader.timeline(conversationId(1), 0, 100, 10); }).value();
        QCOMPARE(page.echoes.size(), std::size_t {1});
        QCOMPARE(std::get<Note>(page.echoes[0].entry).mentions, mentions);
        acts.note({clientId(), conversationId(1), 1}, QStringLiteral("nobody"));
        QTRY_COMPARE(committed.size(), 2);
        for (const Op &op : f.outbox()) {
            if (textOf(op) == "nobody")
                QCOMPARE(op.body.find("mentions"), std::string::npos); // for a server that knows none, too
        }
    }

    void whatANewerProgramMentionsStaysAsItIs()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Entity newer = entity("note", noteAt(2));
        const std::string known = "\"mentions\":[";
        newer.data.insert(newer.data.find(known) + known.size(), R"({"team_id":"t","name":"Harbour"},)");
        QVERIFY(f.apply({newer, entity("conversation", naming(2, 2))}).hasValue());
        const auto page = f.read([](CacheReader &reader) { return reader.timeline(conversationId(1), 0, 100, 10); }).value();
        const auto *note = page.items.empty() ? nullptr : std::get_if<Note>(&page.items.back().entry);
        QVERIFY(note);
        QCOMPARE(note->mentions.size(), std::size_t {2});
        QCOMPARE(note->mentions[0], (Mention {UserId {}, "Harbour"}));
    }

    void aNoteThatWasNotTakenComesBackWithWhomItMentions()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op note = f.op(OpKind::Note, 1, "{\"text\":\"@Tomás\",\"mentions\":[{\"user_id\":\"" + userId(2).value + "\",\"name\":\"Tomás\"}]}");
        QVERIFY(f.enqueue(note).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), std::size_t {1});
        QVERIFY(f.answer(note.id, 400, {}, R"({"status":400,"detail":"mentions[0].user_id: is no active person who sees this client"})").hasValue());
        Composition begun;
        begun.user = userId();
        begun.client = clientId();
        begun.conversation = mentionsJournalId(conversationId(1));
        begun.kind = CompositionKind::Mentions;
        begun.text = mentionLines({{userId(3), "User 3"}});
        QVERIFY(f.write(&StoreWriter::saveComposition, begun, std::nullopt).hasValue());
        f.changes = {};
        QVERIFY(f.write(&StoreWriter::edit, note.id).hasValue());
        QVERIFY(f.changes.drafts.contains(mentionsJournalId(conversationId(1))));
        const auto draft = f.read([](CacheReader &reader) { return reader.draft(mentionsJournalId(conversationId(1))); }).value();
        QCOMPARE(mentionsOfLines(draft.mentions), (std::vector<Mention> {{userId(2), "Tomás"}, {userId(3), "User 3"}}));
        QCOMPARE(f.read([](CacheReader &reader) { return reader.draft(conversationId(1)); }).value().note, std::string("@Tomás"));
        for (const Op &op : f.outbox())
            QVERIFY(!(op.kind == OpKind::Composition) || op.conversation == conversationId(1)); // whom it names stays on this computer
    }

    void oneTakesPartAtOnceAndLeaves()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const auto who = [&] { return f.read([](CacheReader &reader) { return reader.participants(conversationId(1)); }).value(); };
        QVERIFY(who().empty());
        const Op on = f.op(OpKind::Follow, 1, R"({"on":true})");
        QVERIFY(f.enqueue(on).hasValue());
        QCOMPARE(who(), (std::vector<Participant> {{userId(), "Nora", 0}}));
        f.clock.advance(std::chrono::seconds {1});
        QVERIFY(f.enqueue(f.op(OpKind::Follow, 1, R"({"on":false})")).hasValue());
        QVERIFY(who().empty());
    }
};

FOREDECK_QT_TEST(MentionTest)
#include "mentiontest.moc"
