#include "models/domain/sla.h"

#include "models/domain/sladesk.h"
#include "models/domain/slahistory.h"

#include <algorithm>

namespace foredeck {

namespace {

using std::chrono::milliseconds;

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
    ClockMaker(const SlaDesk &desk, const SlaHistory &history, Timestamp now) : m_desk(desk), m_history(history), m_now(now) { }

    Result<SlaClock> make(Timestamp since, std::optional<Timestamp> until, std::int64_t targetMinutes, const std::vector<SlaGap> &gaps)
    {
        foresee(since, until, targetMinutes, gaps);
        if (const auto counted = count(); counted.hasError())
            return counted.error();
        if (hasTarget())
            m_clock.used = static_cast<double>(m_clock.elapsed.count()) / static_cast<double>(m_clock.target.count());
        m_clock.state = state();
        return m_clock;
    }

    /// Of one that runs and has a target: what lists show of it. Costs the days around the target and now, not those between.
    SlaMark mark(SlaKind kind, Timestamp since, std::int64_t targetMinutes, const std::vector<SlaGap> &gaps)
    {
        foresee(since, {}, targetMinutes, gaps);
        return {kind, m_clock.due, m_clock.warnAt, m_clock.pausedFrom, m_clock.pausedUntil, m_clock.reason};
    }

private:
    bool hasTarget() const { return m_clock.target.count() > 0; }

    void foresee(Timestamp since, std::optional<Timestamp> until, std::int64_t targetMinutes, const std::vector<SlaGap> &gaps)
    {
        m_clock = {};
        m_clock.startedAt = since;
        m_clock.stoppedAt = until;
        m_clock.target = std::chrono::minutes {targetMinutes};
        auto passed = gaps;
        std::erase_if(passed, [&](const SlaGap &gap) { return until ? gap.from >= *until : gap.from > m_now; });
        m_pieces = without(passed, since);
        if (hasTarget()) {
            m_clock.due = reached(m_clock.target);
            m_clock.warnAt = reached(m_clock.target * 4 / 5);
        }
        m_paused = false;
        if (!until)
            findPause();
    }

    Result<milliseconds> openTime(Timestamp from, Timestamp to) const
    {
        const auto spans = m_desk.spans(from, to);
        if (spans.hasError())
            return spans.error();
        milliseconds sum {0};
        for (const auto &span : spans.value())
            sum += span.to - span.from;
        return sum;
    }

    Result<void> count()
    {
        const auto upTo = m_clock.stoppedAt.value_or(m_now);
        for (const auto &piece : m_pieces) {
            const auto spent = openTime(piece.from, std::min(piece.to.value_or(upTo), upTo));
            if (spent.hasError())
                return spent.error();
            m_clock.elapsed += spent.value();
        }
        return {};
    }

    // When so much of the clock will have been used, or was.
    std::optional<Timestamp> reached(milliseconds share) const
    {
        for (const auto &piece : m_pieces) {
            const auto moment = m_desk.after(piece.from, share);
            if (!piece.to || (moment && *moment <= *piece.to))
                return moment;
            share -= openTime(piece.from, *piece.to).valueOr({});
        }
        return std::nullopt;
    }

