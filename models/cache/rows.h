#pragma once

/// What the cache's queries answer: values, in UTF-8, with every outbox row already projected into them. Plain, so that
/// they cross threads.

#include "models/cache/likeness.h"
#include "models/cache/view.h"
#include "models/domain/conversation.h"
#include "models/domain/decision.h"
#include "models/domain/escalation.h"
#include "models/domain/lead.h"
#include "models/domain/knowledge.h"
#include "models/domain/macro.h"
#include "models/domain/note.h"
#include "models/domain/op.h"
#include "models/domain/rule.h"
#include "models/domain/shiftnote.h"
#include "models/domain/task.h"
#include "models/domain/transition.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foredeck {

/// What an answer of the cache is worth.
struct CacheState {
    UserId user; ///< whose cache it is; empty until it is known
    bool isWhole = false; ///< not while it is being filled: what is missing then is not gone
};

/// What a row of the outbox means for a conversation in a list.
enum class PendingKind {
    None,
    Unsent, ///< something waits for the wire
    NeedsReview, ///< a person must look: the world has moved
    Refused, ///< the server will never take it; the text is kept
    MayHaveArrived, ///< a person must look, and nobody knows whether it has arrived
};

/// One conversation as lists show it.
struct ConversationRow {
    RowKey key;
    Timestamp lastAt;
    ConversationId id;
    ClientId client;
    LeadId lead;
    std::string clientName;
    std::string clientMark;
    std::string leadName; ///< empty when nobody said it
    std::string leadPhone; ///< E.164, or as it was typed
    std::string leadEmail;
    Open<ChannelKind> channel;
    Open<ConversationStatus> status;
    Owner owner;
    Claim claim;
    LastMessage last; ///< or the newest reply that has not left yet
    std::string customerWords; ///< their newest, one line, where they wait for a person and the assistant spoke last; else empty
    EscalationId escalation; ///< the open one; empty: none
    Open<EscalationReason> escalationReason;
    bool escalated = false;
    int escalationPriority = 0;
    std::optional<Timestamp> due; ///< when the open escalation should be taken up
    std::optional<Timestamp> dueFrom; ///< since when that clock runs, pauses left out; nothing: not known
    std::optional<Timestamp> waitingSince;
    std::optional<Timestamp> replyWindowUntil;
    std::optional<Timestamp> snoozedUntil;
    std::vector<std::string> labels;
    std::string language;
    Open<LeadStatus> leadStatus;
    Open<Temperature> temperature;
    std::optional<int> score;
    std::optional<DecisionMark> decision;
    std::optional<TaskMark> task; ///< the open one that is due first
    std::string draft; ///< one line of the reply that was not sent (`pending`), else of what this person is typing here
    PendingKind pending = PendingKind::None;
    int unread = 0; ///< customer messages after one's own read cursor; 100: more than 99
    std::int64_t readPosition = 0;
    std::int64_t lastPosition = 0;
    std::int64_t lastPublicPosition = 0;
    std::int64_t version = 0;

    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

/// A conversation in which one was mentioned, or takes part in, and has not looked at the newest of it that one is told of.
struct NewsRow {
    ConversationRow row;
    std::int64_t position = 0; ///< of that entry
    bool isMention = false; ///< it is a note that names one
    std::optional<Note> note; ///< that note; nothing: it is none, or the cache does not hold it yet
    std::optional<Message> message; ///< likewise, of what the customer wrote
};

/// Where a hand-over stands in its list; see migration 0002.
struct EscalationKey {
    std::int64_t at = INT64_MIN; ///< ms
    std::string id;
    friend auto operator<=>(const EscalationKey &, const EscalationKey &) = default;
};

/// A hand-over as lists and its page show it.
struct EscalationRow {
    EscalationKey key;
    Escalation escalation;
    std::string clientName;
    std::string clientMark;
    std::string leadName; ///< empty when nobody said it
    std::string leadPhone;
    std::string leadEmail;
    Open<Temperature> temperature;
    std::optional<int> score;
    Open<ChannelKind> channel; ///< unknown when the cache does not hold the conversation
    std::string language;
    std::string snippet; ///< the conversation's last words
    std::string customerWords; ///< the customer's newest ones, one line, where it is known which these are
    std::optional<Timestamp> customerAt; ///< when they wrote them; nothing where somebody spoke after them
    std::optional<Timestamp> waitingSince;
    std::optional<Timestamp> snoozedUntil;
    std::int64_t lastPublicPosition = 0;
    Owner owner; ///< of the conversation
    Claim claim; ///< without the name
    PendingKind pending = PendingKind::None; ///< what the outbox holds for it
};

struct EscalationPage {
    std::vector<EscalationRow> rows;
    bool complete = false; ///< nothing comes after the last row
};

/// What a filter leaves out of it does not end it: it may be short, or empty, and go on.
struct ConversationPage {
    std::vector<ConversationRow> rows;
    RowKey end = topKey; ///< the last one that was looked at: what comes next is after this
    bool complete = false; ///< nothing comes after it
};

/// That the server called this person to a hand-over, the last time that it did.
struct CallRow {
    EscalationId escalation;
    std::int64_t version = 0; ///< higher with every call, whoever is called
    std::string rung; ///< of the ladder: "assigned", "on_call", "staff", "managers", "everyone"
};

/// One entry of a transcript. `op` is set while it stands in the outbox only: then `position` is 0 and `order` follows
/// the highest known position.
struct TimelineItem {
    std::string id;
    std::int64_t position = 0;
    std::variant<Message, Note, Transition> entry;
    std::optional<Decision> decision; ///< of the turn that made it
    std::optional<Op> op;
};

struct TimelinePage {
    std::vector<TimelineItem> items; ///< by rising position
    std::vector<TimelineItem> echoes; ///< what has not come back yet, in the order of the acts
    std::int64_t firstPosition = 0; ///< the lowest position the cache holds of this conversation
    std::int64_t lastPosition = 0; ///< the highest
    std::int64_t readPosition = 0; ///< one's own cursor
    bool atStart = false; ///< there is nothing older, here or on the server
};

/// What the customer wrote after a position.
struct FreshEntries {
    std::int64_t firstPosition = 0; ///< 0: nothing
    std::int64_t count = 0;
};

/// A message or a note that holds what was looked for.
struct FoundEntry {
    std::string id;
    std::int64_t position = 0; ///< 0: it stands in the outbox only
    int times = 0;
};

/// A place in a conversation as the cache holds it; by itself: before all of it.
struct TimelineKey {
    std::int64_t position = -1;
    std::int64_t row = 0;
};

struct FoundEntries {
    std::vector<FoundEntry> entries; ///< as the transcript has them
    TimelineKey end; ///< the next ones come after it
    bool isLast = true;
    std::int64_t firstPosition = 0; ///< below which nothing was looked at: the cache holds nothing of it
    bool isWhole = false; ///< and there is nothing of it on the server either
};

/// What the cache holds of a conversation's timeline, in the form that the server's digest hashes.
struct LocalDigest {
    std::int64_t from = 0; ///< the lowest position held
    std::int64_t lastPosition = 0;
    std::int64_t count = 0;
    std::string lines; ///< "id:version\n", sorted by id
};

/// A person found by name, phone or e-mail.
struct PersonRow {
    Lead lead;
    ConversationId conversation; ///< the newest one; empty when the cache holds none
    ClientId client;
    std::string clientName;
    std::string clientMark;
    Open<ChannelKind> channel;
    std::optional<Timestamp> lastAt;
};

struct LeadConversation {
    ConversationId id;
    Open<ChannelKind> channel;
    Open<ConversationStatus> status;
    Timestamp lastAt;
    std::string text; ///< one line
};

/// A lead that may be the same person, and why.
struct LikeLead {
    Lead lead;
    LikenessFound found;
};

/// Who else a lead is, or may be.
struct LeadKin {
    std::vector<Lead> merged; ///< that became part of it, in the order in which they first asked
    std::vector<LikeLead> alike; ///< the surest first, a few
};

struct LeadPage {
    Lead lead; ///< who is left, where the one that was asked for is part of another
    std::vector<LeadConversation> conversations; ///< newest first, at most 50
    LeadKin kin;
};

/// What a table of leads is ordered by: score and then the last word, the last word, or what the row is called.
enum class LeadOrder { Score, Word, Name };

/// Which leads a table shows, and in which order.
struct LeadQuery {
    LeadOrder order = LeadOrder::Score;
    bool rising = false;
    ClientId client; ///< empty: all
    std::string text; ///< beginnings of a name's words, a phone in any form, an e-mail; empty: any
    int scoreFrom = -1; ///< -1: those that nothing has scored, too
    int scoreTo = 100;
    std::vector<std::string> statuses; ///< names of LeadStatus; empty: any
    std::optional<Timestamp> cameFrom; ///< they first asked at or after it; nothing: whenever
    std::optional<Timestamp> cameBefore; ///< and before it
    std::string zone; ///< on whose clock those two are ends of days; empty: the desktop's
    std::string source; ///< name of the ChannelKind over which they first asked; empty: any
    friend bool operator==(const LeadQuery &, const LeadQuery &) = default;
};

/// Where a lead stands in every order; see migration 0004.
struct LeadKey {
    std::int64_t row = 0;
    std::int64_t score = -1;
    std::int64_t lastAt = 0; ///< ms; 0: no conversation
    std::string name; ///< folded, behind a figure that puts those without one at the end
    friend bool operator==(const LeadKey &, const LeadKey &) = default;
};

/// A lead as its table and its page show it, with its newest conversation.
struct LeadRow {
    LeadKey key;
    Lead lead;
    std::string clientName;
    std::string clientMark;
    ConversationId conversation; ///< empty: the cache holds none
    Open<ChannelKind> channel; ///< of the conversation
    Open<ConversationStatus> conversationStatus;
    Owner owner; ///< of the conversation
    std::int64_t lastPublicPosition = 0;
    bool escalated = false; ///< somebody is asked for in it
    std::string wants; ///< by the conversation's running summary; empty: it says nothing
    PendingKind pending = PendingKind::None; ///< what the outbox holds for the lead
};

/// The part of a table that is asked for.
struct LeadPlace {
    enum class Kind { First, From, After, Before };
    Kind kind = Kind::First;
    LeadKey key; ///< of the row it begins with, comes after or ends before
};

struct LeadWindow {
    std::vector<LeadRow> rows;
    std::int64_t before = 0; ///< rows that the query finds in front of them
    std::int64_t found = 0; ///< rows that the query finds
    std::int64_t total = 0; ///< rows there are without the filters
};

/// What is recorded of a lead in its newest conversations.
struct LeadHistory {
    struct Start {
        ConversationId conversation;
        Open<ChannelKind> channel;
        Timestamp at;
    };
    std::vector<Start> starts; ///< of its conversations, newest first
    std::vector<TimelineItem> transitions; ///< newest first
    std::map<MessageId, Timestamp> said; ///< when what moved the score was written, where the cache holds it
};

/// One of the things that people alone edit (contract 1), with what the outbox holds for it.
template <class T>
struct EditedRow {
    T value; ///< as it will be; where an act on it was not taken, as the server has it
    PendingKind pending = PendingKind::None;
    OpId act; ///< the newest that is not taken yet
    bool isNew = false; ///< the server has none of it yet; `version` is what it will begin with
    std::optional<T> typed; ///< what an act that was not taken wants of it: nothing of it is lost
    bool isDeleting = false; ///< an act that was not taken wants it gone
    std::string problem; ///< of that act: the problem+json, word for word
};
using RuleRow = EditedRow<ClientRule>;
using MacroRow = EditedRow<Macro>;
using FaqRow = EditedRow<Document>;

/// Whether two rows show the same; `sameWish` stands beside each type.
template <class T>
bool sameRow(const EditedRow<T> &a, const EditedRow<T> &b)
{
    const bool typed = a.typed.has_value() == b.typed.has_value() && (!a.typed || sameWish(*a.typed, *b.typed));
    return a.value.version == b.value.version && sameWish(a.value, b.value) && a.pending == b.pending && a.act == b.act && a.isNew == b.isNew && typed
        && a.isDeleting == b.isDeleting && a.problem == b.problem;
}

/// A task of a conversation, with what the outbox holds for it.
struct TaskRow {
    Task task; ///< as it will be; where an act on it was not taken, as the server has it
    PendingKind pending = PendingKind::None;
    bool isNew = false; ///< the server has none of it yet
};

/// An open task with whom it is for: what a list of a day names.
struct DueTask {
    TaskRow row;
    std::string clientName;
    std::string leadName;
    std::string leadPhone;
    std::string leadEmail;
    LeadId lead;
    std::string wants; ///< by the conversation's running summary; empty: it says nothing
};

/// What one shift told the next, with what the outbox holds of it.
struct ShiftNoteRow {
    ShiftNote note; ///< after the acts of this person: read by them once they have said so
    PendingKind pending = PendingKind::None; ///< of the note itself
    bool isNew = false; ///< the server has none of it yet
};

/// What has become of a line of a shift note since.
enum class ShiftNow { Unknown, Open, Moved, Done, Dropped };
struct ShiftStanding {
    ShiftNow now = ShiftNow::Unknown; ///< Unknown: nothing here tells
    std::optional<Timestamp> at; ///< of what is open or moved as ShiftLine::at, of what is over when that was; nothing: not known
    std::string owner; ///< who has it, by name; empty: nobody, or as it was
    friend bool operator==(const ShiftStanding &, const ShiftStanding &) = default;
};

/// A row of the outbox with what a person calls it by.
struct OutboxRow {
    Op op;
    std::string clientName;
    std::string leadName; ///< whom the act concerns; the phone when nobody said a name
    std::string leadPhone;
    bool isLeadKnown = true; ///< of an act that writes first: where they are not here, nothing more can be written to them
};

/// What is being typed in a conversation, as the journal has it.
struct DraftPage {
    std::string reply;
    std::string note;
    std::string resolution; ///< these two of an escalation; see journalId()
    std::string instruction;
    std::string business; ///< of businessJournalId()
    std::string task; ///< of newTaskJournalId(), taskChangeJournalId() or taskOutcomeJournalId()
    std::string lead; ///< of newLeadJournalId()
    std::string firstWords; ///< of firstWordsJournalId()
    std::string mentions; ///< of mentionsJournalId()
    std::string shiftNote; ///< of shiftNoteJournalId()
    bool isReplyHere = true; ///< written on this computer, and not by another device
    bool isNoteHere = true;
    /// What another device wrote last and is not taken: offered beside what was written here, never put in place of it.
    std::string otherReply;
    std::string otherNote;
};

} // namespace foredeck
