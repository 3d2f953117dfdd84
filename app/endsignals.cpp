#include "app/endsignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>

#include <sys/eventfd.h>
#include <unistd.h>

namespace foredeck {

namespace {

constexpr std::array ends {SIGTERM, SIGINT, SIGHUP};
/// What stood there before.
std::array<struct sigaction, ends.size()> before;

volatile std::sig_atomic_t wakeDescriptor = -1;

void wake(int)
{
    const int kept = errno;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wakeDescriptor, &one, sizeof one);
    errno = kept;
}

/// What was to be ignored, under nohup or as a job of a shell, is ignored.
bool isIgnored(const struct sigaction &action)
{
    return (action.sa_flags & SA_SIGINFO) == 0 && action.sa_handler == SIG_IGN;
}

void handle(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (!isIgnored(before[i]))
            ::sigaction(ends[i], &action, nullptr);
    }
}

} // namespace

EndSignals::EndSignals(QObject *parent) : QObject(parent), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_wake < 0)
        return; // they end the program as they always do
    auto *notifier = new QSocketNotifier(m_wake, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::uint64_t asks = 0;
        if (::read(m_wake, &asks, sizeof asks) <= 0)
            return;
        handle(SIG_DFL); // whoever asks twice does not want to wait
        Q_EMIT asked();
    });
    wakeDescriptor = m_wake;
    for (std::size_t i = 0; i < ends.size(); ++i)
        ::sigaction(ends[i], nullptr, &before[i]);
    handle(wake);
}

EndSignals::~EndSignals()
{
    if (m_wake < 0)
        return;
    for (std::size_t i = 0; i < ends.size(); ++i)
        ::sigaction(ends[i], &before[i], nullptr);
    wakeDescriptor = -1;
    ::close(m_wake);
}

} // namespace foredeck
