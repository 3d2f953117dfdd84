#include "ui/words/problemwords.h"

#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>
#include <utility>

namespace foredeck::ui {

namespace {

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(ProblemWords)
};

constexpr const char *heldBy = QT_TRANSLATE_NOOP("ProblemWords", "it is held by %1");

/// As they come; "%1" stands for what differs from time to time.
constexpr const char *sentences[] {
    QT_TRANSLATE_NOOP("ProblemWords", "e-mail or password is wrong"),
    QT_TRANSLATE_NOOP("ProblemWords", "too many wrong tries; try again later"),
    QT_TRANSLATE_NOOP("ProblemWords", "this account cannot sign in"),
    QT_TRANSLATE_NOOP("ProblemWords", "too many people sign in right now"),
    QT_TRANSLATE_NOOP("ProblemWords", "this session has ended"),
    QT_TRANSLATE_NOOP("ProblemWords", "this session has ended; sign in again"),
    QT_TRANSLATE_NOOP("ProblemWords", "sign in first"),
    QT_TRANSLATE_NOOP("ProblemWords", "your role does not allow this"),
    QT_TRANSLATE_NOOP("ProblemWords", "this e-mail is taken"),
    QT_TRANSLATE_NOOP("ProblemWords", "the profile's folder cannot be made: %1"),
    QT_TRANSLATE_NOOP("ProblemWords", "the profile's lock cannot be written: %1"),
    QT_TRANSLATE_NOOP("ProblemWords", "the disk is full; free some space on it and start Foredeck again: %1"),
    QT_TRANSLATE_NOOP("ProblemWords", "something newer has come"),
    QT_TRANSLATE_NOOP("ProblemWords", "somebody else has edited it"),
    QT_TRANSLATE_NOOP("ProblemWords", "the act is on its way"),
    QT_TRANSLATE_NOOP("ProblemWords", "the act is on its way or done"),
    QT_TRANSLATE_NOOP("ProblemWords", "the act is not in the outbox any more"),
    QT_TRANSLATE_NOOP("ProblemWords", "it may have arrived; that is known once the server can be reached"),
    QT_TRANSLATE_NOOP("ProblemWords", "it cannot be taken back any more"),
    QT_TRANSLATE_NOOP("ProblemWords", "the key or password of the act is not kept; it must be entered anew"),
    QT_TRANSLATE_NOOP("ProblemWords", "This reply waited too long to be sent without a look"),
    QT_TRANSLATE_NOOP("ProblemWords", "The server was set back to a copy without this message; it may have arrived all the same"),
    QT_TRANSLATE_NOOP("ProblemWords", "The server was set back to a copy that may be without this"),
    heldBy,
    QT_TRANSLATE_NOOP("ProblemWords", "the conversation has changed"),
    QT_TRANSLATE_NOOP("ProblemWords", "the conversation has ended"),
    QT_TRANSLATE_NOOP("ProblemWords", "the conversation has ended already"),
    QT_TRANSLATE_NOOP("ProblemWords", "the conversation has not ended"),
    QT_TRANSLATE_NOOP("ProblemWords", "the conversation is gone"),
    QT_TRANSLATE_NOOP("ProblemWords", "the lead has changed"),
    QT_TRANSLATE_NOOP("ProblemWords", "the lead was merged into another"),
    QT_TRANSLATE_NOOP("ProblemWords", "a lead with more than %1 conversations is not merged"),
    QT_TRANSLATE_NOOP("ProblemWords", "the lease was lost"),
    QT_TRANSLATE_NOOP("ProblemWords", "another lead has this phone or e-mail"),
    QT_TRANSLATE_NOOP("ProblemWords", "somebody else is being entered; save that first"),
    QT_TRANSLATE_NOOP("ProblemWords", "the assistant cannot answer who came in or called"),
    QT_TRANSLATE_NOOP("ProblemWords", "they have opted out of messages on this channel"),
    QT_TRANSLATE_NOOP("ProblemWords", "they have written meanwhile; answer in their conversation"),
    QT_TRANSLATE_NOOP("ProblemWords", "somebody else has written to them; answer in their conversation"),
    QT_TRANSLATE_NOOP("ProblemWords", "there are %1 notices already"),
    QT_TRANSLATE_NOOP("ProblemWords", "only managers pause the assistant without an end, or end that"),
    QT_TRANSLATE_NOOP("ProblemWords", "there is no channel with this id"),
    QT_TRANSLATE_NOOP("ProblemWords", "the client has no such channel"),
    QT_TRANSLATE_NOOP("ProblemWords", "the client has no knowledge base"),
    QT_TRANSLATE_NOOP("ProblemWords", "there are %1 rules already"),
    QT_TRANSLATE_NOOP("ProblemWords", "there are %1 macros already"),
    QT_TRANSLATE_NOOP("ProblemWords", "a conversation has at most %1 labels"),
    QT_TRANSLATE_NOOP("ProblemWords", "text: %1 is no variable"),
    QT_TRANSLATE_NOOP("ProblemWords", "there are %1 open tasks already"),
    QT_TRANSLATE_NOOP("ProblemWords", "the task has changed"),
    QT_TRANSLATE_NOOP("ProblemWords", "the task is over"),
    QT_TRANSLATE_NOOP("ProblemWords", "The server is busy."),
    QT_TRANSLATE_NOOP("ProblemWords", "too many writes are waiting"),
    QT_TRANSLATE_NOOP("ProblemWords", "The request could not be handled."),
    QT_TRANSLATE_NOOP("ProblemWords", "the server did not answer"),
    QT_TRANSLATE_NOOP("ProblemWords", "the server answered %1"),
    QT_TRANSLATE_NOOP("ProblemWords", "the network changed"),
    QT_TRANSLATE_NOOP("ProblemWords", "nothing was heard for %1 s"),
};

/// What a library says somewhere in a sentence of its own, and what a person makes of it.
constexpr std::pair<const char *, const char *> causes[] {
    {"database or disk is full", QT_TRANSLATE_NOOP("ProblemWords", "The disk is full; free some space on it.")},
    {"No space left on device", QT_TRANSLATE_NOOP("ProblemWords", "The disk is full; free some space on it.")},
    {"disk I/O error", QT_TRANSLATE_NOOP("ProblemWords", "The disk could not be read or written.")},
    {"attempt to write a readonly database", QT_TRANSLATE_NOOP("ProblemWords", "The folder of Foredeck's data may not be written to.")},
};

/// What is said after a field's name and a colon.
constexpr const char *reasons[] {
    QT_TRANSLATE_NOOP("ProblemWords", "is missing"),
    QT_TRANSLATE_NOOP("ProblemWords", "is empty"),
    QT_TRANSLATE_NOOP("ProblemWords", "is too long"),
    QT_TRANSLATE_NOOP("ProblemWords", "is not there"),
    QT_TRANSLATE_NOOP("ProblemWords", "is out of bounds"),
    QT_TRANSLATE_NOOP("ProblemWords", "is no e-mail address"),
    QT_TRANSLATE_NOOP("ProblemWords", "is no IANA time zone"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be in E.164 form, such as +13055550142"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be a telephone number with its country code, such as +13055550101"),
    QT_TRANSLATE_NOOP("ProblemWords", "is no active person who may answer for this client"),
    QT_TRANSLATE_NOOP("ProblemWords", "is no active person who sees this client"),
    QT_TRANSLATE_NOOP("ProblemWords", "does not stand in the text behind an @"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be an http or https address"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be dates such as 2026-12-25"),
    QT_TRANSLATE_NOOP("ProblemWords", "must follow one another without overlap"),
    QT_TRANSLATE_NOOP("ProblemWords", "must have at least 10 characters"),
    QT_TRANSLATE_NOOP("ProblemWords", "has more than 20 entries"),
    QT_TRANSLATE_NOOP("ProblemWords", "has more than 200 entries"),
    QT_TRANSLATE_NOOP("ProblemWords", "has more than 500 entries"),
    QT_TRANSLATE_NOOP("ProblemWords", "has more than 1200 characters"),
    QT_TRANSLATE_NOOP("ProblemWords", "has moved on since it was read"),
    QT_TRANSLATE_NOOP("ProblemWords", "asks for nothing"),
    QT_TRANSLATE_NOOP("ProblemWords", "has no word that can be looked for"),
    QT_TRANSLATE_NOOP("ProblemWords", "is not configured"),
    QT_TRANSLATE_NOOP("ProblemWords", "has no telephone number that can be written to"),
    QT_TRANSLATE_NOOP("ProblemWords", "is needed: the 24-hour window for free text is over"),
    QT_TRANSLATE_NOOP("ProblemWords", "must fill every gap of the template"),
    QT_TRANSLATE_NOOP("ProblemWords", "must each be one line of up to 500 bytes"),
    QT_TRANSLATE_NOOP("ProblemWords", "is not known"),
    QT_TRANSLATE_NOOP("ProblemWords", "is no channel that messages come through"),
    QT_TRANSLATE_NOOP("ProblemWords", "holds what is no e-mail address"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be 0 to 99"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be 1 to 10080"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be 1 to 3"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be two lower-case letters (ISO 639-1)"),
    QT_TRANSLATE_NOOP("ProblemWords", "is no reason that a rule may hand over for"),
    QT_TRANSLATE_NOOP("ProblemWords", "is the name of another macro"),
    QT_TRANSLATE_NOOP("ProblemWords", "is taken already"),
    QT_TRANSLATE_NOOP("ProblemWords", "must be one line of plain words"),
    QT_TRANSLATE_NOOP("ProblemWords", "has more than 500 bytes"),
    QT_TRANSLATE_NOOP("ProblemWords", "must lie ahead"),
    QT_TRANSLATE_NOOP("ProblemWords", "must lie within a year"),
    QT_TRANSLATE_NOOP("ProblemWords", "must lie within a week"),
};

/// The words of the fields that people fill in; others are told by their key.
constexpr std::pair<const char *, const char *> fields[] {
    {"email", QT_TRANSLATE_NOOP("ProblemWords", "E-mail")},
    {"password", QT_TRANSLATE_NOOP("ProblemWords", "Password")},
    {"name", QT_TRANSLATE_NOOP("ProblemWords", "Name")},
    {"number", QT_TRANSLATE_NOOP("ProblemWords", "Number")},
    {"zone", QT_TRANSLATE_NOOP("ProblemWords", "Time zone")},
    {"closed_dates", QT_TRANSLATE_NOOP("ProblemWords", "Closed days")},
    {"contact", QT_TRANSLATE_NOOP("ProblemWords", "How to reach the desk")},
    {"missed_call_text", QT_TRANSLATE_NOOP("ProblemWords", "Text after a missed call")},
    {"hand_over_words", QT_TRANSLATE_NOOP("ProblemWords", "Your own words that ask for a person")},
    {"emergency_words", QT_TRANSLATE_NOOP("ProblemWords", "Your own words for an emergency")},
    {"owner_phone", QT_TRANSLATE_NOOP("ProblemWords", "Owner's telephone")},
    {"on_call", QT_TRANSLATE_NOOP("ProblemWords", "On call")},
    {"quiet_week", QT_TRANSLATE_NOOP("ProblemWords", "Quiet hours")},
    {"repeat_seconds", QT_TRANSLATE_NOOP("ProblemWords", "Said again every")},
    {"climb_minutes", QT_TRANSLATE_NOOP("ProblemWords", "The next ones are told after")},
    {"quiet_minutes", QT_TRANSLATE_NOOP("ProblemWords", "A request that was left unfinished goes to a person after")},
    {"escalation_due_minutes", QT_TRANSLATE_NOOP("ProblemWords", "A hand-over is due after")},
    {"long_conversation", QT_TRANSLATE_NOOP("ProblemWords", "Hand over after so many answers")},
    {"templates", QT_TRANSLATE_NOOP("ProblemWords", "WhatsApp templates")},
    {"week", QT_TRANSLATE_NOOP("ProblemWords", "Opening hours")},
    {"always", QT_TRANSLATE_NOOP("ProblemWords", "Open day and night")},
    {"conversation", QT_TRANSLATE_NOOP("ProblemWords", "Conversation")},
    {"text", QT_TRANSLATE_NOOP("ProblemWords", "Text")},
    {"owner_id", QT_TRANSLATE_NOOP("ProblemWords", "Who does it")},
    {"due", QT_TRANSLATE_NOOP("ProblemWords", "By when")},
    {"outcome", QT_TRANSLATE_NOOP("ProblemWords", "What came of it")},
    {"channel", QT_TRANSLATE_NOOP("ProblemWords", "Channel")},
    {"template", QT_TRANSLATE_NOOP("ProblemWords", "Template")},
    {"lead_id", QT_TRANSLATE_NOOP("ProblemWords", "Lead")},
    {"wants", QT_TRANSLATE_NOOP("ProblemWords", "What they want")},
    {"note", QT_TRANSLATE_NOOP("ProblemWords", "First note")},
    {"mentions", QT_TRANSLATE_NOOP("ProblemWords", "Mention")},
};

QString translated(const char *english)
{
    return ProblemWords::tr(english);
}

/// Numbers as they are written here. What a sign stands beside is a date or a telephone number.
QString grouped(const QString &words)
{
    static const QRegularExpression number {QStringLiteral("(?<![\\d+-])\\d{4,9}(?![\\d-])")};
    QString shown;
    qsizetype from = 0;
    for (auto found = number.globalMatch(words); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        shown += words.mid(from, one.capturedStart() - from) + countWord(one.captured().toLongLong());
        from = one.capturedEnd();
    }
    return shown + words.mid(from);
}

std::optional<QString> known(const QString &detail, const char *english)
{
    const QString form = QLatin1StringView(english);
    const qsizetype gap = form.indexOf(QStringLiteral("%1"));
    if (gap < 0)
        return detail == form ? std::optional(translated(english)) : std::nullopt;
    const QString before = form.left(gap);
    const QString after = form.mid(gap + 2);
    if (detail.size() <= before.size() + after.size() || !detail.startsWith(before) || !detail.endsWith(after))
        return std::nullopt;
    return translated(english).arg(detail.mid(gap, detail.size() - before.size() - after.size()));
}

/// "email: is missing": the key and, in words, the reason; nothing when it is no such sentence.
std::optional<std::pair<QString, QString>> fieldAndReason(const QString &detail)
{
    const qsizetype colon = detail.indexOf(QStringLiteral(": "));
    const QString key = detail.left(colon);
    if (colon <= 0 || key.contains(QLatin1Char(' ')))
        return std::nullopt;
    const QString reason = detail.mid(colon + 2);
    for (const char *one : reasons) {
        if (reason == QLatin1StringView(one))
            return std::pair {key, grouped(translated(one))};
    }
    return std::pair {key, reason};
}

std::optional<QString> fieldSentence(const QString &detail)
{
    const auto known = fieldAndReason(detail);
    return known ? std::optional(fieldWord(known->first) + QStringLiteral(": ") + known->second) : std::nullopt;
}

QString asSentence(QString words)
{
    words = words.trimmed();
    if (words.isEmpty())
        return {};
    words[0] = words[0].toUpper();
    const QChar last = words.back();
    return last.isLetterOrNumber() || last == QLatin1Char(')') || last == QLatin1Char('"') ? words + QLatin1Char('.') : words;
}

} // namespace

