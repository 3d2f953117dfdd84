#pragma once

#include "server/http/httpserver.h"
#include "tests/http/testclient.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace foredeck::test {

/// A door that a handler waits at until the test opens it.
class Gate {
public:
    ~Gate() { open(); }
    void open();
    void pass(); ///< waits
    /// Waits until so many stand at the door or have passed it.
    bool reached(int count);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
    int m_came = 0;
};

/// Keeps the responders of requests, to be answered when the test says so.
class Pending {
public:
    void add(Responder responder);
    /// Waits for so many, then takes them.
    std::vector<Responder> take(std::size_t count);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Responder> m_responders;
};

/// Writes down what happens to the sockets, and does what the test hangs into it.
class RecordingEvents final : public SocketEvents {
public:
    std::function<void(const std::shared_ptr<Socket> &, std::string)> onReceived; ///< set before the first socket
    std::function<void(const std::shared_ptr<Socket> &)> onDrained;

    void opened(std::shared_ptr<Socket> socket) override;
    void received(const std::shared_ptr<Socket> &socket, std::string frame) override;
    void drained(const std::shared_ptr<Socket> &socket) override;
    void closed(const std::shared_ptr<Socket> &socket) override;

    /// Waits until so many were opened (or closed) in all; the sockets in the order of opening.
    std::vector<std::shared_ptr<Socket>> sockets(std::size_t count);
    bool waitClosed(std::size_t count);
    std::size_t closedCount();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<Socket>> m_opened;
    std::size_t m_closed = 0;
};

/// A listening server with a few routes: GET /ok, GET /gate (a Handler that waits), POST /echo (Handler, 256 KiB),
/// POST /deferred (echo on the I/O thread), GET /later (answered through `pending`), GET /throws, GET /throws-deferred,
/// GET /silent (drops its responder), GET /big (8 MB), GET /api/v1/things/{id}, GET /whoami (id and address).
class TestServer {
public:
    explicit TestServer(HttpConfig config = {});
    ~TestServer();

    std::uint16_t port() const { return server->port(); }
    TestClient client() const { return TestClient {port()}; }
    /// One request on a connection of its own.
    Reply ask(const std::string &request) const;
    bool eventually(const std::function<bool()> &condition) const;

    Gate gate;
    Pending pending;
    RecordingEvents events;
    Router router;
    std::unique_ptr<HttpServer> server;
};

std::shared_ptr<const std::string> shared(std::string text);

} // namespace foredeck::test
