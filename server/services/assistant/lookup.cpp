#include "server/services/assistant/lookup.h"

#include "lexicon.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/facts.h"
#include "server/services/assistant/phrases.h"
#include "server/services/language/lexiconline.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <set>

namespace foredeck {

namespace {

constexpr std::size_t longestThatLeans = 7; ///< words: who writes more says what it is about

using Keys = std::set<std::string, std::less<>>;

Keys keysIn(const std::string &text, const std::string &language)
{
    Keys keys;
    for (auto &term : termsOf(wordsOf(text), language))
        keys.insert(std::move(term.key));
    return keys;
}

bool tellsOne(const Keys &told, const std::vector<Term> &subject)
{
    return std::any_of(subject.begin(), subject.end(), [&](const Term &s) { return told.contains(s.key); });
}

Keys keysOf(const Document &document) { return keysIn(document.title + "\n" + document.text, document.language); }

// What a question may ask of any subject.
bool isAspect(const Term &term)
{
    return term.key == "=price" || term.key == "=duration" || term.key == "=hours" || term.key == "=night" || term.key == "=when" || term.key == "=where";
}

bool isDigits(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

// "For two", "two nights": how many, of whatever the talk is about.
bool isCount(const std::vector<Word> &words, const std::vector<Term> &terms, std::size_t i, const std::string &language)
{
    const auto first = terms[i].firstWord;
    if (!numberOf(words[first].text, language))
        return false;
    return (first > 0 && isForWord(words[first - 1].text, language)) || (i + 1 < terms.size() && terms[i + 1].key == "=night");
}

// "Now", "today": asked of whatever is open at all.
bool isNear(const std::vector<Word> &words, const Term &term, const std::string &language)
{
    return isNowWord(words[term.firstWord].text) || isTodayWord(words[term.firstWord].text, language);
}

// What the sentence names itself: an answer must tell of each.
std::vector<Term> ownTerms(const std::vector<Word> &words, const std::string &language)
{
    const auto terms = termsOf(words, language);
    std::vector<Term> own;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!isAspect(terms[i]) && !isNear(words, terms[i], language) && !isCount(words, terms, i, language))
            own.push_back(terms[i]);
    }
    return own;
}

// "How much?" is answered by an amount, "how long?" by a span, "when?" by a time.
bool tellsWhatIsAsked(const Document &document, const Keys &told, const Utterance &utterance, const std::vector<Term> &terms)
{
    const auto asks = [&](std::string_view key) { return std::any_of(terms.begin(), terms.end(), [&](const Term &t) { return t.key == key; }); };
    const auto words = wordsOf(document.text);
    const bool number = std::any_of(words.begin(), words.end(), [](const Word &w) { return isDigits(w.text); });
    if ((utterance.asksPrice || asks("=price")) && !(told.contains("=price") || told.contains("=free") || namesMoney(document.text)))
        return false;
    if (asks("=duration") && !told.contains("=duration"))
        return false;
    return !asks("=when") || number || told.contains("=when") || told.contains("=hours");
}

// "It", "davon", "eso": words that stand for what was spoken of.
bool standsFor(const std::vector<Word> &words, const std::string &language)
{
    static const auto pointers = tablesByLanguage<Keys>(lexicon::pointers, [](std::string_view line, Keys &keys) {
        for (auto &word : wordsOf(line))
            keys.insert(std::move(word.text));
    });
    const auto known = pointers.find(language);
    const bool pronoun = known != pointers.end() && std::any_of(words.begin(), words.end(), [&](const Word &w) { return known->second.contains(w.text); });
    return pronoun || (!words.empty() && isForWord(words.front().text, language)) || (words.size() > 1 && isForWord(words[1].text, language) && words.front().text.size() <= 3);
}

} // namespace

bool Lookup::saysLittle(const Utterance &utterance) const
{
    const auto terms = termsOf(utterance.words, m_input.language);
    if (terms.empty()) // "combien ?"
        return utterance.words.size() <= 3 && utterance.asksPrice;
    return std::all_of(terms.begin(), terms.end(), [&](const Term &t) {
        const bool little = t.key == "=price" || t.key == "=free" || t.key == "=duration" || t.key == "=hours" || t.key == "=night";
        return t.minor || little || isNear(utterance.words, t, m_input.language);
    });
}

bool Lookup::leansOn(const Utterance &utterance) const
{
    if (saysLittle(utterance))
        return true;
    const auto terms = termsOf(utterance.words, m_input.language);
    const auto named = std::count_if(terms.begin(), terms.end(), [](const Term &t) { return !t.minor && !isAspect(t); });
    return named == 1 && utterance.words.size() <= longestThatLeans && pointsBack(utterance);
}

bool Lookup::pointsBack(const Utterance &utterance) const { return standsFor(utterance.words, m_input.language); }

std::string Lookup::subjectOf(const std::string &text) const
{
    const auto words = wordsOf(text);
    std::string subject;
    for (const auto &term : termsOf(words, m_input.language)) {
        // A title may stand in another language than the question.
        if (!term.minor && !isStopWord(words[term.firstWord].text, "en") && term.key != "=price" && term.key != "=duration" && term.key != "=hours")
            subject += (subject.empty() ? "" : " ") + std::string {spanOf(text, words, term.firstWord, term.endWord - 1)};
    }
    return subject;
}

