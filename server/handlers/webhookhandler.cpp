#include "server/handlers/webhookhandler.h"

#include "server/channels/formbody.h"
#include "server/channels/signature.h"
#include "server/channels/site/sitepayload.h"
#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/twilio/twiliopayload.h"
#include "server/channels/whatsapp/whatsapppayload.h"
#include "server/handlers/api.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>

namespace foredeck {

namespace {

constexpr std::string_view emptyTwiml = "<Response/>";

Response notSigned(const std::string &path) { return Response::problem(Error::of(Error::Kind::Forbidden, "the signature is missing or wrong"), path); }
Response unknown(const std::string &path) { return Response::problem(Error::of(Error::Kind::NotFound, "there is no such client or channel"), path); }

Response answerOf(std::initializer_list<std::pair<std::string_view, std::string_view>> members, int status)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : members) {
        if (!value.empty()) {
            json.key(name);
            json.string(value);
        }
    }
    json.endObject();
    return Response::json(json.take(), status);
}

Response tooFast(std::chrono::milliseconds rest, int perMinute, const std::string &path)
{
    auto response = Response::problem(Error::of(Error::Kind::TooMany, "too many messages at once"), path);
    response.addHeader("X-RateLimit-Limit", std::to_string(perMinute));
    response.addHeader("X-RateLimit-Remaining", "0");
    response.addHeader("Retry-After", std::to_string(std::chrono::ceil<std::chrono::seconds>(rest).count()));
    return response;
}

Response twiml() { return {200, "text/xml; charset=utf-8", std::string {emptyTwiml}, {}}; }

std::int64_t numberOf(std::string_view text, std::int64_t otherwise)
{
    std::int64_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// The fields of Twilio's request, and the URL that its signature covers.
struct TwilioRequest {
    FormFields fields;
    bool json = false;
};

Result<TwilioRequest> readTwilio(const Request &request)
{
    TwilioRequest read;
    read.json = request.header("content-type").starts_with("application/json");
    if (!read.json) {
        auto fields = parseForm(request.body);
        if (fields.hasError())
            return fields.error();
        read.fields = std::move(fields).value();
        return read;
    }
    JsonDocument document;
    const auto root = document.parse(request.body);
    if (root.hasError())
        return root.error();
    root.value().eachMember([&](std::string_view name, JsonValue value) {
        if (const auto text = value.asString())
            read.fields.emplace_back(name, *text);
        return read.fields.size() < 200;
    });
    return read;
}

bool isSigned(const Request &request, const TwilioRequest &twilio, const Doors::Door &door, const std::string &url)
{
    const auto header = request.header("x-twilio-signature");
    if (url.empty() || header.empty())
        return false;
    if (!twilio.json)
        return signature::twilioIsValid(door.secret, url, twilio.fields, header);
    const auto hash = request.queryValue("bodySHA256");
    const auto signedUrl = url + (url.find('?') == std::string::npos ? "?" : "&") + "bodySHA256=" + std::string {hash};
    return signature::twilioBodyIsValid(door.secret, signedUrl, request.body, header);
}

} // namespace

WebhookHandler::WebhookHandler(ChannelDirectory &directory, Intake &intake, ChatVisits &chats, const Clock &clock, Log &log, ChatThrottle::Config chatPace)
    : m_directory(directory), m_intake(intake), m_chats(chats), m_clock(clock), m_log(log), m_throttle(chatPace), m_thread(std::chrono::milliseconds {0}, [] { })
{
}

void WebhookHandler::route(Router &router, Method method, std::string pattern, Handle handle)
{
    router.addDeferred(method, std::move(pattern), [this, handle](Request request, Responder respond) {
        const auto look = [this, handle](const Request &asked, const Responder &answer) {
            const auto doors = m_directory.doors();
            if (!doors)
                return answer(Response::problem(503, "the channels cannot be read just now", asked.path));
            (this->*handle)(*doors, asked, answer);
        };
        if (!m_directory.isStale())
            return look(request, respond);
        m_thread.post([look, request = std::move(request), respond = std::move(respond)] { look(request, respond); });
    });
}

