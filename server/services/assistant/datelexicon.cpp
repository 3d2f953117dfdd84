#include "server/services/assistant/datelexicon.h"

#include "lexicon.h"
#include "models/core/text.h"
#include "server/services/assistant/datespans.h"
#include "server/services/language/lexiconline.h"
#include "server/services/language/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <unordered_map>
#include <vector>

namespace foredeck {

namespace {

struct Meaning {
    DateWord kind;
    int index; ///< 0 Monday, 1 January, 1 one
};
using Table = std::unordered_map<std::string, std::vector<Meaning>>;

void readLine(std::string_view line, Table &table)
{
    static const std::map<std::string_view, DateWord> kinds {{"days", DateWord::Day}, {"dayplurals", DateWord::EveryDay}, {"dayshorts", DateWord::ShortDay}, {"months", DateWord::Month},
        {"today", DateWord::Today}, {"tomorrow", DateWord::Tomorrow}, {"weekend", DateWord::Weekend}, {"numbers", DateWord::Number}, {"for", DateWord::For}};
    const auto colon = line.find(':');
    const auto kind = kinds.find(line.substr(0, colon));
    if (colon == std::string_view::npos || kind == kinds.end())
        return;
    const bool fromOne = kind->second == DateWord::Month || kind->second == DateWord::Number;
    int index = fromOne ? 1 : 0;
    for (const auto names : partsOf(line.substr(colon + 1), ',')) {
        for (const auto &word : wordsOf(names))
            table[word.text].push_back({kind->second, index});
        ++index;
    }
}

const std::map<std::string, Table, std::less<>> &tables()
{
    static const auto all = tablesByLanguage<Table>(lexicon::dates, readLine);
    return all;
}

} // namespace

std::optional<int> meaning(std::string_view word, std::string_view language, DateWord kind)
{
    for (const auto lang : {language, std::string_view {"en"}}) {
        const auto table = tables().find(lang);
        if (table == tables().end())
            continue;
        const auto known = table->second.find(std::string {word});
        if (known == table->second.end())
            continue;
        for (const auto &m : known->second) {
            if (m.kind == kind)
                return m.index;
        }
    }
    return std::nullopt;
}

std::optional<int> plainNumber(std::string_view word)
{
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc {} && end == word.data() + word.size() && word.size() <= 4 ? std::optional {value} : std::nullopt;
}

std::optional<int> numberOf(std::string_view plainWord, std::string_view language)
{
    if (const auto digits = plainNumber(plainWord))
        return digits;
    return meaning(plainWord, language, DateWord::Number);
}

std::string weekendNames(std::string_view language)
{
    auto names = spanWords(language, SpanWord::Weekend);
    const auto table = tables().find(language);
    if (table == tables().end())
        return names;
    for (const auto &[word, meanings] : table->second) {
        if (std::any_of(meanings.begin(), meanings.end(), [](const Meaning &m) { return m.kind == DateWord::Weekend; }))
            names += (names.empty() ? "" : " ") + word;
    }
    return names;
}

bool isMonth(std::string_view plainWord, std::string_view language) { return meaning(plainWord, language, DateWord::Month).has_value(); }

bool isForWord(std::string_view plainWord, std::string_view language)
{
    return meaning(plainWord, language, DateWord::For).has_value();
}

bool isNowWord(std::string_view plainWord)
{
    static constexpr std::array<std::string_view, 14> words {"now", "rn", "currently", "still", "ahora", "jetzt", "gerade", "noch", "maintenant", "adesso", "ora", "agora", "nu", "الان"};
    return std::find(words.begin(), words.end(), plainWord) != words.end();
}

bool isTodayWord(std::string_view plainWord, std::string_view language)
{
    return meaning(plainWord, language, DateWord::Today).has_value();
}

} // namespace foredeck
