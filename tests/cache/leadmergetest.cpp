#include "models/cache/likeness.h"
#include "models/cache/outboxacts.h"
#include "models/cache/projection.h"
#include "models/sqlite/database.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

#include <set>

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// Two leads, 1 over WhatsApp and 2 by a form, and a third.
struct TwoOfOne {
    TwoOfOne()
    {
        f.signIn();
        acts = std::make_unique<OutboxActs>(*f.store, ephemera);
        ephemera.setSession(SessionPhase::SignedIn, user());
        Lead second = lead(2, "Ana V.");
        second.emails = {"ana@example.com"};
        second.status = LeadStatus::Qualified;
        Conversation form = conversation(2);
        form.channelKind = ChannelKind::WebForm;
        put({entity("client", client()), entity("user", user()), entity("lead", lead(1, "Ana Vásquez")), entity("lead", second), entity("lead", lead(3, "Carl")),
            entity("conversation", conversation(1)), entity("conversation", form)});
    }
    void put(std::vector<Entity> entities)
    {
        const auto report = f.apply(std::move(entities));
        QVERIFY(report.hasValue() && report.value().unreadable == 0);
    }
    Lead stored(int n) { return f.read([&](CacheReader &reader) { return reader.lead(leadId(n)); }).value().lead; }
    LeadPage page(int n) { return f.read([&](CacheReader &reader) { return reader.lead(leadId(n)); }).value(); }
    LeadRow row(int n) { return f.read([&](CacheReader &reader) { return reader.leadRow(leadId(n)); }).value().value_or(LeadRow {}); }
    std::vector<std::string> table()
    {
        const auto window = f.read([&](CacheReader &reader) {
            LeadQuery query;
            query.order = LeadOrder::Name;
            query.rising = true;
            return reader.leads(query, {}, 100);
        });
        std::vector<std::string> names;
        for (const LeadRow &one : window.value().rows)
            names.push_back(one.lead.name);
        return names;
    }
    OpId act(const std::function<OpId(OutboxActs &)> &call)
    {
        QSignalSpy committed {acts.get(), &Acts::committed};
        const OpId op = call(*acts);
        [&] { QTRY_COMPARE(committed.size(), 1); }();
        f.settle();
        return op;
    }
    OpId merge()
    {
        return act([&](OutboxActs &a) { return a.mergeLeads(stored(1), stored(2)); });
    }
    /// Words to somebody before there is a conversation, going on from `before`.
    void type(int n, const std::string &words, const std::optional<std::string> &before = std::string {})
    {
        Composition typed;
        typed.user = userId();
        typed.client = clientId();
        typed.conversation = firstWordsJournalId(leadId(n));
        typed.kind = CompositionKind::FirstWords;
        typed.text = words;
        typed.at = f.clock.now();
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, before).hasValue());
    }
    std::string typed(int n) { return f.read([&](CacheReader &reader) { return reader.draft(firstWordsJournalId(leadId(n))); }).value().firstWords; }
    /// As the server tells it: what became part of the other, who is left, and whose the conversation is.
    std::vector<Entity> told(const OpId &op)
    {
        Lead gone = lead(2, "Ana V.");
        gone.emails = {"ana@example.com"};
        gone.status = LeadStatus::Qualified;
        gone.mergedInto = leadId(1);
        gone.version = 2;
        Lead left = lead(1, "Ana Vásquez");
        left.phones.push_back(gone.phones.front());
        left.emails = gone.emails;
        left.status = LeadStatus::Qualified;
        left.version = 2;
        Conversation moved = conversation(2);
        moved.channelKind = ChannelKind::WebForm;
        moved.lead = leadId(1);
        moved.version = 2;
        std::vector<Entity> all {entity("lead", gone), entity("lead", left), entity("conversation", moved)};
        for (Entity &one : all)
            one.op = op;
        return all;
    }

    StoreFixture f;
    Ephemera ephemera;
    std::unique_ptr<OutboxActs> acts;
};

