#include "ui/words/timewords.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct TimeWords {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

constexpr QChar noBreak(0x00A0);

QString counted(qint64 number, const QString &unit)
{
    return QString::number(number) + noBreak + unit;
}

} // namespace

QDateTime localTime(Timestamp at, const TimeContext &context)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), context.zone);
}

std::optional<Timestamp> momentOf(QDate day, std::optional<int> minute, const TimeContext &context)
{
    if (!minute)
        return std::nullopt;
    const auto at = QtZones {}.fromLocal(day.year(), day.month(), day.day(), *minute, context.zone.id().toStdString());
    return at.hasValue() ? std::optional(at.value()) : std::nullopt;
}

QString clockWord(Timestamp at, const TimeContext &context)
{
    return localTime(at, context).time().toString(QStringLiteral("HH:mm"));
}

QString clockSecondsWord(Timestamp at, const TimeContext &context)
{
    return localTime(at, context).time().toString(QStringLiteral("HH:mm:ss"));
}

QString momentWord(Timestamp at, const TimeContext &context)
{
    const QDateTime then = localTime(at, context);
    const QDate today = localTime(context.now, context).date();
    const qint64 days = then.date().daysTo(today);
    if (days == 0)
        return clockWord(at, context);
    if (days > 0 && days < 7)
        return context.locale.toString(then.date(), QStringLiteral("ddd")) + noBreak + clockWord(at, context);
    const QString form = then.date().year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return context.locale.toString(then.date(), form);
}

QString comingWord(Timestamp at, const TimeContext &context)
{
    const QDateTime then = localTime(at, context);
    const QDate today = localTime(context.now, context).date();
    const qint64 days = today.daysTo(then.date());
    if (days == 0)
        return clockWord(at, context);
    const QString form = days > 0 && days < 7 ? QStringLiteral("ddd") : (then.date().year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
    return context.locale.toString(then.date(), form) + noBreak + clockWord(at, context);
}

QString absoluteWord(Timestamp at, const TimeContext &context)
{
    const QDateTime then = localTime(at, context);
    return context.locale.toString(then.date(), QLocale::LongFormat) + QStringLiteral(", ") + then.time().toString(QStringLiteral("HH:mm:ss"))
        + QStringLiteral(" (") + QString::fromLatin1(context.zone.id()) + QLatin1Char(')');
}

QString zoneWord(const TimeContext &context, const std::string &other)
{
    const QTimeZone zone(QByteArray::fromStdString(other));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(context.now), Qt::UTC);
    if (!zone.isValid() || zone.offsetFromUtc(now) == context.zone.offsetFromUtc(now))
        return {};
    return TimeWords::tr("In the time zone %1.").arg(QString::fromLatin1(context.zone.id()));
}

QString dayWord(QDate day, const TimeContext &context)
{
    const QDate today = localTime(context.now, context).date();
    const QString form = day.year() == today.year()
        ? TimeWords::tr("dddd d MMMM", "a day in full, as QLocale::toString() reads it")
        : TimeWords::tr("dddd d MMMM yyyy", "a day in full, as QLocale::toString() reads it");
    const QString name = context.locale.toString(day, form);
    if (day == today)
        return TimeWords::tr("Today, %1").arg(name);
    if (day == today.addDays(-1))
        return TimeWords::tr("Yesterday, %1").arg(name);
    return name;
}

QString durationWord(std::chrono::milliseconds duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count() / 1000);
    const QString s = TimeWords::tr("s", "unit: seconds");
    const QString min = TimeWords::tr("min", "unit: minutes");
    const QString h = TimeWords::tr("h", "unit: hours");
    if (seconds < 60)
        return counted(seconds, s);
    const qint64 minutes = seconds / 60;
    if (minutes < 2 && seconds % 60 != 0)
        return counted(minutes, min) + QLatin1Char(' ') + counted(seconds % 60, s);
    if (minutes < 60)
        return counted(minutes, min);
    const qint64 hours = minutes / 60;
    if (hours < 48)
        return minutes % 60 == 0 ? counted(hours, h) : counted(hours, h) + QLatin1Char(' ') + counted(minutes % 60, min);
    return TimeWords::tr("%n day(s)", "", int(hours / 24));
}

QString countWord(qint64 count)
{
    return QLocale().toString(count);
}

QString percentWord(double share)
{
    return QString::number(qRound(share * 100)) + noBreak + QLatin1Char('%');
}

} // namespace foredeck::ui
