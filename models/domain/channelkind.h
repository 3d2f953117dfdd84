#pragma once

#include "models/core/open.h"

namespace foredeck {

enum class ChannelKind { Unknown, WhatsApp, Sms, WebForm, LiveChat, Email, MissedCall };
template <>
struct EnumNames<ChannelKind> {
    static constexpr std::array names {std::pair {ChannelKind::WhatsApp, std::string_view {"whatsapp"}},
        std::pair {ChannelKind::Sms, std::string_view {"sms"}}, std::pair {ChannelKind::WebForm, std::string_view {"web_form"}},
        std::pair {ChannelKind::LiveChat, std::string_view {"live_chat"}}, std::pair {ChannelKind::Email, std::string_view {"email"}},
        std::pair {ChannelKind::MissedCall, std::string_view {"missed_call"}}};
};

/// Those that are sent to a telephone number: one number of a person is reached by each of them.
inline constexpr std::array numberChannels {ChannelKind::Sms, ChannelKind::WhatsApp};

} // namespace foredeck
