#pragma once

#include "ui/shell/host.h"

#include <optional>

namespace foredeck::ui {

/// What is typed on the card of the first run as one line of the journal, and back.
QString textOf(const BusinessPlan &typed);
/// Of several lines the last: what was typed last stands at the end, wherever the journal joins texts.
std::optional<BusinessPlan> planOf(const QString &text);

} // namespace foredeck::ui
