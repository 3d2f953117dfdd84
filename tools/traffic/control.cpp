#include "tools/traffic/control.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <csignal>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace foredeck::traffic {

Control::Control(bool readStandardInput)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGTERM, SIGINT, SIGUSR1, SIGUSR2})
        sigaddset(&set, number);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_descriptors.push_back(m_signals);
    if (readStandardInput)
        m_descriptors.push_back(STDIN_FILENO);
}

Control::~Control()
{
    ::close(m_signals);
}

std::vector<Control::Wish> Control::read(int descriptor)
{
    return descriptor == m_signals ? readSignals() : readLines();
}

std::vector<Control::Wish> Control::readSignals()
{
    std::vector<Wish> wishes;
    signalfd_siginfo info {};
    while (::read(m_signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == SIGUSR1)
            wishes.push_back(Wish::Pause);
        else
            wishes.push_back(info.ssi_signo == SIGUSR2 ? Wish::Resume : Wish::Stop);
    }
    return wishes;
}

std::vector<Control::Wish> Control::readLines()
{
    std::array<char, 512> buffer {};
    const auto length = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (length < 0 && (errno == EINTR || errno == EAGAIN))
        return {};
    if (length <= 0) {
        m_descriptors.erase(std::remove(m_descriptors.begin(), m_descriptors.end(), STDIN_FILENO), m_descriptors.end());
        return {Wish::Stop};
    }
    std::vector<Wish> wishes;
    m_line.append(buffer.data(), static_cast<std::size_t>(length));
    for (auto end = m_line.find('\n'); end != std::string::npos; end = m_line.find('\n')) {
        const std::string line = m_line.substr(0, end);
        m_line.erase(0, end + 1);
        if (line == "pause")
            wishes.push_back(Wish::Pause);
        else if (line == "resume")
            wishes.push_back(Wish::Resume);
        else if (line == "stop")
            wishes.push_back(Wish::Stop);
    }
    return wishes;
}

} // namespace foredeck::traffic
