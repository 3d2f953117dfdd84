#include "server/channels/twilio/twiliochannel.h"

#include "models/core/text.h"
#include "models/domain/textlimits.h"
#include "net/codec/jsonreader.h"
#include "server/channels/formbody.h"
#include "server/channels/twilio/twiliopayload.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

HttpCall callTo(const OpenChannel &channel, std::string method, std::string_view path)
{
    HttpCall call;
    call.method = std::move(method);
    call.url = channel.channel.baseUrl + "/2010-04-01/Accounts/" + channel.channel.account + std::string {path};
    call.user = channel.channel.account;
    call.password = channel.token;
    call.loopbackOnly = channel.safeMode;
    return call;
}

// By these words it took nothing, whatever the status.
bool isFull(int status, std::string_view code) { return status == 429 || status == 503 || code == "20429" || code == "30001" || code == "30022"; }

SendResult refusal(const HttpReply &reply)
{
    JsonDocument document;
    const auto root = document.parse(reply.body);
    std::string code;
    std::string message;
    if (root.hasValue()) {
        if (const auto number = root.value()["code"].asInteger())
            code = std::to_string(*number);
        message = singleLine(root.value()["message"].asString().value_or(""), 200);
    }
    std::string reason {twilioReason(code)};
    if (reason.empty())
        reason = message.empty() ? "Twilio answered " + std::to_string(reply.status) : message;
    if (isFull(reply.status, code))
        return SendResult::retry(std::move(reason), code, reply.retryAfter);
    if (reply.status >= 500)
        return SendResult::inDoubt(std::move(reason), code, reply.retryAfter);
    return SendResult::failed(std::move(reason), code);
}

} // namespace

std::string statusUrlOf(const Channel &channel)
{
    if (channel.publicUrl.empty())
        return {};
    const auto query = std::min(channel.publicUrl.find('?'), channel.publicUrl.size());
    return channel.publicUrl.substr(0, query) + "/status" + channel.publicUrl.substr(query);
}

SendResult TwilioChannel::send(const OpenChannel &channel, const std::string &text, std::string_view to)
{
    if (channel.token.empty() || channel.channel.account.empty() || channel.channel.number.empty())
        return SendResult::failed("The channel has no key to send with", "not_configured");
    if (charactersIn(text) > longestTextOf(ChannelKind::Sms))
        return SendResult::failed("The text is longer than the 1,600 characters that an SMS may have", "too_long");
    auto call = callTo(channel, "POST", "/Messages.json");
    FormFields fields {{"To", std::string {to}}, {"From", channel.channel.number}, {"Body", text}};
    if (auto status = statusUrlOf(channel.channel); !status.empty())
        fields.emplace_back("StatusCallback", std::move(status));
    call.body = formBody(fields);
    call.headers.emplace_back("Content-Type: application/x-www-form-urlencoded");
    const auto outcome = m_http.call(call);
    if (const auto *problem = std::get_if<HttpProblem>(&outcome)) {
        if (problem->kind == HttpProblem::Kind::Refused)
            return SendResult::held();
        if (problem->kind == HttpProblem::Kind::Forbidden)
            return channel.safeMode ? SendResult::held() : SendResult::failed(problem->detail, std::string {addressForbidden});
        return problem->kind == HttpProblem::Kind::NoAnswer ? SendResult::inDoubt(problem->detail) : SendResult::retry(problem->detail);
    }
    const auto &reply = std::get<HttpReply>(outcome);
    if (reply.status != 201 && reply.status != 200)
        return refusal(reply);
    JsonDocument document;
    const auto root = document.parse(reply.body);
    const auto sid = root.hasValue() ? root.value()["sid"].asString() : std::nullopt;
    return sid && !sid->empty() ? SendResult::sent(std::string {*sid}) : SendResult::unknown("Twilio answered without a message id");
}

ProbeResult TwilioChannel::probe(const OpenChannel &channel)
{
    if (channel.token.empty() || channel.channel.account.empty())
        return {ChannelHealth::NotConfigured, "The account or the key is missing"};
    const auto outcome = m_http.call(callTo(channel, "GET", ".json"));
    if (const auto *problem = std::get_if<HttpProblem>(&outcome)) {
        if (problem->kind == HttpProblem::Kind::Refused)
            return {ChannelHealth::Ok, "Safe mode: the vendor was not asked"};
        return {ChannelHealth::Failing, problem->detail};
    }
    const auto &reply = std::get<HttpReply>(outcome);
    if (reply.status == 200)
        return {ChannelHealth::Ok, "Twilio accepts the key"};
    return {ChannelHealth::Failing, refusal(reply).reason};
}

} // namespace foredeck
