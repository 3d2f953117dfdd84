#include "server/services/assistant/carefit.h"
#include "server/services/assistant/datespans.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/daynumbers.h"
#include "server/services/assistant/lookup.h"
#include "server/services/assistant/measures.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <set>

namespace foredeck {

namespace {

constexpr double askedByItsTitle = 0.95;
constexpr std::string_view arrival = "=checkin";
constexpr std::string_view toldSuffix = ".told"; ///< of a rule that an answer alone can fire
constexpr std::size_t fewWords = 10; ///< more of them speak of what surrounds the question, too

using Keys = std::set<std::string, std::less<>>;

Keys keysIn(const std::string &text, std::string_view language)
{
    Keys keys;
    for (auto &term : termsOf(wordsOf(text), language))
        keys.insert(std::move(term.key));
    return keys;
}

// "5g" is a name, "5" and "2am" are none.
bool isName(std::string_view word)
{
    const auto letters = word.find_first_not_of("0123456789");
    const auto rest = letters == std::string_view::npos ? std::string_view {} : word.substr(letters);
    return letters > 0 && !rest.empty() && rest != "am" && rest != "pm" && rest != "h" && rest != "st" && rest != "nd" && rest != "rd" && rest != "th";
}

bool arrivesAtNight(const Utterance &utterance, std::string_view language)
{
    return namesNight(utterance.words, utterance.hits) && keysIn(utterance.text, language).contains(arrival);
}

// "Yes." or "No," that a text begins with: where what follows begins; 0: it does not begin so.
std::size_t yesOrNoEnd(const Document &document, const RuleBook &book)
{
    const auto words = wordsOf(document.text, 20);
    const auto hits = book.hits(words, document.language.empty() ? Languages {} : Languages {document.language});
    const bool begins = std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) {
        return (h.rule == "talk.yes" || h.rule == "talk.no") && h.first == 0 && h.end == 1;
    });
    return begins && words.size() > 1 && words[1].breakBefore ? words[1].begin : 0;
}

std::set<int> weekdaysIn(const std::string &text, const FactsContext &context)
{
    std::set<int> days;
    for (const auto &day : daysIn(text, wordsOf(text), context.language, context.region, context.today)) {
        if (day.everyWeek)
            days.insert(day.day.weekday);
        if (day.weekend)
            days.insert({5, 6});
    }
    return days;
}

// "Do you work at weekends?", "Are you open on Sundays?": a title that asks for the hours and names no subject.
bool asksOnlyForHours(const Document &document, const Utterance &asked, const FactsContext &context, const RuleBook &book)
{
    const auto language = document.language.empty() ? context.language : document.language;
    const auto words = wordsOf(document.title);
    const auto hits = hitsOf(book.hits(words, {language}), "ask.hours");
    const auto days = daysIn(document.title, words, language, context.region, context.today);
    const auto own = keysIn(asked.text, context.language);
    const auto terms = termsOf(words, language);
    return std::all_of(terms.begin(), terms.end(), [&](const Term &t) {
        const auto covers = [&](const auto &span) { return span.first <= t.firstWord && t.firstWord < span.end; };
        return t.minor || isFrame(t.key) || own.contains(t.key) || std::any_of(hits.begin(), hits.end(), covers) || std::any_of(days.begin(), days.end(), covers);
    });
}

// "Are cats allowed?", of dogs; "a single room", of a double one; "50 amp", of 30: rules "kind.<what>.<which>". A title that asks
// for pets tells of none: where the text names some, it is of those.
bool isAnotherKind(const Utterance &utterance, const Document &document, const RuleBook &book)
{
    auto told = hitsOf(book.hits(wordsOf(document.title)), "kind");
    const auto inText = hitsOf(book.hits(wordsOf(document.text)), "kind");
    std::erase_if(told, [&](const RuleHit &t) {
        const auto what = t.rule.substr(0, t.rule.rfind('.') + 1);
        return t.rule.ends_with(".any") && std::any_of(inText.begin(), inText.end(), [&](const RuleHit &i) { return i.rule.starts_with(what); });
    });
    told.insert(told.end(), inText.begin(), inText.end());
    const auto asked = hitsOf(book.hits(utterance.words), "kind");
    return std::any_of(asked.begin(), asked.end(), [&](const RuleHit &a) {
        const auto what = a.rule.substr(0, a.rule.rfind('.') + 1);
        const bool same = std::any_of(told.begin(), told.end(), [&](const RuleHit &t) { return t.rule == a.rule || t.rule == std::string {what} + "any"; });
        return !same && !a.rule.ends_with(".any") && std::any_of(told.begin(), told.end(), [&](const RuleHit &t) { return t.rule.starts_with(what); });
    });
}

