#include "app/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace foredeck {

namespace {

QString sampleIn(const QString &wanted)
{
    const QString here = QCoreApplication::applicationDirPath();
    QStringList candidates;
    if (!wanted.isEmpty())
        candidates << wanted;
    else
        candidates << here + QStringLiteral("/../share/foredeck/sample") << here + QStringLiteral("/../../resources/sample") << here + QStringLiteral("/../../../resources/sample");
    for (const QString &folder : candidates) {
        if (QFileInfo::exists(folder + QStringLiteral("/business.json")))
            return QDir::cleanPath(folder);
    }
    return {};
}

/// What is kept here is its owner's alone. A folder that somebody else made keeps the rights it was given.
void makeOwn(const QString &folder)
{
    if (QFileInfo::exists(folder))
        return;
    QDir().mkpath(QFileInfo(folder).path());
    QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

Places::Places(const QString &profile, const QString &sample)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/foredeck");
    m_base = profile.isEmpty() ? data : QDir(profile).absolutePath();
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/foredeck");
    m_settings = (profile.isEmpty() ? config : m_base) + QStringLiteral("/foredeck.conf");
    // Qt 6.4 knows no place for state: the base directory specification's variable, with its default.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    m_state = profile.isEmpty() ? (state.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : state) + QStringLiteral("/foredeck") : m_base + QStringLiteral("/log");
    m_sample = sampleIn(sample);
    for (const QString &folder : {m_base, root(true), root(false), remote(), m_state})
        makeOwn(folder);
}

QString Places::log(const QString &program) const
{
    return m_state + QLatin1Char('/') + program + QStringLiteral(".log");
}

bool Places::hasStore(bool sample) const
{
    const QString store = server(sample) + QStringLiteral("/foredeckd.db");
    // The latter where a restore was ended in the middle: whoever serves the folder ends it first.
    return QFileInfo::exists(store) || QFileInfo::exists(store + QStringLiteral(".restoring"));
}

QString Places::program(const QString &name) const
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {here, here + QStringLiteral("/../libexec/foredeck")}) {
        const QFileInfo file(folder + QLatin1Char('/') + name);
        if (file.isExecutable())
            return file.absoluteFilePath();
    }
    return {};
}

} // namespace foredeck
