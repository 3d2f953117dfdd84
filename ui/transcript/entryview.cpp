#include "ui/transcript/entryview.h"

#include "ui/transcript/textblock.h"
#include "ui/widgets/painting.h"
#include "ui/words/mentionwords.h"
#include "ui/words/problemwords.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct EntryWords {
    Q_DECLARE_TR_FUNCTIONS(EntryWords)
};

const QString middleDot = QStringLiteral(" · ");
/// What is on its way for longer is said to be.
constexpr std::chrono::seconds soon {5};

void addDecision(const TranscriptItem &item, EntryView &view)
{
    if (!item.decision)
        return;
    const Decision &decision = *item.decision;
    const auto used = std::count_if(decision.passages.begin(), decision.passages.end(), [](const PassageUse &p) { return p.used; });
    view.chip = decisionWord(decision.action);
    if (used > 0)
        view.chip += middleDot + EntryWords::tr("%n source(s)", "", int(used));
    view.chipPercent = percentWord(decision.confidence);
    view.chipBars = Theme().confidenceBars(decision.confidence);
    QStringList understood;
    if (!decision.intent.empty())
        understood << intentWord(fromUtf8(decision.intent)).toLower();
    if (const QString language = languageWord(fromUtf8(decision.language)); !language.isEmpty())
        understood << language;
    understood << urgencyWord(decision.urgency);
    if (!decision.mood.empty())
        understood << moodWord(fromUtf8(decision.mood)).toLower();
    view.decision.push_back({EntryWords::tr("Understood"), understood.join(QStringLiteral(", "))});
    for (const PassageUse &passage : decision.passages) {
        view.decision.push_back({passage.used ? EntryWords::tr("Source") : EntryWords::tr("Looked at"),
            QStringLiteral("“%1” · %2 · v%3").arg(harmless(fromUtf8(passage.title)), percentWord(passage.score)).arg(passage.documentVersion)});
    }
    if (decision.passages.empty())
        view.decision.push_back({EntryWords::tr("Source"), EntryWords::tr("none was needed or found")});
    QStringList fired;
    for (const RuleTrace &rule : decision.rules) {
        if (rule.fired)
            fired << ruleWord(fromUtf8(rule.rule)) + (rule.words.empty() ? QString() : QStringLiteral(" (“%1”)").arg(harmless(fromUtf8(rule.words))));
    }
    view.decision.push_back({EntryWords::tr("Rules fired"), fired.isEmpty() ? EntryWords::tr("none of %n", "", int(decision.rules.size())) : fired.join(QStringLiteral(", "))});
    QString engine = fromUtf8(decision.engine);
    if (!decision.model.empty())
        engine += QLatin1Char(' ') + fromUtf8(decision.model);
    view.decision.push_back({EntryWords::tr("Engine"), QStringLiteral("%1 · %2 ms").arg(engine).arg(decision.ms)});
    if (!decision.failure.empty())
        view.decision.push_back({EntryWords::tr("Failed"), harmless(fromUtf8(decision.failure))});
}

/// Replies go one after another: one that needs a look holds back those behind it.
Sign behindReview()
{
    return {QStringLiteral("clock"), EntryWords::tr("Goes out once you have decided about the reply before it"), Color::Text3};
}

