#pragma once

#include "models/domain/conversation.h"
#include "models/domain/transition.h"
#include "server/services/op/act.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// "assistant", "nobody" or the user's id: how transitions and `expect` name an owner.
std::string ownerWord(const Owner &owner);
EscalationMark markOf(const Escalation &escalation);

/// Why something was noted about the lead: they called, and nobody took it.
inline constexpr std::string_view missedCall = "missed_call";
/// Why an owner or status changed: a person gave the conversation to the assistant.
inline constexpr std::string_view handedBack = "handed_back";
/// What stands as the note of an escalation that ended so, where the person wrote none.
inline constexpr std::string_view handedBackNote = "handed back to the assistant";

/// The fields an act rests on, as the caller saw them (contract 1): "owner", "status".
using Expectations = std::map<std::string, std::string>;

/// One conversation while an act changes it, inside the act's transaction: keeps row, transitions and escalation in step
/// and tells all of it in save(). Repositories' failures stick to the transaction; save() answers them.
class ConversationEdit {
public:
    /// NotFound when the client has no such conversation.
    static Result<ConversationEdit> open(ActContext &act, const ConversationId &id);
    /// Of one that the transaction has read already; whoever has it saves it.
    static ConversationEdit of(ActContext &act, Conversation row) { return {act, std::move(row)}; }

    Conversation &row() noexcept { return m_row; }
    const Conversation &row() const noexcept { return m_row; }
    /// Whether the claim's lease, renewals included, still runs.
    bool leaseRuns();

    /// Conflict with {"current":{field:value}} when one is otherwise; Invalid for a field that nobody may rest on.
    Result<void> expect(const Expectations &expected) const;

    /// The place of the next message or note.
    std::int64_t nextPosition();
    void transition(TransitionField field, std::string from, std::string to, std::string toName, std::string reason, std::string detail = {});
    /// Changes the owner, with its transition, if it is another one.
    void own(const Owner &owner, std::string reason);
    void setStatus(ConversationStatus status, std::string reason, std::string detail = {});
    /// Gives the claim up; the fence stays, so that older sends are still recognised.
    void dropClaim();

    /// The open escalation; nothing: there is none.
    std::optional<Escalation> openEscalation();
    /// Writes a changed or new escalation, its mark on the conversation (none once it is over) and its event.
    void putEscalation(Escalation escalation, bool isNew = false);
    void resolveEscalation(std::string note);

    /// The assistant's waiting turn will not run.
    void cancelTurn(std::string_view reason);

    /// Its place in lists by the newest stays: nobody wrote or did anything, only time went by.
    void keepPlace() noexcept { m_keepsPlace = true; }
    /// `kind`: of its event; that of one which the act has made is another.
    Result<Conversation> save(std::string_view kind = "conversation.updated");
    /// A Conflict of the given words that carries the conversation and further members of a JSON object ("" for none).
    Error conflict(std::string detail, std::string_view members = {}) const;
    /// The Conflict that names who holds it.
    Error heldBy() const;

private:
    ConversationEdit(ActContext &act, Conversation row) : m_act(&act), m_row(std::move(row)) { }

    ActContext *m_act;
    Conversation m_row;
    bool m_keepsPlace = false;
};

} // namespace foredeck
