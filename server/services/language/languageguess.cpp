#include "server/services/language/languageguess.h"

#include "languagemodelfile.h"
#include "lexicon.h"
#include "models/core/text.h"
#include "server/services/language/linearmodel.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace foredeck {

namespace {

// How many letters of each script a text has; the first 2,000 bytes say enough.
std::map<UScriptCode, int> scriptsOf(std::string_view text)
{
    std::map<UScriptCode, int> counts;
    const auto size = static_cast<int32_t>(std::min<std::size_t>(text.size(), 2000));
    for (int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, size, c);
        UErrorCode status = U_ZERO_ERROR;
        if (c >= 0 && u_isalpha(c))
            ++counts[uscript_getScript(c, &status)];
    }
    return counts;
}

// Without the words that hold an e-mail or web address: "com" is a word of Portuguese, and a name in an address of no language.
std::string withoutAddresses(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    std::string kept;
    for (auto rest = text; !rest.empty();) {
        const auto blank = std::min(rest.find_first_of(blanks), rest.size());
        const auto word = rest.substr(0, blank);
        const bool isAddress = word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos || word.starts_with("www.");
        kept.append(isAddress ? std::string_view {} : word).append(rest.substr(blank, 1));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return kept;
}

bool has(std::string_view text, std::initializer_list<std::string_view> letters)
{
    return std::any_of(letters.begin(), letters.end(), [&](std::string_view l) { return text.find(l) != std::string_view::npos; });
}

// Scripts that one language of ours, or few neighbours with letters of their own, are written in.
std::optional<std::string> fromScript(UScriptCode script, const std::map<UScriptCode, int> &counts, std::string_view text)
{
    switch (script) {
    case USCRIPT_ARABIC:
        if (has(text, {"ٹ", "ڈ", "ے", "ں", "ہ"}))
            return "ur";
        return has(text, {"پ", "چ", "ژ", "گ", "ی"}) ? "fa" : "ar";
    case USCRIPT_CYRILLIC:
        if (has(text, {"ї", "є", "ґ", "Ї", "Є", "і", "І"}))
            return "uk";
        return has(text, {"ъ"}) && !has(text, {"ы", "э", "ё"}) ? "bg" : "ru";
    case USCRIPT_HEBREW: return "he";
    case USCRIPT_GREEK: return "el";
    case USCRIPT_HANGUL: return "ko";
    case USCRIPT_THAI: return "th";
    case USCRIPT_DEVANAGARI: return "hi";
    case USCRIPT_HIRAGANA: case USCRIPT_KATAKANA: return "ja";
    case USCRIPT_HAN: return counts.contains(USCRIPT_HIRAGANA) || counts.contains(USCRIPT_KATAKANA) ? "ja" : "zh";
    case USCRIPT_GEORGIAN: return "ka";
    case USCRIPT_ARMENIAN: return "hy";
    case USCRIPT_BENGALI: return "bn";
    case USCRIPT_TAMIL: return "ta";
    default: return std::nullopt;
    }
}

constexpr std::string_view everywhere = "--";

using Votes = std::map<std::string, double, std::less<>>;

// Each word with the languages it votes for; a word of few languages weighs more.
const std::unordered_map<std::string, std::vector<std::string>> &ballots()
{
    static const auto table = [] {
        std::unordered_map<std::string, std::vector<std::string>> words;
        std::string language;
        std::string_view rest = lexicon::words;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const auto line = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.empty() || line.front() == '#')
                continue;
            if (line.front() == '[') {
                language = line.starts_with("[weak") ? std::string_view {} : line.substr(6, 2);
                continue;
            }
            for (const auto &word : wordsOf(language.empty() ? std::string_view {} : line)) {
                if (language == everywhere) {
                    words[word.text] = {}; // says nothing, whatever lists it stands in later
                    continue;
                }
                const auto [entry, isNew] = words.try_emplace(word.text);
                auto &list = entry->second;
                if (!isNew && list.empty())
                    continue;
                if (std::find(list.begin(), list.end(), language) == list.end())
                    list.push_back(language);
            }
        }
        return words;
    }();
    return table;
}

// "4.2 m" is no French "m'": a lone consonant is a word only where it has lost its vowel.
bool isUnit(std::string_view text, const Word &word)
{
    static constexpr std::string_view wholeWords = "aeiouy";
    if (word.text.size() != 1 || wholeWords.find(word.text) != std::string_view::npos)
        return false;
    const auto after = text.substr(word.end);
    return !after.starts_with("'") && !after.starts_with("’");
}

Votes votesOf(std::string_view text, const std::vector<Word> &words)
{
    Votes votes;
    const bool few = words.size() <= 4; // in so short a text every word must help
    for (const auto &word : words) {
        if (isUnit(text, word))
            continue;
        const auto known = ballots().find(word.text);
        if (known == ballots().end()) {
            const auto spoken = few ? conceptLanguages(word.text) : std::vector<std::string> {};
            for (const auto &language : spoken)
                votes[language] += 0.7 / static_cast<double>(spoken.size());
            continue;
        }
        if (known->second.empty())
            continue;
        const auto count = static_cast<double>(known->second.size());
        for (const auto &language : known->second)
            votes[language] += 1.0 / count + (count == 1 ? 0.5 : 0.0);
    }
    return votes;
}

