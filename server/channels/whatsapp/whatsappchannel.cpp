#include "server/channels/whatsapp/whatsappchannel.h"

#include "models/core/text.h"
#include "models/domain/textlimits.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"
#include "server/channels/http/unsent.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

using Kind = SendResult::Kind;

HttpCall callTo(const OpenChannel &channel, std::string method, std::string path)
{
    HttpCall call;
    call.method = std::move(method);
    call.url = channel.channel.baseUrl + "/" + channel.channel.phoneNumberId + std::move(path);
    call.headers = {"Authorization: Bearer " + channel.token};
    call.loopbackOnly = channel.safeMode;
    return call;
}

// What every message has; `kind` names the member that `content` writes.
template <class F>
std::string bodyOf(std::string_view kind, const Recipient &recipient, F content)
{
    JsonWriter json;
    json.beginObject();
    json.key("messaging_product"), json.string("whatsapp");
    json.key("recipient_type"), json.string("individual");
    json.key("to"), json.string(recipient.to.substr(recipient.to.starts_with('+') ? 1 : 0));
    if (!recipient.reference.empty())
        json.key("biz_opaque_callback_data"), json.string(recipient.reference);
    json.key("type"), json.string(kind);
    json.key(kind), json.beginObject();
    content(json);
    json.endObject();
    json.endObject();
    return json.take();
}

std::string textBody(const std::string &text, const Recipient &recipient)
{
    return bodyOf("text", recipient, [&](JsonWriter &json) {
        json.key("preview_url"), json.boolean(false);
        json.key("body"), json.string(text);
    });
}

std::string templateBody(const TemplateUse &use, const Recipient &recipient)
{
    return bodyOf("template", recipient, [&](JsonWriter &json) {
        json.key("name"), json.string(use.name);
        json.key("language"), json.beginObject();
        json.key("code"), json.string(use.language);
        json.endObject();
        if (use.values.empty())
            return;
        json.key("components"), json.beginArray();
        json.beginObject();
        json.key("type"), json.string("body");
        json.key("parameters"), json.beginArray();
        for (const auto &value : use.values) {
            json.beginObject();
            json.key("type"), json.string("text");
            json.key("text"), json.string(value);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endArray();
    });
}

struct MetaError {
    std::string code;
    std::string detail;
};

MetaError errorOf(std::string_view body)
{
    JsonDocument document;
    const auto root = document.parse(body);
    if (root.hasError())
        return {};
    const auto error = root.value()["error"];
    const auto code = error["code"].asInteger();
    const auto details = error["error_data"]["details"].asString();
    return {code ? std::to_string(*code) : std::string {}, singleLine(details.value_or(error["message"].asString().value_or("")), 200)};
}

// By these words it took nothing, whatever the status.
bool isFull(int status, std::string_view code)
{
    static constexpr std::array<std::string_view, 5> full {"2", "4", "80007", "130429", "131056"};
    return status == 429 || status == 503 || std::find(full.begin(), full.end(), code) != full.end();
}

// Its words for an error that it does not know itself.
bool isUnexplained(int status, std::string_view code) { return status >= 500 || code == "1" || code == "131000"; }

SendResult refusal(const HttpReply &reply)
{
    const auto error = errorOf(reply.body);
    auto reason = std::string {whatsAppReason(error.code)};
    if (reason.empty())
        reason = error.detail.empty() ? "WhatsApp answered " + std::to_string(reply.status) : error.detail;
    if (isFull(reply.status, error.code))
        return SendResult::retry(std::move(reason), error.code, reply.retryAfter);
    if (isUnexplained(reply.status, error.code))
        return SendResult::inDoubt(std::move(reason), error.code, reply.retryAfter);
    return SendResult::failed(std::move(reason), error.code);
}

} // namespace

