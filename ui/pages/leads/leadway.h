#pragma once

#include "ui/words/leadwords.h"

#include <QWidget>

namespace foredeck::ui {

/// The way of a lead from asking to closed: a disc for each step, filled and ticked where it was reached, dashed where it was
/// not. Beside each other where the words have room, else below each other.
class LeadWay final : public QWidget {
    Q_OBJECT

public:
    explicit LeadWay(QWidget *parent = nullptr);
    void show(const std::vector<LeadStep> &steps);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isWide(int width) const;
    void paintDisc(QPainter &painter, const QRect &at, LeadStep::State state) const;
    void paintAcross(QPainter &painter) const;
    void paintDown(QPainter &painter) const;

    std::vector<LeadStep> m_steps;
};

} // namespace foredeck::ui
