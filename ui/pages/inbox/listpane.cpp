#include "ui/pages/inbox/listpane.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/rowpainter.h"
#include "ui/pages/inbox/selectionbar.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

ListPane::ListPane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("Conversations"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);

    auto *head = new Pane(Color::Surface, Pane::Bottom, this);
    head->setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(head);
    setSideMargins(head, row, 16, 0, 8, 0);
    row->setSpacing(8);
    m_title = new TextLabel({}, Step::Title, Color::Text, QFont::DemiBold);
    m_title->setElides(40);
    m_count = new TextLabel({}, Step::Body, Color::Text3);
    m_count->setDigitCells(true);
    m_order = new TextLabel({}, Step::Small, Color::Text3);
    m_order->setSide(Qt::AlignTrailing);
    m_order->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a view's name and its figure have their room first
    m_waiting = new Button({}, Button::Look::Link, head);
    m_waiting->hide();
    m_filter = new Button(tr("Filter"), Button::Look::Bare, head);
    m_filter->setGlyph(QStringLiteral("filter"));
    m_filter->setIconOnly(true);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_order, 1);
    row->addWidget(m_waiting);
    row->addWidget(m_filter);
    m_column->addWidget(head);

    m_stack = new QStackedLayout;
    m_view = new ConversationListView(this);
    setSpokenName(m_view, tr("Conversations"));
    m_skeleton = new Skeleton(this);
    m_state = new StatePane(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_state);
    m_column->addLayout(m_stack, 1);
    m_bar = new SelectionBar(this);
    m_column->addWidget(m_bar);
}

void ListPane::setSource(QAbstractItemModel *model, ConversationDelegate::ItemOf item, ConversationDelegate::ContextOf context)
{
    m_delegate = new ConversationDelegate(std::move(item), std::move(context), m_view);
    m_delegate->setCompact(m_compact);
    m_view->setItemDelegate(m_delegate);
    m_view->setModel(model);
}

void ListPane::setPicks(ConversationDelegate::PickedOf picked, std::function<bool()> picking)
{
    m_view->setPickable([this, picking] { return picking() ? conversationBoxWidth(m_compact ? themeOf(this).withDensity(Density::Compact) : themeOf(this)) : 0; });
    m_delegate->setPicks(std::move(picked), std::move(picking));
}

void ListPane::setTitle(const QString &title, const QString &count, const QString &order)
{
    m_order->setText(order);
    m_title->setText(title);
    m_count->setText(count);
}

void ListPane::setWaiting(int rows, QAction *settle)
{
    m_waiting->setVisible(rows > 0);
    m_order->setVisible(rows == 0 && !m_compact);
    if (rows == 0)
        return;
    m_waiting->setAction(settle, tr("%n row(s) want(s) to move", "", rows));
}

void ListPane::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    if (m_delegate)
        m_delegate->setCompact(compact);
    m_view->doItemsLayout();
    m_order->setVisible(!compact && m_waiting->isHidden());
}

void ListPane::setFilterActions(QAction *ask, QAction *clear)
{
    m_filter->setAction(ask);
    m_clear = clear;
}

void ListPane::setChips(std::vector<Chip> chips)
{
    m_filter->setLook(chips.empty() ? Button::Look::Bare : Button::Look::Outlined);
    if (m_chips) {
        if (m_chips->isAncestorOf(QApplication::focusWidget()))
            m_view->setFocus(Qt::OtherFocusReason);
        m_chips->hide();
        std::exchange(m_chips, nullptr)->deleteLater();
    }
    if (chips.empty())
        return;
    m_chips = new Pane(Color::Surface, Pane::Bottom, this);
    setSpokenName(m_chips, tr("What narrows the list"));
    auto *line = new QVBoxLayout(m_chips);
    setSideMargins(m_chips, line, 16, 8, 14, 8);
    auto *row = new FlowRow(6, m_chips);
    line->addWidget(row);
    for (Chip &chip : chips) {
        auto *button = new Button(chip.words, Button::Look::Outlined);
        button->setSmall(true);
        button->setElides(true);
        button->setGlyph(QStringLiteral("close"));
        setSpokenName(button, tr("Do not narrow to “%1” any more").arg(chip.words));
        button->setToolTip(plainTip(button->accessibleName()));
        // Pressed, it goes: what presses it must have returned.
        connect(button, &QAbstractButton::clicked, this, [remove = std::move(chip.remove)] { remove(); }, Qt::QueuedConnection);
        row->add(button);
    }
    if (chips.size() > 1 && m_clear) {
        auto *clear = new Button({}, Button::Look::Link);
        clear->setAction(m_clear, tr("Show all"));
        row->add(clear);
    }
    m_column->insertWidget(1, m_chips);
    m_chips->show();
}

void ListPane::popUp(QMenu *menu) const
{
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : m_filter->width() - menu->sizeHint().width();
    menu->popup(m_filter->mapToGlobal(QPoint(x, m_filter->height() + 2)));
}

void ListPane::showRows()
{
    m_stack->setCurrentWidget(m_view);
}

void ListPane::showLoading()
{
    m_stack->setCurrentWidget(m_skeleton);
}

void ListPane::showState(const StateWords &words, QAction *primary, QAction *second)
{
    m_state->set(words, primary, second);
    m_stack->setCurrentWidget(m_state);
}

} // namespace foredeck::ui
