#include "server/services/assistant/measures.h"

#include "server/services/language/words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

namespace foredeck {

namespace {

using Names = std::set<std::string_view>;

struct Unit {
    std::string_view name;
    double factor;
    bool weighs;
};
constexpr double foot = 0.3048, pound = 0.4536, ton = 1000;
constexpr std::array units {Unit {"m", 1, false}, Unit {"meter", 1, false}, Unit {"meters", 1, false}, Unit {"metre", 1, false}, Unit {"metres", 1, false}, Unit {"metern", 1, false}, Unit {"metro", 1, false},
    Unit {"metros", 1, false}, Unit {"metri", 1, false}, Unit {"متر", 1, false}, Unit {"ft", foot, false}, Unit {"foot", foot, false}, Unit {"feet", foot, false}, Unit {"footer", foot, false}, Unit {"fuss", foot, false},
    Unit {"pie", foot, false}, Unit {"pies", foot, false}, Unit {"pieds", foot, false}, Unit {"piedi", foot, false}, Unit {"pes", foot, false}, Unit {"voet", foot, false}, Unit {"قدم", foot, false}, Unit {"kg", 1, true},
    Unit {"kilo", 1, true}, Unit {"kilos", 1, true}, Unit {"كيلو", 1, true}, Unit {"lb", pound, true}, Unit {"lbs", pound, true}, Unit {"pounds", pound, true}, Unit {"t", ton, true}, Unit {"ton", ton, true},
    Unit {"tons", ton, true}, Unit {"tonne", ton, true}, Unit {"tonnes", ton, true}, Unit {"tonnen", ton, true}, Unit {"toneladas", ton, true}, Unit {"tonnellate", ton, true}, Unit {"طن", ton, true}};

const Names beams {"beam", "wide", "width", "manga", "breit", "breite", "largeur", "bau", "larghezza", "baglio", "boca", "largura", "breedte", "breed", "العرض", "عرض"};
const Names drafts {"draft", "draught", "draws", "deep", "depth", "calado", "profundo", "tiefgang", "tief", "tirant", "profond", "pescaggio", "profondo", "diepgang", "diep", "غاطس", "الغاطس", "عمق"};
const Names upTo {"up", "bis", "hasta", "jusqu", "fino", "ate", "tot", "max", "maximum", "maximal", "maximo", "massimo", "حتى", "حتي"};
constexpr std::size_t nameReach = 2; ///< words between a number and what it measures

const Unit *unitOf(std::string_view word)
{
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit &u) { return u.name == word; });
    return found == units.end() ? nullptr : found;
}

bool isDigits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

// "4.9 m", "46ft", "5 m", and where the words behind the unit begin.
struct Number {
    double value = 0;
    const Unit *unit = nullptr;
    std::size_t end = 0;
};
std::optional<Number> numberAt(std::string_view text, const std::vector<Word> &words, std::size_t i)
{
    const std::string_view word {words[i].text};
    const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits > 4 || (i > 0 && words[i - 1].end < words[i].begin && text[words[i].begin - 1] == '$'))
        return std::nullopt;
    std::string value {word.substr(0, digits)};
    auto rest = word.substr(digits);
    auto at = i + 1;
    const bool fraction = rest.empty() && at < words.size() && words[at].begin == words[i].end + 1 && (text[words[i].end] == '.' || text[words[i].end] == ',');
    if (fraction) {
        const std::string_view next {words[at].text};
        const auto more = std::min(next.find_first_not_of("0123456789"), next.size());
        if (more == 0 || more > 2)
            return std::nullopt;
        value += "." + std::string {next.substr(0, more)};
        rest = next.substr(more);
        ++at;
    }
    if (rest.empty() && at < words.size() && isDigits(value.substr(0, 1)))
        rest = words[at++].text;
    const auto *unit = unitOf(rest);
    return unit ? std::optional {Number {std::strtod(value.c_str(), nullptr), unit, at}} : std::nullopt;
}

// "5 m beam", "beam of 5 m"; the name behind counts before the one in front, which may belong to another number.
Measure::Of kindOf(const std::vector<Word> &words, std::size_t first, const Number &number)
{
    if (number.unit->weighs)
        return Measure::Of::Weight;
    for (auto at = number.end; at < words.size() && at < number.end + nameReach && !words[at].breakBefore; ++at) {
        if (beams.contains(words[at].text))
            return Measure::Of::Beam;
        if (drafts.contains(words[at].text))
            return Measure::Of::Draft;
    }
    for (std::size_t back = 1; back <= nameReach + 1 && back <= first; ++back) {
        const auto &word = words[first - back];
        if (unitOf(word.text))
            break;
        if (beams.contains(word.text))
            return Measure::Of::Beam;
        if (drafts.contains(word.text))
            return Measure::Of::Draft;
    }
    return Measure::Of::Length;
}

} // namespace

std::vector<Measure> measuresIn(std::string_view text)
{
    const auto words = wordsOf(text, 300);
    std::vector<Measure> measures;
    for (std::size_t i = 0; i < words.size();) {
        const auto number = numberAt(text, words, i);
        if (number)
            measures.push_back({kindOf(words, i, *number), number->value * number->unit->factor});
        i = number ? number->end : i + 1;
    }
    return measures;
}

std::vector<Measure> limitsIn(std::string_view title, std::string_view text)
{
    const auto asks = wordsOf(title);
    const bool depth = std::any_of(asks.begin(), asks.end(), [](const Word &w) { return drafts.contains(w.text); });
    std::vector<Measure> limits;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = text.find(". ", begin);
        end = end == std::string_view::npos ? text.size() : end + 1;
        const auto sentence = text.substr(begin, end - begin);
        const auto words = wordsOf(sentence);
        const bool limit = std::any_of(words.begin(), words.end(), [](const Word &w) { return upTo.contains(w.text); });
        for (auto measure : limit || (depth && begin == 0) ? measuresIn(sentence) : std::vector<Measure> {}) {
            if (depth && begin == 0 && measure.of == Measure::Of::Length)
                measure.of = Measure::Of::Draft;
            limits.push_back(measure);
        }
        begin = end + 1;
    }
    return limits;
}

bool isOverLimit(const std::vector<Measure> &measures, const std::vector<Measure> &limits, Measure::Of of)
{
    const auto most = [&](const std::vector<Measure> &all) {
        double largest = 0;
        for (const auto &measure : all)
            largest = measure.of == of ? std::max(largest, measure.amount) : largest;
        return largest;
    };
    constexpr double rounding = 1.01; // 52 feet are 15.85 m
    return most(limits) > 0 && most(measures) > most(limits) * rounding;
}

} // namespace foredeck