void WebhookHandler::addTo(Router &router)
{
    route(router, Method::Post, "/webhooks/web-form", &WebhookHandler::webForm);
    route(router, Method::Post, "/webhooks/live-chat", &WebhookHandler::liveChat);
    route(router, Method::Post, "/webhooks/missed-call", &WebhookHandler::missedCall);
    route(router, Method::Get, "/webhooks/whatsapp", &WebhookHandler::whatsAppChallenge);
    route(router, Method::Post, "/webhooks/whatsapp", &WebhookHandler::whatsApp);
    route(router, Method::Post, "/webhooks/twilio/sms", &WebhookHandler::twilioSms);
    route(router, Method::Post, "/webhooks/twilio/sms/status", &WebhookHandler::twilioStatus);
    route(router, Method::Get, "/chat/{client}", &WebhookHandler::chatPage);
    router.addDeferred(Method::Get, "/webhooks/live-chat/{session_id}",
        [this](const Request &request, const Responder &respond) { liveChatAnswers(request, respond); });
}

void WebhookHandler::webForm(const Doors &doors, const Request &request, const Responder &respond)
{
    auto form = parseWebForm(request.body);
    if (form.hasError())
        return respond(Response::problem(form.error(), request.path));
    const auto *business = doors.bySlugOrId(form.value().client);
    const auto *door = business ? business->door(ChannelKind::WebForm) : nullptr;
    if (!door)
        return respond(unknown(request.path));
    if (!signature::sha256HeaderIsValid(door->secret, request.body, request.header("x-foredeck-signature")))
        return respond(notSigned(request.path));
    auto inbound = std::move(form.value().inbound);
    const bool isNamed = !form.value().id.empty();
    const auto requestId = request.header("x-request-id");
    inbound.providerId = isNamed ? form.value().id : isPlainName(requestId) ? std::string {requestId} : std::string {};
    inbound.message = newMessage();
    const auto id = inbound.message.value;
    m_intake.take({{business->client.id, door->channel.id, std::move(inbound), isNamed ? std::string {} : signature::sha256Hex(request.body)}}, [respond, id, path = request.path](const Result<IntakeReceipt> &receipt) {
        if (receipt.hasError())
            return respond(Response::problem(receipt.error(), path));
        respond(receipt.value().taken > 0 ? answerOf({{"message_id", id}}, 202) : answerOf({}, 200));
    });
}

void WebhookHandler::liveChat(const Doors &doors, const Request &request, const Responder &respond)
{
    auto chat = parseLiveChat(request.body);
    if (chat.hasError())
        return respond(Response::problem(chat.error(), request.path));
    const auto *business = doors.bySlugOrId(chat.value().client);
    const auto *door = business ? business->door(ChannelKind::LiveChat) : nullptr;
    if (!door)
        return respond(unknown(request.path));
    auto inbound = std::move(chat.value().inbound);
    // With its token: who does not have it cannot use a window up.
    const auto window = business->client.id.value + " " + inbound.session + " " + signature::sha256Hex(bearerOf(request));
    if (const auto rest = m_throttle.take(window, request.remoteIsLoopback ? std::string {} : request.remoteAddress, m_clock.now(), inbound.text.size()); rest.count() > 0)
        return respond(tooFast(rest, m_throttle.config().window.perMinute, request.path));
    inbound.message = newMessage();
    // Ids are the visitor's own words: they tell apart what is said in one window. The session comes with its length, so that
    // no two pairs read alike.
    const auto &given = chat.value().id;
    inbound.providerId = "chat:" + std::to_string(inbound.session.size()) + ":" + inbound.session + ":" + (given.empty() ? inbound.message.value : given);
    const auto id = inbound.message.value;
    const auto session = inbound.session;
    m_intake.takeChat({business->client.id, door->channel.id, std::move(inbound)}, {session, std::string {bearerOf(request)}, request.remoteIsLoopback},
        [respond, id, session, path = request.path](const Result<ChatReceipt> &receipt) {
            if (receipt.hasError())
                return respond(Response::problem(receipt.error(), path));
            if (receipt.value().repeated)
                return respond(answerOf({{"session_id", session}}, 200));
            respond(answerOf({{"message_id", id}, {"session_id", session}, {"visitor_token", receipt.value().newToken}}, 202));
        });
}

