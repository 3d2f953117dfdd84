#include "server/services/lead/leadacts.h"

#include "models/core/currency.h"
#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "server/services/lead/leadcontacts.h"
#include "server/services/lead/leadedit.h"
#include "server/services/op/precondition.h"

namespace foredeck {

namespace {

// A lead is one event, and every message of its person may change it: it must never grow towards what an event may hold.
Result<void> checkQualification(const Qualification &q)
{
    constexpr std::size_t most = 2000;
    const std::pair<const char *, const std::string *> fields[] {{"service_interest", &q.serviceInterest}, {"urgency", &q.urgency}, {"budget", &q.budget},
        {"location", &q.location}, {"decision_maker", &q.decisionMaker}, {"timeline", &q.timeline}};
    for (const auto &[field, text] : fields) {
        if (const auto fits = fitText(std::string {"qualification."} + field, *text, most, true); fits.hasError())
            return fits;
    }
    return {};
}

// Those that this lead is found by: what was only mentioned may well be another's.
std::vector<std::string> ownEmails(const Lead &lead)
{
    auto emails = lead.emails;
    std::erase_if(emails, [&](const std::string &email) { return isOnlyMentioned(lead, email); });
    return emails;
}

Error taken(const Lead &other)
{
    Error error = Error::of(Error::Kind::Conflict, "another lead has this phone or e-mail");
    error.extension = "{\"lead\":" + encode(other) + "}";
    return error;
}

} // namespace

Result<Lead> patchLead(OpContext &op, const LeadId &id, const LeadPatch &patch)
{
    auto found = findLead(op, id);
    if (found.hasError())
        return found;
    auto &lead = found.value();
    if (const auto met = expectLead(lead, patch.expect); met.hasError())
        return met.error();
    if (patch.name) {
        if (const auto fits = fitText("name", *patch.name, 200, true); fits.hasError())
            return fits.error();
        lead.name = trimmed(*patch.name);
    }
    if (patch.phones) {
        auto phones = readPhones(op, *patch.phones, lead.phones);
        if (phones.hasError())
            return phones.error();
        lead.phones = std::move(phones).value();
    }
    if (patch.emails) {
        auto emails = readEmails(*patch.emails, lead.emails);
        if (emails.hasError())
            return emails.error();
        for (const auto &gone : lead.emails) { // who writes it down again knows whose it is
            if (std::find(emails.value().begin(), emails.value().end(), gone) == emails.value().end())
                setOnlyMentioned(lead, gone, false);
        }
        lead.emails = std::move(emails).value();
    }
    if (patch.qualification) {
        if (const auto fits = checkQualification(*patch.qualification); fits.hasError())
            return fits.error();
    }
    if (patch.value && !isCurrencyCode(patch.value->currency))
        return Error::invalid("value.currency", "must be three capital letters, such as EUR");
    if (const auto other = byContacts(op, patch.phones ? lead.phones : std::vector<Phone> {}, patch.emails ? ownEmails(lead) : std::vector<std::string> {}, id))
        return taken(*other);
    lead.qualification = patch.qualification.value_or(lead.qualification);
    lead.value = patch.value ? patch.value : lead.value;
    return savedLead(op, lead);
}

Result<Lead> setLeadStatus(OpContext &op, const LeadId &id, Open<LeadStatus> status, const std::string &expect)
{
    if (!status.known())
        return Error::invalid("status", "is not known");
    auto found = findLead(op, id);
    if (found.hasError())
        return found;
    if (const auto met = expectLead(found.value(), expect); met.hasError())
        return met.error();
    if (found.value().status == status)
        return found;
    recordLeadStatus(op, found.value(), status);
    found.value().status = status;
    return savedLead(op, found.value());
}

} // namespace foredeck
