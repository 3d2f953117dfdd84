#include "server/storage/alerttextrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

template <>
struct Fields<AlertText> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("escalation_id", x.escalation);
        v("channel_id", x.channel);
        v("to", x.to);
        v("text", x.text);
        v("delivery", x.delivery);
        v("provider_id", x.providerId);
        v("at", x.at);
        v("version", x.version);
    }
};

std::optional<AlertText> AlertTextRepository::byId(Tx &tx, const ClientId &client, const AlertTextId &id)
{
    return rows::one<AlertText>(tx, sql::alert_text_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::optional<AlertText> AlertTextRepository::byProviderId(Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId)
{
    return rows::one<AlertText>(tx, sql::alert_text_by_provider_id,
        {{"client_id", client.value}, {"channel_id", channel.value}, {"provider_id", providerId}});
}

std::optional<Timestamp> AlertTextRepository::latest(Tx &tx, const ClientId &client)
{
    return rows::first(tx, sql::alert_text_latest, {{"client_id", client.value}}, [](const Row &row) { return rows::optionalTimeAt(row, 0); });
}

void AlertTextRepository::insert(WriteTx &tx, const AlertText &text)
{
    tx.run(sql::alert_text_insert,
        {{"client_id", text.client.value}, {"id", text.id.value}, {"channel_id", text.channel.value}, {"provider_id", text.providerId},
            {"at", rows::time(text.at)}, {"version", text.version}, {"body", encode(text)}});
}

void AlertTextRepository::update(WriteTx &tx, AlertText &text)
{
    rows::raise(tx, text, "alert text", [&](const std::string &body) {
        return tx.run(sql::alert_text_update,
            {{"client_id", text.client.value}, {"id", text.id.value}, {"channel_id", text.channel.value}, {"provider_id", text.providerId},
                {"version", text.version}, {"body", body}});
    });
}

std::int64_t AlertTextRepository::removeBefore(WriteTx &tx, Timestamp before, int limit)
{
    return tx.run(sql::alert_text_remove_before, {{"before", rows::time(before)}, {"limit", limit}});
}

} // namespace foredeck
