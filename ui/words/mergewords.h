#pragma once

#include "models/cache/rows.h"

#include <QString>

#include <vector>

namespace foredeck::ui {

/// What a lead is called where several are beside each other: the name, else the number or e-mail. Harmless to show.
QString leadNameWord(const Lead &lead);
/// With what tells it from others of the same name: "Ana Vásquez · +34 600 000 001 · ana@example.com".
QString leadLineWord(const Lead &lead);
/// "same e-mail, ana@example.com": why two may be one person.
QString likenessWords(const LikenessFound &found);

/// What becomes of one field when two leads are merged.
struct MergeLine {
    QString label;
    QString words;
    QString instead; ///< what the other lead says and is not shown any more; empty: nothing is given up
};
/// In a fixed order; what neither of them says is left out.
std::vector<MergeLine> mergeLines(const LeadPage &left, const LeadPage &other);

} // namespace foredeck::ui
