#pragma once

/// What a person did, seen before the server has answered: `project(entity, acts)` gives the entity as it will be. Pure:
/// projecting twice is projecting once, and a projection begun anew from the outbox equals the one kept step by step.

#include "models/cache/rows.h"
#include "models/domain/channel.h"
#include "models/domain/client.h"
#include "models/domain/escalation.h"
#include "models/domain/hours.h"
#include "models/domain/knowledge.h"
#include "models/domain/rule.h"
#include "models/domain/settings.h"
#include "models/domain/user.h"

#include <functional>
#include <optional>
#include <vector>

namespace foredeck {

/// Whose console this is: the author of echoes, the owner in "mine".
struct Self {
    UserId id;
    std::string name;
};

struct EffectiveConversation {
    Conversation conversation;
    std::int64_t readPosition = 0;
    PendingKind pending = PendingKind::None;
    std::string unsent; ///< one line of the reply that was refused or needs a look
};

/// `acts`: the open rows of this conversation, in their order. Those that need a look or were refused change nothing but
/// `pending`: they have no effect and will have none by themselves.
EffectiveConversation project(const EffectiveConversation &base, const std::vector<Op> &acts, const Self &self);

/// A hand-over after the open rows of its conversation, in their order.
Escalation project(Escalation escalation, const std::vector<Op> &acts, const Self &self);
/// Whether one of them concerns this hand-over and has not been confirmed.
bool concerns(const Op &op, const Escalation &escalation);

Client project(Client client, const std::vector<Op> &acts);
ClientSettings project(ClientSettings settings, const std::vector<Op> &acts);
Location project(Location location, const std::vector<Op> &acts);
Channel project(Channel channel, const std::vector<Op> &acts);
/// `known`: a lead as the server told it, for one that is merged into this one; without it those bring nothing.
using KnownLead = std::function<std::optional<Lead>(const LeadId &)>;
Lead project(Lead lead, const std::vector<Op> &acts, const KnownLead &known = {});
/// The lead that the act makes, changes or writes to; empty: it is no act on one.
LeadId leadOf(const Op &op);
/// The second lead of an act that merges two or takes that back; empty: it is none.
LeadId otherLeadOf(const Op &op);
inline bool isOnLead(const Op &op, const LeadId &lead) { return !lead.empty() && (leadOf(op) == lead || otherLeadOf(op) == lead); }
/// Those that acts on their way merge into this lead and none takes out again, in their order.
std::vector<LeadId> mergedByActs(const LeadId &lead, const std::vector<Op> &acts);
inline bool concerns(const Op &op, const Lead &lead) { return isOnLead(op, lead.id); }
/// Whoever an act enters, as they will be: version 0 until the server has them. Nothing: it is no such act.
std::optional<Lead> newLead(const Op &op);
User project(User user, const std::vector<Op> &acts);

/// Rules changed, added and taken away, in the order in which they were made. What an act that was refused or needs a look
/// wants stands beside its rule; of one that was not made it is all there is.
std::vector<RuleRow> project(std::vector<ClientRule> rules, const ClientId &client, const std::vector<Op> &acts);
/// Macros likewise, by their names.
std::vector<MacroRow> project(std::vector<Macro> macros, const ClientId &client, const std::vector<Op> &acts);
/// Answers likewise, several of one act; an added one has version 0 until the server has it.
std::vector<FaqRow> project(std::vector<Document> documents, const ClientId &client, const std::vector<Op> &acts);

/// Shift notes of a client (empty: of each) with those that are still to arrive and what this person has read, the newest
/// first.
std::vector<ShiftNoteRow> project(std::vector<ShiftNote> notes, const ClientId &client, const std::vector<Op> &acts, const Self &self);

/// Whether it is an act on tasks.
bool isOnTasks(OpKind kind) noexcept;
/// The tasks of a conversation changed, closed and added, in the order in which they are shown: open ones by when they are
/// due, then closed ones, the newest first. What was refused or needs a look changes nothing but `pending`, unless it was to
/// make one.
std::vector<TaskRow> project(std::vector<Task> tasks, const ConversationId &conversation, const std::vector<Op> &acts, const Self &self);

/// What an act that makes a task asked for; without an id, for it was not made.
Task wantedTask(const Op &op);

/// What a list counts down to: the hand-over or the answer, whichever is due first.
std::optional<Timestamp> dueOf(const Conversation &effective);
/// Since when that clock runs, as if it had never paused; nothing where that is not known.
std::optional<Timestamp> dueFrom(const Conversation &effective);
/// What a list is ordered by, the highest first: whoever waits for something that is due (an answer, a hand-over, a task
/// whose time has come), the sooner it is due the higher; then by the last message, the newest first.
std::int64_t rankOf(const Conversation &effective);
/// The views a conversation belongs to, as bits 1 << View; `readPosition`: how far this person has read it.
unsigned viewsOf(const Conversation &effective, const UserId &self, std::int64_t readPosition);
constexpr unsigned viewBit(View view) noexcept { return 1u << static_cast<unsigned>(view); }

} // namespace foredeck
