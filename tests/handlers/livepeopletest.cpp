#include "tests/handlers/livefixture.h"

#include "server/services/live/livehub.h"
#include "server/storage/clientrepository.h"
#include "server/storage/sessionrepository.h"
#include "server/storage/userrepository.h"

#include <atomic>
#include <future>
#include <thread>
#include <utility>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// Whose socket it is and how long, what they may see on it, and what they tell each other.
class LivePeopleTest : public LiveFixture {
protected:
    void giveRole(Role role)
    {
        write(m_rig.store(), [&](WriteTx &tx) {
            auto user = UserRepository::byId(tx, m_rig.world().agent).value();
            user.role = role;
            UserRepository::update(tx, user);
            announce(tx, agencyStream(user.agency), "user.updated", user, Actor {});
        });
    }
};

/// A store at which something else happens before it is read, or which cannot be read.
class Racing final : public Store {
public:
    explicit Racing(Store &store) : m_store(store) { }
    Result<void> read(const ReadWork &work) override
    {
        if (auto meanwhile = std::exchange(now, {}))
            meanwhile();
        if (isBusy)
            return Error::of(Error::Kind::Busy, "somebody else has it");
        auto result = m_store.read(work);
        ++reads;
        return result;
    }
    Result<void> write(const WriteWork &work) override { return m_store.write(work); }
    void writeLater(WriteWork work, Committed committed) override { m_store.writeLater(std::move(work), std::move(committed)); }
    std::string serverId() const override { return m_store.serverId(); }
    std::string epoch() const override { return m_store.epoch(); }
    std::function<void()> now; ///< done once; set before the hub has anything to read
    std::atomic<bool> isBusy {false};
    std::atomic<int> reads {0};

private:
    Store &m_store;
};

/// A hub of its own with one socket, the agent's, that follows nothing. What may be followed is read through `store`, the
/// token is not.
struct BareHub {
    explicit BareHub(Rig &r)
        : rig(r), tokens({std::string(32, 'k'), r.store().serverId(), 15min}, r.clock()), directory(r.store()), callers(tokens, directory, r.store(), r.clock()),
          consoles(r.clock(), 0ms), store(r.store()), hub(store, r.clock(), callers, directory, consoles, r.log(), {})
    {
        (void)rig.token("agent");
        read(rig.store(), [&](Tx &tx) { session = SessionRepository::ofUser(tx, rig.world().agent).at(0).id; });
    }
    ~BareHub() { hub.stop(); }

    std::string token() const { return tokens.issue(rig.world().agent, session).value(); }
    void hello()
    {
        hub.opened(1, socket);
        hub.received(1, R"({"type":"hello","proto":1,"console":"0.1.0","device":"d","token":")" + token() + R"(","streams":{"none":{"epoch":"","since":0}}})");
    }
    /// Until hello was looked at twice, before and after the welcome.
    void helloIsOver() const
    {
        const auto limit = std::chrono::steady_clock::now() + 20s;
        while (store.reads < 2 && std::chrono::steady_clock::now() < limit)
            std::this_thread::sleep_for(1ms);
        ASSERT_EQ(store.reads, 2);
    }
    /// The code that closed the socket; 0: none did.
    int closed() const
    {
        auto code = socket->closed.get_future();
        return code.wait_for(20s) == std::future_status::ready ? code.get() : 0;
    }

    class Socket final : public LivePeer {
    public:
        void send(std::shared_ptr<const std::string>) override { }
        void close(int code, std::string) override
        {
            if (!once.exchange(true))
                closed.set_value(code);
        }
        std::size_t backlog() const override { return 0; }
        std::atomic<bool> once {false};
        std::promise<int> closed;
    };
    Rig &rig;
    std::shared_ptr<Socket> socket = std::make_shared<Socket>();
    std::string session;
    AccessTokens tokens;
    Directory directory;
    Callers callers;
    LiveConsoles consoles;
    Racing store;
    LiveHub hub;
};

} // namespace

