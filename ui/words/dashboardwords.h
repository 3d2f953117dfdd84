#pragma once

#include "models/items/dashboardfigures.h"
#include "ui/words/rowwords.h"

#include <QStringList>

#include <string>
#include <utility>
#include <vector>

namespace foredeck::ui {

/// A client's figures in words.

/// One that a person can open.
enum class Figure { Leads, Hot, Warm, Cold, Unscored, Qualified, Booked, Active, Mine, Unassigned, Waiting, Pending };

struct FigureWords {
    Figure figure = Figure::Leads;
    QString glyph; ///< may be empty
    Color color = Color::Text;
    QString value; ///< "–": not known
    QString label;
    QString aside; ///< what it rests on, in a clause; may be empty
    QString tip; ///< what else must be known of it; may be empty
    QString accessible;
    friend bool operator==(const FigureWords &, const FigureWords &) = default;
};

/// What the lists of the inbox and of the escalations count; nothing: not read yet.
struct DeskCounts {
    std::int64_t active = 0; ///< not ended
    std::int64_t mine = 0;
    std::int64_t unassigned = 0;
    std::int64_t waiting = 0;
    std::int64_t pending = 0;
};
/// Of nothing that is not known yet a figure is made up.
std::vector<FigureWords> figureWords(const std::optional<DashboardPicture> &picture, const std::optional<DeskCounts> &desk, const TimeContext &time);

/// One bar of a chart, and the same as a row of its table.
struct ChartBar {
    QString label;
    QString end; ///< stands where the bar ends
    QString spoken;
    std::vector<double> parts; ///< from the axis outwards
    QStringList cells;
    std::string key; ///< which day or channel it is, wherever it stands
};
struct ChartWords {
    QString title; ///< what it shows, as a sentence
    QString subtitle;
    QStringList columns; ///< of the table
    std::vector<ChartBar> bars;
    std::vector<Sign> legend; ///< of the parts, outermost first: what and how many; empty: there is one kind of part
};
/// Parts: without score, cold, warm, hot.
ChartWords dayChart(const LeadFigures &leads, const TimeContext &time);
ChartWords channelChart(const LeadFigures &leads);

/// The first answers of one kind of answerer at one client.
struct AnswerLine {
    QString who;
    QString words; ///< "median 4 min, 95 % within 17 min, 164 times"
    QString slowest; ///< accessible name of what opens them; empty: there are none
    std::vector<std::pair<ConversationId, QString>> conversations; ///< the slowest, in words
};
std::vector<AnswerLine> answerLines(const DashboardPicture &picture);
/// What the assistant used, a sentence per engine; of the clients whose figures are known.
QStringList engineLines(const DashboardPicture &picture);
/// How old the server's figures are, and what is missing in them.
QString answersAge(const DashboardPicture &picture, bool online, const TimeContext &time);
/// "Two of the seven newest have no owner"
QString newestTitle(const std::vector<LeadRow> &newest);
/// "14 – 20 Nov", or one day.
QString daysWord(const LeadFigures &leads, const TimeContext &time);
/// The picture's days on its own clock.
TimeContext inZoneOf(const DashboardPicture &picture, TimeContext time);

} // namespace foredeck::ui
