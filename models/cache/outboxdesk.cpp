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
    return commit(std::move(op), Cleared {CompositionKind::FirstWords, before ? std::optional {before->toStdString()} : std::nullopt});
}

} // namespace foredeck
