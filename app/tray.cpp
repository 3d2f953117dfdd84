#include "app/tray.h"

#include "ui/theme/icons.h"
#include "ui/widgets/painting.h"

#include <QPainter>

namespace foredeck {

namespace {

constexpr int mostShown = 9;
const QColor discColor(0xB3, 0x26, 0x1E); // danger, as in the window's light theme

QIcon plainIcon()
{
    return QIcon::fromTheme(QStringLiteral("org.foredeck.Foredeck"), ui::icon(QStringLiteral("inbox")));
}

/// With the count in a disc at its corner; its words stand in the tool tip.
QIcon countedIcon(int count)
{
    QIcon counted;
    for (const int size : {22, 32, 64}) {
        QPixmap picture = plainIcon().pixmap(QSize(size, size), 1);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF disc(picture.width() * 0.4, picture.height() * 0.4, picture.width() * 0.6, picture.height() * 0.6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(discColor);
        painter.drawEllipse(disc);
        QFont font;
        font.setPixelSize(qMax(8, int(disc.height() * 0.7)));
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(disc, Qt::AlignCenter, count > mostShown ? QStringLiteral("9+") : QString::number(count));
        counted.addPixmap(picture);
    }
    return counted;
}

} // namespace

Tray::Tray() : m_icon(plainIcon())
{
    connect(m_menu.addAction(tr("Open Foredeck")), &QAction::triggered, this, &Tray::openWanted);
    connect(m_menu.addAction(tr("Stop answering and quit")), &QAction::triggered, this, &Tray::quitWanted);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT openWanted();
    });
    m_icon.setContextMenu(&m_menu);
    setWaiting(0);
    m_icon.show();
}

void Tray::setWaiting(int count)
{
    m_icon.setIcon(count > 0 ? countedIcon(count) : plainIcon());
    m_icon.setToolTip(ui::plainTip(count > 0 ? tr("Foredeck: %n customer(s) wait(s) for a person", "", count) : tr("Foredeck answers your customers")));
}

} // namespace foredeck
