#include "tests/http/testserver.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace foredeck::test {

void Gate::open()
{
    const std::lock_guard lock {m_mutex};
    m_open = true;
    m_changed.notify_all();
}

void Gate::pass()
{
    std::unique_lock lock {m_mutex};
    ++m_came;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_open; });
}

bool Gate::reached(int count)
{
    std::unique_lock lock {m_mutex};
    return m_changed.wait_for(lock, patience, [&] { return m_came >= count; });
}

void Pending::add(Responder responder)
{
    const std::lock_guard lock {m_mutex};
    m_responders.push_back(std::move(responder));
    m_changed.notify_all();
}

std::vector<Responder> Pending::take(std::size_t count)
{
    std::unique_lock lock {m_mutex};
    EXPECT_TRUE(m_changed.wait_for(lock, patience, [&] { return m_responders.size() >= count; }));
    return std::exchange(m_responders, {});
}

void RecordingEvents::opened(std::shared_ptr<Socket> socket)
{
    const std::lock_guard lock {m_mutex};
    m_opened.push_back(std::move(socket));
    m_changed.notify_all();
}

void RecordingEvents::received(const std::shared_ptr<Socket> &socket, std::string frame)
{
    if (onReceived)
        onReceived(socket, std::move(frame));
}

void RecordingEvents::drained(const std::shared_ptr<Socket> &socket)
{
    if (onDrained)
        onDrained(socket);
}

void RecordingEvents::closed(const std::shared_ptr<Socket> &)
{
    const std::lock_guard lock {m_mutex};
    ++m_closed;
    m_changed.notify_all();
}

std::vector<std::shared_ptr<Socket>> RecordingEvents::sockets(std::size_t count)
{
    std::unique_lock lock {m_mutex};
    EXPECT_TRUE(m_changed.wait_for(lock, patience, [&] { return m_opened.size() >= count; }));
    return m_opened;
}

bool RecordingEvents::waitClosed(std::size_t count)
{
    std::unique_lock lock {m_mutex};
    return m_changed.wait_for(lock, patience, [&] { return m_closed >= count; });
}

std::size_t RecordingEvents::closedCount()
{
    const std::lock_guard lock {m_mutex};
    return m_closed;
}

TestServer::TestServer(HttpConfig config)
{
    router.add(Method::Get, "/ok", [](const Request &) { return Response::json("{\"ok\":true}"); });
    router.add(Method::Get, "/gate", [this](const Request &) {
        gate.pass();
        return Response::text("through the gate");
    });
    router.add(Method::Post, "/echo", [](const Request &request) { return Response::text(request.body); });
    router.addDeferred(Method::Post, "/deferred",
        [](Request request, Responder respond) { respond(Response::text(std::move(request.body))); });
    router.addDeferred(Method::Get, "/later", [this](Request, Responder respond) { pending.add(std::move(respond)); });
    router.add(Method::Get, "/throws",
        [](const Request &) -> Response { throw std::runtime_error("the secret of the house"); });
    router.addDeferred(
        Method::Get, "/throws-deferred", [](Request, Responder) { throw std::runtime_error("the secret"); });
    router.addDeferred(Method::Get, "/silent", [](Request, Responder) { });
    router.add(Method::Get, "/big", [](const Request &) { return Response::text(std::string(8'000'000, 'b')); });
    router.add(Method::Get, "/api/v1/things/{id}",
        [](const Request &request) { return Response::text(std::string {request.param("id")}); });
    router.add(Method::Get, "/whoami", [](const Request &request) {
        return Response::text(
            request.id + "|" + request.remoteAddress + "|" + (request.remoteIsLoopback ? "loopback" : "remote"));
    });
    server = std::make_unique<HttpServer>(std::move(config), router, events);
    const auto started = server->start();
    EXPECT_TRUE(started.hasValue()) << started.error().detail;
}

TestServer::~TestServer()
{
    gate.open();
    server->stop(std::chrono::milliseconds {100});
}

Reply TestServer::ask(const std::string &request) const
{
    auto connection = client();
    connection.send(request);
    return connection.reply();
}

// For what nobody tells: the counters.
bool TestServer::eventually(const std::function<bool()> &condition) const
{
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock {mutex};
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        never.wait_for(lock, std::chrono::milliseconds {1});
    }
    return true;
}

std::shared_ptr<const std::string> shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

} // namespace foredeck::test
