#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxfilter.h"
#include "ui/pages/inbox/inboxviews.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/host.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/toast.h"
#include "ui/words/domainwords.h"
#include "ui/words/dooraddress.h"
#include "ui/words/rowwords.h"

#include <QAction>

#include <algorithm>

/// The list: which view, what stands in it, what it says when it is empty.
namespace foredeck::ui {

namespace {

constexpr int removedMs = 8000; ///< in which a removed view can be put back

} // namespace

void InboxPage::bindList()
{
    const auto item = [this](int row) -> const ConversationItem & { return m_list_.itemAt(row); };
    const auto context = [this] {
        RowContext words;
        words.time = time();
        words.manyTenants = m_list_.view().client.empty() && m_clients.rowCount() > 1;
        words.markSeed = [this](const ClientId &client) { return std::max(0, m_clients.rowOf(client.value)); };
        return words;
    };
    m_list_.setWords([this, context](const ConversationItem &one, int role) {
        const RowView view = rowView(one, context());
        return role == Qt::ToolTipRole ? view.tip : m_bulk->spoken(one.id, view.accessible);
    });
    // Before the view hears of it, which would make the next row current.
    connect(&m_list_, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        keepPlace(first, last);
        const int current = list()->view()->currentIndex().row();
        // A row that leaves by itself takes nobody's thread away; one that was resolved makes room for the next.
        if (current >= first && current <= last)
            list()->view()->setCurrentIndex(movesOn() ? beside(1) : QModelIndex());
    });
    connect(&m_list_, &QAbstractItemModel::rowsAboutToBeMoved, this, [this](const QModelIndex &, int first, int last) { keepPlace(first, last); });
    list()->setSource(&m_list_, item, context);
    ConversationListView *view = list()->view();
    view->setStep([this](int by) { return beside(by); });
    connect(view, &ConversationListView::heldChanged, &m_list_, &ConversationListModel::setFrozen);
    connect(view, &ConversationListView::pointerLeft, &m_list_, &ConversationListModel::release);
    connect(view, &ConversationListView::heldChanged, this, &InboxPage::offerHandOver);
    // Resolving a conversation is choosing the one that comes after it.
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) { openRow(current, list()->view()->isChoosing() || movesOn()); });
    connect(view, &ConversationListView::clicked, this, [this](const QModelIndex &index) {
        if (isStacked())
            Q_EMIT list()->view()->openRequested(index);
        else
            openRow(index, true);
    });
    connect(view, &ConversationListView::openRequested, this, [this](const QModelIndex &index) {
        openRow(index, true);
        if (isStacked())
            showThread(true);
        (isMine() ? static_cast<QWidget *>(thread()->composer()->edit()) : thread()->transcript())->setFocus(Qt::ShortcutFocusReason);
    });
    connect(&m_list_, &ConversationListModel::loaded, this, &InboxPage::showListState);
    connect(&m_desk.host, &Host::doorChanged, this, &InboxPage::showListState);
    connect(&m_clients, &QAbstractItemModel::rowsInserted, this, &InboxPage::showListState);
    connect(&m_list_, &QAbstractItemModel::rowsInserted, this, &InboxPage::showListState);
    connect(&m_list_, &QAbstractItemModel::rowsRemoved, this, &InboxPage::showListState);
    connect(&m_list_, &QAbstractItemModel::rowsInserted, this, &InboxPage::offerHandOver);
    connect(&m_list_, &QAbstractItemModel::dataChanged, this, &InboxPage::offerHandOver);
    connect(&m_list_, &ConversationListModel::waitingChanged, this, [this](int rows) {
        if (m_commands)
            list()->setWaiting(rows, m_commands->action(QStringLiteral("list.settle")));
    });
    connect(&m_list_, &ConversationListModel::settled, this, &InboxPage::afterMove);
    connect(&m_list_, &ConversationListModel::readFailed, this, [this](const QString &why) {
        list()->showState({QStringLiteral("stop"), tr("The list could not be read"), tr("%1 What is on the server is safe; start the program again.").arg(why), QStringLiteral("CACHE-1"), true});
    });
}

void InboxPage::bindFilter()
{
    m_filter = new InboxFilter(m_desk, *list(), this);
    connect(m_filter, &InboxFilter::changed, this, [this] {
        chooseView(m_list_.view());
        if (m_commands)
            m_commands->refresh();
    });
}

void InboxPage::bindViews()
{
    m_views = new InboxViews(m_desk, [this] { return m_list_.view(); }, this);
    connect(m_views, &InboxViews::changed, this, &InboxPage::showTotal);
    connect(m_views, &InboxViews::removed, this, [this](const QString &sentence) {
        forgetUndo();
        thread()->toast()->say(sentence, m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, removedMs, false);
    });
}

