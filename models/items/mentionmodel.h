#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/ports/ephemera.h"

#include <QObject>

#include <vector>

namespace foredeck {

/// Where this person was mentioned and has not looked since, as the cache tells it: the first ones of that view.
class MentionModel final : public QObject {
    Q_OBJECT
public:
    MentionModel(const LocalStore &store, const Ephemera &ephemera, QObject *parent = nullptr);
    const std::vector<MentionRow> &rows() const { return m_rows; }
    /// Null when it does not wait any more.
    const MentionRow *row(const ConversationId &id) const;
    /// What was not read yet would look as if it had been looked at.
    bool isLoaded() const { return m_isLoaded && !m_reading; }
    /// Another person has come.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void reload();

    const LocalStore &m_store;
    std::vector<MentionRow> m_rows;
    bool m_isLoaded = false;
    bool m_reading = false;
    bool m_again = false;
    Mailbox m_mailbox;
};

} // namespace foredeck
