#include "models/items/transcriptitem.h"

#include "models/cache/outboxrules.h"
#include "models/cache/setback.h"
#include "models/core/text.h"
#include "models/items/outboxmodel.h"
#include "models/items/rowline.h"

#include <algorithm>

namespace foredeck {

namespace {

void authorFrom(const Actor &author, const UserId &me, TranscriptItem &item)
{
    item.authorKind = author.kind.value();
    item.authorName = rowLine(author.name);
    item.mine = author.kind == ActorKind::User && !me.empty() && author.user == me;
}

void fill(const Message &message, const UserId &me, TranscriptItem &item)
{
    item.kind = TranscriptKind::Message;
    item.text = QString::fromStdString(message.text);
    item.role = message.role;
    authorFrom(message.author, me, item);
    item.at = message.at;
    item.delivery = message.delivery.state;
    item.deliveryReason = rowLine(message.delivery.reason);
    item.deliveryCode = rowLine(message.delivery.code);
    item.outcomeUnknown = message.delivery.outcomeUnknown;
    item.sentAnyway = message.override_;
    item.seenPosition = message.seenPosition;
    for (const Attachment &attachment : message.attachments)
        item.attachments.append(rowLine(attachment.name));
}

void fill(const Note &note, const UserId &me, TranscriptItem &item)
{
    item.kind = TranscriptKind::Note;
    item.text = QString::fromStdString(note.text);
    item.mentions = note.mentions;
    if (!me.empty() && std::any_of(note.mentions.begin(), note.mentions.end(), [&](const Mention &mention) { return mention.user == me; }))
        item.mentionedMe = me;
    authorFrom(note.author, me, item);
    item.at = note.at;
}

void fill(const Transition &transition, const UserId &me, TranscriptItem &item)
{
    item.kind = TranscriptKind::Transition;
    item.text = QString::fromStdString(transition.detail);
    authorFrom(transition.actor, me, item);
    item.at = transition.at;
    item.field = transition.field;
    item.from = QString::fromStdString(transition.from);
    item.to = QString::fromStdString(transition.to);
    item.toName = rowLine(transition.toName);
    item.reason = QString::fromStdString(transition.reason);
}

} // namespace

TranscriptItem transcriptItem(const TimelineItem &source, const UserId &me)
{
    TranscriptItem item;
    item.id = QString::fromStdString(source.id);
    item.position = source.position;
    std::visit([&](const auto &entry) { fill(entry, me, item); }, source.entry);
    if (source.decision)
        item.decision = std::make_shared<const Decision>(*source.decision);
    if (source.op) {
        item.opState = source.op->state.value();
        item.opId = QString::fromStdString(source.op->id.value);
        item.problem = problemSentence(source.op->problem);
        item.doubt = doubtOf(*source.op);
        item.mayHaveArrived = source.op->mayHaveArrived;
        if (source.op->state == OpState::Held)
            item.heldUntil = source.op->notBefore;
        item.dueSince = std::max(source.op->createdAt, source.op->notBefore.value_or(source.op->createdAt));
    }
    return item;
}

bool operator==(const TranscriptItem &a, const TranscriptItem &b)
{
    const auto sameDecision = [&] {
        if (!a.decision || !b.decision)
            return a.decision == b.decision;
        return a.decision->id == b.decision->id && a.decision->version == b.decision->version;
    };
    return a.id == b.id && a.position == b.position && a.kind == b.kind && a.text == b.text && a.mentions == b.mentions && a.mentionedMe == b.mentionedMe && a.role == b.role && a.authorName == b.authorName
        && a.authorKind == b.authorKind && a.mine == b.mine && a.at == b.at && a.delivery == b.delivery && a.deliveryReason == b.deliveryReason
        && a.deliveryCode == b.deliveryCode && a.outcomeUnknown == b.outcomeUnknown && a.sentAnyway == b.sentAnyway && a.seenPosition == b.seenPosition
        && a.attachments == b.attachments && a.field == b.field && a.from == b.from && a.to == b.to && a.toName == b.toName && a.reason == b.reason
        && a.opState == b.opState && a.opId == b.opId && a.doubt == b.doubt && a.mayHaveArrived == b.mayHaveArrived
        && a.problem == b.problem && a.heldUntil == b.heldUntil && a.dueSince == b.dueSince && a.waitsForReview == b.waitsForReview && sameDecision();
}

} // namespace foredeck
