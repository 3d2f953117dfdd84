#include "server/storage/settingsrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

void keepVersion(WriteTx &tx, const ClientSettings &settings, Timestamp at)
{
    tx.run(sql::settings_version_insert,
        {{"client_id", settings.client.value}, {"version", settings.version}, {"at", rows::time(at)}, {"body", encode(settings)}});
}

} // namespace

std::optional<ClientSettings> SettingsRepository::ofClient(Tx &tx, const ClientId &client)
{
    return rows::one<ClientSettings>(tx, sql::settings_of_client, {{"client_id", client.value}});
}

void SettingsRepository::insert(WriteTx &tx, const ClientSettings &settings, Timestamp at)
{
    tx.run(sql::settings_insert, {{"client_id", settings.client.value}, {"version", settings.version}, {"body", encode(settings)}});
    keepVersion(tx, settings, at);
}

void SettingsRepository::update(WriteTx &tx, ClientSettings &settings, Timestamp at)
{
    rows::raise(tx, settings, "settings", [&](const std::string &body) {
        return tx.run(sql::settings_update, {{"client_id", settings.client.value}, {"version", settings.version}, {"body", body}});
    });
    keepVersion(tx, settings, at);
}

std::optional<ClientSettings> SettingsRepository::version(Tx &tx, const ClientId &client, std::int64_t version)
{
    return rows::one<ClientSettings>(tx, sql::settings_version, {{"client_id", client.value}, {"version", version}});
}

std::vector<ClientSettings> SettingsRepository::versions(Tx &tx, const ClientId &client, int limit)
{
    return rows::many<ClientSettings>(tx, sql::settings_versions, {{"client_id", client.value}, {"limit", limit}});
}

} // namespace foredeck
