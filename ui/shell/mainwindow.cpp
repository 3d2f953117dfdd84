#include "ui/shell/mainwindow.h"

#include "models/core/clock.h"
#include "models/ports/acts.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/day/daybox.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/signin/lockpage.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/pages/start/startcard.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/farewell.h"
#include "ui/shell/frame.h"
#include "ui/shell/host.h"
#include "ui/shell/navigation.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusline.h"
#include "ui/shell/unsentreplies.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/lineeditaccessible.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/scrollaccessible.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr qint64 troubleMs = 10'000; ///< what could not be saved is told at least so long

} // namespace

MainWindow::MainWindow(const Desk &desk)
    : m_desk(desk)
    , m_commands(this)
    , m_clients(desk.store)
    , m_agency(desk.store)
    , m_counters(desk.store)
    , m_outboxRows(desk.store)
    , m_people(desk.store)
    , m_taking(desk.ephemera)
    , m_person(desk.ephemera.me().id.empty() ? desk.store.user() : desk.ephemera.me().id)
{
    takeUpLock();
    installScrollAccessibility();
    installLineEditAccessibility();
    setObjectName(QStringLiteral("foredeck"));
    setWindowTitle(tr("Foredeck"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    m_frame = new Frame(this);
    column->addWidget(m_frame);
    setMinimumSize(640, 480);
    m_inbox = new InboxPage(desk, m_clients, m_taking);
    m_escalations = new EscalationsPage(desk, m_clients, m_taking);
    m_rules = new RulesPage(desk, m_clients);
    m_leads = new LeadsPage(desk, m_clients);
    m_dashboard = new DashboardPage(desk, m_clients, m_counters, m_escalations->figures());
    m_outbox = new OutboxPage(desk, m_outboxRows);
    m_settings = new SettingsPage(desk, m_clients, m_commands);
    m_signIn = new SignInPage(desk);
    m_lock = new LockPage(desk);
    for (Page *page : std::initializer_list<Page *> {m_inbox, m_escalations, m_rules, m_leads, m_dashboard, m_outbox, m_settings, m_signIn, m_lock})
        m_frame->addPage(page);
    m_notices = new DeskNotices(desk, m_clients, this, m_frame->banner());
    m_apart = std::make_unique<ConversationWindows>(desk, m_clients, m_taking, *m_inbox, nullptr);
    m_day = new DayBox(desk, m_clients, this);
    m_shift = new DeskShift(desk, m_clients, this, m_frame->banner());
    addCommands();
    m_palette = new CommandPalette(m_commands, this);
    m_sheet = new ShortcutSheet(m_commands, this);
    m_farewell = new Farewell(this);
    connect(m_farewell, &Farewell::quitChosen, this, &MainWindow::quit);
    connect(m_farewell, &Farewell::stayChosen, this, [this] { m_desk.host.stayInTray(); });
    m_unsent = new UnsentReplies(m_outboxRows, m_desk.acts, m_desk.ephemera, this);
    connect(m_unsent, &UnsentReplies::settled, this, [this] { m_unsent->leaving() == UnsentReplies::Leaving::Session ? m_desk.requests.signOut() : m_desk.host.quitProgram(); });
    connect(m_unsent, &UnsentReplies::needLook, this, [this] { showPlace(QStringLiteral("outbox")); });
    bindNavigation();
    bindDashboard();
    bindStatus();
    bindPalette();
    bindBell();
    bindApart();
    bindLock();
    m_settings->fillShortcuts();
    m_commands.refresh();
    resize(1440, 900);
    if (const QByteArray geometry = desk.preferences.geometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const int width = desk.preferences.listWidth(); width > 0)
        m_inbox->setListWidth(width);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::tick);
    m_clock.start(1000);
    refreshSession();
    refreshSample();
    tick();
}

MainWindow::~MainWindow()
{
    m_bell = nullptr; // what happens while the windows beside this one go is told to nobody
}

void MainWindow::showFirstPage()
{
    const ViewKey key {m_view, m_client};
    const Result<ConversationPage> page = m_desk.store.readFirstPage(key);
    if (page.hasValue())
        m_inbox->setFirstPage(key, page.value());
    else
        m_inbox->setView(key);
    refreshCounts();
}

void MainWindow::setServerAddress(const QString &address)
{
    m_signIn->setAddress(address);
}

void MainWindow::goOnSigningIn()
{
    m_signIn->goOn();
}

void MainWindow::tell(const QString &key, const QString &strong, const QString &words)
{
    // Above "Offline": a reason says more than its consequence.
    m_frame->banner()->set({key, BannerState::Kind::Warning, 6, strong, words, {}, nullptr});
}

void MainWindow::tellOnce(const QString &key, const QString &strong, const QString &words)
{
    auto *hide = findChild<QAction *>(key, Qt::FindDirectChildrenOnly);
    if (!hide) {
        hide = new QAction(tr("Hide"), this);
        hide->setObjectName(key);
        connect(hide, &QAction::triggered, this, [this, key] { untell(key); });
    }
    m_frame->banner()->set({key, BannerState::Kind::Warning, 6, strong, words, {}, hide});
}

void MainWindow::untell(const QString &key)
{
    m_frame->banner()->clear(key);
}

Navigation::Place MainWindow::placeOf(const Page *page) const
{
    if (page == m_escalations || page == m_rules)
        return Navigation::Place::Escalations;
    if (page == m_leads)
        return Navigation::Place::Leads;
    if (page == m_dashboard)
        return Navigation::Place::Dashboard;
    if (page == m_outbox)
        return Navigation::Place::Outbox;
    return page == m_settings ? Navigation::Place::Settings : Navigation::Place::Inbox;
}

void MainWindow::go(Page *page)
{
    if (standsShut() && page != (wantsSignIn() ? static_cast<Page *>(m_signIn) : m_lock))
        return;
    if (m_frame->page() == m_inbox && page != m_inbox)
        m_inbox->flush();
    if (m_frame->page() == m_escalations && page != m_escalations)
        m_escalations->flush();
    m_frame->showPage(page);
    m_frame->navigation()->setCurrent(placeOf(page), m_view);
    m_commands.refresh();
    tellShown();
}

void MainWindow::showPlace(const QString &place)
{
    if (place == QStringLiteral("escalations"))
        go(m_escalations);
    else if (place == QStringLiteral("rules"))
        openRules();
    else if (place == QStringLiteral("leads"))
        go(m_leads);
    else if (place == QStringLiteral("dashboard"))
        go(m_dashboard);
    else if (place == QStringLiteral("outbox"))
        go(m_outbox);
    else if (place == QStringLiteral("settings"))
        go(m_settings);
    else if (place == QStringLiteral("sign_in"))
        go(m_signIn);
    else
        go(m_inbox);
}

MainWindow::Standing MainWindow::standing()
{
    // What is typed is on its way to the journal; the window that goes on is told what was shown.
    flushWriting();
    static const std::map<Navigation::Place, QString> names {{Navigation::Place::Inbox, QStringLiteral("inbox")}, {Navigation::Place::Escalations, QStringLiteral("escalations")},
        {Navigation::Place::Leads, QStringLiteral("leads")}, {Navigation::Place::Dashboard, QStringLiteral("dashboard")}, {Navigation::Place::Outbox, QStringLiteral("outbox")}, {Navigation::Place::Settings, QStringLiteral("settings")}};
    const QString place = m_frame->page() == m_rules ? QStringLiteral("rules") : names.at(placeOf(m_frame->page()));
    const std::optional<BusinessPlan> plan = m_start ? std::optional(m_start->typed()) : std::nullopt;
    return {place, m_settings->section(), m_view, m_client, m_inbox->conversation(), m_inbox->written(CompositionKind::Reply), m_inbox->written(CompositionKind::Note), m_escalations->standing(), m_leads->standing(), m_bell->handOver(), plan,
        m_signIn->server(), m_signIn->address(), m_signIn->typed(), m_wasOut, m_dashboard->days(), m_inbox->listStanding(), m_person, m_apart->standing()};
}

void MainWindow::resume(const Standing &standing)
{
    m_person = standing.person; // the store knows only whose it was when it was opened
    m_view = standing.view;
    m_client = standing.client;
    m_counters.setClient(m_client);
    m_inbox->resume({m_view, m_client}, standing.list);
    refreshCounts();
    m_apart->resume(standing.apart);
    if (!standing.conversation.empty())
        m_inbox->open(standing.conversation);
    m_inbox->write(CompositionKind::Reply, standing.reply);
    m_inbox->write(CompositionKind::Note, standing.note);
    m_escalations->setClient(m_client);
    m_escalations->resume(standing.escalations);
    m_leads->resume(standing.leads);
    m_dashboard->setClient(m_client);
    m_dashboard->setDays(standing.dashboardDays);
    m_bell->resume(standing.bell);
    m_settings->showSection(standing.section);
    if (m_start && standing.plan)
        m_start->setTyped(*standing.plan);
    m_signIn->resume(standing.server, standing.address, standing.signIn);
    m_wasOut = standing.wasOut;
    refreshSession();
    if (wantsSignIn())
        m_signIn->begin();
    showPlace(standing.place);
    refreshClients();
}

void MainWindow::chooseView(View view)
{
    m_view = view;
    m_inbox->leaveSaved();
    m_inbox->chooseView({view, m_client});
    go(m_inbox);
    refreshCounts();
}

void MainWindow::chooseClient(const ClientId &client)
{
    m_client = client;
    m_counters.setClient(client);
    m_inbox->setView({m_view, client});
    m_escalations->setClient(client);
    m_leads->setClient(client);
    m_dashboard->setClient(client);
    refreshClients();
    refreshCounts();
}

void MainWindow::bindNavigation()
{
    Navigation *nav = m_frame->navigation();
    connect(nav, &Navigation::placeChosen, this, [this](Navigation::Place place) {
        const std::map<Navigation::Place, Page *> pages {{Navigation::Place::Inbox, m_inbox}, {Navigation::Place::Escalations, m_escalations}, {Navigation::Place::Leads, m_leads}, {Navigation::Place::Dashboard, m_dashboard}, {Navigation::Place::Outbox, m_outbox}, {Navigation::Place::Settings, m_settings}};
        openPressed(pages.at(place));
    });
    connect(nav, &Navigation::viewChosen, this, &MainWindow::chooseView);
    bindSavedViews();
    connect(nav->search(), &QAbstractButton::clicked, this, [this] { m_palette->toggle(); });
    connect(nav->head(), &QAbstractButton::clicked, this, &MainWindow::clientMenu);
    connect(nav, &Navigation::meMenuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const char *id : {"settings.look", "app.shortcuts", "app.lock", "app.sign_out", "app.quit"}) {
            if (QAction *action = m_commands.action(QLatin1StringView(id)))
                menu->addAction(action);
        }
        menu->popup(at - QPoint(0, menu->sizeHint().height()));
    });
    nav->search()->setKeyWords(keyWords(QKeySequence(Qt::CTRL | Qt::Key_K)));
    connect(&m_counters, &ViewCounters::changed, this, &MainWindow::refreshCounts);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_clients, signal, this, &MainWindow::refreshClients);
    connect(&m_clients, &QAbstractItemModel::dataChanged, this, &MainWindow::refreshClients);
    connect(&m_clients, &ClientListModel::loaded, this, &MainWindow::keepClient);
    connect(&m_agency, &ClientDetails::changed, this, &MainWindow::refreshClients);
    connect(m_outbox, &OutboxPage::conversationWanted, this, &MainWindow::openConversation);
    connect(m_escalations, &EscalationsPage::countsChanged, this, &MainWindow::refreshCounts);
    connect(m_escalations, &EscalationsPage::conversationWanted, this, &MainWindow::openConversation);
    bindDesk();
    connect(m_leads, &LeadsPage::conversationWanted, this, &MainWindow::openConversation);
    connect(m_rules, &RulesPage::conversationWanted, this, &MainWindow::openConversation);
    connect(m_rules, &RulesPage::wanted, this, [this] { go(m_rules); });
    connect(m_rules, &RulesPage::backWanted, this, [this] { go(m_escalations); });
    m_settings->setLeaving([this](std::function<void()> act) { leaveForms(std::move(act)); });
    connect(m_escalations, &EscalationsPage::replyWanted, this, [this](const ConversationId &conversation, const OpId &taking) {
        openConversation(conversation)->writeNext(CompositionKind::Reply, taking);
    });
    connect(m_outbox, &OutboxPage::editWanted, this, [this](const ConversationId &conversation, CompositionKind kind) {
        openConversation(conversation)->writeNext(kind);
    });
    connect(m_outbox, &OutboxPage::taskEditWanted, this, [this](const ConversationId &conversation, const Task &task) {
        openConversation(conversation)->askTask(task);
    });
    connect(m_outbox, &OutboxPage::escalationEditWanted, this, [this](const EscalationId &escalation, CompositionKind kind) {
        go(m_escalations);
        m_escalations->edit(escalation, kind);
    });
    connect(m_settings, &SettingsPage::wanted, this, [this] { go(m_settings); });
    connect(m_signIn, &SignInPage::languageWanted, m_settings, &SettingsPage::changeLanguage);
    connect(m_inbox, &InboxPage::trouble, this, &MainWindow::tellTrouble);
    connect(m_escalations, &EscalationsPage::trouble, this, &MainWindow::tellTrouble);
    connect(m_leads, &LeadsPage::trouble, this, &MainWindow::tellTrouble);
    // Of an act that stands in the outbox already: what was wanted of it, such as to drop it, could not be done.
    connect(&m_desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        if (m_outboxRows.rowOf(op.value) >= 0)
            tellTrouble(tr("Nothing was done: %1").arg(problemWords(why)));
    });
    // The next act that is stored shows that it was for once only. Whoever comes back reads it first: what they see is stored at once.
    connect(&m_desk.acts, &Acts::committed, this, [this] {
        if (!m_isTroubleLate || m_troubled.elapsed() >= troubleMs)
            untell(QStringLiteral("trouble"));
    });
    // So does what comes in, once the sentence could be read: nothing can be stored on a disk that is full.
    connect(&m_desk.store, &LocalStore::changed, this, [this] {
        if (m_troubled.isValid() && m_troubled.elapsed() >= troubleMs) {
            m_troubled.invalidate();
            untell(QStringLiteral("trouble"));
        }
    });
    refreshClients();
}

