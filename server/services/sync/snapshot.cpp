#include "server/services/sync/snapshot.h"

#include "net/codec/domaincodec.h"
#include "server/services/sync/snapshotcursor.h"
#include "server/storage/agencyrepository.h"
#include "server/storage/announce.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/compositionrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/macrorepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/shiftnoterepository.h"
#include "server/storage/taskrepository.h"
#include "server/storage/timelinerepository.h"
#include "server/storage/userrepository.h"

#include <limits>
#include <set>

namespace foredeck {

namespace {

using Part = SnapshotCursor::Part;
constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();

class Collector {
public:
    explicit Collector(SnapshotPage &page) : m_page(page) { }

    template <class T>
    void add(const char *kind, const T &entity)
    {
        m_page.items.push_back({kind, entity.version, encode(entity)});
        m_bytes += m_page.items.back().data.size();
    }
    template <class T>
    void addAll(const char *kind, const std::vector<T> &entities)
    {
        for (const auto &entity : entities)
            add(kind, entity);
    }
    void addText(std::string kind, std::string data)
    {
        JsonDocument document;
        const auto json = document.parse(data);
        const auto version = json.hasValue() ? json.value()["version"].asInteger().value_or(1) : 1;
        m_bytes += data.size();
        m_page.items.push_back({std::move(kind), version, std::move(data)});
    }
    std::size_t bytes() const noexcept { return m_bytes; }

private:
    SnapshotPage &m_page;
    std::size_t m_bytes = 0;
};

void addClient(Tx &tx, const Access &access, const ClientId &id, Collector &items)
{
    if (const auto client = ClientRepository::byId(tx, id))
        items.add("client", *client);
    items.addAll("location", LocationRepository::ofClient(tx, id));
    if (access.may(id, Right::Manage)) {
        items.addAll("channel", ChannelRepository::ofClient(tx, id));
        items.addAll("rule", RuleRepository::ofClient(tx, id));
    }
    if (const auto settings = SettingsRepository::ofClient(tx, id))
        items.add("settings", *settings);
    items.addAll("macro", MacroRepository::ofClient(tx, id));
    items.addAll("shift_note", ShiftNoteRepository::list(tx, id, {shownShiftNotes, {}}).items);
}

// What nobody has taken up is told again only by and by.
void addAlerts(Tx &tx, const Access &access, const std::string &stream, Collector &items)
{
    for (const auto &alert : EventRepository::alerts(tx, stream)) {
        const auto escalation = access.sees(alert.client) ? EscalationRepository::byId(tx, alert.client, alert.escalation) : std::nullopt;
        if (escalation && escalation->status == EscalationStatus::Pending)
            items.add("escalation_alert", alert);
    }
}

// With those that were merged into it: who takes that back has to know them.
void addLead(Tx &tx, const Lead &lead, Collector &items)
{
    items.add("lead", lead);
    for (const auto &merged : LeadRepository::mergedInto(tx, lead.client, lead.id)) {
        if (merged.id != lead.id)
            addLead(tx, merged, items);
    }
}

void addConversation(Tx &tx, const Conversation &conversation, const Snapshots::Config &config, std::set<std::string> &leads, Collector &items)
{
    items.add("conversation", conversation);
    if (leads.insert(conversation.lead.value).second) {
        if (const auto lead = LeadRepository::byId(tx, conversation.client, conversation.lead))
            addLead(tx, *lead, items);
    }
    if (const auto escalation = EscalationRepository::openOf(tx, conversation.client, conversation.id))
        items.add("escalation", *escalation);
    items.addAll("task", TaskRepository::openOf(tx, conversation.client, conversation.id, static_cast<int>(mostOpenTasks)));
    items.addAll("task", TaskRepository::closedOf(tx, conversation.client, conversation.id, shownClosedTasks));
    auto entries = TimelineRepository::before(tx, conversation.client, conversation.id, newest, config.timeline, config.bytes);
    if (entries.empty())
        return;
    const auto from = entries.back().position;
    for (auto &entry : entries)
        items.addText(std::move(entry.kind), std::move(entry.data));
    items.addAll("decision", DecisionRepository::between(tx, conversation.client, conversation.id, from, newest));
}

void addConversations(Tx &tx, const ClientId &client, const Snapshots::Config &config, const std::string &stream, SnapshotCursor &cursor, Collector &items)
{
    const auto page = ConversationRepository::list(tx, client, {}, {config.conversations, cursor.inner});
    std::set<std::string> leads;
    int shown = 0;
    for (const auto &conversation : page.items) {
        addConversation(tx, conversation, config, leads, items);
        ++shown;
        if (items.bytes() >= config.bytes)
            break;
    }
    if (shown < static_cast<int>(page.items.size())) { // the page is full before the list's own is: it goes on behind what was shown
        cursor.inner = ConversationRepository::list(tx, client, {}, {shown, cursor.inner}).next;
        return;
    }
    cursor.inner = page.next;
    if (!page.next.empty())
        return;
    cursor.part = Part::Moved;
    cursor.from = cursor.startSeq;
    cursor.until = EventRepository::mark(tx, stream).head;
}

// A conversation that changed while the list was read may have moved from a page that was still to come to one that had
// been read. The log knows which changed: those are shown once more. False: the snapshot is complete.
bool addMoved(Tx &tx, const ClientId &client, const Snapshots::Config &config, const std::string &stream, SnapshotCursor &cursor, Collector &items)
{
    std::set<std::string> conversations, leads;
    const auto limit = static_cast<std::size_t>(config.conversations);
    const auto isFull = [&] { return conversations.size() >= limit || items.bytes() >= config.bytes; };
    while (cursor.from < cursor.until && !isFull()) {
        const auto events = EventRepository::after(tx, stream, cursor.from, config.events);
        if (events.empty())
            return false;
        for (const auto &event : events) {
            if (event.seq > cursor.until || isFull())
                break;
            cursor.from = event.seq;
            if (event.kind.rfind("conversation.", 0) == 0 && conversations.insert(event.entity).second) {
                if (const auto row = ConversationRepository::byId(tx, client, ConversationId {event.entity}))
                    addConversation(tx, *row, config, leads, items);
            }
        }
    }
    return cursor.from < cursor.until;
}

} // namespace

Result<SnapshotPage> Snapshots::client(const Access &access, const ClientId &client, std::string_view text) const
{
    auto parsed = SnapshotCursor::fromText(text);
    if (parsed.hasError())
        return parsed.error();
    auto cursor = std::move(parsed).value();
    SnapshotPage page {clientStream(client), access.epochOf(clientStream(client), m_store.epoch()), 0, 0, {}, {}};
    const auto read = m_store.read([&](Tx &tx) {
        Collector items {page};
        page.total = ConversationRepository::count(tx, client);
        bool more = true;
        if (cursor.part == Part::First) {
            cursor.startSeq = EventRepository::mark(tx, page.stream).head;
            addClient(tx, access, client, items);
            cursor.part = Part::Documents;
        } else if (cursor.part == Part::Conversations) {
            addConversations(tx, client, m_config, page.stream, cursor, items);
            if (cursor.part == Part::Moved && cursor.until <= cursor.from)
                cursor.part = Part::Leads;
        } else if (cursor.part == Part::Moved && !addMoved(tx, client, m_config, page.stream, cursor, items)) {
            cursor.part = Part::Leads;
        }
        if (cursor.part == Part::Leads) {
            const auto leads = LeadRepository::unspoken(tx, client, {m_config.documents, cursor.inner});
            for (const auto &lead : leads.items)
                addLead(tx, lead, items);
            cursor.inner = leads.next;
            more = !leads.next.empty();
        }
        if (cursor.part == Part::Documents) {
            const auto documents = KnowledgeRepository::allDocuments(tx, client, {m_config.documents, cursor.inner});
            items.addAll("document", documents.items);
            cursor.inner = documents.next;
            cursor.part = documents.next.empty() ? Part::Conversations : Part::Documents;
        }
        page.next = more ? cursor.text() : std::string {};
    });
    if (read.hasError())
        return read.error();
    page.startSeq = cursor.startSeq;
    return page;
}

Result<SnapshotPage> Snapshots::agency(const Access &access) const
{
    const auto &agency = access.user().agency;
    SnapshotPage page {agencyStream(agency), access.epochOf(agencyStream(agency), m_store.epoch()), 0, 0, {}, {}};
    const auto read = m_store.read([&](Tx &tx) {
        Collector items {page};
        page.startSeq = EventRepository::mark(tx, page.stream).head;
        if (const auto row = AgencyRepository::byId(tx, agency))
            items.add("agency", *row);
        for (const auto &id : access.clients()) {
            if (const auto client = ClientRepository::byId(tx, id))
                items.add("client", *client);
        }
        for (const auto &user : UserRepository::ofAgency(tx, agency)) {
            if (access.knows(user))
                items.add("user", user);
        }
    });
    if (read.hasError())
        return read.error();
    page.total = static_cast<std::int64_t>(page.items.size());
    return page;
}

Result<SnapshotPage> Snapshots::user(const Access &access, std::string_view text) const
{
    auto parsed = SnapshotCursor::fromText(text);
    if (parsed.hasError())
        return parsed.error();
    auto cursor = std::move(parsed).value();
    const auto &id = access.user().id;
    SnapshotPage page {userStream(id), m_store.epoch(), 0, 0, {}, {}};
    const auto read = m_store.read([&](Tx &tx) {
        Collector items {page};
        if (cursor.part == Part::First) {
            cursor.startSeq = EventRepository::mark(tx, page.stream).head;
            addAlerts(tx, access, page.stream, items);
        }
        const PageRequest request {500, cursor.inner};
        if (cursor.part != Part::Documents) {
            const auto cursors = ReadCursorRepository::ofUser(tx, id, request);
            items.addAll("read_cursor", cursors.items);
            cursor.inner = cursors.next;
            cursor.part = cursors.next.empty() ? Part::Documents : Part::Conversations;
            page.next = cursor.text();
            return;
        }
        const auto compositions = CompositionRepository::ofUser(tx, id, request);
        items.addAll("composition", compositions.items);
        cursor.inner = compositions.next;
        page.next = compositions.next.empty() ? std::string {} : cursor.text();
    });
    if (read.hasError())
        return read.error();
    page.startSeq = cursor.startSeq;
    page.total = static_cast<std::int64_t>(page.items.size());
    return page;
}

} // namespace foredeck
