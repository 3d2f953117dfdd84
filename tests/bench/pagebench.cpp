/// What a person waits for in the inbox over a large cache: a frame of the list while it scrolls, another view or filter, a
/// conversation that is opened.
///
///   bench_pages PROFILE CONVERSATIONS LONG...
///
/// CONVERSATIONS and LONG as bench_fillcache was given them: the long ones follow the others by number. Prints
/// milliseconds: the frame while scrolling and what the same rows cost by themselves (a blank widget of the same size
/// repainted, and the rows painted into an image); from the choice of a view to the frame that shows its rows; from the
/// choice of each long conversation to the frame that shows its end, and what laying out that screen costs alone.

#include "models/items/transcriptmodel.h"
#include "tests/bench/benchdata.h"
#include "tests/bench/consoleparts.h"
#include "tests/bench/paintedapplication.h"
#include "tests/bench/percentile.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxfilter.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/transcript/transcriptview.h"

#include <QImage>
#include <QScrollBar>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <deque>
#include <functional>
#include <vector>

namespace {

using namespace foredeck;
using Steady = std::chrono::steady_clock;

constexpr QPoint screenCorner {1600, 900}; ///< where the blank widget covers little of the window
constexpr int calmMs = 1500; ///< what the start has left to do
constexpr int restMs = 60; ///< between two choices
constexpr int scrollFrames = 400;
constexpr int scrollBy = 18; ///< pixels
constexpr int choices = 42;
constexpr int openings = 15; ///< of each long conversation

double msSince(Steady::time_point began) { return std::chrono::duration<double, std::milli>(Steady::now() - began).count(); }

class PageRun {
public:
    PageRun(bench::PaintedApplication &application, bench::ConsoleParts &console, std::int64_t conversations, int longOnes)
        : m_application(application), m_inbox(*console.window().inbox())
        , m_list(*qobject_cast<ConversationListModel *>(m_inbox.list()->view()->model())), m_opened(static_cast<std::size_t>(longOnes))
    {
        m_blank.setAttribute(Qt::WA_ShowWithoutActivating);
        m_blank.resize(rows()->size());
        m_blank.move(screenCorner);
        m_blank.show();
        planChoices();
        for (int i = 0; i < openings; ++i) {
            for (int n = 0; n < longOnes; ++n) {
                // Something short before each, far below what is open by now, so that it is opened and not shown again.
                m_steps.emplace_back([this, number = conversations - 1000 - i] { openOne(number, nullptr); });
                m_steps.emplace_back([this, number = conversations + n, n] { openOne(number, &m_opened[static_cast<std::size_t>(n)]); });
            }
        }
        QTimer::singleShot(calmMs, &m_context, [this] { scroll(); });
    }

private:
    QWidget *rows() const { return m_inbox.list()->view()->viewport(); }
    ui::TranscriptView &transcript() const { return *m_inbox.thread()->transcript(); }

    void scroll()
    {
        QScrollBar *bar = m_inbox.list()->view()->verticalScrollBar();
        QImage image(rows()->size() * rows()->devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(rows()->devicePixelRatioF());
        for (int i = 0; i < scrollFrames; ++i) {
            const auto scrolled = Steady::now();
            bar->setValue(bar->value() + scrollBy);
            rows()->repaint();
            m_frames.push_back(msSince(scrolled));
            const auto alone = Steady::now();
            m_blank.repaint();
            rows()->render(&image);
            m_alone.push_back(msSince(alone));
        }
        m_reached = bar->value();
        bar->setValue(0);
        rest();
    }

    /// One after the other, each to other rows: all and one client's, and filters. In none of the other views is anything of the
    /// bench's data.
    void planChoices()
    {
        RowFilter sms;
        sms.channels = {ChannelKind::Sms};
        RowFilter labelled;
        labelled.labels = {bench::label};
        RowFilter hot;
        hot.temperatures = {Temperature::Hot};
        const std::vector<std::function<void()>> acts {[this, sms] { m_inbox.filter()->set(sms); }, [this] { m_inbox.filter()->set({}); },
            [this] { m_inbox.setView({View::All, bench::client().id, {}}); }, [this, labelled] { m_inbox.filter()->set(labelled); },
            [this, hot] { m_inbox.filter()->set(hot); }, [this] { m_inbox.filter()->set({}); }, [this] { m_inbox.setView({View::All, {}, {}}); }};
        for (int i = 0; i < choices; ++i)
            m_steps.emplace_back([this, act = acts[static_cast<std::size_t>(i) % acts.size()]] { choose(act); });
    }

    void choose(const std::function<void()> &act)
    {
        m_application.watch(rows(), [this] {
            if (!m_list.isLoaded() || m_list.rowCount() == 0)
                return;
            m_chosen.push_back(msSince(m_began));
            rest();
        });
        m_began = Steady::now();
        act();
        if (m_list.isLoaded())
            qFatal("the choice shows what was shown");
    }

    /// `found`: null where it is not measured.
    void openOne(std::int64_t number, std::vector<double> *found)
    {
        m_application.watch(transcript().viewport(), [this, found, id = bench::conversationId(number)] {
            if (m_inbox.conversation() != id || transcript().rowCount() == 0 || !transcript().atBottom())
                return;
            const double took = msSince(m_began);
            rest();
            if (found) {
                found->push_back(took);
                layOut();
            }
        });
        m_began = Steady::now();
        m_inbox.open(bench::conversationId(number));
    }

    void layOut()
    {
        const auto began = Steady::now();
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(&transcript(), &changed);
        transcript().viewport()->repaint();
        m_laidOut.push_back(msSince(began));
    }

    void rest()
    {
        m_application.watch(nullptr, {});
        QTimer::singleShot(restMs, &m_context, [this] {
            if (m_steps.empty())
                return finish();
            const auto step = std::move(m_steps.front());
            m_steps.pop_front();
            step();
        });
    }

    void finish()
    {
        std::printf("scrolled=%d frame_p50=%.2f frame_p99=%.2f alone_p50=%.2f choice_p50=%.1f choice_p95=%.1f laid_out=%.1f", m_reached, bench::percentile(m_frames, 0.5),
            bench::percentile(m_frames, 0.99), bench::percentile(m_alone, 0.5), bench::percentile(m_chosen, 0.5), bench::percentile(m_chosen, 0.95), bench::percentile(m_laidOut, 0.5));
        for (std::size_t i = 0; i < m_opened.size(); ++i)
            std::printf(" open%zu=%.1f", i, bench::percentile(m_opened[i], 0.5));
        std::printf("\n");
        QCoreApplication::quit();
    }

    bench::PaintedApplication &m_application;
    ui::InboxPage &m_inbox;
    ConversationListModel &m_list;
    QObject m_context;
    QWidget m_blank; ///< of the size of the rows, on the screen
    std::deque<std::function<void()>> m_steps;
    Steady::time_point m_began;
    int m_reached = 0; ///< pixels
    std::vector<double> m_frames;
    std::vector<double> m_alone;
    std::vector<double> m_chosen;
    std::vector<double> m_laidOut;
    std::vector<std::vector<double>> m_opened; ///< of each long conversation
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fputs("usage: bench_pages PROFILE CONVERSATIONS LONG...\n", stderr);
        return 2;
    }
    bench::PaintedApplication application(argc, argv);
    bench::ConsoleParts console(QString::fromLocal8Bit(argv[1]));
    const PageRun run(application, console, std::atoll(argv[2]), argc - 3);
    return bench::PaintedApplication::exec();
}
