#include "server/jobs/senddoors.h"

#include "server/services/op/queues.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::chrono::hours longestRest {1}; ///< that a vendor is asked to be spared for (HttpReply::retryAfter)

} // namespace

SendDoors::Attempt::Attempt(SendDoors &doors, const Clock &clock, const Job &job, const ChannelId &channel)
    : m_doors(doors), m_clock(clock), m_queue(job.queue), m_channel(channel), m_isPressing(job.priority <= queues::pressing)
{
    const std::lock_guard lock {m_doors.m_mutex};
    auto &door = m_doors.m_doors[m_channel];
    auto &tries = m_doors.m_tries[m_queue];
    if (door.failedLast && (m_isPressing ? door.pressingUnderWay > 0 : door.underWay > 0 || tries >= m_doors.m_mostTries))
        return;
    m_mayBegin = true;
    m_isTry = door.failedLast && !m_isPressing;
    tries += m_isTry ? 1 : 0;
    ++door.underWay;
    door.pressingUnderWay += m_isPressing ? 1 : 0;
}

SendDoors::Attempt::~Attempt()
{
    if (!m_mayBegin)
        return;
    const std::lock_guard lock {m_doors.m_mutex};
    auto &door = m_doors.m_doors[m_channel];
    m_doors.m_tries[m_queue] -= m_isTry ? 1 : 0;
    --door.underWay;
    door.pressingUnderWay -= m_isPressing ? 1 : 0;
    door.failedLast = m_result.kind == SendResult::Kind::Retry;
    if (m_result.after.count() > 0)
        door.pausedUntil = std::max(door.pausedUntil, m_clock.now() + m_result.after);
}

std::optional<Timestamp> SendDoors::restOf(const ChannelId &channel, Timestamp now) const
{
    const auto door = m_doors.find(channel);
    const bool holds = door != m_doors.end() && door->second.pausedUntil > now && door->second.pausedUntil <= now + longestRest; // else it was told by a clock that was ahead
    return holds ? std::optional {door->second.pausedUntil} : std::nullopt;
}

std::optional<Timestamp> SendDoors::pausedUntil(const ChannelId &channel, Timestamp now) const
{
    const std::lock_guard lock {m_mutex};
    return restOf(channel, now);
}

bool SendDoors::goesOn(const ChannelId &channel, Timestamp now, bool hasPutOff)
{
    const std::lock_guard lock {m_mutex};
    auto &door = m_doors[channel];
    door.hasPutOff = door.hasPutOff || hasPutOff;
    if (restOf(channel, now) || door.failedLast || !door.hasPutOff)
        return false;
    door.hasPutOff = false;
    return true;
}

} // namespace foredeck
