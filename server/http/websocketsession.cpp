#include "server/http/websocketsession.h"

#include <algorithm>
#include <array>

namespace foredeck::http {

using websocket::Opcode;

SocketHandle::SocketHandle(std::shared_ptr<Mailbox> mailbox, std::string remoteAddress)
    : m_mailbox(std::move(mailbox)), m_remoteAddress(std::move(remoteAddress))
{
}

void SocketHandle::send(std::shared_ptr<const std::string> frame)
{
    if (!frame || m_over.load(std::memory_order_acquire))
        return;
    m_backlog.fetch_add(1, std::memory_order_relaxed);
    m_mailbox->post(OutgoingFrame {shared_from_this(), std::move(frame), 0});
}

void SocketHandle::close(int code, std::string reason)
{
    if (!m_over.load(std::memory_order_acquire))
        m_mailbox->post(
            OutgoingFrame {shared_from_this(), std::make_shared<const std::string>(std::move(reason)), code});
}

WebSocketSession::WebSocketSession(Wire &wire, SessionContext &context, std::string remoteAddress)
    : m_wire(wire)
    , m_context(context)
    , m_handle(std::make_shared<SocketHandle>(context.mailbox, std::move(remoteAddress)))
    , m_reader(context.server.config.limits.frameBytes)
    , m_lastHeard(context.now)
    , m_lastWritten(context.now)
{
    m_handle->m_session = this;
    ++m_context.server.statistics.sockets;
}

WebSocketSession::~WebSocketSession()
{
    forget(m_first);
    m_handle->m_session = nullptr;
    --m_context.server.statistics.sockets;
}

void WebSocketSession::start() { m_context.server.sockets.opened(m_handle); }

void WebSocketSession::deliver(std::vector<OutgoingFrame> &deliveries)
{
    std::vector<std::shared_ptr<SocketHandle>> written;
    for (auto &[handle, frame, closeCode] : deliveries) {
        auto *session = handle->m_session;
        if (!session || session->m_state != State::Open) {
            if (closeCode == 0)
                handle->m_backlog.fetch_sub(1, std::memory_order_relaxed);
            continue;
        }
        if (closeCode != 0)
            session->beginClose(closeCode, *frame, State::Closing);
        else
            session->enqueue(Opcode::Text, std::move(frame), true);
        if (!session->m_dirty) {
            session->m_dirty = true;
            written.push_back(std::move(handle));
        }
    }
    for (const auto &handle : written) {
        if (auto *session = handle->m_session) {
            session->m_dirty = false;
            session->flush();
        }
    }
}

void WebSocketSession::enqueue(Opcode opcode, std::shared_ptr<const std::string> payload, bool counted)
{
    if (m_queue.empty())
        m_lastWritten = m_context.now;
    const websocket::FrameHead head {opcode, payload->size()};
    m_queuedBytes += head.size + payload->size();
    m_queue.push_back({head, std::move(payload), counted});
}

void WebSocketSession::received(std::string_view bytes)
{
    m_lastHeard = m_context.now;
    m_pinged = false;
    websocket::FrameReader::Incoming incoming;
    while ((m_state == State::Open || m_state == State::Closing) && m_reader.next(bytes, incoming))
        handle(incoming);
    flush();
}

void WebSocketSession::handle(websocket::FrameReader::Incoming &incoming)
{
    using Kind = websocket::FrameReader::Incoming::Kind;
    switch (incoming.kind) {
    case Kind::Text:
        if (m_state == State::Open)
            m_context.server.sockets.received(m_handle, std::move(incoming.payload));
        break;
    case Kind::Ping:
        if (m_state == State::Open)
            enqueue(Opcode::Pong, std::make_shared<const std::string>(std::move(incoming.payload)), false);
        break;
    case Kind::Pong: break;
    case Kind::Close:
        if (m_state == State::Open)
            beginClose(incoming.code, {}, State::Draining);
        else
            m_state = State::Draining;
        break;
    case Kind::Failure:
        if (m_state == State::Open)
            beginClose(incoming.code, {}, State::Closing);
        // The peer's frames can no longer be told apart, so there is no close frame to wait for.
        m_state = State::Draining;
        break;
    }
}

// 0 answers a close frame without a code.
void WebSocketSession::beginClose(int code, std::string_view reason, State next)
{
    enqueue(Opcode::Close, std::make_shared<const std::string>(websocket::closePayload(code, reason)), false);
    m_state = next;
    m_deadline = m_context.now + m_context.server.config.limits.closeTime;
    tellClosed();
}

bool WebSocketSession::queueIsFull() const noexcept
{
    const auto &limits = m_context.server.config.limits;
    return m_queue.size() - m_first > limits.socketQueueFrames || m_queuedBytes > limits.socketQueueBytes;
}

// The frame that is partly out must be finished, or the close frame behind it would be read as its text.
void WebSocketSession::dropSlowReader()
{
    ++m_context.server.statistics.droppedSlowReaders;
    forget(m_first + (m_firstOffset > 0 ? 1 : 0));
    beginClose(websocket::slowReader, "The reader is too slow.", State::Closing);
}

// Drops the queue from this index on.
void WebSocketSession::forget(std::size_t from)
{
    for (auto i = from; i < m_queue.size(); ++i) {
        m_queuedBytes -= m_queue[i].head.size + m_queue[i].payload->size();
        if (m_queue[i].counted)
            m_handle->m_backlog.fetch_sub(1, std::memory_order_relaxed);
    }
    m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(std::min(from, m_queue.size())), m_queue.end());
}

