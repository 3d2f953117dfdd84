#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxfilter.h"
#include "ui/pages/inbox/inboxmacros.h"
#include "ui/pages/inbox/inboxmentions.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/taskasker.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/preferences.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/toast.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/rowwords.h"
#include "ui/words/threadwords.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>

#include <algorithm>
#include <utility>

/// The composer: what is being written, what others see of it, where it goes and how it comes back.
namespace foredeck::ui {

namespace {

/// Who has typed nothing for this long is not typing.
constexpr int writingPauseMs = 6'000;
/// What is typed fluently is saved again and again: that it is saved is said once it stays so.
constexpr int savedAfterMs = 300;
constexpr int backMs = 8'000; ///< names have to be read
constexpr int notSentMs = 6'000;

} // namespace

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
    composer->edit()->setUndoesReply([this] { return undoesReply(); });
    connect(composer->edit(), &ComposerEdit::sendRefused, this, &InboxPage::sayWhyNotSent);
    connect(composer->edit(), &ComposerEdit::focusChanged, thread()->strip(), &ClaimStrip::setInText);
    connect(composer, &Composer::wayChosen, this, [this](const QUrl &way) {
        if (!QDesktopServices::openUrl(way))
            thread()->toast()->say(tr("No program on this computer opens %1").arg(isolated(way.toDisplayString())), nullptr, notSentMs, false);
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
        m_mentions->show();
        refreshDraft(thread()->composer()->kind());
        if (m_commands)
            m_commands->refresh();
    });
    m_stays.setSingleShot(true);
    m_stays.setInterval(savedAfterMs);
    connect(&m_stays, &QTimer::timeout, this, [this] {
        Composer *shown = thread()->composer();
        shown->setDraftWords(shown->text(shown->kind()).isEmpty() ? QString() : tr("Draft saved"), false);
    });
    m_drafts.setHeld([composer](CompositionKind kind) { return composer->isFocused() && composer->kind() == kind; });
    connect(&m_drafts, &Drafts::textChanged, this, [this](CompositionKind kind) {
        thread()->composer()->setText(kind, m_drafts.text(kind));
        if (kind == CompositionKind::Note)
            m_mentions->show();
        refreshDraft(kind);
    });
    connect(&m_drafts, &Drafts::stateChanged, this, &InboxPage::refreshDraft);
    // Queued: words that could not be sent are given back after the act that failed was heard of.
    connect(&m_drafts, &Drafts::letGo, this, [this](const ConversationId &id) {
        if (!keeps(id))
            Q_EMIT letGo(id);
    }, Qt::QueuedConnection);
    connect(&m_drafts, &Drafts::offerChanged, this, &InboxPage::refreshDraft);
    connect(composer, &Composer::offerTaken, this, [this] {
        m_drafts.takeOffered(thread()->composer()->kind());
        thread()->composer()->edit()->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty())
            m_drafts.saveAll();
    });
    connect(&m_desk.acts, &Acts::undone, this, [this](const OpId &op, bool takenBack) {
        if (op != m_held)
            return;
        m_held = OpId();
        thread()->toast()->dismiss();
        if (!takenBack)
            thread()->toast()->say(tr("Too late: the reply has gone out"), nullptr, 4000, false);
        else if (const QString name = elsewhere({m_heldIn}); !name.isEmpty())
            thread()->toast()->say(tr("Your reply is a draft again in the conversation with %1").arg(isolated(name)), nullptr, backMs, false);
        if (m_commands)
            m_commands->refresh();
    });
    connect(thread()->toast(), &Toast::expired, this, [this] {
        m_held = OpId();
        forgetUndo();
        if (m_commands)
            m_commands->refresh();
    });
}

