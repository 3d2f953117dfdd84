#include "server/app/commands.h"
#include "server/app/offline.h"

#include "server/app/storeconfig.h"
#include "server/services/client/channelacts.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"

#include <filesystem>

namespace foredeck {

namespace {

Result<std::string> dropAllKeys(const DataFolder &folder, const SecretBox &box, const Clock &clock)
{
    const auto store = SqliteStore::open(storeConfig(folder.store(), 1), clock);
    if (store.hasError())
        return store.error();
    return writeOnce(*store.value(), [&](WriteTx &tx) -> Result<std::string> {
        std::string without;
        for (const auto &client : ClientRepository::all(tx)) {
            for (const auto &channel : ChannelRepository::ofClient(tx, client.id)) {
                ActContext act {tx, client.id, {ActorKind::System, {}, {}}, {}, clock.now()};
                if (const auto dropped = dropSecrets(act, channel, box); dropped.hasError())
                    return dropped.error();
                if (channel.hasSecret || channel.hasToken)
                    without += client.slug + ": " + std::string {channel.kind.text()} + " " + channel.id.value + "\n";
            }
        }
        return without.empty() ? "no channel had keys\n" : "enter the keys of these channels again (`foredeckd channel set`):\n" + without;
    });
}

} // namespace

Result<std::string> migrate(const std::string &data)
{
    const SystemClock clock;
    const auto offline = openOffline(data, clock);
    if (offline.hasError())
        return offline.error();
    return "the store is at version " + std::to_string(SqliteStore::schemaVersion) + "\n";
}

Result<std::string> renewKey(const std::string &data)
{
    const SystemClock clock;
    const auto folder = DataFolder::open(data);
    if (folder.hasError())
        return folder.error();
    if (const auto there = folder.value().checkStore(); there.hasError())
        return there.error();
    const auto box = SecretBox::create(folder.value().key());
    if (box.hasError())
        return box.error();
    const auto dropped = dropAllKeys(folder.value(), box.value(), clock);
    if (dropped.hasError())
        std::filesystem::remove(folder.value().key()); // it would open nothing, and stand in the way of the next attempt
    return dropped;
}

Result<std::string> backup(const std::string &data, const std::string &file)
{
    const auto copied = SqliteStore::copy(data + "/foredeckd.db", file);
    if (copied.hasError())
        return copied.error();
    return "copied to " + file + "; keep secret.key with it, or the keys of the channels must be entered again after `foredeckd renew-key`\n";
}

Result<std::string> restore(const std::string &data, const std::string &file)
{
    const SystemClock clock;
    const auto folder = DataFolder::open(data);
    if (folder.hasError())
        return folder.error();
    const auto aside = SqliteStore::restore(file, folder.value().store(), clock.now());
    if (aside.hasError())
        return aside.error();
    const auto kept = aside.value().empty() ? std::string {} : "; what stood there before is " + aside.value();
    return "restored from " + file + kept
        + "\nconsoles send again what it lacks of the last two days' notes and tasks, and ask about replies that may have arrived"
          "\nwhat the copy had still to send or to answer goes to people: look at the escalations and at what is marked as interrupted"
          "\nit knows nothing that came later, such as who has ended the messages since; the channels' keys open with the secret.key of its time\n";
}

} // namespace foredeck
