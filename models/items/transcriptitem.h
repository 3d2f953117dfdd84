#pragma once

#include "models/cache/rows.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace foredeck {

enum class TranscriptKind { Message, Note, Transition };

/// One entry of a transcript: a bubble (the customer can see it), a note or a band. `opState` is set while it stands in
/// the outbox only: such an entry is drawn dashed.
struct TranscriptItem {
    QString id;
    std::int64_t position = 0; ///< 0 for what has not come back yet
    TranscriptKind kind = TranscriptKind::Message;
    QString text; ///< as it was written: plain text, with line breaks. For a transition: words that belong to it
    std::vector<Mention> mentions; ///< whom a note names
    UserId mentionedMe; ///< this person, where the note names them; empty: it does not
    Open<MessageRole> role; ///< of a message
    QString authorName; ///< empty for the customer without a name, the assistant and the system
    ActorKind authorKind = ActorKind::System;
    bool mine = false;
    Timestamp at;

    Open<DeliveryState> delivery;
    QString deliveryReason;
    QString deliveryCode;
    bool outcomeUnknown = false; ///< the provider did not answer: it may have arrived
    bool sentAnyway = false; ///< after a look
    std::int64_t seenPosition = 0; ///< of a reply: the highest public position when it was begun
    QStringList attachments; ///< names

    Open<TransitionField> field; ///< of a transition
    QString from;
    QString to;
    QString toName;
    QString reason;

    std::optional<OpState> opState;
    QString opId;
    Doubt doubt = Doubt::None; ///< of what stands in the outbox
    bool mayHaveArrived = false; ///< likewise, at the server: it is sent once more as it is, or left alone until the server tells
    QString problem; ///< the server's sentence for NeedsReview and Refused
    std::optional<Timestamp> heldUntil; ///< local clock: undo-send
    std::optional<Timestamp> dueSince; ///< local clock: since when it might have gone out
    bool waitsForReview = false; ///< a reply before it needs a look, and it does not go before that one

    std::shared_ptr<const Decision> decision; ///< what the assistant thought, for the chip and the opened band

    friend bool operator==(const TranscriptItem &, const TranscriptItem &);
};

TranscriptItem transcriptItem(const TimelineItem &item, const UserId &me);

} // namespace foredeck
