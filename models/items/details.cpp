#include "models/items/details.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

namespace {

template <class T>
const Error *errorOf(const Result<T> &result)
{
    return result.hasError() ? &result.error() : nullptr;
}

/// It could not be read just now, which takes nothing away that is shown; what is not there is known to be gone.
template <class T>
bool isUnknown(const Result<T> &result)
{
    return result.hasError() && result.error().kind != Error::Kind::NotFound;
}

} // namespace

LeadDetails::LeadDetails(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        const auto holds = [&] {
            if (!m_page)
                return false;
            return std::any_of(m_page->conversations.begin(), m_page->conversations.end(),
                [&](const LeadConversation &c) { return changes.conversations.contains(c.id); });
        };
        const bool isLeft = m_page && changes.leads.contains(m_page->lead.id); // of what this one was merged into
        if (!m_id.empty() && (changes.everything || changes.leads.contains(m_id) || isLeft || holds()))
            reload();
    });
}

void LeadDetails::setLead(const LeadId &lead)
{
    m_id = lead;
    m_page.reset();
    Q_EMIT changed();
    if (!lead.empty())
        reload();
}

void LeadDetails::reload()
{
    m_store.read([id = m_id](CacheReader &reader) { return reader.lead(id); }, m_mailbox.receive([this, id = m_id](Result<LeadPage> page) {
        if (id != m_id || (isUnknown(page) && m_page))
            return;
        m_page = page.hasValue() ? std::optional {std::move(page).value()} : std::nullopt;
        Q_EMIT changed();
    }));
}

ConversationDetails::ConversationDetails(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_id.empty() && (changes.everything || changes.conversations.contains(m_id)))
            reload();
    });
}

void ConversationDetails::setConversation(const ConversationId &id)
{
    m_id = id;
    m_row.reset();
    m_escalation.reset();
    m_summary = {};
    m_participants.clear();
    m_isRead = false;
    Q_EMIT changed();
    if (!id.empty())
        reload();
}

void ConversationDetails::reload()
{
    struct All {
        std::optional<ConversationRow> row;
        std::optional<Escalation> escalation;
        ConversationSummary summary;
        std::vector<Participant> participants;
    };
    const auto query = [id = m_id](CacheReader &reader) -> Result<All> {
        All all;
        auto row = reader.conversation(id);
        if (isUnknown(row))
            return row.error();
        if (row.hasValue())
            all.row = std::move(row).value();
        if (all.row && all.row->escalated) {
            if (auto open = reader.escalation(all.row->escalation).valueOr(std::nullopt))
                all.escalation = std::move(open->escalation);
        }
        all.summary = reader.summary(id).valueOr({});
        all.participants = reader.participants(id).valueOr({});
        return all;
    };
    m_store.read(query, m_mailbox.receive([this, id = m_id](Result<All> read) {
        if (id != m_id || (read.hasError() && m_isRead))
            return;
        All all = std::move(read).valueOr({});
        m_row = std::move(all.row);
        m_escalation = std::move(all.escalation);
        m_summary = std::move(all.summary);
        m_participants = std::move(all.participants);
        m_isRead = true;
        Q_EMIT changed();
    }));
}

EscalationDetails::EscalationDetails(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        const bool around = m_row && (changes.users || changes.clients || changes.conversations.contains(m_row->escalation.conversation));
        if (!m_id.empty() && (changes.everything || changes.escalations.contains(m_id) || around))
            reload();
    });
}

void EscalationDetails::setEscalation(const EscalationId &id, const std::optional<EscalationRow> &known)
{
    m_id = id;
    m_row = known;
    m_isRead = known.has_value();
    Q_EMIT changed();
    if (!id.empty())
        reload();
}

void EscalationDetails::reload()
{
    m_store.read([id = m_id](CacheReader &reader) { return reader.escalation(id); },
        m_mailbox.receive([this, id = m_id](Result<std::optional<EscalationRow>> row) {
            if (id != m_id || (row.hasError() && m_isRead))
                return;
            m_row = std::move(row).valueOr(std::nullopt);
            m_isRead = true;
            Q_EMIT changed();
        }));
}

LeadRecord::LeadRecord(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_id.empty() && (changes.everything || changes.leadRows.contains(m_id) || changes.clients))
            reload();
    });
}

void LeadRecord::setLive(bool live)
{
    if (std::exchange(m_live, live) != live && live && m_stale)
        reload();
}

void LeadRecord::setLead(const LeadId &id)
{
    m_id = id;
    m_row.reset();
    m_history = {};
    m_kin = {};
    m_isRead = m_reading = m_stale = false;
    Q_EMIT changed();
    if (!id.empty())
        reload();
}

/// One question at a time: what changes meanwhile is asked for together afterwards.
void LeadRecord::reload()
{
    m_stale = true;
    if (!m_live || m_reading)
        return;
    m_reading = true;
    m_stale = false;
    struct All {
        Result<std::optional<LeadRow>> row;
        LeadHistory history;
        LeadKin kin;
    };
    m_store.read([id = m_id](CacheReader &reader) { return All {reader.leadRow(id), reader.leadHistory(id).valueOr({}), reader.leadKin(id).valueOr({})}; },
        m_mailbox.receive([this, id = m_id](All all) {
            if (id != m_id)
                return;
            m_reading = false;
            if (all.row.hasValue() || !m_isRead) {
                m_row = std::move(all.row).valueOr(std::nullopt);
                m_history = std::move(all.history);
                m_kin = std::move(all.kin);
                m_isRead = true;
                Q_EMIT changed();
            }
            if (m_stale)
                reload();
        }));
}

ClientDetails::ClientDetails(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_id.empty() && (changes.everything || changes.clients || changes.agency || changes.clientData.contains(m_id)))
            reload();
    });
}

void ClientDetails::setClient(const ClientId &client)
{
    m_id = client;
    m_data.reset();
    m_refill.startOver();
    m_isRead = false;
    Q_EMIT changed();
    if (!client.empty())
        reload();
}

void ClientDetails::reload()
{
    struct All {
        CacheState state;
        std::optional<Data> data;
    };
    const auto query = [id = m_id](CacheReader &reader) -> Result<All> {
        // The state first: what is whole then is whole in all that is read after it.
        const auto state = reader.state(id);
        auto clients = reader.clients();
        auto settings = reader.settings(id);
        auto locations = reader.locations(id);
        auto agency = reader.agency();
        for (const Error *error : {errorOf(state), errorOf(clients), errorOf(settings), errorOf(locations), errorOf(agency)}) {
            if (error)
                return *error;
        }
        All all {state.value(), std::nullopt};
        const auto found = std::find_if(clients.value().begin(), clients.value().end(), [&](const Client &client) { return client.id == id; });
        if (found != clients.value().end())
            all.data = Data {std::move(*found), std::move(settings).value(), std::move(locations).value(), std::move(agency).value()};
        return all;
    };
    m_store.read(query, m_mailbox.receive([this, id = m_id](Result<All> all) {
        if (id != m_id)
            return;
        m_isRead = true;
        if (all.hasValue() && m_refill.mayShow(all.value().state)) {
            std::optional<Data> next = std::move(all).value().data;
            if (next && !next->agency && m_data) // its people are told in a stream of their own
                next->agency = m_data->agency;
            m_data = std::move(next);
        }
        Q_EMIT changed();
    }));
}

} // namespace foredeck
