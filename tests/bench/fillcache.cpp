/// Makes a console's profile whose cache holds so many messages, written by the cache's own writer.
///
///   bench_fillcache PROFILE MESSAGES [EACH [LONG...]]
///
/// EACH: how many a conversation has. Each LONG is one conversation more, the newest, with so many. Prints the messages, the seconds and the rows a second; the time is the writer's, not the generator's alone.

#include "models/cache/localstore.h"
#include "models/cache/storewriter.h"
#include "net/codec/domaincodec.h"
#include "net/vault/profile.h"
#include "tests/bench/benchdata.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <numeric>
#include <semaphore>
#include <utility>
#include <vector>

namespace {

using namespace foredeck;

constexpr std::size_t rowsInBatch = 24'000;
constexpr int batchesWaiting = 2;

template <class T>
Entity entity(const char *kind, const T &value)
{
    Entity e;
    e.kind = kind;
    e.version = value.version;
    e.data = encode(value);
    return e;
}

/// `messages` of each conversation, the oldest first.
int fill(LocalStore &store, const std::vector<std::int64_t> &messages)
{
    const auto conversations = static_cast<std::int64_t>(messages.size());
    std::counting_semaphore<batchesWaiting> room {batchesWaiting};
    std::atomic<int> failures {0};
    const auto send = [&](Batch batch) {
        room.acquire();
        store.writer().applyBatch(std::move(batch), [&](const Result<BatchReport> &report) {
            failures += report.hasError() || report.value().unreadable > 0 ? 1 : 0;
            room.release();
        });
    };
    store.writer().setUser(bench::user(), {});
    Batch first;
    first.entities = {entity("client", bench::client()), entity("user", bench::user())};
    first.cursors[bench::streamName()] = {bench::epoch, std::accumulate(messages.begin(), messages.end(), 2 * conversations)};
    send(std::move(first));
    Batch batch;
    const auto add = [&](Entity row) {
        batch.entities.push_back(std::move(row));
        if (batch.entities.size() == rowsInBatch)
            send(std::exchange(batch, {}));
    };
    for (std::int64_t number = 0; number < conversations; ++number) {
        const std::int64_t each = messages[static_cast<std::size_t>(number)];
        add(entity("lead", bench::lead(number)));
        add(entity("conversation", bench::conversation(number, each)));
        for (std::int64_t position = 1; position <= each; ++position)
            add(entity("message", bench::message(number, position)));
    }
    send(std::move(batch));
    for (int i = 0; i < batchesWaiting; ++i)
        room.acquire();
    return failures;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fputs("usage: bench_fillcache PROFILE MESSAGES [EACH [LONG...]]\n", stderr);
        return 2;
    }
    const QCoreApplication application(argc, argv);
    const auto profile = Profile::open(QString::fromLocal8Bit(argv[1]));
    const QString server = QString::fromLatin1(bench::serverId);
    if (profile.hasError())
        return 1;
    profile.value()->setServerIdOf(QStringLiteral("embedded"), server);
    profile.value()->setUserIdOf(server, QString::fromStdString(bench::user().id.value));
    const SystemClock clock;
    StoreOptions options;
    options.folder = profile.value()->storeFolder(server).value();
    options.user = bench::user().id;
    auto store = LocalStore::open(options, clock);
    if (store.hasError()) {
        std::fprintf(stderr, "%s\n", store.error().detail.c_str());
        return 1;
    }
    const std::int64_t each = argc > 3 ? std::atoll(argv[3]) : bench::messagesEach;
    std::vector<std::int64_t> conversations(static_cast<std::size_t>(std::atoll(argv[2]) / each), each);
    for (int i = 4; i < argc; ++i)
        conversations.push_back(std::atoll(argv[i]));
    const std::int64_t messages = std::accumulate(conversations.begin(), conversations.end(), std::int64_t {0});
    const auto began = std::chrono::steady_clock::now();
    const int failures = fill(*store.value(), conversations);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("messages=%lld seconds=%.1f rate=%.0f\n", static_cast<long long>(messages), took.count(), static_cast<double>(messages) / took.count());
    return failures == 0 ? 0 : 1;
}
