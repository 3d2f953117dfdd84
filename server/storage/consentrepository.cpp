#include "server/storage/consentrepository.h"

#include "server/storage/livechatrepository.h"
#include "server/storage/rows.h"
#include "storagesql.h"

#include <algorithm>

namespace foredeck {

namespace {

ConsentRecord recordOf(const Row &row)
{
    return {ClientId {row.text(0)}, valueOf<ChannelKind>(row.text(1)), rows::textAt(row, 2), LeadId {row.text(3)},
        {Open<ConsentState>::fromText(row.text(4)), rows::timeAt(row, 5), rows::textAt(row, 6)}};
}

void write(WriteTx &tx, Query query, const ConsentRecord &record)
{
    tx.run(query,
        {{"client_id", record.client.value}, {"channel_kind", nameOf(record.channel)}, {"address", record.address},
            {"lead_id", record.lead.value}, {"state", record.consent.state.text()}, {"at", rows::time(record.consent.at)},
            {"source", record.consent.source}});
}

} // namespace

std::optional<ConsentRecord> ConsentRepository::current(
    Tx &tx, const ClientId &client, ChannelKind channel, std::string_view address)
{
    return rows::first(tx, sql::consent_current,
        {{"client_id", client.value}, {"channel_kind", nameOf(channel)}, {"address", address}},
        [](const Row &row) { return std::optional {recordOf(row)}; });
}

bool ConsentRepository::suppressed(Tx &tx, const ClientId &client, ChannelKind channel, std::string_view address)
{
    const auto record = current(tx, client, channel, address);
    return record && record->consent.state == ConsentState::OptedOut;
}

std::string ConsentRepository::numberOf(Tx &tx, const Lead &lead, ChannelKind channel)
{
    for (const auto &phone : lead.phones) {
        const auto record = phone.e164.empty() ? std::nullopt : current(tx, lead.client, channel, phone.e164);
        if (record && !record->lead.empty())
            return phone.e164;
    }
    return {};
}

std::string ConsentRepository::numberOf(Tx &tx, const Lead &lead, const Conversation &conversation)
{
    if (conversation.contact.empty())
        return numberOf(tx, lead, conversation.channelKind.value());
    const bool isTheirs = std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &phone) { return phone.e164 == conversation.contact; });
    return isTheirs ? conversation.contact : std::string {};
}

Consent ConsentRepository::standing(Tx &tx, const Lead &lead, const Conversation &conversation)
{
    const auto channel = conversation.channelKind.value();
    if (const auto window = channel == ChannelKind::LiveChat ? LiveChatRepository::byConversation(tx, lead.client, conversation.id) : std::nullopt) {
        if (const auto own = current(tx, lead.client, channel, window->id))
            return own->consent;
    }
    const auto held = lead.consent.find(std::string {nameOf(channel)});
    const auto number = numberOf(tx, lead, conversation);
    const auto record = number.empty() ? std::nullopt : current(tx, lead.client, channel, number);
    if (!record || held == lead.consent.end())
        return record ? record->consent : held == lead.consent.end() ? Consent {} : held->second;
    const bool leads = held->second.state == ConsentState::OptedOut;
    const bool numbers = record->consent.state == ConsentState::OptedOut;
    return numbers && (!leads || record->consent.at > held->second.at) ? record->consent : held->second;
}

void ConsentRepository::put(WriteTx &tx, const ConsentRecord &record)
{
    write(tx, sql::consent_put, record);
    write(tx, sql::consent_history_insert, record);
}

std::vector<ConsentRecord> ConsentRepository::history(
    Tx &tx, const ClientId &client, ChannelKind channel, std::string_view address, int limit)
{
    std::vector<ConsentRecord> records;
    tx.run(sql::consent_history,
        {{"client_id", client.value}, {"channel_kind", nameOf(channel)}, {"address", address}, {"limit", limit}},
        [&](const Row &row) {
            records.push_back(recordOf(row));
            return true;
        });
    return records;
}

} // namespace foredeck
