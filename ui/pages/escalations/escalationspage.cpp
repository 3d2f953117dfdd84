#include "ui/pages/escalations/escalationspage.h"

#include "models/core/clock.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/briefcolumn.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/escalations/statstrip.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/shell/preferences.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/words/escalationwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/threadwords.h"

#include <QAction>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

EscalationsPage::EscalationsPage(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_clients(clients)
    , m_question(question)
    , m_rows(desk.store, desk.ephemera)
    , m_figures(desk.store, desk.ephemera)
    , m_details(desk.store)
    , m_transcript(desk.store, desk.ephemera, desk.requests)
    , m_shown(m_transcript)
    , m_users(desk.store)
    , m_drafts(desk.store, desk.acts, {CompositionKind::Resolution, CompositionKind::Instruction})
{
    m_snooze = new SnoozeAsker(desk, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new EscalationsHeader(this);
    m_stats = new StatStrip(this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_list = new EscalationListPane;
    m_detail = new EscalationPane;
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(1, 1);
    m_listWidth = desk.preferences.escalationListWidth();
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_arrangement.listCompact || m_arrangement.singleStack)
            return;
        m_listWidth = m_splitter->sizes().constFirst();
        m_desk.preferences.setEscalationListWidth(m_listWidth);
    });
    column->addWidget(m_header);
    column->addWidget(m_stats);
    column->addWidget(m_splitter, 1);
    bindList();
    bindDetail();
    bindForm();
    connect(&m_figures, &EscalationFigures::changed, this, [this] {
        m_list->view()->viewport()->update(); // its headings tell them
        refreshHeader();
        Q_EMIT countsChanged();
    });
    connect(m_header, &EscalationsHeader::tabChosen, this, &EscalationsPage::showList);
    connect(&m_clients, &ClientListModel::loaded, this, [this] {
        refreshHeader();
        fetchClosed();
    });
    refreshHeader();
    refreshDetail();
    m_rows.show(EscalationTab::Open, {});
    showListState();
    tick();
}

EscalationsPage::~EscalationsPage()
{
    m_drafts.disconnect(this); // they save what is unsaved when they go, and tell it to what is left of the page
}

TimeContext EscalationsPage::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

EscalationRef EscalationsPage::ref() const
{
    const auto &row = m_details.row();
    if (!row)
        return {};
    const Escalation &e = row->escalation;
    return {{e.client, e.conversation, row->lastPublicPosition}, e.id, e.status, e.claimedBy.user, e.assignedTo.user};
}

EscalationItem EscalationsPage::item() const
{
    return escalationItem(*m_details.row(), m_desk.ephemera.me());
}

bool EscalationsPage::isMine() const
{
    const auto &row = m_details.row();
    return row && row->escalation.status == EscalationStatus::Claimed && item().mine;
}

/// Whoever has it goes on from their first word, so their claim begins anew.
bool EscalationsPage::hasLapsed() const
{
    const auto &row = m_details.row();
    if (!isMine() || row->claim.user.empty()) // the next claim is on its way
        return false;
    const auto lease = m_desk.ephemera.leaseOf(row->escalation.conversation);
    return isLost(row->claim, lease) || hasRunOut(row->owner, row->claim, lease);
}

Actor EscalationsPage::holder() const
{
    const auto &row = m_details.row();
    return row ? holderOf(*row, m_desk.ephemera.me().id) : Actor();
}

