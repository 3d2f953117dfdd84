#include "server/services/assistant/questions.h"

#include "models/core/text.h"
#include "server/services/assistant/datespans.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/intake.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::size_t mostUtterances = 12;
constexpr std::size_t mostBytes = 6000;
constexpr std::size_t mostWords = 300; ///< of one utterance
constexpr std::size_t quoteCharacters = 90;

// "Dr. Amsel", "Nr. 4": a full stop that only shortens a word.
bool shortens(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 17> short_ {"erw", "dr", "mr", "mrs", "ms", "prof", "st", "nr", "sr", "sra", "dra", "apt", "ave", "hr", "fr", "approx", "ca"};
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && at - begin < 8)
        --begin;
    return std::find(short_.begin(), short_.end(), asciiLower(text.substr(begin, at - begin))) != short_.end();
}

// "Am 24.12. kommen": the full stop of a date, after which a small letter goes on.
bool isOfADate(std::string_view text, std::size_t at)
{
    static constexpr std::string_view digits = "0123456789";
    const auto before = text.substr(0, at);
    const auto point = before.find_last_not_of(digits);
    if (point == std::string_view::npos || point + 1 == at || point == 0 || before[point] != '.' || digits.find(before[point - 1]) == std::string_view::npos)
        return false;
    return at + 2 < text.size() && text[at + 1] == ' ' && text[at + 2] >= 'a' && text[at + 2] <= 'z';
}

// "Vom 12. bis 15. Dezember": the full stop of an ordinal, before "to", "and" or a month.
bool isOfAnOrdinal(std::string_view text, std::size_t at)
{
    const auto before = text.substr(0, at);
    const auto digits = before.size() - (before.find_last_not_of("0123456789") + 1);
    if (digits < 1 || digits > 2 || (digits < before.size() && before[before.size() - digits - 1] != ' ' && before[before.size() - digits - 1] != '\n'))
        return false;
    const auto next = wordsOf(text.substr(at + 1, 24), 1);
    return !next.empty() && (isMonth(next.front().text, "de") || spanWordEnd(next, 0, "de", SpanWord::Range) > 0 || next.front().text == "und" || next.front().text == "oder");
}

// Byte lengths of the marks that end a sentence; 0: none here.
std::size_t endMark(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == '\n' || c == '!' || c == '?' || c == ';')
        return 1;
    if (c == '.') {
        const bool ends = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '.';
        return ends && !shortens(text, at) && !isOfADate(text, at) && !isOfAnOrdinal(text, at) ? 1 : 0;
    }
    for (const std::string_view mark : {"؟", "。", "？", "！", "؛", "…"}) {
        if (text.substr(at).starts_with(mark))
            return mark.size();
    }
    return 0;
}

struct Sentence {
    std::string_view text;
    bool marked = false;
};

std::vector<Sentence> sentencesOf(std::string_view text)
{
    std::vector<Sentence> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = endMark(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        const auto mark = text.substr(at, length);
        const bool question = mark == "?" || mark == "؟" || mark == "？";
        if (const auto sentence = trimmed(text.substr(begin, at - begin)); !wordsOf(sentence, 1).empty())
            sentences.push_back({sentence, question});
        else if (question && !sentences.empty())
            sentences.back().marked = true; // "Really!?"
        at += length;
        begin = at;
    }
    if (const auto rest = trimmed(text.substr(begin)); !wordsOf(rest, 1).empty())
        sentences.push_back({rest, false});
    return sentences;
}

// "è" is not "e": a letter with an accent is written in more bytes than it is compared in.
bool isWrittenSo(const Word &word) { return word.end - word.begin == word.text.size(); }

