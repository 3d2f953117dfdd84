#include "ui/transcript/textblock.h"

#include "ui/widgets/painting.h"

#include <QFontMetricsF>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int markLine = 2;

} // namespace

QString shownText(const QString &text)
{
    QString shown;
    const qsizetype limit = std::min(text.size(), maxShownCharacters);
    shown.reserve(limit);
    for (qsizetype i = 0; i < limit; ++i) {
        const QChar c = text[i];
        const ushort u = c.unicode();
        if (u == 0 || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069))
            continue;
        if (u == '\r') {
            if (i + 1 < limit && text[i + 1] == QLatin1Char('\n'))
                continue;
            shown.append(QLatin1Char('\n'));
        } else if (u == '\n' || u == 0x2028 || u == 0x2029) {
            shown.append(QLatin1Char('\n'));
        } else {
            shown.append(u < 0x20 || u == 0x7F ? QLatin1Char(' ') : c);
        }
    }
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    return shown;
}

TextBlock::TextBlock(const QString &text, const QFont &font, int width, int lineHeight)
    : m_text(text), m_font(font), m_lineHeight(lineHeight), m_rightToLeft(text.isRightToLeft())
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    qreal widest = 0;
    qsizetype at = 0;
    while (at <= m_text.size()) {
        qsizetype paragraphEnd = m_text.indexOf(QLatin1Char('\n'), at);
        if (paragraphEnd < 0)
            paragraphEnd = m_text.size();
        do {
            qsizetype end = std::min(paragraphEnd, at + pieceCharacters);
            if (end < paragraphEnd && m_text[end - 1].isHighSurrogate())
                --end;
            Piece piece;
            piece.start = int(at);
            piece.top = m_height;
            piece.layout = std::make_unique<QTextLayout>(m_text.mid(at, end - at), m_font);
            piece.layout->setTextOption(option);
            piece.layout->setCacheEnabled(true);
            piece.layout->beginLayout();
            int lines = 0;
            for (QTextLine line = piece.layout->createLine(); line.isValid(); line = piece.layout->createLine()) {
                line.setLineWidth(width);
                widest = std::max(widest, line.naturalTextWidth());
                ++lines;
            }
            piece.layout->endLayout();
            m_height += std::max(1, lines) * m_lineHeight;
            m_pieces.push_back(std::move(piece));
            at = end;
        } while (at < paragraphEnd);
        at = paragraphEnd + 1;
    }
    m_naturalWidth = int(std::ceil(widest));
}

QPointF TextBlock::lineOrigin(const QTextLine &line, int width, int top, int index) const
{
    const qreal drop = baselineIn(QFontMetricsF(m_font), m_lineHeight);
    // The option aligned a right-to-left line inside the width it was laid out in; bubbles may be narrower.
    const qreal start = m_rightToLeft ? width - line.naturalTextWidth() : 0;
    return {start - line.naturalTextRect().left(), top + index * m_lineHeight + drop - line.ascent()};
}

void TextBlock::paint(QPainter &painter, const QPointF &at, int width, const QColor &ink, const std::vector<TextMark> &marks) const
{
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : QRectF();
    painter.setPen(ink);
    for (const Piece &piece : m_pieces) {
        for (int i = 0; i < piece.layout->lineCount(); ++i) {
            const QTextLine line = piece.layout->lineAt(i);
            const QPointF origin = at + lineOrigin(line, width, piece.top, i);
            if (!clip.isNull() && (origin.y() + m_lineHeight * 2 < clip.top() || origin.y() - m_lineHeight > clip.bottom()))
                continue;
            line.draw(&painter, origin);
            for (const TextMark &mark : marks) {
                const int from = std::max(mark.from - piece.start, line.textStart());
                const int to = std::min(mark.to - piece.start, line.textStart() + line.textLength());
                if (from >= to)
                    continue;
                const qreal a = origin.x() + line.cursorToX(from);
                const qreal b = origin.x() + line.cursorToX(to);
                const QRectF ground(std::min(a, b), at.y() + piece.top + i * m_lineHeight, std::abs(b - a), m_lineHeight);
                painter.fillRect(ground, mark.fill);
                painter.save();
                painter.setClipRect(ground, Qt::IntersectClip);
                painter.setPen(mark.ink);
                line.draw(&painter, origin);
                painter.restore();
                if (mark.line.isValid())
                    painter.fillRect(QRectF(ground.left(), ground.bottom() - markLine, ground.width(), markLine), mark.line);
            }
        }
    }
}

QRect TextBlock::lineOf(int index) const
{
    for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
        if (index < piece->start && piece + 1 != m_pieces.rend())
            continue;
        const QTextLine line = piece->layout->lineForTextPosition(std::max(0, index - piece->start));
        return {0, piece->top + (line.isValid() ? line.lineNumber() : 0) * m_lineHeight, m_naturalWidth, m_lineHeight};
    }
    return {};
}

int TextBlock::indexAt(const QPointF &point, int width) const
{
    for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
        if (point.y() < piece->top && piece + 1 != m_pieces.rend())
            continue;
        if (piece->layout->lineCount() == 0)
            return piece->start;
        const int index = std::clamp(int((point.y() - piece->top) / m_lineHeight), 0, piece->layout->lineCount() - 1);
        const QTextLine line = piece->layout->lineAt(index);
        const qreal x = point.x() - lineOrigin(line, width, piece->top, index).x();
        return piece->start + line.xToCursor(x);
    }
    return 0;
}

} // namespace foredeck::ui
