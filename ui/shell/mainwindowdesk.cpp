#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/leads/newleadasker.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"

/// What the desk does by itself: somebody came in or called.
namespace foredeck::ui {

namespace {

const QString knownKey = QStringLiteral("known");

} // namespace

void MainWindow::bindDesk()
{
    m_notices->setInFront([this] { return clientInFront(); });
    m_shift->setInFront([this] { return clientInFront(); });
    connect(m_shift, &DeskShift::conversationWanted, this, &MainWindow::openConversation);
    connect(m_outbox, &OutboxPage::shiftNoteEditWanted, m_shift, &DeskShift::ask);
    m_leads->setInFront([this] { return clientInFront(); });
    connect(m_leads, &LeadsPage::leadWanted, this, &MainWindow::openLead);
    connect(m_leads->newLead(), &NewLeadAsker::knownAlready, this, &MainWindow::tellKnown);
    connect(m_outbox, &OutboxPage::firstWordsEditWanted, this, [this](const LeadId &lead) {
        go(m_leads);
        m_leads->writeTo(lead);
    });
    connect(m_outbox, &OutboxPage::leadEditWanted, this, [this] { m_leads->newLead()->ask(m_client); });
}

/// Of whom something stands in front: a key means that business, not the first of all.
ClientId MainWindow::clientInFront() const
{
    const Page *page = m_frame->page();
    if (page == m_inbox)
        return m_inbox->clientShown();
    if (page == m_escalations)
        return m_escalations->clientShown();
    if (page == m_leads)
        return m_leads->clientShown();
    if (page == m_rules)
        return m_rules->client();
    return page == m_settings ? m_settings->client() : ClientId();
}

void MainWindow::openLead(const LeadId &lead)
{
    m_frame->banner()->clear(knownKey);
    go(m_leads);
    m_leads->openInFront(lead);
}

void MainWindow::tellKnown(const LeadId &lead, bool isOurs)
{
    if (isOurs)
        openLead(lead);
    if (!m_known) {
        m_known = new QAction(this);
        connect(m_known, &QAction::triggered, this, [this] { isKnownShown() ? m_frame->banner()->clear(knownKey) : openLead(m_knownLead); });
    }
    m_knownLead = lead;
    m_known->setText(isOurs ? tr("Hide") : tr("Show them"));
    m_frame->banner()->set({knownKey, BannerState::Kind::Notice, 3, tr("They were known already."), tr("Nobody was entered twice; what was new of them was added, and the note stands in their conversation."), {}, m_known});
}

void MainWindow::forgetKnown()
{
    m_frame->banner()->clear(knownKey);
    m_knownLead = {};
}

bool MainWindow::isKnownShown() const { return m_frame->page() == m_leads && m_leads->lead() == m_knownLead; }

} // namespace foredeck::ui
