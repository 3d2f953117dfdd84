#include "ui/shell/mainwindow.h"

#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/shell/bell.h"
#include "ui/shell/conversationwindow.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/host.h"
#include "ui/shell/unsentreplies.h"

/// Conversations in windows of their own, as far as the main window has to do with them.
namespace foredeck::ui {

void MainWindow::bindApart()
{
    m_bell->setOthers([this](const QWidget *window) { return m_apart->isOne(window); });
    connect(m_apart.get(), &ConversationWindows::activeChanged, this, &MainWindow::tellShown);
    connect(m_apart.get(), &ConversationWindows::inboxWanted, this, [this](const ConversationId &conversation) {
        m_desk.host.comeForward();
        openInInbox(conversation);
    });
    connect(m_apart.get(), &ConversationWindows::trouble, m_inbox, &InboxPage::trouble);
    // What is asked before the program leaves is asked in the main window.
    connect(m_apart.get(), &ConversationWindows::quitWanted, this, [this] {
        m_desk.host.comeForward();
        close();
    });
    connect(m_apart.get(), &ConversationWindows::lockWanted, this, &MainWindow::lock);
    // Nothing is sent beside a question that names what has not gone out.
    const auto ask = [this](bool asked) {
        m_inbox->holdUndo(asked);
        m_apart->holdUndo(asked);
        for (ConversationWindow *window : m_apart->all())
            window->setEnabled(!asked);
    };
    connect(m_unsent, &Overlay::opened, this, [ask] { ask(true); });
    connect(m_unsent, &Overlay::closed, this, [ask] { ask(false); });
}

InboxPage *MainWindow::openConversation(const ConversationId &conversation)
{
    m_apart->show(conversation);
    const ConversationWindow *window = m_apart->window(conversation);
    return window ? window->page() : openInInbox(conversation);
}

InboxPage *MainWindow::openInInbox(const ConversationId &conversation)
{
    go(m_inbox);
    m_inbox->open(conversation);
    if (m_inbox->isStacked())
        m_inbox->showThread(true);
    return m_inbox;
}

InboxPage *MainWindow::comeForwardWith(const ConversationId &conversation)
{
    if (!m_apart->window(conversation))
        m_desk.host.comeForward();
    return openConversation(conversation);
}

void MainWindow::tellShown()
{
    const ConversationWindow *window = m_apart->active();
    m_bell->setShown(window ? window->conversation() : shownConversation(), window);
}

void MainWindow::flushWriting()
{
    m_inbox->flush();
    m_apart->flush();
    m_escalations->flush();
    m_leads->flush();
    m_shift->flush();
}

std::vector<OpId> MainWindow::heldReplies() const
{
    std::vector<OpId> held = m_apart->heldReplies();
    if (!m_inbox->heldReply().empty())
        held.push_back(m_inbox->heldReply());
    return held;
}

} // namespace foredeck::ui
