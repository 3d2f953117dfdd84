#include "models/core/text.h"
#include "server/services/assistant/cardnumbers.h"
#include "server/services/assistant/questions.h"
#include "server/services/assistant/turnplanner.h"

#include <algorithm>
#include <chrono>

namespace foredeck {

namespace {

constexpr std::string_view waitsForPerson = "waits_for_person";
constexpr std::string_view toldToWait = "told_to_wait";
constexpr std::string_view cardNumber = "card_number";
constexpr std::chrono::minutes typedOn {2}; ///< what follows a hand-over at once belongs to it

bool noted(const Decision &decision, std::string_view rule)
{
    return std::any_of(decision.rules.begin(), decision.rules.end(), [&](const RuleTrace &r) { return r.rule == rule; });
}

// The clauses before and behind these words.
std::vector<std::string> partsBeside(const std::string &text, const std::string &words)
{
    constexpr std::string_view marks = ",;:";
    const auto at = text.find(words);
    if (words.empty() || at == std::string::npos)
        return {};
    std::vector<std::string> parts;
    if (const auto mark = at == 0 ? std::string::npos : text.find_last_of(marks, at - 1); mark != std::string::npos)
        parts.push_back(text.substr(0, mark));
    if (const auto mark = text.find_first_of(marks, at + words.size()); mark != std::string::npos)
        parts.push_back(text.substr(mark + 1));
    return parts;
}

bool asks(const std::string &text, const Languages &languages, const RuleBook &book)
{
    const auto utterances = utterancesOf(text, languages, book);
    return std::any_of(utterances.begin(), utterances.end(), [](const Utterance &u) {
        switch (u.wish) {
        case Wish::Question: case Wish::Request: case Wish::Hours: case Wish::Address: case Wish::Contact: case Wish::Change: case Wish::Identity:
            return true;
        default:
            return false;
        }
    });
}

} // namespace

// The state of consent was set when the message came in (ingest); here it is answered, once.
bool TurnPlanner::consent()
{
    const auto state = m_input.consent.state.value();
    if (state != ConsentState::OptedOut)
        leaveOutEnded();
    const bool byThisTurn = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const Message *m) { return m->at == m_input.consent.at; });
    const auto stop = findingOf(ConsentSignal::OptOut);
    if (state == ConsentState::OptedOut && byThisTurn && stop.signal == ConsentSignal::OptOut && !isConfirmed(DecisionAction::OptedOut)) {
        complianceReply(stop.mayMeanBooking ? "opted_out_booking" : "opted_out", DecisionAction::OptedOut, stop);
        if (stop.mayMeanBooking || isForPeople(stop))
            addHandOver(EscalationReason::Rule, stop.words);
        tellPeople();
        tellOfWords();
        return true;
    }
    if (state == ConsentState::Given && byThisTurn && confirmsOptIn())
        return true;
    if (!m_triage.escalate && askedForHelp(state))
        return true;
    if (state != ConsentState::OptedOut)
        return false;
    silent("opted_out");
    if (isForPeople(stop))
        addHandOver(EscalationReason::Rule, stop.words);
    tellPeople();
    tellOfWords();
    m_plan.nothing = m_input.conversation.owner.kind == OwnerKind::User && !m_plan.handOver; // who answers here reads it
    return true;
}

// A bare STOP that a START has undone since, given back beside what was asked with it: it asks for nothing any more.
void TurnPlanner::leaveOutEnded()
{
    constexpr std::size_t fewest = 3; ///< words that may say more
    auto others = m_waiting;
    std::erase_if(others, [&](const Message *m) {
        const auto found = findIn(*m, ConsentState::OptedOut);
        return m->at < m_input.consent.at && found.signal == ConsentSignal::OptOut && !found.mayMeanBooking && wordsOf(m->text, fewest).size() < fewest;
    });
    if (others.empty() || others.size() == m_waiting.size())
        return;
    m_waiting = std::move(others);
    read();
}

// Said where nothing has a number: whose texts they mean, and whether they have ended, is for a person to see.
bool TurnPlanner::isForPeople(const ConsentFinding &stop) const
{
    return m_input.conversation.owner.kind != OwnerKind::User && endsMoreThanHere(m_input.conversation.channelKind.value(), stop);
}

// What is asked or told after the words that ended the messages: nobody may answer it here, and somebody has to read it. Who has
// the conversation does, or has it told when they give it back.
void TurnPlanner::tellOfWords()
{
    if (m_plan.handOver)
        return;
    std::string said;
    const auto add = [&](const std::string &words) { said += (said.empty() ? "" : " ") + words; };
    for (const auto *message : m_waiting) {
        const auto signal = findIn(*message, ConsentState::OptedOut).signal;
        if (signal == ConsentSignal::OptOut)
            said.clear();
        else if ((signal == ConsentSignal::None || signal == ConsentSignal::PerhapsOptOut) && saysSomething(message->text))
            add(message->text);
        else if (holdsFile(*message))
            add("[" + message->attachments.front().name + "]");
    }
    if (said.empty())
        return;
    if (m_input.conversation.owner.kind == OwnerKind::Assistant || isUnheard())
        addHandOver(EscalationReason::LowConfidence, withoutCardNumbers(said).value_or(said));
    else
        othersWaitOn();
}

