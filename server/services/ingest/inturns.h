#pragma once

#include "server/storage/inboxrepository.h"

#include <cstdint>
#include <vector>

namespace foredeck {

/// At most `limit` rows of those that wait, one of each client before the second of any; of a client's, one of each sender
/// before the second of any. In the order in which they came, and each sender's in the order of the rows. Pure.
std::vector<std::int64_t> inTurns(const std::vector<InboxRepository::Head> &waiting, std::size_t limit);

} // namespace foredeck
