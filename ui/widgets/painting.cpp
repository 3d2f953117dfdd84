#include "ui/widgets/painting.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QTextBoundaryFinder>

#include <cmath>

namespace foredeck::ui {

QString harmless(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool direction = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u == 0x061C;
        if (direction || u == 0)
            continue;
        clean.append(u < 0x20 || u == 0x7F || u == 0x2028 || u == 0x2029 ? QLatin1Char(' ') : c);
    }
    return clean;
}

QString plainTip(const QString &text)
{
    // A word joiner behind them is invisible and keeps Qt::mightBeRichText from seeing a tag, or a "<" that is written as "&lt;".
    QString plain = text;
    return plain.replace(QLatin1Char('<'), QStringLiteral("<\u2060")).replace(QLatin1Char('&'), QStringLiteral("&\u2060"));
}

QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

qreal textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

qreal baselineIn(const QFontMetricsF &metrics, qreal lineHeight)
{
    constexpr qreal afterRounding = 1.0 / 32; // layouts count in 64ths, downwards
    return std::round(((lineHeight - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()) * 2) / 2 + afterRounding;
}

qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const Ink &ink, Side side)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetricsF metrics(ink.font);
    QString shown = text;
    qreal width = metrics.horizontalAdvance(shown);
    if (width > rect.width()) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    const bool fromRight = (ink.direction == Qt::RightToLeft) == (side == Side::Start);
    qreal x = rect.left() + (rect.width() - width) / 2;
    if (side != Side::Center)
        x = fromRight ? rect.right() - width : rect.left();
    const qreal baseline = rect.top() + (rect.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    painter.setFont(ink.font);
    painter.setPen(ink.color);
    painter.setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(QPointF(x, std::round(baseline * 2) / 2), shown);
    return width;
}

int drawMatched(QPainter &painter, const QRect &rect, const QString &text, const QList<int> &positions, const Theme &theme, const QColor &ink, Qt::LayoutDirection direction)
{
    const QFont plain = theme.font(Step::Body);
    const QFont strong = theme.font(Step::Body, QFont::DemiBold);
    // Scripts that join their letters cannot be cut into pieces.
    if (positions.isEmpty() || text.isRightToLeft() || direction == Qt::RightToLeft)
        return int(std::ceil(drawLine(painter, rect, text, {plain, ink, direction})));
    qreal x = rect.left();
    for (qsizetype from = 0; from < text.size();) {
        const bool hit = positions.contains(int(from));
        qsizetype to = from + 1;
        while (to < text.size() && positions.contains(int(to)) == hit)
            ++to;
        const QString piece = text.mid(from, to - from);
        const QFont &font = hit ? strong : plain;
        const qreal width = textWidth(font, piece);
        drawLine(painter, QRectF(x, rect.top(), rect.right() + 1 - x, rect.height()), piece, {font, ink, Qt::LeftToRight});
        if (hit)
            painter.fillRect(QRectF(x, rect.center().y() + theme.grown(8), width, 1), ink);
        x += width;
        from = to;
    }
    return int(std::ceil(x)) - rect.left();
}

namespace {

qreal cellWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

} // namespace

qreal digitsWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal cell = cellWidth(metrics);
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : metrics.horizontalAdvance(c);
    return width;
}

