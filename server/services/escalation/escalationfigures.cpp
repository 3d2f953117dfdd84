#include "server/services/escalation/escalationfigures.h"

#include "server/storage/escalationrepository.h"
#include "server/storage/locationrepository.h"

namespace foredeck {

namespace {

std::optional<Timestamp> dayStartIn(const std::string &zone, Timestamp now, const TimeZones &zones)
{
    const auto local = zones.toLocal(now, zone);
    if (local.hasError())
        return std::nullopt;
    const auto &day = local.value();
    const auto start = zones.fromLocal(day.year, day.month, day.day, 0, zone);
    return start.hasValue() ? std::optional {start.value()} : std::nullopt;
}

} // namespace

EscalationStats figuresOf(Tx &tx, const ClientId &client, Timestamp now, const TimeZones &zones)
{
    const auto locations = LocationRepository::ofClient(tx, client);
    const auto utcDay = Timestamp {std::chrono::floor<std::chrono::days>(now)};
    const auto since = now - figuresPeriod;
    const auto dayStart = locations.empty() ? std::nullopt : dayStartIn(locations.front().hours.zone, now, zones);
    auto stats = escalationStats(EscalationRepository::since(tx, client, since), dayStart.value_or(utcDay), now);
    stats.since = since;
    return stats;
}

} // namespace foredeck
