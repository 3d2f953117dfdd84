#include "ui/words/rulewords.h"

#include "ui/widgets/painting.h"
#include "ui/words/rowwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foredeck::ui {

namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

QString quoted(const std::string &words) { return RuleWords::tr("“%1”").arg(isolated(harmless(fromUtf8(words)))); }

/// "a", "a or b", "a, b or c".
QString anyOf(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return RuleWords::tr("%1 or %2", "the last of several; before it a list").arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")), parts.last());
}

QString allOf(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return RuleWords::tr("%1 and %2", "the last of several; before it a list").arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")), parts.last());
}

template <class T, class Word>
QStringList wordsOf(const std::vector<T> &list, Word word)
{
    QStringList words;
    for (const T &one : list)
        words << word(one);
    return words;
}

QString channelWord(const Open<ChannelKind> &kind) { return channelSign(kind).word; }
QString languageName(const std::string &code) { return languageWord(fromUtf8(code)); }

QString timeClause(const Open<RuleTime> &time)
{
    switch (time.value()) {
    case RuleTime::BusinessHours:
        return RuleWords::tr("we are open");
    case RuleTime::AfterHours:
        return RuleWords::tr("we are closed");
    case RuleTime::Weekend:
        return RuleWords::tr("it is the weekend");
    case RuleTime::Unknown:
        break;
    }
    return wordsOfKey(textOf(time.text())).toLower();
}

QStringList clauses(const RuleConditions &when)
{
    QStringList parts;
    if (!when.words.empty())
        parts << RuleWords::tr("a message has the words %1").arg(anyOf(wordsOf(when.words, quoted)));
    if (!when.meaning.empty())
        parts << RuleWords::tr("a message means %1").arg(anyOf(wordsOf(when.meaning, quoted)));
    if (when.repeatedQuestion)
        parts << RuleWords::tr("the same is asked again");
    if (when.sentimentFalling)
        parts << RuleWords::tr("the mood falls");
    if (when.scoreAbove)
        parts << RuleWords::tr("the score is above %1").arg(*when.scoreAbove);
    if (when.unansweredMinutes)
        parts << RuleWords::tr("nobody has replied for %1").arg(durationWord(std::chrono::minutes {*when.unansweredMinutes}));
    if (!when.channels.empty())
        parts << RuleWords::tr("it comes by %1", "a channel, or several").arg(anyOf(wordsOf(when.channels, channelWord)));
    if (!when.languages.empty())
        parts << RuleWords::tr("it is written in %1").arg(anyOf(wordsOf(when.languages, languageName)));
    if (!when.times.empty())
        parts << anyOf(wordsOf(when.times, timeClause));
    return parts;
}

/// Each thing a person decides, by its name in the form.
std::vector<std::pair<QString, QString>> facts(const ClientRule &rule)
{
    const QString none = QStringLiteral("–");
    const auto listed = [&](const QStringList &list) { return list.isEmpty() ? none : list.join(QStringLiteral(", ")); };
    const auto number = [&](const std::optional<int> &value) { return value ? QString::number(*value) : none; };
    const auto yes = [](bool on) { return on ? RuleWords::tr("yes") : RuleWords::tr("no"); };
    const RuleConditions &when = rule.when;
    return {{RuleWords::tr("Name"), ruleName(rule)}, {RuleWords::tr("In force"), yes(rule.enabled)}, {RuleWords::tr("Words"), listed(wordsOf(when.words, quoted))},
        {RuleWords::tr("Meaning"), listed(wordsOf(when.meaning, quoted))}, {RuleWords::tr("Asked again"), yes(when.repeatedQuestion)}, {RuleWords::tr("Mood falls"), yes(when.sentimentFalling)},
        {RuleWords::tr("Score above"), number(when.scoreAbove)}, {RuleWords::tr("Minutes without a reply"), number(when.unansweredMinutes)},
        {RuleWords::tr("Channels"), listed(wordsOf(when.channels, channelWord))}, {RuleWords::tr("Languages"), listed(wordsOf(when.languages, languageName))},
        {RuleWords::tr("Times"), listed(wordsOf(when.times, ruleTimeWord))}, {RuleWords::tr("Reason"), reasonSign(rule.handOver.reason).word}, {RuleWords::tr("Priority"), QString::number(rule.handOver.priority)}};
}

} // namespace

QString ruleTimeWord(const Open<RuleTime> &time)
{
    switch (time.value()) {
    case RuleTime::BusinessHours:
        return RuleWords::tr("While we are open");
    case RuleTime::AfterHours:
        return RuleWords::tr("While we are closed");
    case RuleTime::Weekend:
        return RuleWords::tr("On the weekend");
    case RuleTime::Unknown:
        break;
    }
    return wordsOfKey(textOf(time.text()));
}

const std::vector<EscalationReason> &ruleReasons()
{
    using R = EscalationReason;
    static const std::vector<R> reasons {R::Rule, R::HumanRequested, R::Complaint, R::Legal, R::PaymentDispute, R::Sensitive, R::SlaBreach};
    return reasons;
}

QString ruleName(const ClientRule &rule)
{
    const QString name = harmless(fromUtf8(rule.name)).trimmed();
    return name.isEmpty() ? RuleWords::tr("Rule without a name") : name;
}

