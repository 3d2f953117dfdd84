#include "server/services/language/stem.h"

#include "lexicon.h"
#include "models/core/text.h"
#include "server/services/language/lexiconline.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include <libstemmer.h>

namespace foredeck {

namespace {

struct CloseStemmer {
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, CloseStemmer>;

constexpr std::array stemmedLanguages {"en", "es", "de", "fr", "it", "pt", "nl", "ar"};

sb_stemmer *stemmerFor(std::string_view language)
{
    thread_local std::map<std::string, Stemmer, std::less<>> stemmers;
    const auto known = stemmers.find(language);
    if (known != stemmers.end())
        return known->second.get();
    Stemmer made;
    if (std::find(stemmedLanguages.begin(), stemmedLanguages.end(), language) != stemmedLanguages.end())
        made.reset(sb_stemmer_new(std::string {language}.c_str(), nullptr));
    return stemmers.emplace(std::string {language}, std::move(made)).first->second.get();
}

using WordSet = std::set<std::string, std::less<>>;

using WordSets = std::map<std::string, WordSet, std::less<>>; // by language

// The sections of words.lex that begin with `kind` ("[stop ").
WordSets readWords(std::string_view kind)
{
    WordSets words;
    WordSet *section = nullptr;
    std::string_view rest = lexicon::words;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[')
            section = line.starts_with(kind) ? &words[std::string {line.substr(kind.size(), 2)}] : nullptr;
        else if (section) {
            for (auto &word : wordsOf(line))
                section->insert(std::move(word.text));
        }
    }
    return words;
}

bool isIn(const WordSets &sets, std::string_view word, std::string_view language)
{
    if (language.empty())
        return std::any_of(sets.begin(), sets.end(), [&](const auto &entry) { return entry.second.contains(word); });
    const auto known = sets.find(language);
    return known != sets.end() && known->second.contains(word);
}

bool isWeakWord(std::string_view word, std::string_view language)
{
    static const auto weak = readWords("[weak ");
    return isIn(weak, word, language);
}

struct Concept {
    std::vector<std::string> stems;
    std::string key;
};
using ConceptTable = std::unordered_map<std::string, std::vector<Concept>>; // by the first stem

void readConcept(std::string_view line, std::map<std::string, ConceptTable, std::less<>> &tables)
{
    const auto fields = partsOf(line, '|');
    const auto key = "=" + std::string {fields.front()};
    for (std::size_t i = 1; i < fields.size(); ++i) {
        const auto language = std::string {fields[i].substr(0, 2)};
        for (const auto phrase : partsOf(fields[i].substr(fields[i].find(':') + 1), ',')) {
            Concept concept_;
            concept_.key = key;
            for (const auto &word : wordsOf(phrase))
                concept_.stems.push_back(stemOf(word.text, language));
            if (!concept_.stems.empty())
                tables[language][concept_.stems.front()].push_back(concept_);
        }
    }
}

const std::map<std::string, ConceptTable, std::less<>> &concepts()
{
    static const auto table = [] {
        std::map<std::string, ConceptTable, std::less<>> tables;
        for (const auto line : partsOf(lexicon::concepts, '\n')) {
            if (!line.empty() && line.front() != '#')
                readConcept(line, tables);
        }
        for (auto &[language, byFirst] : tables) {
            for (auto &[first, list] : byFirst)
                std::stable_sort(list.begin(), list.end(), [](const Concept &a, const Concept &b) { return a.stems.size() > b.stems.size(); });
        }
        return tables;
    }();
    return table;
}

// The longest concept that begins at a word, in one language's table.
const Concept *conceptAt(const ConceptTable &table, const std::vector<Word> &words, const std::string &language, std::size_t at)
{
    const auto known = table.find(stemOf(words[at].text, language));
    if (known == table.end())
        return nullptr;
    for (const auto &candidate : known->second) {
        bool all = at + candidate.stems.size() <= words.size();
        for (std::size_t i = 1; all && i < candidate.stems.size(); ++i)
            all = stemOf(words[at + i].text, language) == candidate.stems[i];
        if (all)
            return &candidate;
    }
    return nullptr;
}

const Concept *conceptAt(const std::vector<Word> &words, std::string_view language, std::size_t at)
{
    const Concept *best = nullptr;
    for (const auto &[known, table] : concepts()) {
        if (!language.empty() && language != known)
            continue;
        const auto *found = conceptAt(table, words, known, at);
        if (found && (!best || found->stems.size() > best->stems.size()))
            best = found;
    }
    return best;
}

// The plain form has lost the accents by which Snowball knows these endings; the plural shows them again, as "ustedes" does those of
// "vosotros".
std::string spelledForStemmer(std::string_view word, std::string_view language)
{
    if (language == "es" && (word.ends_with("cion") || word.ends_with("sion")))
        return std::string {word} + "es";
    if (language == "es" && word.size() > 5 && (word.ends_with("ais") || word.ends_with("eis")) && !isStopWord(word, language)) // "arregláis", "arreglan"
        return std::string {word.substr(0, word.size() - 2)} + "n";
    if (language == "pt" && word.ends_with("coes"))
        return std::string {word.substr(0, word.size() - 4)} + "cao";
    return std::string {word};
}

// Days, months and numerals of all languages.
const WordSet &dateWords()
{
    static const auto table = [] {
        WordSet words;
        for (const auto line : partsOf(lexicon::dates, '\n')) {
            if (line.empty() || line.front() == '#' || line.front() == '[' || line.starts_with("for:") || line.starts_with("weekend:"))
                continue;
            for (auto &word : wordsOf(line.substr(line.find(':') + 1)))
                words.insert(std::move(word.text));
        }
        return words;
    }();
    return table;
}

bool isNumber(std::string_view word)
{
    return !word.empty() && ((word.front() >= '0' && word.front() <= '9') || dateWords().contains(word));
}

} // namespace

std::string stemOf(std::string_view plainWord, std::string_view language)
{
    static const auto apart = readWords("[apart ");
    auto *stemmer = stemmerFor(language);
    if (!stemmer || plainWord.size() > 64 || (!language.empty() && isIn(apart, plainWord, language)))
        return std::string {plainWord};
    const auto word = spelledForStemmer(plainWord, language);
    const auto *stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(word.data()), static_cast<int>(word.size()));
    if (!stem)
        return word;
    return {reinterpret_cast<const char *>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

bool isStopWord(std::string_view plainWord, std::string_view language)
{
    static const auto stop = readWords("[stop ");
    return isIn(stop, plainWord, language);
}

std::vector<std::string> conceptLanguages(std::string_view plainWord)
{
    std::vector<std::string> languages;
    for (const auto &[language, table] : concepts()) {
        const auto known = table.find(stemOf(plainWord, language));
        if (known != table.end() && std::any_of(known->second.begin(), known->second.end(), [](const Concept &c) { return c.stems.size() == 1; }))
            languages.push_back(language);
    }
    return languages;
}

std::vector<Term> termsOf(const std::vector<Word> &words, std::string_view language)
{
    std::vector<Term> terms;
    for (std::size_t i = 0; i < words.size();) {
        const auto *found = conceptAt(words, language, i);
        if (found) {
            terms.push_back({found->key, i, i + found->stems.size(), found->key == "=when" || found->key == "=where"});
            i += found->stems.size();
            continue;
        }
        const auto &word = words[i].text;
        if (!isStopWord(word, language))
            terms.push_back({stemOf(word, language), i, i + 1, isNumber(word) || isWeakWord(word, language)});
        ++i;
    }
    return terms;
}

std::vector<std::string> termKeys(std::string_view text, std::string_view language)
{
    constexpr std::size_t wordsLookedAt = 60;
    std::vector<std::string> keys;
    for (auto &term : termsOf(wordsOf(text, wordsLookedAt), language))
        keys.push_back(std::move(term.key));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace foredeck
