#include "server/storage/providerstatusrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<ProviderStatus> ProviderStatusRepository::find(
    Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId)
{
    return rows::first(tx, sql::provider_status_find,
        {{"client_id", client.value}, {"channel_id", channel.value}, {"provider_id", providerId}},
        [&](const Row &row) -> std::optional<ProviderStatus> {
            auto delivery = rows::entity<Delivery>(tx, row.text(1));
            if (!delivery)
                return std::nullopt;
            return ProviderStatus {client, channel, std::string {providerId}, static_cast<int>(row.integer(0)), std::move(*delivery), rows::textAt(row, 2)};
        });
}

std::vector<ProviderStatus> ProviderStatusRepository::ofReference(
    Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view reference)
{
    std::vector<ProviderStatus> found;
    tx.run(sql::provider_status_of_ours, {{"client_id", client.value}, {"channel_id", channel.value}, {"reference", reference}}, [&](const Row &row) {
        if (auto delivery = rows::entity<Delivery>(tx, row.text(2)))
            found.push_back({client, channel, rows::textAt(row, 0), static_cast<int>(row.integer(1)), std::move(*delivery), std::string {reference}});
        return true;
    });
    return found;
}

bool ProviderStatusRepository::raise(WriteTx &tx, const ProviderStatus &status)
{
    return tx.run(sql::provider_status_raise,
               {{"client_id", status.client.value}, {"channel_id", status.channel.value}, {"provider_id", status.providerId},
                   {"rank", status.rank}, {"body", encode(status.delivery)}, {"reference", status.reference}})
        == 1;
}

} // namespace foredeck
