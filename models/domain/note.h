#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"

#include <cstdint>
#include <string>

namespace foredeck {

/// For the team only. Its own kind with its own route, so that it can never become a message.
struct Note {
    NoteId id;
    ClientId client;
    ConversationId conversation;
    std::int64_t position = 0;
    Actor author;
    std::string text;
    OpId op;
    Timestamp at;
    std::int64_t version = 1;
};

} // namespace foredeck
