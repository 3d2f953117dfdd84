#include "server/services/assistant/facts.h"

#include "models/core/text.h"
#include "server/services/assistant/datespans.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace foredeck {

namespace {

constexpr std::size_t longestFact = 80;
constexpr std::size_t longestNameWords = 3;
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longestLocalPart = 64; ///< of an e-mail, RFC 5321 4.5.3.1.1

bool isLetters(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool beginsUpper(std::string_view text, const Word &word)
{
    const auto c = static_cast<unsigned char>(text[word.begin]);
    return c >= 0x80 || (c >= 'A' && c <= 'Z'); // scripts without case count as names after "my name is"
}

// Up to three words from `first` that can belong to a name.
std::string nameAt(std::string_view text, const std::vector<Word> &words, std::size_t first, const FactsContext &context, bool capitalsOnly)
{
    std::size_t end = first;
    while (end < words.size() && end - first < longestNameWords) {
        const auto &word = words[end];
        if ((end > first && word.breakBefore) || !isLetters(word.text) || (capitalsOnly && !beginsUpper(text, word)))
            break;
        if (end > first && !beginsUpper(text, word) && isStopWord(word.text, context.language))
            break;
        if (isStopWord(word.text, context.language) && !beginsUpper(text, word))
            break;
        ++end;
    }
    return end == first ? std::string {} : singleLine(spanOf(text, words, first, end - 1), longestFact);
}

// "Call me back", "call me tomorrow", "later" said to "what is your name?": nobody is called so.
bool beginsNoName(const std::vector<RuleHit> &hits, std::size_t at)
{
    return std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return h.rule == "fact.no_name" && h.first == at; });
}

std::string nameIn(std::string_view text, const std::vector<Word> &words, const std::vector<RuleHit> &hits, const FactsContext &context)
{
    for (const auto &hit : hitsOf(hits, "fact.name")) {
        if (hit.end >= words.size() || words[hit.end].breakBefore || beginsNoName(hits, hit.end))
            continue;
        if (auto name = nameAt(text, words, hit.end, context, false); !name.empty())
            return name;
    }
    for (const auto &hit : hitsOf(hits, "fact.introduces")) { // "I'm" introduces a name only when capitals end the clause
        std::size_t end = hit.end;
        while (end < words.size() && end - hit.end < longestNameWords && beginsUpper(text, words[end]) && isLetters(words[end].text)
            && !isStopWord(words[end].text, context.language) && (end == hit.end || !words[end].breakBefore))
            ++end;
        if (end > hit.end && (end == words.size() || words[end].breakBefore))
            return singleLine(spanOf(text, words, hit.end, end - 1), longestFact);
    }
    return {};
}

bool isTimeWord(std::string_view word, std::string_view next)
{
    const bool digits = !word.empty() && word.front() >= '0' && word.front() <= '9';
    static constexpr std::array<std::string_view, 12> clocks {"am", "pm", "uhr", "h", "oclock", "horas", "heures", "uur", "ore", "noon", "evening", "مساء"};
    const auto afterDigits = word.substr(std::min(word.size(), word.find_first_not_of("0123456789")));
    if (digits && next.empty() && (afterDigits == "am" || afterDigits == "pm" || afterDigits == "h"))
        return true;
    return digits && word.size() <= 2 && std::find(clocks.begin(), clocks.end(), next) != clocks.end();
}

struct Span {
    std::size_t first = 0;
    std::size_t end = 0; ///< first == end: none
};

