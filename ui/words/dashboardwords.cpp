#include "ui/words/dashboardwords.h"

#include "ui/widgets/painting.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <vector>

namespace foredeck::ui {

namespace {

struct DashboardWords {
    Q_DECLARE_TR_FUNCTIONS(DashboardWords)
};

const QString noFigure = QStringLiteral("–");
constexpr unsigned daysWithNames = 14; ///< more of them have no room for the weekday

QString shareWord(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? DashboardWords::tr("%1 of leads").arg(percentWord(double(part) / double(whole))) : QString();
}

/// `spoken`: value and label as one clause.
FigureWords words(Figure figure, const QString &glyph, Color color, const QString &value, const QString &label, const QString &spoken, const QString &aside, const QString &tip = {})
{
    FigureWords one {figure, glyph, color, value, label, aside, tip, {}};
    one.accessible = value == noFigure ? DashboardWords::tr("%1: not known", "a figure").arg(label) : spoken;
    if (!aside.isEmpty())
        one.accessible += QStringLiteral(", ") + aside;
    return one;
}

QDate dateOf(const LeadsOfDay &day) { return QDate::fromString(QString::fromStdString(day.date), Qt::ISODate); }

QString degreeWord(Temperature temperature, std::int64_t count)
{
    const int n = int(count);
    switch (temperature) {
    case Temperature::Hot:
        return DashboardWords::tr("%1 hot", "leads", n).arg(countWord(count));
    case Temperature::Warm:
        return DashboardWords::tr("%1 warm", "leads", n).arg(countWord(count));
    case Temperature::Cold:
        return DashboardWords::tr("%1 cold", "leads", n).arg(countWord(count));
    default:
        return DashboardWords::tr("%1 without score", "leads", n).arg(countWord(count));
    }
}

/// "6 hot, 11 warm, 6 cold, 4 without score"; what there is none of is left out.
QString temperatures(const LeadCounts &leads)
{
    QStringList parts;
    for (const auto &[temperature, count] : {std::pair {Temperature::Hot, leads.hot}, {Temperature::Warm, leads.warm}, {Temperature::Cold, leads.cold}, {Temperature::Unscored, leads.unscored}}) {
        if (count > 0)
            parts << degreeWord(temperature, count);
    }
    return parts.join(QStringLiteral(", "));
}

QString spokenOf(const QString &what, const LeadCounts &leads)
{
    const QString split = temperatures(leads);
    const QString count = DashboardWords::tr("%n lead(s)", "", int(leads.total));
    return split.isEmpty() ? DashboardWords::tr("%1: %2", "a day or a channel and how many leads").arg(what, count)
                           : DashboardWords::tr("%1: %2, %3", "a day or a channel, how many leads, of which kinds").arg(what, count, split);
}

QStringList cellsOf(const QString &what, const LeadCounts &leads)
{
    return {what, countWord(leads.total), countWord(leads.hot), countWord(leads.warm), countWord(leads.cold), countWord(leads.unscored)};
}

QStringList columnsOf(const QString &what)
{
    return {what, DashboardWords::tr("Leads"), temperatureSign(Temperature::Hot).word, temperatureSign(Temperature::Warm).word, temperatureSign(Temperature::Cold).word,
        DashboardWords::tr("No score")};
}

QString dayTitle(const LeadFigures &leads, const TimeContext &time)
{
    if (leads.leads.total == 0)
        return DashboardWords::tr("Nobody came in these days");
    if (leads.days.size() == 1)
        return DashboardWords::tr("%n lead(s) today", "", int(leads.leads.total));
    const auto most = std::max_element(leads.days.begin(), leads.days.end(), [](const LeadsOfDay &a, const LeadsOfDay &b) { return a.leads.total < b.leads.total; });
    const QString form = leads.days.size() > 7 ? DashboardWords::tr("ddd d MMM", "a day in short, as QLocale::toString() reads it") : QStringLiteral("dddd");
    std::vector<QString> days; // that brought as many
    for (const LeadsOfDay &day : leads.days) {
        if (day.leads.total == most->leads.total)
            days.push_back(time.locale.toString(dateOf(day), form));
    }
    const QString count = countWord(most->leads.total);
    if (days.size() > 2)
        return DashboardWords::tr("%n day(s) brought most leads: %1 each", "", int(days.size())).arg(count);
    return days.size() == 2 ? DashboardWords::tr("%1 and %2 brought most leads: %3 each", "two days").arg(days[0], days[1], count)
                            : DashboardWords::tr("%1 brought most leads: %2").arg(days[0], count);
}

QString durationOf(const std::optional<std::int64_t> &ms) { return ms ? durationWord(std::chrono::milliseconds {*ms}) : noFigure; }

AnswerLine answerLine(const QString &who, const std::optional<DashboardStats> &stats, const AnswerTimes &times, const DashboardPicture &picture)
{
    AnswerLine line;
    line.who = who;
    if (!stats)
        line.words = noFigure;
    else if (times.count == 0)
        line.words = DashboardWords::tr("no first answer in 30 days");
    else
        line.words = DashboardWords::tr("median %1, 95 % within %2, %n time(s)", "", int(times.count)).arg(durationOf(times.medianMs), durationOf(times.p95Ms));
    for (const FirstAnswer &slow : times.slowest) {
        const auto name = picture.people.find(slow.conversation);
        const QString person = name == picture.people.end() ? DashboardWords::tr("a conversation that is not kept here") : personWord(fromUtf8(name->second));
        line.conversations.emplace_back(slow.conversation, durationOf(slow.ms) + QStringLiteral(" · ") + harmless(person));
    }
    if (!line.conversations.empty())
        line.slowest = DashboardWords::tr("Slowest first answers: %1").arg(who);
    return line;
}

} // namespace

TimeContext inZoneOf(const DashboardPicture &picture, TimeContext time)
{
    if (const QTimeZone zone(QByteArray::fromStdString(picture.zone)); zone.isValid())
        time.zone = zone;
    return time;
}

QString daysWord(const LeadFigures &leads, const TimeContext &time)
{
    if (leads.days.empty())
        return {};
    const auto word = [&](const LeadsOfDay &day) { return time.locale.toString(dateOf(day), DashboardWords::tr("d MMM", "a date in short, as QLocale::toString() reads it")); };
    return leads.days.size() == 1 ? word(leads.days.front()) : DashboardWords::tr("%1 – %2", "a range of days").arg(word(leads.days.front()), word(leads.days.back()));
}

std::vector<FigureWords> figureWords(const std::optional<DashboardPicture> &picture, const std::optional<DeskCounts> &desk, const TimeContext &time)
{
    const LeadFigures leads = picture ? picture->leads : LeadFigures {};
    const LeadCounts &counts = leads.leads;
    const auto came = [&](std::int64_t count) { return picture ? countWord(count) : noFigure; };
    const auto now = [&](std::int64_t count) { return desk ? countWord(count) : noFigure; };
    const DeskCounts known = desk.value_or(DeskCounts {});
    const auto degree = [&](Figure figure, Temperature temperature, const QString &label, std::int64_t count) {
        const Sign sign = temperatureSign(temperature);
        return words(figure, sign.glyph, sign.color, came(count), label, degreeWord(temperature, count), shareWord(count, counts.total));
    };
    return {
        words(Figure::Leads, {}, Color::Text, came(counts.total), DashboardWords::tr("leads"),
            DashboardWords::tr("%n lead(s)", "", int(counts.total)), daysWord(leads, time)),
        degree(Figure::Hot, Temperature::Hot, DashboardWords::tr("hot"), counts.hot),
        degree(Figure::Warm, Temperature::Warm, DashboardWords::tr("warm"), counts.warm),
        degree(Figure::Cold, Temperature::Cold, DashboardWords::tr("cold"), counts.cold),
        degree(Figure::Unscored, Temperature::Unscored, DashboardWords::tr("without score"), counts.unscored),
        words(Figure::Qualified, {}, Color::Text, leads.qualificationRate ? percentWord(*leads.qualificationRate) : noFigure, DashboardWords::tr("qualified"),
            DashboardWords::tr("%1 qualified", "a share of the leads").arg(percentWord(leads.qualificationRate.value_or(0))),
            counts.total > 0 ? DashboardWords::tr("%1 of %n lead(s)", "", int(counts.total)).arg(countWord(leads.qualified)) : QString()),
        words(Figure::Booked, {}, Color::Text, came(leads.booked), DashboardWords::tr("marked as booked"),
            DashboardWords::tr("%1 marked as booked", "leads", int(leads.booked)).arg(countWord(leads.booked)), {},
            DashboardWords::tr("By the status of the lead: appointments themselves are not recorded.")),
        words(Figure::Active, {}, Color::Text, now(known.active), DashboardWords::tr("active chats"),
            DashboardWords::tr("%1 active chat(s)", "", int(known.active)).arg(countWord(known.active)), {},
            DashboardWords::tr("Opens all conversations; what has ended stands among them.")),
        words(Figure::Mine, {}, Color::Text, now(known.mine), DashboardWords::tr("of these yours"),
            DashboardWords::tr("%1 of these yours", "chats", int(known.mine)).arg(countWord(known.mine)), {}),
        words(Figure::Unassigned, {}, Color::Text, now(known.unassigned), DashboardWords::tr("with no owner"),
            DashboardWords::tr("%1 with no owner", "chats", int(known.unassigned)).arg(countWord(known.unassigned)), {}),
        words(Figure::Waiting, {}, Color::Text, now(known.waiting), DashboardWords::tr("waiting for a person"),
            DashboardWords::tr("%1 waiting for a person", "chats", int(known.waiting)).arg(countWord(known.waiting)), {}),
        words(Figure::Pending, QStringLiteral("escalation"), known.pending > 0 ? Color::Danger : Color::Text, now(known.pending), DashboardWords::tr("escalations pending"),
            DashboardWords::tr("%1 escalation(s) pending", "", int(known.pending)).arg(countWord(known.pending)), {}),
    };
}

ChartWords dayChart(const LeadFigures &leads, const TimeContext &time)
{
    ChartWords chart;
    chart.title = dayTitle(leads, time);
    chart.subtitle = DashboardWords::tr("New leads by day, by temperature");
    chart.columns = columnsOf(DashboardWords::tr("Day"));
    const QString form = leads.days.size() > daysWithNames ? QStringLiteral("d") : DashboardWords::tr("ddd d", "a weekday and the day of the month, as QLocale::toString() reads it");
    for (const LeadsOfDay &day : leads.days) {
        const QDate date = dateOf(day);
        const LeadCounts &counts = day.leads;
        const QString name = dayWord(date, time);
        chart.bars.push_back({time.locale.toString(date, form), counts.total > 0 ? countWord(counts.total) : QString(), spokenOf(name, counts),
            {double(counts.unscored), double(counts.cold), double(counts.warm), double(counts.hot)}, cellsOf(name, counts), day.date});
    }
    const auto legend = [&](Temperature temperature, const QString &word, std::int64_t count) {
        Sign sign = temperatureSign(temperature);
        sign.word = DashboardWords::tr("%1 %2", "a temperature and how many leads have it").arg(word, countWord(count));
        chart.legend.push_back(sign);
    };
    legend(Temperature::Hot, temperatureSign(Temperature::Hot).word, leads.leads.hot);
    legend(Temperature::Warm, temperatureSign(Temperature::Warm).word, leads.leads.warm);
    legend(Temperature::Cold, temperatureSign(Temperature::Cold).word, leads.leads.cold);
    legend(Temperature::Unscored, DashboardWords::tr("No score"), leads.leads.unscored);
    return chart;
}

ChartWords channelChart(const LeadFigures &leads)
{
    ChartWords chart;
    chart.title = leads.channels.empty() ? DashboardWords::tr("Nobody came in these days")
                                         : DashboardWords::tr("%1 brings %2").arg(channelSign(leads.channels.front().channel).word,
                                               percentWord(double(leads.channels.front().leads.total) / double(leads.leads.total)));
    chart.subtitle = DashboardWords::tr("New leads by channel, and how many are hot");
    chart.columns = columnsOf(DashboardWords::tr("Channel"));
    for (const LeadsOfChannel &one : leads.channels) {
        const QString name = channelSign(one.channel).word;
        const QString hot = one.leads.hot > 0 ? QStringLiteral(" · ") + degreeWord(Temperature::Hot, one.leads.hot) : QString();
        chart.bars.push_back({name, countWord(one.leads.total) + hot, spokenOf(name, one.leads), {double(one.leads.total)}, cellsOf(name, one.leads), std::string {one.channel.text()}});
    }
    return chart;
}

std::vector<AnswerLine> answerLines(const DashboardPicture &picture)
{
    std::vector<AnswerLine> lines;
    for (const auto &client : picture.clients) {
        const QString name = harmless(fromUtf8(client.name));
        const auto who = [&](const QString &word) { return picture.clients.size() > 1 ? name + QStringLiteral(" · ") + word : word; };
        lines.push_back(answerLine(who(DashboardWords::tr("Assistant")), client.stats, client.stats ? client.stats->assistantAnswers : AnswerTimes {}, picture));
        lines.push_back(answerLine(who(DashboardWords::tr("People")), client.stats, client.stats ? client.stats->peopleAnswers : AnswerTimes {}, picture));
    }
    return lines;
}

QStringList engineLines(const DashboardPicture &picture)
{
    std::map<std::string, EngineUse> engines;
    bool known = false;
    for (const auto &client : picture.clients) {
        known = known || client.stats;
        for (const EngineUse &use : client.stats ? client.stats->engines : std::vector<EngineUse> {}) {
            engines[use.engine].turns += use.turns;
            engines[use.engine].tokens += use.tokens;
        }
    }
    QStringList lines;
    for (const auto &[name, use] : engines) {
        if (name == "builtin" && use.tokens == 0)
            lines << DashboardWords::tr("The built-in engine thought %n time(s) in 30 days. It works by rules and uses no tokens.", "", int(use.turns));
        else
            lines << DashboardWords::tr("%1 thought %n time(s) in 30 days and used %2 tokens.", "", int(use.turns)).arg(wordsOfKey(fromUtf8(name)), countWord(use.tokens));
    }
    if (known && lines.isEmpty())
        lines << DashboardWords::tr("The assistant had nothing to think about in 30 days.");
    return lines;
}

QString answersAge(const DashboardPicture &picture, bool online, const TimeContext &time)
{
    std::optional<Timestamp> oldest;
    bool missing = false;
    bool complete = true;
    for (const auto &client : picture.clients) {
        missing = missing || !client.stats;
        if (!client.stats)
            continue;
        oldest = oldest ? std::min(*oldest, client.stats->at) : client.stats->at;
        complete = complete && client.stats->complete;
    }
    QStringList sentences;
    if (oldest)
        sentences << DashboardWords::tr("Of the last 30 days, as of %1.").arg(momentWord(*oldest, time));
    if (missing)
        sentences << (online ? DashboardWords::tr("Not all figures have come from the server yet.") : DashboardWords::tr("What is missing stands on the server, which does not answer now."));
    if (!complete)
        sentences << DashboardWords::tr("There is more than is counted: the oldest is left out.");
    return sentences.join(QLatin1Char(' '));
}

QString newestTitle(const std::vector<LeadRow> &newest)
{
    const auto free = std::count_if(newest.begin(), newest.end(), [](const LeadRow &row) { return !row.conversation.empty() && row.owner.kind == OwnerKind::Nobody; });
    if (free == 0)
        return DashboardWords::tr("Newest leads");
    return DashboardWords::tr("%n of the %1 newest have no owner", "the verb goes with %n", int(free)).arg(countWord(qint64(newest.size())));
}

} // namespace foredeck::ui
