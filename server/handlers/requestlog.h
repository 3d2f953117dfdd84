#pragma once

#include "models/core/log.h"
#include "server/handlers/metrics.h"
#include "server/http/router.h"

#include <chrono>
#include <string>
#include <string_view>

namespace foredeck {

std::string_view methodName(Method method) noexcept;

/// One log line and one count per request: id, route pattern, status, time, user. Never a path with ids beyond the
/// pattern, a query, a body or a header. Safe from any thread.
class RequestLog {
public:
    RequestLog(Log &log, Metrics &metrics) : m_log(log), m_metrics(metrics) { }

    /// Begins with construction, ends with done().
    class Watch {
    public:
        Watch(RequestLog &log, Method method, std::string_view pattern, std::string requestId)
            : m_owner(&log), m_method(method), m_pattern(pattern), m_id(std::move(requestId)) { }
        void done(int status, std::string_view user = {}) const;

    private:
        RequestLog *m_owner;
        Method m_method;
        std::string m_pattern;
        std::string m_id;
        std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    };

    /// The same routes, each watched. For those whose handlers do not watch themselves (webhooks).
    void watchAll(const Router &from, Router &to);

private:
    Log &m_log;
    Metrics &m_metrics;
};

} // namespace foredeck
