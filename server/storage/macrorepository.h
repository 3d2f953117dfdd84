#pragma once

#include "models/domain/macro.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// A client's macros.
struct MacroRepository {
    static std::optional<Macro> byId(Tx &tx, const ClientId &client, const MacroId &id);
    /// In the order of their making.
    static std::vector<Macro> ofClient(Tx &tx, const ClientId &client);
    static void insert(WriteTx &tx, const Macro &macro);
    static void update(WriteTx &tx, Macro &macro);
    /// False when it is not there. Its id stays taken.
    static bool remove(WriteTx &tx, const ClientId &client, const MacroId &id);
};

} // namespace foredeck
