#include "ui/pages/dashboard/barchart.h"

#include "ui/theme/style.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int barGap = 4;
constexpr int columnsHeight = 260;
constexpr int barRowHeight = 36;
constexpr double barShare = 0.7; ///< of the room that a bar has
constexpr int grids = 4;

/// The smallest of 1, 2, 5 × 10ⁿ, times the lines of the grid, that holds the value: whole numbers stand at every line.
qreal axisEnd(qreal value)
{
    for (qreal step = 1;; step *= 10) {
        for (const qreal times : {1.0, 2.0, 5.0}) {
            if (step * times * grids >= value)
                return step * times * grids;
        }
    }
}

/// Without score, cold, warm, hot (design language: series 5, 2, 4 and lineStrong).
QColor partColor(const Theme &theme, std::size_t part)
{
    switch (part) {
    case 1:
        return theme.series(5);
    case 2:
        return theme.series(2);
    case 3:
        return theme.series(4);
    default:
        return theme.color(Color::LineStrong);
    }
}

} // namespace

BarChart::BarChart(Kind kind, const QString &name, QWidget *parent) : QChartView(parent), m_kind(kind)
{
    setSpokenName(this, name);
    if (kind == Kind::Columns)
        setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setFocusPolicy(Qt::NoFocus); // the chart has the keyboard, and its name
    const bool upright = kind == Kind::Columns;
    if (upright)
        m_series = new QStackedBarSeries(this);
    else
        m_series = new QHorizontalBarSeries(this);
    for (int part = 0; part < (upright ? 4 : 1); ++part) {
        m_sets.push_back(new QBarSet(QString::number(part)));
        m_series->append(m_sets.back());
    }
    m_series->setBarWidth(barShare);
    QChart *chart = this->chart();
    chart->legend()->hide();
    chart->setMargins(QMargins());
    chart->setBackgroundVisible(false); // in front of the grid
    chart->addSeries(m_series);
    m_names = new QBarCategoryAxis(this);
    m_numbers = new QValueAxis(this);
    m_numbers->setTickCount(grids + 1);
    m_names->setLabelsVisible(false);
    m_names->setGridLineVisible(false);
    m_names->setLineVisible(false);
    m_numbers->setLabelsVisible(false);
    m_numbers->setLineVisible(false);
    m_numbers->setGridLineVisible(false); // it stays where it was when the plot alone is another one
    chart->addAxis(m_names, upright ? Qt::AlignBottom : Qt::AlignLeft);
    chart->addAxis(m_numbers, upright ? Qt::AlignLeft : Qt::AlignBottom);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_numbers);
    wear();
}

void BarChart::wear()
{
    const Theme &theme = themeOf(this);
    setBackgroundBrush(theme.color(Color::Surface));
    for (std::size_t part = 0; part < m_sets.size(); ++part) {
        m_sets[part]->setBrush(m_kind == Kind::Columns ? partColor(theme, part) : theme.color(Color::Text3));
        // The line between two parts tells them apart without their colours.
        m_sets[part]->setPen(QPen(theme.color(Color::Surface), 1));
    }
    m_numbers->setReverse(isMirrored()); // Qt Charts looks at no layout direction
    fit();
    updateGeometry();
    viewport()->update();
}

void BarChart::show(const std::vector<ChartBar> &bars)
{
    // A day or a channel that stands elsewhere now is the same for the keyboard and for a press that is not over.
    const auto placeOf = [&](int bar) {
        if (bar < 0 || bar >= int(m_bars.size()))
            return -1;
        const auto found = std::find_if(bars.begin(), bars.end(), [&](const ChartBar &one) { return one.key == m_bars[std::size_t(bar)].key; });
        return found == bars.end() ? -1 : int(found - bars.begin());
    };
    m_pressed = placeOf(m_pressed);
    if (const int current = placeOf(m_current); current >= 0)
        m_current = current;
    m_bars = bars;
    qreal most = 0;
    for (const ChartBar &bar : bars) {
        qreal sum = 0;
        for (const double part : bar.parts)
            sum += part;
        most = std::max(most, sum);
    }
    m_most = m_kind == Kind::Columns ? axisEnd(most) : std::max(most, 1.0);
    QStringList names;
    for (std::size_t i = 0; i < bars.size(); ++i)
        names << QString::number(i); // not shown: two days or channels may be called the same
    // The rows of a lying chart go upwards; the first one stands at the top.
    const auto place = [&](std::size_t i) { return m_kind == Kind::Columns ? i : bars.size() - 1 - i; };
    for (std::size_t part = 0; part < m_sets.size(); ++part) {
        QList<qreal> values(qsizetype(bars.size()));
        for (std::size_t i = 0; i < bars.size(); ++i)
            values[qsizetype(place(i))] = part < bars[i].parts.size() ? bars[i].parts[part] : 0;
        if (m_sets[part]->count() == values.size()) {
            for (int at = 0; at < int(values.size()); ++at) {
                if (m_sets[part]->at(at) != values[at])
                    m_sets[part]->replace(at, values[at]);
            }
        } else {
            m_sets[part]->remove(0, m_sets[part]->count());
            m_sets[part]->append(values);
        }
    }
    if (m_names->categories() != names)
        m_names->setCategories(names);
    m_numbers->setRange(0, m_most);
    if (m_current >= int(bars.size()))
        m_current = int(bars.size()) - 1;
    fit();
    m_pointed = m_pointed >= 0 ? barAt(m_pointer) : -1;
    updateGeometry();
    viewport()->update();
}

