#include "storefixture.h"

#include "models/cache/outboxacts.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

/// What an act of a person is to the server: method, path and body.
class ActBodyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRuleIsMadeChangedAndDeletedAsTheServerTakesIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 5000};
        QSignalSpy committed {&acts, &Acts::committed};
        ClientRule rule;
        rule.client = clientId();
        rule.name = "Refunds";
        rule.when.meaning = {"a refund"};
        const auto rules = [&] { return f.read([](CacheReader &r) { return r.rules(clientId()); }).value(); };
        f.changes = {};
        const OpId made = acts.makeRule(rule);
        QTRY_COMPARE(committed.size(), 1);
        f.settle();
        QVERIFY(f.changes.clientData.contains(clientId()));
        QCOMPARE(rules().front().value.id.value, made.value);
        QVERIFY(rules().front().isNew);
        QVERIFY(f.outbox().front().ifMatch.empty());
        f.takeSendable();
        rule.id = RuleId {made.value};
        QVERIFY(f.answer(made, 201, {entity("rule", rule)}).hasValue());
        QVERIFY(!rules().front().isNew);
        Entity event = entity("rule", rule);
        event.op = made;
        QVERIFY(f.apply({event}).hasValue());
        QVERIFY(f.outbox().empty());
        QVERIFY(rules().front().pending == PendingKind::None);

        rule.name = "Money back";
        const OpId put = acts.saveRule(rule);
        QTRY_COMPARE(committed.size(), 2);
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"1"});
        QVERIFY(f.answer(put, 412, {}, R"({"detail":"somebody else has edited it","current":{"version":3}})").hasValue());
        QVERIFY(rules().front().pending == PendingKind::NeedsReview);
        QCOMPARE(rules().front().value.name, std::string {"Refunds"});
        QCOMPARE(rules().front().typed->name, std::string {"Money back"});
        QVERIFY(f.write(&StoreWriter::sendAnyway, put).hasValue());
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"3"});
        rule.version = 4;
        Entity told = entity("rule", rule);
        told.op = put;
        QVERIFY(f.answer(put, 200, {told}).hasValue());
        QVERIFY(f.apply({told}).hasValue());
        QCOMPARE(rules().front().value.version, 4);

        const OpId away = acts.deleteRule(rules().front().value);
        QTRY_COMPARE(committed.size(), 3);
        QVERIFY(rules().empty());
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"4"});
        QVERIFY(f.answer(away, 204).hasValue());
        Entity gone {"rule", 5, {}, rule.id.value, true, {}};
        gone.op = away;
        QVERIFY(f.apply({gone}).hasValue());
        QVERIFY(rules().empty() && f.outbox().empty());
    }

    void aMacroIsMadeChangedAndDeletedAsTheServerTakesIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 5000};
        QSignalSpy committed {&acts, &Acts::committed};
        Macro macro;
        macro.client = clientId();
        macro.name = "hours";
        macro.text = "Hello {{lead.first_name}}";
        const auto macros = [&] { return f.read([](CacheReader &r) { return r.macros(clientId()); }).value(); };
        const OpId made = acts.makeMacro(macro);
        QTRY_COMPARE(committed.size(), 1);
        QCOMPARE(macros().front().value.id.value, made.value);
        QCOMPARE(macros().front().value.text, macro.text);
        f.takeSendable();
        macro.id = MacroId {made.value};
        Entity told = entity("macro", macro);
        told.op = made;
        QVERIFY(f.answer(made, 201, {told}).hasValue());
        QVERIFY(f.apply({told}).hasValue());
        QVERIFY(f.outbox().empty());
        macro.text = "Hello";
        const OpId put = acts.saveMacro(macro);
        QTRY_COMPARE(committed.size(), 2);
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"1"});
        QVERIFY(f.answer(put, 422, {}, R"({"detail":"text: {{x}} is no variable","errors":[{"field":"text","reason":"{{x}} is no variable"}]})").hasValue());
        QVERIFY(macros().front().pending == PendingKind::Refused);
        QCOMPARE(macros().front().typed->text, std::string {"Hello"}); // nothing of it is lost
        QVERIFY(f.write(&StoreWriter::drop, put).hasValue());
        acts.deleteMacro(macro);
        QTRY_COMPARE(committed.size(), 3);
        QVERIFY(macros().empty());
    }

    void everyActOfAPersonHasItsBody()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 5000};
        QSignalSpy committed {&acts, &Acts::committed};
        const ConversationRef ref {clientId(), conversationId(1), 1};
        const OpId reply = acts.reply(ref, QStringLiteral("Añadido \"ya\""));
        acts.note(ref, QStringLiteral("n"));
        acts.escalate(ref, EscalationReason::Complaint, QStringLiteral("d"), 1);
        acts.setSafeMode(clientId(), false, 4);
        Lead before = lead(1);
        Lead after = before;
        after.name = "Ana";
        acts.updateLead(ref, before, after);
        Document known;
        known.id = DocumentId {idText(6, 1)};
        known.version = 3;
        acts.saveFaqs(clientId(), KnowledgeBaseId {idText(7, 1)}, {known, Document {}});
        QTRY_COMPARE(committed.size(), 6);
        std::map<OpKind, Op> byKind;
        for (const Op &op : f.outbox())
            byKind[op.kind.value()] = op;
        QVERIFY(byKind[OpKind::Reply].state == OpState::Held);
        QCOMPARE(byKind[OpKind::Reply].id, reply);
        QCOMPARE(byKind[OpKind::Reply].seenPosition, 1);
        QVERIFY(byKind[OpKind::Reply].body.find(reply.value) != std::string::npos);
        QCOMPARE(byKind[OpKind::ClientSafeMode].ifMatch, std::string {"4"});
        QCOMPARE(byKind[OpKind::LeadUpdate].body, std::string {R"({"name":"Ana"})"});
        QCOMPARE(byKind[OpKind::LeadUpdate].expect, std::string {R"({"name":"Lead 1"})"});
        QCOMPARE(f.row(1).leadName, std::string {"Ana"});
        const auto &faqs = byKind[OpKind::Faqs].body;
        QCOMPARE(faqs.find(R"("version":3)"), faqs.rfind(R"("version":)")); // what is new names none
        QVERIFY(faqs.find(R"("version":3)") != std::string::npos);
        QCOMPARE(ephemera.unsent(), 6);
    }

    /// The pause raises the version that the switch below it was pressed on.
    void whatOnesOwnActMadeOfItRefusesNoActBehindIt()
    {
        for (const bool isTold : {false, true}) { // by its answer, or by its event alone
            StoreFixture f;
            f.signIn();
            f.fill(1);
            Client known = client();
            known.version = 5;
            QVERIFY(f.apply({entity("client", known)}).hasValue());
            Op pause = f.op(OpKind::ClientAssistant, 1, R"({"on":false})");
            Op safe = f.op(OpKind::ClientSafeMode, 1, R"({"safe_mode":true})");
            pause.conversation = safe.conversation = {};
            safe.ifMatch = "5";
            for (const Op &op : {pause, safe})
                QVERIFY(f.enqueue(op).hasValue());
            QCOMPARE(f.takeSendable().ops.front().id, pause.id);
            known.version = 6;
            Entity told = entity("client", known);
            if (isTold)
                told.op = pause.id;
            QVERIFY(isTold ? f.apply({told}).hasValue() : f.answer(pause.id, 200, {told}).hasValue());
            if (!isTold) {
                told.op = pause.id;
                QVERIFY(f.apply({told}).hasValue());
            }
            const auto plan = f.takeSendable();
            QCOMPARE(plan.ops.size(), std::size_t(1));
            QCOMPARE(plan.ops.front().id, safe.id);
            QCOMPARE(plan.ops.front().ifMatch, std::string {"6"});
        }
    }

    /// Theirs has not been seen.
    void whatSomebodyElseMadeOfItIsStillAskedAbout()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Client known = client();
        known.version = 5;
        QVERIFY(f.apply({entity("client", known)}).hasValue());
        Op pause = f.op(OpKind::ClientAssistant, 1, R"({"on":false})");
        Op safe = f.op(OpKind::ClientSafeMode, 1, R"({"safe_mode":true})");
        pause.conversation = safe.conversation = {};
        safe.ifMatch = "5";
        for (const Op &op : {pause, safe})
            QVERIFY(f.enqueue(op).hasValue());
        QCOMPARE(f.takeSendable().ops.front().id, pause.id);
        known.version = 7; // a notice of somebody else's stands between
        QVERIFY(f.answer(pause.id, 200, {entity("client", known)}).hasValue());
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"5"});
    }
};

FOREDECK_QT_TEST(ActBodyTest)
#include "actbodytest.moc"
