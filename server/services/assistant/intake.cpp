#include "server/services/assistant/intake.h"

#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/phrases.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::size_t longestAnswer = 160;

struct Field {
    std::string_view fills;
    std::string Qualification::*member;
};
constexpr std::array fields {Field {"service_interest", &Qualification::serviceInterest}, Field {"timeline", &Qualification::timeline},
    Field {"location", &Qualification::location}, Field {"budget", &Qualification::budget}, Field {"urgency", &Qualification::urgency},
    Field {"decision_maker", &Qualification::decisionMaker}};

void add(std::string &field, const std::string &value)
{
    if (value.empty() || field.find(value) != std::string::npos)
        return;
    const auto last = field.rfind(" · ");
    if (last != std::string::npos && value.find(field.substr(last + std::string_view {" · "}.size())) != std::string::npos)
        field.erase(last); // "two guests" and then "two guests, one room"
    field = field.empty() ? value : std::string {clipUtf8(field + " · " + value, longestField)};
}

constexpr std::size_t mostEmails = 10; ///< of a lead

bool asksForPeople(const IntakeQuestion &question)
{
    for (const auto &word : wordsOf(question.key)) {
        for (const auto part : {"people", "guest", "party", "person", "size", "adult"}) {
            if (word.text.find(part) != std::string::npos)
                return true;
        }
    }
    return false;
}

// The phrase that asks the same in every language; of none: "".
std::string builtinWording(const IntakeQuestion &question)
{
    static const std::set<std::string_view> known {"name", contactField, "timeline", "location"};
    if (asksForPeople(question))
        return "ask_people";
    const bool asksToChoose = question.fills == "service_interest" && question.kind.value() == IntakeKind::Choice; // "what boat is it?" asks for more than any phrase does
    return known.contains(question.fills) || asksToChoose ? "ask_" + question.fills : std::string {};
}

// Every word of the choice, or of one part of it ("check-up or cleaning"), stands in the text, by stems and concepts.
bool choiceIsNamed(const std::string &choice, const std::string &text, std::string_view language)
{
    static const std::set<std::string, std::less<>> joins {"or", "and", "o", "u", "y", "oder", "und", "ou", "et", "e", "of", "en", "او", "و"};
    const auto said = termsOf(wordsOf(text), language);
    const auto isSaid = [&](const std::vector<Word> &part) {
        const auto wanted = termsOf(part, {});
        return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const Term &w) {
            return std::any_of(said.begin(), said.end(), [&](const Term &s) { return s.key == w.key || stemOf(w.key, language) == s.key; });
        });
    };
    std::vector<Word> part;
    bool named = false;
    for (auto &word : wordsOf(choice)) {
        if (joins.contains(word.text)) {
            named = named || isSaid(part);
            part.clear();
        } else {
            part.push_back(std::move(word));
        }
    }
    return named || isSaid(part);
}

std::string chosen(const IntakeQuestion &question, const std::string &text, std::string_view language)
{
    for (const auto &choice : question.choices) {
        if (choiceIsNamed(choice, text, language))
            return choice;
    }
    const auto words = wordsOf(text, 10);
    if (words.size() <= 3) { // "2", "the second"
        for (const auto &word : words) {
            const auto number = numberOf(word.text, language);
            if (number && *number >= 1 && static_cast<std::size_t>(*number) <= question.choices.size())
                return question.choices[static_cast<std::size_t>(*number) - 1];
        }
    }
    return {};
}

// "Make it 13 to 15 December": said to the question for the guests, it is none of them.
bool movesTheDay(const Utterance &u, const FactsContext &context, const RuleBook &book)
{
    const auto facts = factsIn(u.text, context, book);
    return !facts.when.empty() && facts.people.empty() && anyHit(u.hits, "fact.corrects");
}