void EscalationsPage::bindList()
{
    const auto context = [this] {
        RowContext words;
        words.time = time();
        words.manyTenants = m_client.empty() && m_clients.rowCount() > 1;
        words.markSeed = [this](const ClientId &client) { return std::max(0, m_clients.rowOf(client.value)); };
        return words;
    };
    m_rows.setWords({[context](const EscalationItem &one, int role) {
                         const EscalationView view = escalationView(one, context());
                         return role == Qt::ToolTipRole ? plainTip(view.tip) : view.accessible;
                     },
        [](EscalationStatus group, int count) { return escalationGroupWord(group) + QLatin1Char(' ') + countWord(count); },
        [this](EscalationStatus group, int read) { return whole(group, read); }});
    // Before the view hears of it, which would make the next row current.
    connect(&m_rows, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const int current = m_list->view()->currentIndex().row();
        if (current >= first && current <= last && !m_moveOn)
            m_list->view()->setCurrentIndex({});
    });
    m_list->setSource(m_rows, context);
    ConversationListView *view = m_list->view();
    connect(view, &ConversationListView::heldChanged, &m_rows, &EscalationListModel::setFrozen);
    connect(view, &ConversationListView::pointerLeft, &m_rows, &EscalationListModel::release);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &EscalationsPage::openRow);
    connect(view, &ConversationListView::clicked, this, [this](const QModelIndex &index) {
        if (m_rows.isHeading(index.row()))
            return;
        openRow(index);
        if (m_arrangement.singleStack) {
            m_detailShown = true;
            apply();
        }
    });
    connect(view, &ConversationListView::openRequested, this, [this](const QModelIndex &index) {
        if (m_rows.isHeading(index.row()))
            return;
        openRow(index);
        if (m_arrangement.singleStack && !m_detailShown) {
            m_detailShown = true;
            return apply();
        }
        if (m_details.row())
            Q_EMIT conversationWanted(m_details.row()->escalation.conversation);
    });
    connect(&m_rows, &EscalationListModel::loaded, this, &EscalationsPage::showListState);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_rows, signal, this, &EscalationsPage::showListState);
    connect(&m_rows, &EscalationListModel::waitingChanged, this, [this](int rows) {
        m_list->setWaiting(rows, m_commands ? m_commands->action(QStringLiteral("list.settle")) : nullptr);
        if (m_commands)
            m_commands->refresh();
    });
    connect(&m_rows, &EscalationListModel::readFailed, this, [this](const QString &why) {
        m_list->showState({QStringLiteral("stop"), tr("The list could not be read"), tr("%1 What is on the server is safe; start the program again.").arg(problemWords(why)), QStringLiteral("CACHE-2"), true});
    });
}

void EscalationsPage::bindDetail()
{
    m_detail->messages()->setSource(&m_shown, [this](int row) -> const TranscriptItem & { return m_shown.itemAt(row); },
        [this](int row) { return m_shown.continuesRun(row); },
        [this] {
            EntryContext words;
            words.time = time();
            words.localNow = m_desk.clock.now();
            words.reached = isReached(m_desk.ephemera.sync().phase);
            words.isHeld = !holder().user.empty();
            if (m_details.row()) {
                words.leadName = personWord(item().name, item().lead);
                words.leadPhone = fromUtf8(m_details.row()->leadPhone);
                words.clientName = fromUtf8(m_details.row()->clientName);
            }
            return words;
        },
        [] { return INT64_MAX; });
    connect(m_detail->messages(), &TranscriptView::olderWanted, &m_transcript, &TranscriptModel::fetchOlder);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_transcript, signal, this, &EscalationsPage::messagesChanged);
    connect(&m_transcript, &QAbstractItemModel::dataChanged, this, &EscalationsPage::messagesChanged);
    connect(&m_transcript, &TranscriptModel::loaded, this, [this] {
        m_detail->messages()->scrollToBottom();
        refreshConflict();
        // Of what was settled long ago the cache may hold nothing.
        if (m_transcript.rowCount() == 0 && !m_transcript.conversation().empty())
            m_desk.requests.fetchConversation(m_transcript.conversation());
    });
    connect(&m_details, &EscalationDetails::changed, this, [this] {
        if (m_rows.isLoaded() && m_rows.rowCount() == 0)
            closeSettled();
        m_snooze->setClient(ref().conversation.client);
        refreshDetail();
    });
    connect(m_detail->brief(), &BriefColumn::actionChosen, this, &EscalationsPage::doAction);
    connect(&m_desk.acts, &Acts::committed, this, &EscalationsPage::afterAct);
    connect(&m_desk.acts, &Acts::failed, this, &EscalationsPage::afterFailure);
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, &EscalationsPage::refreshDetail);
    connect(&m_desk.ephemera, &Ephemera::presenceChanged, this, [this](const ConversationId &conversation) {
        if (m_details.row() && m_details.row()->escalation.conversation == conversation)
            refreshDetail();
    });
    connect(&m_desk.ephemera, &Ephemera::syncChanged, this, [this] {
        // A picture that is fetched whole leaves out what is closed.
        const bool live = m_desk.ephemera.sync().phase == SyncPhase::Live;
        if (std::exchange(m_wasLive, live) == live)
            return;
        m_fetched.clear();
        if (live)
            fetchClosed();
    });
    connect(&m_desk.requests, &Requests::escalationsFetched, this, [this](const ClientId &client, EscalationStatus status, bool more) {
        m_fetched[{client, status}] = more;
        refreshHeader();
    });
}

void EscalationsPage::setClient(const ClientId &client)
{
    m_client = client;
    m_figures.setClient(client);
    showList(m_rows.tab());
    refreshHeader();
    fetchClosed();
}

