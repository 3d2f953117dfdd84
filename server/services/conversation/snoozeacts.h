#pragma once

#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

#include <chrono>
#include <optional>

namespace foredeck {

struct SnoozeRequest {
    Timestamp until;
    Expectations expect;
    std::optional<std::int64_t> seenPosition; ///< nothing: it rests on no message
    bool override_ = false;
};

struct WakeRequest {
    Expectations expect;
    Open<ConversationStatus> status; ///< a snooze is taken back: what it was before, active or waiting_human; not given: it waits for a person
};

/// How far ahead something may be put off.
inline constexpr std::chrono::days longestSnooze {366};

/// Puts a conversation off: its clocks stand still and nobody is told of it until then. What is snoozed already is put off
/// to the new moment. Conflict when it has ended; without override, too, when somebody else holds it or something newer came
/// than was seen: only what comes after it would wake it.
Result<Conversation> snooze(OpContext &op, const ConversationId &id, const SnoozeRequest &request);
/// A person ends it before its time, or takes it back as if it had not been; what is not snoozed stays as it is.
Result<Conversation> wake(OpContext &op, const ConversationId &id, const WakeRequest &request);
/// Its time has come, as the job of that moment finds it: back to those who wait for a person, and whoever has to know of
/// an escalation is told anew. Nothing changes where it is awake already or was put off further.
Result<void> wakeInTime(ActContext &act, const ConversationId &id);
/// Something that was to be done by then is due: what is snoozed wakes as if its own time had come. The caller saves.
void wakeForTask(ActContext &act, ConversationEdit &edit);
/// The customer writes: awake at once. What the assistant has stays asleep for people: it answers meanwhile, and they are
/// reminded in time; what it cannot answer wakes it (turnwriter). The caller saves.
void wakeByCustomer(ConversationEdit &edit);

} // namespace foredeck
