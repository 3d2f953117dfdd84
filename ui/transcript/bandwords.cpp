#include "ui/transcript/entryview.h"

#include "ui/widgets/painting.h"
#include "ui/words/contactwords.h"
#include "ui/words/taskwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace foredeck::ui {

namespace {

struct BandWords {
    Q_DECLARE_TR_FUNCTIONS(BandWords)
};

QString actor(const TranscriptItem &item)
{
    if (item.mine)
        return {};
    if (item.authorKind == ActorKind::Assistant)
        return BandWords::tr("The assistant");
    return item.authorName.isEmpty() ? BandWords::tr("The system") : harmless(item.authorName);
}

/// "taking on water" → emergency: “taking on water”
QString because(const TranscriptItem &item)
{
    const Open<EscalationReason> reason = Open<EscalationReason>::fromText(item.reason.toStdString());
    QString words = reasonSign(reason).word;
    if (!words.isEmpty())
        words[0] = words[0].toLower();
    const QString detail = harmless(reason == EscalationReason::AiFailure ? deliveryReasonWords(item.text) : item.text).trimmed();
    if (detail.isEmpty())
        return words;
    return words.isEmpty() ? detail : BandWords::tr("%1: “%2”", "why it was handed over, and the words that fired it").arg(words, detail);
}

std::pair<Sign, QString> ownerWords(const TranscriptItem &item)
{
    const QString who = actor(item);
    if (item.to == QStringLiteral("assistant")) {
        const QString words = item.mine ? BandWords::tr("You handed back") : BandWords::tr("%1 handed back").arg(who);
        return {{QStringLiteral("hand-back"), words, Color::Text2}, BandWords::tr("the assistant answers again")};
    }
    if (item.to == QStringLiteral("nobody")) {
        const Open<EscalationReason> reason = Open<EscalationReason>::fromText(item.reason.toStdString());
        if (!reason.known() && item.authorKind == ActorKind::User) {
            const QString words = item.mine ? BandWords::tr("You let go") : BandWords::tr("%1 let go").arg(who);
            return {{QStringLiteral("person"), words, Color::Text2}, BandWords::tr("nobody is answering")};
        }
        if (item.reason == QStringLiteral("owner_away"))
            return {{QStringLiteral("person"), BandWords::tr("Who answered here is away"), Color::Warning}, BandWords::tr("nobody is answering")};
        const bool emergency = reason == EscalationReason::Emergency;
        return {{emergency ? QStringLiteral("bolt") : QStringLiteral("escalation"), BandWords::tr("Handed to a person"), emergency ? Color::Danger : Color::Warning},
            because(item)};
    }
    if (item.reason == QStringLiteral("assigned")) {
        const QString whom = harmless(item.toName);
        const QString words = item.mine ? BandWords::tr("You gave this to %1").arg(whom) : BandWords::tr("%1 gave this to %2").arg(who, whom);
        return {{QStringLiteral("person"), words, Color::Text2}, item.from == QStringLiteral("assistant") ? BandWords::tr("the assistant stays silent") : QString()};
    }
    const QString words = item.mine ? BandWords::tr("You took over") : BandWords::tr("%1 took over").arg(harmless(item.toName.isEmpty() ? who : item.toName));
    return {{QStringLiteral("take-over"), words, Color::Text2}, BandWords::tr("the assistant stays silent")};
}

std::pair<Sign, QString> statusWords(const TranscriptItem &item, const TimeContext &time)
{
    const QString who = actor(item);
    if (item.to == QStringLiteral("ended")) {
        const QString words = item.mine ? BandWords::tr("You resolved this") : BandWords::tr("%1 resolved this").arg(who);
        return {{QStringLiteral("resolve"), words, Color::Text2}, harmless(item.text)};
    }
    if (item.from == QStringLiteral("ended") && item.authorKind == ActorKind::Lead) {
        const bool called = item.reason == QStringLiteral("customer_called");
        return {{QStringLiteral("undo"), called ? BandWords::tr("The customer called again") : BandWords::tr("The customer wrote again"), Color::Text2}, BandWords::tr("it is open")};
    }
    if (item.from == QStringLiteral("ended")) {
        const QString words = item.mine ? BandWords::tr("You reopened this") : BandWords::tr("%1 reopened this").arg(who);
        return {{QStringLiteral("undo"), words, Color::Text2}, harmless(item.text)};
    }
    if (item.to == QStringLiteral("snoozed")) {
        const QString words = item.mine ? BandWords::tr("You snoozed this") : BandWords::tr("%1 snoozed this").arg(who);
        const auto until = fromRfc3339(item.text.toStdString());
        return {{QStringLiteral("snooze"), words, Color::Text2}, until ? BandWords::tr("until %1").arg(comingWord(*until, time)) : QString()};
    }
    if (item.from == QStringLiteral("snoozed")) {
        if (item.reason == QStringLiteral("customer_wrote"))
            return {{QStringLiteral("snooze"), BandWords::tr("The customer wrote"), Color::Text2}, BandWords::tr("the snooze is over")};
        if (item.reason != QStringLiteral("woken"))
            return {{QStringLiteral("snooze"), BandWords::tr("The snooze is over"), Color::Warning}, BandWords::tr("waits for a person again")};
        const QString words = item.mine ? BandWords::tr("You woke this") : BandWords::tr("%1 woke this").arg(who);
        return {{QStringLiteral("snooze"), words, Color::Text2}, BandWords::tr("waits for a person again")};
    }
    if (item.to == QStringLiteral("waiting_human"))
        return {{QStringLiteral("escalation"), BandWords::tr("Waits for a person"), Color::Warning}, because(item)};
    return {{QStringLiteral("info"), BandWords::tr("Now %1").arg(wordsOfKey(item.to).toLower()), Color::Text2}, harmless(item.text)};
}

std::pair<Sign, QString> consentWords(const TranscriptItem &item)
{
    const QString detail = item.text.isEmpty() ? QString() : BandWords::tr("said “%1”").arg(harmless(item.text));
    if (item.to == QStringLiteral("opted_out"))
        return {{QStringLiteral("bell-off"), BandWords::tr("The customer opted out"), Color::Warning},
            detail.isEmpty() ? BandWords::tr("nothing more is sent here") : BandWords::tr("%1, nothing more is sent here").arg(detail)};
    return {{QStringLiteral("check"), BandWords::tr("The customer agreed again"), Color::Success}, detail};
}

std::pair<Sign, QString> escalationWords(const TranscriptItem &item)
{
    const QString who = actor(item);
    if (item.reason == QStringLiteral("acknowledged")) {
        const QString words = item.mine ? BandWords::tr("You have seen the escalation") : BandWords::tr("%1 has seen the escalation").arg(who);
        return {{QStringLiteral("check"), words, Color::Text2}, {}};
    }
    if (item.reason == QStringLiteral("assigned")) {
        const QString whom = harmless(item.toName);
        const QString words = item.mine ? BandWords::tr("You gave the escalation to %1").arg(whom) : BandWords::tr("%1 gave the escalation to %2").arg(who, whom);
        return {{QStringLiteral("person"), words, Color::Text2}, {}};
    }
    if (item.reason == QStringLiteral("emergency"))
        return {{QStringLiteral("bolt"), BandWords::tr("This has become an emergency"), Color::Danger}, harmless(item.text)};
    if (item.to == QStringLiteral("pending"))
        return {{QStringLiteral("escalation"), BandWords::tr("Handed to a person"), Color::Warning}, because(item)};
    if (item.to == QStringLiteral("expired"))
        return {{QStringLiteral("escalation"), BandWords::tr("The escalation ran out"), Color::Warning}, BandWords::tr("nobody took it up")};
    const QString words = item.mine ? BandWords::tr("You resolved the escalation") : BandWords::tr("%1 resolved the escalation").arg(who);
    return {{QStringLiteral("resolve"), words, Color::Text2}, harmless(item.text)};
}

Sign leadStatusSign(const TranscriptItem &item)
{
    const QString status = leadStatusWord(Open<LeadStatus>::fromText(item.to.toStdString()));
    const QString words = item.mine ? BandWords::tr("You set the status: %1").arg(status) : BandWords::tr("%1 set the status: %2").arg(actor(item), status);
    return {QStringLiteral("leads"), words, Color::Text2};
}

QString taskDeed(const TranscriptItem &item)
{
    const QString who = actor(item);
    if (item.to == QStringLiteral("done"))
        return item.mine ? BandWords::tr("You marked a task as done") : BandWords::tr("%1 marked a task as done").arg(who);
    if (item.to == QStringLiteral("dropped"))
        return item.mine ? BandWords::tr("You dropped a task") : BandWords::tr("%1 dropped a task").arg(who);
    if (item.from.isEmpty())
        return item.mine ? BandWords::tr("You made a task") : BandWords::tr("%1 made a task").arg(who);
    if (item.from == QStringLiteral("open"))
        return item.mine ? BandWords::tr("You changed a task") : BandWords::tr("%1 changed a task").arg(who);
    return item.mine ? BandWords::tr("You opened a task again") : BandWords::tr("%1 opened a task again").arg(who);
}

std::pair<Sign, QString> taskWords(const TranscriptItem &item)
{
    const Sign kind = taskSign(Open<TaskKind>::fromText(item.reason.toStdString()));
    const QString text = harmless(item.text).trimmed();
    const QString what = text.isEmpty() ? kind.word : BandWords::tr("%1: %2", "the kind of a task, and what it says or came to").arg(kind.word, text);
    if (item.to == QLatin1StringView(taskIsDue.data(), qsizetype(taskIsDue.size())))
        return {{QStringLiteral("clock"), BandWords::tr("A task is due"), Color::Warning}, what};
    return {{kind.glyph, taskDeed(item), Color::Text2}, what};
}

/// The customer's own number as the head of the thread writes it.
QString numberWord(const QString &number, const EntryContext &context)
{
    return isolated(phoneWord(number, context.leadPhone));
}

} // namespace

