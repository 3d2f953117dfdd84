#include "server/app/commands.h"
#include "server/app/files.h"
#include "server/app/initstore.h"
#include "server/app/offline.h"
#include "server/services/zones/serverzones.h"

#include <filesystem>

namespace foredeck {

namespace {

// A store that could not be filled must not look like one that was.
void removeStore(const DataFolder &folder)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(folder.store() + suffix, ignored);
    std::filesystem::remove(folder.key(), ignored);
}

Result<DoorsFile> fill(const DataFolder &folder, const InitSpec &spec, const Clock &clock)
{
    auto box = SecretBox::create(folder.key());
    if (box.hasError())
        return box.error();
    SqliteStoreConfig config;
    config.path = folder.store();
    config.readers = 1;
    auto store = SqliteStore::open(std::move(config), clock);
    if (store.hasError())
        return store.error();
    return initStore(*store.value(), spec, box.value(), Passwords {}, ServerZones {}, clock);
}

} // namespace

Result<std::string> run(const InitCommand &command)
{
    const auto text = readFileOrInput(command.spec);
    if (text.hasError())
        return text.error();
    const auto spec = decode<InitSpec>(text.value());
    if (spec.hasError())
        return Error::of(spec.error().kind, command.spec + ": " + spec.error().detail);
    const auto folder = DataFolder::create(command.data);
    if (folder.hasError())
        return folder.error();
    const SystemClock clock;
    const auto doors = fill(folder.value(), spec.value(), clock);
    if (doors.hasError()) {
        if (doors.error().kind != Error::Kind::Conflict || !folder.value().hasStore())
            removeStore(folder.value());
        return Error::of(doors.error().kind, command.spec + ": " + doors.error().detail);
    }
    if (!command.doors.empty()) {
        if (const auto written = writeSecretFile(command.doors, encode(doors.value()) + "\n"); written.hasError())
            return written.error();
    }
    return "made " + command.data + " with " + std::to_string(doors.value().clients.size()) + " clients\n";
}

} // namespace foredeck
