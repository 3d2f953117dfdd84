#include "tools/traffic/provider.h"

#include "net/codec/codec.h"
#include "server/http/httpserver.h"
#include "tools/traffic/envelope.h"
#include "tools/traffic/signature.h"

#include <atomic>
#include <charconv>
#include <ctime>
#include <deque>
#include <mutex>
#include <random>

namespace foredeck::traffic {

namespace {

/// Nobody opens a WebSocket here.
class NoSockets final : public SocketEvents {
public:
    void opened(std::shared_ptr<Socket> socket) override { socket->close(1008, "not here"); }
    void received(const std::shared_ptr<Socket> &, std::string) override { }
    void closed(const std::shared_ptr<Socket> &) override { }
};

enum class Fate { Taken, ServerError, TooMany, Lost };

/// {"error":{"message","type","code","fbtrace_id"}}
Response metaError(int status, int code, std::string_view message)
{
    JsonWriter w;
    w.beginObject();
    w.key("error"), w.beginObject();
    w.key("message"), w.string(message);
    w.key("type"), w.string("OAuthException");
    w.key("code"), w.integer(code);
    w.key("fbtrace_id"), w.string("AfLoopback");
    w.endObject(), w.endObject();
    return Response::json(w.take(), status);
}

/// {"code","message","more_info","status"}
Response twilioError(int status, int code, std::string_view message)
{
    JsonWriter w;
    w.beginObject();
    w.key("code"), w.integer(code);
    w.key("message"), w.string(message);
    w.key("more_info"), w.string("https://www.twilio.com/docs/errors/" + std::to_string(code));
    w.key("status"), w.integer(status);
    w.endObject();
    return Response::json(w.take(), status);
}

std::string metaAnswer(std::string_view to, std::string_view id)
{
    JsonWriter w;
    w.beginObject();
    w.key("messaging_product"), w.string("whatsapp");
    w.key("contacts"), w.beginArray(), w.beginObject();
    w.key("input"), w.string(to);
    w.key("wa_id"), w.string(to.substr(to.starts_with('+') ? 1 : 0));
    w.endObject(), w.endArray();
    w.key("messages"), w.beginArray(), w.beginObject(), w.key("id"), w.string(id), w.endObject(), w.endArray();
    w.endObject();
    return w.take();
}

/// RFC 2822.
std::string dateOf(Timestamp at)
{
    const auto seconds = static_cast<std::time_t>(toMs(at) / 1000);
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    char text[64];
    return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts)};
}

void writeTwilio(JsonWriter &w, const Door &door, const Delivered &message, std::string_view status, Timestamp at)
{
    w.beginObject();
    w.key("sid"), w.string(message.providerId);
    w.key("account_sid"), w.string(door.account);
    w.key("api_version"), w.string("2010-04-01");
    w.key("body"), w.string(message.text);
    w.key("date_created"), w.string(dateOf(at));
    w.key("direction"), w.string("outbound-api");
    w.key("error_code"), w.null();
    w.key("error_message"), w.null();
    w.key("from"), w.string(door.number);
    w.key("num_media"), w.string("0");
    w.key("num_segments"), w.string("1");
    w.key("status"), w.string(status);
    w.key("to"), w.string(message.to);
    w.key("uri"), w.string("/2010-04-01/Accounts/" + door.account + "/Messages/" + message.providerId + ".json");
    w.endObject();
}

constexpr std::size_t mostKept = 20'000; ///< of the texts that can be asked for

} // namespace

struct LoopbackProvider::Private {
    const std::vector<Business> &businesses;
    ProviderFaults faults;
    Callback delivered;
    std::mutex randomMutex;
    std::mt19937_64 random;
    std::atomic<std::uint64_t> refused {0};
    struct Taken {
        Delivered message;
        Timestamp at;
    };
    std::mutex takenMutex;
    std::deque<Taken> taken; ///< Twilio: the newest last
    NoSockets sockets;
    Router router;
    std::unique_ptr<HttpServer> server;

    Private(const std::vector<Business> &known, ProviderFaults wanted, std::uint64_t seed, Callback callback)
        : businesses(known), faults(wanted), delivered(std::move(callback)), random(seed) { }

