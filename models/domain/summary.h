#pragma once

#include "models/domain/task.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// Something the customer was promised: an open or closed task that is more than a note to ourselves.
struct SummaryPromise {
    Open<TaskKind> kind;
    std::string text; ///< one line; may be empty for a call back
    Timestamp due;
    Open<TaskState> state;
    friend bool operator==(const SummaryPromise &, const SummaryPromise &) = default;
};

/// Where a conversation stands, in the words of its records and in no others. What nothing supports is empty and shown as
/// "–".
struct ConversationSummary {
    std::int64_t upTo = 0; ///< the position of the last public message that it knows
    std::string wants; ///< one line: what the intake learned, else the customer's own words
    std::vector<std::string> open; ///< what the customer wrote and nobody has answered, one line each, oldest first
    std::vector<SummaryPromise> promises; ///< the one that is due first in front, then what was kept or dropped
    friend bool operator==(const ConversationSummary &, const ConversationSummary &) = default;
};

} // namespace foredeck
