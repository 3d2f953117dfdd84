#include "ui/theme/stylepaint.h"

#include "ui/theme/icons.h"

#include <QFontMetrics>
#include <QStyleOption>

namespace foredeck::ui {

void strokeRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &line, qreal width, const QColor &fill, Qt::PenStyle pen)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (line.alpha() == 0) {
        painter.setPen(Qt::NoPen);
    } else {
        QPen stroke(line, width);
        stroke.setStyle(pen);
        if (pen == Qt::DashLine)
            stroke.setDashPattern({3, 2.5});
        painter.setPen(stroke);
    }
    painter.setBrush(fill);
    const qreal inset = line.alpha() == 0 ? 0 : width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void outlineChosen(QPainter &painter, const QRect &row, const Theme &theme)
{
    if (theme.highContrast())
        strokeRounded(painter, row, 0, theme.tintEdge());
}

void paintFieldFrame(QPainter &painter, const QRect &rect, const Theme &theme, bool enabled, bool focused, bool invalid)
{
    const QColor fill = theme.color(enabled ? Color::Surface : Color::Sunken);
    Color line = Color::LineStrong;
    if (!enabled)
        line = Color::Line;
    else if (invalid)
        line = Color::Danger;
    else if (focused)
        line = Color::Focus;
    strokeRounded(painter, rect, radiusControl, theme.color(line), focused ? theme.focusWidth() : 1, fill);
}

void paintCheckBox(QPainter &painter, const QRect &rect, const Theme &theme, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const Color line = !enabled ? Color::Line : (on ? Color::AccentFill : Color::LineStrong);
    const Color fill = !enabled ? Color::Sunken : (on ? Color::AccentFill : Color::Surface);
    strokeRounded(painter, rect, 4, theme.color(line), 1, theme.color(fill));
    if (option.state & QStyle::State_On)
        paintIcon(painter, QRectF(rect).adjusted(2, 2, -2, -2), QStringLiteral("check"), theme.color(enabled ? Color::OnAccent : Color::Text3), Qt::LeftToRight, true);
    else if (option.state & QStyle::State_NoChange)
        painter.fillRect(QRect(rect.left() + 4, rect.center().y(), rect.width() - 8, 2), theme.color(Color::OnAccent));
}

void paintRadioButton(QPainter &painter, const QRect &rect, const Theme &theme, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const Color line = !enabled ? Color::Line : (on ? Color::AccentFill : Color::LineStrong);
    strokeRounded(painter, rect, rect.width() / 2.0, theme.color(line), on ? 1.5 : 1, theme.color(enabled ? Color::Surface : Color::Sunken));
    if (on)
        strokeRounded(painter, QRectF(rect).adjusted(4, 4, -4, -4), rect.width() / 2.0 - 4, Qt::transparent, 0, theme.color(line));
}

void paintScrollBar(QPainter &painter, const QRect &handle, const Theme &theme, const QStyleOptionSlider &option)
{
    if (option.minimum >= option.maximum)
        return;
    QRectF thumb = handle;
    if (option.orientation == Qt::Vertical)
        thumb = QRectF(handle.left() + (handle.width() - 6) / 2.0, handle.top() + 2, 6, handle.height() - 4);
    else
        thumb = QRectF(handle.left() + 2, handle.top() + (handle.height() - 6) / 2.0, handle.width() - 4, 6);
    const bool isHeld = option.activeSubControls & QStyle::SC_ScrollBarSlider;
    strokeRounded(painter, thumb, 3, Qt::transparent, 0, theme.color(isHeld ? Color::Text3 : Color::LineStrong));
}

void paintTab(QPainter &painter, const Theme &theme, const QStyleOptionTab &option)
{
    const bool chosen = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setFont(theme.font(Step::Body, chosen ? QFont::DemiBold : QFont::Medium));
    painter.setPen(theme.color(chosen || hovered ? Color::Text : Color::Text2));
    const QRect words = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -tabGap, 0));
    painter.drawText(words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), option.text);
    if (chosen)
        painter.fillRect(QRect(words.left(), words.bottom() - 1, words.width(), 2), theme.color(Color::Accent));
}

void paintMenuItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option)
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), theme.color(Color::Line));
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if ((option.state & QStyle::State_Selected) && enabled)
        strokeRounded(painter, QRectF(rect).adjusted(4, 0, -4, 0), radiusControl, theme.tintEdge(), 1, theme.color(Color::Hover));
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, rect, logical); };
    const int glyph = theme.grown(16);
    const QRect glyphRect(rect.left() + 12, rect.center().y() - glyph / 2 + 1, glyph, glyph);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, place(glyphRect), QStringLiteral("check"), theme.color(Color::Accent), option.direction);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, place(glyphRect), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    QString words = tab < 0 ? option.text : option.text.left(tab);
    const int textStart = rect.left() + 12 + glyph + 8;
    painter.setFont(theme.font(Step::Body));
    painter.setPen(theme.color(enabled ? Color::Text : Color::Text3));
    const QRect textRect(textStart, rect.top(), rect.right() - 12 - textStart, rect.height());
    painter.drawText(place(textRect), int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextHideMnemonic, words);
    if (tab >= 0) {
        painter.setFont(theme.font(Step::Caption, QFont::Medium));
        painter.setPen(theme.color(Color::Text3));
        painter.drawText(place(textRect), int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(rect.right() - 12 - 12, rect.center().y() - 6, 12, 12);
        paintIcon(painter, place(arrow), QStringLiteral("chevron-right"), theme.color(Color::Text3), option.direction);
    }
}

void paintHeaderSection(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, theme.color(Color::Surface));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color(Color::Line));
}

void paintComboBox(QPainter &painter, const Theme &theme, const QStyleOptionComboBox &option, bool invalid)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    paintFieldFrame(painter, option.rect, theme, enabled, option.state & QStyle::State_HasFocus, invalid);
    const int glyph = theme.grown(14);
    const QRect arrow(option.rect.right() - 8 - glyph, option.rect.center().y() - glyph / 2 + 1, glyph, glyph);
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), QStringLiteral("chevron-down"),
        theme.color(enabled ? Color::Text2 : Color::Text3), option.direction);
}

} // namespace foredeck::ui
