#include "server/services/escalation/ladderfacts.h"

#include "models/core/text.h"
#include "server/services/assistant/phrases.h"
#include "server/services/conversation/handover.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/userrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t longestName = 20; ///< in characters
constexpr std::size_t longestBusiness = 40;

std::chrono::minutes climbTime(const ClientSettings &settings, EscalationReason reason)
{
    auto as = settings;
    if (settings.alerts.climbMinutes > 0)
        as.escalationDueMinutes = settings.alerts.climbMinutes;
    return escalationTime(as, reason);
}

// In an emergency nobody is waited for longer than a connection takes that is made anew.
std::vector<LadderPerson> peopleOf(Tx &tx, const ClientId &client, const AlertSettings &alerts, const std::string &zone, Timestamp now, const TimeZones &zones,
    const LiveConsoles &consoles, bool isEmergency)
{
    std::vector<LadderPerson> people;
    for (const auto &user : UserRepository::ofClient(tx, client)) {
        if (!(user.status == UserStatus::Active) || !mayDo(user.role.value(), Right::Work))
            continue;
        const auto listed = std::find_if(alerts.onCall.begin(), alerts.onCall.end(), [&](const OnCall &o) { return o.user == user.id; });
        const bool onCall = user.onCall || (listed != alerts.onCall.end() && onDuty(listed->week, zone, now, zones));
        const auto console = isEmergency ? consoles.seenNow(user.id) : consoles.seen(user.id);
        people.push_back({{ActorKind::User, user.id, user.name}, user.role.value(), user.available, user.doNotDisturb, onCall, console.has, console.until});
    }
    return people;
}

// Letters of any script, and what stands between those of a name.
bool isNameByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || c == '\'' || c == '-';
}

std::string initialOf(std::string_view word)
{
    std::size_t end = 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80)
        ++end;
    return std::string {word.substr(0, end)} + ".";
}

// "Ana Ruiz" is "Ana R."; what holds anything but letters is no name to send on.
std::string shortName(std::string_view name)
{
    const auto line = singleLine(name, 200);
    if (!std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || isNameByte(c); }))
        return {};
    const auto first = line.substr(0, line.find(' '));
    const auto last = line.rfind(' ');
    const auto given = singleLine(first, longestName);
    return last == std::string::npos || given.empty() ? given : given + " " + initialOf(std::string_view {line}.substr(last + 1));
}

// Another one at the same address types their own name; who is known by their number is called as the team calls them.
std::string writerOf(Tx &tx, const Escalation &escalation, const std::optional<Conversation> &conversation, const Lead &lead)
{
    constexpr int looked = 20;
    const bool isTyped = conversation && (conversation->channelKind == ChannelKind::WebForm || conversation->channelKind == ChannelKind::LiveChat);
    const auto latest = isTyped ? MessageRepository::before(tx, escalation.client, conversation->id, conversation->lastPosition + 1, looked) : std::vector<Message> {};
    const auto theirs = std::find_if(latest.begin(), latest.end(), [](const Message &m) { return m.role == MessageRole::Lead; });
    const bool isNamed = theirs != latest.end() && !theirs->author.name.empty();
    return isNamed ? theirs->author.name : lead.name;
}

} // namespace

std::optional<LadderInput> ladderInput(Tx &tx, const ClientId &client, const EscalationId &id, Timestamp now, const TimeZones &zones, const LiveConsoles &consoles)
{
    auto escalation = EscalationRepository::byId(tx, client, id);
    if (!escalation)
        return std::nullopt;
    LadderInput input;
    input.now = now;
    const auto settings = SettingsRepository::ofClient(tx, client).value_or(ClientSettings {});
    const auto locations = LocationRepository::ofClient(tx, client);
    const auto zone = locations.empty() ? std::string {"UTC"} : locations.front().hours.zone;
    const auto &alerts = settings.alerts;
    input.people = peopleOf(tx, client, alerts, zone, now, zones, consoles, escalation->reason == EscalationReason::Emergency);
    input.repeat = std::chrono::seconds {alerts.repeatSeconds};
    input.climb = climbTime(settings, escalation->reason.value());
    const auto conversation = ConversationRepository::byId(tx, client, escalation->conversation);
    if (conversation && conversation->status == ConversationStatus::Snoozed)
        input.snoozedUntil = conversation->snoozedUntil;
    input.quietUntil = quietUntil(alerts.quietWeek, zone, now, zones);
    input.hasOwnerPhone = !alerts.ownerPhone.empty();
    input.lastText = AlertTextRepository::latest(tx, client);
    input.consolesKnownFrom = consoles.knownFrom();
    input.escalation = std::move(*escalation);
    return input;
}

std::string ownerText(Tx &tx, const Escalation &escalation)
{
    const auto client = ClientRepository::byId(tx, escalation.client).value_or(Client {});
    // A merge that was taken back since leaves the conversation with the other one.
    const auto conversation = ConversationRepository::byId(tx, escalation.client, escalation.conversation);
    const auto lead = LeadRepository::leftOf(tx, escalation.client, conversation ? conversation->lead : escalation.lead).value_or(Lead {});
    const auto seed = escalation.id.value;
    const auto reason = "reason_" + std::string {escalation.reason.text()};
    auto name = shortName(writerOf(tx, escalation, conversation, lead));
    if (name.empty())
        name = phrases::say("owner_somebody", client.language, seed, {});
    const auto known = phrases::has(reason, client.language) ? reason : std::string {"reason_rule"};
    return phrases::say("owner_text", client.language, seed,
        {{"business", singleLine(client.name, longestBusiness)}, {"name", name}, {"reason", phrases::say(known, client.language, seed, {})}});
}

} // namespace foredeck
