#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"
#include "models/domain/channelkind.h"
#include "models/domain/escalation.h"
#include "models/domain/message.h"
#include "models/domain/participant.h"
#include "models/domain/sla.h"
#include "models/domain/summary.h"
#include "models/domain/task.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class ConversationStatus { Unknown, Active, WaitingHuman, Snoozed, Ended };
template <>
struct EnumNames<ConversationStatus> {
    static constexpr std::array names {std::pair {ConversationStatus::Active, std::string_view {"active"}},
        std::pair {ConversationStatus::WaitingHuman, std::string_view {"waiting_human"}},
        std::pair {ConversationStatus::Snoozed, std::string_view {"snoozed"}}, std::pair {ConversationStatus::Ended, std::string_view {"ended"}}};
};

enum class OwnerKind { Unknown, Assistant, User, Nobody };
template <>
struct EnumNames<OwnerKind> {
    static constexpr std::array names {std::pair {OwnerKind::Assistant, std::string_view {"assistant"}},
        std::pair {OwnerKind::User, std::string_view {"user"}}, std::pair {OwnerKind::Nobody, std::string_view {"nobody"}}};
};

/// Who answers: the assistant, one of the staff, or nobody (waiting for a person).
struct Owner {
    Open<OwnerKind> kind {OwnerKind::Assistant};
    UserId user;
    std::string name;
    friend bool operator==(const Owner &, const Owner &) = default;
};

/// The right to reply now. The fence rises with every claim; a send that carries an older one is refused. The lease is on
/// server time and is renewed by ephemeral frames, so `leaseUntil` here is the one of the last claim event.
struct Claim {
    UserId user;
    std::string name;
    std::int64_t fence = 0; ///< 0: nobody has claimed yet
    std::optional<Timestamp> leaseUntil; ///< nothing: lapsed or released
    friend bool operator==(const Claim &, const Claim &) = default;
};

/// The claim of who owns it has ended by itself, as the server told last: it is still theirs, and anybody may take it over without
/// asking. What was only given to somebody, nobody has claimed.
inline bool hasRunOut(const Owner &owner, const Claim &claim)
{
    return owner.kind == OwnerKind::User && claim.user == owner.user && claim.fence > 0 && !claim.leaseUntil;
}

/// The last public utterance, as lists show it.
struct LastMessage {
    MessageId id;
    Open<MessageRole> role;
    std::string author;
    std::string text; ///< one line, at most 160 characters
    std::int64_t position = 0;
    Open<DeliveryState> delivery {DeliveryState::None};
    Timestamp at;
    friend bool operator==(const LastMessage &, const LastMessage &) = default;
};

/// What lists show of the open escalation.
struct EscalationMark {
    EscalationId id;
    Open<EscalationReason> reason;
    Open<EscalationStatus> status;
    int priority = 2;
    std::optional<Timestamp> due;
    friend bool operator==(const EscalationMark &, const EscalationMark &) = default;
};

/// What lists show of the assistant's last turn.
struct DecisionMark {
    DecisionId id;
    std::string action;
    double confidence = 0;
    friend bool operator==(const DecisionMark &, const DecisionMark &) = default;
};

/// Of Conversation::contact: whoever it is with has kept their number back.
inline constexpr std::string_view withheldContact = "withheld";

/// One lead on one channel (and of a merged one, one of its numbers there), reused within 24 hours of its last public message.
struct Conversation {
    ConversationId id;
    ClientId client;
    LeadId lead;
    ChannelId channel;
    Open<ChannelKind> channelKind;
    std::string contact; ///< of whom it is with, once a merge has given its lead several numbers: E.164, or what cannot be answered: a short code, a name, withheldContact; empty: the number that was used last
    Open<ConversationStatus> status {ConversationStatus::Active};
    Owner owner;
    Claim claim;
    std::vector<std::string> labels;
    std::vector<Participant> participants; ///< in the order in which they came in
    std::string language;
    std::optional<Timestamp> replyWindowUntil; ///< WhatsApp: free text may be sent until then
    std::optional<Timestamp> snoozedUntil;
    std::optional<Timestamp> waitingSince; ///< the customer's oldest unanswered message; nothing when answered
    std::int64_t lastPosition = 0;
    std::int64_t lastPublicPosition = 0; ///< of messages only: what `seen_position` is held against
    LastMessage lastMessage;
    std::optional<EscalationMark> escalation; ///< the open one
    std::optional<DecisionMark> decision;
    std::optional<SlaMark> sla; ///< the clock that is due first; nothing when none runs
    std::optional<TaskMark> task; ///< the open task that is due first
    ConversationSummary summary;
    Timestamp createdAt;
    Timestamp lastAt; ///< of the last message, note or change: what lists are ordered by where nothing is due
    std::optional<Timestamp> endedAt;
    std::int64_t version = 1;
};

/// A customer waits for a person here: because it was handed to one, or because what they wrote is unanswered and it is not
/// the assistant who answers. Taking it over answers nothing; snoozed was meant to wait.
inline bool awaitsPerson(const Open<ConversationStatus> &status, OwnerKind owner, bool unanswered)
{
    if (status == ConversationStatus::WaitingHuman)
        return true;
    if (status == ConversationStatus::Ended || status == ConversationStatus::Snoozed)
        return false;
    return unanswered && (owner == OwnerKind::User || owner == OwnerKind::Nobody);
}
inline bool awaitsPerson(const Conversation &c) { return awaitsPerson(c.status, c.owner.kind.value(), c.waitingSince.has_value()); }

} // namespace foredeck
