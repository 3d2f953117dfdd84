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

// Who asks for help, or for messages again, or thanks, waits on for what they had asked before; who ends the messages does not.
bool leavesTheRestWaiting(const Decision &decision)
{
    return decision.action != DecisionAction::OptedOut && (isCompliance(decision) || decision.reason == nothingToSay);
}

// A person's words that arrived or may have, and the assistant's of so long ago that nobody knows what they were made of.
bool answers(const Message &message, const TurnInput &input)
{
    if (message.role == MessageRole::Staff)
        return message.delivery.state != DeliveryState::Failed && message.delivery.state != DeliveryState::Suppressed;
    if (message.role != MessageRole::Ai || isTextBack(message))
        return false;
    return std::none_of(input.decisions.begin(), input.decisions.end(), [&](const Decision &d) { return d.id == message.decision; });
}

// What a person said before the last of its words had answered what stands before that, whether it arrived in the end or not.
bool wasAnsweredBefore(const Decision &decision, const Message &message, const TurnInput &input)
{
    const auto &history = input.history;
    const auto last = std::find_if(history.begin(), history.end(), [&](const Message &m) { return m.id == decision.message; });
    const auto until = last == history.end() ? decision.seenPosition : last->position;
    return std::any_of(history.begin(), history.end(), [&](const Message &m) { return m.role == MessageRole::Staff && message.position < m.position && m.position < until; });
}

// Among the words that it was made of: the last of them, and those that came since the decision before it and since a person's answer.
bool isMadeOf(const Decision &decision, const Message &message, const TurnInput &input)
{
    const auto isSeenBefore = [&](const Decision &d) { return d.seenPosition < decision.seenPosition && message.position <= d.seenPosition; };
    return message.id == decision.message
        || (!wasAnsweredBefore(decision, message, input) && std::none_of(input.decisions.begin(), input.decisions.end(), isSeenBefore));
}

// It was made before the answer of an older one was known to be lost, so it did not look at those words again: after that, people
// have them until they give them back.
bool isOlderThanTheLossOf(const Decision &lost, const Decision &decision, const TurnInput &input)
{
    return std::any_of(input.history.begin(), input.history.end(),
        [&](const Message &m) { return m.id == lost.answer && m.delivery.state == DeliveryState::Failed && decision.at <= m.delivery.at.value_or(m.at); });
}

bool isDealtWithBy(const Decision &decision, const Message &message, const TurnInput &input)
{
    if (isOpenAgain(decision, input) || message.position > decision.seenPosition)
        return false;
    if (leavesTheRestWaiting(decision))
        return isMadeOf(decision, message, input);
    if (decision.action == DecisionAction::OptedOut || decision.urgency == Urgency::Emergency)
        return true;
    return std::none_of(input.decisions.begin(), input.decisions.end(),
        [&](const Decision &d) { return message.position <= d.seenPosition && d.seenPosition < decision.seenPosition && isOpenAgain(d, input) && isOlderThanTheLossOf(d, decision, input); });
}

} // namespace

std::vector<const Message *> waitingMessages(const TurnInput &input)
{
    std::int64_t answered = 0;
    for (const auto &message : input.history) {
        if (answers(message, input))
            answered = std::max(answered, message.position);
    }
    const auto isDealtWith = [&](const Message &message) {
        return std::any_of(input.decisions.begin(), input.decisions.end(), [&](const Decision &d) { return isDealtWithBy(d, message, input); });
    };
    std::vector<const Message *> waiting;
    for (const auto &message : input.history) {
        if (message.role == MessageRole::Lead && message.position > answered && !isDealtWith(message))
            waiting.push_back(&message);
    }
    return waiting;
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
