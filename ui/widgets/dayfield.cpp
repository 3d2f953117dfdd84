#include "ui/widgets/dayfield.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/growing.h"

#include <QKeyEvent>

namespace foredeck::ui {

DayField::DayField(QWidget *parent) : QDateEdit(parent)
{
    setSpokenName(this, tr("Day"));
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    growFixedWidth(this, 150);
}

void DayField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QDateEdit::keyPressEvent(event);
    interpretText();
    Q_EMIT entered();
}

} // namespace foredeck::ui
