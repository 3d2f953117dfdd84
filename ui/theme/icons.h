#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>

namespace foredeck::ui {

/// Draws one glyph of resources/icons in a colour. `name` without folder and ending ("take-over"); an unknown name draws
/// nothing and warns. Strokes are never thinner than 1.2 px on screen; glyphs that point somewhere are turned round when
/// the painter's owner runs right to left.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color, Qt::LayoutDirection direction,
    bool bold = false);
/// The same as a picture, cached by name, size, colour, ratio and direction.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio, Qt::LayoutDirection direction, bool bold = false);
/// For actions and menus: tinted from the palette each time it is painted, so it follows a change of theme by itself.
QIcon icon(const QString &name);

} // namespace foredeck::ui
