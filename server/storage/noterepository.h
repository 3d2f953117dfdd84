#pragma once

#include "models/domain/note.h"
#include "server/storage/store.h"

#include <optional>

namespace foredeck {

/// Notes of the team. Read in the timeline; immutable.
struct NoteRepository {
    static std::optional<Note> byId(Tx &tx, const ClientId &client, const NoteId &id);
    static void insert(WriteTx &tx, const Note &note);
};

} // namespace foredeck
