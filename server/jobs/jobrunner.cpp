#include "server/jobs/jobrunner.h"

#include "server/services/op/queues.h"

#include <algorithm>
#include <exception>

namespace foredeck {

namespace {

constexpr std::size_t longestNumber = 6; ///< digits in a row that are no telephone number

constexpr std::size_t mostBetween = 2; ///< signs that group a number's digits: "(305) 555-0142"
constexpr std::string_view grouping = " -.()/";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits from a place on, with what groups them.
struct Digits {
    std::size_t count = 0;
    std::size_t end = 0; ///< behind the last of them
};

Digits digitsAt(std::string_view text, std::size_t begin)
{
    Digits run {0, begin};
    for (auto at = begin; at < text.size() && at <= run.end + mostBetween; ++at) {
        if (isDigit(text[at]))
            run = {run.count + 1, at + 1};
        else if (grouping.find(text[at]) == std::string_view::npos)
            break;
    }
    return run;
}

// A vendor's own words may hold the customer's number; a log must not.
std::string withoutNumbers(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            kept += text[at++];
            continue;
        }
        const auto run = digitsAt(text, at);
        kept += run.count > longestNumber ? std::string_view {"•••"} : text.substr(at, run.end - at);
        at = run.end;
    }
    return kept;
}

} // namespace

/// One queue.
struct JobRunner::Lane {
    Queue queue;
};

JobRunner::JobRunner(Store &store, const Clock &clock, Log &log, std::vector<Queue> queues, Config config)
    : m_store(store), m_clock(clock), m_log(log), m_config(config), m_worker(makeUuid(clock.now())), m_random(config.seed)
{
    for (auto &queue : queues)
        m_lanes.push_back(std::make_unique<Lane>(Lane {std::move(queue)}));
}

JobRunner::~JobRunner()
{
    stop();
}

Result<void> JobRunner::start()
{
    std::int64_t taken = 0;
    const auto released = m_store.write([&](WriteTx &tx) {
        std::vector<Job> dead;
        taken = JobRepository::releaseAll(tx, m_clock.now(), &dead);
        bury(tx, dead);
    });
    if (released.hasError())
        return released;
    if (taken > 0)
        m_log.info("jobs.taken_up_again", {{"count", taken}});
    m_keeper = std::make_unique<LoopThread>(m_config.lease / 3, [this] { renewLeases(); });
    for (auto &lane : m_lanes) {
        for (int i = 0; i < lane->queue.workers + lane->queue.pressingWorkers; ++i)
            m_threads.emplace_back([this, target = lane.get(), pressingOnly = i >= lane->queue.workers] { work(*target, pressingOnly); });
    }
    return {};
}

void JobRunner::stop()
{
    {
        const std::lock_guard lock {m_mutex};
        m_stopping = true;
    }
    m_wakes.notify_all();
    for (auto &thread : m_threads)
        thread.join();
    m_threads.clear();
    if (m_keeper)
        m_keeper->stop();
}

void JobRunner::wake()
{
    {
        const std::lock_guard lock {m_mutex};
        ++m_generation;
    }
    m_wakes.notify_all();
}

int JobRunner::drain()
{
    int ran = 0;
    for (bool any = true; any;) {
        any = false;
        for (auto &lane : m_lanes) {
            for (const auto &job : claim(*lane)) {
                runJob(*lane, job);
                any = true;
                ++ran;
            }
        }
    }
    return ran;
}

JobRunner::Counters JobRunner::counters() const
{
    const std::lock_guard lock {m_mutex};
    return m_counters;
}

void JobRunner::work(Lane &lane, bool pressingOnly)
{
    for (;;) {
        std::uint64_t generation = 0;
        {
            const std::lock_guard lock {m_mutex};
            if (m_stopping)
                return;
            generation = m_generation;
        }
        auto pause = untilDue(lane, pressingOnly);
        if (pause.count() <= 0) {
            const auto jobs = claim(lane, pressingOnly);
            for (const auto &job : jobs)
                runJob(lane, job);
            if (!jobs.empty())
                continue;
            pause = m_config.poll; // what is due waits for an older one of its kind
        }
        std::unique_lock lock {m_mutex};
        m_wakes.wait_for(lock, std::min(pause, m_config.poll), [&] { return m_stopping || m_generation != generation; });
    }
}

std::chrono::milliseconds JobRunner::untilDue(const Lane &lane, bool pressingOnly) const
{
    std::optional<Timestamp> due;
    const auto read = m_store.read([&](Tx &tx) { due = pressingOnly ? JobRepository::nextRunAt(tx, lane.queue.name, queues::pressing) : JobRepository::nextRunAt(tx, lane.queue.name); });
    if (read.hasError() || !due)
        return m_config.poll;
    return *due - m_clock.now();
}

std::vector<Job> JobRunner::claim(Lane &lane, bool pressingOnly)
{
    std::vector<Job> jobs;
    const auto now = m_clock.now();
    auto bounds = lane.queue.bounds;
    if (pressingOnly)
        bounds.least = queues::pressing;
    const auto written = m_store.write([&](WriteTx &tx) {
        jobs = JobRepository::claim(tx, lane.queue.name, m_worker, now, now + m_config.lease, lane.queue.batch, bounds);
    });
    if (written.hasError()) {
        m_log.error("jobs.not_claimed", {{"queue", lane.queue.name}, {"reason", written.error().detail}});
        return {};
    }
    const std::lock_guard lock {m_mutex};
    for (const auto &job : jobs)
        m_running.insert(job.id);
    return jobs;
}

