#include "server/handlers/requestlog.h"

namespace foredeck {

std::string_view methodName(Method method) noexcept
{
    switch (method) {
    case Method::Get: return "GET";
    case Method::Head: return "HEAD";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    case Method::Options: return "OPTIONS";
    case Method::Other: return "OTHER";
    }
    return "OTHER";
}

void RequestLog::Watch::done(int status, std::string_view user) const
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_start);
    m_owner->m_metrics.served(methodName(m_method), m_pattern, status, took);
    const auto level = status >= 500 ? LogLevel::Warning : LogLevel::Info;
    if (!m_owner->m_log.enabled(level))
        return;
    m_owner->m_log.write(level, "request",
        {{"request_id", m_id}, {"method", methodName(m_method)}, {"route", m_pattern}, {"status", status},
            {"ms", std::chrono::duration<double, std::milli> {took}.count()}, {"user_id", user}});
}

void RequestLog::watchAll(const Router &from, Router &to)
{
    for (const auto &route : from.routes()) {
        if (const auto *handler = std::get_if<Handler>(&route.handler)) {
            to.add(route.method, route.pattern,
                [this, method = route.method, pattern = route.pattern, inner = *handler](const Request &request) {
                    const Watch watch {*this, method, pattern, request.id};
                    auto response = inner(request);
                    watch.done(response.status);
                    return response;
                },
                route.bodyLimit);
            continue;
        }
        to.addDeferred(route.method, route.pattern,
            [this, method = route.method, pattern = route.pattern, inner = std::get<DeferredHandler>(route.handler)](Request request, Responder respond) {
                const Watch watch {*this, method, pattern, request.id};
                inner(std::move(request), [watch, respond = std::move(respond)](Response response) {
                    watch.done(response.status);
                    respond(std::move(response));
                });
            },
            route.bodyLimit);
    }
}

} // namespace foredeck
