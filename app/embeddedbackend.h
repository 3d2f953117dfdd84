#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace foredeck {

/// The real backend as a child of the console (contract 6): the token goes in over its standard input, a ready line comes
/// out, the end of the pipe ends it, so none is left behind when the console is killed. When it ends by itself it is
/// started again with back-off. Interface thread; nothing here waits.
class EmbeddedBackend final : public QObject {
    Q_OBJECT

public:
    EmbeddedBackend(QString program, QString dataFolder, QString logFile, QObject *parent = nullptr);
    ~EmbeddedBackend() override;

    void start();
    /// Drains and ends; `stopped` follows. Safe when it does not run.
    void stop();
    bool isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }

Q_SIGNALS:
    void ready(const QUrl &server, const QString &token, const QString &serverId, const QString &version);
    /// It ended without being asked; the next start is in `nextMs`. `why` is a sentence.
    void gone(const QString &why, int nextMs);
    void stopped();

private:
    void launch();
    void readLines();
    void onFinished();
    QString lastWords() const;
    void onFailed(const QString &why);

    QString m_program;
    QString m_data;
    QString m_log;
    QString m_token;
    qint64 m_logFrom = 0; ///< where the log of this start begins
    std::unique_ptr<QProcess> m_process;
    QTimer m_again;
    QTimer m_patience; ///< after stop(): how long it may drain
    QTimer m_steady; ///< a backend that ran this long is started again at once
    int m_backoffMs = 500;
    bool m_stopping = false;
};

/// 32 random bytes in hexadecimal.
QString randomToken();

} // namespace foredeck
