#include "ui/widgets/buttonrow.h"

#include "ui/widgets/button.h"

#include <QStyle>

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr int buttonGap = 8;

} // namespace

ButtonRow::ButtonRow(const QList<Button *> &buttons, QWidget *parent) : Placed(parent), m_buttons(buttons)
{
    for (Button *button : m_buttons)
        button->setParent(this);
}

QList<Button *> ButtonRow::shown() const
{
    QList<Button *> shown;
    std::copy_if(m_buttons.begin(), m_buttons.end(), std::back_inserter(shown), [](const Button *button) { return !button->isHidden(); });
    return shown;
}

int ButtonRow::widthBeside() const
{
    int width = 0;
    for (const Button *button : shown())
        width += (width > 0 ? buttonGap : 0) + button->sizeHint().width();
    return width;
}

int ButtonRow::heightForWidth(int width) const
{
    const bool beside = width >= widthBeside();
    int height = 0;
    for (const Button *button : shown()) {
        const int own = button->sizeHint().height();
        height = beside ? qMax(height, own) : height + (height > 0 ? buttonGap : 0) + own;
    }
    return height;
}

QSize ButtonRow::sizeHint() const
{
    const int width = widthBeside();
    return {width, heightForWidth(width)};
}

QSize ButtonRow::minimumSizeHint() const
{
    int width = 0;
    for (const Button *button : shown())
        width = qMax(width, button->sizeHint().width());
    return {width, heightForWidth(widthBeside())};
}

void ButtonRow::place()
{
    const bool beside = width() >= widthBeside();
    int left = qMax(0, width() - widthBeside());
    int top = 0;
    for (Button *button : shown()) {
        const QSize size = button->sizeHint();
        const QRect place = beside ? QRect(left, 0, size.width(), height()) : QRect(0, top, width(), size.height());
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left += size.width() + buttonGap;
        top += size.height() + buttonGap;
    }
}

} // namespace foredeck::ui
