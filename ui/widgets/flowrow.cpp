#include "ui/widgets/flowrow.h"

#include <QStyle>

namespace foredeck::ui {

namespace {

constexpr int flowGapDown = 6;

QSize wanted(const QWidget *widget)
{
    return widget->sizeHint().expandedTo(widget->minimumSize()).boundedTo(widget->maximumSize());
}

} // namespace

FlowRow::FlowRow(int gap, QWidget *parent) : Placed(parent), m_gap(gap) { }

void FlowRow::add(QWidget *widget, bool atEnd)
{
    widget->setParent(this);
    widget->show();
    m_widgets << widget;
    if (atEnd)
        m_atEnd << widget;
    updateGeometry();
}

int FlowRow::flow(int width, bool move) const
{
    struct Standing {
        QWidget *widget;
        QRect at;
    };
    QList<Standing> line;
    int x = 0;
    int y = 0;
    int high = 0;
    const auto finish = [&] {
        for (const Standing &one : line) {
            const QRect at(one.at.left(), y + (m_tops ? 0 : (high - one.at.height()) / 2), one.at.width(), one.at.height());
            if (move)
                one.widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
        }
        line.clear();
    };
    for (QWidget *widget : m_widgets) {
        if (widget->isHidden())
            continue;
        const QSize hint = wanted(widget);
        const int wide = qMin(hint.width(), qMax(1, width));
        if (x > 0 && x + wide > width) {
            finish();
            y += high + flowGapDown;
            x = high = 0;
        }
        const bool atEnd = m_atEnd.contains(widget);
        line << Standing {widget, QRect(atEnd ? width - wide : x, 0, wide, widget->hasHeightForWidth() ? widget->heightForWidth(wide) : hint.height())};
        high = qMax(high, line.last().at.height());
        x = atEnd ? width + 1 : x + wide + m_gap;
    }
    finish();
    return y + high;
}

int FlowRow::heightForWidth(int width) const
{
    return flow(width, false);
}

QSize FlowRow::sizeHint() const
{
    int wide = 0;
    for (const QWidget *widget : m_widgets)
        wide += widget->isHidden() ? 0 : wanted(widget).width() + m_gap;
    return {qMax(0, wide - m_gap), flow(qMax(wide, 1), false)};
}

QSize FlowRow::minimumSizeHint() const
{
    return {1, 0};
}

void FlowRow::place()
{
    flow(width(), true);
}

} // namespace foredeck::ui
