#pragma once

#include "server/http/message.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace foredeck {

/// The route table. Filled once by the composition root before the server listens, then only read. Patterns name their
/// parts as the OpenAPI document does: "/api/v1/leads/{lead_id}". HEAD is answered from GET, OPTIONS and 405 (with Allow)
/// from the table itself.
class Router {
public:
    struct Route {
        Method method;
        std::string pattern;
        std::size_t bodyLimit; ///< bytes; beyond: 413
        std::variant<Handler, DeferredHandler> handler;
    };
    static constexpr std::size_t defaultBodyLimit = 256 * 1024;
    static constexpr std::size_t webhookBodyLimit = 1024 * 1024;

    void add(Method method, std::string pattern, Handler handler, std::size_t bodyLimit = defaultBodyLimit);
    void addDeferred(Method method, std::string pattern, DeferredHandler handler, std::size_t bodyLimit = webhookBodyLimit);

    struct Match {
        const Route *route = nullptr; ///< none: 404, or 405 when `allowed` is not empty
        std::map<std::string, std::string, std::less<>> params;
        std::string allowed; ///< "GET, HEAD, POST"
    };
    Match match(Method method, std::string_view path) const;
    const std::vector<Route> &routes() const noexcept { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace foredeck
