#include "server/handlers/clienthandler.h"

#include "server/handlers/requests.h"
#include "server/services/client/clientreads.h"

#include <future>

namespace foredeck {

namespace {

// Hashing costs processor time on purpose: it runs on the pool made for it, while this worker waits.
Result<std::string> hashed(const std::string &password, const Passwords &passwords, CpuPool &pool)
{
    if (password.empty())
        return std::string {};
    if (const auto good = Passwords::acceptable(password); good.hasError())
        return good.error();
    std::promise<Result<std::string>> promise;
    auto hash = promise.get_future();
    if (!pool.post([&] { promise.set_value(passwords.hash(password)); }))
        return Error::of(Error::Kind::Busy, "too many people sign in right now");
    return hash.get();
}

} // namespace

void addUserRoutes(Api &api, const Passwords &passwords, CpuPool &pool)
{
    const std::string users = "/api/v1/clients/{client_id}/users";
    api.get(users, Api::client(Right::Read), [](ReadContext &c) { return okJson(c.tx, pageJson(usersOf(c.tx, c.access, c.client))); });
    api.add(Method::Post, users, [&api, &passwords, &pool](const Request &request, const Caller &caller) {
        const auto body = decode<InviteBody>(request.body);
        if (body.hasError())
            return Response::problem(body.error(), request.path);
        // Rights first: a stranger's request costs no hash.
        if (const auto allowed = caller.access->need(ClientId {request.param("client_id")}, Right::Administer); allowed.hasError())
            return Response::problem(allowed.error(), request.path);
        const auto hash = hashed(body.value().password, passwords, pool);
        if (hash.hasError())
            return Response::problem(hash.error(), request.path);
        return api.run(request, caller, Api::client(Right::Administer), [&](OpContext &op, const Request &) {
            return entityAnswer(inviteUser(op, {body.value().name, body.value().email, body.value().role, hash.value()}), 201);
        });
    });
    api.act<UserPatch>(Method::Patch, "/api/v1/users/{user_id}", Api::anybody(), [](OpContext &op, const Request &request, const UserPatch &patch) {
        return entityAnswer(patchUser(op, UserId {request.param("user_id")}, patch));
    });
}

} // namespace foredeck
