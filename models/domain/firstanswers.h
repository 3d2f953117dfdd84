#pragma once

#include "models/domain/transition.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace foredeck {

/// How long a customer waited for the first answer in a conversation.
struct FirstAnswer {
    ConversationId conversation;
    std::int64_t ms = 0; ///< by the clock: nights and weekends count
    friend bool operator==(const FirstAnswer &, const FirstAnswer &) = default;
};

/// The first answers of one kind of answerer.
struct AnswerTimes {
    std::int64_t count = 0; ///< what the rest rests on
    std::optional<std::int64_t> medianMs; ///< of an even number the mean of the middle two
    std::optional<std::int64_t> p95Ms; ///< nearest rank: 95 % waited no longer
    std::vector<FirstAnswer> slowest; ///< at most slowestAnswers, the longest first
};
inline constexpr std::size_t slowestAnswers = 10;

struct FirstAnswers {
    std::vector<FirstAnswer> assistant; ///< from the customer's first word to the assistant's answer to it
    std::vector<FirstAnswer> people; ///< from when it was people's turn first to the answer of one of them
};

/// Adds what a conversation's transitions tell (decision 20): by position, of status, owner and response. A customer who comes
/// back after the end begins anew. Of waits that began before `since`, and of those that nobody answered, nothing is told.
void addFirstAnswers(const ConversationId &conversation, std::span<const Transition> transitions, Timestamp since, FirstAnswers &into);

AnswerTimes answerTimes(std::vector<FirstAnswer> answers);

} // namespace foredeck
