#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <string>

namespace foredeck {

/// Who did what, for those who must answer for it. Never holds a secret or a customer's text.
struct AuditEntry {
    ClientId client; ///< empty for acts that belong to no client
    Timestamp at;
    Actor actor;
    std::string action; ///< "channel.updated", "user.invited", "auth.login_failed", …
    std::string target; ///< the id it was done to
    std::string detail; ///< a sentence
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

struct AuditRepository {
    static void append(WriteTx &tx, const AuditEntry &entry);
    /// Newest first.
    static Page<AuditEntry> list(Tx &tx, const ClientId &client, const PageRequest &page);
};

} // namespace foredeck
