#include "net/sync/syncmachine.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int mostTries = 3;
constexpr std::size_t batchEvents = 500;
constexpr std::size_t batchBytes = 256 * 1024;
/// A log that is whole and no longer than this is read from its beginning instead of fetching a snapshot.
constexpr std::int64_t shortLog = 2'000;
constexpr std::int64_t snapshotRetryMs = 5'000;

/// "message.created" → the entity it brings. Other verbs are about an entity and are none of its versions: "escalation.alert"
/// is kept apart as an "escalation_alert".
Entity entityOf(Event event)
{
    Entity entity;
    const std::size_t dot = event.kind.find('.');
    const std::string verb = dot == std::string::npos ? std::string() : event.kind.substr(dot + 1);
    entity.deleted = verb == "deleted";
    entity.kind = event.kind.substr(0, dot);
    if (!verb.empty() && verb != "created" && verb != "updated" && verb != "deleted")
        entity.kind += '_' + verb;
    entity.version = event.version;
    entity.data = std::move(event.data);
    entity.id = std::move(event.entity);
    entity.op = std::move(event.op);
    return entity;
}

} // namespace

void SyncMachine::welcome(const WelcomeFrame &frame, Timestamp now)
{
    heard(now);
    if (m_link != Link::Hello && m_link != Link::Up)
        return;
    const bool first = m_link == Link::Hello;
    if (first && m_wasUp)
        ++m_counters.reconnects;
    m_link = Link::Up;
    m_wasUp = true;
    m_failures = 0;
    m_lostAt.reset();
    if (first) {
        m_digestAt = now + std::chrono::milliseconds {m_times.digestEveryMs};
        m_digestDue = true;
    }
    std::vector<std::string> gone;
    for (const auto &[name, stream] : m_streams) {
        if (!frame.streams.contains(name))
            gone.push_back(name);
    }
    for (const std::string &name : gone)
        drop(name);
    m_epochs.clear();
    for (const auto &[name, head] : frame.streams) {
        m_epochs[name] = head.epoch;
        const auto known = m_streams.find(name);
        if (known == m_streams.end()) {
            meet(name, head, now);
            continue;
        }
        StreamState &stream = known->second;
        stream.head = head.head;
        if (first) {
            stream.start = stream.cursor;
            stream.expected = stream.cursor;
            stream.completeBeat.reset();
        }
        if (stream.mode != StreamState::Mode::Snapshot && stream.epoch != head.epoch)
            snapshot(stream, "epoch", now);
        else if (first && stream.mode != StreamState::Mode::Snapshot && !stream.named)
            resume(stream);
        else if (first && stream.mode == StreamState::Mode::Asked)
            stream.mode = StreamState::Mode::Following;
    }
    m_headsAt = frame.time;
    complete(frame.time);
}

/// A stream that was never followed before.
void SyncMachine::meet(const std::string &name, const StreamHead &head, Timestamp now)
{
    StreamState &stream = m_streams[name];
    stream.name = name;
    stream.head = head.head;
    if (head.lowest > 1 || head.head > shortLog)
        return snapshot(stream, "initial", now);
    stream.epoch = head.epoch;
    resume(stream);
}

void SyncMachine::event(Event event, Timestamp now)
{
    heard(now);
    const auto found = m_streams.find(event.stream);
    if (found == m_streams.end() || found->second.mode == StreamState::Mode::Snapshot)
        return;
    StreamState &stream = found->second;
    if (event.seq <= stream.cursor) {
        ++m_counters.duplicates;
        return;
    }
    if (!stream.continuesWith(event.prev)) {
        if (stream.mode == StreamState::Mode::Asked && stream.open)
            stream.open->to = std::max(stream.open->to, event.seq);
        else
            askAgain(stream, "gap", event.seq, now);
        return;
    }
    const Timestamp at = event.at;
    accept(stream, std::move(event));
    progressed(stream, now);
    complete(at);
}

void SyncMachine::accept(StreamState &stream, Event event)
{
    ++m_counters.events;
    stream.cursor = stream.expected = event.seq;
    stream.mode = StreamState::Mode::Following;
    stream.tries = 0;
    m_batchBytes += event.data.size();
    m_batch.entities.push_back(entityOf(std::move(event)));
    mark(stream);
    if (m_batch.entities.size() >= batchEvents || m_batchBytes >= batchBytes)
        closeBatch();
}

