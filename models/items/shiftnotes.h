#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"

#include <QObject>

#include <vector>

namespace foredeck {

/// What shifts told each other last, of every client, the newest first, after this person's acts. Follows the cache.
class ShiftNotes final : public QObject {
    Q_OBJECT
public:
    explicit ShiftNotes(const LocalStore &store, QObject *parent = nullptr);
    const std::vector<ShiftNoteRow> &items() const noexcept { return m_rows; }
    const ShiftNoteRow *find(const ShiftNoteId &id) const;
    /// Another person has come: there is nothing until the cache has answered.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    std::vector<ShiftNoteRow> m_rows;
    int m_asked = 0; ///< the newest reading; what was asked before it says nothing
    Mailbox m_mailbox;
};

} // namespace foredeck
