#include "models/domain/slahistory.h"

#include "models/core/time.h"
#include "models/domain/conversation.h"

#include <algorithm>

namespace foredeck {

namespace {

class Reader {
public:
    SlaHistory read(std::span<const Transition> transitions)
    {
        for (const auto &t : transitions) {
            if (t.field == TransitionField::Status)
                status(t);
            else if (t.field == TransitionField::Owner)
                owner(t);
            else if (t.field == TransitionField::Response)
                response(t);
        }
        return std::move(m_history);
    }

private:
    static bool runs(const std::vector<SlaWait> &waits) { return !waits.empty() && !waits.back().until; }

    static void begin(std::vector<SlaWait> &waits, Timestamp since)
    {
        if (!runs(waits))
            waits.push_back({since, {}, ResponseState::Waiting});
    }

    static void end(std::vector<SlaWait> &waits, Timestamp at, ResponseState by)
    {
        if (!runs(waits))
            return;
        waits.back().until = at;
        waits.back().by = by;
    }

    // `before`: what is known of the time before, when this is the first that is told.
    void turn(bool assistants, Timestamp at, bool before)
    {
        auto &turns = m_history.assistantsTurns;
        if (!m_told && before)
            turns.push_back({Timestamp::min(), {}});
        m_told = true;
        const bool runs = !turns.empty() && !turns.back().to;
        if (assistants && !runs)
            turns.push_back({at, {}});
        else if (!assistants && runs)
            turns.back().to = at;
        m_history.assistants = assistants;
    }

    void status(const Transition &t)
    {
        if (m_snoozed) {
            auto &snooze = m_history.snoozes.back();
            snooze.to = snooze.to ? std::min(*snooze.to, t.at) : t.at;
            m_snoozed = false;
        }
        if (t.from == nameOf(ConversationStatus::Ended))
            openedAgain(t);
        if (t.to == nameOf(ConversationStatus::Snoozed)) {
            m_history.snoozes.push_back({t.at, fromRfc3339(t.detail)});
            m_snoozed = true;
        } else if (t.to == nameOf(ConversationStatus::Ended)) {
            m_history.ended = t.at;
            end(m_history.waits, t.at, ResponseState::Settled);
            end(m_history.peoplesWaits, t.at, ResponseState::Settled);
        }
    }

    // By a person: what went before goes on. By the customer: it begins anew.
    void openedAgain(const Transition &t)
    {
        if (t.actor.kind == ActorKind::Lead) {
            SlaHistory anew;
            anew.assistants = m_history.assistants;
            anew.assistantsTurns = std::move(m_history.assistantsTurns);
            m_history = std::move(anew);
        } else if (m_history.ended) {
            m_history.ends.push_back({*m_history.ended, t.at});
            m_history.ended.reset();
        }
    }

    void owner(const Transition &t)
    {
        turn(t.to == nameOf(OwnerKind::Assistant), t.at, t.from == nameOf(OwnerKind::Assistant));
        if (!m_history.assistants && runs(m_history.waits))
            begin(m_history.peoplesWaits, t.at);
        else if (m_history.assistants && runs(m_history.peoplesWaits))
            m_history.peoplesWaits.pop_back(); // the assistant's turn again: people owe nothing
    }

    // Opened again by a person in the same act: who was waited for when it ended is waited for again, and no new wait begins.
    void goOn(Timestamp at)
    {
        const auto &ends = m_history.ends;
        if (ends.empty() || ends.back().to != at)
            return;
        for (auto *waits : {&m_history.waits, &m_history.peoplesWaits}) {
            if (!waits->empty() && waits->back().until == ends.back().from && waits->back().by == ResponseState::Settled) {
                waits->back().until.reset();
                waits->back().by = ResponseState::Waiting;
            }
        }
    }

    // What the customer waited before it was people's turn is not theirs.
    Timestamp theirs(Timestamp since) const
    {
        const auto &turns = m_history.assistantsTurns;
        return turns.empty() || !turns.back().to ? since : std::max(since, *turns.back().to);
    }

    void response(const Transition &t)
    {
        const bool assistants = t.reason == nameOf(OwnerKind::Assistant);
        turn(assistants, t.at, assistants);
        const auto to = valueOf<ResponseState>(t.to);
        if (to == ResponseState::Waiting) {
            const auto since = fromRfc3339(t.detail).value_or(t.at);
            m_history.began = m_history.began.value_or(since);
            goOn(t.at);
            begin(m_history.waits, since);
            if (!m_history.assistants)
                begin(m_history.peoplesWaits, theirs(since));
            return;
        }
        end(m_history.waits, t.at, to);
        if (to != ResponseState::Assistant)
            end(m_history.peoplesWaits, t.at, to);
    }

    SlaHistory m_history;
    bool m_snoozed = false;
    bool m_told = false; ///< whose turn it is
};

} // namespace

SlaHistory slaHistory(std::span<const Transition> transitions)
{
    return Reader {}.read(transitions);
}

std::vector<SlaGap> pausesOf(const SlaHistory &history)
{
    auto still = history.snoozes;
    still.insert(still.end(), history.ends.begin(), history.ends.end());
    return still;
}

std::vector<SlaGap> resolutionPauses(const SlaHistory &history, bool countAssistant)
{
    auto still = pausesOf(history);
    if (!countAssistant)
        still.insert(still.end(), history.assistantsTurns.begin(), history.assistantsTurns.end());
    return still;
}

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

} // namespace foredeck
