#include "storefixture.h"

#include "models/cache/projection.h"
#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

#include <algorithm>
#include <random>

using namespace foredeck;
using namespace foredeck::test;

/// The lists of conversations: which row stands in which view, where, what it tells, and how the views are counted.
class ViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsAreNewestFirstAndPagedByKey()
    {
        StoreFixture f;
        f.signIn();
        f.fill(25);
        std::vector<int> seen;
        RowKey after = topKey;
        for (;;) {
            const auto page = f.read([after](CacheReader &r) { return r.conversations({View::All, {}}, after, 10); }).value();
            for (const auto &row : page.rows)
                seen.push_back(std::stoi(row.id.value.substr(24)));
            if (page.complete)
                break;
            after = page.rows.back().key;
        }
        QCOMPARE(seen.size(), 25u);
        QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
        QCOMPARE(f.store->readFirstPage({View::All, {}}).value().rows.size(), 25u);
        QVERIFY(f.store->readFirstPage({View::All, clientId(9)}).value().rows.empty());
        QCOMPARE(f.store->readFirstPage({View::All, clientId()}).value().rows.size(), 25u);
    }

    /// Who waits for something that is due stands above what is newer, whoever looks; who rests or has been answered does not.
    void listsShowFirstWhatIsDue()
    {
        StoreFixture f;
        f.signIn();
        f.fill(8);
        const Timestamp later = conversation(8).lastAt + std::chrono::minutes {30};
        const auto waits = [](Conversation c, Timestamp due) {
            c.version = 2;
            c.owner = Owner {OwnerKind::Nobody, {}, {}};
            c.status = ConversationStatus::WaitingHuman;
            c.waitingSince = c.lastAt;
            c.sla = SlaMark {SlaKind::NextResponse, due, {}, {}, {}, {}};
            return c;
        };
        Conversation handedOver = waits(conversation(1), later + std::chrono::minutes {9});
        handedOver.escalation = EscalationMark {EscalationId {"01890000-0000-7000-8000-0000000000e1"}, EscalationReason::Emergency, EscalationStatus::Pending, 1, later + std::chrono::minutes {1}};
        const Conversation waiting = waits(conversation(2), later);
        Conversation snoozed = waits(conversation(3), later);
        snoozed.status = ConversationStatus::Snoozed;
        Conversation answered = waits(conversation(4), later);
        answered.owner = Owner {OwnerKind::User, userId(), "Nora"};
        answered.status = ConversationStatus::Active;
        answered.waitingSince.reset();
        Conversation toDo = conversation(5);
        toDo.version = 2;
        toDo.task = TaskMark {TaskId {"01890000-0000-7000-8000-0000000000f1"}, TaskKind::CallBack, userId(), later - std::chrono::minutes {1}, true};
        Conversation planned = conversation(6);
        planned.version = 2;
        planned.task = TaskMark {TaskId {"01890000-0000-7000-8000-0000000000f2"}, TaskKind::CallBack, userId(), later, false};
        QVERIFY(f.apply({entity("conversation", handedOver), entity("conversation", waiting), entity("conversation", snoozed), entity("conversation", answered), entity("conversation", toDo), entity("conversation", planned)}).hasValue());
        const std::vector<int> order {5, 2, 1, 8, 7, 6, 4, 3};
        QCOMPARE(f.order(View::All), order);
        QCOMPARE(f.row(1).lastAt, conversation(1).lastAt);

        f.close();
        {
            auto old = sqlite::Database::open(f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(old.hasValue());
            for (const char *step : {withoutRank, "DELETE FROM migration WHERE number > 7"})
                QVERIFY2(old.value()->execute(step).hasValue(), step);
        }
        f.open();
        QCOMPARE(f.order(View::All), order);
        QVERIFY(f.apply({entity("conversation", [&] {
            Conversation c = waiting;
            c.version = 3;
            c.sla.reset();
            c.waitingSince.reset();
            c.owner = Owner {OwnerKind::User, userId(), "Nora"};
            return c;
        }())}).hasValue());
        QCOMPARE(f.order(View::All), (std::vector<int> {5, 1, 8, 7, 6, 4, 3, 2}));
    }

    void unreadFollowsTheReadCursorOnly()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("message", message(60, 1, 2, MessageRole::Ai)), entity("message", message(61, 1, 3))}).hasValue());
        QCOMPARE(f.row(1).unread, 2);
        QCOMPARE(f.counters()[View::All].unread, 1);
        ReadCursor cursor {userId(), clientId(), conversationId(1), 3, 1};
        QVERIFY(f.apply({entity("read_cursor", cursor)}).hasValue());
        QCOMPARE(f.row(1).unread, 0);
        QCOMPARE(f.counters()[View::All].unread, 0);
        cursor.position = 1;
        cursor.version = 2;
        QVERIFY(f.apply({entity("read_cursor", cursor)}).hasValue());
        QCOMPARE(f.row(1).unread, 0);
        // More than 99 are told from 99.
        std::vector<Entity> many;
        for (int i = 0; i < 138; ++i)
            many.push_back(entity("message", message(100 + i, 1, 4 + i)));
        QVERIFY(f.apply(std::move(many)).hasValue());
        QCOMPARE(f.row(1).unread, 100);
    }

    void aRowTellsTheClientTheLeadAndTheEscalation()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Conversation c = conversation(1);
        c.version = 5;
        c.status = ConversationStatus::WaitingHuman;
        c.owner.kind = OwnerKind::Nobody;
        c.labels = {"vip", "pool"};
        EscalationMark mark;
        mark.id = EscalationId {idText(6, 1)};
        mark.reason = EscalationReason::Emergency;
        mark.status = EscalationStatus::Pending;
        mark.priority = 1;
        mark.due = fromMs(1795000100000);
        c.escalation = mark;
        Lead l = lead(1, "Ana Pérez");
        l.version = 2;
        l.score = 81;
        l.temperature = Temperature::Hot;
        QVERIFY(f.apply({entity("conversation", c), entity("lead", l)}).hasValue());
        const ConversationRow row = f.row(1);
        QCOMPARE(row.clientMark, std::string {"C1"});
        QCOMPARE(row.leadName, std::string {"Ana Pérez"});
        QVERIFY(row.escalated && row.escalationReason == EscalationReason::Emergency);
        QCOMPARE(toMs(*row.due), 1795000100000);
        c.version = 6;
        c.sla = SlaMark {SlaKind::FirstResponse, fromMs(1795000090000), {}, {}, {}, {}};
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QCOMPARE(toMs(*f.row(1).due), 1795000090000); // what is due first
        c.version = 7;
        c.escalation.reset();
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QCOMPARE(toMs(*f.row(1).due), 1795000090000);
        c.version = 8;
        c.escalation = mark;
        c.sla.reset();
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QCOMPARE(*row.score, 81);
        QVERIFY(row.temperature == Temperature::Hot);
        QCOMPARE(row.labels, (std::vector<std::string> {"vip", "pool"}));
        QCOMPARE(f.order(View::Escalated), std::vector<int> {1});
        QCOMPARE(f.counters()[View::Waiting].total, 1);
    }

    void deletionsTakeRowsViewsAndCountersAlong()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        Entity gone {"conversation", 9, {}, conversationId(2).value, true, {}};
        QVERIFY(f.apply({gone}).hasValue());
        QCOMPARE(f.order(View::All), (std::vector<int> {3, 1}));
        QCOMPARE(f.counters()[View::All].total, 2);
        QVERIFY(f.read([](CacheReader &r) { return r.timeline(conversationId(2), 0, INT64_MAX, 10); }).value().items.empty());
    }

    void whoWaitsForAPersonIsRememberedByTheirWords()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Conversation c = conversation(1);
        c.version = 2;
        c.status = ConversationStatus::WaitingHuman;
        c.owner.kind = OwnerKind::Nobody;
        c.waitingSince = c.lastAt;
        c.lastMessage = {messageId(52), MessageRole::Ai, {}, "A person will come", 3, DeliveryState::None, c.lastAt};
        QVERIFY(f.apply({entity("message", message(51, 1, 2, MessageRole::Lead, "Can I talk\nto a person please?")), entity("message", message(52, 1, 3, MessageRole::Ai, "A person will come")),
            entity("conversation", c)}).hasValue());
        QCOMPARE(f.row(1).customerWords, std::string {"Can I talk to a person please?"});
        QCOMPARE(f.row(1).last.text, std::string {"A person will come"});
        QVERIFY(f.enqueue(f.reply(1, "Here I am")).hasValue());
        QVERIFY(f.row(1).customerWords.empty());
    }

    /// A cache as the program before this one left it: whoever was taken over and not answered had left the view.
    void whoWaitedBeforeTheViewKnewItEntersIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4);
        std::vector<Entity> entities;
        for (int i = 1; i <= 4; ++i) {
            Conversation c = conversation(i);
            c.version = 2;
            c.owner = i == 3 ? Owner {} : Owner {OwnerKind::User, userId(), "Nora"};
            c.status = i == 4 ? ConversationStatus::WaitingHuman : ConversationStatus::Active;
            if (i != 2)
                c.waitingSince = c.lastAt;
            entities.push_back(entity("conversation", c));
        }
        QVERIFY(f.apply(std::move(entities)).hasValue());
        Conversation answered = conversation(4);
        answered.version = 3;
        answered.owner.kind = OwnerKind::Nobody;
        answered.status = ConversationStatus::WaitingHuman;
        answered.waitingSince = answered.lastAt;
        answered.lastPosition = answered.lastPublicPosition = 2;
        answered.lastMessage = {messageId(54), MessageRole::Ai, {}, "A person will come", 2, DeliveryState::None, answered.lastAt};
        QVERIFY(f.apply({entity("message", message(54, 4, 2, MessageRole::Ai, "A person will come")), entity("conversation", answered)}).hasValue());
        QCOMPARE(f.row(4).customerWords, std::string {"hello"});
        QCOMPARE(f.order(View::Waiting), (std::vector<int> {4, 1}));
        const auto counted = f.counters();
        f.close();
        {
            auto old = sqlite::Database::open(f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(old.hasValue());
            for (const char *step : {withoutRank, "DELETE FROM view_entry WHERE view = 3 AND conversation = (SELECT row FROM conversation WHERE lead_id LIKE '%1')",
                     "UPDATE conversation SET views = views & ~8 WHERE lead_id LIKE '%1'", "UPDATE counter SET total = 1, unread = 1 WHERE view = 3",
                     "ALTER TABLE conversation DROP COLUMN effective_words", "DROP TABLE lead_entry", withoutTasks, "DELETE FROM migration WHERE number > 2"})
                QVERIFY(old.value()->execute(step).hasValue());
        }
        f.open();
        QCOMPARE(f.order(View::Waiting), (std::vector<int> {4, 1}));
        QCOMPARE(f.counters(), counted);
        QCOMPARE(f.row(4).customerWords, std::string {"hello"});
        QVERIFY(f.row(1).customerWords.empty());
        QVERIFY(f.apply({Entity {"conversation", 9, {}, conversationId(1).value, true, {}}}).hasValue());
        QCOMPARE(f.counters()[View::Waiting].total, 1);
        QCOMPARE(f.order(View::Waiting), (std::vector<int> {4}));
    }

    /// As the program before this one left it: what was put away stood among what is somebody's.
    void whatWasPutAwayBeforeItHadAViewEntersIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4);
        std::vector<Entity> entities;
        for (int i = 1; i <= 4; ++i) {
            Conversation c = conversation(i);
            c.version = 2;
            c.owner = i == 3 ? Owner {OwnerKind::Nobody, {}, {}} : Owner {OwnerKind::User, userId(), "Nora"};
            c.status = i == 4 ? ConversationStatus::Active : ConversationStatus::Snoozed;
            entities.push_back(entity("conversation", c));
        }
        QVERIFY(f.apply(std::move(entities)).hasValue());
        QCOMPARE(f.order(View::Snoozed), (std::vector<int> {3, 2, 1}));
        QCOMPARE(f.order(View::Mine), (std::vector<int> {4}));
        const auto counted = f.counters();
        f.close();
        {
            auto old = sqlite::Database::open(f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(old.hasValue());
            for (const char *step : {withoutRank, "DELETE FROM view_entry WHERE view = 7", "DELETE FROM counter WHERE view = 7",
                     "CREATE TEMP TABLE was AS SELECT row, scope, effective_last_at AS last_at, CASE effective_owner_kind WHEN 'user' THEN 1 ELSE 2 END AS view FROM conversation WHERE effective_status = 'snoozed'",
                     "INSERT INTO view_entry (view, scope, last_at, conversation) SELECT view, 0, last_at, row FROM was UNION ALL SELECT view, scope, last_at, row FROM was",
                     "INSERT INTO counter (view, scope, total, unread) SELECT view, 0, count(*), count(*) FROM was GROUP BY view UNION ALL SELECT view, scope, count(*), count(*) FROM was GROUP BY view, scope "
                     "ON CONFLICT (view, scope) DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread",
                     "UPDATE conversation SET views = (views & ~128) | (SELECT 1 << view FROM was WHERE was.row = conversation.row) WHERE row IN (SELECT row FROM was)",
                     "DROP TABLE was", withoutTasks, "DELETE FROM migration WHERE number > 4"})
                QVERIFY2(old.value()->execute(step).hasValue(), step);
        }
        f.open();
        QCOMPARE(f.order(View::Snoozed), (std::vector<int> {3, 2, 1}));
        QCOMPARE(f.order(View::Mine), (std::vector<int> {4}));
        QVERIFY(f.order(View::Unassigned).empty());
        for (const auto &[view, count] : counted)
            QCOMPARE(f.counters()[view], count);
    }

    /// Random events, acts and answers: views and counters kept step by step equal those counted anew, and the effective
    /// columns equal those rebuilt from the outbox by a reopen.
    void viewsCountersAndEffectiveColumnsEqualTheirRebuild()
    {
        StoreFixture f;
        f.signIn();
        f.fill(12);
        std::minstd_rand random {7};
        std::vector<Conversation> current;
        for (int i = 1; i <= 12; ++i)
            current.push_back(conversation(i));
        int next = 1000;
        for (int step = 0; step < 160; ++step) {
            const int n = 1 + static_cast<int>(random() % 12);
            Conversation &c = current[static_cast<std::size_t>(n - 1)];
            switch (random() % 6) {
            case 0:
            case 1: {
                ++c.version;
                c.lastAt += std::chrono::milliseconds {random() % 100000};
                c.status = static_cast<ConversationStatus>(1 + random() % 4);
                c.owner = random() % 2 ? Owner {OwnerKind::User, userId(), "Nora"} : Owner {OwnerKind::Nobody, {}, {}};
                c.waitingSince = random() % 2 ? std::optional {c.lastAt} : std::nullopt;
                QVERIFY(f.apply({entity("conversation", c)}).hasValue());
                break;
            }
            case 2:
                ++next;
                QVERIFY(f.apply({entity("message", message(next, n, next))}).hasValue());
                break;
            case 3: {
                const OpKind kinds[] {OpKind::Reply, OpKind::TakeOver, OpKind::End, OpKind::Reopen, OpKind::Note};
                Op op = f.reply(n, "t");
                op.kind = kinds[random() % 5];
                QVERIFY(f.enqueue(op).hasValue());
                break;
            }
            case 4:
                for (const Op &op : f.takeSendable(3).ops) {
                    const int status = std::vector<int> {201, 409, 422, 0}[random() % 4];
                    QVERIFY(f.answer(op.id, status).hasValue());
                }
                f.clock.advance(std::chrono::seconds {40});
                break;
            case 5: {
                const auto ops = f.outbox();
                if (!ops.empty()) {
                    ++c.version;
                    Entity e = entity("conversation", c);
                    e.op = ops[random() % ops.size()].id;
                    QVERIFY(f.apply({e}).hasValue());
                }
                break;
            }
            }
        }
        const auto image = [&] {
            std::map<View, ViewCount> counted;
            std::vector<ConversationRow> rows;
            for (int i = 1; i <= 12; ++i) {
                rows.push_back(f.row(i));
                Conversation c;
                c.status = rows.back().status;
                c.owner = rows.back().owner;
                c.waitingSince = rows.back().waitingSince;
                if (rows.back().escalated)
                    c.escalation.emplace().status = EscalationStatus::Pending;
                for (const View view : {View::Mine, View::Unassigned, View::Waiting, View::Escalated, View::Snoozed, View::Ended, View::All}) {
                    if (viewsOf(c, userId(), 0) & viewBit(view)) {
                        ++counted[view].total;
                        counted[view].unread += rows.back().unread > 0 ? 1 : 0;
                    }
                }
            }
            auto kept = f.counters();
            std::erase_if(kept, [](const auto &entry) { return entry.second == ViewCount {}; });
            [&] { QCOMPARE(kept, counted); }();
            for (const auto &[view, count] : counted)
                [&, v = view, total = count.total] { QCOMPARE(static_cast<std::int64_t>(f.order(v).size()), total); }();
            return rows;
        };
        const auto before = image();
        f.reopen();
        const auto after = image();
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2(before[i] == after[i], qPrintable(QString::number(i + 1)));
    }
};

FOREDECK_QT_TEST(ViewsTest)
#include "viewstest.moc"
