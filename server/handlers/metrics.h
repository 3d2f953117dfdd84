#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace foredeck {

/// Counters for /metrics in Prometheus' text format (version 0.0.4). Safe from any thread.
class Metrics {
public:
    /// One served request, under its route's pattern.
    void served(std::string_view method, std::string_view pattern, int status, std::chrono::microseconds took);
    /// A number that is asked for when /metrics is read. `labels`: `state="queued"`, or empty.
    struct Sample {
        std::string labels;
        double value = 0;
    };
    void add(std::string name, std::string type, std::string help, std::function<std::vector<Sample>()> samples);

    std::string text() const;

private:
    static constexpr std::array<double, 11> bounds {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0}; ///< seconds
    struct Route {
        std::map<int, std::uint64_t> byStatus;
        std::array<std::uint64_t, bounds.size() + 1> buckets {};
        double seconds = 0;
    };
    struct Family {
        std::string name;
        std::string type;
        std::string help;
        std::function<std::vector<Sample>()> samples;
    };
    std::string requests() const;

    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, Route> m_routes;
    std::vector<Family> m_families;
};

} // namespace foredeck
