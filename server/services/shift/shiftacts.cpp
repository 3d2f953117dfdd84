#include "server/services/shift/shiftacts.h"

#include "models/core/text.h"
#include "server/services/access/bind.h"
#include "server/services/op/newid.h"
#include "server/services/op/precondition.h"
#include "server/storage/auditrepository.h"
#include "server/storage/shiftnoterepository.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

/// As it is kept.
ShiftLine lineOf(const OpContext &op, ShiftLine line)
{
    for (std::string *text : {&line.what, &line.name, &line.text, &line.owner})
        *text = shiftWords(*text);
    if (!isUuid(line.subject))
        line.subject.clear();
    if (!line.conversation.empty() && clientOf(op.tx, line.conversation) != op.client)
        line.conversation = {};
    return line;
}

Result<void> checkNote(const NewShiftNote &request)
{
    if (const auto fits = fitText("text", request.text, mostShiftText, !request.lines.empty()); fits.hasError())
        return fits;
    if (request.lines.size() > mostShiftLines)
        return Error::invalid("lines", "has more than " + std::to_string(mostShiftLines) + " entries");
    const auto unknown = std::find_if(request.lines.begin(), request.lines.end(), [](const ShiftLine &line) { return !line.kind.known(); });
    if (unknown == request.lines.end())
        return {};
    return Error::invalid("lines[" + std::to_string(unknown - request.lines.begin()) + "].kind", "is not known");
}

Result<ShiftNote> told(OpContext &op, const char *kind, ShiftNote note)
{
    op.tell(kind, note);
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, kind, note.id.value, std::to_string(note.lines.size()) + " lines"});
    const auto ok = op.ok();
    return ok.hasError() ? Result<ShiftNote> {ok.error()} : Result<ShiftNote> {std::move(note)};
}

} // namespace

Result<ShiftNote> createShiftNote(OpContext &op, NewShiftNote request)
{
    ShiftNote note;
    note.id = request.id.empty() ? ShiftNoteId {op.op.value} : request.id;
    if (const auto isNew = checkNewId(op.tx, note.id); isNew.hasError())
        return isNew.error();
    request.text = trimmed(request.text);
    if (const auto fits = checkNote(request); fits.hasError())
        return fits.error();
    note.client = op.client;
    note.text = std::move(request.text);
    note.author = op.actor;
    note.writtenAt = std::min(request.writtenAt.value_or(op.now), op.now);
    note.createdAt = op.now;
    for (ShiftLine &line : request.lines)
        note.lines.push_back(lineOf(op, std::move(line)));
    fitShiftLines(note.lines); // each who reads it is added
    ShiftNoteRepository::insert(op.tx, note);
    return told(op, "shift_note.created", std::move(note));
}

Result<ShiftNote> acknowledgeShiftNote(OpContext &op, const ShiftNoteId &id)
{
    auto note = ShiftNoteRepository::byId(op.tx, op.client, id);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    if (!note)
        return notFound("shift note");
    if (op.actor.user.empty() || op.actor.user == note->author.user || isReadBy(*note, op.actor.user))
        return std::move(*note);
    note->readers.push_back({op.actor.user, op.actor.name, op.now});
    ShiftNoteRepository::update(op.tx, *note);
    return told(op, "shift_note.updated", std::move(*note));
}

} // namespace foredeck
