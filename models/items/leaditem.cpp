#include "models/items/leaditem.h"

#include "models/items/rowline.h"

namespace foredeck {

namespace {

constexpr std::size_t wantsCharacters = 160;

void nameFrom(const Lead &lead, LeadItem &item)
{
    if (!lead.name.empty()) {
        item.naming = PersonNaming::Name;
        item.name = rowLine(lead.name);
    } else if (!lead.phones.empty()) {
        item.naming = PersonNaming::Phone;
        item.name = rowLine(shown(lead.phones.front()));
    } else if (!lead.emails.empty()) {
        item.naming = PersonNaming::Email;
        item.name = rowLine(lead.emails.front());
    }
}

} // namespace

LeadItem leadItem(const LeadRow &row, const User &me)
{
    LeadItem item;
    item.id = row.lead.id;
    item.client = row.lead.client;
    item.conversation = row.conversation;
    item.clientName = rowLine(row.clientName);
    item.clientMark = rowLine(row.clientMark, 4);
    nameFrom(row.lead, item);
    item.channel = row.conversation.empty() ? row.lead.source : row.channel;
    item.status = row.lead.status;
    // What was learned of the lead says it best; else what they say in the conversation that is newest.
    const auto &learned = row.lead.qualification.serviceInterest;
    item.wants = rowLine(learned.empty() ? row.wants : learned, wantsCharacters);
    item.value = row.lead.value;
    if (!row.conversation.empty())
        item.owner = row.owner.kind.value();
    item.ownerName = rowLine(row.owner.name);
    item.mine = item.owner == OwnerKind::User && !me.id.empty() && row.owner.user == me.id;
    item.temperature = row.lead.temperature.value();
    item.score = row.lead.score;
    if (row.key.lastAt > 0)
        item.lastAt = fromMs(row.key.lastAt);
    item.pending = row.pending;
    return item;
}

} // namespace foredeck
