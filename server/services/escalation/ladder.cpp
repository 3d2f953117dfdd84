#include "server/services/escalation/ladder.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::minutes betweenTexts {10};
constexpr std::chrono::minutes textAgain {2}; ///< after one that failed; doubled with each
constexpr std::int64_t mostTexts = 12; ///< of one telling: some eight hours
constexpr std::chrono::minutes whileNobodyIsThere {5}; ///< between two looks whether somebody has come
constexpr milliseconds soonest {1000};
constexpr std::int64_t mostDoublings = 10;
constexpr std::array rungs {Rung::Assigned, Rung::OnCall, Rung::Staff, Rung::Managers, Rung::Everyone};

class Planner {
public:
    explicit Planner(const LadderInput &input) : m(input)
    {
        m_plan.state = input.escalation.alert;
        m_plan.trail = input.escalation.ladder;
    }

    LadderPlan plan()
    {
        if (!awaitsSomebody(m.escalation))
            return {};
        if (m.snoozedUntil && *m.snoozedUntil > m.now) {
            lookAt(*m.snoozedUntil);
            return std::move(m_plan);
        }
        settleClock();
        if (!mayClimb() || !climb())
            repeat();
        lookAgain();
        return std::move(m_plan);
    }

private:
    AlertState &state() { return m_plan.state; }
    bool isEmergency() const { return m.escalation.reason == EscalationReason::Emergency; }

    // ---- who

    Rung rungOf(const LadderPerson &p) const
    {
        if (!p.actor.user.empty() && p.actor.user == m.escalation.assignedTo.user)
            return Rung::Assigned;
        if (p.onCall)
            return Rung::OnCall;
        if (!p.available)
            return Rung::Everyone;
        return p.role == Role::Agent ? Rung::Staff : p.role == Role::Manager ? Rung::Managers : Rung::Everyone;
    }
    bool isOf(const LadderPerson &p, Rung rung) const
    {
        return rungOf(p) == rung || (rung == Rung::Everyone && isEmergency() && p.doNotDisturb);
    }
    bool reaches(const LadderPerson &p, Rung rung) const { return !p.doNotDisturb || (isEmergency() && rung >= Rung::Everyone); }
    bool hears(const LadderPerson &p, Rung rung) const { return p.hasConsole && reaches(p, rung); }

    bool anyoneOf(Rung rung) const
    {
        return std::any_of(m.people.begin(), m.people.end(), [&](const LadderPerson &p) { return isOf(p, rung); });
    }
    bool anyoneHears(Rung rung) const
    {
        return std::any_of(m.people.begin(), m.people.end(), [&](const LadderPerson &p) { return isOf(p, rung) && hears(p, rung); });
    }
    bool anyoneHeardSoFar() const
    {
        const auto rung = m_plan.state.rung.value();
        return std::any_of(m.people.begin(), m.people.end(), [&](const LadderPerson &p) { return rungOf(p) <= rung && hears(p, rung); });
    }

    // ---- the trail

    LadderStep &addStep(Actor who, std::string how, Rung rung)
    {
        m_plan.changed = true;
        auto &trail = m_plan.trail;
        if (trail.size() >= longestLadder)
            trail.erase(trail.begin());
        LadderStep step;
        step.at = m.now;
        step.who = std::move(who);
        step.how = std::move(how);
        step.rung = rung;
        trail.push_back(std::move(step));
        return trail.back();
    }
    // Of this telling, not of one before somebody had it.
    LadderStep *lastStep(const UserId &user, std::string_view how)
    {
        const auto found = std::find_if(m_plan.trail.rbegin(), m_plan.trail.rend(),
            [&](const LadderStep &s) { return s.who.user == user && s.how == how && s.at >= *state().begun; });
        return found == m_plan.trail.rend() ? nullptr : &*found;
    }