std::vector<std::string> namesOfLeads(const std::vector<Lead> &leads)
{
    std::vector<std::string> names;
    for (const Lead &one : leads)
        names.push_back(one.name);
    return names;
}

using Texts = std::vector<std::string>;

} // namespace

class LeadMergeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theActNamesBothAndRestsOnWhatTheyAreCalled()
    {
        TwoOfOne k;
        k.merge();
        const Op op = k.f.outbox().front();
        QVERIFY(op.kind == OpKind::LeadMerge);
        QCOMPARE(op.target, leadId(1).value);
        QVERIFY(op.conversation.empty());
        QCOMPARE(op.body, "{\"lead_id\":\"" + leadId(2).value + "\"}");
        QCOMPARE(op.expect, std::string("{\"name\":\"Ana Vásquez\",\"other\":{\"name\":\"Ana V.\"}}"));
        QCOMPARE(otherLeadOf(op), leadId(2));
    }

    void whatIsDoneToOneOfThemAfterItIsSentAfterIt()
    {
        TwoOfOne k;
        const OpId merge = k.merge();
        const OpId end = k.act([&](OutboxActs &a) { return a.end({clientId(), conversationId(2), 0}); });
        const OpId snooze = k.act([&](OutboxActs &a) { return a.snooze({clientId(), conversationId(1), 0}, k.f.clock.now() + std::chrono::hours {1}); });
        const SendPlan first = k.f.takeSendable();
        QCOMPARE(first.ops.size(), 1u);
        QCOMPARE(first.ops.front().id, merge);
        QVERIFY(k.f.takeSendable().ops.empty());
        QVERIFY(k.f.answer(merge, 200).hasValue());
        const SendPlan second = k.f.takeSendable();
        QCOMPARE(second.ops.size(), 2u);
        QCOMPARE((std::set {second.ops.front().id, second.ops.back().id}), (std::set {end, snooze}));
    }

    void beforeTheServerHasAnsweredThereIsOnePersonWithBothThreads()
    {
        TwoOfOne k;
        QCOMPARE(k.table(), (Texts {"Ana V.", "Ana Vásquez", "Carl"}));
        k.f.changes = {};
        k.merge();
        QVERIFY(k.f.changes.leads.contains(leadId(1)) && k.f.changes.leads.contains(leadId(2)));
        QVERIFY(k.f.changes.leadRows.contains(leadId(2)));
        QCOMPARE(k.table(), (Texts {"Ana Vásquez", "Carl"}));
        const LeadPage page = k.page(1);
        QCOMPARE(page.lead.phones.size(), std::size_t {2});
        QCOMPARE(page.lead.emails, Texts {"ana@example.com"});
        QVERIFY(page.lead.status == LeadStatus::Qualified);
        QCOMPARE(page.conversations.size(), std::size_t {2});
        QCOMPARE(namesOfLeads(page.kin.merged), Texts {"Ana V."});
        QVERIFY(k.row(1).pending == PendingKind::Unsent);
        // Whoever had the other one open is with who is left.
        QCOMPARE(k.page(2).lead.id, leadId(1));
        QCOMPARE(k.row(2).lead.id, leadId(1));
        // A kill in between loses nothing of it.
        k.acts.reset();
        k.f.reopen();
        QCOMPARE(k.table(), (Texts {"Ana Vásquez", "Carl"}));
        QCOMPARE(k.page(1).conversations.size(), std::size_t {2});
    }

    void theOtherThreadIsShownAsThePersonsAtOnce()
    {
        TwoOfOne k;
        QCOMPARE(k.f.row(2).leadName, std::string("Ana V."));
        k.f.changes = {};
        const OpId op = k.merge();
        QVERIFY2(k.f.changes.conversations.contains(conversationId(2)), "the list and the thread's head are told");
        QVERIFY2(k.f.changes.leads.contains(leadId(2)), "and whoever shows the lead of that thread");
        const ConversationRow row = k.f.row(2);
        QCOMPARE(row.leadName, std::string("Ana Vásquez"));
        QVERIFY(row.leadStatus == LeadStatus::Qualified);
        QCOMPARE(k.f.row(1).leadName, row.leadName);
        QCOMPARE(k.page(2).lead.name, row.leadName);
        // Who is left may be called otherwise meanwhile.
        Lead renamed = lead(1, "Ana V. Vásquez");
        renamed.version = 2;
        k.f.changes = {};
        k.put({entity("lead", renamed)});
        QVERIFY(k.f.changes.conversations.contains(conversationId(2)));
        QCOMPARE(k.f.row(2).leadName, std::string("Ana V. Vásquez"));
        k.acts.reset();
        k.f.reopen();
        QCOMPARE(k.f.row(2).leadName, std::string("Ana V. Vásquez"));
        k.f.takeSendable();
        k.f.changes = {};
        QVERIFY(k.f.answer(op, 409, {}, R"({"title":"Conflict","status":409})").hasValue());
        QCOMPARE(k.f.row(2).leadName, std::string("Ana V."));
        QVERIFY(k.f.changes.conversations.contains(conversationId(2)));
    }

    void theServersWordTakesItsPlace()
    {
        TwoOfOne k;
        const OpId op = k.merge();
        k.f.takeSendable();
        const auto told = k.told(op);
        QVERIFY(k.f.answer(op, 200, {told[1]}).hasValue());
        QCOMPARE(k.page(1).conversations.size(), std::size_t {2});
        k.put(told);
        QVERIFY(k.row(1).pending == PendingKind::None);
        QCOMPARE(k.table(), (Texts {"Ana Vásquez", "Carl"}));
        QCOMPARE(k.page(1).conversations.size(), std::size_t {2});
        QCOMPARE(namesOfLeads(k.page(1).kin.merged), Texts {"Ana V."});
        QCOMPARE(k.page(2).lead.id, leadId(1));
        const auto found = k.f.read([](CacheReader &reader) { return reader.people("ana", clientId(), 10); });
        QCOMPARE(found.value().size(), std::size_t {1});
        QCOMPARE(found.value().front().lead.id, leadId(1));
    }

    void whatWasNotTakenIsAsItWasAndWaitsForALook()
    {
        TwoOfOne k;
        const OpId op = k.merge();
        k.f.takeSendable();
        QVERIFY(k.f.answer(op, 409, {}, R"({"title":"Conflict","status":409})").hasValue());
        QCOMPARE(k.table(), (Texts {"Ana V.", "Ana Vásquez", "Carl"}));
        QCOMPARE(k.page(1).conversations.size(), std::size_t {1});
        QCOMPARE(k.page(2).lead.id, leadId(2));
        QVERIFY(k.row(1).pending == PendingKind::NeedsReview);
        QVERIFY(k.row(2).pending == PendingKind::NeedsReview);
    }

    void undoneBeforeItWentBothAreThereAgain()
    {
        TwoOfOne k;
        k.merge();
        k.act([&](OutboxActs &a) { return a.partLeads(k.page(1).lead, k.page(1).kin.merged.front()); });
        QCOMPARE(k.f.outbox().size(), std::size_t {2});
        QVERIFY(k.f.outbox().back().kind == OpKind::LeadPart);
        QCOMPARE(k.table(), (Texts {"Ana V.", "Ana Vásquez", "Carl"}));
        QCOMPARE(k.page(1).lead.phones.size(), std::size_t {1});
        QCOMPARE(k.f.row(2).leadName, std::string("Ana V."));
        QVERIFY(k.page(1).kin.merged.empty());
        QCOMPARE(k.page(1).conversations.size(), std::size_t {1});
        // One after another, in their order.
        QCOMPARE(k.f.takeSendable().ops.size(), std::size_t {1});
    }

    void takenBackLaterTheOtherOneIsThereBeforeTheServerHasAnswered()
    {
        TwoOfOne k;
        const OpId op = k.merge();
        k.f.takeSendable();
        QVERIFY(k.f.answer(op, 200, {}).hasValue());
        k.put(k.told(op));
        k.act([&](OutboxActs &a) { return a.partLeads(k.page(1).lead, k.page(1).kin.merged.front()); });
        QCOMPARE(k.table(), (Texts {"Ana V.", "Ana Vásquez", "Carl"}));
        QVERIFY(k.page(1).kin.merged.empty());
        QCOMPARE(k.page(2).lead.id, leadId(2));
    }

    void firstWordsToEitherStandInTheBoxOfTheOneThatIsLeft()
    {
        TwoOfOne k;
        k.type(1, "Hello Ana");
        k.type(2, "About your form");
        k.f.changes = {};
        const OpId op = k.merge();
        QVERIFY(k.f.changes.drafts.contains(firstWordsJournalId(leadId(1))));
        QCOMPARE(k.typed(1), std::string("Hello Ana\nAbout your form"));
        // Refused, each has its own again.
        k.f.takeSendable();
        k.f.changes = {};
        QVERIFY(k.f.answer(op, 409, {}, R"({"title":"Conflict","status":409})").hasValue());
        QVERIFY(k.f.changes.drafts.contains(firstWordsJournalId(leadId(1))));
        QCOMPARE(k.typed(1), std::string("Hello Ana"));
        QCOMPARE(k.typed(2), std::string("About your form"));
    }

    void whatIsTypedOnIsThereOnceAndStaysWhereItWasTyped()
    {
        TwoOfOne k;
        k.type(1, "Hello Ana");
        k.type(2, "About your form");
        k.f.changes = {};
        k.put(k.told({})); // by somebody else
        QVERIFY(k.f.changes.drafts.contains(firstWordsJournalId(leadId(1))));
        const std::string both = "Hello Ana\nAbout your form";
        QCOMPARE(k.typed(1), both);
        k.type(1, both + ", thanks", both);
        QCOMPARE(k.typed(1), both + ", thanks");
        // What was begun before the merge is not written over by what it brought, and brings it in no second time.
        k.type(1, both + ", many thanks", both + ", thanks");
        QCOMPARE(k.typed(1), both + ", many thanks");
        k.act([&](OutboxActs &a) { return a.partLeads(k.page(1).lead, k.page(1).kin.merged.front()); });
        QCOMPARE(k.typed(1), both + ", many thanks");
        QCOMPARE(k.typed(2), std::string());
    }

    void whoeverTypesWhileTheyAreMergedLosesNothing()
    {
        TwoOfOne k;
        k.type(1, "Hello");
        k.type(2, "About your form");
        k.merge();
        k.type(1, "Hello Ana", "Hello"); // the box has not been read anew
        QCOMPARE(k.typed(1), std::string("Hello Ana\nAbout your form"));
        k.type(2, "About your form, Ana", "About your form"); // nor has another one
        QCOMPARE(k.typed(1), std::string("Hello Ana\nAbout your form, Ana"));
    }

    void aRefusalDoublesNothingOfWhatIsTypedOn()
    {
        TwoOfOne k;
        k.type(1, "Hello");
        k.type(2, "About your form");
        const OpId op = k.merge();
        const std::string both = "Hello\nAbout your form";
        QCOMPARE(k.typed(1), both);
        k.f.takeSendable();
        QVERIFY(k.f.answer(op, 409, {}, R"({"title":"Conflict","status":409})").hasValue());
        k.type(1, both + ", thanks", both); // the box has not been read anew
        QCOMPARE(k.typed(1), both + ", thanks");
        QCOMPARE(k.typed(2), std::string("About your form"));
    }

    void whatIsSentFromTheBoxIsInNoneOfTheJournalsAnyMore()
    {
        TwoOfOne k;
        k.type(2, "About your form");
        k.put(k.told({}));
        QCOMPARE(k.typed(1), std::string("About your form"));
        k.act([&](OutboxActs &a) { return a.writeFirst(k.stored(1), ChannelKind::Sms, QStringLiteral("About your form"), std::nullopt, QStringLiteral("About your form")); });
        QCOMPARE(k.typed(1), std::string());
        QCOMPARE(k.typed(2), std::string());
    }

    void aCacheOfAnOlderProgramKnowsWhoWasMerged()
    {
        TwoOfOne k;
        k.put(k.told({}));
        k.acts.reset();
        k.f.close();
        {
            auto database = sqlite::Database::open(k.f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(database.hasValue());
            for (const char *step : {"DROP INDEX lead_merged; DROP INDEX lead_merged_by_act; ALTER TABLE lead DROP COLUMN merged_into; ALTER TABLE lead DROP COLUMN merged_by_act",
                     "DELETE FROM migration WHERE number > 8"})
                QVERIFY2(database.value()->execute(step).hasValue(), step);
        }
        k.f.open();
        QCOMPARE(namesOfLeads(k.page(1).kin.merged), Texts {"Ana V."});
        QCOMPARE(k.page(2).lead.id, leadId(1));
    }

    void whoMayBeTheSamePersonIsNamedWithWhyTheSurestFirst()
    {
        TwoOfOne k;
        Lead a = lead(11, "Zoe Lind");
        a.emails = {"zoe@example.com"};
        a.phones = {{"+34600000001", "600 000 001"}};
        a.qualification.serviceInterest = "A room with a view";
        Lead mail = lead(12, "Z");
        mail.emails = {"ZOE@example.com"};
        Lead typed = lead(13, "Somebody");
        typed.phones = {{"", "0600 000 001"}};
        Lead named = lead(14, "LIND, Zoé");
        named.qualification.serviceInterest = "a  room with a view!";
        Lead same = lead(15, "Zoe Lind");
        Lead foreign = lead(16, "Zoe Lind");
        foreign.client = clientId(2);
        foreign.emails = a.emails;
        k.put({entity("lead", a), entity("lead", mail), entity("lead", typed), entity("lead", named), entity("lead", same), entity("lead", foreign)});
        const auto alike = k.page(11).kin.alike;
        QCOMPARE(alike.size(), std::size_t {3});
        QCOMPARE(alike[0].lead.id, leadId(13));
        QVERIFY((alike[0].found == LikenessFound {Likeness::Phone, "0600 000 001"}));
        QVERIFY((alike[1].found == LikenessFound {Likeness::Email, "ZOE@example.com"}));
        QVERIFY(alike[2].found.why == Likeness::NameAndWish);
        QVERIFY2(k.page(15).kin.alike.empty(), "a name alone says nothing");
        QCOMPARE(k.page(13).kin.alike.size(), std::size_t {1});
        // One that is part of another is nobody to be merged.
        mail.mergedInto = leadId(3);
        mail.version = 2;
        k.put({entity("lead", mail)});
        QCOMPARE(k.page(11).kin.alike.size(), std::size_t {2});
    }

    void aNumberIsTheSameWithoutItsCountry()
    {
        const auto with = [](const std::string &e164, const std::string &raw) {
            Lead one;
            one.phones = {{e164, raw}};
            return one;
        };
        QVERIFY(likenessOf(with("+13055550142", ""), with("", "(305) 555-0142")).why == Likeness::Phone);
        QVERIFY(likenessOf(with("", "305.555.0142"), with("+13055550142", "")).why == Likeness::Phone);
        QVERIFY(likenessOf(with("+13055550142", ""), with("+443055550142", "")).why == Likeness::None);
        QVERIFY(likenessOf(with("+13055550142", ""), with("", "0142")).why == Likeness::None);
        QVERIFY(likenessOf(with("", "office"), with("", "office")).why == Likeness::None);
    }
};

FOREDECK_QT_TEST(LeadMergeTest)
#include "leadmergetest.moc"
