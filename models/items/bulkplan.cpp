#include "models/items/bulkplan.h"

#include "models/core/text.h"
#include "models/domain/labels.h"
#include "models/items/rowline.h"

#include <algorithm>
#include <optional>

namespace foredeck {

namespace {

constexpr std::size_t namesTold = 5;

BulkName nameFrom(const ConversationRow &row)
{
    const std::string &words = !row.leadName.empty() ? row.leadName : (!row.leadPhone.empty() ? row.leadPhone : row.leadEmail);
    return {row.lead, rowLine(words)};
}

void tell(BulkPlan::Group &group, const ConversationRow &row)
{
    if (group.names.size() < namesTold)
        group.names.push_back(nameFrom(row));
    ++group.count;
}

bool isHeld(const ConversationRow &row, const UserId &me)
{
    return row.owner.kind == OwnerKind::User && row.owner.user != me && row.claim.leaseUntil.has_value();
}

/// Acts that wait behind a reply that was refused would wait for ever, and nobody would see why.
bool waitsBehindReplies(BulkKind kind) { return kind == BulkKind::Resolve || kind == BulkKind::Assign || kind == BulkKind::HandBack; }

std::optional<BulkObstacle> obstacleOfLabel(const BulkAct &act, const ConversationRow &row)
{
    const bool has = std::any_of(row.labels.begin(), row.labels.end(), [&](const std::string &label) { return sameLabel(label, act.label); });
    if (has != act.takesOff)
        return BulkObstacle::NothingToDo;
    return !act.takesOff && row.labels.size() >= mostLabels ? std::optional(BulkObstacle::Full) : std::nullopt;
}

std::optional<BulkObstacle> obstacleOfOwner(const BulkAct &act, const ConversationRow &row, const BulkBasis &basis)
{
    const bool person = act.to.kind == OwnerKind::User;
    const bool theirs = basis.clients.empty() || std::find(basis.clients.begin(), basis.clients.end(), row.client) != basis.clients.end();
    if (person && !theirs)
        return BulkObstacle::NotTheirs;
    const bool has = person ? row.owner.kind == OwnerKind::User && row.owner.user == act.to.user : row.owner.kind == OwnerKind::Nobody && !row.escalated;
    return has ? std::optional(BulkObstacle::NothingToDo) : std::nullopt;
}

std::optional<BulkObstacle> obstacleOf(const BulkAct &act, const ConversationRow &row, const BulkBasis &basis)
{
    if (act.kind == BulkKind::Read)
        return row.unread > 0 ? std::nullopt : std::optional(BulkObstacle::NothingToDo);
    if (act.kind == BulkKind::Label)
        return obstacleOfLabel(act, row);
    if (row.status == ConversationStatus::Ended)
        return BulkObstacle::Ended;
    if (isHeld(row, basis.me))
        return BulkObstacle::Held;
    if (act.kind == BulkKind::HandBack && isAtDesk(row.channel.value()))
        return BulkObstacle::AtDesk;
    if (waitsBehindReplies(act.kind) && row.pending >= PendingKind::NeedsReview)
        return BulkObstacle::NeedsLook;
    if (act.kind == BulkKind::Assign)
        return obstacleOfOwner(act, row, basis);
    if (row.owner.kind == OwnerKind::Assistant) {
        if (act.kind == BulkKind::HandBack)
            return BulkObstacle::NothingToDo;
        if (act.kind == BulkKind::Snooze)
            return BulkObstacle::Assistant;
    }
    return std::nullopt;
}

} // namespace

void addTo(BulkPlan &plan, const ConversationRow &row, std::int64_t seen, const BulkBasis &basis)
{
    ++plan.selected;
    if (const auto obstacle = obstacleOf(plan.act, row, basis))
        return tell(plan.leftOut[*obstacle], row);
    plan.steps.push_back({row.client, row.id, row.status, row.owner, row.snoozedUntil, row.escalated, row.lastPosition, row.lastPublicPosition});
    if (row.lastPublicPosition > seen)
        tell(plan.changed, row);
    const bool touches = plan.act.kind == BulkKind::Resolve || plan.act.kind == BulkKind::HandBack || plan.act.kind == BulkKind::Assign;
    plan.escalated += touches && row.escalated ? 1 : 0;
}

void addGone(BulkPlan &plan)
{
    ++plan.selected;
    ++plan.leftOut[BulkObstacle::Gone].count;
}

} // namespace foredeck
