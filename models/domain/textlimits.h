#pragma once

#include "models/core/text.h"
#include "models/domain/channelkind.h"

#include <algorithm>
#include <string_view>

namespace foredeck {

/// The most characters that one message may have on its way out: what the vendor takes. A channel without a vendor has
/// the contract's limit.
constexpr std::size_t longestTextOf(ChannelKind kind) noexcept
{
    switch (kind) {
    case ChannelKind::Sms: case ChannelKind::MissedCall:
        return 1600; // Twilio
    case ChannelKind::WhatsApp:
        return 4096; // Meta
    default:
        return maxMessageBytes;
    }
}

/// The most bytes of what the team or the assistant is told about an escalation: its note, its instruction.
constexpr std::size_t mostNoteBytes = 2000;

/// Code points of well-formed UTF-8.
inline std::size_t charactersIn(std::string_view text) noexcept
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

} // namespace foredeck
