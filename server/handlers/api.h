#pragma once

#include "net/codec/codec.h"
#include "server/handlers/requestlog.h"
#include "server/http/router.h"
#include "server/services/access/bind.h"
#include "server/services/auth/callers.h"
#include "server/services/live/loopthread.h"
#include "server/services/op/ops.h"
#include "server/storage/page.h"

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace foredeck {

/// What a reading handler works with, inside one reading of the store.
struct ReadContext {
    Tx &tx;
    const Access &access;
    ClientId client; ///< of the scope; empty when the route has none
    const Request &request;
};

/// Registers the routes of /api/v1 so that none can forget who calls: every route names its scope, and nothing of a
/// handler runs before the scope was held against the caller's rights. Writes go through Ops (Idempotency-Key), reads
/// through one reading; errors become problem details; each request is logged and counted.
class Api {
public:
    /// Finds the client of a route and holds it against the caller.
    using Scope = std::function<Result<ClientId>(Tx &, const Access &, const Request &)>;
    using Read = std::function<Result<std::string>(ReadContext &)>;
    using Act = std::function<Result<ActAnswer>(OpContext &, const Request &)>;
    using Free = std::function<Response(const Request &, const Caller &)>;

    Api(Router &router, Store &store, Callers &callers, Ops &ops, RequestLog &log)
        : m_router(router), m_store(store), m_callers(callers), m_ops(ops), m_log(log) { }

    /// Of {client_id}.
    static Scope client(Right right);
    /// Of a thing that is named by its own id alone.
    template <class IdType>
    static Scope thing(std::string param, Right right, std::string word)
    {
        return [=](Tx &tx, const Access &access, const Request &request) {
            return boundClient(tx, access, IdType {request.param(param)}, right, word);
        };
    }
    /// Whoever is signed in; the handler itself looks at nothing but what is the caller's.
    static Scope anybody();

    /// Answers 200 with the JSON.
    void get(std::string pattern, Scope scope, Read read);
    /// The same for what reads much, on the thread of addSlow().
    void getSlow(std::string pattern, Scope scope, Read read);
    /// A body of JSON that is decoded before; DELETE has none.
    template <class Body>
    void act(Method method, std::string pattern, Scope scope, std::function<Result<ActAnswer>(OpContext &, const Request &, const Body &)> effect)
    {
        add(method, std::move(pattern), [this, scope = std::move(scope), effect = std::move(effect)](const Request &request, const Caller &caller) {
            const auto body = decode<Body>(request.body.empty() ? std::string_view {"{}"} : std::string_view {request.body});
            if (body.hasError())
                return Response::problem(body.error(), request.path);
            return run(request, caller, scope, [&](OpContext &op, const Request &) { return effect(op, request, body.value()); });
        });
    }
    void act(Method method, std::string pattern, Scope scope, Act effect);
    /// A signed-in caller and nothing else done for it.
    void add(Method method, std::string pattern, Free handler);
    /// The same for a handler that works long: on a thread of its own, one after another, so that the server's workers stay free.
    void addSlow(Method method, std::string pattern, Free handler);
    /// The same for one that waits for somebody outside, who may not answer: on a thread apart from that of addSlow(), and of a
    /// client one at a time, another is a Conflict. `scope` as in act(); the handler looks again at what it does.
    void addAsking(Method method, std::string pattern, Scope scope, Free handler);
    /// Ends those threads; what waits for them is not done. Idempotent.
    void stop();

    Response run(const Request &request, const Caller &caller, const Scope &scope, const Act &effect);
    Store &store() noexcept { return m_store; }

private:
    Free reading(Scope scope, Read read);
    Response answer(const Request &request, const Free &handler, std::string &user);
    /// As the workers do: what it throws must not end a thread, nor tell the client anything.
    Response answerGuarded(const Request &request, const Free &handler, std::string &user);
    Response beginAsking(const Request &request, const Caller &caller, const Scope &scope, std::optional<ClientId> &client);
    void endAsking(const ClientId &client);

    Router &m_router;
    Store &m_store;
    Callers &m_callers;
    Ops &m_ops;
    RequestLog &m_log;
    std::mutex m_mutex;
    std::set<ClientId> m_asking; ///< for whom somebody outside is being asked, or will be; under m_mutex
    LoopThread m_asks {std::chrono::milliseconds {0}, [] { }}; ///< outlives m_slow, which hands it work
    LoopThread m_slow {std::chrono::milliseconds {0}, [] { }};
};

/// The token of "Authorization: Bearer …"; empty when there is none.
std::string_view bearerOf(const Request &request) noexcept;
/// ?limit= and ?cursor=. Error: Invalid.
Result<PageRequest> pageOf(const Request &request, int standard = 50);
/// A whole number of the query, or `standard` when it is not there. Error: Invalid.
Result<std::int64_t> numberOf(const Request &request, std::string_view name, std::int64_t standard);
/// The number in If-Match: "7"; 0 when there is none that can be read.
std::int64_t ifMatchOf(const Request &request) noexcept;

/// {"name":json,…} of parts that are JSON already.
std::string jsonObject(std::initializer_list<std::pair<std::string_view, std::string>> members);
std::string jsonText(std::string_view text);
template <class T>
std::string pageJson(const std::vector<T> &items, const std::string &next = {})
{
    return jsonObject({{"items", encode(items)}, {"next_cursor", next.empty() ? "null" : jsonText(next)}});
}
/// What a repository failed with, or the JSON.
inline Result<std::string> okJson(Tx &tx, std::string json)
{
    return tx.error() ? Result<std::string> {*tx.error()} : Result<std::string> {std::move(json)};
}
/// The entity as an answer of an act, or its error.
template <class T>
Result<ActAnswer> entityAnswer(const Result<T> &entity, int status = 200)
{
    return entity.hasError() ? Result<ActAnswer> {entity.error()} : Result<ActAnswer> {ActAnswer {status, encode(entity.value())}};
}

} // namespace foredeck
