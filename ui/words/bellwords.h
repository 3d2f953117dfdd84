#pragma once

#include "models/cache/rows.h"
#include "models/items/bellrules.h"
#include "models/ports/notifier.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

namespace foredeck::ui {

/// Keys of what can be pressed on a notification.
inline const QString openAction = QStringLiteral("open");
inline const QString takeOverAction = QStringLiteral("take_over");
inline const QString seenAction = QStringLiteral("seen");
/// Of the one that stands for many; the others bear their hand-over's id.
inline const QString summaryKey = QStringLiteral("summary");
inline const QString trialKey = QStringLiteral("trial");

/// What a notification says of a hand-over. `rung`: of the ladder, on which one was called. `mayAct`: it can be taken up from
/// there.
Notification handOverNotice(const EscalationRow &row, const std::string &rung, const BellSettings &settings, bool mayAct);
/// The customer: their name, else their phone, else their e-mail; harmless to show.
QString callerName(const EscalationRow &row);
/// Its notification shows what the customer wrote since they were handed over, in the place of what they wanted then.
bool saysNewest(const EscalationRow &row);
/// Of many; `names` are the first ones.
Notification summaryNotice(int count, const QStringList &names, const BellSettings &settings);
/// The notification of what is new in a conversation, by that, and back; empty: it is none.
QString newsKey(const ConversationId &conversation);
ConversationId conversationOf(const QString &key);
/// Of the one that stands for several of them.
inline const QString manyNewsKey = QStringLiteral("news");
/// That a note names this person, or what is new where they take part; without a sound.
Notification newsNotice(const NewsRow &row, const BellSettings &settings);
Notification manyNewsNotice(int count);
/// That nothing is wrong, for "Show one now".
Notification trialNotice(const BellSettings &settings);

/// What the status line says of notifications; no word where they come as they should. `hush`: now.
Sign bellSign(const NotifierStatus &status, const BellSettings &settings, Hush hush, const TimeContext &time);
/// In full, for the settings: who shows them, and what it cannot do.
QString notifierWords(const NotifierStatus &status);

} // namespace foredeck::ui
