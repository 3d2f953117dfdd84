#include "ui/widgets/growing.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QWidget>

namespace foredeck::ui {

namespace {

class Growing final : public QObject {
public:
    Growing(QWidget *widget, int width, void (QWidget::*set)(int)) : QObject(widget), m_widget(widget), m_width(width), m_set(set)
    {
        widget->installEventFilter(this);
        apply();
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange)
            apply();
        return false;
    }

private:
    void apply() { (m_widget->*m_set)(themeOf(m_widget).grown(m_width)); }

    QWidget *m_widget;
    int m_width;
    void (QWidget::*m_set)(int);
};

} // namespace

void growFixedWidth(QWidget *widget, int width)
{
    new Growing(widget, width, &QWidget::setFixedWidth);
}

void growLeastWidth(QWidget *widget, int width)
{
    new Growing(widget, width, &QWidget::setMinimumWidth);
}

void growMostWidth(QWidget *widget, int width)
{
    new Growing(widget, width, &QWidget::setMaximumWidth);
}

} // namespace foredeck::ui
