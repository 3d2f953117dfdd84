#pragma once

#include "models/core/id.h"
#include "models/core/open.h"
#include "models/domain/composition.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foredeck {

/// A person's act that changes business data, as the outbox keeps it. Each kind has one route (net/sync/oproute).
enum class OpKind {
    Unknown, Reply, Note, Claim, TakeOver, Release, End, Reopen, Read, Composition, Escalate, ClientAssistant, ClientSafeMode,
    Settings, Hours, Channel, ChannelTest, UserInvite, UserDisable, Faqs, LeadUpdate, LeadStatus, EscalationAcknowledge, EscalationAssign,
    EscalationRelease, EscalationReturn, EscalationResolve, Snooze, Wake, OwnState, RuleCreate, RuleUpdate, RuleDelete,
    MacroCreate, MacroUpdate, MacroDelete, FaqDelete, ClientName, Labels, Assign,
    TaskCreate, TaskUpdate, TaskDone, TaskDrop, TaskReopen, LeadCreate, WriteFirst,
    NoticeAdd, NoticeEnd, Follow, LeadMerge, LeadPart, ShiftNoteCreate, ShiftNoteAcknowledge,
};
template <>
struct EnumNames<OpKind> {
    using K = OpKind;
    using S = std::string_view;
    static constexpr std::array names {std::pair {K::Reply, S {"reply"}}, std::pair {K::Note, S {"note"}}, std::pair {K::Claim, S {"claim"}},
        std::pair {K::TakeOver, S {"take_over"}}, std::pair {K::Release, S {"release"}}, std::pair {K::End, S {"end"}}, std::pair {K::Reopen, S {"reopen"}},
        std::pair {K::Read, S {"read"}}, std::pair {K::Composition, S {"composition"}}, std::pair {K::Escalate, S {"escalate"}},
        std::pair {K::ClientAssistant, S {"client_assistant"}}, std::pair {K::ClientSafeMode, S {"client_safe_mode"}},
        std::pair {K::Settings, S {"settings"}}, std::pair {K::Hours, S {"hours"}}, std::pair {K::Channel, S {"channel"}},
        std::pair {K::ChannelTest, S {"channel_test"}}, std::pair {K::UserInvite, S {"user_invite"}}, std::pair {K::UserDisable, S {"user_disable"}},
        std::pair {K::Faqs, S {"faqs"}}, std::pair {K::LeadUpdate, S {"lead_update"}}, std::pair {K::LeadStatus, S {"lead_status"}},
        std::pair {K::EscalationAcknowledge, S {"escalation_acknowledge"}}, std::pair {K::EscalationAssign, S {"escalation_assign"}},
        std::pair {K::EscalationRelease, S {"escalation_release"}}, std::pair {K::EscalationReturn, S {"escalation_return"}},
        std::pair {K::EscalationResolve, S {"escalation_resolve"}},
        std::pair {K::Snooze, S {"snooze"}}, std::pair {K::Wake, S {"wake"}}, std::pair {K::OwnState, S {"own_state"}},
        std::pair {K::RuleCreate, S {"rule_create"}}, std::pair {K::RuleUpdate, S {"rule_update"}}, std::pair {K::RuleDelete, S {"rule_delete"}},
        std::pair {K::MacroCreate, S {"macro_create"}}, std::pair {K::MacroUpdate, S {"macro_update"}}, std::pair {K::MacroDelete, S {"macro_delete"}},
        std::pair {K::FaqDelete, S {"faq_delete"}}, std::pair {K::ClientName, S {"client_name"}},
        std::pair {K::Labels, S {"labels"}}, std::pair {K::Assign, S {"assign"}},
        std::pair {K::TaskCreate, S {"task_create"}}, std::pair {K::TaskUpdate, S {"task_update"}}, std::pair {K::TaskDone, S {"task_done"}},
        std::pair {K::TaskDrop, S {"task_drop"}}, std::pair {K::TaskReopen, S {"task_reopen"}},
        std::pair {K::LeadCreate, S {"lead_create"}}, std::pair {K::WriteFirst, S {"write_first"}},
        std::pair {K::NoticeAdd, S {"notice_add"}}, std::pair {K::NoticeEnd, S {"notice_end"}},
        std::pair {K::Follow, S {"follow"}},
        std::pair {K::LeadMerge, S {"lead_merge"}}, std::pair {K::LeadPart, S {"lead_part"}},
        std::pair {K::ShiftNoteCreate, S {"shift_note_create"}}, std::pair {K::ShiftNoteAcknowledge, S {"shift_note_acknowledge"}}};
};

/// held → queued → sending → acked → confirmed (own event seen); beside them needs_review, refused, cancelled.
enum class OpState { Unknown, Held, Queued, Sending, Acked, Confirmed, NeedsReview, Refused, Cancelled };
template <>
struct EnumNames<OpState> {
    using O = OpState;
    using S = std::string_view;
    static constexpr std::array names {std::pair {O::Held, S {"held"}}, std::pair {O::Queued, S {"queued"}}, std::pair {O::Sending, S {"sending"}},
        std::pair {O::Acked, S {"acked"}}, std::pair {O::Confirmed, S {"confirmed"}}, std::pair {O::NeedsReview, S {"needs_review"}},
        std::pair {O::Refused, S {"refused"}}, std::pair {O::Cancelled, S {"cancelled"}}};
};

/// What is not known of an act, for whoever puts it into words.
enum class Doubt {
    None,
    Unanswered, ///< the server may have it: sent again, it arrives only once
    SetBack, ///< a lost store may have handed it to a customer: sent again, it may arrive twice
};

/// One row of the outbox. Its id is the Idempotency-Key and, where it makes something, the id of what it makes.
struct Op {
    OpId id;
    UserId user;
    ClientId client;
    ConversationId conversation; ///< empty for acts on a client: those form a queue of their own per client
    Open<OpKind> kind;
    std::string target; ///< the id in the route when it is not the conversation's (channel, location, user, base, escalation, rule, macro, answer, task, lead, notice, shift note)
    std::string body; ///< JSON of the request without fence, seen_position and expect
    std::string expect; ///< JSON object of the fields the act rests on, or empty
    std::string ifMatch; ///< the version an edited entity had, or empty
    std::int64_t seenPosition = 0;
    std::int64_t fence = 0; ///< 0: the sender puts in the newest one this user holds
    bool override_ = false;
    bool mayHaveArrived = false; ///< a try of it got no answer, and nothing that was told since shows that it is not at the server
    std::optional<Timestamp> notBefore; ///< undo-send: local clock
    Open<OpState> state {OpState::Queued};
    int attempts = 0;
    std::optional<Timestamp> nextTry;
    Timestamp createdAt;
    std::string problem; ///< the problem+json of the last refusal, word for word
};

/// Whether a wait on the local clock that began at `from` and was to end at `until` is over. Where the end lies twice as far
/// ahead as it did at first, the clock has been set back since: nobody waits for the hour to come round again.
constexpr bool isOver(Timestamp from, Timestamp until, Timestamp now) noexcept
{
    return until <= now || until - now > 2 * (until - from);
}

} // namespace foredeck
