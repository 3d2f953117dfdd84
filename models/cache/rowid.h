#pragma once

#include "models/core/clock.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foredeck {

/// Row ids follow time, so that "newest first" is the order of the table: milliseconds << 20 | counter.
inline constexpr int rowCounterBits = 20;

/// The lowest row id of a moment. Times that no clock shows (a hostile "year 9999") are brought into range.
inline std::int64_t firstRowOf(Timestamp t) noexcept
{
    constexpr std::int64_t most = (std::int64_t {1} << (63 - rowCounterBits)) - 2;
    return std::clamp<std::int64_t>(toMs(t), 0, most) << rowCounterBits;
}
inline std::int64_t lastRowOf(Timestamp t) noexcept
{
    return firstRowOf(t) + (std::int64_t {1} << rowCounterBits) - 1;
}

/// The moment that a row id follows.
inline Timestamp timeOfRow(std::int64_t row) noexcept { return fromMs(row >> rowCounterBits); }

/// The milliseconds in a UUIDv7's first 48 bits; nothing for other versions.
inline std::optional<Timestamp> timeOfUuid(std::string_view id) noexcept
{
    if (id.size() != 36 || id[14] != '7')
        return std::nullopt;
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 13; ++i) {
        const char c = id[i];
        if (i == 8)
            continue;
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0)
            return std::nullopt;
        ms = ms * 16 + digit;
    }
    return fromMs(ms);
}

} // namespace foredeck
