#include "server/storage/sessionrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

SessionRecord sessionOf(const Row &row)
{
    return {rows::textAt(row, 0), UserId {row.text(1)}, rows::textAt(row, 2), rows::timeAt(row, 3), rows::timeAt(row, 4),
        rows::timeAt(row, 5), rows::optionalTimeAt(row, 6)};
}

void insertToken(WriteTx &tx, std::string_view hash, std::string_view session, Timestamp at)
{
    tx.run(sql::refresh_token_insert, {{"hash", hash}, {"session_id", session}, {"issued_at", rows::time(at)}});
}

} // namespace

std::optional<SessionRecord> SessionRepository::byId(Tx &tx, std::string_view id)
{
    return rows::first(tx, sql::session_by_id, {{"id", id}}, [](const Row &row) { return std::optional {sessionOf(row)}; });
}

std::optional<RefreshToken> SessionRepository::token(Tx &tx, std::string_view hash)
{
    return rows::first(tx, sql::refresh_token_by_hash, {{"hash", hash}}, [](const Row &row) {
        return std::optional {RefreshToken {rows::textAt(row, 0), rows::textAt(row, 1), rows::timeAt(row, 2),
            rows::optionalTimeAt(row, 3), rows::textAt(row, 4)}};
    });
}

std::vector<SessionRecord> SessionRepository::ofUser(Tx &tx, const UserId &user)
{
    std::vector<SessionRecord> sessions;
    tx.run(sql::session_of_user, {{"user_id", user.value}}, [&](const Row &row) {
        sessions.push_back(sessionOf(row));
        return true;
    });
    return sessions;
}

void SessionRepository::insert(WriteTx &tx, const SessionRecord &session, std::string_view tokenHash)
{
    tx.run(sql::session_insert,
        {{"id", session.id}, {"user_id", session.user.value}, {"device", session.device},
            {"created_at", rows::time(session.createdAt)}, {"used_at", rows::time(session.usedAt)},
            {"expires_at", rows::time(session.expiresAt)}, {"revoked_at", rows::time(session.revokedAt)}});
    insertToken(tx, tokenHash, session.id, session.createdAt);
}

void SessionRepository::addToken(WriteTx &tx, std::string_view session, std::string_view hash, Timestamp at)
{
    insertToken(tx, hash, session, at);
}

bool SessionRepository::knowsDevice(Tx &tx, const UserId &user, std::string_view device)
{
    bool known = false;
    tx.run(sql::session_knows_device, {{"user_id", user.value}, {"device", device}}, [&](const Row &) {
        known = true;
        return false;
    });
    return known;
}

void SessionRepository::rotate(WriteTx &tx, std::string_view oldHash, std::string_view newHash, Timestamp at, Timestamp expiresAt)
{
    std::string session;
    tx.run(sql::refresh_token_replace, {{"hash", oldHash}, {"at", rows::time(at)}, {"replaced_by", newHash}}, [&](const Row &row) {
        session = rows::textAt(row, 0);
        return true;
    });
    if (session.empty())
        return tx.fail(Error::of(Error::Kind::Conflict, "refresh token: has been replaced before"));
    insertToken(tx, newHash, session, at);
    tx.run(sql::session_use, {{"id", session}, {"used_at", rows::time(at)}, {"expires_at", rows::time(expiresAt)}});
}

bool SessionRepository::revoke(WriteTx &tx, std::string_view id, Timestamp at)
{
    return tx.run(sql::session_revoke, {{"id", id}, {"at", rows::time(at)}}) == 1;
}

void SessionRepository::revokeAll(WriteTx &tx, const UserId &user, Timestamp at)
{
    tx.run(sql::session_revoke_all, {{"user_id", user.value}, {"at", rows::time(at)}});
}

std::int64_t SessionRepository::removeExpired(WriteTx &tx, Timestamp before, int limit)
{
    std::vector<std::string> expired;
    tx.run(sql::session_expired, {{"before", rows::time(before)}, {"limit", limit}}, [&](const Row &row) {
        expired.push_back(rows::textAt(row, 0));
        return true;
    });
    for (const auto &id : expired) {
        tx.run(sql::refresh_token_remove, {{"session_id", id}});
        tx.run(sql::session_remove, {{"id", id}});
    }
    return static_cast<std::int64_t>(expired.size());
}

} // namespace foredeck
