#pragma once

#include "models/core/id.h"
#include "models/domain/channelkind.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class LeadStatus { Unknown, New, Qualifying, Qualified, AppointmentBooked, HandedOff, Nurturing, ClosedWon, ClosedLost, Disqualified };
template <>
struct EnumNames<LeadStatus> {
    static constexpr std::array names {std::pair {LeadStatus::New, std::string_view {"new"}},
        std::pair {LeadStatus::Qualifying, std::string_view {"qualifying"}}, std::pair {LeadStatus::Qualified, std::string_view {"qualified"}},
        std::pair {LeadStatus::AppointmentBooked, std::string_view {"appointment_booked"}},
        std::pair {LeadStatus::HandedOff, std::string_view {"handed_off"}}, std::pair {LeadStatus::Nurturing, std::string_view {"nurturing"}},
        std::pair {LeadStatus::ClosedWon, std::string_view {"closed_won"}}, std::pair {LeadStatus::ClosedLost, std::string_view {"closed_lost"}},
        std::pair {LeadStatus::Disqualified, std::string_view {"disqualified"}}};
};

enum class Temperature { Unknown, Unscored, Cold, Warm, Hot };
template <>
struct EnumNames<Temperature> {
    static constexpr std::array names {std::pair {Temperature::Unscored, std::string_view {"unscored"}},
        std::pair {Temperature::Cold, std::string_view {"cold"}}, std::pair {Temperature::Warm, std::string_view {"warm"}},
        std::pair {Temperature::Hot, std::string_view {"hot"}}};
};

/// From which score on a lead is warm, and hot: as the published rules have it.
inline constexpr int warmFromScore = 40;
inline constexpr int hotFromScore = 70;
/// cold < 40 ≤ warm < 70 ≤ hot
constexpr Temperature temperatureOf(int points) noexcept
{
    return points >= hotFromScore ? Temperature::Hot : points >= warmFromScore ? Temperature::Warm : Temperature::Cold;
}

enum class ConsentState { Unknown, Implied, Given, OptedOut };
template <>
struct EnumNames<ConsentState> {
    static constexpr std::array names {std::pair {ConsentState::Implied, std::string_view {"implied"}},
        std::pair {ConsentState::Given, std::string_view {"given"}}, std::pair {ConsentState::OptedOut, std::string_view {"opted_out"}}};
};

/// Consent on one channel: what, since when, and by which words of whom. Opting out suppresses sending on the channel.
struct Consent {
    Open<ConsentState> state {ConsentState::Implied};
    Timestamp at;
    std::string source; ///< what was said or done, word for word, at most 200 characters
    friend bool operator==(const Consent &, const Consent &) = default;
};

struct Phone {
    std::string e164; ///< empty when the number cannot be read; never guessed
    std::string raw; ///< as it was typed or sent
    friend bool operator==(const Phone &, const Phone &) = default;
};

/// How a number is shown: as it was written when that is the whole number, since people group digits better than we do.
inline const std::string &shown(const Phone &phone)
{
    const auto digits = [](const std::string &text) {
        std::string kept;
        std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return c >= '0' && c <= '9'; });
        return kept;
    };
    const bool whole = phone.raw.starts_with('+') && digits(phone.raw) == digits(phone.e164);
    return phone.e164.empty() || whole ? phone.raw : phone.e164;
}

struct Qualification {
    std::string serviceInterest;
    std::string urgency;
    std::string budget;
    std::string location;
    std::string decisionMaker;
    std::string timeline;
    friend bool operator==(const Qualification &, const Qualification &) = default;
};

/// One published rule that moved the score, with the message that fired it.
struct ScoreFactor {
    std::string label; ///< the rule's key, such as "names_a_date"; the console has the words for it
    int points = 0;
    MessageId message;
    friend bool operator==(const ScoreFactor &, const ScoreFactor &) = default;
};

struct Money {
    std::int64_t minor = 0; ///< in the currency's minor unit
    std::string currency; ///< ISO 4217
    friend bool operator==(const Money &, const Money &) = default;
};

/// A person who asked.
struct Lead {
    LeadId id;
    ClientId client;
    std::string name; ///< empty when nobody said it; shown as the phone or "Visitor"
    std::vector<Phone> phones;
    std::vector<std::string> emails;
    Open<ChannelKind> source;
    std::map<std::string, Consent> consent; ///< by channel name
    Qualification qualification;
    std::optional<int> score; ///< 0–100; nothing until a rule has fired
    std::vector<ScoreFactor> scoreFactors;
    Open<Temperature> temperature {Temperature::Unscored};
    std::optional<Money> value;
    std::map<std::string, std::string> externalRefs;
    Open<LeadStatus> status {LeadStatus::New};
    std::string language; ///< ISO 639-1; empty when it cannot be told
    LeadId mergedInto; ///< the one that is left of a merge (leadmerge.h); what is of this lead otherwise stays as it was
    Timestamp createdAt;
    Timestamp updatedAt;
    std::int64_t version = 1;
};

} // namespace foredeck
