#include "server/handlers/livehandler.h"

namespace foredeck {

namespace {

class SocketConnection final : public LivePeer {
public:
    explicit SocketConnection(std::shared_ptr<Socket> socket) : m_socket(std::move(socket)) { }
    void send(std::shared_ptr<const std::string> frame) override { m_socket->send(std::move(frame)); }
    void close(int code, std::string reason) override { m_socket->close(code, std::move(reason)); }
    std::size_t backlog() const override { return m_socket->backlog(); }

private:
    std::shared_ptr<Socket> m_socket;
};

} // namespace

LiveHub::Key LiveHandler::keyOf(const std::shared_ptr<Socket> &socket)
{
    const std::lock_guard lock {m_mutex};
    const auto known = m_keys.find(socket.get());
    return known == m_keys.end() ? 0 : known->second;
}

void LiveHandler::opened(std::shared_ptr<Socket> socket)
{
    LiveHub::Key key = 0;
    {
        const std::lock_guard lock {m_mutex};
        key = m_next++;
        m_keys[socket.get()] = key;
    }
    m_hub.opened(key, std::make_shared<SocketConnection>(std::move(socket)));
}

void LiveHandler::received(const std::shared_ptr<Socket> &socket, std::string frame) { m_hub.received(keyOf(socket), std::move(frame)); }

void LiveHandler::drained(const std::shared_ptr<Socket> &socket) { m_hub.drained(keyOf(socket)); }

void LiveHandler::closed(const std::shared_ptr<Socket> &socket)
{
    m_hub.closed(keyOf(socket));
    const std::lock_guard lock {m_mutex};
    m_keys.erase(socket.get());
}

} // namespace foredeck