// The first sentence that can be an answer at all.
std::string plainAnswer(const IntakeQuestion &question, const std::vector<Utterance> &utterances, const FactsContext &context, const RuleBook &book)
{
    const bool aboutTheWish = question.fills.empty() || question.fills == "service_interest";
    for (const auto &u : utterances) {
        const bool other = u.wish == Wish::Question || u.wish == Wish::Hours || u.wish == Wish::Address || u.wish == Wish::Contact
            || u.wish == Wish::Identity || u.wish == Wish::Change || u.wish == Wish::WrongNumber || u.wish == Wish::Dissent || u.wish == Wish::Decline;
        const bool agrees = (u.wish == Wish::Yes || u.wish == Wish::No) && u.onlyTalk;
        const auto facts = question.fills == "timeline" ? factsIn(u.text, context, book) : Facts {};
        const bool count = !facts.people.empty() && facts.when.empty(); // "for 4 people", said to the question for the day
        const bool day = question.fills != "timeline" && (namesOnlyADay(u, context, book) || (asksForPeople(question) && movesTheDay(u, context, book)));
        if (!isSmallTalk(u.wish) && !u.unsure && !other && !agrees && !day && !count && (aboutTheWish || u.wish != Wish::Request))
            return singleLine(u.text, longestAnswer);
    }
    return {};
}

std::string yesOrNo(const std::vector<Utterance> &utterances)
{
    for (const auto &u : utterances) {
        if (std::any_of(u.hits.begin(), u.hits.end(), [](const RuleHit &h) { return h.rule == "talk.no" && h.first == 0; }))
            return "no";
        if (std::any_of(u.hits.begin(), u.hits.end(), [](const RuleHit &h) { return h.rule == "talk.yes" && h.first == 0; }))
            return "yes";
    }
    return {};
}

// "What boat is it, and how long?" names a thing, and "a slip for Dec 5" does not tell of it; "what is the problem?" is
// answered by any wish.
bool saysWhatIsAsked(const IntakeQuestion &question, std::string interest, const std::string &timeline)
{
    if (question.kind.value() != IntakeKind::Text)
        return true;
    if (const auto day = timeline.empty() ? std::string::npos : interest.find(timeline); day != std::string::npos)
        interest.erase(day, timeline.size());
    const bool named = std::any_of(question.wording.begin(), question.wording.end(), [](const auto &w) { return anyHit(RuleBook::builtin().hits(wordsOf(w.second), {w.first}), "trade"); });
    if (!named || interest.find_first_of("0123456789") != std::string::npos)
        return true;
    return std::any_of(question.wording.begin(), question.wording.end(), [&](const auto &w) {
        const auto asked = termsOf(wordsOf(w.second), w.first);
        const auto told = termsOf(wordsOf(interest), w.first);
        return std::any_of(told.begin(), told.end(), [&](const Term &t) {
            return !t.minor && std::any_of(asked.begin(), asked.end(), [&](const Term &a) { return a.key == t.key; });
        });
    });
}

// "book a table · for 4": a part of what they want, told by itself.
bool hasPartOf(std::string_view field, std::string_view rule)
{
    static constexpr std::string_view parting = " · ";
    for (std::size_t at = 0; at <= field.size();) {
        const auto end = std::min(field.find(parting, at), field.size());
        if (anyHit(RuleBook::builtin().hits(wordsOf(field.substr(at, end - at))), rule))
            return true;
        at = end + parting.size();
    }
    return false;
}

// Whether the customer has told this, asked or not. Two questions may fill one field ("what boat?", "which problem?"), and
// one that asks for a number of people is not answered by what they want.
bool isSaid(const IntakeQuestion &question, const ClientSettings &settings, Lead &lead, const IntakeState &state)
{
    if (state.answered.contains(question.key))
        return true;
    if (asksForContact(question))
        return hasContact(lead) || !lead.phones.empty();
    const auto *field = filledField(lead, question.fills);
    if (!field || field->empty())
        return false;
    if (asksForPeople(question)) {
        const auto hits = RuleBook::builtin().hits(wordsOf(*field));
        return anyHit(hits, "fact.people") || hasPartOf(*field, "fact.party");
    }
    if (std::count_if(settings.intake.begin(), settings.intake.end(), [&](const IntakeQuestion &q) { return q.fills == question.fills; }) != 1)
        return false;
    return field != &lead.qualification.serviceInterest || saysWhatIsAsked(question, *field, lead.qualification.timeline);
}

// The customer asked something in between and was told, or would rather not say it now.
bool standsBetween(const Decision &decision)
{
    if (decision.action.value() == DecisionAction::Answered && decision.intent == "no")
        return true;
    static const std::set<std::string, std::less<>> records {"hours", "address", "contact", "identity"};
    return decision.action.value() == DecisionAction::Answered
        && (records.contains(decision.intent) || std::any_of(decision.passages.begin(), decision.passages.end(), [](const PassageUse &p) { return p.used; }));
}

