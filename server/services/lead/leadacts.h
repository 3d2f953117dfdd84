#pragma once

#include "models/domain/lead.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

struct NewLead {
    LeadId id; ///< the console's; empty: the act's
    std::string name;
    std::vector<Phone> phones; ///< `raw` as typed; E.164 is read here, for the client's region
    std::vector<std::string> emails;
    Open<ChannelKind> source;
    std::string wants; ///< what they asked for, as a person at the desk wrote it down
    std::string note; ///< for the team; stands in the conversation, which is opened for it
    bool conversation = false; ///< of walk_in and call alone: open one, or go on with that of today
};

struct LeadPatch {
    std::optional<std::string> name;
    std::optional<std::vector<Phone>> phones;
    std::optional<std::vector<std::string>> emails;
    std::optional<Qualification> qualification;
    std::optional<Money> value;
    std::string expect; ///< JSON {field: value} of the fields that the edit rests on; empty: on none
};

struct LeadMade {
    Lead lead;
    bool isNew = false;
};

/// Effects of Ops on op.client. An edit rests on "name", "status", "phones", "emails", "qualification", "value", each as it is
/// in the lead; another one is a Conflict with the current values. A phone or e-mail that a lead has already finds that lead instead of making another.
Result<LeadMade> createLead(OpContext &op, const NewLead &request);
/// A contact that another lead has is a Conflict.
Result<Lead> patchLead(OpContext &op, const LeadId &id, const LeadPatch &patch);
Result<Lead> setLeadStatus(OpContext &op, const LeadId &id, Open<LeadStatus> status, const std::string &expect);
/// A person's own factor, added to the published ones: score and temperature follow by the published rules.
Result<Lead> addScore(OpContext &op, const LeadId &id, int points, const std::string &label);

} // namespace foredeck
