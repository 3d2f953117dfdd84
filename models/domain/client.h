#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class ClientStatus { Unknown, Onboarding, Active, Paused };
template <>
struct EnumNames<ClientStatus> {
    static constexpr std::array names {std::pair {ClientStatus::Onboarding, std::string_view {"onboarding"}},
        std::pair {ClientStatus::Active, std::string_view {"active"}}, std::pair {ClientStatus::Paused, std::string_view {"paused"}}};
};

/// A dated word to the assistant that it obeys at once ("no rooms until Sunday"), and that everybody at the desk sees while it
/// is in force. It ends by itself.
struct Notice {
    NoticeId id;
    std::string text;
    Timestamp from;
    std::optional<Timestamp> until; ///< nothing: until somebody ends it
    std::string by; ///< the name of who gave it, as at the time
    friend bool operator==(const Notice &, const Notice &) = default;
};
inline bool isInForce(const Notice &notice, Timestamp now) { return notice.from <= now && (!notice.until || *notice.until > now); }

inline constexpr std::size_t mostNotices = 20;
inline constexpr std::size_t longestNotice = 500; ///< bytes
/// Further on nobody remembers why; as long the assistant may be paused by whoever is no manager.
inline constexpr std::chrono::days longestNoticeTime {366};
inline constexpr std::chrono::days longestPause {7};

/// One business (a tenant). Every row of a store carries its id.
struct Client {
    ClientId id;
    AgencyId agency;
    std::string name;
    std::string slug; ///< unique; what web forms and live chat name the client by
    std::string mark; ///< two letters for lists that hold several clients
    std::string industry; ///< of the catalogue: "hotel", "marine", …; empty when not told
    Open<ClientStatus> status {ClientStatus::Onboarding};
    bool assistantOn = true;
    std::optional<Timestamp> assistantOffUntil; ///< while it is paused: when it goes on by itself; nothing: when somebody says so
    bool safeMode = true; ///< on until an operator turns it off: nothing leaves but to loopback addresses
    std::vector<Notice> notices;
    std::string language = "en"; ///< ISO 639-1, the assistant's first language here
    std::string region = "US"; ///< ISO 3166-1: how a phone number without a country code is read
    bool sample = false; ///< made by `foredeckd init --sample`; never in one store with real data
    std::int64_t version = 1;
};

struct Agency {
    AgencyId id;
    std::string name;
    std::string mark;
    std::int64_t version = 1;
};

} // namespace foredeck