TEST_F(LivePeopleTest, WhoMayNotComeInIsToldByTheCode)
{
    Console silent {m_rig}, early {m_rig}, wrong {m_rig}, old {m_rig}, future {m_rig}, garbage {m_rig};
    early.send("{\"type\":\"resume\",\"streams\":{}}");
    EXPECT_EQ(early.closed(), 4401);
    wrong.hello("no token");
    EXPECT_EQ(wrong.closed(), 4401);
    old.hello(m_rig.token("agent"), "{}", "device", "0.0.9");
    EXPECT_EQ(old.closed(), 4426);
    future.send("{\"type\":\"hello\",\"proto\":2,\"token\":\"x\"}");
    EXPECT_EQ(future.closed(), 4426);
    garbage.send("[1,2");
    EXPECT_EQ(garbage.closed(), 1008);
    m_rig.clock().advance(10s);
    EXPECT_EQ(silent.closed(), 4401);
}

TEST_F(LivePeopleTest, ANewerSocketOfTheSameDeviceReplacesTheOlder)
{
    const auto token = m_rig.token("agent");
    Console first {m_rig}, other {m_rig}, second {m_rig};
    first.hello(token, from(head()), "laptop");
    ASSERT_EQ(first.next().type, "welcome");
    other.hello(token, from(head()), "phone");
    ASSERT_EQ(other.next().type, "welcome");
    second.hello(token, from(head()), "laptop");
    ASSERT_EQ(second.next().type, "welcome");
    EXPECT_EQ(first.closed(), 4409);
    customerWrites("hello");
    EXPECT_EQ(other.event().text("data.text"), "hello");
    EXPECT_EQ(second.event().text("data.text"), "hello");
}

// Between the look at the token and the welcome the hub does not know whose socket it is.
TEST_F(LivePeopleTest, WhoSignsOutWhileTheConsoleSaysHelloIsOut)
{
    BareHub bare {m_rig};
    bare.store.now = [&] {
        write(m_rig.store(), [&](WriteTx &tx) { SessionRepository::revoke(tx, bare.session, m_rig.clock().now()); });
        bare.callers.forget(bare.session);
        bare.hub.sessionEnded(bare.session);
    };
    bare.hello();
    EXPECT_EQ(bare.closed(), live::notSignedIn);
}

// A console gives its token up after 4401; a store that is busy has said nothing of it.
TEST_F(LivePeopleTest, AStoreThatCannotBeReadForAMomentSignsNobodyOut)
{
    BareHub hello {m_rig};
    hello.store.isBusy = true;
    hello.hello();
    EXPECT_EQ(hello.closed(), 1013);

    BareHub renewal {m_rig};
    renewal.hello();
    ASSERT_NO_FATAL_FAILURE(renewal.helloIsOver());
    renewal.store.isBusy = true;
    renewal.hub.received(1, R"({"type":"auth","token":")" + renewal.token() + "\"}");
    EXPECT_EQ(renewal.closed(), 1013);

    BareHub change {m_rig};
    change.hello();
    ASSERT_NO_FATAL_FAILURE(change.helloIsOver());
    change.store.isBusy = true;
    Event created;
    created.kind = "client.created";
    change.hub.committed({created});
    EXPECT_EQ(change.closed(), 1013);
}

TEST_F(LivePeopleTest, TheEndOfTheTokenEndsTheSocketUnlessANewOneCame)
{
    const auto token = m_rig.token("agent");
    Console renewed {m_rig}, idle {m_rig}, thief {m_rig};
    renewed.hello(token, from(head()), "a");
    idle.hello(token, from(head()), "b");
    thief.hello(token, from(head()), "c");
    for (auto *console : {&renewed, &idle, &thief})
        ASSERT_EQ(console->next().type, "welcome");
    m_rig.clock().advance(14min);
    renewed.send("{\"type\":\"auth\",\"token\":\"" + m_rig.token("agent", "a") + "\"}");
    thief.send("{\"type\":\"auth\",\"token\":\"" + m_rig.token("colleague", "c") + "\"}");
    EXPECT_EQ(thief.closed(), 4403) << "another person's token";
    // The answer to presence comes after the token was taken: both go through the same thread in order.
    renewed.send("{\"type\":\"resume\",\"streams\":" + from(head()) + "}");
    customerWrites("still there?");
    ASSERT_EQ(renewed.event().text("data.text"), "still there?");
    m_rig.clock().advance(2min);
    EXPECT_EQ(idle.closed(), 4401);
    customerWrites("yes");
    while (true) {
        const auto event = renewed.event();
        ASSERT_EQ(event.code, 0);
        if (event.text("data.text") == "yes")
            break;
    }
}

