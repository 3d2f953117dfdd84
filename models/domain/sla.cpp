#include "models/domain/sla.h"

#include "models/domain/slahistory.h"

#include <algorithm>

namespace foredeck {

namespace {

using std::chrono::milliseconds;

/// Open time as the clocks count it: every minute where no hours are told.
class Desk {
public:
    Desk(std::span<const OpeningHours> places, const TimeZones &zones)
        : m_places(places), m_zones(zones), m_told(std::any_of(places.begin(), places.end(), [](const auto &p) { return p.told(); })) { }

    Result<std::vector<OpenSpan>> spans(Timestamp from, Timestamp to) const
    {
        if (m_told)
            return openSpans(m_places, from, to, m_zones);
        return from < to ? std::vector<OpenSpan> {{from, to}} : std::vector<OpenSpan> {};
    }
    /// Nothing when that does not come within the horizon.
    std::optional<Timestamp> after(Timestamp from, milliseconds duration) const
    {
        if (!m_told)
            return from + duration;
        const auto moment = addOpenTime(m_places, from, duration, m_zones);
        return moment.hasValue() ? std::optional {moment.value()} : std::nullopt;
    }
    /// The first open moment that is not before `t`.
    std::optional<Timestamp> opensAt(Timestamp t) const
    {
        const auto inside = after(t, milliseconds {1});
        return inside ? std::optional {*inside - milliseconds {1}} : std::nullopt;
    }

private:
    std::span<const OpeningHours> m_places;
    const TimeZones &m_zones;
    bool m_told;
};

// What is left of the time since `start` without the gaps; the last piece has no end, or there is none after a gap without.
std::vector<SlaGap> without(const std::vector<SlaGap> &gaps, Timestamp start)
{
    auto ordered = gaps;
    std::stable_sort(ordered.begin(), ordered.end(), [](const SlaGap &a, const SlaGap &b) { return a.from < b.from; });
    std::vector<SlaGap> pieces;
    for (const auto &gap : ordered) {
        if (start < gap.from)
            pieces.push_back({start, gap.from});
        if (!gap.to)
            return pieces;
        start = std::max({start, gap.from, *gap.to}); // a clock may have been set back
    }
    pieces.push_back({start, {}});
    return pieces;
}

class ClockMaker {
public:
    ClockMaker(const Desk &desk, const SlaHistory &history, Timestamp now) : m_desk(desk), m_history(history), m_now(now) { }

    Result<SlaClock> make(Timestamp since, std::optional<Timestamp> until, std::int64_t targetMinutes, const std::vector<SlaGap> &gaps)
    {
        m_clock = {};
        m_clock.startedAt = since;
        m_clock.stoppedAt = until;
        m_clock.target = std::chrono::minutes {targetMinutes};
        auto passed = gaps;
        std::erase_if(passed, [&](const SlaGap &gap) { return until ? gap.from >= *until : gap.from > m_now; });
        m_pieces = without(passed, since);
        if (const auto counted = count(); counted.hasError())
            return counted.error();
        if (hasTarget()) {
            m_clock.used = static_cast<double>(m_clock.elapsed.count()) / static_cast<double>(m_clock.target.count());
            m_clock.due = reached(m_clock.target);
            m_clock.warnAt = reached(m_clock.target * 4 / 5);
        }
        m_paused = false;
        if (!until)
            findPause();
        m_clock.state = state();
        return m_clock;
    }

private:
    bool hasTarget() const { return m_clock.target.count() > 0; }

    Result<void> count()
    {
        const auto upTo = m_clock.stoppedAt.value_or(m_now);
        m_ran = m_clock.startedAt.value();
        m_spent.clear();
        for (const auto &piece : m_pieces) {
            const auto spans = m_desk.spans(piece.from, std::min(piece.to.value_or(upTo), upTo));
            if (spans.hasError())
                return spans.error();
            milliseconds spent {0};
            for (const auto &span : spans.value()) {
                spent += span.to - span.from;
                m_ran = span.to;
            }
            m_spent.push_back(spent);
            m_clock.elapsed += spent;
        }
        return {};
    }

    // When so much of the clock will have been used, or was.
    std::optional<Timestamp> reached(milliseconds share) const
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            if (!m_pieces[i].to || m_spent[i] >= share)
                return m_desk.after(m_pieces[i].from, share);
            share -= m_spent[i];
        }
        return std::nullopt;
    }

    std::optional<SlaGap> snoozeAt(Timestamp t) const
    {
        const auto &list = m_history.snoozes;
        const auto found = std::find_if(list.begin(), list.end(), [&](const SlaGap &gap) { return gap.from <= t && (!gap.to || t < *gap.to); });
        return found == list.end() ? std::nullopt : std::optional {*found};
    }

