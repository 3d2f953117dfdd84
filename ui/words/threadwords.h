#pragma once

#include "models/cache/rows.h"
#include "models/ports/syncstatus.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace foredeck::ui {

/// Who answers, as the claim strip says it.
enum class AnswerState {
    Mine,
    MineLapsed, ///< one's own without a running lease: to take over begins a new one
    Other,
    Assistant,
    Nobody,
    Ended,
};

/// The open conversation in words: head of the thread, claim strip, composer.
struct ThreadView {
    QString name;
    Sign temperature; ///< "Hot 82"
    QString subline; ///< "WhatsApp · Casa Marisol · English"
    AnswerState answer = AnswerState::Nobody;
    QString strong; ///< "You are answering."
    QString words; ///< "The assistant stays silent."
    bool asks = false; ///< whether to take over from a person who is typing
    QString wordsInText; ///< the question where the key that answers it would only be a letter
    QString presence; ///< "Tomás is viewing"
    QString presenceName; ///< whose initials stand beside it
    Sign window; ///< "WhatsApp · window open 23 h 57 min"
    bool optedOut = false; ///< nothing that is written reaches the customer
    bool mayWork = true; ///< whoever looks may do something about it
    bool windowClosed = false; ///< WhatsApp: free text may not be sent any more
    QString noWayBack; ///< why no reply can reach the customer here, and what else can be done; empty: one can
    QString phone; ///< where there is no way back: as it is written for people
    QString email;
    QString firstName; ///< for the note's placeholder
};

struct ThreadContext {
    TimeContext time;
    UserId me;
    QList<Presence> presence;
    std::optional<Lease> lease;
    bool assistantOn = true;
    bool optedOut = false; ///< of messages on this channel
    bool asksToTake = false; ///< T was pressed while the one who answers is typing
    bool lostWords = false; ///< somebody took it over from the person here, who has written something
    bool mayWork = true; ///< the role of the person here is for more than reading
};

/// Asks whether to take a conversation from somebody who is typing in it: who, and the question.
struct TakingWords {
    QString strong;
    QString words;
    QString wordsInText; ///< without the key, which is a letter where one types
};
TakingWords takingWords(const QString &name);

ThreadView threadView(const ConversationRow &row, const ThreadContext &context);

} // namespace foredeck::ui
