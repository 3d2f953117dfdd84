#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What a list is asked for: at most `limit` rows (1–500) after `cursor`, which is empty for the first page and otherwise
/// the `next` of the page before, word for word.
struct PageRequest {
    int limit = 50;
    std::string cursor;
};

template <class T>
struct Page {
    std::vector<T> items;
    std::string next; ///< empty: there is no more
};

/// Where a list stands: the sort key of its last row, the id to break ties. Text on the wire ("1763647331042.<id>").
struct PageCursor {
    std::int64_t key = 0;
    std::string id;

    std::string text() const;
    /// Error: Invalid, field "cursor".
    static Result<PageCursor> fromText(std::string_view text);
    /// Before everything in a list that falls.
    static PageCursor newest();
};

} // namespace foredeck
