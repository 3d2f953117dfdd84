#include "models/cache/likeness.h"

#include "models/cache/peoplekeys.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t shortestLocal = 7; ///< digits without their country, by which a number is told from others
constexpr std::size_t longestCountry = 3;

/// Without the zeros that are dialled before it.
std::string digitsOf(const Phone &phone)
{
    return soughtDigits(phone.e164.empty() ? phone.raw : phone.e164);
}

bool isSameNumber(const Phone &one, const Phone &two)
{
    if (!one.e164.empty() && !two.e164.empty())
        return one.e164 == two.e164;
    std::string longer = digitsOf(one);
    std::string shorter = digitsOf(two);
    if (longer.size() < shorter.size())
        std::swap(longer, shorter);
    return shorter.size() >= shortestLocal && longer.size() - shorter.size() <= longestCountry && longer.ends_with(shorter);
}

bool isSameText(const std::string &one, const std::string &two)
{
    const auto words = foldedWords(one);
    return !words.empty() && words == foldedWords(two);
}

bool isSameName(const Lead &one, const Lead &two)
{
    auto words = foldedWords(one.name);
    auto others = foldedWords(two.name);
    std::sort(words.begin(), words.end()); // "Lopez, Ana"
    std::sort(others.begin(), others.end());
    return words.size() > 1 && words == others;
}

} // namespace

LikenessFound likenessOf(const Lead &lead, const Lead &other)
{
    for (const Phone &phone : other.phones) {
        if (std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &one) { return isSameNumber(one, phone); }))
            return {Likeness::Phone, shown(phone)};
    }
    for (const std::string &email : other.emails) {
        const std::string folded = foldedWord(email);
        if (!folded.empty() && std::any_of(lead.emails.begin(), lead.emails.end(), [&](const std::string &one) { return foldedWord(one) == folded; }))
            return {Likeness::Email, email};
    }
    if (!isSameName(lead, other))
        return {};
    if (isSameText(lead.qualification.serviceInterest, other.qualification.serviceInterest))
        return {Likeness::NameAndWish, other.qualification.serviceInterest};
    if (isSameText(lead.qualification.location, other.qualification.location))
        return {Likeness::NameAndPlace, other.qualification.location};
    return {};
}

std::vector<std::string> likenessKeys(const Lead &lead)
{
    std::vector<std::string> keys;
    for (const Phone &phone : lead.phones) {
        const std::string digits = digitsOf(phone);
        if (digits.size() < shortestLocal)
            continue;
        keys.push_back(digits);
        for (std::size_t code = 1; code <= longestCountry && digits.size() >= shortestLocal + code; ++code)
            keys.push_back(digits.substr(code));
    }
    for (const std::string &email : lead.emails)
        keys.push_back(foldedWord(email));
    const auto words = foldedWords(lead.name);
    if (words.size() > 1)
        keys.push_back(*std::max_element(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); }));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace foredeck
