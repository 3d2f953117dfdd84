#include "server/services/rule/rulehistory.h"

#include "models/domain/slahistory.h"

#include <algorithm>
#include <limits>
#include <map>

namespace foredeck {

namespace {

// Hours change a few times a day.
constexpr int looksAtAWait = 200;

// What protects people comes first (turnconsent.cpp, turntriggers.cpp).
bool comesFirst(const Decision &decision)
{
    switch (decision.action.value()) {
    case DecisionAction::OptedOut: case DecisionAction::OptedIn: case DecisionAction::Helped:
        return true;
    default:
        return decision.urgency == Urgency::Emergency || decision.reason == "opted_out";
    }
}

bool endsIt(const Transition &t) { return t.field == TransitionField::Status && t.to == nameOf(ConversationStatus::Ended); }

// Opened again by the customer: the clocks begin anew, and forget what was before (slahistory.h).
bool beginsAnew(const Transition &t)
{
    return t.field == TransitionField::Status && t.from == nameOf(ConversationStatus::Ended) && t.actor.kind == ActorKind::Lead;
}

class Replay {
public:
    Replay(const ClientRule &rule, const RuleHistory &history, Timestamp since, Timestamp now, const TimeZones &zones)
        : m_rule(rule), m_history(history), m_since(since), m_now(now), m_zones(zones)
    {
        for (const auto &message : history.messages)
            m_positions.emplace(message.id, message.position);
        m_moment.clientLanguage = history.clientLanguage;
        m_moment.channel = history.conversation.channelKind.value();
        m_moment.places = history.places;
    }

    std::vector<Timestamp> run()
    {
        m_rule.enabled = true;
        occasionOf(m_rule.when) == RuleOccasion::Wait ? waits() : turns();
        return std::move(m_fired);
    }

private:
    void turns()
    {
        std::int64_t seen = 0;
        for (const auto &decision : m_history.decisions) {
            auto said = saidBetween(seen, decision.seenPosition);
            seen = std::max(seen, decision.seenPosition);
            if (said.empty())
                continue; // by no word of the customer's
            settle(said.front().position);
            m_moment.moods.push_back(decision.mood);
            m_moment.said = std::move(said);
            if (decision.at >= m_since && decision.at <= m_now && !comesFirst(decision))
                look(RuleEvent::Message, decision.at, decision.language);
            for (const auto &words : m_moment.said)
                m_moment.before.push_back(words.text);
        }
    }

    // What was resolved before this position is settled.
    void settle(std::int64_t position)
    {
        std::int64_t ended = 0;
        for (const auto &t : m_history.transitions) {
            if (endsIt(t) && t.position < position)
                ended = t.position;
        }
        if (ended <= m_settled)
            return;
        m_settled = ended;
        m_moment.moods.clear();
        m_moment.before.clear();
    }

    void waits()
    {
        const auto &all = m_history.transitions;
        for (auto end = all.begin(); end != all.end();) {
            end = std::find_if(end + 1, all.end(), beginsAnew);
            const auto told = slaHistory({all.begin(), end});
            const auto last = end == all.end() ? m_now : end->at;
            for (const auto &wait : told.waits)
                waited(wait.since, std::min(wait.until.value_or(last), last), told);
        }
    }

    void waited(Timestamp since, Timestamp until, const SlaHistory &told)
    {
        auto at = since + std::chrono::minutes {*m_rule.when.unansweredMinutes};
        for (int looks = 0; looks < looksAtAWait; ++looks) {
            const auto free = firstFree(at, told);
            if (!free || *free >= until || *free > m_now)
                return;
            at = *free;
            m_moment.waitingSince = since;
            m_moment.said = saidSince(since, at);
            m_moment.moods = moodsUntil(at);
            m_moment.now = at;
            m_moment.escalated = false;
            if (at >= m_since && look(RuleEvent::Clock, at, m_history.conversation.language))
                return;
            const auto next = nextLook({m_rule}, m_moment, m_zones);
            if (!next || *next <= at)
                return;
            at = *next;
        }
    }

