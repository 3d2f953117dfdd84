#include "server/services/lead/leadcontacts.h"

#include "models/core/text.h"
#include "server/services/client/useracts.h"
#include "server/services/op/precondition.h"
#include "server/services/phone/phone.h"
#include "server/storage/clientrepository.h"
#include "server/storage/leadrepository.h"

#include <algorithm>

namespace foredeck {

Result<std::vector<Phone>> readPhones(OpContext &op, std::vector<Phone> phones, const std::vector<Phone> &known)
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

Result<std::vector<std::string>> readEmails(std::vector<std::string> emails, const std::vector<std::string> &known)
{
    if (emails.size() > maxContacts)
        return Error::invalid("emails", "has more than 20 entries");
    for (auto &email : emails) {
        if (std::find(known.begin(), known.end(), email) != known.end()) // as somebody typed it into a form
            continue;
        email = asciiLower(plainApostrophes(trimmed(email)));
        if (const auto shaped = checkEmail(email); shaped.hasError())
            return Error::invalid("emails", "holds what is no e-mail address");
    }
    return emails;
}

std::optional<Lead> byContacts(OpContext &op, const std::vector<Phone> &phones, const std::vector<std::string> &emails, const LeadId &butFor)
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

} // namespace foredeck
