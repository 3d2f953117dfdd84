#include "tools/traffic/envelope.h"

#include "models/core/id.h"
#include "models/core/time.h"
#include "net/codec/jsonwriter.h"
#include "tools/traffic/signature.h"

#include <algorithm>

namespace foredeck::traffic {

namespace {

constexpr const char *json = "application/json";
constexpr const char *form = "application/x-www-form-urlencoded";

std::string withoutPlus(std::string_view phone)
{
    return std::string {phone.substr(phone.starts_with('+') ? 1 : 0)};
}

std::string seconds(Timestamp at)
{
    return std::to_string(toMs(at) / 1000);
}

/// Meta's frame around one change of the field "messages"; `inside` writes the members after the metadata.
template <class Inside>
std::string metaBody(const Door &door, Inside inside)
{
    JsonWriter w;
    w.beginObject();
    w.key("object"), w.string("whatsapp_business_account");
    w.key("entry"), w.beginArray(), w.beginObject();
    w.key("id"), w.string(door.account);
    w.key("changes"), w.beginArray(), w.beginObject();
    w.key("value"), w.beginObject();
    w.key("messaging_product"), w.string("whatsapp");
    w.key("metadata"), w.beginObject();
    w.key("display_phone_number"), w.string(withoutPlus(door.number));
    w.key("phone_number_id"), w.string(door.phoneNumberId);
    w.endObject();
    inside(w);
    w.endObject();
    w.key("field"), w.string("messages");
    w.endObject(), w.endArray(), w.endObject(), w.endArray(), w.endObject();
    return w.take();
}

Envelope signedJson(std::string path, std::string body, const char *header, const std::string &secret)
{
    Envelope envelope {std::move(path), json, std::move(body), {}};
    envelope.headers.emplace_back(header, sha256Signature(secret, envelope.body));
    return envelope;
}

Envelope signedForm(std::string path, const Door &door, std::string_view url, const std::map<std::string, std::string> &fields)
{
    return {std::move(path), form, formBody(fields), {{"X-Twilio-Signature", twilioSignature(door.secret, url, fields)}}};
}

Envelope whatsApp(const Saying &saying, const Door &door, const Customer &customer)
{
    const std::string from = withoutPlus(customer.phone);
    auto body = metaBody(door, [&](JsonWriter &w) {
        w.key("contacts"), w.beginArray(), w.beginObject();
        w.key("profile"), w.beginObject(), w.key("name"), w.string(customer.name), w.endObject();
        w.key("wa_id"), w.string(from);
        w.endObject(), w.endArray();
        w.key("messages"), w.beginArray(), w.beginObject();
        w.key("from"), w.string(from);
        w.key("id"), w.string(saying.providerId);
        w.key("timestamp"), w.string(seconds(saying.at));
        w.key("type"), w.string("text");
        w.key("text"), w.beginObject(), w.key("body"), w.string(saying.text), w.endObject();
        w.endObject(), w.endArray();
    });
    return signedJson("/webhooks/whatsapp", std::move(body), "X-Hub-Signature-256", door.secret);
}

Envelope sms(const Saying &saying, const Door &door, const Customer &customer)
{
    const std::map<std::string, std::string> fields {{"AccountSid", door.account}, {"ApiVersion", "2010-04-01"}, {"Body", saying.text},
        {"From", customer.phone}, {"MessageSid", saying.providerId}, {"NumMedia", "0"}, {"NumSegments", "1"}, {"SmsMessageSid", saying.providerId},
        {"SmsSid", saying.providerId}, {"SmsStatus", "received"}, {"To", door.number}};
    return signedForm("/webhooks/twilio/sms", door, door.publicUrl, fields);
}

Envelope webForm(const Saying &saying, const Door &door, const Business &business, const Customer &customer)
{
    JsonWriter w;
    w.beginObject();
    w.key("client"), w.string(business.slug);
    w.key("id"), w.string(saying.providerId);
    w.key("name"), w.string(customer.name);
    w.key("email"), w.string(customer.email);
    w.key("phone"), w.string(customer.phone);
    w.key("message"), w.string(saying.text);
    w.key("page"), w.string("/contact");
    w.endObject();
    return signedJson("/webhooks/web-form", w.take(), "X-Foredeck-Signature", door.secret);
}

Envelope liveChat(const Saying &saying, const Business &business, const Customer &customer, std::string_view visitorToken)
{
    JsonWriter w;
    w.beginObject();
    w.key("client"), w.string(business.slug);
    w.key("session_id"), w.string(customer.session);
    w.key("id"), w.string(saying.providerId);
    w.key("visitor"), w.beginObject();
    w.key("name"), w.string(customer.name);
    w.key("email"), w.string(customer.email);
    w.endObject();
    w.key("message"), w.string(saying.text);
    w.endObject();
    Envelope envelope {"/webhooks/live-chat", json, w.take(), {}};
    if (!visitorToken.empty())
        envelope.headers.emplace_back("Authorization", "Bearer " + std::string {visitorToken});
    return envelope;
}

Envelope missedCall(const Saying &saying, const Door &door, const Business &business, const Customer &customer)
{
    JsonWriter w;
    w.beginObject();
    w.key("client"), w.string(business.slug);
    w.key("id"), w.string(saying.providerId);
    w.key("from"), w.string(customer.phone);
    w.key("to"), w.string(door.number);
    w.key("at"), w.string(toRfc3339(saying.at));
    w.endObject();
    return signedJson("/webhooks/missed-call", w.take(), "X-Foredeck-Signature", door.secret);
}

} // namespace

std::string newProviderId(ChannelKind kind, Timestamp at)
{
    std::string uuid = makeUuid(at);
    if (kind == ChannelKind::WebForm || kind == ChannelKind::LiveChat)
        return uuid;
    uuid.erase(std::remove(uuid.begin(), uuid.end(), '-'), uuid.end());
    if (kind == ChannelKind::WhatsApp)
        return "wamid." + base64(uuid);
    return (kind == ChannelKind::MissedCall ? "CA" : "SM") + uuid;
}

Envelope envelopeFor(const Saying &saying, const Business &business, const Customer &customer, std::string_view visitorToken)
{
    const Door *door = business.door(saying.kind);
    if (!door)
        return {};
    switch (saying.kind) {
    case ChannelKind::WhatsApp: return whatsApp(saying, *door, customer);
    case ChannelKind::Sms: return sms(saying, *door, customer);
    case ChannelKind::WebForm: return webForm(saying, *door, business, customer);
    case ChannelKind::LiveChat: return liveChat(saying, business, customer, visitorToken);
    case ChannelKind::MissedCall: return missedCall(saying, *door, business, customer);
    case ChannelKind::Email:
    case ChannelKind::WalkIn:
    case ChannelKind::Call:
    case ChannelKind::Unknown: break;
    }
    return {};
}

Envelope whatsAppStatus(const Door &door, std::string_view messageId, std::string_view recipient, std::string_view status, std::string_view reference, Timestamp at)
{
    auto body = metaBody(door, [&](JsonWriter &w) {
        w.key("statuses"), w.beginArray(), w.beginObject();
        w.key("id"), w.string(messageId);
        w.key("status"), w.string(status);
        w.key("timestamp"), w.string(seconds(at));
        w.key("recipient_id"), w.string(withoutPlus(recipient));
        if (!reference.empty())
            w.key("biz_opaque_callback_data"), w.string(reference);
        w.endObject(), w.endArray();
    });
    return signedJson("/webhooks/whatsapp", std::move(body), "X-Hub-Signature-256", door.secret);
}

Envelope smsStatus(const Door &door, std::string_view messageSid, std::string_view recipient, std::string_view status, std::string_view callbackUrl)
{
    const std::map<std::string, std::string> fields {{"AccountSid", door.account}, {"ApiVersion", "2010-04-01"}, {"From", door.number},
        {"MessageSid", std::string {messageSid}}, {"MessageStatus", std::string {status}}, {"SmsSid", std::string {messageSid}},
        {"SmsStatus", std::string {status}}, {"To", std::string {recipient}}};
    return signedForm("/webhooks/twilio/sms/status", door, callbackUrl, fields);
}

} // namespace foredeck::traffic
