#include "ui/words/leadwords.h"

#include "ui/transcript/entryview.h"
#include "ui/widgets/painting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

namespace foredeck::ui {

namespace {

struct LeadWords {
    Q_DECLARE_TR_FUNCTIONS(LeadWords)
};

const QString leadDot = QStringLiteral(" · ");
const QString leadNone = QStringLiteral("–");
constexpr int hotFrom = hotFromScore;
constexpr int warmFrom = warmFromScore;

QString orDash(const QString &text) { return text.isEmpty() ? leadNone : text; }

Sign ownerSign(const LeadItem &item)
{
    if (!item.owner)
        return {{}, leadNone, Color::Text3};
    switch (*item.owner) {
    case OwnerKind::User:
        return item.mine ? Sign {{}, LeadWords::tr("You"), Color::Accent} : Sign {{}, harmless(item.ownerName).section(QLatin1Char(' '), 0, 0), Color::Text2};
    case OwnerKind::Assistant:
        return {{}, LeadWords::tr("Assistant"), Color::Text2};
    case OwnerKind::Nobody:
    case OwnerKind::Unknown:
        break;
    }
    return {{}, LeadWords::tr("no owner"), Color::Text3};
}

QString degreeWord(const LeadItem &item)
{
    const QString word = temperatureSign(item.temperature).word;
    return item.score ? word + QLatin1Char(' ') + QString::number(*item.score) : word;
}

QString leadPendingWord(PendingKind pending)
{
    switch (pending) {
    case PendingKind::Unsent:
        return LeadWords::tr("not sent yet");
    case PendingKind::NeedsReview:
    case PendingKind::MayHaveArrived:
    case PendingKind::Refused:
        return LeadWords::tr("look in the outbox");
    case PendingKind::None:
        break;
    }
    return {};
}

const Transition &transitionOf(const TimelineItem &item) { return std::get<Transition>(item.entry); }

bool isOfStatus(const Transition &transition)
{
    return transition.field == TransitionField::Lead && transition.reason == leadStatusReason;
}

/// When each status was reached last, as far as it is recorded.
std::map<LeadStatus, Timestamp> timesOf(const LeadRow &row, const LeadHistory &history)
{
    std::map<LeadStatus, Timestamp> times;
    if (row.lead.createdAt != Timestamp {})
        times[LeadStatus::New] = row.lead.createdAt;
    for (const TimelineItem &item : history.transitions) { // newest first
        const Transition &transition = transitionOf(item);
        if (isOfStatus(transition))
            times.emplace(valueOf<LeadStatus>(transition.to), transition.at);
    }
    return times;
}

/// What the last step says: how it was closed, or that it is kept warm instead.
LeadStatus lastStep(LeadStatus status)
{
    switch (status) {
    case LeadStatus::ClosedWon:
    case LeadStatus::ClosedLost:
    case LeadStatus::Disqualified:
    case LeadStatus::Nurturing:
        return status;
    default:
        return LeadStatus::Unknown;
    }
}

QString whoDid(const TranscriptItem &item)
{
    if (item.mine)
        return LeadWords::tr("You");
    if (item.authorKind == ActorKind::Assistant)
        return LeadWords::tr("Assistant");
    return item.authorKind == ActorKind::User ? harmless(item.authorName) : QString();
}

HistoryLine statusLine(const TranscriptItem &item)
{
    const QString status = leadStatusWord(Open<LeadStatus>::fromText(item.to.toStdString()));
    return {{}, QStringLiteral("leads"), LeadWords::tr("Status: %1").arg(status), whoDid(item)};
}

} // namespace

LeadView leadView(const LeadItem &item, const RowContext &context)
{
    LeadView view;
    view.mark = context.manyTenants ? item.clientMark : QString();
    view.markSeed = context.markSeed ? context.markSeed(item.client) : 0;
    view.name = personWord(item.name, item.id);
    view.channel = item.channel.value() == ChannelKind::Unknown && item.channel.text().empty() ? Sign {} : channelSign(item.channel);
    view.temperature = temperatureSign(item.temperature);
    view.temperature.word = item.score ? QString::number(*item.score) : leadNone;
    view.status = leadStatusWord(item.status);
    view.wants = orDash(harmless(item.wants));
    view.value = item.value ? moneyWord(*item.value) : leadNone;
    view.owner = ownerSign(item);
    view.last = item.lastAt ? momentWord(*item.lastAt, context.time) : leadNone;
    view.dashed = item.pending != PendingKind::None;
    const auto said = [](const QString &words, const QString &known) { return known == leadNone ? QString() : words; };
    QStringList words {view.name};
    for (const QString &one : {harmless(item.clientName), view.channel.word, degreeWord(item).toLower(), view.status, leadPendingWord(item.pending),
             said(LeadWords::tr("wants %1").arg(view.wants), view.wants), said(view.value, view.value), said(view.owner.word, view.owner.word),
             said(LeadWords::tr("last word %1").arg(view.last), view.last)}) {
        if (!one.isEmpty())
            words << one;
    }
    view.accessible = words.join(QStringLiteral(", "));
    view.tip = item.lastAt ? degreeWord(item) + leadDot + absoluteWord(*item.lastAt, context.time) : degreeWord(item);
    return view;
}

LeadHead leadHead(const LeadRow &row, const LeadItem &item)
{
    LeadHead head;
    head.name = personWord(item.name, item.id);
    head.temperature = temperatureSign(item.temperature);
    head.temperature.word = degreeWord(item);
    QStringList parts;
    const QString channel = item.channel.text().empty() ? QString() : channelSign(item.channel).word;
    for (const QString &one : {channel, harmless(item.clientName), languageWord(fromUtf8(row.lead.language))}) {
        if (!one.isEmpty())
            parts << one;
    }
    head.subline = parts.join(leadDot);
    head.pending = leadPendingWord(item.pending);
    return head;
}

std::vector<LeadStep> leadSteps(const LeadRow &row, const LeadHistory &history, const TimeContext &time)
{
    const auto times = timesOf(row, history);
    const LeadStatus now = row.lead.status.value();
    const LeadStatus last = lastStep(now);
    std::vector<LeadStep> steps;
    for (const LeadStatus status : {LeadStatus::New, LeadStatus::Qualifying, LeadStatus::Qualified, LeadStatus::AppointmentBooked, LeadStatus::HandedOff, last}) {
        LeadStep step;
        step.word = status == LeadStatus::Unknown ? LeadWords::tr("Closed") : leadStatusWord(status);
        const auto at = times.find(status);
        if (status != LeadStatus::Unknown && status == now)
            step.state = LeadStep::State::Current;
        else if (at != times.end() && status != LeadStatus::Unknown)
            step.state = LeadStep::State::Reached;
        if (step.state != LeadStep::State::NotYet && at != times.end())
            step.time = momentWord(at->second, time);
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<LeadFact> qualificationFacts(const Qualification &q)
{
    std::vector<LeadFact> facts;
    const std::pair<QString, const std::string *> fields[] {{LeadWords::tr("Service"), &q.serviceInterest}, {LeadWords::tr("Budget"), &q.budget}, {LeadWords::tr("Urgency"), &q.urgency},
        {LeadWords::tr("Decides"), &q.decisionMaker}, {LeadWords::tr("When", "by when something is wanted"), &q.timeline}, {LeadWords::tr("Where"), &q.location}};
    for (const auto &[label, text] : fields)
        facts.push_back({label, text->empty() ? leadNone : harmless(fromUtf8(*text)), !text->empty()});
    return facts;
}

std::vector<FactorLine> factorLines(const Lead &lead, const LeadHistory &history, const TimeContext &time)
{
    std::vector<ScoreFactor> factors = lead.scoreFactors;
    std::stable_sort(factors.begin(), factors.end(), [](const auto &a, const auto &b) { return std::abs(a.points) > std::abs(b.points); });
    const int most = factors.empty() ? 1 : std::max(1, std::abs(factors.front().points));
    std::vector<FactorLine> lines;
    for (const ScoreFactor &factor : factors) {
        FactorLine line;
        line.words = harmless(scoreFactorWord(fromUtf8(factor.label)));
        if (const auto at = history.said.find(factor.message); at != history.said.end())
            line.time = momentWord(at->second, time);
        line.points = (factor.points >= 0 ? QStringLiteral("+") : QStringLiteral("−")) + QString::number(std::abs(factor.points));
        line.share = double(std::abs(factor.points)) / most;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<HistoryLine> historyLines(const LeadRow &row, const LeadHistory &history, const User &me, const TimeContext &time)
{
    EntryContext context;
    context.time = time;
    if (!row.lead.phones.empty())
        context.leadPhone = fromUtf8(shown(row.lead.phones.front()));
    std::vector<std::pair<Timestamp, HistoryLine>> lines;
    for (const TimelineItem &source : history.transitions) {
        const TranscriptItem item = transcriptItem(source, me.id);
        HistoryLine line;
        if (isOfStatus(transitionOf(source))) {
            line = statusLine(item);
        } else if (isShown(item)) {
            const auto [sign, rest] = bandWords(item, context); // names whoever did it
            // What follows for the thread from a take-over or a return is said there.
            const bool whole = rest.isEmpty() || (item.field == TransitionField::Owner && item.to != QStringLiteral("nobody"));
            line = {{}, sign.glyph, whole ? sign.word : sign.word + leadDot + rest, {}};
        } else {
            continue;
        }
        lines.emplace_back(item.at, std::move(line));
    }
    for (const LeadHistory::Start &start : history.starts) {
        const Sign channel = channelSign(start.channel);
        lines.emplace_back(start.at, HistoryLine {{}, channel.glyph, LeadWords::tr("Asked by %1", "over which channel").arg(channel.word), {}});
    }
    // A moment's first cause stands lowest: what it began comes after it.
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<HistoryLine> sorted;
    for (auto &[at, line] : lines) {
        line.time = momentWord(at, time);
        sorted.push_back(std::move(line));
    }
    return sorted;
}

const std::vector<LeadStatus> &leadStatuses()
{
    static const std::vector<LeadStatus> all {LeadStatus::New, LeadStatus::Qualifying, LeadStatus::Qualified, LeadStatus::AppointmentBooked, LeadStatus::HandedOff,
        LeadStatus::Nurturing, LeadStatus::ClosedWon, LeadStatus::ClosedLost, LeadStatus::Disqualified};
    return all;
}

const std::vector<ScoreRange> &scoreRanges()
{
    static const std::vector<ScoreRange> all {{-1, 100}, {warmFrom, 100}, {hotFrom, 100}, {warmFrom, hotFrom - 1}, {0, warmFrom - 1}, {-1, -1}};
    return all;
}

QString scoreRangeWord(const ScoreRange &range)
{
    if (range.to < 0)
        return LeadWords::tr("not scored");
    return range.from < 0 ? LeadWords::tr("any", "a filter") : LeadWords::tr("%1 – %2").arg(range.from).arg(range.to);
}

QString scoreRangeLine(const ScoreRange &range)
{
    QString temperature;
    if (range == ScoreRange {warmFrom, 100})
        temperature = LeadWords::tr("hot and warm");
    else if (range.from == hotFrom)
        temperature = temperatureSign(Temperature::Hot).word.toLower();
    else if (range.from == warmFrom)
        temperature = temperatureSign(Temperature::Warm).word.toLower();
    else if (range.from == 0)
        temperature = temperatureSign(Temperature::Cold).word.toLower();
    const QString word = scoreRangeWord(range);
    return temperature.isEmpty() ? word : word + leadDot + temperature;
}

QString statusFilterWord(std::size_t chosen)
{
    return chosen == 0 ? LeadWords::tr("any", "a filter") : LeadWords::tr("%1 of %2").arg(chosen).arg(leadStatuses().size());
}

QString cameFilterWord(const LeadQuery &query, const TimeContext &time)
{
    if (!query.cameFrom && !query.cameBefore)
        return LeadWords::tr("any", "a filter");
    // A day that was cut on another clock is named by it.
    TimeContext cut = time;
    if (const QTimeZone zone(QByteArray::fromStdString(query.zone)); !query.zone.empty() && zone.isValid())
        cut.zone = zone;
    const auto word = [&](Timestamp at) { return time.locale.toString(localTime(at, cut).date(), QStringLiteral("d MMM")); };
    if (!query.cameBefore)
        return LeadWords::tr("since %1").arg(word(*query.cameFrom));
    const QString last = word(*query.cameBefore - std::chrono::milliseconds {1});
    if (!query.cameFrom)
        return LeadWords::tr("until %1").arg(last);
    const QString first = word(*query.cameFrom);
    return first == last ? first : LeadWords::tr("%1 – %2").arg(first, last);
}

QString sourceFilterWord(const std::string &source)
{
    return source.empty() ? LeadWords::tr("any", "a filter") : channelSign(Open<ChannelKind>::fromText(source)).word;
}

} // namespace foredeck::ui
