#include "server/services/assistant/waiting.h"

#include "server/services/triage/signs.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::size_t bookingTalkReach = 8;

bool isOpenAgain(const Decision &decision, const TurnInput &input)
{
    if (decision.at > input.handedBackAt) // what was thought in the same moment led to it: a turn that follows waits for its commit
        return false;
    // An emergency that is given back has been seen: whom to call is not said a second time, and nobody is called anew.
    const bool passedOn = !decision.reason.empty() && decision.reason != nothingToSay && decision.urgency != Urgency::Emergency;
    return passedOn || std::any_of(input.history.begin(), input.history.end(),
        [&](const Message &m) { return m.id == decision.answer && m.delivery.state == DeliveryState::Failed; });
}

// It was made of these words. Who ends the messages waits for nothing that was asked before.
bool isAbout(const Decision &decision, const Message &message)
{
    const auto &read = decision.readPositions;
    if (read.empty() || decision.action == DecisionAction::OptedOut)
        return message.position <= decision.seenPosition;
    return std::find(read.begin(), read.end(), message.position) != read.end();
}

bool isAnsweredByPerson(const Message &message, const std::vector<Message> &history)
{
    return std::any_of(history.begin(), history.end(), [&](const Message &m) { return m.role == MessageRole::Staff && m.position > message.position && !isLost(m); });
}

bool isDealtWith(const Message &message, const TurnInput &input)
{
    return message.position <= input.decidedBefore || isAnsweredByPerson(message, input.history)
        || std::any_of(input.decisions.begin(), input.decisions.end(), [&](const Decision &d) { return isAbout(d, message) && !isOpenAgain(d, input); });
}

// It answered, or there was nothing to answer. What it passed on is people's to answer.
bool leavesNothingOpen(const Decision &decision, const std::vector<Message> &history)
{
    if (decision.reason == nothingToSay)
        return true;
    const bool answers = decision.action == DecisionAction::Answered || decision.action == DecisionAction::Asked;
    return isConsentReply(decision) ? decision.reason.empty()
                                    : answers && std::none_of(history.begin(), history.end(), [&](const Message &m) { return m.id == decision.answer && isLost(m); });
}

} // namespace

std::vector<const Message *> waitingMessages(const TurnInput &input)
{
    std::vector<const Message *> waiting;
    for (const auto &message : input.history) {
        if (message.role == MessageRole::Lead && !isDealtWith(message, input))
            waiting.push_back(&message);
    }
    return waiting;
}

std::vector<const Message *> unansweredMessages(const std::vector<Message> &history, const std::vector<Decision> &decisions)
{
    std::vector<const Message *> unanswered;
    for (const auto &message : history) {
        const auto isDone = [&](const Decision &d) { return isAbout(d, message) && leavesNothingOpen(d, history); };
        if (message.role == MessageRole::Lead && !isAnsweredByPerson(message, history) && std::none_of(decisions.begin(), decisions.end(), isDone))
            unanswered.push_back(&message);
    }
    return unanswered;
}

bool isLost(const Message &message)
{
    return message.delivery.state == DeliveryState::Failed || message.delivery.state == DeliveryState::Suppressed;
}

bool isConsentReply(const Decision &decision)
{
    return decision.action == DecisionAction::OptedOut || decision.action == DecisionAction::OptedIn || decision.action == DecisionAction::Helped;
}

bool isTextBack(const Message &message)
{
    return message.role == MessageRole::Ai && message.decision.empty();
}

bool holdsFile(const Message &message)
{
    static constexpr std::array<std::string_view, 7> files {"image", "document", "audio", "video", "voice", "media", "unsupported"};
    return std::any_of(message.attachments.begin(), message.attachments.end(),
        [](const Attachment &a) { return std::find(files.begin(), files.end(), a.name) != files.end(); });
}

// Beside an emergency or a card number the wish is noted too, and not asked about.
bool askedWhetherToStop(const Decision &decision)
{
    const auto noted = [&](std::string_view rule) {
        return std::any_of(decision.rules.begin(), decision.rules.end(), [&](const RuleTrace &r) { return r.rule == rule; });
    };
    return decision.action == DecisionAction::HandedOver && decision.urgency != Urgency::Emergency && noted(modelRuleOf(Sign::OptOut)) && !noted("card_number");
}

bool answersWhetherToStop(const TurnInput &input, const Message &message)
{
    const Message *before = nullptr;
    for (const auto &m : input.history) {
        if (m.position < message.position && (!before || before->position < m.position))
            before = &m;
    }
    if (!before || before->role != MessageRole::Ai || before->delivery.state == DeliveryState::Failed)
        return false;
    return std::any_of(input.decisions.begin(), input.decisions.end(), [&](const Decision &d) { return d.id == before->decision && askedWhetherToStop(d); });
}

bool isBookingTalk(const TurnInput &input, const RuleBook &book)
{
    // What stands in the lead was not told in a chat window.
    if (input.conversation.channelKind != ChannelKind::LiveChat && !input.lead.qualification.timeline.empty())
        return true;
    std::size_t looked = 0;
    for (auto message = input.history.rbegin(); message != input.history.rend() && looked < bookingTalkReach; ++message, ++looked) {
        const auto hits = book.hits(wordsOf(message->text, 200));
        if (anyHit(hits, "intent.book") || anyHit(hits, "intent.change"))
            return true;
    }
    return false;
}

} // namespace foredeck
