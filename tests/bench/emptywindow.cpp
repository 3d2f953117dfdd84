/// The floor of a start: an empty QMainWindow with a label, linked with nothing but Qt Widgets.
///
///   bench_emptywindow
///
/// Prints the milliseconds from the driver's start to the window system holding the label's pixels, and the
/// processor time until then.

#include "tests/bench/paintedapplication.h"

#include <QLabel>
#include <QMainWindow>

#include <cstdio>

int main(int argc, char **argv)
{
    foredeck::bench::PaintedApplication application(argc, argv);
    QMainWindow window;
    auto *label = new QLabel(QStringLiteral("Conversations"));
    window.setCentralWidget(label);
    window.resize(1440, 900);
    application.watch(label, [&] {
        if (!foredeck::bench::showsContent(window, QRect(0, label->height() / 2 - 20, 120, 40)))
            return;
        std::printf("content_ms=%.1f cpu_ms=%.1f\n", foredeck::bench::sinceStartMs(), foredeck::bench::processorMs());
        QCoreApplication::quit();
    });
    window.show();
    return foredeck::bench::PaintedApplication::exec();
}
