#pragma once

#include "models/domain/bulk.h"
#include "models/items/bulkplan.h"
#include "ui/words/timewords.h"

#include <QString>

namespace foredeck::ui {

/// What is done with many conversations at once, in words.

/// "Resolve 38 conversations?" Where there is nothing to do, that.
QString planTitle(const BulkPlan &plan, const TimeContext &time, const UserId &me);
/// What else there is to know before it is done: what has changed since, what goes with it, who is left out and why, whether
/// it can be undone. A line each.
QString planWords(const BulkPlan &plan);
/// "Resolve".
QString bulkVerb(BulkKind kind);
/// "Resolve: 1,200 of 10,000": conversations that have become acts.
QString progressWords(const BulkReport &report);
/// "38 conversations are resolved." Of an undo: that it is.
QString doneWords(const BulkReport &report, const TimeContext &time);
/// "2 of 40 could not be done: Elena Vásquez, Marcus Oyelaran." Empty: all could.
QString refusedWords(const BulkReport &report);

} // namespace foredeck::ui
