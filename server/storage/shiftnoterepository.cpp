#include "server/storage/shiftnoterepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<ShiftNote> ShiftNoteRepository::byId(Tx &tx, const ClientId &client, const ShiftNoteId &id)
{
    return rows::one<ShiftNote>(tx, sql::shift_note_by_id, {{"client_id", client.value}, {"id", id.value}});
}

Page<ShiftNote> ShiftNoteRepository::list(Tx &tx, const ClientId &client, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    return rows::page<ShiftNote>(tx, sql::shift_note_list, page,
        {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"limit", rows::limitOf(page) + 1}});
}

void ShiftNoteRepository::insert(WriteTx &tx, const ShiftNote &note)
{
    tx.run(sql::shift_note_insert,
        {{"client_id", note.client.value}, {"id", note.id.value}, {"at", rows::time(note.createdAt)}, {"version", note.version}, {"body", encode(note)}});
}

void ShiftNoteRepository::update(WriteTx &tx, ShiftNote &note)
{
    rows::raise(tx, note, "shift note", [&](const std::string &body) {
        return tx.run(sql::shift_note_update, {{"client_id", note.client.value}, {"id", note.id.value}, {"version", note.version}, {"body", body}});
    });
}

} // namespace foredeck
