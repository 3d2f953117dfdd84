#include "server/services/lead/leadmergeacts.h"

#include "models/core/text.h"
#include "models/domain/leadmerge.h"
#include "models/domain/leadrefs.h"
#include "server/services/access/access.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/lead/leadcontacts.h"
#include "server/services/lead/leadedit.h"
#include "server/services/op/precondition.h"
#include "server/storage/auditrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadmergerepository.h"
#include "server/storage/livechatrepository.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace foredeck {

namespace {

using Conversations = std::vector<Conversation>;

Result<Conversations> conversationsOf(OpContext &op, const LeadId &id)
{
    auto page = ConversationRepository::ofLead(op.tx, op.client, id, {mostMergedConversations, {}});
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    if (!page.next.empty())
        return tooMany("lead_id", "a lead with more than " + std::to_string(mostMergedConversations) + " conversations is not merged");
    return std::move(page.items);
}

// Merge after merge a lead would become longer than any that people can write.
Result<void> fitContacts(const Lead &before, const Lead &merged)
{
    const auto isTooMany = [](std::size_t now, std::size_t then) { return now > std::max(maxContacts, then); };
    const std::string most = "the two have more than " + std::to_string(maxContacts) + " of them together";
    if (isTooMany(merged.phones.size(), before.phones.size()))
        return tooMany("phones", most);
    return isTooMany(merged.emails.size(), before.emails.size()) ? Result<void> {tooMany("emails", most)} : Result<void> {};
}

// Never holds what a customer is called: the ids say who it was.
void audit(OpContext &op, const char *action, const LeadId &left, const LeadId &other, std::size_t conversations)
{
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, action, left.value, "lead " + other.value + ", conversations: " + std::to_string(conversations)});
}

Result<void> expectBoth(const std::string &expected, const Lead &left, const Lead &other)
{
    if (expected.empty())
        return {};
    JsonDocument document;
    const auto root = document.parse(expected);
    if (root.hasError() || !root.value().isObject())
        return Error::invalid("expect", "must be an object");
    JsonWriter own;
    own.beginObject();
    root.value().eachMember([&](std::string_view field, JsonValue told) {
        if (field != "other") {
            own.key(field);
            own.raw(told.toJson());
        }
        return true;
    });
    own.endObject();
    const auto met = expectLead(left, own.take());
    const auto others = root.value()["other"];
    return met.hasError() || !others.exists() ? met : expectLead(other, others.toJson());
}

std::string senderOf(const Lead &lead)
{
    const auto sender = lead.externalRefs.find(smsSenderRef);
    return sender == lead.externalRefs.end() ? std::string {} : sender->second;
}

/// Whom each of them is with is written down while the lead has no more numbers than its own. One that came without a number
/// stays without: the other's words never go to a number that they were not written to. True: it was not before.
bool keepContact(OpContext &op, const Lead &lead, Conversation &conversation)
{
    const auto kind = conversation.channelKind.value();
    if (!conversation.contact.empty() || std::find(numberChannels.begin(), numberChannels.end(), kind) == numberChannels.end())
        return false;
    conversation.contact = ConsentRepository::numberOf(op.tx, lead, kind);
    if (conversation.contact.empty() && kind == ChannelKind::Sms)
        conversation.contact = senderOf(lead);
    if (conversation.contact.empty())
        conversation.contact = withheldContact;
    return true;
}

/// What the thread shows of it: who it was with, and who it is with.
void give(OpContext &op, Conversation &conversation, const Lead &from, const Lead &to, std::string_view reason)
{
    if (auto window = LiveChatRepository::byConversation(op.tx, op.client, conversation.id); window && window->lead == from.id) {
        window->lead = to.id;
        LiveChatRepository::update(op.tx, *window);
    }
    conversation.lead = to.id;
    addTransition(op, conversation, TransitionField::Lead, from.id.value, to.id.value, std::string {reason}, from.name, {}, to.name);
    saveConversation(op, conversation);
}

bool has(const std::vector<Phone> &phones, const std::string &e164)
{
    return std::any_of(phones.begin(), phones.end(), [&](const Phone &phone) { return phone.e164 == e164; });
}

bool leadsTo(const Lead &lead, const std::string &contact) { return has(lead.phones, contact) || senderOf(lead) == contact; }

struct Threads {
    Conversations back;
    Conversations staying; ///< the newest
};

