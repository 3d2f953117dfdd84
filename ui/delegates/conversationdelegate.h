#pragma once

#include "models/items/conversationitem.h"
#include "ui/theme/theme.h"
#include "ui/words/rowwords.h"

#include <QStyledItemDelegate>

#include <functional>

namespace foredeck::ui {

/// Paints conversations. It asks `item` for the value behind an index (ConversationListModel::itemAt) and `context` for
/// the time and the tenants in view, so that it holds no state of its own but what is picked.
class ConversationDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using ItemOf = std::function<const ConversationItem &(int row)>;
    using ContextOf = std::function<RowContext()>;
    using PickedOf = std::function<bool(const ConversationId &)>;

    ConversationDelegate(ItemOf item, ContextOf context, QObject *parent = nullptr);
    /// Compact rows whatever the density: for a narrow window.
    void setCompact(bool compact) { m_compact = compact; }
    void setPicks(PickedOf picked, std::function<bool()> picking);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme themeFor(const QWidget *widget) const;

    ItemOf m_item;
    ContextOf m_context;
    PickedOf m_picked;
    std::function<bool()> m_picking;
    bool m_compact = false;
};

} // namespace foredeck::ui