QSize BarChart::sizeHint() const
{
    const Theme &theme = themeOf(this);
    if (m_kind == Kind::Columns)
        return {theme.grown(400), theme.grown(columnsHeight)};
    return {theme.grown(280), std::max(1, int(m_bars.size())) * theme.rowHeight(barRowHeight, 16)};
}

QSize BarChart::minimumSizeHint() const
{
    return {themeOf(this).grown(160), sizeHint().height()};
}

/// The plot has what labels and numbers leave.
void BarChart::fit()
{
    const Theme &theme = themeOf(this);
    const int line = theme.line(Step::Caption) + barGap;
    QRectF plot(QPointF(), QSizeF(viewport()->size()));
    if (m_kind == Kind::Columns) {
        const qreal number = textWidth(theme.font(Step::Caption), countWord(qint64(m_most))) + 2 * barGap;
        plot.adjust(number, line, 0, -line);
    } else {
        qreal names = 0;
        qreal ends = 0;
        for (const ChartBar &bar : m_bars) {
            names = std::max(names, textWidth(theme.font(Step::Small), bar.label));
            ends = std::max(ends, textWidth(theme.font(Step::Small, QFont::DemiBold), bar.end));
        }
        const qreal before = std::min(names, plot.width() * 0.4) + 3 * barGap;
        const qreal after = std::min(ends, plot.width() * 0.4) + 3 * barGap;
        plot.adjust(isMirrored() ? after : before, 0, isMirrored() ? -before : -after, 0);
        plot.setHeight(std::min(plot.height(), qreal(sizeHint().height()))); // few channels are no thicker than many
    }
    if (plot.width() > 0 && plot.height() > 0)
        chart()->setPlotArea(plot);
}

QRectF BarChart::bandOf(int bar) const
{
    const QRectF plot = chart()->plotArea();
    const qreal count = std::max<qreal>(1, qreal(m_bars.size()));
    if (m_kind == Kind::Columns)
        return {plot.left() + plot.width() * bar / count, plot.top(), plot.width() / count, plot.height()};
    return {plot.left(), plot.top() + plot.height() * bar / count, plot.width(), plot.height() / count};
}

qreal BarChart::lengthOf(int bar) const
{
    qreal sum = 0;
    for (const double part : m_bars[std::size_t(bar)].parts)
        sum += part;
    const QRectF plot = chart()->plotArea();
    return sum / m_most * (m_kind == Kind::Columns ? plot.height() : plot.width());
}

/// Every label, or every second, third … one: the last, which is today, always.
int BarChart::labelEvery(const Theme &theme) const
{
    qreal widest = 0;
    for (const ChartBar &bar : m_bars)
        widest = std::max(widest, textWidth(theme.font(Step::Caption, QFont::DemiBold), bar.label));
    const qreal room = bandOf(0).width();
    return room > 0 ? std::max(1, int(std::ceil((widest + barGap) / room))) : 1;
}

void BarChart::drawColumn(QPainter &painter, int bar, const Theme &theme) const
{
    const ChartBar &one = m_bars[std::size_t(bar)];
    const QRectF band = bandOf(bar);
    const int line = theme.line(Step::Caption);
    const bool isLast = bar == int(m_bars.size()) - 1;
    const int every = labelEvery(theme);
    if ((int(m_bars.size()) - 1 - bar) % every == 0) {
        const qreal wide = std::max(band.width(), textWidth(theme.font(Step::Caption, QFont::DemiBold), one.label) + barGap);
        QRectF below(band.center().x() - wide / 2, band.bottom() + barGap, wide, line);
        below.moveRight(std::min(below.right(), qreal(viewport()->width())));
        drawLine(painter, below, one.label, {theme.font(Step::Caption, isLast ? QFont::DemiBold : QFont::Normal), theme.color(isLast ? Color::Text : Color::Text3), Qt::LeftToRight}, Side::Center);
    }
    const Ink total {theme.font(Step::Caption, QFont::DemiBold), theme.color(Color::Text), Qt::LeftToRight};
    if (textWidth(total.font, one.end) <= band.width())
        drawLine(painter, {band.left(), band.bottom() - lengthOf(bar) - line, band.width(), qreal(line)}, one.end, total, Side::Center);
}

