#pragma once

#include "models/core/time.h"
#include "models/domain/escalationstats.h"
#include "server/storage/store.h"

namespace foredeck {

/// How far back the figures of a team go.
inline constexpr std::chrono::hours figuresPeriod {24 * 30};

/// The figures of a client's escalations: those of the last 30 days and those that are still open. Today is the day on the
/// clock of the client's first location, else UTC.
EscalationStats figuresOf(Tx &tx, const ClientId &client, Timestamp now, const TimeZones &zones);

} // namespace foredeck
