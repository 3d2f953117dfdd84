#pragma once

#include "models/cache/rows.h"
#include "models/domain/macro.h"

#include <QString>

#include <vector>

namespace foredeck::ui {

/// Macros in words.

/// "First name of the customer".
QString variableWord(MacroVariable variable);
/// As it is written: "{{lead.first_name}}".
QString variableText(MacroVariable variable);
/// In the order in which they are offered.
const std::vector<MacroVariable> &macroVariables();
/// What a preview shows in their places; nobody's data.
MacroValues sampleValues();

/// A variable that stands in a text, in its characters.
struct VariableSpot {
    int from = 0;
    int size = 0;
    QString words; ///< as it stands there
    friend bool operator==(const VariableSpot &, const VariableSpot &) = default;
};
std::vector<VariableSpot> variablesIn(const QString &text);

/// Why a text cannot be a macro's; empty: it can.
QString macroTextProblem(const QString &text);
/// Its name, or what stands for one that has none.
QString macroName(const Macro &macro);
/// How far an act on one of a list has come: "not sent yet"; empty: nothing is on its way.
QString pendingWords(PendingKind pending, bool isDeleting);

} // namespace foredeck::ui
