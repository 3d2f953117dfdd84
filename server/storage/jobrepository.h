#pragma once

#include "models/core/id.h"
#include "models/core/open.h"
#include "server/storage/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

enum class JobState { Unknown, Queued, Running, Done, Failed, Dead };
template <>
struct EnumNames<JobState> {
    using J = JobState;
    static constexpr std::array names {std::pair {J::Queued, std::string_view {"queued"}}, std::pair {J::Running, std::string_view {"running"}},
        std::pair {J::Done, std::string_view {"done"}}, std::pair {J::Failed, std::string_view {"failed"}}, std::pair {J::Dead, std::string_view {"dead"}}};
};

/// Background work (backend.md 7). At least once: whoever runs it must bear a repetition.
struct Job {
    JobId id;
    ClientId client;
    std::string queue;
    std::string kind;
    int priority = 2; ///< 1 first
    Timestamp runAt;
    Open<JobState> state {JobState::Queued};
    int attempts = 0; ///< counted at the claim
    int maxAttempts = 10;
    std::optional<Timestamp> lockedUntil; ///< the lease of the worker that has it
    std::string worker;
    std::string dedupKey; ///< at most one queued job of this client, queue and key; empty: no such bound
    std::string serialKey; ///< jobs of one key run one after another in the order of their making; empty: side by side
    ChannelId channel; ///< that it sends through, or what else only few may run of at a time; empty: no such bound
    std::string payload; ///< JSON, the kind's own
    std::string lastError;
    std::optional<Timestamp> triedAt; ///< when an attempt ended last, or was found to have been cut off; nothing: none is known
    Timestamp createdAt;
    std::optional<Timestamp> finishedAt;
};

/// What of a queue may run at a time: a vendor that hangs must leave workers to the others. What is pressing is counted beside
/// its like alone, so that it does not wait behind what is less so: of a channel by each worker, else by one that takes no other;
/// for the others it is one more that may hang.
struct JobBounds {
    static constexpr int none = 1'000'000;
    int perChannel = 2;
    int perClient = none;
    int triedBefore = none; ///< of those that have been tried before
    int least = none; ///< Job::priority of what is taken at all: less than none, of a worker that is for what is pressing
};

struct JobRepository {
    /// What lastError says of an attempt of which nothing more was heard.
    static constexpr std::string_view interrupted = "the worker's lease was over";
    /// Whether one attempt may have taken effect, by what lastError says: it was interrupted, or failed as `inDoubt` tells.
    static bool mayBeDone(std::string_view lastError);
    /// Whether so many attempts may have taken effect that no other may follow: three that were interrupted, or one of them behind
    /// a doubt that `inDoubt` tells.
    static bool isSpent(std::string_view lastError);
    /// How many attempts may have taken effect, by what lastError says of them.
    static int doubts(std::string_view lastError);
    /// lastError where so many attempts might have taken effect and were found not to have; what comes after them keeps the count.
    static std::string inVain(int attempts, std::string_view reason);
    /// That count, and what lastError says beside doubts and it.
    static int attemptsInVain(std::string_view lastError);
    static std::string_view reasonIn(std::string_view lastError);
    /// lastError for an attempt of which no end is on record, by what it was before it.
    static std::string interruptedAgain(std::string_view lastError);
    /// lastError where nothing was tried for `reason`, by what it was before: what may have taken effect stays known, and that no
    /// other may follow.
    static std::string notTried(std::string_view lastError, std::string_view reason);
    /// lastError for an attempt that failed although it, or one before it, may have taken effect.
    static std::string inDoubt(std::string_view reason);

