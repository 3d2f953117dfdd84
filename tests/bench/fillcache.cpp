/// Makes a console's profile whose cache holds so many messages, written by the cache's own writer.
///
///   bench_fillcache PROFILE MESSAGES
///
/// Prints the messages, the seconds and the rows a second; the time is the writer's, not the generator's alone.

#include "models/cache/localstore.h"
#include "models/cache/storewriter.h"
#include "net/codec/domaincodec.h"
#include "net/vault/profile.h"
#include "tests/bench/benchdata.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <semaphore>

namespace {

using namespace foredeck;

constexpr std::int64_t conversationsInBatch = 2000;
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

void addConversation(Batch &batch, std::int64_t number)
{
    batch.entities.push_back(entity("lead", bench::lead(number)));
    batch.entities.push_back(entity("conversation", bench::conversation(number)));
    for (int position = 1; position <= bench::messagesEach; ++position)
        batch.entities.push_back(entity("message", bench::message(number, position)));
}

int fill(LocalStore &store, std::int64_t conversations)
{
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
    first.cursors[bench::streamName()] = {bench::epoch, conversations * (bench::messagesEach + 2)};
    send(std::move(first));
    for (std::int64_t from = 0; from < conversations; from += conversationsInBatch) {
        Batch batch;
        for (std::int64_t number = from; number < std::min(conversations, from + conversationsInBatch); ++number)
            addConversation(batch, number);
        send(std::move(batch));
    }
    for (int i = 0; i < batchesWaiting; ++i)
        room.acquire();
    return failures;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: bench_fillcache PROFILE MESSAGES\n", stderr);
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
    const auto messages = std::atoll(argv[2]);
    const auto began = std::chrono::steady_clock::now();
    const int failures = fill(*store.value(), messages / bench::messagesEach);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("messages=%lld seconds=%.1f rate=%.0f\n", messages, took.count(), static_cast<double>(messages) / took.count());
    return failures == 0 ? 0 : 1;
}
