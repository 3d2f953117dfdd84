#include "server/services/escalation/brief.h"

#include "models/core/text.h"
#include "server/services/assistant/cardnumbers.h"
#include "server/services/assistant/intake.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/conversationreads.h"
#include "server/storage/consentrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int messagesLookedAt = 60;
constexpr int decisionsLookedAt = 40;
constexpr int callsLookedAt = 20;
constexpr std::size_t mostSteps = 8;
constexpr std::size_t stepCharacters = 160;
constexpr std::size_t wordsCharacters = 200;
constexpr std::size_t passageCharacters = 300;
constexpr std::string_view callRule = "handover.human.call";

/// What is nearer to the floor than to nothing may be the answer; the rest was only found.
constexpr double shareOfFloor = 0.5;

const Message *lastWords(const std::vector<Message> &history)
{
    const auto found = std::find_if(history.rbegin(), history.rend(),
        [](const Message &m) { return m.role == MessageRole::Lead && !trimmed(m.text).empty(); });
    return found == history.rend() ? nullptr : &*found;
}

template <class T>
void keepNewest(std::vector<T> &steps)
{
    if (steps.size() > mostSteps)
        steps.erase(steps.begin(), steps.end() - static_cast<std::ptrdiff_t>(mostSteps));
}

std::vector<EscalationStep> triedOf(const BriefFacts &facts)
{
    std::vector<EscalationStep> tried;
    for (const auto &message : facts.history) {
        const bool staff = message.role == MessageRole::Staff;
        if (!staff && !(message.role == MessageRole::Ai))
            continue;
        const auto thought = std::find_if(facts.decisions.begin(), facts.decisions.end(),
            [&](const Decision &d) { return !d.id.empty() && d.id == message.decision; });
        tried.push_back({message.at, staff ? ActorKind::User : ActorKind::Assistant, singleLine(message.text, stepCharacters),
            thought == facts.decisions.end() ? std::nullopt : std::optional {thought->confidence}});
    }
    keepNewest(tried);
    return tried;
}

// A mood that goes on is one step, from when it was first read.
std::vector<MoodStep> moodOf(const BriefFacts &facts)
{
    std::vector<MoodStep> moods;
    for (const auto &decision : facts.decisions) {
        if (!decision.mood.empty() && (moods.empty() || moods.back().word != decision.mood))
            moods.push_back({decision.at, decision.mood});
    }
    keepNewest(moods);
    return moods;
}

bool askedForCall(const BriefFacts &facts)
{
    return facts.called || std::any_of(facts.decisions.begin(), facts.decisions.end(), asksForCall);
}

// A withheld number stands as a word.
bool hasDigits(const Phone &phone)
{
    return !phone.e164.empty() || phone.raw.find_first_of("0123456789") != std::string::npos;
}

// Of the latest turn only: what was found for an earlier question is no answer to this one.
const PassageUse *nearestPassage(const BriefFacts &facts)
{
    if (facts.decisions.empty())
        return nullptr;
    const auto &passages = facts.decisions.back().passages;
    const PassageUse *best = nullptr;
    for (const auto &passage : passages) {
        const bool near = !passage.used && passage.score < facts.answerFloor && passage.score >= facts.answerFloor * shareOfFloor;
        if (near && (!best || passage.score > best->score))
            best = &passage;
    }
    return best;
}

std::vector<NextAction> actionsOf(const BriefFacts &facts)
{
    std::vector<NextAction> actions;
    if (!facts.lead.phones.empty() && hasDigits(facts.lead.phones.front()) && (facts.reason == EscalationReason::Emergency || askedForCall(facts))) {
        const auto &phone = facts.lead.phones.front();
        actions.push_back({"call", phone.e164.empty() ? singleLine(phone.raw, stepCharacters) : phone.e164, "lead.phone"});
    }
    const auto *words = lastWords(facts.history);
    if (!facts.waits || !facts.mayWrite || !words)
        return actions;
    actions.push_back({"reply", wordsOfCustomer(*words), "message " + std::to_string(words->position)});
    if (const auto *passage = nearestPassage(facts)) {
        actions.push_back({"answer_question", singleLine(passage->text, passageCharacters),
            singleLine(passage->title, stepCharacters) + ", version " + std::to_string(passage->documentVersion)});
    }
    return actions;
}

bool wasMissed(Tx &tx, const Conversation &row)
{
    const auto changes = TransitionRepository::recent(tx, row.client, row.id, TransitionField::Lead, callsLookedAt);
    return std::any_of(changes.begin(), changes.end(), [](const Transition &t) { return t.reason == missedCall; });
}

} // namespace

BriefFacts briefFacts(Tx &tx, const Conversation &row)
{
    BriefFacts facts;
    facts.history = MessageRepository::before(tx, row.client, row.id, row.lastPosition + 1, messagesLookedAt);
    std::reverse(facts.history.begin(), facts.history.end());
    facts.decisions = DecisionRepository::latest(tx, row.client, row.id, decisionsLookedAt);
    std::reverse(facts.decisions.begin(), facts.decisions.end());
    std::erase_if(facts.decisions, [](const Decision &d) { return d.action == DecisionAction::Superseded; });
    const auto settled = settledPosition(tx, row.client, row.id);
    std::erase_if(facts.history, [&](const Message &m) { return m.position < settled; });
    std::erase_if(facts.decisions, [&](const Decision &d) { return d.seenPosition < settled; });
    facts.waits = row.waitingSince.has_value();
    facts.called = wasMissed(tx, row);
    facts.answerFloor = SettingsRepository::ofClient(tx, row.client).value_or(ClientSettings {}).answerFloor;
    if (auto lead = leadAsTold(tx, row)) {
        facts.mayWrite = ConsentRepository::standing(tx, *lead, row).state != ConsentState::OptedOut;
        facts.lead = std::move(*lead);
        facts.isWishOfTalk = isWishOfTalk(facts.lead, row, settled, facts.history);
    }
    return facts;
}

EscalationBrief briefOf(const BriefFacts &facts)
{
    return {facts.why, facts.wants.empty() ? wantsOf(facts.lead, facts.history, facts.isWishOfTalk) : facts.wants, triedOf(facts), moodOf(facts), actionsOf(facts)};
}

std::string wordsOfCustomer(const Message &message)
{
    return singleLine(withoutCardNumbers(message.text).value_or(message.text), wordsCharacters);
}

std::string wantsOf(const Lead &lead, const std::vector<Message> &history, bool isOfTalk)
{
    const auto wish = interestOf(lead);
    if (isOfTalk && !wish.empty())
        return singleLine(wish, wordsCharacters);
    const auto *words = lastWords(history);
    if (!words)
        return {};
    const auto said = wordsOfCustomer(*words);
    return wish.empty() ? said : singleLine(wishTold(said, lead).wants, wordsCharacters);
}

bool asksForCall(const Decision &decision)
{
    return std::any_of(decision.rules.begin(), decision.rules.end(), [](const RuleTrace &r) { return r.fired && r.rule == callRule; });
}

} // namespace foredeck
