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
            return ProviderStatus {client, channel, std::string {providerId}, static_cast<int>(row.integer(0)), std::move(*delivery)};
        });
}

bool ProviderStatusRepository::raise(WriteTx &tx, const ProviderStatus &status)
{
    return tx.run(sql::provider_status_raise,
               {{"client_id", status.client.value}, {"channel_id", status.channel.value}, {"provider_id", status.providerId},
                   {"rank", status.rank}, {"body", encode(status.delivery)}})
        == 1;
}

} // namespace foredeck