    // The first moment from `at` on at which the customer waits for a person and nobody is called; nothing: none is known.
    std::optional<Timestamp> firstFree(Timestamp at, const SlaHistory &told) const
    {
        auto blocks = told.snoozes;
        blocks.insert(blocks.end(), told.ends.begin(), told.ends.end());
        blocks.insert(blocks.end(), told.assistantsTurns.begin(), told.assistantsTurns.end());
        for (const auto &e : m_history.escalations)
            blocks.push_back({e.createdAt, overAt(e)});
        std::sort(blocks.begin(), blocks.end(), [](const SlaGap &a, const SlaGap &b) { return a.from < b.from; });
        for (const auto &block : blocks) {
            const bool inside = block.from <= at && (!block.to || at < *block.to);
            if (inside && !block.to)
                return std::nullopt;
            if (inside)
                at = *block.to;
        }
        return at;
    }

    // Of one that expired only its end is not told: the trail's last word stands for it.
    static std::optional<Timestamp> overAt(const Escalation &e)
    {
        if (isOpen(e) || e.resolvedAt)
            return e.resolvedAt;
        return e.ladder.empty() ? e.createdAt : e.ladder.back().lastAt.value_or(e.ladder.back().at);
    }

    bool isCalled(Timestamp at) const
    {
        const bool open = std::any_of(m_history.escalations.begin(), m_history.escalations.end(), [&](const Escalation &e) {
            const auto over = overAt(e);
            return e.createdAt < at && (!over || *over > at);
        });
        return open || (!m_fired.empty() && !isSeenTo(m_fired.back(), at));
    }

    // Whether people have had it since then.
    bool isSeenTo(Timestamp from, Timestamp at) const
    {
        const auto &messages = m_history.messages;
        const auto &changes = m_history.transitions;
        return std::any_of(messages.begin(), messages.end(), [&](const Message &m) { return m.role == MessageRole::Staff && m.at > from && m.at <= at; })
            || std::any_of(changes.begin(), changes.end(), [&](const Transition &t) { return endsIt(t) && t.at > from && t.at <= at; });
    }

    bool look(RuleEvent event, Timestamp at, const std::string &language)
    {
        m_moment.event = event;
        m_moment.now = at;
        m_moment.language = language.empty() ? m_history.conversation.language : language;
        m_moment.score = scoreAt(m_moment.said.empty() ? std::numeric_limits<std::int64_t>::max() : m_moment.said.back().position);
        m_moment.escalated = isCalled(at);
        const auto match = matchOf(m_rule, m_moment, m_zones);
        if (!match)
            return false;
        m_fired.push_back(at);
        RuleFiring firing;
        firing.rule = m_rule.id;
        firing.occasion = match->occasion;
        firing.position = match->position;
        m_moment.firings.push_back(std::move(firing));
        return true;
    }

    // By the factors that stand today, without those of later words.
    std::optional<int> scoreAt(std::int64_t position) const
    {
        std::optional<int> sum;
        for (const auto &factor : m_history.lead.scoreFactors) {
            const auto known = m_positions.find(factor.message);
            if (known == m_positions.end() || known->second <= position)
                sum = sum.value_or(0) + factor.points;
        }
        return sum ? std::optional {std::clamp(*sum, 0, 100)} : std::nullopt;
    }

    std::vector<RuleWords> saidBetween(std::int64_t after, std::int64_t through) const
    {
        std::vector<RuleWords> said;
        for (const auto &m : m_history.messages) {
            if (m.role == MessageRole::Lead && m.position > after && m.position <= through)
                said.push_back({m.position, m.text});
        }
        return said;
    }

    std::vector<RuleWords> saidSince(Timestamp since, Timestamp at) const
    {
        std::vector<RuleWords> said;
        for (const auto &m : m_history.messages) {
            if (m.role == MessageRole::Lead && m.at >= since && m.at <= at)
                said.push_back({m.position, m.text});
        }
        return said;
    }

    std::vector<std::string> moodsUntil(Timestamp at) const
    {
        std::vector<std::string> moods;
        for (const auto &decision : m_history.decisions) {
            if (decision.at <= at)
                moods.push_back(decision.mood);
        }
        return moods;
    }

    ClientRule m_rule;
    const RuleHistory &m_history;
    const Timestamp m_since;
    const Timestamp m_now;
    const TimeZones &m_zones;
    std::map<MessageId, std::int64_t> m_positions;
    RuleMoment m_moment;
    std::int64_t m_settled = 0;
    std::vector<Timestamp> m_fired;
};

} // namespace

std::vector<Timestamp> wouldHaveFired(const ClientRule &rule, const RuleHistory &history, Timestamp since, Timestamp now, const TimeZones &zones)
{
    return Replay {rule, history, since, now, zones}.run();
}

} // namespace foredeck
