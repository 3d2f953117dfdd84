#include "server/services/assistant/datespans.h"

#include "lexicon.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/language/lexiconline.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <map>
#include <string>

namespace foredeck {

namespace {

using Phrase = std::vector<std::string>;
using Table = std::map<SpanWord, std::vector<Phrase>>;

constexpr std::size_t mostWordsBetween = 4; ///< "3 nights, starting from the 20th"

void readLine(std::string_view line, Table &table)
{
    static const std::map<std::string_view, SpanWord> kinds {{"range", SpanWord::Range}, {"between", SpanWord::Between}, {"onday", SpanWord::OnDay},
        {"before", SpanWord::Before}, {"after", SpanWord::After}, {"from", SpanWord::From}, {"units", SpanWord::Unit}, {"one", SpanWord::One},
        {"weekend", SpanWord::Weekend}, {"aftertomorrow", SpanWord::AfterTomorrow}, {"past", SpanWord::Past},
        {"withnumber", SpanWord::WithNumber}, {"counted", SpanWord::Counted}, {"ofday", SpanWord::OfDay}, {"dayafter", SpanWord::DayAfter}, {"daybefore", SpanWord::DayBefore}, {"scale", SpanWord::Scale}, {"measure", SpanWord::Measure}};
    const auto colon = line.find(':');
    const auto kind = kinds.find(line.substr(0, colon));
    if (colon == std::string_view::npos || kind == kinds.end())
        return;
    for (const auto name : partsOf(line.substr(colon + 1), ',')) {
        Phrase phrase;
        for (auto &word : wordsOf(name))
            phrase.push_back(std::move(word.text));
        table[kind->second].push_back(std::move(phrase));
    }
}

const std::map<std::string, Table, std::less<>> &tables()
{
    static const auto all = tablesByLanguage<Table>(lexicon::spans, readLine);
    return all;
}

const std::vector<Phrase> &phrasesOf(std::string_view language, SpanWord kind)
{
    static const std::vector<Phrase> none;
    const auto table = tables().find(language);
    if (table == tables().end())
        return none;
    const auto phrases = table->second.find(kind);
    return phrases == table->second.end() ? none : phrases->second;
}

bool standsAt(const Phrase &phrase, const std::vector<Word> &words, std::size_t at)
{
    return at + phrase.size() <= words.size()
        && std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at), [](const std::string &p, const Word &w) { return p == w.text; });
}

// The longest phrase of the kind for which `fits`.
template <typename Fits>
std::size_t longest(std::string_view language, SpanWord kind, const Fits &fits)
{
    std::size_t length = 0;
    for (const auto spoken : {language, std::string_view {"en"}}) {
        for (const auto &phrase : phrasesOf(spoken, kind)) {
            if (phrase.size() > length && fits(phrase))
                length = phrase.size();
        }
    }
    return length;
}

// "two nights", "a week": its end; `at` when none stands there.
std::size_t lengthEnd(const std::vector<Word> &words, std::size_t at, std::string_view language)
{
    if (at + 1 >= words.size())
        return at;
    const bool number = numberOf(words[at].text, language).has_value() || spanWordEnd(words, at, language, SpanWord::One) > at;
    const auto end = spanWordEnd(words, at + 1, language, SpanWord::Unit);
    return number && end > at + 1 ? end : at;
}

bool saysNothing(const std::vector<Word> &words, std::size_t at, std::string_view language)
{
    return isStopWord(words[at].text, language) || spanWordEnd(words, at, language, SpanWord::From) > at || isForWord(words[at].text, language);
}

// "3 nights from the" before a day: where it begins.
std::size_t lengthBefore(const std::vector<Word> &words, std::size_t day, std::string_view language)
{
    for (std::size_t back = 2; back <= day && back <= mostWordsBetween + 2; ++back) {
        const auto at = day - back;
        const auto end = lengthEnd(words, at, language);
        if (end > at && end <= day)
            return at;
        if (back > 2 && !saysNothing(words, at + 1, language))
            break;
    }
    return day;
}

} // namespace

std::string spanWords(std::string_view language, SpanWord kind)
{
    std::string words;
    for (const auto &phrase : phrasesOf(language, kind)) {
        for (const auto &word : phrase)
            words += (words.empty() ? "" : " ") + word;
    }
    return words;
}

std::size_t spanWordEnd(const std::vector<Word> &words, std::size_t at, std::string_view language, SpanWord kind)
{
    return at + longest(language, kind, [&](const Phrase &phrase) { return standsAt(phrase, words, at); });
}

std::size_t spanWordBegin(const std::vector<Word> &words, std::size_t at, std::string_view language, SpanWord kind)
{
    return at - longest(language, kind, [&](const Phrase &phrase) { return phrase.size() <= at && standsAt(phrase, words, at - phrase.size()); });
}

bool joinsBetween(const std::vector<Word> &words, std::size_t first, std::size_t at, std::string_view language)
{
    for (const auto spoken : {language, std::string_view {"en"}}) {
        const auto &names = phrasesOf(spoken, SpanWord::Between);
        if (names.empty() || !standsAt(names.back(), words, at))
            continue;
        const auto isOpened = [&](std::size_t i) {
            return i < first && std::any_of(names.begin(), names.end() - 1, [&](const Phrase &opens) { return standsAt(opens, words, i); });
        };
        if ((first >= 1 && isOpened(first - 1)) || (first >= 2 && isOpened(first - 2))) // "between the 12th"
            return true;
    }
    return false;
}

WordSpan withWordsAround(WordSpan day, const std::vector<Word> &words, std::string_view language)
{
    day.first = spanWordBegin(words, day.first, language, SpanWord::Before);
    day.end = spanWordEnd(words, day.end, language, SpanWord::After);
    day.first = lengthBefore(words, day.first, language);
    for (auto at = day.end; at < words.size() && at < day.end + 3; ++at) {
        if (const auto end = lengthEnd(words, at, language); end > at) {
            day.end = end;
            break;
        }
        if (!saysNothing(words, at, language))
            break;
    }
    return day;
}

} // namespace foredeck
