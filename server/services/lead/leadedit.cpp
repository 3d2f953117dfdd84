#include "server/services/lead/leadedit.h"

#include "server/services/access/access.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"

namespace foredeck {

namespace {

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

} // namespace

Error mergedAway(Tx &tx, const Lead &merged)
{
    Error error = Error::of(Error::Kind::Conflict, "the lead was merged into another");
    if (const auto left = LeadRepository::leftOf(tx, merged.client, merged.id))
        error.extension = "{\"lead\":" + encode(*left) + "}";
    return error;
}

Result<Lead> findLead(OpContext &op, const LeadId &id)
{
    auto lead = LeadRepository::byId(op.tx, op.client, id);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    if (!lead)
        return notFound("lead");
    return lead->mergedInto.empty() ? Result<Lead> {std::move(*lead)} : mergedAway(op.tx, *lead);
}

Result<Lead> savedLead(OpContext &op, Lead &lead)
{
    lead.updatedAt = op.now;
    LeadRepository::update(op.tx, lead);
    op.tell("lead.updated", lead);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return lead;
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

void recordLeadStatus(OpContext &op, const Lead &before, Open<LeadStatus> status)
{
    auto newest = ConversationRepository::ofLead(op.tx, op.client, before.id, {1, {}}).items;
    if (newest.empty())
        return;
    addTransition(op, newest.front(), TransitionField::Lead, std::string {before.status.text()}, std::string {status.text()}, std::string {leadStatusReason}, {});
    saveConversation(op, newest.front());
}

void lookAtScoreRules(OpContext &op, const LeadId &id)
{
    for (const auto &newest : ConversationRepository::ofLead(op.tx, op.client, id, {1, {}}).items) {
        if (!JobRepository::enqueue(op.tx, rulesJob(op.client, newest.id, op.now, op.now)))
            JobRepository::reschedule(op.tx, op.client, queues::rules, newest.id.value, op.now);
    }
}

} // namespace foredeck
