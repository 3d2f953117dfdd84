#include "server/handlers/metrics.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace foredeck {

void Metrics::served(std::string_view method, std::string_view pattern, int status, std::chrono::microseconds took)
{
    const double seconds = std::chrono::duration<double> {took}.count();
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    const std::lock_guard lock {m_mutex};
    auto &route = m_routes[{std::string {method}, std::string {pattern}}];
    ++route.byStatus[status];
    ++route.buckets[static_cast<std::size_t>(bucket)];
    route.seconds += seconds;
}

void Metrics::add(std::string name, std::string type, std::string help, std::function<std::vector<Sample>()> samples)
{
    const std::lock_guard lock {m_mutex};
    m_families.push_back({std::move(name), std::move(type), std::move(help), std::move(samples)});
}

std::string Metrics::requests() const
{
    std::string text = "# HELP foredeck_http_requests_total Requests served.\n# TYPE foredeck_http_requests_total counter\n";
    for (const auto &[key, route] : m_routes) {
        for (const auto &[status, count] : route.byStatus)
            text += fmt::format("foredeck_http_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, status, count);
    }
    text += "# HELP foredeck_http_request_seconds Time to answer.\n# TYPE foredeck_http_request_seconds histogram\n";
    for (const auto &[key, route] : m_routes) {
        const auto labels = fmt::format("method=\"{}\",route=\"{}\"", key.first, key.second);
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            sum += route.buckets[i];
            text += fmt::format("foredeck_http_request_seconds_bucket{{{},le=\"{}\"}} {}\n", labels, bounds[i], sum);
        }
        sum += route.buckets.back();
        text += fmt::format("foredeck_http_request_seconds_bucket{{{},le=\"+Inf\"}} {}\n", labels, sum);
        text += fmt::format("foredeck_http_request_seconds_sum{{{}}} {:.6f}\n", labels, route.seconds);
        text += fmt::format("foredeck_http_request_seconds_count{{{}}} {}\n", labels, sum);
    }
    return text;
}

std::string Metrics::text() const
{
    std::vector<Family> families;
    std::string text;
    {
        const std::lock_guard lock {m_mutex};
        text = requests();
        families = m_families;
    }
    for (const auto &family : families) {
        text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", family.name, family.help, family.name, family.type);
        for (const auto &sample : family.samples())
            text += fmt::format("{}{} {}\n", family.name, sample.labels.empty() ? std::string {} : "{" + sample.labels + "}", sample.value);
    }
    return text;
}

} // namespace foredeck
