#include "app/sampletraffic.h"

#include <QLoggingCategory>

#include <utility>

Q_LOGGING_CATEGORY(lcTraffic, "foredeck.traffic", QtInfoMsg)

namespace foredeck {

SampleTraffic::SampleTraffic(Setup setup, QObject *parent) : QObject(parent), m_setup(std::move(setup))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_setup.patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_process)
            m_process->kill();
    });
}

SampleTraffic::~SampleTraffic()
{
    if (m_process)
        m_process->disconnect(this);
}

void SampleTraffic::start(const QUrl &server)
{
    if (m_setup.program.isEmpty())
        return;
    m_next = server;
    if (isRunning())
        letGo();
    else
        launch();
}

void SampleTraffic::launch()
{
    const QUrl server = std::exchange(m_next, {});
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_setup.program);
    m_process->setArguments({QStringLiteral("--dialogues"), m_setup.dialogues, QStringLiteral("--doors"), m_setup.doors, QStringLiteral("--server"), server.toString(),
        QStringLiteral("--ledger"), m_setup.ledger, QStringLiteral("--speed"), QString::number(m_setup.speed), QStringLiteral("--continue"), QStringLiteral("--control")});
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(m_setup.logFile, QIODevice::Append);
    connect(m_process.get(), &QProcess::finished, this, [this](int code) {
        qCInfo(lcTraffic) << "the sample's customers have gone, exit" << code;
        m_patience.stop();
        if (m_next.isEmpty())
            Q_EMIT stopped();
        else
            QMetaObject::invokeMethod(this, [this] { launchNext(); }, Qt::QueuedConnection); // not from its own signal
    });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            qCWarning(lcTraffic, "the sample's customers could not be started: %s", qPrintable(m_process->errorString()));
            Q_EMIT stopped();
        }
    });
    m_process->start();
    if (m_paused)
        tell();
}

void SampleTraffic::launchNext()
{
    if (!m_next.isEmpty() && !isRunning())
        launch();
}

void SampleTraffic::letGo()
{
    m_process->closeWriteChannel();
    m_patience.start();
}

void SampleTraffic::stop()
{
    m_next.clear();
    if (!isRunning()) {
        QMetaObject::invokeMethod(this, &SampleTraffic::stopped, Qt::QueuedConnection);
        return;
    }
    letGo();
}

void SampleTraffic::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    tell();
}

void SampleTraffic::tell()
{
    if (isRunning())
        m_process->write(m_paused ? "pause\n" : "resume\n");
}

} // namespace foredeck