/// What the merge brought goes back, and of the newest what began since over a number or short code of the other one's alone.
Threads threadsOf(OpContext &op, const LeadMerge &merge, const Lead &other)
{
    Threads all;
    for (const auto &id : merge.conversations) {
        auto conversation = ConversationRepository::byId(op.tx, op.client, id);
        if (conversation && conversation->lead == merge.into)
            all.back.push_back(std::move(*conversation));
    }
    for (auto &conversation : ConversationRepository::ofLead(op.tx, op.client, merge.into, {mostMergedConversations, {}}).items) {
        if (std::find(merge.conversations.begin(), merge.conversations.end(), conversation.id) != merge.conversations.end())
            continue;
        const auto &contact = conversation.contact;
        const bool isTheirs = !contact.empty() && leadsTo(other, contact) && !leadsTo(merge.before, contact);
        (isTheirs && conversation.createdAt >= merge.at ? all.back : all.staying).push_back(std::move(conversation));
    }
    return all;
}

// What the other one is found by again: also a number that they moved to meanwhile (WhatsApp tells so), with which their thread is.
std::vector<LeadContact> contactsTakenBack(const LeadMerge &merge, const std::vector<Conversation> &conversations, Lead &other, Lead &left)
{
    const auto has = [](const Lead &lead, const std::string &number) { return std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &phone) { return phone.e164 == number; }); };
    auto contacts = merge.contacts;
    for (const auto &conversation : conversations) {
        const std::string &number = conversation.contact;
        if (number.empty() || has(other, number) || has(merge.before, number))
            continue;
        const auto moved = std::find_if(left.phones.begin(), left.phones.end(), [&](const Phone &phone) { return phone.e164 == number; });
        if (moved == left.phones.end())
            continue;
        other.phones.insert(other.phones.begin(), *moved);
        left.phones.erase(moved);
        contacts.push_back({"phone", number});
    }
    return contacts;
}

using Addresses = std::set<std::string>;

void addWindows(OpContext &op, const Conversations &conversations, Addresses &addresses)
{
    for (const auto &conversation : conversations) {
        if (!(conversation.channelKind == ChannelKind::LiveChat))
            continue;
        if (const auto window = LiveChatRepository::byConversation(op.tx, op.client, conversation.id))
            addresses.insert(window->id);
    }
}

/// The last word over any of these since then. Of two at once the stricter.
ConsentWords saidSince(OpContext &op, const Lead &now, Timestamp since, const Addresses &addresses)
{
    ConsentWords said;
    for (const auto &[channel, held] : now.consent) {
        const auto kind = Open<ChannelKind>::fromText(channel).value();
        for (const auto &address : addresses) {
            const auto record = ConsentRepository::current(op.tx, op.client, kind, address);
            if (!record || record->consent.at < since || record->consent.source == movedConsent)
                continue;
            const bool isOut = record->consent.state == ConsentState::OptedOut;
            if (!isOut && !(record->consent.state == ConsentState::Given))
                continue;
            const auto [last, isFirst] = said.emplace(channel, record->consent);
            if (!isFirst && (record->consent.at > last->second.at || (isOut && record->consent.at == last->second.at)))
                last->second = record->consent;
        }
    }
    return said;
}

/// Who said what since: by what leads to each of the two when they are apart.
ConsentParting consentParting(OpContext &op, const LeadMerge &merge, const Lead &now, const Lead &left, const std::vector<LeadContact> &contacts, const Threads &threads)
{
    Addresses theirs, own;
    for (const auto &contact : contacts)
        theirs.insert(contact.value);
    addWindows(op, threads.back, theirs);
    for (const auto &phone : left.phones)
        own.insert(phone.e164);
    for (const auto &email : left.emails) {
        if (!isOnlyMentioned(left, email)) // what somebody else says from there is none of theirs
            own.insert(asciiLower(email));
    }
    addWindows(op, threads.staying, own);
    std::erase_if(own, [&](const std::string &address) { return address.empty() || theirs.contains(address); });
    ConsentParting parting {now, merge.before, merge.after, saidSince(op, now, merge.at, own), saidSince(op, now, merge.at, theirs), {}};
    for (auto &part : LeadRepository::mergedInto(op.tx, op.client, merge.into)) {
        const auto standing = part.id == merge.lead ? std::nullopt : LeadMergeRepository::of(op.tx, op.client, part.id);
        if (standing)
            parting.parts.push_back({std::move(part), standing->at});
    }
    return parting;
}

