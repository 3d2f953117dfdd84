#include "server/services/access/bind.h"

#include "server/storage/clientrepository.h"
#include "server/storage/userrepository.h"

namespace foredeck {

namespace {

std::vector<ClientId> clientsOf(Tx &tx, const User &user)
{
    if (!user.clients.empty() || !mayDo(user.role.value(), Right::Administer))
        return user.clients;
    std::vector<ClientId> ids;
    for (const auto &client : ClientRepository::ofAgency(tx, user.agency))
        ids.push_back(client.id);
    return ids;
}

} // namespace

Result<Access> loadAccess(Tx &tx, const UserId &id)
{
    auto user = UserRepository::byId(tx, id);
    if (tx.error())
        return *tx.error();
    if (!user || !(user->status == UserStatus::Active))
        return Error::of(Error::Kind::Unauthorized, "this account cannot sign in");
    auto clients = clientsOf(tx, *user);
    if (tx.error())
        return *tx.error();
    return Access {std::move(*user), std::move(clients)};
}

} // namespace foredeck
