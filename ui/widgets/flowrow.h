#pragma once

#include "ui/widgets/placed.h"

#include <QList>

namespace foredeck::ui {

/// Widgets beside each other from the start, on as many lines as they need; one that is wider than the row is as wide as it.
class FlowRow final : public Placed {
    Q_OBJECT

public:
    explicit FlowRow(int gap, QWidget *parent = nullptr);
    /// Takes ownership. `atEnd`: stands at the end of its line.
    void add(QWidget *widget, bool atEnd = false);
    /// Those of a line begin at one height, as fields under their labels do, however high each is; else their middles do.
    void alignTops() { m_tops = true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void place() override;

private:
    int flow(int width, bool move) const;

    int m_gap;
    bool m_tops = false;
    QList<QWidget *> m_widgets;
    QList<QWidget *> m_atEnd;
};

} // namespace foredeck::ui