void MainWindow::clientMenu()
{
    if (standsShut())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const ClientId &client) {
        QString words = name;
        QAction *action = menu->addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(client == m_client);
        connect(action, &QAction::triggered, this, [this, client] { chooseClient(client); });
    };
    add(tr("All clients"), {});
    menu->addSeparator();
    for (const Client &client : m_clients.items())
        add(harmless(fromUtf8(client.name)), client.id);
    NavHead *head = m_frame->navigation()->head();
    menu->popup(head->mapToGlobal(QPoint(0, head->height())));
}

void MainWindow::tick()
{
    refreshSync();
    m_notices->refresh();
    m_shift->refresh();
    tickLock();
    refreshKeyring();
    refreshBell();
    m_bell->tick();
    m_apart->tick();
    if (Page *page = m_frame->page())
        page->tick();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Page *page = m_frame->page();
        if (page && page->goBack())
            return;
        // From a text field back to the list it belongs to, so that single letters work again.
        if (page && !page->panes().isEmpty())
            page->panes().constFirst()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

void MainWindow::keepPlace()
{
    flushWriting();
    if (m_start)
        m_start->flush();
    m_desk.preferences.setGeometry(saveGeometry());
    m_desk.preferences.setListWidth(m_inbox->listWidth());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepPlace();
    if (m_desk.host.answersCustomers()) {
        event->ignore();
        m_farewell->ask(m_desk.host.hasTray());
        return;
    }
    if (m_settings->isDirty() || m_rules->isDirty() || boxWithWords() || losesWords()) {
        event->ignore();
        return quit();
    }
    if (asksWhatIsUnsent()) {
        event->ignore();
        return;
    }
    m_apart->hideAll();
    QWidget::closeEvent(event);
}

void MainWindow::leaveForms(std::function<void()> act)
{
    m_settings->leaveForms([this, act = std::move(act)] { m_rules->leaveForm([this, act] { leaveBoxes(act); }); });
}

/// Of the client in view, where nothing is typed of another's.
void MainWindow::openRules()
{
    if (!m_client.empty() && m_rules->client() != m_client && !m_rules->isDirty())
        m_rules->showClient(m_client);
    go(m_rules);
}

void MainWindow::quit()
{
    keepPlace();
    if (keepsFromLocked())
        return;
    const auto leave = [this] {
        if (!asksWhatIsUnsent())
            m_desk.host.quitProgram();
    };
    leaveForms([this, leave] { losesWords() ? askToLose(true, leave) : leave(); });
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !m_bell)
        return;
    if (isActiveWindow())
        tick();
    else
        tellShown();
}

} // namespace foredeck::ui
