#pragma once

#include "models/domain/composition.h"
#include "models/sqlite/database.h"

#include <string>
#include <vector>

namespace foredeck {

/// What was typed to leads before there was a conversation, after two of them became one: the box of the one that is left holds
/// its own words and, below them, those that were typed to its parts. Each stays in its own journal until the box is written in,
/// so that a merge that is refused or taken back leaves them where they were.

/// The journals below this one in its box, each part's before those of its own parts, acts on their way counted as done. Empty: nobody
/// is a part of that lead, or it is no journal of first words. Throws StoreFault.
std::vector<ConversationId> journalsBelow(sqlite::Database &cache, const ConversationId &journal);

/// `more` on lines of its own below.
void addBelow(std::string &words, const std::string &more);

} // namespace foredeck