// "For children", "gluten free", "which floor", "does it hurt": rules "apart.<what>". What tells nothing of it is no answer.
bool leavesOutWhatTellsApart(const Utterance &utterance, const Document &document, const RuleBook &book)
{
    const auto asked = hitsOf(book.hits(utterance.words), "apart");
    const auto told = asked.empty() ? std::vector<RuleHit> {} : hitsOf(book.hits(wordsOf(document.title + "\n" + document.text)), "apart");
    return std::any_of(asked.begin(), asked.end(), [&](const RuleHit &a) {
        const auto inOtherWords = std::string {a.rule} + std::string {toldSuffix};
        return !a.rule.ends_with(toldSuffix) && std::none_of(told.begin(), told.end(), [&](const RuleHit &t) { return t.rule == a.rule || t.rule == inOtherWords; });
    });
}

// "After a tooth was pulled", of a tooth that aches: what a title takes for given and the question says nothing of.
bool takesForGivenWhatIsNotSaid(const Utterance &utterance, const Document &document, const RuleBook &book)
{
    const auto given = hitsOf(book.hits(wordsOf(document.title)), "given");
    const auto said = given.empty() ? std::vector<RuleHit> {} : hitsOf(book.hits(utterance.words), "given");
    return std::any_of(given.begin(), given.end(), [&](const RuleHit &g) {
        const auto what = std::string {g.rule.substr(0, g.rule.rfind('.'))};
        return g.rule.ends_with(toldSuffix) && std::none_of(said.begin(), said.end(), [&](const RuleHit &s) { return s.rule == what + ".said"; });
    });
}

// "Are you hiring?", and of bicycles for hire it tells.
bool looksForWorkElsewhere(const Utterance &utterance, const Document &document, const RuleBook &book)
{
    constexpr std::string_view rule = "lead.not_customer";
    return anyHit(utterance.hits, rule) && !anyHit(book.hits(wordsOf(document.title + "\n" + document.text)), rule);
}

// "Who is Dr. Weiss?", and the days are told on which he is there.
bool asksWho(const Utterance &utterance, const Document &document, const RuleBook &book)
{
    constexpr std::string_view rule = "question.who";
    return anyHit(book.hits(utterance.words), rule) && !anyHit(book.hits(wordsOf(document.title)), rule);
}

// "Can I get a berth?", and of the papers of a boat it tells: the thing that is asked for, by its concept.
bool tellsNothingOfTheThing(const Utterance &utterance, const Document &document, const std::string &language, const RuleBook &book)
{
    const auto ordered = hitsOf(book.hits(utterance.words), "order.thing");
    const auto told = ordered.empty() ? Keys {} : keysIn(document.title + "\n" + document.text, document.language);
    const auto terms = termsOf(utterance.words, language);
    return std::any_of(terms.begin(), terms.end(), [&](const Term &t) {
        const bool inside = std::any_of(ordered.begin(), ordered.end(), [&](const RuleHit &o) { return o.first <= t.firstWord && t.firstWord < o.end; });
        return inside && !t.minor && t.key.front() == '=' && t.key != "=booking" && !told.contains(t.key);
    });
}

// "Can I arrive at 9 pm?", and of no time of the day it tells; "how long?", and of no span. A taxi at 6 is a taxi.
bool leavesOutTheTime(const Utterance &utterance, const Document &document, const std::string &language, const RuleBook &book)
{
    if (utterance.asksPrice)
        return false;
    const auto asked = keysIn(utterance.text, language);
    const auto words = wordsOf(document.text);
    const bool ofComing = asked.contains(arrival) || asked.contains("=checkout") || asked.contains("=hours") || asked.contains("=late") || asked.contains("=early");
    if (ofComing && namesClock(utterance.text, utterance.words, language)) {
        const auto told = keysIn(document.title + "\n" + document.text, document.language);
        const bool ofTime = told.contains("=night") || told.contains("=hours") || told.contains("=late") || told.contains("=early");
        return !ofTime && !namesClock(document.text, words, document.language);
    }
    return asked.contains("=duration") && !keysIn(document.text, document.language).contains("=duration") && !anyHit(book.hits(words), "told.span");
}

