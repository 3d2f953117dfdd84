/// What a page of the inbox's list costs at any depth of a large cache, unnarrowed and under every filter there is.
///
///   bench_cachepages PROFILE
///
/// Walks the view "all" from its top to its end by key, page by page, on the reader's thread as the console does. Prints
/// rows, pages, their median, 95th percentile and longest in milliseconds, and the last two of the narrowed walks together.

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "net/vault/profile.h"
#include "tests/bench/benchdata.h"
#include "tests/bench/percentile.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <future>
#include <vector>

namespace {

using namespace foredeck;

constexpr int pageRows = 50;

struct Walk {
    std::int64_t rows = 0;
    std::vector<double> ms; ///< of each page
};

/// Appends to `walk`; stops where the cache answers an error.
void walkThrough(CacheReader &reader, const RowFilter &filter, Walk &walk)
{
    const ViewKey view {View::All, {}, filter};
    for (RowKey after = topKey;;) {
        const auto began = std::chrono::steady_clock::now();
        const auto page = reader.conversations(view, after, pageRows);
        walk.ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
        if (page.hasError())
            return;
        walk.rows += static_cast<std::int64_t>(page.value().rows.size());
        if (page.value().complete)
            return;
        after = page.value().end;
    }
}

std::vector<RowFilter> filters()
{
    RowFilter unread;
    unread.unread = true;
    RowFilter channel;
    channel.channels = {ChannelKind::Sms};
    RowFilter temperature;
    temperature.temperatures = {Temperature::Hot};
    RowFilter labelled;
    labelled.labels = {bench::label};
    RowFilter all = unread;
    all.channels = channel.channels;
    all.temperatures = temperature.temperatures;
    all.labels = labelled.labels;
    return {unread, channel, temperature, labelled, all};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: bench_cachepages PROFILE\n", stderr);
        return 2;
    }
    const QCoreApplication application(argc, argv);
    const auto profile = Profile::open(QString::fromLocal8Bit(argv[1]));
    if (profile.hasError())
        return 1;
    const SystemClock clock;
    StoreOptions options;
    options.folder = profile.value()->storeFolder(QString::fromLatin1(bench::serverId)).value();
    options.user = bench::user().id;
    const auto store = LocalStore::open(options, clock);
    if (store.hasError()) {
        std::fprintf(stderr, "%s\n", store.error().detail.c_str());
        return 1;
    }
    std::promise<std::pair<Walk, Walk>> walked;
    store.value()->read(
        [](CacheReader &reader) {
            std::pair<Walk, Walk> walks;
            walkThrough(reader, {}, walks.first);
            for (const RowFilter &filter : filters())
                walkThrough(reader, filter, walks.second);
            return walks;
        },
        [&walked](std::pair<Walk, Walk> walks) { walked.set_value(std::move(walks)); });
    const auto [plain, narrowed] = walked.get_future().get();
    std::printf("rows=%lld pages=%zu p50=%.3f p95=%.3f most=%.3f narrowed_rows=%lld narrowed_p95=%.3f narrowed_most=%.3f\n",
        static_cast<long long>(plain.rows), plain.ms.size(), bench::percentile(plain.ms, 0.5), bench::percentile(plain.ms, 0.95), bench::percentile(plain.ms, 1),
        static_cast<long long>(narrowed.rows), bench::percentile(narrowed.ms, 0.95), bench::percentile(narrowed.ms, 1));
    return 0;
}