TEST_F(LivePeopleTest, ARightThatIsLostEndsItsStreamAndADisabledPersonIsOut)
{
    const auto token = m_rig.token("agent");
    const auto owner = m_rig.token("owner");
    Console console {m_rig}, boss {m_rig};
    console.hello(token, from(head()));
    boss.hello(owner, from(head(), managersEpoch()), "boss");
    ASSERT_EQ(console.next().type, "welcome");
    ASSERT_EQ(boss.next().type, "welcome");
    write(m_rig.store(), [&](WriteTx &tx) {
        auto user = UserRepository::byId(tx, m_rig.world().agent).value();
        user.clients = {m_rig.world().two.client};
        UserRepository::update(tx, user);
        announce(tx, agencyStream(user.agency), "user.updated", user, Actor {});
    });
    const auto reset = console.of("reset");
    EXPECT_EQ(reset.text("stream"), stream());
    EXPECT_EQ(reset.text("reason"), "scope");
    const auto welcome = console.of("welcome");
    EXPECT_NE(welcome.json.find(m_rig.world().two.client.value), std::string::npos) << "and what is new is told";
    customerWrites("secret");
    EXPECT_EQ(boss.event().text("data.text"), "secret");
    ASSERT_EQ(m_rig.act("PATCH", "/api/v1/users/" + m_rig.world().agent.value, "{\"status\":\"disabled\"}", owner).status, 200);
    auto frame = console.nextAny();
    while (frame.code == 0) {
        EXPECT_EQ(frame.json.find("secret"), std::string::npos);
        frame = console.nextAny();
    }
    EXPECT_EQ(frame.code, 4401);
}

// The channels that an agent was not shown lie behind the cursor of the new manager, and those of a manager must go.
TEST_F(LivePeopleTest, ARoleThatShowsSomethingElseBeginsTheStreamAnew)
{
    const auto token = m_rig.token("agent");
    Console console {m_rig};
    console.hello(token, from(head()));
    ASSERT_EQ(console.next().type, "welcome");
    touchChannel();
    giveRole(Role::Manager);
    const auto reset = console.of("reset");
    EXPECT_EQ(reset.text("stream"), stream());
    EXPECT_EQ(reset.text("reason"), "epoch");
    EXPECT_EQ(console.of("welcome").text("streams." + stream() + ".epoch"), managersEpoch());
    const auto page = m_rig.call("GET", "/api/v1/sync/" + m_rig.world().one.client.value + "/snapshot", {}, token);
    EXPECT_EQ(page.text("epoch"), managersEpoch());
    EXPECT_NE(page.body.find("\"kind\":\"channel\""), std::string::npos);
    console.send("{\"type\":\"resume\",\"streams\":" + from(std::stoll(page.at("start_seq")), page.text("epoch")) + "}");
    touchChannel();
    EXPECT_EQ(console.event().text("kind"), "channel.updated");

    giveRole(Role::Agent);
    EXPECT_EQ(console.of("reset").text("stream"), stream());
    EXPECT_EQ(console.of("welcome").text("streams." + stream() + ".epoch"), m_rig.store().epoch());
}

TEST_F(LivePeopleTest, ARoleThatChangedWhileTheConsoleWasAwayBeginsTheStreamAnew)
{
    giveRole(Role::Manager);
    Console console {m_rig};
    console.hello(m_rig.token("agent"), from(head())); // the cursor of an agent
    EXPECT_EQ(console.next().text("streams." + stream() + ".epoch"), managersEpoch());
    EXPECT_EQ(console.of("reset").text("reason"), "epoch");
}