// The end of "in the afternoon", "de la tarde", "del mattino" from `at`; `at` when no part of the day stands there.
std::size_t dayPartEnd(const std::vector<Word> &words, std::size_t at)
{
    static constexpr std::array<std::string_view, 20> parts {"morning", "afternoon", "evening", "night", "manana", "tarde", "noche", "noite", "manha", "morgens",
        "nachmittags", "abends", "matin", "soir", "mattino", "pomeriggio", "sera", "ochtends", "middags", "avonds"};
    static constexpr std::array<std::string_view, 14> joins {"in", "the", "at", "de", "la", "da", "del", "di", "du", "oclock", "clock", "o", "s", "uhr"};
    for (std::size_t i = at; i < words.size() && i < at + 4 && !words[i].breakBefore; ++i) {
        if (std::find(parts.begin(), parts.end(), words[i].text) != parts.end())
            return i + 1;
        if (std::find(joins.begin(), joins.end(), words[i].text) == joins.end())
            break;
    }
    return at;
}

// "two in the afternoon", "half past ten", "quarter to 5 in the evening": hours that need the words around them.
Span spokenTime(const std::vector<Word> &words, std::size_t i, std::string_view language)
{
    const auto hourAt = [&](std::size_t at) {
        const auto number = at < words.size() ? numberOf(words[at].text, language) : std::nullopt;
        return number && *number >= 1 && *number <= 24;
    };
    const auto after = i + 1 < words.size() ? std::string_view {words[i + 1].text} : std::string_view {};
    if ((words[i].text == "half" || words[i].text == "quarter") && (after == "past" || after == "to") && hourAt(i + 2))
        return {i, dayPartEnd(words, i + 3)};
    if (hourAt(i)) {
        if (const auto end = dayPartEnd(words, i + 1); end > i + 1)
            return {i, end};
    }
    return {};
}

// The first words from `from` that tell the time, inside one clause: "at 7 pm", "19 Uhr", "8:30", "noon".
Span timeIn(std::string_view text, const std::vector<Word> &words, std::size_t from, std::size_t reach, std::string_view language)
{
    for (std::size_t i = from; i < words.size() && i < from + reach; ++i) {
        if (i > from && words[i].breakBefore)
            break;
        const auto next = i + 1 < words.size() ? std::string_view {words[i + 1].text} : std::string_view {};
        if (i + 1 < words.size() && words[i + 1].begin == words[i].end + 1 && text[words[i].end] == ':' && numberOf(words[i].text, "en")) {
            const auto after = i + 2 < words.size() ? std::string_view {words[i + 2].text} : std::string_view {};
            return {i, dayPartEnd(words, std::min(words.size(), i + 2 + (after == "am" || after == "pm" || after == "uhr" ? 1 : 0)))};
        }
        if (const auto spoken = spokenTime(words, i, language); spoken.end > spoken.first)
            return spoken;
        if (words[i].text == "noon" || words[i].text == "midnight")
            return {i, i + 1};
        if (isTimeWord(words[i].text, {}))
            return {i, i + 1};
        if (isTimeWord(words[i].text, next))
            return {i, i + 2};
    }
    return {};
}

std::string whenIn(std::string_view text, const std::vector<Word> &words, const FactsContext &context)
{
    auto days = daysIn(text, words, context.language, context.region, context.today);
    std::erase_if(days, [&](const DayMention &day) { return isBefore(day.day, context.today); });
    if (days.empty()) {
        const auto time = timeIn(text, words, 0, words.size(), context.language);
        return time.end > time.first ? singleLine(spanOf(text, words, time.first, time.end - 1), longestFact) : std::string {};
    }
    auto first = days.front().first;
    auto end = days.front().end; // "from the 14th to 17 March": neighbouring days belong together
    for (const auto &day : days) {
        if (day.first - std::min(day.first, end) <= 3)
            end = day.end;
    }
    const auto whole = withWordsAround({first, end}, words, context.language);
    first = whole.first;
    end = whole.end;
    if (const auto time = timeIn(text, words, end, 5, context.language); time.end > time.first)
        end = time.end;
    return singleLine(spanOf(text, words, first, end - 1), longestFact);
}

