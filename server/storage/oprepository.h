#pragma once

#include "models/core/id.h"
#include "server/storage/store.h"

#include <optional>
#include <string>

namespace foredeck {

/// What was answered to an act, so that its repetition gets the same answer and has no second effect (contract 5).
struct OpRecord {
    ClientId client; ///< empty for acts that belong to no client
    OpId op;
    UserId user;
    std::string requestHash; ///< of method, path and body
    int status = 0;
    std::string response;
    std::string contentType;
    Timestamp at;
    friend bool operator==(const OpRecord &, const OpRecord &) = default;
};

struct OpRepository {
    static std::optional<OpRecord> find(Tx &tx, const ClientId &client, const OpId &op);
    /// Whether one of this person's is there, of any client or none.
    static bool isThere(Tx &tx, const UserId &user, const OpId &op);
    /// One that is there already is a Conflict.
    static void insert(WriteTx &tx, const OpRecord &record);
    /// Older than `before` (30 days); at most `limit`. How many.
    static std::int64_t removeBefore(WriteTx &tx, Timestamp before, int limit);
};

} // namespace foredeck
