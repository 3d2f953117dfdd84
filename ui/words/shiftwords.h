#pragma once

#include "models/cache/rows.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QStringList>

namespace foredeck::ui {

/// What one shift tells the next, in words.

/// "Open hand-overs", "Promises and tasks": what stands above lines of one kind.
QString shiftHeading(ShiftLineKind kind);
/// "Elena Vásquez: Promise, flowers by noon".
QString shiftTitle(const ShiftLine &line);
/// "due 14:30, Tomás": when and whose it was at the hand-over.
QString shiftWhen(const ShiftLine &line, const TimeContext &time);
/// What has become of it: "still open", "done 14:20", "now due 16:00, Ana", "–" where nothing here tells.
Sign shiftStandingSign(const ShiftLine &line, const ShiftStanding &standing, const TimeContext &time);
/// "3 promises", "2 snoozed": only what there is, in the order of the lines.
QStringList shiftCounts(const std::vector<ShiftLine> &lines);
/// "Ana, 14:02".
QString shiftByline(const ShiftNote &note, const TimeContext &time);
/// "Read by Tomás 14:10, Nora 14:12"; empty: by nobody yet.
QString shiftReadersWords(const ShiftNote &note, const TimeContext &time);

} // namespace foredeck::ui