// Offers the kernel what fits into one call; answers how many bytes it did not take.
std::size_t WebSocketSession::writeOnce()
{
    std::array<std::string_view, Wire::maxPieces> pieces;
    std::size_t count = 0;
    std::size_t offered = 0;
    std::size_t skip = m_firstOffset;
    const auto add = [&](std::string_view piece) {
        const auto skipped = std::min(skip, piece.size());
        skip -= skipped;
        piece.remove_prefix(skipped);
        offered += piece.size();
        if (!piece.empty())
            pieces[count++] = piece;
    };
    for (auto i = m_first; i < m_queue.size() && count + 2 <= pieces.size(); ++i) {
        add(m_queue[i].head.view());
        add(*m_queue[i].payload);
    }
    const auto sent = m_wire.write(pieces.data(), count);
    take(sent);
    return offered - sent;
}

// Moves the front of the queue on by what was sent.
void WebSocketSession::take(std::size_t bytes)
{
    if (bytes > 0)
        m_lastWritten = m_context.now;
    m_firstOffset += bytes;
    while (m_first < m_queue.size()) {
        auto &front = m_queue[m_first];
        const auto size = front.head.size + front.payload->size();
        if (m_firstOffset < size)
            return;
        m_firstOffset -= size;
        m_queuedBytes -= size;
        if (front.counted)
            m_handle->m_backlog.fetch_sub(1, std::memory_order_relaxed);
        front.payload.reset();
        ++m_first;
    }
}

void WebSocketSession::flush()
{
    if (m_state == State::Over)
        return;
    const bool hadSome = m_first < m_queue.size();
    m_blocked = false;
    while (m_first < m_queue.size() && !m_blocked)
        m_blocked = writeOnce() > 0;
    if (m_first == m_queue.size()) {
        std::vector<Outgoing> {}.swap(m_queue);
        m_first = 0;
        if (m_state == State::Draining)
            finish();
        else if (hadSome && m_state == State::Open)
            m_context.server.sockets.drained(m_handle);
        return;
    }
    if (m_first >= 64) { // what is sent leaves the front now and then, not each time
        m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
    if (m_state == State::Open && queueIsFull())
        dropSlowReader();
}

// The last frame is with the kernel. The peer gets time to read it: ending at once while its bytes lie unread here
// would reset the connection and take the close frame with it.
void WebSocketSession::finish()
{
    m_state = State::Over;
    m_wire.finishSending();
}

void WebSocketSession::peerFinished()
{
    m_wire.close();
    m_state = State::Over;
    tellClosed();
}

void WebSocketSession::gone()
{
    m_state = State::Over;
    tellClosed();
}

void WebSocketSession::tellClosed()
{
    if (m_told)
        return;
    m_told = true;
    m_handle->m_over.store(true, std::memory_order_release);
    m_context.server.sockets.closed(m_handle);
}

void WebSocketSession::tick()
{
    const auto &limits = m_context.server.config.limits;
    if (m_state != State::Open) {
        if (m_context.now >= m_deadline)
            peerFinished();
        return;
    }
    if (m_first < m_queue.size() && m_context.now - m_lastWritten >= limits.writeTime) {
        ++m_context.server.statistics.droppedSlowReaders;
        return peerFinished();
    }
    if (m_context.now - m_lastHeard < limits.pingInterval)
        return;
    if (m_pinged)
        return peerFinished();
    m_pinged = true;
    m_lastHeard = m_context.now; // the pong has another interval
    enqueue(Opcode::Ping, std::make_shared<const std::string>(), false);
    flush();
}

void WebSocketSession::stopping()
{
    if (m_state != State::Open)
        return;
    beginClose(websocket::goingAway, "The server stops.", State::Closing);
    flush();
}

} // namespace foredeck::http