void InboxPage::chooseSaved(const SavedView &view, const ClientId &client)
{
    {
        const QSignalBlocker quiet(m_filter); // once, with the view
        m_filter->set(view.filter);
    }
    chooseView({view.view, client});
}

void InboxPage::leaveSaved()
{
    if (!m_views->current())
        return;
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
}

void InboxPage::addFilterCommands(CommandRegistry &commands)
{
    QAction *ask = commands.add({QStringLiteral("list.filter"), CommandGroup::List, tr("Filter the list…"), QStringLiteral("filter"), {Qt::Key_F}, tr("narrow channel label unread hot"),
        [this] { return isVisible() && !list()->isHidden() ? QString() : tr("the list is not shown"); }, [this] { m_filter->ask(m_list_.view().client); }});
    QAction *clear = commands.add({QStringLiteral("list.filter_clear"), CommandGroup::List, tr("Show all again"), QStringLiteral("close"), {QKeySequence(Qt::SHIFT | Qt::Key_F)}, tr("no filter clear"),
        [this] { return m_filter->filter().isEmpty() ? tr("nothing narrows the list") : QString(); }, [this] { m_filter->clear(); }});
    list()->setFilterActions(ask, clear);
    m_views->addCommands(commands, [this] { return isVisible() && !list()->isHidden() ? QString() : tr("the list is not shown"); });
}

void InboxPage::keepPlace(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (m_list_.itemAt(row).id == chosen() && m_stood.id != chosen())
            m_stood = {chosen(), m_list_.index(first - 1, 0), m_list_.index(last + 1, 0)};
    }
}

QModelIndex InboxPage::beside(int by) const
{
    const auto bounded = [this](int row) { return m_list_.index(qBound(0, row, m_list_.rowCount() - 1), 0); };
    if (m_stood.id == chosen()) {
        const QPersistentModelIndex &wanted = by > 0 ? m_stood.after : m_stood.before;
        const QPersistentModelIndex &other = by > 0 ? m_stood.before : m_stood.after;
        if (wanted.isValid())
            return wanted;
        if (other.isValid())
            return bounded(other.row() + by);
    }
    const QModelIndex current = list()->view()->currentIndex();
    const int row = current.isValid() ? current.row() : m_list_.rowOf(chosen());
    return bounded(row < 0 ? 0 : row + by);
}

void InboxPage::setView(const ViewKey &view)
{
    ViewKey narrowed = view;
    narrowed.filter = m_filter->filter();
    if (m_list_.view() == narrowed && m_list_.isLoaded())
        return showListState();
    m_moveOn = {};
    m_bulk->clear();
    m_list_.setView(narrowed);
    m_views->refresh();
    showListState();
}

ListStanding InboxPage::listStanding() const
{
    return {m_filter->filter(), m_bulk->picks().picks()};
}

void InboxPage::resume(const ViewKey &view, const ListStanding &standing)
{
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->set(standing.filter);
    }
    setView(view);
    m_bulk->choose(standing.picks);
}

void InboxPage::chooseView(const ViewKey &view)
{
    touched();
    // Who writes keeps the customer: what is typed on would go to another one, or be commands on theirs.
    m_picksFirst = !thread()->composer()->isFocused();
    setView(view);
}

void InboxPage::setFirstPage(const ViewKey &view, const ConversationPage &page)
{
    m_list_.setFirstPage(view, page);
    m_views->refresh();
    showListState();
}

void InboxPage::setTotal(const QString &count)
{
    m_total = count;
    showTotal();
}

void InboxPage::showTotal()
{
    const ViewKey &view = m_list_.view();
    QString count = m_total;
    if (!view.filter.isEmpty()) {
        const QString rows = countWord(m_list_.rowCount());
        const QString shown = m_list_.isComplete() ? rows : tr("%1+", "that many conversations, and more").arg(rows);
        m_bulk->setTotal(shown);
        count = tr("%1 of %2", "conversations that a filter shows").arg(shown, m_total);
    } else {
        m_bulk->setTotal(count);
    }
    const SavedView *saved = m_views->current();
    list()->setTitle(saved ? harmless(saved->name) : viewWord(view.view), count, orderWord(view.view));
}

