#include "storefixture.h"
#include "tests/qt/testclasses.h"

#include <QDir>
#include <QFile>

using namespace foredeck;
using namespace foredeck::test;

/// What the server tells is kept and found again, and only by the person it was told to.
class StoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsAreAppliedOnceByVersionAndToldOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        f.notices = 0;
        f.changes = {};
        Conversation c = conversation(2);
        c.version = 2;
        c.owner = {OwnerKind::User, userId(), "Nora"};
        const auto report = f.apply(Batch {{entity("conversation", c), entity("message", message(50, 2, 2, MessageRole::Ai, "Hi"))}, {{"client:x", {"e1", 7}}}});
        QCOMPARE(report.value().applied, 2);
        QCOMPARE(f.notices, 1);
        QVERIFY(f.changes.conversations.contains(conversationId(2)) && f.changes.conversations.size() == 1);
        QCOMPARE(f.changes.timelines.at(conversationId(2)), 2);
        QVERIFY(f.changes.counters);
        c.version = 1;
        c.owner = {};
        QCOMPARE(f.apply({entity("conversation", c)}).value().stale, 1);
        QVERIFY(f.row(2).owner.user == userId());
        QCOMPARE(f.order(View::Mine), std::vector<int> {2});
    }

    void cursorsComeBackAfterAReopen()
    {
        StoreFixture f;
        QVERIFY(f.apply(Batch {{}, {{"client:x", {"e1", 7}}}}).hasValue());
        f.reopen();
        std::optional<std::map<std::string, StreamPosition>> cursors;
        Mailbox mailbox;
        f.store->writer().cursors(mailbox.receive([&](std::map<std::string, StreamPosition> c) { cursors = std::move(c); }));
        QTRY_VERIFY(cursors.has_value());
        QCOMPARE(cursors->at("client:x").since, 7);
        QCOMPARE(cursors->at("client:x").epoch, std::string {"e1"});
    }

    void whatCannotBeReadIsLeftOutAndTheRestApplied()
    {
        StoreFixture f;
        Entity broken {"conversation", 3, R"({"id":5})", {}, false, {}};
        Entity cut {"message", 3, "{\"id\":\"x", {}, false, {}};
        Entity unknown {"hologram", 1, R"({"id":"x"})", {}, false, {}};
        const auto report = f.apply({broken, cut, unknown, entity("client", client())});
        QCOMPARE(report.value().unreadable, 2);
        QCOMPARE(report.value().applied, 1);
        QCOMPARE(f.read([](CacheReader &r) { return r.clients(); }).value().size(), 1u);
    }

    void labelsInUseAreThoseOfTheClientTheCommonestFirst()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        std::vector<Entity> entities {entity("client", client(2))};
        const std::vector<std::vector<std::string>> labels {{"pool"}, {"van", "vip"}, {"VIP"}};
        for (int n = 1; n <= 3; ++n) {
            Conversation c = conversation(n);
            c.version = 5;
            c.labels = labels[static_cast<std::size_t>(n - 1)];
            c.status = n == 3 ? ConversationStatus::Ended : ConversationStatus::Active;
            entities.push_back(entity("conversation", c));
        }
        Conversation theirs = conversation(4, 2);
        theirs.labels = {"theirs"};
        entities.push_back(entity("conversation", theirs));
        QVERIFY(f.apply(entities).hasValue());
        const auto used = f.read([](CacheReader &r) { return r.labelsInUse(clientId()); }).value();
        QCOMPARE(used.size(), std::size_t(3));
        QCOMPARE(used.front(), std::string {"VIP"}); // as it is written on the newest
        QVERIFY(f.read([](CacheReader &r) { return r.labelsInUse(clientId(9)); }).value().empty());
    }

    void anEventBeforeItsConversationIsKept()
    {
        StoreFixture f;
        f.signIn();
        QVERIFY(f.apply({entity("message", message(1, 1, 1))}).hasValue());
        QVERIFY(f.order(View::All).empty());
        f.fill(1);
        const auto page = f.read([](CacheReader &r) { return r.timeline(conversationId(1), 0, INT64_MAX, 10); }).value();
        QCOMPARE(page.items.size(), 1u);
        QVERIFY(page.atStart);
    }

    void timelinesArePagedByPositionWithTheirDecisions()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        std::vector<Entity> entities;
        for (int p = 2; p <= 40; ++p) {
            Message m = message(100 + p, 1, p, MessageRole::Ai, "m" + std::to_string(p));
            if (p == 40)
                m.decision = DecisionId {idText(7, 1)};
            entities.push_back(entity("message", m));
        }
        Decision d;
        d.id = DecisionId {idText(7, 1)};
        d.conversation = conversationId(1);
        d.action = DecisionAction::Answered;
        d.at = fromMs(1794500000000);
        entities.push_back(entity("decision", d));
        QVERIFY(f.apply(std::move(entities)).hasValue());
        const auto newest = f.read([](CacheReader &r) { return r.timeline(conversationId(1), 0, INT64_MAX, 10); }).value();
        QCOMPARE(newest.items.front().position, 31);
        QCOMPARE(newest.items.back().position, 40);
        QVERIFY(newest.items.back().decision->action == DecisionAction::Answered);
        const auto older = f.read([](CacheReader &r) { return r.timeline(conversationId(1), 0, 31, 100); }).value();
        QCOMPARE(older.items.size(), 30u);
    }

    void peopleAreFoundByNamePhoneAndMail()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        Lead l = lead(2, "Mónica Ávila");
        l.version = 2;
        l.emails = {"m.avila@example.com"};
        QVERIFY(f.apply({entity("lead", l)}).hasValue());
        const auto find = [&](const std::string &text) {
            std::vector<std::string> names;
            const auto people = f.read([&](CacheReader &r) { return r.people(text, {}, 10); });
            for (const PersonRow &p : people.value())
                names.push_back(p.lead.name);
            return names;
        };
        const std::vector<std::string> monica {"Mónica Ávila"};
        QCOMPARE(find("moni"), monica);
        QCOMPARE(find("avila mon"), monica);
        QCOMPARE(find("M.AVILA@ex"), monica);
        QCOMPARE(find("1002"), monica);
        QCOMPARE(find("+1 305 555 1002"), monica);
        QCOMPARE(find("lead").size(), 2u);
        QVERIFY(find("zzz").empty());
        QVERIFY(find("").empty());
    }

    void anotherPersonSeesNothingOfTheFirst()
    {
        StoreFixture f;
        f.signIn(1);
        f.fill(3);
        QVERIFY(f.enqueue(f.reply(1, "from Nora")).hasValue());
        f.signIn(2);
        QVERIFY(f.order(View::All).empty());
        QVERIFY(f.outbox().empty());
        f.signIn(1);
        QCOMPARE(f.outbox().size(), 1u);
    }

    /// An older program copied the cache before it took a step; a damaged one stands aside until the next start.
    void copiesOfTheCacheOutliveNeitherAStartNorItsPerson()
    {
        StoreFixture f;
        f.signIn(1);
        f.fill(3);
        const QStringList copies {QStringLiteral("cache.db.before-6"), QStringLiteral("cache.db.damaged-5"), QStringLiteral("cache.db.damaged-5-wal")};
        const auto make = [&] {
            for (const QString &copy : copies)
                QVERIFY(QFile::copy(f.path(QStringLiteral("cache.db")), f.path(copy)));
        };
        const auto left = [&] { return QDir {f.folder()}.entryList({QStringLiteral("cache.db.*")}); };
        make();
        QVERIFY(QFile::copy(f.path(QStringLiteral("outbox.db")), f.path(QStringLiteral("outbox.db.before-1"))));
        f.reopen();
        QTRY_COMPARE(left(), QStringList {});
        QVERIFY(QFile::exists(f.path(QStringLiteral("outbox.db.before-1"))));
        QCOMPARE(f.order(View::All).size(), 3u);
        make();
        f.signIn(2);
        QCOMPARE(left(), QStringList {});
        QVERIFY(f.order(View::All).empty());
    }

    void whatCannotBeRemovedIsShownToNobodyElse()
    {
        StoreFixture f;
        f.signIn(1);
        f.fill(3);
        const QString inTheWay = f.path(QStringLiteral("cache.db.before-6"));
        QVERIFY(QDir {}.mkpath(inTheWay + QStringLiteral("/in the way")));
        QVERIFY(f.write(&StoreWriter::setUser, user(2)).hasError());
        f.settle(); // the file is opened again meanwhile
        QVERIFY(f.write(&StoreWriter::setUser, user(2)).hasError());
        QVERIFY(QDir {inTheWay}.removeRecursively());
        f.signIn(2);
        QVERIFY(f.order(View::All).empty());
    }

    /// The profile and the cache are two files, and a program can be ended between them, either way round.
    void whatIsNotTheirsIsGoneBeforeTheFirstPage()
    {
        StoreFixture f;
        f.signIn(1);
        f.fill(3);
        QVERIFY(f.enqueue(f.reply(1, "from Nora")).hasValue());
        f.close();
        StoreOptions options;
        options.folder = f.folder();
        options.user = userId(2);
        auto opened = LocalStore::open(options, f.clock);
        QVERIFY(opened.hasValue());
        QCOMPARE(opened.value()->readFirstPage({View::All, {}}).value().rows.size(), 0u);
        opened.value().reset();
        f.open();
        QVERIFY(f.order(View::All).empty());
        QCOMPARE(f.outbox().size(), 1u);
    }
};

FOREDECK_QT_TEST(StoreTest)
#include "storetest.moc"
