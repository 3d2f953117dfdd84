#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/assignasker.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxfind.h"
#include "ui/pages/inbox/inboxmacros.h"
#include "ui/pages/inbox/inboxmentions.h"
#include "ui/pages/inbox/inboxunread.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/pages/inbox/taskasker.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/editbox.h"
#include "ui/words/domainwords.h"
#include "ui/words/rowwords.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace foredeck::ui {

InboxPage::InboxPage(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, Extent extent, QWidget *parent)
    : InboxPanes(extent, parent)
    , m_desk(desk)
    , m_clients(clients)
    , m_question(question)
    , m_list_(desk.store, desk.ephemera)
    , m_transcript(desk.store, desk.ephemera, desk.requests)
    , m_shown(m_transcript)
    , m_details(desk.store)
    , m_lead(desk.store)
    , m_taskRows(desk.store)
    , m_drafts(desk.store, desk.acts)
{
    m_snooze = new SnoozeAsker(desk, this);
    m_macros = new InboxMacros(desk, this);
    m_mentions = new InboxMentions(desk, thread()->composer(), this);
    m_tasks = new TaskAsker(desk, this);
    m_assign = new AssignAsker(desk, this);
    m_merge = new MergeAsker(desk, this);
    m_find = new InboxFind(desk, m_transcript, m_shown, *thread(), this);
    m_unread = new InboxUnread(desk, m_transcript, m_shown, *thread(), this);
    connect(m_unread, &InboxUnread::jumped, this, &InboxPage::actedByPerson);
    // The window grows to either; who asked last is led there.
    connect(m_unread, &InboxUnread::jumped, m_find, &InboxFind::giveWay);
    connect(m_find, &InboxFind::went, m_unread, &InboxUnread::giveWay);
    if (hasList()) {
        bindFilter();
        bindViews();
        bindList();
        bindBulk();
    }
    bindThread();
    bindTasks();
    bindMerge();
    bindComposer();
    bindMacros();
    bindMentions();
    if (hasList())
        showListState();
    qApp->installEventFilter(this);
    refreshThread();
}

InboxPage::~InboxPage()
{
    m_drafts.disconnect(this); // they save what is unsaved when they go, and tell it to what is left of the page
}

TimeContext InboxPage::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

ConversationRef InboxPage::ref() const
{
    const auto &row = m_details.row();
    return row ? ConversationRef {row->client, row->id, row->lastPublicPosition} : ConversationRef {};
}

bool InboxPage::isMine() const
{
    const auto &row = m_details.row();
    return row && row->status != ConversationStatus::Ended && row->owner.kind == OwnerKind::User && row->owner.user == m_desk.ephemera.me().id;
}

std::optional<Lease> InboxPage::lease() const
{
    const auto &row = m_details.row();
    return row && !row->claim.user.empty() ? m_desk.ephemera.leaseOf(row->id) : std::nullopt;
}

bool InboxPage::hasLapsed() const
{
    const auto &row = m_details.row();
    return isMine() && (isLost(row->claim, lease()) || hasRunOut(row->owner, row->claim, lease()));
}

