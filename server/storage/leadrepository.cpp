#include "server/storage/leadrepository.h"

#include "models/core/text.h"
#include "models/domain/leadrefs.h"
#include "server/storage/rows.h"
#include "storagesql.h"

#include <cctype>
#include <set>

namespace foredeck {

namespace {

std::string_view nameOfKind(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Phone:
        return "phone";
    case ContactKind::Email:
        return "email";
    case ContactKind::Sender:
        return "sender";
    }
    return {};
}

using Contacts = std::set<std::pair<std::string, std::string>>;

Contacts contactsOf(const Lead &lead)
{
    Contacts contacts;
    for (const auto &phone : lead.phones) {
        if (!phone.e164.empty())
            contacts.emplace(nameOfKind(ContactKind::Phone), phone.e164);
    }
    for (const auto &email : lead.emails) {
        if (!email.empty() && !isOnlyMentioned(lead, email))
            contacts.emplace(nameOfKind(ContactKind::Email), asciiLower(email));
    }
    if (const auto sender = lead.externalRefs.find(smsSenderRef); sender != lead.externalRefs.end())
        contacts.emplace(nameOfKind(ContactKind::Sender), sender->second);
    return contacts;
}

void writeContacts(WriteTx &tx, const Lead &lead)
{
    const auto wanted = contactsOf(lead);
    Contacts stored;
    tx.run(sql::lead_contacts, {{"client_id", lead.client.value}, {"lead_id", lead.id.value}}, [&](const Row &row) {
        stored.emplace(rows::textAt(row, 0), rows::textAt(row, 1));
        return true;
    });
    for (const auto &contact : stored) {
        if (!wanted.contains(contact))
            tx.run(sql::lead_contact_remove,
                {{"client_id", lead.client.value}, {"kind", contact.first}, {"value", contact.second}, {"lead_id", lead.id.value}});
    }
    for (const auto &contact : wanted) {
        if (!stored.contains(contact))
            tx.run(sql::lead_contact_insert,
                {{"client_id", lead.client.value}, {"kind", contact.first}, {"value", contact.second}, {"lead_id", lead.id.value}});
    }
}

// What a person types, as a pattern of LIKE in which nothing of it is a sign.
std::string likeOf(std::string_view text, bool anywhere)
{
    std::string pattern = anywhere ? "%" : "";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

// Phones are looked for by their digits wherever they begin, e-mails from their beginning.
std::string contactLike(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)))
            digits += c;
        else if (std::string_view {" +-().\t/"}.find(c) == std::string_view::npos)
            return likeOf(asciiLower(text), false);
    }
    return digits.empty() ? likeOf(text, false) : likeOf(digits, true);
}

std::optional<Lead> throughMerges(Tx &tx, const ClientId &client, std::optional<Lead> lead)
{
    constexpr int mostMerges = 100; // there is no circle; a damaged file may have one
    for (int merges = 0; lead && !lead->mergedInto.empty() && merges < mostMerges; ++merges)
        lead = LeadRepository::byId(tx, client, lead->mergedInto);
    return lead;
}

} // namespace

std::optional<Lead> LeadRepository::byId(Tx &tx, const ClientId &client, const LeadId &id)
{
    return rows::one<Lead>(tx, sql::lead_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::optional<Lead> LeadRepository::leftOf(Tx &tx, const ClientId &client, const LeadId &id)
{
    return throughMerges(tx, client, byId(tx, client, id));
}

std::optional<Lead> LeadRepository::byContact(Tx &tx, const ClientId &client, ContactKind kind, std::string_view value)
{
    const auto lower = kind == ContactKind::Email ? asciiLower(value) : std::string {value};
    return throughMerges(tx, client,
        rows::one<Lead>(tx, sql::lead_by_contact, {{"client_id", client.value}, {"kind", nameOfKind(kind)}, {"value", lower}}));
}

Page<Lead> LeadRepository::list(Tx &tx, const ClientId &client, const LeadFilter &filter, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    const auto text = trimmed(filter.text);
    const auto name = text.empty() ? std::string {} : likeOf(asciiLower(text), true);
    const auto contact = contactLike(text);
    return rows::page<Lead>(tx, sql::lead_list, page,
        {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"status", filter.status},
            {"temperature", filter.temperature}, {"text", name}, {"contact", contact}, {"limit", rows::limitOf(page) + 1}});
}

Page<Lead> LeadRepository::unspoken(Tx &tx, const ClientId &client, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    return rows::page<Lead>(tx, sql::lead_unspoken, page, {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"limit", rows::limitOf(page) + 1}});
}

std::vector<Lead> LeadRepository::since(Tx &tx, const ClientId &client, Timestamp since, int limit)
{
    return rows::many<Lead>(tx, sql::lead_since, {{"client_id", client.value}, {"after", rows::time(since)}, {"limit", limit}});
}

std::vector<Lead> LeadRepository::mergedInto(Tx &tx, const ClientId &client, const LeadId &id)
{
    return rows::many<Lead>(tx, sql::lead_merged, {{"client_id", client.value}, {"lead_id", id.value}});
}

std::vector<LeadContact> LeadRepository::contacts(Tx &tx, const ClientId &client, const LeadId &id)
{
    std::vector<LeadContact> contacts;
    tx.run(sql::lead_contacts, {{"client_id", client.value}, {"lead_id", id.value}}, [&](const Row &row) {
        contacts.push_back({rows::textAt(row, 0), rows::textAt(row, 1)});
        return true;
    });
    return contacts;
}

void LeadRepository::giveUp(WriteTx &tx, const ClientId &client, const LeadId &id, const std::vector<LeadContact> &contacts)
{
    for (const auto &contact : contacts)
        tx.run(sql::lead_contact_remove, {{"client_id", client.value}, {"kind", contact.kind}, {"value", contact.value}, {"lead_id", id.value}});
}

void LeadRepository::insert(WriteTx &tx, const Lead &lead)
{
    tx.run(sql::lead_insert,
        {{"client_id", lead.client.value}, {"id", lead.id.value}, {"name", asciiLower(lead.name)}, {"status", lead.status.text()},
            {"temperature", lead.temperature.text()}, {"merged_into", lead.mergedInto.value},
            {"created_at", rows::time(lead.createdAt)}, {"version", lead.version}, {"body", encode(lead)}});
    writeContacts(tx, lead);
}

void LeadRepository::update(WriteTx &tx, Lead &lead)
{
    rows::raise(tx, lead, "lead", [&](const std::string &body) {
        return tx.run(sql::lead_update,
            {{"client_id", lead.client.value}, {"id", lead.id.value}, {"name", asciiLower(lead.name)}, {"status", lead.status.text()},
                {"temperature", lead.temperature.text()}, {"merged_into", lead.mergedInto.value}, {"version", lead.version},
                {"body", body}});
    });
    writeContacts(tx, lead);
}

} // namespace foredeck
