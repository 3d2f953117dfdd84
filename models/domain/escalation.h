#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"
#include "models/domain/ladder.h"
#include "models/domain/rule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class EscalationStatus { Unknown, Pending, Claimed, Resolved, Expired };
template <>
struct EnumNames<EscalationStatus> {
    static constexpr std::array names {std::pair {EscalationStatus::Pending, std::string_view {"pending"}},
        std::pair {EscalationStatus::Claimed, std::string_view {"claimed"}}, std::pair {EscalationStatus::Resolved, std::string_view {"resolved"}},
        std::pair {EscalationStatus::Expired, std::string_view {"expired"}}};
};

/// What somebody did about the customer's wish before it came to a person.
struct EscalationStep {
    Timestamp at; ///< Timestamp {}: not known (a row of before steps had a time)
    Open<ActorKind> by {ActorKind::Assistant};
    std::string text; ///< one line, plain
    std::optional<double> confidence; ///< 0–1, of an assistant's turn
    friend bool operator==(const EscalationStep &, const EscalationStep &) = default;
};

/// A mood that was read, and when.
struct MoodStep {
    Timestamp at; ///< as above
    std::string word; ///< "calm", "upset", …
    friend bool operator==(const MoodStep &, const MoodStep &) = default;
};

/// What a person could do next, and the record that supports it.
struct NextAction {
    std::string kind; ///< a key: "call", "reply", "answer_question"; another one is shown as its text
    std::string text; ///< what to call, whom to answer: a number, the customer's question, a passage's words
    std::string basis; ///< names the record: "lead.phone", "message 12" (its position), "<title>, version 3"
    friend bool operator==(const NextAction &, const NextAction &) = default;
};

/// Only what records support; an empty field is shown as "–".
struct EscalationBrief {
    std::string why;
    std::string wants;
    std::vector<EscalationStep> tried; ///< oldest first
    std::vector<MoodStep> mood; ///< oldest first
    std::vector<NextAction> actions; ///< the best first
    friend bool operator==(const EscalationBrief &, const EscalationBrief &) = default;
};

/// A customer handed over to people. Whether it is late is no field: `due` against the clock tells.
struct Escalation {
    EscalationId id;
    ClientId client;
    ConversationId conversation;
    LeadId lead;
    Open<EscalationReason> reason;
    int priority = 2; ///< 1 highest … 3
    Open<EscalationStatus> status {EscalationStatus::Pending};
    std::optional<Timestamp> due;
    EscalationBrief brief;
    Actor createdBy;
    Actor claimedBy; ///< kind System while nobody has
    std::optional<Timestamp> claimedAt; ///< of the first claim; stays when it is given up
    Actor acknowledgedBy; ///< who said "seen, I am on it"; kind System while nobody has
    std::optional<Timestamp> acknowledgedAt;
    Actor assignedTo; ///< a person it was given to who has not taken it yet; kind System: nobody
    AlertState alert;
    std::vector<LadderStep> ladder; ///< who was told when, oldest first
    std::string note; ///< of the resolution
    DecisionId decision;
    std::optional<RuleMark> rule; ///< of the client's own, that made it
    Timestamp createdAt;
    std::optional<Timestamp> resolvedAt;
    std::int64_t version = 1;
};

/// Whoever has to know is told from the beginning.
inline void tellAnew(Escalation &escalation)
{
    AlertState state;
    state.told = escalation.alert.told;
    escalation.alert = state;
}

/// Nobody has it any more: it waits, and whoever has to know is told anew.
inline void waitAgain(Escalation &escalation)
{
    tellAnew(escalation);
    escalation.status = EscalationStatus::Pending;
    escalation.claimedBy = {};
    escalation.acknowledgedBy = {};
    escalation.acknowledgedAt.reset();
}

/// Whether somebody still has to see to it.
inline bool isOpen(const Escalation &escalation)
{
    return escalation.status == EscalationStatus::Pending || escalation.status == EscalationStatus::Claimed;
}

/// Whether somebody is to be told of it: nobody has it, and nobody has said that they have seen it.
inline bool awaitsSomebody(const Escalation &escalation)
{
    return escalation.status == EscalationStatus::Pending && !escalation.acknowledgedAt;
}

} // namespace foredeck
