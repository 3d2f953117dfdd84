#pragma once

#include "models/domain/lead.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// E.164 of a number as it was typed or sent, read for the region (ISO 3166-1) when it has no country code
/// (libphonenumber). Nothing rather than a guess: what is too short, impossible or not assigned is no number.
std::optional<std::string> toE164(std::string_view raw, std::string_view region);

/// WhatsApp's wa_id and Twilio's numbers: digits with the country code, "+" or not. A vendor's number is in use, so one that
/// is newer than the library's tables is taken by its digits; what has no 7 to 15 of them is no number.
std::optional<std::string> e164OfDigits(std::string_view digits);

/// An E.164 number in the groups its country writes, "+1 305-555-0142"; as it is when it is no number.
std::string grouped(const std::string &e164);

/// Adds a number that somebody typed, in a form or in a message; true when the lead changed. It may be anybody's: of a lead
/// that is known by something else, be it an e-mail that anybody can type too, it is kept as it was written, but whoever
/// writes from it is not taken for this person.
bool addTypedPhone(Lead &lead, const std::string &e164, const std::string &raw);

/// The numbers that stand in a text, as E.164 with the words they were written in.
struct PhoneInText {
    std::string e164;
    std::string raw;
};
std::vector<PhoneInText> phonesIn(std::string_view text, std::string_view region);

/// ISO 3166-1 of an E.164 number; empty when it belongs to no country.
std::string regionOf(std::string_view e164);

} // namespace foredeck
