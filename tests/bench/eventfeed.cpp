/// A server for one console: it signs it in, says welcome at the console's own cursor and then sends events at a pace,
/// customers' messages and their conversations in turn. It is foredeckd's own listener with nothing behind it.
///
///   bench_eventfeed RATE SECONDS CONVERSATIONS ACTIVE TIMES
///
/// Prints "port N", waits for a line on its standard input, sends, writes the moment each event was given to the socket
/// (CLOCK_MONOTONIC, nanoseconds, int64 each) to the file TIMES, before them the cursor it began at, prints "sent N" and
/// waits for the end of its input. Each message's text begins with "#<seq of its conversation's event> ".

#include "net/codec/frames.h"
#include "server/http/httpserver.h"
#include "tests/bench/benchdata.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

namespace {

using namespace foredeck;
using Steady = std::chrono::steady_clock;

std::string session()
{
    JsonWriter json;
    json.beginObject();
    FieldWriter w {json};
    w("access_token", std::string {"feed"});
    w("expires_in", 3600);
    w("refresh_token", std::string {"feed"});
    w("user", bench::user());
    w("clients", std::vector<Client> {bench::client()});
    json.endObject();
    return json.take();
}

Router routes()
{
    Router router;
    router.add(Method::Get, "/api/v1/meta", [](const Request &) {
        return Response::json(std::string {R"({"product":"foredeckd","version":"0","min_console_version":"0","features":[],"server_id":")"} + bench::serverId + "\"}");
    });
    router.add(Method::Post, "/api/v1/auth/login", [](const Request &) { return Response::json(session()); });
    router.add(Method::Get, "/api/v1/sync/{client_id}/digest", [](const Request &) { return Response::json(R"({"items":[]})"); });
    return router;
}

/// Answers hello; keeps the socket and where the console stands.
class Live final : public SocketEvents {
public:
    void opened(std::shared_ptr<Socket>) override { }
    void closed(const std::shared_ptr<Socket> &) override { }
    void received(const std::shared_ptr<Socket> &socket, std::string text) override
    {
        JsonDocument document;
        const auto root = document.parse(text);
        if (root.hasError() || frameType(root.value()) != "hello")
            return;
        const auto hello = decode<HelloFrame>(root.value());
        WelcomeFrame welcome;
        welcome.time = SystemClock {}.now();
        for (const auto &[stream, position] : hello.value().streams)
            welcome.streams[stream] = {position.epoch, position.since, 1};
        socket->send(std::make_shared<const std::string>(encodeFrame(welcome)));
        const std::lock_guard lock {m_mutex};
        m_socket = socket;
        m_since = hello.value().streams.at(bench::streamName()).since;
        m_changed.notify_all();
    }
    std::pair<std::shared_ptr<Socket>, std::int64_t> wait()
    {
        std::unique_lock lock {m_mutex};
        m_changed.wait(lock, [this] { return m_socket != nullptr; });
        return {m_socket, m_since};
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::shared_ptr<Socket> m_socket;
    std::int64_t m_since = 0;
};

class Feed {
public:
    Feed(std::shared_ptr<Socket> socket, std::int64_t since, std::int64_t conversations, std::int64_t active)
        : m_socket(std::move(socket)), m_seq(since), m_pick(conversations - active, conversations - 1) { }

    /// The event's frame. Positions and versions follow the stream, so that they rise from run to run.
    std::string next(std::int64_t number)
    {
        Event event;
        event.stream = bench::streamName();
        event.prev = m_seq++;
        event.seq = m_seq;
        event.at = SystemClock {}.now();
        event.version = m_seq;
        if (number % 2 == 0) {
            m_message = bench::message(m_pick(m_random), 1);
            m_message.id = MessageId::make(event.at);
            m_message.position = m_seq;
            m_message.at = event.at;
            m_message.text = "#" + std::to_string(m_seq + 1) + " " + m_message.text;
            event.kind = "message.created";
            event.entity = m_message.id.value;
            event.data = encode(m_message);
        } else {
            event.kind = "conversation.updated";
            event.entity = m_message.conversation.value;
            event.data = encode(conversation());
        }
        return encodeFrame(event);
    }
    void send(std::string frame) { m_socket->send(std::make_shared<const std::string>(std::move(frame))); }

private:
    Conversation conversation()
    {
        Conversation c = bench::conversation(numberOf());
        c.lastPosition = c.lastPublicPosition = m_message.position;
        c.lastMessage = {m_message.id, m_message.role, {}, m_message.text, m_message.position, DeliveryState::None, m_message.at};
        c.lastAt = m_message.at;
        c.version = m_seq;
        return c;
    }
    /// The last group of a conversation's id is its number.
    std::int64_t numberOf() const { return std::stoll(m_message.conversation.value.substr(24), nullptr, 16); }

    std::shared_ptr<Socket> m_socket;
    std::int64_t m_seq;
    std::minstd_rand m_random {7};
    std::uniform_int_distribution<std::int64_t> m_pick;
    Message m_message;
};

std::vector<std::int64_t> run(Feed &feed, double rate, double seconds)
{
    const auto count = static_cast<std::int64_t>(rate * seconds) / 2 * 2;
    std::vector<std::int64_t> times;
    times.reserve(static_cast<std::size_t>(count));
    const auto start = Steady::now();
    for (std::int64_t number = 0; number < count; ++number) {
        std::string frame = feed.next(number);
        std::this_thread::sleep_until(start + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double> {static_cast<double>(number) / rate}));
        times.push_back(Steady::now().time_since_epoch().count());
        feed.send(std::move(frame));
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 6) {
        std::fputs("usage: bench_eventfeed RATE SECONDS CONVERSATIONS ACTIVE TIMES\n", stderr);
        return 2;
    }
    HttpConfig config;
    // A console that falls behind is to be measured, not closed.
    config.limits.socketQueueFrames = 10'000'000;
    config.limits.socketQueueBytes = std::size_t {1} << 32;
    Live live;
    const Router router = routes();
    HttpServer server(config, router, live);
    if (const auto started = server.start(); started.hasError()) {
        std::fprintf(stderr, "%s\n", started.error().detail.c_str());
        return 1;
    }
    std::printf("port %d\n", server.port());
    std::fflush(stdout);
    std::string line;
    if (!std::getline(std::cin, line))
        return 1;
    const auto [socket, since] = live.wait();
    Feed feed(socket, since, std::atoll(argv[3]), std::atoll(argv[4]));
    const auto times = run(feed, std::atof(argv[1]), std::atof(argv[2]));
    std::ofstream out {argv[5], std::ios::binary};
    out.write(reinterpret_cast<const char *>(&since), sizeof since);
    out.write(reinterpret_cast<const char *>(times.data()), static_cast<std::streamsize>(times.size() * sizeof(std::int64_t)));
    out.close();
    std::printf("sent %zu\n", times.size());
    std::fflush(stdout);
    while (std::getline(std::cin, line)) { }
    return 0;
}
