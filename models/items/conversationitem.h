#pragma once

#include "models/cache/rows.h"
#include "models/domain/user.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace foredeck {

/// What stands before the snippet of a row.
enum class SnippetPrefix {
    None, ///< the customer's words
    You,
    Assistant,
    Staff, ///< `prefixName`
    Draft, ///< what this person is typing
    NotSent, ///< a reply that was refused or needs a look
    MayHaveArrived, ///< one of which nobody knows yet
};

/// The words of a row's third line, the first that applies. Late and DueSoon depend on the time: see stateAt().
enum class StateWord { None, Failed, Late, DueSoon, Typing, Snoozed, Booked, WaitingForCustomer, WaitingForPerson, Paused, OptedOut, Silent, Answered, Ended, NoWayBack };

enum class PersonNaming { Name, Phone, Email, Nobody };

/// A conversation as a list shows it: texts for painting (one line, bidirectional controls removed), enums for the rest.
/// No words of ours: delegates have those.
struct ConversationItem {
    RowKey key;
    ConversationId id;
    ClientId client;
    LeadId lead;
    QString clientName;
    QString clientMark;
    QString name; ///< name, else phone, else e-mail; empty for Nobody
    PersonNaming naming = PersonNaming::Nobody;
    Open<ChannelKind> channel;
    SnippetPrefix prefix = SnippetPrefix::None;
    QString prefixName;
    QString snippet;
    int unread = 0;
    Open<ConversationStatus> status;
    OwnerKind owner = OwnerKind::Nobody;
    QString ownerName;
    QString typist; ///< in the state Typing: the person who types; empty for the assistant
    UserId ownerUser;
    bool ranOut = false; ///< the claim of that one: nobody is at it
    bool mine = false;
    bool claimedByOther = false;
    StateWord state = StateWord::None; ///< without Late and DueSoon
    std::optional<Timestamp> snoozedUntil; ///< while it is put away
    std::optional<TaskMark> task; ///< the open one that is due first
    std::optional<Timestamp> clockDue; ///< when somebody should have answered or taken it up
    std::optional<Timestamp> clockFrom; ///< since when that clock runs; nothing: not known
    Open<EscalationReason> escalationReason;
    bool escalated = false;
    int escalationPriority = 0;
    Temperature temperature = Temperature::Unscored;
    std::optional<int> score;
    PendingKind pending = PendingKind::None;
    Timestamp at;
    std::int64_t lastPublicPosition = 0;
    QStringList labels;

    friend bool operator==(const ConversationItem &, const ConversationItem &) = default;
};

/// The item of a row. `typing`: somebody other than this person types there now; `assistantOn`: the client's assistant.
ConversationItem conversationItem(const ConversationRow &row, const User &me, bool typing, bool assistantOn);
/// The state word at a time: Late after the due time, DueSoon from four fifths of its clock on (within `soon` where it is not
/// known since when that runs), where nothing worse applies.
StateWord stateAt(const ConversationItem &item, Timestamp now, std::chrono::milliseconds soon = std::chrono::minutes {5});
/// What its clock says alone, whatever else is worse: Late, DueSoon or WaitingForPerson; None without one.
StateWord clockState(const ConversationItem &item, Timestamp now, std::chrono::milliseconds soon = std::chrono::minutes {5});
/// How far ahead a row tells of a task that is to come.
inline constexpr std::chrono::minutes taskAhead {60};
/// Whether a row in that state tells of its task: from when it is due on wherever it is read, before that in its last hour,
/// where nobody waits for something else.
bool tellsTask(const ConversationItem &item, StateWord state, Timestamp now);

} // namespace foredeck
