#include "tests/cache/storefixture.h"

#include "models/items/conversationlistmodel.h"
#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <future>
#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

struct ShownConversations {
    explicit ShownConversations(StoreFixture &f) : model(*f.store, ephemera), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        ephemera.setSession(SessionPhase::SignedIn, user());
    }
    std::vector<int> order() const
    {
        std::vector<int> numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers.push_back(std::stoi(model.itemAt(row).id.value.substr(24)));
        return numbers;
    }
    void show(const ViewKey &view)
    {
        QSignalSpy loaded {&model, &ConversationListModel::loaded};
        model.setView(view);
        QTRY_COMPARE(loaded.size(), 1);
    }
    Ephemera ephemera;
    ConversationListModel model;
    QAbstractItemModelTester tester;
};

Conversation touchedAt(int n, std::int64_t seconds, std::int64_t version)
{
    Conversation c = conversation(n);
    c.version = version;
    c.lastAt = fromMs(1794600000000 + seconds * 1000);
    return c;
}

} // namespace

class ConversationListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsComeMoveAndGoOneByOne()
    {
        StoreFixture f;
        f.signIn();
        f.fill(5);
        ShownConversations s {f};
        s.show({View::All, {}});
        QCOMPARE(s.order(), (std::vector<int> {5, 4, 3, 2, 1}));
        QSignalSpy moved {&s.model, &QAbstractItemModel::rowsMoved};
        QSignalSpy inserted {&s.model, &QAbstractItemModel::rowsInserted};
        QSignalSpy removed {&s.model, &QAbstractItemModel::rowsRemoved};
        QSignalSpy reset {&s.model, &QAbstractItemModel::modelReset};

        QVERIFY(f.apply({entity("conversation", touchedAt(2, 10, 2))}).hasValue());
        QTRY_COMPARE(s.order(), (std::vector<int> {2, 5, 4, 3, 1}));
        QCOMPARE(moved.size(), 1);
        QVERIFY(f.apply({entity("lead", lead(9)), entity("conversation", touchedAt(9, 5, 1))}).hasValue());
        QTRY_COMPARE(s.order(), (std::vector<int> {2, 9, 5, 4, 3, 1}));
        QCOMPARE(inserted.size(), 1);
        QVERIFY(f.apply({Entity {"conversation", 9, {}, conversationId(5).value, true, {}}}).hasValue());
        QTRY_COMPARE(s.order(), (std::vector<int> {2, 9, 4, 3, 1}));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void aRowLeavesAViewByAnActAtOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        QVERIFY(f.enqueue(f.op(OpKind::TakeOver, 2)).hasValue());
        ShownConversations s {f};
        s.show({View::Mine, {}});
        QCOMPARE(s.order(), std::vector<int> {2});
        QVERIFY(s.model.itemAt(0).mine);
        QCOMPARE(s.model.itemAt(0).pending, PendingKind::Unsent);
        QVERIFY(f.enqueue(f.op(OpKind::End, 2)).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 0);
    }

    void aFilterShowsWhatFitsAndFollowsIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(6);
        Conversation sms = touchedAt(2, 10, 2);
        sms.channelKind = ChannelKind::Sms;
        sms.labels = {"VIP"};
        Conversation chat = touchedAt(4, 20, 2);
        chat.channelKind = ChannelKind::LiveChat;
        chat.labels = {"late", "vip"};
        Lead hot = lead(4);
        hot.version = 2;
        hot.temperature = Temperature::Hot;
        QVERIFY(f.apply({entity("conversation", sms), entity("conversation", chat), entity("lead", hot)}).hasValue());
        ShownConversations s {f};
        RowFilter filter;
        filter.channels = {ChannelKind::Sms, ChannelKind::LiveChat};
        s.show({View::All, {}, filter});
        QCOMPARE(s.order(), (std::vector<int> {4, 2}));
        QVERIFY(s.model.isComplete());
        filter.temperatures = {Temperature::Hot};
        s.show({View::All, {}, filter});
        QCOMPARE(s.order(), std::vector<int> {4});
        filter = {};
        filter.labels = {"vip"};
        s.show({View::All, clientId(), filter});
        QCOMPARE(s.order(), (std::vector<int> {4, 2}));
        // What comes to fit shows, what does not any more goes.
        Conversation other = touchedAt(5, 30, 2);
        other.labels = {"vip"};
        sms.labels = {};
        sms.version = 3;
        QVERIFY(f.apply({entity("conversation", other), entity("conversation", sms)}).hasValue());
        QTRY_COMPARE(s.order(), (std::vector<int> {5, 4}));
        filter = {};
        filter.unread = true;
        s.show({View::All, {}, filter});
        QCOMPARE(s.model.rowCount(), 6);
        QVERIFY(f.enqueue(f.op(OpKind::Read, 5, R"({"position":1})")).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 5);
        QCOMPARE(s.model.rowOf(conversationId(5)), -1);
    }

    void whatHardlyFitsIsFoundBehindThousands()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4200);
        Conversation first = conversation(1); // the oldest: everything else stands before it
        first.version = 2;
        first.channelKind = ChannelKind::Sms;
        QVERIFY(f.apply({entity("conversation", first)}).hasValue());
        ShownConversations s {f};
        RowFilter filter;
        filter.channels = {ChannelKind::Sms};
        s.show({View::All, {}, filter});
        QCOMPARE(s.order(), std::vector<int> {1});
        filter.channels = {ChannelKind::Email};
        s.show({View::All, {}, filter});
        QCOMPARE(s.model.rowCount(), 0);
        QVERIFY(s.model.isComplete());
    }

    void nothingMovesUnderTheHand()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4);
        ShownConversations s {f};
        s.show({View::All, {}});
        s.model.setFrozen(true);
        QSignalSpy waiting {&s.model, &ConversationListModel::waitingChanged};
        Conversation c = touchedAt(1, 50, 2);
        c.lastMessage.text = "new words";
        QVERIFY(f.apply({entity("conversation", c), entity("lead", lead(8)), entity("conversation", touchedAt(8, 60, 1)),
            Entity {"conversation", 9, {}, conversationId(3).value, true, {}}}).hasValue());
        QTRY_COMPARE(s.model.waiting(), 3);
        // Nothing moves, and what is new is there all the same.
        QCOMPARE(s.order(), (std::vector<int> {4, 3, 2, 1, 8}));
        QCOMPARE(s.model.itemAt(3).snippet, QStringLiteral("new words"));
        s.model.settle();
        QTRY_COMPARE(s.order(), (std::vector<int> {8, 1, 4, 2}));
        QCOMPARE(s.model.waiting(), 0);
        QVERIFY(s.model.isFrozen());
        QVERIFY(f.apply({entity("conversation", touchedAt(2, 90, 2))}).hasValue());
        QTRY_COMPARE(s.model.waiting(), 1);
        s.model.setFrozen(false);
        QTRY_COMPARE(s.order(), (std::vector<int> {2, 8, 1, 4}));
    }

    void whatStandsAtTheEndMayGoUnderTheHand()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4);
        ShownConversations s {f};
        s.show({View::All, {}});
        s.model.setFrozen(true);
        const auto gone = [&](int n) { return f.apply({Entity {"conversation", 9, {}, conversationId(n).value, true, {}}}).hasValue(); };
        QVERIFY(gone(2));
        QTRY_COMPARE(s.model.waiting(), 1);
        QCOMPARE(s.order(), (std::vector<int> {4, 3, 2, 1}));
        QVERIFY(gone(1));
        QTRY_COMPARE(s.order(), (std::vector<int> {4, 3}));
        QCOMPARE(s.model.waiting(), 0);
        QVERIFY(s.model.isFrozen());
    }

    void aRowMayLeaveThoughItWasBeingReadBeforeTheAct()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        ShownConversations s {f};
        QVERIFY(f.enqueue(f.op(OpKind::TakeOver, 2)).hasValue());
        s.show({View::Mine, {}});
        QVERIFY(s.model.rowOf(conversationId(2)) >= 0);
        s.model.setFrozen(true);
        QSignalSpy settled {&s.model, &ConversationListModel::settled};
        // It is read as it was ...
        Changes changes;
        changes.conversations.insert(conversationId(2));
        Q_EMIT f.store->changed(changes);
        std::promise<void> read;
        f.store->read([](CacheReader &) { return true; }, [&](bool) { read.set_value(); });
        read.get_future().wait();
        // ... then resolved, and the answer is heard after that.
        std::promise<void> resolved;
        f.store->writer().enqueue(f.op(OpKind::End, 2), std::nullopt, [&](const Result<void> &) { resolved.set_value(); });
        resolved.get_future().wait();
        s.model.settle(conversationId(2));
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(s.model.rowOf(conversationId(2)), -1);
        QCOMPARE(s.model.waiting(), 0);
        QVERIFY(s.model.isFrozen());
    }

    /// A file that cannot be read for a moment takes nobody off the list.
    void whatCannotBeReadStaysAndIsReadAgain()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        ShownConversations s {f};
        s.show({View::All, {}});
        const auto file = sqlite::Database::open(f.path(QStringLiteral("cache.db")).toStdString(), {});
        QVERIFY(file.hasValue() && file.value()->execute("ALTER TABLE conversation RENAME TO elsewhere").hasValue());
        QSignalSpy settled {&s.model, &ConversationListModel::settled};
        s.model.settle(conversationId(2));
        QVERIFY(f.read([](CacheReader &reader) { return reader.conversation(conversationId(2)).hasError(); }));
        QCoreApplication::processEvents();
        QCOMPARE(s.order(), (std::vector<int> {3, 2, 1}));
        QCOMPARE(settled.size(), 0);
        QVERIFY(file.value()->execute("ALTER TABLE elsewhere RENAME TO conversation").hasValue());
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(s.order(), (std::vector<int> {3, 2, 1}));
    }

    void aListIsPagedAndKeepsItsOrder()
    {
        StoreFixture f;
        f.signIn();
        f.fill(420);
        ShownConversations s {f};
        s.show({View::All, {}});
        QCOMPARE(s.model.rowCount(), 50);
        while (s.model.rowCount() < 420) {
            const int before = s.model.rowCount();
            // Not while a page is being read; rows may come by what was told meanwhile, before it is.
            QTRY_VERIFY(s.model.canFetchMore({}) || s.model.rowCount() > before);
            s.model.fetchMore({});
            QTRY_VERIFY(s.model.rowCount() > before);
        }
        QTRY_VERIFY(!s.model.canFetchMore({}));
        QCOMPARE(s.model.rowCount(), 420);
        const auto order = s.order();
        QVERIFY(std::is_sorted(order.rbegin(), order.rend()));
    }

    void theFirstPageCanStandBeforeAnyAnswer()
    {
        StoreFixture f;
        f.signIn();
        f.fill(60);
        ShownConversations s {f};
        s.model.setFirstPage({View::All, {}}, f.store->readFirstPage({View::All, {}}).value());
        QCOMPARE(s.model.rowCount(), 50);
        QVERIFY(s.model.isLoaded() && s.model.canFetchMore({}));
        QCOMPARE(s.model.data(s.model.index(0), Qt::DisplayRole).toString(), QStringLiteral("Lead 60"));
    }

    void typingAndTheStateOfTheAssistantAreShown()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        ShownConversations s {f};
        s.show({View::All, {}});
        const auto state = [&] { return static_cast<StateWord>(s.model.data(s.model.index(0), ConversationListModel::StateRole).toInt()); };
        s.ephemera.setPresence(conversationId(1), {userId(2), QStringLiteral("Tom"), PresenceKind::Typing}, f.clock.now());
        QCOMPARE(state(), StateWord::Typing);
        s.ephemera.clearPresence();
        QCOMPARE(state(), StateWord::None);
        Client paused = client();
        paused.version = 2;
        paused.assistantOn = false;
        QVERIFY(f.apply({entity("client", paused)}).hasValue());
        QTRY_COMPARE(state(), StateWord::Paused);
    }

    void lateAndDueSoonFollowTheClock()
    {
        ConversationItem item;
        item.state = StateWord::WaitingForPerson;
        item.clockDue = fromMs(1000000);
        QCOMPARE(stateAt(item, fromMs(1000000 - 10 * 60000)), StateWord::WaitingForPerson);
        QCOMPARE(stateAt(item, fromMs(1000000 - 4 * 60000)), StateWord::DueSoon);
        QCOMPARE(stateAt(item, fromMs(1000001)), StateWord::Late);
        // From four fifths on, where it is known since when it runs.
        item.clockFrom = fromMs(1000000 - 15 * 60000);
        QCOMPARE(stateAt(item, fromMs(1000000 - 4 * 60000)), StateWord::WaitingForPerson);
        QCOMPARE(stateAt(item, fromMs(1000000 - 3 * 60000)), StateWord::DueSoon);
        item.state = StateWord::Failed;
        QCOMPARE(stateAt(item, fromMs(1000001)), StateWord::Failed);
    }

    void whoIsTakenOverAndNotAnsweredIsNotSaidToBeAwaited()
    {
        ConversationRow row;
        row.owner = {OwnerKind::User, userId(), "Nora"};
        row.last.role = MessageRole::Ai; // "a person will come"
        row.waitingSince = fromMs(1000);
        row.due = fromMs(900000);
        const auto state = [&] { return conversationItem(row, user(), false, true).state; };
        QCOMPARE(state(), StateWord::WaitingForPerson);
        QVERIFY(conversationItem(row, user(), false, true).clockDue);
        row.last.role = MessageRole::Lead;
        QCOMPARE(state(), StateWord::WaitingForPerson);
        row.last.role = MessageRole::Staff;
        row.waitingSince.reset();
        QCOMPARE(state(), StateWord::WaitingForCustomer);
    }

    void whatHasNoWayBackWaitsForNoCustomerAndHasFailedNothing()
    {
        ConversationRow row;
        const auto state = [&] { return conversationItem(row, user(), false, true).state; };
        row.owner = {OwnerKind::User, userId(), "Nora"};
        row.last.role = MessageRole::Staff;
        row.last.delivery = DeliveryState::Held;
        row.channel = ChannelKind::Sms;
        QCOMPARE(state(), StateWord::WaitingForCustomer);
        row.channel = ChannelKind::WebForm;
        QCOMPARE(state(), StateWord::NoWayBack);
        row.owner = {OwnerKind::Nobody, {}, {}};
        row.last.role = MessageRole::Ai;
        row.last.delivery = DeliveryState::Failed;
        QCOMPARE(state(), StateWord::NoWayBack);
        row.status = ConversationStatus::WaitingHuman;
        QCOMPARE(state(), StateWord::WaitingForPerson);
        row.channel = ChannelKind::Sms;
        QCOMPARE(state(), StateWord::Failed);
    }

    void whoWaitsIsShownByTheirOwnWords()
    {
        ConversationRow row;
        row.last.role = MessageRole::Ai;
        row.last.text = "I pass this to the team";
        row.customerWords = "The roof\nleaks";
        const auto item = [&] { return conversationItem(row, user(), false, true); };
        QCOMPARE(item().snippet, QStringLiteral("The roof leaks"));
        QCOMPARE(item().prefix, SnippetPrefix::None);
        row.draft = "We";
        QCOMPARE(item().prefix, SnippetPrefix::Draft);
        row.draft.clear();
        row.customerWords.clear();
        QCOMPARE(item().prefix, SnippetPrefix::Assistant);
    }

    void aNameThatCannotBeSeenIsNone()
    {
        ConversationRow row;
        row.leadName = "\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF";
        row.leadPhone = "+13055550142";
        const ConversationItem item = conversationItem(row, user(), false, true);
        QCOMPARE(item.naming, PersonNaming::Phone);
        QCOMPARE(item.name, QStringLiteral("+13055550142"));
    }

    void hostileTextsAreOneHarmlessLine()
    {
        ConversationRow row;
        row.leadName = std::string {"Eve\n\xE2\x80\xAE"} + "evil" + std::string(5000, 'x');
        row.last.text = "a\tb\r\n<b>c</b>";
        const ConversationItem item = conversationItem(row, user(), false, true);
        QVERIFY(item.name.size() <= 81 && !item.name.contains(QChar {0x202e}) && !item.name.contains(QLatin1Char {'\n'}));
        QCOMPARE(item.snippet, QStringLiteral("a b <b>c</b>"));
    }

    /// Random changes, frozen and not, beside a second model that is loaded anew: the same rows in the same order.
    void whatIsKeptStepByStepEqualsWhatIsReadAnew()
    {
        StoreFixture f;
        f.signIn();
        f.fill(80);
        ShownConversations s {f};
        s.show({View::Unassigned, {}});
        std::minstd_rand random {11};
        std::vector<std::int64_t> versions(81, 1);
        for (int step = 0; step < 60; ++step) {
            std::vector<Entity> entities;
            for (unsigned i = 0, n = 1 + random() % 12; i < n; ++i) {
                const int number = 1 + static_cast<int>(random() % 80);
                Conversation c = touchedAt(number, static_cast<std::int64_t>(random() % 5000), ++versions[static_cast<std::size_t>(number)]);
                c.owner.kind = random() % 3 ? OwnerKind::Nobody : OwnerKind::Assistant;
                entities.push_back(entity("conversation", c));
            }
            if (random() % 10 == 0)
                s.model.setFrozen(!s.model.isFrozen());
            if (s.model.canFetchMore({}) && random() % 5 == 0)
                s.model.fetchMore({});
            QVERIFY(f.apply(std::move(entities)).hasValue());
        }
        s.model.setFrozen(false);
        const auto expected = f.order(View::Unassigned);
        while (s.model.canFetchMore({}))
            s.model.fetchMore({});
        QTRY_COMPARE(s.order(), expected);
        QCOMPARE(s.model.waiting(), 0);
    }
};

FOREDECK_QT_TEST(ConversationListTest)
#include "conversationlisttest.moc"
