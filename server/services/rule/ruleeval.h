#pragma once

#include "models/domain/hours.h"
#include "models/domain/rule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What makes the server look at the rules: the customer wrote, the lead's score changed, or time went by.
enum class RuleEvent { Message, Score, Clock };

/// What the customer wrote, and where it stands.
struct RuleWords {
    std::int64_t position = 0;
    std::string text;
};

/// A conversation at an event, as rules look at it.
struct RuleMoment {
    RuleEvent event = RuleEvent::Message;
    Timestamp now;
    std::vector<RuleWords> said; ///< what the customer wrote and nobody has answered, oldest first
    std::vector<std::string> before; ///< what they wrote before that
    std::string language; ///< they speak; empty: cannot be told
    std::string clientLanguage; ///< in which the rules are written
    ChannelKind channel = ChannelKind::Unknown;
    std::optional<int> score;
    std::vector<std::string> moods; ///< of triage, one a turn, the newest last; empty: calm
    std::optional<Timestamp> waitingSince; ///< for a person; nothing: nobody waits for one
    bool escalated = false; ///< somebody was called already
    std::vector<RuleFiring> firings; ///< in this conversation
    std::vector<OpeningHours> places;
};

/// That a rule holds now and has not fired on this occasion.
struct RuleMatch {
    const ClientRule *rule = nullptr;
    std::string occasion; ///< as in RuleFiring
    std::int64_t position = 0;
    std::string words; ///< the rule's own that were found; empty where it asks for none
};

/// Nothing while somebody is called already, nor twice on one occasion: what was handed back does not fire again by the same
/// words. Pure.
std::optional<RuleMatch> matchOf(const ClientRule &rule, const RuleMoment &moment, const TimeZones &zones);

/// The one that fires: the most pressing, then the oldest. `rules` in the order of their making; they must outlive it.
std::optional<RuleMatch> firstMatch(const std::vector<ClientRule> &rules, const RuleMoment &moment, const TimeZones &zones);

/// When one of the rules about waiting may hold next though nobody writes: when it is due, or when the hours change.
std::optional<Timestamp> nextLook(const std::vector<ClientRule> &rules, const RuleMoment &moment, const TimeZones &zones);

/// Whether a row of `words` has any.
bool hasWords(const std::string &row);
/// Whether a phrase of `meaning` names anything that can be looked for.
bool namesSomething(const std::string &phrase, const std::string &language);

} // namespace foredeck
