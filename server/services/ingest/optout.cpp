#include "server/services/ingest/optout.h"

#include "server/services/phone/phone.h"
#include "server/storage/consentrepository.h"
#include "server/storage/leadrepository.h"

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

} // namespace foredeck
