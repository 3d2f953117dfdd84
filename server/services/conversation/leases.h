#pragma once

#include "models/core/clock.h"
#include "models/domain/conversation.h"

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace foredeck {

/// The running leases of claims. The row of a conversation holds the lease its last claim gave; renewals are ephemeral
/// (no version, no event) and live here. At start every stored claim gets one full lease more, because renewals of
/// before are not known. Safe from any thread.
class Leases {
public:
    struct Entry {
        ClientId client;
        ConversationId conversation;
        UserId user;
        std::int64_t fence = 0;
        Timestamp until;
    };

    explicit Leases(std::chrono::milliseconds length) : m_length(length) { }
    std::chrono::milliseconds length() const noexcept { return m_length; }

    /// After a claim was committed, or at start. An older fence never replaces a newer one.
    void grant(Entry entry);
    /// The new end, or nothing when the fence is not the newest one of this user any more.
    std::optional<Timestamp> renew(const ConversationId &conversation, const UserId &user, std::int64_t fence, Timestamp now);
    /// Whether the claim as a row shows it is still held.
    bool runs(const Conversation &conversation, Timestamp now) const;
    void end(const ConversationId &conversation, std::int64_t fence);
    std::vector<Entry> lapsed(Timestamp now) const;

private:
    const std::chrono::milliseconds m_length;
    mutable std::mutex m_mutex;
    std::map<ConversationId, Entry> m_entries;
};

} // namespace foredeck
