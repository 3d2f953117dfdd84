#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foredeck::websocket {

/// Framing of RFC 6455 §5 without extensions: pure, no socket.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Close codes of RFC 6455 §7.4.1 that are used here.
inline constexpr int normalClosure = 1000;
inline constexpr int goingAway = 1001;
inline constexpr int protocolError = 1002;
inline constexpr int unsupportedData = 1003;
inline constexpr int invalidText = 1007;
inline constexpr int messageTooBig = 1009;
/// Ours (contract): the reader is too slow.
inline constexpr int slowReader = 4429;

/// The head of one unfragmented, unmasked frame, as servers send them.
struct FrameHead {
    FrameHead(Opcode opcode, std::size_t payloadBytes) noexcept;
    std::string_view view() const noexcept { return {bytes.data(), size}; }

    std::array<char, 10> bytes {};
    std::uint8_t size = 0;
};

/// The payload of a close frame; the reason is cut to 123 bytes.
std::string closePayload(int code, std::string_view reason);

/// Reads what a client sends: masked frames, fragments joined, control frames between them.
class FrameReader {
public:
    struct Incoming {
        enum class Kind { Text, Ping, Pong, Close, Failure };
        Kind kind = Kind::Text;
        std::string payload; ///< of a close: the reason
        int code = 0; ///< of a close (0: none was given) or of a failure: the code to close with
    };

    explicit FrameReader(std::size_t maxMessage) : m_maxMessage(maxMessage) { }
    /// Takes from the front of `bytes`; true when `incoming` was filled, false when all is used up. Not to be called
    /// after a Close or a Failure.
    bool next(std::string_view &bytes, Incoming &incoming);

private:
    enum class Step { Onward, NeedMore, Event };

    Step readHead(std::string_view &bytes, Incoming &incoming);
    Step readPayload(std::string_view &bytes, Incoming &incoming);
    std::size_t headNeeded() const noexcept;
    int headFault() const noexcept;
    void beginPayload() noexcept;
    bool frameComplete(Incoming &incoming);

    const std::size_t m_maxMessage;
    std::string m_message; // grows as bytes come, never by what a head promises
    std::string m_control;
    std::uint64_t m_remaining = 0;
    std::uint8_t m_headSize = 0;
    std::array<unsigned char, 14> m_head {};
    std::uint8_t m_maskAt = 0;
    bool m_inPayload = false;
    bool m_fragmented = false;
};

} // namespace foredeck::websocket
