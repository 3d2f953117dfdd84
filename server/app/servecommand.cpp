#include "server/app/backend.h"
#include "server/app/commands.h"
#include "server/app/datafolder.h"
#include "server/app/jsonlog.h"
#include "version.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace foredeck {

namespace {

constexpr std::size_t maxToken = 512;

/// Says when to end: SIGTERM, SIGINT or SIGHUP, and for an embedded server the end of standard input. Made before any
/// thread, so that all of them leave these signals to it.
class EndSignal {
public:
    EndSignal()
    {
        sigset_t set;
        sigemptyset(&set);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP})
            sigaddset(&set, signal);
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
        m_fd = ::signalfd(-1, &set, SFD_CLOEXEC);
    }
    ~EndSignal() { ::close(m_fd); }
    EndSignal(const EndSignal &) = delete;
    EndSignal &operator=(const EndSignal &) = delete;

    /// The reason.
    std::string wait(bool watchInput) const
    {
        pollfd waits[] {{m_fd, POLLIN, 0}, {watchInput ? STDIN_FILENO : -1, POLLIN, 0}};
        for (;;) {
            if (::poll(waits, 2, -1) < 0 && errno != EINTR)
                return "poll failed";
            if ((waits[0].revents & POLLIN) != 0) {
                signalfd_siginfo info {};
                return ::read(m_fd, &info, sizeof(info)) == sizeof(info) ? ::strsignal(static_cast<int>(info.ssi_signo)) : "signal";
            }
            char rest[256];
            if (waits[1].revents != 0 && ::read(STDIN_FILENO, rest, sizeof(rest)) <= 0)
                return "standard input ended";
        }
    }

private:
    int m_fd;
};

// Byte by byte: what follows the line is not ours to take from the pipe.
Result<std::string> readToken()
{
    std::string token;
    for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1;) {
        if (c == '\n')
            return token.empty() ? Result<std::string> {Error::invalid("standard input", "begins with an empty line instead of a token")} : token;
        token += c;
        if (token.size() > maxToken)
            break;
    }
    return Error::invalid("standard input", "must begin with a line that holds a one-time token");
}

// Should the console die without closing the pipe, the kernel tells us.
Result<void> dieWithParent()
{
    const auto console = ::getppid(); // may be process 1: the first program of a container
    if (::prctl(PR_SET_PDEATHSIG, SIGTERM) != 0)
        return Error::of(Error::Kind::Internal, std::string {"prctl: "} + std::strerror(errno));
    // Who ended before that is noticed by the pipe, which then ends as well.
    return ::getppid() != console ? Result<void> {Error::of(Error::Kind::Cancelled, "the console has ended already")} : Result<void> {};
}

void printReady(const Backend &backend, const std::string &serverId)
{
    std::printf("{\"ready\":true,\"port\":%u,\"server_id\":\"%s\",\"version\":\"%s\"}\n", static_cast<unsigned>(backend.port()), serverId.c_str(), programVersion);
    std::fflush(stdout);
}

Result<std::string> serve(const ServeCommand &command, const DataFolder &folder, const EndSignal &end, const std::string &token)
{
    const auto listen = command.embedded ? Result<ListenAddress> {ListenAddress {"127.0.0.1", 0}} : parseListen(command.listen);
    if (listen.hasError())
        return listen.error();
    if (!command.publicUrl.empty() && !command.publicUrl.starts_with("https://") && !command.publicUrl.starts_with("http://"))
        return Error::invalid("--public-url", "must be an http or https address");
    auto config = ServerConfig::read(folder.config());
    if (config.hasError())
        return Error::of(config.error().kind, folder.config() + ": " + config.error().detail);
    const SystemClock clock;
    JsonLog log {clock, config.value().level()};
    Backend::Options options;
    options.store = folder.store();
    options.key = folder.key();
    options.address = listen.value().address;
    options.port = listen.value().port;
    options.publicUrl = command.publicUrl.substr(0, command.publicUrl.find_last_not_of('/') + 1);
    options.embeddedToken = token;
    options.config = std::move(config).value();
    if (command.embedded) // whoever runs it is whoever uses it, on this computer
        options.config.vendorNetworks.insert(options.config.vendorNetworks.end(), {"127.0.0.0/8", "::1"});
    auto backend = Backend::open(std::move(options), clock, log);
    if (backend.hasError())
        return backend.error();
    if (const auto started = backend.value()->start(); started.hasError())
        return started.error();
    log.info("serving", {{"address", listen.value().address}, {"port", backend.value()->port()}, {"version", programVersion}, {"server_id", backend.value()->store().serverId()}});
    if (command.embedded)
        printReady(*backend.value(), backend.value()->store().serverId());
    const auto reason = end.wait(command.embedded);
    log.info("ending", {{"reason", reason}});
    backend.value()->stop();
    return std::string {};
}

} // namespace

Result<ListenAddress> parseListen(const std::string &text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return Error::invalid("--listen", "must be ADDRESS:PORT, such as 127.0.0.1:8080");
    auto address = text.substr(0, colon);
    if (address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    std::uint16_t port = 0;
    const auto *begin = text.data() + colon + 1;
    const auto *last = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, last, port);
    if (error != std::errc {} || stop != last || begin == last)
        return Error::invalid("--listen", "must end with a port from 0 to 65535");
    return ListenAddress {std::move(address), port};
}

Result<std::string> run(const ServeCommand &command)
{
    const EndSignal end;
    std::string token;
    if (command.embedded) {
        if (const auto tied = dieWithParent(); tied.hasError())
            return tied.error();
        auto line = readToken();
        if (line.hasError())
            return line.error();
        token = std::move(line).value();
    }
    const auto folder = DataFolder::open(command.data);
    if (folder.hasError())
        return folder.error();
    if (const auto there = folder.value().checkStore(); there.hasError())
        return there.error();
    return serve(command, folder.value(), end, token);
}

} // namespace foredeck