void WebhookHandler::missedCall(const Doors &doors, const Request &request, const Responder &respond)
{
    auto call = parseMissedCall(request.body);
    if (call.hasError())
        return respond(Response::problem(call.error(), request.path));
    const auto *business = doors.bySlugOrId(call.value().client);
    const auto *door = business ? business->door(ChannelKind::MissedCall) : nullptr;
    if (!door)
        return respond(unknown(request.path));
    if (!signature::sha256HeaderIsValid(door->secret, request.body, request.header("x-foredeck-signature")))
        return respond(notSigned(request.path));
    auto inbound = std::move(call.value().inbound);
    inbound.providerId = call.value().id;
    inbound.message = newMessage();
    const auto id = inbound.message.value;
    m_intake.take({{business->client.id, door->channel.id, std::move(inbound)}}, [respond, id, path = request.path](const Result<IntakeReceipt> &receipt) {
        if (receipt.hasError())
            return respond(Response::problem(receipt.error(), path));
        respond(receipt.value().taken > 0 ? answerOf({{"message_id", id}}, 202) : answerOf({}, 200));
    });
}

void WebhookHandler::whatsAppChallenge(const Doors &doors, const Request &request, const Responder &respond)
{
    const bool subscribes = request.queryValue("hub.mode") == "subscribe";
    if (!subscribes || !doors.knowsVerifyToken(request.queryValue("hub.verify_token")))
        return respond(Response::problem(Error::of(Error::Kind::Forbidden, "the verify token is not ours"), request.path));
    respond(Response::text(std::string {request.queryValue("hub.challenge")}));
}

void WebhookHandler::whatsApp(const Doors &doors, const Request &request, const Responder &respond)
{
    const auto header = request.header("x-hub-signature-256");
    auto read = parseWhatsApp(request.body);
    if (read.hasError()) // what is wrong with it is told to those alone who may send it
        return respond(doors.isSignedByWhatsApp(request.body, header) ? Response::problem(read.error(), request.path) : notSigned(request.path));
    auto &[items, unread] = read.value();
    if (items.empty()) // about the account only: nothing to store
        return respond(doors.isSignedByWhatsApp(request.body, header) ? answerOf({}, 200) : notSigned(request.path));
    std::set<std::string_view> verified; // one app signs the whole body; businesses may have apps of their own
    std::vector<IntakeItem> taken;
    std::set<std::string> leftOut;
    for (auto &item : items) {
        const auto found = doors.byPhoneNumberId(item.phoneNumberId);
        if (!found) {
            leftOut.insert(item.phoneNumberId);
            continue;
        }
        // A part that nobody has signed for spoils the whole: what it is worth cannot be told.
        if (!verified.contains(found.door->secret) && !signature::sha256HeaderIsValid(found.door->secret, request.body, header))
            return respond(notSigned(request.path));
        verified.insert(found.door->secret);
        item.inbound.message = newMessage();
        taken.push_back({found.business->client.id, found.door->channel.id, std::move(item.inbound)});
    }
    if (!leftOut.empty()) // one line, however many there are: what nobody has signed may hold thousands
        m_log.warning("webhook.left_out", {{"channel", "whatsapp"}, {"phone_number_id", *leftOut.begin()}, {"numbers", leftOut.size()}});
    if (taken.empty())
        return respond(unknown(request.path));
    if (unread)
        m_log.warning("webhook.not_read", {{"channel", "whatsapp"}, {"reason", unread->detail}});
    // After a 2xx a part that was left out would never come again; what is stored now is stored once, however often it comes.
    m_intake.take(std::move(taken), [respond, unread = std::move(unread), isWhole = leftOut.empty(), path = request.path](const Result<IntakeReceipt> &receipt) {
        const auto stored = [&] { return unread ? Response::problem(*unread, path) : isWhole ? answerOf({}, 200) : unknown(path); };
        respond(receipt.hasError() ? Response::problem(receipt.error(), path) : stored());
    });
}

