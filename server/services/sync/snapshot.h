#pragma once

#include "server/services/access/access.h"
#include "server/storage/store.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// One entity of a snapshot: its word ("conversation"), its version and its JSON.
struct SnapshotItem {
    std::string kind;
    std::int64_t version = 0;
    std::string data;
};

struct SnapshotPage {
    std::string stream;
    std::string epoch;
    std::int64_t startSeq = 0; ///< the same on every page: events above it complete the snapshot
    std::int64_t total = 0; ///< conversations (client), else items
    std::vector<SnapshotItem> items;
    std::string next; ///< cursor; empty: this was the last page
};

/// Snapshots of streams in keyset pages, each a short reading of its own (contract 4.5). What changes meanwhile is above
/// startSeq; conversations that changed while the list was read, and so may have moved up past the reader, are shown once
/// more at the end, so that none is missed.
class Snapshots {
public:
    struct Config {
        int conversations = 20; ///< per page
        int timeline = 50; ///< newest entries of each
        std::size_t bytes = 1024 * 1024; ///< of data: a page ends with the conversation that reaches it, its timeline with the entry
        int documents = 200; ///< per page
        int events = 500; ///< of the log at once, when looking for what moved
    };
    Snapshots(Store &store, Config config) : m_store(store), m_config(config) { }

    /// The caller sees the client. Error: Invalid, field "cursor".
    Result<SnapshotPage> client(const Access &access, const ClientId &client, std::string_view cursor) const;
    /// Agency, clients and people whom the caller may know, on one page.
    Result<SnapshotPage> agency(const Access &access) const;
    /// The caller's own read cursors and compositions, and to which pending escalations they were called.
    Result<SnapshotPage> user(const Access &access, std::string_view cursor) const;

private:
    Store &m_store;
    const Config m_config;
};

} // namespace foredeck
