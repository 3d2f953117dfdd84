/// The console under a stream of events: how long each takes from the socket to its painted row, and how long the event
/// loop was kept from what a person does; and what a frame of the list takes meanwhile.
///
///   bench_live PROFILE FEED RATE SECONDS CONVERSATIONS ACTIVE
///
/// FEED is bench_eventfeed. An event counts as painted with the first frame whose rows show it or a later one. The
/// stall is the longest wait of a small event posted from another thread once a millisecond, as a key press would be;
/// `late` is how late that thread itself was woken, which is the machine's share.

#include "models/ports/ephemera.h"
#include "tests/bench/consoleparts.h"
#include "tests/bench/paintedapplication.h"
#include "tests/bench/percentile.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <thread>

namespace {

using namespace foredeck;
using Steady = std::chrono::steady_clock;

constexpr int rowsLooked = 12; ///< of those on the screen
constexpr int calmMs = 1500; ///< after the sign-in: what the start has left to do
constexpr int patienceMs = 30'000; ///< after the last event

std::int64_t nowNs() { return Steady::now().time_since_epoch().count(); }

/// Posts one event at a time to the interface's thread and notes how long it waited there.
class Pinger final : public QObject {
public:
    ~Pinger() override
    {
        m_ending = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    void start()
    {
        m_thread = std::thread {[this] {
            while (!m_ending) {
                const auto due = Steady::now() + std::chrono::milliseconds {1};
                std::this_thread::sleep_until(due);
                m_late = std::max<std::int64_t>(m_late, (Steady::now() - due).count());
                if (m_posted != 0)
                    continue;
                m_posted = nowNs();
                QCoreApplication::postEvent(this, new QEvent(QEvent::User));
            }
        }};
    }
    void forget() { m_waited = m_late = 0; }
    double waitedMs() const { return static_cast<double>(m_waited) / 1e6; }
    double lateMs() const { return static_cast<double>(m_late) / 1e6; }

protected:
    void customEvent(QEvent *) override { m_waited = std::max<std::int64_t>(m_waited, nowNs() - m_posted.exchange(0)); }

private:
    std::thread m_thread;
    std::atomic<bool> m_ending {false};
    std::atomic<std::int64_t> m_posted {0}; ///< when the event under way was posted; 0: none is
    std::atomic<std::int64_t> m_waited {0};
    std::atomic<std::int64_t> m_late {0};
};

/// What was on the screen when: the highest seq of which it and everything before it was shown.
struct Frame {
    std::int64_t at = 0;
    std::int64_t seq = 0;
};

class LiveRun {
public:
    LiveRun(bench::PaintedApplication &application, bench::ConsoleParts &console, QStringList feed)
        : m_application(application), m_console(console), m_list(*qobject_cast<ConversationListModel *>(console.window().inbox()->list()->view()->model()))
    {
        m_times = m_dir.filePath(QStringLiteral("times"));
        m_feed.setProgram(feed.takeFirst());
        m_feed.setArguments(feed << m_times);
        m_feed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(&m_feed, &QProcess::readyReadStandardOutput, &m_feed, [this] { heard(); });
        QObject::connect(&console.workspace().ephemera(), &Ephemera::syncChanged, &m_feed, [this] { synced(); });
        application.watch(console.rows(), [this] { painted(); });
        m_pinger.start();
        m_feed.start();
    }

private:
    void heard()
    {
        while (m_feed.canReadLine()) {
            const QByteArray line = m_feed.readLine().trimmed();
            if (line.startsWith("port "))
                m_console.workspace().connectTo(QUrl(QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(line.mid(5))), QStringLiteral("once"));
            else if (line.startsWith("sent "))
                sent();
        }
    }

    void synced()
    {
        if (m_going || m_console.workspace().ephemera().sync().phase != SyncPhase::Live)
            return;
        m_going = true;
        QTimer::singleShot(calmMs, &m_feed, [this] {
            if (m_list.isFrozen())
                qFatal("the list is held by pointer or focus: nothing would move");
            m_frames.clear();
            m_frameMs.clear();
            m_pinger.forget();
            m_application.forgetDispatches();
            m_feed.write("go\n");
        });
    }

