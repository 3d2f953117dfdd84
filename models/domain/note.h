#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"
#include "models/domain/mention.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// For the team only. Its own kind with its own route, so that it can never become a message.
struct Note {
    NoteId id;
    ClientId client;
    ConversationId conversation;
    std::int64_t position = 0;
    Actor author;
    std::string text;
    std::vector<Mention> mentions; ///< whom it names, beside the text that shows them
    OpId op;
    Timestamp at;
    std::int64_t version = 1;
};

} // namespace foredeck
