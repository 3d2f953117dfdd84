#pragma once

#include "models/domain/escalation.h"
#include "server/services/conversation/claimacts.h"

#include <string>

namespace foredeck {

struct ResolveRequest {
    std::string note;
    bool end = false; ///< the conversation too, by the rules of end() (stateacts.h)
    std::int64_t seenPosition = 0; ///< for `end`
    Expectations expect;
    bool override_ = false;
};

/// What people do with an escalation; each is an effect of Ops. An escalation that is over is a Conflict, and so is one
/// whose conversation a colleague holds; both carry {"escalation"} as it is. `expect` may rest on "status", "claimed_by"
/// and "assigned_to" (a user's id, or "" for nobody).
class EscalationActs {
public:
    /// `claims` must outlive it.
    explicit EscalationActs(const ClaimActs &claims) : m_claims(claims) { }

    /// Takes the conversation over, with its fence, from the assistant or nobody.
    Result<Escalation> claim(OpContext &op, const EscalationId &id, const Expectations &expected) const;
    /// "Seen, I am on it", without taking it: nobody is told again. The first who says so stands.
    Result<Escalation> acknowledge(OpContext &op, const EscalationId &id) const;
    /// Gives it to an active person who may answer for this client: it is pending until they take it.
    Result<Escalation> assign(OpContext &op, const EscalationId &id, const UserId &to, const Expectations &expected) const;
    /// Gives up a claim: pending again. `fence` as in ClaimActs::release.
    Result<Escalation> release(OpContext &op, const EscalationId &id, std::int64_t fence) const;
    /// Back to the assistant. The instruction is kept as the escalation's note and as a note to the team in the
    /// conversation; the built-in engine does not read it.
    Result<Escalation> giveBack(OpContext &op, const EscalationId &id, const std::string &instruction, const Expectations &expected) const;
    Result<Escalation> resolve(OpContext &op, const EscalationId &id, const ResolveRequest &request) const;

private:
    const ClaimActs &m_claims;
};

/// Nobody has taken it up, and its conversation ended or was silent since `before`: it expires, and a customer who waits
/// waits on. Nothing happens when it is otherwise meanwhile.
Result<void> expireEscalation(ActContext &act, const EscalationId &id, Timestamp before);

} // namespace foredeck
