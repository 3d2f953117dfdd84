#include "server/services/ingest/optout.h"

#include "server/services/conversation/conversationwriter.h"
#include "server/services/phone/phone.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

void endAt(Arrival &arrival, ChannelKind kind, const std::string &number, const Consent &consent)
{
    const auto known = ConsentRepository::current(arrival.act.tx, arrival.client.id, kind, number);
    if (known && known->consent.state == ConsentState::OptedOut)
        return;
    ConsentRepository::put(arrival.act.tx, {arrival.client.id, kind, number, known ? known->lead : LeadId {}, consent});
}

bool show(Lead &lead, ChannelKind kind, const Consent &consent)
{
    auto &held = lead.consent[std::string {nameOf(kind)}];
    if (held.state == ConsentState::OptedOut)
        return false;
    held = consent;
    return true;
}

bool isTheirs(const Lead &lead, const std::string &number)
{
    return std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &p) { return p.e164 == number; });
}

void endOnOthers(Arrival &arrival, ArrivedLead &lead, const Consent &consent)
{
    for (const auto kind : numberChannels) {
        if (kind == arrival.channel.kind.value())
            continue;
        if (!arrival.address.empty())
            endAt(arrival, kind, arrival.address, consent);
        lead.changed = show(lead.lead, kind, consent) || lead.changed;
    }
}

// Whoever has this number: the words name it, and nothing else of that person is touched.
void endAtTyped(Arrival &arrival, ArrivedLead &lead, const std::string &number, const Consent &consent)
{
    for (const auto kind : numberChannels)
        endAt(arrival, kind, number, consent);
    if (isTheirs(lead.lead, number)) {
        for (const auto kind : numberChannels)
            lead.changed = show(lead.lead, kind, consent) || lead.changed;
        return;
    }
    auto owner = LeadRepository::byContact(arrival.act.tx, arrival.client.id, ContactKind::Phone, number);
    if (!owner || owner->id == lead.lead.id)
        return;
    ArrivedLead other {std::move(*owner), false, false};
    for (const auto kind : numberChannels)
        other.changed = show(other.lead, kind, consent) || other.changed;
    saveLead(arrival, other);
}

} // namespace

void endEverywhere(Arrival &arrival, ArrivedLead &lead, const ConsentFinding &finding)
{
    if (!arrival.settings.optOutEverywhere)
        return;
    const Consent consent {ConsentState::OptedOut, arrival.act.now, finding.words};
    const auto kind = arrival.channel.kind.value();
    if (std::find(numberChannels.begin(), numberChannels.end(), kind) != numberChannels.end())
        return endOnOthers(arrival, lead, consent);
    if (!endsMoreThanHere(kind, finding) || finding.rule == cancelRule) // who cancels in a form hardly means the texts
        return;
    if (const auto number = toE164(arrival.inbound.phone, arrival.client.region))
        endAtTyped(arrival, lead, *number, consent);
}

void endByVendor(ActContext &act, const Message &message, const std::string &why)
{
    auto row = ConversationRepository::byId(act.tx, act.client, message.conversation);
    auto lead = row ? LeadRepository::byId(act.tx, act.client, row->lead) : std::nullopt;
    if (!lead)
        return;
    auto &conversation = *row;
    const auto door = conversation.channelKind.value();
    const auto number = ConsentRepository::numberOf(act.tx, *lead, conversation);
    if (number.empty() || ConsentRepository::suppressed(act.tx, act.client, door, number))
        return;
    const Consent consent {ConsentState::OptedOut, act.now, why};
    const bool everywhere = SettingsRepository::ofClient(act.tx, act.client).value_or(ClientSettings {}).optOutEverywhere;
    const std::string before {lead->consent[std::string {nameOf(door)}].state.text()};
    for (const auto kind : numberChannels) {
        if (kind != door && !everywhere)
            continue;
        const auto known = ConsentRepository::current(act.tx, act.client, kind, number);
        if (!known || known->consent.state != ConsentState::OptedOut)
            ConsentRepository::put(act.tx, {act.client, kind, number, kind == door ? lead->id : known ? known->lead : LeadId {}, consent});
        show(*lead, kind, consent);
    }
    addTransition(act, conversation, TransitionField::Consent, before, std::string {nameOf(ConsentState::OptedOut)}, "opted_out", why);
    lead->updatedAt = act.now;
    LeadRepository::update(act.tx, *lead);
    act.tell("lead.updated", *lead);
    saveConversation(act, conversation);
}

} // namespace foredeck
