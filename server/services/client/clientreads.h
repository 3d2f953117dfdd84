#pragma once

#include "models/domain/client.h"
#include "models/domain/user.h"
#include "server/services/access/access.h"
#include "server/storage/clientrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/settingsrepository.h"

#include <vector>

namespace foredeck {

/// All that the caller sees, by name.
std::vector<Client> clientsOf(Tx &tx, const Access &access);
/// People who work for the client, as far as the caller may know them.
std::vector<User> usersOf(Tx &tx, const Access &access, const ClientId &client);

} // namespace foredeck
