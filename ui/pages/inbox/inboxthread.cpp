#include "ui/pages/inbox/inboxpage.h"

#include "models/domain/wayback.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/taskasker.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/kinsection.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/preferences.h"
#include "ui/theme/icons.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/words/problemwords.h"
#include "ui/words/threadwords.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

bool isOnline(const SyncStatus &sync)
{
    return sync.phase == SyncPhase::Live || sync.phase == SyncPhase::CatchingUp || sync.phase == SyncPhase::Gap;
}

/// Addresses in a message, as written; only schemes that open in a program of the person's own.
QStringList linksIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("(https?://[^\\s<>\"]{3,500}|mailto:[^\\s<>\"]{3,200}|tel:[+0-9-]{3,30})"), QRegularExpression::CaseInsensitiveOption);
    QStringList links;
    auto matches = pattern.globalMatch(text.left(16384));
    while (matches.hasNext() && links.size() < 8)
        links << matches.next().captured(0);
    return links;
}

/// The place a link leads to is always read whole before anything opens; what follows it may be shortened.
QString shownLink(const QString &link)
{
    constexpr qsizetype mostBehind = 40;
    const qsizetype scheme = link.indexOf(QStringLiteral("//"));
    const qsizetype end = scheme < 0 ? -1 : link.indexOf(QRegularExpression(QStringLiteral("[/?#\\\\]")), scheme + 2);
    if (end < 0 || link.size() - end <= mostBehind)
        return link;
    return link.left(end + mostBehind / 2) + QStringLiteral("…") + link.right(mostBehind / 2 - 1);
}

/// Given back before, and perhaps written on below; not merely begun alike.
bool beginsWithLine(const QString &draft, const QString &words)
{
    return draft == words || draft.startsWith(words + QLatin1Char('\n'));
}

} // namespace

void InboxPage::refreshThread()
{
    const auto &row = m_details.row();
    if (!row) {
        if (!m_apart.empty())
            return showApart();
        m_saidApart = {};
        if (m_details.conversationId().empty() || m_details.isRead())
            thread()->showState({QStringLiteral("inbox"), tr("Nothing is open"), m_list_.rowCount() > 0 ? tr("Choose a conversation in the list; J and K go through it.") : tr("The conversation that is chosen in the list stands here."), {}, false});
        return;
    }
    m_saidApart = {};
    ThreadContext context;
    context.time = time();
    context.me = m_desk.ephemera.me().id;
    context.presence = m_desk.ephemera.presenceIn(row->id);
    context.lease = lease();
    const int client = m_clients.rowOf(row->client.value);
    context.assistantOn = client < 0 || m_clients.itemAt(client).assistantOn;
    context.optedOut = hasOptedOut();
    context.mayWork = mayDo(m_desk.ephemera.me().role.value(), Right::Work);
    addTaking(*row, context);
    const ThreadView view = threadView(*row, context);
    thread()->present(view);
    if (!m_conflict.empty()) { // what can be done about it turns on who has the conversation
        findConflict();
        thread()->transcript()->refreshTimes();
    }
    const bool taking = m_taking == row->id && !isMine();
    if (!taking)
        m_taking = ConversationId();
    thread()->composer()->present(view, (taking || isMine()) && !view.windowClosed && view.noWayBack.isEmpty(), isOnline(m_desk.ephemera.sync()));
    if (const auto wanted = std::exchange(m_wanted, std::nullopt); wanted && isVisible()) // no box comes up over what somebody does on another page by then
        m_tasks->askNew(ref(), *wanted);
    if (m_begins)
        thread()->composer()->begin(*std::exchange(m_begins, std::nullopt));
    const bool hint = !m_desk.preferences.isHintDone(takeOverHint) && view.answer == AnswerState::Nobody && row->escalated;
    thread()->strip()->setHint(hint);
    if (m_commands)
        m_commands->refresh();
}

bool InboxPage::leadsBack() const
{
    const auto &row = m_details.row();
    return !row || hasWayBack(row->channel.value());
}

/// On the channel of the conversation that is open.
bool InboxPage::hasOptedOut() const
{
    const auto &row = m_details.row();
    const auto &page = m_lead.page();
    if (!row || !page || m_lead.leadId() != row->lead) // the page is of the one who is left, where they were merged
        return false;
    const auto consent = page->lead.consent.find(std::string {row->channel.text()});
    return consent != page->lead.consent.end() && consent->second.state == ConsentState::OptedOut;
}

void InboxPage::refreshLead()
{
    const auto &row = m_details.row();
    const auto &page = m_lead.page();
    const auto &escalation = m_details.escalation();
    m_wordedAt = minuteOf(time().now);
    panel()->kin()->present(page ? page->kin : LeadKin {}, mayDo(m_desk.ephemera.me().role.value(), Right::Work));
    panel()->showLead({page ? &*page : nullptr, row ? &*row : nullptr, escalation ? &*escalation : nullptr, row ? &m_details.summary() : nullptr, row ? &m_details.participants() : nullptr, m_desk.ephemera.me().id}, time());
}

