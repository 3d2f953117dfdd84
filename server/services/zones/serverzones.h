#pragma once

#include "models/core/time.h"

namespace foredeck {

/// IANA zones for the server by Howard Hinnant's date library over the system's tzdata (g++ 12 has none of its own).
/// Safe from any thread.
class ServerZones final : public TimeZones {
public:
    bool isKnown(std::string_view zone) const override;
    Result<LocalTime> toLocal(Timestamp t, std::string_view zone) const override;
    Result<Timestamp> fromLocal(int year, int month, int day, int minuteOfDay, std::string_view zone) const override;
};

} // namespace foredeck
