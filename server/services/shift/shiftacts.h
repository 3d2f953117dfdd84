#pragma once

#include "models/domain/shiftnote.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

struct NewShiftNote {
    ShiftNoteId id; ///< empty: the act's
    std::string text;
    std::optional<Timestamp> writtenAt; ///< nothing, or what lies ahead: now
    std::vector<ShiftLine> lines;
};

/// Hands a shift over: keeps what was written, with the author and the lines as they were told, and tells the client's stream
/// of it. Invalid, with the field, where nothing is said at all or a line is of no kind; a text of a line is cut to
/// mostShiftWords. A conversation that is not this client's, or not there any more, is left out of its line, whose words stay.
/// Conflict when the id is there already.
Result<ShiftNote> createShiftNote(OpContext &op, NewShiftNote request);
/// Whoever has read it says so. Its author, and whoever has said so before, change nothing and tell nothing.
Result<ShiftNote> acknowledgeShiftNote(OpContext &op, const ShiftNoteId &id);

} // namespace foredeck