void InboxPage::bindMacros()
{
    MacroPopup *popup = thread()->composer()->macros();
    popup->setValues([this] {
        const auto &row = m_details.row();
        const auto &page = m_lead.page();
        return row ? m_macros->values(*row, page && m_lead.leadId() == row->lead ? &page->lead : nullptr) : MacroValues();
    });
    connect(popup, &MacroPopup::openChanged, this, [this] {
        if (m_commands)
            m_commands->refresh();
    });
    connect(m_macros, &InboxMacros::changed, this, [this, popup] {
        popup->setMacros(m_macros->macros());
        if (m_commands)
            m_commands->refresh();
    });
}

void InboxPage::bindMentions()
{
    connect(thread()->composer()->people(), &CaretPopup::openChanged, this, [this] {
        if (m_commands)
            m_commands->refresh();
    });
    connect(m_mentions, &InboxMentions::letGo, this, [this](const ConversationId &id) {
        if (!keeps(id))
            Q_EMIT letGo(id);
    });
    connect(m_mentions, &InboxMentions::changed, this, [this] {
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
    if (const auto &row = m_details.row(); row && isVisible())
        showPresence(row->client, row->id, kind);
}

void InboxPage::showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind)
{
    m_toldOf.client = client;
    m_toldOf.id = conversation;
    m_desk.requests.showPresence(client, conversation, kind);
}

void InboxPage::tellGone()
{
    m_writing.stop();
    if (const ConversationRef told = std::exchange(m_toldOf, {}); !told.id.empty())
        m_desk.requests.showPresence(told.client, told.id, PresenceKind::Gone);
}

void InboxPage::refreshDraft(CompositionKind kind)
{
    if (kind != thread()->composer()->kind())
        return;
    thread()->composer()->setOffer(m_drafts.offered(kind));
    m_stays.stop();
    switch (m_drafts.state(kind)) {
    case Drafts::State::Clean:
        return thread()->composer()->setDraftWords({}, false);
    case Drafts::State::Typing:
    case Drafts::State::Saving:
        return thread()->composer()->setDraftWords(tr("Saving…"), false);
    case Drafts::State::Saved:
        return m_stays.start();
    case Drafts::State::Failed:
        return thread()->composer()->setDraftWords(tr("Not saved: the disk refuses"), true);
    }
}

void InboxPage::send()
{
    Composer *composer = thread()->composer();
    finishComposing(composer->edit());
    const CompositionKind kind = composer->kind();
    const QString text = composer->text(kind).trimmed();
    // What was not read yet would be emptied with it.
    if (text.isEmpty() || !m_details.row() || !m_drafts.isLoaded())
        return;
    // In one stack a row that is passed opens its conversation behind the list: nobody sends what they do not see.
    if (thread()->isHidden())
        return focusComposer();
    actedByPerson();
    // A reply that is being taken back may have come into the journal and not into the composer yet.
    const auto before = m_drafts.journaled(kind);
    const std::vector<Mention> mentions = kind == CompositionKind::Note ? m_mentions->of(text) : std::vector<Mention>();
    const OpId op = kind == CompositionKind::Reply ? m_desk.acts.reply(ref(), text, before) : m_desk.acts.note(ref(), text, before, mentions);
    if (kind == CompositionKind::Note)
        m_mentions->sent(op, ref(), mentions);
    own(op, conversation());
    m_sent[op] = {ref(), kind, text};
    m_drafts.sent(kind, op);
    composer->setText(kind, {});
    refreshDraft(kind);
    showWriting(false);
    thread()->transcript()->scrollToBottom();
    // The next words go where the last ones went: what is written to the team never turns into a reply by itself.
    if (kind == CompositionKind::Reply)
        offerUndo(op);
}

void InboxPage::sendAgain(const TranscriptItem &item)
{
    if (!leadsBack())
        return thread()->toast()->say(tr("Not sent: nothing can be sent back on this channel"), nullptr, notSentMs, false);
    const OpId before = m_again[item.id];
    const int echo = m_transcript.rowOf(QString::fromStdString(before.value));
    if (!before.empty() && (m_own.contains(before) || m_held == before || (echo >= 0 && m_transcript.itemAt(echo).opState)))
        return; // it is on its way already
    const OpId op = m_desk.acts.replyAgain(ref(), item.text);
    m_again[item.id] = op;
    own(op, conversation());
    offerUndo(op);
}

void InboxPage::sayWhyNotSent()
{
    const auto &row = m_details.row();
    const QAction *send = m_commands ? m_commands->action(QStringLiteral("conversation.send")) : nullptr;
    if (!row || !send || thread()->composer()->edit()->words().trimmed().isEmpty())
        return;
    QString why = tr("Not sent, and kept: %1").arg(m_commands->reason(send->objectName()));
    if (row->owner.kind == OwnerKind::User && !isMine()) {
        const QString name = harmless(fromUtf8(row->owner.name));
        why = (m_wasMine == row->id                    ? tr("%1 took over; your words are kept")
                  : hasRunOut(row->owner, row->claim) ? tr("%1 was answering; your words are kept")
                                                      : tr("%1 is answering; your words are kept")).arg(name);
    }
    // A reply that can still be taken back keeps its way back.
    thread()->toast()->say(why, m_held.empty() ? nullptr : m_commands->action(QStringLiteral("conversation.undo_send")), notSentMs, false);
}

void InboxPage::forget()
{
    m_drafts.forget();
    m_tasks->forget();
    m_merge->forget();
    m_macros->forget();
    m_mentions->forget();
    m_sent.clear();
    m_own.clear();
    m_asked.clear();
    m_labelling.clear();
    m_held = OpId();
    forgetUndo();
    if (hasList()) {
        m_bulk->clear();
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
        setView(m_list_.view());
    }
    thread()->toast()->dismiss();
    present({});
}

UserId InboxPage::holder() const
{
    const auto &row = m_details.row();
    const bool held = row && !isMine() && row->owner.kind == OwnerKind::User && row->claim.leaseUntil;
    return held ? row->owner.user : UserId();
}

void InboxPage::addTaking(const ConversationRow &row, ThreadContext &context)
{
    if (isMine())
        m_wasMine = row.id;
    else if (row.owner.kind != OwnerKind::User) // let go by oneself
        m_wasMine = ConversationId();
    context.asksToTake = m_question.isAsked(row.id, holder());
    context.lostWords = m_wasMine == row.id && !written(CompositionKind::Reply).trimmed().isEmpty();
}

/// What is written, and what is asked before, is seen: where the list stands in front of the thread it makes room.
void InboxPage::showWhatIsWritten()
{
    if (isStacked())
        showThread(true);
}

void InboxPage::focusComposer()
{
    showWhatIsWritten();
    thread()->composer()->edit()->setFocus(Qt::ShortcutFocusReason);
}

void InboxPage::takeOver()
{
    actedByPerson();
    showWhatIsWritten();
    // Who answers already means to write, too: were the key refused, "hello" would hand back and resolve.
    if (!isMine() || hasLapsed()) {
        if (!m_question.mayTake(conversation(), holder())) {
            const QWidget *focus = QApplication::focusWidget();
            if (!focus || !focus->testAttribute(Qt::WA_InputMethodEnabled)) // else what is typed is written there
                thread()->strip()->setFocus(Qt::ShortcutFocusReason);
            return refreshThread();
        }
        m_desk.preferences.setHintDone(takeOverHint);
        m_taking = conversation();
        // One's own that has lapsed is claimed anew: whoever took it since keeps it until it is asked for.
        ask("take_over", isMine() ? m_desk.acts.claim(ref()) : m_desk.acts.takeOver(ref()), conversation());
    }
    thread()->composer()->setKind(CompositionKind::Reply);
    refreshThread();
    // What is typed next is the reply, however fast it comes, or the note where nothing else can be kept.
    if (!leadsBack())
        thread()->composer()->setKind(CompositionKind::Note);
    focusComposer();
}

void InboxPage::own(const OpId &op, const ConversationId &conversation)
{
    const int row = m_list_.rowOf(conversation);
    if (conversation == m_details.conversationId())
        m_own[op] = here();
    else
        m_own[op] = {conversation, row < 0 ? QString() : harmless(personWord(m_list_.itemAt(row).name, m_list_.itemAt(row).lead))};
}

void InboxPage::afterAct(const OpId &op)
{
    m_sent.erase(op);
    // A row that this person moved may move, but not under the pointer: the next press there is for what stands there now.
    if (const auto own = m_own.extract(op))
        m_list_.settle(own.mapped().conversation, !list()->view()->isPointedAt());
    // Queries are answered in turn: by then the row that is shown has been read with the act in it.
    if (m_labelling.contains(op))
        m_desk.store.read([](CacheReader &) { return true; }, m_mailbox.receive([this, op](bool) { labelled(op); }));
    const auto asked = std::find_if(m_asked.begin(), m_asked.end(), [&](const auto &one) { return one.second.op == op; });
    if (asked == m_asked.end())
        return;
    m_desk.store.read([](CacheReader &) { return true; }, m_mailbox.receive([this, op](bool) { forgetAsked(op); })); // as above
}

void InboxPage::forgetAsked(const OpId &op)
{
    std::erase_if(m_asked, [&](const auto &one) { return one.second.op == op; });
    if (m_commands)
        m_commands->refresh();
}

/// On to the next row that is of this view, or else back to the one before.
void InboxPage::passOver()
{
    const int from = m_list_.rowOf(conversation());
    for (const int by : {1, -1}) {
        for (int row = from + by; row >= 0 && row < m_list_.rowCount(); row += by) {
            if (!m_list_.hasLeft(m_list_.itemAt(row).id))
                return list()->view()->setCurrentIndex(m_list_.index(row, 0));
        }
    }
}

void InboxPage::afterMove(const ConversationId &conversation)
{
    const bool awaits = std::any_of(m_own.begin(), m_own.end(), [&](const auto &own) { return own.second.conversation == conversation; });
    if (conversation != m_moveOn || awaits)
        return;
    // Its row stands there still; the next one opens all the same.
    if (movesOn() && m_list_.hasLeft(conversation))
        passOver();
    m_moveOn = {}; // what the list does with it from now on is nobody's act
}

/// What could not be put into the outbox was not done, and words that had left the composer come back into it.
void InboxPage::afterFailure(const OpId &op, const QString &why)
{
    if (std::erase(m_dropped, op) > 0 && m_dropped.empty()) {
        thread()->toast()->dismiss();
        if (m_commands)
            m_commands->refresh();
    }
    if (op == m_held) { // it may have been written in a window that was closed since
        m_held = OpId();
        thread()->toast()->dismiss();
        if (m_commands)
            m_commands->refresh();
    }
    const auto own = m_own.extract(op);
    if (!own)
        return;
    forgetAsked(op);
    labelled(op);
    m_taking = ConversationId();
    m_moveOn = {};
    m_snoozed = m_resolved = {};
    m_assigned = {};
    if (const auto sent = m_sent.extract(op)) {
        const auto &[reference, kind, words] = sent.mapped();
        giveBack(reference, kind, words);
    }
    refreshThread();
    const QString name = elsewhere({own.mapped()});
    Q_EMIT trouble(name.isEmpty() ? tr("Nothing was done: %1").arg(problemWords(why))
                                  : tr("Nothing was done in the conversation with %1: %2", "a customer, and why").arg(isolated(name), problemWords(why)));
}

void InboxPage::giveBack(const ConversationRef &reference, CompositionKind kind, const QString &words)
{
    m_drafts.giveBack(reference, kind, words);
    if (reference.id != conversation() || !m_drafts.isLoaded())
        return;
    thread()->composer()->setText(kind, m_drafts.text(kind));
    if (kind == CompositionKind::Note)
        m_mentions->show();
}

} // namespace foredeck::ui