void JobRunner::runJob(Lane &lane, const Job &job)
{
    JobOutcome outcome;
    try { // a job that throws is a fault of ours; it must not take the worker with it
        outcome = lane.queue.handler->run(job);
    } catch (const std::exception &e) { // nobody knows how far it came: whoever does it again knows as much as after a crash
        m_log.error("job.threw", {{"queue", lane.queue.name}, {"job_id", job.id.value}, {"reason", withoutNumbers(e.what())}});
        outcome = JobOutcome::retry(JobRepository::interruptedAgain(job.lastError));
    }
    finish(lane, job, outcome);
    {
        const std::lock_guard lock {m_mutex};
        m_running.erase(job.id);
    }
    wake(); // what waited for this one
}

void JobRunner::finish(Lane &lane, const Job &job, const JobOutcome &outcome)
{
    using Kind = JobOutcome::Kind;
    const auto now = m_clock.now();
    const bool last = outcome.kind == Kind::Dead || (outcome.kind == Kind::Retry && job.attempts >= job.maxAttempts);
    const auto later = std::max(now + JobRepository::backoff(job.attempts, jitter()), outcome.notBefore.value_or(now));
    const auto put = [&](const std::string &error, bool giveUp) {
        return m_store.write([&](WriteTx &tx) {
            if (outcome.kind == Kind::Postponed) {
                JobRepository::postponed(tx, job.id, m_worker, error, outcome.notBefore.value_or(later), now);
                if (outcome.effect)
                    outcome.effect(tx);
            } else if (giveUp) {
                lane.queue.handler->givenUp(tx, job, error);
                JobRepository::dead(tx, job.id, m_worker, error, now);
            } else {
                const bool isQueued = JobRepository::failed(tx, job.id, m_worker, error, later, now);
                if (isQueued && outcome.kind == Kind::Retry && outcome.effect) // of what is done it is what could not be written
                    outcome.effect(tx);
            }
        });
    };
    Result<void> written;
    if (outcome.kind == Kind::Done) {
        written = m_store.write([&](WriteTx &tx) {
            if (!JobRepository::done(tx, job.id, m_worker, now)) {
                tx.fail(Error::of(Error::Kind::Cancelled, "the lease was lost"));
                return;
            }
            if (outcome.effect)
                outcome.effect(tx);
        });
        if (written.hasError() && written.error().kind != Error::Kind::Cancelled) {
            // The work is done and could not be recorded: whoever does it again knows as much as after a crash.
            m_log.error("job.not_recorded", {{"queue", lane.queue.name}, {"job_id", job.id.value}, {"reason", written.error().detail}});
            written = put(JobRepository::interruptedAgain(job.lastError), job.attempts >= job.maxAttempts);
        }
    } else {
        written = put(outcome.error, last);
    }
    if (written.hasError())
        m_log.error("job.not_finished", {{"queue", lane.queue.name}, {"job_id", job.id.value}, {"reason", written.error().detail}});
    else if (outcome.kind == Kind::Postponed && !outcome.error.empty())
        m_log.info("job.postponed", {{"queue", lane.queue.name}, {"job_id", job.id.value}, {"reason", outcome.error}});
    else if (outcome.kind != Kind::Done && outcome.kind != Kind::Postponed)
        m_log.warning(last ? "job.dead" : "job.retried", {{"queue", lane.queue.name}, {"job_id", job.id.value}, {"attempts", job.attempts}, {"reason", withoutNumbers(outcome.error)}});
    if (outcome.kind == Kind::Postponed)
        return;
    const std::lock_guard lock {m_mutex};
    ++(outcome.kind == Kind::Done ? m_counters.done : last ? m_counters.dead : m_counters.retried);
}

void JobRunner::renewLeases()
{
    std::vector<JobId> running;
    {
        const std::lock_guard lock {m_mutex};
        running.assign(m_running.begin(), m_running.end());
    }
    const auto now = m_clock.now();
    const auto written = m_store.write([&](WriteTx &tx) {
        for (const auto &id : running)
            JobRepository::renew(tx, id, m_worker, now + m_config.lease);
        std::vector<Job> dead;
        JobRepository::releaseExpired(tx, now, &dead);
        bury(tx, dead);
    });
    if (written.hasError())
        m_log.error("jobs.leases_not_renewed", {{"reason", written.error().detail}});
}

// What was interrupted at its last attempt is not tried again, and whoever waits for it is told.
void JobRunner::bury(WriteTx &tx, const std::vector<Job> &dead) const
{
    for (const auto &job : dead) {
        for (const auto &lane : m_lanes) {
            if (lane->queue.name == job.queue)
                lane->queue.handler->givenUp(tx, job, job.lastError);
        }
        m_log.error("job.dead", {{"queue", job.queue}, {"job_id", job.id.value}, {"attempts", job.attempts}, {"reason", withoutNumbers(job.lastError)}});
    }
}

double JobRunner::jitter()
{
    const std::lock_guard lock {m_mutex};
    return std::uniform_real_distribution<double> {0, 1}(m_random);
}

} // namespace foredeck
