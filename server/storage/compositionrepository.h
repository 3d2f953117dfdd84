#pragma once

#include "models/domain/composition.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>

namespace foredeck {

/// What people are typing: one per user, conversation and kind.
struct CompositionRepository {
    static std::optional<Composition> find(Tx &tx, const UserId &user, const ConversationId &conversation, CompositionKind kind);
    /// Newest first.
    static Page<Composition> ofUser(Tx &tx, const UserId &user, const PageRequest &page);
    /// Makes or replaces it; sets the version to that of the row before + 1.
    static void put(WriteTx &tx, Composition &composition);
};

/// How far each person has read.
struct ReadCursorRepository {
    static std::optional<ReadCursor> find(Tx &tx, const UserId &user, const ConversationId &conversation);
    /// By conversation.
    static Page<ReadCursor> ofUser(Tx &tx, const UserId &user, const PageRequest &page);
    /// Moves it forward and sets the version; false, with the stored one in `cursor`, when it stands there or further.
    static bool advance(WriteTx &tx, ReadCursor &cursor);
};

} // namespace foredeck
