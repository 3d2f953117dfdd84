#include "server/app/commands.h"
#include "server/app/offline.h"

namespace foredeck {

Result<std::string> migrate(const std::string &data)
{
    const SystemClock clock;
    const auto offline = openOffline(data, clock);
    if (offline.hasError())
        return offline.error();
    return "the store is at version " + std::to_string(SqliteStore::schemaVersion) + "\n";
}

Result<std::string> backup(const std::string &data, const std::string &file)
{
    const auto copied = SqliteStore::copy(data + "/foredeckd.db", file);
    if (copied.hasError())
        return copied.error();
    return "copied to " + file + "; keep secret.key with it, or the keys of the channels must be entered again\n";
}

} // namespace foredeck
