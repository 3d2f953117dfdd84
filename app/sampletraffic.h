#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace foredeck {

/// The sample's customers: foredeck-traffic as a child that writes over the backend's public webhooks. It takes "pause"
/// and "resume" on its standard input and ends with it.
class SampleTraffic final : public QObject {
    Q_OBJECT

public:
    struct Setup {
        QString program;
        QString dialogues;
        QString doors;
        QString ledger;
        QString logFile;
        double speed = 1; ///< 1: as people think and type
        int patienceMs = 5'000; ///< who does not go by then is ended
    };
    explicit SampleTraffic(Setup setup, QObject *parent = nullptr);
    ~SampleTraffic() override;

    /// The backend stands here now; running customers are let go, and when they have gone new ones begin where those stopped.
    void start(const QUrl &server);
    void stop();
    bool isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }
    bool isPaused() const noexcept { return m_paused; }
    void setPaused(bool paused);

Q_SIGNALS:
    void stopped();

private:
    void launch();
    void launchNext();
    void letGo();
    void tell();

    Setup m_setup;
    std::unique_ptr<QProcess> m_process;
    QUrl m_next; ///< where they begin again once they have gone
    QTimer m_patience;
    bool m_paused = false;
};

} // namespace foredeck