TEST_F(LivePeopleTest, PresenceGoesToPeopleOfTheSameClientOnlyAndIsNeverStored)
{
    Console agent {m_rig}, colleague {m_rig}, stranger {m_rig};
    agent.hello(m_rig.token("agent"), from(head()));
    ASSERT_EQ(agent.next().type, "welcome");
    const auto place = "\"client_id\":\"" + m_rig.world().one.client.value + "\",\"conversation_id\":\"" + m_rig.world().one.conversation.value + "\"";
    agent.send("{\"type\":\"presence\"," + place + ",\"state\":\"viewing\",\"user_id\":\"forged\",\"name\":\"forged\"}");
    const auto before = head();
    stranger.hello(m_rig.token("stranger"));
    colleague.hello(m_rig.token("colleague"), from(head()));
    ASSERT_EQ(colleague.next().type, "welcome");
    auto seen = colleague.of("presence");
    EXPECT_EQ(seen.text("user_id"), m_rig.world().agent.value) << "a newcomer is told, and nobody speaks for others";
    EXPECT_EQ(seen.text("state"), "viewing");
    agent.send("{\"type\":\"presence\"," + place + ",\"state\":\"typing\"}");
    EXPECT_EQ(colleague.of("presence").text("state"), "typing");
    agent.send("{\"type\":\"presence\",\"client_id\":\"" + m_rig.world().foreign.client.value + "\",\"conversation_id\":null,\"state\":\"online\"}");
    agent.socket().sendClose(1000);
    EXPECT_EQ(colleague.of("presence").text("state"), "gone");
    EXPECT_EQ(head(), before);
    // The stranger has heard nothing: the next thing it gets is its own client's event.
    test::customerWrites(m_rig.store(), m_rig.clock(), m_rig.world().foreign, "for the stranger");
    for (auto frame = stranger.next(); frame.text("data.text") != "for the stranger"; frame = stranger.next()) {
        ASSERT_EQ(frame.code, 0);
        EXPECT_NE(frame.type, "presence");
    }
}

TEST_F(LivePeopleTest, TheAssistantIsSeenTypingUntilItHasAnswered)
{
    std::string slug;
    write(m_rig.store(), [&](WriteTx &tx) {
        slug = ClientRepository::byId(tx, m_rig.world().one.client).value().slug;
        Channel door;
        door.id = ChannelId::make(m_rig.clock().now());
        door.client = m_rig.world().one.client;
        door.kind = ChannelKind::LiveChat;
        ChannelRepository::insert(tx, door);
        announce(tx, stream(), "channel.created", door, Actor {});
    });
    Console agent {m_rig}, stranger {m_rig};
    stranger.hello(m_rig.token("stranger"));
    ASSERT_EQ(stranger.next().type, "welcome");
    agent.hello(m_rig.token("agent"), from(head()));
    ASSERT_EQ(agent.next().type, "welcome");
    const auto token = std::string(40, 't');
    const auto written = m_rig.call("POST", "/webhooks/live-chat", R"({"client":")" + slug + R"(","session_id":"w1","id":"m1","message":"When are you open?"})", token);
    ASSERT_EQ(written.status, 202) << written.body;
    auto seen = agent.of("presence");
    EXPECT_EQ(seen.text("state"), "typing");
    EXPECT_EQ(seen.text("user_id"), "") << seen.json;
    EXPECT_NE(seen.text("conversation_id"), "");
    m_rig.clock().advance(10s);
    const auto over = agent.of("presence");
    EXPECT_EQ(over.text("state"), "gone");
    EXPECT_EQ(over.text("conversation_id"), seen.text("conversation_id"));
    test::customerWrites(m_rig.store(), m_rig.clock(), m_rig.world().foreign, "for the stranger");
    for (auto frame = stranger.next(); frame.text("data.text") != "for the stranger"; frame = stranger.next()) {
        ASSERT_EQ(frame.code, 0);
        EXPECT_NE(frame.type, "presence") << "of another business";
    }
}

