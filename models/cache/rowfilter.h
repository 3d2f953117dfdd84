#pragma once

#include "models/domain/channelkind.h"
#include "models/domain/lead.h"

#include <set>
#include <string>

namespace foredeck {

struct ConversationRow;

/// What narrows a list of conversations: those show that fit every part that is set. Asked of rows as they show, with what
/// has not left this computer in them, so that it holds at once and offline.
struct RowFilter {
    bool unread = false; ///< only what this person has not read
    std::set<ChannelKind> channels; ///< empty: any
    std::set<Temperature> temperatures; ///< empty: any
    std::set<std::string> labels; ///< one of these, told apart as labels are (labelKey()); empty: with any or none

    bool isEmpty() const { return *this == RowFilter {}; }
    friend bool operator==(const RowFilter &, const RowFilter &) = default;
};

bool fits(const RowFilter &filter, const ConversationRow &row);

} // namespace foredeck
