#pragma once

#include "models/core/clock.h"
#include "server/app/config.h"
#include "server/app/datafolder.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/sqlite/sqlitestore.h"

#include <functional>
#include <memory>
#include <string>

namespace foredeck {

/// A data folder that no server is using, opened for one command.
struct Offline {
    DataFolder folder;
    SecretBox box;
    std::unique_ptr<SqliteStore> store;
    ServerConfig config;
};

/// Errors: Busy while a server has it, NotFound when there is no store, those of the store.
Result<Offline> openOffline(const std::string &data, const Clock &clock);

/// One write of a command: what `work` fails with is the answer, and nothing is stored.
Result<std::string> writeOnce(Store &store, const std::function<Result<std::string>(WriteTx &)> &work);
Result<std::string> readOnce(Store &store, const std::function<Result<std::string>(Tx &)> &work);

} // namespace foredeck
