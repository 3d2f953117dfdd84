#include "server/services/lead/leadacts.h"

#include "models/core/currency.h"
#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "server/services/access/access.h"
#include "server/services/client/useracts.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/op/precondition.h"
#include "server/services/phone/phone.h"
#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/ownerlookup.h"

namespace foredeck {

namespace {

constexpr std::size_t maxContacts = 20;

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

// What was typed stays; E.164 is ours to read, never the caller's to claim. A number that the lead has keeps what was read
// of it: a vendor's may be newer than our tables, and one without may be a friend's (addTypedPhone).
Result<std::vector<Phone>> readPhones(OpContext &op, std::vector<Phone> phones, const std::vector<Phone> &known = {})
{
    if (phones.size() > maxContacts)
        return Error::invalid("phones", "has more than 20 entries");
    const auto client = ClientRepository::byId(op.tx, op.client);
    const std::string region = client ? client->region : std::string {};
    for (std::size_t i = 0; i < phones.size(); ++i) {
        auto &phone = phones[i];
        phone.raw = trimmed(phone.raw.empty() ? phone.e164 : phone.raw);
        if (const auto fits = fitText("phones[" + std::to_string(i) + "].raw", phone.raw, 64); fits.hasError())
            return fits.error();
        const auto same = std::find_if(known.begin(), known.end(), [&](const Phone &p) { return p.raw == phone.raw; });
        phone.e164 = same != known.end() ? same->e164 : toE164(phone.raw, region).value_or("");
    }
    return phones;
}

Result<std::vector<std::string>> readEmails(std::vector<std::string> emails)
{
    if (emails.size() > maxContacts)
        return Error::invalid("emails", "has more than 20 entries");
    for (auto &email : emails) {
        email = asciiLower(trimmed(email));
        if (const auto shaped = checkEmail(email); shaped.hasError())
            return Error::invalid("emails", "holds what is no e-mail address");
    }
    return emails;
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

// The first that one of these leads to, but for the one that is asked for.
std::optional<Lead> byContacts(OpContext &op, const std::vector<Phone> &phones, const std::vector<std::string> &emails, const LeadId &butFor = {})
{
    for (const auto &phone : phones) {
        if (auto lead = phone.e164.empty() ? std::nullopt : LeadRepository::byContact(op.tx, op.client, ContactKind::Phone, phone.e164); lead && lead->id != butFor)
            return lead;
    }
    for (const auto &email : emails) {
        if (auto lead = LeadRepository::byContact(op.tx, op.client, ContactKind::Email, email); lead && lead->id != butFor)
            return lead;
    }
    return std::nullopt;
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

Result<LeadMade> createLead(OpContext &op, const NewLead &request)
{
    if (!request.source.known())
        return Error::invalid("source", "is no channel");
    if (const auto fits = fitText("name", request.name, 200, true); fits.hasError())
        return fits.error();
    auto phones = readPhones(op, request.phones);
    if (phones.hasError())
        return phones.error();
    auto emails = readEmails(request.emails);
    if (emails.hasError())
        return emails.error();
    if (auto known = byContacts(op, phones.value(), emails.value()))
        return LeadMade {std::move(*known), false};
    if (!request.id.empty() && (!isUuid(request.id.value) || clientOf(op.tx, request.id)))
        return Error::invalid("id", "must be a new UUID");
    Lead lead;
    lead.id = request.id.empty() ? LeadId::make(op.now) : request.id;
    lead.client = op.client;
    lead.name = trimmed(request.name);
    lead.phones = std::move(phones).value();
    lead.emails = std::move(emails).value();
    lead.source = request.source;
    lead.createdAt = lead.updatedAt = op.now;
    LeadRepository::insert(op.tx, lead);
    op.tell("lead.created", lead);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return LeadMade {std::move(lead), true};
}

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
        auto emails = readEmails(*patch.emails);
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
