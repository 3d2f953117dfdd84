#include "ui/pages/inbox/inboxbulk.h"

#include "models/ports/ephemera.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/assignasker.h"
#include "ui/pages/inbox/bulkpreview.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/selectionbar.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/shell/commandregistry.h"
#include "ui/words/bulkwords.h"
#include "ui/words/problemwords.h"

#include <algorithm>
#include <utility>

/// Which rows are selected, and what has become of the orders on them.
namespace foredeck::ui {

InboxBulk::InboxBulk(const Desk &desk, ConversationListModel &rows, ListPane &list, QWidget *page)
    : QObject(page), m_desk(desk), m_rows(rows), m_list(list), m_page(page), m_picks(desk.store), m_orders(desk.store),
      m_snooze(new SnoozeAsker(desk, page)), m_assign(new AssignAsker(desk, page))
{
    ConversationListView *view = list.view();
    list.setPicks([this](const ConversationId &id) { return m_picks.contains(id); }, [this] { return isPicking(); });
    connect(view, &ConversationListView::pickRequested, this, [this](const QModelIndex &index, bool range) { range ? extendTo(index.row()) : toggle(index.row()); });
    connect(view, &ConversationListView::extendRequested, this, &InboxBulk::extend);
    connect(&m_picks, &ConversationPicks::changed, this, &InboxBulk::onPicks);
    connect(&rows, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(&rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last && !m_gone.empty(); ++row)
            m_gone.erase(m_rows.itemAt(row).id);
        refreshBar();
        if (m_commands && m_rows.rowCount() == last - first + 1)
            m_commands->refresh(); // there is something to select now
    });
    connect(&rows, &QAbstractItemModel::modelReset, this, [this] {
        m_gone.clear();
        refreshBar();
    });
    connect(&m_orders, &BulkOrders::changed, this, &InboxBulk::onOrders);
    connect(&desk.acts, &Acts::committed, this, &InboxBulk::onCommitted);
    connect(&desk.acts, &Acts::failed, this, &InboxBulk::onFailed);
    connect(list.bar(), &SelectionBar::resultRead, this, [this] {
        if (const BulkReport *report = refused())
            m_read = report->head.id;
        refreshBar();
    });
    connect(list.bar(), &SelectionBar::resultWanted, this, [this] {
        if (QAction *outbox = m_commands ? m_commands->action(QStringLiteral("goto.outbox")) : nullptr)
            outbox->trigger();
    });
}

TimeContext InboxBulk::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

void InboxBulk::setTotal(const QString &total)
{
    m_total = total;
    refreshBar();
}

void InboxBulk::clear()
{
    m_gone.clear();
    m_anchor = {};
    m_picks.clear();
}

void InboxBulk::pick(int row, bool on)
{
    if (row < 0 || row >= m_rows.rowCount())
        return;
    const ConversationItem &item = m_rows.itemAt(row);
    if (on) {
        m_client = item.client;
        m_picks.add(item.id, item.lastPublicPosition);
    } else {
        m_picks.remove(item.id);
    }
    m_list.view()->tellRow(row);
}

void InboxBulk::toggle(int row)
{
    if (row < 0 || row >= m_rows.rowCount())
        return;
    m_anchor = m_rows.itemAt(row).id;
    pick(row, !m_picks.contains(m_anchor));
}

void InboxBulk::toggleCurrent()
{
    toggle(m_list.view()->currentIndex().row());
}

/// The row that is current and the one beside it.
void InboxBulk::extend(int by)
{
    pick(m_list.view()->currentIndex().row(), true);
    Q_EMIT stepWanted(by);
    const int row = m_list.view()->currentIndex().row();
    pick(row, true);
    if (row >= 0)
        m_anchor = m_rows.itemAt(row).id;
}

