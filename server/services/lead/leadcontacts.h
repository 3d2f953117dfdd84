#pragma once

#include "models/domain/lead.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

inline constexpr std::size_t maxContacts = 20;

/// The contacts that a person types of a lead. What was typed stays; E.164 is ours to read, never the caller's to claim. A
/// number that the lead has keeps what was read of it: a vendor's may be newer than our tables, and one without may be a
/// friend's (addTypedPhone). Invalid names the field.
Result<std::vector<Phone>> readPhones(OpContext &op, std::vector<Phone> phones, const std::vector<Phone> &known = {});
Result<std::vector<std::string>> readEmails(std::vector<std::string> emails, const std::vector<std::string> &known = {});

/// The first lead that one of these leads to, but for the one that is asked for.
std::optional<Lead> byContacts(OpContext &op, const std::vector<Phone> &phones, const std::vector<std::string> &emails, const LeadId &butFor = {});

} // namespace foredeck