    /// False, and nothing done, when a job with this dedupKey is queued already. What a more pressing one than usual would wait for
    /// (serialKey) becomes as pressing, and is due with it.
    static bool enqueue(WriteTx &tx, const Job &job);
    /// A queued job of this key waits until `runAt` instead (another message of the same turn came), and becomes as pressing as
    /// `priority` says if it was less so. False: none is queued.
    static bool reschedule(WriteTx &tx, const ClientId &client, std::string_view queue, std::string_view dedupKey, Timestamp runAt, int priority = Job {}.priority);
    /// The same, and it counts as made now: what it looks at began anew, and is counted from createdAt.
    static bool askAnew(WriteTx &tx, const ClientId &client, std::string_view queue, std::string_view dedupKey, Timestamp runAt, Timestamp now);
    /// What the queue holds of this priority, of all clients, runs by then at the latest; what is due sooner stays so.
    static void bringForward(WriteTx &tx, std::string_view queue, int priority, Timestamp by);
    /// What this channel has queued in the queue, and is due and no more pressing than `priority`, waits until then.
    static void putOff(WriteTx &tx, std::string_view queue, const ChannelId &channel, Timestamp now, Timestamp until, int priority = 0);
    /// What this channel has queued in the queue, and would be due by then, is due now.
    static void bringForward(WriteTx &tx, std::string_view queue, const ChannelId &channel, Timestamp now, Timestamp by);
    /// A queued job of this key will not run: it becomes failed with the reason. False: none is queued.
    static bool cancel(WriteTx &tx, const ClientId &client, std::string_view queue, std::string_view dedupKey, std::string_view reason, Timestamp at);

    /// Takes up to `limit` jobs of the queue whose time has come, by (priority, runAt, making), leased to `worker` until
    /// `lease`. A job waits while an older one of its serialKey is queued or running, or as many run as `bounds` say.
    static std::vector<Job> claim(WriteTx &tx, std::string_view queue, std::string_view worker, Timestamp now, Timestamp lease, int limit, const JobBounds &bounds = {});
    /// False: the lease was lost to somebody else, or the job is over.
    static bool renew(WriteTx &tx, const JobId &id, std::string_view worker, Timestamp lease);
    static bool done(WriteTx &tx, const JobId &id, std::string_view worker, Timestamp at);
    /// Queued again for `runAt` (backoff()), or dead after its last attempt.
    static bool failed(WriteTx &tx, const JobId &id, std::string_view worker, std::string_view error, Timestamp runAt, Timestamp at);
    /// Queued again for `runAt`; nothing was tried, so it was no attempt.
    static bool postponed(WriteTx &tx, const JobId &id, std::string_view worker, std::string_view reason, Timestamp runAt, Timestamp at);
    /// Not to be tried again.
    static bool dead(WriteTx &tx, const JobId &id, std::string_view worker, std::string_view error, Timestamp at);
    /// Jobs whose lease is over are queued again, or dead after their last attempt: those are put into `dead`. How many.
    static std::int64_t releaseExpired(WriteTx &tx, Timestamp now, std::vector<Job> *dead = nullptr);
    /// At start: this process holds the data folder alone, so every running job is nobody's. How many.
    static std::int64_t releaseAll(WriteTx &tx, Timestamp now, std::vector<Job> *dead = nullptr);

    /// In a store that was restored from a copy: jobs of this queue that wait or run count as interrupted at their last
    /// attempt, so that releaseAll() finds them dead.
    static void interruptAll(WriteTx &tx, std::string_view queue, Timestamp now);

    /// Queued jobs of a queue that wait for a moment after `after`, as only a clock that was ahead can have told them, run at
    /// `runAt`. How many.
    static std::int64_t pullBack(WriteTx &tx, std::string_view queue, Timestamp after, Timestamp runAt);

    static std::optional<Job> byId(Tx &tx, const JobId &id);
    /// When the next queued job of the queue is due; nothing: none is queued.
    static std::optional<Timestamp> nextRunAt(Tx &tx, std::string_view queue);
    static std::optional<Timestamp> nextRunAt(Tx &tx, std::string_view queue, int priority);
    /// How many there are, by queue and state.
    struct Count {
        std::string queue;
        std::string state;
        std::int64_t jobs = 0;
    };
    static std::vector<Count> counts(Tx &tx);
    static std::vector<Job> deadOnes(Tx &tx, int limit);
    /// Done and failed ones that finished before `before`; at most `limit`. How many.
    static std::int64_t removeFinished(WriteTx &tx, Timestamp before, int limit);

    /// min(2^attempts s, 1 h) and up to a quarter more by `jitter` (0–1, from the caller's random source).
    static std::chrono::milliseconds backoff(int attempts, double jitter);
};

} // namespace foredeck
