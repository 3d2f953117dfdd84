#include "server/services/assistant/house.h"

#include "server/services/language/stem.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t messagesLookedAt = 8;
constexpr std::size_t longestPlace = 5;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNumbered(std::string_view word) { return word.size() <= longestPlace && std::any_of(word.begin(), word.end(), isDigit); }
// "c14": a berth, a room.
bool isPlaceCode(std::string_view word)
{
    const auto digits = std::find_if(word.begin(), word.end(), isDigit);
    const auto letters = digits - word.begin();
    return letters >= 1 && letters <= 2 && digits != word.end() && word.end() - digits <= 3 && std::all_of(digits, word.end(), isDigit);
}

bool namesPlace(std::string_view text, std::string_view language, const RuleBook &book)
{
    const auto words = wordsOf(text, 60);
    const auto hits = book.hits(words, language.empty() ? Languages {} : Languages {std::string {language}, "en"});
    if (anyHit(hits, "intent.book")) // "I would like room 12 again"
        return false;
    const auto places = hitsOf(hits, "house.place");
    if (std::any_of(places.begin(), places.end(), [&](const RuleHit &h) { return h.end < words.size() && isNumbered(words[h.end].text); }))
        return true;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (isPlaceCode(words[i].text) && isStopWord(words[i - 1].text, language)) // "on C14"
            return true;
    }
    return false;
}

} // namespace

bool housesGuests(std::string_view industry, const RuleBook &book)
{
    std::string words {industry};
    std::replace(words.begin(), words.end(), '_', ' ');
    return anyHit(book.hits(wordsOf(words)), "house.trades");
}

bool isForTheHouse(const Utterance &utterance, std::string_view industry, const RuleBook &book)
{
    return (anyHit(utterance.hits, "house.defect") || anyHit(utterance.hits, "house.request")) && housesGuests(industry, book);
}

bool isHere(const TurnInput &input, const RuleBook &book)
{
    if (std::any_of(input.decisions.begin(), input.decisions.end(), [](const Decision &d) { return d.urgency == Urgency::Emergency; }))
        return true;
    if (!housesGuests(input.client.industry, book))
        return false;
    std::size_t looked = 0;
    for (auto message = input.history.rbegin(); message != input.history.rend() && looked < messagesLookedAt; ++message, ++looked) {
        if (message->role == MessageRole::Lead && namesPlace(message->text, input.conversation.language, book))
            return true;
    }
    return false;
}

} // namespace foredeck
