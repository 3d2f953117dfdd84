#pragma once

#include "server/services/access/access.h"
#include "server/storage/timelinerepository.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What one conversation holds from a position on, in short, so that a cache can find what it lacks (contract 4.4).
struct ConversationDigest {
    ConversationId conversation;
    std::int64_t version = 0;
    std::int64_t from = 0;
    std::int64_t count = 0;
    std::int64_t lastPosition = 0;
    std::string sha256; ///< hex, over the lines "id:version\n" of messages, notes and transitions with position >= from, by id
};

struct DigestRequest {
    ConversationId conversation;
    std::int64_t from = 0;
};

/// "<id>@<from>,<id>@<from>,…", at most 200. Error: Invalid, field "conversations".
Result<std::vector<DigestRequest>> digestRequests(std::string_view text);
/// Conversations that the client does not have are left out.
std::vector<ConversationDigest> digests(Tx &tx, const ClientId &client, const std::vector<DigestRequest> &requests);
/// `marks` by rising id.
std::string digestHash(const std::vector<TimelineMark> &marks);

} // namespace foredeck