/// A hole is mended when the cursor has passed what was seen beyond it.
void SyncMachine::progressed(StreamState &stream, Timestamp now)
{
    if (!stream.open || stream.cursor < stream.open->to)
        return;
    Repair repair = std::move(*stream.open);
    stream.open.reset();
    repair.ms = toMs(now) - toMs(stream.openSince);
    perform(LogRepair {std::move(repair)});
}

void SyncMachine::askAgain(StreamState &stream, const char *kind, std::int64_t to, Timestamp now)
{
    stream.tries = stream.triedAt == stream.cursor ? stream.tries + 1 : 1;
    stream.triedAt = stream.cursor;
    if (!stream.open) {
        stream.open = Repair {stream.name, stream.cursor, to, kind, 0, 0};
        stream.openSince = now;
    }
    stream.open->to = std::max(stream.open->to, to);
    if (stream.tries > mostTries)
        return snapshot(stream, "snapshot", now);
    ++stream.open->tries;
    resume(stream);
}

void SyncMachine::resume(StreamState &stream)
{
    ++m_counters.resumes;
    stream.mode = StreamState::Mode::Asked;
    stream.named = m_link == Link::Up;
    if (stream.named)
        perform(SendText {encodeFrame(ResumeFrame {{{stream.name, {stream.epoch, stream.cursor}}}})});
}

void SyncMachine::heartbeat(const HeartbeatFrame &frame, Timestamp now)
{
    heard(now);
    for (const auto &[name, mark] : frame.streams) {
        const auto found = m_streams.find(name);
        if (found != m_streams.end() && found->second.mode != StreamState::Mode::Snapshot)
            beat(found->second, mark, now);
    }
    complete(frame.time);
}

void SyncMachine::beat(StreamState &stream, const HeartbeatMark &told, Timestamp now)
{
    if (told.last > stream.cursor) {
        stream.completeBeat.reset();
        return askAgain(stream, "tail", told.last, now);
    }
    const bool continues = told.last == stream.expected || told.last == stream.cursor;
    if (!continues)
        return; // it was sent before events that have overtaken it
    if (stream.mode == StreamState::Mode::Asked) {
        stream.mode = StreamState::Mode::Following;
        stream.expected = told.last;
    }
    if (told.through > stream.cursor) {
        stream.cursor = told.through;
        mark(stream);
    }
    // Nothing that this reader may see stands before `through`: a hole that was noticed there has nothing in it.
    progressed(stream, now);
    if (stream.open)
        return;
    stream.head = std::min(stream.head, stream.cursor);
    if (stream.completeBeat)
        perform(SettleActs {stream.name, *stream.completeBeat});
    stream.completeBeat = now;
}

void SyncMachine::reset(const ResetFrame &frame, Timestamp now)
{
    heard(now);
    if (frame.reason == "scope")
        return drop(frame.stream);
    const auto found = m_streams.find(frame.stream);
    if (found == m_streams.end()) {
        StreamState &stream = m_streams[frame.stream];
        stream.name = frame.stream;
        return snapshot(stream, frame.reason, now);
    }
    if (found->second.mode != StreamState::Mode::Snapshot)
        snapshot(found->second, frame.reason, now);
}

void SyncMachine::drop(const std::string &name)
{
    if (m_streams.erase(name) == 0)
        return;
    forgetCursor(name);
    // After what was received of it before, or that would bring rows back.
    if (m_applying)
        m_drops.push_back(name);
    else
        perform(DropStream {name});
}

/// What waits to be applied brings its entities, but does not set the stream's cursor any more.
void SyncMachine::forgetCursor(const std::string &name)
{
    closeBatch();
    for (Batch &batch : m_queue)
        batch.cursors.erase(name);
    sendBatch();
}

void SyncMachine::snapshot(StreamState &stream, const std::string &kind, Timestamp now)
{
    ++m_counters.snapshots;
    stream.mode = StreamState::Mode::Snapshot;
    stream.snapshotDone = stream.snapshotTotal = 0;
    if (!stream.open) {
        stream.open = Repair {stream.name, stream.cursor, 0, kind, 0, 0};
        stream.openSince = now;
    }
    stream.open->kind = kind;
    forgetCursor(stream.name);
    perform(FetchSnapshot {stream.name});
}

void SyncMachine::snapshotProgress(const std::string &name, std::int64_t done, std::int64_t total)
{
    const auto found = m_streams.find(name);
    if (found == m_streams.end())
        return;
    found->second.snapshotDone = done;
    found->second.snapshotTotal = total;
}

