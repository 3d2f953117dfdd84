#include "server/handlers/shifthandler.h"

#include "server/handlers/requests.h"
#include "server/handlers/teamrequests.h"
#include "server/services/shift/shiftacts.h"
#include "server/storage/shiftnoterepository.h"

namespace foredeck {

namespace {

ShiftNoteId shiftNoteIn(const Request &request) { return ShiftNoteId {request.param("shift_note_id")}; }

Result<std::string> listShiftNotes(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto found = ShiftNoteRepository::list(c.tx, c.client, page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

Result<std::string> readShiftNote(ReadContext &c)
{
    const auto found = ShiftNoteRepository::byId(c.tx, c.client, shiftNoteIn(c.request));
    return found ? okJson(c.tx, encode(*found)) : Result<std::string> {notFound("shift note")};
}

} // namespace

void addShiftRoutes(Api &api)
{
    const std::string all = "/api/v1/shift-notes/client/{client_id}";
    const std::string note = "/api/v1/shift-notes/{shift_note_id}";
    const auto read = Api::thing<ShiftNoteId>("shift_note_id", Right::Read, "shift note");
    api.get(all, Api::client(Right::Read), listShiftNotes);
    api.act<NewShiftNote>(Method::Post, all, Api::client(Right::Work), [](OpContext &op, const Request &, const NewShiftNote &body) {
        return entityAnswer(createShiftNote(op, body), 201);
    });
    api.get(note, read, readShiftNote);
    api.act<NoBody>(Method::Post, note + "/acknowledge", read, [](OpContext &op, const Request &request, const NoBody &) {
        return entityAnswer(acknowledgeShiftNote(op, shiftNoteIn(request)));
    });
}

} // namespace foredeck
