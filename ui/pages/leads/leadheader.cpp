#include "ui/pages/leads/leadheader.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <QEvent>
#include <QStyle>

namespace foredeck::ui {

namespace {

LeadColumn columnOf(LeadOrder order)
{
    switch (order) {
    case LeadOrder::Score:
        return LeadColumn::Score;
    case LeadOrder::Word:
        return LeadColumn::Last;
    case LeadOrder::Name:
        break;
    }
    return LeadColumn::Name;
}

} // namespace

SortButton::SortButton(LeadColumn column, QWidget *parent) : QAbstractButton(parent), m_column(column)
{
    setText(leadColumnWord(column));
    setOrder(Order::None);
}

void SortButton::setOrder(Order order)
{
    m_order = order;
    const QString name = order == Order::None ? tr("Sort by %1") : (order == Order::Falling ? tr("%1, sorted falling") : tr("%1, sorted rising"));
    setSpokenName(this, name.arg(text()));
    setToolTip(plainTip(accessibleName()));
    update();
}

QSize SortButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {sortHeadWidth(m_column, theme), theme.line(Step::Caption)};
}

void SortButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const int arrow = theme.grown(sortArrow);
    const int words = qMin(sortHeadWidth(m_column, theme), width()) - arrow - sortArrowGap;
    const int start = isNumeric(m_column) ? width() - words - (m_order == Order::None ? 0 : arrow + sortArrowGap) : 0;
    const auto at = [&](int x, int y, int w, int h) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h)); };
    const Color color = m_order == Order::None && !underMouse() ? Color::Text3 : Color::Text;
    drawLine(painter, at(start, 0, words + 1, height()), text(), {theme.font(Step::Caption, QFont::DemiBold), theme.color(color), layoutDirection()});
    if (m_order != Order::None)
        paintIcon(painter, at(start + words + sortArrowGap, (height() - arrow) / 2, arrow, arrow), m_order == Order::Falling ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"), theme.color(color), layoutDirection());
}

LeadHeader::LeadHeader(QWidget *parent) : Pane(Color::Surface, Bottom, parent)
{
    setGrowingHeight(themeOf(this).space().tableHeader, 16);
    for (const LeadOrder order : {LeadOrder::Name, LeadOrder::Score, LeadOrder::Word}) {
        auto *button = new SortButton(columnOf(order), this);
        m_buttons[order] = button;
        connect(button, &QAbstractButton::clicked, this, [this, order] { Q_EMIT orderChosen(order); });
    }
}

void LeadHeader::setOrder(LeadOrder order, bool rising)
{
    for (const auto &[one, button] : m_buttons)
        button->setOrder(one != order ? SortButton::Order::None : (rising ? SortButton::Order::Rising : SortButton::Order::Falling));
}

void LeadHeader::setReserved(int width)
{
    if (m_reserved == width)
        return;
    m_reserved = width;
    place();
    update();
}

std::array<QRect, leadColumnCount> LeadHeader::columns() const
{
    return leadColumns({width() - m_reserved, height()}, themeOf(this));
}

void LeadHeader::place()
{
    const auto all = columns();
    for (const auto &[order, button] : m_buttons) {
        const QRect column = all[static_cast<std::size_t>(columnOf(order))];
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), column.adjusted(0, 2, 0, -3)));
    }
}

void LeadHeader::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const auto all = columns();
    const Ink ink {theme.font(Step::Caption, QFont::DemiBold), theme.color(Color::Text3), layoutDirection()};
    for (const LeadColumn column : {LeadColumn::Status, LeadColumn::Wants, LeadColumn::Value, LeadColumn::Owner}) {
        const QRect at = all[static_cast<std::size_t>(column)];
        if (!at.isEmpty())
            drawLine(painter, QStyle::visualRect(layoutDirection(), rect(), at), leadColumnWord(column), ink, isNumeric(column) ? Side::End : Side::Start);
    }
}

void LeadHeader::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    place();
}

void LeadHeader::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        place();
}

} // namespace foredeck::ui