    Fate fate()
    {
        const std::lock_guard lock {randomMutex};
        const double drawn = std::uniform_real_distribution<double> {0, 1}(random);
        if (drawn < faults.serverError)
            return Fate::ServerError;
        if (drawn < faults.serverError + faults.tooMany)
            return Fate::TooMany;
        return drawn < faults.serverError + faults.tooMany + faults.lost ? Fate::Lost : Fate::Taken;
    }

    template <class Matches>
    Delivered find(ChannelKind kind, Matches matches) const
    {
        for (const Business &business : businesses) {
            const Door *door = business.door(kind);
            if (door && matches(*door))
                return {kind, &business, door, {}, {}, {}, {}, {}};
        }
        return {};
    }

    Response refuse(Response response)
    {
        ++refused;
        return response;
    }

    Delivered whatsAppDoor(const Request &request) const
    {
        return find(ChannelKind::WhatsApp, [&](const Door &door) { return door.phoneNumberId == request.param("phone_number_id"); });
    }
    static bool bearerFits(const Request &request, const Door &door) { return request.header("authorization") == "Bearer " + door.token; }

    Response metaNumber(const Request &request)
    {
        const Delivered known = whatsAppDoor(request);
        if (!known.door || !bearerFits(request, *known.door))
            return refuse(metaError(401, 190, "Invalid OAuth access token"));
        JsonWriter w;
        w.beginObject();
        w.key("id"), w.string(known.door->phoneNumberId);
        w.key("display_phone_number"), w.string(known.door->number);
        w.key("verified_name"), w.string(known.business->slug);
        w.key("quality_rating"), w.string("GREEN");
        w.endObject();
        return Response::json(w.take());
    }

    Response metaMessages(const Request &request)
    {
        Delivered message = whatsAppDoor(request);
        if (!message.door || !bearerFits(request, *message.door))
            return refuse(metaError(401, 190, "Invalid OAuth access token"));
        JsonDocument document;
        const auto root = document.parse(request.body);
        if (root.hasError() || root.value()["messaging_product"].asString() != "whatsapp")
            return refuse(metaError(400, 100, "(#100) Invalid parameter"));
        if (root.value()["status"].asString() == "read")
            return Response::json(R"({"success":true})");
        const auto to = root.value()["to"].asString();
        const auto text = root.value()["text"]["body"].asString();
        if (!to || !text || text->empty() || text->size() > 4 * 4096)
            return refuse(metaError(400, 100, "(#100) The parameter to and text['body'] are required."));
        const Fate decided = fate();
        if (decided == Fate::ServerError)
            return metaError(500, 2, "Service temporarily unavailable");
        if (decided == Fate::TooMany)
            return metaError(429, 130429, "(#130429) Rate limit hit");
        message.to = *to;
        message.text = *text;
        message.reference = root.value()["biz_opaque_callback_data"].asString().value_or("");
        message.providerId = newProviderId(ChannelKind::WhatsApp, SystemClock {}.now());
        const std::string answer = metaAnswer(message.to, message.providerId);
        delivered(std::move(message));
        return decided == Fate::Lost ? Response::empty(504) : Response::json(answer);
    }

    Delivered twilioDoor(const Request &request, std::string_view account, std::string_view from) const
    {
        Delivered known = find(ChannelKind::Sms, [&](const Door &door) { return door.account == account && (from.empty() || door.number == from); });
        if (known.door && request.header("authorization") != "Basic " + base64(known.door->account + ":" + known.door->token))
            known.door = nullptr;
        return known;
    }

    Response twilioAccount(const Request &request)
    {
        std::string_view account = request.param("account");
        if (account.ends_with(".json"))
            account.remove_suffix(5);
        const Delivered known = twilioDoor(request, account, {});
        if (!known.door)
            return refuse(twilioError(401, 20003, "Authenticate"));
        JsonWriter w;
        w.beginObject();
        w.key("sid"), w.string(account);
        w.key("friendly_name"), w.string(known.business->slug);
        w.key("status"), w.string("active");
        w.endObject();
        return Response::json(w.take());
    }