// Only the words that a law wants answered are: what was said beside them waits for a person, and again when it is given back.
void TurnPlanner::othersWaitOn()
{
    auto &reason = m_plan.decision.reason;
    if (reason.empty() || reason == nothingToSay)
        reason = waitsForPerson;
}

bool TurnPlanner::saysSomething(const std::string &text) const
{
    const auto utterances = utterancesOf(text, tablesFor(m_triage.language, m_language), m_book);
    return std::any_of(utterances.begin(), utterances.end(), [](const Utterance &u) {
        switch (u.wish) {
        case Wish::Greeting: case Wish::HowAreYou: case Wish::Thanks: case Wish::Goodbye: case Wish::Chat: case Wish::Yes: case Wish::No: case Wish::Decline: case Wish::WrongNumber:
            return false;
        default:
            return true;
        }
    });
}

// Confirmed by itself, or before what else the turn comes to. True: there is nothing else.
bool TurnPlanner::confirmsOptIn()
{
    auto optIn = findingOf(ConsentSignal::OptIn);
    std::vector<const Message *> others;
    for (const auto *message : m_waiting) {
        const auto signal = findIn(*message, ConsentState::OptedOut).signal;
        if (signal == ConsentSignal::OptIn && !message->vendorKeyword.empty())
            continue; // the keyword and nothing else
        if (signal == ConsentSignal::OptIn)
            keepBesideOptIn(*message, others);
        else if (signal != ConsentSignal::OptOut)
            others.push_back(message);
    }
    if (isConfirmed(DecisionAction::OptedIn)) { // given back with what was asked before it
        if (!others.empty()) {
            m_waiting = std::move(others);
            read();
        }
        return false;
    }
    if (others.empty() || !isAssistants()) {
        complianceReply("opted_in", DecisionAction::OptedIn, optIn);
        tellPeople();
        if (!others.empty())
            othersWaitOn();
        m_plan.unheard = !others.empty() && !m_plan.handOver && isUnheard();
        return true;
    }
    note(optIn.rule, optIn.words);
    if (optIn.rule != vendorRule)
        m_optIn = std::move(optIn);
    m_waiting = std::move(others);
    read();
    return false;
}

// "Please text me again. When is breakfast?": the same message, with what it asks beside the wish.
void TurnPlanner::keepBesideOptIn(const Message &message, std::vector<const Message *> &others)
{
    std::string rest;
    const auto languages = tablesFor(m_triage.language, m_language);
    auto ofPart = triageOptions();
    ofPart.wholeMessage = false;
    for (const auto &u : utterancesOf(message.text, languages, m_book)) {
        const auto optIn = findConsent(u.text, {ConsentState::OptedOut, m_bookingTalk, false, false}, m_book);
        for (const auto &part : optIn.signal == ConsentSignal::OptIn ? partsBeside(u.text, optIn.words) : std::vector {u.text}) {
            const auto asked = part + (u.marked ? "?" : ".");
            if (asks(asked, languages, m_book) || triageOf(asked, ofPart, m_book).escalate)
                rest += (rest.empty() ? "" : " ") + asked;
        }
    }
    if (rest.empty())
        return;
    m_rests.push_back(message);
    m_rests.back().text = std::move(rest);
    others.push_back(&m_rests.back());
}

// Help is always given: by itself, or before what else the turn comes to. True: there is nothing else.
bool TurnPlanner::askedForHelp(ConsentState state)
{
    auto help = findingOf(ConsentSignal::Help);
    if (help.signal != ConsentSignal::Help)
        return false;
    auto others = m_waiting;
    std::erase_if(others, [&](const Message *m) { return findIn(*m, state).signal == ConsentSignal::Help; });
    const bool isGiven = !others.empty() && std::all_of(m_waiting.begin(), m_waiting.end(), [&](const Message *m) { return findIn(*m, state).signal != ConsentSignal::Help || wasHelped(*m); });
    if (isGiven) {
        m_waiting = std::move(others);
        read();
        return false;
    }
    if (others.empty() || state == ConsentState::OptedOut) {
        complianceReply("help", DecisionAction::Helped, help);
        hearCall(help);
        if (state == ConsentState::OptedOut)
            tellOfWords();
        return true;
    }
    if (help.rule != vendorRule)
        m_help = std::move(help);
    m_waiting = std::move(others);
    read();
    return false;
}

