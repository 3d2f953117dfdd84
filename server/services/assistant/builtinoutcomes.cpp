#include "server/services/assistant/builtinturn.h"

#include "models/core/text.h"
#include "server/services/assistant/wishsign.h"
#include "server/services/language/stem.h"

#include <algorithm>

namespace foredeck {

void BuiltinTurn::handOver(EscalationReason reason, const Utterance *about, std::string_view key)
{
    const auto asked = about ? askedFor(*about) : singleLine(m_input.text, 90);
    add(say(key, asked, {{"summary", summaryOf(m_result.lead, m_input.language)}}));
    HandOver over;
    over.reason = reason;
    over.detail = asked;
    const auto &lead = m_result.lead;
    const bool isOfTalk = isWishOfTalk(lead, m_turn.conversation, m_turn.settled, m_turn.history);
    over.brief.wants = isOfTalk ? interestOf(lead) : wishTold(asked, lead).wants;
    m_result.handOver = std::move(over);
    if (m_result.intent.empty())
        m_result.intent = "hand_over";
    m_result.action = DecisionAction::HandedOver;
    m_result.confidence = std::max(m_result.confidence, m_best);
}

// A person is told at once: who stays in the house, or tells of what is theirs already, is no enquiry.
bool BuiltinTurn::handOverToPerson()
{
    if (!m_forAPerson)
        return false;
    note(anyHit(m_forAPerson->hits, "matter") ? "own_matter" : goesOn(*m_forAPerson) ? "goes_on" : "house", m_forAPerson->text);
    handOver(EscalationReason::LowConfidence, m_forAPerson, "statement");
    return true;
}

// "No, that is wrong", without what would be right.
bool BuiltinTurn::handOverDissent()
{
    if (!m_dissent)
        return false;
    note("dissent", m_dissent->text);
    handOver(EscalationReason::LowConfidence, m_dissent, "dissent");
    return true;
}

bool BuiltinTurn::handOverChange()
{
    const auto *change = first(Wish::Change);
    if (!change && m_turn.decisions.empty() && m_intake.pending.empty()) // "I don't want the booking": of one that was made elsewhere
        change = declinedBooking();
    if (!change || corrects())
        return false;
    const bool looksUp = anyHit(change->hits, "ask.record") && !anyHit(change->hits, "intent.change");
    note(looksUp ? "own_record" : "booking_change", change->text);
    handOver(EscalationReason::Rule, change, looksUp ? "record" : "change");
    return true;
}

bool BuiltinTurn::handOverUnknown()
{
    if (m_hoursUnknown && m_unknown.empty()) {
        handOver(EscalationReason::NotInKnowledge, m_hoursUnknown, "hours_unknown");
        return true;
    }
    if (m_holiday && m_unknown.empty()) {
        note("holiday", m_holiday->text);
        m_result.intent = "hours";
        handOver(EscalationReason::NotInKnowledge, m_holiday, "holiday_unknown");
        return true;
    }
    if (m_unknown.empty())
        return false;
    handOver(EscalationReason::NotInKnowledge, m_unknown.front(),
        !m_known.empty() ? "unknown_beside" : m_unknown.front() == m_otherTrade ? "other_trade" : "unknown");
    for (std::size_t i = 1; i < m_unknown.size(); ++i)
        add(say("unknown_beside", askedFor(*m_unknown[i])));
    if (m_holiday)
        add(say("holiday_unknown", askedFor(*m_holiday)));
    return true;
}

// More was said than is read at once: a person gets the rest, beside what is answered here.
bool BuiltinTurn::handOverUnread()
{
    if (m_unread.empty())
        return false;
    Utterance rest;
    rest.text = m_unread;
    handOver(EscalationReason::LowConfidence, &rest, "statement");
    return true;
}

// "Help me": a person, not a form. What is said or asked beside it says more.
bool BuiltinTurn::handOverCall()
{
    if (!m_call || !m_requests.empty() || !m_known.empty())
        return false;
    note("call_for_help", m_call->text);
    handOver(EscalationReason::LowConfidence, m_call, "statement");
    return true;
}

// "There is smoke in the hallway": who states something and shows no wish gets a person at once, not a form.
bool BuiltinTurn::handOverPlain()
{
    if (m_intake.wanted || !m_requests.empty() || !m_answered.empty() || m_statements.empty() || has(Wish::WrongNumber))
        return false;
    const Utterance *plain = nullptr;
    for (const auto *statement : m_statements) {
        if (showsWish(*statement, m_turn.client.industry, m_context, m_book))
            return false;
        if (!belongsToAnswer(*statement) && (!plain || plain->text.size() < statement->text.size()))
            plain = statement;
    }
    if (!plain) {
        m_statements.clear();
        return false;
    }
    note("no_wish", plain->text);
    handOver(EscalationReason::LowConfidence, plain, "statement");
    return true;
}

// "My dog is a big one. Are dogs allowed?": said to be answered with it.
bool BuiltinTurn::belongsToAnswer(const Utterance &u) const
{
    if (m_known.empty())
        return false;
    std::string answered;
    for (const auto &passage : m_result.passages)
        answered += passage.used ? passage.title + "\n" + passage.text + "\n" : std::string {};
    for (const auto &other : m_utterances)
        answered += other.wish == Wish::Statement ? std::string {} : other.text + "\n";
    const auto about = termsOf(wordsOf(answered), m_input.language);
    const auto said = termsOf(u.words, m_input.language);
    return std::any_of(said.begin(), said.end(), [&](const Term &s) {
        return !s.minor && std::any_of(about.begin(), about.end(), [&](const Term &a) { return a.key == s.key; });
    });
}

const Utterance *BuiltinTurn::declinedBooking() const
{
    const auto found = std::find_if(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) { return u.wish == Wish::Decline && u.books; });
    return found == m_utterances.end() ? nullptr : &*found;
}

