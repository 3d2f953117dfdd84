#include "tests/jobs/provider.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"
#include "server/channels/formbody.h"

namespace foredeck::tests {

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
    return m_decide ? m_decide(message, count) : taken(message, count, meta);
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
