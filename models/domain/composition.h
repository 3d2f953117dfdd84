#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <cstdint>
#include <string>

namespace foredeck {

enum class CompositionKind { Unknown, Reply, Note };
template <>
struct EnumNames<CompositionKind> {
    static constexpr std::array names {std::pair {CompositionKind::Reply, std::string_view {"reply"}}, std::pair {CompositionKind::Note, std::string_view {"note"}}};
};

/// What a person is typing: one per user, conversation and kind; synced on stream user:<id>. An empty text says that it
/// was sent or cleared. Never deleted by the console on its own.
struct Composition {
    UserId user;
    ClientId client;
    ConversationId conversation;
    Open<CompositionKind> kind {CompositionKind::Reply};
    std::string text;
    std::int64_t seenPosition = 0; ///< the highest public position when the typing began
    Timestamp at;
    std::int64_t version = 1;
};

/// How far one person has read one conversation. Moved by that person's own reading only.
struct ReadCursor {
    UserId user;
    ClientId client;
    ConversationId conversation;
    std::int64_t position = 0;
    std::int64_t version = 1;
};

} // namespace foredeck
