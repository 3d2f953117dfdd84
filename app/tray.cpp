#include "app/tray.h"

#include "ui/theme/icons.h"

namespace foredeck {

Tray::Tray() : m_icon(QIcon::fromTheme(QStringLiteral("org.foredeck.Foredeck"), ui::icon(QStringLiteral("inbox"))))
{
    connect(m_menu.addAction(tr("Open Foredeck")), &QAction::triggered, this, &Tray::openWanted);
    connect(m_menu.addAction(tr("Stop answering and quit")), &QAction::triggered, this, &Tray::quitWanted);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT openWanted();
    });
    m_icon.setContextMenu(&m_menu);
    m_icon.setToolTip(tr("Foredeck answers your customers"));
    m_icon.show();
}

} // namespace foredeck
