#include "server/storage/announce.h"

namespace foredeck {

void announceDeleted(WriteTx &tx, std::string stream, std::string_view kind, std::string_view id, std::int64_t version,
    const Actor &actor, const OpId &op)
{
    JsonWriter json;
    json.beginObject();
    json.key("id");
    json.string(id);
    json.endObject();
    Event event;
    event.stream = std::move(stream);
    event.kind = kind;
    event.entity = id;
    event.version = version;
    event.op = op;
    event.actor = actor;
    event.data = json.take();
    tx.append(std::move(event));
}

} // namespace foredeck
