#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace foredeck {

/// The program's place on the desktop while it has no window: a press opens the window, the menu can also quit.
class Tray final : public QObject {
    Q_OBJECT

public:
    Tray();
    /// How many customers wait for a person: at the icon and in its tool tip.
    void setWaiting(int count);
    static bool isThere() { return QSystemTrayIcon::isSystemTrayAvailable(); }

Q_SIGNALS:
    void openWanted();
    void quitWanted();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace foredeck
