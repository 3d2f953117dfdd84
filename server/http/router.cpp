#include "server/http/router.h"

#include "server/http/target.h"

#include <stdexcept>

namespace foredeck {

namespace {

constexpr std::array<std::string_view, 8> methodNames {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", ""};

constexpr std::size_t indexOf(Method method) noexcept { return static_cast<std::size_t>(method); }

// "/a/{b}" → "a", "{b}"; the root is one empty segment.
std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    if (path.empty() || path.front() != '/')
        return segments;
    for (path.remove_prefix(1);;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return segments;
        path.remove_prefix(slash + 1);
    }
}

bool isNamed(std::string_view segment) noexcept
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

[[noreturn]] void refuse(const std::string &pattern, const char *why)
{
    throw std::logic_error("Route " + pattern + ": " + why);
}

} // namespace

struct Router::Search {
    std::vector<std::string> segments; // decoded
    Method method;
    std::size_t route = none;
    unsigned allowed = 0; // one bit per method that some pattern has for this path
};

void Router::add(Method method, std::string pattern, Handler handler, std::size_t bodyLimit)
{
    insert(method, pattern);
    m_routes.push_back({method, std::move(pattern), bodyLimit, std::move(handler)});
}

void Router::addDeferred(Method method, std::string pattern, DeferredHandler handler, std::size_t bodyLimit)
{
    insert(method, pattern);
    m_routes.push_back({method, std::move(pattern), bodyLimit, std::move(handler)});
}

void Router::insert(Method method, const std::string &pattern)
{
    const auto segments = segmentsOf(pattern);
    if (segments.empty() || method == Method::Other)
        refuse(pattern, "needs a method and a leading slash");
    std::size_t node = 0;
    for (const auto segment : segments) {
        if (!isNamed(segment) && segment.find_first_of("{}") != std::string_view::npos)
            refuse(pattern, "a named part is one whole segment");
        auto next = isNamed(segment) ? m_nodes[node].named : none;
        if (const auto found = m_nodes[node].literals.find(segment); found != m_nodes[node].literals.end())
            next = found->second;
        if (next == none) {
            next = m_nodes.size();
            if (isNamed(segment))
                m_nodes[node].named = next;
            else
                m_nodes[node].literals.emplace(segment, next);
            m_nodes.emplace_back();
        }
        node = next;
    }
    if (m_nodes[node].routes[indexOf(method)] != none)
        refuse(pattern, "is there already");
    m_nodes[node].routes[indexOf(method)] = m_routes.size();
}

// Every pattern that fits is visited, literal segments first, so that the first route found is the most literal one and
// Allow names them all. Depth is bounded by the patterns.
void Router::visit(std::size_t index, std::size_t depth, Search &search) const
{
    const Node &node = m_nodes[index];
    if (depth == search.segments.size()) {
        for (std::size_t method = 0; method < methodCount; ++method) {
            if (node.routes[method] != none)
                search.allowed |= 1u << method;
        }
        auto route = node.routes[indexOf(search.method)];
        if (route == none && search.method == Method::Head)
            route = node.routes[indexOf(Method::Get)];
        if (search.route == none)
            search.route = route;
        return;
    }
    const auto &segment = search.segments[depth];
    if (const auto literal = node.literals.find(segment); literal != node.literals.end())
        visit(literal->second, depth + 1, search);
    if (node.named != none && !segment.empty())
        visit(node.named, depth + 1, search);
}

Router::Match Router::match(Method method, std::string_view path) const
{
    Search search {{}, method};
    for (const auto segment : segmentsOf(path)) {
        auto plain = http::percentDecoded(segment);
        if (!plain)
            return {};
        search.segments.push_back(std::move(*plain));
    }
    if (search.segments.empty())
        return {};
    visit(0, 0, search);

    Match match;
    if (search.route != none) {
        match.route = &m_routes[search.route];
        const auto names = segmentsOf(match.route->pattern);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (isNamed(names[i]))
                match.params.emplace(names[i].substr(1, names[i].size() - 2), std::move(search.segments[i]));
        }
        return match;
    }
    if (search.allowed == 0)
        return match;
    if (search.allowed & (1u << indexOf(Method::Get)))
        search.allowed |= 1u << indexOf(Method::Head);
    search.allowed |= 1u << indexOf(Method::Options);
    for (std::size_t i = 0; i < methodNames.size(); ++i) {
        if (search.allowed & (1u << i))
            match.allowed += (match.allowed.empty() ? "" : ", ") + std::string {methodNames[i]};
    }
    return match;
}

} // namespace foredeck
