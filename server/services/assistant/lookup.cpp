#include "server/services/assistant/lookup.h"

#include "server/services/assistant/phrases.h"
#include "server/services/language/stem.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t shownPassages = 3;
constexpr std::size_t lookedAtPassages = 30; ///< the same answer stands in many languages

bool tells(const std::string &text, const std::string &language, const std::vector<Term> &subject)
{
    const auto told = termsOf(wordsOf(text), language);
    return std::any_of(told.begin(), told.end(), [&](const Term &t) {
        return std::any_of(subject.begin(), subject.end(), [&](const Term &s) { return s.key == t.key; });
    });
}

bool mentions(const Document &document, const std::vector<Term> &subject)
{
    return tells(document.title + "\n" + document.text, document.language, subject);
}
bool asksAbout(const Document &document, const std::vector<Term> &subject) { return tells(document.title, document.language, subject); }

} // namespace

bool Lookup::saysLittle(const Utterance &utterance) const
{
    const auto terms = termsOf(utterance.words, m_input.language);
    if (terms.empty()) // "combien ?"
        return utterance.words.size() <= 3 && utterance.asksPrice;
    return std::all_of(terms.begin(), terms.end(), [](const Term &t) {
        return t.minor || t.key == "=price" || t.key == "=duration" || t.key == "=hours" || t.key == "=night";
    });
}

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

std::vector<ScoredPassage> Lookup::readable(std::vector<ScoredPassage> found) const
{
    std::erase_if(found, [&](const ScoredPassage &p) {
        const auto &language = p.document->language;
        return !language.empty() && language != phrases::spoken(m_input.language) && language != m_input.turn.client.language && language != "en";
    });
    if (found.size() > shownPassages)
        found.resize(shownPassages);
    return found;
}

std::vector<ScoredPassage> Lookup::find(const Utterance &utterance, const std::string &about, double &needed) const
{
    if (!saysLittle(utterance))
        return readable(m_knowledge.find(utterance.text, m_input.language, lookedAtPassages));
    if (about.empty())
        needed = std::max(needed, floors::request); // about nothing in particular: only a near match will do
    auto found = readable(m_knowledge.find(utterance.text + "\n" + about, m_input.language, lookedAtPassages));
    const auto subject = termsOf(wordsOf(about), m_input.language);
    std::erase_if(found, [&](const ScoredPassage &p) { return !about.empty() && !mentions(*p.document, subject); });
    // Who asks on has read the last answer: another one about the same subject, by its own question, comes first.
    const auto *last = lastUsed();
    if (found.size() > 1 && last && found[0].document->id == last->document && found[1].score >= needed && asksAbout(*found[1].document, subject))
        std::swap(found[0], found[1]);
    return found;
}

} // namespace foredeck
