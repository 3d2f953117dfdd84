#include "server/app/backend.h"
#include "server/app/datafolder.h"
#include "server/app/jsonlog.h"
#include "tests/services/manualclock.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

using namespace foredeck;

namespace {

int giveUp(const Error &error)
{
    std::fprintf(stderr, "foredeckd-by-hand: %s\n", error.detail.c_str());
    return 2;
}

std::unique_ptr<Backend> opened(const DataFolder &folder, ServerConfig config, std::uint16_t port, const Clock &clock, Log &log)
{
    Backend::Options options;
    options.store = folder.store();
    options.key = folder.key();
    options.port = port;
    options.config = std::move(config);
    auto backend = Backend::open(std::move(options), clock, log);
    if (backend.hasError())
        std::exit(giveUp(backend.error()));
    return std::move(backend).value();
}

} // namespace

/// foredeckd-by-hand FOLDER PORT START
/// foredeckd on a data folder as `foredeckd serve` puts it together, with a clock that stands still at START (milliseconds
/// UTC) and goes on by as many milliseconds as each line of standard input says; each is answered with the time that it is
/// then. The end of standard input ends it.
int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (argc != 4)
        return giveUp(Error::invalid("arguments", "FOLDER PORT START"));
    const auto folder = DataFolder::open(argv[1]);
    if (folder.hasError())
        return giveUp(folder.error());
    auto config = ServerConfig::read(folder.value().config());
    if (config.hasError())
        return giveUp(config.error());
    test::ManualClock clock;
    clock.advance(fromMs(std::atoll(argv[3])) - clock.now());
    JsonLog log {clock, config.value().level()};
    const auto backend = opened(folder.value(), std::move(config).value(), static_cast<std::uint16_t>(std::atoi(argv[2])), clock, log);
    if (const auto started = backend->start(); started.hasError())
        return giveUp(started.error());
    for (std::string line; std::getline(std::cin, line);) {
        clock.advance(std::chrono::milliseconds {std::atoll(line.c_str())});
        std::printf("%lld\n", static_cast<long long>(toMs(clock.now())));
        std::fflush(stdout);
    }
    backend->stop();
    return 0;
}
