#include "server/services/auth/sessions.h"

#include "server/services/access/bind.h"
#include "server/services/auth/refreshrules.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/agencyrepository.h"
#include "server/storage/clientrepository.h"

namespace foredeck {

namespace {

Error over() { return Error::of(Error::Kind::Unauthorized, "this session has ended; sign in again"); }

} // namespace

Result<AuthSession> Sessions::describe(Tx &tx, const Access &access)
{
    AuthSession in;
    in.user = access.user();
    in.agency = AgencyRepository::byId(tx, access.user().agency);
    for (const auto &id : access.clients()) {
        if (auto client = ClientRepository::byId(tx, id))
            in.clients.push_back(std::move(*client));
    }
    in.streams = access.streams();
    if (tx.error())
        return *tx.error();
    return in;
}

Result<AuthSession> Sessions::answer(WriteTx &tx, const UserId &user, const std::string &session, const std::string &refresh)
{
    const auto access = loadAccess(tx, user);
    if (access.hasError())
        return access.error();
    auto token = m_tokens.issue(user, session);
    if (token.hasError())
        return token.error();
    auto in = describe(tx, access.value());
    if (in.hasError())
        return in;
    in.value().accessToken = std::move(token).value();
    in.value().expiresIn = std::chrono::duration_cast<std::chrono::seconds>(m_tokens.lifetime());
    in.value().refreshToken = refresh;
    return in;
}

Result<AuthSession> Sessions::open(const UserId &user, const std::string &device)
{
    const auto refresh = randomToken();
    std::optional<Result<AuthSession>> result;
    const auto written = m_store.write([&](WriteTx &tx) {
        const auto now = m_clock.now();
        const SessionRecord session {makeUuid(now), user, device, now, now, now + m_config.lifetime, std::nullopt};
        SessionRepository::insert(tx, session, sha256Hex(refresh));
        result.emplace(answer(tx, user, session.id, refresh));
        if (result->hasError())
            tx.fail(result->error());
    });
    return written.hasError() ? Result<AuthSession> {written.error()} : *std::move(result);
}

Result<AuthSession> Sessions::refresh(const std::string &token, const std::string &device)
{
    if (device.empty()) // no session is of one without a name, and this says nothing of who has the token
        return Error::invalid("device", "must name this device");
    std::optional<Result<AuthSession>> result;
    std::string ended;
    const auto written = m_store.write([&](WriteTx &tx) { result.emplace(exchange(tx, token, device, ended)); });
    if (!ended.empty() && written.hasValue())
        tellEnded(ended);
    return written.hasError() ? Result<AuthSession> {written.error()} : *std::move(result);
}

// An Error returned from here leaves the transaction standing, so that the end of a reused family is stored.
Result<AuthSession> Sessions::exchange(WriteTx &tx, const std::string &token, const std::string &device, std::string &ended)
{
    const auto now = m_clock.now();
    const auto old = SessionRepository::token(tx, sha256Hex(token));
    const auto session = old ? SessionRepository::byId(tx, old->session) : std::nullopt;
    if (!session)
        return over();
    const auto successor = old->replacedAt ? SessionRepository::token(tx, old->replacedBy) : std::nullopt;
    const auto fresh = randomToken();
    switch (judgeRefresh(*session, *old, successor && !successor->replacedAt, device, now, m_config.grace)) {
    case RefreshVerdict::Over:
        return over();
    case RefreshVerdict::Reused:
        SessionRepository::revoke(tx, session->id, now);
        ended = session->id;
        m_log.warning("auth.refresh_reused", {{"user_id", session->user.value}, {"session", session->id}});
        return over();
    case RefreshVerdict::Rotate:
        SessionRepository::rotate(tx, old->hash, sha256Hex(fresh), now, now + m_config.lifetime);
        break;
    case RefreshVerdict::Again:
        SessionRepository::addToken(tx, session->id, sha256Hex(fresh), now);
        break;
    }
    auto in = answer(tx, session->user, session->id, fresh);
    if (in.hasError())
        tx.fail(in.error());
    return in;
}

Result<void> Sessions::end(const std::string &token)
{
    std::string ended;
    const auto written = m_store.write([&](WriteTx &tx) {
        const auto known = SessionRepository::token(tx, sha256Hex(token));
        if (known && SessionRepository::revoke(tx, known->session, m_clock.now()))
            ended = known->session;
    });
    if (!ended.empty() && written.hasValue())
        tellEnded(ended);
    return written;
}

void Sessions::endAll(WriteTx &tx, const UserId &user, Timestamp now) { SessionRepository::revokeAll(tx, user, now); }

void Sessions::tellEnded(const std::string &session) const
{
    if (m_ended)
        m_ended(session);
}

} // namespace foredeck
