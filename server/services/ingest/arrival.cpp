#include "server/services/ingest/arrival.h"

#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "models/domain/wayback.h"
#include "server/services/client/channelacts.h"
#include "server/services/phone/phone.h"
#include "server/storage/channelrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foredeck {

namespace {

constexpr std::size_t longestEmail = 254; ///< bytes of what was typed there
constexpr std::size_t mostContacts = 10;
constexpr std::size_t mostRefs = 40;

// Twilio's numbers for RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS and UNAVAILABLE: the letters on a telephone's keys.
bool isWithheld(std::string_view caller)
{
    constexpr std::array<std::string_view, 5> words {"+7378742833", "+2562533", "+8656696", "+266696687", "+86282452253"};
    return std::find(words.begin(), words.end(), caller) != words.end();
}

// A telephone system's number is in use, though the library's tables may not know it yet.
std::optional<std::string> dialled(const Arrival &arrival)
{
    const auto &typed = arrival.inbound.to.empty() ? arrival.channel.number : arrival.inbound.to;
    const auto number = toE164(typed, arrival.client.region);
    return number || !typed.starts_with('+') ? number : e164OfDigits(typed);
}

std::optional<std::string> numberOf(const Arrival &arrival)
{
    const auto &in = arrival.inbound;
    if (arrival.channel.kind == ChannelKind::WhatsApp)
        return e164OfDigits(in.from);
    if (in.from.empty())
        return toE164(in.phone, arrival.client.region);
    if (in.from.find(':') != std::string::npos) // "whatsapp:+1305…": of another network, whose people a text does not reach
        return std::nullopt;
    const auto number = toE164(in.from, arrival.client.region);
    return number || !in.from.starts_with('+') ? number : e164OfDigits(in.from);
}

// A short code or a name that texts us: no number, yet always the same sender. Withheld callers are not: they share a word.
std::string senderOf(const Arrival &arrival, const std::optional<std::string> &number)
{
    return arrival.channel.kind == ChannelKind::Sms && !number ? arrival.inbound.from : std::string {};
}

// What a thread over a number's channel is with. Without a number it is never one that can be answered.
std::string contactOf(const Arrival &arrival)
{
    if (!arrival.address.empty())
        return arrival.address;
    const auto sender = senderOf(arrival, std::nullopt);
    return sender.empty() ? std::string {withheldContact} : sender;
}

// What else was typed there. A person may read what a program cannot ("ana@example,com"), and it may be all that leads back;
// nobody is told apart by it.
bool addMentionedEmails(Lead &lead, const std::string &typed, std::vector<std::string> others)
{
    if (others.empty() && !trimmed(typed).empty())
        others = {std::string {clipUtf8(trimmed(typed), longestEmail)}};
    bool changed = false;
    for (const auto &other : others) {
        if (lead.emails.size() >= mostContacts || std::find(lead.emails.begin(), lead.emails.end(), other) != lead.emails.end())
            continue;
        lead.emails.push_back(other);
        setOnlyMentioned(lead, other, true);
        changed = true;
    }
    return changed;
}

std::optional<Lead> knownLead(Arrival &arrival, const std::optional<std::string> &number, const std::string &email)
{
    auto &tx = arrival.act.tx;
    const auto &client = arrival.client.id;
    if (!arrival.inbound.session.empty()) {
        const auto session = LiveChatRepository::find(tx, client, arrival.inbound.session);
        if (session && !session->lead.empty()) {
            if (auto lead = LeadRepository::leftOf(tx, client, session->lead))
                return lead;
        }
    }
    if (number) {
        if (auto lead = LeadRepository::byContact(tx, client, ContactKind::Phone, *number))
            return lead;
    }
    if (!email.empty())
        return LeadRepository::byContact(tx, client, ContactKind::Email, email);
    if (const auto sender = senderOf(arrival, number); !sender.empty())
        return LeadRepository::byContact(tx, client, ContactKind::Sender, sender);
    return std::nullopt;
}

// The number that was used last stands first: it is the one that is answered.
bool addPhone(Lead &lead, const std::string &e164, const std::string &raw)
{
    const auto same = [&](const Phone &p) { return e164.empty() ? p.raw == raw : p.e164 == e164; };
    const auto known = std::find_if(lead.phones.begin(), lead.phones.end(), same);
    if (known == lead.phones.begin() && known != lead.phones.end())
        return false;
    if (known != lead.phones.end()) {
        std::rotate(lead.phones.begin(), known, known + 1);
        return true;
    }
    if (lead.phones.size() >= mostContacts)
        lead.phones.pop_back();
    lead.phones.insert(lead.phones.begin(), {e164, raw});
    return true;
}

// What the arrival tells about the person, into fields that are still empty.
bool learn(Lead &lead, const Arrival &arrival, const std::optional<std::string> &number, const std::vector<std::string> &addresses)
{
    const auto &in = arrival.inbound;
    const auto email = addresses.empty() ? std::string {} : addresses.front();
    bool changed = false;
    // What a person typed stays as it was typed; a channel's own number was typed by nobody.
    if (!in.from.empty())
        changed = addPhone(lead, number.value_or(""), number ? grouped(*number) : in.from) || changed;
    else if (!in.phone.empty())
        changed = addTypedPhone(lead, number.value_or(""), in.phone) || changed;
    if (!email.empty() && std::find(lead.emails.begin(), lead.emails.end(), email) == lead.emails.end() && lead.emails.size() < mostContacts) {
        lead.emails.push_back(email);
        changed = true;
    }
    if (isOnlyMentioned(lead, email)) { // and now it is typed as theirs
        setOnlyMentioned(lead, email, false);
        changed = true;
    }
    changed = addMentionedEmails(lead, in.email, addresses) || changed;
    if (lead.name.empty() && !in.name.empty()) {
        lead.name = in.name;
        changed = true;
    }
    if (lead.qualification.location.empty() && !in.place.empty()) {
        lead.qualification.location = in.place;
        changed = true;
    }
    if (in.value) {
        lead.value = in.value;
        changed = true;
    }
    if (const auto sender = senderOf(arrival, number); !sender.empty())
        changed = lead.externalRefs.emplace(smsSenderRef, sender).second || changed;
    for (const auto &[key, value] : in.refs) {
        if (lead.externalRefs.size() < mostRefs && lead.externalRefs.emplace(key, value).second)
            changed = true;
    }
    return changed;
}

// A chat window keeps its one conversation, resolved or not, for as long as it is open: its visitor reads on by position.
std::optional<Conversation> ofWindow(Arrival &arrival)
{
    const auto session = LiveChatRepository::find(arrival.act.tx, arrival.client.id, arrival.inbound.session);
    if (!session || session->conversation.empty())
        return std::nullopt;
    return ConversationRepository::byId(arrival.act.tx, arrival.client.id, session->conversation);
}

} // namespace