void InboxPage::bindThread()
{
    thread()->transcript()->setSource(&m_shown, [this](int row) -> const TranscriptItem & { return m_shown.itemAt(row); },
        [this](int row) { return m_shown.continuesRun(row); },
        [this] {
            EntryContext words;
            words.time = time();
            words.localNow = m_desk.clock.now();
            words.reached = isReached(m_desk.ephemera.sync().phase);
            words.leadsBack = leadsBack();
            words.isHeld = !holder().empty();
            if (const auto &row = m_details.row()) {
                words.leadName = personWord(fromUtf8(!row->leadName.empty() ? row->leadName : row->leadPhone), row->lead);
                words.leadPhone = fromUtf8(row->leadPhone);
                words.clientName = fromUtf8(row->clientName);
            }
            return words;
        },
        [this] { return m_transcript.newAfter(); });
    connect(thread()->transcript(), &TranscriptView::olderWanted, &m_transcript, &TranscriptModel::fetchOlder);
    connect(thread()->transcript(), &TranscriptView::bottomShown, this, &InboxPage::markRead);
    connect(this, &InboxPanes::threadCameUp, this, &InboxPage::markRead);
    thread()->transcript()->viewport()->installEventFilter(this);
    connect(thread()->transcript(), &TranscriptView::actRequested, this, &InboxPage::onEntryAct);
    connect(thread()->transcript(), &TranscriptView::contextRequested, this, &InboxPage::onContext);
    connect(&m_transcript, &TranscriptModel::loaded, this, [this] {
        thread()->transcript()->scrollToBottom();
        refreshDecisions();
        refreshConflict();
        markRead();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_transcript, signal, this, &InboxPage::entriesChanged);
    connect(&m_transcript, &QAbstractItemModel::dataChanged, this, [this] {
        entriesChanged();
        refreshHeld();
    });
    connect(&m_details, &ConversationDetails::changed, this, [this] {
        m_snooze->setClient(ref().client);
        m_macros->setClient(ref().client);
        refreshLabels();
        m_tasks->setClient(ref().client);
        if (const auto &row = m_details.row(); row && row->lead != m_lead.leadId())
            m_lead.setLead(row->lead);
        // The list did not hold it when it was opened, and it is known only now whose it is.
        if (m_details.row() && !std::exchange(m_isSeen, true))
            tellPresence(m_writing.isActive() ? PresenceKind::Typing : PresenceKind::Viewing);
        if (!m_details.row() && m_details.isRead()) { // erased, or not this person's to see any more
            tellGone();
            m_isSeen = false;
        }
        // Nor how far it had been seen by whoever writes in it.
        if (m_details.row() && m_drafts.conversation().id == m_details.conversationId())
            m_drafts.open(ref());
        if (m_details.row())
            m_mentions->open(ref());
        refreshThread();
        refreshLead();
    });
    connect(&m_details, &ConversationDetails::changed, this, &InboxPage::customerChanged);
    connect(&m_details, &ConversationDetails::changed, this, &InboxPage::offerHandOver, Qt::QueuedConnection);
    connect(&m_lead, &LeadDetails::changed, this, [this] {
        refreshThread();
        refreshLead();
    });
    connect(&m_desk.ephemera, &Ephemera::presenceChanged, this, [this](const ConversationId &id) {
        if (id == m_details.conversationId())
            refreshThread();
    });
    connect(&m_desk.ephemera, &Ephemera::leaseChanged, this, [this](const ConversationId &id) {
        if (id == m_details.conversationId())
            refreshThread();
    });
    connect(&m_desk.ephemera, &Ephemera::syncChanged, this, &InboxPage::refreshThread);
    connect(&m_clients, &QAbstractItemModel::dataChanged, this, &InboxPage::refreshThread);
    connect(&m_desk.acts, &Acts::committed, this, &InboxPage::afterAct);
    connect(&m_desk.acts, &Acts::failed, this, &InboxPage::afterFailure);
    connect(thread()->strip(), &ClaimStrip::letterTyped, this, [this](QKeyEvent *event) {
        thread()->composer()->begin(CompositionKind::Reply);
        QCoreApplication::sendEvent(thread()->composer()->edit(), event);
    });
    connect(thread()->strip(), &ClaimStrip::showNewer, thread()->transcript(), &TranscriptView::scrollToBottom);
    connect(thread()->strip(), &ClaimStrip::sendAnyway, this, [this] { m_desk.acts.sendAnyway(m_conflict); });
    connect(thread()->strip(), &ClaimStrip::dropped, this, [this] { drop(m_conflict); });
}

void InboxPage::open(const ConversationId &conversation)
{
    touched();
    m_byPerson = true;
    present(conversation);
}

void InboxPage::present(const ConversationId &wanted)
{
    const bool isApart = !wanted.empty() && m_isApart(wanted);
    const ConversationId conversation = isApart ? ConversationId() : wanted;
    m_apart = isApart ? ConversationId(wanted) : ConversationId();
    // Nothing is to be done for what is open or about to be; least of all is its composer taken away.
    const bool opening = !conversation.empty() && !m_details.isRead();
    if (conversation == m_details.conversationId() && (m_details.row() || opening))
        return markRead();
    finishComposing(thread()->composer()->edit());
    m_drafts.flush();
    showWriting(false);
    tellGone();
    m_find->close();
    m_read = 0;
    m_moveOn = {};
    m_stood = {};
    m_taking = m_wasMine = ConversationId();
    m_begins.reset();
    m_wanted.reset();
    m_question.withdraw(m_details.conversationId());
    m_conflict = OpId();
    thread()->strip()->setConflict({});
    m_details.setConversation(conversation);
    m_transcript.setConversation(conversation);
    m_taskRows.setConversation(conversation);
    const int row = m_list_.rowOf(conversation);
    m_isSeen = row >= 0 && isVisible();
    ConversationRef reference;
    reference.id = conversation;
    if (row >= 0) {
        const ConversationItem &item = m_list_.itemAt(row);
        reference.client = item.client;
        reference.lastPublicPosition = item.lastPublicPosition;
        m_lead.setLead(item.lead);
        if (list()->view()->currentIndex().row() != row)
            list()->view()->setCurrentIndex(m_list_.index(row, 0));
        if (isVisible())
            showPresence(item.client, conversation, PresenceKind::Viewing);
    } else {
        m_lead.setLead({});
        if (!conversation.empty())
            m_desk.requests.fetchConversation(conversation);
    }
    m_drafts.open(reference);
    for (const CompositionKind kind : {CompositionKind::Reply, CompositionKind::Note})
        thread()->composer()->setText(kind, m_drafts.text(kind));
    m_mentions->open(reference);
    m_mentions->show();
    thread()->composer()->setKind(CompositionKind::Reply);
    refreshDraft(CompositionKind::Reply);
    thread()->composer()->startOver();
    refreshThread();
}

QString InboxPage::written(CompositionKind kind) const
{
    return thread()->composer()->text(kind);
}

void InboxPage::write(CompositionKind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    thread()->composer()->setText(kind, text);
    if (kind == CompositionKind::Note)
        m_mentions->show();
    m_drafts.takenOver(kind, text);
}

void InboxPage::writeNext(CompositionKind kind, const OpId &taking)
{
    if (!taking.empty()) {
        own(taking, conversation());
        m_taking = conversation();
    }
    thread()->composer()->begin(kind);
    if (!m_details.row())
        m_begins = kind;
}

void InboxPage::askTask(const Task &wanted)
{
    if (m_details.row())
        m_tasks->askNew(ref(), wanted);
    else
        m_wanted = wanted;
}

void InboxPage::flush()
{
    finishComposing(thread()->composer()->edit());
    m_drafts.flush();
    m_mentions->flush();
    m_tasks->flush();
}

bool InboxPage::isRefused() const { return m_drafts.isRefused() || m_tasks->isRefused(); }

void InboxPage::tick()
{
    thread()->transcript()->refreshTimes();
    list()->view()->viewport()->update();
    refreshThread();
    refreshTasks();
    if (m_wordedAt != minuteOf(time().now))
        refreshLead();
}

} // namespace foredeck::ui
