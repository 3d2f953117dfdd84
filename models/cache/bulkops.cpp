#include "models/cache/bulkops.h"

#include "models/cache/actbody.h"
#include "models/core/time.h"

namespace foredeck {

namespace {

std::string snoozeBody(Timestamp until)
{
    return actBody([&](FieldWriter &w) { w("until", until); });
}

std::string labelsBody(const std::string &label, bool on)
{
    const std::vector<std::string> one {label};
    const std::vector<std::string> none;
    return actBody([&](FieldWriter &w) {
        w("add", on ? one : none);
        w("remove", on ? none : one);
    });
}

std::string releaseBody()
{
    return actBody([](FieldWriter &w) { w("to", std::string {"assistant"}); });
}

/// `now`: who has it after the act. What was escalated does not go to the assistant by an undo, which would settle it.
BulkParts givenBack(const BulkStep &step, const Owner &now)
{
    const Owner nobody {OwnerKind::Nobody, {}, {}};
    if (step.escalated && step.owner.kind != OwnerKind::User)
        return {OpKind::Assign, assignBody(nobody), expectOwner(now)};
    if (step.owner.kind == OwnerKind::Assistant)
        return {OpKind::Release, releaseBody(), {}};
    return {OpKind::Assign, assignBody(step.owner), expectOwner(now)};
}

BulkParts snoozeBack(const BulkStep &step)
{
    if (step.status == ConversationStatus::Snoozed && step.snoozedUntil)
        return {OpKind::Snooze, snoozeBody(*step.snoozedUntil), {}};
    return {OpKind::Wake, actBody([&](FieldWriter &w) { w("status", std::string {step.status.text()}); }), {}};
}

} // namespace

std::string assignBody(const Owner &to)
{
    return actBody([&](FieldWriter &w) {
        w("user_id", to.user.value); // nobody is an empty text, not null
        w("name", to.name);
    });
}

std::string expectOwner(const Owner &owner)
{
    return actBody([&](FieldWriter &w) { w("owner", owner.kind == OwnerKind::User ? owner.user.value : std::string {owner.kind.text()}); });
}

BulkParts partsOf(const BulkAct &act, const BulkStep &step)
{
    switch (act.kind) {
    case BulkKind::Resolve:
        return {OpKind::End, "{}", {}};
    case BulkKind::Snooze:
        return {OpKind::Snooze, snoozeBody(act.until), {}};
    case BulkKind::Assign:
        return {OpKind::Assign, assignBody(act.to), expectOwner(step.owner)};
    case BulkKind::Label:
        return {OpKind::Labels, labelsBody(act.label, !act.takesOff), {}};
    case BulkKind::HandBack:
        return {OpKind::Release, releaseBody(), {}};
    case BulkKind::Read:
        return {OpKind::Read, actBody([&](FieldWriter &w) { w("position", step.lastPosition); }), {}};
    case BulkKind::Unknown:
        break;
    }
    return {};
}

std::optional<BulkParts> undoOf(const BulkAct &act, const BulkStep &step)
{
    switch (act.kind) {
    case BulkKind::Resolve:
        return BulkParts {OpKind::Reopen, "{}", {}};
    case BulkKind::Snooze:
        return snoozeBack(step);
    case BulkKind::Assign:
        return givenBack(step, step.escalated ? Owner {OwnerKind::Nobody, {}, {}} : act.to);
    case BulkKind::Label:
        return BulkParts {OpKind::Labels, labelsBody(act.label, act.takesOff), {}};
    case BulkKind::HandBack:
        return givenBack(step, {OwnerKind::Assistant, {}, {}});
    case BulkKind::Read:
    case BulkKind::Unknown:
        break;
    }
    return std::nullopt;
}

std::string detailOf(const BulkAct &act)
{
    switch (act.kind) {
    case BulkKind::Snooze:
        return toRfc3339(act.until);
    case BulkKind::Assign:
        return act.to.name;
    case BulkKind::Label:
        return (act.takesOff ? "-" : "+") + act.label;
    case BulkKind::Resolve:
    case BulkKind::HandBack:
    case BulkKind::Read:
    case BulkKind::Unknown:
        break;
    }
    return {};
}

} // namespace foredeck
