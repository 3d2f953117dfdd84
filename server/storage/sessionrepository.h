#pragma once

#include "models/domain/user.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// One sign-in on one device: the family of the refresh tokens that follow one another.
struct SessionRecord {
    std::string id; ///< of the family
    UserId user;
    std::string device;
    Timestamp createdAt;
    Timestamp usedAt; ///< of the last rotation
    Timestamp expiresAt;
    std::optional<Timestamp> revokedAt;
    friend bool operator==(const SessionRecord &, const SessionRecord &) = default;
};

/// One refresh token by the hash of it; the token itself is stored nowhere.
struct RefreshToken {
    std::string hash;
    std::string session;
    Timestamp issuedAt;
    std::optional<Timestamp> replacedAt; ///< nothing: the family's newest
    std::string replacedBy; ///< hash of the successor
    friend bool operator==(const RefreshToken &, const RefreshToken &) = default;
};

/// Sessions with all of their tokens, old ones too: only so is the reuse of an old one seen (contract 1).
struct SessionRepository {
    static std::optional<SessionRecord> byId(Tx &tx, std::string_view id);
    static std::optional<RefreshToken> token(Tx &tx, std::string_view hash);
    /// Not revoked, newest use first.
    static std::vector<SessionRecord> ofUser(Tx &tx, const UserId &user);
    /// A new family with its first token.
    static void insert(WriteTx &tx, const SessionRecord &session, std::string_view tokenHash);
    /// One more newest token of the family, beside the others: the answer with the one before it was lost.
    static void addToken(WriteTx &tx, std::string_view session, std::string_view hash, Timestamp at);
    /// Whether the user has signed in on this device before, also in sessions that have ended.
    static bool knowsDevice(Tx &tx, const UserId &user, std::string_view device);
    /// Every newest token of the old one's family gets this successor (replacedAt = at); usedAt = at and expiresAt of the
    /// family move on.
    static void rotate(WriteTx &tx, std::string_view oldHash, std::string_view newHash, Timestamp at, Timestamp expiresAt);
    /// False when it was revoked before, or is not there.
    static bool revoke(WriteTx &tx, std::string_view id, Timestamp at);
    static void revokeAll(WriteTx &tx, const UserId &user, Timestamp at);
    /// Families that ended before `before`, with their tokens; at most `limit`. The number of families.
    static std::int64_t removeExpired(WriteTx &tx, Timestamp before, int limit);
};

} // namespace foredeck
