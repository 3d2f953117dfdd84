#include "server/storage/noterepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Note> NoteRepository::byId(Tx &tx, const ClientId &client, const NoteId &id)
{
    return rows::one<Note>(tx, sql::note_by_id, {{"client_id", client.value}, {"id", id.value}});
}

void NoteRepository::insert(WriteTx &tx, const Note &note)
{
    tx.run(sql::note_insert,
        {{"client_id", note.client.value}, {"id", note.id.value}, {"conversation_id", note.conversation.value},
            {"position", note.position}, {"op_id", note.op.value}, {"version", note.version}, {"body", encode(note)}});
}

} // namespace foredeck