void BarChart::drawRow(QPainter &painter, int bar, const Theme &theme) const
{
    const ChartBar &one = m_bars[std::size_t(bar)];
    const QRectF band = bandOf(bar);
    const qreal whole = viewport()->width();
    const auto place = [&](qreal from, qreal to) { return QRectF(isMirrored() ? whole - to : from, band.top(), to - from, band.height()); };
    const qreal start = isMirrored() ? whole - band.right() : band.left();
    drawLine(painter, place(0, start - 2 * barGap), one.label, {theme.font(Step::Small), theme.color(Color::Text2), layoutDirection()});
    drawLine(painter, place(start + lengthOf(bar) + 2 * barGap, whole), one.end, {theme.font(Step::Small, QFont::DemiBold), theme.color(Color::Text), layoutDirection()});
}

qreal BarChart::gridAt(int line) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - plot.height() * line / grids;
}

void BarChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_kind != Kind::Columns)
        return;
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(themeOf(this).color(Color::Line), 1));
    const QRectF plot = chart()->plotArea();
    for (int i = 0; i <= grids; ++i)
        painter->drawLine(QPointF(plot.left(), gridAt(i)), QPointF(plot.right(), gridAt(i)));
    painter->restore();
}

void BarChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    const Theme &theme = themeOf(this);
    painter->save();
    painter->resetTransform();
    if (m_kind == Kind::Columns) {
        const QRectF plot = chart()->plotArea();
        const int line = theme.line(Step::Caption);
        for (int i = 0; i <= grids; ++i) {
            const qreal y = gridAt(i);
            drawLine(*painter, {0, y - line / 2.0, plot.left() - barGap, qreal(line)}, countWord(qint64(m_most * i / grids)), {theme.font(Step::Caption), theme.color(Color::Text3), Qt::LeftToRight}, Side::End);
        }
    }
    for (int bar = 0; bar < int(m_bars.size()); ++bar)
        m_kind == Kind::Columns ? drawColumn(*painter, bar, theme) : drawRow(*painter, bar, theme);
    if (m_current >= 0 && hasFocus()) {
        painter->setRenderHint(QPainter::Antialiasing);
        strokeRounded(*painter, bandOf(m_current).adjusted(1, 0, -1, 0), radiusChip, theme.color(Color::Focus), theme.focusWidth());
    }
    painter->restore();
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    fit();
}

void BarChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (m_numbers && (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange))
        wear();
}

void BarChart::go(int bar)
{
    if (m_bars.empty())
        return;
    m_current = std::clamp(bar, 0, int(m_bars.size()) - 1);
    viewport()->update();
    Q_EMIT pointed(m_current);
}

void BarChart::open(int bar)
{
    if (bar >= 0 && bar < int(m_bars.size()))
        Q_EMIT opened(bar);
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const bool upright = m_kind == Kind::Columns;
    const int last = int(m_bars.size()) - 1;
    const int key = event->key();
    if (event->modifiers() & ~Qt::KeypadModifier)
        return event->ignore();
    if (key == (upright ? Qt::Key_Left : Qt::Key_Up))
        go(m_current < 0 ? last : m_current - 1);
    else if (key == (upright ? Qt::Key_Right : Qt::Key_Down))
        go(m_current < 0 ? 0 : m_current + 1);
    else if (key == Qt::Key_Home)
        go(0);
    else if (key == Qt::Key_End)
        go(last);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) && !event->isAutoRepeat())
        open(m_current);
    else
        event->ignore();
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    const int last = int(m_bars.size()) - 1;
    go(m_current >= 0 ? m_current : (m_kind == Kind::Columns ? last : 0));
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
    Q_EMIT pointed(-1);
}

int BarChart::barAt(const QPoint &at) const
{
    for (int bar = 0; bar < int(m_bars.size()); ++bar) {
        QRectF band = bandOf(bar);
        // Their names and numbers belong to them.
        if (m_kind == Kind::Columns) {
            band.setTop(0);
            band.setBottom(viewport()->height());
        } else {
            band.setLeft(0);
            band.setRight(viewport()->width());
        }
        if (band.contains(at))
            return bar;
    }
    return -1;
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().toPoint();
    const int bar = barAt(m_pointer);
    viewport()->setCursor(bar >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_pointed, bar) != bar)
        Q_EMIT pointed(bar >= 0 || !hasFocus() ? bar : m_current);
}

void BarChart::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? barAt(event->position().toPoint()) : -1;
}

void BarChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed >= 0 && barAt(event->position().toPoint()) == pressed)
        open(pressed);
}

void BarChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_pointed = -1;
    Q_EMIT pointed(hasFocus() ? m_current : -1);
}

/// It belongs to the page.
void BarChart::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace foredeck::ui
