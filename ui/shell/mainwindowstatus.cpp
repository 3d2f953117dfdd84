#include "ui/shell/mainwindow.h"

#include "models/core/clock.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/day/daybox.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/start/startcard.h"
#include "ui/shell/commandpalette.h"
#include "ui/pages/signin/lockpage.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/frame.h"
#include "ui/shell/host.h"
#include "ui/shell/navigation.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusline.h"
#include "ui/shell/unsentreplies.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"

#include <QAction>
#include <QApplication>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

const QString syncKey = QStringLiteral("sync");
const QString writeKey = QStringLiteral("write");
const QString serverDiskKey = QStringLiteral("server-disk");
const QString sampleKey = QStringLiteral("sample");
const QString keyringKey = QStringLiteral("keyring");
constexpr std::chrono::seconds keyringPatience {10};
/// Catching up over fewer changes than this needs no banner.
constexpr std::int64_t manyChanges = 200;

} // namespace

void MainWindow::bindStatus()
{
    StatusLine *status = m_frame->status();
    Ephemera &ephemera = m_desk.ephemera;
    connect(&ephemera, &Ephemera::syncChanged, this, &MainWindow::refreshSync);
    connect(&ephemera, &Ephemera::unsentChanged, this, &MainWindow::refreshCounts);
    connect(&ephemera, &Ephemera::sessionChanged, this, &MainWindow::followSession);
    connect(&ephemera, &Ephemera::keyringChanged, this, &MainWindow::refreshSession);
    connect(&m_desk.host, &Host::trafficChanged, this, &MainWindow::refreshSample);
    connect(&m_desk.host, &Host::doorChanged, &m_commands, &CommandRegistry::refresh);
    connect(status, &StatusLine::outboxWanted, this, [this] { openPressed(m_outbox); });
    connect(status, &StatusLine::clientsWanted, this, [this] {
        enter(m_settings);
        m_settings->showSection(QStringLiteral("assistant"));
    });
    connect(status, &StatusLine::alertsWanted, this, [this] {
        enter(m_settings);
        m_settings->showSection(QStringLiteral("notifications"));
    });
    connect(status, &StatusLine::shortcutsWanted, this, [this] { m_sheet->toggle(); });
    connect(status, &StatusLine::syncWanted, this, [this] { m_desk.requests.retryNow(); });
    connect(&m_desk.store, &LocalStore::writeFailed, this, [this](const QString &why) {
        m_frame->banner()->set({writeKey, BannerState::Kind::Danger, 9, tr("This computer cannot save."), tr("%1 What you type is kept while the window is open.").arg(problemWords(why)), {}, nullptr});
    });
    connect(&m_desk.store, &LocalStore::writeRecovered, this, [this] { m_frame->banner()->clear(writeKey); });
    connect(&m_outboxRows, &OutboxModel::loaded, this, &MainWindow::refreshServerDisk);
    connect(&m_desk.store, &LocalStore::cacheRebuilt, this, [this](const QString &where) {
        tellOnce(QStringLiteral("rebuilt"), tr("The local copy was damaged and is being filled again."), tr("The old one stands in %1; nothing you did is lost.").arg(where));
    });
    connect(&m_desk.store, &LocalStore::serverSetBack, this, [this] {
        tellOnce(QStringLiteral("setback"), tr("The server was set back to an earlier copy."),
            tr("What came after that copy is not shown any more. Notes and tasks of yours that it lacks go out again by themselves; replies that may not have arrived wait in the outbox for a look."));
    });
}