void EscalationsPage::showList(EscalationTab tab)
{
    m_list->setOrdered(tab != EscalationTab::Resolved && tab != EscalationTab::Expired);
    // Who writes keeps the customer: what is typed on would go to another one, or be commands on theirs.
    m_picksFirst = m_detail->form()->kind() == Form::None;
    m_left = {};
    m_rows.show(tab, m_client);
    showListState();
}

void EscalationsPage::showListState()
{
    if (escalation().empty()) // what stands beside the list turns on whether there are rows
        refreshDetail();
    if (m_rows.rowCount() > 0) {
        m_list->showRows();
        const int open = m_rows.rowOf(escalation());
        if (open >= 0)
            m_listed = escalation();
        ConversationListView *view = m_list->view();
        if (open >= 0 && view->currentIndex().row() != open)
            view->setCurrentIndex(m_rows.index(open, 0));
        // Something of the list that was chosen stands beside it; a row that leaves by itself takes nobody's page away.
        const bool picks = (m_picksFirst || escalation().empty()) && m_rows.isLoaded() && !m_arrangement.singleStack;
        if (picks && open < 0)
            view->setCurrentIndex(m_rows.index(m_rows.choosable(0, 1), 0));
        m_picksFirst = m_picksFirst && !m_rows.isLoaded();
        return;
    }
    if (!m_rows.isLoaded())
        return m_list->showLoading();
    closeSettled();
    m_picksFirst = false;
    switch (m_rows.tab()) {
    case EscalationTab::Open:
    case EscalationTab::Pending:
        return m_list->showState({QStringLiteral("check"), tr("Nobody waits for a person"), tr("What the assistant, a rule or one of you hands over stands here, the first that is due on top."), {}, false});
    case EscalationTab::Claimed:
        return m_list->showState({QStringLiteral("person"), tr("Nobody has taken anything up"), tr("What somebody has taken over stands here until it is resolved."), {}, false});
    case EscalationTab::Resolved:
        return m_list->showState({QStringLiteral("resolve"), tr("Nothing has been resolved yet"), tr("Resolved escalations stand here, the newest on top."), {}, false});
    case EscalationTab::Expired:
        break;
    }
    m_list->showState({QStringLiteral("clock"), tr("Nothing has expired"), tr("What nobody took up stands here."), {}, false});
}

/// Beside an empty list stands nothing of another one, nor what has been settled in it. What is being typed stays.
void EscalationsPage::closeSettled()
{
    const auto &row = m_details.row();
    const bool left = row && !isOpen(row->escalation) && m_listed == escalation();
    if (escalation().empty() || m_arrangement.singleStack || m_detail->form()->kind() != Form::None || !(m_picksFirst || left))
        return;
    m_drafts.flush();
    m_details.setEscalation({});
    m_transcript.setConversation({});
    refreshDetail();
}

void EscalationsPage::openRow(const QModelIndex &index)
{
    if (!index.isValid() || m_rows.isHeading(index.row()))
        return;
    open(m_rows.itemAt(index.row()).id);
    if (index.row() < m_rows.rowCount() - 5)
        return;
    if (m_rows.canFetchMore({}))
        m_rows.fetchMore({});
    else
        fetchMoreClosed();
}

void EscalationsPage::open(const EscalationId &id)
{
    if (id == escalation() && m_details.row())
        return;
    m_moveOn = false;
    m_edits = Form::None;
    m_question.withdraw(ref().conversation.id);
    closeForm();
    m_left = {};
    m_details.setEscalation(id, m_rows.sourceOf(id));
    if (const int row = m_rows.rowOf(id); row >= 0 && m_list->view()->currentIndex().row() != row)
        m_list->view()->setCurrentIndex(m_rows.index(row, 0));
}

void EscalationsPage::refreshHeader()
{
    if (m_figures.isLoaded()) {
        for (const EscalationTab tab : {EscalationTab::Open, EscalationTab::Pending, EscalationTab::Claimed, EscalationTab::Resolved, EscalationTab::Expired}) {
            std::int64_t count = 0;
            bool more = false;
            for (const EscalationStatus status : statusesOf(tab)) {
                count += m_figures.count(status);
                more = more || hasMore(status);
            }
            m_header->setCount(tab, count, more);
        }
    }
    const int chosen = m_client.empty() ? -1 : m_clients.rowOf(m_client.value);
    m_header->setScope(chosen < 0 ? tr("All clients") : harmless(fromUtf8(m_clients.itemAt(chosen).name)));
    m_stats->show(statWords(m_figures.stats()));
}

