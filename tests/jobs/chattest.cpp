#include "net/codec/jsonreader.h"
#include "server/services/ingest/chatthrottle.h"
#include "server/storage/clientrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/jobs/rig.h"

#include <atomic>
#include <future>
#include <thread>

using namespace foredeck;

namespace foredeck::tests {

/// What a visitor of the live chat is shown, and when.
class Chat : public Rig {
protected:
    Delivery last() { return messages().back().delivery; }
    /// The token with which the visitor of window s1 reads on.
    std::string begin(const std::string &text)
    {
        const auto first = chat(text, "c1", "s1");
        JsonDocument document;
        return std::string {document.parse(first.body).value()["visitor_token"].asString().value_or("")};
    }
    Response fetch(const std::string &token, std::map<std::string, std::string, std::less<>> query)
    {
        return get("/webhooks/live-chat/s1", std::move(query), {{"authorization", "Bearer " + token}});
    }
};

TEST_F(Chat, LiveChatIsDeliveredWhenTheVisitorGoesOnFromIt)
{
    const auto token = begin("Do you have parking?");
    settle();
    ASSERT_EQ(last().state, DeliveryState::Sent);
    const auto fetched = fetch(token, {{"after", "1"}});
    EXPECT_NE(fetched.body.find("18 spaces"), std::string::npos) << fetched.body;
    const auto stateNow = [&] {
        (void)store->write([](WriteTx &) { }); // behind the mark that a fetch sets
        return last().state;
    };
    EXPECT_EQ(stateNow(), DeliveryState::Sent) << "the answer was written, perhaps to a window that has been closed";
    fetch(token, {{"after", "1"}});
    EXPECT_EQ(stateNow(), DeliveryState::Sent) << "asked for once more, so it did not arrive";
    fetch(token, {{"after", std::to_string(messages().back().position)}});
    EXPECT_EQ(stateNow(), DeliveryState::Delivered);
}

TEST_F(Chat, AProgramThatFloodsAWindowIsToldToWait)
{
    const std::string token(40, 't');
    int number = 0;
    const auto write = [&](const std::string &session, const std::string &own) { return chat("Hello", "c" + std::to_string(++number), session, own); };
    for (int i = 0; i < 60; ++i)
        ASSERT_EQ(write("s1", token).status, 202) << i;
    const auto refused = write("s1", token);
    EXPECT_EQ(refused.status, 429);
    ASSERT_TRUE(refused.hasHeader("Retry-After"));
    EXPECT_TRUE(refused.hasHeader("X-RateLimit-Limit"));
    EXPECT_TRUE(refused.hasHeader("X-RateLimit-Remaining"));
    EXPECT_EQ(count("inbox"), 60u);
    EXPECT_EQ(write("s2", token).status, 202) << "another window of this computer";
    EXPECT_EQ(write("s1", std::string(40, 'x')).status, 403) << "who does not have its token uses nothing up";
    clock.advance(std::chrono::seconds {1});
    EXPECT_EQ(write("s1", token).status, 202);
    EXPECT_EQ(write("s1", token).status, 429);
}

TEST_F(Chat, SoManyWindowsOfOneAddressAreHeldUpTogether)
{
    ChatThrottle throttle {{{10, 60}, {3, 60}}};
    const auto take = [&](const std::string &window, const std::string &address) { return throttle.take(window, address, clock.now()).count(); };
    for (const auto *window : {"a", "b", "c"})
        EXPECT_EQ(take(window, "192.0.2.1"), 0);
    EXPECT_EQ(take("d", "192.0.2.1"), 1'000);
    EXPECT_EQ(take("d", "192.0.2.1"), 1'000) << "what was refused counts for nothing";
    EXPECT_EQ(take("d", "192.0.2.2"), 0);
    EXPECT_EQ(take("e", ""), 0) << "nobody knows from where";
    clock.advance(std::chrono::seconds {1});
    EXPECT_EQ(take("d", "192.0.2.1"), 0);
    ChatThrottle small {{{1, 1}, {1, 1}, 4}};
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(small.take(std::to_string(i), {}, clock.now()).count(), 0) << "many keys take no more room";
}

TEST_F(Chat, WhatIsPastedCountsForAsManyAsItCostsToRead)
{
    ChatThrottle throttle {{{10, 60}, {20, 60}}};
    EXPECT_EQ(throttle.take("a", {}, clock.now(), 2'000).count(), 0);
    EXPECT_EQ(throttle.take("a", {}, clock.now(), 10'240).count(), 0) << "five";
    EXPECT_EQ(throttle.take("a", {}, clock.now(), 10'240).count(), 1'000) << "eleven of ten";
    EXPECT_EQ(throttle.take("a", {}, clock.now(), 10).count(), 0);
    EXPECT_EQ(throttle.take("b", {}, clock.now(), 10'000'000).count(), 0) << "any one may be sent";
}

// A visitor goes on from the last position seen: what is still on its way may not be overtaken.
TEST_F(Chat, AVisitorIsShownNothingBehindAnAnswerThatIsOnItsWay)
{
    const auto token = begin("Do you have parking?");
    settle();
    const auto answer = messages().back();
    chat("Thanks!", "c2", "s1", token);
    drain();
    const auto shown = [&] { return fetch(token, {{"after", "1"}}).body; };
    const auto setState = [&](DeliveryState state) {
        (void)store->write([&](WriteTx &tx) {
            auto message = MessageRepository::byId(tx, client.id, answer.id);
            message->delivery.state = state;
            MessageRepository::update(tx, *message);
        });
    };
    setState(DeliveryState::Queued);
    EXPECT_EQ(shown().find("Thanks!"), std::string::npos);
    setState(DeliveryState::Sent);
    const auto both = shown();
    EXPECT_NE(both.find("18 spaces"), std::string::npos) << both;
    EXPECT_NE(both.find("Thanks!"), std::string::npos) << both;
}

TEST_F(Chat, AVisitorReadsOnInTheSameWindowHoweverItEnded)
{
    const auto token = begin("Do you have parking?");
    settle();
    changeConversation([](Conversation &c) { c.status = ConversationStatus::Ended; });
    clock.advance(std::chrono::hours {30});
    chat("And are dogs allowed?", "c2", "s1", token);
    settle();
    EXPECT_EQ(conversations().size(), 1u);
    const auto read = fetch(token, {{"after", "2"}});
    EXPECT_NE(read.body.find("15 kg"), std::string::npos) << read.body;
}

TEST_F(Chat, LiveChatInSafeModeReachesVisitorsOnThisComputerOnly)
{
    setSafeMode(true);
    fromLoopback = false;
    chat("Do you have parking?", "c1", "s1");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Held);
    fromLoopback = true;
    chat("Do you have parking?", "c2", "s2");
    settle();
    EXPECT_EQ(last().state, DeliveryState::Sent);
}

TEST_F(Chat, APageOfItsOwnLetsAnybodyWriteWithABrowser)
{
    (void)store->write([&](WriteTx &tx) {
        auto row = ClientRepository::byId(tx, client.id);
        row->name = R"(Smith & "Sons" <img src=x> {{client}})";
        ClientRepository::update(tx, *row);
        announce(tx, clientStream(client.id), "client.updated", *row, {});
    });
    const auto page = get("/chat/" + client.slug);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.contentType, "text/html; charset=utf-8");
    EXPECT_NE(page.body.find(R"(<h1 dir="auto">Smith &amp; &quot;Sons&quot; &lt;img src=x&gt; {{client}}</h1>)"), std::string::npos) << page.body.substr(0, 4000);
    EXPECT_NE(page.body.find("data-client=\"" + client.slug + "\""), std::string::npos);
    EXPECT_EQ(page.body.find("{{name}}"), std::string::npos);
    EXPECT_EQ(page.body.find("{{language}}"), std::string::npos);
    EXPECT_EQ(page.body.find("http"), std::string::npos); // it loads nothing from anywhere
    EXPECT_TRUE(page.hasHeader("Content-Security-Policy"));
    for (const auto &[name, value] : page.headers) {
        if (name != "Content-Security-Policy")
            continue;
        EXPECT_TRUE(value.starts_with("default-src 'none'; script-src 'sha256-")) << value;
        EXPECT_EQ(value.find("unsafe"), std::string::npos) << value;
    }
    EXPECT_EQ(get("/chat/" + client.id.value).body, page.body);
}

TEST_F(Chat, WhereThereIsNoLiveChatThereIsNoPage)
{
    EXPECT_EQ(get("/chat/nobody").status, 404);
    EXPECT_EQ(get("/chat/%3Cscript%3E").body.find("script"), std::string::npos);
}

TEST_F(Chat, ALongPollEndsWhenTheAnswerComes)
{
    const auto token = begin("Do you have parking?");
    drain();
    std::thread worker {[this] {
        clock.advance(std::chrono::seconds {2});
        drain();
    }};
    const auto fetched = fetch(token, {{"after", "1"}, {"wait", "25"}});
    worker.join();
    EXPECT_NE(fetched.body.find("18 spaces"), std::string::npos) << fetched.body;
}

/// The store, whose reads are counted and whose later writings wait to be let go.
class Slow final : public Store {
public:
    explicit Slow(Store &store) : m_store(store) { }
    Result<void> read(const ReadWork &work) override
    {
        ++reads;
        return m_store.read(work);
    }
    Result<void> write(const WriteWork &work) override { return m_store.write(work); }
    void writeLater(WriteWork work, Committed) override { m_waiting.push_back(std::move(work)); }
    std::string serverId() const override { return m_store.serverId(); }
    std::string epoch() const override { return m_store.epoch(); }
    void letGo()
    {
        for (const auto &work : m_waiting)
            (void)m_store.write(work);
    }
    std::atomic<int> reads {0};

private:
    Store &m_store;
    std::vector<WriteWork> m_waiting;
};

// Where a visitor is seen is written later than it is read: by then the window may have its conversation.
TEST_F(Chat, APollDoesNotTakeTheConversationFromItsWindow)
{
    const auto token = begin("Do you have parking?");
    Slow slow {*store};
    ChatVisits visits {slow, clock, std::chrono::seconds {25}};
    std::promise<void> answered;
    visits.poll({"s1", token, 0, {}, false}, [&](const Result<std::vector<Message>> &) { answered.set_value(); });
    answered.get_future().wait();
    settle();
    slow.letGo();
    visits.stop();
    EXPECT_NE(fetch(token, {{"after", "1"}}).body.find("18 spaces"), std::string::npos);
}

TEST_F(Chat, WhatIsSaidElsewhereDoesNotWakeAWaitingVisitor)
{
    const auto token = begin("Do you have parking?");
    settle();
    chat("Hello", "c2", "s2");
    settle();
    const auto elsewhere = messages().back();
    Slow slow {*store};
    ChatVisits visits {slow, clock, std::chrono::seconds {25}};
    visits.poll({"s1", token, 100, std::chrono::seconds {25}, true}, [](const Result<std::vector<Message>> &) { });
    Event event;
    event.kind = "message.created";
    event.data = encode(elsewhere);
    visits.committed({event});
    std::promise<void> answered; // behind both on the visits' thread
    visits.poll({"s1", token, 0, {}, true}, [&](const Result<std::vector<Message>> &) { answered.set_value(); });
    answered.get_future().wait();
    EXPECT_EQ(slow.reads, 2) << "one for each poll";
    visits.stop();
}

// One visitor, two tabs, one token.
TEST_F(Chat, AVisitorMayHaveTwoWindows)
{
    const std::string token(43, 'k');
    EXPECT_EQ(chat("Do you have parking?", "c1", "s1", token).status, 202);
    EXPECT_EQ(chat("Are dogs allowed?", "c1", "s2", token).status, 202);
    settle();
    EXPECT_NE(fetch(token, {{"after", "1"}}).body.find("18 spaces"), std::string::npos);
    const auto other = get("/webhooks/live-chat/s2", {{"after", "1"}}, {{"authorization", "Bearer " + token}}).body;
    EXPECT_NE(other.find("15 kg"), std::string::npos) << other;
}

} // namespace foredeck::tests
