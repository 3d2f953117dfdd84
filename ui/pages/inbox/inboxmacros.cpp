#include "ui/pages/inbox/inboxmacros.h"

#include "models/ports/ephemera.h"
#include "ui/shell/host.h"

#include <algorithm>
#include <utility>

namespace foredeck::ui {

InboxMacros::InboxMacros(const Desk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_model(desk.store), m_client(desk.store)
{
    connect(&m_model, &MacroListModel::loaded, this, &InboxMacros::tell);
}

void InboxMacros::setClient(const ClientId &client)
{
    if (!client.empty() && client != m_model.client())
        take(client);
}

void InboxMacros::take(const ClientId &client)
{
    m_model.setClient(client);
    m_client.setClient(client);
    tell();
}

/// They are read anew with every change of the client, of which few are changes of them.
void InboxMacros::tell()
{
    std::vector<Macro> now = macros();
    const auto same = [](const Macro &a, const Macro &b) { return a.id == b.id && sameWish(a, b); };
    if (std::equal(now.begin(), now.end(), m_told.begin(), m_told.end(), same))
        return;
    m_told = std::move(now);
    Q_EMIT changed();
}

std::vector<Macro> InboxMacros::macros() const
{
    std::vector<Macro> usable;
    for (const MacroRow &row : m_model.items()) {
        if (!(row.isNew && row.typed))
            usable.push_back(row.value);
    }
    return usable;
}

MacroValues InboxMacros::values(const ConversationRow &row, const Lead *lead) const
{
    MacroFacts facts;
    facts.lead = row.leadName;
    facts.leadPhone = lead && !lead->phones.empty() ? shown(lead->phones.front()) : row.leadPhone;
    facts.leadEmail = row.leadEmail;
    facts.business = row.clientName;
    if (const auto &client = m_client.data()) {
        // Of several places nobody can tell here which one is meant.
        if (client->locations.size() == 1)
            facts.businessAddress = client->locations.front().address;
        if (client->settings)
            facts.businessContact = client->settings->contact;
    }
    // The sample's owner is called "You": that is no name to sign with.
    if (!m_desk.host.isSample())
        facts.user = m_desk.ephemera.me().name;
    return valuesOf(facts);
}

} // namespace foredeck::ui
