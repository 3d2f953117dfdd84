#pragma once

#include "models/domain/lead.h"
#include "server/services/op/ops.h"

#include <string>

namespace foredeck {

/// That another lead is the same person.
struct LeadMergeRequest {
    LeadId other;
    std::string expect; ///< JSON {field: value} of the one that is left, as of LeadPatch, and "other": the same of the other one
};

struct LeadPartRequest {
    LeadId other;
};

/// A lead that has more conversations is not merged, and no more change in one merge: those that go along, and those of the
/// one that is left of which it is written down whom they are with. Taking it back is never refused for their number: what went
/// along comes back, and as many of the newest that began since.
inline constexpr int mostMergedConversations = 500;

/// Effects of Ops on op.client (decision 39). `other` becomes a part of `id`: what becomes of its fields is mergedLead(), its
/// conversations with all that stands in them are the other's from then on, what it is found by leads there. Answers the lead
/// that is left. Done already: it is as it is. Conflict where one of them is part of another lead, or is not as expected.
/// Unprocessable names lead_id where more conversations would change, phones or emails where the two have more of them together
/// than may be written of one lead. Leaves an audit row.
Result<Lead> mergeLeads(OpContext &op, const LeadId &id, const LeadMergeRequest &request);
/// Takes it back: each has again what it had; what has come or was changed since stays with whom it came to (partedLead()). A
/// conversation that began since over a number or short code that only the other has is the other's. Answers the lead that was
/// left. Done already: it is as it is. Conflict where `other` is part of another lead, or `id` is. Leaves an audit row.
Result<Lead> partLeads(OpContext &op, const LeadId &id, const LeadPartRequest &request);

} // namespace foredeck
