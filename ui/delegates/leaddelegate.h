#pragma once

#include "models/items/leadlistmodel.h"
#include "ui/theme/theme.h"
#include "ui/words/leadwords.h"

#include <QRect>
#include <QStyledItemDelegate>

#include <array>
#include <functional>

namespace foredeck::ui {

enum class LeadColumn { Name, Score, Status, Wants, Value, Owner, Last };
constexpr std::size_t leadColumnCount = 7;
QString leadColumnWord(LeadColumn column);
/// Numbers and times stand at their column's end.
bool isNumeric(LeadColumn column);
/// Rows can be ordered by it.
constexpr bool isSortable(LeadColumn column) { return column == LeadColumn::Name || column == LeadColumn::Score || column == LeadColumn::Last; }
constexpr int sortArrow = 12;
constexpr int sortArrowGap = 4;
/// Its name with the arrow beside it; no column is narrower, in any language.
int sortHeadWidth(LeadColumn column, const Theme &theme);
/// Where each column stands in a row of that size, from the start; an empty one has no room. What yields first: value, wants,
/// owner, status.
std::array<QRect, leadColumnCount> leadColumns(QSize row, const Theme &theme);

/// Paints the rows of the table of leads. It asks the model for the value behind a row and `context` for the time and the
/// tenants in view.
class LeadDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using ContextOf = std::function<RowContext()>;

    LeadDelegate(const LeadListModel &model, ContextOf context, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int rowHeight(const Theme &theme);

private:
    const LeadListModel &m_model;
    ContextOf m_context;
};

} // namespace foredeck::ui
