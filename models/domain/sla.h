#pragma once

#include "models/domain/hours.h"
#include "models/domain/transition.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foredeck {

/// Which clock it is. The first wait of a customer is FirstResponse, each later one NextResponse.
enum class SlaKind { Unknown, FirstResponse, NextResponse, Resolution };
template <>
struct EnumNames<SlaKind> {
    static constexpr std::array names {std::pair {SlaKind::FirstResponse, std::string_view {"first_response"}},
        std::pair {SlaKind::NextResponse, std::string_view {"next_response"}}, std::pair {SlaKind::Resolution, std::string_view {"resolution"}}};
};

/// Why a clock stands still.
enum class SlaPause { Unknown, Closed, Snoozed };
template <>
struct EnumNames<SlaPause> {
    static constexpr std::array names {std::pair {SlaPause::Closed, std::string_view {"closed"}}, std::pair {SlaPause::Snoozed, std::string_view {"snoozed"}}};
};

/// How soon a client's desk means to answer, in minutes of open time; 0: no clock. A customer whom nobody but the
/// assistant answers is on no clock, unless it counts.
struct SlaTargets {
    std::int64_t firstResponseMinutes = 15;
    std::int64_t nextResponseMinutes = 30;
    std::int64_t resolutionMinutes = 0;
    bool countAssistant = false; ///< its answers stop a clock and its silence runs one; else clocks are people's alone
    friend bool operator==(const SlaTargets &, const SlaTargets &) = default;
};

/// What lists show of the clock that is due first; computed by the server whenever the conversation changes. The pause is
/// the one that runs or the next one that begins before it is due.
struct SlaMark {
    Open<SlaKind> kind;
    std::optional<Timestamp> due; ///< nothing: not while it is snoozed without an end
    std::optional<Timestamp> warnAt; ///< when 80 % will have been used
    std::optional<Timestamp> pausedFrom;
    std::optional<Timestamp> pausedUntil; ///< nothing although pausedFrom is there: no end is known
    Open<SlaPause> reason;
    friend bool operator==(const SlaMark &, const SlaMark &) = default;
};

/// Warning: from 80 % used. Late: more than the target and not stopped yet; Missed: stopped after the target.
enum class SlaState { None, Running, Warning, Late, Paused, Met, Missed };

/// What a mark says at a moment: Running, Warning, Late or Paused.
SlaState slaStateAt(const SlaMark &mark, Timestamp now);

/// One clock as it stands at a moment. Without a target it only measures: no due, and Met when it has stopped.
struct SlaClock {
    SlaState state = SlaState::None;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> stoppedAt;
    std::chrono::milliseconds elapsed {0}; ///< open time, pauses left out
    std::chrono::milliseconds target {0}; ///< 0: none
    double used = 0; ///< elapsed over the target; 0 without one
    std::optional<Timestamp> due;
    std::optional<Timestamp> warnAt;
    std::optional<Timestamp> pausedFrom; ///< as in SlaMark
    std::optional<Timestamp> pausedUntil;
    Open<SlaPause> reason;
};

/// The clocks of a conversation since it began, or since the customer began it anew after its end.
struct SlaClocks {
    SlaClock first; ///< the first response that counts, against its target
    SlaClock next; ///< the newest wait after that one
    SlaClock resolution; ///< from the customer's first word to the end; the time that a reopening undid does not count, nor what
                        ///< the assistant owned, where it does not count: then there is none while it owns it
    SlaClock assistantFirst; ///< measured: the assistant's first answer to the first wait
    SlaClock humanFirst; ///< measured: a person's first answer since it was people's turn
};

/// What the clocks run by. Places whose hours are not told pause nothing; with none told, every minute counts.
struct SlaRules {
    SlaTargets targets;
    std::vector<OpeningHours> places;
};

/// The clocks at `now`, from the conversation's transitions alone: those of the fields status, owner and response, by
/// position. Pure. Error: a zone is not known.
Result<SlaClocks> slaClocks(std::span<const Transition> transitions, const SlaRules &rules, Timestamp now, const TimeZones &zones);
/// The running clock with a target that is due first; nothing when none runs.
std::optional<SlaMark> slaMark(const SlaClocks &clocks);
/// The same mark at the cost of a few days of opening hours, however long ago the wait began: for the transaction of every
/// message. Pure. Error: as slaClocks().
Result<std::optional<SlaMark>> slaMarkAt(std::span<const Transition> transitions, const SlaRules &rules, Timestamp now, const TimeZones &zones);

} // namespace foredeck