/// What the outbox says of an act that has not come back.
void addOpState(const TranscriptItem &item, const EntryContext &context, EntryView &view)
{
    view.dashed = true;
    const bool reply = item.kind == TranscriptKind::Message;
    const Sign mayBeThere {QStringLiteral("help"), doubtWords(*item.opState, item.doubt).whole(), Color::Warning};
    switch (*item.opState) {
    case OpState::Held:
        view.delivery = {};
        // Offline its time passes without its going out.
        if (item.heldUntil && isOver(item.at, *item.heldUntil, context.localNow))
            view.delivery = opSign(OpState::Queued);
        else if (item.waitsForReview)
            view.foot = behindReview();
        else if (item.heldUntil && !context.reached)
            view.foot = {QStringLiteral("clock"), EntryWords::tr("Goes out once the server can be reached"), Color::Text3};
        else if (item.heldUntil)
            view.foot = {QStringLiteral("clock"), EntryWords::tr("Goes out in %1").arg(durationWord(std::chrono::ceil<std::chrono::seconds>(*item.heldUntil - context.localNow))), Color::Text3};
        return;
    case OpState::NeedsReview:
        view.delivery = {};
        view.foot = {QStringLiteral("alert"), item.problem.isEmpty() ? EntryWords::tr("Look before sending") : EntryWords::tr("Look before sending: %1").arg(harmless(reviewWords(item.problem, context.isHeld))), Color::Warning};
        if (item.doubt != Doubt::None)
            view.foot = mayBeThere;
        if (!context.isHeld || item.mayHaveArrived)
            view.acts.push_back({EntryAct::SendAnyway, EntryWords::tr("Send anyway")});
        if (!item.mayHaveArrived) // its words, edited and sent, would be a second message
            view.acts.push_back({EntryAct::Edit, EntryWords::tr("Edit")});
        view.acts.push_back({EntryAct::Drop, EntryWords::tr("Drop")});
        return;
    case OpState::Refused:
        view.delivery = {};
        view.foot = {QStringLiteral("alert"), item.problem.isEmpty() ? EntryWords::tr("Not sent") : EntryWords::tr("Not sent: %1").arg(harmless(problemWords(item.problem, item.mentions))), Color::Danger};
        if (item.doubt != Doubt::None)
            view.foot = mayBeThere;
        view.acts = {{EntryAct::Retry, EntryWords::tr("Retry")}};
        if (item.mayHaveArrived) // as above
            view.acts.push_back({EntryAct::Drop, EntryWords::tr("Drop")});
        else
            view.acts.push_back({EntryAct::Edit, EntryWords::tr("Edit")});
        return;
    case OpState::Queued:
    case OpState::Sending:
        if (reply)
            view.delivery = opSign(*item.opState, item.doubt);
        else if (item.kind == TranscriptKind::Note)
            view.aside = opSign(*item.opState, item.doubt).word;
        if (item.doubt != Doubt::None && item.kind != TranscriptKind::Transition)
            view.foot = mayBeThere;
        else if (item.waitsForReview)
            view.foot = behindReview();
        else if (item.kind != TranscriptKind::Transition && item.dueSince && context.localNow - *item.dueSince >= soon)
            view.foot = {QStringLiteral("clock"), EntryWords::tr("The server has not taken it yet; it is kept and goes by itself"), Color::Text3};
        return;
    case OpState::Acked:
    case OpState::Confirmed:
    case OpState::Cancelled:
    case OpState::Unknown:
        return;
    }
}

void addDelivery(const TranscriptItem &item, const EntryContext &context, EntryView &view)
{
    const Sign sign = deliverySign(item.delivery, harmless(item.deliveryReason));
    if (item.delivery == DeliveryState::Failed) {
        view.foot = sign;
        if (context.leadsBack)
            view.acts = {{EntryAct::Retry, EntryWords::tr("Retry")}, {EntryAct::Edit, EntryWords::tr("Edit")}};
    } else if (item.delivery == DeliveryState::Held) {
        view.dashed = true;
        if (view.shape == EntryShape::AssistantBubble)
            view.delivery = {sign.glyph, EntryWords::tr("Kept here"), sign.color};
        else
            view.foot = sign;
    } else if (item.delivery == DeliveryState::Suppressed) {
        view.dashed = true; // it has never left
        view.foot = sign;
    } else if (item.delivery == DeliveryState::Queued) {
        view.dashed = true;
        view.delivery = sign;
    } else {
        view.delivery = sign;
    }
    if (item.outcomeUnknown) {
        const bool again = item.delivery != DeliveryState::Failed && item.deliveryReason == QLatin1StringView(sentBefore.data(), qsizetype(sentBefore.size()));
        view.foot = {QStringLiteral("help"), again ? EntryWords::tr("It was sent again, as nobody knew whether it had arrived: it may have arrived twice")
                                                   : EntryWords::tr("The provider did not answer: it may have arrived"), Color::Warning};
    }
    if (!item.deliveryCode.isEmpty())
        view.tip += QLatin1Char('\n') + harmless(item.deliveryCode);
}

void addMessage(const TranscriptItem &item, const EntryContext &context, EntryView &view)
{
    const QString time = clockWord(item.at, context.time);
    switch (item.role.value()) {
    case MessageRole::Ai:
        view.shape = EntryShape::AssistantBubble;
        view.speakerGlyph = QStringLiteral("assistant");
        view.speaker = EntryWords::tr("Assistant");
        view.role = EntryWords::tr("for %1 · %2", "the assistant of a business, and the time").arg(harmless(context.clientName), time);
        break;
    case MessageRole::Staff:
        view.shape = EntryShape::StaffBubble;
        view.speaker = item.mine ? EntryWords::tr("You") : harmless(item.authorName);
        view.role = EntryWords::tr("staff · %1").arg(item.position == 0 && item.opState == OpState::Held ? EntryWords::tr("now") : time);
        break;
    case MessageRole::System:
        view.shape = EntryShape::AssistantBubble;
        view.speakerGlyph = QStringLiteral("info");
        view.speaker = EntryWords::tr("Automatic");
        view.role = EntryWords::tr("for %1 · %2", "the assistant of a business, and the time").arg(harmless(context.clientName), time);
        break;
    case MessageRole::Lead:
    case MessageRole::Unknown:
        view.shape = EntryShape::CustomerBubble;
        view.speaker = item.authorName.isEmpty() ? context.leadName : harmless(item.authorName);
        view.role = EntryWords::tr("customer · %1").arg(time);
        break;
    }
    if (item.sentAnyway && !item.opState) // before that nothing is sent
        view.role += middleDot + EntryWords::tr("sent anyway");
    addDelivery(item, context, view);
    addDecision(item, view);
    for (const QString &name : item.attachments)
        view.attachments << harmless(name);
}

