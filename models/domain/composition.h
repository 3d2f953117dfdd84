#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace foredeck {

enum class CompositionKind { Unknown, Reply, Note, Resolution, Instruction, Business, Task, Lead, FirstWords, Mentions, ShiftNote };
template <>
struct EnumNames<CompositionKind> {
    using K = CompositionKind;
    using S = std::string_view;
    static constexpr std::array names {std::pair {K::Reply, S {"reply"}}, std::pair {K::Note, S {"note"}}, std::pair {K::Resolution, S {"resolution"}},
        std::pair {K::Instruction, S {"instruction"}}, std::pair {K::Business, S {"business"}}, std::pair {K::Task, S {"task"}},
        std::pair {K::Lead, S {"lead"}}, std::pair {K::FirstWords, S {"first_words"}}, std::pair {K::Mentions, S {"mentions"}},
        std::pair {K::ShiftNote, S {"shift_note"}}};
};

/// What is typed before an escalation is resolved or goes back to the assistant, for a business of one's own beside the
/// sample, of a task, of somebody who came in or called, to a lead before there is a conversation, and to whoever comes
/// after this shift; and whom a note mentions that is not written to its end. It stays in this computer's journal, which
/// keeps it under an id of its own: see journalId().
constexpr bool isLocal(CompositionKind kind) noexcept
{
    return kind != CompositionKind::Unknown && kind != CompositionKind::Reply && kind != CompositionKind::Note;
}
/// The journal's key for words about an escalation, in the place of a conversation's id: one conversation may be handed
/// over more than once.
inline ConversationId journalId(const EscalationId &escalation) { return ConversationId {escalation.value}; }
/// And for the business that is not made yet: there is one card for it.
inline ConversationId businessJournalId() { return ConversationId {"business"}; }
/// And for the task that is not made yet in a conversation.
inline ConversationId newTaskJournalId(const ConversationId &conversation) { return ConversationId {conversation.value + "#task"}; }
/// And for the change of one that is there, and for what came of it.
inline ConversationId taskChangeJournalId(const TaskId &task) { return ConversationId {task.value + "#change"}; }
inline ConversationId taskOutcomeJournalId(const TaskId &task) { return ConversationId {task.value + "#outcome"}; }
/// And for who is being written down at the desk: there is one form for it. Its text is that of models/cache/deskentry.h.
inline ConversationId newLeadJournalId() { return ConversationId {"new_lead"}; }
/// And for what a lead is written to first, where there is no conversation yet.
inline ConversationId firstWordsJournalId(const LeadId &lead) { return ConversationId {lead.value + "#first"}; }
/// Of such a journal; empty: it is another one.
inline LeadId leadOfFirstWords(const ConversationId &journal)
{
    constexpr std::string_view end {"#first"};
    const std::string_view id {journal.value};
    return id.ends_with(end) ? LeadId {std::string {id.substr(0, id.size() - end.size())}} : LeadId {};
}
/// And for whom the note that is being written in a conversation mentions. Its text is that of mentionLines(), mention.h.
inline ConversationId mentionsJournalId(const ConversationId &conversation) { return ConversationId {conversation.value + "#mentions"}; }
/// And for what is told to whoever comes next: there is one sheet for it, whosever shift is handed over.
inline ConversationId shiftNoteJournalId() { return ConversationId {"shift_note"}; }

/// What a person is typing: one per user, conversation and kind; synced on stream user:<id>. An empty text says that it
/// was sent or cleared. Never deleted by the console on its own.
struct Composition {
    UserId user;
    ClientId client;
    ConversationId conversation;
    Open<CompositionKind> kind {CompositionKind::Reply};
    std::string text;
    std::int64_t seenPosition = 0; ///< the highest public position when the typing began
    Timestamp at;
    std::int64_t version = 1;
};

/// A composition that is emptied by the act that sends it.
struct Cleared {
    Cleared(CompositionKind given, std::optional<std::string> known = std::nullopt) : kind(given), before(std::move(known)) { }

    CompositionKind kind;
    std::optional<std::string> before; ///< what its journal was known to hold: what came back there since stays. Nothing: all goes
};

/// How far one person has read one conversation. Moved by that person's own reading only.
struct ReadCursor {
    UserId user;
    ClientId client;
    ConversationId conversation;
    std::int64_t position = 0;
    std::int64_t version = 1;
};

} // namespace foredeck