std::string peopleIn(std::string_view text, const std::vector<Word> &words, const std::vector<RuleHit> &hits, const FactsContext &context)
{
    for (const auto &hit : hitsOf(hits, "fact.people")) {
        for (std::size_t back = 1; back <= 2 && back <= hit.first; ++back) {
            const auto number = numberOf(words[hit.first - back].text, context.language);
            if (number && *number >= 1 && *number <= 500)
                return singleLine(spanOf(text, words, hit.first - back, hit.end - 1), longestFact);
        }
    }
    for (const auto &hit : hitsOf(hits, "fact.party")) // "just me", "zu zweit"
        return singleLine(spanOf(text, words, hit.first, hit.end - 1), longestFact);
    const auto days = daysIn(text, words, context.language, context.region, context.today);
    const auto beginsDay = [&](std::size_t at) { return std::any_of(days.begin(), days.end(), [&](const DayMention &d) { return d.first == at; }); };
    for (std::size_t i = 0; i + 1 < words.size(); ++i) { // "for two", "party of 6", unless a unit follows
        const auto number = numberOf(words[i + 1].text, context.language);
        const bool spelled = number && !(words[i + 1].text.front() >= '0' && words[i + 1].text.front() <= '9'); // "for two Friday"; "for 7 tonight" may be the hour
        const bool last = i + 2 >= words.size() || words[i + 2].breakBefore || isStopWord(words[i + 2].text, context.language) || (spelled && beginsDay(i + 2));
        if (isForWord(words[i].text, context.language) && number && *number >= 1 && *number <= 40 && last)
            return singleLine(spanOf(text, words, i, i + 1), longestFact);
    }
    return {};
}

