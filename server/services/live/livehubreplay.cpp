#include "server/services/live/livehub_p.h"

#include <algorithm>
#include <optional>

namespace foredeck {

void LiveHub::Private::resume(LiveSession &session, const ResumeFrame &frame)
{
    const auto visible = session.access->streams();
    for (const auto &[name, position] : frame.streams) {
        if (std::find(visible.begin(), visible.end(), name) != visible.end())
            follow(session, name, position);
        else
            send(session, ResetFrame {name, "scope"});
    }
    pump(session);
}

// Reads the next piece of one stream that is behind, unless a piece is on its way or the reader has not taken the last.
void LiveHub::Private::pump(LiveSession &session)
{
    if (session.reading || session.closing || !session.signedIn)
        return;
    const auto behind = std::find_if(session.streams.begin(), session.streams.end(),
        [](const auto &entry) { return entry.second.follow.mode() == FollowedStream::Mode::CatchingUp; });
    if (behind == session.streams.end() || session.connection->backlog() > 0)
        return;
    session.reading = true;
    const auto &follow = behind->second.follow;
    m_reader->post([this, key = session.key, name = behind->first, after = follow.through(), last = follow.last(),
                       generation = follow.generation(), access = session.access] {
        std::optional<Result<VisibleEvents>> piece;
        const auto read = m_store.read([&](Tx &tx) {
            piece.emplace(readVisible(tx, *access, name, after, last, {m_config.batchEvents, m_config.batchBytes}));
        });
        if (read.hasError())
            piece.emplace(read.error());
        m_own->post([this, key, name, generation, piece = std::move(*piece)] { take(key, name, generation, piece); });
    });
}

void LiveHub::Private::take(Key key, const std::string &name, std::uint64_t generation, Result<VisibleEvents> piece)
{
    auto *session = find(key);
    if (!session)
        return;
    session->reading = false;
    const auto entry = session->streams.find(name);
    if (entry == session->streams.end() || entry->second.follow.generation() != generation)
        return pump(*session);
    if (piece.hasError()) {
        m_log.error("live.replay_failed", {{"stream", name}, {"detail", piece.error().detail}});
        return close(*session, live::goingAway, "the log cannot be read now");
    }
    auto &stream = entry->second;
    const auto &visible = piece.value();
    if (!stream.checked) {
        stream.checked = true;
        const auto reason = resetReason(visible.mark, session->access->epochOf(name, m_store.epoch()), stream.epoch, stream.follow.through());
        if (!reason.empty()) {
            stream.follow.stop();
            send(*session, ResetFrame {name, std::string {reason}});
            return pump(*session);
        }
    }
    for (const auto &event : visible.events) {
        send(*session, event);
        stream.follow.passed(event.seq, true);
    }
    auto &head = m_heads[name];
    head = std::max(head, visible.mark.head);
    stream.follow.readUpTo(visible.through, head);
    tellHiddenEnd(*session, name);
    pump(*session);
}

// The console knows from the welcome how far the stream goes; without this it would miss what is hidden from it at the end
// until the next heartbeat.
void LiveHub::Private::tellHiddenEnd(LiveSession &session, const std::string &name)
{
    const auto &follow = session.streams.at(name).follow;
    if (follow.mode() != FollowedStream::Mode::Live || follow.last() == follow.through())
        return;
    HeartbeatFrame frame;
    frame.time = m_clock.now();
    frame.streams[name] = {follow.last(), follow.through()};
    send(session, frame);
}

} // namespace foredeck