void MainWindow::refreshSync()
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    SyncStatus sync = m_desk.ephemera.sync();
    // Whoever is not signed in is not being connected either, whatever the wire tried last.
    if (wantsSignIn() && sync.phase != SyncPhase::CannotSave && sync.phase != SyncPhase::TooOld) {
        sync.phase = SyncPhase::SignedOut;
        sync.detail.clear();
    }
    if (std::exchange(m_wasDown, isBackendDown()) != isBackendDown())
        refreshClients();
    // Which clients there are is known once all is here; what was asked before may be answered with less of it.
    const bool isLive = m_desk.ephemera.sync().phase == SyncPhase::Live;
    if (!std::exchange(m_wasLive, isLive) && isLive)
        m_clients.readAgain();
    keepClient();
    const SyncWords words = syncWords(sync, time, m_desk.clock.now());
    m_frame->status()->setSync(words, problemWords(sync.detail));
    Banner *banner = m_frame->banner();
    const int unsent = m_desk.ephemera.unsent();
    const QString kept = unsent > 0 ? tr("You can go on working; %n act(s) wait(s) in the outbox.", "", unsent) : tr("You can read, search, write and decide as usual.");
    switch (sync.phase) {
    case SyncPhase::Reconnecting:
    case SyncPhase::Offline:
        banner->set({syncKey, BannerState::Kind::Warning, 5, words.sign.word + QLatin1Char('.'), kept, words.complete, m_commands.action(QStringLiteral("outbox.retry"))});
        return;
    case SyncPhase::CatchingUp:
        if (sync.total < manyChanges)
            break;
        banner->set({syncKey, BannerState::Kind::Notice, 2, words.sign.word + QLatin1Char('.'), tr("Newest are shown first."), percentWord(double(sync.done) / double(sync.total)), nullptr});
        return;
    case SyncPhase::CannotSave:
        if (banner->shows(writeKey)) // which says the same, and what becomes of what is typed
            break;
        banner->set({syncKey, BannerState::Kind::Danger, 9, words.sign.word + QLatin1Char('.'), problemWords(sync.detail), {}, nullptr});
        return;
    case SyncPhase::TooOld:
        banner->set({syncKey, BannerState::Kind::Danger, 8, words.sign.word + QLatin1Char('.'), tr("You can read what is here; update to go on."), {}, nullptr});
        return;
    case SyncPhase::SignedOut:
    case SyncPhase::Connecting:
    case SyncPhase::Live:
    case SyncPhase::Gap:
        break;
    }
    banner->clear(syncKey);
}

/// The disk refuses, and something that is typed is nowhere but in this window.
bool MainWindow::losesWords() const
{
    return m_inbox->isRefused() || m_apart->isRefused() || m_escalations->isRefused() || m_leads->isRefused() || m_shift->isRefused() || (m_start && m_start->isRefused());
}

Overlay *MainWindow::boxWithWords() const
{
    const QList<Overlay *> boxes = findChildren<Overlay *>();
    const auto found = std::find_if(boxes.begin(), boxes.end(), [](const Overlay *box) { return box->holdsWords(); });
    return found == boxes.end() ? nullptr : *found;
}

void MainWindow::leaveBoxes(std::function<void()> act)
{
    Overlay *holding = boxWithWords();
    if (!holding)
        return act();
    if (!m_question)
        m_question = new Question(this);
    // Of whoever has gone nothing is shown: what a box is called may name their customer.
    const bool isShut = standsShut();
    const QString words = isShut ? tr("In a box stands something that is not saved yet.") : tr("In the box “%1” stands something that is not saved yet.").arg(holding->box()->accessibleName());
    m_question->ask(tr("Drop what is not saved?"), words, isShut ? tr("Keep it open") : tr("Keep editing"), tr("Drop them"),
        [this, box = QPointer<Overlay>(holding), act = std::move(act)] {
            if (box)
                box->dropWords();
            leaveBoxes(act);
        },
        [this, box = QPointer<Overlay>(holding)] {
            if (box && !box->isOpen() && !standsShut())
                box->open();
        });
}

/// Over the sign-in page nobody is there who could be asked, nor would anything go out.
bool MainWindow::asksWhatIsUnsent()
{
    return !standsShut() && m_unsent->ask(heldReplies());
}

void MainWindow::askToLose(bool quits, std::function<void()> act)
{
    if (!m_question)
        m_question = new Question(this);
    m_question->ask(quits ? tr("Quit without saving?") : tr("Sign out without saving?"),
        tr("The disk refuses what you typed: it stands in this window and nowhere else. With room on the disk it is saved by itself."), quits ? tr("Keep it open") : tr("Stay signed in"),
        quits ? tr("Quit and lose it") : tr("Sign out and lose it"), std::move(act));
}

/// Reading goes on, so nothing else tells of it.
void MainWindow::refreshServerDisk()
{
    const auto &rows = m_outboxRows.items();
    const bool full = std::any_of(rows.begin(), rows.end(), [](const OutboxRow &row) {
        const bool goesOn = row.op.state == OpState::Queued || row.op.state == OpState::Sending;
        return goesOn && !row.op.problem.empty() && saysDiskFull(problemSentence(row.op.problem));
    });
    if (!full)
        return m_frame->banner()->clear(serverDiskKey);
    m_frame->banner()->set({serverDiskKey, BannerState::Kind::Danger, 7, m_desk.host.isEmbedded() ? tr("The disk of this computer is full.") : tr("The server's disk is full."),
        tr("What you write and do is kept in the outbox and goes out by itself when there is room."), {}, m_commands.action(QStringLiteral("outbox.retry"))});
}

