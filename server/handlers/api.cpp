#include "server/handlers/api.h"

#include "server/http/responder.h"

#include <algorithm>
#include <charconv>
#include <exception>

namespace foredeck {

namespace {

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional {value} : std::nullopt;
}

} // namespace

Api::Scope Api::client(Right right)
{
    return [right](Tx &, const Access &access, const Request &request) -> Result<ClientId> {
        const ClientId id {request.param("client_id")};
        const auto allowed = access.need(id, right);
        return allowed.hasError() ? Result<ClientId> {allowed.error()} : Result<ClientId> {id};
    };
}

Api::Scope Api::anybody()
{
    return [](Tx &, const Access &, const Request &) -> Result<ClientId> { return ClientId {}; };
}

void Api::add(Method method, std::string pattern, Free handler)
{
    m_router.add(method, pattern, [this, method, pattern, handler = std::move(handler)](const Request &request) {
        const RequestLog::Watch watch {m_log, method, pattern, request.id};
        std::string user;
        auto response = answer(request, handler, user);
        watch.done(response.status, user);
        return response;
    });
}

void Api::addSlow(Method method, std::string pattern, Free handler)
{
    m_router.addDeferred(method, pattern, [this, method, pattern, handler = std::move(handler)](Request request, Responder respond) {
        m_slow.post([this, method, pattern, handler, request = std::move(request), respond = std::move(respond)] {
            const RequestLog::Watch watch {m_log, method, pattern, request.id};
            std::string user;
            auto response = answerGuarded(request, handler, user);
            watch.done(response.status, user);
            respond(std::move(response));
        });
    }, Router::defaultBodyLimit);
}

void Api::addAsking(Method method, std::string pattern, Scope scope, Free handler)
{
    m_router.addDeferred(method, pattern, [this, method, pattern, scope = std::move(scope), handler = std::move(handler)](Request request, Responder respond) {
        m_slow.post([this, method, pattern, scope, handler, request = std::move(request), respond = std::move(respond)] {
            std::string user;
            std::optional<ClientId> client;
            auto refusal = answerGuarded(request, [&](const Request &r, const Caller &caller) { return beginAsking(r, caller, scope, client); }, user);
            if (!client) {
                const RequestLog::Watch watch {m_log, method, pattern, request.id};
                watch.done(refusal.status, user);
                respond(std::move(refusal));
                return;
            }
            m_asks.post([this, method, pattern, handler, request, respond, client = *client] {
                const RequestLog::Watch watch {m_log, method, pattern, request.id};
                std::string asker;
                auto response = answerGuarded(request, handler, asker);
                endAsking(client);
                watch.done(response.status, asker);
                respond(std::move(response));
            });
        });
    }, Router::defaultBodyLimit);
}

void Api::stop()
{
    m_slow.stop();
    m_asks.stop();
}

// The caller is told of nobody else's client that it is being asked for: rights come first.
Response Api::beginAsking(const Request &request, const Caller &caller, const Scope &scope, std::optional<ClientId> &client)
{
    std::optional<Result<ClientId>> found;
    const auto read = m_store.read([&](Tx &tx) { found.emplace(scope(tx, *caller.access, request)); });
    if (read.hasError() || found->hasError())
        return Response::problem(read.hasError() ? read.error() : found->error(), request.path);
    const std::lock_guard lock {m_mutex};
    if (!m_asking.insert(found->value()).second)
        return Response::problem(Error::of(Error::Kind::Conflict, "another test of this business is under way; try again when it is over"), request.path);
    client = found->value();
    return {};
}

void Api::endAsking(const ClientId &client)
{
    const std::lock_guard lock {m_mutex};
    m_asking.erase(client);
}

Response Api::answerGuarded(const Request &request, const Free &handler, std::string &user)
{
    try {
        return answer(request, handler, user);
    } catch (const std::exception &) {
        return http::handlerFailed();
    }
}

