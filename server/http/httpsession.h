#pragma once

#include "server/http/mailbox.h"
#include "server/http/requestparser.h"
#include "server/http/sessioncontext.h"
#include "server/http/websocketsession.h"
#include "server/http/wire.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foredeck::http {

/// HTTP/1.1 on one connection: reads a request, has it handled, writes the answer, and only then reads the next. So
/// answers cannot swap, and what a client pipelines waits in the kernel. After an upgrade it only hands on to the
/// socket. One I/O thread.
class HttpSession final : public WireUser {
public:
    HttpSession(Wire &wire, SessionContext &context, std::string peerAddress, bool peerIsLoopback);
    ~HttpSession() override;
    HttpSession(const HttpSession &) = delete;
    HttpSession &operator=(const HttpSession &) = delete;

    void received(std::string_view bytes) override;
    void peerFinished() override;
    void writable() override;
    void gone() override;
    void tick() override;
    void stopping() override;

    /// Too many connections: says so and ends.
    void turnAway();
    /// The answer to the request that was handed out; dropped when the connection has ended.
    void answer(Response &&response);

private:
    enum class State {
        Reading, ///< between requests, or in one
        Waiting, ///< a handler has the request
        Writing,
        Lingering, ///< our last answer is out; what still comes is thrown away so that the peer can read it
        Socket,
        Over,
    };

    void process();
    bool readOne();
    void admit();
    bool admitRoute(std::string_view rawPath);
    void identify(Request &request);
    void sendContinue();
    void dispatch();
    void handOut(Request request);
    void openSocket(const Request &request, bool upgrade);
    void refuse(Response response);
    void refuseByLimit(int status, std::string_view detail);
    void respond(Response &&response);
    void flush();
    void written();
    void close();
    void restartDeadline(std::chrono::milliseconds time);

    Wire &m_wire;
    SessionContext &m_context;
    const std::shared_ptr<SessionLink> m_link;
    const std::string m_peerAddress;
    const bool m_peerIsLoopback;

    std::string m_in; // received and not yet parsed
    std::unique_ptr<RequestParser> m_parser; // of the request that is coming in
    std::size_t m_bodyMark = 0; // bytes of body when the deadline was last moved
    const Router::Route *m_route = nullptr;
    std::string m_allowed; // Allow, where there is no route
    bool m_admitted = false;

    std::string m_requestId;
    std::string m_path;
    bool m_http10 = false;
    bool m_isHead = false;
    bool m_keepAlive = true;
    bool m_linger = false;

    std::string m_head;
    std::string m_body;
    std::size_t m_sent = 0; // bytes of both

    State m_state = State::Reading;
    SteadyTime m_deadline;
    bool m_peerFinished = false;
    bool m_stopping = false;
    bool m_paused = false;
    bool m_upgrading = false;
    std::string m_socketAddress;
    std::unique_ptr<WebSocketSession> m_socket;
};

} // namespace foredeck::http