ArrivedLead leadOf(Arrival &arrival)
{
    if (arrival.channel.kind == ChannelKind::MissedCall && isWithheld(arrival.inbound.from))
        arrival.inbound.from = "anonymous";
    const auto number = numberOf(arrival);
    const auto addresses = addressesOf(arrival.inbound.email);
    const auto email = addresses.empty() ? std::string {} : addresses.front();
    const bool byPhone = arrival.channel.kind == ChannelKind::WhatsApp || arrival.channel.kind == ChannelKind::Sms || arrival.channel.kind == ChannelKind::MissedCall;
    const auto typed = email.empty() ? number.value_or("") : email;
    arrival.address = byPhone ? number.value_or("") : arrival.channel.kind == ChannelKind::LiveChat ? arrival.inbound.session : typed;

    ArrivedLead arrived;
    if (auto known = knownLead(arrival, number, email)) {
        arrived.lead = std::move(*known);
    } else {
        arrived.isNew = true;
        arrived.lead.id = LeadId::make(arrival.act.now);
        arrived.lead.client = arrival.client.id;
        arrived.lead.source = arrival.channel.kind;
        arrived.lead.createdAt = arrival.act.now;
    }
    arrived.changed = learn(arrived.lead, arrival, number, addresses);
    return arrived;
}

// Another one at the same address types their own name.
std::string writerOf(const Arrival &arrival, const Lead &lead)
{
    const bool isTyped = arrival.channel.kind == ChannelKind::WebForm || arrival.channel.kind == ChannelKind::LiveChat;
    return isTyped && !arrival.inbound.name.empty() ? arrival.inbound.name : lead.name;
}

void saveLead(Arrival &arrival, ArrivedLead &arrived)
{
    if (!arrived.isNew && !arrived.changed)
        return;
    arrived.lead.updatedAt = arrival.act.now;
    if (arrived.isNew)
        LeadRepository::insert(arrival.act.tx, arrived.lead);
    else
        LeadRepository::update(arrival.act.tx, arrived.lead);
    arrival.act.tell(arrived.isNew ? "lead.created" : "lead.updated", arrived.lead);
}

ArrivedConversation conversationOf(Arrival &arrival, const Lead &lead, const Channel &channel)
{
    const auto notBefore = arrival.act.now - conversationReuse;
    const bool isOfNumber = std::find(numberChannels.begin(), numberChannels.end(), channel.kind.value()) != numberChannels.end();
    const auto contact = isOfNumber ? contactOf(arrival) : std::string {};
    auto recent = arrival.inbound.session.empty()
        ? ConversationRepository::findRecent(arrival.act.tx, arrival.client.id, lead.id, channel.id, notBefore, contact)
        : ofWindow(arrival);
    if (recent)
        return {std::move(*recent), false};
    Conversation made;
    made.id = ConversationId::make(arrival.act.now);
    made.client = arrival.client.id;
    made.lead = lead.id;
    made.channel = channel.id;
    made.channelKind = channel.kind;
    if (!contact.empty() && !LeadRepository::mergedInto(arrival.act.tx, arrival.client.id, lead.id).empty())
        made.contact = contact;
    made.owner.kind = OwnerKind::Assistant;
    if (channel.kind != ChannelKind::LiveChat) // whose e-mail is typed in a window is no proof of who writes there
        made.language = lead.language;
    made.createdAt = made.lastAt = arrival.act.now;
    return {std::move(made), true};
}

bool isForAssistant(Arrival &arrival, const Lead &lead, const Conversation &conversation)
{
    const auto &client = arrival.client;
    const bool assistants = conversation.owner.kind == OwnerKind::Assistant && client.assistantOn && client.status != ClientStatus::Paused;
    const bool goesBack = client.safeMode || hasWayBack(conversation.channelKind.value()); // held back it is an answer, too
    return assistants && goesBack && ConsentRepository::standing(arrival.act.tx, lead, conversation).state != ConsentState::OptedOut;
}

std::optional<Channel> textDoor(Arrival &arrival)
{
    const auto called = dialled(arrival);
    std::optional<Channel> oldest;
    for (auto &door : ChannelRepository::ofClient(arrival.act.tx, arrival.client.id)) {
        if (!(door.kind == ChannelKind::Sms))
            continue;
        const bool sends = configured(door);
        if (sends && called && door.number == *called)
            return std::move(door);
        if (!oldest || (sends && !configured(*oldest)))
            oldest = std::move(door);
    }
    return oldest;
}

} // namespace foredeck
