#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace foredeck::ui {

/// Drawings that rows, bands and widgets share. Rectangles are in the painter's coordinates, already mirrored by the
/// caller (QStyle::visualRect); "start" and "end" follow `Ink::direction`. Text is plain: nothing is ever read as markup.

/// One line's look.
struct Ink {
    QFont font;
    QColor color;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

enum class Side { Start, Center, End };

/// Control characters that could turn a row around or break its line become harmless: bidirectional embeddings, overrides
/// and isolates are dropped, line ends become blanks.
QString harmless(const QString &text);
/// A tooltip's text that Qt never takes for markup (it guesses from the first "<" or "&lt;").
QString plainTip(const QString &text);
/// Wraps a name, id or time that stands inside a sentence in U+2068 … U+2069.
QString isolated(const QString &text);
/// One line, elided at its logical end, on the baseline of the list's first font, so that Arabic or emoji do not move it.
/// Returns the width that was used.
qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const Ink &ink, Side side = Side::Start);
/// Words of the body step with the characters at `positions` strong and underlined: what a search has met. Returns the width.
int drawMatched(QPainter &painter, const QRect &rect, const QString &text, const QList<int> &positions, const Theme &theme, const QColor &ink, Qt::LayoutDirection direction);
/// How deep in a line of that height the words stand, on half a pixel: what wraps stands as high as what does not, in drawLine().
qreal baselineIn(const QFontMetricsF &metrics, qreal lineHeight);
qreal textWidth(const QFont &font, const QString &text);
/// Digits in cells as wide as the widest, so that clocks and counters do not dance.
qreal digitsWidth(const QFont &font, const QString &text);
void drawDigits(QPainter &painter, const QRectF &rect, const QString &text, const Ink &ink, Side side);

/// Key caps for a shortcut such as "Ctrl+K": always left to right. `onFill` draws them for a filled button.
QString keyWords(const QKeySequence &sequence);
int keyCapWidth(const Theme &theme, const QString &words);
void drawKeyCap(QPainter &painter, const QRect &rect, const QString &words, const Theme &theme, const QColor &ink, const QColor &line,
    const QColor &fill);

enum class AvatarKind { Person, Me, Assistant, Soft };
void drawAvatar(QPainter &painter, const QRectF &rect, const QString &initials, AvatarKind kind, const Theme &theme, bool onSelection = false);
void drawTenantMark(QPainter &painter, const QRectF &rect, const QString &letters, int seed, const Theme &theme);
int pillWidth(const Theme &theme, int count);
void drawPill(QPainter &painter, const QRectF &rect, int count, const QColor &fill, const Theme &theme);
/// Four bars of rising height; `filled` of them solid, the rest outlined.
void drawConfidenceBars(QPainter &painter, const QRectF &rect, int filled, const QColor &color);
/// A clock's ring: `rest` (0–1) of the time that is left, as fill from twelve o'clock.
void drawRing(QPainter &painter, const QRectF &rect, double rest, const QColor &color);

/// "Elena Vásquez" → "EV", "عمر الخطيب" → "ع", "+1 305…" → "#".
QString initialsOf(const QString &name);

} // namespace foredeck::ui