    void painted()
    {
        if (m_going)
            m_frameMs.push_back(m_application.frameMs());
        std::vector<std::int64_t> seqs;
        for (int row = 0; row < std::min(rowsLooked, m_list.rowCount()); ++row) {
            const QString &text = m_list.itemAt(row).snippet;
            if (text.startsWith(QLatin1Char('#')))
                seqs.push_back(text.mid(1, text.indexOf(QLatin1Char(' ')) - 1).toLongLong());
        }
        std::sort(seqs.rbegin(), seqs.rend());
        // A row may be newer than what else was read with it: what counts is where the rows below follow without a hole.
        std::size_t i = 0;
        while (i + 2 < seqs.size() && (seqs[i] - seqs[i + 1] != 2 || seqs[i + 1] - seqs[i + 2] != 2))
            ++i;
        if (seqs.empty())
            return;
        m_frames.push_back({nowNs(), seqs[i]});
        if (m_last > 0 && seqs[i] >= m_last)
            finish();
    }

    void sent()
    {
        QFile file(m_times);
        static_cast<void>(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        m_sent.resize(static_cast<std::size_t>(bytes.size()) / sizeof(std::int64_t));
        std::memcpy(m_sent.data(), bytes.constData(), m_sent.size() * sizeof(std::int64_t));
        m_last = m_sent.front() + static_cast<std::int64_t>(m_sent.size()) - 1;
        QTimer::singleShot(patienceMs, &m_feed, [this] { finish(); });
        m_console.rows()->update();
    }

    /// Milliseconds of each conversation's event; those that were never painted are left out and told.
    std::vector<double> latencies() const
    {
        std::vector<double> list;
        std::size_t frame = 0;
        for (std::size_t i = 2; i < m_sent.size(); i += 2) {
            const std::int64_t seq = m_sent.front() + static_cast<std::int64_t>(i);
            while (frame < m_frames.size() && (m_frames[frame].seq < seq || m_frames[frame].at < m_sent[i]))
                ++frame;
            if (frame == m_frames.size())
                break;
            list.push_back(static_cast<double>(m_frames[frame].at - m_sent[i]) / 1e6);
        }
        return list;
    }

    void finish()
    {
        if (std::exchange(m_finished, true))
            return;
        const std::vector<double> ms = latencies();
        using bench::percentile;
        std::printf("events=%zu painted=%zu frames=%zu p50=%.1f p99=%.1f frame_p50=%.2f frame_p99=%.2f stall=%.1f late=%.1f dispatch=%.1f cpu=%.1f costly=%s\n",
            m_sent.size() - 1, ms.size() * 2, m_frames.size(), percentile(ms, 0.5), percentile(ms, 0.99), percentile(m_frameMs, 0.5), percentile(m_frameMs, 0.99), m_pinger.waitedMs(), m_pinger.lateMs(), m_application.longestDispatchMs(), m_application.longestDispatchCpuMs(),
            QByteArray(m_application.longestDispatchName()).replace(' ', '/').constData());
        m_feed.closeWriteChannel();
        m_feed.disconnect();
        QObject::connect(&m_feed, &QProcess::finished, &m_application, &QCoreApplication::quit);
    }

    bench::PaintedApplication &m_application;
    bench::ConsoleParts &m_console;
    ConversationListModel &m_list;
    QTemporaryDir m_dir;
    QString m_times;
    QProcess m_feed;
    Pinger m_pinger;
    std::vector<Frame> m_frames;
    std::vector<double> m_frameMs; ///< what each of them took of the interface's thread
    std::vector<std::int64_t> m_sent; ///< the cursor before, then the moments
    std::int64_t m_last = 0; ///< the last seq, once all are sent
    bool m_going = false;
    bool m_finished = false;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 7) {
        std::fputs("usage: bench_live PROFILE FEED RATE SECONDS CONVERSATIONS ACTIVE\n", stderr);
        return 2;
    }
    bench::PaintedApplication application(argc, argv);
    bench::ConsoleParts console(QString::fromLocal8Bit(argv[1]));
    const LiveRun run(application, console, application.arguments().mid(2));
    return bench::PaintedApplication::exec();
}
