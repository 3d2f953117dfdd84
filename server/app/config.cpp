#include "server/app/config.h"

#include "net/codec/codec.h"
#include "server/app/files.h"

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
        v("chat_poll_ms", x.chatPollMs);
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

Result<void> inBounds(const ServerConfig &c)
{
    const std::pair<const char *, bool> rules[] {
        {"io_threads", c.ioThreads >= 1 && c.ioThreads <= 64},
        {"workers", c.workers >= 1 && c.workers <= 256},
        {"readers", c.readers >= 1 && c.readers <= 64},
        {"cpu_threads", c.cpuThreads >= 1 && c.cpuThreads <= 64},
        {"heartbeat_ms", c.heartbeatMs >= 10},
        {"hello_ms", c.helloMs >= 10},
        {"lease_ms", c.leaseMs >= 10},
        {"sweep_ms", c.sweepMs >= 1},
        {"escalation_silence_ms", c.escalationSilenceMs >= 100},
        {"access_token_ms", c.accessTokenMs >= 1000},
        {"refresh_token_ms", c.refreshTokenMs >= 1000},
        {"refresh_grace_ms", c.refreshGraceMs >= 0 && c.refreshGraceMs <= 60'000},
        {"login_tries", c.loginTries >= 1 && c.loginTries <= 100},
        {"login_rest_ms", c.loginRestMs >= 0},
        {"turn_workers", c.turnWorkers >= 1 && c.turnWorkers <= 64},
        {"send_workers", c.sendWorkers >= 1 && c.sendWorkers <= 64},
        {"job_lease_ms", c.jobLeaseMs >= 100},
        {"job_poll_ms", c.jobPollMs >= 1},
        {"vendor_connect_ms", c.vendorConnectMs >= 1},
        {"vendor_total_ms", c.vendorTotalMs >= 1},
        {"chat_poll_ms", c.chatPollMs >= 0},
        {"presence_grace_ms", c.presenceGraceMs >= 0},
        {"op_days", c.opDays >= 1},
        {"event_days", c.eventDays >= 1},
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
