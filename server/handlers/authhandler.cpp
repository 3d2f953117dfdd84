#include "server/handlers/authhandler.h"

#include "net/codec/domaincodec.h"

namespace foredeck {

struct LoginBody {
    std::string email;
    std::string password;
    std::string embeddedToken;
    std::string device;
};
template <>
struct Fields<LoginBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("email", x.email);
        v("password", x.password);
        v("embedded_token", x.embeddedToken);
        v.required("device", x.device);
    }
};

struct RefreshBody {
    std::string token;
    std::string device;
};
template <>
struct Fields<RefreshBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("refresh_token", x.token);
        v.required("device", x.device);
    }
};

struct LogoutBody {
    std::string token;
};
template <>
struct Fields<LogoutBody> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("refresh_token", x.token); }
};

namespace {

std::string described(const AuthSession &in)
{
    return jsonObject({{"user", encode(in.user)}, {"agency", in.agency ? encode(*in.agency) : "null"}, {"clients", encode(in.clients)},
        {"streams", encode(in.streams)}});
}

Response tokens(const AuthSession &in)
{
    auto response = Response::json(jsonObject({{"access_token", jsonText(in.accessToken)}, {"expires_in", std::to_string(in.expiresIn.count())},
        {"refresh_token", jsonText(in.refreshToken)}, {"user", encode(in.user)}, {"agency", in.agency ? encode(*in.agency) : "null"},
        {"clients", encode(in.clients)}, {"streams", encode(in.streams)}}));
    response.addHeader("Cache-Control", "no-store");
    return response;
}

Response refused(const LoginRefusal &refusal, const std::string &path)
{
    auto response = Response::problem(refusal.error, path);
    if (refusal.tries > 0) {
        response.addHeader("X-RateLimit-Limit", std::to_string(refusal.tries));
        response.addHeader("X-RateLimit-Remaining", std::to_string(refusal.triesLeft));
    }
    if (refusal.retryAfter.count() > 0)
        response.addHeader("Retry-After", std::to_string(refusal.retryAfter.count()));
    return response;
}

Response login(Logins &logins, const Request &request)
{
    auto body = decode<LoginBody>(request.body);
    if (body.hasError())
        return Response::problem(body.error(), request.path);
    auto &b = body.value();
    const auto outcome = logins.login({std::move(b.email), std::move(b.password), std::move(b.embeddedToken), std::move(b.device),
        request.remoteIsLoopback ? std::string {} : request.remoteAddress});
    if (const auto *refusal = std::get_if<LoginRefusal>(&outcome))
        return refused(*refusal, request.path);
    return tokens(std::get<AuthSession>(outcome));
}

Response refresh(Sessions &sessions, const Request &request)
{
    const auto body = decode<RefreshBody>(request.body);
    if (body.hasError())
        return Response::problem(body.error(), request.path);
    const auto in = sessions.refresh(body.value().token, body.value().device);
    return in.hasError() ? Response::problem(in.error(), request.path) : tokens(in.value());
}

Response logout(Sessions &sessions, const Request &request)
{
    const auto body = decode<LogoutBody>(request.body);
    if (body.hasError())
        return Response::problem(body.error(), request.path);
    const auto ended = sessions.end(body.value().token);
    return ended.hasError() ? Response::problem(ended.error(), request.path) : Response::empty(204);
}

void addWatched(Router &router, RequestLog &log, const std::string &pattern, std::function<Response(const Request &)> handler)
{
    router.add(Method::Post, pattern, [&log, pattern, handler = std::move(handler)](const Request &request) {
        const RequestLog::Watch watch {log, Method::Post, pattern, request.id};
        auto response = handler(request);
        watch.done(response.status);
        return response;
    });
}

} // namespace

void addAuthRoutes(Router &router, Api &api, Logins &logins, Sessions &sessions, CpuPool &pool, RequestLog &log)
{
    const std::string pattern = "/api/v1/auth/login";
    router.addDeferred(Method::Post, pattern,
        [&logins, &pool, &log, pattern](Request request, Responder respond) {
            const RequestLog::Watch watch {log, Method::Post, pattern, request.id};
            const auto answer = [watch, respond](Response response) {
                watch.done(response.status);
                respond(std::move(response));
            };
            const auto path = request.path;
            if (!pool.post([&logins, answer, request = std::move(request)] { answer(login(logins, request)); }))
                answer(Response::problem(Error::of(Error::Kind::Busy, "too many people sign in right now"), path));
        },
        Router::defaultBodyLimit);
    addWatched(router, log, "/api/v1/auth/refresh", [&sessions](const Request &request) { return refresh(sessions, request); });
    addWatched(router, log, "/api/v1/auth/logout", [&sessions](const Request &request) { return logout(sessions, request); });
    api.get("/api/v1/auth/me", Api::anybody(), [](ReadContext &c) -> Result<std::string> {
        const auto in = Sessions::describe(c.tx, c.access);
        return in.hasError() ? Result<std::string> {in.error()} : described(in.value());
    });
}

} // namespace foredeck
