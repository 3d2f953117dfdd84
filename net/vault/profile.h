#pragma once

#include "models/core/result.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

class QLocalServer;

namespace foredeck {

class TaskThread;

/// One profile's folder (mode 0700): its lock, `profile.json` (which server_id an address answered with, the device's
/// id, whether the keyring holds a session) and one folder per server_id with the store's files. One program at a time:
/// a second one asks the first to show itself and ends. What is set is known at once and written on a thread of its own, in
/// its order, before the profile goes: the window stands meanwhile.
class Profile : public QObject {
    Q_OBJECT
public:
    /// Errors: Busy (another program has it; it has been asked to show its window), Io.
    static Result<std::unique_ptr<Profile>> open(const QString &folder);
    ~Profile() override;

    QString folder() const { return m_folder; }
    /// Made once per profile: the server's sessions and sockets are bound to it.
    QString deviceId() const { return m_device; }
    /// The folder of the store of one server; made when it is not there.
    Result<QString> storeFolder(const QString &serverId) const;
    /// Empty when this address was never reached. "embedded" is the address of the backend in this profile.
    QString serverIdOf(const QString &address) const;
    void setServerIdOf(const QString &address, const QString &serverId);
    /// Who was signed in last on that server, so that the store opens with the right view of "mine".
    QString userIdOf(const QString &serverId) const;
    void setUserIdOf(const QString &serverId, const QString &userId);
    /// A marker, no secret: the keyring holds a session for this address. So "not found" there is told from "never".
    bool keyringHolds(const QString &address) const;
    void setKeyringHolds(const QString &address, bool holds);

Q_SIGNALS:
    /// Somebody started the program again: bring the window to the front.
    void raiseRequested();

private:
    explicit Profile(const QString &folder);
    Result<void> load();
    QByteArray text() const;
    void save();
    void listen();

    QString m_folder;
    QString m_device;
    struct Data;
    std::unique_ptr<Data> m_data;
    QLockFile m_lock;
    std::unique_ptr<TaskThread> m_saver; ///< ends before the lock does
    QLocalServer *m_server = nullptr;
};

} // namespace foredeck
