#include "models/items/dashboardfigures.h"

#include "models/cache/cachereader.h"
#include "models/items/qtzones.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int newestLeads = 7;
constexpr std::chrono::minutes freshFor {5};
constexpr std::chrono::seconds askAgainAfter {30};

struct Question {
    ClientId client;
    int days = 1;
    Timestamp now;
    std::string zone;
};

/// Of the one client in view its first place, as the server has it; else where the person is.
std::string zoneOf(CacheReader &reader, const Question &question, const std::vector<DashboardPicture::Counted> &clients)
{
    if (clients.size() != 1)
        return question.zone;
    const auto places = reader.locations(clients.front().client).valueOr({});
    const auto first = std::min_element(places.begin(), places.end(), [](const Location &a, const Location &b) { return a.id < b.id; });
    return first != places.end() && QtZones().isKnown(first->hours.zone) ? first->hours.zone : std::string {"UTC"};
}

Result<std::vector<DashboardPicture::Counted>> clientsOf(CacheReader &reader, const ClientId &client)
{
    const auto all = reader.clients();
    if (all.hasError())
        return all.error();
    const auto told = reader.dashboards(client);
    if (told.hasError())
        return told.error();
    std::vector<DashboardPicture::Counted> clients;
    for (const Client &one : all.value()) {
        if (!client.empty() && one.id != client)
            continue;
        const auto found = std::find_if(told.value().begin(), told.value().end(), [&](const DashboardStats &stats) { return stats.client == one.id; });
        clients.push_back({one.id, one.name, one.mark, found == told.value().end() ? std::nullopt : std::optional {*found}});
    }
    return clients;
}

void namePeople(CacheReader &reader, DashboardPicture &picture)
{
    for (const auto &client : picture.clients) {
        if (!client.stats)
            continue;
        for (const auto *times : {&client.stats->assistantAnswers, &client.stats->peopleAnswers}) {
            for (const FirstAnswer &slow : times->slowest) {
                const auto row = reader.conversation(slow.conversation);
                if (row.hasError())
                    continue;
                const ConversationRow &c = row.value();
                picture.people[slow.conversation] = !c.leadName.empty() ? c.leadName : !c.leadPhone.empty() ? c.leadPhone : c.leadEmail;
            }
        }
    }
}

Result<DashboardPicture> read(CacheReader &reader, const Question &question)
{
    DashboardPicture picture;
    auto clients = clientsOf(reader, question.client);
    if (clients.hasError())
        return clients.error();
    picture.clients = std::move(clients).value();
    picture.zone = zoneOf(reader, question, picture.clients);
    const auto days = lastDays(question.now, question.days, picture.zone, QtZones());
    if (days.hasError())
        return days.error();
    const auto marks = reader.leadMarks(question.client, days.value().front().start);
    if (marks.hasError())
        return marks.error();
    picture.leads = leadFigures(marks.value(), days.value());
    auto newest = reader.newestLeads(question.client, newestLeads);
    if (newest.hasError())
        return newest.error();
    picture.newest = std::move(newest).value();
    namePeople(reader, picture);
    return picture;
}

} // namespace

DashboardFigures::DashboardFigures(const LocalStore &store, const Ephemera &ephemera, Requests &requests, QObject *parent)
    : QObject(parent), m_store(store), m_ephemera(ephemera), m_requests(requests)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.everything || changes.clients || !changes.leadRows.empty() || !changes.clientData.empty())
            reload();
    });
}

Timestamp DashboardFigures::now() const { return m_store.clock().now() + m_ephemera.serverOffset(); }

void DashboardFigures::setLive(bool live)
{
    m_live = live;
    if (live && m_stale)
        reload();
}

void DashboardFigures::setClient(const ClientId &client)
{
    if (std::exchange(m_client, client) == client)
        return;
    m_picture.reset();
    ++m_generation;
    reload();
}

void DashboardFigures::forget()
{
    m_picture.reset();
    m_asked.clear();
    ++m_generation;
    reload();
}

void DashboardFigures::setDays(int days)
{
    if (std::exchange(m_days, days) == days)
        return;
    ++m_generation;
    reload();
}

void DashboardFigures::setZone(const std::string &zone)
{
    const std::string known = QtZones().isKnown(zone) ? zone : std::string {"UTC"};
    if (std::exchange(m_zone, known) == known)
        return;
    ++m_generation;
    reload();
}

void DashboardFigures::tick()
{
    if (!m_live || !m_picture)
        return;
    const LocalTime day = QtZones().toLocal(now(), m_picture->zone).valueOr({});
    if (!m_picture->leads.days.empty() && isoDate({day.year, day.month, day.day, {}}) != m_picture->leads.days.back().date)
        reload();
    askServer();
}

/// One at a time: an agency has many clients, and all of them would be asked for in the same second.
void DashboardFigures::askServer()
{
    if (m_ephemera.sync().phase != SyncPhase::Live)
        return;
    const Timestamp at = now();
    for (const auto &client : m_picture->clients) {
        const auto asked = m_asked.find(client.client);
        const bool isFresh = client.stats && at - client.stats->at < freshFor;
        if (isFresh || (asked != m_asked.end() && at - asked->second < askAgainAfter))
            continue;
        m_asked[client.client] = at;
        m_requests.fetchDashboard(client.client);
        return;
    }
}

void DashboardFigures::reload()
{
    m_stale = true;
    if (m_reading || !m_live)
        return;
    m_reading = true;
    m_stale = false;
    const Question question {m_client, m_days, now(), m_zone};
    m_store.read([question](CacheReader &reader) { return read(reader, question); }, m_mailbox.receive([this, generation = m_generation](Result<DashboardPicture> answer) {
        m_reading = false;
        if (generation == m_generation) {
            // What is shown stays until there is something better to show.
            if (answer.hasValue()) {
                m_picture = std::move(answer).value();
                Q_EMIT changed();
            } else {
                Q_EMIT readFailed(QString::fromStdString(answer.error().detail));
            }
        }
        if (m_stale)
            reload();
    }));
}

} // namespace foredeck
