#include "net/api/serverprobe.h"

#include "net/api/metareader.h"
#include "net/codec/codec.h"

namespace foredeck {

namespace {

constexpr std::int64_t limitMs = 10'000;

struct Meta {
    std::string product;
    std::string version;
    std::string minConsoleVersion;
    std::string serverId;
    std::vector<std::string> features;
};

} // namespace

template <>
struct Fields<Meta> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("product", x.product);
        v("version", x.version);
        v("min_console_version", x.minConsoleVersion);
        v.required("server_id", x.serverId);
        v("features", x.features);
    }
};

Result<ServerMeta> readMeta(const ApiResponse &response)
{
    if (!response.ok())
        return response.error();
    const auto meta = decode<Meta>(response.body);
    if (meta.hasError())
        return Error::of(Error::Kind::Invalid, ApiClient::tr("What answers at this address is no Foredeck backend.").toStdString());
    ServerMeta told;
    told.product = QString::fromStdString(meta.value().product);
    told.version = QString::fromStdString(meta.value().version);
    told.minConsoleVersion = QString::fromStdString(meta.value().minConsoleVersion);
    told.serverId = QString::fromStdString(meta.value().serverId);
    for (const std::string &feature : meta.value().features)
        told.features.append(QString::fromStdString(feature));
    return told;
}

void probeServer(const QUrl &server, QObject *context, std::function<void(Result<ServerMeta>)> done)
{
    auto *client = new ApiClient {limitMs, context};
    client->setServer(server);
    ApiRequest request;
    request.path = QStringLiteral("/api/v1/meta");
    request.authorized = false;
    client->send(request, [client, done = std::move(done)](const ApiResponse &response) {
        client->deleteLater();
        done(readMeta(response));
    });
}

} // namespace foredeck
