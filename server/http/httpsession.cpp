#include "server/http/httpsession.h"

#include "server/http/forwarded.h"
#include "server/http/responder.h"
#include "server/http/responsehead.h"
#include "server/http/target.h"
#include "server/http/websockethandshake.h"

#include <algorithm>
#include <exception>

namespace foredeck::http {

namespace {

// While a handler works, so much of what follows is read ahead (to notice that the peer has gone); the rest waits in
// the kernel.
constexpr std::size_t readAhead = 16 * 1024;
// A body may take bodyTime for each of these.
constexpr std::size_t bodyStep = 256 * 1024;
// Buffers above this are given back between requests.
constexpr std::size_t keptBuffer = 16 * 1024;

bool isRequestId(std::string_view id) noexcept
{
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == '-';
    });
}

} // namespace

HttpSession::HttpSession(Wire &wire, SessionContext &context, std::string peerAddress, bool peerIsLoopback)
    : m_wire(wire)
    , m_context(context)
    , m_link(std::make_shared<SessionLink>(SessionLink {this}))
    , m_peerAddress(std::move(peerAddress))
    , m_peerIsLoopback(peerIsLoopback)
{
    restartDeadline(m_context.server.config.limits.headerTime);
}

HttpSession::~HttpSession() { m_link->session = nullptr; }

void HttpSession::restartDeadline(std::chrono::milliseconds time) { m_deadline = m_context.now + time; }

void HttpSession::received(std::string_view bytes)
{
    if (m_socket)
        return m_socket->received(bytes);
    if (m_state == State::Lingering || m_state == State::Over)
        return;
    m_in.append(bytes);
    if (m_state == State::Reading)
        return process();
    m_paused = m_in.size() >= readAhead;
    if (m_paused)
        m_wire.setReading(false);
}

void HttpSession::process()
{
    while (m_state == State::Reading && readOne()) { }
    if (m_state == State::Reading && m_peerFinished)
        close();
}

// Moves the request at the front on; false when more bytes are needed first.
bool HttpSession::readOne()
{
    const auto &limits = m_context.server.config.limits;
    if (!m_parser) {
        if (m_in.empty())
            return false;
        m_parser = std::make_unique<RequestParser>(limits);
        m_admitted = false;
        restartDeadline(limits.headerTime);
    }
    const auto used = m_parser->feed(m_in);
    m_in.erase(0, used);
    switch (m_parser->stage()) {
    case RequestParser::Stage::Header: return false;
    case RequestParser::Stage::Body:
        if (!m_admitted) {
            admit();
            return true;
        }
        if (m_parser->request().body.size() - m_bodyMark >= bodyStep) {
            m_bodyMark = m_parser->request().body.size();
            restartDeadline(limits.bodyTime);
        }
        return false;
    case RequestParser::Stage::Complete:
        if (!m_admitted)
            admit();
        if (m_state == State::Reading)
            dispatch();
        return true;
    case RequestParser::Stage::Failed: break;
    }
    const auto failure = m_parser->failure();
    if (failure.status == 413 || failure.status == 431)
        refuseByLimit(failure.status, failure.detail);
    else
        refuse(Response::problem(failure.status, failure.detail));
    return false;
}

// The header is whole: who asks for what, and may the body come?
void HttpSession::admit()
{
    m_admitted = true;
    auto &request = m_parser->request();
    m_http10 = m_parser->http10();
    m_keepAlive = m_parser->keepAlive() && !m_stopping;
    m_isHead = request.method == Method::Head;
    identify(request);
    auto target = parseTarget(request.target);
    if (target.hasError())
        return refuse(Response::problem(target.error()));
    request.path = std::move(target.value().path);
    request.query = std::move(target.value().query);
    m_path = request.path;
    if (!admitRoute(target.value().rawPath) || m_parser->stage() != RequestParser::Stage::Body)
        return;
    m_bodyMark = 0;
    restartDeadline(m_context.server.config.limits.bodyTime);
    if (m_parser->expectsContinue() && m_in.empty())
        sendContinue();
}

