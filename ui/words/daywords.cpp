#include "ui/words/daywords.h"

#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/rowwords.h"
#include "ui/words/taskwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace foredeck::ui {

namespace {

struct DayWords {
    Q_DECLARE_TR_FUNCTIONS(DayWords)
};

QString dayPlain(const std::string &text) { return harmless(fromUtf8(text)).trimmed(); }

QString ownerName(const std::string &name) { return name.empty() ? DayWords::tr("nobody yet") : dayPlain(name); }

void addWants(QStringList &what, const std::string &wants)
{
    if (const QString words = dayPlain(wants); !words.isEmpty())
        what << DayWords::tr("Wants: %1").arg(words);
}

DayLine dayLineOf(const DueTask &due, const TimeContext &time)
{
    const TaskView view = taskView(due.row, time, {});
    DayLine line;
    line.when = momentWord(due.row.task.due, time);
    line.name = harmless(personWord(fromUtf8(due.leadName), due.lead));
    line.phone = dayPlain(!due.leadPhone.empty() ? due.leadPhone : due.leadEmail);
    line.what << view.kind.word;
    if (view.title != view.kind.word)
        line.what << view.title;
    addWants(line.what, due.wants);
    if (!view.pending.isEmpty())
        line.what << view.pending;
    line.owner = ownerName(due.row.task.owner.name);
    return line;
}

DayLine dayLineOf(const LeadRow &row)
{
    DayLine line;
    line.name = harmless(personWord(fromUtf8(row.lead.name), row.lead.id));
    if (!row.lead.phones.empty())
        line.phone = dayPlain(shown(row.lead.phones.front()));
    else if (!row.lead.emails.empty())
        line.phone = dayPlain(row.lead.emails.front());
    if (const QString words = dayPlain(row.lead.qualification.timeline); !words.isEmpty())
        line.what << DayWords::tr("When, in the customer's words: %1").arg(words);
    addWants(line.what, !row.wants.empty() ? row.wants : row.lead.qualification.serviceInterest);
    if (line.what.isEmpty())
        line.what << DayWords::tr("Nothing more is known.");
    line.owner = row.owner.kind == OwnerKind::Assistant ? DayWords::tr("the assistant") : ownerName(row.owner.name);
    return line;
}

TimeContext timeIn(const std::string &zone, const TimeContext &time)
{
    TimeContext there = time;
    if (const QTimeZone known(QByteArray::fromStdString(zone)); known.isValid())
        there.zone = known;
    return there;
}

QString spokenLine(const DayLine &line)
{
    QStringList parts {line.when, line.name, line.phone, line.what.join(QStringLiteral("; ")), line.owner};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

int DayText::lines() const
{
    std::size_t count = 0;
    for (const DaySection &section : sections)
        count += section.tasks.size() + section.booked.size();
    return static_cast<int>(count);
}

QString DayText::spoken() const
{
    QStringList all;
    for (const DaySection &section : sections) {
        all << section.business << section.day;
        for (const DayLine &line : section.tasks)
            all << spokenLine(line);
        if (!section.booked.empty())
            all << bookedTitle();
        for (const DayLine &line : section.booked)
            all << spokenLine(line);
        if (!section.more.isEmpty())
            all << section.more;
    }
    return all.join(QLatin1Char('\n'));
}

QStringList dayColumns() { return {DayWords::tr("Time"), DayWords::tr("Customer"), DayWords::tr("What for"), DayWords::tr("Who")}; }

QString bookedTitle() { return DayWords::tr("An appointment is booked; no time of it is recorded"); }

QString pageWord(int page, int pages) { return DayWords::tr("Page %1 of %2").arg(page).arg(pages); }

DayText dayText(const DaySheet &sheet, const std::optional<Timestamp> &asOf, const TimeContext &time)
{
    DayText text;
    text.title = DayWords::tr("Appointments and call-backs");
    const QString at = time.locale.toString(localTime(asOf.value_or(sheet.at), time), QLocale::ShortFormat);
    text.asOf = asOf ? DayWords::tr("Offline: as of %1. What came later is not on it.").arg(at) : DayWords::tr("As of %1").arg(at);
    for (const DayBusiness &business : sheet.businesses) {
        TimeContext there = timeIn(business.zone, time);
        there.now = sheet.at;
        DaySection section;
        section.business = dayPlain(business.name);
        section.day = DayWords::tr("%1 · times in %2", "a day, and a time zone").arg(dayWord(localTime(sheet.at, there).date(), there), fromUtf8(business.zone));
        for (const DueTask &due : business.tasks)
            section.tasks.push_back(dayLineOf(due, there));
        for (const LeadRow &row : business.booked)
            section.booked.push_back(dayLineOf(row));
        if (const std::int64_t more = business.bookedFound - std::int64_t(business.booked.size()); more > 0)
            section.more = DayWords::tr("and %n more", "leads with an appointment", static_cast<int>(more));
        text.sections.push_back(std::move(section));
    }
    return text;
}

} // namespace foredeck::ui
