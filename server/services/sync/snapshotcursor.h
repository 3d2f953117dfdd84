#pragma once

#include "models/core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace foredeck {

/// Where a client's snapshot stands between two pages. On the wire "<part>~<start_seq>~<since>~<pass_start>~<inner>".
struct SnapshotCursor {
    enum class Part { First, Documents, Conversations };

    Part part = Part::First;
    std::int64_t startSeq = 0;
    std::int64_t since = 0; ///< this pass lists conversations whose last change is not before it, in ms; 0: all
    std::int64_t passStart = 0; ///< when the first page of this pass was read, in ms
    std::string inner; ///< the list's own cursor; empty: its first page

    std::string text() const;
    /// Empty text: the first page.
    static Result<SnapshotCursor> fromText(std::string_view text);
};

} // namespace foredeck
