#include "ui/widgets/placed.h"

#include <QEvent>

namespace foredeck::ui {

Placed::Placed(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

bool Placed::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::LayoutRequest:
        updateGeometry();
        place();
        break;
    case QEvent::Resize:
    case QEvent::Show: // what changed while it was hidden asked for nothing
    case QEvent::LayoutDirectionChange:
        place();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

} // namespace foredeck::ui