void InboxBulk::extendTo(int row)
{
    const int known = m_anchor.empty() ? -1 : m_rows.rowOf(m_anchor);
    const int from = known >= 0 ? known : std::max(0, m_list.view()->currentIndex().row());
    std::vector<std::pair<ConversationId, std::int64_t>> range;
    for (int one = std::min(from, row); one <= std::max(from, row) && one < m_rows.rowCount(); ++one)
        range.emplace_back(m_rows.itemAt(one).id, m_rows.itemAt(one).lastPublicPosition);
    if (row >= 0 && row < m_rows.rowCount())
        m_client = m_rows.itemAt(row).client;
    m_picks.add(range);
}

void InboxBulk::onPicks()
{
    std::erase_if(m_gone, [this](const ConversationId &id) { return !m_picks.contains(id); });
    m_list.view()->viewport()->update();
    refreshBar();
    if (m_commands)
        m_commands->refresh();
}

void InboxBulk::onRemoved(int first, int last)
{
    for (int row = first; row <= last && isPicking(); ++row) {
        if (const ConversationId &id = m_rows.itemAt(row).id; m_picks.contains(id))
            m_gone.insert(id);
    }
    refreshBar();
}

QString InboxBulk::spoken(const ConversationId &id, const QString &words) const
{
    return m_picks.contains(id) ? tr("selected, %1", "a row of the list").arg(words) : words;
}

const BulkReport *InboxBulk::underWay() const
{
    const auto &reports = m_orders.reports();
    const auto found = std::find_if(reports.begin(), reports.end(), [](const BulkReport &one) { return !(one.head.state == BulkState::Over); });
    return found == reports.end() ? nullptr : &*found;
}

/// The newest order tells what of it was refused, until that was read.
const BulkReport *InboxBulk::refused() const
{
    const auto &reports = m_orders.reports();
    const bool tells = !reports.empty() && reports.front().refused > 0 && reports.front().head.id != m_read;
    return tells ? &reports.front() : nullptr;
}

void InboxBulk::refreshBar()
{
    SelectionBar *bar = m_list.bar();
    const QString total = m_total.isEmpty() ? countWord(m_rows.rowCount()) : m_total;
    const int gone = static_cast<int>(m_gone.size());
    bar->setSelection(!m_picks.isEmpty() ? tr("%1 of %2 selected", "conversations").arg(countWord(m_picks.count()), total) : QString(),
        gone > 0 ? tr("%n of them is (are) not in this list any more, and still selected.", "", gone) : QString());
    const BulkReport *running = underWay();
    bar->setProgress(running ? progressWords(*running) : QString(), running && running->head.undoes.empty() && running->head.state == BulkState::Running);
    const BulkReport *report = refused();
    bar->setResult(report ? refusedWords(*report) : QString(), report && canBeUndone(*report));
}

void InboxBulk::onOrders()
{
    const BulkReport *given = m_given.empty() ? nullptr : m_orders.find(m_given);
    if (given && given->head.state == BulkState::Over) {
        const bool undoes = canBeUndone(*given);
        m_offered = undoes ? std::exchange(m_given, OpId()) : OpId();
        m_given = OpId();
        // Each of them shows it by now: from here on the row may leave, or come back.
        Q_EMIT acted(m_givenTo);
        Q_EMIT done(doneWords(*given, time()), undoes);
    }
    if (!m_offered.empty() && !(m_orders.find(m_offered) && canBeUndone(*m_orders.find(m_offered))))
        m_offered = OpId();
    refreshBar();
    if (m_commands)
        m_commands->refresh();
}

void InboxBulk::onCommitted(const OpId &op)
{
    if (op == m_given && std::exchange(m_clears, false))
        clear();
}

/// What could not be stored was not begun, and stays selected.
void InboxBulk::onFailed(const OpId &op, const QString &why)
{
    if (op != m_given)
        return;
    m_given = OpId();
    m_clears = false;
    Q_EMIT trouble(tr("Nothing was done: %1").arg(problemWords(why)));
}

void InboxBulk::undo()
{
    const BulkReport *report = m_offered.empty() ? m_orders.undoable() : m_orders.find(m_offered);
    m_offered = OpId();
    if (!report || !canBeUndone(*report))
        return;
    m_given = m_desk.acts.undoBulk(report->head.id);
}

} // namespace foredeck::ui