bool HttpSession::admitRoute(std::string_view rawPath)
{
    auto match = m_context.server.router.match(m_parser->request().method, rawPath);
    m_route = match.route;
    m_allowed = std::move(match.allowed);
    m_parser->request().params = std::move(match.params);
    const auto limit = m_route ? m_route->bodyLimit : Router::defaultBodyLimit;
    m_parser->setBodyLimit(limit);
    if (m_parser->contentLength().value_or(0) <= limit)
        return true;
    refuseByLimit(413, "The body is larger than " + std::to_string(limit) + " bytes.");
    return false;
}

// Whose request this is, and under which number.
void HttpSession::identify(Request &request)
{
    const auto &config = m_context.server.config;
    request.remoteAddress = m_peerAddress;
    request.remoteIsLoopback = m_peerIsLoopback;
    // What a proxy on this computer hands on comes from elsewhere, though only one that is trusted may say from where.
    if (m_peerIsLoopback && isForwarded(request)) {
        auto from = config.trustProxy ? forwardedAddress(request) : std::nullopt;
        request.remoteIsLoopback = from && from->isLoopback;
        request.remoteAddress = from ? std::move(from->text) : std::string {};
    }
    if (const auto id = request.header("x-request-id"); isRequestId(id))
        m_requestId = id;
    else
        m_requestId = m_context.requestIdPrefix + std::to_string(++m_context.requestIds);
    request.id = m_requestId;
}

void HttpSession::sendContinue()
{
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    // All earlier answers are out, so there is room; where there is none, the client's own patience ends the wait.
    if (m_wire.write(&line, 1) < line.size())
        close();
}

// The request is whole: gives it to whom it is for.
void HttpSession::dispatch()
{
    ++m_context.server.statistics.requests;
    auto request = std::move(m_parser->request());
    const bool upgrade = m_parser->upgrade();
    m_parser.reset();
    m_state = State::Waiting;
    if (request.path == m_context.server.config.webSocketPath && request.method == Method::Get)
        return openSocket(request, upgrade);
    if (m_route)
        return handOut(std::move(request));
    auto allowed
        = request.path == m_context.server.config.webSocketPath ? std::string {"GET, OPTIONS"} : std::move(m_allowed);
    if (request.target == "*")
        allowed = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    if (allowed.empty())
        return respond(Response::problem(404, "There is nothing at this path.", request.path));
    auto response = request.method == Method::Options
        ? Response::empty(204)
        : Response::problem(405, "This path has other methods.", request.path);
    response.addHeader("Allow", std::move(allowed));
    respond(std::move(response));
}

void HttpSession::handOut(Request request)
{
    if (const auto *handler = std::get_if<Handler>(&m_route->handler)) {
        WorkerPool::Job job {handler, std::move(request), m_context.mailbox, m_link, m_context.now};
        if (!m_context.server.pool.submit(std::move(job))) {
            ++m_context.server.statistics.refused;
            respond(Response::problem(Error::of(Error::Kind::Busy, "The server is busy."), job.request.path));
        }
        return;
    }
    const auto responder = makeResponder(m_context.mailbox, m_link);
    try {
        std::get<DeferredHandler>(m_route->handler)(std::move(request), responder);
    } catch (const std::exception &) {
        responder(handlerFailed());
    }
}

void HttpSession::openSocket(const Request &request, bool upgrade)
{
    auto response = webSocketHandshake(request, upgrade, m_context.server.config);
    if (response.status != 101 || m_stopping)
        return respond(m_stopping ? Response::problem(503, "The server stops.") : std::move(response));
    m_upgrading = true;
    m_socketAddress = request.remoteAddress;
    respond(std::move(response));
}

void HttpSession::answer(Response &&response)
{
    if (m_state != State::Waiting)
        return;
    respond(std::move(response));
    process();
}

void HttpSession::turnAway() { refuseByLimit(503, "Too many connections."); }

