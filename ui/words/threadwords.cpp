#include "ui/words/threadwords.h"

#include "models/domain/wayback.h"
#include "ui/widgets/painting.h"
#include "ui/words/rowwords.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct ThreadWords {
    Q_DECLARE_TR_FUNCTIONS(ThreadWords)
};

void setAnswer(const ConversationRow &row, const ThreadContext &context, ThreadView &view)
{
    if (row.status == ConversationStatus::Ended) {
        view.answer = AnswerState::Ended;
        view.strong = ThreadWords::tr("Resolved.");
        view.words = ThreadWords::tr("A new message opens it again.");
        return;
    }
    const bool nobodyYet = row.owner.kind == OwnerKind::Assistant || row.owner.kind == OwnerKind::Nobody;
    if (context.optedOut && nobodyYet) {
        view.answer = AnswerState::Nobody;
        view.strong = ThreadWords::tr("The customer has opted out.");
        view.words = ThreadWords::tr("Nothing is sent here any more.");
        return;
    }
    if (row.owner.kind == OwnerKind::Assistant) {
        view.answer = AnswerState::Assistant;
        view.strong = context.assistantOn ? ThreadWords::tr("Assistant is answering.") : ThreadWords::tr("The assistant is paused.");
        if (!context.assistantOn)
            view.words = context.mayWork ? ThreadWords::tr("Nobody answers until you take over.") : ThreadWords::tr("Nobody answers until somebody takes over.");
        return;
    }
    if (row.owner.kind == OwnerKind::User && row.owner.user == context.me) {
        const bool lost = isLost(row.claim, context.lease);
        const bool ranOut = hasRunOut(row.owner, row.claim, context.lease);
        view.answer = lost || ranOut ? AnswerState::MineLapsed : AnswerState::Mine;
        view.strong = lost ? ThreadWords::tr("Somebody else answers now.") : ThreadWords::tr("You are answering.");
        view.words = ranOut ? ThreadWords::tr("Anybody may take over without asking.") : ThreadWords::tr("The assistant stays silent.");
        if (lost)
            view.words = ThreadWords::tr("Your text is kept.");
        if (context.optedOut)
            view.words = ThreadWords::tr("The customer has opted out; replies are not delivered.");
        return;
    }
    if (row.owner.kind == OwnerKind::User) {
        view.answer = AnswerState::Other;
        const QString name = harmless(fromUtf8(row.owner.name));
        view.asks = context.asksToTake;
        if (context.asksToTake) {
            const TakingWords asked = takingWords(name);
            view.strong = asked.strong;
            view.words = asked.words;
            view.wordsInText = asked.wordsInText;
            return;
        }
        if (context.lostWords) {
            view.strong = ThreadWords::tr("%1 took over.").arg(name);
            view.words = ThreadWords::tr("Your words are kept.");
            return;
        }
        const bool ranOut = hasRunOut(row.owner, row.claim);
        view.strong = (ranOut ? ThreadWords::tr("%1 was answering.") : ThreadWords::tr("%1 is answering.")).arg(name);
        if (ranOut)
            view.words = ThreadWords::tr("Anybody may take over without asking.");
        else if (row.claim.leaseUntil && *row.claim.leaseUntil > context.time.now)
            view.words = ThreadWords::tr("Free at %1 if they stop.").arg(clockWord(*row.claim.leaseUntil, context.time));
        return;
    }
    view.answer = AnswerState::Nobody;
    view.strong = ThreadWords::tr("Nobody is answering.");
}

void setPresence(const ThreadContext &context, ThreadView &view)
{
    for (const Presence &presence : context.presence) {
        if (presence.kind != PresenceKind::Typing && presence.kind != PresenceKind::Viewing)
            continue;
        const bool assistant = presence.user.empty();
        const QString name = assistant ? ThreadWords::tr("The assistant") : harmless(presence.name);
        const bool typing = presence.kind == PresenceKind::Typing;
        if (!view.presence.isEmpty() && !typing)
            continue;
        view.presenceName = assistant ? QString() : name;
        view.presence = typing ? ThreadWords::tr("%1 is typing…").arg(assistant ? name : firstWord(name)) : ThreadWords::tr("%1 is viewing").arg(assistant ? name : firstWord(name));
    }
}

void setWindow(const ConversationRow &row, const ThreadContext &context, ThreadView &view)
{
    view.window = channelSign(row.channel);
    view.optedOut = context.optedOut;
    const QString channel = view.window.word;
    if (row.channel == ChannelKind::WhatsApp && row.replyWindowUntil) {
        const auto left = *row.replyWindowUntil - context.time.now;
        view.windowClosed = left.count() <= 0;
        if (view.windowClosed)
            view.window.word = ThreadWords::tr("WhatsApp · window closed %1").arg(momentWord(*row.replyWindowUntil, context.time));
        else
            view.window.word = ThreadWords::tr("WhatsApp · window open %1").arg(durationWord(left));
        view.window.color = view.windowClosed ? Color::Warning : Color::Text2;
    }
    if (!hasWayBack(row.channel.value()))
        view.window = {view.window.glyph, ThreadWords::tr("%1 · no way back", "a channel").arg(channel), Color::Warning};
    if (view.optedOut)
        view.window = {QStringLiteral("bell-off"), ThreadWords::tr("%1 · opted out", "a channel").arg(channel), Color::Warning};
}

/// Not in safe mode either: what is kept then would reach nobody later.
void setWayBack(const ConversationRow &row, ThreadView &view)
{
    if (hasWayBack(row.channel.value()))
        return;
    view.phone = harmless(fromUtf8(row.leadPhone));
    view.email = harmless(fromUtf8(row.leadEmail));
    view.noWayBack = row.channel == ChannelKind::WebForm ? ThreadWords::tr("Nothing can be sent back through a web form.")
                                                         : ThreadWords::tr("Nothing can be sent back on this channel.");
    view.noWayBack += QLatin1Char(' ')
        + (view.phone.isEmpty() && view.email.isEmpty() ? ThreadWords::tr("Neither a phone number nor an e-mail address is known; a note for your team can be left.")
                                                        : ThreadWords::tr("Reach %1 another way, or leave a note for your team.").arg(isolated(view.firstName)));
}

} // namespace

TakingWords takingWords(const QString &name)
{
    return {ThreadWords::tr("%1 is typing.").arg(firstWord(name)), ThreadWords::tr("Take over anyway? T again."), ThreadWords::tr("Take over anyway?")};
}

ThreadView threadView(const ConversationRow &row, const ThreadContext &context)
{
    ThreadView view;
    view.mayWork = context.mayWork;
    const std::string &known = !row.leadName.empty() ? row.leadName : (!row.leadPhone.empty() ? row.leadPhone : row.leadEmail);
    view.name = personWord(fromUtf8(known), row.lead);
    view.firstName = row.leadName.empty() ? ThreadWords::tr("the customer") : firstWord(view.name);
    view.temperature = temperatureSign(row.temperature.value());
    if (row.score)
        view.temperature.word += QChar(0x00A0) + QString::number(*row.score);
    QStringList subline {channelSign(row.channel).word};
    if (!row.clientName.empty())
        subline << harmless(fromUtf8(row.clientName));
    if (const QString language = languageWord(fromUtf8(row.language)); !language.isEmpty())
        subline << language;
    view.subline = subline.join(QStringLiteral(" · "));
    setAnswer(row, context, view);
    setPresence(context, view);
    setWindow(row, context, view);
    setWayBack(row, view);
    return view;
}

} // namespace foredeck::ui
