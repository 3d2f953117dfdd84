#include "tests/ui/testdesk.h"

namespace foredeck::ui {

using namespace foredeck::test;

namespace {

Timestamp ago(int minutes)
{
    return ManualClock().now() - std::chrono::minutes(minutes);
}

Escalation handOver(int n, EscalationReason reason, int minutesAgo, int dueIn, const std::string &wants)
{
    Escalation e;
    e.id = TestDesk::escalation(n);
    e.conversation = conversationId(n);
    e.lead = leadId(n);
    e.reason = reason;
    e.createdAt = ago(minutesAgo);
    e.due = ago(-dueIn);
    e.brief.wants = wants;
    e.createdBy.kind = ActorKind::Assistant;
    return e;
}

void take(Escalation &e, int user, const std::string &name, int minutesAgo)
{
    e.status = EscalationStatus::Claimed;
    e.claimedBy = {ActorKind::User, userId(user), name};
    e.claimedAt = ago(minutesAgo);
}

Escalation marcusBoat()
{
    Escalation e = handOver(1, EscalationReason::Emergency, 8, -6, "Someone at berth C14 now, and to know if it is safe to stay aboard.");
    e.priority = 1;
    e.brief.why = "“Taking on water” matched the emergency rule, and the assistant was 34 % sure what to do.";
    e.brief.tried = {{ago(14), ActorKind::Assistant, "Asked whether the water is rising. Marcus: “slowly, yes”", 0.88},
        {ago(12), ActorKind::Assistant, "Sent the dock office number and the shore-power steps", 0.71},
        {ago(8), ActorKind::Assistant, "Stopped: no passage covers leaks while moored", 0.34}};
    e.brief.mood = {{ago(16), "calm"}, {ago(13), "worried"}, {ago(8), "upset"}};
    e.brief.actions = {{"call", "+1 305 555 1001", "The number Marcus writes from"}, {"reply", "The 15:00 haul-out costs USD 240", "Price list, version 4"}};
    e.ladder = {{ago(3), {ActorKind::User, userId(2), "Tomás Ibarra"}, "console"}};
    return e;
}

} // namespace

void TestDesk::addHandOver(std::vector<Entity> &entities, Escalation e, const std::string &name, int client, ChannelKind channel, const std::string &words, int score) const
{
    const int n = std::stoi(e.conversation.value.substr(24));
    e.client = clientId(client);
    Lead one = lead(n, name);
    one.client = e.client;
    one.language = "en";
    one.temperature = score >= 70 ? Temperature::Hot : Temperature::Warm;
    one.score = score;
    Conversation c = conversation(n, client);
    c.version = 2;
    c.channelKind = channel;
    c.language = "en";
    c.lastAt = ago(4);
    c.lastPosition = c.lastPublicPosition = 1;
    const bool taken = e.status == EscalationStatus::Claimed;
    c.owner = taken ? Owner {OwnerKind::User, e.claimedBy.user, e.claimedBy.name} : Owner {OwnerKind::Nobody, {}, {}};
    c.status = taken ? ConversationStatus::Active : ConversationStatus::WaitingHuman;
    c.waitingSince = ago(4);
    if (isOpen(e))
        c.escalation = EscalationMark {e.id, e.reason, e.status, e.priority, e.due};
    Message m = message(300 + n, n, 1, MessageRole::Lead, words);
    m.client = e.client;
    m.at = ago(4);
    m.author.kind = ActorKind::Lead;
    c.lastMessage = {m.id, m.role, {}, words, 1, DeliveryState::None, m.at};
    entities.push_back(entity("lead", one));
    entities.push_back(entity("conversation", c));
    entities.push_back(entity("message", m));
    entities.push_back(entity("escalation", e));
}

void TestDesk::fillEscalations()
{
    using C = ChannelKind;
    using R = EscalationReason;
    std::vector<Entity> entities;
    Conversation boat = conversation(1, 2);
    boat.version = 2;
    boat.channelKind = C::Sms;
    boat.language = "en";
    boat.status = ConversationStatus::WaitingHuman;
    boat.owner.kind = OwnerKind::Nobody;
    boat.lastAt = ago(8);
    boat.waitingSince = ago(8);
    boat.lastPosition = boat.lastPublicPosition = 6;
    boat.escalation = EscalationMark {escalation(1), R::Emergency, EscalationStatus::Pending, 1, ago(6)};
    const auto say = [&](int position, MessageRole role, const std::string &text, int minutes) {
        Message m = message(400 + position, 1, position, role, text);
        m.client = clientId(2);
        m.at = ago(minutes);
        m.author.kind = role == MessageRole::Lead ? ActorKind::Lead : ActorKind::Assistant;
        entities.push_back(entity("message", m));
        return m;
    };
    say(2, MessageRole::Lead, "Hi, my bilge pump keeps starting. Boat is on C14.", 16);
    say(3, MessageRole::Ai, "Thank you, Marcus. Is the water in the bilge rising right now?", 14);
    say(4, MessageRole::Lead, "Slowly, yes. It was dry yesterday.", 13);
    say(5, MessageRole::Ai, "The dock office answers at +1 305 555 0110.", 12);
    const Message last = say(6, MessageRole::Lead, "Bilge pump runs every ten minutes now, I think we are taking on water. Is that safe?", 8);
    boat.lastMessage = {last.id, last.role, {}, last.text, 6, DeliveryState::None, last.at};
    Escalation marcus = marcusBoat();
    marcus.client = clientId(2);
    entities.push_back(entity("conversation", boat));
    entities.push_back(entity("escalation", marcus));
    addHandOver(entities, handOver(22, R::PaymentDispute, 4, 26, "Charged twice for one cleaning, wants USD 140 back"), "Rosa Tanaka", 3, C::Email, "You charged me twice.", 64);
    addHandOver(entities, handOver(23, R::HumanRequested, 2, 41, "“Can I talk to someone who was here last time?”"), "Ben Hartley", 4, C::LiveChat, "Can I talk to someone?", 58);
    Escalation elena = handOver(24, R::NotInKnowledge, 26, 4, "Will a 2.3 m van fit in the garage?");
    take(elena, 1, "Nadia Brandt", 10);
    addHandOver(entities, elena, "Elena Vásquez", 1, C::WhatsApp, "Will my van fit?", 82);
    Escalation jana = handOver(25, R::Complaint, 22, 52, "Room next to the lift, third message about noise");
    take(jana, 2, "Tomás Ibarra", 22);
    addHandOver(entities, jana, "Jana Kowalczyk", 1, C::WhatsApp, "It is loud again.", 40);
    Escalation closed = handOver(26, R::Complaint, 300, -280, "Towels");
    closed.status = EscalationStatus::Resolved;
    closed.resolvedAt = ago(270);
    closed.claimedBy = {ActorKind::User, userId(2), "Tomás Ibarra"};
    closed.claimedAt = ago(298);
    closed.note = "Towels were brought";
    addHandOver(entities, closed, "Amir Daoud", 2, C::Sms, "Thanks", 30);
    const auto report = store.apply(std::move(entities));
    if (report.hasError() || report.value().unreadable > 0)
        qFatal("the test's hand-overs could not be stored");
}

} // namespace foredeck::ui
