#pragma once

#include "models/core/id.h"
#include "models/domain/channelkind.h"
#include "models/domain/escalationreason.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// By the clock of the client's places: while any is open, while all are closed (neither where no hours are told), or on
/// Saturday and Sunday at the first of them.
enum class RuleTime { Unknown, BusinessHours, AfterHours, Weekend };
template <>
struct EnumNames<RuleTime> {
    static constexpr std::array names {std::pair {RuleTime::BusinessHours, std::string_view {"business_hours"}},
        std::pair {RuleTime::AfterHours, std::string_view {"after_hours"}}, std::pair {RuleTime::Weekend, std::string_view {"weekend"}}};
};

/// What must hold, all of it; of a list any. What is empty asks for nothing.
struct RuleConditions {
    std::optional<int> scoreAbove; ///< the lead's score, 0–99
    std::vector<std::string> words; ///< rows of words that stand so in what the customer wrote
    std::vector<std::string> meaning; ///< what it names, in whatever words and language: "money back"
    std::optional<int> unansweredMinutes; ///< as long the customer has waited for a person
    std::vector<Open<RuleTime>> times;
    std::vector<Open<ChannelKind>> channels;
    std::vector<std::string> languages; ///< ISO 639-1
    bool repeatedQuestion = false; ///< asked the same before
    bool sentimentFalling = false; ///< worried or upset, worse than before and not better than just before
    friend bool operator==(const RuleConditions &, const RuleConditions &) = default;
};

/// What a rule does: a person gets the conversation.
struct RuleHandOver {
    Open<EscalationReason> reason {EscalationReason::Rule};
    int priority = 2; ///< 1 highest … 3
    friend bool operator==(const RuleHandOver &, const RuleHandOver &) = default;
};

inline constexpr std::size_t mostRules = 50; ///< of one client

/// A rule of the client's own. Edited by people only, so it takes If-Match.
struct ClientRule {
    RuleId id;
    ClientId client;
    std::string name;
    bool enabled = true;
    RuleConditions when;
    RuleHandOver handOver;
    std::int64_t version = 1;
};
/// In what people decide of it.
inline bool sameWish(const ClientRule &a, const ClientRule &b) { return a.name == b.name && a.enabled == b.enabled && a.when == b.when && a.handOver == b.handOver; }

/// The rule that called somebody, as it was then.
struct RuleMark {
    RuleId id;
    std::string name;
    std::int64_t version = 1;
    friend bool operator==(const RuleMark &, const RuleMark &) = default;
};
inline RuleMark markOf(const ClientRule &rule) { return {rule.id, rule.name, rule.version}; }
/// How a trail names it: "Refunds, version 3".
inline std::string toldOf(const RuleMark &mark) { return mark.name + ", version " + std::to_string(mark.version); }

/// How often a rule may fire in one conversation: with each message of the customer, once in each wait, or once at all.
enum class RuleOccasion { Message, Wait, Conversation };

/// By what it asks for. Channel, language and hours say when, and nothing of how often: alone they are about messages.
inline RuleOccasion occasionOf(const RuleConditions &when)
{
    if (when.unansweredMinutes)
        return RuleOccasion::Wait;
    const bool message = !when.words.empty() || !when.meaning.empty() || when.repeatedQuestion;
    return !message && (when.scoreAbove || when.sentimentFalling) ? RuleOccasion::Conversation : RuleOccasion::Message;
}

/// That a rule fired: once for each occasion, whatever becomes of it.
struct RuleFiring {
    ClientId client;
    RuleId rule;
    std::int64_t ruleVersion = 1;
    ConversationId conversation;
    std::string occasion; ///< "message 12", "wait 2026-11-20T14:02:11.042Z", "conversation"
    std::int64_t position = 0; ///< up to where the customer's words had been read
    EscalationId escalation;
    Timestamp at;
};

/// A conversation in which a rule would have fired.
struct RuleDryRunHit {
    ConversationId conversation;
    std::int64_t times = 0;
    Timestamp lastAt;
};

/// How often a rule would have fired, had it been there: by what is stored, so the score is told by today's factors, and a
/// hand-over counts as open until a person wrote or the conversation ended.
struct RuleDryRun {
    Timestamp since;
    Timestamp until;
    std::int64_t fired = 0;
    std::int64_t firedConversations = 0; ///< all in which it would have fired
    std::vector<RuleDryRunHit> conversations; ///< the newest first, at most 500
    std::int64_t examinedConversations = 0;
    std::int64_t examinedMessages = 0;
    bool complete = true; ///< all that went on since `since` was looked at
    Timestamp examinedSince; ///< where it is not: every conversation that went on since then was
};

} // namespace foredeck
