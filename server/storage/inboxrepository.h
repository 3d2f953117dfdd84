#pragma once

#include "models/core/id.h"
#include "server/storage/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// One thing that a webhook handed in, durable before its 2xx, to be taken in by the ingest job, each sender's in the order of `row`.
struct InboxItem {
    std::int64_t row = 0; ///< given by the store: the order of the commits
    ClientId client;
    ChannelId channel;
    std::string providerId; ///< unique per channel: what deduplicates
    std::string kind; ///< "message", "status", …: the ingest job's own words
    std::string payload; ///< JSON, the ingest job's own
    Timestamp receivedAt;
    int attempts = 0;
    std::string error; ///< of the last attempt
    std::string sender; ///< whose it is: what came from one is taken in its order
    friend bool operator==(const InboxItem &, const InboxItem &) = default;
};

struct InboxRepository {
    /// False, and nothing done, when the channel has handed in this provider id before.
    static bool insertIfNew(WriteTx &tx, const InboxItem &item);
    /// Whether the channel has handed in one whose provider id begins so after `since`.
    static bool hasSince(Tx &tx, const ChannelId &channel, std::string_view prefix, Timestamp since);
    /// Of the new ones whose time has come, in order: whose they are. The first `limit`; where more wait, the first of each
    /// client behind them too.
    struct Head {
        std::int64_t row = 0;
        std::string sender;
        ClientId client;
    };
    static std::vector<Head> heads(Tx &tx, Timestamp now, int limit);
    static std::optional<InboxItem> byRow(Tx &tx, std::int64_t row);
    /// New ones whose time has come, above `after`, in order.
    static std::vector<InboxItem> next(Tx &tx, std::int64_t after, Timestamp now, int limit);
    /// When the oldest one came that is not taken in yet; nothing: all are.
    static std::optional<Timestamp> oldest(Tx &tx);
    static void done(WriteTx &tx, std::int64_t row, Timestamp at);
    /// Done, and never removed: it holds words that stand nowhere else.
    static void keep(WriteTx &tx, std::int64_t row, Timestamp at);
    /// Counts an attempt and waits until `retryAt`.
    static void retry(WriteTx &tx, std::int64_t row, std::string_view error, Timestamp retryAt);
    /// Cannot be taken in, ever: set aside with its reason, so that it holds nobody up.
    static void poison(WriteTx &tx, std::int64_t row, std::string_view error, Timestamp at);
    static std::vector<InboxItem> poisoned(Tx &tx, int limit);
    /// Rows that are done since before `before`; at most `limit`. How many.
    static std::int64_t removeDone(WriteTx &tx, Timestamp before, int limit);
};

} // namespace foredeck
