#pragma once

#include "models/domain/conversation.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>

namespace foredeck {

struct FirstWords {
    MessageId id; ///< equals the Idempotency-Key
    LeadId lead;
    Open<ChannelKind> channel; ///< sms or whatsapp
    std::string text;
    std::optional<TemplateUse> useTemplate; ///< in place of a text: WhatsApp outside the 24-hour window
};

/// A person writes first to a lead: the conversation over that channel's first door, a new one or that of the last 24 hours,
/// and the message in it, which goes out as a job of the same transaction. The person owns it from then on; the assistant's
/// waiting turn is cancelled.
///
/// Errors. Invalid: `text` or `template` are none that the channel takes. Unprocessable with the field: `channel` ("is not
/// configured": no door with keys), `lead_id` (no number that could be read), `template` (the window is over, or it is not
/// among the client's); without one: they have opted out. Conflict: somebody else holds the conversation, or they wrote and
/// wait.
///
/// The first SMS to somebody carries the name of the business and how to end messages, whatever the person wrote. The number
/// is the one that wrote or called on this channel, else the first that could be read, for which an implied consent is kept
/// with who wrote first: nobody else vouches for it.
Result<Conversation> writeFirst(OpContext &op, const FirstWords &request);

} // namespace foredeck