// "EV charging in the garage", and of the garage alone it tells.
bool tellsOnlyOfThePlace(const Utterance &utterance, const Document &document, const std::string &language)
{
    static const Keys places {"in", "at", "im", "am", "bei", "beim", "en"};
    const auto &words = utterance.words;
    const auto at = static_cast<std::size_t>(std::find_if(words.begin(), words.end(), [](const Word &w) { return places.contains(w.text); }) - words.begin());
    const auto told = keysIn(document.title + "\n" + document.text, document.language);
    std::size_t named = 0;
    for (const auto &term : termsOf(words, language)) {
        if (term.minor || isFrame(term.key) || term.firstWord > at)
            continue;
        ++named;
        if (told.contains(term.key))
            return false;
    }
    return named > 0 && at < words.size();
}

// Of all that a sentence names itself.
bool tellsAll(const Utterance &utterance, const Document &document, const std::string &language)
{
    const auto told = keysIn(document.title + "\n" + document.text, document.language);
    const auto terms = termsOf(utterance.words, language);
    return std::all_of(terms.begin(), terms.end(), [&](const Term &t) { return t.minor || isFrame(t.key) || told.contains(t.key); });
}

// What a question asks, in terms, against what a passage tells.
struct Counts {
    int own = 0; ///< that name what it is about
    int ownTold = 0;
    int frame = 0; ///< of the frame, and told
    int price = 0; ///< "free?", answered by a price
    int qualified = 0; ///< "… for two cars": said more closely than the passage does
    int missing = 0; ///< not told
    int untold = 0; ///< of its own, or what is done with it, and not told, but for what adds nothing
    bool titleNamesOther = false; ///< the passage's own question names what was not asked about
    bool titleAsksPrice = false; ///< and this one does not
    bool tellsPrice = false;
};

// "Ethanol-free" costs something.
std::string withoutFreeOf(std::string text)
{
    for (auto at = text.find("-free"); at != std::string::npos; at = text.find("-free"))
        text.erase(at, std::string_view {"-free"}.size());
    return text;
}

// "Do you come to Boston?", "is it available this week?", "in my room": one of the kind that is told of, when, where, or nothing.
bool addsNothing(const Utterance &utterance, const std::vector<Term> &terms, std::size_t at, const std::string &language, const std::vector<RuleHit> &hits)
{
    const auto &words = utterance.words;
    const auto first = terms[at].firstWord;
    const auto &key = terms[at].key;
    if (words[first].text.size() == 1 && !isName(words[first].text) && !key.starts_with('='))
        return true; // an initial, or what a mark like <b> leaves, and not the "à" of "à emporter"
    if (key == "=area" || key == "=address" || isNowWord(words[first].text) || isTodayWord(words[first].text, language))
        return true; // "where are the …": they ask, and are no thing
    if (std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return (h.rule == "question.filler" || h.rule == "told.span") && h.first <= first && first < h.end; }))
        return true;
    const auto letter = utterance.text[words[first].begin];
    const bool last = std::all_of(terms.begin() + static_cast<std::ptrdiff_t>(at) + 1, terms.end(), [](const Term &t) { return t.minor || isFrame(t.key); });
    return last && first > 0 && language != "de" && letter >= 'A' && letter <= 'Z'; // in German every noun begins so
}

// Where "in my room", "on the boat" begins, behind what is asked for.
std::size_t placeBegin(const std::vector<Word> &words)
{
    static const Keys places {"in", "at", "on", "under", "im", "am", "auf", "bei", "beim", "unter", "en", "dans", "sous", "sur", "nel", "nella", "nelle", "sul", "sulla", "no", "na", "nos", "nas", "op"};
    const auto found = std::find_if(words.begin() + std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(words.size())), words.end(), [](const Word &w) { return places.contains(w.text); });
    return static_cast<std::size_t>(found - words.begin());
}

