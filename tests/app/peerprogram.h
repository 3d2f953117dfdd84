#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QObject>
#include <QSocketNotifier>
#include <QStringList>

#include <cstdio>
#include <functional>
#include <unistd.h>

namespace foredeck::test {

/// A service that stands on the bus of a test is a program of its own: it hears lines on standard input and tells on standard
/// output what happened to it, as JSON (sessionbus.h reads that).
inline void hearLines(QObject *peer, const std::function<void(const QByteArray &)> &hear)
{
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, peer);
    QObject::connect(input, &QSocketNotifier::activated, peer, [hear] {
        char buffer[4096];
        const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (size <= 0)
            return QCoreApplication::exit(0); // the test is over
        for (const QByteArray &line : QByteArray(buffer, size).split('\n')) {
            if (!line.isEmpty())
                hear(line);
        }
    });
}

inline void tell(const char *what)
{
    std::printf("{\"told\":\"%s\"}\n", what);
    std::fflush(stdout);
}

/// `make`: the peer, from the program's arguments.
template <class Make>
int runPeer(int argc, char **argv, Make make)
{
    QCoreApplication application(argc, argv);
    const auto peer = make(QCoreApplication::arguments());
    if (!peer->isThere())
        return 1;
    tell("ready");
    return QCoreApplication::exec();
}

} // namespace foredeck::test
