#pragma once

#include <chrono>
#include <cstdint>

namespace foredeck {

/// A moment: UTC, milliseconds. On the wire RFC 3339 with milliseconds, in the stores an integer.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

constexpr std::int64_t toMs(Timestamp t) noexcept { return t.time_since_epoch().count(); }
constexpr Timestamp fromMs(std::int64_t ms) noexcept { return Timestamp {std::chrono::milliseconds {ms}}; }

/// The only source of "now" below the composition roots: handed in, so that tests own the time.
/// Implementations are safe to call from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
public:
    Timestamp now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace foredeck
