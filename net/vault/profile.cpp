#include "net/vault/profile.h"

#include "models/cache/taskthread.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QUuid>

#include <filesystem>

namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcProfile, "foredeck.profile")

constexpr std::uintmax_t leastRoom = 64 * 1024; ///< of a disk that is not full
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString file(const QString &folder) { return folder + QLatin1String {"/profile.json"}; }

Result<void> write(const QString &path, const QByteArray &text)
{
    QSaveFile target {path};
    if (!target.open(QIODevice::WriteOnly) || !target.setPermissions(ownerOnly) || target.write(text) != text.size() || !target.commit())
        return Error::of(Error::Kind::Io, "profile.json cannot be written: " + target.errorString().toStdString());
    return {};
}

bool isFull(const QString &folder)
{
    std::error_code unknown;
    return std::filesystem::space(folder.toStdString(), unknown).available < leastRoom && !unknown;
}

/// One socket per folder; the name is short because Unix limits it.
QString socketName(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(QDir {folder}.absolutePath().toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QLatin1String {"foredeck-"} + QLatin1String {hash};
}

/// Tells the program that has the profile; it needs no answer.
void askToRaise(const QString &folder)
{
    auto *socket = new QLocalSocket;
    QObject::connect(socket, &QLocalSocket::connected, socket, &QLocalSocket::disconnectFromServer);
    QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(socket, &QLocalSocket::errorOccurred, socket, &QObject::deleteLater);
    socket->connectToServer(socketName(folder));
}

} // namespace

struct Profile::Data {
    QJsonObject servers; ///< address → {server_id, keyring}
    QJsonObject users; ///< server_id → user id
};

Profile::Profile(const QString &folder) : m_folder(folder), m_data(std::make_unique<Data>()), m_lock(folder + QLatin1String {"/lock"})
{
    m_lock.setStaleLockTime(0);
}

Profile::~Profile() = default;

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder)
{
    if (!QDir {}.mkpath(folder))
        return Error::of(Error::Kind::Io, "the profile's folder cannot be made: " + folder.toStdString());
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    std::unique_ptr<Profile> profile {new Profile {folder}};
    if (!profile->m_lock.tryLock(0)) {
        // A lock says no more than that it could not be made.
        // On a full disk Qt fails to take away one that a crash left, too. That of a program that runs cannot be taken away.
        if (isFull(folder) && (profile->m_lock.error() != QLockFile::LockFailedError || profile->m_lock.removeStaleLockFile()))
            return Error::of(Error::Kind::Io, "the disk is full; free some space on it and start Foredeck again: " + folder.toStdString());
        if (profile->m_lock.error() != QLockFile::LockFailedError)
            return Error::of(Error::Kind::Io, "the profile's lock cannot be written: " + folder.toStdString());
        askToRaise(folder);
        return Error::of(Error::Kind::Busy, "the program is running already; it has been asked to show itself");
    }
    if (const auto loaded = profile->load(); loaded.hasError())
        return loaded.error();
    profile->listen();
    return profile;
}

void Profile::listen()
{
    const QString name = socketName(m_folder);
    QLocalServer::removeServer(name); // left by a crash: the lock is ours
    m_server = new QLocalServer {this};
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            socket->deleteLater();
        Q_EMIT raiseRequested();
    });
    m_server->listen(name);
}

Result<void> Profile::load()
{
    QFile stored {file(m_folder)};
    if (stored.exists()) {
        if (!stored.open(QIODevice::ReadOnly))
            return Error::of(Error::Kind::Io, "profile.json cannot be read: " + stored.errorString().toStdString());
        const QJsonObject root = QJsonDocument::fromJson(stored.readAll()).object();
        m_device = root.value(QLatin1String {"device"}).toString();
        m_data->servers = root.value(QLatin1String {"servers"}).toObject();
        m_data->users = root.value(QLatin1String {"users"}).toObject();
    }
    if (!m_device.isEmpty())
        return {};
    m_device = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return write(file(m_folder), text());
}

QByteArray Profile::text() const
{
    return QJsonDocument {QJsonObject {{QStringLiteral("device"), m_device}, {QStringLiteral("servers"), m_data->servers}, {QStringLiteral("users"), m_data->users}}}.toJson();
}

void Profile::save()
{
    if (!m_saver)
        m_saver = std::make_unique<TaskThread>();
    m_saver->post(TaskThread::Lane::Normal, [path = file(m_folder), text = text()] {
        if (const auto written = write(path, text); written.hasError())
            qCWarning(lcProfile, "%s", written.error().detail.c_str());
    });
}

Result<QString> Profile::storeFolder(const QString &serverId) const
{
    static const QString allowed = QStringLiteral("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
    const bool plain = !serverId.isEmpty() && serverId.size() <= 64
        && std::all_of(serverId.begin(), serverId.end(), [](QChar c) { return allowed.contains(c); });
    if (!plain)
        return Error::of(Error::Kind::Invalid, "the server's id is not one");
    const QString folder = m_folder + QLatin1Char {'/'} + serverId;
    if (!QDir {}.mkpath(folder))
        return Error::of(Error::Kind::Io, "the store's folder cannot be made: " + folder.toStdString());
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    return folder;
}

QString Profile::serverIdOf(const QString &address) const
{
    return m_data->servers.value(address).toObject().value(QLatin1String {"server_id"}).toString();
}

void Profile::setServerIdOf(const QString &address, const QString &serverId)
{
    if (serverIdOf(address) == serverId)
        return;
    QJsonObject server = m_data->servers.value(address).toObject();
    server.insert(QStringLiteral("server_id"), serverId);
    m_data->servers.insert(address, server);
    save();
}

QString Profile::userIdOf(const QString &serverId) const { return m_data->users.value(serverId).toString(); }

void Profile::setUserIdOf(const QString &serverId, const QString &userId)
{
    if (userIdOf(serverId) == userId)
        return;
    m_data->users.insert(serverId, userId);
    save();
}

bool Profile::keyringHolds(const QString &address) const
{
    return m_data->servers.value(address).toObject().value(QLatin1String {"keyring"}).toBool();
}

void Profile::setKeyringHolds(const QString &address, bool holds)
{
    if (keyringHolds(address) == holds)
        return;
    QJsonObject server = m_data->servers.value(address).toObject();
    server.insert(QStringLiteral("keyring"), holds);
    m_data->servers.insert(address, server);
    save();
}

} // namespace foredeck
