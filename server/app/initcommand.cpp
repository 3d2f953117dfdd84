#include "net/codec/unknownmembers.h"
#include "server/app/commands.h"
#include "server/app/files.h"
#include "server/app/initstore.h"
#include "server/app/offline.h"
#include "server/services/zones/serverzones.h"

#include <filesystem>

namespace foredeck {

namespace {

const std::string makingSuffix = ".making";

// What an init that did not come to its end left, this one's included.
void clear(const std::string &making)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(making + suffix, ignored);
}

// A key that is there stays: an init that was killed left it, or it belongs to a store that will be put back.
Result<SecretBox> boxOf(const DataFolder &folder)
{
    std::error_code error;
    if (std::filesystem::exists(folder.key(), error))
        return SecretBox::open(folder.key());
    const auto making = folder.key() + makingSuffix;
    std::filesystem::remove(making, error);
    auto box = SecretBox::create(making);
    if (box.hasValue())
        std::filesystem::rename(making, folder.key(), error);
    return error ? Error::of(Error::Kind::Io, folder.key() + ": " + error.message()) : std::move(box);
}

// A person has written it: what nothing reads is a slip of the pen ("weekly" for "week"), and would be missed later.
Result<InitSpec> specOf(const std::string &text)
{
    JsonDocument document;
    const auto root = document.parse(text);
    if (root.hasError())
        return root.error();
    auto spec = decode<InitSpec>(root.value());
    const auto unknown = UnknownMembers::of<InitSpec>(root.value());
    if (spec.hasError() || unknown.empty())
        return spec;
    return Error::invalid(unknown.front().field, unknown.front().reason);
}

Result<DoorsFile> fill(const std::string &file, const InitSpec &spec, const SecretBox &box, const HttpClient &http, const Clock &clock)
{
    SqliteStoreConfig config;
    config.path = file;
    config.readers = 1;
    auto store = SqliteStore::open(std::move(config), clock);
    if (store.hasError())
        return store.error();
    return initStore(*store.value(), spec, box, http, Passwords {}, ServerZones {}, clock);
}

// The store takes its name last, when it is filled and its doors are written: it is there whole or not at all.
Result<std::string> make(const DataFolder &folder, const InitSpec &spec, const HttpClient &http, const std::string &doorsFile)
{
    const auto box = boxOf(folder);
    if (box.hasError())
        return box.error();
    const SystemClock clock;
    const auto making = folder.store() + makingSuffix;
    const auto doors = fill(making, spec, box.value(), http, clock);
    if (doors.hasError())
        return doors.error();
    if (!doorsFile.empty()) {
        if (const auto written = writeSecretFile(doorsFile, encode(doors.value()) + "\n"); written.hasError())
            return written.error();
    }
    std::error_code error;
    if (std::filesystem::exists(making + "-wal", error))
        return Error::of(Error::Kind::Internal, making + " could not be closed");
    std::filesystem::rename(making, folder.store(), error);
    if (error)
        return Error::of(Error::Kind::Io, folder.store() + ": " + error.message());
    return "made " + folder.path() + " with " + std::to_string(doors.value().clients.size()) + " clients\n";
}

} // namespace

Result<std::string> run(const InitCommand &command)
{
    const auto text = readFileOrInput(command.spec);
    if (text.hasError())
        return text.error();
    const auto spec = specOf(text.value());
    if (spec.hasError())
        return Error::of(spec.error().kind, command.spec + ": " + spec.error().detail);
    const auto folder = DataFolder::create(command.data);
    if (folder.hasError())
        return folder.error();
    const auto config = ServerConfig::read(folder.value().config()); // which may stand there before its store
    if (config.hasError())
        return Error::of(config.error().kind, folder.value().config() + ": " + config.error().detail);
    const HttpClient http {{}, VendorNetworks::of(config.value().vendorNetworks).valueOr({})};
    clear(folder.value().store() + makingSuffix);
    auto made = make(folder.value(), spec.value(), http, command.doors);
    if (made.hasError()) {
        clear(folder.value().store() + makingSuffix);
        return Error::of(made.error().kind, command.spec + ": " + made.error().detail);
    }
    return made;
}

} // namespace foredeck
