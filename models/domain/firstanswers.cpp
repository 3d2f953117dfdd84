#include "models/domain/firstanswers.h"

#include "models/domain/conversation.h"
#include "models/domain/slahistory.h"

#include <algorithm>

namespace foredeck {

namespace {

// Opened again by the customer (slahistory.h).
bool beginsAnew(const Transition &t)
{
    return t.field == TransitionField::Status && t.from == nameOf(ConversationStatus::Ended) && t.actor.kind == ActorKind::Lead;
}

// A clock that was set back makes no time negative.
void addFirst(const std::vector<SlaWait> &waits, ResponseState by, Timestamp since, const ConversationId &conversation, std::vector<FirstAnswer> &into)
{
    if (waits.empty() || waits.front().by != by || !waits.front().until || waits.front().since < since)
        return;
    into.push_back({conversation, std::max<std::int64_t>(0, (*waits.front().until - waits.front().since).count())});
}

} // namespace

void addFirstAnswers(const ConversationId &conversation, std::span<const Transition> transitions, Timestamp since, FirstAnswers &into)
{
    // Each by itself: what went before counts no more there (slahistory.h), and somebody who always comes back is read once.
    for (auto begin = transitions.begin(), end = begin; begin != transitions.end(); begin = end) {
        end = std::find_if(begin + 1, transitions.end(), beginsAnew);
        const auto told = slaHistory({begin, end});
        addFirst(told.waits, ResponseState::Assistant, since, conversation, into.assistant);
        addFirst(told.peoplesWaits, ResponseState::User, since, conversation, into.people);
    }
}

AnswerTimes answerTimes(std::vector<FirstAnswer> answers)
{
    AnswerTimes times;
    times.count = static_cast<std::int64_t>(answers.size());
    if (answers.empty())
        return times;
    std::sort(answers.begin(), answers.end(), [](const FirstAnswer &a, const FirstAnswer &b) {
        return a.ms != b.ms ? a.ms > b.ms : a.conversation < b.conversation;
    });
    const auto size = answers.size();
    const auto above = answers[(size - 1) / 2].ms;
    const auto below = answers[size / 2].ms;
    times.medianMs = below + (above - below) / 2;
    times.p95Ms = answers[size - (size * 95 + 99) / 100].ms;
    answers.resize(std::min(size, slowestAnswers));
    times.slowest = std::move(answers);
    return times;
}

} // namespace foredeck
