/// Inbox rows per second through writeLater with synchronous FULL, as webhooks hand them in: many waiting at a time.

#include "server/storage/inboxrepository.h"
#include "server/storage/sqlite/sqlitestore.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <mutex>

using namespace foredeck;

namespace {

constexpr int rows = 100'000;
constexpr int waiting = 256; // webhooks under way at once

double rowsPerSecond(SqliteStore &store)
{
    std::mutex mutex;
    std::condition_variable room;
    int underWay = 0;
    int failed = 0;
    const std::string payload(400, 'x');
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < rows; ++i) {
        {
            std::unique_lock lock {mutex};
            room.wait(lock, [&] { return underWay < waiting; });
            ++underWay;
        }
        InboxItem item;
        item.client = ClientId {"01980000-0000-7000-8000-000000000001"};
        item.channel = ChannelId {"01980000-0000-7000-8000-000000000002"};
        item.providerId = "wamid.HBgLMTMwNTU1NTAxNDIVAgASGBQzQTdCNTk" + std::to_string(i);
        item.kind = "message";
        item.payload = payload;
        store.writeLater([item = std::move(item)](WriteTx &tx) { InboxRepository::insertIfNew(tx, item); },
            [&](Result<void> result) {
                const std::lock_guard lock {mutex};
                failed += result.hasError() ? 1 : 0;
                --underWay;
                room.notify_one();
            });
    }
    std::unique_lock lock {mutex};
    room.wait(lock, [&] { return underWay == 0; });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (failed > 0)
        std::printf("%d writes failed\n", failed);
    return rows / took.count();
}

} // namespace

int main()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "foredeck-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    const SystemClock clock;
    for (int round = 1; round <= 3; ++round) {
        SqliteStoreConfig config;
        config.path = (folder / ("bench" + std::to_string(round) + ".db")).string();
        auto store = SqliteStore::open(config, clock);
        if (store.hasError()) {
            std::fprintf(stderr, "%s\n", store.error().detail.c_str());
            return 1;
        }
        const double rate = rowsPerSecond(*store.value());
        std::printf("inbox rows/s, synchronous FULL, %d at a time: %.0f (%llu commits)\n", waiting, rate,
            static_cast<unsigned long long>(store.value()->counters().commits));
    }
    std::filesystem::remove_all(folder);
    return 0;
}
