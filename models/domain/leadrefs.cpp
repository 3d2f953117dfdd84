#include "models/domain/leadrefs.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr char divider = ' ';

bool isMarked(const Lead &lead, std::string_view email)
{
    const auto ref = lead.externalRefs.find(mentionedEmailsRef);
    return ref != lead.externalRefs.end() && (divider + ref->second + divider).find(divider + std::string {email} + divider) != std::string::npos;
}

} // namespace

bool isOnlyMentioned(const Lead &lead, std::string_view email)
{
    return !email.empty() && (!isEmailShaped(email) || isMarked(lead, email));
}

void setOnlyMentioned(Lead &lead, const std::string &email, bool isMentioned)
{
    if (email.empty() || (isMentioned ? isOnlyMentioned(lead, email) : !isMarked(lead, email)))
        return;
    auto &list = lead.externalRefs[mentionedEmailsRef];
    if (isMentioned) {
        list += (list.empty() ? "" : std::string {divider}) + email;
        return;
    }
    const auto at = (divider + list + divider).find(divider + email + divider);
    list.erase(at == 0 ? 0 : at - 1, email.size() + 1);
    if (list.empty())
        lead.externalRefs.erase(mentionedEmailsRef);
}

bool hasContact(const Lead &lead)
{
    return lead.externalRefs.contains(smsSenderRef) || std::any_of(lead.phones.begin(), lead.phones.end(), [](const Phone &p) { return !p.e164.empty(); })
        || std::any_of(lead.emails.begin(), lead.emails.end(), [&](const std::string &email) { return !email.empty() && !isOnlyMentioned(lead, email); });
}

} // namespace foredeck
