#include "tests/bench/paintedapplication.h"

#include <QImage>
#include <QScreen>
#include <QThread>
#include <QWidget>

#include <chrono>
#include <ctime>
#include <utility>

namespace foredeck::bench {

namespace {

std::chrono::nanoseconds now(clockid_t clock)
{
    timespec t {};
    ::clock_gettime(clock, &t);
    return std::chrono::seconds {t.tv_sec} + std::chrono::nanoseconds {t.tv_nsec};
}

double ms(std::chrono::nanoseconds time) { return std::chrono::duration<double, std::milli>(time).count(); }

} // namespace

void PaintedApplication::watch(QWidget *widget, std::function<void()> frame)
{
    m_widget = widget;
    m_frame = std::move(frame);
}

void PaintedApplication::forgetDispatches()
{
    m_longestMs = m_longestCpuMs = 0;
    m_longestName.clear();
}

bool PaintedApplication::notify(QObject *receiver, QEvent *event)
{
    // Every thread with an event loop comes through here.
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (receiver == m_widget && event->type() == QEvent::Paint)
        m_painted = true;
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const auto wall = now(CLOCK_MONOTONIC);
    const auto cpu = now(CLOCK_THREAD_CPUTIME_ID);
    const auto name = receiver->metaObject();
    const int type = event->type();
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    --m_depth;
    const auto cpuTime = now(CLOCK_THREAD_CPUTIME_ID) - cpu;
    if (ms(cpuTime) > m_longestCpuMs) {
        m_longestCpuMs = ms(cpuTime);
        m_longestName = QByteArray {name->className()} + ' ' + QByteArray::number(type);
    }
    const double took = ms(now(CLOCK_MONOTONIC) - wall);
    m_longestMs = std::max(m_longestMs, took);
    if (std::exchange(m_painted, false) && m_frame) {
        m_frameMs = took;
        const auto frame = m_frame; // it may ask to watch something else
        frame();
    }
    return done;
}

double sinceStartMs()
{
    return ms(now(CLOCK_MONOTONIC) - std::chrono::nanoseconds {qEnvironmentVariable("BENCH_START_NS").toLongLong()});
}

double processorMs() { return ms(now(CLOCK_PROCESS_CPUTIME_ID)); }

bool showsContent(const QWidget &window, const QRect &part)
{
    const QImage image = window.screen()->grabWindow(window.winId(), part.x(), part.y(), part.width(), part.height()).toImage();
    QList<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb colour = image.pixel(x, y);
            if (!colours.contains(colour))
                colours << colour;
            if (colours.size() >= 3)
                return true;
        }
    }
    return false;
}

} // namespace foredeck::bench
