#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusConnection;
class QDBusMessage;
class QDBusPendingCallWatcher;

namespace foredeck {

/// Tells when the desktop's session is locked, and before the computer sleeps: logind's Lock and PrepareForSleep. The sleep
/// waits until that was told, where logind lets it. Without logind nothing is told.
class LockWatch final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void begin();

Q_SIGNALS:
    void lockWanted();

private Q_SLOTS:
    void onLock();
    void onSleep(bool begins);

private:
    void follow(const QString &session);
    void holdSleep();

    QDBusUnixFileDescriptor m_hold; ///< as long as it is open, a sleep waits for a moment
};

} // namespace foredeck