/// "clients[0].locations[0].hours.zone" → "Time zone": of a path, the innermost part that people know.
QString fieldWord(QString key)
{
    static const QRegularExpression index {QStringLiteral("\\[\\d+\\]")};
    const QStringList parts = key.remove(index).split(QLatin1Char('.'));
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        for (const auto &[name, word] : fields) {
            if (*part == QLatin1StringView(name))
                return translated(word);
        }
    }
    return wordsOfKey(key);
}

QString problemReason(const QString &reason)
{
    for (const char *one : reasons) {
        if (reason == QLatin1StringView(one))
            return asSentence(grouped(translated(one)));
    }
    return asSentence(reason);
}

QString problemWords(const QString &detail)
{
    for (const char *sentence : sentences) {
        if (const std::optional<QString> words = known(detail, sentence))
            return asSentence(*words);
    }
    for (const auto &[cause, words] : causes) {
        if (detail.contains(QLatin1StringView(cause)))
            return translated(words);
    }
    return asSentence(fieldSentence(detail).value_or(detail));
}

QString problemWords(const QString &detail, const std::vector<Mention> &mentions)
{
    static const QRegularExpression one {QStringLiteral("^mentions\\[(\\d+)\\]\\.")};
    const auto found = one.match(detail);
    const auto at = found.hasMatch() ? found.captured(1).toUInt() : mentions.size();
    const auto known = fieldAndReason(detail);
    if (!known || at >= mentions.size() || mentions[at].name.empty())
        return problemWords(detail);
    return asSentence(ProblemWords::tr("Mention of %1: %2", "a colleague, and what is wrong with it").arg(fromUtf8(mentions[at].name), known->second));
}

