#include "models/items/qtzones.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>
#include <string>

namespace foredeck {

namespace {

constexpr qint64 msPerDay = 24 * 3600 * 1000;

QTimeZone named(std::string_view zone) { return QTimeZone(QByteArray(zone.data(), qsizetype(zone.size()))); }

Error unknown(std::string_view zone) { return Error::of(Error::Kind::Invalid, "no such time zone: " + std::string {zone}); }

qint64 offsetMs(const QTimeZone &zone, qint64 utcMs) { return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC)) * qint64 {1000}; }

} // namespace

QTimeZone desktopZone()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

bool QtZones::isKnown(std::string_view zone) const
{
    // Qt also takes the rules of a TZ variable for a zone, such as any bare word.
    return (zone.find('/') != std::string_view::npos || zone == "UTC") && named(zone).isValid();
}

Result<LocalTime> QtZones::toLocal(Timestamp t, std::string_view zone) const
{
    if (!isKnown(zone))
        return unknown(zone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(t), named(zone));
    const QDate date = local.date();
    return LocalTime {date.year(), date.month(), date.day(), date.dayOfWeek() - 1, local.time().hour() * 60 + local.time().minute()};
}

Result<Timestamp> QtZones::fromLocal(int year, int month, int day, int minuteOfDay, std::string_view zone) const
{
    if (!isKnown(zone))
        return unknown(zone);
    const QDate date(year, month, day);
    if (!date.isValid() || minuteOfDay < 0 || minuteOfDay >= 24 * 60)
        return Error::of(Error::Kind::Invalid, "no such day or minute");
    const QTimeZone there = named(zone);
    const qint64 wall = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + minuteOfDay * qint64 {60'000};
    std::optional<qint64> first;
    for (const qint64 around : {wall - msPerDay, wall + msPerDay}) {
        const qint64 at = wall - offsetMs(there, around);
        if (at + offsetMs(there, at) == wall && (!first || at < *first))
            first = at;
    }
    if (first)
        return fromMs(*first);
    // No clock shows it: the moment the gap ends.
    const auto gap = there.nextTransition(QDateTime::fromMSecsSinceEpoch(wall - msPerDay, Qt::UTC));
    return fromMs(gap.atUtc.isValid() ? gap.atUtc.toMSecsSinceEpoch() : wall - offsetMs(there, wall));
}

} // namespace foredeck
