#pragma once

#include "models/core/log.h"
#include "models/core/result.h"
#include "server/http/httpserver.h"
#include "server/services/conversation/claimrules.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// config.json of a data folder: everything has a default, and every interval is here, so that journeys between real
/// processes shorten them instead of waiting. Times in milliseconds unless the name says otherwise.
struct ServerConfig {
    std::string logLevel = "info"; ///< debug, info, warning, error
    int ioThreads = 1;
    int workers = 4;
    int readers = 3; ///< reading connections of the store
    int cpuThreads = 2; ///< for password hashes
    std::vector<std::string> allowedOrigins;
    bool trustProxy = false;
    bool metricsForAll = false; ///< else /metrics answers loopback peers only

    std::int64_t heartbeatMs = 15'000;
    std::int64_t helloMs = 10'000;
    std::int64_t leaseMs = std::chrono::milliseconds {usualLease}.count();
    std::int64_t sweepMs = 1'000; ///< between two looks for what has lapsed
    std::int64_t escalationSilenceMs = std::int64_t {24} * 60 * 60 * 1000; ///< after which one that nobody took up expires
    std::int64_t accessTokenMs = 15 * 60 * 1000;
    std::int64_t refreshTokenMs = std::int64_t {30} * 24 * 60 * 60 * 1000;
    std::int64_t refreshGraceMs = 10'000;
    int loginTries = 5;
    std::int64_t loginRestMs = 30 * 60 * 1000;
    std::int64_t drainMs = 5'000; ///< how long requests under way are waited for at the end

    std::int64_t headerMs = 10'000;
    std::int64_t bodyMs = 30'000;
    std::int64_t idleMs = 60'000;
    std::int64_t writeMs = 30'000;
    std::int64_t pingMs = 30'000;

    int turnWorkers = 2; ///< the assistant's turns
    int sendWorkers = 4; ///< of each vendor's queue; one more takes what is pressing alone
    std::int64_t jobLeaseMs = 60'000; ///< after which a job of a worker that has gone is taken up by another
    std::int64_t jobPollMs = 1'000; ///< at most between two looks for work
    std::int64_t vendorConnectMs = 5'000;
    std::int64_t vendorTotalMs = 20'000;
    std::vector<std::string> vendorNetworks; ///< beside the public internet, that channels may ask: "127.0.0.0/8", "10.1.2.3" (VendorNetworks)
    std::int64_t chatPollMs = 25'000; ///< how long a visitor's request for answers may wait
    int chatBurst = 60; ///< messages that a chat window may send in a row, then so many a minute; a long one counts for several
    int chatPerMinute = 60;
    int chatAddressBurst = 600; ///< the same of all windows of one address; of this computer, or behind a proxy that is not trusted, none
    int chatAddressPerMinute = 1'200;

    std::int64_t presenceGraceMs = 60'000; ///< how long a console that has gone still counts as there

    int opDays = 30; ///< how long answers to acts are kept for repetitions
    int eventDays = 90; ///< how long the log is kept

    /// The defaults when there is no file. Errors: Invalid with the name of what is not known or out of bounds.
    static Result<ServerConfig> read(const std::string &path);
    static Result<ServerConfig> fromJson(std::string_view json);
    HttpConfig http(std::string address, std::uint16_t port) const;
    LogLevel level() const;
};

} // namespace foredeck
