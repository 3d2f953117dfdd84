#pragma once

#include "models/items/transcriptitem.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <vector>

namespace foredeck::ui {

/// Bubble: the customer can see it. Band and note: only we can. Filled: a person. Outlined: the machine.
enum class EntryShape { CustomerBubble, StaffBubble, AssistantBubble, Note, Band };

enum class EntryAct { None, ToggleDecision, ShowAll, Retry, Edit, SendAnyway, Drop };

/// One line of an opened decision: what it is, and what it was.
struct DecisionLine {
    QString label;
    QString text;
};

/// One entry of a transcript in words, ready to be laid out and painted.
struct EntryView {
    QString id;
    EntryShape shape = EntryShape::CustomerBubble;
    QString day; ///< a separator with the day stands above
    QString fresh; ///< "1 new": the line the reader has not passed
    bool joined = false; ///< same speaker within three minutes: no name line

    QString speakerGlyph;
    QString speaker;
    QString role; ///< "customer · 13:46"
    Sign delivery; ///< in the name line; empty word: none

    QString text; ///< already without hostile controls
    /// A colleague whom a note names, where they stand in `text`.
    struct Named {
        int from = 0;
        int to = 0; ///< behind its last character
        bool isMe = false;
    };
    std::vector<Named> named;
    QString cut; ///< said below a text that is longer than what is shown
    bool folded = false; ///< only its beginning is shown, and a press on `cut` shows the rest
    bool dashed = false; ///< not yet: local echo, kept here
    QStringList attachments;

    Sign band; ///< of a band: its glyph and its first words, 600
    QString bandWords;
    QString aside; ///< "41 % · 13:49"
    int asideBars = -1;

    Sign foot; ///< below a bubble: "Not sent: number unreachable"
    std::vector<std::pair<EntryAct, QString>> acts; ///< beside the foot

    QString chip; ///< decision: "Answered · 2 sources"
    QString chipPercent;
    int chipBars = 0;
    bool open = false;
    std::vector<DecisionLine> decision;

    QString accessible;
    QString tip;
};

struct EntryContext {
    TimeContext time;
    Timestamp localNow; ///< for what waits on this computer's clock
    bool reached = true; ///< the server is, so that what is due goes out
    bool leadsBack = true; ///< an answer can reach the customer here at all
    bool isHeld = false; ///< by somebody else: no answer goes past them
    QString leadName;
    QString leadPhone; ///< as it is written for people
    QString clientName;
    const TranscriptItem *previous = nullptr;
    bool continuesRun = false;
    int fresh = 0; ///< > 0 on the first unread entry: how many
    bool open = false; ///< its decision is opened
    bool whole = false; ///< however long it is
};

EntryView entryView(const TranscriptItem &item, const EntryContext &context);
/// Whether an entry is worth a line: one act of a person may change owner, claim and status at once, and the change of the
/// owner says it all.
bool isShown(const TranscriptItem &item);
/// What a transition's band says: glyph with its 600 words, then the rest.
std::pair<Sign, QString> bandWords(const TranscriptItem &item, const EntryContext &context);

} // namespace foredeck::ui
