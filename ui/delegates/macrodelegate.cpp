#include "ui/delegates/macrodelegate.h"

#include "ui/widgets/painting.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace foredeck::ui {

MacroDelegate::MacroDelegate(Lines lines, QObject *parent) : QStyledItemDelegate(parent), m_lines(std::move(lines)) { }

int MacroDelegate::rowHeight(const Theme &theme) { return theme.rowHeight(46, 34); }

QSize MacroDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight(themeOf(option.widget))};
}

void MacroDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Line line = m_lines(index.row());
    const QRect r = option.rect;
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, r, logical); };
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(r, theme.color(Color::Selection));
        outlineChosen(*painter, r, theme);
        painter->fillRect(place(QRect(r.left(), r.top(), 3, r.height())), theme.color(Color::Accent));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(r, theme.color(Color::Hover));
    }
    const int body = theme.line(Step::Body);
    const int small = theme.line(Step::Small);
    const int top = r.top() + (r.height() - body - small) / 2;
    const Ink ink {theme.font(Step::Small), theme.color(Color::Text2), option.direction};
    const int aside = line.aside.isEmpty() ? 0 : std::min(r.width() / 2, int(std::ceil(textWidth(ink.font, line.aside))) + 1);
    const int width = r.width() - 32;
    if (aside > 0)
        drawLine(*painter, place(QRect(r.left() + 16 + width - aside, top, aside, body)), line.aside, ink, Side::End);
    drawMatched(*painter, place(QRect(r.left() + 16, top, width - aside - (aside > 0 ? 8 : 0), body)), line.name, line.positions, theme, theme.color(Color::Text), option.direction);
    drawLine(*painter, place(QRect(r.left() + 16, top + body, width, small)), line.preview, ink);
}

} // namespace foredeck::ui
