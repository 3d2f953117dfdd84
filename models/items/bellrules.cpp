#include "models/items/bellrules.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace foredeck {

namespace {

constexpr std::size_t mostRemembered = 1000;

bool isWithin(int from, int to, int minute)
{
    return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

class Step {
public:
    Step(BellState &state, const BellMoment &moment, const BellSettings &settings)
        : m_state(state), m_moment(moment), m_settings(settings), m_hush(hushAt(settings, moment.now, moment.minuteOfDay, moment.away))
    {
    }

    BellOrders run(const std::vector<WaitingCall> &waiting)
    {
        if (!m_settings.on)
            return bellEnd(m_state);
        forget(waiting);
        if (!m_moment.live)
            return std::move(m_orders);
        for (const WaitingCall &call : waiting)
            hear(call);
        if (m_state.summaryAt && m_heard.empty() && m_hush == Hush::None)
            closeSummary(); // what it stood for is seen to or looked at
        if (m_due.empty())
            return std::move(m_orders);
        if (m_heard.size() <= mostSingles)
            showSingles();
        else
            showMany();
        m_orders.sound = m_settings.sound && (!m_orders.show.empty() || !m_orders.summary.empty());
        return std::move(m_orders);
    }

private:
    /// Somebody has seen to it. Which call was heard is remembered: given up again, it is the server that calls anew.
    void forget(const std::vector<WaitingCall> &waiting)
    {
        std::set<EscalationId> still;
        for (const WaitingCall &call : waiting)
            still.insert(call.id);
        const bool isCrowded = m_state.told.size() > mostRemembered;
        for (auto told = m_state.told.begin(); told != m_state.told.end();) {
            const bool isOver = !still.contains(told->first);
            if (isOver && std::exchange(told->second.standing, false))
                m_orders.close.push_back(told->first);
            if (isOver)
                told->second.folded = false;
            told = isOver && isCrowded ? m_state.told.erase(told) : std::next(told);
        }
        if (m_state.summaryAt && waiting.empty())
            closeSummary();
        if (m_state.summaryAt)
            m_state.summaryAt = std::min(*m_state.summaryAt, m_moment.now); // the clock was put back
    }

    void closeSummary()
    {
        m_state.summaryAt.reset();
        for (auto &[id, told] : m_state.told)
            told.folded = false;
        m_orders.closeSummary = true;
    }

    void hear(const WaitingCall &call)
    {
        const auto told = m_state.told.find(call.id);
        if (!call.emergency && !m_moment.looksAt.empty() && call.conversation == m_moment.looksAt) {
            if (told != m_state.told.end() && told->second.standing)
                m_orders.close.push_back(call.id);
            m_state.told[call.id] = {call.call};
            return;
        }
        if (m_hush != Hush::None && !(call.emergency && m_settings.emergencies))
            return;
        m_heard.push_back(&call);
        if (told == m_state.told.end() || call.call > told->second.call)
            m_due.insert(call.id);
    }

    void single(const WaitingCall &call)
    {
        m_state.told[call.id] = {call.call, true, false};
        m_orders.show.push_back(call.id);
        m_orders.emergency = m_orders.emergency || call.emergency;
    }

    void showSingles()
    {
        const bool instead = m_state.summaryAt.has_value();
        for (const WaitingCall *call : m_heard) {
            if (instead || m_due.contains(call->id))
                single(*call);
        }
        if (instead)
            closeSummary();
    }

    /// An emergency keeps one of its own, as long as those are few.
    void showMany()
    {
        const auto emergencies = std::count_if(m_heard.begin(), m_heard.end(), [](const WaitingCall *call) { return call->emergency; });
        const bool apart = static_cast<std::size_t>(emergencies) <= mostSingles;
        std::vector<const WaitingCall *> rest;
        bool isDue = false;
        for (const WaitingCall *call : m_heard) {
            if (apart && call->emergency) {
                if (m_due.contains(call->id))
                    single(*call);
                continue;
            }
            rest.push_back(call);
            isDue = isDue || m_due.contains(call->id);
        }
        if (!isDue || (m_state.summaryAt && m_moment.now - *m_state.summaryAt < summaryPause))
            return;
        for (const WaitingCall *call : rest)
            fold(*call);
        m_state.summaryAt = m_moment.now;
    }

    void fold(const WaitingCall &call)
    {
        if (const auto told = m_state.told.find(call.id); told != m_state.told.end() && told->second.standing)
            m_orders.close.push_back(call.id);
        m_state.told[call.id] = {call.call, false, true};
        m_orders.summary.push_back(call.id);
        m_orders.emergency = m_orders.emergency || call.emergency;
    }

    BellState &m_state;
    const BellMoment &m_moment;
    const BellSettings &m_settings;
    Hush m_hush;
    std::vector<const WaitingCall *> m_heard; ///< those this person may be told of now
    std::set<EscalationId> m_due;
    BellOrders m_orders;
};

} // namespace

Hush hushAt(const BellSettings &settings, Timestamp now, int minuteOfDay, bool away)
{
    if (away || (settings.disturbAfter && now < *settings.disturbAfter))
        return Hush::DoNotDisturb;
    return settings.quietHours && isWithin(settings.quietFrom, settings.quietTo, minuteOfDay) ? Hush::QuietHours : Hush::None;
}

BellOrders bellEnd(BellState &state)
{
    BellOrders orders;
    for (const auto &[id, told] : state.told) {
        if (told.standing)
            orders.close.push_back(id);
    }
    orders.closeSummary = state.summaryAt.has_value();
    state = {};
    return orders;
}

BellOrders bellStep(BellState &state, const std::vector<WaitingCall> &waiting, const BellMoment &moment, const BellSettings &settings)
{
    return Step {state, moment, settings}.run(waiting);
}

} // namespace foredeck
