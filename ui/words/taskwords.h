#pragma once

#include "models/cache/rows.h"
#include "models/domain/summary.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QStringList>

namespace foredeck::ui {

/// What somebody must do for a customer, in words.

/// "Call back", with its glyph.
Sign taskSign(const Open<TaskKind> &kind);

/// A task's line: says what the eye gets.
struct TaskView {
    Sign kind;
    QString title; ///< what is to be done; of a call back that says nothing more, its kind
    Sign when; ///< "due 14:30", "late by 6 min, was due 13:56", "done 14:02": the glyph tells it without colour
    QString owner; ///< "You", a name, "nobody yet"; of what is closed, who did it
    QString outcome; ///< what came of it; empty: nothing was said
    QString pending; ///< how far an act on it has come: "not sent yet"; empty: nothing is on its way
    bool over = false;
    QString accessible;
};
TaskView taskView(const TaskRow &row, const TimeContext &time, const UserId &me);

/// A promise in one line: "Flowers by noon, due 12:00".
QString promiseWords(const SummaryPromise &promise, const TimeContext &time);

} // namespace foredeck::ui
