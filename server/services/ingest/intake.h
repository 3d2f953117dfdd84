#pragma once

#include "server/channels/inbound.h"
#include "server/storage/store.h"

#include <functional>
#include <string>
#include <vector>

namespace foredeck {

/// One thing for one business's channel, as a webhook brought it.
struct IntakeItem {
    ClientId client;
    ChannelId channel;
    Inbound inbound;
    std::string body {}; ///< SHA-256 of a form without an id: the same bytes within ten minutes are one form
};

struct IntakeReceipt {
    int taken = 0;
    int repeated = 0; ///< had come before: nothing was done
};

/// The visitor's window that a live chat message came from.
struct ChatVisit {
    std::string session;
    std::string token; ///< as presented; empty: none
    bool fromLoopback = false;
};

struct ChatReceipt {
    bool repeated = false;
    std::string newToken; ///< of a window that was not there before; given once
};

/// Makes what webhooks bring durable, before they are answered: rows of the inbox, in the order of the commits. Safe from
/// any thread; nothing here blocks.
class Intake {
public:
    using Wake = std::function<void()>;
    /// `wake` is called on the writer's thread after rows have become durable; it must not block.
    Intake(Store &store, const Clock &clock, Wake wake) : m_store(store), m_clock(clock), m_wake(std::move(wake)) { }

    /// All items or none. `done` is called after the commit, on the writer's thread (on the caller's when the store refuses
    /// at once).
    void take(std::vector<IntakeItem> items, std::function<void(Result<IntakeReceipt>)> done);
    /// A chat message, with its window: the first message makes it and gives its token, later ones must bring that token,
    /// else Forbidden and nothing is stored.
    void takeChat(IntakeItem item, ChatVisit visit, std::function<void(Result<ChatReceipt>)> done);

private:
    Store &m_store;
    const Clock &m_clock;
    Wake m_wake;
};

} // namespace foredeck
