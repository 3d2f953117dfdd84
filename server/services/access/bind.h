#pragma once

#include "server/services/access/access.h"
#include "server/storage/ownerlookup.h"

namespace foredeck {

/// The caller's rights as the rows say now. Unauthorized when there is no such user any more, or one who may not sign in.
Result<Access> loadAccess(Tx &tx, const UserId &user);

/// The one place where a thing that a route names without its client gets its client: only if the caller sees that
/// client and has the right. Everything is then read by (client, id).
template <class IdType>
Result<ClientId> boundClient(Tx &tx, const Access &access, const IdType &id, Right right, std::string_view word)
{
    const auto client = clientOf(tx, id);
    if (tx.error())
        return *tx.error();
    if (!client || !access.sees(*client))
        return notFound(word);
    if (const auto allowed = access.need(*client, right); allowed.hasError())
        return allowed.error();
    return *client;
}

/// An active person who may answer for this client; Invalid, naming the field, for everybody else.
Result<Actor> answeringPerson(Tx &tx, const ClientId &client, const UserId &id, std::string_view field);
/// The same of one who sees it.
Result<Actor> seeingPerson(Tx &tx, const ClientId &client, const UserId &id, std::string_view field);

} // namespace foredeck
