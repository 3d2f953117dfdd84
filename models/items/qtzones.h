#pragma once

#include "models/core/time.h"

namespace foredeck {

/// The console's time zones: Qt's, which are the computer's.
class QtZones final : public TimeZones {
public:
    bool isKnown(std::string_view zone) const override;
    Result<LocalTime> toLocal(Timestamp t, std::string_view zone) const override;
    Result<Timestamp> fromLocal(int year, int month, int day, int minuteOfDay, std::string_view zone) const override;
};

} // namespace foredeck