void settle(OpContext &op, const Lead &before, const Lead &after)
{
    if (!(before.status == after.status))
        recordLeadStatus(op, before, after.status);
    if (before.score != after.score)
        lookAtScoreRules(op, after.id);
}

struct Pair {
    Lead left; ///< not a part of another
    Lead other; ///< whatever it is
};

Result<Pair> findPair(OpContext &op, const LeadId &id, const LeadId &other)
{
    auto left = findLead(op, id);
    if (left.hasError())
        return left.error();
    auto known = LeadRepository::byId(op.tx, op.client, other);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    if (!known)
        return notFound("lead");
    return Pair {std::move(left).value(), std::move(*known)};
}

} // namespace

Result<Lead> mergeLeads(OpContext &op, const LeadId &id, const LeadMergeRequest &request)
{
    if (request.other == id)
        return Error::invalid("lead_id", "is the lead itself");
    auto pair = findPair(op, id, request.other);
    if (pair.hasError())
        return pair.error();
    auto &[found, other] = pair.value();
    if (other.mergedInto == id) // somebody else was of the same mind
        return found;
    if (!other.mergedInto.empty())
        return mergedAway(op.tx, other);
    if (const auto met = expectBoth(request.expect, found, other); met.hasError())
        return met.error();
    auto own = conversationsOf(op, id);
    auto others = conversationsOf(op, other.id);
    for (const auto *list : {&own, &others}) {
        if (list->hasError())
            return list->error();
    }
    LeadMerge merge {op.client, other.id, id, op.now, {}, LeadRepository::contacts(op.tx, op.client, other.id), found, mergedLead(found, other)};
    if (const auto fits = fitContacts(merge.before, merge.after); fits.hasError())
        return fits.error();
    std::erase_if(own.value(), [&](Conversation &conversation) { return !keepContact(op, merge.before, conversation); });
    for (auto &conversation : others.value()) {
        keepContact(op, other, conversation);
        merge.conversations.push_back(conversation.id);
    }
    if (const auto count = own.value().size() + others.value().size(); count > static_cast<std::size_t>(mostMergedConversations))
        return tooMany("lead_id", std::to_string(count) + " conversations would change, and at most " + std::to_string(mostMergedConversations) + " do in one merge");
    other.mergedInto = id;
    if (const auto saved = savedLead(op, other); saved.hasError())
        return saved;
    Lead left = merge.after;
    if (const auto saved = savedLead(op, left); saved.hasError())
        return saved;
    LeadMergeRepository::insert(op.tx, merge);
    for (auto &conversation : own.value())
        saveConversation(op, conversation);
    for (auto &conversation : others.value())
        give(op, conversation, other, left, leadMergedReason);
    settle(op, merge.before, left);
    audit(op, "lead.merged", id, other.id, merge.conversations.size());
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return left;
}

Result<Lead> partLeads(OpContext &op, const LeadId &id, const LeadPartRequest &request)
{
    auto pair = findPair(op, id, request.other);
    if (pair.hasError())
        return pair.error();
    auto &[found, other] = pair.value();
    if (other.mergedInto.empty()) // somebody else has taken it back
        return found;
    const auto merge = other.mergedInto == id ? LeadMergeRepository::of(op.tx, op.client, other.id) : std::nullopt;
    if (!merge)
        return mergedAway(op.tx, other);
    auto threads = threadsOf(op, *merge, other);
    const Lead before = found;
    Lead left = partedLead(before, merge->before, merge->after);
    const auto contacts = contactsTakenBack(*merge, threads.back, other, left);
    partConsent(left, other, consentParting(op, *merge, before, left, contacts, threads));
    LeadRepository::giveUp(op.tx, op.client, id, contacts); // the other one takes them first
    other.mergedInto = {};
    if (const auto saved = savedLead(op, other); saved.hasError())
        return saved;
    if (const auto saved = savedLead(op, left); saved.hasError())
        return saved;
    LeadMergeRepository::remove(op.tx, op.client, other.id);
    for (auto &conversation : threads.back)
        give(op, conversation, left, other, leadPartedReason);
    settle(op, before, left);
    audit(op, "lead.unmerged", id, other.id, threads.back.size());
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return left;
}

} // namespace foredeck