bool mayAsk(const IntakeQuestion &question, const ClientSettings &settings, Lead &lead, const IntakeState &state)
{
    const auto asked = state.asked.find(question.key);
    return !isSaid(question, settings, lead, state) && (asked == state.asked.end() || asked->second < (question.required ? mostTimesAsked : 1));
}

// What a question names and no other of them does: "draft" of "What is the draft of your boat?".
std::set<std::string, std::less<>> ownTermsOf(const IntakeQuestion &question, const ClientSettings &settings, const std::string &language)
{
    std::set<std::string, std::less<>> own;
    const auto wording = question.wording.find(language);
    if (wording == question.wording.end())
        return own;
    for (const auto &term : termsOf(wordsOf(wording->second), language)) {
        if (!term.minor)
            own.insert(term.key);
    }
    for (const auto &other : settings.intake) {
        const auto otherWording = other.key == question.key ? other.wording.end() : other.wording.find(language);
        for (const auto &term : otherWording == other.wording.end() ? std::vector<Term> {} : termsOf(wordsOf(otherWording->second), language))
            own.erase(term.key);
    }
    return own;
}

void read(const Decision &decision, IntakeState &state)
{
    if (decision.action.value() == DecisionAction::Silent)
        return;
    state.interrupted = !state.pending.empty() && standsBetween(decision);
    if (!state.interrupted)
        state.pending.clear();
    for (const auto &rule : decision.rules) {
        if (rule.rule == "intake.ask") {
            ++state.asked[rule.words];
            state.pending = rule.words;
            state.interrupted = false;
        } else if (rule.rule == "intake.answer") {
            state.answered.insert(rule.words);
            if (rule.words == state.pending)
                state.pending.clear();
        } else if (rule.rule == "intake.wanted") {
            state.wanted = rule.fired; // noted as not fired: declined, and asked about no more
            if (rule.fired)
                state.wish = rule.words;
            else
                state.pending.clear();
        }
    }
    if (decision.action.value() == DecisionAction::HandedOver)
        state.wanted = false;
}

// Where a person last wrote to the customer; 0: never.
std::int64_t lastOfStaff(const TurnInput &input)
{
    const auto last = std::find_if(input.history.rbegin(), input.history.rend(), [](const Message &m) { return m.role == MessageRole::Staff; });
    return last == input.history.rend() ? 0 : last->position;
}

} // namespace

bool isSmallTalk(Wish wish)
{
    return wish == Wish::Greeting || wish == Wish::HowAreYou || wish == Wish::Thanks || wish == Wish::Goodbye || wish == Wish::Chat;
}

IntakeState intakeStateOf(const TurnInput &input, const Decision *next)
{
    IntakeState state;
    if (input.conversation.channelKind != ChannelKind::LiveChat) { // everywhere else the answer goes where the question came from
        for (const auto &question : input.settings.intake) {
            if (asksForContact(question))
                state.answered.insert(question.key);
        }
    }
    const auto answered = lastOfStaff(input);
    for (const auto &decision : input.decisions) {
        read(decision, state);
        if (decision.at < input.handedBackAt || decision.seenPosition < answered)
            state.wanted = false;
    }
    if (next)
        read(*next, state);
    return state;
}

std::string *filledField(Lead &lead, std::string_view fills)
{
    if (fills == "name")
        return &lead.name;
    for (const auto &field : fields) {
        if (field.fills == fills)
            return &(lead.qualification.*field.member);
    }
    return nullptr;
}

void storeAnswer(Lead &lead, const IntakeQuestion &question, const std::string &value)
{
    auto *field = filledField(lead, question.fills);
    if (field && field->empty())
        *field = value;
    else if (!asksForContact(question) && (!field || field == &lead.qualification.serviceInterest))
        add(lead.qualification.serviceInterest, value);
}