std::string budgetIn(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> signs {"$", "€", "£", "USD", "EUR", "euro", "dollar", "dólar"};
    for (const auto sign : signs) {
        const auto at = text.find(sign);
        if (at == std::string_view::npos)
            continue;
        const auto isAmount = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' '; };
        std::size_t begin = at;
        while (begin > 0 && isAmount(text[begin - 1]))
            --begin;
        std::size_t end = at + sign.size();
        while (end < text.size() && isAmount(text[end]))
            ++end;
        const auto amount = trimmed(text.substr(begin, end - begin));
        if (std::any_of(amount.begin(), amount.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return singleLine(amount, longestFact);
    }
    return {};
}

constexpr std::string_view beforeAtOnly = "'&!#$*^{}|~"; ///< no domain holds one: "bea@example.com's inbox", "*bea@example.com*"

// Letters of any alphabet, too: "müller@…" is not ller's. Scripts that are written without blanks between words end an address.
bool isMailCharacter(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '%' || c == '+' || c == '-'
            || (c > 0 && beforeAtOnly.find(static_cast<char>(c)) != std::string_view::npos);
    constexpr UChar32 softHyphen = 0xad, hyphen = 0x2010, firmHyphen = 0x2011;
    if (c == softHyphen || c == hyphen || c == firmHyphen)
        return true;
    const bool isOfAlphabet = c < 0x0e00 || (c >= 0x1e00 && c < 0x2000);
    return isOfAlphabet && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

// Behind the character that begins at `at`, or `at` itself: it is none of an e-mail's.
std::size_t behindMailCharacter(std::string_view text, std::size_t at)
{
    auto next = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT(text.data(), next, static_cast<std::int32_t>(text.size()), c);
    return isMailCharacter(c) ? static_cast<std::size_t>(next) : at;
}

// Where the run of such characters begins that ends at `at`.
std::size_t mailRunBefore(std::string_view text, std::size_t at)
{
    const auto isInside = [&](std::size_t byte) { return (static_cast<unsigned char>(text[byte]) & 0xc0) == 0x80; };
    for (auto begin = at; begin > 0; at = begin) {
        do
            --begin;
        while (begin > 0 && isInside(begin));
        if (behindMailCharacter(text, begin) != at)
            break;
    }
    return at;
}

// Where the one ends that begins at `at`.
std::size_t mailRunAfter(std::string_view text, std::size_t at)
{
    for (auto next = at; at < text.size() && beforeAtOnly.find(text[at]) == std::string_view::npos; at = next) {
        next = behindMailCharacter(text, at);
        if (next == at)
            break;
    }
    return at;
}

// What may stand before an address and is no part of it; letters of a script without blanks are such, too.
bool isOpenBefore(std::string_view text, std::size_t at)
{
    if (at == 0 || std::string_view {" \t\r\n(<[{\"':*"}.find(text[at - 1]) != std::string_view::npos)
        return true;
    auto from = static_cast<std::int32_t>(at) - 1;
    while (from > 0 && (static_cast<unsigned char>(text[static_cast<std::size_t>(from)]) & 0xc0) == 0x80)
        --from;
    UChar32 c = 0;
    U8_NEXT(text.data(), from, static_cast<std::int32_t>(text.size()), c);
    return c >= 0x80 && (u_isalpha(c) || c == 0x201c || c == 0xab || c == 0xff1a); // “ « ：
}

// The end of a sentence, or what was opened before it, up to a blank.
bool isOpenAfter(std::string_view text, std::size_t at)
{
    auto rest = text.substr(at);
    rest = rest.substr(0, rest.find_first_of(blanks));
    rest.remove_prefix(std::min(rest.find_first_not_of(")>]}\"'*.,;:!?/"), rest.size()));
    return rest.empty() || static_cast<unsigned char>(rest.front()) >= 0x80;
}

// Whether a word tells that an address begins behind it: a sentence's, or what one calls an e-mail.
bool leadsToAddress(std::string_view word, std::string_view language)
{
    static constexpr std::array<std::string_view, 32> labels {"mail", "mails", "email", "emails", "correo", "correos", "courriel", "courriels", "address", "addresses", "adresse", "adressen", "adress",
        "adres", "mailadresse", "emailadresse", "emailaddress", "emailadres", "direccion", "indirizzo", "endereco", "contact", "kontakt", "contatto", "contacto", "contato", "poczta",
        "mailim", "emailim", "adresim", "mailem", "mejl"};
    static constexpr std::array<std::string_view, 11> all {"en", "es", "de", "fr", "it", "pt", "nl", "ar", "pl", "tr", "sv"};
    if (std::find(labels.begin(), labels.end(), word) != labels.end()) // the whole word: Ismail is a name
        return true;
    if (!language.empty())
        return isStopWord(word, language) || isStopWord(word, "en");
    return std::any_of(all.begin(), all.end(), [&](std::string_view one) { return isStopWord(word, one); });
}

// Said before what was asked for is given.
bool isConsent(std::string_view word)
{
    static constexpr std::array<std::string_view, 21> words {"sure", "ok", "okay", "yes", "yeah", "yep", "certainly", "claro", "vale", "si", "oui", "bien", "ja", "klar", "gerne", "certo", "sim", "tak", "evet", "tabii", "absolutely"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isNameParticle(std::string_view word)
{
    static constexpr std::array<std::string_view, 18> particles {"de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "el", "al", "van", "von", "der", "den", "y"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// Whether the address that begins there may have begun before a blank.
bool mayBeginBefore(std::string_view text, std::size_t begin, std::string_view language)
{
    // A name and what leads to it, however much stands before: from a blank on, so that no word is cut.
    constexpr std::size_t near = 300;
    const auto from = begin > near ? std::min(text.find_first_of(blanks, begin - near), begin) : 0;
    const auto words = wordsOf(text.substr(from, begin - from), maxWords);
    if (words.empty())
        return false;
    const auto &last = words.back();
    const auto gap = text.substr(from + last.end, begin - from - last.end);
    const bool isAscii = std::all_of(last.text.begin(), last.text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (gap.empty() || gap.find_first_not_of(" \t") != std::string_view::npos || !isAscii || !isLetters(last.text))
        return false;
    const auto local = asciiLower(text.substr(begin, text.find('@', begin) - begin));
    std::size_t seen = 0;
    for (auto word = words.rbegin(); word != words.rend() && ++seen <= longestNameWords; ++word) {
        const bool isFirst = word + 1 == words.rend() || word->breakBefore;
        const bool isOfName = word->text.size() > 2 && (local.starts_with(word->text) || local.ends_with(word->text));
        if (isOfName || (isFirst && isConsent(word->text)) || (leadsToAddress(word->text, language) && (isFirst || !isNameParticle(word->text))))
            return false;
        if (isFirst)
            return true;
    }
    return false; // so many words are more than a name
}

// Where addresses stand, five at most.
std::vector<std::pair<std::size_t, std::size_t>> mailRuns(std::string_view text)
{
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (auto at = text.find('@'); at != std::string_view::npos && found.size() < 5; at = text.find('@', at + 1)) {
        // The whole run or nothing: a part of it is somebody else's.
        auto begin = mailRunBefore(text, at);
        auto end = mailRunAfter(text, at + 1);
        const bool runsOn = (begin > 0 && text[begin - 1] == '@') || (end < text.size() && text[end] == '@');
        while (begin < at && std::string_view {".'*{|~"}.find(text[begin]) != std::string_view::npos) // what sets it off from the text
            ++begin;
        while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-'))
            --end;
        const auto domain = text.substr(at + 1, end - at - 1);
        const auto dot = domain.rfind('.');
        const bool isDomain = dot != std::string_view::npos && dot > 0 && domain.size() - dot > 2 && domain.find_first_of("_%+") == std::string_view::npos;
        if (!runsOn && isDomain && begin < at && at - begin <= longestLocalPart && isEmailShaped(text.substr(begin, end - begin)))
            found.emplace_back(begin, end);
    }
    return found;
}

// The hours of "1 am", "23:30", "22 Uhr"; of "at 1" it is not told which one is meant.
std::vector<int> clockHours(const std::vector<Word> &words)
{
    static constexpr std::array<std::string_view, 8> clocks {"h", "uhr", "horas", "heures", "uur", "ore", "oclock", "hrs"};
    std::vector<int> hours;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word {words[i].text};
        const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
        if (digits < 1 || digits > 2)
            continue;
        const auto next = i + 1 < words.size() ? std::string_view {words[i + 1].text} : std::string_view {};
        const bool minutes = digits == word.size() && i + 1 < words.size() && words[i + 1].breakBefore && words[i + 1].begin == words[i].end + 1 && next.size() >= 2;
        auto sign = digits < word.size() ? word.substr(digits) : next;
        if (minutes && next.size() > 2)
            sign = next.substr(2);
        else if (minutes)
            sign = i + 2 < words.size() ? std::string_view {words[i + 2].text} : std::string_view {};
        int hour = std::stoi(words[i].text.substr(0, digits));
        const bool twelve = sign == "am" || sign == "pm";
        if (twelve)
            hour = hour % 12 + (sign == "pm" ? 12 : 0);
        const bool clock = twelve || minutes || std::find(clocks.begin(), clocks.end(), sign) != clocks.end();
        if (clock && hour < 24)
            hours.push_back(hour);
    }
    return hours;
}

} // namespace

std::vector<std::string> emailsIn(std::string_view typed)
{
    const auto plain = plainApostrophes(typed);
    std::vector<std::string> found;
    for (const auto &[begin, end] : mailRuns(plain))
        found.push_back(asciiLower(std::string_view {plain}.substr(begin, end - begin)));
    return found;
}

bool firstEmailStandsAlone(std::string_view typed, std::string_view language)
{
    const auto plain = plainApostrophes(typed);
    const std::string_view text {plain};
    const auto runs = mailRuns(text);
    if (runs.empty())
        return false;
    const auto [begin, end] = runs.front();
    if (mayBeginBefore(text, begin, language))
        return false;
    if (isOpenBefore(text, begin) && isOpenAfter(text, end))
        return true;
    const auto blank = text.find_last_of(blanks, begin);
    const auto word = text.substr(blank == std::string_view::npos ? 0 : blank + 1);
    const auto addresses = addressesOf(word.substr(0, word.find_first_of(blanks)));
    return !addresses.empty() && addresses.front() == asciiLower(text.substr(begin, end - begin));
}

Facts factsIn(std::string_view text, const FactsContext &context, const RuleBook &book)
{
    const auto words = wordsOf(text, 300);
    const auto hits = book.hits(words, context.language.empty() ? Languages {} : Languages {context.language, "en"});
    Facts facts;
    facts.name = nameIn(text, words, hits, context);
    facts.when = whenIn(text, words, context);
    const bool impossible = namesImpossibleDay(text, words, context.language, context.region, context.today);
    if (impossible)
        facts.when.clear(); // half of it would be another wish
    facts.noDay = facts.when.empty() && (impossible || namesNoDayToCome(text, words, context.language, context.region, context.today));
    facts.people = peopleIn(text, words, hits, context);
    facts.budget = budgetIn(text);
    facts.emails = emailsIn(text);
    facts.emailIsTheirs = facts.emails.size() == 1 && asciiLower(plainApostrophes(trimmed(text))) == facts.emails.front();
    facts.emailStandsAlone = firstEmailStandsAlone(text, context.language);
    facts.phones = phonesIn(text, context.region);
    return facts;
}

bool namesNight(const std::vector<Word> &words, const std::vector<RuleHit> &hits)
{
    const auto hours = clockHours(words);
    return anyHit(hits, "fact.night") || std::any_of(hours.begin(), hours.end(), [](int hour) { return hour >= 22 || hour < 6; });
}

bool namesTimeBefore(int minute, const std::vector<Word> &words, const std::vector<RuleHit> &hits)
{
    const auto hours = clockHours(words);
    return anyHit(hits, "fact.night") || std::any_of(hours.begin(), hours.end(), [&](int hour) { return hour * 60 < minute; });
}

bool namesClock(std::string_view text, const std::vector<Word> &words, std::string_view language)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (const auto time = timeIn(text, words, at, 1, language); time.end > time.first && words[time.first].text != "24" && words[time.first].text != "24h")
            return true;
    }
    return false;
}

bool namesMoney(std::string_view text) { return !budgetIn(text).empty(); }

std::string nameFromAnswer(std::string_view text, const FactsContext &context, const RuleBook &book)
{
    const auto words = wordsOf(text, 20);
    const auto hits = book.hits(words, context.language.empty() ? Languages {} : Languages {context.language, "en"});
    if (auto introduced = nameIn(text, words, hits, context); !introduced.empty())
        return introduced;
    std::size_t first = 0;
    for (const auto &hit : hits) { // "Sure, Anna Schmidt"; "It's Omar"; "Name: Anna"
        if (hit.first == first && hit.end < words.size() && (hit.rule == "talk.yes" || hit.rule == "talk.greeting" || hit.rule == "fact.introduces" || hit.rule == "fact.label"))
            first = std::max(first, hit.end);
    }
    std::size_t end = first; // one clause: "Hannah Cole, you can reach me here"
    while (end < words.size() && (end == first || !words[end].breakBefore))
        ++end;
    if (end == first || end - first > 4 || beginsNoName(hits, first))
        return {};
    for (auto i = first; i < end; ++i) {
        const bool particle = i > first && i + 1 < end && words[i].text.size() <= 3; // "de", "van", "al"
        if (!isLetters(words[i].text) || (isStopWord(words[i].text, context.language) && !particle) || (end - first > 1 && !particle && !beginsUpper(text, words[i])))
            return {};
    }
    const bool known = std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) {
        return h.first >= first && h.first < end && (h.rule.starts_with("talk.") || h.rule.starts_with("intent.") || h.rule.starts_with("ask."));
    });
    return known ? std::string {} : singleLine(spanOf(text, words, first, end - 1), longestFact);
}

} // namespace foredeck