std::string_view whatsAppReason(std::string_view code) noexcept
{
    struct Known {
        std::string_view code;
        std::string_view reason;
    };
    // Codes of routing-and-channels.md 2.2.
    static constexpr std::array known {
        Known {"4", "WhatsApp asks to send more slowly"},
        Known {"100", "WhatsApp does not accept this message's form"},
        Known {"190", "The channel's key has expired or is not accepted"},
        Known {"368", "WhatsApp has restricted this business for breaking its rules"},
        Known {"80007", "WhatsApp asks to send more slowly"},
        Known {"130429", "WhatsApp asks to send more slowly"},
        Known {"130472", "WhatsApp withheld the message (experiment)"},
        Known {"131026", "Number unreachable on WhatsApp"},
        Known {"131031", "WhatsApp has locked this business account"},
        Known {"131047", "The 24-hour window for free text is over"},
        Known {"131048", "WhatsApp limits this number because of spam reports"},
        Known {"131049", "WhatsApp withheld the message to protect its users"},
        Known {"131051", "WhatsApp does not know this kind of message"},
        Known {"131056", "Too many messages to this person in a short time"},
        Known {"132000", "WhatsApp knows the template with other gaps"},
        Known {"132001", "WhatsApp does not know this template in this language"},
        Known {"132007", "WhatsApp has withdrawn the template for breaking its rules"},
        Known {"132015", "WhatsApp has paused the template because of complaints"},
    };
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known &k) { return k.code == code; });
    return found == known.end() ? std::string_view {} : found->reason;
}

SendResult WhatsAppChannel::send(const OpenChannel &channel, const std::string &text, const Recipient &recipient)
{
    if (charactersIn(text) > longestTextOf(ChannelKind::WhatsApp))
        return SendResult::failed("The text is longer than the 4,096 characters that WhatsApp takes", "too_long");
    return post(channel, textBody(text, recipient));
}

SendResult WhatsAppChannel::sendTemplate(const OpenChannel &channel, const TemplateUse &use, const Recipient &recipient)
{
    return post(channel, templateBody(use, recipient));
}

SendResult WhatsAppChannel::post(const OpenChannel &channel, std::string body) const
{
    if (channel.token.empty() || channel.channel.phoneNumberId.empty())
        return SendResult::failed("The channel has no key to send with", "not_configured");
    auto call = callTo(channel, "POST", "/messages");
    call.headers.emplace_back("Content-Type: application/json");
    call.body = std::move(body);
    const auto outcome = m_http.call(call);
    if (const auto *problem = std::get_if<HttpProblem>(&outcome))
        return unsent(*problem, channel.safeMode);
    const auto &reply = std::get<HttpReply>(outcome);
    if (reply.status != 200 && reply.status != 201)
        return refusal(reply);
    JsonDocument document;
    const auto root = document.parse(reply.body);
    std::string id;
    if (root.hasValue()) {
        root.value()["messages"].eachElement([&](JsonValue taken) {
            id = taken["id"].asString().value_or("");
            return false;
        });
    }
    return id.empty() ? SendResult::unknown("WhatsApp answered without a message id") : SendResult::sent(std::move(id));
}

ProbeResult WhatsAppChannel::probe(const OpenChannel &channel)
{
    if (channel.token.empty() || channel.channel.phoneNumberId.empty())
        return {ChannelHealth::NotConfigured, "The phone number id or the key is missing"};
    const auto outcome = m_http.call(callTo(channel, "GET", "?fields=verified_name,display_phone_number"));
    if (const auto *problem = std::get_if<HttpProblem>(&outcome)) {
        if (problem->kind == HttpProblem::Kind::Refused)
            return {ChannelHealth::Ok, "Safe mode: the vendor was not asked"};
        return {ChannelHealth::Failing, problem->detail};
    }
    const auto &reply = std::get<HttpReply>(outcome);
    if (reply.status == 200)
        return {ChannelHealth::Ok, "WhatsApp accepts the key"};
    return {ChannelHealth::Failing, refusal(reply).reason};
}

} // namespace foredeck