const IntakeQuestion *nextQuestion(const ClientSettings &settings, Lead &lead, const IntakeState &state, std::string_view passOver)
{
    const IntakeQuestion *first = nullptr;
    const IntakeQuestion *again = nullptr;
    for (const auto &question : settings.intake) {
        if (!mayAsk(question, settings, lead, state))
            continue;
        if (question.key == passOver)
            again = &question;
        else if (!first)
            first = &question;
    }
    const bool others = first && (!again || first->required || !again->required);
    return others ? first : again;
}

bool isComplete(const ClientSettings &settings, Lead &lead, const IntakeState &state)
{
    return std::none_of(settings.intake.begin(), settings.intake.end(), [&](const IntakeQuestion &q) { return q.required && mayAsk(q, settings, lead, state); });
}

bool namesOnlyADay(const Utterance &u, const FactsContext &context, const RuleBook &book)
{
    const auto when = factsIn(u.text, context, book).when;
    const auto at = when.empty() ? std::string::npos : u.text.find(when);
    if (at == std::string::npos)
        return false;
    return std::all_of(u.words.begin(), u.words.end(), [&](const Word &word) {
        const bool inside = word.begin >= at && word.end <= at + when.size();
        const auto index = static_cast<std::size_t>(&word - u.words.data());
        const bool talk = std::any_of(u.hits.begin(), u.hits.end(), [&](const RuleHit &h) {
            return (h.rule.starts_with("talk.") || h.rule == "fact.corrects") && h.first <= index && index < h.end;
        });
        return inside || talk || (isStopWord(word.text, context.language) && !numberOf(word.text, context.language));
    });
}

std::string saidUnasked(const IntakeQuestion &question, const ClientSettings &settings, const std::string &text, const FactsContext &context)
{
    if (question.kind.value() != IntakeKind::Text || !question.fills.empty())
        return {};
    if (asksForPeople(question)) // "a table for two"
        return factsIn(text, context, RuleBook::builtin()).people;
    const auto own = ownTermsOf(question, settings, context.language);
    const auto words = wordsOf(text);
    for (const auto &term : termsOf(words, context.language)) {
        if (!own.contains(term.key))
            continue;
        std::size_t end = term.endWord; // "draft 5.5", "a draft of 5 feet": the measure stands behind, in the same clause
        while (end < words.size() && end < term.endWord + 3 && !numberOf(words[end].text, context.language))
            ++end;
        const bool told = end < words.size() && numberOf(words[end].text, context.language).has_value();
        const auto gap = told ? std::string_view {text}.substr(words[term.endWord - 1].end, words[end].begin - words[term.endWord - 1].end) : std::string_view {};
        if (told && gap.find_first_of(",;!?\n") == std::string_view::npos) {
            while (end + 1 < words.size() && (!words[end + 1].breakBefore || words[end + 1].begin == words[end].end + 1))
                ++end;
            return singleLine(spanOf(text, words, term.firstWord, end), longestAnswer);
        }
    }
    return {};
}

std::string answerTo(const IntakeQuestion &question, const std::vector<Utterance> &utterances, const std::string &text, const Facts &facts,
    const FactsContext &context, const RuleBook &book)
{
    if (question.fills == "name") {
        if (!facts.name.empty())
            return facts.name;
        for (const auto &u : utterances) {
            if (isSmallTalk(u.wish) || u.wish == Wish::Request)
                continue;
            const auto said = u.wish == Wish::Statement || u.wish == Wish::Yes || u.wish == Wish::No ? u.text : beforeTheQuestion(u, book);
            if (auto name = nameFromAnswer(said, context, book); !name.empty())
                return name;
        }
        return {};
    }
    if (asksForContact(question))
        return !facts.phones.empty() ? facts.phones.front().raw : !facts.emails.empty() ? facts.emails.front() : std::string {};
    switch (question.kind.value()) {
    case IntakeKind::Choice:
        return chosen(question, text, context.language);
    case IntakeKind::YesNo:
        return yesOrNo(utterances);
    case IntakeKind::Date:
        return facts.when;
    case IntakeKind::Text: case IntakeKind::Unknown:
        break;
    }
    if (asksForPeople(question) && !facts.people.empty()) {
        const auto whole = plainAnswer(question, utterances, context, book); // "two guests, one room"
        return whole.find(facts.people) != std::string::npos ? whole : facts.people;
    }
    if (question.fills == "budget" && !facts.budget.empty())
        return facts.budget;
    if (question.fills == "timeline" && !facts.when.empty())
        return facts.when;
    return plainAnswer(question, utterances, context, book);
}

