#include "server/http/iothread.h"

#include "server/http/connection.h"
#include "server/http/date.h"
#include "server/http/forwarded.h"
#include "server/http/httpsession.h"
#include "server/http/websocketsession.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility> // before Boost 1.74's awaitable.hpp, which forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>
#include <vector>

namespace foredeck::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t scratchBytes = 64 * 1024;
// Connections accepted, events handled and rounds of letters before the others have their turn.
constexpr int acceptsPerTurn = 64;
constexpr std::size_t toldWhy = 128; ///< connections that are turned away, at once
constexpr int eventsPerPass = 64;
constexpr int mailRounds = 4;
constexpr std::chrono::milliseconds stallTime {20};

using SharedPortOption = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

IpAddress addressOf(const sockaddr_storage &peer)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    const void *address = peer.ss_family == AF_INET6
        ? static_cast<const void *>(&reinterpret_cast<const sockaddr_in6 &>(peer).sin6_addr)
        : static_cast<const void *>(&reinterpret_cast<const sockaddr_in &>(peer).sin_addr);
    ::inet_ntop(peer.ss_family, address, text.data(), text.size());
    return parseIpAddress(text.data()).value_or(IpAddress {});
}

} // namespace

struct IoThread::Private final : ConnectionHome {
    Private(ServerShared &serverToUse, std::function<void()> emptiedToCall)
        : server(serverToUse)
        , emptied(std::move(emptiedToCall))
        , shared {server, std::make_shared<Mailbox>([this] { asio::post(loop, [] {}); }),
              std::chrono::steady_clock::now(), httpDate(SystemClock {}.now()), randomRequestIdPrefix()}
        , readBuffer(scratchBytes)
    {
    }

    void run();
    void drainMailbox();
    void accept();
    bool acceptOne();
    void sweep();

    // ConnectionHome
    SessionContext &context() override { return shared; }
    asio::io_context &io() override { return loop; }
    std::vector<char> &scratch() override { return readBuffer; }
    void beginEvent() override;
    void ended(Connection &connection) override;

    ServerShared &server;
    const std::function<void()> emptied;
    SessionContext shared;
    std::vector<char> readBuffer;
    asio::io_context loop {1}; // after what the connections in its queue use
    tcp::acceptor acceptor {loop};
    asio::steady_timer timer {loop};
    SteadyTime passBegan;
    std::vector<std::shared_ptr<Connection>> connections;
    std::vector<std::shared_ptr<Connection>> endedNow; // in this pass
    Mailbox::Letters letters;
    bool acceptPaused = false; // out of descriptors: try again at the next sweep
    bool stopping = false;
    bool finished = false;
    std::thread thread;
};

void IoThread::Private::run()
{
    shared.mailbox->setOwner(std::this_thread::get_id());
    accept();
    sweep();
    while (!finished) {
        passBegan = {};
        if (server.pool.look())
            loop.run_one_for(WorkerPool::patience);
        else
            loop.run_one();
        for (int i = 0; i < eventsPerPass && loop.poll_one() > 0; ++i) { }
        drainMailbox();
        endedNow.clear();
        if (std::chrono::steady_clock::now() - passBegan > stallTime)
            ++server.statistics.stalls;
    }
    while (!connections.empty())
        connections.back()->lose();
    shared.mailbox->close();
    error_code ignored;
    acceptor.close(ignored);
    timer.cancel();
    loop.poll(); // the operations that were cancelled hold their connections until they have run
    endedNow.clear();
}

void IoThread::Private::beginEvent()
{
    shared.now = std::chrono::steady_clock::now();
    if (passBegan == SteadyTime {})
        passBegan = shared.now;
}

void IoThread::Private::ended(Connection &connection)
{
    const auto index = connection.index;
    std::swap(connections[index], connections.back());
    connections[index]->index = index;
    endedNow.push_back(std::move(connections.back()));
    connections.pop_back();
    if (connection.isTurnedAway)
        --server.statistics.turnedAway;
    --server.statistics.connections;
    if (!connection.peer().isLoopback)
        server.addresses.leave(connection.peer().text);
    if (stopping && connections.empty())
        emptied();
}

void IoThread::Private::drainMailbox()
{
    beginEvent();
    // What the letters set off may bring more: some rounds of that, then the connections have their turn.
    int round = 0;
    for (; round < mailRounds && shared.mailbox->take(letters); ++round) {
        for (auto &answer : letters.answers) {
            if (auto *session = answer.to->session)
                session->answer(std::move(answer.response));
        }
        letters.answers.clear();
        WebSocketSession::deliver(letters.deliveries);
        letters.deliveries.clear();
    }
    if (round == mailRounds)
        asio::post(loop, [] {});
}

void IoThread::Private::accept()
{
    acceptor.async_wait(tcp::acceptor::wait_read, [this](error_code ec) {
        if (ec || !acceptor.is_open())
            return;
        beginEvent();
        for (int i = 0; i < acceptsPerTurn && acceptOne(); ++i) { }
        if (!acceptPaused)
            accept();
    });
}

// False when nobody waits, or nobody more can be let in now.
bool IoThread::Private::acceptOne()
{
    sockaddr_storage address {};
    socklen_t length = sizeof address;
    const int descriptor = ::accept4(
        acceptor.native_handle(), reinterpret_cast<sockaddr *>(&address), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
        acceptPaused = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
        return errno == ECONNABORTED || errno == EINTR;
    }
    const auto peer = addressOf(address);
    const bool isFree = server.statistics.connections - server.statistics.turnedAway < server.config.limits.connections;
    const bool welcome = (peer.isLoopback || server.addresses.enter(peer.text)) && isFree;
    const auto leave = [&] {
        if (!peer.isLoopback)
            server.addresses.leave(peer.text);
    };
    // Who is told why waits until they have read it, and holds a descriptor meanwhile.
    if (!welcome && server.statistics.turnedAway >= toldWhy) {
        leave();
        ++server.statistics.refused;
        ::close(descriptor);
        return true;
    }
    const auto connection = std::make_shared<Connection>(*this, peer);
    if (!connection->open(descriptor, address.ss_family == AF_INET6)) {
        leave();
        return true;
    }
    connection->index = connections.size();
    connections.push_back(connection);
    ++server.statistics.connections;
    if (!welcome) {
        connection->isTurnedAway = true;
        ++server.statistics.turnedAway;
        connection->session().turnAway();
    }
    connection->read();
    return true;
}

void IoThread::Private::sweep()
{
    beginEvent();
    shared.date = httpDate(SystemClock {}.now());
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
    asio::post(d->loop, [this] {
        d->drainMailbox(); // what was sent before leaves before
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
    asio::post(d->loop, [this] { d->finished = true; });
    d->thread.join();
}

} // namespace foredeck::http
