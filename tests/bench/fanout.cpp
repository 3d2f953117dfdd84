/// Load for the fan-out bench: opens many WebSockets, says hello on each, then posts one thing after the other and takes
/// the time until the first and the last socket has it. One thread, epoll, raw sockets: the client must cost less than
/// any server it measures.
///
///   fanout PORT SOCKETS ROUNDS PATH HELLO READY POST_PATH POST_BODY [HEADER…]
///
/// HELLO is sent on every socket (empty: none; "@DEVICE@" in it becomes a new id each) and READY awaited in a frame (empty:
/// not awaited). "@ID@" in POST_BODY and the headers becomes a new id each round, which marks the frame that is waited for. Prints "first_ms last_ms" a round.

#include "models/core/id.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void die(const std::string &why)
{
    std::fprintf(stderr, "fanout: %s\n", why.c_str());
    std::exit(1);
}

int connectTo(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        die(std::string {"connect: "} + std::strerror(errno));
    const int one = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

void sendAll(int fd, std::string_view data)
{
    while (!data.empty()) {
        const auto sent = ::send(fd, data.data(), data.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            die("send failed");
        data.remove_prefix(static_cast<std::size_t>(sent));
    }
}

/// A masked text frame; the mask is zero, which is allowed and leaves the text as it is.
std::string clientFrame(std::string_view text)
{
    std::string frame {"\x81"};
    if (text.size() < 126) {
        frame += static_cast<char>(0x80 | text.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(text.size() >> 8);
        frame += static_cast<char>(text.size() & 255);
    }
    return frame.append(4, '\0').append(text);
}

struct Reader {
    int fd = -1;
    std::string buffer;

    /// Takes the next whole frame out of the buffer; false when there is none.
    bool next(std::string &payload)
    {
        if (buffer.size() < 2)
            return false;
        std::size_t head = 2;
        std::uint64_t length = static_cast<unsigned char>(buffer[1]) & 127;
        const std::size_t extra = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (buffer.size() < head + extra)
            return false;
        if (extra > 0) {
            length = 0;
            for (std::size_t i = 0; i < extra; ++i)
                length = length << 8 | static_cast<unsigned char>(buffer[head + i]);
        }
        head += extra;
        if (buffer.size() < head + length)
            return false;
        payload = buffer.substr(head, length);
        buffer.erase(0, head + length);
        return true;
    }
};

std::string newId()
{
    return foredeck::makeUuid(foredeck::SystemClock {}.now());
}

std::string withId(std::string text, std::string_view mark, const std::string &id)
{
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.replace(at, mark.size(), id);
    return text;
}

class Fan {
public:
    Fan(std::uint16_t port, std::size_t sockets, const std::string &path, const std::string &hello) : m_readers(sockets)
    {
        for (std::size_t i = 0; i < sockets; ++i) {
            m_readers[i].fd = connectTo(port);
            sendAll(m_readers[i].fd, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            shake(m_readers[i]);
            if (!hello.empty())
                sendAll(m_readers[i].fd, clientFrame(withId(hello, "@DEVICE@", newId())));
            epoll_event event {EPOLLIN, {.u64 = i}};
            ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_readers[i].fd, &event);
        }
    }

    /// Reads until every socket has had a frame with `marker`. The moments of the first and the last.
    std::pair<Clock::time_point, Clock::time_point> await(const std::string &marker)
    {
        std::vector<bool> had(m_readers.size());
        std::size_t left = had.size();
        Clock::time_point first, last;
        std::string payload;
        std::vector<epoll_event> events(256);
        std::vector<char> bytes(256 * 1024);
        for (std::size_t i = 0; i < m_readers.size(); ++i) // what came with the handshake
            left -= drain(i, marker, payload, had);
        while (left > 0) {
            const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 30'000);
            if (count <= 0)
                die(std::to_string(left) + " sockets did not get " + marker);
            for (int e = 0; e < count; ++e) {
                const std::size_t index = events[static_cast<std::size_t>(e)].data.u64;
                const auto got = ::recv(m_readers[index].fd, bytes.data(), bytes.size(), 0);
                if (got <= 0)
                    die("a socket was closed");
                m_readers[index].buffer.append(bytes.data(), static_cast<std::size_t>(got));
                if (drain(index, marker, payload, had) == 0)
                    continue;
                last = Clock::now();
                if (left-- == had.size())
                    first = last;
            }
        }
        return {first, last};
    }

private:
    std::size_t drain(std::size_t index, const std::string &marker, std::string &payload, std::vector<bool> &had)
    {
        std::size_t found = 0;
        while (m_readers[index].next(payload)) {
            if (!had[index] && payload.find(marker) != std::string::npos) {
                had[index] = true;
                found = 1;
            }
        }
        return found;
    }

    void shake(Reader &reader)
    {
        std::vector<char> bytes(4096);
        std::size_t end = 0;
        while ((end = reader.buffer.find("\r\n\r\n")) == std::string::npos) {
            const auto got = ::recv(reader.fd, bytes.data(), bytes.size(), 0);
            if (got <= 0)
                die("no handshake");
            reader.buffer.append(bytes.data(), static_cast<std::size_t>(got));
        }
        if (reader.buffer.find(" 101 ") == std::string::npos)
            die("refused: " + reader.buffer.substr(0, 100));
        reader.buffer.erase(0, end + 4);
    }

    const int m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Reader> m_readers;
};

void readAnswer(int fd)
{
    std::vector<char> bytes(64 * 1024);
    const auto got = ::recv(fd, bytes.data(), bytes.size(), 0);
    if (got <= 0 || std::string_view {bytes.data(), static_cast<std::size_t>(got)}.find(" 20") != 8)
        die("the post was refused: " + std::string {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))}.substr(0, 200));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 9)
        die("see the head of fanout.cpp");
    const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    Fan fan {port, static_cast<std::size_t>(std::atoi(argv[2])), argv[4], argv[5]};
    if (*argv[6])
        fan.await(argv[6]);
    std::printf("ready\n");
    std::fflush(stdout);
    const int post = connectTo(port);
    for (int round = 0; round < std::atoi(argv[3]); ++round) {
        const std::string id = newId();
        const std::string body = withId(argv[8], "@ID@", id);
        std::string head = std::string {"POST "} + argv[7] + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            + std::to_string(body.size()) + "\r\n";
        for (int i = 9; i < argc; ++i)
            head += std::string {argv[i]} + "\r\n";
        const auto start = Clock::now();
        sendAll(post, withId(head, "@ID@", id) + "\r\n" + body);
        const auto [first, last] = fan.await(id);
        readAnswer(post);
        const auto ms = [&](Clock::time_point t) { return std::chrono::duration<double, std::milli>(t - start).count(); };
        std::printf("%.2f %.2f\n", ms(first), ms(last));
        std::fflush(stdout);
    }
    std::getchar(); // the driver measures the server's memory while the sockets are open
    return 0;
}
