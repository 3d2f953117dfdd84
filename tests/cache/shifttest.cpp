#include "models/cache/outboxacts.h"
#include "models/cache/outboxrules.h"
#include "models/cache/setback.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

#include <set>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

ShiftNoteId shiftNoteId(int n) { return ShiftNoteId {idText(14, n)}; }

ShiftNote shiftNote(int n, Timestamp at, int business = 1)
{
    ShiftNote note;
    note.id = shiftNoteId(n);
    note.client = clientId(business);
    note.text = "Note " + std::to_string(n);
    note.author = {ActorKind::User, userId(2), "Ana"};
    note.writtenAt = note.createdAt = at;
    return note;
}

} // namespace

/// What one shift tells the next: collected from the cache, told by one act, and held against what is there later.
class ShiftTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsOpenIsCollectedFromTheRecords()
    {
        StoreFixture f;
        fillDesk(f);
        QVERIFY(f.enqueue(f.reply(4, "On our way")).hasValue());
        const auto lines = collected(f);
        std::vector<std::string> told;
        for (const ShiftLine &line : lines)
            told.push_back(std::string {line.kind.text()} + " " + line.name + " " + line.what + " " + line.text + " " + line.owner);
        QCOMPARE(told,
            (std::vector<std::string> {"hand_over Lead 1 complaint A refund Tomás", "held Lead 2  hello Nora", "task Lead 4 promise Flowers by noon Nora", "snoozed Lead 3  hello Tomás",
                "notice   No rooms until Sunday Ana", "unsent Lead 4 reply On our way Nora"}));
        QVERIFY(lines[1].at == f.clock.now() - 20min); // since when she waits
        QVERIFY(lines[2].at == f.clock.now() + 2h);
        QVERIFY(lines[3].at == f.clock.now() + 1h);
        QCOMPARE(lines[2].subject, idText(13, 1));
        QVERIFY(lines[4].conversation.empty());
        QVERIFY(collected(f, 2).empty());
    }

    void aTaskThatThisComputerHasClosedIsNotHandedOver()
    {
        StoreFixture f;
        fillDesk(f);
        Op done = f.op(OpKind::TaskDone, 4, "{}");
        done.target = idText(13, 1);
        QVERIFY(f.enqueue(done).hasValue());
        for (const ShiftLine &line : collected(f))
            QVERIFY(line.kind != ShiftLineKind::Task);
    }

    void oneActTellsItAndEmptiesItsWords()
    {
        StoreFixture f;
        fillDesk(f);
        const auto lines = collected(f);
        OpId op;
        {
            Ephemera ephemera;
            ephemera.setSession(SessionPhase::SignedIn, user());
            OutboxActs acts {*f.store, ephemera, 0};
            QSignalSpy saved {&acts, &Acts::compositionSaved};
            QSignalSpy committed {&acts, &Acts::committed};
            acts.saveComposition({clientId(), shiftNoteJournalId(), 0}, CompositionKind::ShiftNote, QStringLiteral("The boiler man"), QString(), 1);
            QTRY_COMPARE(saved.size(), 1);
            QCOMPARE(draft(f), std::string {"The boiler man"});
            op = acts.handOverShift(clientId(), QStringLiteral("The boiler man"), lines, QStringLiteral("The boiler man"));
            QTRY_COMPARE(committed.size(), 1);
        }
        QCOMPARE(draft(f), std::string {});
        QCOMPARE(f.outbox().size(), std::size_t {1});
        QVERIFY(f.outbox().front().kind == OpKind::ShiftNoteCreate && f.outbox().front().client == clientId());
        QCOMPARE(textOf(f.outbox().front()), std::string {"The boiler man"});
        QVERIFY(comesBack(OpKind::ShiftNoteCreate)); // a server that is set back gets it again
        f.reopen(); // a kill
        const auto rows = notes(f);
        QCOMPARE(rows.size(), std::size_t {1});
        QCOMPARE(rows[0].note.id.value, op.value);
        QVERIFY(rows[0].isNew && rows[0].pending == PendingKind::Unsent && rows[0].note.lines == lines);
        QCOMPARE(rows[0].note.author.name, user().name);
        QVERIFY(!collected(f).empty() && collected(f).back().kind != ShiftLineKind::Unsent); // the note itself is no work left
    }

    void whereOthersAreToldTheSameTheWordsStayUntilTheLast()
    {
        StoreFixture f;
        fillDesk(f);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 0};
        QSignalSpy committed {&acts, &Acts::committed};
        acts.saveComposition({clientId(), shiftNoteJournalId(), 0}, CompositionKind::ShiftNote, QStringLiteral("All well"), QString(), 1);
        acts.handOverShift(clientId(), QStringLiteral("All well"), {}, QStringLiteral("All well"), true);
        QTRY_COMPARE(committed.size(), 1);
        QCOMPARE(draft(f), std::string {"All well"});
        acts.handOverShift(clientId(2), QStringLiteral("All well"), {}, QStringLiteral("All well"));
        QTRY_COMPARE(committed.size(), 2);
        QCOMPARE(draft(f), std::string {});
        QCOMPARE(notes(f, 2).size(), std::size_t {1});
    }

    void whatSeveralWereToldIsEditedAsOne()
    {
        StoreFixture f;
        fillDesk(f);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 0};
        QSignalSpy committed {&acts, &Acts::committed};
        std::vector<OpId> ops;
        for (int n = 1; n <= 3; ++n)
            ops.push_back(acts.handOverShift(clientId(n), QStringLiteral("All well"), {}));
        f.clock.advance(1h);
        const OpId later = acts.handOverShift(clientId(1), QStringLiteral("All well"), {}); // of another evening
        QTRY_COMPARE(committed.size(), 4);
        f.takeSendable();
        QVERIFY(f.answer(ops[0], 200).hasValue());
        QVERIFY(f.answer(ops[1], 400, {}, R"({"status":400,"detail":"bad"})").hasValue());
        QVERIFY(f.answer(ops[2], 400, {}, R"({"status":400,"detail":"bad"})").hasValue());
        QVERIFY(f.write(&StoreWriter::edit, ops[1]).hasValue());
        QCOMPARE(draft(f), std::string {"All well"});
        std::set<OpId> left;
        for (const Op &op : f.outbox())
            left.insert(op.id);
        QVERIFY(!left.contains(ops[1]) && !left.contains(ops[2]) && left.contains(later));
        QVERIFY(f.write(&StoreWriter::edit, ops[2]).hasValue()); // pressed twice
        QCOMPARE(draft(f), std::string {"All well"});
    }

    void manyLongLinesAreCutAndNoneGoes()
    {
        std::vector<ShiftLine> lines(mostShiftLines);
        for (ShiftLine &line : lines)
            line.name = line.text = line.owner = std::string(mostShiftWords, 'x');
        const auto plain = lines;
        fitShiftLines(lines);
        QVERIFY(lines == plain);
        for (ShiftLine &line : lines)
            line.name = line.text = line.owner = std::string(mostShiftWords, '"');
        fitShiftLines(lines);
        QCOMPARE(lines.size(), mostShiftLines);
        QVERIFY(lines.back().text.size() < mostShiftWords && !lines.back().text.empty());
        QVERIFY(encode(lines).size() <= mostShiftLineBytes);
        for (ShiftLine &line : lines)
            line.name = line.text = line.owner = std::string(mostShiftWords, '\x1f');
        fitShiftLines(lines);
        QVERIFY(encode(lines).size() <= mostShiftLineBytes);
    }

    void theServersOwnTakesItsPlaceAndWhoHasReadItShowsAtOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 0};
        QSignalSpy committed {&acts, &Acts::committed};
        f.changes = {};
        QVERIFY(f.apply({entity("shift_note", shiftNote(1, f.clock.now() - 1h)), entity("shift_note", shiftNote(2, f.clock.now())), entity("shift_note", shiftNote(3, f.clock.now(), 2))}).hasValue());
        QVERIFY(f.changes.clientData.contains(clientId()));
        QCOMPARE(notes(f).size(), std::size_t {2});
        QCOMPARE(notes(f)[0].note.text, std::string {"Note 2"}); // the newest first
        QVERIFY(!isReadBy(notes(f)[0].note, userId()));
        const OpId op = acts.acknowledgeShiftNote(clientId(), shiftNoteId(2));
        QTRY_COMPARE(committed.size(), 1);
        QVERIFY(isReadBy(notes(f)[0].note, userId()) && !isReadBy(notes(f)[1].note, userId()));
        f.takeSendable();
        ShiftNote read = shiftNote(2, f.clock.now());
        read.version = 2;
        read.readers = {{userId(), user().name, f.clock.now()}};
        Entity told = entity("shift_note", read);
        told.op = op;
        QVERIFY(f.answer(op, 200, {told}).hasValue());
        QVERIFY(f.apply({told}).hasValue());
        QVERIFY(f.outbox().empty());
        QCOMPARE(notes(f)[0].note.readers.size(), std::size_t {1});
    }

    void theNewestThirtyAreFound()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        std::vector<Entity> entities;
        for (int i = 1; i <= shownShiftNotes + 5; ++i)
            entities.push_back(entity("shift_note", shiftNote(i, f.clock.now() + std::chrono::minutes {i})));
        QVERIFY(f.apply(entities).hasValue());
        QCOMPARE(int(notes(f).size()), shownShiftNotes);
        QCOMPARE(notes(f).back().note.text, std::string {"Note 6"});
    }

    void oneThatWasNotTakenStandsByWithItsWords()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op op = f.op(OpKind::ShiftNoteCreate, 1, R"({"text":"The boiler man","lines":[]})");
        op.conversation = {};
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 400, {}, R"({"detail":"bad"})").hasValue());
        QVERIFY(notes(f)[0].pending == PendingKind::Refused);
        QCOMPARE(notes(f)[0].note.text, std::string {"The boiler man"});
    }

    void whatHasBecomeOfEachLineIsTold()
    {
        StoreFixture f;
        fillDesk(f);
        const Op sent = f.reply(4, "On our way");
        QVERIFY(f.enqueue(sent).hasValue());
        ShiftNote note = shiftNote(1, f.clock.now());
        note.lines = collected(f);
        QCOMPARE(note.lines.size(), std::size_t {6});
        for (const ShiftStanding &standing : standings(f, note))
            QVERIFY(standing.now == ShiftNow::Open);

        Escalation over = escalation(f);
        over.version = 2;
        over.status = EscalationStatus::Resolved;
        over.resolvedAt = f.clock.now();
        Task later = promise(f);
        later.version = 2;
        later.due += 3h;
        Conversation given = held(f);
        given.version = 3;
        given.owner = {OwnerKind::User, userId(2), "Tomás"};
        Conversation awake = snoozed(f);
        awake.version = 3;
        awake.status = ConversationStatus::Active;
        awake.snoozedUntil.reset();
        Client quiet = client();
        quiet.version = 3;
        QVERIFY(f.apply({entity("escalation", over), entity("task", later), entity("conversation", given), entity("conversation", awake), entity("client", quiet)}).hasValue());
        f.takeSendable();
        Message message = test::message(44, 4, 2, MessageRole::Staff, "On our way");
        message.id = MessageId {sent.id.value};
        Entity event = entity("message", message);
        event.op = sent.id;
        QVERIFY(f.answer(sent.id, 201, {event}).hasValue());
        QVERIFY(f.apply({event}).hasValue());
        const auto now = standings(f, note);
        QVERIFY(now[0].now == ShiftNow::Done && now[0].at == over.resolvedAt);
        QVERIFY(now[1].now == ShiftNow::Moved);
        QCOMPARE(now[1].owner, std::string {"Tomás"});
        QVERIFY(now[2].now == ShiftNow::Moved && now[2].at == later.due);
        QVERIFY(now[3].now == ShiftNow::Moved && !now[3].at);
        QVERIFY(now[4].now == ShiftNow::Done);
        QVERIFY(now[5].now == ShiftNow::Done);
        note.lines[2].subject = idText(13, 9);
        note.lines[5].subject = idText(9, 9);
        QVERIFY(standings(f, note)[2].now == ShiftNow::Unknown); // nothing here tells
        QVERIFY(standings(f, note)[5].now == ShiftNow::Unknown); // another computer's
    }

