#include "models/items/shiftnotes.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

ShiftNotes::ShiftNotes(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.everything || !changes.clientData.empty())
            reload();
    });
    reload();
}

const ShiftNoteRow *ShiftNotes::find(const ShiftNoteId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const ShiftNoteRow &row) { return row.note.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

void ShiftNotes::forget()
{
    m_rows.clear();
    Q_EMIT changed();
    reload();
}

void ShiftNotes::reload()
{
    m_store.read([](CacheReader &reader) { return reader.shiftNotes({}); },
        m_mailbox.receive([this, asked = ++m_asked](Result<std::vector<ShiftNoteRow>> rows) {
            if (rows.hasError() || asked != m_asked)
                return;
            m_rows = std::move(rows).value();
            Q_EMIT changed();
        }));
}

} // namespace foredeck
