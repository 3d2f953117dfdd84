#include "ui/pages/leads/leadspage.h"

#include "models/core/clock.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/leads/kinsection.h"
#include "ui/pages/leads/leadfilters.h"
#include "ui/pages/leads/leadheader.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadtablepane.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/pages/leads/newleadasker.h"
#include "ui/pages/leads/writefirstasker.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/toast.h"
#include "ui/words/leadwords.h"
#include "ui/words/problemwords.h"

#include <QAction>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

LeadsPage::LeadsPage(const Desk &desk, const ClientListModel &clients, QWidget *parent)
    : Page(parent), m_desk(desk), m_clients(clients), m_rows(desk.store, desk.ephemera), m_record(desk.store)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_table = new LeadTablePane(this);
    m_detail = new LeadPane(this);
    m_newLead = new NewLeadAsker(desk, clients, this);
    m_writeFirst = new WriteFirstAsker(desk, this);
    m_merge = new MergeAsker(desk, this);
    m_toast = new Toast(this);
    row->addWidget(m_table, 1);
    row->addWidget(m_detail);
    bindTable();
    bindFilters();
    bindDetail();
    bindMerge();
    refreshCounts();
    refreshDetail();
    m_table->showLoading();
}

LeadsPage::~LeadsPage() = default;

TimeContext LeadsPage::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

void LeadsPage::bindTable()
{
    const auto context = [this] {
        RowContext words;
        words.time = time();
        words.manyTenants = m_rows.query().client.empty() && m_clients.rowCount() > 1;
        words.markSeed = [this](const ClientId &client) { return std::max(0, m_clients.rowOf(client.value)); };
        return words;
    };
    m_rows.setWords([context](const LeadItem &item, int role) {
        const LeadView view = leadView(item, context());
        return role == Qt::ToolTipRole ? plainTip(view.tip) : view.accessible;
    });
    ConversationListView *view = m_table->view();
    // Before the view hears of it, which would make the next row current.
    connect(&m_rows, &QAbstractItemModel::rowsAboutToBeRemoved, this, [view](const QModelIndex &, int first, int last) {
        if (const int current = view->currentIndex().row(); current >= first && current <= last)
            view->setCurrentIndex({});
    });
    m_table->setSource(m_rows, context);
    connect(view, &ConversationListView::heldChanged, &m_rows, &LeadListModel::setFrozen);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            open(m_rows.itemAt(index.row()).id);
    });
    connect(view, &ConversationListView::openRequested, this, [this](const QModelIndex &index) {
        open(m_rows.itemAt(index.row()).id);
        openConversation();
    });
    connect(view, &ConversationListView::clicked, this, [this] {
        if (!m_arrangement.singleStack)
            return;
        m_detailOver = true;
        apply();
    });
    connect(m_table, &LeadTablePane::pageRowsChanged, &m_rows, &LeadListModel::setPageRows);
    connect(&m_rows, &LeadListModel::turned, this, &LeadsPage::showTurned);
    connect(&m_rows, &LeadListModel::countsChanged, this, &LeadsPage::refreshCounts);
    connect(&m_rows, &LeadListModel::waitingChanged, this, [this](int rows) {
        m_table->setWaiting(rows);
        if (m_commands)
            m_commands->refresh();
    });
    connect(&m_rows, &LeadListModel::readFailed, this, [this](const QString &why) {
        m_table->showState({QStringLiteral("stop"), tr("The table could not be read"), tr("%1 What is on the server is safe; start the program again.").arg(problemWords(why)), QStringLiteral("CACHE-3"), true});
    });
}

