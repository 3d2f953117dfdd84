#pragma once

#include "models/core/clock.h"
#include "models/core/time.h"
#include "server/app/initspec.h"
#include "server/channels/http/httpclient.h"
#include "server/services/auth/passwords.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/store.h"

namespace foredeck {

/// Fills a new store from a description, in one transaction: agency, owner, clients with everything that belongs to them,
/// each told in its stream. Every client gets a web form, a live chat and a missed-call channel when it names none.
/// `http`, which asks nobody here, tells where channels may lead.
/// Errors: Invalid with the field as the description names it; then nothing is stored.
Result<DoorsFile> initStore(Store &store, const InitSpec &spec, const SecretBox &box, const HttpClient &http, const Passwords &passwords, const TimeZones &zones,
    const Clock &clock);

} // namespace foredeck
