#include "ui/shell/mainwindow.h"

#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/inboxviews.h"
#include "ui/shell/frame.h"
#include "ui/shell/navigation.h"

/// The views that somebody saved, below those of the program.
namespace foredeck::ui {

void MainWindow::bindSavedViews()
{
    InboxViews *views = m_inbox->views();
    connect(m_frame->navigation(), &Navigation::savedChosen, views, &InboxViews::choose);
    connect(m_frame->navigation(), &Navigation::savedMenuWanted, views, &InboxViews::offer);
    connect(views, &InboxViews::chosen, this, [this](const SavedView &view) {
        m_view = view.view;
        m_inbox->chooseSaved(view, m_client);
        go(m_inbox);
        refreshCounts();
    });
    connect(views, &InboxViews::changed, this, &MainWindow::refreshSavedViews);
    connect(views, &InboxViews::counted, this, &MainWindow::refreshSavedCounts);
    refreshSavedViews();
}

void MainWindow::refreshSavedViews()
{
    const InboxViews *views = m_inbox->views();
    const SavedView *now = views->current();
    m_frame->navigation()->setSavedViews(views->all(), now ? now->id : QString());
    refreshSavedCounts();
}

void MainWindow::refreshSavedCounts()
{
    const InboxViews *views = m_inbox->views();
    for (std::size_t i = 0; i < views->all().size() && i < views->counts().size(); ++i)
        m_frame->navigation()->setSavedCount(views->all()[i].id, int(views->counts()[i].count), !views->counts()[i].isAll);
}

} // namespace foredeck::ui
