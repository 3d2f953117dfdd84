#include "tests/cache/storefixture.h"
#include "tests/items/fakerequests.h"

#include "models/cache/outboxacts.h"
#include "models/items/channellistmodel.h"
#include "models/items/clientlistmodel.h"
#include "models/items/details.h"
#include "models/items/documentlistmodel.h"
#include "models/items/fittingcounts.h"
#include "models/items/outboxmodel.h"
#include "models/items/peoplesearch.h"
#include "models/items/macrolistmodel.h"
#include "models/items/rulehitsmodel.h"
#include "models/items/rulelistmodel.h"
#include "models/items/userlistmodel.h"
#include "models/items/viewcounters.h"
#include "tests/qt/testclasses.h"

#include <QAbstractItemModelTester>
#include <QStringListModel>

#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// A short list whose next content a test gives.
class NumberList final : public SmallListModel<std::pair<std::string, int>> {
public:
    using Pair = std::pair<std::string, int>;
    void show(std::vector<Pair> next) { replace(std::move(next)); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant {itemAt(index.row()).second} : QVariant {};
    }

protected:
    const std::string &idOf(const Pair &item) const override { return item.first; }
    bool same(const Pair &a, const Pair &b) const override { return a == b; }
};

} // namespace

class ListsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aShortListIsComparedAndToldExactly()
    {
        NumberList list;
        QAbstractItemModelTester tester {&list, Mode::QtTest};
        QStringList mirror;
        const auto text = [](const NumberList::Pair &item) { return QString::fromStdString(item.first) + QString::number(item.second); };
        QObject::connect(&list, &QAbstractItemModel::rowsInserted, &list, [&](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                mirror.insert(row, text(list.itemAt(row)));
        });
        QObject::connect(&list, &QAbstractItemModel::rowsRemoved, &list, [&](const QModelIndex &, int first, int last) {
            for (int row = last; row >= first; --row)
                mirror.removeAt(row);
        });
        QObject::connect(&list, &QAbstractItemModel::rowsMoved, &list,
            [&](const QModelIndex &, int from, int, const QModelIndex &, int to) { mirror.move(from, to > from ? to - 1 : to); });
        QObject::connect(&list, &QAbstractItemModel::dataChanged, &list, [&](const QModelIndex &a, const QModelIndex &) { mirror[a.row()] = text(list.itemAt(a.row())); });
        std::minstd_rand random {3};
        for (int step = 0; step < 500; ++step) {
            std::vector<NumberList::Pair> next;
            for (char c = 'a'; c < 'm'; ++c) {
                if (random() % 3)
                    next.emplace_back(std::string(1, c), static_cast<int>(random() % 3));
            }
            std::shuffle(next.begin(), next.end(), random);
            QStringList expected;
            for (const auto &item : next)
                expected.append(text(item));
            list.show(std::move(next));
            QCOMPARE(mirror, expected);
        }
    }

    void clientsChannelsPeopleAndDocumentsFollowTheCache()
    {
        StoreFixture f;
        f.signIn();
        ClientListModel clients {*f.store};
        ChannelListModel channels {*f.store};
        UserListModel users {*f.store};
        DocumentListModel documents {*f.store};
        QAbstractItemModelTester t1 {&clients, Mode::QtTest};
        QAbstractItemModelTester t2 {&channels, Mode::QtTest};
        QAbstractItemModelTester t3 {&users, Mode::QtTest};
        QAbstractItemModelTester t4 {&documents, Mode::QtTest};
        channels.setClient(clientId());
        documents.setClient(clientId());
        users.setClient(clientId());
        Channel channel;
        channel.id = ChannelId {idText(8, 1)};
        channel.client = clientId();
        channel.kind = ChannelKind::Sms;
        channel.name = "Texts";
        Document faq;
        faq.id = DocumentId {idText(8, 2)};
        faq.client = clientId();
        faq.title = "Pool?";
        User elsewhere = user(2);
        elsewhere.clients = {clientId(5)};
        QVERIFY(f.apply({entity("client", client()), entity("client", client(2)), entity("channel", channel), entity("document", faq), entity("user", user()),
            entity("user", elsewhere)}).hasValue());
        QTRY_COMPARE(clients.rowCount(), 2);
        QTRY_COMPARE(channels.rowCount(), 1);
        QTRY_COMPARE(documents.rowCount(), 1);
        QTRY_COMPARE(users.rowCount(), 1);
        QCOMPARE(users.itemAt(0).name, std::string {"Nora"});
        QCOMPARE(channels.data(channels.index(0), ChannelListModel::KindRole).toInt(), static_cast<int>(ChannelKind::Sms));
        QVERIFY(f.apply({Entity {"document", 2, {}, faq.id.value, true, {}}}).hasValue());
        QTRY_COMPARE(documents.rowCount(), 0);
        Op add = f.op(OpKind::Faqs, 0, R"({"faqs":[{"id":"00000000-0000-7000-8000-0000000000f1","question":"Dogs?","answer":"Yes."}]})");
        add.conversation = {};
        QVERIFY(f.enqueue(add).hasValue());
        QTRY_COMPARE(documents.rowCount(), 1);
        QCOMPARE(documents.data(documents.index(0), DocumentListModel::TextRole).toString(), QStringLiteral("Yes."));
        QCOMPARE(documents.data(documents.index(0), DocumentListModel::PendingRole).toInt(), static_cast<int>(PendingKind::Unsent));
        QVERIFY(f.enqueue(f.op(OpKind::ClientAssistant, 1, R"({"on":false})")).hasValue());
        QTRY_VERIFY(!clients.itemAt(0).assistantOn);
        QVERIFY(clients.itemAt(1).assistantOn);
        QVERIFY(f.enqueue(f.op(OpKind::ClientName, 1, R"({"name":"Casa Azul"})")).hasValue());
        QTRY_COMPARE(clients.itemAt(0).name, std::string {"Casa Azul"});
    }

    void nobodysMacrosRulesChannelsAndDocumentsAreNotThoseOfAll()
    {
        StoreFixture f;
        f.signIn();
        Channel channel;
        channel.id = ChannelId {idText(8, 1)};
        channel.client = clientId();
        Document faq;
        faq.id = DocumentId {idText(8, 2)};
        faq.client = clientId();
        Macro macro;
        macro.id = MacroId {idText(15, 1)};
        macro.client = clientId();
        macro.name = "hours";
        macro.text = "We open at nine.";
        QVERIFY(f.apply({entity("client", client()), entity("channel", channel), entity("document", faq), entity("macro", macro)}).hasValue());
        QCOMPARE(f.read([](CacheReader &r) { return r.macros(clientId()); }).value().size(), 1u);
        QVERIFY(f.read([](CacheReader &r) { return r.macros({}); }).value().empty());
        QVERIFY(f.read([](CacheReader &r) { return r.channels({}); }).value().empty());
        QVERIFY(f.read([](CacheReader &r) { return r.documents({}); }).value().empty());
        QVERIFY(f.read([](CacheReader &r) { return r.locations({}); }).value().empty());
        QVERIFY(f.read([](CacheReader &r) { return r.rules({}); }).value().empty());
        MacroListModel macros {*f.store};
        macros.setClient(clientId());
        QTRY_COMPARE(macros.rowCount(), 1);
        macros.setClient({});
        QCOMPARE(macros.rowCount(), 0);
        QVERIFY(f.read([](CacheReader &r) { return r.clients(); }).hasValue()); // what was asked before it has been answered
        QVERIFY(!macros.isLoaded() && macros.rowCount() == 0);
    }

    /// The server's word may come while the act still stands for it: it is shown, whatever the act knew of keys before.
    void keysThatWereSavedShowWhileTheActStillStands()
    {
        StoreFixture f;
        f.signIn();
        ChannelListModel channels {*f.store};
        QAbstractItemModelTester tester {&channels, Mode::QtTest};
        channels.setClient(clientId());
        Channel channel;
        channel.id = ChannelId {idText(8, 1)};
        channel.client = clientId();
        channel.kind = ChannelKind::WebForm;
        QVERIFY(f.apply({entity("client", client()), entity("channel", channel)}).hasValue());
        QTRY_COMPARE(channels.rowCount(), 1);
        Op save = f.op(OpKind::Channel, 1, encode(channel));
        save.target = channel.id.value;
        QVERIFY(f.enqueue(save).hasValue());
        channel.version = 2;
        channel.hasSecret = true;
        channel.health = ChannelHealth::Ok;
        QVERIFY(f.apply({entity("channel", channel)}).hasValue());
        QTRY_COMPARE(channels.itemAt(0).version, 2);
        QVERIFY(channels.itemAt(0).hasSecret);
        QCOMPARE(channels.itemAt(0).health, Open<ChannelHealth> {ChannelHealth::Ok});
    }

    void macrosStandByTheirNamesAfterTheActsOfThisPerson()
    {
        StoreFixture f;
        f.signIn();
        MacroListModel macros {*f.store};
        QAbstractItemModelTester tester {&macros, Mode::QtTest};
        macros.setClient(clientId());
        QTRY_VERIFY(macros.isLoaded());
        Macro macro;
        macro.id = MacroId {idText(15, 1)};
        macro.client = clientId();
        macro.name = "hours";
        macro.text = "We open at nine, {{lead.first_name}}.";
        Macro first = macro;
        first.id = MacroId {idText(15, 2)};
        first.name = "Directions";
        Macro others = macro;
        others.id = MacroId {idText(15, 3)};
        others.client = clientId(2);
        QVERIFY(f.apply({entity("client", client()), entity("macro", macro), entity("macro", first), entity("macro", others)}).hasValue());
        QTRY_COMPARE(macros.rowCount(), 2);
        QCOMPARE(macros.data(macros.index(0)).toString(), QStringLiteral("Directions"));
        QCOMPARE(macros.data(macros.index(1), MacroListModel::TextRole).toString(), QString::fromStdString(macro.text));
        Op op = f.op(OpKind::MacroUpdate, 0, R"({"name":"about hours","text":"x"})");
        op.conversation = {};
        op.target = macro.id.value;
        QVERIFY(f.enqueue(op).hasValue());
        QTRY_COMPARE(macros.data(macros.index(0)).toString(), QStringLiteral("about hours"));
        QCOMPARE(macros.data(macros.index(0), MacroListModel::PendingRole).toInt(), static_cast<int>(PendingKind::Unsent));
        QVERIFY(f.apply({Entity {"macro", 2, {}, first.id.value, true, {}}}).hasValue());
        QTRY_COMPARE(macros.rowCount(), 1);
        macros.setClient(clientId(2));
        QTRY_COMPARE(macros.rowCount(), 1);
        QCOMPARE(macros.data(macros.index(0), MacroListModel::IdRole).toString(), QString::fromStdString(others.id.value));
    }

    void rulesFollowTheCacheAndTheOutbox()
    {
        StoreFixture f;
        f.signIn();
        RuleListModel rules {*f.store};
        QAbstractItemModelTester tester {&rules, Mode::QtTest};
        rules.setClient(clientId());
        QTRY_VERIFY(rules.isLoaded());
        ClientRule rule;
        rule.id = RuleId {idText(14, 2)};
        rule.client = clientId();
        rule.name = "Refunds";
        ClientRule older = rule;
        older.id = RuleId {idText(14, 1)};
        older.name = "Zebra";
        ClientRule others = rule;
        others.id = RuleId {idText(14, 3)};
        others.client = clientId(2);
        QVERIFY(f.apply({entity("client", client()), entity("rule", rule), entity("rule", older), entity("rule", others)}).hasValue());
        QTRY_COMPARE(rules.rowCount(), 2);
        QCOMPARE(rules.data(rules.index(0)).toString(), QStringLiteral("Zebra"));
        QVERIFY(rules.data(rules.index(0), RuleListModel::EnabledRole).toBool());
        Op op = f.op(OpKind::RuleUpdate, 0, R"({"name":"Refunds","enabled":false})");
        op.conversation = {};
        op.target = rule.id.value;
        QVERIFY(f.enqueue(op).hasValue());
        QTRY_VERIFY(!rules.itemAt(1).value.enabled);
        QCOMPARE(rules.data(rules.index(1), RuleListModel::PendingRole).toInt(), static_cast<int>(PendingKind::Unsent));
        QVERIFY(f.apply({Entity {"rule", 2, {}, older.id.value, true, {}}}).hasValue());
        QTRY_COMPARE(rules.rowCount(), 1);
        rules.setClient(clientId(2));
        QTRY_COMPARE(rules.rowCount(), 1);
        QCOMPARE(rules.data(rules.index(0), RuleListModel::IdRole).toString(), QString::fromStdString(others.id.value));
    }

    void conversationsOfADryRunAreReadAndThoseThatAreNotHereAskedFor()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        NotedRequests requests;
        RuleHitsModel hits {*f.store, requests};
        QAbstractItemModelTester tester {&hits, Mode::QtTest};
        hits.show({{conversationId(2), 3, fromMs(1'794'000'000'000)}, {conversationId(7), 1, fromMs(1'793'000'000'000)}});
        QCOMPARE(hits.rowCount(), 2);
        QTRY_VERIFY(hits.itemAt(0).row.has_value());
        QCOMPARE(hits.data(hits.index(0)).toString(), QStringLiteral("Lead 2"));
        QCOMPARE(hits.data(hits.index(0), RuleHitsModel::TimesRole).toInt(), 3);
        QVERIFY(!hits.itemAt(1).row);
        QTRY_COMPARE(requests.fetched, std::vector {conversationId(7)});
        f.fill(1, 7);
        QTRY_VERIFY(hits.itemAt(1).row.has_value());
        QCOMPARE(requests.fetched.size(), 1u);
        hits.show({});
        QCOMPARE(hits.rowCount(), 0);
    }

    void theOutboxIsListedInItsOrderWithItsWords()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        OutboxModel outbox {*f.store};
        QAbstractItemModelTester tester {&outbox, Mode::QtTest};
        const auto value = [&](int role) { return outbox.data(outbox.index(0), role); };
        const Op reply = f.reply(2, "see you");
        QVERIFY(f.enqueue(reply).hasValue());
        QVERIFY(f.enqueue(f.op(OpKind::Read, 1, R"({"position":1})")).hasValue());
        QTRY_COMPARE(outbox.rowCount(), 1);
        f.takeSendable();
        QVERIFY(f.answer(reply.id, 0).hasValue());
        f.clock.advance(std::chrono::minutes {31});
        f.takeSendable();
        QTRY_COMPARE(value(OutboxModel::StateRole).toInt(), static_cast<int>(OpState::NeedsReview));
        QVERIFY(outbox.itemAt(0).op.mayHaveArrived);
        f.store->writer().settleAcked("client:" + clientId().value, f.clock.now());
        QTRY_VERIFY2(!outbox.itemAt(0).op.mayHaveArrived, "nothing else of it has changed");
        QVERIFY(f.write(&StoreWriter::sendAnyway, reply.id).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(reply.id, 409, {}, R"({"title":"Conflict","detail":"Tom is answering"})").hasValue());
        QTRY_COMPARE(value(OutboxModel::ProblemRole).toString(), QStringLiteral("Tom is answering"));
        QCOMPARE(value(OutboxModel::StateRole).toInt(), static_cast<int>(OpState::NeedsReview));
        QCOMPARE(value(OutboxModel::WhomRole).toString(), QStringLiteral("Lead 2"));
        QCOMPARE(value(OutboxModel::TextRole).toString(), QStringLiteral("see you"));
        QCOMPARE(value(OutboxModel::ProblemRole).toString(), QStringLiteral("Tom is answering"));
        QVERIFY(f.write(&StoreWriter::drop, reply.id).hasValue());
        QTRY_COMPARE(outbox.rowCount(), 0);
    }

    void narrowedViewsAreCountedToTheirEndAndTogether()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1200);
        Conversation texts = conversation(1201);
        texts.channelKind = ChannelKind::Sms;
        QVERIFY(f.apply({entity("lead", lead(1201)), entity("conversation", texts)}).hasValue());
        FittingCounts counts {*f.store};
        QSignalSpy changed {&counts, &FittingCounts::changed};
        const auto narrowed = [](View view, ChannelKind kind) {
            RowFilter filter;
            filter.channels.insert(kind);
            return ViewKey {view, {}, filter};
        };
        counts.setViews({narrowed(View::All, ChannelKind::WhatsApp), narrowed(View::Mine, ChannelKind::WhatsApp), narrowed(View::All, ChannelKind::Sms)});
        QVERIFY(counts.counts().empty());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(counts.counts(), (std::vector<FittingCount> {{1200, true}, {0, true}, {1, true}}));
        // Some rows at a time, so that others come in between.
        const auto rows = [&](RowKey after) { return f.read([after](CacheReader &reader) { return reader.fitting({View::All, {}}, {RowFilter()}, after, 500); }).value(); };
        FittingPage page = rows(topKey);
        QVERIFY(page.counts == std::vector<std::int64_t> {500} && !page.isLast);
        page = rows(page.end);
        QVERIFY(page.counts == std::vector<std::int64_t> {500} && !page.isLast);
        page = rows(page.end);
        QVERIFY(page.counts == std::vector<std::int64_t> {201} && page.isLast);
        counts.setViews({});
        QVERIFY(counts.counts().empty());
    }

    void countersFollow()
    {
        StoreFixture f;
        f.signIn();
        ViewCounters counters {*f.store};
        f.fill(3);
        QTRY_COMPARE(counters.count(View::All).total, 3);
        QCOMPARE(counters.count(View::All).unread, 3);
        QVERIFY(f.enqueue(f.op(OpKind::End, 1)).hasValue());
        QTRY_COMPARE(counters.count(View::Ended).total, 1);
        QCOMPARE(counters.count(View::All).unread, 2);
    }

    void detailsFollow()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        LeadDetails leadDetails {*f.store};
        leadDetails.setLead(leadId(1));
        QTRY_VERIFY(leadDetails.page().has_value());
        QCOMPARE(leadDetails.page()->conversations.size(), 1u);
        Lead changed = lead(1, "Ana");
        changed.version = 2;
        QVERIFY(f.apply({entity("lead", changed)}).hasValue());
        QTRY_COMPARE(leadDetails.page()->lead.name, std::string {"Ana"});

        ConversationDetails details {*f.store};
        details.setConversation(conversationId(2));
        QTRY_VERIFY(details.row().has_value());
        QVERIFY(f.enqueue(f.op(OpKind::TakeOver, 2)).hasValue());
        QTRY_VERIFY(details.row()->owner.user == userId());
        details.setConversation(conversationId(77));
        f.settle();
        QVERIFY(!details.row());

        ClientDetails clientDetails {*f.store};
        clientDetails.setClient(clientId());
        QTRY_VERIFY(clientDetails.data().has_value());
        ClientSettings settings;
        settings.client = clientId();
        settings.contact = "+1 305";
        QVERIFY(f.apply({entity("settings", settings)}).hasValue());
        QTRY_VERIFY(clientDetails.data()->settings.has_value());
        QCOMPARE(clientDetails.data()->settings->contact, std::string {"+1 305"});
    }

    void whatWasReadStaysWhileALostCacheIsFilled()
    {
        StoreFixture f;
        f.signIn();
        const std::string stream = "client:" + clientId().value;
        const std::map<std::string, StreamPosition> whole {{stream, {"e", 1}}};
        ClientSettings settings;
        settings.client = clientId();
        settings.contact = "+1 305";
        QVERIFY(f.apply(Batch {{entity("client", client()), entity("settings", settings)}, whole}).hasValue());
        ClientDetails details {*f.store};
        details.setClient(clientId());
        QTRY_VERIFY(details.data() && details.data()->settings);
        const auto read = [&] {
            f.settle();
            [[maybe_unused]] const bool done = f.read([](CacheReader &) { return true; });
            QCoreApplication::processEvents();
        };
        QVERIFY(f.write(&StoreWriter::dropStream, stream).hasValue());
        read();
        QVERIFY2(details.data() && details.data()->settings, "nobody has taken it away");
        // A batch that was on its way leaves a position, and not what stood before it.
        Location place;
        place.id = LocationId {idText(7, 1)};
        place.client = clientId();
        QVERIFY(f.apply(Batch {{entity("location", place)}, whole}).hasValue());
        read();
        QVERIFY2(details.data() && details.data()->settings && details.data()->locations.empty(), "nor is it another one");
        QVERIFY(f.write(&StoreWriter::dropStream, stream).hasValue());
        QVERIFY(f.apply({entity("client", client())}).hasValue());
        read();
        QVERIFY2(details.data()->settings, "half of it says nothing of the other half");
        Client named = client();
        named.name = "Casa";
        named.version = 2;
        QVERIFY(f.apply(Batch {{entity("client", named)}, whole}).hasValue());
        QTRY_VERIFY(!details.data()->settings); // all is here, and they are not
        QCOMPARE(details.data()->client.name, std::string {"Casa"});
    }

    void searchingAnswersTheNewestQuestion()
    {
        StoreFixture f;
        f.signIn();
        f.fill(5);
        PeopleSearch search {*f.store};
        QAbstractItemModelTester tester {&search, Mode::QtTest};
        QSignalSpy found {&search, &PeopleSearch::found};
        search.search(QStringLiteral("le"));
        search.search(QStringLiteral("lead 4"));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(search.rowCount(), 1);
        QCOMPARE(search.data(search.index(0), PeopleSearch::ConversationIdRole).toString(), QString::fromStdString(conversationId(4).value));
        search.search({});
        QCOMPARE(search.rowCount(), 0);
    }
};

FOREDECK_QT_TEST(ListsTest)
#include "liststest.moc"
