#include "server/services/lead/leadacts.h"

#include "models/core/currency.h"
#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "server/services/access/access.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/lead/leadcontacts.h"
#include "server/services/op/precondition.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"

namespace foredeck {

namespace {

Result<Lead> find(OpContext &op, const LeadId &id)
{
    auto lead = LeadRepository::byId(op.tx, op.client, id);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return lead ? Result<Lead> {std::move(*lead)} : notFound("lead");
}

Result<Lead> saved(OpContext &op, Lead &lead)
{
    lead.updatedAt = op.now;
    LeadRepository::update(op.tx, lead);
    op.tell("lead.updated", lead);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return lead;
}

// By the field's type: the order of members is no difference.
template <class T>
Result<bool> isStill(std::string_view field, JsonValue told, const T &now)
{
    const auto then = decode<T>(told);
    return then.hasError() ? Result<bool> {Error::invalid("expect." + std::string {field}, then.error().fields.front().reason)} : then.value() == now;
}

Result<bool> isStill(std::string_view field, JsonValue told, const Lead &lead)
{
    if (field == "name")
        return isStill(field, told, lead.name);
    if (field == "status")
        return isStill(field, told, lead.status);
    if (field == "phones")
        return isStill(field, told, lead.phones);
    if (field == "emails")
        return isStill(field, told, lead.emails);
    if (field == "qualification")
        return isStill(field, told, lead.qualification);
    if (field == "value")
        return isStill(field, told, lead.value);
    return Error::invalid("expect." + std::string {field}, "is no field to rest on");
}

Error leadChanged(const Lead &lead)
{
    JsonWriter json;
    json.beginObject();
    FieldWriter fields {json};
    fields("name", lead.name);
    fields("status", lead.status);
    fields("phones", lead.phones);
    fields("emails", lead.emails);
    fields("qualification", lead.qualification);
    fields("value", lead.value);
    json.endObject();
    Error error = Error::of(Error::Kind::Conflict, "the lead has changed");
    error.extension = "{\"current\":" + json.take() + ",\"lead\":" + encode(lead) + "}";
    return error;
}

Result<void> expectLead(const Lead &lead, const std::string &expected)
{
    if (expected.empty())
        return {};
    JsonDocument document;
    const auto root = document.parse(expected);
    if (root.hasError() || !root.value().isObject())
        return Error::invalid("expect", "must be an object");
    std::optional<Error> failed;
    root.value().eachMember([&](std::string_view field, JsonValue told) {
        const auto still = isStill(field, told, lead);
        if (still.hasError())
            failed = still.error();
        else if (!still.value())
            failed = leadChanged(lead);
        return !failed;
    });
    return failed ? Result<void> {std::move(*failed)} : Result<void> {};
}

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

// A transition stands in a conversation: of a lead without one, only the lead itself tells.
void recordStatus(OpContext &op, const Lead &before, Open<LeadStatus> status)
{
    auto newest = ConversationRepository::ofLead(op.tx, op.client, before.id, {1, {}}).items;
    if (newest.empty())
        return;
    addTransition(op, newest.front(), TransitionField::Lead, std::string {before.status.text()}, std::string {status.text()}, std::string {leadStatusReason}, {});
    saveConversation(op, newest.front());
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
    auto found = find(op, id);
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
    return saved(op, lead);
}

Result<Lead> setLeadStatus(OpContext &op, const LeadId &id, Open<LeadStatus> status, const std::string &expect)
{
    if (!status.known())
        return Error::invalid("status", "is not known");
    auto found = find(op, id);
    if (found.hasError())
        return found;
    if (const auto met = expectLead(found.value(), expect); met.hasError())
        return met.error();
    if (found.value().status == status)
        return found;
    recordStatus(op, found.value(), status);
    found.value().status = status;
    return saved(op, found.value());
}

} // namespace foredeck
