#include "models/cache/mergeorder.h"

#include "models/cache/projection.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

bool isMerge(const Op &op) { return op.kind == OpKind::LeadMerge || op.kind == OpKind::LeadPart; }

bool isOnItsWay(const Op &op) { return op.state == OpState::Held || op.state == OpState::Queued || op.state == OpState::Sending; }

/// It changes how a conversation stands or the lead it is with, or begins one with them.
bool changesState(OpKind kind) noexcept
{
    switch (kind) {
    case OpKind::End:
    case OpKind::Reopen:
    case OpKind::Snooze:
    case OpKind::Wake:
    case OpKind::Release:
    case OpKind::Assign:
    case OpKind::Escalate:
    case OpKind::EscalationAssign:
    case OpKind::EscalationRelease:
    case OpKind::EscalationReturn:
    case OpKind::EscalationResolve:
    case OpKind::LeadUpdate:
    case OpKind::LeadStatus:
    case OpKind::WriteFirst:
        return true;
    default:
        return false;
    }
}

} // namespace

MergeOrder::MergeOrder(const std::vector<Op> &ops, WithWhom withWhom)
    : m_withWhom(std::move(withWhom)), m_isNeeded(std::any_of(ops.begin(), ops.end(), [](const Op &op) { return isMerge(op) && isOnItsWay(op); }))
{
}

std::vector<LeadId> MergeOrder::leadsOf(const Op &op) const
{
    if (isMerge(op))
        return {leadOf(op), otherLeadOf(op)};
    if (!changesState(op.kind.value()))
        return {};
    LeadId lead = leadOf(op);
    if (lead.empty() && m_withWhom)
        lead = m_withWhom(op);
    return lead.empty() ? std::vector<LeadId> {} : std::vector {lead};
}

bool MergeOrder::isBehind(const Op &op)
{
    if (!m_isNeeded)
        return false;
    const std::vector<LeadId> leads = leadsOf(op);
    const bool behind = std::any_of(leads.begin(), leads.end(), [&](const LeadId &lead) { return m_merging.contains(lead) || (isMerge(op) && m_changing.contains(lead)); });
    (isMerge(op) ? m_merging : m_changing).insert(leads.begin(), leads.end());
    return behind;
}

} // namespace foredeck