    void findPause()
    {
        const auto snooze = snoozeAt(m_now);
        const auto opens = snooze ? std::nullopt : m_desk.opensAt(m_now);
        if (snooze || opens != m_now) {
            m_paused = true;
            m_clock.pausedFrom = std::min(m_ran, m_now);
            m_clock.pausedUntil = !snooze ? opens : snooze->to ? m_desk.opensAt(*snooze->to) : std::nullopt;
            m_clock.reason = snooze ? SlaPause::Snoozed : SlaPause::Closed;
            return;
        }
        if (!m_clock.due || *m_clock.due <= m_now)
            return;
        const auto ahead = m_desk.spans(m_now, *m_clock.due);
        if (ahead.hasError() || ahead.value().size() < 2)
            return; // it closes, if at all, when the clock has run down
        m_clock.pausedFrom = ahead.value()[0].to;
        m_clock.pausedUntil = ahead.value()[1].from;
        m_clock.reason = SlaPause::Closed;
    }

    SlaState state() const
    {
        const bool over = hasTarget() && m_clock.elapsed > m_clock.target;
        if (m_clock.stoppedAt)
            return over ? SlaState::Missed : SlaState::Met;
        if (over)
            return SlaState::Late;
        if (m_paused)
            return SlaState::Paused;
        return hasTarget() && m_clock.elapsed * 5 >= m_clock.target * 4 ? SlaState::Warning : SlaState::Running;
    }

    const Desk &m_desk;
    const SlaHistory &m_history;
    Timestamp m_now;
    SlaClock m_clock;
    std::vector<SlaGap> m_pieces;
    std::vector<milliseconds> m_spent; ///< per piece
    Timestamp m_ran; ///< when the clock ran last
    bool m_paused = false;
};

// Without the assistant's own time nothing runs while it has the conversation, and the rest begins when people get it.
std::optional<Timestamp> resolutionSince(const SlaHistory &history, bool countAssistant)
{
    if (countAssistant || !history.began)
        return history.began;
    if (history.assistants && !history.ended)
        return std::nullopt;
    auto since = *history.began;
    for (const auto &turn : history.assistantsTurns) {
        const bool inside = turn.from <= since && (!turn.to || since < *turn.to);
        if (inside && !turn.to)
            return std::nullopt;
        since = inside ? *turn.to : since;
    }
    return since;
}

bool isRunning(SlaState state)
{
    return state == SlaState::Running || state == SlaState::Warning || state == SlaState::Late || state == SlaState::Paused;
}

} // namespace

Result<SlaClocks> slaClocks(std::span<const Transition> transitions, const SlaRules &rules, Timestamp now, const TimeZones &zones)
{
    const auto history = slaHistory(transitions);
    const Desk desk {rules.places, zones};
    ClockMaker maker {desk, history, now};
    SlaClocks clocks;
    std::optional<Error> failed;
    const auto fill = [&](SlaClock &clock, Timestamp since, std::optional<Timestamp> until, std::int64_t target, const std::vector<SlaGap> &gaps) {
        auto made = maker.make(since, until, target, gaps);
        if (made.hasError())
            failed = made.error();
        else
            clock = std::move(made).value();
    };
    auto still = history.snoozes;
    still.insert(still.end(), history.ends.begin(), history.ends.end());
    const auto &counted = rules.targets.countAssistant ? history.waits : history.peoplesWaits;
    if (!counted.empty())
        fill(clocks.first, counted.front().since, counted.front().until, rules.targets.firstResponseMinutes, still);
    if (counted.size() > 1)
        fill(clocks.next, counted.back().since, counted.back().until, rules.targets.nextResponseMinutes, still);
    if (const auto &waits = history.waits; !waits.empty()) {
        const auto &wait = waits.front();
        if (wait.by == ResponseState::Assistant || (wait.by == ResponseState::Waiting && history.assistants))
            fill(clocks.assistantFirst, wait.since, wait.until, 0, still);
    }
    if (const auto &waits = history.peoplesWaits; !waits.empty())
        fill(clocks.humanFirst, waits.front().since, waits.front().until, 0, still);
    if (const auto since = resolutionSince(history, rules.targets.countAssistant)) {
        auto gaps = still;
        if (!rules.targets.countAssistant)
            gaps.insert(gaps.end(), history.assistantsTurns.begin(), history.assistantsTurns.end());
        fill(clocks.resolution, *since, history.ended, rules.targets.resolutionMinutes, gaps);
    }
    if (failed)
        return *failed;
    return clocks;
}

std::optional<SlaMark> slaMark(const SlaClocks &clocks)
{
    std::optional<SlaMark> mark;
    const auto offer = [&](SlaKind kind, const SlaClock &clock) {
        if (clock.target.count() == 0 || !isRunning(clock.state))
            return;
        if (!mark || (clock.due && (!mark->due || *clock.due < *mark->due)))
            mark = SlaMark {kind, clock.due, clock.warnAt, clock.pausedFrom, clock.pausedUntil, clock.reason};
    };
    offer(SlaKind::FirstResponse, clocks.first);
    offer(SlaKind::NextResponse, clocks.next);
    offer(SlaKind::Resolution, clocks.resolution);
    return mark;
}

SlaState slaStateAt(const SlaMark &mark, Timestamp now)
{
    const bool paused = mark.pausedFrom && *mark.pausedFrom <= now && (!mark.pausedUntil || now < *mark.pausedUntil);
    if (mark.due && *mark.due < (paused ? *mark.pausedFrom : now))
        return SlaState::Late;
    if (paused)
        return SlaState::Paused;
    return mark.warnAt && *mark.warnAt <= now ? SlaState::Warning : SlaState::Running;
}

} // namespace foredeck
