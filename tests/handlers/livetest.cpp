#include "tests/handlers/livefixture.h"

#include <atomic>
#include <map>
#include <thread>
#include <vector>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// What a socket is told of the stream, in what order, and how it goes on where something is missing.
class LiveTest : public LiveFixture { };

} // namespace

TEST_F(LiveTest, AMessageThatIsWrittenShowsOnGetAndOnTheSocket)
{
    const auto token = m_rig.token("agent");
    Console console {m_rig};
    console.hello(token, from(head()));
    const auto welcome = console.next();
    ASSERT_EQ(welcome.type, "welcome");
    EXPECT_EQ(welcome.number("heartbeat_s"), 15);
    EXPECT_EQ(welcome.number("streams." + stream() + ".head"), head());
    const auto before = head();
    customerWrites("Is there a room?");
    const auto event = console.event();
    EXPECT_EQ(event.text("kind"), "message.created");
    EXPECT_EQ(event.number("seq"), before + 1);
    EXPECT_EQ(event.number("prev"), before);
    EXPECT_EQ(event.text("data.text"), "Is there a room?");
    EXPECT_EQ(console.event().text("kind"), "conversation.updated");
    const auto shown = m_rig.call("GET", conversationPath("/messages"), {}, token);
    EXPECT_EQ(shown.text("items.0.text"), "Is there a room?");
    EXPECT_EQ(m_rig.call("GET", conversationPath(), {}, token).at("conversation.last_public_position"), "1");
}

TEST_F(LiveTest, AnEmptyHelloReplaysEverythingInOrder)
{
    customerWrites("one");
    customerWrites("two");
    Console console {m_rig};
    console.hello(m_rig.token("agent"));
    ASSERT_EQ(console.next().type, "welcome");
    std::map<std::string, std::int64_t> last;
    std::vector<std::string> kinds;
    while (last[stream()] < head()) {
        const auto event = console.event();
        const auto name = event.text("stream");
        EXPECT_EQ(event.number("prev"), last[name]) << name;
        last[name] = event.number("seq");
        if (name == stream())
            kinds.push_back(event.text("kind"));
    }
    EXPECT_EQ(kinds.front(), "document.created");
    EXPECT_EQ(kinds.back(), "conversation.updated");
}

TEST_F(LiveTest, HiddenKindsMakeNoFalseGap)
{
    const auto start = head();
    customerWrites("one");
    touchChannel();
    customerWrites("two");
    Console agent {m_rig}, manager {m_rig};
    agent.hello(m_rig.token("agent"), from(start));
    manager.hello(m_rig.token("manager"), from(start, managersEpoch()));
    for (auto *console : {&agent, &manager}) {
        ASSERT_EQ(console->next().type, "welcome");
        std::int64_t last = start;
        std::string kinds;
        while (last < start + 5) {
            const auto event = console->event();
            EXPECT_EQ(event.number("prev"), last);
            last = event.number("seq");
            kinds += event.text("kind") + " ";
        }
        EXPECT_EQ(kinds.find("channel.updated") != std::string::npos, console == &manager);
    }
    touchChannel();
    customerWrites("live");
    const auto live = agent.event();
    EXPECT_EQ(live.text("kind"), "message.created");
    EXPECT_EQ(live.number("prev"), start + 5) << "the hidden one in between is no gap";
    EXPECT_EQ(live.number("seq"), start + 7);
}

TEST_F(LiveTest, HeartbeatsTellWhatWasSentAndHowFarAllIs)
{
    const auto start = head();
    Console console {m_rig};
    console.hello(m_rig.token("agent"), from(start));
    ASSERT_EQ(console.next().type, "welcome");
    customerWrites("one");
    touchChannel();
    ASSERT_EQ(console.event().number("seq"), start + 1);
    ASSERT_EQ(console.event().number("seq"), start + 2);
    m_rig.clock().advance(15s);
    auto beat = console.of("heartbeat");
    while (beat.number("streams." + stream() + ".through") < start + 3) {
        m_rig.clock().advance(15s);
        beat = console.of("heartbeat");
    }
    EXPECT_EQ(beat.number("streams." + stream() + ".last"), start + 2);
    EXPECT_EQ(beat.number("streams." + stream() + ".through"), start + 3) << "the hidden one is behind us too";
}

TEST_F(LiveTest, AReplayThatEndsHiddenSaysSoWithoutWaitingForTheHeartbeat)
{
    const auto start = head();
    customerWrites("one");
    touchChannel();
    Console console {m_rig};
    console.hello(m_rig.token("agent"), from(start));
    ASSERT_EQ(console.next().type, "welcome");
    ASSERT_EQ(console.event().number("seq"), start + 1);
    ASSERT_EQ(console.event().number("seq"), start + 2);
    const auto beat = console.of("heartbeat");
    EXPECT_EQ(beat.number("streams." + stream() + ".last"), start + 2);
    EXPECT_EQ(beat.number("streams." + stream() + ".through"), start + 3);
}

