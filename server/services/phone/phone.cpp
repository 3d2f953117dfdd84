#include "server/services/phone/phone.h"

#include "models/core/text.h"
#include "models/domain/leadrefs.h"

#include <algorithm>
#include <memory>

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

namespace foredeck {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t longestNumber = 250; // libphonenumber's own bound
constexpr std::size_t longestText = 4000;
constexpr std::size_t mostPhones = 10; ///< of a lead
constexpr std::size_t fewestDigits = 7; ///< of an E.164 number, with its country code
constexpr std::size_t mostDigits = 15;
constexpr std::string_view separators = " -.()";

std::string formatted(const PhoneNumberUtil &util, const PhoneNumber &number)
{
    std::string text;
    util.Format(number, PhoneNumberUtil::E164, &text);
    return text;
}

} // namespace

std::optional<std::string> toE164(std::string_view raw, std::string_view region)
{
    const auto text = trimmed(raw);
    if (text.empty() || text.size() > longestNumber || !isUtf8(text))
        return std::nullopt;
    const auto &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(std::string {text}, std::string {region}, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    if (!util.IsValidNumber(number))
        return std::nullopt;
    return formatted(util, number);
}

std::optional<std::string> e164OfDigits(std::string_view digits)
{
    if (digits.empty())
        return std::nullopt;
    const auto number = digits.front() == '+' ? std::string {digits} : "+" + std::string {digits};
    if (auto known = toE164(number, "ZZ"))
        return known;
    std::string plain {"+"};
    for (const char c : std::string_view {number}.substr(1)) {
        if (c >= '0' && c <= '9')
            plain += c;
        else if (separators.find(c) == std::string_view::npos)
            return std::nullopt;
    }
    const auto count = plain.size() - 1;
    return count >= fewestDigits && count <= mostDigits && plain[1] != '0' ? std::optional {plain} : std::nullopt;
}

std::string grouped(const std::string &e164)
{
    const auto &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return e164;
    std::string text;
    util.Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
    return text;
}

bool addTypedPhone(Lead &lead, const std::string &e164, const std::string &raw)
{
    const bool known = std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &p) { return p.raw == raw || (!e164.empty() && p.e164 == e164); });
    if (known || lead.phones.size() >= mostPhones)
        return false;
    lead.phones.push_back({hasContact(lead) ? std::string {} : e164, raw});
    return true;
}

std::vector<PhoneInText> phonesIn(std::string_view text, std::string_view region)
{
    std::vector<PhoneInText> found;
    const std::string clipped {clipUtf8(text, longestText)};
    if (!isUtf8(clipped))
        return found;
    const auto &util = *PhoneNumberUtil::GetInstance();
    PhoneNumberMatcher matcher {util, clipped, std::string {region}, PhoneNumberMatcher::VALID, 20};
    while (matcher.HasNext()) {
        PhoneNumberMatch match;
        if (!matcher.Next(&match))
            break;
        found.push_back({formatted(util, match.number()), match.raw_string()});
    }
    return found;
}

std::string regionOf(std::string_view e164)
{
    const auto &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(std::string {e164}, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    std::string region;
    util.GetRegionCodeForNumber(number, &region);
    return region == "ZZ" ? std::string {} : region;
}

} // namespace foredeck
