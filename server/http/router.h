#pragma once

#include "server/http/message.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace foredeck {

/// The route table. Filled once by the composition root before the server listens, then only read. Patterns name their
/// parts as the OpenAPI document does: "/api/v1/leads/{lead_id}"; a part is one whole segment, and a literal segment
/// wins over a named one. HEAD is answered from GET, OPTIONS and 405 (with Allow) from the table itself.
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

    /// A pattern that is malformed or there already is a fault of the program: std::logic_error.
    void add(Method method, std::string pattern, Handler handler, std::size_t bodyLimit = defaultBodyLimit);
    void addDeferred(
        Method method, std::string pattern, DeferredHandler handler, std::size_t bodyLimit = webhookBodyLimit);

    struct Match {
        const Route *route = nullptr; ///< none: 404, or 405 when `allowed` is not empty
        std::map<std::string, std::string, std::less<>> params;
        std::string allowed; ///< "GET, HEAD, OPTIONS": what the path knows, when it has no route for the method
    };
    /// `path` as it was sent: each segment is decoded by itself, so a %2F stays inside its part.
    Match match(Method method, std::string_view path) const;
    const std::vector<Route> &routes() const noexcept { return m_routes; }

private:
    static constexpr std::size_t methodCount = 8;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    /// One segment of the patterns; children and routes are indexes, so that a Router can be copied.
    struct Node {
        std::map<std::string, std::size_t, std::less<>> literals;
        std::size_t named = none;
        std::array<std::size_t, methodCount> routes = {none, none, none, none, none, none, none, none};
    };
    struct Search;

    void insert(Method method, const std::string &pattern);
    void visit(std::size_t node, std::size_t depth, Search &search) const;

    std::vector<Route> m_routes;
    std::vector<Node> m_nodes {1};
};

} // namespace foredeck
