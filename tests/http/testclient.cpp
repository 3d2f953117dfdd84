#include "tests/http/testclient.h"

#include "models/core/text.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace foredeck::test {

TestClient::TestClient(std::uint16_t port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

TestClient::~TestClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

TestClient::TestClient(TestClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_in(std::move(other.m_in))
{
}

bool TestClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void TestClient::finishSending() { ::shutdown(m_socket, SHUT_WR); }

void TestClient::reset()
{
    const linger hard {1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(std::exchange(m_socket, -1));
}

bool TestClient::poll(std::chrono::milliseconds wait)
{
    pollfd wanted {m_socket, POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(wait.count())) <= 0)
        return true;
    std::array<char, 65536> buffer;
    const auto size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return false;
    m_in.append(buffer.data(), static_cast<std::size_t>(size));
    return true;
}

// Waits for more; false at the end of the connection or of the patience.
bool TestClient::fill()
{
    const auto before = m_in.size();
    return m_socket >= 0 && poll(patience) && m_in.size() > before;
}

std::string TestClient::bytes(std::size_t count)
{
    while (m_in.size() < count && fill()) { }
    auto taken = m_in.substr(0, count);
    m_in.erase(0, taken.size());
    return taken;
}

Reply TestClient::reply(bool head)
{
    Reply reply;
    std::size_t end = std::string::npos;
    while ((end = m_in.find("\r\n\r\n")) == std::string::npos) {
        if (!fill())
            return reply;
    }
    const auto text = bytes(end + 4);
    reply.status = std::atoi(text.substr(text.find(' ')).c_str());
    for (auto at = text.find("\r\n") + 2; at < end; at = text.find("\r\n", at) + 2) {
        const auto line = text.substr(at, text.find("\r\n", at) - at);
        const auto colon = line.find(':');
        reply.headers[asciiLower(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
    }
    if (!head)
        reply.body = bytes(static_cast<std::size_t>(std::atoi(reply.header("content-length").c_str())));
    return reply;
}

std::optional<std::string> TestClient::rest()
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (poll(std::chrono::milliseconds {1000})) {
        if (std::chrono::steady_clock::now() > deadline)
            return std::nullopt;
    }
    return std::exchange(m_in, {});
}

bool TestClient::ended() { return rest() == std::string {}; }

std::string get(std::string_view path, std::string_view headerLines)
{
    return "GET " + std::string {path} + " HTTP/1.1\r\nHost: test\r\n" + std::string {headerLines} + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view headerLines)
{
    return "POST " + std::string {path} + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size())
        + "\r\n" + std::string {headerLines} + "\r\n" + std::string {body};
}

TestSocket::TestSocket(std::uint16_t port, std::string_view headerLines, int receiveBuffer)
    : m_client(port, receiveBuffer)
{
    m_client.send(handshake(headerLines));
    if (m_client.reply(true).status != 101)
        std::fprintf(stderr, "the WebSocket handshake failed\n");
}

std::string TestSocket::handshake(std::string_view headerLines)
{
    return get("/api/v1/events",
        "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + std::string {headerLines});
}

std::string TestSocket::frame(int opcode, std::string_view payload, bool final)
{
    static constexpr std::array<unsigned char, 4> mask {0x37, 0xfa, 0x21, 0x3d};
    std::string text;
    text += static_cast<char>((final ? 0x80 : 0) | opcode);
    const int extended = payload.size() < 126 ? 0 : payload.size() <= 0xffff ? 2 : 8;
    text += static_cast<char>(0x80 | (extended == 0 ? static_cast<int>(payload.size()) : extended == 2 ? 126 : 127));
    for (int i = extended - 1; i >= 0; --i)
        text += static_cast<char>((payload.size() >> (8 * i)) & 0xff);
    for (const auto byte : mask)
        text += static_cast<char>(byte);
    for (std::size_t i = 0; i < payload.size(); ++i)
        text += static_cast<char>(payload[i] ^ mask[i % 4]);
    return text;
}

bool TestSocket::sendClose(int code, std::string_view reason)
{
    std::string payload;
    payload += static_cast<char>(code >> 8);
    payload += static_cast<char>(code & 0xff);
    return m_client.send(frame(8, payload.append(reason)));
}

TestSocket::Frame TestSocket::next()
{
    Frame frame;
    const auto head = m_client.bytes(2);
    if (head.size() < 2)
        return frame;
    std::size_t size = static_cast<unsigned char>(head[1]); // the mask bit would make it too large to come
    if (size == 126 || size == 127) {
        const auto extended = m_client.bytes(size == 126 ? 2 : 8);
        size = 0;
        for (const char c : extended)
            size = size * 256 + static_cast<unsigned char>(c);
    }
    frame.payload = m_client.bytes(size);
    if (frame.payload.size() == size) {
        frame.final = (head[0] & 0x80) != 0;
        frame.opcode = head[0] & 0x7f;
    }
    return frame;
}

int TestSocket::Frame::closeCode() const
{
    if (opcode != 8 || payload.size() < 2)
        return 0;
    return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
}

} // namespace foredeck::test