private:
    static Escalation escalation(StoreFixture &f)
    {
        Escalation e;
        e.id = EscalationId {idText(12, 1)};
        e.client = clientId();
        e.conversation = conversationId(1);
        e.lead = leadId(1);
        e.reason = EscalationReason::Complaint;
        e.status = EscalationStatus::Claimed;
        e.claimedBy = {ActorKind::User, userId(2), "Tomás"};
        e.brief.wants = "A refund";
        e.createdAt = f.clock.now() - 1h;
        return e;
    }
    static Task promise(StoreFixture &f)
    {
        Task t;
        t.id = TaskId {idText(13, 1)};
        t.client = clientId();
        t.conversation = conversationId(4);
        t.kind = TaskKind::Promise;
        t.text = "Flowers\nby noon";
        t.owner = {ActorKind::User, userId(), "Nora"};
        t.due = f.clock.now() + 2h;
        return t;
    }
    static Conversation said(int n)
    {
        Conversation c = conversation(n);
        c.version = 2;
        c.lastPosition = c.lastPublicPosition = 1;
        const Message m = message(n, n, 1);
        c.lastMessage = {m.id, m.role, {}, m.text, 1, DeliveryState::None, m.at};
        return c;
    }
    static Conversation held(StoreFixture &f)
    {
        Conversation c = said(2);
        c.owner = {OwnerKind::User, userId(), "Nora"};
        c.waitingSince = f.clock.now() - 20min;
        return c;
    }
    static Conversation snoozed(StoreFixture &f)
    {
        Conversation c = said(3);
        c.owner = {OwnerKind::User, userId(2), "Tomás"};
        c.status = ConversationStatus::Snoozed;
        c.snoozedUntil = f.clock.now() + 1h;
        return c;
    }
    static void fillDesk(StoreFixture &f)
    {
        f.signIn();
        f.fill(4);
        Client business = client();
        business.version = 2;
        business.notices = {{NoticeId {idText(15, 1)}, "No rooms until Sunday", f.clock.now() - 1h, f.clock.now() + 24h, "Ana"},
            {NoticeId {idText(15, 2)}, "Over", f.clock.now() - 2h, f.clock.now() - 1h, "Ana"}};
        QVERIFY(f.apply({entity("client", business), entity("escalation", escalation(f)), entity("task", promise(f)), entity("conversation", held(f)), entity("conversation", snoozed(f))}).hasValue());
    }
    static std::vector<ShiftLine> collected(StoreFixture &f, int n = 1)
    {
        return f.read([n, now = f.clock.now()](CacheReader &r) { return r.shiftLines(clientId(n), now); }).value();
    }
    static std::vector<ShiftNoteRow> notes(StoreFixture &f, int n = 1)
    {
        return f.read([n](CacheReader &r) { return r.shiftNotes(clientId(n)); }).value();
    }
    static std::vector<ShiftStanding> standings(StoreFixture &f, const ShiftNote &note)
    {
        return f.read([note, now = f.clock.now()](CacheReader &r) { return r.shiftStandings(note, now); }).value();
    }
    static std::string draft(StoreFixture &f)
    {
        return f.read([](CacheReader &r) { return r.draft(shiftNoteJournalId()); }).value().shiftNote;
    }
};

FOREDECK_QT_TEST(ShiftTest)
#include "shifttest.moc"
