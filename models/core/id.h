#pragma once

#include "models/core/clock.h"

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace foredeck {

/// UUIDv7 text (RFC 9562 §5.7: 48 bits of Unix milliseconds, then random bits), lower case with hyphens. Ids made in one
/// process within one millisecond still rise, so that they may break ties in orderings. Safe from any thread.
std::string makeUuid(Timestamp at);
/// 36 characters, hexadecimal with hyphens in their places, any version.
bool isUuid(std::string_view text) noexcept;

/// No UUIDv7 that makeUuid() gives for this moment or a later one stands before it: where a range of ids begins that follows
/// a range of times.
std::string firstUuidOf(Timestamp at);

/// The id of one kind of thing: the tag keeps a lead's id from being handed where a conversation's is asked for.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) { }
    explicit Id(std::string_view text) : value(text) { }
    explicit Id(const char *text) : value(text) { }
    static Id make(Timestamp at) { return Id {makeUuid(at)}; }

    bool empty() const noexcept { return value.empty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &, const Id &) = default;
};

using AgencyId = Id<struct AgencyTag>;
using ClientId = Id<struct ClientTag>;
using LocationId = Id<struct LocationTag>;
using ChannelId = Id<struct ChannelTag>;
using UserId = Id<struct UserTag>;
using LeadId = Id<struct LeadTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using NoteId = Id<struct NoteTag>;
using DecisionId = Id<struct DecisionTag>;
using TransitionId = Id<struct TransitionTag>;
using AlertTextId = Id<struct AlertTextTag>;
using EscalationId = Id<struct EscalationTag>;
using KnowledgeBaseId = Id<struct KnowledgeBaseTag>;
using DocumentId = Id<struct DocumentTag>;
using RuleId = Id<struct RuleTag>;
using MacroId = Id<struct MacroTag>;
using NoticeId = Id<struct NoticeTag>;
using ShiftNoteId = Id<struct ShiftNoteTag>;
using TaskId = Id<struct TaskTag>;
using JobId = Id<struct JobTag>;
using OpId = Id<struct OpTag>;

} // namespace foredeck

template <class Tag>
struct std::hash<foredeck::Id<Tag>> {
    std::size_t operator()(const foredeck::Id<Tag> &id) const noexcept { return std::hash<std::string> {}(id.value); }
};
