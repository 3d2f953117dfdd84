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

Result<Actor> activePerson(Tx &tx, const ClientId &client, const UserId &id, Right right, std::string_view field, const char *refusal)
{
    const auto access = loadAccess(tx, id);
    if (tx.error())
        return *tx.error();
    if (access.hasError() || !access.value().may(client, right))
        return Error::invalid(std::string {field}, refusal);
    return access.value().actor();
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

Result<Actor> answeringPerson(Tx &tx, const ClientId &client, const UserId &id, std::string_view field)
{
    return activePerson(tx, client, id, Right::Work, field, "is no active person who may answer for this client");
}

Result<Actor> seeingPerson(Tx &tx, const ClientId &client, const UserId &id, std::string_view field)
{
    return activePerson(tx, client, id, Right::Read, field, "is no active person who sees this client");
}

} // namespace foredeck
