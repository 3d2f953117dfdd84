#include "server/services/assistant/builtinturn.h"

#include "models/core/text.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/trade.h"
#include "server/services/language/stem.h"

#include <algorithm>

namespace foredeck {

// The sentence has just been taken as an answer to the pending question.
bool BuiltinTurn::answersPending(const Utterance &u) const
{
    return !m_answered.empty() && !u.marked && (singleLine(u.text, 160).find(m_answered) != std::string::npos || m_answered.find(singleLine(u.text, 160)) != std::string::npos
        || m_pending->kind == IntakeKind::Choice || m_answered == m_result.lead.name);
}

void BuiltinTurn::answerQuestion(const Utterance &u)
{
    if (asksToCome(u))
        return answerComing(u);
    if (asksOnlyForADay(u)) {
        answerHoursQuestion(u);
        return;
    }
    if (u.books && anyHit(u.hits, "question.needs")) { // "Do I need an appointment for an inspection?": what tells of both
        if (!answerFromKnowledge(u, std::max(floor(), floors::request)) && !answerFromKnowledge(u, floor(), 2))
            m_unknown.push_back(&u);
        return;
    }
    if (namesOnlyTheBusiness(u, m_turn.client.industry, m_input.language, m_book)) { // "Is there a dentist for me?"
        if (u.books || u.orders || anyHit(u.hits, "intent.request") || anyHit(u.hits, "question.has"))
            takeRequest(u);
        else
            m_unknown.push_back(&u);
        return;
    }
    if (answerBothHalves(u))
        return;
    if (answerFromKnowledge(u, isOtherTrade(u, m_turn.client.industry, m_book) ? std::max(floor(), floors::request) : floor()))
        return;
    const bool asksFor = anyHit(u.hits, "intent.request");
    // "Can I book …?", "is anything free at ten?", "can you come on Friday?": a wish, not a gap in what is known.
    if ((asksFor && (u.books || (m_lookup.saysLittle(u) && !m_facts.when.empty()))) || anyHit(u.hits, "intent.availability"))
        takeRequest(u);
    else if (!answersPending(u))
        m_unknown.push_back(&u);
}

// "A 60 foot yacht, can you take me?", where 52 feet go.
bool BuiltinTurn::answerLimit(const Utterance &u)
{
    const auto found = m_intake.pending.empty() ? m_lookup.ofItsLimit(u) : std::nullopt;
    if (!found)
        return false;
    note("over_limit", found->document->title);
    keepPassages({*found}, true);
    answerWith(*found, false);
    return true;
}

void BuiltinTurn::answerRecord(const Utterance &u)
{
    // "Where are they?" names nothing that an answer could be found by.
    if (!m_lookup.saysLittle(u) && answerFromKnowledge(u, std::max(floor(), floors::request)))
        return;
    const bool address = u.wish == Wish::Address || anyHit(u.hits, "ask.address");
    const bool contact = u.wish == Wish::Contact || anyHit(u.hits, "ask.contact");
    std::string text;
    for (const auto &place : m_turn.locations) {
        const auto name = m_turn.locations.size() == 1 || place.name.empty() ? m_turn.client.name : place.name;
        if (address && !place.address.empty())
            text += (text.empty() ? "" : " ") + say("address", {}, {{"place", name}, {"address", singleLine(place.address, 200) + (place.zip.empty() || place.address.find(place.zip) != std::string::npos ? "" : ", " + place.zip)}});
    }
    if (contact && !m_turn.settings.contact.empty())
        text += (text.empty() ? "" : " ") + say("contact", {}, {{"contact", m_turn.settings.contact}});
    if (text.empty() && answerFromKnowledge(u, floor()))
        return;
    if (text.empty()) {
        m_unknown.push_back(&u);
        return;
    }
    add(text);
    m_known.push_back(address ? "address" : "contact");
}

// What a sentence that says little is about: what this turn told or asked before it, the wish that is being taken down,
// or the last answer.
TalkedAbout BuiltinTurn::context(const Utterance &u) const
{
    for (auto passage = m_result.passages.rbegin(); passage != m_result.passages.rend(); ++passage) {
        if (passage->used)
            return {m_lookup.subjectOf(passage->title), passage->document};
    }
    for (auto other = m_utterances.rbegin(); other != m_utterances.rend(); ++other) {
        if (&*other < &u && !m_lookup.saysLittle(*other) && (other->wish == Wish::Request || other->wish == Wish::Statement || other->wish == Wish::Question))
            return {m_lookup.subjectOf(other->text), {}};
    }
    if (!m_intake.pending.empty())
        return {m_lookup.subjectOf(m_turn.lead.qualification.serviceInterest), {}};
    const auto *last = m_lookup.lastUsed();
    return last ? TalkedAbout {m_lookup.subjectOf(last->title), last->document, true} : TalkedAbout {};
}

bool BuiltinTurn::isForeign(const Document &document) const
{
    return !document.language.empty() && document.language != phrases::spoken(m_input.language);
}

bool BuiltinTurn::answerFromKnowledge(const Utterance &u, double needed, int agreeing)
{
    auto found = m_lookup.ofTheNight(u);
    if (found.empty())
        found = m_lookup.find(u, m_lookup.leansOn(u) ? context(u) : TalkedAbout {}, needed);
    std::erase_if(found, [&](const ScoredPassage &p) { return m_lookup.isOfAnotherCare(u, p, m_book); });
    if (found.empty())
        return false;
    needed += isForeign(*found.front().document) && !found.front().byConcepts ? floors::foreignMargin : 0;
    const auto fit = m_lookup.fitOf(u, found.front(), m_book);
    const bool repeats = u.wish == Wish::Statement && wasToldLast(*found.front().document); // who tells on after an answer has read it
    const bool enough = found.front().score >= needed && found.front().agreeing >= agreeing && fit != Fit::Beside && !repeats;
    keepPassages(found, enough);
    if (!enough) {
        m_best = std::max(m_best, found.front().score);
        return false;
    }
    answerWith(found.front(), fit == Fit::Told);
    return true;
}

// What was found stays with the decision, used or not.
void BuiltinTurn::keepPassages(const std::vector<ScoredPassage> &found, bool enough)
{
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto &d = *found[i].document;
        const bool used = enough && i == 0;
        const auto known = std::find_if(m_result.passages.begin(), m_result.passages.end(), [&](const PassageUse &p) { return p.document == d.id; });
        if (known != m_result.passages.end()) {
            known->used = known->used || used;
            known->score = std::max(known->score, found[i].score);
        } else {
            m_result.passages.push_back({d.id, d.title, d.text, found[i].score, d.version, used});
        }
    }
}