void LeadsPage::bindFilters()
{
    LeadFilters *filters = m_table->filters();
    const auto change = [this](const std::function<void(LeadQuery &)> &how) {
        LeadQuery query = m_rows.query();
        how(query);
        if (query != m_rows.query())
            ask(query);
    };
    connect(filters, &LeadFilters::typed, this, [change](const QString &text) { change([&](LeadQuery &query) { query.text = text.toStdString(); }); });
    connect(filters, &LeadFilters::scoreChosen, this, [change](int from, int to) {
        change([&](LeadQuery &query) {
            query.scoreFrom = from;
            query.scoreTo = to;
        });
    });
    connect(filters, &LeadFilters::statusesChosen, this, [change](const std::vector<std::string> &statuses) { change([&](LeadQuery &query) { query.statuses = statuses; }); });
    connect(filters, &LeadFilters::daysChosen, this, [this, change](int days) { change([&](LeadQuery &query) { setDays(query, days); }); });
    connect(filters, &LeadFilters::sourceChosen, this, [change](const std::string &source) { change([&](LeadQuery &query) { query.source = source; }); });
    connect(m_table->header(), &LeadHeader::orderChosen, this, [change](LeadOrder order) {
        change([order](LeadQuery &query) {
            // A column that is chosen anew begins with what people look for: the hottest, the newest, the letter A.
            query.rising = query.order == order ? !query.rising : order == LeadOrder::Name;
            query.order = order;
        });
    });
    // Down from the words into what they found.
    connect(filters->search(), &QLineEdit::returnPressed, this, [this] {
        m_table->view()->setFocus(Qt::ShortcutFocusReason);
        if (!m_table->view()->currentIndex().isValid())
            choose(0);
    });
}

void LeadsPage::bindDetail()
{
    connect(m_newLead, &NewLeadAsker::entered, this, &LeadsPage::leadWanted);
    connect(m_detail, &LeadPane::conversationWanted, this, &LeadsPage::conversationWanted);
    connect(&m_record, &LeadRecord::changed, this, &LeadsPage::refreshDetail);
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, &LeadsPage::refreshDetail);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_clients, signal, this, &LeadsPage::refreshCounts);
    connect(&m_desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
    connect(&m_desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        if (m_sent.erase(op) > 0)
            Q_EMIT trouble(problemWords(why));
    });
}

/// The days that end with today where the person is; 0: whenever.
void LeadsPage::setDays(LeadQuery &query, int days) const
{
    query.cameFrom.reset();
    query.cameBefore.reset();
    query.zone.clear();
    if (days < 1)
        return;
    const TimeContext now = time();
    const QDate first = localTime(now.now, now).date().addDays(1 - days);
    query.cameFrom = fromMs(first.startOfDay(now.zone).toMSecsSinceEpoch());
}

void LeadsPage::setClient(const ClientId &client)
{
    LeadQuery query = m_rows.query();
    query.client = client;
    ask(query);
}

void LeadsPage::ask(const LeadQuery &query)
{
    m_pick = Pick::First;
    m_rows.setQuery(query);
    m_table->header()->setOrder(query.order, query.rising);
    refreshCounts();
}

int LeadsPage::filters() const
{
    const LeadQuery &query = m_rows.query();
    const bool score = query.scoreFrom != LeadQuery {}.scoreFrom || query.scoreTo != LeadQuery {}.scoreTo;
    const bool came = query.cameFrom || query.cameBefore;
    return (query.text.empty() ? 0 : 1) + (score ? 1 : 0) + (query.statuses.empty() ? 0 : 1) + (came ? 1 : 0) + (query.source.empty() ? 0 : 1);
}

bool LeadsPage::isNarrowed() const
{
    return filters() > 0;
}

void LeadsPage::refreshCounts()
{
    m_table->presentCounts(m_rows, filters());
    const ClientId &client = m_rows.query().client;
    const int chosen = client.empty() ? -1 : m_clients.rowOf(client.value);
    const int all = m_clients.rowCount();
    m_table->filters()->present(m_rows.query(), time(), chosen < 0 ? (all > 1 ? tr("all %1", "clients").arg(all) : tr("all", "clients")) : harmless(fromUtf8(m_clients.itemAt(chosen).name)));
    showTableState();
    if (lead().empty()) // what it says turns on whether there are rows
        return refreshDetail();
    if (m_commands)
        m_commands->refresh();
}

