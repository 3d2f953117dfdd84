#pragma once

#include "server/http/forwarded.h"
#include "server/http/httpsession.h"
#include "server/http/sessioncontext.h"
#include "server/http/wire.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace foredeck::http {

class Connection;

/// What the connections of one I/O thread need of it.
class ConnectionHome {
public:
    virtual ~ConnectionHome() = default;
    virtual SessionContext &context() = 0;
    virtual boost::asio::io_context &io() = 0;
    /// Where large pieces are read into; between two events nobody owns what is in it.
    virtual std::vector<char> &scratch() = 0;
    /// Each event of the loop begins with this: it reads the clock.
    virtual void beginEvent() = 0;
    /// Out of the list. The object stays until the pass ends: its session may be in the middle of something.
    virtual void ended(Connection &connection) = 0;
};

/// One accepted TCP connection with its session. The list of its thread holds it while it is open, a pending operation
/// until that has ended.
class Connection final : public Wire, public std::enable_shared_from_this<Connection> {
public:
    Connection(ConnectionHome &home, IpAddress peer);
    ~Connection() override;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Takes over an accepted descriptor; false when the loop cannot watch it, which then is closed.
    bool open(int descriptor, bool ipv6);
    void read();
    /// Ends it from outside its session.
    void lose();
    HttpSession &session() noexcept { return m_session; }
    const IpAddress &peer() const noexcept { return m_peer; }

    std::size_t write(const std::string_view *pieces, std::size_t count) override;
    void setReading(bool on) override;
    void finishSending() override;
    void close() override;

    std::size_t index = 0; ///< in the list of the thread
    bool isTurnedAway = false; ///< is told that there is no room, and takes none

private:
    struct Socket; // Boost's, known to the .cpp

    /// An idle connection holds only this; what is larger goes through the scratch buffer.
    static constexpr std::size_t ownBuffer = 1024;

    void readDone(std::size_t size);
    void readMore();
    void readFailed(bool endOfFile);
    void awaitWritable();
    void loseLater();

    ConnectionHome &m_home;
    const IpAddress m_peer;
    std::unique_ptr<Socket> m_socket;
    bool m_open = false;
    bool m_reading = false;
    bool m_wantsReading = true;
    bool m_ended = false; // nothing more will come
    bool m_awaitingWritable = false;
    std::array<char, ownBuffer> m_buffer;
    HttpSession m_session;
};

} // namespace foredeck::http
