#include "ui/widgets/sidemargins.h"

#include <QEvent>
#include <QLayout>
#include <QMargins>
#include <QWidget>

namespace foredeck::ui {

namespace {

class SideMargins final : public QObject {
public:
    SideMargins(QWidget *widget, QLayout *layout, const QMargins &logical) : QObject(widget), m_widget(widget), m_layout(layout), m_logical(logical)
    {
        widget->installEventFilter(this);
        apply();
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        const bool mirrored = m_widget->layoutDirection() == Qt::RightToLeft;
        m_layout->setContentsMargins(mirrored ? m_logical.right() : m_logical.left(), m_logical.top(), mirrored ? m_logical.left() : m_logical.right(), m_logical.bottom());
    }

    QWidget *m_widget;
    QLayout *m_layout;
    QMargins m_logical; ///< start is left
};

} // namespace

void setSideMargins(QWidget *widget, QLayout *layout, int start, int top, int end, int bottom)
{
    new SideMargins(widget, layout, {start, top, end, bottom});
}

} // namespace foredeck::ui
