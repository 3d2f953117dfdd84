#include "models/cache/deskentry.h"
#include "models/cache/outboxacts.h"
#include "models/cache/projection.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

DeskEntry caller()
{
    DeskEntry entry;
    entry.client = clientId();
    entry.name = "Ines \"the captain\"";
    entry.phone = "305 555 0177";
    entry.email = "ines@example.com";
    entry.how = ChannelKind::Call;
    entry.wants = "A berth";
    entry.note = "Rings back\nat six";
    return entry;
}

} // namespace

/// Who came in or called, from the moment at which it is written down.
class DeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenDownReadsBackAsItWas()
    {
        DeskEntry entry = caller();
        QVERIFY(deskEntryOf(deskEntryText(entry)) == std::optional {entry});
        entry = {};
        entry.how = ChannelKind::WalkIn;
        entry.conversation = false;
        QVERIFY(deskEntryOf(deskEntryText(entry)) == std::optional {entry});
        QVERIFY(!deskEntryOf("{"));
        QVERIFY(!deskEntryOf(""));
    }

    void theyAreThereBeforeTheServerHasHeard()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        const auto row = rowOf(f, op);
        QVERIFY(row);
        QCOMPARE(row->lead.name, caller().name);
        QCOMPARE(row->lead.phones.front().raw, caller().phone);
        QCOMPARE(row->lead.qualification.serviceInterest, caller().wants);
        QCOMPARE(row->lead.version, std::int64_t {0});
        QVERIFY(row->pending == PendingKind::Unsent);
        QVERIFY(row->conversation.empty());
        QCOMPARE(total(f), 2);
        QVERIFY(f.changes.leadRows.contains(LeadId {op.value}));
        f.reopen(); // a kill: the act is there, and so are they
        QVERIFY(rowOf(f, op));
        QCOMPARE(f.outbox().size(), std::size_t {1});
        QVERIFY(f.outbox().front().kind == OpKind::LeadCreate);
    }

    void theServersOwnTakesTheirPlace()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        QCOMPARE(f.takeSendable().ops.size(), std::size_t {1});
        Lead made = newLead(f.outbox().front()).value();
        made.version = 1;
        made.phones.front().e164 = "+13055550177";
        Entity told = entity("lead", made);
        QVERIFY(f.answer(op, 201, {told}).hasValue());
        QCOMPARE(rowOf(f, op)->lead.version, std::int64_t {1});
        QCOMPARE(total(f), 2);
        told.op = op;
        QVERIFY(f.apply({told}).hasValue());
        QVERIFY(f.outbox().empty() || f.outbox().front().state == OpState::Confirmed);
        QVERIFY(rowOf(f, op)->pending == PendingKind::None);
        QCOMPARE(rowOf(f, op)->lead.phones.front().e164, std::string {"+13055550177"});
    }

    void whoWasKnownIsToldAndStandsThereOnce()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        QCOMPARE(total(f), 2);
        f.takeSendable();
        f.changes = {};
        QVERIFY(f.answer(op, 200, {entity("lead", lead(1))}).hasValue());
        f.settle();
        QCOMPARE(f.changes.knownAlready.at(op), leadId(1));
        QVERIFY(!rowOf(f, op));
        QCOMPARE(total(f), 1);
    }

    /// The event of what was new of them came before the answer.
    void itIsToldWhicheverComesFirst()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        f.takeSendable();
        Lead known = lead(1);
        known.version = 2;
        Entity told = entity("lead", known);
        told.op = op;
        QVERIFY(f.apply({told}).hasValue());
        QVERIFY(!rowOf(f, op));
        f.changes = {};
        QVERIFY(f.answer(op, 200, {entity("lead", known)}).hasValue());
        f.settle();
        QCOMPARE(f.changes.knownAlready.at(op), leadId(1));
        QCOMPARE(total(f), 1);
    }

    void oneThatIsDroppedIsGoneAndOneThatWasRefusedStays()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        f.takeSendable();
        QVERIFY(f.answer(op, 422, {}, R"({"title":"no"})").hasValue());
        QVERIFY(rowOf(f, op)->pending == PendingKind::Refused);
        QVERIFY(f.write(&StoreWriter::drop, op).hasValue());
        QVERIFY(!rowOf(f, op));
        QCOMPARE(total(f), 1);
        QVERIFY(f.write(&StoreWriter::putBack, op).hasValue());
        QVERIFY(rowOf(f, op)->pending == PendingKind::NeedsReview);
    }

    void aSweepOfWhatTheServerHasNotKeepsThem()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, std::vector {entity("client", client()), entity("lead", lead(1))}).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e", 1}).hasValue());
        QVERIFY(rowOf(f, op));
        QCOMPARE(total(f), 2);
    }

    void aRefusedFormComesBackWholeUnlessAnotherIsBeingWritten()
    {
        StoreFixture f;
        begin(f);
        const OpId op = enter(f, caller());
        f.takeSendable();
        QVERIFY(f.answer(op, 422, {}, R"({"title":"no"})").hasValue());
        DeskEntry other = caller();
        other.name = "Somebody else";
        journal(f, deskEntryText(other));
        QVERIFY(f.write(&StoreWriter::edit, op).hasError());
        QVERIFY(deskEntryOf(journaled(f)) == std::optional {other});
        journal(f, {});
        QVERIFY(f.write(&StoreWriter::edit, op).hasValue());
        QVERIFY(deskEntryOf(journaled(f)) == std::optional {caller()});
        QVERIFY(f.outbox().empty());
        QVERIFY(!rowOf(f, op));
    }

    void noticesAndAPauseHoldBeforeTheServerHasHeard()
    {
        StoreFixture f;
        begin(f);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera};
        QSignalSpy committed {&acts, &Acts::committed};
        const Timestamp until = f.clock.now() + 48h;
        f.changes = {};
        const OpId notice = acts.addNotice(clientId(), QStringLiteral("No rooms until Sunday"), until);
        acts.setAssistant(clientId(), false, until);
        QTRY_COMPARE(committed.size(), 2);
        f.settle();
        QVERIFY(f.changes.clients);
        Client shown = f.read([](CacheReader &reader) { return reader.clients(); }).value().front();
        QCOMPARE(shown.notices.size(), std::size_t {1});
        QCOMPARE(shown.notices.front().id.value, notice.value);
        QCOMPARE(shown.notices.front().text, std::string {"No rooms until Sunday"});
        QVERIFY(shown.notices.front().until == std::optional {until});
        QVERIFY(isInForce(shown.notices.front(), f.clock.now()));
        QVERIFY(!isInForce(shown.notices.front(), until));
        QVERIFY(!shown.assistantOn && shown.assistantOffUntil == std::optional {until});
        // What the server made of it stands there once.
        Client told = client();
        told.version = 2;
        told.notices = {{NoticeId {notice.value}, "No rooms until Sunday", f.clock.now(), until, "Nora"}};
        QVERIFY(f.apply({entity("client", told)}).hasValue());
        QCOMPARE(f.read([](CacheReader &reader) { return reader.clients(); }).value().front().notices.size(), std::size_t {1});
        acts.endNotice(clientId(), NoticeId {notice.value});
        QTRY_COMPARE(committed.size(), 3);
        f.settle();
        shown = f.read([](CacheReader &reader) { return reader.clients(); }).value().front();
        QVERIFY(shown.notices.empty());
    }

