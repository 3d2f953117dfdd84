#include "ui/shell/mainwindow.h"

#include "models/core/clock.h"
#include "models/ports/notifier.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/conversationwindow.h"
#include "ui/shell/frame.h"
#include "ui/shell/host.h"
#include "ui/shell/preferences.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"
#include "ui/words/bellwords.h"

/// What the window does when a customer waits for a person.
namespace foredeck::ui {

void MainWindow::bindBell()
{
    m_bell = new Bell(m_desk, this);
    connect(m_bell, &Bell::waitingChanged, this, &MainWindow::refreshBell);
    connect(m_bell, &Bell::waitingChanged, this, &MainWindow::refreshPresence);
    connect(m_bell, &Bell::stripChanged, this, &MainWindow::refreshBell);
    connect(&m_desk.notifier, &Notifier::statusChanged, this, &MainWindow::refreshBell);
    connect(&m_desk.preferences, &Preferences::bellChanged, this, &MainWindow::refreshBell);
    connect(m_bell, &Bell::openWanted, this, &MainWindow::openEscalation);
    connect(m_bell, &Bell::conversationWanted, this, [this](const ConversationId &conversation) {
        comeForwardWith(conversation);
    });
    connect(m_bell, &Bell::newsWanted, this, [this](bool isMentioned) {
        m_desk.host.comeForward();
        chooseView(isMentioned ? View::Mentions : View::All);
    });
    connect(m_bell, &Bell::takenUp, this, [this](const ConversationId &conversation, const OpId &taking) {
        comeForwardWith(conversation)->writeNext(CompositionKind::Reply, taking);
    });
    connect(m_bell, &Bell::wordsKept, this, [this](const ConversationRef &conversation, const QString &words) {
        const ConversationWindow *window = m_apart->window(conversation.id);
        (window ? window->page() : m_inbox)->keepReply(conversation, words);
    });
    connect(m_bell, &Bell::trouble, this, [this](const QString &strong, const QString &words) { tellOnce(QStringLiteral("notified"), strong, words); });
}

void MainWindow::openEscalation(const EscalationId &escalation)
{
    m_desk.host.comeForward();
    go(m_escalations);
    if (!escalation.empty())
        m_escalations->open(escalation);
}

ConversationId MainWindow::shownConversation() const
{
    if (m_frame->page() == m_inbox)
        return m_inbox->conversation();
    return m_frame->page() == m_escalations ? m_escalations->shownConversation() : ConversationId();
}

void MainWindow::refreshBell()
{
    tellShown();
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    m_frame->status()->setAlerts(standsShut() ? Sign() : bellSign(m_desk.notifier.status(), m_desk.preferences.bell(m_desk.ephemera.me().id), m_bell->hush(), time));
    const int waiting = standsShut() ? 0 : m_bell->waiting();
    setWindowTitle(waiting > 0 ? tr("(%1) Foredeck", "how many customers wait for a person").arg(waiting) : tr("Foredeck"));
    const BannerState strip = m_bell->strip();
    if (strip.key.isEmpty() || standsShut())
        m_frame->banner()->clear(Bell::stripKey);
    else
        m_frame->banner()->set(strip);
}

} // namespace foredeck::ui
