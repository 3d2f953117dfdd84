#pragma once

#include "models/core/time.h"
#include "server/handlers/api.h"
#include "server/services/auth/cpupool.h"
#include "server/services/auth/passwords.h"
#include "server/services/client/channeltester.h"
#include "server/services/secret/secretbox.h"

namespace foredeck {

/// clients, settings, locations and hours. What is handed in must outlive the routes.
void addClientRoutes(Api &api, const TimeZones &zones);
/// users of a client and users themselves.
void addUserRoutes(Api &api, const Passwords &passwords, CpuPool &pool);
/// channels with their write-only secrets, and their test.
void addChannelRoutes(Api &api, const SecretBox &box, ChannelTester &tester);
/// knowledge bases, FAQs, documents.
void addKnowledgeRoutes(Api &api);
/// leads.
void addLeadRoutes(Api &api);

} // namespace foredeck
