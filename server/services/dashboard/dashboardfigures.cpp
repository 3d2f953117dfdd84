#include "server/services/dashboard/dashboardfigures.h"

#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/transitionrepository.h"

namespace foredeck {

namespace {

constexpr const char *noPlace = "UTC";

std::string zoneOf(Tx &tx, const ClientId &client, const TimeZones &zones)
{
    const auto locations = LocationRepository::ofClient(tx, client);
    return !locations.empty() && zones.isKnown(locations.front().hours.zone) ? locations.front().hours.zone : noPlace;
}

} // namespace

Result<Dashboards::Leads> Dashboards::leads(Tx &tx, const ClientId &client, int days) const
{
    Leads leads;
    leads.zone = zoneOf(tx, client, m_zones);
    const auto shown = lastDays(m_clock.now(), days, leads.zone, m_zones);
    if (shown.hasError())
        return shown.error();
    std::vector<LeadMark> marks;
    for (const auto &lead : LeadRepository::since(tx, client, shown.value().front().start, m_config.leads))
        marks.push_back(markOf(lead));
    leads.figures = leadFigures(marks, shown.value());
    leads.complete = marks.size() < static_cast<std::size_t>(m_config.leads);
    return leads;
}

Result<DashboardStats> Dashboards::stats(Tx &tx, const ClientId &client) const
{
    const auto came = leads(tx, client, dashboardDays);
    if (came.hasError())
        return came.error();
    const auto &figures = came.value().figures;
    DashboardStats stats;
    stats.client = client;
    stats.zone = came.value().zone;
    stats.since = figures.days.front().from;
    stats.at = m_clock.now();
    stats.leads = figures.leads;
    stats.qualified = figures.qualified;
    stats.qualificationRate = figures.qualificationRate;
    stats.booked = figures.booked;
    stats.activeConversations = ConversationRepository::countActive(tx, client);
    stats.pendingEscalations = EscalationRepository::countPending(tx, client);
    FirstAnswers answers;
    const bool all = TransitionRepository::eachOfClocks(tx, client, stats.since, m_config.transitions,
        [&](const ConversationId &conversation, const std::vector<Transition> &transitions) { addFirstAnswers(conversation, transitions, stats.since, answers); });
    stats.assistantAnswers = answerTimes(std::move(answers.assistant));
    stats.peopleAnswers = answerTimes(std::move(answers.people));
    stats.engines = DecisionRepository::usesSince(tx, client, stats.since, m_config.turns);
    std::int64_t turns = 0;
    for (const auto &use : stats.engines) {
        stats.tokens += use.tokens;
        turns += use.turns;
    }
    stats.complete = came.value().complete && all && turns < m_config.turns;
    return stats;
}

} // namespace foredeck