// `claims`: it says yes or no to just what was asked; else it is told without the "yes".
void BuiltinTurn::answerWith(const ScoredPassage &passage, bool claims)
{
    const auto &document = *passage.document;
    const auto text = claims ? document.text : withoutYesOrNo(document, m_book);
    add(isForeign(document) ? say("other_language", {}, {{"answer", text}}) : text);
    m_known.push_back("faq");
    m_result.confidence = std::max(m_result.confidence, passage.score);
}

// Only where each half has an answer of its own that fits well: else one answer to the whole says more.
bool BuiltinTurn::answerBothHalves(const Utterance &u)
{
    const auto halves = halvesOf(u);
    if (!halves || m_lookup.saysLittle(halves->first) || m_lookup.saysLittle(halves->second))
        return false;
    double needed = std::max(floor(), floors::request);
    const auto first = m_lookup.find(halves->first, {}, needed);
    const auto second = m_lookup.find(halves->second, {}, needed);
    const bool both = !first.empty() && !second.empty() && first.front().score >= needed && second.front().score >= needed;
    if (!both || first.front().document->id == second.front().document->id)
        return false;
    return answerFromKnowledge(halves->first, floor()) && answerFromKnowledge(halves->second, floor());
}

// The thing it tells of, its day, or the hours: those of the pool touch nobody who asks for the hours of the restaurant. "This
// week" and "until" stand in every other sentence. Who hears that it is open hears what is closed today.
bool BuiltinTurn::isTouchedBy(const Utterance &u, const std::string &notice) const
{
    const auto words = wordsOf(notice);
    const auto about = termsOf(words, {});
    const auto asked = termsOf(u.words, {});
    const auto hits = m_book.hits(u.words);
    const auto spans = hitsOf(hits, "told.span");
    const auto fillers = hitsOf(hits, "question.filler");
    const auto isThing = [](const Term &t) { return !t.minor && !isFrame(t.key); };
    const auto isIn = [](const std::vector<RuleHit> &all, const Term &t) { return std::any_of(all.begin(), all.end(), [&](const RuleHit &s) { return s.first <= t.firstWord && t.firstWord < s.end; }); };
    const auto isOfTime = [&](const Term &t) { return isNowWord(u.words[t.firstWord].text) || isIn(spans, t); };
    const auto tells = [&](const Term &a) { return std::any_of(about.begin(), about.end(), [&](const Term &b) { return a.key == b.key; }); };
    if (std::any_of(asked.begin(), asked.end(), [&](const Term &t) { return isThing(t) && !isOfTime(t) && tells(t); }))
        return true;
    const auto days = daysIn(u.text, u.words, m_context.language, m_context.region, m_context.today);
    const auto told = daysIn(notice, words, m_context.language, m_context.region, m_context.today);
    const auto isOn = [&](const LocalTime &day) { return std::any_of(told.begin(), told.end(), [&](const DayMention &t) { return !isBefore(t.day, day) && !isBefore(day, t.day); }); };
    const bool isToday = isOn(m_context.today);
    if (std::any_of(days.begin(), days.end(), [&](const DayMention &d) { return isOn(d.day); }) || (isToday && std::any_of(u.words.begin(), u.words.end(), [](const Word &w) { return isNowWord(w.text); })))
        return true;
    const auto isHours = [](const Term &t) { return t.key == "=hours"; };
    const auto closed = std::find_if(about.begin(), about.end(), isHours);
    const bool asks = std::any_of(asked.begin(), asked.end(), isHours) || std::find(m_known.begin(), m_known.end(), "hours") != m_known.end();
    if (closed == about.end() || !asks)
        return false;
    const auto own = termsOf(u.words, m_input.language);
    return isToday || std::none_of(about.begin(), closed, isThing) || std::none_of(own.begin(), own.end(), [&](const Term &t) { return isThing(t) && !isOfTime(t) && !isIn(fillers, t); });
}

// A dated word of the business is told to everybody whose question or wish it touches.
void BuiltinTurn::mentionNotices()
{
    for (const auto &notice : m_turn.client.notices) {
        if (!isInForce(notice, m_turn.now))
            continue;
        if (std::any_of(m_utterances.begin(), m_utterances.end(), [&](const Utterance &u) { return isTouchedBy(u, notice.text); })) {
            add(say("notice", {}, {{"notice", notice.text}}));
            note("notice", notice.text);
        }
    }
}

} // namespace foredeck
