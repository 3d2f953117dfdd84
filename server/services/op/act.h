#pragma once

#include "models/core/clock.h"
#include "models/domain/actor.h"
#include "server/storage/announce.h"

namespace foredeck {

/// What every change works with, whoever makes it: its transaction, the client whose rows it may touch, who did it and
/// when. `now`, `actor` and `op` are the same for all rows and events of one act.
struct ActContext {
    WriteTx &tx;
    ClientId client; ///< empty for acts that belong to no client
    Actor actor;
    OpId op; ///< empty when it is no person's act
    Timestamp now;

    /// The first failure of a repository in this transaction, if there is one.
    Result<void> ok() const { return tx.error() ? Result<void> {*tx.error()} : Result<void> {}; }
    /// Puts an entity of this client into the client's stream.
    template <class T>
    void tell(std::string_view kind, const T &entity) const
    {
        announce(tx, clientStream(client), kind, entity, actor, op);
    }
};

} // namespace foredeck
