#pragma once

#include "models/domain/rule.h"
#include "server/services/op/ops.h"

namespace foredeck {

/// Effects of Ops on op.client. Each tells the client's stream and leaves an audit row. A new rule has its own id, or the
/// act's; one that is there already is a Conflict, one above mostRules Unprocessable.
Result<ClientRule> createRule(OpContext &op, ClientRule rule);
/// The whole rule, but its id.
Result<ClientRule> putRule(OpContext &op, const RuleId &id, ClientRule rule, std::int64_t ifMatch);
Result<void> removeRule(OpContext &op, const RuleId &id, std::int64_t ifMatch);

/// Bounds of what a rule may ask for and do, so that it can hold and looking at it costs little; the error names the field.
/// `language`: of the client, in which rules are written.
Result<void> checkRule(const ClientRule &rule, const std::string &language);

} // namespace foredeck
