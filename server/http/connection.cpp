#include "server/http/connection.h"

#include <unistd.h>

#include <utility> // before Boost 1.74's awaitable.hpp, which forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

namespace foredeck::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// Reads of one busy connection before the others have their turn.
constexpr int readsPerTurn = 16;

// What an asio write takes: a view of the first `count` buffers.
struct Buffers {
    using value_type = asio::const_buffer;
    using const_iterator = const asio::const_buffer *;
    const_iterator begin() const noexcept { return items.data(); }
    const_iterator end() const noexcept { return items.data() + count; }

    std::array<asio::const_buffer, Wire::maxPieces> items;
    std::size_t count = 0;
};

} // namespace

struct Connection::Socket {
    tcp::socket stream;
};

Connection::Connection(ConnectionHome &home, IpAddress peer)
    : m_home(home)
    , m_peer(std::move(peer))
    , m_socket(std::make_unique<Socket>(Socket {tcp::socket {home.io()}}))
    , m_session(*this, home.context(), m_peer.text, m_peer.isLoopback)
{
}

Connection::~Connection() = default;

bool Connection::open(int descriptor, bool ipv6)
{
    error_code ec;
    m_socket->stream.assign(ipv6 ? tcp::v6() : tcp::v4(), descriptor, ec);
    if (ec)
        ::close(descriptor);
    else
        m_socket->stream.non_blocking(true, ec);
    error_code ignored;
    m_socket->stream.set_option(tcp::no_delay {true}, ignored);
    m_open = !ec;
    return m_open;
}

void Connection::read()
{
    if (m_reading || m_ended || !m_wantsReading || !m_open)
        return;
    m_reading = true;
    m_socket->stream.async_read_some(
        asio::buffer(m_buffer), [self = shared_from_this()](error_code ec, std::size_t size) {
            self->m_reading = false;
            if (!self->m_open)
                return;
            self->m_home.beginEvent();
            if (ec)
                self->readFailed(ec == asio::error::eof);
            else
                self->readDone(size);
        });
}

void Connection::readDone(std::size_t size)
{
    m_session.received({m_buffer.data(), size});
    if (size == m_buffer.size())
        readMore();
    read();
}

void Connection::readMore()
{
    auto &scratch = m_home.scratch();
    for (int i = 0; i < readsPerTurn && m_open && m_wantsReading; ++i) {
        error_code ec;
        const auto size = m_socket->stream.read_some(asio::buffer(scratch), ec);
        if (ec == asio::error::would_block)
            return;
        if (ec)
            return readFailed(ec == asio::error::eof);
        m_session.received({scratch.data(), size});
    }
}

void Connection::readFailed(bool endOfFile)
{
    m_ended = true;
    if (endOfFile)
        m_session.peerFinished();
    else
        lose();
}

std::size_t Connection::write(const std::string_view *pieces, std::size_t count)
{
    Buffers buffers;
    std::size_t offered = 0;
    for (; buffers.count < count; ++buffers.count) {
        const auto piece = pieces[buffers.count];
        buffers.items[buffers.count] = {piece.data(), piece.size()};
        offered += piece.size();
    }
    if (!m_open)
        return offered;
    error_code ec;
    const auto sent = m_socket->stream.write_some(buffers, ec);
    if (ec && ec != asio::error::would_block) {
        loseLater();
        return offered;
    }
    if (sent < offered)
        awaitWritable();
    return sent;
}

void Connection::awaitWritable()
{
    if (m_awaitingWritable)
        return;
    m_awaitingWritable = true;
    m_socket->stream.async_wait(tcp::socket::wait_write, [self = shared_from_this()](error_code ec) {
        self->m_awaitingWritable = false;
        if (ec || !self->m_open)
            return;
        self->m_home.beginEvent();
        self->m_session.writable();
    });
}

void Connection::setReading(bool on)
{
    m_wantsReading = on;
    read();
}

void Connection::finishSending()
{
    error_code ignored;
    m_socket->stream.shutdown(tcp::socket::shutdown_send, ignored);
}

void Connection::close()
{
    if (!m_open)
        return;
    m_open = false;
    error_code ignored;
    m_socket->stream.close(ignored);
    m_home.ended(*this);
}

void Connection::lose()
{
    if (!m_open)
        return;
    close();
    m_session.gone();
}

// Not at once: the session is in the middle of something.
void Connection::loseLater()
{
    asio::post(m_home.io(), [self = shared_from_this()] { self->lose(); });
}

} // namespace foredeck::http
