#pragma once

#include "server/http/mailbox.h"
#include "server/http/sessioncontext.h"
#include "server/http/socket.h"
#include "server/http/websocketframe.h"
#include "server/http/wire.h"

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck::http {

class WebSocketSession;

/// The Socket that owners hold. It lives as long as anybody wants it; the session behind it goes with the connection.
class SocketHandle final : public Socket, public std::enable_shared_from_this<SocketHandle> {
public:
    SocketHandle(std::shared_ptr<Mailbox> mailbox, std::string remoteAddress);

    void send(std::shared_ptr<const std::string> frame) override;
    void close(int code, std::string reason) override;
    std::string remoteAddress() const override { return m_remoteAddress; }
    std::size_t backlog() const override { return m_backlog.load(std::memory_order_relaxed); }

private:
    friend class WebSocketSession;

    const std::shared_ptr<Mailbox> m_mailbox;
    const std::string m_remoteAddress;
    std::atomic<std::size_t> m_backlog {0};
    std::atomic<bool> m_over {false};
    WebSocketSession *m_session = nullptr; // I/O thread only
};

/// A WebSocket after its handshake: frames in, a bounded queue of shared frames out, ping, and the close handshake. One
/// I/O thread.
class WebSocketSession {
public:
    WebSocketSession(Wire &wire, SessionContext &context, std::string remoteAddress);
    ~WebSocketSession();
    WebSocketSession(const WebSocketSession &) = delete;
    WebSocketSession &operator=(const WebSocketSession &) = delete;

    void start(); ///< tells the owner
    void received(std::string_view bytes);
    void peerFinished();
    void writable() { flush(); }
    void gone();
    void tick();
    void stopping();

    /// Hands the letters to their sessions in order, then lets each write once.
    static void deliver(std::vector<OutgoingFrame> &deliveries);

private:
    enum class State {
        Open,
        Closing, ///< our close frame is queued or sent; waiting for the peer's
        Draining, ///< both said close, or the peer broke the protocol: write what is left, then end
        Over,
    };
    struct Outgoing {
        websocket::FrameHead head;
        std::shared_ptr<const std::string> payload;
        bool counted; // in the handle's backlog
    };

    void enqueue(websocket::Opcode opcode, std::shared_ptr<const std::string> payload, bool counted);
    void handle(websocket::FrameReader::Incoming &incoming);
    void beginClose(int code, std::string_view reason, State next);
    void dropSlowReader();
    void forget(std::size_t from);
    bool queueIsFull() const noexcept;
    std::size_t writeOnce();
    void take(std::size_t bytes);
    void flush();
    void finish();
    void tellClosed();

    Wire &m_wire;
    SessionContext &m_context;
    std::shared_ptr<SocketHandle> m_handle;
    websocket::FrameReader m_reader;
    std::vector<Outgoing> m_queue; // sent up to m_first; freed when empty, so that a quiet socket holds no memory
    std::size_t m_first = 0;
    std::size_t m_firstOffset = 0; // bytes of m_queue[m_first] that are sent
    std::size_t m_queuedBytes = 0;
    SteadyTime m_lastHeard;
    SteadyTime m_lastWritten;
    SteadyTime m_deadline; // of closing
    State m_state = State::Open;
    bool m_pinged = false;
    bool m_blocked = false; // the kernel is full; writable() will come
    bool m_dirty = false; // in the list of deliver()
    bool m_told = false;
};

} // namespace foredeck::http
