#include "ui/words/patchwords.h"

#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foredeck::ui {

namespace {

struct PatchWords {
    Q_DECLARE_TR_FUNCTIONS(PatchWords)
};

/// "emergency_words[no heating]" → "emergency_words" and "no heating".
struct Place {
    QString field;
    QString element;
    bool isDay() const { return field == QStringLiteral("week") || field == QStringLiteral("alerts.quiet_week"); }
    bool isPerson() const { return field == QStringLiteral("alerts.on_call"); }
    bool isTemplate() const { return field == QStringLiteral("templates"); }
    bool isWord() const { return !element.isEmpty() && !isDay() && !isPerson() && !isTemplate(); }
};

Place placeOf(const std::string &path)
{
    const QString whole = fromUtf8(path);
    const qsizetype bracket = whole.indexOf(QLatin1Char('['));
    return bracket < 0 ? Place {whole, {}} : Place {whole.left(bracket), whole.mid(bracket + 1, whole.size() - bracket - 2)};
}

QString quotedValue(const QString &words) { return PatchWords::tr("“%1”").arg(isolated(harmless(words))); }

QString nameOf(const Place &place)
{
    const QString field = fieldWord(place.field);
    if (place.isDay())
        return PatchWords::tr("%1 (%2)", "a field, and the day that is meant").arg(field, QLocale().standaloneDayName(place.element.toInt() + 1));
    if (place.isTemplate())
        return PatchWords::tr("%1 (%2)", "a field, and the template that is meant").arg(field, harmless(place.element));
    return field;
}

QString timesOf(const std::vector<OpenWindow> &windows)
{
    constexpr int midnight = 24 * 60; // at which a day ends; what goes on behind it is the next day's time
    const auto clock = [](int minute) { return QStringLiteral("%1:%2").arg(minute == midnight ? 24 : minute / 60 % 24, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0')); };
    QStringList times;
    for (const OpenWindow &window : windows)
        times << PatchWords::tr("%1–%2", "from a time to a time").arg(clock(window.start), clock(window.end));
    return times.isEmpty() ? PatchWords::tr("no times") : times.join(QStringLiteral(", "));
}

QString valueOf(const std::string &path, const std::string &json)
{
    const FieldValue value = fieldValue(path, json);
    switch (value.kind) {
    case FieldValue::Kind::Text:
        return quotedValue(fromUtf8(value.text));
    case FieldValue::Kind::Number:
        return QLocale().toString(qlonglong(value.number));
    case FieldValue::Kind::Flag:
        return value.flag ? PatchWords::tr("yes") : PatchWords::tr("no");
    case FieldValue::Kind::Times:
        return timesOf(value.times);
    case FieldValue::Kind::Other:
        return PatchWords::tr("something else");
    case FieldValue::Kind::Nothing:
        break;
    }
    return PatchWords::tr("nothing");
}

QString lineOf(const FieldChange &change)
{
    const Place place = placeOf(change.path);
    if (place.isWord())
        return (change.after.empty() ? PatchWords::tr("%1: without %2") : PatchWords::tr("%1: with %2")).arg(nameOf(place), quotedValue(place.element));
    if (place.isPerson())
        return (change.after.empty()    ? PatchWords::tr("%1: one person less")
                : change.before.empty() ? PatchWords::tr("%1: one person more")
                                        : PatchWords::tr("%1: other times for one person"))
            .arg(nameOf(place));
    return PatchWords::tr("%1: %2", "a field, and what it is to be").arg(nameOf(place), valueOf(change.path, change.after));
}

QString lineOf(const FieldClash &clash)
{
    const Place place = placeOf(clash.path);
    return PatchWords::tr("%1: %2; somebody else has changed it meanwhile: %3", "a field, and what it is to be")
        .arg(nameOf(place), valueOf(clash.path, clash.mine), valueOf(clash.path, clash.theirs));
}

} // namespace

QStringList clashLines(const Op &op)
{
    QStringList lines;
    for (const FieldClash &clash : clashesTold(op))
        lines << lineOf(clash);
    return lines;
}

QStringList patchLines(const Op &op)
{
    const std::vector<FieldClash> clashes = clashesTold(op);
    QStringList lines;
    for (const FieldChange &change : patchOf(op)) {
        const auto clash = std::find_if(clashes.begin(), clashes.end(), [&](const FieldClash &one) { return one.path == change.path; });
        if (clash != clashes.end())
            lines << lineOf(*clash);
        else if (change.changes())
            lines << lineOf(change);
    }
    return lines;
}

} // namespace foredeck::ui
