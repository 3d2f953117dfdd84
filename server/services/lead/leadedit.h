#pragma once

#include "models/domain/lead.h"
#include "server/services/op/ops.h"

#include <string>

namespace foredeck {

/// What every act on a lead begins and ends with, inside its transaction.

/// Conflict: nothing is done to a lead that was merged; {"lead"} is the one that is left.
Error mergedAway(Tx &tx, const Lead &merged);
/// NotFound when the client has none such, mergedAway() when it is another's part.
Result<Lead> findLead(OpContext &op, const LeadId &id);
/// `expected`: JSON {field: value} of what the act rests on, or empty. Conflict with the current values where one is
/// otherwise; Invalid for a field that nobody may rest on.
Result<void> expectLead(const Lead &lead, const std::string &expected);
/// Writes it, with its event.
Result<Lead> savedLead(OpContext &op, Lead &lead);
/// The transition of a status that it has from now on. It stands in a conversation: of a lead without one, only the lead itself
/// tells. Saves that conversation.
void recordLeadStatus(OpContext &op, const Lead &before, Open<LeadStatus> status);
/// Its score is another one: rules may ask for it.
void lookAtScoreRules(OpContext &op, const LeadId &id);

} // namespace foredeck
