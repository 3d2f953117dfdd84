#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace foredeck::ui {

/// The drawings of ForedeckStyle, one function per shape.

/// A rounded rectangle whose 1-px (or `width`) line lies wholly inside `rect`.
void strokeRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &line, qreal width = 1, const QColor &fill = Qt::transparent,
    Qt::PenStyle pen = Qt::SolidLine);
/// A row that is chosen has an outline where its tint is not enough.
void outlineChosen(QPainter &painter, const QRect &row, const Theme &theme);
void paintFieldFrame(QPainter &painter, const QRect &rect, const Theme &theme, bool enabled, bool focused, bool invalid);
void paintCheckBox(QPainter &painter, const QRect &rect, const Theme &theme, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QRect &rect, const Theme &theme, const QStyleOption &option);
void paintScrollBar(QPainter &painter, const QRect &handle, const Theme &theme, const QStyleOptionSlider &option);
/// Space after a tab's words.
inline constexpr int tabGap = 20;
void paintTab(QPainter &painter, const Theme &theme, const QStyleOptionTab &option);
void paintMenuItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option);
void paintHeaderSection(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option);
void paintComboBox(QPainter &painter, const Theme &theme, const QStyleOptionComboBox &option, bool invalid);

} // namespace foredeck::ui
