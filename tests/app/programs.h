#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <csignal>

namespace foredeck::test {

inline QString program(const QString &name)
{
    return QStringLiteral(FOREDECK_PROGRAMS "/") + name;
}

inline QString sampleFile(const QString &name)
{
    return QStringLiteral(FOREDECK_SOURCE_DIR "/resources/sample/") + name;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Processes that run now and have this text in their arguments.
inline QList<qint64> processesWith(const QString &text)
{
    QList<qint64> found;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const qint64 pid = entry.toLongLong(&number);
        // A process that has ended and is not awaited yet has no arguments any more.
        if (number && contentOf(QStringLiteral("/proc/%1/cmdline").arg(pid)).contains(text.toLocal8Bit()))
            found << pid;
    }
    return found;
}

inline void kill(qint64 pid)
{
    ::kill(static_cast<pid_t>(pid), SIGKILL);
}

/// An environment without a display, whose every folder is below `home`.
inline QProcessEnvironment awayFrom(const QTemporaryDir &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    return environment;
}

struct Ran {
    int code = -1;
    QString out;
    QString err;
};

/// Runs it to its end; code -1 when it did not come to one.
inline Ran runToEnd(const QString &name, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program(name), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

/// A data folder with the sample business in it, made by foredeckd itself.
inline bool makeSample(const QString &data, const QString &doors)
{
    const Ran ran = runToEnd(QStringLiteral("foredeckd"),
        {QStringLiteral("init"), QStringLiteral("--data"), data, QStringLiteral("--spec"), sampleFile(QStringLiteral("business.json")), QStringLiteral("--doors"), doors},
        QProcessEnvironment::systemEnvironment());
    return ran.code == 0;
}

} // namespace foredeck::test
