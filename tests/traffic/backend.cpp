#include "tests/traffic/backend.h"

#include "net/codec/jsonreader.h"
#include "tools/traffic/signature.h"

namespace foredeck::traffic::test {

namespace {

std::string between(std::string_view text, std::string_view before, std::string_view after)
{
    const auto begin = text.find(before);
    if (begin == std::string_view::npos)
        return {};
    const auto from = begin + before.size();
    return std::string {text.substr(from, text.find(after, from) - from)};
}

} // namespace

Backend::Backend()
{
    const auto taken = [this](const Request &request) { return take(request); };
    for (const char *path : {"/webhooks/whatsapp", "/webhooks/twilio/sms", "/webhooks/twilio/sms/status", "/webhooks/web-form", "/webhooks/live-chat", "/webhooks/missed-call"})
        m_router.add(Method::Post, path, taken);
    m_router.add(Method::Get, "/webhooks/live-chat/{session_id}", [this](const Request &request) { return poll(request); });
    m_server = std::make_unique<HttpServer>(HttpConfig {}, m_router, *this);
    (void)m_server->start().hasValue();
}

std::vector<Backend::Seen> Backend::seen()
{
    const std::lock_guard lock {m_mutex};
    return m_seen;
}

Response Backend::take(const Request &request)
{
    {
        const std::lock_guard lock {m_mutex};
        m_seen.push_back({request.path, request.body, {request.headers.begin(), request.headers.end()}});
        if (onSeen)
            onSeen(m_seen.back());
        if (failuresFirst > 0 && failuresFirst-- > 0)
            return Response::empty(503);
        if (refuseWith != 0)
            return Response::empty(refuseWith);
    }
    if (answering && request.path == "/webhooks/whatsapp" && request.body.find("\"messages\":[") != std::string::npos)
        sendWhatsApp(request.body);
    if (answering && request.path == "/webhooks/twilio/sms")
        sendSms(request.body);
    if (request.path == "/webhooks/live-chat") {
        const std::lock_guard lock {m_mutex};
        m_visitor = request.header("authorization");
        return Response::json(R"({"message_id":"m","visitor_token":""})", 202);
    }
    return Response::json("{}", request.path == "/webhooks/whatsapp" ? 200 : 202);
}

Response Backend::poll(const Request &request)
{
    const std::lock_guard lock {m_mutex};
    if (m_visitor.empty() || request.header("authorization") != m_visitor)
        return Response::empty(403);
    if (!answering || request.queryValue("after") != "0")
        return Response::json(R"({"items":[]})");
    ++m_chatAnswers;
    return Response::json(R"({"items":[{"id":"mine","position":1,"role":"lead","text":"Hi"},{"id":"theirs","position":2,"role":"ai","text":"Hello"}]})");
}

void Backend::sendWhatsApp(std::string_view body)
{
    send({m_provider + "/v23.0/1065/messages", true, "application/json",
        R"({"messaging_product":"whatsapp","to":")" + between(body, R"("from":")", "\"") + R"(","type":"text","text":{"body":"Answer"}})",
        {{"Authorization", "Bearer EAAG"}}});
}

void Backend::sendSms(std::string_view body)
{
    const auto fields = parseForm(body);
    send({m_provider + "/2010-04-01/Accounts/AC5a/Messages.json", true, "application/x-www-form-urlencoded",
        formBody({{"To", fields.at("From")}, {"From", fields.at("To")}, {"Body", "Answer"}}), {{"Authorization", "Basic " + base64("AC5a:tw")}}});
}

void Backend::send(HttpCall call)
{
    Poster poster;
    bool done = false;
    poster.start(std::move(call), [&](const HttpAnswer &) { done = true; });
    while (!done)
        poster.run(1000, {});
}

} // namespace foredeck::traffic::test
