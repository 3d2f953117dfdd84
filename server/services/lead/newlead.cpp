#include "server/services/lead/leadacts.h"

#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "server/services/conversation/deskacts.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/lead/leadcontacts.h"
#include "server/services/op/newid.h"
#include "server/services/op/precondition.h"
#include "server/storage/leadrepository.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr std::size_t mostWants = 2000; // as an edit of the qualification

Result<NewLead> checked(OpContext &op, NewLead request)
{
    if (!request.source.known())
        return Error::invalid("source", "is no channel");
    request.name = trimmed(request.name);
    request.wants = trimmed(request.wants);
    request.note = trimmed(request.note);
    for (const auto &fits : {fitText("name", request.name, 200, true), fitText("wants", request.wants, mostWants, true)}) {
        if (fits.hasError())
            return fits.error();
    }
    if (request.note.size() > maxMessageBytes)
        return Error::of(Error::Kind::TooLarge, "note: at most 64 KiB");
    const bool opens = request.conversation || !request.note.empty();
    if (opens && !isAtDesk(request.source.value()))
        return Error::invalid(request.conversation ? "conversation" : "note", "is for walk_in and call alone");
    request.conversation = opens;
    auto phones = readPhones(op, std::move(request.phones));
    if (phones.hasError())
        return phones.error();
    auto emails = readEmails(std::move(request.emails));
    if (emails.hasError())
        return emails.error();
    request.phones = std::move(phones).value();
    request.emails = std::move(emails).value();
    return request;
}

// What is new of somebody who is known. A contact that another lead has stays with that one.
bool learn(OpContext &op, Lead &lead, NewLead &request)
{
    bool changed = false;
    if (lead.name.empty() && !request.name.empty()) {
        lead.name = request.name;
        changed = true;
    }
    for (auto &phone : request.phones) {
        const bool has = std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &p) { return p == phone || (!p.e164.empty() && p.e164 == phone.e164); });
        if (has || lead.phones.size() >= maxContacts || byContacts(op, {phone}, {}, lead.id))
            continue;
        lead.phones.push_back(std::move(phone));
        changed = true;
    }
    for (auto &email : request.emails) {
        const bool has = std::find(lead.emails.begin(), lead.emails.end(), email) != lead.emails.end();
        if (has || lead.emails.size() >= maxContacts || byContacts(op, {}, {email}, lead.id))
            continue;
        lead.emails.push_back(std::move(email));
        changed = true;
    }
    if (!request.wants.empty() && lead.qualification.serviceInterest.empty()) {
        lead.qualification.serviceInterest = std::exchange(request.wants, {});
        changed = true;
    }
    if (request.wants == lead.qualification.serviceInterest)
        request.wants.clear();
    return changed;
}

Lead made(const OpContext &op, NewLead &request)
{
    Lead lead;
    lead.id = request.id.empty() ? LeadId {op.op.value} : request.id;
    lead.client = op.client;
    lead.name = request.name;
    lead.phones = std::move(request.phones);
    lead.emails = std::move(request.emails);
    lead.source = request.source;
    lead.qualification.serviceInterest = std::exchange(request.wants, {});
    lead.createdAt = lead.updatedAt = op.now;
    return lead;
}

// What is left of the wish stands in front of the note: the lead says something else already.
Result<void> keepTalk(OpContext &op, const Lead &lead, NewLead &request)
{
    const bool both = !request.wants.empty() && !request.note.empty();
    std::string note = request.wants + (both ? "\n" : "") + request.note;
    if (!isAtDesk(request.source.value()) || (!request.conversation && note.empty()))
        return {};
    bool isNew = false;
    auto edit = openAtDesk(op, lead, request.source.value(), isNew);
    if (edit.hasError())
        return edit.error();
    if (!note.empty())
        putNote(op, edit.value(), NoteId::make(op.now), std::move(note));
    const auto saved = edit.value().save(isNew ? "conversation.created" : "conversation.updated");
    return saved.hasError() ? Result<void> {saved.error()} : Result<void> {};
}

} // namespace

Result<LeadMade> createLead(OpContext &op, const NewLead &asked)
{
    auto read = checked(op, asked);
    if (read.hasError())
        return read.error();
    auto &request = read.value();
    auto known = byContacts(op, request.phones, request.emails);
    const bool isNew = !known;
    if (const auto fits = isNew ? checkNewId(op.tx, request.id.empty() ? LeadId {op.op.value} : request.id) : Result<void> {}; fits.hasError())
        return fits.error();
    Lead lead = known ? std::move(*known) : made(op, request);
    if (isNew) {
        LeadRepository::insert(op.tx, lead);
        op.tell("lead.created", lead);
    } else if (learn(op, lead, request)) {
        lead.updatedAt = op.now;
        LeadRepository::update(op.tx, lead);
        op.tell("lead.updated", lead);
    }
    if (const auto kept = keepTalk(op, lead, request); kept.hasError())
        return kept.error();
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return LeadMade {std::move(lead), isNew};
}

} // namespace foredeck