bool isShown(const TranscriptItem &item)
{
    if (item.kind != TranscriptKind::Transition)
        return true;
    if (item.field == TransitionField::Status)
    {
        const auto isNamed = [&item](const char *state) { return item.to == QLatin1StringView(state) || item.from == QLatin1StringView(state); };
        return isNamed("ended") || isNamed("snoozed");
    }
    if (item.field == TransitionField::Response) // for the clocks; the messages themselves say as much
        return false;
    if (item.field == TransitionField::Unknown)
        return !item.reason.isEmpty() || !item.to.isEmpty();
    if (item.field == TransitionField::Claim)
        return item.reason == QStringLiteral("lease_expired");
    // How far a lead has come is said on its page; in the thread, what a person decided.
    if (item.field == TransitionField::Lead && item.reason == QLatin1StringView(leadStatusReason.data(), qsizetype(leadStatusReason.size())))
        return item.authorKind == ActorKind::User;
    // The line that it is open again says as much.
    return item.field != TransitionField::Owner || item.reason != QStringLiteral("customer_wrote");
}

std::pair<Sign, QString> bandWords(const TranscriptItem &item, const EntryContext &context)
{
    switch (item.field.value()) {
    case TransitionField::Owner:
        return ownerWords(item);
    case TransitionField::Status:
        return statusWords(item, context.time);
    case TransitionField::Consent:
        return consentWords(item);
    case TransitionField::Claim:
        return {{QStringLiteral("person"), BandWords::tr("Nobody was at it for a while"), Color::Text2}, BandWords::tr("anybody may take over without asking")};
    case TransitionField::Assistant: {
        const bool on = item.to == QStringLiteral("on") || item.to == QStringLiteral("true");
        return {{on ? QStringLiteral("assistant") : QStringLiteral("pause"), on ? BandWords::tr("The assistant is on") : BandWords::tr("The assistant is paused"), Color::Text2},
            harmless(item.text)};
    }
    case TransitionField::Lead:
        if (item.reason == QStringLiteral("missed_call"))
            return {{QStringLiteral("missed-call"), BandWords::tr("Missed call"), Color::Warning}, numberWord(item.text, context)};
        if (item.reason == QStringLiteral("number_changed"))
            return {{QStringLiteral("phone"), BandWords::tr("The customer's number changed"), Color::Text2}, numberWord(item.to, context)};
        if (item.reason == QLatin1StringView(leadMergedReason.data(), qsizetype(leadMergedReason.size()))) {
            const QString name = item.text.isEmpty() ? BandWords::tr("a lead without a name") : harmless(item.text);
            return {{QStringLiteral("people"), BandWords::tr("Two leads are one person"), Color::Text2},
                item.mine ? BandWords::tr("you merged %1 into this one").arg(name) : BandWords::tr("%1 merged %2 into this one").arg(actor(item), name)};
        }
        if (item.reason == QLatin1StringView(leadPartedReason.data(), qsizetype(leadPartedReason.size())))
            return {{QStringLiteral("undo"), BandWords::tr("A merge was taken back"), Color::Text2},
                item.mine ? BandWords::tr("you took it back") : BandWords::tr("%1 took it back").arg(actor(item))};
        if (const auto kind = Open<ChannelKind>::fromText(item.reason.toStdString()); isAtDesk(kind.value()))
            return {{channelSign(kind).glyph, kind == ChannelKind::Call ? BandWords::tr("They called") : BandWords::tr("They came in"), Color::Text2},
                item.mine ? BandWords::tr("you wrote it down") : BandWords::tr("%1 wrote it down").arg(actor(item))};
        return {leadStatusSign(item), harmless(item.text)};
    case TransitionField::Escalation:
        return escalationWords(item);
    case TransitionField::Task:
        return taskWords(item);
    case TransitionField::Response:
    case TransitionField::Unknown:
        break;
    }
    return {{QStringLiteral("info"), wordsOfKey(item.reason.isEmpty() ? item.to : item.reason), Color::Text2}, harmless(item.text)};
}

} // namespace foredeck::ui
