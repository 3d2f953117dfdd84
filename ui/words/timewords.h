#pragma once

#include "models/core/clock.h"
#include "models/items/qtzones.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <string>

namespace foredeck::ui {

/// What turns moments into words: handed in, so that pictures and tests own the time. `now` is server time.
struct TimeContext {
    Timestamp now;
    QTimeZone zone = desktopZone();
    QLocale locale;
};

QDateTime localTime(Timestamp at, const TimeContext &context);
/// What stands in a day's and a time's field, in the context's zone; a time that the clock leaves out is the moment after it.
/// Nothing where no time is told.
std::optional<Timestamp> momentOf(QDate day, std::optional<int> minute, const TimeContext &context);
/// "14:02" today, "Tue 09:20" within six days, "12 Oct" this year, "12 Oct 2024" before.
QString momentWord(Timestamp at, const TimeContext &context);
/// Of what is to come: "14:02" today, "Tue 09:20" within six days, "12 Oct 09:20" later.
QString comingWord(Timestamp at, const TimeContext &context);
/// "14:02".
QString clockWord(Timestamp at, const TimeContext &context);
/// "14:02:11".
QString clockSecondsWord(Timestamp at, const TimeContext &context);
/// For tooltips: the whole date, the time and the zone's name.
QString absoluteWord(Timestamp at, const TimeContext &context);
/// "In the time zone America/New_York."; empty where the clock of the zone that is called `other` shows the same time now, or
/// where there is none.
QString zoneWord(const TimeContext &context, const std::string &other);
/// "Today, Friday 20 November".
QString dayWord(QDate day, const TimeContext &context);
/// "40 s", "4 min", "1 min 20 s" below two minutes, "2 h 5 min", "3 days". No-break space before the unit.
QString durationWord(std::chrono::milliseconds duration);
/// "1,362".
QString countWord(qint64 count);
/// "92 %" with a no-break space.
QString percentWord(double share);

} // namespace foredeck::ui
