#pragma once

#include "models/core/id.h"
#include "models/core/open.h"
#include "models/core/result.h"
#include "models/domain/conversation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// Many conversations at once: one order of a person, and one act of the outbox for each of them (decision 29).

enum class BulkKind { Unknown, Resolve, Snooze, Assign, Label, HandBack, Read };
template <>
struct EnumNames<BulkKind> {
    using B = BulkKind;
    using S = std::string_view;
    static constexpr std::array names {std::pair {B::Resolve, S {"resolve"}}, std::pair {B::Snooze, S {"snooze"}}, std::pair {B::Assign, S {"assign"}},
        std::pair {B::Label, S {"label"}}, std::pair {B::HandBack, S {"hand_back"}}, std::pair {B::Read, S {"read"}}};
};

/// What is done with each.
struct BulkAct {
    BulkKind kind = BulkKind::Unknown;
    Timestamp until {}; ///< Snooze
    Owner to {OwnerKind::Nobody, {}, {}}; ///< Assign: a person or nobody
    std::string label; ///< Label: put on, or taken off
    bool takesOff = false;
};

/// One conversation of an order as it was when the order was made: what its act and the way back from it rest on.
struct BulkStep {
    ClientId client;
    ConversationId conversation;
    Open<ConversationStatus> status;
    Owner owner;
    std::optional<Timestamp> snoozedUntil;
    bool escalated = false; ///< given to somebody it is nobody's until they take it
    std::int64_t lastPosition = 0;
    std::int64_t lastPublicPosition = 0;
};

enum class BulkState {
    Unknown,
    Storing, ///< not whole on disk: it has not begun
    Running, ///< its rows become acts
    CallingOff, ///< what was not sent is taken back
    Over,
};
template <>
struct EnumNames<BulkState> {
    using B = BulkState;
    using S = std::string_view;
    static constexpr std::array names {std::pair {B::Storing, S {"storing"}}, std::pair {B::Running, S {"running"}}, std::pair {B::CallingOff, S {"calling_off"}},
        std::pair {B::Over, S {"over"}}};
};

/// An order as the outbox file keeps it.
struct BulkHead {
    OpId id;
    UserId user;
    Open<BulkKind> kind;
    std::string detail; ///< the label (behind a plus, or a minus: taken off), the person's name or, of a snooze, its moment
    OpId undoes; ///< the order that this one takes back; empty: none
    Open<BulkState> state {BulkState::Storing};
    Timestamp createdAt {};
};

/// One that was not done, and why.
struct BulkRefusal {
    ConversationId conversation;
    LeadId lead;
    std::string name; ///< of the lead; empty when nobody said it
    std::string problem; ///< as Op::problem
};

/// How far an order has come. The counts are of its conversations and add up to `total`.
struct BulkReport {
    BulkHead head;
    int total = 0;
    int waiting = 0; ///< no act yet
    int underWay = 0; ///< in the outbox
    int done = 0; ///< the server has it; of an undo, also what had not been sent
    int refused = 0; ///< wants a look
    int calledOff = 0;
    bool isUndone = false; ///< an order that takes it back has been given
    std::vector<BulkRefusal> refusals; ///< the first few
};

/// Whether it can be taken back: read marks only ever move forward.
inline bool canBeUndone(const BulkReport &report)
{
    return report.head.undoes.empty() && !(report.head.kind == BulkKind::Read) && !report.isUndone && report.underWay + report.done > 0;
}

} // namespace foredeck