// Where the rest of the request cannot be told from the next one, or is not wanted: the last answer.
void HttpSession::refuse(Response response)
{
    m_parser.reset();
    std::string {}.swap(m_in);
    m_keepAlive = false;
    m_linger = true;
    if (m_requestId.empty())
        m_requestId = m_context.requestIdPrefix + std::to_string(++m_context.requestIds);
    respond(std::move(response));
}

void HttpSession::refuseByLimit(int status, std::string_view detail)
{
    ++m_context.server.statistics.refused;
    auto response = Response::problem(status, detail);
    if (status == 503)
        response.addHeader("Retry-After", "1");
    refuse(std::move(response));
}

void HttpSession::respond(Response &&response)
{
    m_keepAlive = m_keepAlive && !m_stopping;
    m_head = responseHead(response, {m_requestId, m_path, m_context.date, m_http10, m_keepAlive});
    m_body = m_isHead || !mayHaveBody(response.status) ? std::string {} : std::move(response.body);
    m_sent = 0;
    m_state = State::Writing;
    restartDeadline(m_context.server.config.limits.writeTime);
    flush();
}

void HttpSession::flush()
{
    const auto rest = [&](const std::string &text, std::size_t skip) {
        return std::string_view {text}.substr(std::min(skip, text.size()));
    };
    const std::string_view pieces[] {rest(m_head, m_sent), rest(m_body, m_sent - std::min(m_sent, m_head.size()))};
    const auto sent = m_wire.write(pieces, 2);
    m_sent += sent;
    if (m_sent == m_head.size() + m_body.size())
        return written();
    if (sent > 0)
        restartDeadline(m_context.server.config.limits.writeTime);
}

// The answer is with the kernel: on with the next request, or the end.
void HttpSession::written()
{
    if (m_body.size() > keptBuffer)
        std::string {}.swap(m_body);
    m_requestId.clear();
    m_path.clear();
    m_isHead = m_http10 = false;
    if (m_upgrading) {
        m_state = State::Socket;
        m_socket = std::make_unique<WebSocketSession>(m_wire, m_context, std::move(m_socketAddress));
        for (auto *text : {&m_head, &m_body})
            std::string {}.swap(*text);
        std::string early;
        std::swap(early, m_in);
        m_socket->start();
        if (!early.empty())
            m_socket->received(early);
        return;
    }
    if (m_keepAlive && !m_stopping) {
        m_state = State::Reading;
        restartDeadline(m_context.server.config.limits.idleTime);
        if (m_in.empty() && m_in.capacity() > keptBuffer)
            std::string {}.swap(m_in);
        if (m_paused)
            m_wire.setReading(true);
        m_paused = false;
        return;
    }
    if (!m_linger && !m_paused)
        return close();
    m_state = State::Lingering;
    restartDeadline(m_context.server.config.limits.closeTime);
    m_wire.finishSending();
    m_wire.setReading(true);
    if (m_peerFinished)
        close();
}

void HttpSession::close()
{
    m_state = State::Over;
    m_wire.close();
}

void HttpSession::peerFinished()
{
    if (m_socket)
        return m_socket->peerFinished();
    m_peerFinished = true;
    if (m_state == State::Reading || m_state == State::Lingering)
        close();
}

void HttpSession::writable()
{
    if (m_socket)
        return m_socket->writable();
    if (m_state != State::Writing)
        return;
    flush();
    process();
}

void HttpSession::gone()
{
    m_state = State::Over;
    if (m_socket)
        m_socket->gone();
}

void HttpSession::tick()
{
    if (m_socket)
        return m_socket->tick();
    if (m_state == State::Waiting || m_context.now < m_deadline)
        return;
    if (m_state == State::Reading && m_parser)
        return refuseByLimit(408, "The request did not arrive in time.");
    close();
}

void HttpSession::stopping()
{
    m_stopping = true;
    if (m_socket)
        m_socket->stopping();
    else if (m_state == State::Reading && !m_parser)
        close();
}

} // namespace foredeck::http
