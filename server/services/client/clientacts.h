#pragma once

#include "models/domain/client.h"
#include "models/domain/hours.h"
#include "models/domain/settings.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What may be changed of a client; nothing: stays as it is.
struct ClientPatch {
    std::optional<std::string> name;
    std::optional<bool> safeMode;
    std::optional<std::vector<Notice>> notices;
    std::optional<std::string> language;
    std::optional<std::string> region;
};

/// Effects of Ops on op.client. Each tells the client's stream, and safe mode and the assistant's switch leave an audit row.
Result<Client> patchClient(OpContext &op, const ClientPatch &patch, std::int64_t ifMatch);
/// Pauses or starts the assistant at once; started, it answers what nobody has looked at since (conversation/pause.h). Setting
/// what is set already changes nothing. With `until` it goes on by itself
/// then. Whoever works for the client may pause it for at most longestPause, and end such a pause; only managers (Forbidden
/// else) pause it without an end or end that.
Result<Client> setAssistant(OpContext &op, bool on, std::optional<Timestamp> until = {});
/// Its pause is over, if it is: for the job of that moment.
Result<void> resumeInTime(ActContext &act);

struct NewNotice {
    std::string text;
    std::optional<Timestamp> from; ///< nothing: now
    std::optional<Timestamp> until;
};
/// The act's id becomes the notice's. Those that are over go with the next one that is given. Unprocessable above mostNotices.
Result<Client> addNotice(OpContext &op, const NewNotice &request);
/// One that is not there any more has ended: nothing changes.
Result<Client> endNotice(OpContext &op, const NoticeId &id);
Result<ClientSettings> putSettings(OpContext &op, ClientSettings settings, std::int64_t ifMatch);
Result<Location> putHours(OpContext &op, const LocationId &id, OpeningHours hours, std::int64_t ifMatch, const TimeZones &zones);

/// Bounds of settings and hours, so that what is stored can be worked with. Also for init.
Result<void> checkSettings(const ClientSettings &settings);
Result<void> checkHours(const OpeningHours &hours, const TimeZones &zones);
Result<void> checkLanguage(const std::string &language);
Result<void> checkRegion(const std::string &region);

} // namespace foredeck
