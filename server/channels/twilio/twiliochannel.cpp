#include "server/channels/twilio/twiliochannel.h"

#include "models/core/text.h"
#include "models/domain/textlimits.h"
#include "net/codec/jsonreader.h"
#include "server/channels/formbody.h"
#include "server/channels/http/unsent.h"
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

constexpr int mostListed = 50; ///< in one answer, of which HttpReply holds 1 MiB
// What an account that has not been paid for yet puts before each text.
constexpr std::string_view trialWords = "Sent from your Twilio trial account - ";

bool isThisText(std::string_view body, std::string_view text)
{
    if (body.starts_with(trialWords))
        body.remove_prefix(trialWords.size());
    return trimmed(body) == trimmed(text);
}

constexpr std::chrono::hours slack {1}; ///< between our clock and Twilio's, and in its queue

// Of what was made before then it is none. Whichever reaches further back: by our clock, or by theirs and how long it is ago.
Timestamp earliestOf(const SoughtText &sought, const std::optional<Timestamp> &theirs)
{
    const auto age = std::max(sought.now - sought.written, Timestamp::duration::zero());
    return std::min(sought.written, theirs.value_or(sought.now) - age) - slack;
}

// What became of a text that Twilio lists.
SendResult takenText(JsonValue message)
{
    auto result = SendResult::sent(std::string {message["sid"].asString().value_or("")});
    const auto status = message["status"].asString().value_or("");
    if (status != "failed" && status != "undelivered" && status != "canceled")
        return result;
    result.kind = SendResult::Kind::Failed;
    if (const auto code = message["error_code"].asInteger())
        result.code = std::to_string(*code);
    result.reason = twilioReason(result.code);
    if (result.reason.empty())
        result.reason = singleLine(message["error_message"].asString().value_or("The vendor could not deliver the message"), 200);
    return result;
}

SentLookup couldNotTell(SendResult problem)
{
    SentLookup lookup;
    lookup.kind = SentLookup::Kind::Problem;
    lookup.problem = std::move(problem);
    lookup.problem.mayBeTaken = false; // a question leaves nothing behind
    return lookup;
}

} // namespace

std::string statusUrlOf(const Channel &channel)
{
    if (channel.publicUrl.empty())
        return {};
    const auto query = std::min(channel.publicUrl.find('?'), channel.publicUrl.size());
    return channel.publicUrl.substr(0, query) + "/status" + channel.publicUrl.substr(query);
}

SentLookup TwilioChannel::findSent(const OpenChannel &channel, const SoughtText &sought)
{
    const FormFields query {{"To", std::string {sought.to}}, {"From", channel.channel.number}, {"PageSize", std::to_string(mostListed)}};
    const auto outcome = m_http.call(callTo(channel, "GET", "/Messages.json?" + formBody(query)));
    if (const auto *problem = std::get_if<HttpProblem>(&outcome))
        return couldNotTell(unsent(*problem, channel.safeMode));
    const auto &reply = std::get<HttpReply>(outcome);
    if (reply.status != 200) {
        const auto refused = refusal(reply);
        const bool isOfKey = reply.status == 401 || refused.code == "20003"; // a gateway may send, and keep its list to itself
        const bool isOffered = isOfKey || reply.status == 429 || (reply.status >= 500 && reply.status != 501);
        return isOffered ? couldNotTell(refused) : SentLookup {};
    }
    JsonDocument document;
    const auto root = document.parse(reply.body);
    if (root.hasError() || !root.value()["messages"].isArray())
        return couldNotTell(SendResult::retry("Twilio answered without a list"));
    SentLookup found;
    found.kind = SentLookup::Kind::Listed;
    found.isWhole = root.value()["next_page_uri"].asString().value_or("").empty();
    const auto earliest = earliestOf(sought, reply.date);
    bool isBefore = false; ///< the last that was looked at
    root.value()["messages"].eachElement([&](JsonValue message) {
        const auto at = internetDate(message["date_created"].asString().value_or(""));
        isBefore = at && *at < earliest;
        if (isBefore || message["direction"].asString().value_or("").starts_with("inbound"))
            return true;
        const auto body = message["body"].asString().value_or("");
        if (body.empty()) // an account may have them taken out
            found.wordless.emplace_back(message["sid"].asString().value_or(""));
        else if (isThisText(body, sought.text))
            found.texts.push_back(takenText(message));
        return true;
    });
    found.isWhole = found.isWhole || isBefore;
    std::reverse(found.texts.begin(), found.texts.end());
    return found;
}

SendResult TwilioChannel::send(const OpenChannel &channel, const std::string &text, const Recipient &recipient)
{
    if (channel.token.empty() || channel.channel.account.empty() || channel.channel.number.empty())
        return SendResult::failed("The channel has no key to send with", "not_configured");
    if (charactersIn(text) > longestTextOf(ChannelKind::Sms))
        return SendResult::failed("The text is longer than the 1,600 characters that an SMS may have", "too_long");
    auto call = callTo(channel, "POST", "/Messages.json");
    FormFields fields {{"To", std::string {recipient.to}}, {"From", channel.channel.number}, {"Body", text}};
    if (auto status = statusUrlOf(channel.channel); !status.empty())
        fields.emplace_back("StatusCallback", std::move(status));
    call.body = formBody(fields);
    call.headers.emplace_back("Content-Type: application/x-www-form-urlencoded");
    const auto outcome = m_http.call(call);
    if (const auto *problem = std::get_if<HttpProblem>(&outcome))
        return unsent(*problem, channel.safeMode);
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
