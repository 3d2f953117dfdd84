#pragma once

#include "models/core/open.h"

namespace foredeck {

/// How somebody reached a business. All but the last two are doors (channel.h) that messages come through. Those two are the
/// desk itself: somebody came in, or called and was answered, and a person writes down who it was.
enum class ChannelKind { Unknown, WhatsApp, Sms, WebForm, LiveChat, Email, MissedCall, WalkIn, Call };
template <>
struct EnumNames<ChannelKind> {
    static constexpr std::array names {std::pair {ChannelKind::WhatsApp, std::string_view {"whatsapp"}},
        std::pair {ChannelKind::Sms, std::string_view {"sms"}}, std::pair {ChannelKind::WebForm, std::string_view {"web_form"}},
        std::pair {ChannelKind::LiveChat, std::string_view {"live_chat"}}, std::pair {ChannelKind::Email, std::string_view {"email"}},
        std::pair {ChannelKind::MissedCall, std::string_view {"missed_call"}},
        std::pair {ChannelKind::WalkIn, std::string_view {"walk_in"}}, std::pair {ChannelKind::Call, std::string_view {"call"}}};
};

/// Those that are sent to a telephone number: one number of a person is reached by each of them.
inline constexpr std::array numberChannels {ChannelKind::Sms, ChannelKind::WhatsApp};

/// Whether it is the desk: there is no door, so nothing comes in by itself, the assistant hears nothing and nothing can be sent.
constexpr bool isAtDesk(ChannelKind kind) { return kind == ChannelKind::WalkIn || kind == ChannelKind::Call; }

} // namespace foredeck