Counts countsOf(const Utterance &utterance, const ScoredPassage &passage, const std::string &language, const std::string &industry, const RuleBook &book)
{
    const auto &document = *passage.document;
    const auto &words = utterance.words;
    const auto hits = book.hits(words);
    const auto doings = hitsOf(hits, "question.does"); // "do you change …": asked of whatever stands behind it
    const auto surrounds = [&](const Term &t) { return isFrame(t.key) || std::any_of(doings.begin(), doings.end(), [&](const RuleHit &d) { return d.first <= t.firstWord && t.firstWord < d.end; }); };
    auto told = keysIn(withoutFreeOf(document.title + "\n" + document.text), document.language);
    if (told.contains("=financing"))
        told.insert("=payment"); // who pays by instalments pays
    const auto forAt = std::find_if(words.begin() + (words.empty() ? 0 : 1), words.end(), [&](const Word &w) { return isForWord(w.text, language); }) - words.begin();
    Counts counts;
    counts.tellsPrice = told.contains("=price") || told.contains("=free") || namesMoney(document.text);
    const auto said = keysIn(utterance.text, language);
    if (told.contains("=cancel") && said.contains("=cancel"))
        told.insert("=booking"); // what is cancelled is booked
    for (const auto &term : termsOf(wordsOf(document.title), document.language)) {
        counts.titleNamesOther = counts.titleNamesOther || (!term.minor && !isFrame(term.key) && !said.contains(term.key));
        counts.titleAsksPrice = counts.titleAsksPrice || (term.key == "=price" && !utterance.asksPrice && !said.contains("=price") && !said.contains("=free"));
    }
    const auto place = placeBegin(words);
    const auto self = hitsOf(hits, "self"); // "can a plumber come?", said to one
    const auto isSelf = [&](const Term &t) { return std::any_of(self.begin(), self.end(), [&](const RuleHit &s) { return industry.starts_with(s.rule.substr(s.rule.find('.') + 1)) && s.first <= t.firstWord && t.firstWord < s.end; }); };
    Keys asked;
    const auto terms = termsOf(words, language);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto &term = terms[i];
        if ((term.minor && !isName(words[term.firstWord].text)) || !asked.insert(term.key).second)
            continue;
        const bool isTold = told.contains(term.key);
        const bool frame = surrounds(term);
        counts.own += frame ? 0 : 1;
        counts.ownTold += !frame && isTold ? 1 : 0;
        counts.frame += frame && isTold ? 1 : 0;
        counts.price += (term.key == "=free" || term.key == "=price") && !isTold && counts.tellsPrice ? 1 : 0;
        const bool qualifies = !isTold && !frame && static_cast<std::ptrdiff_t>(term.firstWord) > forAt;
        counts.qualified += qualifies ? 1 : 0;
        const bool inPlace = term.firstWord > place && (i == 0 || terms[i - 1].firstWord < place) && counts.own > 1; // and not "auf der Terrasse rauchen"
        const bool besides = (frame && (isFrame(term.key) || !counts.titleNamesOther)) || inPlace || (qualifies && !counts.titleNamesOther) || isSelf(term) || addsNothing(utterance, terms, i, language, hits);
        counts.untold += isTold || besides ? 0 : 1;
    }
    // By what agreed, so that a slip of the pen that was read over is not missing.
    counts.missing = std::max(0, static_cast<int>(asked.size()) - passage.agreeing - counts.price - counts.qualified);
    counts.untold = std::min(counts.untold, counts.missing + counts.qualified);
    return counts;
}

// "Do you remove implants?", of placing them; "can I extend my warranty?": one word is shared, and what is asked of it is not told.
// "How big is a double room?", of its price, likewise, and who asks for advice asks about all that is said.
bool sharesAWordOnly(const Utterance &utterance, const Counts &asked, const RuleBook &book)
{
    if (asked.untold == 0)
        return false;
    if (asked.titleAsksPrice || anyHit(book.hits(utterance.words), "question.advice"))
        return true;
    return utterance.words.size() > fewWords ? asked.untold > asked.ownTold : asked.untold >= asked.ownTold;
}

// "Do you sell phones?", of mending them; "do you sell kayaks?", of hiring them out: the thing is told of, and no sale.
bool tellsOfNoSale(const Utterance &utterance, const Document &document, const Counts &asked, const RuleBook &book)
{
    const auto hits = book.hits(utterance.words);
    const auto told = book.hits(wordsOf(document.title + "\n" + document.text));
    const auto lacks = [&](std::string_view rule) { return anyHit(hits, rule) && (asked.missing > 0 || (asked.titleNamesOther && !anyHit(told, rule))); };
    return lacks("question.sells") || lacks("question.lends");
}

