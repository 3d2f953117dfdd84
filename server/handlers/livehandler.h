#pragma once

#include "server/http/socket.h"
#include "server/services/live/livehub.h"

#include <atomic>
#include <map>
#include <mutex>

namespace foredeck {

/// Hands the sockets of the listener to the live hub.
class LiveHandler final : public SocketEvents {
public:
    explicit LiveHandler(LiveHub &hub) : m_hub(hub) { }

    void opened(std::shared_ptr<Socket> socket) override;
    void received(const std::shared_ptr<Socket> &socket, std::string frame) override;
    void drained(const std::shared_ptr<Socket> &socket) override;
    void closed(const std::shared_ptr<Socket> &socket) override;

private:
    LiveHub::Key keyOf(const std::shared_ptr<Socket> &socket);

    LiveHub &m_hub;
    std::mutex m_mutex;
    LiveHub::Key m_next = 1; ///< 0 is nobody's
    std::map<const Socket *, LiveHub::Key> m_keys;
};

} // namespace foredeck
