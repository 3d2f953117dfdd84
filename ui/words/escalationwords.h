#pragma once

#include "models/cache/rows.h"
#include "models/domain/escalationstats.h"
#include "models/items/escalationitem.h"
#include "models/items/escalationlistmodel.h"
#include "ui/words/rowwords.h"

#include <vector>

namespace foredeck::ui {

/// A hand-over's row in words, ready for painting; says what the eye gets.
struct EscalationView {
    QString initials;
    Sign channel;
    QString mark; ///< empty: only one tenant in view
    int markSeed = 0;
    QString name;
    RowPart clock; ///< or, of what is closed, when that was
    Sign reason;
    QString ask;
    QString owner; ///< who has it since when, or how long it waits
    QString ownerShort; ///< where there is no room for it: who, or how long
    bool dashed = false; ///< an act of this person on it has not arrived yet
    QString accessible;
    QString tip;
};
/// What somebody wishes, as the server wrote it down: "request: a berth; when: Friday". Its labels are English there, the
/// rest is the customer's own words.
QString wishWords(const QString &wish);
/// Why it was handed over; where a rule of the client's own did, with its name: "Rule: Refunds", "Legal · Rule: Contracts".
QString handOverWords(const Open<EscalationReason> &reason, const QString &rule);
EscalationView escalationView(const EscalationItem &item, const RowContext &context);

/// "Nobody yet", "Claimed".
QString escalationGroupWord(EscalationStatus group);
QString escalationTabWord(EscalationTab tab);

/// The clock of the open one as its box says it.
struct DueWords {
    Sign sign; ///< `glyph` empty: the ring
    double rest = 0;
    QString below; ///< "was due 13:56"
    bool shown = false;
};
DueWords dueWords(const EscalationItem &item, const TimeContext &time);

/// The head of the open one.
struct EscalationHead {
    QString name;
    QString subline; ///< "Saltgrass Marina · SMS · English"
    Sign temperature; ///< "Hot 91"
    Sign reason;
    QString priority; ///< "Priority 1"
    QString handed; ///< "handed over 13:54 by the assistant"
    QString owner; ///< who has it since when, or how long it waits
};
EscalationHead escalationHead(const EscalationRow &row, const EscalationItem &item, const TimeContext &time);

/// What was done before it came here and who was told since, by time.
struct TriedLine {
    QString time; ///< empty: not known
    QString glyph;
    QString by; ///< for those who do not see the glyph
    QString text;
    std::optional<double> confidence;
};
std::vector<TriedLine> triedLines(const Escalation &escalation, const TimeContext &time);

struct MoodPoint {
    int degree = 0; ///< 0 good … 3 bad; -1: a word that is not known
    QString words; ///< "worried 13:49"
};
struct MoodWords {
    QString glyph; ///< an arrow, or empty
    QString word; ///< where it goes: "Falling"; of one mood, that one; empty: nothing is known
    std::vector<MoodPoint> points; ///< the last three
};
MoodWords moodWords(const EscalationBrief &brief, const TimeContext &time);

/// What is left to do: whoever is answered, as they do not wait any more, needs no reply.
std::vector<NextAction> nextActions(const Escalation &escalation, bool isAnswered);
/// The same of one, by what the cache holds of the conversation.
bool isLeft(const NextAction &action, const EscalationRow &row);

/// A next step as its card says it. `verb` empty: nothing can be done here but read it.
struct ActionWords {
    QString title;
    QString basis;
    QString verb;
    QString glyph;
};
ActionWords actionWords(const NextAction &action, const QString &firstName, const QString &phone);

/// One of the day's figures: "1 min 48 s" over "median time to claim"; "–" where nothing supports it.
struct StatWords {
    QString value;
    QString label;
};
std::vector<StatWords> statWords(const std::optional<EscalationStats> &stats);

} // namespace foredeck::ui
