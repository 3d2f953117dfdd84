#include "ui/words/bellwords.h"

#include "models/domain/wayback.h"
#include "models/items/escalationitem.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/timefield.h"
#include "ui/words/escalationwords.h"
#include "ui/words/rowwords.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct BellWords {
    Q_DECLARE_TR_FUNCTIONS(BellWords)
};

/// Of a customer's words so many are enough to know what it is about.
constexpr int mostCharacters = 240;
const QString newsPrefix = QStringLiteral("news:");

QString clipped(QString words)
{
    return words.size() > mostCharacters ? words.left(mostCharacters - 1) + QStringLiteral("…") : words;
}

QString wordsOf(const EscalationRow &row)
{
    return clipped((saysNewest(row) ? harmless(fromUtf8(row.customerWords)) : wishWords(harmless(fromUtf8(askOf(row))))).simplified());
}

/// Why it is this person who is called.
QString rungWord(const std::string &rung)
{
    if (rung == "assigned")
        return BellWords::tr("given to you");
    if (rung == "on_call")
        return BellWords::tr("you are on call");
    if (rung == "managers")
        return BellWords::tr("nobody took it, managers are told");
    if (rung == "everyone")
        return BellWords::tr("nobody took it, everyone is told");
    return rung.empty() || rung == "staff" ? QString() : wordsOfKey(fromUtf8(rung));
}

} // namespace

QString callerName(const EscalationRow &row)
{
    return harmless(personWord(fromUtf8(!row.leadName.empty() ? row.leadName : (!row.leadPhone.empty() ? row.leadPhone : row.leadEmail)), row.escalation.lead));
}

bool saysNewest(const EscalationRow &row)
{
    return !row.customerWords.empty() && row.customerAt && *row.customerAt > row.escalation.createdAt;
}

Notification handOverNotice(const EscalationRow &row, const std::string &rung, const BellSettings &settings, bool mayAct)
{
    Notification notice;
    notice.key = QString::fromStdString(row.escalation.id.value);
    notice.urgent = row.escalation.reason == EscalationReason::Emergency;
    notice.title = BellWords::tr("%1: %2", "a customer's name: why they were handed over").arg(callerName(row), reasonSign(row.escalation.reason).word);
    QStringList facts {harmless(fromUtf8(row.clientName)), channelSign(row.channel).word, rungWord(rung)};
    facts.removeAll(QString());
    const QString place = facts.join(QStringLiteral(" · "));
    const QString ask = settings.showWords ? wordsOf(row) : QString();
    notice.body = ask.isEmpty() ? place : ask + QLatin1Char('\n') + place;
    notice.actions = {{openAction, BellWords::tr("Open")}};
    if (!mayAct)
        return notice;
    notice.actions.emplace_back(takeOverAction, BellWords::tr("Take over"));
    notice.actions.emplace_back(seenAction, BellWords::tr("Seen"));
    if (settings.inlineReply && hasWayBack(row.channel.value())) {
        notice.replyWord = BellWords::tr("Reply");
        notice.replyHint = BellWords::tr("Take over and reply to %1").arg(callerName(row));
    }
    return notice;
}

Notification summaryNotice(int count, const QStringList &names, const BellSettings &settings)
{
    Notification notice;
    notice.key = summaryKey;
    notice.title = BellWords::tr("%n customer(s) wait(s) for a person", "", count);
    if (settings.showWords)
        notice.body = count > names.size() ? BellWords::tr("%1 and others").arg(names.join(QStringLiteral(", "))) : names.join(QStringLiteral(", "));
    notice.actions = {{openAction, BellWords::tr("Open")}};
    return notice;
}

QString newsKey(const ConversationId &conversation)
{
    return newsPrefix + QString::fromStdString(conversation.value);
}

ConversationId conversationOf(const QString &key)
{
    return ConversationId {key.startsWith(newsPrefix) ? key.mid(newsPrefix.size()).toStdString() : std::string()};
}

