#pragma once

#include "models/domain/conversation.h"
#include "models/domain/note.h"
#include "server/services/op/ops.h"

#include <string>
#include <vector>

namespace foredeck {

/// One whom a note mentions, by the name they have now.
struct Mentioned {
    Mention mention; ///< as the note keeps it
    std::string name;
};

/// Those whom a note of this text may mention, each once: active people who see the client. Invalid names the one that is
/// nobody such (mentions[0].user_id), whose name does not stand in the text (mentions[0].name), or the list that is too long.
Result<std::vector<Mentioned>> checkedMentions(OpContext &op, const std::string &text, const std::vector<Mention> &mentions);

/// The caller takes part from now on, or does not any more; what they do in it later brings them in again. Where nothing
/// changes, nothing is told. It moves the conversation in no list.
Result<Conversation> follow(OpContext &op, const ConversationId &id, bool on);

} // namespace foredeck
