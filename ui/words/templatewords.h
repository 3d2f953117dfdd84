#pragma once

#include "models/domain/messagetemplate.h"

#include <QString>

#include <optional>
#include <vector>

namespace foredeck::ui {

/// Templates as people write them down, one a line: "name | language | text"; a line break in the text as "\\n".
QString templateLines(const std::vector<MessageTemplate> &templates);
/// Nothing when a line is none; then `wrongLine` says which, from 1.
std::optional<std::vector<MessageTemplate>> templatesOf(const QString &lines, int &wrongLine);

} // namespace foredeck::ui
