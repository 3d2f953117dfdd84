#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/preferences.h"
#include "ui/theme/icons.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/toast.h"
#include "ui/words/threadwords.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace foredeck::ui {

namespace {

const QString takeOverHint = QStringLiteral("take_over");
/// Who has typed nothing for this long is not typing.
constexpr int writingPauseMs = 6'000;
/// One that may be under way when the act is committed, the one that hears of it, and the one in which a row that was held
/// still is let go; one to spare.
constexpr int listRounds = 4;

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

} // namespace

void InboxPage::refreshThread()
{
    const auto &row = m_details.row();
    if (!row) {
        if (m_details.conversationId().empty())
            thread()->showState({QStringLiteral("inbox"), tr("Nothing is open"), tr("Choose a conversation in the list; J and K go through it."), {}, false});
        return;
    }
    ThreadContext context;
    context.time = time();
    context.me = m_desk.ephemera.me().id;
    context.presence = m_desk.ephemera.presenceIn(row->id);
    context.lease = m_desk.ephemera.leaseOf(row->id);
    const int client = m_clients.rowOf(row->client.value);
    context.assistantOn = client < 0 || m_clients.itemAt(client).assistantOn;
    const ThreadView view = threadView(*row, context);
    thread()->present(view);
    const bool taking = m_taking == row->id && !isMine();
    if (!taking)
        m_taking = ConversationId();
    thread()->composer()->present(view, (taking || isMine()) && !view.windowClosed, isOnline(m_desk.ephemera.sync()));
    const bool hint = !m_desk.preferences.isHintDone(takeOverHint) && view.answer == AnswerState::Nobody && row->escalated;
    thread()->strip()->setHint(hint);
    if (m_commands)
        m_commands->refresh();
}

void InboxPage::offerHandOver()
{
    if (!m_isUntouched || isStacked() || list()->view()->isHeld() || m_desk.preferences.isHintDone(takeOverHint))
        return;
    if (const auto &row = m_details.row(); !row || row->escalated)
        return;
    for (int row = 0; row < m_list_.rowCount(); ++row) {
        const ConversationItem &item = m_list_.itemAt(row);
        if (item.escalated && item.owner == OwnerKind::Nobody)
            return list()->view()->setCurrentIndex(m_list_.index(row, 0));
    }
}

void InboxPage::refreshLead()
{
    const auto &row = m_details.row();
    const auto &page = m_lead.page();
    const auto &escalation = m_details.escalation();
    panel()->showLead({page ? &*page : nullptr, row ? &*row : nullptr, escalation ? &*escalation : nullptr}, time());
}

void InboxPage::refreshDecisions()
{
    std::vector<std::shared_ptr<const Decision>> decisions;
    for (int i = 0; i < m_transcript.rowCount(); ++i) {
        const auto &decision = m_transcript.itemAt(i).decision;
        // An answer, a hand-over and a change of owner may come of one decision.
        if (decision && std::none_of(decisions.begin(), decisions.end(), [&](const auto &known) { return known->id == decision->id; }))
            decisions.push_back(decision);
    }
    panel()->showDecisions(decisions, time());
}

/// A reply that is on its way cannot be taken back any more, whatever the toast's own clock says.
void InboxPage::refreshHeld()
{
    for (int i = m_transcript.rowCount() - 1; i >= 0 && !m_held.empty(); --i) {
        const TranscriptItem &item = m_transcript.itemAt(i);
        if (item.opId.toStdString() != m_held.value || item.opState == OpState::Held)
            continue;
        m_held = OpId();
        thread()->toast()->dismiss();
        if (m_commands)
            m_commands->refresh();
    }
}

void InboxPage::refreshConflict()
{
    for (int i = 0; i < m_transcript.rowCount(); ++i) {
        const TranscriptItem &item = m_transcript.itemAt(i);
        if (item.opState != OpState::NeedsReview || item.kind != TranscriptKind::Message)
            continue;
        m_conflict = OpId(item.opId.toStdString());
        thread()->strip()->setConflict(tr("Look before sending."), item.problem.isEmpty() ? tr("Something newer came since you began.") : item.problem);
        return;
    }
    m_conflict = OpId();
    thread()->strip()->setConflict({}, {});
}

