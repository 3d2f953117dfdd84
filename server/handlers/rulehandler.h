#pragma once

#include "server/handlers/api.h"
#include "server/services/rule/ruledryrun.h"

namespace foredeck {

/// rules/…: a client's own rules, and trying one on what is stored. What is handed in must outlive the routes.
void addRuleRoutes(Api &api, const RuleDryRuns &runs, const Clock &clock);

} // namespace foredeck
