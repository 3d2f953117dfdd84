#pragma once

#include "models/domain/lead.h"

#include <string>
#include <string_view>

namespace foredeck {

/// Of Lead::externalRefs: the short code or name that a lead texts from, which is no number and can not be answered.
inline constexpr auto smsSenderRef = "sms_sender";

/// Of Lead::externalRefs: the e-mails that stand in a text of theirs and may be anybody's, divided by blanks. They are among
/// the lead's e-mails, and whoever writes by one of them is not taken for this person. Nor by what stands there and is no
/// address: it is kept for people to read, and needs no mark.
inline constexpr auto mentionedEmailsRef = "mentioned_emails";
bool isOnlyMentioned(const Lead &lead, std::string_view email);
void setOnlyMentioned(Lead &lead, const std::string &email, bool isMentioned);

/// Whether there is anything by which this person is found again: a number that was read, an e-mail of theirs, a sender.
bool hasContact(const Lead &lead);

} // namespace foredeck
