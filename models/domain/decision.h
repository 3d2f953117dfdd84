#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// What the assistant did with a turn.
enum class DecisionAction { Unknown, Answered, Asked, HandedOver, Silent, OptedOut, OptedIn, Helped, Failed, Superseded };
template <>
struct EnumNames<DecisionAction> {
    static constexpr std::array names {std::pair {DecisionAction::Answered, std::string_view {"answered"}},
        std::pair {DecisionAction::Asked, std::string_view {"asked"}}, std::pair {DecisionAction::HandedOver, std::string_view {"handed_over"}},
        std::pair {DecisionAction::Silent, std::string_view {"silent"}}, std::pair {DecisionAction::OptedOut, std::string_view {"opted_out"}},
        std::pair {DecisionAction::OptedIn, std::string_view {"opted_in"}}, std::pair {DecisionAction::Helped, std::string_view {"helped"}},
        std::pair {DecisionAction::Failed, std::string_view {"failed"}}, std::pair {DecisionAction::Superseded, std::string_view {"superseded"}}};
};

enum class Urgency { Unknown, Normal, High, Emergency };
template <>
struct EnumNames<Urgency> {
    static constexpr std::array names {std::pair {Urgency::Normal, std::string_view {"normal"}}, std::pair {Urgency::High, std::string_view {"high"}},
        std::pair {Urgency::Emergency, std::string_view {"emergency"}}};
};

/// A passage that was found for a turn, in the version that was read then.
struct PassageUse {
    DocumentId document;
    std::string title; ///< the FAQ's question or the document's title, as at the time
    std::string text;
    double score = 0; ///< 0–1, comparable with the floor
    std::int64_t documentVersion = 1;
    bool used = false; ///< stands in the answer
    friend bool operator==(const PassageUse &, const PassageUse &) = default;
};

/// A rule that was looked at; `fired` with the words that fired it.
struct RuleTrace {
    std::string rule;
    bool fired = false;
    std::string words;
    friend bool operator==(const RuleTrace &, const RuleTrace &) = default;
};

/// What the assistant thought at one turn. Immutable.
struct Decision {
    DecisionId id;
    ClientId client;
    ConversationId conversation;
    MessageId message; ///< the last customer message of the turn
    MessageId answer; ///< the message it made, if any
    std::int64_t seenPosition = 0;
    std::vector<std::int64_t> readPositions; ///< of the customer's messages that it was made of; empty: made before they were kept
    Open<DecisionAction> action;
    std::string reason; ///< an escalation reason, or why it was silent
    std::string language; ///< ISO 639-1, empty when it cannot be told
    Open<Urgency> urgency {Urgency::Normal};
    std::string intent; ///< "faq", "hours", "intake", "greeting", "identity", …
    std::string mood; ///< "calm", "upset", …; empty when nothing supports one
    double confidence = 0; ///< 0–1
    std::vector<PassageUse> passages;
    std::vector<RuleTrace> rules;
    std::string engine; ///< "builtin"
    std::string model;
    std::int64_t tokensIn = 0;
    std::int64_t tokensOut = 0;
    std::int64_t ms = 0;
    std::string failure; ///< how it failed, if it did
    Timestamp at;
    std::int64_t version = 1;
};

} // namespace foredeck
