#pragma once

#include "models/core/id.h"
#include "models/domain/channelkind.h"

#include <string>

namespace foredeck {

/// Somebody who came in, or called and was answered, as the desk writes it down. Plain text as it was typed.
struct DeskEntry {
    ClientId client;
    std::string name;
    std::string phone;
    std::string email;
    ChannelKind how = ChannelKind::WalkIn; ///< isAtDesk
    std::string wants; ///< what they asked for
    std::string note; ///< for the team; stands in the conversation
    bool conversation = true; ///< so that it can be given to somebody, have tasks, be resolved
    friend bool operator==(const DeskEntry &, const DeskEntry &) = default;
};

/// Nothing was written down yet.
inline bool isBlank(const DeskEntry &entry)
{
    return entry.name.empty() && entry.phone.empty() && entry.email.empty() && entry.wants.empty() && entry.note.empty();
}

} // namespace foredeck