    // When it ran last.
    Timestamp ran() const
    {
        for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
            if (const auto last = m_desk.lastOpen(piece->from, std::min(piece->to.value_or(m_now), m_now)))
                return *last;
        }
        return m_clock.startedAt.value();
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
            m_clock.pausedFrom = std::min(ran(), m_now);
            m_clock.pausedUntil = !snooze ? opens : snooze->to ? m_desk.opensAt(*snooze->to) : std::nullopt;
            m_clock.reason = snooze ? SlaPause::Snoozed : SlaPause::Closed;
            return;
        }
        if (m_clock.due && m_now < *m_clock.due)
            findNextClosing();
    }

    // Most desks close within two days; where none does before the clock has run down, it stands still no more.
    void findNextClosing()
    {
        for (const auto look : {std::chrono::days {2}, std::chrono::days {32}, openHorizon}) {
            const auto end = std::min<Timestamp>(*m_clock.due, m_now + look);
            const auto ahead = m_desk.spans(m_now, end);
            if (ahead.hasError())
                return;
            if (const auto &open = ahead.value(); open.size() > 1) {
                m_clock.pausedFrom = open[0].to;
                m_clock.pausedUntil = open[1].from;
                m_clock.reason = SlaPause::Closed;
                return;
            }
            if (end == *m_clock.due)
                return;
        }
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

    const SlaDesk &m_desk;
    const SlaHistory &m_history;
    Timestamp m_now;
    SlaClock m_clock;
    std::vector<SlaGap> m_pieces;
    bool m_paused = false;
};

/// What the clocks count: with the assistant's answers, or people's turns alone.
const std::vector<SlaWait> &countedWaits(const SlaHistory &history, const SlaRules &rules)
{
    return rules.targets.countAssistant ? history.waits : history.peoplesWaits;
}

// One that is due comes before one of which nobody knows when.
void keepFirstDue(std::optional<SlaMark> &kept, SlaMark mark)
{
    if (!kept || (mark.due && (!kept->due || *mark.due < *kept->due)))
        kept = std::move(mark);
}

bool isRunning(SlaState state)
{
    return state == SlaState::Running || state == SlaState::Warning || state == SlaState::Late || state == SlaState::Paused;
}

} // namespace

Result<SlaClocks> slaClocks(std::span<const Transition> transitions, const SlaRules &rules, Timestamp now, const TimeZones &zones)
{
    const auto history = slaHistory(transitions);
    const SlaDesk desk {rules.places, zones};
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
    const auto still = pausesOf(history);
    const auto &counted = countedWaits(history, rules);
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
        fill(clocks.resolution, *since, history.ended, rules.targets.resolutionMinutes, resolutionPauses(history, rules.targets.countAssistant));
    }
    if (failed)
        return *failed;
    return clocks;
}

std::optional<SlaMark> slaMark(const SlaClocks &clocks)
{
    std::optional<SlaMark> mark;
    const auto offer = [&](SlaKind kind, const SlaClock &clock) {
        if (clock.target.count() > 0 && isRunning(clock.state))
            keepFirstDue(mark, {kind, clock.due, clock.warnAt, clock.pausedFrom, clock.pausedUntil, clock.reason});
    };
    offer(SlaKind::FirstResponse, clocks.first);
    offer(SlaKind::NextResponse, clocks.next);
    offer(SlaKind::Resolution, clocks.resolution);
    return mark;
}

Result<std::optional<SlaMark>> slaMarkAt(std::span<const Transition> transitions, const SlaRules &rules, Timestamp now, const TimeZones &zones)
{
    const auto history = slaHistory(transitions);
    const SlaDesk desk {rules.places, zones};
    if (const auto readable = desk.readable(); readable.hasError())
        return readable.error();
    ClockMaker maker {desk, history, now};
    const auto &targets = rules.targets;
    std::optional<SlaMark> mark;
    const auto offer = [&](SlaKind kind, Timestamp since, std::int64_t target, const std::vector<SlaGap> &gaps) {
        if (target > 0)
            keepFirstDue(mark, maker.mark(kind, since, target, gaps));
    };
    const auto &counted = countedWaits(history, rules);
    if (!counted.empty() && !counted.back().until) {
        const bool first = counted.size() == 1;
        offer(first ? SlaKind::FirstResponse : SlaKind::NextResponse, counted.back().since,
            first ? targets.firstResponseMinutes : targets.nextResponseMinutes, pausesOf(history));
    }
    const auto since = resolutionSince(history, targets.countAssistant);
    if (since && !history.ended)
        offer(SlaKind::Resolution, *since, targets.resolutionMinutes, resolutionPauses(history, targets.countAssistant));
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