QString reviewWords(const QString &problem, bool isHeld)
{
    const bool isOver = !isHeld && known(problem, heldBy);
    return isOver ? ProblemWords::tr("Somebody else had it when it was to go out.") : problemWords(problem);
}

DoubtWords doubtWords(OpState state, Doubt doubt)
{
    if (doubt == Doubt::None)
        return {};
    const QString what = ProblemWords::tr("It may have arrived.");
    // What it leads to comes before why: where there is little room, the end is cut.
    if (doubt == Doubt::SetBack)
        return {what, ProblemWords::tr("Sent again, it may arrive twice: the server was set back to an earlier copy.")};
    if (state == OpState::NeedsReview || state == OpState::Refused)
        return {what, ProblemWords::tr("Sent again, it arrives only once: the server did not answer.")};
    return {what, ProblemWords::tr("The server did not answer. It is asked again once it can be reached, and it arrives only once.")};
}

bool saysDiskFull(const QString &detail)
{
    return detail.contains(QStringLiteral("database or disk is full")) || detail.contains(QStringLiteral("No space left on device"));
}

FieldProblem fieldProblem(const QString &detail)
{
    const auto known = fieldAndReason(detail);
    return known ? FieldProblem {known->first, asSentence(known->second)} : FieldProblem {};
}

} // namespace foredeck::ui
