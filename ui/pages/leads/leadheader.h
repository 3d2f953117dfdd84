#pragma once

#include "ui/delegates/leaddelegate.h"
#include "ui/widgets/pane.h"

#include <QAbstractButton>

#include <map>

namespace foredeck::ui {

/// The name of a column that rows can be ordered by, with an arrow while they are.
class SortButton final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Order { None, Falling, Rising };
    SortButton(LeadColumn column, QWidget *parent = nullptr);
    void setOrder(Order order);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LeadColumn m_column;
    Order m_order = Order::None;
};

/// The columns' names on the same places as the cells.
class LeadHeader final : public Pane {
    Q_OBJECT

public:
    explicit LeadHeader(QWidget *parent = nullptr);
    void setOrder(LeadOrder order, bool rising);
    /// What the scroll bar of the rows takes from their width.
    void setReserved(int width);
    SortButton *button(LeadOrder order) const { return m_buttons.at(order); }

Q_SIGNALS:
    void orderChosen(foredeck::LeadOrder order);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    std::array<QRect, leadColumnCount> columns() const;

    std::map<LeadOrder, SortButton *> m_buttons;
    int m_reserved = 0;
};

} // namespace foredeck::ui
