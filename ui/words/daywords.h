#pragma once

#include "models/items/daylist.h"
#include "ui/words/timewords.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace foredeck::ui {

/// The list of a day in words, ready for paper. It is read by whoever finds it on the desk: it names people, never "you".

/// What is to be done for one person, with a box to tick.
struct DayLine {
    QString when; ///< "14:30"; of a day before "Tue 09:20"; empty: no time is recorded
    QString name;
    QString phone; ///< empty: none is known
    QStringList what; ///< kind, what is to be done, what the customer wants: each a paragraph
    QString owner;
};

struct DaySection {
    QString business;
    QString day; ///< "Today, Friday 20 November · times in America/New_York"
    std::vector<DayLine> tasks;
    std::vector<DayLine> booked;
    QString more; ///< how many booked ones there is no room for; empty: none
};

struct DayText {
    QString title;
    QString asOf; ///< of which moment what stands there is
    std::vector<DaySection> sections;
    int lines() const;
    /// All of it, line by line, for who does not see the paper.
    QString spoken() const;
};
/// What a list of a day says above its columns: time, customer, what for, who.
QStringList dayColumns();
/// Above those whose appointment has no time.
QString bookedTitle();
/// "Page 1 of 3".
QString pageWord(int page, int pages);

/// `asOf`: since when nothing newer has come in; nothing: it is of now.
DayText dayText(const DaySheet &sheet, const std::optional<Timestamp> &asOf, const TimeContext &time);

} // namespace foredeck::ui
