#include "server/services/client/clientreads.h"

#include "server/storage/userrepository.h"

#include <algorithm>

namespace foredeck {

std::vector<Client> clientsOf(Tx &tx, const Access &access)
{
    std::vector<Client> clients;
    for (const auto &id : access.clients()) {
        if (auto client = ClientRepository::byId(tx, id))
            clients.push_back(std::move(*client));
    }
    std::sort(clients.begin(), clients.end(), [](const Client &a, const Client &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return clients;
}

std::vector<User> usersOf(Tx &tx, const Access &access, const ClientId &client)
{
    auto users = UserRepository::ofClient(tx, client);
    std::erase_if(users, [&](const User &user) { return !access.knows(user); });
    return users;
}

} // namespace foredeck