// "I don't want to book any more"; "never mind", while something needed is still to be told. "Not now" and "later" are said to a
// question: the wish stays, and is left to the quiet.
bool BuiltinTurn::declinesTheWish()
{
    const bool whole = std::any_of(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) { return u.wish == Wish::Decline && anyHit(u.hits, "decline"); });
    return declinedBooking() != nullptr || (whole && m_intake.wanted && !isComplete(m_turn.settings, m_result.lead, m_intake));
}

bool BuiltinTurn::goOnWithIntake()
{
    const auto isDone = [&] { return m_intake.wanted && isComplete(m_turn.settings, m_result.lead, m_intake); };
    if (declinesTheWish() && m_requests.empty()) {
        m_result.rules.push_back({"intake.wanted", false, singleLine(m_input.text, 120)});
        m_intake.wanted = false;
        return false;
    }
    const bool leaves = has(Wish::Thanks) || has(Wish::Goodbye) || (has(Wish::Decline) && m_answered.empty()); // who takes leave is not asked again
    const bool told = !m_statements.empty() && !has(Wish::Goodbye) && nextQuestion(m_turn.settings, m_result.lead, m_intake); // "Toothache since yesterday."
    if (has(Wish::WrongNumber))
        return false;
    const bool content = !m_requests.empty() || !m_answered.empty() || (m_intake.wanted && (!m_statements.empty() || m_onlyFacts)) || told;
    const bool replies = has(Wish::Yes) || has(Wish::No) || m_noAnswer || m_onlySigns;
    const bool unanswered = m_pending && m_answered.empty() && (m_intake.interrupted ? has(Wish::Yes) : replies) && m_known.empty() && !leaves;
    const bool closes = leaves || (!content && replies);
    if (!content && !unanswered && !(closes && isDone()))
        return false;
    if (content && (!m_intake.wanted || !m_requests.empty())) { // an answer is no new wish
        m_intake.wish = singleLine(m_requests.empty() ? m_input.text : m_requests.front()->text, 120);
        note("intake.wanted", m_intake.wish);
    }
    m_intake.wanted = m_intake.wanted || content;
    const auto acknowledged = acknowledge();
    const bool askedJustNow = m_pending && m_answered.empty() && m_requests.empty() && !unanswered && !m_intake.interrupted;
    const auto *next = nextQuestion(m_turn.settings, m_result.lead, m_intake, askedJustNow ? m_pending->key : std::string {});
    if (!next || (closes && isDone())) { // whatever they close with, the wish reaches a person
        finishIntake();
        return true;
    }
    add(acknowledged);
    add(wordingOf(*next, m_input.language, m_turn.client.language));
    note("intake.ask", next->key);
    conclude(DecisionAction::Asked, "intake", 1);
    return true;
}

