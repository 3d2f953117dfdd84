#pragma once

#include "models/domain/message.h"
#include "models/domain/note.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/participantacts.h"
#include "server/services/op/ops.h"

#include <chrono>
#include <string>
#include <vector>

namespace foredeck {

struct ReplyRequest {
    MessageId id; ///< equals the Idempotency-Key
    std::string text;
    std::int64_t seenPosition = 0;
    std::int64_t fence = 0;
    bool override_ = false;
};

struct NoteRequest {
    NoteId id; ///< equals the Idempotency-Key
    std::string text;
    std::vector<Mention> mentions = {}; ///< whom it is to be told to besides
};

/// What a person says: a reply to the customer, which goes out as a job of the same transaction, or a note to the team.
/// Two answers to the same state cannot both be taken (claimrules.h): the later one is a Conflict with {"holder"} or
/// {"newer_messages","last_public_position"}. What a lease freed is claimed by an answer that comes late or is sent anyway, for
/// `lease`.
Result<Message> reply(OpContext &op, const ConversationId &id, const ReplyRequest &request, std::chrono::milliseconds lease);
Result<Note> addNote(OpContext &op, const ConversationId &id, const NoteRequest &request);
/// A note in a conversation that the act has open, and saves. Its author and whom it mentions take part in that from now on.
Note putNote(OpContext &op, ConversationEdit &edit, const NoteId &id, std::string text, const std::vector<Mentioned> &mentioned = {});

/// Conflict when something public that `author` did not write came after `seen`.
Result<void> nothingNewer(ActContext &act, ConversationEdit &edit, const UserId &author, std::int64_t seen);

} // namespace foredeck
