#pragma once

#include "models/core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace foredeck {

/// Where a client's snapshot stands between two pages. On the wire "<part>~<start_seq>~<from>~<until>~<inner>".
struct SnapshotCursor {
    enum class Part { First, Documents, Conversations, Moved, Leads };

    Part part = Part::First;
    std::int64_t startSeq = 0;
    std::int64_t from = 0; ///< Moved: the seq up to which the log was looked at
    std::int64_t until = 0; ///< Moved: the head when the list had been read
    std::string inner; ///< the list's own cursor; empty: its first page

    std::string text() const;
    /// Empty text: the first page.
    static Result<SnapshotCursor> fromText(std::string_view text);
};

} // namespace foredeck