void InboxPage::bindComposer()
{
    Composer *composer = thread()->composer();
    m_writing.setObjectName(QStringLiteral("writing"));
    m_writing.setSingleShot(true);
    m_writing.setInterval(writingPauseMs);
    connect(&m_writing, &QTimer::timeout, this, [this] { tellPresence(PresenceKind::Viewing); });
    connect(composer, &Composer::typed, this, [this](CompositionKind kind, const QString &text) {
        actedByPerson();
        m_drafts.typed(kind, text);
        if (kind == CompositionKind::Reply)
            showWriting(!text.isEmpty());
        if (m_commands)
            m_commands->refresh();
    });
    connect(composer, &Composer::left, this, [this] {
        showWriting(false);
        m_drafts.flush();
    });
    connect(composer, &Composer::kindChanged, this, [this](CompositionKind kind) {
        refreshDraft(kind);
        if (m_commands)
            m_commands->refresh();
    });
    connect(&m_drafts, &Drafts::loaded, this, [this] {
        for (const CompositionKind kind : {CompositionKind::Reply, CompositionKind::Note}) {
            thread()->composer()->setText(kind, m_drafts.text(kind));
        }
        refreshDraft(thread()->composer()->kind());
        if (m_commands)
            m_commands->refresh();
    });
    connect(&m_drafts, &Drafts::textChanged, this, [this](CompositionKind kind) {
        const bool writing = m_drafts.state(kind) == Drafts::State::Typing || m_drafts.state(kind) == Drafts::State::Saving;
        if (!writing)
            thread()->composer()->setText(kind, m_drafts.text(kind));
    });
    connect(&m_drafts, &Drafts::stateChanged, this, &InboxPage::refreshDraft);
    connect(&m_desk.acts, &Acts::undone, this, [this](const OpId &op, bool takenBack) {
        if (op != m_held)
            return;
        m_held = OpId();
        thread()->toast()->dismiss();
        if (!takenBack)
            thread()->toast()->say(tr("Too late: the reply has gone out"), nullptr, 4000, false);
        if (m_commands)
            m_commands->refresh();
    });
    connect(thread()->toast(), &Toast::expired, this, [this] {
        m_held = OpId();
        if (m_commands)
            m_commands->refresh();
    });
}

void InboxPage::showWriting(bool writing)
{
    const bool told = m_writing.isActive();
    if (writing)
        m_writing.start();
    else
        m_writing.stop();
    if (writing != told)
        tellPresence(writing ? PresenceKind::Typing : PresenceKind::Viewing);
}

void InboxPage::tellPresence(PresenceKind kind)
{
    if (const auto &row = m_details.row())
        m_desk.requests.showPresence(row->client, row->id, kind);
}

void InboxPage::refreshDraft(CompositionKind kind)
{
    if (kind != thread()->composer()->kind())
        return;
    switch (m_drafts.state(kind)) {
    case Drafts::State::Clean:
        return thread()->composer()->setDraftWords({}, false);
    case Drafts::State::Typing:
    case Drafts::State::Saving:
        return thread()->composer()->setDraftWords(tr("Saving…"), false);
    case Drafts::State::Saved:
        return thread()->composer()->setDraftWords(thread()->composer()->text(kind).isEmpty() ? QString() : tr("Draft saved"), false);
    case Drafts::State::Failed:
        return thread()->composer()->setDraftWords(tr("Not saved: the disk refuses"), true);
    }
}

void InboxPage::send()
{
    Composer *composer = thread()->composer();
    const CompositionKind kind = composer->kind();
    const QString text = composer->text(kind).trimmed();
    if (text.isEmpty() || !m_details.row())
        return;
    actedByPerson();
    const OpId op = kind == CompositionKind::Reply ? m_desk.acts.reply(ref(), text) : m_desk.acts.note(ref(), text);
    m_own.insert(op);
    m_sent[op] = {ref(), kind, text};
    m_drafts.sent(kind);
    composer->setText(kind, {});
    composer->setDraftWords({}, false);
    showWriting(false);
    thread()->transcript()->scrollToBottom();
    // The next words go where the last ones went: what is written to the team never turns into a reply by itself.
    if (kind == CompositionKind::Note)
        return;
    m_held = op;
    if (m_commands)
        m_commands->refresh();
    const int undoMs = themeOf(this).motion().undoSendMs;
    thread()->toast()->say(tr("Reply goes out in %1").arg(durationWord(std::chrono::milliseconds(undoMs))), m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, undoMs, true);
}

