#include "server/services/conversation/deskacts.h"

#include "server/storage/conversationrepository.h"

namespace foredeck {

namespace {

std::optional<Conversation> ofToday(OpContext &op, const Lead &lead, ChannelKind kind)
{
    auto latest = ConversationRepository::latest(op.tx, op.client, lead.id, ChannelId {});
    const bool goesOn = latest && latest->channelKind == kind && latest->status != ConversationStatus::Ended && latest->lastAt >= op.now - deskReuse;
    return goesOn ? std::move(latest) : std::nullopt;
}

} // namespace

Result<ConversationEdit> openAtDesk(OpContext &op, const Lead &lead, ChannelKind kind, bool &isNew)
{
    auto row = ofToday(op, lead, kind);
    isNew = !row;
    if (isNew) {
        row.emplace();
        row->id = ConversationId::make(op.now);
        row->client = op.client;
        row->lead = lead.id;
        row->channelKind = kind;
        row->owner = {OwnerKind::User, op.actor.user, op.actor.name};
        takePart(row->participants, op.actor.user, op.actor.name); // who has it from the beginning is no change that would bring them in
        row->language = lead.language;
        row->createdAt = row->lastAt = op.now;
        ConversationRepository::insert(op.tx, *row);
    }
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    auto edit = ConversationEdit::of(op, std::move(*row));
    edit.transition(TransitionField::Lead, {}, {}, {}, std::string {nameOf(kind)});
    return edit;
}

Result<void> assistantCanAnswer(const Conversation &conversation)
{
    if (isAtDesk(conversation.channelKind.value()))
        return Error::of(Error::Kind::Unprocessable, "the assistant cannot answer who came in or called");
    return {};
}

} // namespace foredeck