// Given by itself, and not undelivered: what waited beside it is looked at again, and not HELP.
bool TurnPlanner::wasHelped(const Message &message) const
{
    const auto failed = [&](const MessageId &id) {
        return std::any_of(m_input.history.begin(), m_input.history.end(), [&](const Message &m) { return m.id == id && m.delivery.state == DeliveryState::Failed; });
    };
    return std::any_of(m_input.decisions.begin(), m_input.decisions.end(),
        [&](const Decision &d) { return d.action == DecisionAction::Helped && message.position <= d.seenPosition && !failed(d.answer); });
}

// The vendor has read a word as its own; what else it may mean is ours to see.
ConsentFinding TurnPlanner::findIn(const Message &message, ConsentState state) const
{
    auto found = findConsent(message.text, {state, m_bookingTalk, answersWhetherToStop(m_input, message)}, m_book);
    auto said = saidToVendor(message.vendorKeyword, message.text);
    if (said.signal == ConsentSignal::None)
        return found;
    said.mayMeanBooking = said.signal == ConsentSignal::OptOut && found.mayMeanBooking;
    return said;
}

// "Hilfe!", "HELP!!!": the word of the carriers, and it may be meant. It is answered as theirs, with whom to call in danger, and a
// person looks.
void TurnPlanner::hearCall(const ConsentFinding &help)
{
    const bool cries = m_text.find('!') != std::string::npos || m_text.find("¡") != std::string::npos;
    if (!cries || help.rule == vendorRule || !anyHit(m_book.hits(wordsOf(m_text)), "cry.help") || m_input.conversation.owner.kind != OwnerKind::Assistant)
        return;
    m_plan.reply += " " + say("danger");
    note("call_for_help", m_text);
    addHandOver(EscalationReason::LowConfidence, m_text);
}

// The last waiting message that says this, as it was read when it came in: only the opted out can opt in.
ConsentFinding TurnPlanner::findingOf(ConsentSignal signal) const
{
    const auto state = signal == ConsentSignal::OptIn ? ConsentState::OptedOut : m_input.consent.state.value();
    for (auto message = m_waiting.rbegin(); message != m_waiting.rend(); ++message) {
        if (auto finding = findIn(**message, state); finding.signal == signal)
            return finding;
    }
    return {};
}

// The customer gets no answer to it, and yet a person must know.
void TurnPlanner::tellPeople()
{
    const bool assistants = m_input.conversation.owner.kind == OwnerKind::Assistant;
    if (m_triage.escalate && (assistants || isNewAlarm()))
        addHandOver(*m_triage.escalate, firedWords());
}

// An emergency in a conversation that waits for a person as if there were time, or that a person has who may be away.
bool TurnPlanner::isNewAlarm() const
{
    const auto &conversation = m_input.conversation;
    return m_triage.escalate == EscalationReason::Emergency && conversation.owner.kind != OwnerKind::Assistant && conversation.status != ConversationStatus::Ended
        && !(conversation.escalation && conversation.escalation->reason == EscalationReason::Emergency);
}

bool TurnPlanner::isConfirmed(DecisionAction action) const
{
    return std::any_of(m_input.decisions.begin(), m_input.decisions.end(), [&](const Decision &d) { return d.action == action && d.at >= m_input.consent.at; });
}

bool TurnPlanner::ownership()
{
    if (!isAssistants()) {
        if (isNewAlarm()) {
            alarm();
        } else if (m_help) {
            silent(waitsForPerson);
            consentAlone();
        } else if (sendsCard()) {
            m_plan.decision.action = DecisionAction::HandedOver;
            m_plan.decision.reason = waitsForPerson;
            note(cardNumber, "");
            m_plan.reply = say("card");
        } else if (asksAgain()) {
            m_plan.decision.action = DecisionAction::HandedOver;
            m_plan.decision.reason = waitsForPerson;
            note(toldToWait, m_text);
            m_plan.reply = say("still_waiting") + closedHint();
        } else {
            m_plan.nothing = true; // somebody else's turn, or nobody's any more: nothing to think about
        }
        m_plan.unheard = !m_plan.handOver && isUnheard() && !asksForNothing();
        return true;
    }
    if (isAssistantOn())
        return false;
    silent(assistantOff);
    if (m_triage.escalate == EscalationReason::Emergency)
        alarm();
    else if (!byRule())
        tellPeople();
    if (!m_plan.handOver)
        passOn();
    if (m_plan.reply.empty())
        consentAlone();
    return true;
}

