#include "ui/shell/frame.h"

#include "ui/shell/navigation.h"
#include "ui/shell/page.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foredeck::ui {

Frame::Frame(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_navigation = new Navigation(this);
    row->addWidget(m_navigation);
    auto *rest = new QVBoxLayout;
    rest->setSpacing(0);
    m_banner = new Banner(this);
    m_pages = new QStackedWidget(this);
    rest->addWidget(m_banner);
    rest->addWidget(m_pages, 1);
    row->addLayout(rest, 1);
    column->addLayout(row, 1);
    m_status = new StatusLine(this);
    column->addWidget(m_status);
}

void Frame::addPage(Page *page)
{
    m_pages->addWidget(page);
    if (m_arranged)
        page->arrange(m_arrangement);
}

void Frame::showPage(Page *page)
{
    m_pages->setCurrentWidget(page);
}

Page *Frame::page() const
{
    return static_cast<Page *>(m_pages->currentWidget());
}

void Frame::setNavigationShown(bool shown)
{
    m_navigation->setVisible(shown);
}

void Frame::cyclePanes(int by)
{
    QList<QWidget *> panes;
    if (m_navigation->isVisible())
        panes << m_navigation->search();
    if (page())
        panes << page()->panes();
    cycle(std::move(panes), by);
}

void Frame::cycle(QList<QWidget *> panes, int by)
{
    panes.erase(std::remove_if(panes.begin(), panes.end(), [](QWidget *pane) { return !pane->isVisible() || !pane->isEnabled(); }), panes.end());
    if (panes.isEmpty())
        return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus) || panes[i]->focusProxy() == focus))
            at = i;
    }
    const qsizetype next = at < 0 ? (by > 0 ? 0 : panes.size() - 1) : (at + by + panes.size()) % panes.size();
    panes[next]->setFocus(Qt::TabFocusReason);
}

void Frame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Frame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

void Frame::arrange()
{
    const Arrangement next = arrangementFor(width(), themeOf(this));
    if (m_arranged && next == m_arrangement)
        return;
    m_arrangement = next;
    m_arranged = true;
    m_navigation->setSlim(next.navSlim);
    m_status->setNarrow(next.panelOverlay);
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page *>(m_pages->widget(i))->arrange(next);
    Q_EMIT arrangementChanged();
}

} // namespace foredeck::ui