// "How much is an X-ray without insurance?", of the price of a cleaning without insurance: they share what stands beside the thing.
bool isPriceOfAnotherThing(const Utterance &utterance, const Document &document, const Counts &asked)
{
    return utterance.asksPrice && asked.missing > 0 && asked.ownTold <= 1 && asked.titleNamesOther && keysIn(document.title, document.language).contains("=price");
}

// "Is there live music on Friday?", and the answer's "yes" is said of Thursdays, or of no day at all.
bool asksOfADayNotTold(const Utterance &utterance, const Document &document, const FactsContext &context)
{
    const auto days = daysIn(utterance.text, utterance.words, context.language, context.region, context.today);
    if (days.empty() && !monthIn(utterance.words, context.language))
        return false;
    const auto text = document.title + "\n" + document.text;
    const auto told = daysIn(text, wordsOf(text), document.language.empty() ? context.language : document.language, context.region, context.today);
    const auto tells = [](const DayMention &t, const DayMention &asked) {
        const bool sameDate = !isBefore(t.day, asked.day) && !isBefore(asked.day, t.day);
        return sameDate || (t.everyWeek && t.day.weekday == asked.day.weekday) || (t.weekend && asked.day.weekday >= 5);
    };
    return days.empty() || std::any_of(days.begin(), days.end(), [&](const DayMention &d) { return std::none_of(told.begin(), told.end(), [&](const DayMention &t) { return tells(t, d); }); });
}

} // namespace

bool isFrame(std::string_view key)
{
    static const Keys frame {"=price", "=duration", "=hours", "=night", "=when", "=where", "=late", "=early", "=free", "=distance"};
    return frame.contains(key);
}

std::string withoutYesOrNo(const Document &document, const RuleBook &book)
{
    auto rest = document.text.substr(yesOrNoEnd(document, book));
    if (!rest.empty() && rest.front() >= 'a' && rest.front() <= 'z')
        rest.front() = static_cast<char>(rest.front() - 'a' + 'A');
    return rest;
}

Fit Lookup::fitOf(const Utterance &utterance, const ScoredPassage &passage, const RuleBook &book) const
{
    const auto &document = *passage.document;
    if (leavesOutWhatTellsApart(utterance, document, book) || looksForWorkElsewhere(utterance, document, book) || asksWho(utterance, document, book) || isOfAnotherCare(utterance, passage, book))
        return Fit::Beside;
    const auto &turn = m_input.turn;
    const auto zone = turn.locations.empty() ? std::string {"UTC"} : turn.locations.front().hours.zone;
    const bool ofAnotherDay = asksOfADayNotTold(utterance, document, {m_input.language, turn.client.region, turn.zones->toLocal(turn.now, zone).valueOr({})});
    if (saysLittle(utterance) || (leansOn(utterance) && tellsAll(utterance, document, m_input.language)))
        return ofAnotherDay ? Fit::Near : Fit::Told; // looked up with what it leans on
    if (leavesOutTheTime(utterance, document, m_input.language, book) || isAnotherKind(utterance, document, book) || takesForGivenWhatIsNotSaid(utterance, document, book) || tellsNothingOfTheThing(utterance, document, m_input.language, book))
        return Fit::Beside;
    if (arrivesAtNight(utterance, m_input.language)) {
        const auto title = keysIn(document.title, document.language);
        return title.contains("=night") || title.contains("=late") ? Fit::Near : Fit::Beside;
    }
    const auto asked = countsOf(utterance, passage, m_input.language, turn.client.industry, book);
    if (tellsOfNoSale(utterance, document, asked, book) || sharesAWordOnly(utterance, asked, book))
        return Fit::Beside;
    const bool silentOnPrice = utterance.asksPrice && !asked.tellsPrice && !anyHit(book.hits(wordsOf(document.title + "\n" + document.text)), "intent.price");
    if ((asked.own > 0 && passage.agreeing <= asked.frame) || silentOnPrice || isPriceOfAnotherThing(utterance, document, asked)
        || (anyHit(utterance.hits, "question.has") && tellsOnlyOfThePlace(utterance, document, m_input.language)))
        return Fit::Beside;
    // "Is it full?", and the passage says "yes"; "is the breakfast vegan?", and it says when breakfast is.
    const bool whether = (anyHit(utterance.hits, "question.predicate") && yesOrNoEnd(document, book) > 0) || anyHit(utterance.hits, "question.quality");
    if (whether && asked.missing > 0 && asked.missing >= passage.agreeing)
        return Fit::Beside;
    return asked.missing > 0 || asked.qualified > 0 || asked.price > 0 || ofAnotherDay ? Fit::Near : Fit::Told;
}

