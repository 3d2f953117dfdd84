#pragma once

#include "tools/traffic/dialogue.h"
#include "tools/traffic/doors.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace foredeck::traffic {

/// One person as the server meets them.
struct Customer {
    std::string name;
    std::string phone; ///< E.164
    std::string email;
    std::string session; ///< of the live chat, new for every visit
};

/// What the dialogue tells, the rest made up from its place in the list: the same list gives the same people. Numbers
/// are North America's fictional ones (555-0100 to 555-0199) over many area codes.
Customer customerFor(const Dialogue &dialogue, std::size_t index, std::string session);

/// Which conversation something belongs to, as both sides can tell it: "sms/+13055550110/+13055550123". A missed call
/// and what follows it are one conversation by text message.
std::string whatsAppKey(std::string_view phoneNumberId, std::string_view phone);
std::string smsKey(std::string_view ourNumber, std::string_view phone);
std::string conversationKey(ChannelKind kind, const Business &business, const Customer &customer);

} // namespace foredeck::traffic
