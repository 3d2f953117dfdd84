#pragma once

#include "models/domain/macro.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace foredeck::ui {

/// What is typed to find a macro: a slash with which a line begins (blanks aside), and what follows it.
struct SlashWords {
    int slash = 0; ///< where it stands in the line
    QString query;
};
/// Of a line up to the caret; nothing: it asks for none. A second slash makes a path or a date of it. Pure.
std::optional<SlashWords> slashWords(const QString &lineToCaret);

/// A macro that fits, and which letters of its name did.
struct MacroChoice {
    Macro macro;
    QList<int> positions;
};
/// Those whose name fits, best first, then those whose text has the words; all, in their order, where nothing is asked for.
/// Pure.
std::vector<MacroChoice> macrosFor(const QString &query, const std::vector<Macro> &macros);

} // namespace foredeck::ui
