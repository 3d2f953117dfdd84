#include "server/http/iothread.h"

#include "server/http/date.h"
#include "server/http/forwarded.h"
#include "server/http/httpsession.h"

#include <utility> // before Boost 1.74's awaitable.hpp, which forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace foredeck {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// An idle connection holds only this; what is larger is read into one buffer that the thread's connections share.
constexpr std::size_t ownBuffer = 1024;
constexpr std::size_t sharedBuffer = 64 * 1024;
// Reads of one busy connection before the others have a turn, and events of a pass before the mailbox is looked at.
constexpr int readsPerTurn = 16;
constexpr int eventsPerPass = 64;
constexpr int mailRounds = 4;
constexpr std::chrono::milliseconds stallTime {20};

using SharedPortOption = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

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

struct IoThread::Private {
    Private(ServerShared &serverToUse, std::function<void()> emptiedToCall)
        : server(serverToUse)
        , emptied(std::move(emptiedToCall))
        , context {server, std::make_shared<Mailbox>([this] { asio::post(io, [] {}); }), std::chrono::steady_clock::now(),
              httpDate(SystemClock {}.now()), randomRequestIdPrefix()}
        , scratch(sharedBuffer)
    {
    }

    void run();
    void drainMailbox();
    void accept();
    void accepted(tcp::socket socket);
    void sweep();
    void remove(Connection &connection);

    /// Each event of the loop begins with this.
    void readClock()
    {
        context.now = std::chrono::steady_clock::now();
        if (passBegan == SteadyTime {})
            passBegan = context.now;
    }

    ServerShared &server;
    const std::function<void()> emptied;
    SessionContext context;
    std::vector<char> scratch;
    asio::io_context io {1}; // after what the connections in its queue use
    tcp::acceptor acceptor {io};
    asio::steady_timer timer {io};
    SteadyTime passBegan;
    std::vector<std::shared_ptr<Connection>> connections;
    Mailbox::Letters letters;
    bool acceptPaused = false; // out of descriptors: try again at the next sweep
    bool stopping = false;
    bool finished = false;
    std::thread thread;
};

/// One accepted connection. The list of the thread holds it while it is open, a pending operation until it has ended.
class IoThread::Connection final : public Wire, public std::enable_shared_from_this<Connection> {
public:
    Connection(Private &thread, tcp::socket socket, IpAddress peerAddress)
        : peer(std::move(peerAddress))
        , m_thread(thread)
        , m_socket(std::move(socket))
        , m_session(*this, thread.context, peer.text, peer.isLoopback)
    {
    }

    HttpSession &session() noexcept { return m_session; }
    const IpAddress peer;
    std::size_t index = 0; // in the thread's list

    void read()
    {
        if (m_reading || m_ended || !m_wantsReading || !m_open)
            return;
        m_reading = true;
        m_socket.async_read_some(asio::buffer(m_buffer), [self = shared_from_this()](error_code ec, std::size_t size) {
            self->m_reading = false;
            self->readDone(ec, size);
        });
    }

    std::size_t write(const std::string_view *pieces, std::size_t count) override
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
        const auto sent = m_socket.write_some(buffers, ec);
        if (ec && ec != asio::error::would_block) {
            loseLater();
            return offered;
        }
        if (sent < offered)
            awaitWritable();
        return sent;
    }

    void setReading(bool on) override
    {
        m_wantsReading = on;
        read();
    }

    void finishSending() override
    {
        error_code ignored;
        m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    void close() override
    {
        if (!m_open)
            return;
        m_open = false;
        error_code ignored;
        m_socket.close(ignored);
        m_thread.remove(*this);
    }

    /// Ends it from outside its session.
    void lose()
    {
        if (!m_open)
            return;
        const auto self = shared_from_this();
        close();
        m_session.gone();
    }

private:
    void readDone(error_code ec, std::size_t size)
    {
        if (!m_open)
            return;
        m_thread.readClock();
        if (ec)
            return failed(ec);
        m_session.received({m_buffer.data(), size});
        if (size == m_buffer.size())
            readMore();
        read();
    }

    void readMore()
    {
        for (int i = 0; i < readsPerTurn && m_open && m_wantsReading; ++i) {
            error_code ec;
            const auto size = m_socket.read_some(asio::buffer(m_thread.scratch), ec);
            if (ec == asio::error::would_block)
                return;
            if (ec)
                return failed(ec);
            m_session.received({m_thread.scratch.data(), size});
        }
    }

    void failed(error_code ec)
    {
        m_ended = true;
        if (ec == asio::error::eof)
            m_session.peerFinished();
        else if (ec != asio::error::operation_aborted)
            lose();
    }

    void awaitWritable()
    {
        if (m_awaitingWritable)
            return;
        m_awaitingWritable = true;
        m_socket.async_wait(tcp::socket::wait_write, [self = shared_from_this()](error_code ec) {
            self->m_awaitingWritable = false;
            self->m_thread.readClock();
            if (!ec && self->m_open)
                self->m_session.writable();
        });
    }

    // Not at once: the session is in the middle of something.
    void loseLater()
    {
        asio::post(m_thread.io, [self = shared_from_this()] { self->lose(); });
    }

    Private &m_thread;
    tcp::socket m_socket;
    bool m_open = true;
    bool m_reading = false;
    bool m_wantsReading = true;
    bool m_ended = false; // nothing more will come
    bool m_awaitingWritable = false;
    std::array<char, ownBuffer> m_buffer;
    HttpSession m_session;
};

