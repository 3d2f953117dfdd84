#include "ui/widgets/pane.h"

#include "ui/theme/stylepaint.h"

#include <QEvent>
#include <QPainter>

#include <utility>

namespace foredeck::ui {

Pane::Pane(Color background, Edges edges, QWidget *parent) : QWidget(parent), m_background(background), m_edges(edges)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    keepOffEdges();
}

void Pane::setBackground(Color background)
{
    m_background = background;
    update();
}

void Pane::setEdges(Edges edges)
{
    m_edges = edges;
    keepOffEdges();
    update();
}

void Pane::setGrowingHeight(int height, int lines)
{
    m_height = height;
    m_lines = lines;
    fixHeight();
}

void Pane::fixHeight()
{
    if (m_height > 0)
        setFixedHeight(themeOf(this).rowHeight(m_height, m_lines));
}

// A layout's margins are not mirrored.
void Pane::keepOffEdges()
{
    int left = m_edges & Start ? 1 : 0;
    int right = m_edges & End ? 1 : 0;
    if (layoutDirection() == Qt::RightToLeft)
        std::swap(left, right);
    setContentsMargins(left, 0, right, 0);
}

void Pane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        fixHeight();
    if (event->type() == QEvent::LayoutDirectionChange)
        keepOffEdges();
    QWidget::changeEvent(event);
}

void Pane::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(m_background));
    const QColor line = theme.color(Color::Line);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (m_edges & Top)
        painter.fillRect(QRect(0, 0, width(), 1), line);
    if (m_edges & Bottom)
        painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    if (m_edges & (mirrored ? End : Start))
        painter.fillRect(QRect(0, 0, 1, height()), line);
    if (m_edges & (mirrored ? Start : End))
        painter.fillRect(QRect(width() - 1, 0, 1, height()), line);
}

void Card::setDashed(bool dashed)
{
    m_dashed = dashed;
    update();
}

void Card::setFill(Color fill)
{
    m_fill = fill;
    update();
}

void Card::setLine(Color line)
{
    m_line = line;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    strokeRounded(painter, rect(), radiusCard, theme.color(m_dashed ? Color::LineStrong : m_line), 1, theme.color(m_fill),
        m_dashed ? Qt::DashLine : Qt::SolidLine);
}

Rule::Rule(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(Color::Line));
}

} // namespace foredeck::ui
