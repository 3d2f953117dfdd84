#pragma once

#include <QApplication>

#include <functional>

class QRect;

namespace foredeck::bench {

/// An application that tells when a widget's pixels have been handed to the window system, and how long its event loop
/// was away from turning.
class PaintedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    /// `frame` is called after each turn of the loop in which `widget` was painted and flushed; null: nothing is watched.
    void watch(QWidget *widget, std::function<void()> frame);
    /// How long the turn took of which `frame` is being told.
    double frameMs() const { return m_frameMs; }
    /// From now on.
    void forgetDispatches();
    double longestDispatchMs() const { return m_longestMs; }
    /// The interface thread's processor time of its most expensive dispatch.
    double longestDispatchCpuMs() const { return m_longestCpuMs; }
    /// Of the event that was the longest by processor time.
    const QByteArray &longestDispatchName() const { return m_longestName; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    QWidget *m_widget = nullptr;
    std::function<void()> m_frame;
    bool m_painted = false;
    int m_depth = 0;
    double m_frameMs = 0;
    double m_longestMs = 0;
    double m_longestCpuMs = 0;
    QByteArray m_longestName;
};

/// Milliseconds since the driver started this program (BENCH_START_NS in the environment, CLOCK_MONOTONIC).
double sinceStartMs();
/// The processor time this program has taken so far.
double processorMs();
/// The window system's own pixels of that part of the window hold three colours or more: something is drawn there.
bool showsContent(const QWidget &window, const QRect &part);

} // namespace foredeck::bench