bool Lookup::isOfAnotherCare(const Utterance &utterance, const ScoredPassage &passage, const RuleBook &book) const
{
    return treatsPeople(m_input.turn.client.industry, book) && isCareOfAnother(utterance, *passage.document, m_input.language, book);
}

std::optional<ScoredPassage> Lookup::ofItsLimit(const Utterance &utterance) const
{
    const auto measures = measuresIn(utterance.text);
    if (measures.empty())
        return std::nullopt;
    const auto asked = keysIn(utterance.text, m_input.language);
    for (auto &passage : readable(m_knowledge.find(utterance.text, m_input.language, lookedAtPassages), lookedAtPassages)) {
        const auto &document = *passage.document;
        const auto limits = limitsIn(document.title, document.text);
        const auto told = limits.empty() ? Keys {} : keysIn(document.title + "\n" + document.text, document.language);
        const auto both = [&](std::string_view key) { return asked.contains(key) && told.contains(key); };
        const bool isOfABoat = asked.contains("=boat") || asked.contains("=mooring");
        const bool over = isOverLimit(measures, limits, Measure::Of::Beam) || isOverLimit(measures, limits, Measure::Of::Draft)
            || (isOfABoat && told.contains("=boat") && isOverLimit(measures, limits, Measure::Of::Length))
            || ((both("=pets") || both("=boat") || both("=winter")) && isOverLimit(measures, limits, Measure::Of::Weight));
        if (over)
            return passage;
    }
    return std::nullopt;
}

std::vector<ScoredPassage> Lookup::byTitle(const Utterance &utterance) const
{
    const auto asked = keysIn(utterance.text, m_input.language);
    auto found = m_knowledge.find(utterance.text, m_input.language, lookedAtPassages);
    std::erase_if(found, [&](const ScoredPassage &p) {
        const auto &document = *p.document;
        if (document.language != m_input.language && !document.language.empty())
            return true;
        const auto title = wordsOf(document.title);
        const auto said = std::count_if(title.begin(), title.end(), [&](const Word &t) {
            return std::any_of(utterance.words.begin(), utterance.words.end(), [&](const Word &w) { return w.text == t.text; });
        });
        return keysIn(document.title, m_input.language) != asked || 2 * static_cast<std::size_t>(said) < title.size();
    });
    for (auto &passage : found)
        passage.score = std::max(passage.score, askedByItsTitle);
    return found;
}

std::vector<ScoredPassage> Lookup::ofTheNight(const Utterance &utterance) const
{
    if (!arrivesAtNight(utterance, m_input.language))
        return {};
    auto found = m_knowledge.find(utterance.text + "\n" + spanWords(m_input.language, SpanWord::Unit), m_input.language, lookedAtPassages);
    std::erase_if(found, [](const ScoredPassage &p) {
        const auto title = keysIn(p.document->title, p.document->language);
        return !title.contains("=night") || title.contains("=price");
    });
    found = readable(std::move(found));
    for (auto &passage : found)
        passage.score = std::max(passage.score, floors::request);
    return found;
}

std::optional<ScoredPassage> Lookup::ofItsDays(const Utterance &utterance, const FactsContext &context, const RuleBook &book) const
{
    const auto asked = weekdaysIn(utterance.text, context);
    if (asked.empty())
        return std::nullopt;
    for (auto &passage : readable(utterance.text + "\n" + weekendNames(context.language))) {
        const auto told = weekdaysIn(passage.document->title, {passage.document->language.empty() ? context.language : passage.document->language, context.region, context.today});
        const bool all = std::all_of(asked.begin(), asked.end(), [&](int day) { return told.contains(day); });
        if (all && asksOnlyForHours(*passage.document, utterance, context, book))
            return passage;
    }
    return std::nullopt;
}

} // namespace foredeck
