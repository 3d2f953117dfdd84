#pragma once

#include <QString>

namespace foredeck::ui {

/// Why something did not happen, as a sentence in the interface's language. The server, the wire and the outbox say it in
/// English; what this version does not know is shown as it came, as a sentence.
QString problemWords(const QString &detail);
/// What is wrong with a field, where its name stands beside it.
QString problemReason(const QString &reason);

} // namespace foredeck::ui
