#include "models/ports/ephemera.h"
#include "models/ports/requests.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/signin/lockpage.h"
#include "ui/pages/start/startcard.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/frame.h"
#include "ui/shell/host.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/banner.h"

#include <chrono>

/// What the window does for a person who goes away from it and is still signed in.
namespace foredeck::ui {

/// Before anything is shown of what is kept: a program that was ended begins as it was left.
void MainWindow::takeUpLock()
{
    if (!m_desk.host.isEmbedded() && !m_person.empty() && m_desk.preferences.lockedBy() == m_person)
        m_desk.ephemera.setLocked(true);
}

void MainWindow::bindLock()
{
    m_idle = new IdleWatch(m_desk.clock, this);
    m_commands.setShut([this](const QString &id) { return isLocked() && id != QStringLiteral("app.quit") ? tr("the window is locked") : QString(); });
    connect(m_lock, &LockPage::unlocked, this, &MainWindow::unlock);
    connect(m_lock, &LockPage::otherWanted, this, [this] {
        // Whoever signs in next sees nothing of it, and what stands in this window alone would be gone.
        if (!keepsFromLocked())
            m_desk.requests.signOut();
    });
    m_bell->setLocked(isLocked());
    if (isLocked())
        m_lock->begin();
}

/// Whoever comes past drops nothing that somebody else has typed.
bool MainWindow::keepsFromLocked()
{
    const bool keeps = isLocked() && (losesWords() || boxWithWords() || m_settings->isDirty() || m_rules->isDirty());
    if (keeps)
        m_lock->tell(tr("Something that was typed here is not saved yet: only whoever locked the window can let it go."));
    return keeps;
}

bool MainWindow::isLocked() const { return m_desk.ephemera.isLocked(); }

bool MainWindow::standsShut() const { return wantsSignIn() || isLocked(); }

void MainWindow::tellTrouble(const QString &sentence)
{
    m_troubleLater = standsShut() ? sentence : QString();
    if (standsShut())
        return;
    m_isTroubleLate = false;
    m_troubled.start();
    m_frame->banner()->set({QStringLiteral("trouble"), BannerState::Kind::Danger, 7, tr("Something could not be saved."), sentence, {}, nullptr});
}

QString MainWindow::lockBlocked() const
{
    if (m_desk.host.isEmbedded())
        return tr("this computer's own backend has no password to unlock with");
    return wantsSignIn() || m_desk.ephemera.me().id.empty() ? tr("nobody is signed in") : QString();
}

void MainWindow::lock()
{
    if (isLocked() || !lockBlocked().isEmpty())
        return;
    flushWriting();
    if (m_start)
        m_start->flush();
    m_behind = m_frame->page();
    m_desk.preferences.setLockedBy(m_desk.ephemera.me().id);
    m_bell->setLocked(true);
    m_desk.ephemera.setLocked(true);
    m_lock->begin();
}

void MainWindow::unlock()
{
    m_desk.preferences.setLockedBy({});
    m_idle->begin();
    m_desk.ephemera.setLocked(false);
    m_bell->setLocked(false);
}

void MainWindow::tickLock()
{
    const int minutes = m_desk.preferences.lockAfterMinutes();
    if (minutes > 0 && m_idle->idle() >= std::chrono::minutes(minutes))
        lock();
}

} // namespace foredeck::ui
