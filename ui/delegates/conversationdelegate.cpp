#include "ui/delegates/conversationdelegate.h"

#include "ui/delegates/rowpainter.h"

#include <QWidget>

namespace foredeck::ui {

ConversationDelegate::ConversationDelegate(ItemOf item, ContextOf context, QObject *parent)
    : QStyledItemDelegate(parent), m_item(std::move(item)), m_context(std::move(context))
{
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
    paintConversationRow(*painter, option.rect, rowView(m_item(index.row()), m_context()), state, themeFor(option.widget), option.direction);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), conversationRowHeight(themeFor(option.widget))};
}

} // namespace foredeck::ui