void LeadsPage::showTableState()
{
    if (m_rows.rowCount() > 0)
        return m_table->showRows();
    if (!m_rows.isLoaded())
        return m_table->showLoading();
    if (isNarrowed())
        return m_table->showState({QStringLiteral("search"), tr("Nothing matches"), tr("No lead has all of this together: the words, the score, the status, the days and the channel."), {}, false}, m_commands ? m_commands->action(QStringLiteral("leads.clear")) : nullptr);
    m_table->showState({QStringLiteral("leads"), tr("Nobody has asked yet"), tr("Whoever writes or calls over a channel stands here, with what they want and how far it has come."), {}, false}, m_commands ? m_commands->action(QStringLiteral("leads.new")) : nullptr);
}

/// Another page or table is there: the row that stands for what is open, or the one that was asked for.
void LeadsPage::showTurned()
{
    const Pick pick = std::exchange(m_pick, Pick::Nothing);
    const int at = m_rows.rowOf(lead());
    if (at >= 0)
        return choose(at);
    // Something of the table that was asked for stands beside it, and beside an empty one nothing of another.
    if (pick == Pick::Nothing)
        return;
    if (m_rows.rowCount() > 0)
        choose(pick == Pick::Last ? m_rows.rowCount() - 1 : 0);
    else
        m_record.setLead({});
}

void LeadsPage::choose(int row)
{
    const QModelIndex index = m_rows.index(row);
    m_table->view()->setCurrentIndex(index);
    m_table->view()->scrollTo(index);
}

void LeadsPage::open(const LeadId &id)
{
    if (id == lead())
        return;
    m_record.setLead(id);
    if (const int row = m_rows.rowOf(id); row >= 0 && m_table->view()->currentIndex().row() != row)
        choose(row);
}

void LeadsPage::openInFront(const LeadId &id)
{
    m_pick = Pick::Nothing; // a page of the table that is on its way chooses no other
    open(id);
    m_detailOver = m_arrangement.panelOverlay;
    m_detailWanted = true;
    apply();
}

void LeadsPage::refreshDetail()
{
    const auto &row = m_record.row();
    if (row && row->lead.id != lead()) { // it is part of that one
        const LeadId left = row->lead.id;
        return open(left);
    }
    if (row && row->lead.id == m_writes) {
        m_writes = {};
        if (isVisible()) // no box comes up over what somebody does on another page by then
            m_writeFirst->ask(row->lead);
    }
    if (row)
        m_detail->kin()->present(m_record.kin(), mayDo(m_desk.ephemera.me().role.value(), Right::Work));
    if (row)
        m_detail->present(*row, leadItem(*row, m_desk.ephemera.me()), m_record.history(), m_desk.ephemera.me(), time());
    else if (lead().empty())
        m_detail->showState({QStringLiteral("leads"), tr("No lead is open"), m_rows.rowCount() > 0 ? tr("Choose one in the table; J and K go through it.") : tr("The lead that is chosen in the table stands here."), {}, false});
    else if (m_record.isRead())
        m_detail->showState({QStringLiteral("leads"), tr("This lead is not here"), tr("It was removed or merged into another, or it belongs to a client you do not work for."), {}, false});
    if (m_commands)
        m_commands->refresh();
}

void LeadsPage::resume(const Standing &standing)
{
    m_record.setLead(standing.lead);
    ask(standing.query);
    // It may stand on another page than the first, and stays open all the same.
    if (!standing.lead.empty())
        m_pick = Pick::Nothing;
}

void LeadsPage::flush()
{
    m_newLead->flush();
    m_writeFirst->flush();
}

bool LeadsPage::isRefused() const { return m_newLead->isRefused() || m_writeFirst->isRefused(); }

void LeadsPage::writeTo(const LeadId &lead)
{
    openInFront(lead);
    m_writes = lead;
    refreshDetail();
}

void LeadsPage::forget()
{
    m_sent.clear();
    m_newLead->forget();
    m_writeFirst->forget();
    m_merge->forget();
    m_toast->dismiss();
    m_writes = {};
    m_record.setLead({});
    m_table->view()->setCurrentIndex({});
    ask({});
}

} // namespace foredeck::ui
