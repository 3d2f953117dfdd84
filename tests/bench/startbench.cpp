/// From the start of the program to its first useful paint: the inbox with fifty real rows of a large cache.
///
///   bench_start PROFILE FOREDECKD STORE
///
/// As the product does, it starts its backend on the folder STORE right after the window is shown. Prints the milliseconds
/// from the driver's start to the window system holding the rows' pixels, and the processor time until then.

#include "app/embeddedbackend.h"
#include "tests/bench/consoleparts.h"
#include "tests/bench/paintedapplication.h"

#include <cstdio>

namespace {

constexpr int usefulRows = 50;
/// Of the list's top left corner: the first row's avatar and the beginning of its words.
constexpr QSize looked {160, 60};

} // namespace

int main(int argc, char **argv)
{
    using namespace foredeck;
    if (argc != 4) {
        std::fputs("usage: bench_start PROFILE FOREDECKD STORE\n", stderr);
        return 2;
    }
    bench::PaintedApplication application(argc, argv);
    const QString profile = QString::fromLocal8Bit(argv[1]);
    bench::ConsoleParts console(profile);
    EmbeddedBackend backend(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]), profile + QStringLiteral("/foredeckd.log"));
    QObject::connect(&backend, &EmbeddedBackend::stopped, &application, &QCoreApplication::quit);
    application.watch(console.rows(), [&, told = false]() mutable {
        const QRect part(console.rows()->mapTo(&console.window(), QPoint()), looked);
        if (told || console.rowCount() < usefulRows || !bench::showsContent(console.window(), part))
            return;
        told = true;
        std::printf("content_ms=%.1f cpu_ms=%.1f\n", bench::sinceStartMs(), bench::processorMs());
        backend.stop();
    });
    backend.start();
    return bench::PaintedApplication::exec();
}