TEST_F(LivePeopleTest, PresenceTellsWhoDoesNotWantToBeDisturbed)
{
    const auto token = m_rig.token("agent");
    Console agent {m_rig}, colleague {m_rig};
    agent.hello(token, from(head()));
    ASSERT_EQ(agent.next().type, "welcome");
    agent.send("{\"type\":\"presence\",\"client_id\":\"" + m_rig.world().one.client.value + "\",\"conversation_id\":null,\"state\":\"online\",\"do_not_disturb\":true}");
    colleague.hello(m_rig.token("colleague"), from(head()));
    auto seen = colleague.of("presence");
    EXPECT_NE(seen.json.find("\"do_not_disturb\":false"), std::string::npos) << "as the person has set it, whatever a frame says: " << seen.json;
    EXPECT_NE(seen.json.find("\"available\":true"), std::string::npos);
    const auto self = "/api/v1/users/" + m_rig.world().agent.value;
    ASSERT_EQ(m_rig.act("PATCH", self, R"({"do_not_disturb":true,"available":false})", token).status, 200);
    seen = colleague.of("presence");
    EXPECT_EQ(seen.text("state"), "online");
    EXPECT_NE(seen.json.find("\"do_not_disturb\":true"), std::string::npos) << seen.json;
    EXPECT_NE(seen.json.find("\"available\":false"), std::string::npos) << seen.json;
    m_rig.restart();
    const auto me = m_rig.call("GET", "/api/v1/auth/me", {}, m_rig.token("agent"));
    EXPECT_EQ(me.at("user.do_not_disturb"), "true") << "it lasts";
    EXPECT_EQ(me.at("user.available"), "false");
}

TEST_F(LivePeopleTest, LeasesAreRenewedWithoutAnEventAndEndWithOne)
{
    const auto token = m_rig.token("agent");
    Console console {m_rig};
    console.hello(token, from(head()));
    ASSERT_EQ(console.next().type, "welcome");
    ASSERT_EQ(m_rig.act("POST", conversationPath("/claim"), "{}", token).at("claim.fence"), "1");
    const auto lease = [&](int fence) { return "{\"type\":\"lease\",\"conversation_id\":\"" + m_rig.world().one.conversation.value + "\",\"fence\":" + std::to_string(fence) + "}"; };
    const auto before = head();
    m_rig.clock().advance(60s);
    console.send(lease(1));
    const auto renewed = console.of("lease");
    EXPECT_EQ(renewed.text("lease_until"), toRfc3339(m_rig.clock().now() + 90s));
    EXPECT_EQ(head(), before);
    // Whoever has many renews them all in one go.
    for (int i = 0; i < 200; ++i)
        console.send(lease(1));
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(console.of("lease").text("lease_until"), toRfc3339(m_rig.clock().now() + 90s)) << i;
    console.send(lease(7));
    EXPECT_NE(console.of("lease").json.find("\"lost\":true"), std::string::npos);
    m_rig.clock().advance(60s);
    EXPECT_EQ(m_rig.act("POST", conversationPath("/claim"), "{}", m_rig.token("colleague")).status, 409);
    m_rig.clock().advance(31s);
    auto event = console.event();
    while (event.text("data.reason") != "lease_expired") {
        ASSERT_EQ(event.code, 0);
        event = console.event();
    }
    EXPECT_EQ(console.event().text("kind"), "conversation.updated");
    console.send(lease(1));
    const auto ranOut = console.of("lease");
    EXPECT_EQ(ranOut.json.find("\"lost\":true"), std::string::npos) << "nobody else has it: " << ranOut.json;
    EXPECT_EQ(ranOut.text("lease_until"), "");
    EXPECT_EQ(m_rig.act("POST", conversationPath("/claim"), "{}", m_rig.token("colleague")).at("claim.fence"), "2");
    console.send(lease(1));
    EXPECT_NE(console.of("lease").json.find("\"lost\":true"), std::string::npos);
}
