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

volatile std::sig_atomic_t wakeDescriptor = -1;

void wake(int)
{
    const int before = errno;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wakeDescriptor, &one, sizeof one);
    errno = before;
}

void handle(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : ends)
        ::sigaction(signal, &action, nullptr);
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
    handle(wake);
}

EndSignals::~EndSignals()
{
    if (m_wake < 0)
        return;
    handle(SIG_DFL);
    wakeDescriptor = -1;
    ::close(m_wake);
}

} // namespace foredeck
