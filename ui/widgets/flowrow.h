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
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void place() override;

private:
    int flow(int width, bool move) const;

    int m_gap;
    QList<QWidget *> m_widgets;
    QList<QWidget *> m_atEnd;
};

} // namespace foredeck::ui