    // The owner's text that reached nobody, though the next may: it is sent again, less and less often. What only a setting can
    // mend, or the owner has ended, is not.
    bool isTextLost() const
    {
        constexpr std::array<std::string_view, 4> final {"no_number", "not_configured", "own_number", "21610"}; // the last is Twilio's for STOP
        const auto &trail = m_plan.trail;
        const auto last = std::find_if(trail.rbegin(), trail.rend(), [](const LadderStep &s) { return s.how == toldBy::sms; });
        if (m_plan.state.rung != Rung::Owner || last == trail.rend() || !last->delivery)
            return false;
        const bool wasPutOff = last->delivery->state == DeliveryState::Suppressed && last->delivery->code == textNotNeeded; // and is not any more
        if (!wasPutOff && !(last->delivery->state == DeliveryState::Failed))
            return false;
        const bool isFinal = std::find(final.begin(), final.end(), last->delivery->code) != final.end();
        return !isFinal && textsSent() < mostTexts;
    }
    std::int64_t textsSent() const
    {
        return std::count_if(m_plan.trail.begin(), m_plan.trail.end(), [&](const LadderStep &s) { return s.how == toldBy::sms && s.at >= *m_plan.state.begun; });
    }
    Timestamp textAgainAt() const
    {
        const auto rest = textAgain * (std::int64_t {1} << std::max<std::int64_t>(0, textsSent() - 1));
        return m_plan.state.since.value_or(m.now) + std::min<milliseconds>(rest, longestLadderRest);
    }

    // ---- time

    void settleClock()
    {
        if (!state().begun) {
            state().begun = m.now;
            return;
        }
        for (auto *time : {&state().begun, &state().since, &state().repeatedAt}) {
            if (*time && **time > m.now) {
                *time = m.now;
                m_plan.changed = true;
            }
        }
    }
    // The last steps are done, or only the owner's is left: what is said from then on is said less and less often.
    milliseconds pause() const
    {
        const auto &state = m_plan.state;
        const bool top = state.rung == Rung::Owner || (state.since && m.now - *state.since >= m.climb);
        if (!top)
            return m.repeat;
        const auto doubled = m.climb * (std::int64_t {1} << std::min(state.repeats, mostDoublings));
        return std::max<milliseconds>(m.repeat, std::min<milliseconds>(doubled, longestLadderRest));
    }

    // ---- steps

    bool mayClimb() const
    {
        const auto &state = m_plan.state;
        if (!state.rung.known())
            return true;
        if (state.rung == Rung::Owner)
            return isTextLost() && m.now >= textAgainAt();
        const bool left = !anyoneHears(state.rung.value()) && m.now >= m.consolesKnownFrom;
        return left || m.now - state.since.value_or(m.now) >= m.climb;
    }

    // False: nothing was done.
    bool climb()
    {
        bool climbed = false;
        for (const auto rung : rungs) {
            if ((state().rung.known() && rung <= state().rung.value()) || !anyoneOf(rung))
                continue;
            enter(rung);
            climbed = true;
            if (anyoneHears(rung) || m.now < m.consolesKnownFrom)
                return true;
        }
        return tellOwner() || climbed;
    }

    void enter(Rung rung)
    {
        begin(rung);
        for (const auto &p : m.people) {
            if (!isOf(p, rung))
                continue;
            if (!reaches(p, rung)) {
                addStep(p.actor, toldBy::doNotDisturb, rung);
                continue;
            }
            addStep(p.actor, p.hasConsole ? toldBy::console : toldBy::noConsole, rung);
            m_plan.tellings.push_back({p.actor.user, 0});
        }
    }

    void begin(Rung rung)
    {
        state().rung = rung;
        state().since = m.now;
        state().repeats = 0;
        state().repeatedAt = m.now;
        m_plan.changed = true;
    }