bool isConjunction(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> words {"and", "y", "und", "et", "e", "en", "و", "also", "plus", "oder", "or", "außerdem"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "Thanks, but …": what was said before is not all.
bool isTurning(std::string_view word)
{
    static constexpr std::array<std::string_view, 10> words {"but", "pero", "aber", "mais", "ma", "mas", "maar", "لكن", "however", "sino"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool startsQuestion(const std::vector<Word> &words, std::size_t from, const Languages &languages, const RuleBook &book)
{
    const std::vector<Word> rest {words.begin() + static_cast<std::ptrdiff_t>(from), words.end()};
    const auto hits = book.hits(rest, languages);
    return std::any_of(hits.begin(), hits.end(), [](const RuleHit &h) { return (h.rule == "intent.question" || h.rule == "intent.whether") && h.first == 0; });
}

// Whether the words from `first` to `end` ask or want something of their own.
bool asks(const std::vector<Word> &words, std::size_t first, std::size_t end, const Languages &languages, const RuleBook &book)
{
    const std::vector<Word> part {words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(end)};
    const auto hits = book.hits(part, languages);
    return anyHit(hits, "intent.question") || anyHit(hits, "intent.request") || anyHit(hits, "ask");
}

// Whether the words from `first` to `end` ask for an address or a number, which are told from records.
bool asksRecord(const std::vector<Word> &words, std::size_t first, std::size_t end, const Languages &languages, const RuleBook &book)
{
    const std::vector<Word> part {words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(end)};
    const auto hits = book.hits(part, languages);
    return anyHit(hits, "ask.address") || anyHit(hits, "ask.contact");
}

// "Could you also …": what stands before the conjunction is no part of its own.
bool saysSomething(const std::vector<Word> &words, std::size_t first, std::size_t end)
{
    const auto terms = termsOf({words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(end)}, {});
    return std::any_of(terms.begin(), terms.end(), [](const Term &t) { return !t.minor; });
}

// Where a second question begins inside a sentence: after "and", or after a comma. "The rating and the phone number": what
// is told from records is asked apart from what is not.
std::vector<Sentence> parted(const Sentence &sentence, const Languages &languages, const RuleBook &book)
{
    const auto words = wordsOf(sentence.text, 200);
    std::vector<Sentence> parts;
    std::size_t begin = 0;
    std::size_t first = 0;
    for (std::size_t i = 2; i + 1 < words.size(); ++i) {
        const bool conjunction = isConjunction(words[i].text) && isWrittenSo(words[i]);
        const bool before = conjunction && asksRecord(words, first, i, languages, book);
        const bool after = conjunction && saysSomething(words, first, i) && asksRecord(words, i + 1, words.size(), languages, book);
        const bool joined = conjunction && (before || after || startsQuestion(words, i + 1, languages, book));
        const bool comma = words[i].breakBefore && sentence.marked && startsQuestion(words, i, languages, book);
        // "My drain is blocked, what does it cost?" is one question; its first part asks nothing.
        if ((!joined && !comma) || !(before || after || asks(words, first, i, languages, book)))
            continue;
        first = joined ? i + 1 : i;
        parts.push_back({trimmed(sentence.text.substr(begin, words[i].begin - begin)), sentence.marked || !parts.empty()});
        begin = joined ? words[i + 1].begin : words[i].begin;
    }
    parts.push_back({trimmed(sentence.text.substr(begin)), sentence.marked || !parts.empty()}); // what follows was split off as a question
    return parts;
}

bool startsWith(const std::vector<RuleHit> &hits, std::string_view rule)
{
    return std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return h.rule == rule && h.first == 0; });
}

// Which words small-talk rules cover.
std::vector<bool> coveredByTalk(const std::vector<RuleHit> &hits, std::size_t count)
{
    std::vector<bool> covered(count, false);
    for (const auto &hit : hits) {
        if (hit.rule.starts_with("talk."))
            std::fill(covered.begin() + static_cast<std::ptrdiff_t>(hit.first), covered.begin() + static_cast<std::ptrdiff_t>(hit.end), true);
    }
    return covered;
}

std::size_t wordsBeside(const std::vector<RuleHit> &hits, std::size_t count)
{
    const auto covered = coveredByTalk(hits, count);
    return static_cast<std::size_t>(std::count(covered.begin(), covered.end(), false));
}

// "Thanks for the quick help": what they thank for, to the end of the clause.
void coverWhatIsThankedFor(const std::vector<RuleHit> &hits, const std::vector<Word> &words, std::vector<bool> &covered)
{
    static constexpr std::array<std::string_view, 13> fors {"for", "por", "fur", "pour", "de", "d", "per", "pela", "pelo", "pelas", "pelos", "voor", "علي"};
    const auto isFor = [&](std::size_t at) { return std::find(fors.begin(), fors.end(), words[at].text) != fors.end(); };
    for (const auto &hit : hitsOf(hits, "talk.thanks")) {
        const auto reach = std::min(words.size(), hit.end + 3); // "thank you so much for"
        for (auto at = hit.end; at < reach && !words[at].breakBefore; ++at) {
            if (!isFor(at))
                continue;
            for (auto i = at; i < words.size() && !words[i].breakBefore && !isTurning(words[i].text); ++i)
                covered[i] = true;
            break;
        }
    }
}

// Whether it says anything beside its polite words: "no hot water" does, "no, that is all for today" does not.
bool saysMoreThanTalk(const Utterance &u)
{
    auto covered = coveredByTalk(u.hits, u.words.size());
    for (const auto &hit : hitsOf(u.hits, "polite.beside"))
        std::fill(covered.begin() + static_cast<std::ptrdiff_t>(hit.first), covered.begin() + static_cast<std::ptrdiff_t>(hit.end), true);
    coverWhatIsThankedFor(u.hits, u.words, covered);
    const auto terms = termsOf(u.words, {});
    return std::any_of(terms.begin(), terms.end(), [&](const Term &t) { return !t.minor && !covered[t.firstWord]; });
}

// Said by this rule, with at most three words beside it.
bool isAbout(const Utterance &u, std::string_view rule)
{
    return std::any_of(u.hits.begin(), u.hits.end(), [&](const RuleHit &h) { return h.rule == rule && u.words.size() - (h.end - h.first) <= 3; });
}

Wish wishOf(const Utterance &u, bool asksInside)
{
    const auto has = [&](std::string_view rule) { return anyHit(u.hits, rule); };
    const auto beside = wordsBeside(u.hits, u.words.size());
    const bool onlyPolite = !saysMoreThanTalk(u);
    const bool pleased = (has("talk.compliment") || has("mood.pleased")) && std::none_of(u.words.begin(), u.words.end(), [](const Word &w) { return isTurning(w.text); });
    if (has("identity.bot"))
        return Wish::Identity;
    if (has("consent.opt_in.start")) // said by somebody who gets messages
        return Wish::Greeting;
    if (isAbout(u, "talk.wrong_number") && !u.marked)
        return Wish::WrongNumber;
    if (isAbout(u, "talk.dissent") && !u.marked)
        return Wish::Dissent;
    if (isAbout(u, "talk.chat"))
        return Wish::Chat;
    if (has("intent.decline") && !u.marked && !u.unsure) // "Das weiß ich noch nicht" declines nothing
        return Wish::Decline;
    if (has("talk.how_are_you") && beside <= 3)
        return Wish::HowAreYou;
    if (has("intent.change") || has("ask.record"))
        return Wish::Change;
    if (has("ask.hours"))
        return Wish::Hours;
    if (has("talk.bye") && onlyPolite)
        return Wish::Goodbye;
    if (has("talk.thanks") && onlyPolite && !u.marked && !startsWith(u.hits, "intent.request"))
        return Wish::Thanks;
    if (has("ask.address"))
        return Wish::Address;
    if (has("ask.contact"))
        return Wish::Contact;
    const bool needs = has("question.needs") && u.books; // "do I need an appointment?"
    const bool request = has("intent.request") && !needs;
    const bool question = needs || u.marked || asksInside || startsWith(u.hits, "intent.question") || has("intent.question");
    const bool info = startsWith(u.hits, "intent.info");
    if (u.orders && !info && !needs)
        return Wish::Request;
    if (request && !info && (u.books || !question))
        return Wish::Request;
    const bool no = onlyPolite && (startsWith(u.hits, "talk.no") || has("talk.nothing"));
    if (no && !u.marked)
        return Wish::No;
    if (startsWith(u.hits, "talk.yes") && beside <= 5 && !u.marked && !asksInside) // "Yes, but how much is it"
        return Wish::Yes;
    if (question || (has("intent.price") && u.words.size() <= 4)) // "prices?", "price list please"
        return Wish::Question;
    if (request)
        return Wish::Request;
    if (pleased && (has("talk.thanks") || has("talk.compliment")))
        return Wish::Thanks;
    if (no)
        return Wish::No;
    if (startsWith(u.hits, "talk.yes"))
        return Wish::Yes;
    return Wish::Statement;
}

// A booking that is named as one's own ("is breakfast in my booking?") is not wished for.
bool booksAnew(const std::vector<RuleHit> &hits)
{
    const auto owned = hitsOf(hits, "intent.owns");
    const auto books = hitsOf(hits, "intent.book");
    return std::any_of(books.begin(), books.end(), [&](const RuleHit &b) {
        return std::none_of(owned.begin(), owned.end(), [&](const RuleHit &o) { return o.first <= b.first && b.end <= o.end; });
    });
}

Utterance read(std::string_view text, bool marked, const Languages &languages, const RuleBook &book)
{
    Utterance u;
    u.text = std::string {text};
    u.marked = marked;
    u.words = wordsOf(u.text, mostWords);
    u.hits = book.hits(u.words, languages);
    u.books = booksAnew(u.hits);
    u.asksPrice = anyHit(u.hits, "intent.price");
    u.orders = anyHit(u.hits, "intent.order") || anyHit(u.hits, "order.thing");
    u.onlyTalk = wordsBeside(u.hits, u.words.size()) <= 2 && (u.words.size() > 2 || anyHit(u.hits, "talk"));
    u.unsure = !marked && isAbout(u, "talk.unsure");
    // "I'm coeliac, do you have bread?": the clause that asks decides. "Also do you take cash": what joins it on asks nothing.
    bool asksInside = u.words.size() > 2 && isConjunction(u.words.front().text) && isWrittenSo(u.words.front()) && startsQuestion(u.words, 1, languages, book);
    const bool isYes = startsWith(u.hits, "talk.yes"); // "thanks, but there is still a leak" asks nothing
    for (std::size_t i = 1; i + 1 < u.words.size() && !asksInside; ++i)
        asksInside = (u.words[i].breakBefore && startsQuestion(u.words, i, languages, book)) || (isYes && isTurning(u.words[i].text) && startsQuestion(u.words, i + 1, languages, book));
    u.wish = wishOf(u, asksInside);
    return u;
}

// "Hi, do you have parking" → the greeting and the rest.
std::size_t greetingEnd(std::string_view text, const Languages &languages, const RuleBook &book)
{
    const auto words = wordsOf(text, 40);
    std::size_t end = 0;
    for (const auto &hit : book.hits(words, languages)) {
        if (hit.rule == "talk.greeting" && hit.first == 0)
            end = std::max(end, hit.end);
    }
    if (end > 0 && end < words.size() && words[end].text == "there")
        ++end;
    if (end == 0)
        return 0;
    return end >= words.size() ? text.size() : words[end].begin;
}

// "One more thing: where are the showers?" → where the rest begins; 0 when nothing leads up to it, or nothing follows.
std::size_t leadInEnd(std::string_view text, const Languages &languages, const RuleBook &book)
{
    const auto words = wordsOf(text, 40);
    std::size_t end = 0;
    for (const auto &hit : hitsOf(book.hits(words, languages), "talk.lead_in")) {
        if (hit.end < words.size() && words[hit.end].breakBefore)
            end = std::max(end, words[hit.end].begin);
    }
    return end;
}

// "I need a table for two, can you help me?": where what asks for nothing of its own begins; at the end: nowhere.
std::size_t helpClause(std::string_view text, const Languages &languages, const RuleBook &book)
{
    const auto words = wordsOf(text, 200);
    for (const auto &hit : hitsOf(book.hits(words, languages), "talk.ask_help")) {
        if (hit.end == words.size() && words[hit.first].breakBefore)
            return words[hit.first].begin;
    }
    return text.size();
}

std::string_view withoutMarksBehind(std::string_view text)
{
    for (const std::string_view mark : {"¿", ","}) {
        text = trimmed(text);
        if (text.ends_with(mark))
            text.remove_suffix(mark.size());
    }
    return text;
}

// "Do you have vegan food and also parking?": where the second thing begins, which is only named.
std::size_t secondThing(const std::vector<Word> &words)
{
    for (std::size_t i = 2; i + 1 < words.size(); ++i) {
        if (isConjunction(words[i].text) && isWrittenSo(words[i]) && saysSomething(words, 0, i) && saysSomething(words, i + 1, words.size()))
            return i;
    }
    return words.size();
}

// What of an utterance stands behind its last word that was read.
std::string_view behind(const Utterance &u)
{
    return u.words.size() < mostWords ? std::string_view {} : trimmed(std::string_view {u.text}.substr(u.words.back().end));
}

void leaveOut(std::string *unread, std::string_view text)
{
    if (!unread || wordsOf(text, 1).empty())
        return;
    if (!unread->empty())
        unread->append(" ");
    unread->append(text);
}

} // namespace

std::vector<Utterance> utterancesOf(std::string_view text, const Languages &languages, const RuleBook &book, std::string *unread)
{
    std::vector<Utterance> result;
    const auto clipped = clipUtf8(text, mostBytes);
    for (const auto &sentence : sentencesOf(clipped)) {
        auto whole = sentence;
        const auto greeting = greetingEnd(whole.text, languages, book);
        if (greeting > 0) {
            Utterance hello = read(whole.text.substr(0, greeting), false, languages, book);
            hello.wish = Wish::Greeting;
            result.push_back(std::move(hello));
            whole.text.remove_prefix(greeting);
            if (wordsOf(whole.text, 1).empty())
                continue;
        }
        whole.text.remove_prefix(leadInEnd(whole.text, languages, book));
        if (const auto help = helpClause(whole.text, languages, book); help < whole.text.size()) {
            auto plea = read(whole.text.substr(help), false, languages, book);
            plea.wish = Wish::Greeting;
            result.push_back(std::move(plea));
            whole = {withoutMarksBehind(whole.text.substr(0, help)), false};
            if (wordsOf(whole.text, 1).empty())
                continue;
        }
        for (const auto &part : parted(whole, languages, book)) {
            auto utterance = read(part.text, part.marked, languages, book);
            if (result.size() >= mostUtterances) {
                if (!isSmallTalk(utterance.wish))
                    leaveOut(unread, part.text);
                continue;
            }
            leaveOut(unread, behind(utterance));
            result.push_back(std::move(utterance));
        }
    }
    leaveOut(unread, text.substr(clipped.size()));
    return result;
}

std::optional<std::pair<Utterance, Utterance>> halvesOf(const Utterance &utterance)
{
    const auto at = secondThing(utterance.words);
    if (at >= utterance.words.size())
        return std::nullopt;
    const auto half = [&](std::size_t first, std::size_t end) {
        Utterance u = utterance;
        u.text = std::string {spanOf(utterance.text, utterance.words, first, end - 1)};
        u.words = wordsOf(u.text);
        return u;
    };
    return std::pair {half(0, at), half(at + 1, utterance.words.size())};
}

std::string beforeTheQuestion(const Utterance &utterance, const RuleBook &book)
{
    const auto &words = utterance.words;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const bool conjunction = (isConjunction(words[i].text) && isWrittenSo(words[i])) || isTurning(words[i].text);
        if ((conjunction && startsQuestion(words, i + 1, {}, book)) || (words[i].breakBefore && startsQuestion(words, i, {}, book)))
            return std::string {spanOf(utterance.text, words, 0, i - 1)};
    }
    return {};
}

std::string askedFor(const Utterance &utterance)
{
    // What leads up to the wish says nothing about it.
    std::size_t first = 0;
    for (const auto &hit : utterance.hits) {
        if (hit.first != first || hit.end >= utterance.words.size())
            continue;
        // "No, Saturday" loses its "no"; of "no hot water" it is all.
        const bool polite = hit.rule == "talk.thanks" || hit.rule == "talk.no" || hit.rule == "talk.nothing";
        if (hit.rule == "quote.lead" || hit.rule == "talk.yes" || (polite && utterance.words[hit.end].breakBefore))
            first = hit.end + (isTurning(utterance.words[hit.end].text) ? 1 : 0);
    }
    if (first >= utterance.words.size())
        first = 0;
    return singleLine(std::string_view {utterance.text}.substr(utterance.words.empty() ? 0 : utterance.words[first].begin), quoteCharacters);
}

} // namespace foredeck
