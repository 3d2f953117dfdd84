#include "ui/pages/inbox/inboxpanes.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>

namespace foredeck::ui {

InboxPanes::InboxPanes(Extent extent, QWidget *parent) : Page(parent), m_extent(extent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_list = new ListPane;
    m_thread = new ThreadPane;
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_thread);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    row->addWidget(m_splitter, 1);
    m_panel = new SidePanel(this);
    row->addWidget(m_panel);
    m_listWidth = themeOf(this).layout().list;
    connect(m_splitter, &QSplitter::splitterMoved, this, [this](int at) {
        m_listWidth = layoutDirection() == Qt::RightToLeft ? m_splitter->width() - at : at;
    });
    apply();
}

void InboxPanes::setListWidth(int width)
{
    const LayoutTokens &layout = themeOf(this).layout();
    m_listWidth = qBound(layout.listMin, width, layout.listMax);
    apply();
}

void InboxPanes::arrange(const Arrangement &arrangement)
{
    // What one works in stays when there is room for one pane only.
    if (arrangement.singleStack && !m_arrangement.singleStack)
        m_threadShown = m_thread->isAncestorOf(QApplication::focusWidget());
    m_arrangement = arrangement;
    m_overlayShown = false;
    apply();
}

bool InboxPanes::isPanelShown() const
{
    return m_arrangement.panelOverlay ? m_overlayShown : m_panelWanted;
}

void InboxPanes::togglePanel()
{
    if (m_arrangement.panelOverlay)
        m_overlayShown = !m_overlayShown;
    else
        m_panelWanted = !m_panelWanted;
    apply();
}

void InboxPanes::showThread(bool shown)
{
    m_threadShown = shown;
    apply();
}

bool InboxPanes::goBack()
{
    if (m_arrangement.panelOverlay && m_overlayShown) {
        togglePanel();
        return true;
    }
    if (hasList() && m_arrangement.singleStack && m_threadShown) {
        showThread(false);
        m_list->view()->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

QList<QWidget *> InboxPanes::panes() const
{
    return {m_list->view(), m_thread->transcript(), m_thread->composer()->edit(), m_panel};
}

void InboxPanes::apply()
{
    const Theme &theme = themeOf(this);
    const LayoutTokens &layout = theme.layout();
    const int panelWidth = theme.grown(layout.sidePanel + (m_panel->hasStart() ? 32 : 0));
    // An overlay is taken out of the row and laid over the thread.
    const bool overlay = m_arrangement.panelOverlay;
    auto *row = static_cast<QHBoxLayout *>(this->layout());
    if (overlay && row->indexOf(m_panel) >= 0) {
        row->removeWidget(m_panel);
        m_panel->raise();
    } else if (!overlay && row->indexOf(m_panel) < 0) {
        row->addWidget(m_panel);
    }
    m_panel->setFixedWidth(qMin(panelWidth, qMax(200, width())));
    m_panel->setVisible(isPanelShown());
    if (overlay) {
        const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - m_panel->width();
        m_panel->setGeometry(x, 0, m_panel->width(), height());
        m_panel->raise();
    }
    const bool stack = m_arrangement.singleStack;
    m_list->setVisible(hasList() && (!stack || !m_threadShown));
    const bool hidden = m_thread->isHidden();
    m_thread->setVisible(!stack || m_threadShown || !hasList());
    m_thread->lendToast(m_thread->isHidden() ? m_list->view() : nullptr);
    m_thread->setBackShown(stack && hasList());
    m_thread->setPanelButtonShown(!isPanelShown());
    m_list->setCompact(m_arrangement.listCompact && !m_arrangement.singleStack);
    const int wide = m_arrangement.listCompact ? 300 : m_listWidth;
    const int least = m_arrangement.listCompact ? qMin(layout.listMin, 260) : layout.listMin;
    m_list->setMinimumWidth(stack ? 0 : theme.grown(least));
    m_list->setMaximumWidth(stack ? QWIDGETSIZE_MAX : theme.grown(layout.listMax));
    if (!stack)
        m_splitter->setSizes({theme.grown(wide), qMax(1, m_splitter->width() - theme.grown(wide) - 1)});
    if (hidden && !m_thread->isHidden())
        Q_EMIT threadCameUp();
}

void InboxPanes::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    apply();
}

void InboxPanes::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        apply();
}

} // namespace foredeck::ui
