#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace foredeck::ui {

/// A flat area with a background from the theme and 1-px lines at the sides that are asked for. Panes are split by lines,
/// never by boxes. What stands in it stays off the lines at its start and end, whichever way is read.
class Pane : public QWidget {
    Q_OBJECT

public:
    enum Edge { NoEdge = 0, Top = 1, Bottom = 2, Start = 4, End = 8 };
    Q_DECLARE_FLAGS(Edges, Edge)

    explicit Pane(Color background, Edges edges = NoEdge, QWidget *parent = nullptr);
    void setBackground(Color background);
    void setEdges(Edges edges);
    /// Height at text size 100 %, of which `lines` is text that grows.
    void setGrowingHeight(int height, int lines);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fixHeight();
    void keepOffEdges();

    Color m_background;
    Edges m_edges;
    int m_height = 0;
    int m_lines = 0;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Pane::Edges)

/// Where an item can be picked up or a thing stands by itself: 1-px line, radius 8. Dashed = not yet.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr) : QWidget(parent) { }
    void setDashed(bool dashed);
    void setFill(Color fill);
    /// Of the one that should be picked up first.
    void setLine(Color line);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_dashed = false;
    Color m_line = Color::Line;
    Color m_fill = Color::Surface;
};

/// A 1-px line across.
class Rule : public QWidget {
    Q_OBJECT

public:
    explicit Rule(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace foredeck::ui