const PassageUse *Lookup::lastUsed() const
{
    const auto &decisions = m_input.turn.decisions;
    for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
        for (const auto &passage : decision->passages) {
            if (passage.used)
                return &passage;
        }
    }
    return nullptr;
}

std::vector<ScoredPassage> Lookup::readable(std::vector<ScoredPassage> found, std::size_t most) const
{
    std::erase_if(found, [&](const ScoredPassage &p) {
        const auto &language = p.document->language;
        return !language.empty() && language != phrases::spoken(m_input.language) && language != m_input.turn.client.language && language != "en";
    });
    if (found.size() > most)
        found.resize(most);
    return found;
}

std::vector<ScoredPassage> Lookup::find(const Utterance &utterance, const TalkedAbout &about, double &needed) const
{
    if (auto titled = byTitle(utterance); !titled.empty())
        return titled;
    if (!leansOn(utterance))
        return readable(utterance.text);
    if (auto found = ofSubject(utterance, about, needed); !found.empty() && found.front().score >= needed)
        return found;
    if (auto found = ofOwnTitle(utterance); !found.empty() && found.front().score >= std::max(needed, floors::request))
        return found;
    // Nor does "is it free for kids?", of breakfast, ask about the cots that are free.
    const auto terms = termsOf(utterance.words, m_input.language);
    const bool asksOfIt = pointsBack(utterance) && (utterance.asksPrice || std::any_of(terms.begin(), terms.end(), [](const Term &t) { return t.key == "=free" || isAspect(t); }));
    if (!about.subject.empty() && (saysLittle(utterance) || asksOfIt))
        return {}; // of that subject nothing of the kind was told, and what is told of another is no answer
    needed = std::max(needed, floors::request); // about nothing in particular: only a near match will do
    return readable(utterance.text);
}

std::vector<ScoredPassage> Lookup::ofHelpOutsideHours(const RuleBook &book) const
{
    std::vector<ScoredPassage> found;
    for (const auto &language : {phrases::spoken(m_input.language), std::string_view {m_input.turn.client.language}, std::string_view {"en"}}) {
        if (!found.empty())
            break;
        found = m_knowledge.find(phrases::say("asks_outside_hours", language, {}, {}), language, lookedAtPassages);
        std::erase_if(found, [&](const ScoredPassage &p) {
            const auto &told = p.document->language;
            const auto speaksOf = [&](const std::string &text, std::string_view rule) { return anyHit(book.hits(wordsOf(text), {std::string {language}, "en"}), rule); };
            // "Do you do emergencies?", and where to go after hours stands in the answer.
            const bool inAnswer = speaksOf(p.document->title, "topic.emergency") && speaksOf(p.document->text, "told.outside_hours");
            return (!told.empty() && told != language) || (!inAnswer && !speaksOf(p.document->title, "topic.outside_hours"));
        });
    }
    return found;
}

// "How much is it to park?", after breakfast was told of: parking is a subject of its own where a title names nothing else.
std::vector<ScoredPassage> Lookup::ofOwnTitle(const Utterance &utterance) const
{
    const auto own = ownTerms(utterance.words, m_input.language);
    const auto one = std::find_if(own.begin(), own.end(), [](const Term &t) { return !t.minor; });
    if (one == own.end())
        return {};
    const auto terms = termsOf(utterance.words, m_input.language);
    auto found = readable(utterance.text);
    std::erase_if(found, [&](const ScoredPassage &p) {
        auto named = ownTerms(wordsOf(p.document->title), p.document->language);
        std::erase_if(named, [](const Term &t) { return t.minor; });
        const bool same = named.size() == 1 && named.front().key == one->key;
        return !same || !tellsWhatIsAsked(*p.document, keysOf(*p.document), utterance, terms);
    });
    return found;
}

std::vector<ScoredPassage> Lookup::ofSubject(const Utterance &utterance, const TalkedAbout &about, double needed) const
{
    if (about.subject.empty())
        return {};
    const auto terms = termsOf(utterance.words, m_input.language);
    const auto own = ownTerms(utterance.words, m_input.language);
    const auto subject = termsOf(wordsOf(about.subject), m_input.language);
    const bool asksMore = !own.empty() || utterance.asksPrice || std::any_of(terms.begin(), terms.end(), isAspect);
    auto found = readable(utterance.text + "\n" + about.subject);
    std::erase_if(found, [&](const ScoredPassage &p) {
        const auto told = keysOf(*p.document);
        const bool all = std::all_of(own.begin(), own.end(), [&](const Term &t) { return told.contains(t.key); });
        const bool same = asksMore || about.told.empty() || p.document->id == about.told; // "and for two?" asks for nothing else
        return !all || !same || !tellsOne(told, subject) || !tellsWhatIsAsked(*p.document, told, utterance, terms);
    });
    // Who asks on has read the last answer: another one about the same subject, by its own question, comes first.
    const auto isNext = [&](const ScoredPassage &p) {
        return p.score >= needed && p.document->language == found[0].document->language && tellsOne(keysIn(p.document->title, p.document->language), subject);
    };
    if (about.read && found.size() > 1 && found[0].document->id == about.told && isNext(found[1]))
        std::swap(found[0], found[1]);
    return found;
}

} // namespace foredeck
