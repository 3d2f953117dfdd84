#pragma once

#include "models/domain/user.h"
#include "ui/pages/inbox/caretpopup.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace foredeck::ui {

/// Of a line up to the caret: an @ that begins a word, and what follows it; nothing: it asks for nobody. An address is none.
/// Pure.
std::optional<SignWords> atWords(const QString &lineToCaret);

/// Whether a person may be mentioned in notes of this client: they see it, and can sign in.
bool maySee(const User &user, const ClientId &client);

/// Somebody who fits, and which letters of their name did.
struct PersonChoice {
    User user;
    QString name; ///< as it would stand in the note
    QList<int> positions;
};
/// Those whose name fits, best first, then those whose e-mail begins so; all, in their order, where nothing is asked for. Pure.
std::vector<PersonChoice> peopleFor(const QString &query, const std::vector<User> &people);

} // namespace foredeck::ui
