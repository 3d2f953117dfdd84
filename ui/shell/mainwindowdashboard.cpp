#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/shell/mainwindow.h"

namespace foredeck::ui {

/// Each figure leads to the page of the rows behind it.
void MainWindow::bindDashboard()
{
    connect(m_dashboard, &DashboardPage::leadsWanted, this, [this](const LeadQuery &query) {
        m_leads->ask(query);
        go(m_leads);
    });
    connect(m_dashboard, &DashboardPage::leadWanted, this, &MainWindow::openLead);
    connect(m_dashboard, &DashboardPage::viewWanted, this, &MainWindow::chooseView);
    connect(m_dashboard, &DashboardPage::pendingWanted, this, [this] {
        m_escalations->header()->setTab(EscalationTab::Pending);
        go(m_escalations);
    });
    connect(m_dashboard, &DashboardPage::conversationWanted, this, &MainWindow::openConversation);
}

} // namespace foredeck::ui