void SyncMachine::snapshotDone(const std::string &name, const StreamPosition &position, Timestamp now)
{
    const auto found = m_streams.find(name);
    if (found == m_streams.end() || found->second.mode != StreamState::Mode::Snapshot)
        return;
    StreamState &stream = found->second;
    stream.epoch = position.epoch;
    stream.cursor = stream.expected = stream.start = position.since;
    stream.tries = 0;
    stream.triedAt = -1;
    if (stream.open) {
        stream.open->to = position.since;
        progressed(stream, now);
    }
    resume(stream);
    if (m_headsAt)
        complete(*m_headsAt);
}

void SyncMachine::snapshotFailed(const std::string &name, Timestamp now)
{
    const auto found = m_streams.find(name);
    if (found != m_streams.end() && found->second.mode == StreamState::Mode::Snapshot)
        found->second.snapshotAt = now + std::chrono::milliseconds {snapshotRetryMs};
}

void SyncMachine::keepNear(Timestamp now)
{
    const auto near = [now](std::optional<Timestamp> &t, std::int64_t mostMs) {
        if (t)
            t = std::min(*t, now + std::chrono::milliseconds {mostMs});
    };
    m_lastHeard = std::min(m_lastHeard, now);
    near(m_lostAt, 0);
    near(m_connectAt, m_times.backoffMostMs);
    near(m_reloadAt, m_times.saveRetryMs);
    near(m_digestAt, m_times.digestEveryMs);
    for (auto &[name, stream] : m_streams)
        near(stream.snapshotAt, snapshotRetryMs);
}

void SyncMachine::mark(const StreamState &stream) { m_batch.cursors[stream.name] = {stream.epoch, stream.cursor}; }

void SyncMachine::closeBatch()
{
    if (m_batch.entities.empty() && m_batch.cursors.empty())
        return;
    m_queue.push_back(std::exchange(m_batch, {}));
    m_batchBytes = 0;
}

void SyncMachine::flush()
{
    if (!m_applying)
        closeBatch();
    sendBatch();
}

void SyncMachine::sendBatch()
{
    if (m_applying || m_queue.empty() || m_cannotSave)
        return;
    m_applying = true;
    perform(ApplyEvents {std::move(m_queue.front())});
    m_queue.pop_front();
}

void SyncMachine::applied(Timestamp now)
{
    if (!m_applying)
        return; // of a cache that was begun anew meanwhile
    m_applying = false;
    if (m_queue.empty()) {
        for (const std::string &stream : std::exchange(m_drops, {}))
            perform(DropStream {stream});
        closeBatch();
    }
    if (m_queue.empty() && m_completeOnceApplied) {
        m_completeUpTo = std::max(*m_completeOnceApplied, m_completeUpTo.value_or(*m_completeOnceApplied));
        m_completeOnceApplied.reset();
    }
    sendBatch();
    tick(now);
}

/// What could not be saved is not held in memory: the cursors are read again, and the stream goes on from there.
void SyncMachine::applyFailed(const std::string &why, Timestamp now)
{
    if (!m_applying)
        return;
    m_applying = false;
    m_cannotSave = true;
    m_detail = why;
    m_batch = {};
    m_batchBytes = 0;
    m_queue.clear();
    m_drops.clear();
    m_completeOnceApplied.reset();
    if (m_link == Link::Up || m_link == Link::Hello || m_link == Link::Opening)
        perform(CloseSocket {});
    m_link = Link::Waiting;
    m_connectAt.reset();
    m_reloadAt = now + std::chrono::milliseconds {m_times.saveRetryMs};
}

void SyncMachine::cursors(const std::map<std::string, StreamPosition> &cursors, Timestamp now)
{
    if (!m_cannotSave)
        return;
    m_cannotSave = false;
    start(m_identity, cursors, now);
}

bool SyncMachine::allComplete() const
{
    return std::all_of(m_streams.begin(), m_streams.end(), [](const auto &entry) { return entry.second.isComplete(); });
}

/// What brings a stream to its head may be old: with it all is here that there was when the head was told.
void SyncMachine::complete(Timestamp serverTime)
{
    if (m_link != Link::Up || !allComplete())
        return;
    const Timestamp at = std::max(serverTime, m_headsAt.value_or(serverTime));
    const bool pending = m_applying || !m_queue.empty() || !m_batch.entities.empty() || !m_batch.cursors.empty();
    if (pending)
        m_completeOnceApplied = at;
    else
        m_completeUpTo = std::max(at, m_completeUpTo.value_or(at));
}

} // namespace foredeck
