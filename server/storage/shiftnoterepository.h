#pragma once

#include "models/domain/shiftnote.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>

namespace foredeck {

/// What whoever goes tells whoever comes.
struct ShiftNoteRepository {
    static std::optional<ShiftNote> byId(Tx &tx, const ClientId &client, const ShiftNoteId &id);
    /// The newest first.
    static Page<ShiftNote> list(Tx &tx, const ClientId &client, const PageRequest &page);
    static void insert(WriteTx &tx, const ShiftNote &note);
    static void update(WriteTx &tx, ShiftNote &note);
};

} // namespace foredeck
