#pragma once

#include "models/domain/mention.h"
#include "models/domain/op.h"

#include <QString>

#include <vector>

namespace foredeck::ui {

/// Why something did not happen, as a sentence in the interface's language. The server, the wire and the outbox say it in
/// English; what this version does not know is shown as it came, as a sentence.
QString problemWords(const QString &detail);
/// The same of an act that names people (mentionsOf): what is wrong with one of them says whom.
QString problemWords(const QString &detail, const std::vector<Mention> &mentions);
/// The same of a reply that wants a look. `isHeld`: somebody else has the conversation still; who had it then may have it no more.
QString reviewWords(const QString &problem, bool isHeld);
/// Where it is not known whether an act has arrived, that is said first; then why, and what becomes of it. Empty: it is known.
struct DoubtWords {
    QString what;
    QString why;
    QString whole() const { return what.isEmpty() ? why : what + QLatin1Char(' ') + why; }
};
DoubtWords doubtWords(OpState state, Doubt doubt);
/// Of whoever said it.
bool saysDiskFull(const QString &detail);
/// What is wrong with a field, where its name stands beside it.
QString problemReason(const QString &reason);

/// "alerts.owner_phone" → "Owner's telephone": of a path, the innermost part that people know.
QString fieldWord(QString key);

/// What is wrong with one field, to be told beside it.
struct FieldProblem {
    QString key; ///< as the server names it, such as "alerts.owner_phone"; empty: it is about no field
    QString sentence; ///< without the field's name
};
FieldProblem fieldProblem(const QString &detail);

} // namespace foredeck::ui
