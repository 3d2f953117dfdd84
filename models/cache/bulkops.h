#pragma once

#include "models/domain/bulk.h"
#include "models/domain/op.h"

#include <optional>
#include <string>

namespace foredeck {

/// What an order does with one conversation, in the words of the outbox. Pure functions.

struct BulkParts {
    OpKind kind = OpKind::Unknown;
    std::string body = "{}";
    std::string expect; ///< empty: it rests on nothing
};

BulkParts partsOf(const BulkAct &act, const BulkStep &step);
/// What takes it back, resting on what the act leaves where the server can hold it against that. Nothing: it cannot be.
std::optional<BulkParts> undoOf(const BulkAct &act, const BulkStep &step);
/// As BulkHead::detail keeps it.
std::string detailOf(const BulkAct &act);

/// {"user_id", "name"} of an assignment: the server reads the id, the echo the name as well.
std::string assignBody(const Owner &to);
/// {"owner"} as the server compares it: "assistant", "nobody" or the user's id.
std::string expectOwner(const Owner &owner);

} // namespace foredeck
