#include "server/services/assistant/cardnumbers.h"

#include "server/services/language/words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foredeck {

namespace {

constexpr std::size_t mostDigits = 19;
constexpr std::size_t shownDigits = 4;

/// Numbers that a brand issues: what they begin with, from and to, and how long they are.
struct Brand {
    int from;
    int to;
    std::size_t shortest;
    std::size_t longest;
};
constexpr std::array brands {Brand {4, 4, 13, 19}, Brand {51, 55, 16, 16}, Brand {2221, 2720, 16, 16}, Brand {34, 34, 15, 15}, Brand {37, 37, 15, 15},
    Brand {300, 305, 14, 14}, Brand {36, 36, 14, 19}, Brand {38, 39, 14, 19}, Brand {3528, 3589, 16, 19}, Brand {6011, 6011, 16, 19},
    Brand {644, 659, 16, 19}, Brand {62, 62, 16, 19}, Brand {50, 50, 13, 19}, Brand {56, 58, 13, 19}, Brand {60, 69, 16, 19}};

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

bool isDigits(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }); }

// What people write between the groups of a number.
bool joins(std::string_view between)
{
    for (const std::string_view sign : {" ", "-", ".", "\u00a0", "\u202f", " - ", "  ", "–"}) {
        if (between == sign)
            return true;
    }
    return false;
}

// The word after the last group of the card number that begins with this word; `first` when none does.
std::size_t cardEnd(std::string_view text, const std::vector<Word> &words, std::size_t first)
{
    // "+49 171 …" is a telephone's.
    if (words[first].begin > 0 && text[words[first].begin - 1] == '+')
        return first;
    std::string digits;
    std::size_t end = first;
    for (std::size_t i = first; i < words.size() && isDigits(words[i].text); ++i) {
        if (i > first && !joins(text.substr(words[i - 1].end, words[i].begin - words[i - 1].end)))
            break;
        digits += words[i].text;
        if (digits.size() > mostDigits)
            break;
        if (isIssued(digits) && passesLuhn(digits))
            end = i + 1;
    }
    return end;
}

} // namespace

std::optional<std::string> withoutCardNumbers(std::string_view text)
{
    const auto words = wordsOf(text);
    std::string covered;
    std::size_t kept = 0; // bytes of the text that are in `covered`
    for (std::size_t i = 0; i < words.size();) {
        const auto end = cardEnd(text, words, i);
        if (end == i) {
            ++i;
            continue;
        }
        std::string digits;
        covered += text.substr(kept, words[i].begin - kept);
        kept = words[end - 1].end;
        for (; i < end; ++i)
            digits += words[i].text;
        covered += "•••• " + digits.substr(digits.size() - shownDigits);
    }
    return kept == 0 ? std::nullopt : std::optional {covered + std::string {text.substr(kept)}};
}

} // namespace foredeck
