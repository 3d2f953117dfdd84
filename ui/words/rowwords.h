#pragma once

#include "models/items/conversationitem.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <functional>
#include <vector>

namespace foredeck::ui {

/// A piece of a row's third line.
struct RowPart {
    QString glyph; ///< may be empty
    double ring = -1; ///< 0–1: a clock's ring with the rest of its time, instead of the glyph
    QString text;
    Color color = Color::Text2;
    bool strong = false;
    bool clock = false; ///< never elided: what stands before it gives way
    bool keeps = false; ///< what stands before it leaves it some room
};

/// A conversation's row in words, ready for painting; says what the eye gets.
struct RowView {
    QString initials;
    Sign channel;
    QString mark; ///< empty: only one tenant in view
    int markSeed = 0;
    QString name;
    bool unread = false;
    int unreadCount = 0;
    QString time;
    RowPart clock; ///< the compact row shows it in the time's place when it has text
    Sign reason; ///< why it was handed over, or that the answer failed: the compact row shows the glyph before the clock
    QString holder; ///< a colleague who answers: the compact row shows the name before the snippet, where nobody else's stands
    QString prefix;
    Color prefixColor = Color::Text3;
    QString snippet;
    std::vector<RowPart> parts;
    Sign temperature; ///< `word` holds the number or "–"
    QString accessible;
    QString tip;
};

struct RowContext {
    TimeContext time;
    bool manyTenants = false;
    std::function<int(const ClientId &)> markSeed; ///< which tint a client has; may be empty
};

RowView rowView(const ConversationItem &item, const RowContext &context);
/// "Elena Vásquez", the phone, the e-mail, or "Visitor" when nobody said a name.
QString personWord(const QString &name, const LeadId &lead = {});

} // namespace foredeck::ui
