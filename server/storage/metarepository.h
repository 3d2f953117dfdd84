#pragma once

#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// An id of the moment at which the store went on from a copy: what was made before it has probably been dealt with since.
inline constexpr std::string_view restoredAfter = "restored_after";

/// Small things the server keeps about itself, by name. Names in use: "server_id", "epoch", "jwt_key" (sealed), restoredAfter.
struct MetaRepository {
    static std::optional<std::string> get(Tx &tx, std::string_view name);
    /// Bytes are taken as they are.
    static void set(WriteTx &tx, std::string_view name, std::string_view value);
    /// The value that counts afterwards: the stored one if there is one, else `value`.
    static std::string setIfAbsent(WriteTx &tx, std::string_view name, std::string_view value);
    static void remove(WriteTx &tx, std::string_view name);
};

} // namespace foredeck
