#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"

#include <algorithm>
#include <map>
#include <utility>

namespace foredeck {

namespace {

std::optional<ShiftNote> wantedShiftNote(const Op &op, const Self &self)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    if (body.hasError())
        return std::nullopt;
    ShiftNote note;
    std::vector<FieldError> errors;
    FieldReader reader {body.value(), errors};
    Fields<ShiftNote>::visit(reader, note); // the body names no id
    note.id = ShiftNoteId {op.id.value};
    note.client = op.client;
    note.author = {ActorKind::User, op.user, self.name};
    note.writtenAt = note.createdAt = op.createdAt;
    note.version = 0;
    return note;
}

PendingKind shiftPending(const Op &op)
{
    if (op.state == OpState::Refused)
        return PendingKind::Refused;
    return op.state == OpState::NeedsReview ? PendingKind::NeedsReview : PendingKind::Unsent;
}

} // namespace

std::vector<ShiftNoteRow> project(std::vector<ShiftNote> notes, const ClientId &client, const std::vector<Op> &acts, const Self &self)
{
    std::vector<ShiftNoteRow> rows;
    for (ShiftNote &note : notes)
        rows.push_back({std::move(note), PendingKind::None, false});
    const auto find = [&](const std::string &id) {
        return std::find_if(rows.begin(), rows.end(), [&](const ShiftNoteRow &row) { return row.note.id.value == id; });
    };
    for (const Op &op : acts) {
        if (!client.empty() && op.client != client)
            continue;
        if (op.kind == OpKind::ShiftNoteCreate && find(op.id.value) == rows.end()) {
            if (auto note = wantedShiftNote(op, self))
                rows.push_back({std::move(*note), shiftPending(op), true});
        } else if (const auto row = find(op.target); op.kind == OpKind::ShiftNoteAcknowledge && isEchoed(op.state.value()) && row != rows.end()) {
            if (!isReadBy(row->note, op.user))
                row->note.readers.push_back({op.user, self.name, op.createdAt});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ShiftNoteRow &a, const ShiftNoteRow &b) { return a.note.writtenAt > b.note.writtenAt; });
    std::map<ClientId, int> shown;
    std::erase_if(rows, [&](const ShiftNoteRow &row) { return ++shown[row.note.client] > shownShiftNotes; });
    return rows;
}

} // namespace foredeck
