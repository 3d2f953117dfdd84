#include "server/services/client/clientacts.h"

#include "server/services/conversation/pause.h"
#include "server/services/op/precondition.h"
#include "server/services/op/queues.h"
#include "server/storage/auditrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/jobrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/settingsrepository.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t maxNotices = 20;

Result<void> checkPatch(const ClientPatch &patch)
{
    if (patch.name) {
        if (const auto fits = fitText("name", trimmed(*patch.name), 200); fits.hasError())
            return fits;
    }
    if (patch.language) {
        if (const auto fits = checkLanguage(*patch.language); fits.hasError())
            return fits;
    }
    if (patch.region) {
        if (const auto fits = checkRegion(*patch.region); fits.hasError())
            return fits;
    }
    if (patch.notices) {
        if (patch.notices->size() > maxNotices)
            return Error::invalid("notices", "has more than 20 entries");
        for (const auto &notice : *patch.notices) {
            if (const auto fits = fitText("notices", trimmed(notice.text), 500); fits.hasError())
                return fits;
        }
    }
    return {};
}

// Who was on the list before may have left since; nobody has to look for them to save something else.
Result<void> mayBeCalledOn(OpContext &op, const AlertSettings &alerts, const AlertSettings &before)
{
    for (std::size_t i = 0; i < alerts.onCall.size(); ++i) {
        const auto &user = alerts.onCall[i].user;
        const bool stays = std::any_of(before.onCall.begin(), before.onCall.end(), [&](const OnCall &o) { return o.user == user; });
        const auto access = stays ? Result<Access> {Access {}} : loadAccess(op.tx, user);
        if (!stays && (access.hasError() || !access.value().may(op.client, Right::Work)))
            return Error::invalid("alerts.on_call[" + std::to_string(i) + "].user_id", "is no active person who may answer for this client");
    }
    return {};
}

Result<Client> saved(OpContext &op, Client &client)
{
    ClientRepository::update(op.tx, client);
    op.tell("client.updated", client);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return client;
}

void audit(OpContext &op, const char *action, std::string detail)
{
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, action, op.client.value, std::move(detail)});
}

} // namespace

Result<Client> patchClient(OpContext &op, const ClientPatch &patch, std::int64_t ifMatch)
{
    if (const auto fits = checkPatch(patch); fits.hasError())
        return fits.error();
    auto client = ClientRepository::byId(op.tx, op.client);
    if (!client)
        return notFound("client");
    if (const auto same = matchVersion(*client, ifMatch); same.hasError())
        return same.error();
    if (patch.safeMode && *patch.safeMode != client->safeMode)
        audit(op, "client.safe_mode", *patch.safeMode ? "on" : "off");
    client->name = patch.name ? std::string {trimmed(*patch.name)} : client->name;
    client->safeMode = patch.safeMode.value_or(client->safeMode);
    client->notices = patch.notices.value_or(client->notices);
    client->language = patch.language.value_or(client->language);
    client->region = patch.region.value_or(client->region);
    return saved(op, *client);
}

Result<Client> setAssistant(OpContext &op, bool on)
{
    auto client = ClientRepository::byId(op.tx, op.client);
    if (!client)
        return notFound("client");
    if (client->assistantOn == on)
        return *client;
    client->assistantOn = on;
    audit(op, "client.assistant", on ? "on" : "paused");
    if (on && client->status != ClientStatus::Paused)
        takeUpAfterPause(op);
    return saved(op, *client);
}

Result<ClientSettings> putSettings(OpContext &op, ClientSettings settings, std::int64_t ifMatch)
{
    if (const auto fits = checkSettings(settings); fits.hasError())
        return fits.error();
    const auto current = SettingsRepository::ofClient(op.tx, op.client);
    if (!current)
        return notFound("settings");
    if (const auto same = matchVersion(*current, ifMatch); same.hasError())
        return same.error();
    if (const auto known = mayBeCalledOn(op, settings.alerts, current->alerts); known.hasError())
        return known.error();
    settings.client = op.client;
    settings.version = current->version;
    SettingsRepository::update(op.tx, settings, op.now);
    op.tell("settings.updated", settings);
    audit(op, "settings.updated", "version " + std::to_string(settings.version));
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return settings;
}

Result<Location> putHours(OpContext &op, const LocationId &id, OpeningHours hours, std::int64_t ifMatch, const TimeZones &zones)
{
    if (const auto fits = checkHours(hours, zones); fits.hasError())
        return fits.error();
    auto location = LocationRepository::byId(op.tx, op.client, id);
    if (!location)
        return notFound("location");
    if (const auto same = matchVersion(*location, ifMatch); same.hasError())
        return same.error();
    location->hours = std::move(hours);
    LocationRepository::update(op.tx, *location);
    op.tell("location.updated", *location);
    audit(op, "hours.updated", location->name);
    if (RuleRepository::shortestWait(op.tx, op.client)) // who waits under a rule about hours is looked at by the new ones
        JobRepository::enqueue(op.tx, rulesSweepJob(op.client, {}, op.now));
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return *location;
}

} // namespace foredeck