void IoThread::Private::run()
{
    context.mailbox->setOwner(std::this_thread::get_id());
    accept();
    sweep();
    while (!finished) {
        passBegan = {};
        io.run_one();
        for (int i = 0; i < eventsPerPass && io.poll_one() > 0; ++i) { }
        drainMailbox();
        if (std::chrono::steady_clock::now() - passBegan > stallTime)
            ++server.statistics.stalls;
    }
    while (!connections.empty())
        connections.back()->lose();
    context.mailbox->close();
    acceptor.close();
    timer.cancel();
    io.poll(); // the operations that were cancelled hold their connections until they have run
}

void IoThread::Private::drainMailbox()
{
    readClock();
    // What the letters set off may bring more: some rounds of that, then the connections have their turn.
    int round = 0;
    for (; round < mailRounds && context.mailbox->take(letters); ++round) {
        for (auto &answer : letters.answers) {
            if (auto *session = answer.to->session)
                session->answer(answer.exchange, std::move(answer.response));
        }
        letters.answers.clear();
        WebSocketSession::deliver(letters.deliveries);
        letters.deliveries.clear();
    }
    if (round == mailRounds)
        asio::post(io, [] {});
}

void IoThread::Private::accept()
{
    acceptor.async_accept([this](error_code ec, tcp::socket socket) {
        if (ec == asio::error::operation_aborted || !acceptor.is_open())
            return;
        if (!ec)
            accepted(std::move(socket));
        acceptPaused = ec == asio::error::no_descriptors || ec == asio::error::no_buffer_space || ec == asio::error::no_memory;
        if (!acceptPaused)
            accept();
    });
}

void IoThread::Private::accepted(tcp::socket socket)
{
    readClock();
    error_code ec;
    const auto endpoint = socket.remote_endpoint(ec);
    const auto peer = ec ? std::nullopt : parseIpAddress(endpoint.address().to_string());
    socket.non_blocking(true, ec);
    if (!peer || ec)
        return;
    socket.set_option(tcp::no_delay {true}, ec);
    const auto connection = std::make_shared<Connection>(*this, std::move(socket), *peer);
    connection->index = connections.size();
    connections.push_back(connection);
    const auto open = ++server.statistics.connections;
    const bool welcome = peer->isLoopback || server.addresses.enter(peer->text);
    if (!welcome || open > server.config.limits.connections)
        connection->session().turnAway();
    connection->read();
}

void IoThread::Private::remove(Connection &connection)
{
    const auto index = connection.index;
    std::swap(connections[index], connections.back());
    connections[index]->index = index;
    connections.pop_back();
    --server.statistics.connections;
    if (!connection.peer.isLoopback)
        server.addresses.leave(connection.peer.text);
    if (stopping && connections.empty())
        emptied();
}

void IoThread::Private::sweep()
{
    readClock();
    context.date = httpDate(SystemClock {}.now());
    if (std::exchange(acceptPaused, false))
        accept();
    // From the back: a session that ends puts the last one, which was seen, into its place.
    for (auto i = connections.size(); i-- > 0;) {
        const auto connection = connections[i];
        connection->session().tick();
    }
    timer.expires_after(sweepInterval(server.config.limits));
    timer.async_wait([this](error_code ec) {
        if (!ec)
            sweep();
    });
}

IoThread::IoThread(ServerShared &server, std::function<void()> emptied)
    : d(std::make_unique<Private>(server, std::move(emptied)))
{
}

IoThread::~IoThread() { finish(); }

Result<std::uint16_t> IoThread::listen(std::uint16_t port, bool shared)
{
    const auto &address = d->server.config.address;
    error_code ec;
    const tcp::endpoint endpoint {asio::ip::make_address(address, ec), port};
    if (ec)
        return Error::invalid("address", address + " is not an IP address");
    d->acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        d->acceptor.set_option(tcp::acceptor::reuse_address {true}, ec);
    if (!ec && shared)
        d->acceptor.set_option(SharedPortOption {true}, ec);
    if (!ec)
        d->acceptor.bind(endpoint, ec);
    if (!ec)
        d->acceptor.listen(4096, ec);
    if (ec)
        return Error::of(Error::Kind::Io, address + ":" + std::to_string(port) + ": " + ec.message());
    return d->acceptor.local_endpoint().port();
}

void IoThread::start()
{
    d->thread = std::thread {[this] { d->run(); }};
}

void IoThread::beginStop()
{
    asio::post(d->io, [this] {
        d->stopping = true;
        error_code ignored;
        d->acceptor.close(ignored);
        for (auto i = d->connections.size(); i-- > 0;) {
            const auto connection = d->connections[i];
            connection->session().stopping();
        }
        if (d->connections.empty())
            d->emptied();
    });
}

void IoThread::finish()
{
    if (!d->thread.joinable())
        return;
    asio::post(d->io, [this] { d->finished = true; });
    d->thread.join();
}

} // namespace foredeck
