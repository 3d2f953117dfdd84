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

} // namespace foredeck
