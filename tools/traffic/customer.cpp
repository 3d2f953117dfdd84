#include "tools/traffic/customer.h"

#include <array>
#include <cstdio>

namespace foredeck::traffic {

namespace {

constexpr std::array areaCodes {201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234,
    239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303, 304, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317,
    318, 319, 320, 321, 323, 325, 330, 334, 336, 337, 339, 347, 351, 352, 360, 361, 386, 401, 402, 404, 405, 406, 407, 408, 409, 410, 412, 413, 414};
constexpr std::array firstNames {"Ada", "Bruno", "Clara", "Dario", "Edith", "Farid", "Gemma", "Hugo", "Ilse", "Jonas", "Keiko", "Lior", "Mona", "Nico",
    "Olga", "Pavel", "Quinn", "Rosa", "Samir", "Tilda", "Umar", "Vera", "Wanda", "Xavier", "Yasmin", "Zeno"};
constexpr std::array lastNames {"Abbot", "Berger", "Castro", "Dumont", "Eriksen", "Farrell", "Greco", "Haas", "Iqbal", "Jansen", "Kowal", "Lopez",
    "Moreau", "Novak", "Okoro", "Peters", "Quint", "Rossi", "Silva", "Tanaka", "Unger", "Vance", "Weber", "Xu", "York", "Zhang", "Almeida"};

std::string digits(std::string_view phone)
{
    std::string out;
    for (const char c : phone) {
        if (c >= '0' && c <= '9')
            out += c;
    }
    return out;
}

} // namespace

Customer customerFor(const Dialogue &dialogue, std::size_t index, std::string session)
{
    Customer customer {dialogue.name, dialogue.phone, dialogue.email, std::move(session)};
    if (customer.name.empty())
        customer.name = std::string {firstNames[index % firstNames.size()]} + " " + lastNames[index % lastNames.size()];
    if (customer.phone.empty()) {
        std::array<char, 24> text {};
        std::snprintf(text.data(), text.size(), "+1%03d55501%02zu", areaCodes[index / 100 % areaCodes.size()], index % 100);
        customer.phone = text.data();
    }
    if (customer.email.empty())
        customer.email = "customer" + std::to_string(index) + "@example.com";
    return customer;
}

std::string whatsAppKey(std::string_view phoneNumberId, std::string_view phone)
{
    return "whatsapp/" + std::string {phoneNumberId} + "/" + digits(phone);
}

std::string smsKey(std::string_view ourNumber, std::string_view phone)
{
    return "sms/+" + digits(ourNumber) + "/+" + digits(phone);
}

std::string conversationKey(ChannelKind kind, const Business &business, const Customer &customer)
{
    const Door *sms = business.door(ChannelKind::Sms);
    const Door *whatsApp = business.door(ChannelKind::WhatsApp);
    switch (kind) {
    case ChannelKind::WhatsApp: return whatsAppKey(whatsApp ? whatsApp->phoneNumberId : "", customer.phone);
    case ChannelKind::Sms:
    case ChannelKind::MissedCall: return smsKey(sms ? sms->number : "", customer.phone);
    case ChannelKind::WebForm: return "web_form/" + business.slug + "/" + customer.email;
    case ChannelKind::LiveChat: return "live_chat/" + business.slug + "/" + customer.session;
    case ChannelKind::Email:
    case ChannelKind::WalkIn:
    case ChannelKind::Call:
    case ChannelKind::Unknown: break;
    }
    return {};
}

} // namespace foredeck::traffic
