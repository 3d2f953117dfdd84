#include "tests/jobs/provider.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"
#include "server/channels/formbody.h"

#include <algorithm>
#include <ctime>

namespace foredeck::tests {

namespace {

std::string rfc2822(Timestamp at)
{
    const auto seconds = static_cast<std::time_t>(toMs(at) / 1000);
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    char text[64];
    return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts)};
}

} // namespace

class Provider::NoSockets final : public SocketEvents {
public:
    void opened(std::shared_ptr<Socket> socket) override { socket->close(1008, "not here"); }
    void received(const std::shared_ptr<Socket> &, std::string) override { }
    void closed(const std::shared_ptr<Socket> &) override { }
};

Provider::Provider() : m_sockets(std::make_unique<NoSockets>())
{
    m_router.add(Method::Post, "/v23.0/{number}/messages", [this](const Request &r) { return meta(r); });
    m_router.add(Method::Get, "/v23.0/{number}", [](const Request &r) {
        return r.header("authorization") == "Bearer wa-token" ? Response::json("{}") : metaError(401, 190);
    });
    m_router.add(Method::Post, "/2010-04-01/Accounts/{account}/Messages.json", [this](const Request &r) { return twilio(r); });
    m_router.add(Method::Get, "/2010-04-01/Accounts/{account}/Messages.json", [this](const Request &r) { return list(r); });
    m_router.add(Method::Get, "/2010-04-01/Accounts/{account}", [](const Request &r) {
        return r.header("authorization").empty() ? twilioError(401, 20003) : Response::json("{}");
    });
    m_server = std::make_unique<HttpServer>(HttpConfig {}, m_router, *m_sockets);
    if (m_server->start().hasError())
        std::abort();
}

Provider::~Provider()
{
    m_server->stop();
}

void Provider::answerWith(Decide decide)
{
    const std::lock_guard lock {m_mutex};
    m_decide = std::move(decide);
}

std::vector<Handed> Provider::handed() const
{
    const std::lock_guard lock {m_mutex};
    return m_handed;
}

Response Provider::taken(const Handed &message, int count, bool meta)
{
    JsonWriter json;
    json.beginObject();
    if (meta) {
        json.key("messaging_product"), json.string("whatsapp");
        json.key("messages"), json.beginArray(), json.beginObject();
        json.key("id"), json.string("wamid.out" + std::to_string(count));
        json.endObject(), json.endArray();
    } else {
        json.key("sid"), json.string("SMout" + std::to_string(count));
        json.key("to"), json.string(message.to);
        json.key("status"), json.string("queued");
    }
    json.endObject();
    return Response::json(json.take(), meta ? 200 : 201);
}

Response Provider::metaError(int status, int code, const std::string &text)
{
    return Response::json(R"({"error":{"message":")" + text + R"(","type":"OAuthException","code":)" + std::to_string(code) + "}}", status);
}

Response Provider::twilioError(int status, int code, const std::string &text)
{
    return Response::json(R"({"code":)" + std::to_string(code) + R"(,"message":")" + text + R"(","status":)" + std::to_string(status) + "}", status);
}

Response Provider::take(Handed message, bool meta)
{
    const std::lock_guard lock {m_mutex};
    m_handed.push_back(message);
    const int count = static_cast<int>(m_handed.size());
    auto answer = m_decide ? m_decide(message, count) : taken(message, count, meta);
    if (!meta && m_clock && (answer.status < 300 || m_takesWhatever))
        m_listed.push_back({"SMout" + std::to_string(count), std::move(message), m_clock->now()});
    return answer;
}

void Provider::listBy(const Clock &clock)
{
    const std::lock_guard lock {m_mutex};
    m_clock = &clock;
}

void Provider::takeWhatever(bool on)
{
    const std::lock_guard lock {m_mutex};
    m_takesWhatever = on;
}

void Provider::failListed(const std::string &sid, int code)
{
    const std::lock_guard lock {m_mutex};
    for (auto &one : m_listed)
        one.errorCode = one.sid == sid ? code : one.errorCode;
}

void Provider::answerListWith(std::optional<Response> answer)
{
    const std::lock_guard lock {m_mutex};
    m_listAnswer = std::move(answer);
}

int Provider::listings() const
{
    const std::lock_guard lock {m_mutex};
    return m_listings;
}

Response Provider::list(const Request &request)
{
    const std::lock_guard lock {m_mutex};
    ++m_listings;
    if (!m_clock)
        return twilioError(404, 20404);
    if (m_listAnswer)
        return *m_listAnswer;
    const auto wanted = [&](const char *name) { return request.query.count(name) ? request.query.at(name) : std::string {}; };
    JsonWriter json;
    json.beginObject();
    json.key("messages"), json.beginArray();
    const auto most = static_cast<std::size_t>(std::stoi(wanted("PageSize")));
    std::size_t listed = 0;
    for (auto one = m_listed.rbegin(); one != m_listed.rend(); ++one) {
        if (one->message.to != wanted("To") || one->message.from != wanted("From") || listed++ >= most)
            continue;
        json.beginObject();
        json.key("sid"), json.string(one->sid);
        json.key("body"), json.string(one->message.text);
        json.key("direction"), json.string("outbound-api");
        json.key("date_created"), json.string(rfc2822(one->at));
        json.key("status"), json.string(one->errorCode ? "undelivered" : "delivered");
        json.key("error_code");
        one->errorCode ? json.integer(one->errorCode) : json.null();
        json.endObject();
    }
    json.endArray();
    json.key("next_page_uri");
    listed > most ? json.string("/2010-04-01/Accounts/AC1/Messages.json?Page=1") : json.null();
    json.endObject();
    return Response::json(json.take());
}

Response Provider::meta(const Request &request)
{
    JsonDocument document;
    const auto root = document.parse(request.body);
    if (root.hasError())
        return metaError(400, 100);
    const auto text = [&](JsonValue value) { return std::string {value.asString().value_or("")}; };
    return take({text(root.value()["to"]), text(root.value()["text"]["body"]), std::string {request.param("number")}, std::string {request.header("authorization")}, {}, request.body}, true);
}

Response Provider::twilio(const Request &request)
{
    const auto fields = parseForm(request.body);
    if (fields.hasError())
        return twilioError(400, 21602);
    const auto value = [&](std::string_view name) { return std::string {formValue(fields.value(), name)}; };
    return take({value("To"), value("Body"), value("From"), std::string {request.header("authorization")}, value("StatusCallback")}, false);
}

} // namespace foredeck::tests
