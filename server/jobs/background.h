#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "models/core/time.h"
#include "server/channels/http/vendornetworks.h"
#include "server/jobs/assistanttyping.h"
#include "server/services/client/channeltester.h"
#include "server/services/ingest/channeldirectory.h"
#include "server/services/ingest/chatvisits.h"
#include "server/services/ingest/intake.h"
#include "server/services/live/liveconsoles.h"

#include <chrono>
#include <memory>

namespace foredeck {

/// All background work of a backend, put together: taking the inbox in, the assistant's turns, sending, live chat. The
/// composition root owns one, hands its parts to the webhooks and its committed() to the store's feed.
class Background {
public:
    struct Config {
        int turnWorkers = 2;
        int sendWorkers = 4;
        std::chrono::milliseconds lease {60'000};
        std::chrono::milliseconds poll {1'000};
        std::chrono::milliseconds vendorConnect {5'000};
        std::chrono::milliseconds vendorTotal {20'000};
        VendorNetworks vendorNetworks;
        std::chrono::milliseconds longestChatPoll {25'000};
        std::chrono::milliseconds presenceGrace {60'000}; ///< LiveConsoles
        std::string publicUrl; ///< how vendors reach this server; empty: only doors that say so themselves are reached
    };
    /// Everything must outlive it.
    Background(Store &store, const Clock &clock, Log &log, const SecretBox &box, const TimeZones &zones, Config config);
    ~Background(); ///< stops
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Who shows that the assistant types; before start().
    void tellTyping(AssistantTyping::Tell tell);
    /// Takes up what an earlier process left, then begins to work. Error: the store's.
    Result<void> start();
    /// Finishes what is under way. Idempotent.
    void stop();
    /// Events of a commit, on the writer's thread.
    void committed(const std::vector<Event> &events);
    /// Does everything that is due on the caller's thread; for tests, instead of start(). How many rows and jobs.
    int drain();

    Intake &intake();
    ChannelDirectory &directory();
    ChatVisits &chats();
    ChannelTester &tester();
    /// To be told who has a console.
    LiveConsoles &consoles();

    struct Counters {
        std::uint64_t ingested = 0;
        std::uint64_t poisoned = 0;
        std::uint64_t jobsDone = 0;
        std::uint64_t jobsRetried = 0;
        std::uint64_t jobsDead = 0;
    };
    Counters counters() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
