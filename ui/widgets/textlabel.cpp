#include "ui/widgets/textlabel.h"

#include "ui/widgets/painting.h"

#include <QEvent>
#include <QHelpEvent>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace foredeck::ui {

namespace {

/// Lays paragraphs out at a width; the line positions are on the fixed line height.
template <class Visit>
int layOut(const QString &text, const QFont &font, int width, int lineHeight, Visit visit)
{
    int y = 0;
    const QStringList paragraphs = text.split(QLatin1Char('\n'));
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(paragraph.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            y += lineHeight;
        }
        layout.endLayout();
        visit(layout, y - lineHeight * layout.lineCount());
        if (paragraph.isEmpty() && layout.lineCount() == 0)
            y += lineHeight;
    }
    return y;
}

} // namespace

TextLabel::TextLabel(const QString &text, Step step, Color color, QFont::Weight weight, QWidget *parent)
    : QLabel(parent), m_step(step), m_color(color), m_weight(weight)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFont(shownFont());
}

QFont TextLabel::shownFont() const
{
    return themeOf(this).font(m_step, m_weight);
}

void TextLabel::setColor(Color color)
{
    m_color = color;
    update();
}

void TextLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    setFont(shownFont());
    updateGeometry();
}

void TextLabel::setWrapping(bool wraps)
{
    m_wraps = wraps;
    setWordWrap(wraps);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
    updateGeometry();
}

void TextLabel::setElides(int width)
{
    m_minimum = width;
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    updateGeometry();
}

void TextLabel::setDigitCells(bool on)
{
    m_digits = on;
    updateGeometry();
}

void TextLabel::setSide(Qt::Alignment alignment)
{
    setAlignment(alignment | Qt::AlignVCenter);
}

int TextLabel::lines(int width) const
{
    return layOut(text(), shownFont(), width, themeOf(this).line(m_step), [](QTextLayout &, int) { });
}

QSize TextLabel::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const qreal one = m_digits ? digitsWidth(shownFont(), text()) : textWidth(shownFont(), text());
    if (!m_wraps)
        return {int(std::ceil(one)), theme.line(m_step)};
    const int width = qMin(int(std::ceil(one)), theme.grown(360));
    return {width, lines(width)};
}

QSize TextLabel::minimumSizeHint() const
{
    const Theme &theme = themeOf(this);
    if (m_wraps)
        return {theme.grown(60), theme.line(m_step)};
    const QSize whole = sizeHint();
    return m_minimum >= 0 ? QSize(qMin(m_minimum, whole.width()), whole.height()) : whole;
}

int TextLabel::heightForWidth(int width) const
{
    return m_wraps ? lines(qMax(1, width)) : themeOf(this).line(m_step);
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        setFont(shownFont());
        updateGeometry();
    }
    QLabel::changeEvent(event);
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !m_wraps && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const Ink ink {shownFont(), theme.color(isEnabled() ? m_color : Color::Text3), layoutDirection()};
    const Qt::Alignment across = alignment() & Qt::AlignHorizontal_Mask;
    Side side = Side::Start;
    if (across & Qt::AlignHCenter)
        side = Side::Center;
    else if (across & Qt::AlignTrailing)
        side = Side::End;
    if (!m_wraps)
        return m_digits ? drawDigits(painter, rect(), text(), ink, side) : void(drawLine(painter, rect(), text(), ink, side));
    painter.setPen(ink.color);
    const QFontMetricsF metrics(ink.font);
    const int lineHeight = theme.line(m_step);
    const qreal drop = baselineIn(metrics, lineHeight);
    layOut(text(), ink.font, width(), lineHeight, [&](QTextLayout &layout, int top) {
        for (int i = 0; i < layout.lineCount(); ++i) {
            QTextLine line = layout.lineAt(i);
            const qreal used = line.naturalTextWidth();
            const bool toRight = (ink.direction == Qt::RightToLeft) == (side == Side::Start);
            const qreal x = side == Side::Center ? (width() - used) / 2 : (toRight ? width() - used : 0);
            // The text option aligned the line inside its width already when the paragraph runs right to left.
            const qreal shift = x - line.naturalTextRect().left();
            line.draw(&painter, QPointF(shift, top + i * lineHeight + drop - line.ascent() - line.y()));
        }
    });
}

} // namespace foredeck::ui