void InboxPage::undoSend()
{
    if (m_held.empty())
        return;
    // What has been typed since is journaled first, so that the reply comes back beside it.
    m_drafts.flush();
    m_desk.acts.undoSend(m_held);
}

void InboxPage::takeOver()
{
    actedByPerson();
    m_desk.preferences.setHintDone(takeOverHint);
    m_taking = conversation();
    m_own.insert(m_desk.acts.takeOver(ref()));
    thread()->composer()->setKind(CompositionKind::Reply);
    refreshThread();
    // What is typed next is the reply, however fast it comes.
    thread()->composer()->edit()->setFocus(Qt::ShortcutFocusReason);
}

void InboxPage::afterAct(const OpId &op)
{
    m_sent.erase(op);
    // A row that this person moved may move, whether the pointer is on the list or not; the list may hear of it later.
    if (m_own.erase(op) == 0)
        return;
    m_letMove = m_list_.waiting() == 0;
    if (!m_letMove)
        m_list_.settle();
    // What the list then does by itself is nobody's act: it may have had nothing to move or to remove.
    afterTheList(listRounds, [this, act = ++m_acts] {
        if (act == m_acts && m_own.empty())
            m_letMove = m_moveOn = false;
    });
}

/// Reads are answered in the order in which they were placed, so a round ends after those of the list that began before it.
void InboxPage::afterTheList(int rounds, std::function<void()> then)
{
    if (rounds == 0)
        return then();
    m_desk.store.read([](CacheReader &) { return true; }, m_mailbox.receive([this, rounds, then = std::move(then)](bool) { afterTheList(rounds - 1, then); }));
}

/// What could not be put into the outbox was not done, and words that had left the composer come back into it.
void InboxPage::afterFailure(const OpId &op, const QString &why)
{
    if (m_own.erase(op) == 0)
        return;
    m_taking = ConversationId();
    m_moveOn = false;
    if (op == m_held) {
        m_held = OpId();
        thread()->toast()->dismiss();
    }
    if (const auto sent = m_sent.extract(op)) {
        const auto &[reference, kind, words] = sent.mapped();
        giveBack(reference, kind, words);
    }
    refreshThread();
    Q_EMIT trouble(tr("Nothing was done: %1").arg(why));
}

void InboxPage::giveBack(const ConversationRef &reference, CompositionKind kind, const QString &words)
{
    m_drafts.giveBack(reference, kind, words);
    if (reference.id == conversation() && m_drafts.isLoaded())
        thread()->composer()->setText(kind, m_drafts.text(kind));
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
        return m_desk.acts.drop(op);
    case EntryAct::Edit:
        if (!op.empty() && item.opState)
            return m_desk.acts.edit(op);
        giveBack(ref(), CompositionKind::Reply, item.text);
        return thread()->composer()->edit()->setFocus(Qt::OtherFocusReason);
    case EntryAct::Retry:
        if (!op.empty() && item.opState)
            return m_desk.acts.retry(op);
        // The provider refused it: sending again is a new reply with the same words.
        m_own.insert(m_desk.acts.reply(ref(), item.text));
        return;
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
        // The whole target is read before anything opens.
        const QString shown = link.size() > 70 ? link.left(45) + QStringLiteral("…") + link.right(24) : link;
        QString words = tr("Open %1").arg(harmless(shown));
        words.replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu->addAction(icon(QStringLiteral("open")), words, this, [link] { QDesktopServices::openUrl(QUrl(link, QUrl::StrictMode)); });
        menu->addAction(icon(QStringLiteral("link")), tr("Copy the address"), this, [link] { QGuiApplication::clipboard()->setText(link); });
    }
    menu->popup(globalPos);
}

} // namespace foredeck::ui