    bool tellOwner()
    {
        if (m.people.empty() && !lastStep({}, toldBy::nobody))
            addStep({}, toldBy::nobody, Rung::Everyone);
        if (!isEmergency() && m.quietUntil) {
            lookAt(*m.quietUntil);
            if (lastStep({}, toldBy::quietHours))
                return false;
            addStep({}, toldBy::quietHours, Rung::Owner);
            return true;
        }
        const auto mayAt = m.lastText ? *m.lastText + betweenTexts : m.now;
        if (!isEmergency() && mayAt > m.now && mayAt - m.now <= betweenTexts) { // else it was made by a clock that was ahead
            lookAt(mayAt);
            return false;
        }
        if (!m.hasOwnerPhone)
            return missOwner();
        begin(Rung::Owner);
        m_plan.text = true;
        addStep({}, toldBy::sms, Rung::Owner).delivery = Delivery {DeliveryState::Queued, {}, {}, m.now, false};
        return true;
    }

    // Said once; whoever sets a number while somebody still waits has it used.
    bool missOwner()
    {
        if (lastStep({}, toldBy::sms))
            return false;
        addStep({}, toldBy::sms, Rung::Owner).delivery = Delivery {DeliveryState::Failed, "No telephone number of the owner is set", "no_number", m.now, false};
        return true;
    }

    void repeat()
    {
        if (!state().repeatedAt || m.now - *state().repeatedAt < pause() || !anyoneHeardSoFar())
            return;
        const auto rung = state().rung.value();
        state().repeatedAt = m.now;
        ++state().repeats;
        m_plan.changed = true;
        for (const auto &p : m.people) {
            if (rungOf(p) > rung || !hears(p, rung))
                continue;
            if (auto *known = lastStep(p.actor.user, toldBy::console)) {
                ++known->repeats;
                known->lastAt = m.now;
            } else {
                addStep(p.actor, toldBy::console, rung);
            }
            m_plan.tellings.push_back({p.actor.user, state().repeats});
        }
    }

    // ---- what comes next

    void lookAt(Timestamp at)
    {
        at = std::clamp(at, m.now + soonest, m.now + longestLadderRest);
        m_plan.next = m_plan.next ? std::min(*m_plan.next, at) : at;
    }

    void lookAgain()
    {
        if (!m_plan.tellings.empty())
            ++state().told;
        state().nextAt.reset();
        if (state().rung != Rung::Owner && state().since) {
            if (const auto next = *state().since + m.climb; next > m.now) {
                state().nextAt = next;
                lookAt(next);
            }
        }
        if (state().rung.known() && anyoneHeardSoFar())
            lookAt(*state().repeatedAt + pause());
        else
            lookAt(m.now + whileNobodyIsThere);
        if (m.now < m.consolesKnownFrom)
            lookAt(m.consolesKnownFrom);
        for (const auto &p : m.people) { // who may only be coming back
            if (p.hearsUntil && *p.hearsUntil > m.now)
                lookAt(*p.hearsUntil);
        }
        if (isTextLost() && textAgainAt() > m.now) // else it waits for quiet hours to end
            lookAt(textAgainAt());
    }

    const LadderInput &m;
    LadderPlan m_plan;
};

OpeningHours hoursOf(const Week &week, const std::string &zone)
{
    OpeningHours hours;
    hours.zone = zone;
    hours.week = week;
    return hours;
}

} // namespace

LadderPlan planLadder(const LadderInput &input) { return Planner {input}.plan(); }

std::optional<Timestamp> quietUntil(const Week &week, const std::string &zone, Timestamp now, const TimeZones &zones)
{
    const auto state = openStateAt(hoursOf(week, zone), now, zones);
    if (state.hasError() || !state.value().open)
        return std::nullopt;
    return state.value().closesAt.value_or(now + std::chrono::days {14});
}

bool onDuty(const Week &week, const std::string &zone, Timestamp now, const TimeZones &zones)
{
    const auto state = openStateAt(hoursOf(week, zone), now, zones);
    return state.hasError() || state.value().open;
}

} // namespace foredeck