Response Api::answer(const Request &request, const Free &handler, std::string &user)
{
    const auto caller = m_callers.of(bearerOf(request));
    if (caller.hasError()) {
        auto response = Response::problem(caller.error(), request.path);
        response.addHeader("WWW-Authenticate", "Bearer");
        return response;
    }
    user = caller.value().claims.user.value;
    return handler(request, caller.value());
}

void Api::get(std::string pattern, Scope scope, Read read) { add(Method::Get, std::move(pattern), reading(std::move(scope), std::move(read))); }

void Api::getSlow(std::string pattern, Scope scope, Read read) { addSlow(Method::Get, std::move(pattern), reading(std::move(scope), std::move(read))); }

Api::Free Api::reading(Scope scope, Read read)
{
    return [this, scope = std::move(scope), read = std::move(read)](const Request &request, const Caller &caller) {
        std::optional<Result<std::string>> json;
        const auto done = m_store.read([&](Tx &tx) {
            const auto client = scope(tx, *caller.access, request);
            if (client.hasError()) {
                json.emplace(client.error());
                return;
            }
            ReadContext context {tx, *caller.access, client.value(), request};
            json.emplace(read(context));
        });
        if (done.hasError() && (!json || json->hasValue()))
            return Response::problem(done.error(), request.path);
        return json->hasError() ? Response::problem(json->error(), request.path) : Response::json(std::move(*json).value());
    };
}

void Api::act(Method method, std::string pattern, Scope scope, Act effect)
{
    add(method, std::move(pattern), [this, scope = std::move(scope), effect = std::move(effect)](const Request &request, const Caller &caller) {
        return run(request, caller, scope, effect);
    });
}

Response Api::run(const Request &request, const Caller &caller, const Scope &scope, const Act &effect)
{
    const OpCall call {caller.claims.user, OpId {request.header("idempotency-key")},
        std::string {methodName(request.method)} + " " + request.target + " " + std::string {request.header("if-match")} + "\n" + request.body};
    auto answer = m_ops.run(call, [&](Tx &tx, const Access &access) { return scope(tx, access, request); },
        [&](OpContext &op) { return effect(op, request); });
    if (answer.hasError())
        return Response::problem(answer.error(), request.path);
    auto response = answer.value().body.empty() ? Response::empty(answer.value().status)
                                                : Response::json(std::move(answer.value().body), answer.value().status);
    if (answer.value().replayed)
        response.addHeader("Idempotency-Replayed", "true");
    return response;
}

std::string_view bearerOf(const Request &request) noexcept
{
    static constexpr std::string_view scheme = "bearer ";
    const auto value = request.header("authorization");
    const bool bearer = value.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), value.begin(), [](char a, char b) {
        return a == b || (b >= 'A' && b <= 'Z' && a == b - 'A' + 'a');
    });
    return bearer ? value.substr(scheme.size()) : std::string_view {};
}

Result<std::int64_t> numberOf(const Request &request, std::string_view name, std::int64_t standard)
{
    const auto text = request.queryValue(name);
    if (text.empty())
        return standard;
    const auto value = wholeNumber(text);
    return value ? Result<std::int64_t> {*value} : Error::invalid(std::string {name}, "must be a whole number");
}

Result<PageRequest> pageOf(const Request &request, int standard)
{
    const auto limit = numberOf(request, "limit", standard);
    if (limit.hasError())
        return limit.error();
    if (limit.value() < 1 || limit.value() > 500)
        return Error::invalid("limit", "must be 1 to 500");
    return PageRequest {static_cast<int>(limit.value()), std::string {request.queryValue("cursor")}};
}

std::int64_t ifMatchOf(const Request &request) noexcept
{
    auto text = request.header("if-match");
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    return wholeNumber(text).value_or(0);
}

std::string jsonObject(std::initializer_list<std::pair<std::string_view, std::string>> members)
{
    std::string json = "{";
    for (const auto &[name, value] : members) {
        json += json.size() > 1 ? ",\"" : "\"";
        json += name;
        json += "\":";
        json += value;
    }
    return json + "}";
}

std::string jsonText(std::string_view text)
{
    JsonWriter json;
    json.string(text);
    return json.take();
}

} // namespace foredeck
