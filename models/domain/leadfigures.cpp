#include "models/domain/leadfigures.h"

#include <algorithm>
#include <map>

namespace foredeck {

namespace {

void add(LeadCounts &counts, std::optional<int> score)
{
    ++counts.total;
    if (!score)
        ++counts.unscored;
    else if (*score >= hotFromScore)
        ++counts.hot;
    else
        ++(*score >= warmFromScore ? counts.warm : counts.cold);
}

bool isQualified(const Open<LeadStatus> &status)
{
    return std::find(qualifiedStatuses.begin(), qualifiedStatuses.end(), status.value()) != qualifiedStatuses.end();
}

} // namespace

LeadMark markOf(const Lead &lead) { return {lead.createdAt, lead.score, lead.status, lead.source}; }

LeadFigures leadFigures(const std::vector<LeadMark> &leads, const std::vector<LocalDay> &days)
{
    LeadFigures figures;
    for (const auto &day : days)
        figures.days.push_back({isoDate(day), day.start, {}});
    std::map<std::string, LeadCounts> channels;
    for (const auto &lead : leads) {
        const auto after = std::upper_bound(days.begin(), days.end(), lead.createdAt, [](Timestamp t, const LocalDay &day) { return t < day.start; });
        if (after == days.begin())
            continue;
        add(figures.leads, lead.score);
        add(figures.days[static_cast<std::size_t>(after - days.begin() - 1)].leads, lead.score);
        add(channels[std::string {lead.source.text()}], lead.score);
        figures.qualified += isQualified(lead.status);
        figures.booked += lead.status == LeadStatus::AppointmentBooked;
    }
    for (const auto &[name, counts] : channels)
        figures.channels.push_back({Open<ChannelKind>::fromText(name), counts});
    std::stable_sort(figures.channels.begin(), figures.channels.end(), [](const auto &a, const auto &b) { return a.leads.total > b.leads.total; });
    if (figures.leads.total > 0)
        figures.qualificationRate = static_cast<double>(figures.qualified) / static_cast<double>(figures.leads.total);
    return figures;
}

} // namespace foredeck
