#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace foredeck::test {

/// How long a test waits for what must come. Reaching it is a failure, never a way to pass.
inline constexpr std::chrono::seconds patience {30};

struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;

    std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string {} : found->second;
    }
};

/// A client that says exactly what it is told to: one blocking TCP connection to 127.0.0.1.
class TestClient {
public:
    /// `receiveBuffer`: bytes that the kernel holds for us, for readers that are to be slow.
    explicit TestClient(std::uint16_t port, int receiveBuffer = 0);
    ~TestClient();
    TestClient(TestClient &&other) noexcept;
    TestClient(const TestClient &) = delete;
    TestClient &operator=(const TestClient &) = delete;

    /// False when the peer has closed.
    bool send(std::string_view bytes);
    void finishSending();
    /// Ends the connection with a reset, as a process that is killed.
    void reset();

    /// The next answer; status 0 when the connection ended first. `head`: the answer has no body.
    Reply reply(bool head = false);
    /// Exactly so many bytes, or fewer when the connection ended.
    std::string bytes(std::size_t count);
    /// All up to the end of the connection; nothing when it did not end in time.
    std::optional<std::string> rest();
    /// True when the connection ends without another byte.
    bool ended();
    /// Reads what is there now, without waiting; false when the connection has ended.
    bool poll(std::chrono::milliseconds wait);
    std::string_view unread() const noexcept { return m_in; }

private:
    bool fill();

    int m_socket = -1;
    std::string m_in;
};

/// "GET /x HTTP/1.1", Host, the given header lines ("A: b\r\n") and the end of the header.
std::string get(std::string_view path, std::string_view headerLines = {});
std::string post(std::string_view path, std::string_view body, std::string_view headerLines = {});

/// A TestClient after the WebSocket handshake.
class TestSocket {
public:
    struct Frame {
        bool final = true;
        int opcode = -1; ///< -1: the connection ended
        std::string payload;
        int closeCode() const;
    };

    explicit TestSocket(std::uint16_t port, std::string_view headerLines = {}, int receiveBuffer = 0);

    TestClient &client() noexcept { return m_client; }
    bool sendText(std::string_view text) { return m_client.send(frame(1, text)); }
    bool sendClose(int code, std::string_view reason = {});
    Frame next();

    /// One masked frame.
    static std::string frame(int opcode, std::string_view payload, bool final = true);
    static std::string handshake(std::string_view headerLines = {});

private:
    TestClient m_client;
};

} // namespace foredeck::test
