#pragma once

#include "server/handlers/api.h"
#include "server/services/auth/cpupool.h"
#include "server/services/auth/logins.h"
#include "server/services/auth/sessions.h"

namespace foredeck {

/// auth/…: signing in runs on the pool for costly work, so that guessing takes neither an I/O thread nor a worker. Answers
/// with tokens are never kept for repetitions. What is handed in must outlive the routes.
void addAuthRoutes(Router &router, Api &api, Logins &logins, Sessions &sessions, CpuPool &pool, RequestLog &log);

} // namespace foredeck
