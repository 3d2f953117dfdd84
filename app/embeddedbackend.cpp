#include "app/embeddedbackend.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRandomGenerator>

Q_LOGGING_CATEGORY(lcBackend, "foredeck.backend", QtInfoMsg)

namespace foredeck {

namespace {

constexpr int mostBackoffMs = 30'000;
constexpr int steadyMs = 60'000;
constexpr int drainMs = 5'000;
constexpr qint64 mostWords = 2'000;

} // namespace

QString randomToken()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)).toHex());
}

EmbeddedBackend::EmbeddedBackend(QString program, QString dataFolder, QString logFile, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_data(std::move(dataFolder)), m_log(std::move(logFile))
{
    m_again.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_steady.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &EmbeddedBackend::launch);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_process)
            m_process->kill();
    });
    connect(&m_steady, &QTimer::timeout, this, [this] { m_backoffMs = 500; });
}

EmbeddedBackend::~EmbeddedBackend()
{
    if (m_process)
        m_process->disconnect(this);
}

void EmbeddedBackend::start()
{
    m_stopping = false;
    if (!isRunning() && !m_again.isActive())
        launch();
}

void EmbeddedBackend::stop()
{
    m_stopping = true;
    m_again.stop();
    if (!isRunning()) {
        QMetaObject::invokeMethod(this, &EmbeddedBackend::stopped, Qt::QueuedConnection);
        return;
    }
    m_process->closeWriteChannel();
    m_patience.start(drainMs);
}

void EmbeddedBackend::launch()
{
    m_token = randomToken();
    m_logFrom = QFileInfo(m_log).size();
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_program);
    m_process->setArguments({QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--data"), m_data});
    m_process->setStandardErrorFile(m_log, QIODevice::Append);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &EmbeddedBackend::readLines);
    connect(m_process.get(), &QProcess::finished, this, &EmbeddedBackend::onFinished);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onFailed(tr("The backend could not be started: %1").arg(m_process->errorString()));
    });
    m_process->start();
    m_process->write(m_token.toLatin1() + '\n');
}

void EmbeddedBackend::readLines()
{
    while (m_process->canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process->readLine()).object();
        if (!line.value(u"ready").toBool())
            continue;
        m_steady.start(steadyMs);
        QUrl server;
        server.setScheme(QStringLiteral("http"));
        server.setHost(QStringLiteral("127.0.0.1"));
        server.setPort(line.value(u"port").toInt());
        qCInfo(lcBackend) << "ready at" << server.toString();
        Q_EMIT ready(server, m_token, line.value(u"server_id").toString(), line.value(u"version").toString());
    }
}

void EmbeddedBackend::onFinished()
{
    m_patience.stop();
    m_steady.stop();
    if (m_stopping) {
        Q_EMIT stopped();
        return;
    }
    const QString words = lastWords();
    onFailed(words.isEmpty() ? tr("The backend ended by itself (%1). See %2").arg(m_process->exitCode()).arg(m_log) : tr("The backend ended by itself: %1").arg(words));
}

/// Why it went, in its own sentence: what is in its log since it was started, if that ends with one.
QString EmbeddedBackend::lastWords() const
{
    QFile log(m_log);
    if (!log.open(QIODevice::ReadOnly) || !log.seek(qMax(m_logFrom, log.size() - mostWords)))
        return {};
    const QString last = QString::fromUtf8(log.readAll()).trimmed().section(QLatin1Char('\n'), -1);
    const QString sign = QFileInfo(m_program).fileName() + QStringLiteral(": ");
    return last.startsWith(sign) ? last.mid(sign.size()) : QString();
}

void EmbeddedBackend::onFailed(const QString &why)
{
    if (m_stopping)
        return;
    qCWarning(lcBackend, "%s", qPrintable(why));
    const int next = m_backoffMs;
    m_backoffMs = qMin(m_backoffMs * 2, mostBackoffMs);
    m_again.start(next);
    Q_EMIT gone(why, next);
}

} // namespace foredeck