/// A heading tells what the tabs tell, however many of them have been read.
int EscalationsPage::whole(EscalationStatus group, int read) const
{
    return m_figures.isLoaded() ? std::max(read, int(m_figures.count(group))) : read;
}

/// The server has some that the cache does not hold.
bool EscalationsPage::hasMore(EscalationStatus status) const
{
    return std::any_of(m_fetched.begin(), m_fetched.end(), [&](const auto &one) { return one.second && one.first.second == status && (m_client.empty() || one.first.first == m_client); });
}

void EscalationsPage::refreshDetail()
{
    const auto &row = m_details.row();
    if (!row) {
        if (escalation().empty())
            m_detail->showState({QStringLiteral("escalation"), tr("Nothing is open"), m_rows.rowCount() > 0 ? tr("Choose an escalation in the list; J and K go through it.") : tr("The escalation that is chosen in the list stands here."), {}, false});
        else if (m_details.isRead())
            m_detail->showState({QStringLiteral("escalation"), tr("This escalation is not here"), tr("It was removed, or it belongs to a client you do not work for."), {}, false});
        if (m_commands)
            m_commands->refresh();
        return;
    }
    m_drafts.open({row->escalation.client, journalId(row->escalation.id), 0});
    if (m_transcript.conversation() != row->escalation.conversation)
        m_transcript.setConversation(row->escalation.conversation);
    const bool asked = m_question.isAsked(row->escalation.conversation, holder().user);
    const TakingWords asks = asked ? takingWords(harmless(fromUtf8(holder().name))) : TakingWords();
    m_detail->setQuestion(asked ? asks.strong + QLatin1Char(' ') + asks.words : QString());
    const bool many = m_clients.rowCount() > 1;
    m_detail->present(*row, item(), many ? fromUtf8(row->clientMark) : QString(), std::max(0, m_clients.rowOf(row->escalation.client.value)), time());
    if (m_edits != Form::None)
        openForm(std::exchange(m_edits, Form::None));
    // Settled by somebody else: what is being typed stays under the hand, and is kept in the outbox when it is sent.
    else if (!isOpen(row->escalation) && m_detail->form()->text().isEmpty())
        closeForm();
    if (m_commands)
        m_commands->refresh();
}

void EscalationsPage::step(int by)
{
    ConversationListView *view = m_list->view();
    const int current = view->currentIndex().isValid() ? view->currentIndex().row() : m_rows.rowOf(escalation());
    int next = m_rows.choosable(current < 0 ? 0 : current + by, by);
    // What was acted on may have gone elsewhere: one goes on from where it stood.
    if (!m_left.id.empty() && m_left.id == escalation()) {
        const EscalationId &beside = by > 0 ? m_left.after : m_left.before;
        const int there = m_rows.rowOf(beside);
        next = beside.empty() || there >= 0 ? there : next;
    }
    if (next < 0)
        return;
    view->setCurrentIndex(m_rows.index(next, 0));
    view->scrollTo(m_rows.index(next, 0));
}

EscalationsPage::Standing EscalationsPage::standing() const
{
    return {m_rows.tab(), escalation(), m_ends};
}

void EscalationsPage::resume(const Standing &standing)
{
    m_ends = standing.ends;
    m_header->setTab(standing.tab);
    if (!standing.escalation.empty())
        open(standing.escalation);
    // It stays open, whether it is in the list or not.
    m_picksFirst = m_picksFirst && standing.escalation.empty();
}

void EscalationsPage::forget()
{
    m_drafts.forget();
    m_detail->form()->close();
    m_ends.clear();
    m_sent.clear();
    m_fetched.clear();
    m_details.setEscalation({});
    m_transcript.setConversation({});
    m_list->view()->setCurrentIndex({});
}

/// What is closed is not in the picture that the server sends by itself; the figures rest on it, too.
void EscalationsPage::fetchClosed()
{
    if (!isVisible())
        return;
    for (const Client &client : m_clients.items()) {
        for (const EscalationStatus status : {EscalationStatus::Resolved, EscalationStatus::Expired}) {
            const bool asked = m_fetched.contains({client.id, status});
            if (!asked && (m_client.empty() || client.id == m_client))
                m_desk.requests.fetchEscalations(client.id, status, false);
        }
    }
}

/// The end of what the cache holds is near.
void EscalationsPage::fetchMoreClosed()
{
    const EscalationStatus status = statusesOf(m_rows.tab()).front();
    for (const auto &[key, more] : m_fetched) {
        if (more && key.second == status && (m_client.empty() || key.first == m_client))
            m_desk.requests.fetchEscalations(key.first, status, true);
    }
}

} // namespace foredeck::ui