void WebhookHandler::twilioSms(const Doors &doors, const Request &request, const Responder &respond)
{
    const auto twilio = readTwilio(request);
    if (twilio.hasError())
        return respond(Response::problem(twilio.error(), request.path));
    const auto &fields = twilio.value().fields;
    const auto found = doors.byTwilio(formValue(fields, "AccountSid"), formValue(fields, "To"));
    if (!found)
        return respond(unknown(request.path));
    if (!isSigned(request, twilio.value(), *found.door, found.door->channel.publicUrl))
        return respond(notSigned(request.path));
    auto inbound = parseTwilioMessage(fields);
    if (inbound.hasError())
        return respond(Response::problem(inbound.error(), request.path));
    inbound.value().message = newMessage();
    m_intake.take({{found.business->client.id, found.door->channel.id, std::move(inbound).value()}}, [respond, path = request.path](const Result<IntakeReceipt> &receipt) {
        respond(receipt.hasError() ? Response::problem(receipt.error(), path) : twiml());
    });
}

void WebhookHandler::twilioStatus(const Doors &doors, const Request &request, const Responder &respond)
{
    const auto twilio = readTwilio(request);
    if (twilio.hasError())
        return respond(Response::problem(twilio.error(), request.path));
    const auto &fields = twilio.value().fields;
    const auto found = doors.byTwilio(formValue(fields, "AccountSid"), formValue(fields, "From"));
    if (!found)
        return respond(unknown(request.path));
    if (!isSigned(request, twilio.value(), *found.door, statusUrlOf(found.door->channel)))
        return respond(notSigned(request.path));
    auto inbound = parseTwilioStatus(fields);
    if (inbound.hasError())
        return respond(Response::problem(inbound.error(), request.path));
    m_intake.take({{found.business->client.id, found.door->channel.id, std::move(inbound).value()}}, [respond, path = request.path](const Result<IntakeReceipt> &receipt) {
        respond(receipt.hasError() ? Response::problem(receipt.error(), path) : twiml());
    });
}

void WebhookHandler::liveChatAnswers(const Request &request, const Responder &respond)
{
    const auto token = bearerOf(request);
    const auto session = request.param("session_id");
    if (token.empty())
        return respond(Response::problem(Error::of(Error::Kind::Forbidden, "the visitor's token is missing"), request.path));
    if (!isPlainName(session))
        return respond(unknown(request.path));
    const std::chrono::seconds wait {std::clamp<std::int64_t>(numberOf(request.queryValue("wait"), 0), 0, 25)};
    const auto after = std::max<std::int64_t>(0, numberOf(request.queryValue("after"), 0));
    m_chats.poll({std::string {session}, std::string {token}, after, wait, request.remoteIsLoopback}, [respond, path = request.path](const Result<std::vector<Message>> &shown) {
        if (shown.hasError())
            return respond(Response::problem(shown.error(), path));
        JsonWriter json;
        json.beginObject();
        json.key("items");
        json.beginArray();
        for (const auto &message : shown.value()) {
            json.beginObject();
            json.key("id"), json.string(message.id.value);
            json.key("position"), json.integer(message.position);
            json.key("role"), json.string(message.role.text());
            json.key("name"), json.string(message.role == MessageRole::Lead ? "" : message.author.name); // the lead's name may be somebody else's
            json.key("text"), json.string(message.text);
            json.key("at"), json.string(toRfc3339(message.at));
            json.endObject();
        }
        json.endArray();
        json.key("next_cursor"), json.null();
        json.endObject();
        respond(Response::json(json.take()));
    });
}

void WebhookHandler::chatPage(const Doors &doors, const Request &request, const Responder &respond)
{
    const auto *business = doors.bySlugOrId(request.param("client"));
    if (!business || !business->door(ChannelKind::LiveChat))
        return respond(Response::text("There is no live chat at this address.\n", 404)); // read by people
    respond(m_chatPage.of(business->client));
}

} // namespace foredeck
