#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

enum class Role { Unknown, SuperAdmin, Admin, Manager, Agent, Viewer };
template <>
struct EnumNames<Role> {
    static constexpr std::array names {std::pair {Role::SuperAdmin, std::string_view {"super_admin"}},
        std::pair {Role::Admin, std::string_view {"admin"}}, std::pair {Role::Manager, std::string_view {"manager"}},
        std::pair {Role::Agent, std::string_view {"agent"}}, std::pair {Role::Viewer, std::string_view {"viewer"}}};
};

enum class UserStatus { Unknown, Invited, Active, Locked, Disabled };
template <>
struct EnumNames<UserStatus> {
    static constexpr std::array names {std::pair {UserStatus::Invited, std::string_view {"invited"}},
        std::pair {UserStatus::Active, std::string_view {"active"}}, std::pair {UserStatus::Locked, std::string_view {"locked"}},
        std::pair {UserStatus::Disabled, std::string_view {"disabled"}}};
};

struct User {
    UserId id;
    AgencyId agency;
    std::vector<ClientId> clients; ///< empty with a role of admin or above: all of the agency
    Open<Role> role {Role::Agent};
    std::string name;
    std::string email;
    std::string phone;
    bool available = true;
    bool doNotDisturb = false;
    bool onCall = false;
    Open<UserStatus> status {UserStatus::Active};
    std::int64_t version = 1;
};

/// What a role may do to a client's data. Deny by default: the one table that handlers and the interface both ask.
enum class Right {
    Read, ///< see conversations, leads, the log
    Work, ///< claim, reply, note, resolve
    Manage, ///< settings, hours, assistant on and off
    Administer, ///< channels and their secrets, people, safe mode
};
constexpr bool mayDo(Role role, Right right) noexcept
{
    switch (role) {
    case Role::SuperAdmin:
    case Role::Admin:
        return true;
    case Role::Manager:
        return right != Right::Administer;
    case Role::Agent:
        return right == Right::Read || right == Right::Work;
    case Role::Viewer:
        return right == Right::Read;
    case Role::Unknown:
        return false;
    }
    return false;
}

} // namespace foredeck
