#pragma once

#include "models/domain/conversation.h"
#include "server/services/op/act.h"

#include <optional>

namespace foredeck {

/// WhatsApp's window for free text is the customer's: it runs from what they wrote last over a door, in whichever of their
/// conversations (Meta, "customer service window"). Until when, over this one; nothing: they have never written.
std::optional<Timestamp> replyWindowOf(Tx &tx, const Conversation &row);

/// They have written in this one: their others over the same door that people have show its window, too. Tells them. One that
/// the assistant has, or that has ended, gets it when a person takes it up.
void shareReplyWindow(ActContext &act, const Conversation &written);

} // namespace foredeck