// Letters and signs that only some of the languages use.
void weighLetters(std::string_view text, Votes &votes)
{
    if (has(text, {"ß", "ä", "ö", "ü", "Ä", "Ö", "Ü"}))
        votes["de"] += 1;
    if (has(text, {"¿", "¡", "ñ", "Ñ"}))
        votes["es"] += 2;
    if (has(text, {"ã", "õ", "ção", "ções"}))
        votes["pt"] += 2;
    if (has(text, {"œ", "ù", "ê", "ç"}))
        votes["fr"] += 1;
    if (has(text, {"ł", "ż", "ś", "ą", "ę", "ź"}))
        votes["pl"] += 3;
    if (has(text, {"ı", "ş", "ğ"}))
        votes["tr"] += 3;
    if (has(text, {"å"}))
        votes["sv"] += 2;
}

struct Cld2Answer {
    std::string language;
    bool reliable = false;
};

Cld2Answer askCld2(std::string_view text, std::string_view hint)
{
    const auto clip = clipUtf8(text, 4000);
    const std::string hintText {hint};
    const CLD2::CLDHints hints {hintText.empty() ? nullptr : hintText.c_str(), nullptr, 23 /* UTF-8 */, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language top[3];
    int percent[3];
    double score[3];
    int bytes = 0;
    bool reliable = false;
    int validBytes = 0;
    const auto language = CLD2::ExtDetectLanguageSummaryCheckUTF8(clip.data(), static_cast<int>(clip.size()), true, &hints, 0, top,
        percent, score, nullptr, &bytes, &reliable, &validBytes);
    if (language == CLD2::UNKNOWN_LANGUAGE)
        return {};
    std::string code {CLD2::LanguageCode(language)};
    return {code.substr(0, code.find('-')), reliable};
}

// How sure the model of spelling is of each language it knows, in natural log-odds.
class Spelling {
public:
    explicit Spelling(const std::vector<Word> &words)
    {
        static const LinearModel model = LinearModel::over(languageModelFile()).value(); // a constant: a test proves that it can be read
        const auto readings = model.read(spellingFeatures(words));
        for (std::size_t i = 0; i < readings.size(); ++i)
            m_odds.emplace(model.name(i), readings[i].logOdds);
        for (const auto &[language, odds] : m_odds) {
            if (odds > best()) {
                m_second = best();
                m_best = language;
            } else {
                m_second = std::max(m_second, odds);
            }
        }
    }
    const std::string &language() const { return m_best; }
    double of(std::string_view language) const
    {
        const auto found = m_odds.find(language);
        return found == m_odds.end() ? unknown : found->second;
    }
    bool isSure(double odds, double lead) const { return best() >= odds && best() - m_second >= lead; }
    /// So much likelier than this one that a few votes for it count for nothing.
    bool outweighs(std::string_view other) const { return best() >= 0 && best() - of(other) >= 3; }

private:
    static constexpr double unknown = -99;
    double best() const { return of(m_best); }

    Votes m_odds;
    std::string m_best;
    double m_second = unknown;
};

bool saysNothing(const Word &word)
{
    const auto known = ballots().find(word.text);
    return known != ballots().end() && known->second.empty();
}

// What the votes leave open, where the spelling tells it: a word or two must tell it plainly, and one's own language is not left
// for a little. A word that all languages use tells nothing.
std::optional<std::string> bySpelling(const std::vector<Word> &words, const Spelling &spelling, std::string_view hint)
{
    if (std::all_of(words.begin(), words.end(), saysNothing))
        return std::nullopt;
    constexpr std::size_t few = 2;
    const bool plainly = words.size() <= few || (!hint.empty() && hint != spelling.language());
    const bool isSure = plainly ? spelling.isSure(1.5, 2) : spelling.isSure(0, 1); // right in 96 and 98 of 100, by cross-validation
    return isSure ? std::optional {spelling.language()} : std::nullopt;
}

} // namespace

std::optional<std::string> languageOf(std::string_view typed, std::string_view hint)
{
    const auto text = withoutAddresses(typed);
    const auto scripts = scriptsOf(text);
    const auto most = std::max_element(scripts.begin(), scripts.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most == scripts.end())
        return std::nullopt;
    if (most->first != USCRIPT_LATIN)
        return most->second >= 2 ? fromScript(most->first, scripts, text) : std::nullopt;

    const auto words = wordsOf(text, 400);
    if (words.size() > 1 && std::all_of(words.begin(), words.end(), [](const Word &w) { return w.text.size() == 1; }))
        return std::nullopt; // "S T O P": letters, no words
    auto votes = votesOf(text, words);
    weighLetters(text, votes);
    const auto cld = words.size() >= 3 ? askCld2(text, {}) : Cld2Answer {};
    if (cld.reliable)
        votes[cld.language] += most->second >= 40 ? 4 : 1.5;

    std::string best;
    double bestVotes = 0;
    double second = 0;
    for (const auto &[language, count] : votes) {
        if (count > bestVotes) {
            second = bestVotes;
            bestVotes = count;
            best = language;
        } else {
            second = std::max(second, count);
        }
    }
    const Spelling spelling {words};
    if (bestVotes < 0.7)
        return bySpelling(words, spelling, hint);
    if (bestVotes - second >= 0.5)
        return spelling.outweighs(best) ? spelling.language() : best;
    const auto hinted = votes.find(hint);
    return hinted != votes.end() && hinted->second >= bestVotes - 0.01 ? std::optional {std::string {hint}} : bySpelling(words, spelling, hint);
}

} // namespace foredeck
