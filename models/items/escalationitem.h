#pragma once

#include "models/cache/rows.h"
#include "models/domain/user.h"
#include "models/items/conversationitem.h"

#include <QString>

#include <optional>

namespace foredeck {

/// A hand-over as a list shows it: texts of one line for painting, enums and moments for the rest. No words of ours.
struct EscalationItem {
    EscalationKey key;
    EscalationId id;
    ClientId client;
    ConversationId conversation;
    LeadId lead;
    QString clientName;
    QString clientMark;
    QString name; ///< name, else phone, else e-mail; empty for Nobody
    PersonNaming naming = PersonNaming::Nobody;
    Open<ChannelKind> channel;
    Open<EscalationReason> reason;
    QString rule; ///< of the client's own, that made it; empty: none did
    int priority = 2;
    Open<EscalationStatus> status;
    QString ask; ///< what they want, else why it came, else their last words
    Timestamp createdAt;
    std::optional<Timestamp> due;
    std::optional<Timestamp> claimedAt;
    std::optional<Timestamp> resolvedAt;
    std::optional<Timestamp> waitingSince;
    std::optional<Timestamp> snoozedUntil;
    QString claimedName; ///< empty while nobody has it
    bool mine = false;
    bool ranOut = false; ///< the claim of that one: nobody is at it
    QString assignedName; ///< given to, and not taken yet
    bool assignedToMe = false;
    QString toldName; ///< of the last step of the ladder
    bool toldMe = false;
    std::optional<Timestamp> toldAt;
    Temperature temperature = Temperature::Unscored;
    std::optional<int> score;
    PendingKind pending = PendingKind::None;

    friend bool operator==(const EscalationItem &, const EscalationItem &) = default;
};

/// What the customer asks for, in one line. Where their words made it a hand-over, it begins with the sentence that did: what
/// is dangerous may stand far down in what somebody writes.
std::string askOf(const EscalationRow &row);

EscalationItem escalationItem(const EscalationRow &row, const User &me);

/// Who but `me` has it: they took it up, or they have its conversation and something new made it wait for anybody; its user
/// is empty where nobody has it, or their claim has run out and anybody may take it.
Actor holderOf(const EscalationRow &row, const UserId &me);

enum class DueState {
    None, ///< no clock runs: taken up and answered, closed, or never due
    Running,
    Soon, ///< 80 % of the time is used
    Late,
    Paused, ///< snoozed
};
/// Where its clock stands. A hand-over that somebody took runs on while the customer waits for an answer.
struct DueClock {
    DueState state = DueState::None;
    std::chrono::milliseconds left {0}; ///< below 0 when late
    double rest = 0; ///< 0–1 of the time there was
    friend bool operator==(const DueClock &, const DueClock &) = default;
};
DueClock dueClock(const EscalationItem &item, Timestamp now, int warnAtPercent = 80);

} // namespace foredeck
