#include "cachesql.h"
#include "models/cache/outboxacts.h"
#include "models/sqlite/database.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

Lead scored(int n, std::optional<int> score, LeadStatus status = LeadStatus::New, const std::string &name = {})
{
    Lead l = lead(n, name);
    l.score = score;
    l.status = status;
    return l;
}

std::vector<int> numbersOf(const LeadWindow &window)
{
    std::vector<int> numbers;
    for (const LeadRow &row : window.rows)
        numbers.push_back(std::stoi(row.lead.id.value.substr(24)));
    return numbers;
}

Lead unnamed(int n)
{
    Lead one = lead(n, "x");
    one.name.clear();
    one.phones = {{"+13055550199", ""}};
    return one;
}

struct KnownLeads {
    KnownLeads()
    {
        f.signIn();
        acts = std::make_unique<OutboxActs>(*f.store, ephemera);
        ephemera.setSession(SessionPhase::SignedIn, user());
        put({entity("client", client()), entity("client", client(2)), entity("user", user())});
    }
    void put(std::vector<Entity> entities)
    {
        const auto report = f.apply(std::move(entities));
        QVERIFY(report.hasValue() && report.value().unreadable == 0);
    }
    LeadWindow window(const LeadQuery &query, const LeadPlace &place = {}, int limit = 100)
    {
        const auto window = f.read([&](CacheReader &reader) { return reader.leads(query, place, limit); });
        if (window.hasError())
            qFatal("%s", window.error().detail.c_str());
        return window.value();
    }
    std::vector<int> order(const LeadQuery &query) { return numbersOf(window(query)); }
    std::vector<int> search(const std::string &text)
    {
        LeadQuery query;
        query.text = text;
        query.order = LeadOrder::Name;
        query.rising = true;
        return order(query);
    }
    LeadRow row(int n)
    {
        const auto row = f.read([&](CacheReader &reader) { return reader.leadRow(leadId(n)); });
        return row.value().value_or(LeadRow {});
    }
    void act(const std::function<void(OutboxActs &)> &call)
    {
        QSignalSpy committed {acts.get(), &Acts::committed};
        call(*acts);
        QTRY_COMPARE(committed.size(), 1);
        f.settle();
    }

    StoreFixture f;
    Ephemera ephemera;
    std::unique_ptr<OutboxActs> acts;
};

/// What SQLite says it would do.
QString planOf(const QString &file, std::string_view text)
{
    auto database = sqlite::Database::open(file.toStdString(), {.access = sqlite::OpenOptions::Access::Read});
    auto statement = database.value()->statement("EXPLAIN QUERY PLAN " + std::string {text});
    const auto has = [&](const char *name) { return text.find(':' + std::string {name}) != std::string_view::npos; };
    for (const char *name : {"scope", "from", "to", "score", "at", "lead", "limit", "first", "last"}) {
        if (has(name))
            statement.value().bind(name, 1);
    }
    for (const char *name : {"statuses", "word_1", "word_2", "word_3", "name", "order", "source"}) {
        if (has(name))
            statement.value().bind(name, "a");
    }
    QString plan;
    while (statement.value().step().valueOr(false))
        plan += QString::fromUtf8(statement.value().text(3).data(), qsizetype(statement.value().text(3).size())) + QLatin1Char('\n');
    return plan;
}

} // namespace

class LeadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyOrderGoesBothWays()
    {
        KnownLeads k;
        k.put({entity("lead", scored(1, 40, {}, "Berta")), entity("lead", scored(2, 90, {}, "ávila")), entity("lead", scored(3, {}, {}, "Carl")), entity("lead", scored(4, 40, {}, "Zoe"))});
        k.put({entity("conversation", conversation(1)), entity("conversation", conversation(3)), entity("conversation", conversation(4))});
        LeadQuery query;
        // Of the same score the one who wrote last stands first; 3 has no score, 2 never wrote.
        QCOMPARE(k.order(query), (std::vector<int> {2, 4, 1, 3}));
        query.rising = true;
        QCOMPARE(k.order(query), (std::vector<int> {3, 1, 4, 2}));
        query.order = LeadOrder::Word;
        QCOMPARE(k.order(query), (std::vector<int> {2, 1, 3, 4}));
        query.rising = false;
        QCOMPARE(k.order(query), (std::vector<int> {4, 3, 1, 2}));
        query.order = LeadOrder::Name;
        query.rising = true;
        QCOMPARE(k.order(query), (std::vector<int> {2, 1, 3, 4}));
        query.rising = false;
        QCOMPARE(k.order(query), (std::vector<int> {4, 3, 1, 2}));
    }

    void pagesJoinWithoutAGapOrADoubleBothWays()
    {
        KnownLeads k;
        std::vector<Entity> entities;
        for (int n = 1; n <= 43; ++n) {
            entities.push_back(entity("lead", scored(n, n % 4 == 0 ? std::optional<int> {} : n % 5 * 20)));
            if (n % 3 != 0)
                entities.push_back(entity("conversation", conversation(n)));
        }
        k.put(std::move(entities));
        for (const LeadOrder by : {LeadOrder::Score, LeadOrder::Word, LeadOrder::Name}) {
            for (const bool rising : {false, true}) {
                LeadQuery query;
                query.order = by;
                query.rising = rising;
                const std::vector<int> whole = k.order(query);
                QCOMPARE(whole.size(), 43u);
                std::vector<int> seen;
                LeadPlace place;
                LeadWindow page;
                for (;;) {
                    page = k.window(query, place, 10);
                    QCOMPARE(page.before, std::int64_t(seen.size()));
                    QCOMPARE(page.found, 43);
                    for (const int n : numbersOf(page))
                        seen.push_back(n);
                    if (seen.size() >= 43u)
                        break;
                    place = {LeadPlace::Kind::After, page.rows.back().key};
                }
                QCOMPARE(seen, whole);
                // And back: the page in front of the last one, to the beginning.
                page = k.window(query, {LeadPlace::Kind::Before, page.rows.front().key}, 10);
                QCOMPARE(numbersOf(page), (std::vector<int> {whole.begin() + 30, whole.begin() + 40}));
                page = k.window(query, {LeadPlace::Kind::From, page.rows.front().key}, 10);
                QCOMPARE(numbersOf(page), (std::vector<int> {whole.begin() + 30, whole.begin() + 40}));
                page = k.window(query, {LeadPlace::Kind::Before, k.window(query, {}, 4).rows.back().key}, 10);
                QCOMPARE(numbersOf(page), (std::vector<int> {whole.begin(), whole.begin() + 10}));
                QCOMPARE(page.before, 0);
            }
        }
    }

    void filtersAreCounted()
    {
        KnownLeads k;
        Lead other = scored(5, 80, LeadStatus::Qualified);
        other.client = clientId(2);
        k.put({entity("lead", scored(1, 85, LeadStatus::Qualified)), entity("lead", scored(2, 55, LeadStatus::New)), entity("lead", scored(3, {}, LeadStatus::New)), entity("lead", scored(4, 20, LeadStatus::ClosedLost)), entity("lead", other)});
        LeadQuery query;
        query.scoreFrom = 40;
        QCOMPARE(k.order(query), (std::vector<int> {1, 5, 2}));
        QCOMPARE(k.window(query).found, 3);
        QCOMPARE(k.window(query).total, 5);
        query.statuses = {"qualified", "closed_lost"};
        QCOMPARE(k.order(query), (std::vector<int> {1, 5}));
        query.client = clientId(2);
        QCOMPARE(k.order(query), (std::vector<int> {5}));
        QCOMPARE(k.window(query).total, 1);
        query.client = clientId(3); // one the cache has never seen
        QVERIFY(k.order(query).empty());
        query = {};
        query.scoreTo = -1;
        QCOMPARE(k.order(query), (std::vector<int> {3}));
        query.statuses = {"of_a_newer_server"};
        QVERIFY(k.order(query).empty());
    }

    void peopleAreFoundByNamePhoneAndEmail()
    {
        KnownLeads k;
        Lead elena = lead(1, "Elena Vásquez Ortiz");
        elena.phones = {{"+13055550142", "(305) 555-0142"}};
        elena.emails = {"elena.v@example.com"};
        Lead omar = lead(2, "عمر الخطيب");
        omar.phones = {{"+971501234567", ""}};
        const Lead nobody = unnamed(3);
        k.put({entity("lead", elena), entity("lead", omar), entity("lead", nobody)});
        QCOMPARE(k.search("vasq"), (std::vector<int> {1}));
        QCOMPARE(k.search("ORTIZ elena"), (std::vector<int> {1}));
        QVERIFY(k.search("ortiz omar").empty());
        QCOMPARE(k.search("الخط"), (std::vector<int> {2}));
        for (const char *one : {"+1 (305) 555-0142", "305.555.0142", "13055550142", "0142"})
            QCOMPARE(k.search(one), (std::vector<int> {1}));
        QCOMPARE(k.search("305 555"), (std::vector<int> {1, 3})); // by name: who has none last
        QCOMPARE(k.search("Elena.V@"), (std::vector<int> {1}));
        QVERIFY(k.search("elena.v@example.org").empty());
        QVERIFY(k.search("%").size() == 3u); // nothing to search by
        // Another number takes the place of the first.
        elena.phones = {{"+13055550777", ""}};
        elena.version = 2;
        k.put({entity("lead", elena)});
        QVERIFY(k.search("0142").empty());
        QCOMPARE(k.search("0777"), (std::vector<int> {1}));
    }

    void aRowFollowsItsConversations()
    {
        KnownLeads k;
        Conversation first = conversation(1);
        first.owner = {OwnerKind::User, userId(2), "Tomás"};
        k.put({entity("lead", scored(1, 50)), entity("conversation", first)});
        QCOMPARE(k.row(1).owner.name, std::string {"Tomás"});
        QCOMPARE(k.row(1).conversation, conversationId(1));
        QCOMPARE(k.row(1).key.lastAt, toMs(first.lastAt));
        Conversation second = conversation(9);
        second.lead = leadId(1);
        second.channelKind = ChannelKind::Email;
        k.f.changes = {};
        k.put({entity("conversation", second)});
        QCOMPARE(k.f.changes.leadRows, std::set<LeadId> {leadId(1)});
        QCOMPARE(k.row(1).conversation, conversationId(9));
        QVERIFY(k.row(1).channel == ChannelKind::Email);
        Entity gone;
        gone.kind = "conversation";
        gone.id = second.id.value;
        gone.deleted = true;
        k.put({gone});
        QCOMPARE(k.row(1).conversation, conversationId(1));
        QCOMPARE(k.row(1).key.lastAt, toMs(first.lastAt));
        // Given to another person: the one before has none any more.
        first.version = 2;
        first.lead = leadId(2);
        k.put({entity("lead", scored(2, 10)), entity("conversation", first)});
        QCOMPARE(k.row(2).conversation, conversationId(1));
        QVERIFY(k.row(1).conversation.empty());
        gone.kind = "lead";
        gone.id = leadId(1).value;
        k.put({gone});
        QCOMPARE(k.order({}), (std::vector<int> {2}));
        Lead merged = scored(2, 10);
        merged.version = 2;
        merged.mergedInto = leadId(7);
        k.put({entity("lead", merged)});
        QVERIFY(k.order({}).empty());
    }

    void aStatusIsSeenAtOnceAndTheServersWordTakesItsPlace()
    {
        KnownLeads k;
        k.put({entity("lead", scored(1, 50)), entity("conversation", conversation(1))});
        k.act([&](OutboxActs &acts) { acts.setLeadStatus({clientId(), conversationId(1), 0}, k.row(1).lead, LeadStatus::Qualified); });
        QVERIFY(k.row(1).lead.status == LeadStatus::Qualified);
        QVERIFY(k.row(1).pending == PendingKind::Unsent);
        LeadQuery query;
        query.statuses = {"qualified"};
        QCOMPARE(k.order(query), (std::vector<int> {1}));
        const Op op = k.f.outbox().front();
        QVERIFY(op.kind == OpKind::LeadStatus);
        QCOMPARE(op.target, leadId(1).value);
        QCOMPARE(op.body, std::string {R"({"status":"qualified"})"});
        QCOMPARE(op.expect, std::string {R"({"status":"new"})"});
        // An end of the program in between loses nothing.
        k.acts.reset();
        k.f.reopen();
        QCOMPARE(k.order(query), (std::vector<int> {1}));
        k.f.takeSendable();
        Lead refused = scored(1, 50, LeadStatus::HandedOff);
        refused.version = 2;
        QVERIFY(k.f.answer(op.id, 409, {entity("lead", refused)}, R"({"title":"Conflict"})").hasValue());
        QVERIFY(k.row(1).lead.status == LeadStatus::HandedOff);
        QVERIFY(k.row(1).pending == PendingKind::NeedsReview);
        QVERIFY(k.order(query).empty());
    }

    void anActOfALeadWithoutAConversationIsShownToo()
    {
        KnownLeads k;
        k.put({entity("lead", scored(1, 50))});
        k.act([&](OutboxActs &acts) { acts.setLeadStatus({clientId(), {}, 0}, k.row(1).lead, LeadStatus::ClosedWon); });
        QVERIFY(k.row(1).lead.status == LeadStatus::ClosedWon);
        const Op op = k.f.outbox().front();
        k.f.takeSendable();
        Lead won = scored(1, 50, LeadStatus::ClosedWon);
        won.version = 2;
        QVERIFY(k.f.answer(op.id, 200, {entity("lead", won)}).hasValue());
        QVERIFY(k.row(1).pending == PendingKind::None);
    }

    void theHistoryIsThatOfItsConversations()
    {
        KnownLeads k;
        Lead l = scored(1, 30);
        l.scoreFactors = {{"names_a_date", 20, messageId(5)}, {"asks_price", 10, messageId(99)}};
        Message said = message(5, 1, 1);
        Transition change;
        change.id = TransitionId {idText(20, 1)};
        change.client = clientId();
        change.conversation = conversationId(1);
        change.position = 2;
        change.field = TransitionField::Lead;
        change.reason = leadStatusReason;
        change.from = "new";
        change.to = "qualified";
        change.at = said.at + std::chrono::minutes(2);
        Transition later = change;
        later.id = TransitionId {idText(20, 2)};
        later.conversation = conversationId(2);
        later.at = change.at + std::chrono::minutes(1);
        Conversation second = conversation(2);
        second.lead = leadId(1);
        k.put({entity("lead", l), entity("conversation", conversation(1)), entity("conversation", second), entity("message", said), entity("transition", change), entity("transition", later)});
        const LeadHistory history = k.f.read([](CacheReader &reader) { return reader.leadHistory(leadId(1)); }).value();
        QCOMPARE(history.starts.size(), 2u);
        QCOMPARE(history.starts.front().conversation, conversationId(2));
        QCOMPARE(history.transitions.size(), 2u);
        QCOMPARE(history.transitions.front().id, later.id.value);
        QCOMPARE(history.said.size(), 1u);
        QCOMPARE(history.said.at(messageId(5)), said.at);
    }

    void anOlderCacheIsTakenOver()
    {
        KnownLeads k;
        Lead arab = scored(2, 70, LeadStatus::Qualified, "عمر الخطيب");
        k.put({entity("lead", scored(1, 40, LeadStatus::New, "Zoe")), entity("lead", arab), entity("lead", scored(3, {}, LeadStatus::New, "Ávila")), entity("lead", scored(4, {}, LeadStatus::New, "Søren")), entity("lead", unnamed(5)), entity("conversation", conversation(1))});
        LeadQuery byName;
        byName.order = LeadOrder::Name;
        byName.rising = true;
        const std::vector<int> names = k.order(byName);
        QCOMPARE(names, (std::vector<int> {3, 4, 1, 2, 5})); // who has no name at the end, letters with strokes among their own
        const std::vector<int> scores = k.order({});
        k.acts.reset();
        k.f.close();
        {
            auto database = sqlite::Database::open(k.f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(database.value()->execute(withoutRank).hasValue());
            QVERIFY(database.value()->execute(withoutTasks).hasValue());
            QVERIFY(database.value()->execute("DROP TABLE lead_entry; DELETE FROM scope; UPDATE person_key SET key = 'søren' WHERE key = 'soren'; DELETE FROM migration WHERE number > 3").hasValue());
        }
        k.f.open();
        QCOMPARE(k.order(byName), names);
        QCOMPARE(k.order({}), scores);
        QCOMPARE(k.row(1).conversation, conversationId(1));
        QCOMPARE(k.window({}).total, 5);
        QCOMPARE(k.search("Søren"), (std::vector<int> {4}));
        QCOMPARE(k.search("soren"), (std::vector<int> {4}));
    }

    void whoCameInARangeAndOverAChannelIsFound()
    {
        KnownLeads k;
        const Timestamp day = fromMs(1'794'960'000'000);
        const auto came = [&](int n, std::chrono::milliseconds after, ChannelKind source, std::optional<int> score = {}) {
            Lead l = scored(n, score);
            l.createdAt = day + after;
            l.source = source;
            return entity("lead", l);
        };
        using namespace std::chrono_literals;
        k.put({came(1, -1ms, ChannelKind::Sms), came(2, 0ms, ChannelKind::Sms, 80), came(3, 0ms, ChannelKind::Email), came(4, 24h - 1ms, ChannelKind::Sms, 10), came(5, 24h, ChannelKind::Sms)});
        LeadQuery query;
        query.order = LeadOrder::Name;
        query.rising = true;
        query.cameFrom = day;
        QCOMPARE(k.order(query), (std::vector<int> {2, 3, 4, 5}));
        query.cameBefore = day + 24h;
        QCOMPARE(k.order(query), (std::vector<int> {2, 3, 4}));
        query.source = "sms";
        QCOMPARE(k.order(query), (std::vector<int> {2, 4}));
        QCOMPARE(k.window(query).found, 2);
        QCOMPARE(k.window(query).total, 5);
        query.scoreFrom = 70;
        for (const LeadOrder order : {LeadOrder::Score, LeadOrder::Word, LeadOrder::Name}) {
            query.order = order;
            QCOMPARE(k.order(query), (std::vector<int> {2}));
        }
        const auto marks = k.f.read([&](CacheReader &reader) { return reader.leadMarks({}, day); }).value();
        QCOMPARE(marks.size(), 4u);
        QCOMPARE(marks.front().createdAt, day);
        QVERIFY(marks[0].score == 80 && marks[0].source == ChannelKind::Sms && !marks[1].score);
        QVERIFY(k.f.read([&](CacheReader &reader) { return reader.leadMarks(clientId(9), day); }).value().empty());
        const auto newest = k.f.read([&](CacheReader &reader) { return reader.newestLeads({}, 2); }).value();
        QCOMPARE(newest.size(), 2u);
        QCOMPARE(newest.front().lead.id, leadId(5));
    }

    void everyPageIsFoundByAnIndex()
    {
        KnownLeads k;
        const QString file = k.f.path(QStringLiteral("cache.db"));
        const std::pair<std::string_view, const char *> pages[] {{cachesql::lead_page_score_down, "lead_by_score"}, {cachesql::lead_page_score_up, "lead_by_score"},
            {cachesql::lead_page_word_down, "lead_by_word"}, {cachesql::lead_page_word_up, "lead_by_word"},
            {cachesql::lead_page_name_down, "lead_by_name"}, {cachesql::lead_page_name_up, "lead_by_name"}};
        for (const auto &[text, index] : pages) {
            const QString plan = planOf(file, text);
            QVERIFY2(plan.contains(QStringLiteral("SEARCH lead_entry USING COVERING INDEX ") + QLatin1StringView(index)), qPrintable(plan));
            QVERIFY2(!plan.contains(QStringLiteral("TEMP B-TREE FOR")), qPrintable(plan));
            QCOMPARE(plan.count(QStringLiteral("SEARCH person_key USING")), 3);
        }
        const QString counts = planOf(file, cachesql::lead_found) + planOf(file, cachesql::lead_before) + planOf(file, cachesql::lead_total);
        QVERIFY2(counts.contains(QStringLiteral("USING COVERING INDEX lead_by_")) && !counts.contains(QStringLiteral("TEMP")), qPrintable(counts));
        const QString row = planOf(file, cachesql::lead_row);
        QVERIFY2(!row.contains(QStringLiteral("SCAN")), qPrintable(row));
    }

    /// Random changes: what was kept step by step is what a cache that is filled anew holds.
    void keptStepByStepIsFilledAnew()
    {
        std::mt19937 random {7};
        const auto any = [&](int below) { return int(random() % unsigned(below)); };
        KnownLeads k;
        std::map<int, Lead> leads;
        std::map<int, Conversation> conversations;
        for (int step = 0; step < 200; ++step) {
            const int n = 1 + any(12);
            if (any(2)) {
                Lead l = scored(n, any(3) ? std::optional {any(101)} : std::nullopt, static_cast<LeadStatus>(1 + any(9)), "Name " + std::to_string(any(5)));
                l.version = step + 1;
                leads[n] = l;
                k.put({entity("lead", l)});
            } else {
                Conversation c = conversation(n);
                c.lead = leadId(1 + any(12));
                c.version = step + 1;
                c.lastAt += std::chrono::minutes(any(100));
                conversations[n] = c;
                k.put({entity("conversation", c)});
            }
        }
        KnownLeads fresh;
        std::vector<Entity> entities;
        for (const auto &[n, c] : conversations)
            entities.push_back(entity("conversation", c));
        for (const auto &[n, l] : leads)
            entities.push_back(entity("lead", l));
        fresh.put(std::move(entities));
        for (const LeadOrder by : {LeadOrder::Score, LeadOrder::Word}) {
            LeadQuery query;
            query.order = by;
            const auto kept = k.window(query).rows;
            const auto anew = fresh.window(query).rows;
            QCOMPARE(kept.size(), anew.size());
            std::map<std::string, const LeadRow *> byId;
            for (const LeadRow &row : anew)
                byId[row.lead.id.value] = &row;
            for (const LeadRow &row : kept) {
                const LeadRow &other = *byId.at(row.lead.id.value);
                QCOMPARE(row.key.score, other.key.score);
                QCOMPARE(row.key.lastAt, other.key.lastAt);
                QCOMPARE(row.key.name, other.key.name);
                QCOMPARE(row.conversation, other.conversation);
            }
        }
    }
};

FOREDECK_QT_TEST(LeadTest)
#include "leadtest.moc"