QString accessibleWords(const TranscriptItem &item, const EntryContext &context, const EntryView &view)
{
    const QString time = clockWord(item.at, context.time);
    QStringList words;
    if (item.kind == TranscriptKind::Transition) {
        words << view.band.word;
        if (!view.bandWords.isEmpty())
            words << view.bandWords;
        words << time;
        return words.join(QStringLiteral(", "));
    }
    if (item.kind == TranscriptKind::Note) {
        words << EntryWords::tr("Private note by %1, %2: %3").arg(view.speaker, time, view.text);
        if (!item.mentionedMe.empty())
            words << EntryWords::tr("You are mentioned");
        for (const QString &state : {view.aside, view.foot.word}) {
            if (!state.isEmpty())
                words << state;
        }
        return words.join(QStringLiteral(". "));
    }
    words << view.speaker << time;
    if (!view.delivery.word.isEmpty())
        words << view.delivery.word.toLower();
    if (!view.foot.word.isEmpty())
        words << view.foot.word;
    QString spoken = words.join(QStringLiteral(", ")) + QStringLiteral(": ") + view.text;
    if (!view.attachments.isEmpty())
        spoken += QLatin1Char(' ') + EntryWords::tr("%n attachment(s)", "", int(view.attachments.size()));
    if (!view.chip.isEmpty())
        spoken += QLatin1Char(' ') + view.chip + QLatin1Char(' ') + view.chipPercent;
    return spoken;
}

/// Of what is shown of it.
void addMentions(const TranscriptItem &item, EntryView &view)
{
    for (const ShownMention &spot : shownMentions(view.text, item.mentions))
        view.named.push_back({spot.from, spot.from + spot.size, !item.mentionedMe.empty() && item.mentions[spot.mention].user == item.mentionedMe});
}

/// What would fill several screens is shown by its beginning.
void fold(EntryView &view)
{
    if (view.text.size() <= unfoldedCharacters && view.text.count(QLatin1Char('\n')) < unfoldedLines)
        return;
    qsizetype end = 0;
    for (int line = 0; line < foldedLines && end >= 0; ++line)
        end = view.text.indexOf(QLatin1Char('\n'), end + 1);
    end = std::min(foldedCharacters, end < 0 ? view.text.size() : end);
    if (view.text[end - 1].isHighSurrogate())
        --end;
    view.text = view.text.left(end) + QChar(0x2026);
    view.folded = true;
    view.cut = EntryWords::tr("Show all");
}

} // namespace

EntryView entryView(const TranscriptItem &item, const EntryContext &context)
{
    EntryView view;
    view.id = item.id;
    view.text = shownText(item.text);
    view.joined = context.continuesRun;
    view.open = context.open;
    view.tip = absoluteWord(item.at, context.time);
    const QDate day = localTime(item.at, context.time).date();
    if (!context.previous || localTime(context.previous->at, context.time).date() != day)
        view.day = dayWord(day, context.time);
    if (context.fresh > 0)
        view.fresh = EntryWords::tr("%n new", "", context.fresh);
    if (!view.day.isEmpty() || !view.fresh.isEmpty())
        view.joined = false;
    switch (item.kind) {
    case TranscriptKind::Message:
        addMessage(item, context, view);
        break;
    case TranscriptKind::Note:
        view.shape = EntryShape::Note;
        view.speaker = item.mine ? EntryWords::tr("you") : harmless(item.authorName);
        view.band = {QStringLiteral("lock"), EntryWords::tr("Private note"), Color::Text};
        view.bandWords = EntryWords::tr("%1 · %2 · the customer cannot see this").arg(view.speaker, clockWord(item.at, context.time));
        if (!item.mentionedMe.empty())
            view.band.word = EntryWords::tr("Private note for you");
        break;
    case TranscriptKind::Transition:
        view.shape = EntryShape::Band;
        std::tie(view.band, view.bandWords) = bandWords(item, context);
        view.text.clear();
        view.aside = clockWord(item.at, context.time);
        addDecision(item, view);
        if (item.decision) {
            view.asideBars = view.chipBars;
            view.aside = view.chipPercent + middleDot + view.aside;
        }
        break;
    }
    if (item.opState)
        addOpState(item, context, view);
    if (item.text.size() > maxShownCharacters)
        view.cut = EntryWords::tr("The first 64 KB are shown.");
    if (!context.whole)
        fold(view);
    addMentions(item, view);
    view.accessible = accessibleWords(item, context, view);
    if (view.open) {
        for (const DecisionLine &line : view.decision)
            view.accessible += QStringLiteral(". ") + line.label + QStringLiteral(": ") + line.text;
    }
    return view;
}

} // namespace foredeck::ui
