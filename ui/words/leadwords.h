#pragma once

#include "models/items/leaditem.h"
#include "ui/words/rowwords.h"

#include <optional>
#include <vector>

namespace foredeck::ui {

/// A lead's row in words, ready for painting; says what the eye gets.
struct LeadView {
    QString mark; ///< empty: only one tenant in view
    int markSeed = 0;
    QString name;
    Sign channel;
    Sign temperature; ///< `word` holds the number or "–"
    QString status;
    QString wants;
    QString value;
    Sign owner; ///< without a glyph
    QString last; ///< when the last word was said
    bool dashed = false; ///< an act of this person on it has not arrived yet
    QString accessible;
    QString tip;
};
LeadView leadView(const LeadItem &item, const RowContext &context);

/// The head of the open one.
struct LeadHead {
    QString name;
    Sign temperature; ///< "Hot 88"
    QString subline; ///< "Web form · Brightwater Dental · English"
    QString pending; ///< what the outbox holds for it; empty: nothing
};
LeadHead leadHead(const LeadRow &row, const LeadItem &item);

/// A step of the way from asking to closed. Reached are those that a record tells of.
struct LeadStep {
    enum class State { Reached, Current, NotYet };
    QString word;
    QString time; ///< empty: not known
    State state = State::NotYet;
};
std::vector<LeadStep> leadSteps(const LeadRow &row, const LeadHistory &history, const TimeContext &time);

/// "Service", "Urgency" …, each with what is known of it ("–": nothing).
struct LeadFact {
    QString label;
    QString words;
    bool known = false;
};
std::vector<LeadFact> qualificationFacts(const Qualification &qualification);

/// What moved the score, the most first.
struct FactorLine {
    QString words;
    QString time; ///< of the message that fired it, where the cache holds it
    QString points; ///< "+30", "−20"
    double share = 0; ///< 0–1 of the one that moved most
};
std::vector<FactorLine> factorLines(const Lead &lead, const LeadHistory &history, const TimeContext &time);

struct HistoryLine {
    QString time;
    QString glyph;
    QString words;
    QString who; ///< "You", "Assistant", a name; empty: the customer or nobody
};
/// Newest first; `name` and `phone` are the customer's.
std::vector<HistoryLine> historyLines(const LeadRow &row, const LeadHistory &history, const User &me, const TimeContext &time);

/// The statuses a person may choose, in the order of the way.
const std::vector<LeadStatus> &leadStatuses();

/// A range of scores that can be chosen.
struct ScoreRange {
    int from = -1;
    int to = 100;
    friend bool operator==(const ScoreRange &, const ScoreRange &) = default;
};
const std::vector<ScoreRange> &scoreRanges();
/// "Any", "40 – 100", "not scored"; the long form tells the temperature, too.
QString scoreRangeWord(const ScoreRange &range);
QString scoreRangeLine(const ScoreRange &range);
/// "Any", "6 of 9".
QString statusFilterWord(std::size_t chosen);
/// "any", "20 Nov", "14 – 20 Nov", "since 22 Oct"; in the zone that the days were cut in, or that of `time`.
QString cameFilterWord(const LeadQuery &query, const TimeContext &time);
/// "any", "SMS".
QString sourceFilterWord(const std::string &source);

} // namespace foredeck::ui
