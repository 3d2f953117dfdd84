#pragma once

#include "ui/theme/theme.h"
#include "ui/words/dashboardwords.h"

#include <QChartView>

#include <vector>

class QAbstractBarSeries;
class QBarCategoryAxis;
class QBarSet;
class QValueAxis;

namespace foredeck::ui {

/// Bars of Qt Charts in the theme's colours, each of which opens the rows behind it, by pointer or by key: the arrows go from
/// one to the next, Enter opens. Labels and numbers are painted here, so that they grow with the text and none is cut off.
/// Where the language is read from the right, lying bars begin there; days run from left to right in every language.
class BarChart final : public QChartView {
    Q_OBJECT

public:
    enum class Kind {
        Columns, ///< upright, of several parts: by day
        Rows, ///< lying, with their names before them: by channel
    };
    BarChart(Kind kind, const QString &name, QWidget *parent = nullptr);
    void show(const std::vector<ChartBar> &bars);
    /// The bar that the keyboard is on; -1: none.
    int current() const noexcept { return m_current; }
    /// The bar that the pointer or else the keyboard is on; -1: none.
    int told() const { return m_pointed >= 0 || !hasFocus() ? m_pointed : m_current; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The keyboard or the pointer came to a bar; -1: it left.
    void pointed(int bar);
    void opened(int bar);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void wear();
    void fit();
    bool isMirrored() const { return m_kind == Kind::Rows && isRightToLeft(); }
    void go(int bar);
    void open(int bar);
    int barAt(const QPoint &at) const;
    QRectF bandOf(int bar) const;
    /// Where the line of a number of the grid runs.
    qreal gridAt(int line) const;
    qreal lengthOf(int bar) const;
    void drawColumn(QPainter &painter, int bar, const Theme &theme) const;
    void drawRow(QPainter &painter, int bar, const Theme &theme) const;
    int labelEvery(const Theme &theme) const;

    Kind m_kind;
    QAbstractBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_names = nullptr;
    QValueAxis *m_numbers = nullptr; ///< nothing: it is being made
    std::vector<QBarSet *> m_sets;
    std::vector<ChartBar> m_bars;
    qreal m_most = 1; ///< where the axis of numbers ends
    int m_current = -1;
    int m_pointed = -1;
    QPoint m_pointer; ///< where it was last
    int m_pressed = -1;
};

} // namespace foredeck::ui
