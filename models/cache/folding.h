#pragma once

#include <QString>

namespace foredeck {

/// The text as search sees it: without case, accents (NFKD, marks dropped) and strokes.
QString folded(const QString &text);

} // namespace foredeck