void InboxPage::refreshDecisions()
{
    std::vector<std::shared_ptr<const Decision>> decisions;
    // The newest, and one more where there is one: however far the window has grown, no more than can be looked through.
    for (int i = m_transcript.rowCount() - 1; i >= 0 && decisions.size() <= SidePanel::mostDecisions; --i) {
        const auto &decision = m_transcript.itemAt(i).decision;
        // An answer, a hand-over and a change of owner may come of one decision.
        if (decision && std::none_of(decisions.begin(), decisions.end(), [&](const auto &known) { return known->id == decision->id; }))
            decisions.push_back(decision);
    }
    std::vector<DecisionId> ids;
    for (const auto &decision : decisions)
        ids.push_back(decision->id);
    if (m_decisions == ids)
        return;
    m_decisions = std::move(ids);
    panel()->showDecisions(decisions, time());
}

void InboxPage::refreshConflict()
{
    const OpId before = m_conflict;
    findConflict();
    if (before != m_conflict && m_commands)
        m_commands->refresh(); // what rests on a reply waits for it
}

/// Whether something that the customer can see has come since, from somebody else.
bool InboxPage::isNewerThan(std::int64_t seenPosition) const
{
    for (int i = m_transcript.rowCount() - 1; i >= 0; --i) {
        const TranscriptItem &item = m_transcript.itemAt(i);
        if (item.kind == TranscriptKind::Message && item.position > seenPosition && !item.mine)
            return true;
    }
    return false;
}

void InboxPage::findConflict()
{
    for (int i = 0; i < m_transcript.rowCount(); ++i) {
        const TranscriptItem &item = m_transcript.itemAt(i);
        if (item.opState != OpState::NeedsReview || item.kind != TranscriptKind::Message)
            continue;
        m_conflict = OpId(item.opId.toStdString());
        const DoubtWords doubt = doubtWords(*item.opState, item.doubt);
        const bool hasNewer = isNewerThan(item.seenPosition);
        const bool isHeld = !holder().empty();
        if (item.doubt != Doubt::None)
            return thread()->strip()->setConflict({doubt.what, doubt.why, hasNewer, isHeld && !item.mayHaveArrived});
        const QString words = item.problem.isEmpty() ? tr("Something newer came since you began.") : harmless(reviewWords(item.problem, isHeld));
        return thread()->strip()->setConflict({tr("Look before sending."), words, hasNewer, isHeld});
    }
    m_conflict = OpId();
    thread()->strip()->setConflict({});
}

void InboxPage::entriesChanged()
{
    if (std::exchange(m_entriesDue, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_entriesDue = false;
        refreshDecisions();
        refreshConflict();
    }, Qt::QueuedConnection);
}

void InboxPage::onEntryAct(const QString &id, EntryAct act)
{
    const int row = m_transcript.rowOf(id);
    if (row < 0)
        return;
    const TranscriptItem &item = m_transcript.itemAt(row);
    const OpId op(item.opId.toStdString());
    switch (act) {
    case EntryAct::SendAnyway:
        return m_desk.acts.sendAnyway(op);
    case EntryAct::Drop:
        return drop(op);
    case EntryAct::Edit:
        if (!op.empty() && item.opState)
            m_desk.acts.edit(op);
        else if (!beginsWithLine(m_drafts.text(CompositionKind::Reply), item.text))
            giveBack(ref(), CompositionKind::Reply, item.text);
        return writeNext(item.kind == TranscriptKind::Note ? CompositionKind::Note : CompositionKind::Reply);
    case EntryAct::Retry:
        if (!op.empty() && item.opState)
            return m_desk.acts.retry(op);
        return sendAgain(item);
    case EntryAct::ToggleDecision:
    case EntryAct::ShowAll:
    case EntryAct::None:
        return;
    }
}

void InboxPage::onContext(int row, const QPoint &globalPos)
{
    const TranscriptItem &item = m_shown.itemAt(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[what, word] : thread()->transcript()->actsOf(row))
        menu->addAction(word, this, [this, id = item.id, act = what] {
            if (const int at = m_shown.rowOf(id); at >= 0)
                thread()->transcript()->act(at, act);
        });
    if (!menu->isEmpty())
        menu->addSeparator();
    const QString chosen = thread()->transcript()->selectedText();
    if (!chosen.isEmpty())
        menu->addAction(icon(QStringLiteral("copy")), tr("Copy selection"), this, [chosen] { QGuiApplication::clipboard()->setText(chosen); });
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy message"), this, [text = item.text] { QGuiApplication::clipboard()->setText(text); });
    for (const QString &link : linksIn(item.text)) {
        QString words = tr("Open %1").arg(harmless(shownLink(link)));
        words.replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu->addAction(icon(QStringLiteral("open")), words, this, [link] { QDesktopServices::openUrl(QUrl(link, QUrl::StrictMode)); });
        menu->addAction(icon(QStringLiteral("link")), tr("Copy the address"), this, [link] { QGuiApplication::clipboard()->setText(link); });
    }
    menu->popup(globalPos);
}

} // namespace foredeck::ui