    Response twilioMessages(const Request &request)
    {
        const auto fields = parseForm(request.body);
        const auto field = [&](const char *name) { return fields.count(name) ? fields.at(name) : std::string {}; };
        Delivered message = twilioDoor(request, request.param("account"), field("From"));
        if (!message.door)
            return refuse(twilioError(401, 20003, "Authenticate"));
        message.to = field("To");
        message.text = field("Body");
        message.statusCallback = field("StatusCallback");
        if (!message.to.starts_with('+'))
            return refuse(twilioError(400, 21211, "The 'To' number is not a valid phone number."));
        if (message.text.empty())
            return refuse(twilioError(400, 21602, "Message body is required."));
        const Fate decided = fate();
        if (decided == Fate::ServerError)
            return twilioError(503, 20503, "Service unavailable");
        if (decided == Fate::TooMany)
            return twilioError(429, 20429, "Too Many Requests");
        const auto now = SystemClock {}.now();
        message.providerId = newProviderId(ChannelKind::Sms, now);
        JsonWriter answer;
        writeTwilio(answer, *message.door, message, "queued", now);
        keep({message, now});
        delivered(std::move(message));
        return decided == Fate::Lost ? Response::empty(504) : Response::json(answer.take(), 201);
    }

    void keep(Taken text)
    {
        const std::lock_guard lock {takenMutex};
        taken.push_back(std::move(text));
        if (taken.size() > mostKept)
            taken.pop_front();
    }

    Response twilioList(const Request &request)
    {
        const Delivered known = twilioDoor(request, request.param("account"), {});
        if (!known.door)
            return refuse(twilioError(401, 20003, "Authenticate"));
        std::size_t most = 50;
        const auto size = request.queryValue("PageSize");
        std::from_chars(size.data(), size.data() + size.size(), most);
        const auto fits = [](std::string_view wanted, std::string_view value) { return wanted.empty() || wanted == value; };
        JsonWriter w;
        w.beginObject();
        w.key("messages"), w.beginArray();
        std::size_t listed = 0;
        const std::lock_guard lock {takenMutex};
        for (auto text = taken.rbegin(); text != taken.rend() && listed <= most; ++text) {
            const bool isAsked = text->message.door == known.door && fits(request.queryValue("To"), text->message.to) && fits(request.queryValue("From"), text->message.door->number);
            if (isAsked && listed++ < most)
                writeTwilio(w, *known.door, text->message, "delivered", text->at);
        }
        w.endArray();
        w.key("next_page_uri");
        if (listed > most)
            w.string("/2010-04-01/Accounts/" + known.door->account + "/Messages.json?Page=1");
        else
            w.null();
        w.endObject();
        return Response::json(w.take());
    }

    void addRoutes()
    {
        router.add(Method::Get, "/{version}/{phone_number_id}", [this](const Request &request) { return metaNumber(request); });
        router.add(Method::Post, "/{version}/{phone_number_id}/messages", [this](const Request &request) { return metaMessages(request); });
        router.add(Method::Get, "/2010-04-01/Accounts/{account}", [this](const Request &request) { return twilioAccount(request); });
        router.add(Method::Get, "/2010-04-01/Accounts/{account}/Messages.json", [this](const Request &request) { return twilioList(request); });
        router.add(Method::Post, "/2010-04-01/Accounts/{account}/Messages.json", [this](const Request &request) { return twilioMessages(request); });
    }
};

LoopbackProvider::LoopbackProvider(const std::vector<Business> &businesses, std::uint16_t port, ProviderFaults faults, std::uint64_t seed, Callback delivered)
    : d(std::make_unique<Private>(businesses, faults, seed, std::move(delivered)))
{
    d->addRoutes();
    HttpConfig config;
    config.port = port;
    config.workers = 2;
    config.webSocketPath.clear();
    d->server = std::make_unique<HttpServer>(config, d->router, d->sockets);
}

LoopbackProvider::~LoopbackProvider()
{
    stop();
}

Result<void> LoopbackProvider::start()
{
    return d->server->start();
}

std::uint16_t LoopbackProvider::port() const noexcept
{
    return d->server->port();
}

void LoopbackProvider::stop()
{
    d->server->stop(std::chrono::milliseconds {500});
}

std::uint64_t LoopbackProvider::refused() const noexcept
{
    return d->refused;
}

} // namespace foredeck::traffic
