#include "server/http/websocketframe.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck::websocket {

namespace {

constexpr unsigned char finalBit = 0x80;
constexpr unsigned char reservedBits = 0x70;
constexpr unsigned char maskBit = 0x80;

bool isControl(unsigned opcode) noexcept { return (opcode & 0x8u) != 0; }

bool isCloseCode(int code) noexcept
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
        || (code >= 3000 && code <= 4999);
}

void failure(FrameReader::Incoming &incoming, int code)
{
    incoming = {FrameReader::Incoming::Kind::Failure, {}, code};
}

void readClose(std::string_view payload, FrameReader::Incoming &incoming)
{
    incoming = {FrameReader::Incoming::Kind::Close, {}, 0};
    if (payload.empty())
        return;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(payload[i]); };
    incoming.code = payload.size() < 2 ? 0 : byte(0) * 256 + byte(1);
    if (!isCloseCode(incoming.code))
        return failure(incoming, protocolError);
    incoming.payload = payload.substr(2);
    if (!isUtf8(incoming.payload))
        failure(incoming, invalidText);
}

} // namespace

FrameHead::FrameHead(Opcode opcode, std::size_t payloadBytes) noexcept
{
    const auto put
        = [this](std::uint64_t value) { bytes[size++] = static_cast<char>(static_cast<unsigned char>(value & 0xff)); };
    const std::uint64_t length = payloadBytes;
    put(finalBit | static_cast<unsigned>(opcode));
    const int extended = length < 126 ? 0 : length <= 0xffff ? 2 : 8;
    put(extended == 0 ? length : extended == 2 ? 126 : 127);
    for (int i = extended - 1; i >= 0; --i)
        put(length >> (8 * i));
}

std::string closePayload(int code, std::string_view reason)
{
    std::string payload;
    if (code == 0)
        return payload;
    payload += static_cast<char>(static_cast<unsigned char>(code >> 8));
    payload += static_cast<char>(static_cast<unsigned char>(code & 0xff));
    return payload.append(clipUtf8(reason, 123));
}

// Two bytes tell how many more follow; the four mask bytes always do.
std::size_t FrameReader::headNeeded() const noexcept
{
    if (m_headSize < 2)
        return 2;
    const unsigned length = m_head[1] & 0x7fu;
    return 6u + (length == 126 ? 2u : length == 127 ? 8u : 0u);
}

// What the first two bytes already tell; 0: nothing wrong.
int FrameReader::headFault() const noexcept
{
    const unsigned opcode = m_head[0] & 0x0fu;
    const bool final = (m_head[0] & finalBit) != 0;
    const unsigned length = m_head[1] & 0x7fu;
    if ((m_head[0] & reservedBits) != 0 || (m_head[1] & maskBit) == 0)
        return protocolError;
    if (isControl(opcode))
        return opcode > 10 || !final || length > 125 ? protocolError : 0;
    if (opcode > 2 || (opcode == 0) != m_fragmented)
        return protocolError;
    return opcode == static_cast<unsigned>(Opcode::Binary) ? unsupportedData : 0;
}

void FrameReader::beginPayload() noexcept
{
    m_remaining = m_head[1] & 0x7fu;
    if (m_remaining > 125) {
        const std::size_t bytes = m_remaining == 126 ? 2 : 8;
        m_remaining = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            m_remaining = (m_remaining << 8) | m_head[2 + i];
    }
    m_maskAt = static_cast<std::uint8_t>(m_headSize - 4);
    m_inPayload = true;
}

bool FrameReader::next(std::string_view &bytes, Incoming &incoming)
{
    for (;;) {
        const auto step = m_inPayload ? readPayload(bytes, incoming) : readHead(bytes, incoming);
        if (step != Step::Onward)
            return step == Step::Event;
    }
}

FrameReader::Step FrameReader::readHead(std::string_view &bytes, Incoming &incoming)
{
    do {
        const auto take = std::min<std::size_t>(headNeeded() - m_headSize, bytes.size());
        std::copy_n(bytes.begin(), take, m_head.begin() + m_headSize);
        bytes.remove_prefix(take);
        m_headSize = static_cast<std::uint8_t>(m_headSize + take);
        if (const int fault = m_headSize >= 2 ? headFault() : 0; fault != 0) {
            failure(incoming, fault);
            return Step::Event;
        }
    } while (m_headSize < headNeeded() && !bytes.empty());
    if (m_headSize < headNeeded())
        return Step::NeedMore;
    beginPayload();
    return Step::Onward;
}

FrameReader::Step FrameReader::readPayload(std::string_view &bytes, Incoming &incoming)
{
    const bool control = isControl(m_head[0]);
    auto &target = control ? m_control : m_message;
    if (!control && (m_remaining > m_maxMessage || target.size() + m_remaining > m_maxMessage)) {
        failure(incoming, messageTooBig);
        return Step::Event;
    }
    const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
    const auto start = target.size();
    target.append(bytes.substr(0, take));
    for (std::size_t i = 0; i < take; ++i)
        target[start + i] = static_cast<char>(target[start + i] ^ m_head[m_maskAt + (i & 3u)]);
    // What comes next continues the mask where this piece left it.
    std::rotate(m_head.begin() + m_maskAt, m_head.begin() + m_maskAt + (take & 3u), m_head.begin() + m_maskAt + 4);
    bytes.remove_prefix(take);
    m_remaining -= take;
    if (m_remaining > 0)
        return Step::NeedMore;
    m_inPayload = false;
    m_headSize = 0;
    return frameComplete(incoming) ? Step::Event : Step::Onward;
}

// True when the frame that just ended gave something to the caller.
bool FrameReader::frameComplete(Incoming &incoming)
{
    const unsigned opcode = m_head[0] & 0x0fu;
    if (!isControl(opcode)) {
        m_fragmented = (m_head[0] & finalBit) == 0;
        if (m_fragmented)
            return false;
        incoming = {Incoming::Kind::Text, {}, 0};
        std::swap(incoming.payload, m_message);
        if (!isUtf8(incoming.payload))
            failure(incoming, invalidText);
        return true;
    }
    std::string payload;
    std::swap(payload, m_control);
    if (opcode == static_cast<unsigned>(Opcode::Close))
        readClose(payload, incoming);
    else
        incoming = {opcode == static_cast<unsigned>(Opcode::Ping) ? Incoming::Kind::Ping : Incoming::Kind::Pong,
            std::move(payload), 0};
    return true;
}

} // namespace foredeck::websocket