void MainWindow::refreshCounts()
{
    Navigation *nav = m_frame->navigation();
    nav->setPlaceCount(Navigation::Place::Inbox, int(m_counters.count(View::All).unread));
    for (const View view : {View::Mine, View::Unassigned, View::Waiting, View::Escalated, View::Due, View::Mentions, View::Snoozed, View::Ended, View::All})
        nav->setViewCount(view, int(m_counters.count(view).total));
    nav->setPlaceCount(Navigation::Place::Escalations, int(m_escalations->figures().count(EscalationStatus::Pending)), true);
    nav->setPlaceCount(Navigation::Place::Outbox, m_desk.ephemera.unsent());
    m_frame->status()->setUnsent(m_desk.ephemera.unsent(), m_desk.ephemera.needingReview());
    m_inbox->setTotal(countWord(m_counters.count(m_view).total));
    if (m_start)
        m_start->setSampleCount(int(m_counters.count(View::All).total));
    m_commands.refresh();
}

void MainWindow::refreshClients()
{
    m_notices->setClient(m_client);
    m_day->setClient(m_client);
    m_shift->setClient(m_client);
    int answering = 0;
    int safe = 0;
    for (const Client &client : m_clients.items()) {
        answering += client.assistantOn ? 1 : 0;
        safe += client.safeMode ? 1 : 0;
    }
    const int clients = m_clients.rowCount();
    m_frame->status()->setClients(standsShut() || isBackendDown() ? 0 : clients, answering, safe);
    if (clients > 0 && m_clients.rowOf(m_agency.clientId().value) < 0)
        m_agency.setClient(m_clients.itemAt(0).id);
    const auto &facts = m_agency.data();
    const bool agency = facts && facts->agency && !facts->agency->name.empty();
    const int chosen = m_client.empty() ? -1 : m_clients.rowOf(m_client.value);
    const Client *one = chosen >= 0 ? &m_clients.itemAt(chosen) : (clients == 1 ? &m_clients.itemAt(0) : nullptr);
    QString name = agency ? harmless(fromUtf8(facts->agency->name)) : tr("All clients");
    QString mark = agency ? fromUtf8(facts->agency->mark) : initialsOf(name);
    QString scope = m_desk.host.isSample() ? tr("Sample · %n client(s)", "", clients) : tr("All clients · %1").arg(clients);
    if (one && (!agency || clients == 1)) {
        name = harmless(fromUtf8(one->name));
        mark = fromUtf8(one->mark);
        scope = m_desk.host.isSample() ? tr("Sample") : tr("Your business");
    } else if (one) {
        scope = harmless(fromUtf8(one->name));
    }
    m_frame->navigation()->head()->setAgency(name, mark, scope);
    m_commands.refresh();
}

QString MainWindow::me() const
{
    const QString name = harmless(fromUtf8(m_desk.ephemera.me().name));
    return name.isEmpty() || m_desk.host.isSample() ? tr("You") : name;
}

void MainWindow::followPerson()
{
    const UserId me = m_desk.ephemera.me().id;
    if (me.empty())
        return;
    const UserId before = std::exchange(m_person, me);
    if (before == me || before.empty())
        return;
    // First, so that nothing of the one before is saved as theirs.
    m_inbox->forget();
    m_apart->forget();
    m_escalations->forget();
    m_leads->forget();
    m_dashboard->forget();
    m_bell->forget();
    closeBoxes();
    m_agency.setClient({});
    m_notices->forget();
    m_day->forget();
    m_shift->forget();
    forgetKnown();
    m_settings->forget();
    m_rules->forget();
    m_palette->model()->setPeople({});
    m_troubleLater.clear();
    chooseClient({});
}

/// What stands open is the act of whoever has just gone, and what was told them may name a customer of theirs.
void MainWindow::closeBoxes()
{
    for (const QString &told : {QStringLiteral("trouble"), QStringLiteral("notified")})
        untell(told);
    for (Overlay *overlay : findChildren<Overlay *>())
        overlay->close();
    // A menu may stand above another one.
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            break;
    }
}

void MainWindow::keepClient()
{
    // While the list is being filled, one that is missing may be on its way.
    if (m_desk.ephemera.sync().phase == SyncPhase::Live && m_clients.isLoaded() && !m_client.empty() && m_clients.rowOf(m_client.value) < 0)
        chooseClient({});
}

void MainWindow::followSession()
{
    const SessionPhase session = m_desk.ephemera.session();
    // Whoever has signed in since has shown who they are.
    if (m_wasOut && session == SessionPhase::SignedIn && isLocked())
        unlock();
    m_wasOut = session == SessionPhase::SignedOut || (m_wasOut && session == SessionPhase::SigningIn);
    refreshSession();
}

