#pragma once

#include <QObject>
#include <QString>

#include <utility>
#include <vector>

namespace foredeck {

/// One notification. Every text is plain; where the desktop reads markup, the implementation keeps it from doing so.
struct Notification {
    QString key; ///< what it is about: the same key replaces
    QString title;
    QString body;
    bool urgent = false;
    bool audible = true;
    /// Key and word of each; the first one is what a press on the notification itself does.
    std::vector<std::pair<QString, QString>> actions;
    QString replyWord; ///< empty: no reply is offered
    QString replyHint; ///< in the empty field
};

/// What the desktop's notifications can do.
struct NotifierStatus {
    enum class Service {
        Asking, ///< not answered yet
        There,
        Missing, ///< there is none, or it does not answer
    };
    Service service = Service::Asking;
    QString name; ///< of what shows them, such as "Plasma"; may be empty
    bool actions = false;
    bool reply = false;
    bool sound = false;
    friend bool operator==(const NotifierStatus &, const NotifierStatus &) = default;
};

/// The desktop's notifications, and the count at the program's icon. Every call returns at once. Interface thread.
class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const NotifierStatus &status() const = 0;
    /// Tried even while there is no service: it may have come.
    virtual void show(const Notification &notice) = 0;
    virtual void close(const QString &key) = 0;
    virtual void closeAll() = 0;
    /// How many wait; `urgent`: the icon asks to be looked at.
    virtual void setCount(int count, bool urgent) = 0;

Q_SIGNALS:
    void statusChanged();
    void acted(const QString &key, const QString &action);
    void replied(const QString &key, const QString &text);
    void countChanged(int count);
};

/// Where notifications must not leave the program: it says so.
class NoNotifier final : public Notifier {
    Q_OBJECT
public:
    NoNotifier() { m_status.service = NotifierStatus::Service::Missing; }
    const NotifierStatus &status() const override { return m_status; }
    void show(const Notification &) override { }
    void close(const QString &) override { }
    void closeAll() override { }
    void setCount(int count, bool) override { Q_EMIT countChanged(count); }

private:
    NotifierStatus m_status;
};

} // namespace foredeck
