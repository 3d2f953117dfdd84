#include "server/services/assistant/introduction.h"

#include "models/domain/textlimits.h"
#include "server/services/assistant/phrases.h"
#include "server/services/consent/consent.h"

#include <algorithm>

namespace foredeck {

namespace {

bool tellsWhoWrites(const std::string &text, const Client &client, const RuleBook &book)
{
    return text.find(client.name) != std::string::npos && anyHit(book.hits(wordsOf(text)), "says.assistant");
}

// The word that the hint names first is in the text, written the same way ("STOP"; an ordinary "stop" tells nobody).
bool tellsHowToEnd(const std::string &text, const std::string &hint, const RuleBook &book)
{
    const auto written = [&](const Word &word) { return hint.substr(word.begin, word.end - word.begin); };
    const auto words = wordsOf(hint);
    const auto keyword = std::find_if(words.begin(), words.end(), [&](const Word &w) { return findConsent(written(w), {.wholeMessage = false}, book).signal == ConsentSignal::OptOut; });
    return keyword != words.end() && text.find(written(*keyword)) != std::string::npos;
}

} // namespace

std::string builtinIntroduction(const Client &client, std::string_view language, std::string_view seed)
{
    return phrases::say("intro", language, seed, {{"business", client.name}}) + " ";
}

std::string introduction(const Client &client, const ClientSettings &settings, std::string_view language, std::string_view seed, const RuleBook &book)
{
    const auto own = settings.greeting.find(std::string {phrases::spoken(language)});
    if (own == settings.greeting.end() || own->second.empty())
        return builtinIntroduction(client, language, seed);
    return (tellsWhoWrites(own->second, client, book) ? "" : builtinIntroduction(client, language, seed)) + own->second + " ";
}

std::string optOutHint(std::string_view language, std::string_view seed)
{
    return "\n" + phrases::say("intro_optout", language, seed, {});
}

std::string firstWords(const Client &client, std::string_view language, const std::string &text)
{
    const auto hint = optOutHint(language, client.id.value);
    const auto named = text.find(client.name) == std::string::npos ? client.name + ": " + text : text;
    return text.find("STOP") == std::string::npos ? named + hint : named;
}

std::string missedCallText(const Client &client, const ClientSettings &settings, const RuleBook &book)
{
    const auto builtin = phrases::say("missed_call", client.language, client.id.value, {{"business", client.name}});
    auto text = settings.missedCallText;
    if (text.empty())
        return builtin;
    if (!tellsWhoWrites(text, client, book))
        text = builtinIntroduction(client, client.language, client.id.value) + text;
    if (const auto hint = optOutHint(client.language, client.id.value); !tellsHowToEnd(text, hint, book))
        text += hint;
    return charactersIn(text) <= longestTextOf(ChannelKind::Sms) ? text : builtin;
}

} // namespace foredeck
