#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"

#include <cstdint>
#include <string>

namespace foredeck {

/// One entry of a stream of the log. `data` is the whole entity as JSON text, so the log needs no codec of its own.
/// Streams: "client:<id>", "agency:<id>", "user:<id>".
struct Event {
    std::string stream;
    std::int64_t seq = 0;
    std::int64_t prev = 0; ///< the seq sent before this one on the same filtered stream
    Timestamp at;
    std::string kind; ///< "message.created", "conversation.updated", …: <word>.<created|updated|deleted>
    std::string entity; ///< the id of what changed
    std::int64_t version = 0;
    OpId op;
    Actor actor;
    std::string data;
};

} // namespace foredeck
