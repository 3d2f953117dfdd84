#pragma once

#include "models/core/time.h"

#include <QTimeZone>

namespace foredeck {

/// The desktop's zone; UTC where it names one that is none (TZ with a slip of the pen).
QTimeZone desktopZone();

/// The console's time zones: Qt's, which are the computer's.
class QtZones final : public TimeZones {
public:
    bool isKnown(std::string_view zone) const override;
    Result<LocalTime> toLocal(Timestamp t, std::string_view zone) const override;
    Result<Timestamp> fromLocal(int year, int month, int day, int minuteOfDay, std::string_view zone) const override;
};

} // namespace foredeck
