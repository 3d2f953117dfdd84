#include "server/storage/jobrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <algorithm>
#include <tuple>

namespace foredeck {

namespace {

constexpr std::string_view doubt = "it may have been done: ";
constexpr std::string_view vain = "it was not there: ";

struct StoredJob {
    Job job;
    std::int64_t seq = 0;
};

StoredJob storedJobOf(const Row &row)
{
    StoredJob stored;
    auto &job = stored.job;
    job.id = JobId {row.text(0)};
    job.client = ClientId {row.text(1)};
    job.queue = row.text(2);
    job.kind = row.text(3);
    job.priority = static_cast<int>(row.integer(4));
    job.runAt = rows::timeAt(row, 5);
    job.state = Open<JobState>::fromText(row.text(6));
    job.attempts = static_cast<int>(row.integer(7));
    job.maxAttempts = static_cast<int>(row.integer(8));
    job.lockedUntil = rows::optionalTimeAt(row, 9);
    job.worker = row.text(10);
    job.dedupKey = row.text(11);
    job.serialKey = row.text(12);
    job.payload = row.text(13);
    job.lastError = row.text(14);
    job.createdAt = rows::timeAt(row, 15);
    job.finishedAt = rows::optionalTimeAt(row, 16);
    stored.seq = row.integer(17);
    job.channel = ChannelId {row.text(18)};
    job.triedAt = rows::optionalTimeAt(row, 19);
    return stored;
}

bool finish(WriteTx &tx, const JobId &id, std::string_view worker, JobState state, std::string_view error, Timestamp at)
{
    return tx.run(sql::job_finish,
               {{"id", id.value}, {"worker", worker}, {"state", nameOf(state)}, {"error", error}, {"at", rows::time(at)}})
        == 1;
}

bool again(WriteTx &tx, std::string_view id, std::string_view worker, std::string_view error, Timestamp runAt, Timestamp at, int givenBack)
{
    return tx.run(sql::job_again,
               {{"id", id}, {"worker", worker}, {"error", error}, {"run_at", rows::time(runAt)}, {"at", rows::time(at)}, {"given_back", givenBack}})
        == 1;
}

// One after another: two of one key must not be queued again together.
std::int64_t release(WriteTx &tx, Timestamp leaseBefore, Timestamp now, std::vector<Job> *dead)
{
    constexpr int batch = 500;
    std::int64_t released = 0;
    for (;;) {
        std::vector<std::pair<std::string, std::string>> expired;
        tx.run(sql::job_expired, {{"now", rows::time(leaseBefore)}, {"limit", batch}}, [&](const Row &row) {
            expired.emplace_back(rows::textAt(row, 0), rows::textAt(row, 1));
            return true;
        });
        for (const auto &[id, worker] : expired) {
            const auto before = JobRepository::byId(tx, JobId {id});
            released += again(tx, id, worker, JobRepository::interruptedAgain(before ? before->lastError : std::string {}), now, now, 0) ? 1 : 0;
            auto job = dead ? JobRepository::byId(tx, JobId {id}) : std::nullopt;
            if (job && job->state == JobState::Dead)
                dead->push_back(std::move(*job));
        }
        if (tx.error() || expired.size() < batch)
            return released;
    }
}

} // namespace

bool JobRepository::mayBeDone(std::string_view lastError) { return lastError == interrupted || lastError.starts_with(doubt); }

int JobRepository::doubts(std::string_view lastError)
{
    int count = 0;
    for (; lastError.starts_with(doubt); ++count)
        lastError.remove_prefix(doubt.size());
    return count + (lastError == interrupted ? 1 : 0);
}

std::string JobRepository::inVain(int attempts, std::string_view reason)
{
    std::string told;
    for (int i = 0; i < attempts; ++i)
        told.append(vain);
    return told.append(reason);
}

int JobRepository::attemptsInVain(std::string_view lastError)
{
    const auto rest = reasonIn(lastError);
    lastError.remove_suffix(rest.size());
    int count = 0;
    for (auto at = lastError.find(vain); at != std::string_view::npos; at = lastError.find(vain, at + vain.size()))
        ++count;
    return count;
}

std::string_view JobRepository::reasonIn(std::string_view lastError)
{
    while (lastError.starts_with(doubt) || lastError.starts_with(vain))
        lastError.remove_prefix((lastError.starts_with(doubt) ? doubt : vain).size());
    return lastError;
}

bool JobRepository::isSpent(std::string_view lastError)
{
    return lastError.starts_with(doubt) && lastError.substr(doubt.size()).starts_with(doubt);
}

std::string JobRepository::interruptedAgain(std::string_view lastError)
{
    return mayBeDone(lastError) || lastError.starts_with(vain) ? inDoubt(lastError) : std::string {interrupted};
}

std::string JobRepository::notTried(std::string_view lastError, std::string_view reason)
{
    return isSpent(lastError) ? std::string {lastError} : mayBeDone(lastError) ? inDoubt(reason) : std::string {reason};
}

std::string JobRepository::inDoubt(std::string_view reason) { return std::string {doubt}.append(reason); }

bool JobRepository::enqueue(WriteTx &tx, const Job &job)
{
    const bool isNew = tx.run(sql::job_insert,
                           {{"id", job.id.value}, {"client_id", job.client.value}, {"queue", job.queue}, {"kind", job.kind},
                               {"priority", job.priority}, {"run_at", rows::time(job.runAt)}, {"max_attempts", job.maxAttempts},
                               {"dedup_key", job.dedupKey}, {"serial_key", job.serialKey}, {"payload", job.payload},
                               {"created_at", rows::time(job.createdAt)}, {"channel_id", job.channel.value}})
        == 1;
    if (isNew && job.priority < Job {}.priority)
        tx.run(sql::job_press, {{"serial_key", job.serialKey}, {"priority", job.priority}, {"run_at", rows::time(job.runAt)}});
    return isNew;
}

bool JobRepository::reschedule(WriteTx &tx, const ClientId &client, std::string_view queue, std::string_view dedupKey, Timestamp runAt, int priority)
{
    return tx.run(sql::job_reschedule,
               {{"client_id", client.value}, {"queue", queue}, {"dedup_key", dedupKey}, {"run_at", rows::time(runAt)}, {"priority", priority}})
        == 1;
}

bool JobRepository::askAnew(WriteTx &tx, const ClientId &client, std::string_view queue, std::string_view dedupKey, Timestamp runAt, Timestamp now)
{
    return tx.run(sql::job_ask_anew, {{"client_id", client.value}, {"queue", queue}, {"dedup_key", dedupKey}, {"run_at", rows::time(runAt)}, {"now", rows::time(now)}}) == 1;
}

void JobRepository::bringForward(WriteTx &tx, std::string_view queue, int priority, Timestamp by)
{
    tx.run(sql::job_bring_forward, {{"queue", queue}, {"priority", priority}, {"run_at", rows::time(by)}});
}

void JobRepository::putOff(WriteTx &tx, std::string_view queue, const ChannelId &channel, Timestamp now, Timestamp until, int priority)
{
    if (!channel.empty()) // of a store of before it was written down
        tx.run(sql::job_put_off, {{"queue", queue}, {"channel_id", channel.value}, {"priority", priority}, {"now", rows::time(now)}, {"run_at", rows::time(until)}});
}

void JobRepository::bringForward(WriteTx &tx, std::string_view queue, const ChannelId &channel, Timestamp now, Timestamp by)
{
    if (!channel.empty())
        tx.run(sql::job_bring_door_forward, {{"queue", queue}, {"channel_id", channel.value}, {"now", rows::time(now)}, {"until", rows::time(by)}});
}

bool JobRepository::cancel(
    WriteTx &tx, const ClientId &client, std::string_view queue, std::string_view dedupKey, std::string_view reason, Timestamp at)
{
    return tx.run(sql::job_cancel,
               {{"client_id", client.value}, {"queue", queue}, {"dedup_key", dedupKey}, {"reason", reason}, {"at", rows::time(at)}})
        == 1;
}

std::vector<Job> JobRepository::claim(
    WriteTx &tx, std::string_view queue, std::string_view worker, Timestamp now, Timestamp lease, int limit, const JobBounds &bounds)
{
    std::vector<StoredJob> claimed;
    tx.run(sql::job_claim,
        {{"queue", queue}, {"worker", worker}, {"now", rows::time(now)}, {"locked_until", rows::time(lease)}, {"limit", limit}, {"per_channel", bounds.perChannel},
            {"per_client", bounds.perClient}, {"tried_before", bounds.triedBefore}, {"least", bounds.least}},
        [&](const Row &row) {
            claimed.push_back(storedJobOf(row));
            return true;
        });
    // RETURNING promises no order.
    std::sort(claimed.begin(), claimed.end(), [](const StoredJob &a, const StoredJob &b) {
        return std::tie(a.job.priority, a.job.runAt, a.seq) < std::tie(b.job.priority, b.job.runAt, b.seq);
    });
    std::vector<Job> jobs;
    jobs.reserve(claimed.size());
    for (auto &stored : claimed)
        jobs.push_back(std::move(stored.job));
    return jobs;
}

bool JobRepository::renew(WriteTx &tx, const JobId &id, std::string_view worker, Timestamp lease)
{
    return tx.run(sql::job_renew, {{"id", id.value}, {"worker", worker}, {"locked_until", rows::time(lease)}}) == 1;
}

bool JobRepository::done(WriteTx &tx, const JobId &id, std::string_view worker, Timestamp at)
{
    return finish(tx, id, worker, JobState::Done, {}, at);
}

bool JobRepository::failed(
    WriteTx &tx, const JobId &id, std::string_view worker, std::string_view error, Timestamp runAt, Timestamp at)
{
    return again(tx, id.value, worker, error, runAt, at, 0);
}

bool JobRepository::postponed(
    WriteTx &tx, const JobId &id, std::string_view worker, std::string_view reason, Timestamp runAt, Timestamp at)
{
    return again(tx, id.value, worker, reason, runAt, at, 1);
}

bool JobRepository::dead(WriteTx &tx, const JobId &id, std::string_view worker, std::string_view error, Timestamp at)
{
    return finish(tx, id, worker, JobState::Dead, error, at);
}

std::int64_t JobRepository::releaseExpired(WriteTx &tx, Timestamp now, std::vector<Job> *dead) { return release(tx, now, now, dead); }

std::int64_t JobRepository::releaseAll(WriteTx &tx, Timestamp now, std::vector<Job> *dead) { return release(tx, Timestamp::max(), now, dead); }

void JobRepository::interruptAll(WriteTx &tx, std::string_view queue, Timestamp now)
{
    tx.run(sql::job_restored, {{"queue", queue}, {"now", rows::time(now)}});
}

std::int64_t JobRepository::pullBack(WriteTx &tx, std::string_view queue, Timestamp after, Timestamp runAt)
{
    return tx.run(sql::job_pull_back, {{"queue", queue}, {"after", rows::time(after)}, {"run_at", rows::time(runAt)}});
}

std::optional<Job> JobRepository::byId(Tx &tx, const JobId &id)
{
    return rows::first(tx, sql::job_by_id, {{"id", id.value}}, [](const Row &row) { return std::optional {storedJobOf(row).job}; });
}

std::optional<Timestamp> JobRepository::nextRunAt(Tx &tx, std::string_view queue)
{
    return rows::first(tx, sql::job_next_run_at, {{"queue", queue}}, [](const Row &row) { return rows::optionalTimeAt(row, 0); });
}

std::optional<Timestamp> JobRepository::nextRunAt(Tx &tx, std::string_view queue, int priority)
{
    return rows::first(tx, sql::job_next_of_priority, {{"queue", queue}, {"priority", priority}}, [](const Row &row) { return rows::optionalTimeAt(row, 0); });
}

std::vector<JobRepository::Count> JobRepository::counts(Tx &tx)
{
    std::vector<Count> counts;
    tx.run(sql::job_states, {}, [&](const Row &row) {
        counts.push_back({rows::textAt(row, 0), rows::textAt(row, 1), row.integer(2)});
        return true;
    });
    return counts;
}

std::vector<Job> JobRepository::deadOnes(Tx &tx, int limit)
{
    std::vector<Job> jobs;
    tx.run(sql::job_dead_ones, {{"limit", limit}}, [&](const Row &row) {
        jobs.push_back(storedJobOf(row).job);
        return true;
    });
    return jobs;
}

std::int64_t JobRepository::removeFinished(WriteTx &tx, Timestamp before, int limit)
{
    return tx.run(sql::job_remove_finished, {{"before", rows::time(before)}, {"limit", limit}});
}

std::chrono::milliseconds JobRepository::backoff(int attempts, double jitter)
{
    constexpr std::int64_t hour = 3'600'000;
    const auto base = attempts >= 12 ? hour : std::min<std::int64_t>(hour, std::int64_t {1000} << std::max(0, attempts));
    const auto extra = static_cast<std::int64_t>(static_cast<double>(base) / 4 * std::clamp(jitter, 0.0, 1.0));
    return std::chrono::milliseconds {base + extra};
}

} // namespace foredeck
