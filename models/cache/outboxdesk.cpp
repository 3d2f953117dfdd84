#include "models/cache/actbody.h"
#include "models/cache/deskentry.h"
#include "models/cache/outboxacts.h"

/// What the desk does by itself, before or without a word of the customer.
namespace foredeck {

OpId OutboxActs::enterLead(const DeskEntry &entry, const std::optional<QString> &before)
{
    Op op = opOf(OpKind::LeadCreate, entry.client);
    op.body = deskEntryText(entry);
    return commit(std::move(op), Cleared {CompositionKind::Lead, before ? std::optional {before->toStdString()} : std::nullopt});
}

OpId OutboxActs::writeFirst(const Lead &lead, ChannelKind channel, const QString &text, const std::optional<TemplateUse> &useTemplate, const std::optional<QString> &before)
{
    Op op = opOf(OpKind::WriteFirst, lead.client);
    op.target = lead.id.value;
    op.body = actBody([&](FieldWriter &w) {
        w("id", op.id);
        w("lead_id", lead.id);
        w("channel", Open<ChannelKind> {channel});
        w("text", text.toStdString());
        if (useTemplate)
            w("template", *useTemplate);
    });
    if (useTemplate) // what was written as an SMS stays where it is
        return commit(std::move(op));
    return commit(std::move(op), Cleared {CompositionKind::FirstWords, before ? std::optional {before->toStdString()} : std::nullopt});
}

OpId OutboxActs::mergeLeads(const Lead &left, const Lead &other)
{
    Op op = opOf(OpKind::LeadMerge, left.client);
    op.target = left.id.value;
    op.body = actBody([&](FieldWriter &w) { w("lead_id", other.id); });
    JsonWriter expect;
    expect.beginObject();
    FieldWriter fields {expect};
    fields("name", left.name);
    expect.key("other");
    expect.raw(actBody([&](FieldWriter &w) { w("name", other.name); }));
    expect.endObject();
    op.expect = expect.take();
    return commit(std::move(op));
}

OpId OutboxActs::partLeads(const Lead &left, const Lead &other)
{
    Op op = opOf(OpKind::LeadPart, left.client);
    op.target = left.id.value;
    op.body = actBody([&](FieldWriter &w) { w("lead_id", other.id); });
    return commit(std::move(op));
}

OpId OutboxActs::setAssistant(const ClientId &client, bool on, const std::optional<Timestamp> &until)
{
    Op op = opOf(OpKind::ClientAssistant, client);
    op.body = actBody([&](FieldWriter &w) {
        w("on", on);
        if (until)
            w("until", *until);
    });
    return commit(std::move(op));
}

OpId OutboxActs::addNotice(const ClientId &client, const QString &text, const std::optional<Timestamp> &until)
{
    Op op = opOf(OpKind::NoticeAdd, client);
    op.body = actBody([&](FieldWriter &w) {
        w("text", text.toStdString());
        w("from", op.createdAt);
        if (until)
            w("until", *until);
    });
    return commit(std::move(op));
}

OpId OutboxActs::endNotice(const ClientId &client, const NoticeId &notice)
{
    Op op = opOf(OpKind::NoticeEnd, client);
    op.target = notice.value;
    return commit(std::move(op));
}

OpId OutboxActs::handOverShift(const ClientId &client, const QString &text, const std::vector<ShiftLine> &lines, const std::optional<QString> &before, bool goesOn)
{
    Op op = opOf(OpKind::ShiftNoteCreate, client);
    std::vector<ShiftLine> kept = lines; // else the request would be larger than the server takes
    fitShiftLines(kept);
    op.body = actBody([&](FieldWriter &w) {
        w("text", text.toStdString());
        w("written_at", op.createdAt);
        w("lines", kept);
    });
    if (goesOn)
        return commit(std::move(op));
    return commit(std::move(op), Cleared {CompositionKind::ShiftNote, before ? std::optional {before->toStdString()} : std::nullopt});
}

OpId OutboxActs::acknowledgeShiftNote(const ClientId &client, const ShiftNoteId &note)
{
    Op op = opOf(OpKind::ShiftNoteAcknowledge, client);
    op.target = note.value;
    return commit(std::move(op));
}

} // namespace foredeck