// Handed over a while ago, nobody has it yet, and they ask on: that it waits is said once. Their question stays a person's.
bool TurnPlanner::asksAgain() const
{
    const auto &conversation = m_input.conversation;
    if (conversation.owner.kind != OwnerKind::Nobody || conversation.status != ConversationStatus::WaitingHuman || !isAssistantOn() || m_input.decisions.empty())
        return false;
    const auto &decisions = m_input.decisions;
    const auto warned = [](const Decision &d) { return d.reason == waitsForPerson && noted(d, cardNumber); }; // it handed nothing over
    const auto handed = std::find_if(decisions.rbegin(), decisions.rend(), [&](const Decision &d) { return (d.action == DecisionAction::HandedOver && !warned(d)) || d.reason == assistantOff; });
    if (handed == decisions.rend() || m_input.now - handed->at < typedOn)
        return false;
    const bool told = noted(*handed, toldToWait);
    const bool answered = std::any_of(m_input.history.begin(), m_input.history.end(), [&](const Message &m) { return m.role == MessageRole::Staff && m.position > handed->seenPosition; });
    if (told || answered)
        return false;
    const auto utterances = utterancesOf(m_text, tablesFor(m_triage.language, m_language), m_book);
    return asks(m_text, tablesFor(m_triage.language, m_language), m_book) || std::any_of(utterances.begin(), utterances.end(), [](const Utterance &u) { return u.wish == Wish::Greeting || u.marked; });
}

// A card number, while nobody has the conversation yet: that a chat is no place for it is said once, as before a hand-over.
bool TurnPlanner::sendsCard() const
{
    const auto &conversation = m_input.conversation;
    if (conversation.owner.kind != OwnerKind::Nobody || conversation.status != ConversationStatus::WaitingHuman || !isAssistantOn() || !withoutCardNumbers(m_text))
        return false;
    return std::none_of(m_input.decisions.begin(), m_input.decisions.end(), [&](const Decision &d) { return d.at >= m_input.handedBackAt && noted(d, cardNumber); });
}

// Switched off it answers nothing, and whoever writes then is somebody's to answer: told to people like any hand-over.
// Who only thanks waits for nobody.
void TurnPlanner::passOn()
{
    if (asksForNothing()) {
        silent(nothingToSay);
        return;
    }
    addHandOver(EscalationReason::Rule, quoted());
    m_plan.handOver->brief.why = phrases::say("assistant_off_why", m_input.client.language, {}, {});
}

// Whoever had it has gone, or looked at what was open and left it; or what told of it has run out.
bool TurnPlanner::isUnheard() const
{
    const auto &conversation = m_input.conversation;
    return conversation.owner.kind == OwnerKind::Nobody && awaitsPerson(conversation) && !conversation.escalation;
}

bool TurnPlanner::asksForNothing() const
{
    const auto utterances = utterancesOf(m_text, tablesFor(m_triage.language, m_language), m_book);
    const bool thanks = !utterances.empty() && std::all_of(utterances.begin(), utterances.end(), [](const Utterance &u) { return u.wish == Wish::Thanks || u.wish == Wish::Goodbye; });
    return !hasAttachment() && (thanks || trimmed(m_text).empty() || isOnlyThankingSigns(m_text));
}

// It rises. Where nobody has taken it yet, whom to call is said, once, by an assistant that is switched off too: that is no
// answer, and nobody else may be there to say it. A person who has it is not spoken over.
void TurnPlanner::alarm()
{
    if (m_input.conversation.owner.kind != OwnerKind::User) {
        handOver(EscalationReason::Emergency, triggerText(EscalationReason::Emergency), firedWords());
        findHelpOutsideHours();
        return;
    }
    m_plan.decision.action = DecisionAction::Silent;
    tellPeople();
}

// Help was asked for, or opted in, and nothing else is said in this turn.
void TurnPlanner::consentAlone()
{
    if (m_help)
        complianceReply("help", DecisionAction::Helped, *m_help);
    else if (m_optIn)
        complianceReply("opted_in", DecisionAction::OptedIn, *m_optIn);
}

void TurnPlanner::complianceReply(std::string_view key, DecisionAction action, const ConsentFinding &finding)
{
    m_plan.reply = key != "help" ? say(key) : m_optIn ? say("opted_in") + "\n" + helpText() : helpText();
    m_plan.compliance = true;
    m_plan.decision.action = action;
    m_plan.decision.intent = "consent";
    if (!finding.rule.empty())
        note(finding.rule, finding.words);
    if (finding.rule != vendorRule)
        return;
    m_plan.reply.clear(); // the vendor has said it, and takes nothing more of us after a STOP
    m_plan.decision.reason = nothingToSay;
}

std::string TurnPlanner::helpText() const
{
    phrases::Values values;
    if (!m_input.settings.contact.empty())
        values["contact_line"] = say("help_contact", {{"contact", m_input.settings.contact}}) + " ";
    return say("help", std::move(values));
}

} // namespace foredeck