bool onlyAsks(const Term &term)
{
    static const std::set<std::string, std::less<>> words {"=booking", "=appointment", "schedul", "visit", "look", "find", "need", "time"};
    return words.contains(term.key);
}

bool takeFacts(Lead &lead, const Facts &facts, bool corrects)
{
    const auto before = lead;
    if (corrects && !facts.when.empty())
        lead.qualification.timeline = facts.when;
    if (lead.name.empty())
        lead.name = facts.name;
    if (lead.qualification.timeline.empty())
        lead.qualification.timeline = facts.when;
    if (lead.qualification.budget.empty())
        lead.qualification.budget = facts.budget;
    if (!facts.people.empty() && !lead.qualification.serviceInterest.empty())
        add(lead.qualification.serviceInterest, facts.people);
    for (const auto &phone : facts.phones)
        addTypedPhone(lead, phone.e164, phone.raw);
    for (const auto &email : facts.emails) { // a colleague's, unless it is the first of those given as theirs or there is nothing else to find them by
        const bool given = facts.emailIsTheirs && email == facts.emails.front();
        const bool theirs = given || (!hasContact(before) && facts.emailStandsAlone && email == facts.emails.front());
        const bool known = std::find(lead.emails.begin(), lead.emails.end(), email) != lead.emails.end();
        if (!known && lead.emails.size() < mostEmails) {
            lead.emails.push_back(email);
            setOnlyMentioned(lead, email, !theirs);
        } else if (known && given) {
            setOnlyMentioned(lead, email, false);
        }
    }
    return lead.name != before.name || lead.qualification != before.qualification || lead.emails != before.emails || lead.phones != before.phones
        || lead.externalRefs != before.externalRefs;
}

bool takeInterest(Lead &lead, const ClientSettings &settings, const Utterance &request, std::string_view language)
{
    auto &interest = lead.qualification.serviceInterest;
    if (!interest.empty())
        return false;
    for (const auto &question : settings.intake) {
        if (question.fills != "service_interest" || question.kind.value() != IntakeKind::Choice)
            continue;
        interest = chosen(question, request.text, language);
        return !interest.empty(); // what is not among the choices is asked for
    }
    const auto terms = termsOf(request.words, language); // "I want to book an appointment" does not say what for
    if (std::all_of(terms.begin(), terms.end(), [](const Term &t) { return t.minor || onlyAsks(t); }))
        return false;
    interest = askedFor(request);
    return true;
}

std::string summaryOf(const Lead &lead, std::string_view language)
{
    std::string text;
    const auto part = [&](std::string_view key, const std::string &value) {
        if (value.empty())
            return;
        text += (text.empty() ? "" : "; ") + phrases::say("label_" + std::string {key}, language, {}, {}) + ": " + value;
    };
    for (const auto &field : fields)
        part(field.fills, lead.qualification.*field.member);
    part("name", lead.name);
    return text;
}

std::string wordingOf(const IntakeQuestion &question, std::string_view language, std::string_view clientLanguage)
{
    std::string text;
    const bool worded = question.wording.contains(std::string {language}) || !phrases::has(builtinWording(question), language);
    if (!worded && phrases::spoken(language) == language) // what is asked everywhere is asked in their language, where the business has no words of its own
        text = phrases::say(builtinWording(question), language, {}, {});
    for (const auto wanted : {language, clientLanguage, std::string_view {"en"}}) {
        const auto known = question.wording.find(std::string {wanted});
        if (known != question.wording.end() && text.empty())
            text = known->second;
    }
    if (text.empty() && !question.wording.empty())
        text = question.wording.begin()->second;
    if (question.kind.value() == IntakeKind::Choice && !question.choices.empty()) {
        std::string choices;
        for (const auto &choice : question.choices)
            choices += (choices.empty() ? "" : ", ") + choice;
        // They stand in the words of the business, in whatever language that has.
        const bool own = clientLanguage.empty() || phrases::spoken(language) == phrases::spoken(clientLanguage);
        text += " " + phrases::say(own ? "choices" : "choices_as_told", language, {}, {{"choices", choices}});
    }
    return text;
}

} // namespace foredeck
