#include "server/app/offline.h"

#include "server/app/storeconfig.h"

#include <optional>

namespace foredeck {

namespace {

Result<std::string> settled(std::optional<Result<std::string>> &result, const Result<void> &done)
{
    if (result && result->hasError())
        return *result;
    return done.hasError() ? Result<std::string> {done.error()} : *std::move(result);
}

} // namespace

Result<Offline> openOffline(const std::string &data, const Clock &clock)
{
    auto folder = DataFolder::open(data);
    if (folder.hasError())
        return folder.error();
    if (const auto there = folder.value().checkStore(); there.hasError())
        return there.error();
    auto config = ServerConfig::read(folder.value().config());
    if (config.hasError())
        return Error::of(config.error().kind, folder.value().config() + ": " + config.error().detail);
    auto box = SecretBox::open(folder.value().key());
    if (box.hasError())
        return box.error();
    auto opened = SqliteStore::open(storeConfig(folder.value().store(), 1), clock);
    if (opened.hasError())
        return opened.error();
    return Offline {std::move(folder).value(), std::move(box).value(), std::move(opened).value(), std::move(config).value()};
}

Result<std::string> writeOnce(Store &store, const std::function<Result<std::string>(WriteTx &)> &work)
{
    std::optional<Result<std::string>> result;
    const auto done = store.write([&](WriteTx &tx) {
        result.emplace(work(tx));
        if (result->hasError() && !tx.error())
            tx.fail(result->error());
    });
    return settled(result, done);
}

Result<std::string> readOnce(Store &store, const std::function<Result<std::string>(Tx &)> &work)
{
    std::optional<Result<std::string>> result;
    const auto done = store.read([&](Tx &tx) { result.emplace(work(tx)); });
    return settled(result, done);
}

} // namespace foredeck
