#include "ui/delegates/conversationdelegate.h"

#include "ui/delegates/rowpainter.h"

#include <QWidget>

namespace foredeck::ui {

ConversationDelegate::ConversationDelegate(ItemOf item, ContextOf context, QObject *parent)
    : QStyledItemDelegate(parent), m_item(std::move(item)), m_context(std::move(context))
{
}

void ConversationDelegate::setPicks(PickedOf picked, std::function<bool()> picking)
{
    m_picked = std::move(picked);
    m_picking = std::move(picking);
}

Theme ConversationDelegate::themeFor(const QWidget *widget) const
{
    return m_compact ? themeOf(widget).withDensity(Density::Compact) : themeOf(widget);
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowState state;
    state.current = option.state & QStyle::State_Selected;
    state.listFocused = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    state.hovered = option.state & QStyle::State_MouseOver;
    const ConversationItem &item = m_item(index.row());
    state.picking = m_picking && m_picking();
    state.picked = state.picking && m_picked(item.id);
    paintConversationRow(*painter, option.rect, rowView(item, m_context()), state, themeFor(option.widget), option.direction);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), conversationRowHeight(themeFor(option.widget))};
}

} // namespace foredeck::ui