TEST_F(LiveTest, ResumeSendsAgainOnTheSameSocket)
{
    const auto start = head();
    Console console {m_rig};
    console.hello(m_rig.token("agent"), from(start));
    ASSERT_EQ(console.next().type, "welcome");
    customerWrites("one");
    ASSERT_EQ(console.event().number("seq"), start + 1);
    ASSERT_EQ(console.event().number("seq"), start + 2);
    console.send("{\"type\":\"resume\",\"streams\":" + from(start) + "}");
    const auto again = console.event();
    EXPECT_EQ(again.number("seq"), start + 1);
    EXPECT_EQ(again.number("prev"), start);
    ASSERT_EQ(console.event().number("seq"), start + 2);
    customerWrites("two");
    EXPECT_EQ(console.event().number("prev"), start + 2);
}

TEST_F(LiveTest, WhatCannotBeResumedIsReset)
{
    Console console {m_rig};
    const auto foreign = clientStreamOf(m_rig.world().foreign);
    console.hello(m_rig.token("agent"), "{\"" + stream() + "\":{\"epoch\":\"another\",\"since\":1},\"" + foreign + "\":{\"epoch\":\"\",\"since\":0}}");
    const auto welcome = console.next();
    EXPECT_EQ(welcome.json.find(m_rig.world().foreign.client.value), std::string::npos);
    std::map<std::string, std::string> reasons;
    for (int i = 0; i < 2; ++i) {
        const auto reset = console.of("reset");
        reasons[reset.text("stream")] = reset.text("reason");
    }
    EXPECT_EQ(reasons[stream()], "epoch");
    EXPECT_EQ(reasons[foreign], "scope");
    customerWrites("not sent before a resume");
    console.send("{\"type\":\"resume\",\"streams\":" + from(head()) + "}");
    customerWrites("sent");
    EXPECT_EQ(console.event().text("data.text"), "sent");

    write(m_rig.store(), [&](WriteTx &tx) { EventRepository::retain(tx, m_rig.clock().now() + 1h, 10'000); });
    console.send("{\"type\":\"resume\",\"streams\":" + from(0) + "}");
    EXPECT_EQ(console.of("reset").text("reason"), "retention");
    console.send("{\"type\":\"resume\",\"streams\":" + from(head() + 10) + "}");
    EXPECT_EQ(console.of("reset").text("reason"), "epoch") << "ahead of us: another log";
}

TEST_F(LiveTest, NothingIsLostOrOutOfOrderWhileItIsCommittedAndReplayed)
{
    const auto start = head();
    const auto token = m_rig.token("agent");
    constexpr int messages = 2000;
    std::thread writer {[&] {
        for (int i = 0; i < messages; ++i)
            customerWrites(std::to_string(i));
    }};
    std::vector<std::thread> consoles;
    std::atomic<int> complete {0};
    for (int c = 0; c < 4; ++c) {
        consoles.emplace_back([&, c] {
            Console console {m_rig};
            console.hello(token, from(start), "device" + std::to_string(c));
            std::int64_t last = start, goBackAt = start + 300 + c;
            while (last < start + 2 * messages) {
                const auto event = console.event();
                if (event.code != 0 || event.number("prev") != last || event.number("seq") != last + 1)
                    return;
                last = event.number("seq");
                if (last == goBackAt) {
                    goBackAt += 997;
                    last -= 50;
                    console.send("{\"type\":\"resume\",\"streams\":" + from(last) + "}");
                    // What was on its way before the resume was read is told apart by its prev.
                    auto next = console.event();
                    while (next.code == 0 && next.number("prev") != last)
                        next = console.event();
                    last = next.number("seq");
                }
            }
            ++complete;
        });
    }
    writer.join();
    for (auto &thread : consoles)
        thread.join();
    EXPECT_EQ(complete, 4);
}

TEST_F(LiveTest, ALongReplayWaitsForItsReaderInsteadOfDroppingIt)
{
    const auto start = head();
    for (int i = 0; i < 1500; ++i)
        customerWrites(std::string(2000, 'x'));
    Console console {m_rig};
    console.hello(m_rig.token("agent"), from(start));
    ASSERT_EQ(console.next().type, "welcome");
    for (std::int64_t seq = start + 1; seq <= start + 3000; ++seq)
        ASSERT_EQ(console.event().number("seq"), seq);
}

TEST_F(LiveTest, AFloodOfFramesEndsTheSocketAndNotTheServer)
{
    Console flood {m_rig}, other {m_rig};
    other.hello(m_rig.token("agent"), from(head()));
    ASSERT_EQ(other.next().type, "welcome");
    flood.hello(m_rig.token("colleague"), from(head()));
    ASSERT_EQ(flood.next().type, "welcome");
    const auto frame = TestSocket::frame(1, "{\"type\":\"presence\",\"padding\":\"" + std::string(900 * 1024, 'x') + "\"}");
    for (int i = 0; i < 200 && flood.socket().client().send(frame); ++i) { }
    customerWrites("still here");
    EXPECT_EQ(other.event().text("data.text"), "still here");
}

TEST_F(LiveTest, StoppingClosesEverySocket)
{
    Console console {m_rig};
    console.hello(m_rig.token("agent"));
    ASSERT_EQ(console.next().type, "welcome");
    std::thread stop {[&] { m_rig.backend().stop(); }};
    EXPECT_EQ(console.closed(), 1001);
    stop.join();
}