private:
    void begin(StoreFixture &f)
    {
        f.signIn();
        QVERIFY(f.apply({entity("client", client()), entity("user", user()), entity("lead", lead(1))}).hasValue());
    }
    OpId enter(StoreFixture &f, const DeskEntry &entry)
    {
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera};
        QSignalSpy committed {&acts, &Acts::committed};
        const OpId op = acts.enterLead(entry);
        [&] { QTRY_COMPARE(committed.size(), 1); }();
        f.settle();
        return op;
    }
    std::optional<LeadRow> rowOf(StoreFixture &f, const OpId &op)
    {
        return f.read([id = LeadId {op.value}](CacheReader &reader) { return reader.leadRow(id); }).value();
    }
    int total(StoreFixture &f)
    {
        return int(f.read([](CacheReader &reader) { return reader.leads({}, {}, 50); }).value().total);
    }
    std::string journaled(StoreFixture &f)
    {
        return f.read([](CacheReader &reader) { return reader.draft(newLeadJournalId()); }).value().lead;
    }
    void journal(StoreFixture &f, const std::string &text)
    {
        Composition composition;
        composition.user = userId();
        composition.client = clientId();
        composition.conversation = newLeadJournalId();
        composition.kind = CompositionKind::Lead;
        composition.text = text;
        composition.at = f.clock.now();
        QVERIFY(f.write(&StoreWriter::saveComposition, composition, std::optional<std::string> {journaled(f)}).hasValue());
    }
};

FOREDECK_QT_TEST(DeskTest)
#include "desktest.moc"