QString ruleSentence(const ClientRule &rule)
{
    const QStringList parts = clauses(rule.when);
    const QString reason = reasonSign(rule.handOver.reason).word;
    const QString priority = QString::number(rule.handOver.priority); // all at once: a phrase may hold a "%1"
    if (parts.isEmpty())
        return RuleWords::tr("It asks for nothing yet. Then hand over: %1, priority %2.").arg(reason, priority);
    return RuleWords::tr("When %1, hand over: %2, priority %3.").arg(allOf(parts), reason, priority);
}

QString ruleOccasionWords(const RuleConditions &when)
{
    switch (occasionOf(when)) {
    case RuleOccasion::Message:
        return RuleWords::tr("May fire with each message");
    case RuleOccasion::Wait:
        return RuleWords::tr("Fires once in each wait");
    case RuleOccasion::Conversation:
        break;
    }
    return RuleWords::tr("Fires once in a conversation");
}

QStringList ruleDifferences(const ClientRule &before, const ClientRule &now)
{
    QStringList lines;
    const auto old = facts(before);
    const auto fresh = facts(now);
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i].second != fresh[i].second)
            lines << RuleWords::tr("%1: %2 → %3", "a field, what it was, what it is").arg(old[i].first, old[i].second, fresh[i].second);
    }
    return lines;
}

QString rulePendingWords(const RuleRow &row)
{
    switch (row.pending) {
    case PendingKind::Unsent:
        return RuleWords::tr("not sent yet");
    case PendingKind::NeedsReview:
    case PendingKind::MayHaveArrived:
    case PendingKind::Refused:
        return row.isDeleting ? RuleWords::tr("not deleted: look at it") : RuleWords::tr("not saved: look at it");
    case PendingKind::None:
        break;
    }
    return {};
}

QString ruleAccessible(const RuleRow &row)
{
    QStringList said {ruleName(row.value), row.value.enabled ? RuleWords::tr("on") : RuleWords::tr("off"), ruleSentence(row.value), ruleOccasionWords(row.value.when), rulePendingWords(row)};
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

std::vector<std::string> languagesOf(const QString &text, QStringList &unknown)
{
    std::vector<std::string> codes;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString word = part.trimmed();
        if (word.isEmpty())
            continue;
        QString code;
        for (int i = QLocale::C + 1; i <= QLocale::LastLanguage && code.isEmpty(); ++i) {
            const QString one = QLocale::languageToCode(static_cast<QLocale::Language>(i));
            if (one.size() == 2 && (one.compare(word, Qt::CaseInsensitive) == 0 || languageWord(one).compare(word, Qt::CaseInsensitive) == 0))
                code = one;
        }
        if (code.isEmpty())
            unknown << word;
        else if (std::find(codes.begin(), codes.end(), code.toStdString()) == codes.end())
            codes.push_back(code.toStdString());
    }
    return codes;
}

QString languagesText(const std::vector<std::string> &codes)
{
    return wordsOf(codes, languageName).join(QStringLiteral(", "));
}

RuleRunWords ruleRunWords(const RuleDryRun &run, const TimeContext &time)
{
    RuleRunWords words;
    const int fired = static_cast<int>(run.fired);
    const QString where = RuleWords::tr("%n conversation(s)", "after: in", static_cast<int>(run.firedConversations));
    words.title = fired == 0 ? RuleWords::tr("Would not have fired in the last 30 days") : RuleWords::tr("Would have fired %n time(s) in %1 in the last 30 days", "", fired).arg(where);
    words.words = RuleWords::tr("Looked at %1 with %2.", "conversations, messages")
                      .arg(RuleWords::tr("%n conversation(s)", "after: looked at", static_cast<int>(run.examinedConversations)),
                          RuleWords::tr("%n message(s)", "after: with", static_cast<int>(run.examinedMessages)));
    if (run.firedConversations > static_cast<std::int64_t>(run.conversations.size()))
        words.words += QLatin1Char(' ') + RuleWords::tr("The newest %n stand(s) below.", "conversations", static_cast<int>(run.conversations.size()));
    if (!run.complete)
        words.warning = RuleWords::tr("There was too much to look at all of it: older than %1 some is left out, so it may be more.").arg(isolated(momentWord(run.examinedSince, time)));
    return words;
}

RuleHitView ruleHitView(const RuleHitRow &hit, const TimeContext &time)
{
    RuleHitView view;
    view.time = momentWord(hit.hit.lastAt, time);
    view.times = hit.hit.times > 1 ? RuleWords::tr("%n time(s)", "", static_cast<int>(hit.hit.times)) : QString();
    if (hit.row) {
        const std::string &known = !hit.row->leadName.empty() ? hit.row->leadName : (!hit.row->leadPhone.empty() ? hit.row->leadPhone : hit.row->leadEmail);
        view.name = personWord(fromUtf8(known), hit.row->lead);
        view.channel = channelSign(hit.row->channel);
        view.snippet = harmless(fromUtf8(hit.row->last.text)).simplified();
    } else {
        view.name = RuleWords::tr("An older conversation");
        view.channel = {QStringLiteral("live-chat"), {}};
    }
    QStringList said {view.name, view.channel.word, view.time, view.times, view.snippet};
    said.removeAll(QString());
    view.accessible = said.join(QStringLiteral(", "));
    return view;
}

} // namespace foredeck::ui
