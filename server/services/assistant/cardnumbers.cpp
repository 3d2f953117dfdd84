#include "server/services/assistant/cardnumbers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foredeck {

namespace {

constexpr std::size_t mostDigits = 19;
constexpr std::size_t shownDigits = 4;

/// Numbers that a brand issues: what they begin with, from and to, and how long they are. No card has thirteen digits any
/// more, and telephones with their country's code have.
struct Brand {
    int from;
    int to;
    std::size_t shortest;
    std::size_t longest;
};
constexpr std::array brands {Brand {4, 4, 16, 19}, Brand {51, 55, 16, 16}, Brand {2221, 2720, 16, 16}, Brand {34, 34, 15, 15}, Brand {37, 37, 15, 15},
    Brand {300, 305, 14, 14}, Brand {36, 36, 14, 19}, Brand {38, 39, 14, 19}, Brand {3528, 3589, 16, 19}, Brand {6011, 6011, 16, 19},
    Brand {644, 659, 16, 19}, Brand {62, 62, 16, 19}, Brand {50, 50, 16, 19}, Brand {56, 58, 16, 19}, Brand {60, 69, 16, 19}};

bool isIssued(std::string_view digits)
{
    return std::any_of(brands.begin(), brands.end(), [&](const Brand &brand) {
        const auto width = std::to_string(brand.from).size();
        const auto begins = std::stoi(std::string {digits.substr(0, width)});
        return begins >= brand.from && begins <= brand.to && digits.size() >= brand.shortest && digits.size() <= brand.longest;
    });
}

bool passesLuhn(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// A digit of a text: 0 to 9, in the Arabic and Persian forms too.
struct Digit {
    char value = 0;
    std::size_t bytes = 0; ///< 0: there is none
};

Digit digitAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};
    const auto c = text[at];
    if (c >= '0' && c <= '9')
        return {c, 1};
    for (const std::string_view zero : {"٠", "۰"}) {
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) - static_cast<unsigned char>(zero[1]) : -1;
        if (c == zero[0] && next >= 0 && next <= 9)
            return {static_cast<char>('0' + next), 2};
    }
    return {};
}

// How many bytes stand between two groups of a number; 0: it ends here.
std::size_t joint(std::string_view text, std::size_t at)
{
    for (const std::string_view sign : {" - ", "  ", ", ", " ", ",", "-", ".", "/", "_", "\n", "\t", "\u00a0", "\u202f", "–", "—"}) {
        if (text.substr(at, sign.size()) == sign && digitAt(text, at + sign.size()).bytes > 0)
            return sign.size();
    }
    return 0;
}

// "12/27/2026", "2026-12-27": three groups that stand for a day.
bool isDay(std::string_view a, std::string_view b, std::string_view c)
{
    const auto year = [](std::string_view g) { return g.size() == 4 && (g.starts_with("19") || g.starts_with("20")); };
    const auto part = [](std::string_view g) { return g.size() <= 2 && g.front() <= '3'; };
    return (part(a) && part(b) && year(c)) || (year(a) && part(b) && part(c));
}

// "305 555 0123": as a telephone is written, and more behind it.
bool beginsLikeTelephone(const std::vector<std::string> &groups)
{
    return groups.size() > 3 && groups[0].size() == 3 && groups[1].size() == 3 && groups[2].size() == 4;
}

bool isList(std::string_view joint) { return joint.find_first_of(",\n\t") != std::string_view::npos || joint == "  "; }

// As it stands on a card: "4111 1111 1111 1111", "3782 822463 10005".
bool isAsOnCard(const std::vector<std::string> &groups)
{
    if (groups.size() == 3)
        return groups[0].size() == 4 && groups[1].size() == 6 && (groups[2].size() == 4 || groups[2].size() == 5);
    return groups.size() > 3 && groups.back().size() <= 4 && std::all_of(groups.begin(), groups.end() - 1, [](const std::string &g) { return g.size() == 4; });
}

// However it is cut into groups; not so a day, nor a telephone or a list with something behind it.
bool isGrouped(const std::vector<std::string> &groups, const std::vector<std::string_view> &joints)
{
    const bool list = std::any_of(joints.begin(), joints.end(), [&](std::string_view j) { return isList(j) && j != joints.front(); });
    if (list)
        return false;
    for (std::size_t i = 2; i < groups.size(); ++i) {
        if (isDay(groups[i - 2], groups[i - 1], groups[i]))
            return false;
    }
    return !beginsLikeTelephone(groups);
}

// Where the card number that begins with this digit ends, and its digits; `first` when none does.
std::size_t cardEnd(std::string_view text, std::size_t first, std::string &digits)
{
    // "+49 171 …" is a telephone's.
    if (first > 0 && text[first - 1] == '+')
        return first;
    std::string read;
    std::vector<std::string> groups {{}};
    std::vector<std::string_view> joints;
    std::size_t end = first;
    for (std::size_t at = first; read.size() < mostDigits;) {
        const auto digit = digitAt(text, at);
        if (digit.bytes == 0)
            break;
        read += digit.value;
        groups.back() += digit.value;
        at += digit.bytes;
        if (digitAt(text, at).bytes > 0)
            continue;
        const bool candidate = isAsOnCard(groups) || (end == first && isGrouped(groups, joints)); // what follows a card is not part of it
        if (candidate && isIssued(read) && passesLuhn(read)) {
            end = at;
            digits = read;
        }
        joints.push_back(text.substr(at, joint(text, at)));
        at += joints.back().size();
        groups.emplace_back();
    }
    return end;
}

} // namespace

std::optional<std::string> withoutCardNumbers(std::string_view text)
{
    std::string covered;
    std::size_t kept = 0; // bytes of the text that are in `covered`
    bool inNumber = false;
    for (std::size_t at = 0; at < text.size();) {
        std::string digits;
        const auto digit = digitAt(text, at);
        const auto end = digit.bytes > 0 && !inNumber ? cardEnd(text, at, digits) : at;
        inNumber = digit.bytes > 0;
        if (end == at) {
            at += std::max<std::size_t>(1, digit.bytes);
            continue;
        }
        covered += text.substr(kept, at - kept);
        covered += "•••• " + digits.substr(digits.size() - shownDigits);
        at = kept = end;
    }
    return kept == 0 ? std::nullopt : std::optional {covered + std::string {text.substr(kept)}};
}

} // namespace foredeck
