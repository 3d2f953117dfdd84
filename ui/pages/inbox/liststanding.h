#pragma once

#include "models/cache/rowfilter.h"
#include "models/core/id.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace foredeck::ui {

/// How the inbox's list stands beside its view, for another window of the same person.
struct ListStanding {
    RowFilter filter;
    std::vector<std::pair<ConversationId, std::int64_t>> picks; ///< what is selected, and what each had said by then
};

} // namespace foredeck::ui
