#include "tests/channels/vendor.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace foredeck::tests {

namespace {

// One request, body included. False: the other side has gone.
bool takeRequest(int socket, std::string &kept)
{
    static constexpr std::string_view length = "Content-Length: ";
    for (;;) {
        const auto head = kept.find("\r\n\r\n");
        if (head != std::string::npos) {
            const auto at = kept.find(length);
            const auto body = at < head ? std::strtoul(kept.c_str() + at + length.size(), nullptr, 10) : 0;
            if (kept.size() >= head + 4 + body) {
                kept.erase(0, head + 4 + body);
                return true;
            }
        }
        std::array<char, 4096> bytes {};
        const auto got = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (got <= 0)
            return false;
        kept.append(bytes.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

Vendor::Vendor(Decide decide) : m_decide(std::move(decide)), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 8) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    m_listening = std::thread {[this] { listen(); }};
}

Vendor::~Vendor()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_listening.join();
    ::close(m_listener);
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
    for (auto &thread : m_threads)
        thread.join();
    for (const int socket : m_sockets)
        ::close(socket);
}

std::string Vendor::ok(const std::string &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

void Vendor::listen()
{
    for (;;) {
        const int socket = ::accept(m_listener, nullptr, nullptr);
        if (socket < 0)
            return;
        const std::lock_guard lock {m_mutex};
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] { serve(socket); });
    }
}

void Vendor::serve(int socket)
{
    std::string kept;
    while (takeRequest(socket, kept)) {
        const auto answer = m_decide(++m_requests);
        if (answer.empty())
            break;
        if (::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
            break;
    }
    ::shutdown(socket, SHUT_RDWR);
}

} // namespace foredeck::tests