Notification newsNotice(const NewsRow &row, const BellSettings &settings)
{
    Notification notice;
    notice.key = newsKey(row.row.id);
    notice.audible = false;
    const std::string &known = !row.row.leadName.empty() ? row.row.leadName : (!row.row.leadPhone.empty() ? row.row.leadPhone : row.row.leadEmail);
    const QString customer = harmless(personWord(fromUtf8(known), row.row.lead));
    const QString author = row.note ? harmless(fromUtf8(row.note->author.name)) : QString();
    if (row.isMention)
        notice.title = author.isEmpty() ? BellWords::tr("You are mentioned in a note") : BellWords::tr("%1 mentions you in a note", "a colleague's name").arg(author);
    else if (row.note && !author.isEmpty())
        notice.title = BellWords::tr("Private note by %1", "a colleague's name").arg(author);
    else
        notice.title = row.message ? BellWords::tr("New message from %1", "a customer's name").arg(customer) : BellWords::tr("Something new about %1", "a customer's name").arg(customer);
    QStringList facts {customer, harmless(fromUtf8(row.row.clientName))};
    facts.removeAll(QString());
    const QString place = facts.join(QStringLiteral(" · "));
    const std::string said = row.note ? row.note->text : row.message ? row.message->text : std::string();
    const QString words = settings.showWords ? clipped(harmless(fromUtf8(said)).simplified()) : QString();
    notice.body = words.isEmpty() ? place : words + QLatin1Char('\n') + place;
    notice.actions = {{openAction, BellWords::tr("Open")}};
    return notice;
}

Notification manyNewsNotice(int count)
{
    Notification notice;
    notice.key = manyNewsKey;
    notice.audible = false;
    notice.title = BellWords::tr("Something new for you in %n conversation(s)", "", count);
    notice.actions = {{openAction, BellWords::tr("Open")}};
    return notice;
}

Notification trialNotice(const BellSettings &settings)
{
    Notification notice;
    notice.key = trialKey;
    notice.audible = settings.sound;
    notice.title = BellWords::tr("This is how a hand-over comes");
    notice.body = BellWords::tr("Foredeck shows one of these when a customer waits for a person.");
    return notice;
}

Sign bellSign(const NotifierStatus &status, const BellSettings &settings, Hush hush, const TimeContext &time)
{
    const QString off = QStringLiteral("bell-off");
    if (!settings.on)
        return {off, BellWords::tr("Notifications are off"), Color::Text2};
    if (hush == Hush::DoNotDisturb) {
        const bool hasEnd = settings.disturbAfter && *settings.disturbAfter < forever && *settings.disturbAfter > time.now;
        return {off, hasEnd ? BellWords::tr("Do not disturb until %1").arg(comingWord(*settings.disturbAfter, time)) : BellWords::tr("Do not disturb"), Color::Text2};
    }
    if (hush == Hush::QuietHours)
        return {off, BellWords::tr("Quiet until %1").arg(timeWord(settings.quietTo)), Color::Text2};
    if (status.service == NotifierStatus::Service::Missing)
        return {QStringLiteral("alert"), BellWords::tr("No notification service"), Color::Warning};
    return {};
}

QString notifierWords(const NotifierStatus &status)
{
    switch (status.service) {
    case NotifierStatus::Service::Asking:
        return BellWords::tr("Asking the desktop what its notifications can do.");
    case NotifierStatus::Service::Missing:
        return BellWords::tr("No notification service answers on this desktop. A hand-over is shown in a strip of this window, its icon asks to be looked at, and it beeps.");
    case NotifierStatus::Service::There:
        break;
    }
    QStringList words {status.name.isEmpty() ? BellWords::tr("The desktop shows them.") : BellWords::tr("%1 shows them.").arg(harmless(status.name))};
    if (!status.actions)
        words << BellWords::tr("It has no buttons.");
    if (!status.reply)
        words << BellWords::tr("It has no field to reply in.");
    if (!status.sound)
        words << BellWords::tr("It plays no sound: Foredeck beeps.");
    return words.join(QLatin1Char(' '));
}

} // namespace foredeck::ui
