#pragma once

#include "models/domain/channel.h"
#include "server/services/op/ops.h"
#include "server/services/secret/secretbox.h"

#include <optional>
#include <string>

namespace foredeck {

class ChannelTester;

/// Keys of a channel as they come in; nothing: the old one stays, empty: it is removed. They are sealed before they reach
/// the store, and no answer, event or log ever holds them.
struct ChannelSecrets {
    std::optional<std::string> secret;
    std::optional<std::string> token;
    std::optional<std::string> verifyToken;
};

/// What asking the vendor told.
struct ChannelCheck {
    Open<ChannelHealth> health;
    std::string detail; ///< a sentence
    std::optional<Timestamp> expiresAt;
    bool isTried = true; ///< false: the keys are there, and nobody was asked whether they are right
};

/// Effects of Ops on op.client. The kind of a channel never changes; health is `not_configured` until a test said more. Whether
/// a new base_url may be asked at all is the tester's word.
Result<Channel> putChannel(OpContext &op, const ChannelId &id, Channel channel, const ChannelSecrets &secrets, std::int64_t ifMatch,
    const SecretBox &box, const ChannelTester &tester);
/// Stores what a check of the channel told, as it was when the vendor was asked. Error: Conflict when it has changed since.
Result<Channel> recordCheck(ActContext &act, const Channel &asked, const ChannelCheck &check);
/// What a sending told of the channel's key or address: refused (`refusal`, a sentence), the channel fails until one goes through again;
/// taken (empty), it does not fail any more. Nothing is written where that is known.
void recordSending(ActContext &act, const ChannelId &id, const std::string &refusal);

/// Writes what is given and sets hasSecret and hasToken. Also for init and the command line.
Result<void> storeSecrets(WriteTx &tx, Channel &channel, const ChannelSecrets &secrets, const SecretBox &box);
/// Its keys can never be opened again: it stands without any, and says so.
Result<Channel> dropSecrets(ActContext &act, Channel channel, const SecretBox &box);
/// The default address of the vendor's API, empty for channels that have none.
std::string defaultBaseUrl(ChannelKind kind);
Result<void> checkChannel(const Channel &channel);
/// Whether everything is there that the kind needs.
bool configured(const Channel &channel);
/// Health after a change of its keys: not_configured while something is missing, else what it was, or ok and not tested.
void settleHealth(Channel &channel);

} // namespace foredeck
