#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"
#include "models/domain/channelkind.h"
#include "models/domain/messagetemplate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class MessageRole { Unknown, Lead, Ai, Staff, System };
template <>
struct EnumNames<MessageRole> {
    static constexpr std::array names {std::pair {MessageRole::Lead, std::string_view {"lead"}}, std::pair {MessageRole::Ai, std::string_view {"ai"}},
        std::pair {MessageRole::Staff, std::string_view {"staff"}}, std::pair {MessageRole::System, std::string_view {"system"}}};
};

/// How far a message got. `None` for what customers wrote; `Held` in safe mode: kept here, not a failure.
enum class DeliveryState { Unknown, None, Queued, Sent, Delivered, Read, Failed, Held, Suppressed };
template <>
struct EnumNames<DeliveryState> {
    static constexpr std::array names {std::pair {DeliveryState::None, std::string_view {"none"}},
        std::pair {DeliveryState::Queued, std::string_view {"queued"}}, std::pair {DeliveryState::Sent, std::string_view {"sent"}},
        std::pair {DeliveryState::Delivered, std::string_view {"delivered"}}, std::pair {DeliveryState::Read, std::string_view {"read"}},
        std::pair {DeliveryState::Failed, std::string_view {"failed"}}, std::pair {DeliveryState::Held, std::string_view {"held"}},
        std::pair {DeliveryState::Suppressed, std::string_view {"suppressed"}}};
};

/// The reason of one that was sent again because an attempt had ended without a word.
inline constexpr std::string_view sentBefore = "The sending was interrupted once: the vendor may have had it before";

struct Delivery {
    Open<DeliveryState> state {DeliveryState::None};
    std::string reason; ///< a sentence for people: "Number unreachable"
    std::string code; ///< the vendor's, for the tooltip
    std::optional<Timestamp> at;
    bool outcomeUnknown = false; ///< the vendor did not answer: it may have arrived; with the reason `sentBefore`: more than once
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

struct Attachment {
    std::string id;
    std::string name; ///< ours, generated; never a path from outside
    std::string mediaType;
    std::int64_t bytes = 0;
    std::string sha256;
    std::string providerId; ///< how the vendor names it; fetched only when asked for
    std::string caption;
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// One public utterance: the customer can see it. Immutable but for its delivery (`version` counts those changes).
struct Message {
    MessageId id;
    ClientId client;
    ConversationId conversation;
    std::int64_t position = 0; ///< its place in the conversation, given by the server; 0 on a local echo
    Open<MessageRole> role {MessageRole::Lead};
    Actor author;
    std::string text; ///< plain text, at most 64 KiB
    Open<ChannelKind> channel;
    std::vector<Attachment> attachments;
    Delivery delivery;
    std::optional<TemplateUse> useTemplate; ///< WhatsApp outside the 24-hour window; `text` is what it then says
    MessageId inReplyTo;
    std::int64_t seenPosition = 0; ///< for replies: the highest public position their author had before them
    bool override_ = false; ///< sent although something newer had come; the author was asked
    OpId op; ///< of the act that made it, empty for customers and the assistant
    DecisionId decision; ///< of the assistant's turn that made it
    std::string providerId; ///< the vendor's id, once known
    std::string vendorKeyword; ///< stop, start (of one who was out) or help, where the vendor has read it so, whatever the words, and answered it
    Timestamp at;
    std::int64_t version = 1;
};

} // namespace foredeck
