#include "models/core/id.h"

#include <array>
#include <mutex>
#include <random>

namespace foredeck {

namespace {

// RFC 9562 §6.2 method 1: within one millisecond a counter in rand_a rises, seeded low so that it rarely overflows; an
// overflow, or a clock that goes back, borrows from the next millisecond.
class Generator {
public:
    std::array<std::uint64_t, 2> next(std::uint64_t ms)
    {
        const std::lock_guard lock {m_mutex};
        if (ms > m_lastMs) {
            m_lastMs = ms;
            m_counter = static_cast<std::uint16_t>(m_random() & 0x3ff);
        } else if (++m_counter > 0xfff) {
            ++m_lastMs;
            m_counter = 0;
        }
        return {(m_lastMs << 16) | 0x7000u | m_counter, (m_random() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL};
    }

private:
    std::mutex m_mutex;
    std::mt19937_64 m_random {(static_cast<std::uint64_t>(std::random_device {}()) << 32) ^ std::random_device {}()};
    std::uint64_t m_lastMs = 0;
    std::uint16_t m_counter = 0;
};

bool isHex(char c) noexcept { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::uint64_t millisecondsOf(Timestamp at) { return static_cast<std::uint64_t>(std::max<std::int64_t>(0, toMs(at))) & 0xffffffffffffULL; }

std::string textOf(const std::array<std::uint64_t, 2> &words)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20)
            text += '-';
        const auto word = words[nibble < 16 ? 0 : 1];
        text += hex[(word >> (60 - 4 * (nibble % 16))) & 0xf];
    }
    return text;
}

} // namespace

std::string makeUuid(Timestamp at)
{
    static Generator generator;
    return textOf(generator.next(millisecondsOf(at)));
}

std::string firstUuidOf(Timestamp at)
{
    return textOf({(millisecondsOf(at) << 16) | 0x7000u, 0});
}

bool isUuid(std::string_view text) noexcept
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return true;
}

} // namespace foredeck
