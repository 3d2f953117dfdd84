#pragma once

#include "server/services/escalation/ladder.h"
#include "server/services/live/liveconsoles.h"
#include "server/storage/store.h"

namespace foredeck {

/// What planLadder() rests on, as the rows say now. Nothing: there is no such escalation.
std::optional<LadderInput> ladderInput(Tx &tx, const ClientId &client, const EscalationId &id, Timestamp now, const TimeZones &zones, const LiveConsoles &consoles);

/// The words of a text to the owner, in the client's language, in one SMS where the language has plain letters. Of the
/// customer only a name that looks like one, cut to "Ana R.", and why: nothing they wrote.
std::string ownerText(Tx &tx, const Escalation &escalation);

} // namespace foredeck
