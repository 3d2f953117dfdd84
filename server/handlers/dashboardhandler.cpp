#include "server/handlers/dashboardhandler.h"

#include "net/codec/domaincodec.h"

namespace foredeck {

namespace {

constexpr int mostDays = 90;
constexpr int daysOfAWeek = 7;

/// ?days=, today included.
Result<int> daysOf(const Request &request, int standard)
{
    const auto days = numberOf(request, "days", standard);
    if (days.hasError())
        return days.error();
    if (days.value() < 1 || days.value() > mostDays)
        return Error::invalid("days", "must be 1 to " + std::to_string(mostDays));
    return static_cast<int>(days.value());
}

template <class T>
std::string listJson(const Dashboards::Leads &leads, const std::vector<T> &items)
{
    return jsonObject({{"zone", jsonText(leads.zone)}, {"since", encode(leads.figures.days.front().from)}, {"items", encode(items)}, {"complete", leads.complete ? "true" : "false"}});
}

} // namespace

void addDashboardRoutes(Api &api, const Dashboards &dashboards)
{
    const std::string client = "/api/v1/dashboard/{client_id}";
    api.getSlow(client + "/stats", Api::client(Right::Read), [&dashboards](ReadContext &c) -> Result<std::string> {
        const auto stats = dashboards.stats(c.tx, c.client);
        return stats.hasError() ? Result<std::string> {stats.error()} : okJson(c.tx, encode(stats.value()));
    });
    const auto leads = [&](const char *path, int standard, auto items) {
        api.getSlow(client + path, Api::client(Right::Read), [&dashboards, standard, items](ReadContext &c) -> Result<std::string> {
            const auto days = daysOf(c.request, standard);
            if (days.hasError())
                return days.error();
            const auto found = dashboards.leads(c.tx, c.client, days.value());
            return found.hasError() ? Result<std::string> {found.error()} : okJson(c.tx, listJson(found.value(), items(found.value().figures)));
        });
    };
    leads("/leads-by-day", daysOfAWeek, [](const LeadFigures &figures) { return figures.days; });
    leads("/leads-by-channel", dashboardDays, [](const LeadFigures &figures) { return figures.channels; });
}

} // namespace foredeck
