#include "models/domain/escalationstats.h"

#include <algorithm>
#include <map>

namespace foredeck {

namespace {

std::optional<std::int64_t> medianOf(std::vector<std::int64_t> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const auto below = *std::max_element(values.begin(), middle);
    return below + (*middle - below) / 2;
}

/// A clock that was set back makes no time negative.
std::int64_t msBetween(Timestamp from, Timestamp to) { return std::max<std::int64_t>(0, toMs(to) - toMs(from)); }

void countStatus(EscalationStats &stats, EscalationStatus status)
{
    stats.pending += status == EscalationStatus::Pending;
    stats.claimed += status == EscalationStatus::Claimed;
    stats.resolved += status == EscalationStatus::Resolved;
    stats.expired += status == EscalationStatus::Expired;
}

} // namespace

EscalationStats escalationStats(const std::vector<Escalation> &escalations, Timestamp dayStart, Timestamp now)
{
    EscalationStats stats;
    std::vector<std::int64_t> toClaim;
    std::vector<std::int64_t> toResolve;
    std::map<std::string, std::int64_t> reasons;
    for (const auto &e : escalations) {
        ++stats.total;
        stats.today += e.createdAt >= dayStart && e.createdAt <= now;
        countStatus(stats, e.status.value());
        ++reasons[std::string {e.reason.text()}];
        if (e.claimedAt) {
            toClaim.push_back(msBetween(e.createdAt, *e.claimedAt));
            stats.claimedLate += e.due && *e.claimedAt > *e.due;
        }
        if (e.status == EscalationStatus::Resolved && e.resolvedAt)
            toResolve.push_back(msBetween(e.createdAt, *e.resolvedAt));
    }
    const auto most = std::max_element(reasons.begin(), reasons.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most != reasons.end()) {
        stats.commonestReason = Open<EscalationReason>::fromText(most->first);
        stats.asCommon = static_cast<int>(std::count_if(reasons.begin(), reasons.end(), [most](const auto &one) { return one.second == most->second; })) - 1;
        stats.commonestShare = static_cast<double>(most->second) / static_cast<double>(stats.total);
    }
    stats.claimMedianMs = medianOf(std::move(toClaim));
    stats.resolveMedianMs = medianOf(std::move(toResolve));
    return stats;
}

} // namespace foredeck
