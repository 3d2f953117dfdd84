#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <string>

namespace foredeck {

enum class ActorKind { Unknown, Lead, Assistant, User, System };
template <>
struct EnumNames<ActorKind> {
    static constexpr std::array names {std::pair {ActorKind::Lead, std::string_view {"lead"}},
        std::pair {ActorKind::Assistant, std::string_view {"assistant"}}, std::pair {ActorKind::User, std::string_view {"user"}},
        std::pair {ActorKind::System, std::string_view {"system"}}};
};

/// Who did something. `user` is set for ActorKind::User only; the name is the one at the time of the act.
struct Actor {
    Open<ActorKind> kind {ActorKind::System};
    UserId user;
    std::string name;

    friend bool operator==(const Actor &, const Actor &) = default;
};

} // namespace foredeck