void MainWindow::refreshSession()
{
    followPerson();
    const SessionPhase session = m_desk.ephemera.session();
    m_frame->status()->setSession(m_desk.ephemera.keyring(), session);
    refreshPresence();
    m_escalations->header()->setRulesShown(m_rules->mayManage());
    if (m_frame->page() == m_rules && session == SessionPhase::SignedIn && !m_rules->mayManage())
        go(m_escalations);
    m_frame->setNavigationShown(!standsShut());
    m_notices->setShown(!standsShut());
    m_apart->setShut(standsShut());
    m_shift->setShown(!standsShut());
    m_lock->setPerson(m_desk.ephemera.me());
    // What is asked or chosen in a box is the act of whoever has just gone.
    if (!std::exchange(m_isShut, standsShut()) && m_isShut)
        closeBoxes();
    if (!m_isShut && !m_troubleLater.isEmpty()) {
        tellTrouble(QString(m_troubleLater));
        m_isTroubleLate = true;
    }
    if (wantsSignIn()) {
        m_frame->showPage(m_signIn);
        m_palette->close();
        m_palette->model()->setPeople({});
    } else if (isLocked()) {
        m_frame->showPage(m_lock);
        m_palette->close();
        m_palette->model()->setPeople({});
    } else if (m_frame->page() == m_lock) {
        go(m_behind ? m_behind : m_inbox);
    } else if (m_frame->page() == m_signIn && session == SessionPhase::SignedIn) {
        go(m_inbox);
    }
    refreshKeyring();
    refreshSync();
    refreshClients();
}

void MainWindow::refreshPresence()
{
    const SessionPhase session = m_desk.ephemera.session();
    QString presence = tr("Available");
    if (session != SessionPhase::SignedIn)
        presence = session == SessionPhase::SigningIn ? tr("Signing in") : tr("Signed out");
    else if (m_bell->isAway())
        presence = tr("Do not disturb");
    else if (!m_desk.ephemera.me().available)
        presence = tr("Away");
    m_frame->navigation()->setMe(me(), presence);
}

bool MainWindow::wantsSignIn() const
{
    const SessionPhase session = m_desk.ephemera.session();
    return !m_desk.host.isEmbedded() && (session == SessionPhase::SignedOut || (m_wasOut && session == SessionPhase::SigningIn));
}

bool MainWindow::isBackendDown() const
{
    const SyncPhase phase = m_desk.ephemera.sync().phase;
    return m_desk.host.isEmbedded() && (phase == SyncPhase::Offline || phase == SyncPhase::Reconnecting);
}

bool MainWindow::isKeyringSlow() const
{
    return m_keyringSince && m_desk.clock.now() - *m_keyringSince >= keyringPatience;
}

void MainWindow::refreshKeyring()
{
    const bool waits = m_desk.ephemera.keyring() == KeyringState::Waiting && m_desk.ephemera.session() == SessionPhase::SigningIn;
    if (!waits) {
        m_keyringSince.reset();
        return m_frame->banner()->clear(keyringKey);
    }
    m_keyringSince = m_keyringSince.value_or(m_desk.clock.now());
    if (!isKeyringSlow() || m_frame->banner()->shows(keyringKey))
        return;
    m_commands.refresh();
    m_frame->banner()->set({keyringKey, BannerState::Kind::Warning, 6, tr("Your keyring has not answered."), tr("You can sign in without it, for this session only."), {}, m_commands.action(QStringLiteral("app.without_keyring"))});
}

void MainWindow::refreshSample()
{
    const bool sample = m_desk.host.isSample();
    if (sample && !m_start) {
        m_start = new StartCard(m_desk);
        if (const auto kept = m_desk.host.takePlan())
            m_start->setTyped(*kept);
        m_inbox->panel()->setStart(m_start);
    }
    m_commands.refresh();
    if (!sample)
        return m_frame->banner()->clear(sampleKey);
    const bool paused = m_desk.host.isTrafficPaused();
    QAction *pause = m_commands.action(QStringLiteral("sample.pause"));
    if (pause) {
        pause->setText(paused ? tr("Let them write") : tr("Pause them"));
        pause->setData(paused ? QStringLiteral("play") : QStringLiteral("pause"));
    }
    m_frame->banner()->set({sampleKey, BannerState::Kind::Notice, 1, tr("Sample business."), tr("Nothing leaves this computer."),
        paused ? tr("sample customers are paused") : tr("sample customers write until you clear them"), pause});
}

} // namespace foredeck::ui
