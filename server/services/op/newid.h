#pragma once

#include "models/core/result.h"
#include "server/storage/ownerlookup.h"

namespace foredeck {

/// What an act makes may be named by it, once: an id that anything of its kind has or had, with whichever client, is a conflict.
template <class IdType>
Result<void> checkNewId(Tx &tx, const IdType &id)
{
    if (!isUuid(id.value))
        return Error::invalid("id", "must be a new UUID");
    if (!clientOf(tx, id))
        return {};
    Error error = Error::invalid("id", "is taken already");
    error.kind = Error::Kind::Conflict;
    return error;
}

} // namespace foredeck