void InboxPage::showListState()
{
    if (chosen().empty()) // what stands beside the list turns on whether there are rows
        refreshThread();
    if (!m_list_.view().filter.isEmpty())
        showTotal();
    if (m_list_.rowCount() > 0) {
        list()->showRows();
        // What is open is marked in whichever view shows it.
        const int open = m_list_.rowOf(chosen());
        if (open >= 0 && !list()->view()->currentIndex().isValid())
            list()->view()->setCurrentIndex(m_list_.index(open, 0));
        // What the keys act on always stands in the list that was chosen.
        if (m_picksFirst && m_list_.isLoaded() && open < 0 && !isStacked())
            list()->view()->setCurrentIndex(m_list_.index(0, 0));
        m_picksFirst = m_picksFirst && !m_list_.isLoaded();
        // Something stands in the middle from the start; looking at it is not reading it until a person acts.
        if (chosen().empty() && !isStacked())
            list()->view()->setCurrentIndex(m_list_.index(0, 0));
        return;
    }
    if (!m_list_.isLoaded())
        return list()->showLoading();
    m_picksFirst = false; // what comes later was not there to be chosen
    QAction *all = m_commands ? m_commands->action(QStringLiteral("goto.all")) : nullptr;
    if (!m_list_.view().filter.isEmpty())
        return list()->showState({QStringLiteral("filter"), tr("Nothing here fits the filter"), tr("What it leaves out is still there: %1 in this view.").arg(m_total), {}, false},
            m_commands ? m_commands->action(QStringLiteral("list.filter_clear")) : nullptr);
    QAction *unassigned = m_commands ? m_commands->action(QStringLiteral("goto.unassigned")) : nullptr;
    switch (m_list_.view().view) {
    case View::Mine:
        return list()->showState({QStringLiteral("inbox"), tr("Nobody waits for you"), tr("Conversations you take over stand here."), {}, false}, unassigned, all);
    case View::Unassigned:
        return list()->showState({QStringLiteral("check"), tr("Nothing is without an owner"), tr("What the assistant hands over and nobody has taken stands here."), {}, false}, all);
    case View::Waiting:
        return list()->showState({QStringLiteral("check"), tr("Nobody is waiting"), tr("Customers who wait for a person's answer stand here."), {}, false}, all);
    case View::Escalated:
        return list()->showState({QStringLiteral("escalation"), tr("Nothing is escalated"), tr("What the assistant handed to a person stands here until it is resolved."), {}, false}, all);
    case View::Snoozed:
        return list()->showState({QStringLiteral("snooze"), tr("Nothing is snoozed"), tr("What you put away with S stands here until its time comes or the customer writes."), {}, false}, all);
    case View::Due:
        return list()->showState({QStringLiteral("check"), tr("Nothing is due"), tr("Conversations stand here from the moment when a task of theirs is due until it is done."), {}, false}, all);
    case View::Mentions:
        return list()->showState({QStringLiteral("check"), tr("Nobody has mentioned you"), tr("Conversations stand here in which a note names you, until you have read it."), {}, false}, all);
    case View::Ended:
        return list()->showState({QStringLiteral("resolve"), tr("Nothing has ended yet"), tr("Resolved conversations stand here; a new message opens them again."), {}, false}, all);
    case View::News:
    case View::All:
    case View::Unknown:
        break;
    }
    showFirstState();
}

/// An own business on this computer has nobody but its customers to show it the way in.
void InboxPage::showFirstState()
{
    QString words = tr("When a customer writes on one of your channels, it appears here within a second.");
    const QUrl door = m_desk.host.door();
    if (door.isEmpty() || m_clients.rowCount() == 0)
        return list()->showState({QStringLiteral("inbox"), tr("No conversation yet"), words, {}, false});
    const std::string slug = m_clients.itemAt(0).slug;
    words += QStringLiteral("\n\n") + tr("Write to yourself: the live chat's page opens in the browser.\n%1").arg(harmless(chatAddress(m_desk.host.server(), slug).toString()));
    words += QStringLiteral("\n\n") + tr("This computer takes a web form's messages at\n%1\nfor the client “%2”, signed with the key you type in Settings › Channels. The port is another one at each start; the README tells how to keep it.")
                 .arg(webFormAddress(door), harmless(fromUtf8(slug)));
    list()->showState({QStringLiteral("inbox"), tr("No conversation yet"), words, {}, false}, m_commands ? m_commands->action(QStringLiteral("app.open_chat")) : nullptr,
        m_commands ? m_commands->action(QStringLiteral("app.copy_door")) : nullptr);
}

void InboxPage::openRow(const QModelIndex &index, bool byPerson)
{
    if (!index.isValid())
        return;
    if (byPerson)
        touched();
    const ConversationItem &item = m_list_.itemAt(index.row());
    if (item.id != m_details.conversationId()) {
        m_byPerson = byPerson;
        present(item.id);
    } else if (byPerson) {
        actedByPerson();
    }
}

} // namespace foredeck::ui