void drawDigits(QPainter &painter, const QRectF &rect, const QString &text, const Ink &ink, Side side)
{
    const QFontMetricsF metrics(ink.font);
    const qreal cell = cellWidth(metrics);
    const qreal width = digitsWidth(ink.font, text);
    const bool fromRight = (ink.direction == Qt::RightToLeft) == (side == Side::Start);
    qreal x = rect.left() + (rect.width() - width) / 2;
    if (side != Side::Center)
        x = fromRight ? rect.right() - width : rect.left();
    const qreal baseline = rect.top() + (rect.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    painter.setFont(ink.font);
    painter.setPen(ink.color);
    painter.setLayoutDirection(Qt::LeftToRight);
    for (const QChar c : text) {
        const qreal advance = metrics.horizontalAdvance(c);
        const qreal space = c.isDigit() ? cell : advance;
        painter.drawText(QPointF(x + (space - advance) / 2, baseline), QString(c));
        x += space;
    }
}

QString keyWords(const QKeySequence &sequence)
{
    QString words = sequence.toString(QKeySequence::NativeText);
    // Qt's own words for these keys, in the interface's language.
    const auto native = [](const char *key) { return QCoreApplication::translate("QShortcut", key); };
    words.replace(native("Return"), QStringLiteral("⏎"));
    words.replace(native("Enter"), QStringLiteral("⏎"));
    words.replace(native("Ctrl"), QStringLiteral("Ctrl"));
    // "Ctrl++" is the plus key itself.
    const bool plus = words.endsWith(QStringLiteral("++"));
    if (plus)
        words.chop(1);
    words.replace(QLatin1Char('+'), QLatin1Char(' '));
    return plus ? words + QLatin1Char('+') : words;
}

int keyCapWidth(const Theme &theme, const QString &words)
{
    const int text = int(std::ceil(textWidth(theme.font(Step::Caption, QFont::Medium), words)));
    return qMax(theme.grown(18), text + 10);
}

void drawKeyCap(QPainter &painter, const QRect &rect, const QString &words, const Theme &theme, const QColor &ink, const QColor &line,
    const QColor &fill)
{
    strokeRounded(painter, rect, radiusChip, line, 1, fill);
    drawLine(painter, rect, words, {theme.font(Step::Caption, QFont::Medium), ink, Qt::LeftToRight}, Side::Center);
}

void drawAvatar(QPainter &painter, const QRectF &rect, const QString &initials, AvatarKind kind, const Theme &theme, bool onSelection)
{
    QFont font = theme.font(Step::Body, QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * (rect.width() / theme.textScale() >= 32 ? 12.5 / 13.0 : (rect.width() / theme.textScale() >= 26 ? 10.5 / 13.0 : 9.0 / 13.0)));
    if (kind == AvatarKind::Assistant) {
        strokeRounded(painter, rect, rect.width() / 4, theme.color(Color::LineStrong), 1.5, theme.color(Color::Surface));
        paintIcon(painter, rect.adjusted(rect.width() / 4, rect.width() / 4, -rect.width() / 4, -rect.width() / 4), QStringLiteral("assistant"),
            theme.color(Color::Text2), Qt::LeftToRight);
        return;
    }
    Color fill = Color::Hover;
    Color ink = Color::Text2;
    if (kind == AvatarKind::Me) {
        fill = Color::AccentFill;
        ink = Color::OnAccent;
    } else if (kind == AvatarKind::Soft) {
        fill = Color::BubbleStaff;
        ink = Color::Text;
    }
    QColor tint = theme.color(fill);
    if (onSelection && kind == AvatarKind::Person && theme.scheme() == Scheme::Light)
        tint = theme.color(Color::Hover);
    strokeRounded(painter, rect, rect.width() / 2, Qt::transparent, 0, tint);
    drawLine(painter, rect, initials, {font, theme.color(ink), Qt::LeftToRight}, Side::Center);
}

void drawTenantMark(QPainter &painter, const QRectF &rect, const QString &letters, int seed, const Theme &theme)
{
    const MarkColors &colors = theme.mark(seed);
    strokeRounded(painter, rect, radiusChip, theme.tintEdge(), 1, colors.fill);
    QFont font = theme.font(Step::Caption, QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 9.5 / 11);
    drawLine(painter, rect, letters, {font, colors.ink, Qt::LeftToRight}, Side::Center);
}

namespace {

QFont pillFont(const Theme &theme)
{
    QFont font = theme.font(Step::Caption, QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 10.5 / 11);
    return font;
}

QString pillWords(int count)
{
    return count > 99 ? QStringLiteral("99+") : QString::number(count);
}

} // namespace

int pillWidth(const Theme &theme, int count)
{
    return qMax(theme.grown(16), int(std::ceil(textWidth(pillFont(theme), pillWords(count)))) + 8);
}

void drawPill(QPainter &painter, const QRectF &rect, int count, const QColor &fill, const Theme &theme)
{
    strokeRounded(painter, rect, rect.height() / 2, Qt::transparent, 0, fill);
    const QColor ink = contrastRatio(fill, Qt::white) >= 4.5 ? QColor(Qt::white) : QColor(Qt::black);
    drawLine(painter, rect, pillWords(count), {pillFont(theme), ink, Qt::LeftToRight}, Side::Center);
}

void drawConfidenceBars(QPainter &painter, const QRectF &rect, int filled, const QColor &color)
{
    constexpr int bars = 4;
    const qreal gap = rect.width() / 11;
    const qreal width = (rect.width() - gap * (bars - 1)) / bars;
    for (int i = 0; i < bars; ++i) {
        const qreal height = rect.height() * (0.4 + 0.2 * i);
        const QRectF bar(rect.left() + i * (width + gap), rect.bottom() - height, width, height);
        if (i < filled)
            strokeRounded(painter, bar, 1, Qt::transparent, 0, color);
        else
            strokeRounded(painter, bar, 1, color, 1);
    }
}

void drawRing(QPainter &painter, const QRectF &rect, double rest, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = rect.width() * 0.17;
    const QRectF ring = rect.adjusted(width, width, -width, -width);
    QColor pale = color;
    pale.setAlphaF(0.3F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(pale, width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, -qRound(qBound(0.0, rest, 1.0) * 360 * 16));
    painter.restore();
}

QString initialsOf(const QString &name)
{
    const QStringList words = harmless(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("–");
    const auto first = [](const QString &word) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        finder.toNextBoundary();
        return word.left(finder.position());
    };
    const QString one = first(words.first());
    if (!one.at(0).isLetter() && !one.at(0).isHighSurrogate())
        return QStringLiteral("#");
    // Scripts that join their letters read wrongly when two initials stand side by side.
    if (words.size() == 1 || words.first().isRightToLeft())
        return one.toUpper();
    const QString two = first(words.last());
    return (two.at(0).isLetter() ? one + two : one).toUpper();
}

} // namespace foredeck::ui
