#pragma once

#include "models/cache/rowfilter.h"
#include "models/core/id.h"
#include "models/core/open.h"

#include <array>
#include <cstdint>
#include <vector>

namespace foredeck {

/// The shipped lists of conversations. News is what one takes part in and is to be told of; no list shows it by itself. What belongs to each is said once, in projection.h.
/// Their numbers stand in the cache.
enum class View { Unknown, Mine, Unassigned, Waiting, Escalated, Ended, All, Snoozed, Due, Mentions, News };
template <>
struct EnumNames<View> {
    using S = std::string_view;
    static constexpr std::array names {std::pair {View::Mine, S {"mine"}}, std::pair {View::Unassigned, S {"unassigned"}},
        std::pair {View::Waiting, S {"waiting"}}, std::pair {View::Escalated, S {"escalated"}}, std::pair {View::Ended, S {"ended"}},
        std::pair {View::All, S {"all"}}, std::pair {View::Snoozed, S {"snoozed"}}, std::pair {View::Due, S {"due"}},
        std::pair {View::Mentions, S {"mentions"}}, std::pair {View::News, S {"news"}}};
};

/// A view over all clients (empty client) or one, and what narrows it.
struct ViewKey {
    View view = View::All;
    ClientId client;
    RowFilter filter = {};
    friend bool operator==(const ViewKey &, const ViewKey &) = default;
};

/// Where a row stands in a list: the highest rank first, ties by the row id. A page asks for what comes after one of these.
struct RowKey {
    std::int64_t rank = 0; ///< rankOf(), projection.h
    std::int64_t row = 0;
    friend auto operator<=>(const RowKey &, const RowKey &) = default;
};
inline constexpr RowKey topKey {INT64_MAX, INT64_MAX};

struct ViewCount {
    std::int64_t total = 0;
    std::int64_t unread = 0; ///< conversations with something unread
    friend bool operator==(const ViewCount &, const ViewCount &) = default;
};

/// How many conversations a view holds that is narrowed.
struct FittingCount {
    std::int64_t count = 0;
    bool isAll = true; ///< nothing of the view was left uncounted
    friend bool operator==(const FittingCount &, const FittingCount &) = default;
};

/// Of some rows of a view, how many fit each of several filters.
struct FittingPage {
    std::vector<std::int64_t> counts; ///< in the order of the filters
    RowKey end; ///< the next rows come after it
    bool isLast = true;
};

} // namespace foredeck
