#pragma once

#include <cstdint>

namespace foredeck {

/// Where one socket stands on one stream, and what is to be done with the next event. Pure: no event is lost or out of
/// order between the log that is read and the events that are committed meanwhile, because a stream takes committed events
/// only when it has seen everything before them, and reads the log up to there otherwise.
class FollowedStream {
public:
    enum class Mode { CatchingUp, Live, Stopped };

    /// From hello or resume: what comes after `since` is sent.
    explicit FollowedStream(std::int64_t since = 0) : m_last(since), m_through(since) { }

    Mode mode() const noexcept { return m_mode; }
    std::int64_t last() const noexcept { return m_last; } ///< the seq that was sent last; what `prev` is
    std::int64_t through() const noexcept { return m_through; } ///< everything visible up to here was sent
    /// Rises with every (re)start, so that a reading that was under way before is recognised.
    std::uint64_t generation() const noexcept { return m_generation; }

    void restart(std::int64_t since) noexcept
    {
        m_last = m_through = since;
        m_mode = Mode::CatchingUp;
        ++m_generation;
    }
    /// After a reset: nothing is sent until the console resumes.
    void stop() noexcept
    {
        m_mode = Mode::Stopped;
        ++m_generation;
    }

    /// A committed event: true when it is next in a live stream. False: it will be read from the log, or was sent already.
    bool takes(std::int64_t seq) noexcept
    {
        if (m_mode != Mode::Live || seq <= m_through)
            return false;
        if (seq != m_through + 1)
            m_mode = Mode::CatchingUp;
        return m_mode == Mode::Live;
    }
    void passed(std::int64_t seq, bool sent) noexcept
    {
        m_through = seq;
        m_last = sent ? seq : m_last;
    }
    /// After a reading was sent: live when nothing was committed above it.
    void readUpTo(std::int64_t through, std::int64_t knownHead) noexcept
    {
        m_through = through;
        if (through >= knownHead && m_mode == Mode::CatchingUp)
            m_mode = Mode::Live;
    }

private:
    std::int64_t m_last;
    std::int64_t m_through;
    std::uint64_t m_generation = 0;
    Mode m_mode = Mode::CatchingUp;
};

} // namespace foredeck
