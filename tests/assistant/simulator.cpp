#include "tests/assistant/simulator.h"

#include "net/codec/domaincodec.h"
#include "server/services/assistant/waiting.h"
#include "server/services/consent/consent.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace foredeck::tests {

namespace {

Business businessOf(JsonValue json)
{
    const Timestamp at {};
    Business business;
    business.client.id = ClientId::make(at);
    std::vector<FieldError> errors;
    FieldReader reader {json, errors};
    reader("name", business.client.name);
    reader("slug", business.client.slug);
    reader("industry", business.client.industry);
    reader("language", business.client.language);
    reader("region", business.client.region);
    business.client.status = ClientStatus::Active;
    reader.read(json["settings"], business.settings, "settings");
    json["locations"].eachElement([&](JsonValue element) {
        Location place;
        place.id = LocationId::make(at);
        FieldReader inner {element, errors};
        inner("name", place.name);
        inner("address", place.address);
        inner("hours", place.hours);
        business.locations.push_back(std::move(place));
        return true;
    });
    json["faqs"].eachElement([&](JsonValue element) {
        Document faq;
        faq.id = DocumentId::make(at);
        FieldReader inner {element, errors};
        inner("question", faq.title);
        inner("answer", faq.text);
        inner("language", faq.language);
        business.documents.push_back(std::move(faq));
        return true;
    });
    return business;
}

} // namespace

std::vector<Business> businessesOf(const std::string &path)
{
    std::ifstream file {path};
    std::stringstream text;
    text << file.rdbuf();
    const std::string body = text.str();
    JsonDocument document;
    std::vector<Business> businesses;
    const auto root = document.parse(body);
    if (root.hasValue()) {
        root.value()["clients"].eachElement([&](JsonValue client) {
            businesses.push_back(businessOf(client));
            return true;
        });
    }
    return businesses;
}

Simulator::Simulator(Business business, ChannelKind channel, Timestamp start)
    : m_knowledge(std::move(business.documents)), m_engine(m_knowledge, RuleBook::builtin())
{
    input.now = start;
    input.client = std::move(business.client);
    input.settings = std::move(business.settings);
    input.locations = std::move(business.locations);
    input.lead.id = LeadId::make(start);
    input.conversation.id = ConversationId::make(start);
    input.conversation.channelKind = channel;
    input.zones = &m_zones;
}

void Simulator::write(MessageRole role, const std::string &text)
{
    Message message;
    message.id = MessageId::make(input.now);
    message.role = role;
    message.text = text;
    message.at = input.now;
    message.position = ++input.conversation.lastPosition;
    input.conversation.lastPublicPosition = message.position;
    auto &waits = input.conversation.waitingSince;
    if (role == MessageRole::Lead)
        waits = waits.value_or(input.now);
    else if (role == MessageRole::Staff || input.conversation.owner.kind == OwnerKind::Assistant)
        waits.reset();
    input.history.push_back(std::move(message));
}

void Simulator::apply(const TurnPlan &plan)
{
    if (plan.nothing)
        return;
    auto decision = plan.decision;
    decision.id = DecisionId::make(input.now);
    decision.at = input.now;
    input.decisions.push_back(decision);
    input.lead = plan.lead;
    if (!plan.language.empty())
        input.conversation.language = plan.language;
    if (plan.handOver) {
        input.conversation.owner.kind = OwnerKind::Nobody;
        input.conversation.status = ConversationStatus::WaitingHuman;
    }
    if (plan.waitsAnew)
        input.conversation.waitingSince = input.conversation.waitingSince.value_or(input.now);
    if (decision.reason == nothingToSay)
        input.conversation.waitingSince.reset();
    if (!plan.reply.empty()) {
        write(MessageRole::Ai, plan.reply);
        input.history.back().decision = input.decisions.back().id;
    }
}

TurnPlan Simulator::say(const std::vector<std::string> &texts)
{
    for (const auto &text : texts) {
        input.now += std::chrono::seconds {20};
        const bool bookingTalk = isBookingTalk(input, RuleBook::builtin());
        write(MessageRole::Lead, text);
        const auto finding = findConsent(text, {input.consent.state.value(), bookingTalk, answersWhetherToStop(input, input.history.back())}, RuleBook::builtin());
        if (finding.signal == ConsentSignal::OptOut || finding.signal == ConsentSignal::OptIn)
            input.consent = {finding.signal == ConsentSignal::OptOut ? ConsentState::OptedOut : ConsentState::Given, input.now, finding.words};
    }
    auto plan = planTurn(input, m_engine, RuleBook::builtin());
    apply(plan);
    return plan;
}

TurnPlan Simulator::sayWith(const Engine &engine, const std::string &text)
{
    input.now += std::chrono::seconds {20};
    write(MessageRole::Lead, text);
    auto plan = planTurn(input, engine, RuleBook::builtin());
    apply(plan);
    return plan;
}

const Business &businessNamed(std::string_view slug)
{
    static const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    return *std::find_if(all.begin(), all.end(), [&](const Business &b) { return b.client.slug == slug; });
}

Simulator talkTo(std::string_view slug, const char *at) { return {businessNamed(slug), ChannelKind::LiveChat, fromRfc3339(at).value()}; }

std::string told(const TurnPlan &plan) { return std::string {plan.decision.action.text()} + " " + plan.decision.intent + ": " + plan.reply; }

bool holds(const TurnPlan &plan, std::string_view part) { return plan.reply.find(part) != std::string::npos; }

bool fired(const TurnPlan &plan, std::string_view rule)
{
    const auto &rules = plan.decision.rules;
    return std::any_of(rules.begin(), rules.end(), [&](const RuleTrace &r) { return r.fired && r.rule == rule; });
}

} // namespace foredeck::tests
