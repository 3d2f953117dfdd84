#include "server/app/config.h"

#include "net/codec/codec.h"
#include "server/app/files.h"
#include "server/channels/http/vendornetworks.h"

namespace foredeck {

template <>
struct Fields<ServerConfig> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("log_level", x.logLevel);
        v("io_threads", x.ioThreads);
        v("workers", x.workers);
        v("readers", x.readers);
        v("cpu_threads", x.cpuThreads);
        v("allowed_origins", x.allowedOrigins);
        v("trust_proxy", x.trustProxy);
        v("metrics_for_all", x.metricsForAll);
        v("heartbeat_ms", x.heartbeatMs);
        v("hello_ms", x.helloMs);
        v("lease_ms", x.leaseMs);
        v("sweep_ms", x.sweepMs);
        v("escalation_silence_ms", x.escalationSilenceMs);
        v("access_token_ms", x.accessTokenMs);
        v("refresh_token_ms", x.refreshTokenMs);
        v("refresh_grace_ms", x.refreshGraceMs);
        v("login_tries", x.loginTries);
        v("login_rest_ms", x.loginRestMs);
        v("drain_ms", x.drainMs);
        v("header_ms", x.headerMs);
        v("body_ms", x.bodyMs);
        v("idle_ms", x.idleMs);
        v("write_ms", x.writeMs);
        v("ping_ms", x.pingMs);
        v("turn_workers", x.turnWorkers);
        v("send_workers", x.sendWorkers);
        v("job_lease_ms", x.jobLeaseMs);
        v("job_poll_ms", x.jobPollMs);
        v("vendor_connect_ms", x.vendorConnectMs);
        v("vendor_total_ms", x.vendorTotalMs);
        v("vendor_networks", x.vendorNetworks);
        v("chat_poll_ms", x.chatPollMs);
        v("chat_burst", x.chatBurst);
        v("chat_per_minute", x.chatPerMinute);
        v("chat_address_burst", x.chatAddressBurst);
        v("chat_address_per_minute", x.chatAddressPerMinute);
        v("presence_grace_ms", x.presenceGraceMs);
        v("op_days", x.opDays);
        v("event_days", x.eventDays);
    }
};

