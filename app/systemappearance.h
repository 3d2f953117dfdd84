#pragma once

#include <QObject>
#include <QVariant>

class QDBusMessage;

namespace foredeck {

/// Whether the desktop wants dark, and more contrast: asked of its portal (org.freedesktop.appearance: color-scheme, contrast), followed
/// as it changes. Without a portal, or after 500 ms without an answer, nothing is said and the window stays light.
class SystemAppearance final : public QObject {
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);
    void ask();

Q_SIGNALS:
    void darkChanged(bool dark);
    void contrastChanged(bool more);

private Q_SLOTS:
    /// The message as it is: the bus connects no slot that takes a QDBusVariant, unless that type was registered before.
    void onSettingChanged(const QDBusMessage &told);

private:
    void askFor(const QString &key);
    void take(const QString &key, const QVariant &value);
};

} // namespace foredeck
