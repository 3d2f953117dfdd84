#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <memory>
#include <vector>

namespace foredeck::test {

/// A session's bus of its own, with nothing on it and nothing that it would start.
class SessionBus {
public:
    static bool isInstalled() { return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty(); }

    SessionBus()
    {
        QFile config(m_dir.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("no place for the bus");
        config.write("<busconfig><type>session</type><listen>unix:dir=" + m_dir.path().toUtf8() + "</listen>"
                     "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"), QStringLiteral("--print-address=1"), QStringLiteral("--config-file=") + config.fileName()});
        if (!m_daemon.waitForReadyRead(30'000))
            qFatal("the bus did not start: %s", m_daemon.readAllStandardError().constData());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~SessionBus() { end(); }
    QString address() const { return m_address; }
    void end()
    {
        m_daemon.kill();
        m_daemon.waitForFinished(30'000);
    }

private:
    QTemporaryDir m_dir;
    QProcess m_daemon;
    QString m_address;
};

/// The service on it: another program, see notificationpeer.h.
class Peer {
public:
    static inline const QString everything = QStringLiteral("actions,body,body-markup,inline-reply,sound");

    Peer(const SessionBus &bus, const QString &capabilities = everything)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(FOREDECK_PEER), {bus.address(), capabilities});
        [this] { QTRY_VERIFY_WITH_TIMEOUT(count(QStringLiteral("ready")) == 1, 30'000); }();
    }
    ~Peer() { kill(); }
    void say(const QString &line) { m_process.write(line.toUtf8() + '\n'); }
    /// What it was told of that sort, oldest first.
    std::vector<QJsonObject> told(const QString &what)
    {
        while (m_process.canReadLine())
            m_told.push_back(QJsonDocument::fromJson(m_process.readLine()).object());
        std::vector<QJsonObject> found;
        for (const QJsonObject &one : m_told) {
            if (one.value(QStringLiteral("told")).toString() == what)
                found.push_back(one);
        }
        return found;
    }
    int count(const QString &what) { return int(told(what).size()); }
    std::vector<QJsonObject> notices() { return told(QStringLiteral("notify")); }
    int closes() { return count(QStringLiteral("close")); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(30'000);
    }
    /// It hears nothing and says nothing, until it goes on.
    void stop() { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }
    void goOn() { ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT); }

private:
    QProcess m_process;
    std::vector<QJsonObject> m_told;
};

} // namespace foredeck::test