// Stores what was wished and says so in the customer's own words.
std::string BuiltinTurn::acknowledge()
{
    auto &lead = m_result.lead;
    std::string noted;
    for (const auto *request : m_requests) {
        if (takeInterest(lead, m_turn.settings, *request, m_input.language)) {
            m_result.leadChanged = true;
            takeFacts(lead, m_facts);
        }
        if (noted.empty())
            noted = say("request_noted", askedFor(*request));
    }
    for (const auto *statement : m_statements)
        addDetail(singleLine(statement->text, 120));
    takeUnasked();
    // What says most is repeated, not the name that it began with.
    const auto most = std::max_element(m_statements.begin(), m_statements.end(), [](const auto *a, const auto *b) { return a->text.size() < b->text.size(); });
    if (noted.empty() && m_answered.empty() && most != m_statements.end())
        noted = say("answer_noted", askedFor(**most));
    if (!noted.empty())
        return noted;
    if (!m_answered.empty())
        return say("answer_noted", m_answered);
    if (m_noAnswer)
        return say(m_noAnswer->unsure ? "not_known_yet" : choosesNothing(*m_noAnswer) ? "ask_again" : "no_day", singleLine(m_noAnswer->text, 60));
    if (m_onlyFacts && !m_facts.when.empty())
        return say("answer_noted", m_facts.when);
    return m_pending && !m_onlyFacts && !m_intake.interrupted ? say("ask_again", singleLine(m_input.text, 60)) : std::string {};
}

// "38 ft, draft 5.5": what a later question would ask is told already.
void BuiltinTurn::takeUnasked()
{
    for (const auto &question : m_turn.settings.intake) {
        if (&question == m_pending || m_intake.answered.contains(question.key))
            continue;
        const auto told = saidUnasked(question, m_turn.settings, m_input.text, m_context);
        if (told.empty())
            continue;
        m_intake.answered.insert(question.key);
        note("intake.answer", question.key);
        addDetail(told);
    }
}

void BuiltinTurn::addDetail(const std::string &text)
{
    auto &interest = m_result.lead.qualification.serviceInterest;
    if (interest.find(text) != std::string::npos || interest.size() + text.size() > longestField)
        return;
    interest += (interest.empty() ? "" : " · ") + text;
    m_result.leadChanged = true;
}

void BuiltinTurn::finishIntake()
{
    auto &lead = m_result.lead;
    const auto *request = m_requests.empty() ? (m_statements.empty() ? nullptr : m_statements.front()) : m_requests.front();
    const bool summary = !m_turn.settings.intake.empty() && !summaryOf(lead, m_input.language).empty();
    note("intake.complete", summaryOf(lead, "en"));
    if (summary && (lead.status == LeadStatus::New || lead.status == LeadStatus::Qualifying)) {
        lead.status = LeadStatus::Qualified;
        m_result.leadChanged = true;
    }
    m_result.intent = "intake";
    handOver(EscalationReason::Rule, request, summary ? "complete" : "complete_without");
    const auto told = wishTold(m_intake.wish, lead);
    if (!told.wants.empty())
        m_result.handOver->brief.wants = told.wants;
    if (!request && !told.about.empty())
        m_result.handOver->detail = singleLine(told.about, 90); // it is about the wish, not about the "no, thanks" or the last answer that closed it
}

bool BuiltinTurn::closeWithAnswers()
{
    if (m_known.empty())
        return false;
    conclude(DecisionAction::Answered, m_known.front(), m_result.confidence > 0 ? m_result.confidence : 1);
    const bool interested = m_intake.wanted || std::any_of(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) { return u.books; });
    if (interested)
        takeUnasked();
    const auto *next = interested ? nextQuestion(m_turn.settings, m_result.lead, m_intake) : nullptr;
    if (next && next->key != m_intake.pending) { // who answers a question with a question is not pressed
        note("intake.ask", next->key);
        add(wordingOf(*next, m_input.language, m_turn.client.language));
    }
    return true;
}

bool BuiltinTurn::smallTalk()
{
    if (!m_statements.empty())
        return false;
    const bool firstSign = !m_spokenWith && isOnlyFeelingSigns(m_input.text); // "😭": what is wrong is not known yet
    if (m_onlyFacts || firstSign) {
        add(say("greeting", {}));
        conclude(DecisionAction::Answered, "greeting", 1);
        return true;
    }
    struct Reply {
        Wish wish;
        std::string_view key;
    };
    static constexpr Reply replies[] {{Wish::HowAreYou, "how_are_you"}, {Wish::Goodbye, "bye"}, {Wish::Thanks, "thanks"},
        {Wish::Chat, "chat"}, {Wish::Decline, "no"}, {Wish::No, "no"}, {Wish::Yes, "yes"}, {Wish::Greeting, "greeting"}};
    for (const auto &[wish, key] : replies) {
        if (!has(wish))
            continue;
        const bool named = wish == Wish::Thanks && !m_result.lead.name.empty() && phrases::has("thanks_name", m_input.language);
        add(say(named ? "thanks_name" : key, {}));
        conclude(DecisionAction::Answered, key, 1);
        return true;
    }
    return false;
}

void BuiltinTurn::handOverStatement()
{
    handOver(EscalationReason::NotInKnowledge, m_statements.empty() ? nullptr : m_statements.front(), "statement");
}

} // namespace foredeck