namespace {

// The codec ignores what it does not know; in a file that a person writes that would hide every slip of the pen.
Result<void> knownOnly(std::string_view json)
{
    JsonDocument given, ours;
    const auto file = given.parse(json);
    const auto defaults = encode(ServerConfig {});
    const auto known = ours.parse(defaults);
    if (file.hasError())
        return file.error();
    if (!file.value().isObject())
        return Error::invalid("config.json", "must hold a JSON object");
    Result<void> result;
    file.value().eachMember([&](std::string_view name, JsonValue) {
        if (!known.value()[name].exists())
            result = Error::invalid(std::string {name}, "is no setting of this program");
        return result.hasValue();
    });
    return result;
}

constexpr std::int64_t oneDay = std::int64_t {24} * 60 * 60 * 1000;
constexpr std::int64_t tenYears = 3'650 * oneDay; ///< no sum with a moment runs over
constexpr std::int64_t mostMessages = 1'000'000;

Result<void> inBounds(const ServerConfig &c)
{
    const auto within = [](std::int64_t value, std::int64_t least, std::int64_t most) { return value >= least && value <= most; };
    const std::pair<const char *, bool> rules[] {
        {"io_threads", within(c.ioThreads, 1, 64)},
        {"workers", within(c.workers, 1, 256)},
        {"readers", within(c.readers, 1, 64)},
        {"cpu_threads", within(c.cpuThreads, 1, 64)},
        {"heartbeat_ms", within(c.heartbeatMs, 10, oneDay)},
        {"hello_ms", within(c.helloMs, 10, oneDay)},
        {"lease_ms", within(c.leaseMs, 10, oneDay)},
        {"sweep_ms", within(c.sweepMs, 1, oneDay)},
        {"escalation_silence_ms", within(c.escalationSilenceMs, 100, tenYears)},
        {"access_token_ms", within(c.accessTokenMs, 1'000, tenYears)},
        {"refresh_token_ms", within(c.refreshTokenMs, 1'000, tenYears)},
        {"refresh_grace_ms", within(c.refreshGraceMs, 0, 60'000)},
        {"login_tries", within(c.loginTries, 1, 100)},
        {"login_rest_ms", within(c.loginRestMs, 0, tenYears)},
        {"drain_ms", within(c.drainMs, 0, oneDay)},
        {"header_ms", within(c.headerMs, 10, oneDay)},
        {"body_ms", within(c.bodyMs, 10, oneDay)},
        {"idle_ms", within(c.idleMs, 10, oneDay)},
        {"write_ms", within(c.writeMs, 10, oneDay)},
        {"ping_ms", within(c.pingMs, 10, oneDay)},
        {"turn_workers", within(c.turnWorkers, 1, 64)},
        {"send_workers", within(c.sendWorkers, 1, 64)},
        {"job_lease_ms", within(c.jobLeaseMs, 100, oneDay)},
        {"job_poll_ms", within(c.jobPollMs, 1, oneDay)},
        {"vendor_connect_ms", within(c.vendorConnectMs, 1, oneDay)},
        {"vendor_total_ms", within(c.vendorTotalMs, 1, oneDay)},
        {"chat_poll_ms", within(c.chatPollMs, 0, oneDay)},
        {"chat_burst", within(c.chatBurst, 1, mostMessages)},
        {"chat_per_minute", within(c.chatPerMinute, 1, mostMessages)},
        {"chat_address_burst", within(c.chatAddressBurst, 1, mostMessages)},
        {"chat_address_per_minute", within(c.chatAddressPerMinute, 1, mostMessages)},
        {"presence_grace_ms", within(c.presenceGraceMs, 0, oneDay)},
        {"op_days", within(c.opDays, 1, tenYears / oneDay)},
        {"event_days", within(c.eventDays, 1, tenYears / oneDay)},
        {"log_level", c.logLevel == "debug" || c.logLevel == "info" || c.logLevel == "warning" || c.logLevel == "error"},
    };
    for (const auto &[name, good] : rules) {
        if (!good)
            return Error::invalid(name, "is out of bounds");
    }
    return {};
}

} // namespace

Result<ServerConfig> ServerConfig::fromJson(std::string_view json)
{
    if (const auto known = knownOnly(json); known.hasError())
        return known.error();
    auto config = decode<ServerConfig>(json);
    if (config.hasError())
        return config;
    if (const auto good = inBounds(config.value()); good.hasError())
        return good.error();
    if (const auto networks = VendorNetworks::of(config.value().vendorNetworks); networks.hasError())
        return networks.error();
    return config;
}

Result<ServerConfig> ServerConfig::read(const std::string &path)
{
    const auto text = readFile(path);
    if (text.hasError())
        return text.error().kind == Error::Kind::NotFound ? Result<ServerConfig> {ServerConfig {}} : text.error();
    return fromJson(text.value());
}

HttpConfig ServerConfig::http(std::string address, std::uint16_t port) const
{
    HttpConfig http;
    http.address = std::move(address);
    http.port = port;
    http.ioThreads = ioThreads;
    http.workers = workers;
    http.allowedOrigins = allowedOrigins;
    http.trustProxy = trustProxy;
    http.limits.headerTime = std::chrono::milliseconds {headerMs};
    http.limits.bodyTime = std::chrono::milliseconds {bodyMs};
    http.limits.idleTime = std::chrono::milliseconds {idleMs};
    http.limits.writeTime = std::chrono::milliseconds {writeMs};
    http.limits.pingInterval = std::chrono::milliseconds {pingMs};
    return http;
}

LogLevel ServerConfig::level() const
{
    if (logLevel == "debug")
        return LogLevel::Debug;
    if (logLevel == "warning")
        return LogLevel::Warning;
    return logLevel == "error" ? LogLevel::Error : LogLevel::Info;
}

} // namespace foredeck
