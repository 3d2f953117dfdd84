#pragma once

#include "models/domain/channelkind.h"
#include "server/services/assistant/phrases.h"

#include <string>
#include <string_view>

namespace foredeck {

/// Where a person will answer, as it stands for {here} in what the assistant says: "here"; at a door through which nothing
/// can go back, by what was left there.
inline std::string whereAnswered(ChannelKind door, std::string_view language)
{
    const bool isOneWay = door == ChannelKind::WebForm || door == ChannelKind::Email;
    return phrases::say(isOneWay ? "where_left" : "here", language, {}, {});
}

} // namespace foredeck
