#pragma once

#include "models/cache/mailbox.h"
#include "models/items/clientlistmodel.h"
#include "models/items/conversationlistmodel.h"
#include "models/items/details.h"
#include "models/items/drafts.h"
#include "models/items/tasklistmodel.h"
#include "models/items/transcriptmodel.h"
#include "models/ports/acts.h"
#include "ui/pages/inbox/inboxpanes.h"
#include "ui/pages/inbox/liststanding.h"
#include "ui/shell/desk.h"
#include "ui/shell/takeoverquestion.h"
#include "ui/transcript/entrylayout.h"
#include "ui/transcript/transcriptfilter.h"
#include "ui/words/timewords.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <map>
#include <set>

namespace foredeck::ui {

class AssignAsker;
class InboxBulk;
class InboxFilter;
class InboxFind;
class InboxMacros;
class InboxMentions;
class InboxUnread;
class InboxViews;
class LabelPicker;
class MergeAsker;
class SnoozeAsker;
class TaskAsker;
struct SavedView;
struct ThreadContext;

/// The inbox bound to the cache: which view, which conversation is open, what is being written, and the acts on it. The
/// panes paint; the models tell; this class only carries between them. With the thread alone it has no view, no filter and
/// nothing that is done with many at once: bulk(), filter() and views() are null then.
class InboxPage final : public InboxPanes {
    Q_OBJECT

public:
    /// `question`: outlives the page.
    InboxPage(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, Extent extent = Extent::WithList, QWidget *parent = nullptr);
    ~InboxPage() override;

    /// Registers the commands on conversations and on the list. Once, before the page is shown.
    void addCommands(CommandRegistry &commands);
    /// A person chose it: when what is open is not in it, its first conversation opens.
    void chooseView(const ViewKey &view);
    void setView(const ViewKey &view);
    const ViewKey &view() const { return m_list_.view(); }
    /// Rows that were read before the window showed.
    void setFirstPage(const ViewKey &view, const ConversationPage &page);
    void open(const ConversationId &conversation);
    /// Empty when nothing is open.
    const ConversationId &conversation() const { return m_details.conversationId(); }
    /// The disk refuses something that was typed.
    bool isRefused() const;
    ClientId clientShown() const { return m_details.row() ? m_details.row()->client : ClientId(); }
    /// The one that was sent last and can still be taken back; empty when there is none.
    const OpId &heldReply() const { return m_held; }
    void setTotal(const QString &count);
    QString written(CompositionKind kind) const;
    /// What the window before showed, and flushed; nothing when empty.
    void write(CompositionKind kind, const QString &text);
    /// Which conversations stand in windows of their own (decision 38): what is chosen of them here says so instead of being
    /// open, so that nothing is written to one customer in two places.
    void setApart(std::function<bool(const ConversationId &)> isApart) { m_isApart = std::move(isApart); }
    /// Chosen here, and in a window of its own; empty: not so.
    const ConversationId &apart() const { return m_apart; }
    /// It has a window of its own from now on, or none any more.
    void refreshApart(const ConversationId &conversation);
    /// Words of it are here that are not in the journal yet, or it is open.
    bool keeps(const ConversationId &conversation) const;
    /// Acts of this page are not in the outbox yet, or words that came back from one are not in the journal: whoever lets the page
    /// go before that hears of no failure.
    bool awaits() const;
    /// The reply that was sent last there and can still be taken back can be taken back here.
    void takeUndo(InboxPage &from);
    /// Where it was written in that conversation.
    void takeUndoOf(const ConversationId &conversation, InboxPage &from);
    /// Who is shown, as they are called everywhere, and of which business; empty: nobody.
    QString customer() const { return m_details.row() ? here().name : QString(); }
    QString business() const;
    LabelPicker *labels() const noexcept { return m_labels; }
    AssignAsker *assigning() const noexcept { return m_assign; }
    MergeAsker *merging() const noexcept { return m_merge; }
    ListStanding listStanding() const;
    /// As another window of the same person left it.
    void resume(const ViewKey &view, const ListStanding &standing);
    /// What is done with many at once.
    InboxBulk *bulk() const noexcept { return m_bulk; }
    InboxFilter *filter() const noexcept { return m_filter; }
    InboxViews *views() const noexcept { return m_views; }
    /// A person chose it: as chooseView(), with what narrows it.
    void chooseSaved(const SavedView &view, const ClientId &client);
    /// What narrows the list because of a saved view does not narrow the next one.
    void leaveSaved();
    /// Esc first ends the selection.
    bool goBack() override;
    /// That kind is shown, with the keyboard in it. `taking`: the act that takes what is open over, where it is under way.
    void writeNext(CompositionKind kind, const OpId &taking = {});
    /// A task is asked for once more, as it was wanted.
    void askTask(const Task &wanted);
    /// Words of a reply that was typed elsewhere and could not be sent: they stand before what is being written.
    void keepReply(const ConversationRef &reference, const QString &words) { giveBack(reference, CompositionKind::Reply, words); }
    /// Another person has come: what the one before typed was saved as theirs, and the next one sees nothing of it.
    void forget();
    /// What is being written is saved now.
    void flush();
    /// The time in which a reply can be taken back stands still, or goes on.
    void holdUndo(bool held);
    void tick() override;

Q_SIGNALS:
    /// A sentence for the person, such as why an act could not be saved.
    void trouble(const QString &sentence);
    /// keeps() has become false of it.
    void letGo(const foredeck::ConversationId &conversation);
    /// What is known of the customer who is shown may be something else.
    void customerChanged();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The hint "Press T to take over", shown until somebody has done it once.
    static inline const QString takeOverHint = QStringLiteral("take_over");

    TimeContext time() const;
    ConversationRef ref() const;
    QPoint actsPlace() const;
    void showWhatIsWritten();
    void focusComposer();
    bool isMine() const;
    /// What the wire told of a claim is of no matter while the next one is on its way.
    std::optional<Lease> lease() const;
    /// One's own, and claimed anew: its lease was not renewed.
    bool hasLapsed() const;
    /// Whether a reply can reach the customer on this channel, or is kept here like all others.
    bool leadsBack() const;
    void bindList();
    void bindThread();
    void bindComposer();
    void bindMacros();
    void bindMentions();
    void showListState();
    void showFirstState();
    /// How many there are, and of them how many a filter shows.
    void showTotal();
    void bindFilter();
    void bindViews();
    void addListCommands(CommandRegistry &commands);
    void addFilterCommands(CommandRegistry &commands);
    void openRow(const QModelIndex &index, bool byPerson);
    void refreshThread();
    void showApart();
    /// Which row is chosen, wherever its conversation stands.
    const ConversationId &chosen() const { return m_apart.empty() ? conversation() : m_apart; }
    bool hasOptedOut() const;
    void refreshLead();
    static std::int64_t minuteOf(Timestamp at) { return toMs(at) / 60'000; }
    void refreshDecisions();
    void refreshConflict();
    void findConflict();
    bool isNewerThan(std::int64_t seenPosition) const;
    /// Entries come one by one; what is made of all of them is made once, after the last.
    void entriesChanged();
    /// The first hand-over that a newcomer has comes to the middle by itself, with its hint; never once a person has chosen.
    void offerHandOver();
    void refreshHeld();
    void refreshDraft(CompositionKind kind);
    void present(const ConversationId &conversation);
    void touched();
    /// Tells the others whether a reply is being typed; a pause of some seconds ends it by itself.
    void showWriting(bool writing);
    void tellPresence(PresenceKind kind);
    void showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind);
    /// Nobody is seen any more where the others were told so last, whether it can still be read or not.
    void tellGone();
    /// What is open was chosen or is worked in: from now on seeing it is reading it.
    void actedByPerson();
    /// When its end is on the screen of a window that is looked at.
    void markRead();
    void step(int by);
    /// Rows are about to leave their place: where the open one stood is kept.
    void keepPlace(int first, int last);
    /// The row a step leads to. It goes on from where the open one stood when it was opened, wherever its row has gone since:
    /// who answers moves rows, and passes nobody over by it.
    QModelIndex beside(int by) const;
    void send();
    /// The provider refused it: a new reply with the same words.
    void sendAgain(const TranscriptItem &item);
    /// A conversation that something was done in, whatever is open by the time it has to be named.
    struct Place {
        ConversationId conversation;
        QString name; ///< of the customer
    };
    /// The conversation that is open, and whose it is.
    Place here() const;
    /// Whose of these are not open: nobody sees there that something came back.
    QString elsewhere(const std::vector<Place> &places) const;
    /// It may be taken back for a moment.
    void offerUndo(const OpId &reply);
    void undoSend();
    void addSnoozeCommands(CommandRegistry &commands);
    void askSnooze();
    void snooze(const ConversationRef &conversation, ConversationStatus before, Timestamp until);
    void undoSnooze();
    void askLabels();
    void refreshLabels();
    /// The act is in the row that is shown, or was refused.
    void labelled(const OpId &op);
    void addAssignCommand(CommandRegistry &commands);
    void addFollowCommand(CommandRegistry &commands);
    bool isFollowing() const;
    void follow();
    void askAssign();
    void assign(const ConversationRow &row, const Owner &to);
    void undoAssign();
    void bindBulk();
    /// The key takes back nothing of this page's acts any more but what is given to it next.
    void forgetUndo();
    void bindTasks();
    void bindMerge();
    void addMergeCommands(CommandRegistry &commands);
    void addTaskCommands(CommandRegistry &commands);
    void refreshTasks();
    /// The open one that is due first; null when there is none.
    const Task *firstTask() const;
    /// Null when it is not there any more.
    const Task *taskOf(const TaskId &id) const;
    void showTasks();
    void undoResolve();
    /// For good once its toast has gone.
    void drop(const OpId &op);
    void undoDrop();
    /// The newest act that the key can take back.
    void undo();
    bool canUndo() const;
    /// What the key takes back is no more than a reply that has not gone out.
    bool undoesReply() const;
    /// What is written stays, and the person hears why.
    void sayWhyNotSent();
    void takeOver();
    void reply();
    /// Somebody else who holds it; empty: nobody.
    UserId holder() const;
    /// Who answered here a moment ago, and what was asked.
    void addTaking(const ConversationRow &row, ThreadContext &context);
    void endIt();
    void onEntryAct(const QString &id, EntryAct act);
    void onContext(int row, const QPoint &globalPos);
    /// An act of this page: the row of what it acts on may move, even where rows are held.
    void own(const OpId &op, const ConversationId &conversation);
    /// So, too, and not to be done a second time until the row tells of it.
    void ask(const char *act, const OpId &op, const ConversationId &conversation);
    QString blockedTwice(const char *act) const;
    QString blockedBehindReply(const char *act) const;
    /// Why nothing that is written reaches the customer; empty: it does.
    QString blockedReply(const ConversationRow &row) const;
    void forgetAsked(const OpId &op);
    void afterAct(const OpId &op);
    /// The list has heard of an act on it.
    void passOver();
    void afterMove(const ConversationId &conversation);
    /// Whether the open one was asked to leave, and makes room for the next when it does.
    bool movesOn() const { return !m_moveOn.empty() && m_moveOn == m_details.conversationId(); }
    void giveBack(const ConversationRef &reference, CompositionKind kind, const QString &words);
    void afterFailure(const OpId &op, const QString &why);
    QString blockedWithout(const std::function<QString(const ConversationRow &)> &rule) const;

    Desk m_desk;
    const ClientListModel &m_clients;
    TakeOverQuestion &m_question;
    QPointer<CommandRegistry> m_commands; ///< goes before the pages do
    ConversationListModel m_list_;
    TranscriptModel m_transcript;
    TranscriptFilter m_shown;
    ConversationDetails m_details;
    LeadDetails m_lead;
    TaskListModel m_taskRows;
    Drafts m_drafts;
    std::function<bool(const ConversationId &)> m_isApart = [](const ConversationId &) { return false; };
    ConversationId m_apart; ///< what was chosen stands in a window of its own
    ConversationId m_saidApart; ///< of which the thread's place says so
    bool m_isUntouched = true; ///< nobody has chosen or done anything here yet
    bool m_byPerson = false; ///< the open conversation was chosen by a person: reading it counts
    bool m_picksFirst = false;
    bool m_isSeen = false; ///< the others were told who looks at the open one
    ConversationRef m_toldOf; ///< where they were told that somebody is; its id empty: nowhere
    struct Stood {
        ConversationId id;
        QPersistentModelIndex before;
        QPersistentModelIndex after;
    };
    Stood m_stood; ///< the open one, once its row has left its place
    ConversationId m_moveOn; ///< its row was asked to leave, and the list has not heard of the act yet
    QTimer m_writing {this}; ///< runs while the others are told that a reply is being typed
    QTimer m_stays {this}; ///< runs until what was saved has stayed so for a moment
    std::int64_t m_read = 0;
    ConversationId m_taking; ///< asked to be taken over: it may be written in before the answer is here
    std::optional<CompositionKind> m_begins; ///< asked to be written in before its row was read
    std::optional<Task> m_wanted; ///< so, too: a task that is asked for once more
    ConversationId m_wasMine; ///< this person answered it until somebody else took it
    std::map<QString, OpId> m_again; ///< entries that were sent again, with the reply that did it last
    OpId m_held; ///< the reply that can still be taken back
    ConversationStatus m_snoozedFrom = ConversationStatus::Unknown; ///< what that one was before
    ConversationRef m_snoozed; ///< put away a moment ago, while that can be undone by the key
    ConversationRef m_resolved; ///< so, too
    std::vector<OpId> m_dropped; ///< so, too
    struct Assigned {
        ConversationRef conversation;
        Owner before;
        Owner now;
    };
    Assigned m_assigned; ///< so, too
    SnoozeAsker *m_snooze;
    InboxMacros *m_macros;
    InboxMentions *m_mentions;
    LabelPicker *m_labels = nullptr; ///< once it was asked for
    ConversationId m_labelled; ///< that it was asked about
    std::set<OpId> m_labelling; ///< acts of it that the row may not tell of yet
    TaskAsker *m_tasks;
    AssignAsker *m_assign;
    MergeAsker *m_merge;
    InboxBulk *m_bulk = nullptr;
    InboxFilter *m_filter = nullptr;
    InboxFind *m_find;
    InboxUnread *m_unread;
    InboxViews *m_views = nullptr;
    QString m_total; ///< of the view, whatever narrows it
    std::int64_t m_wordedAt = 0; ///< the minute of which the side panel's times speak
    bool m_entriesDue = false; ///< decisions and conflict are looked for in a moment
    std::optional<std::vector<DecisionId>> m_decisions; ///< that the side panel shows
    OpId m_conflict; ///< the reply that needs a look
    std::map<OpId, Place> m_own; ///< acts of this page that are not committed yet, and what they act on
    struct Asked {
        QString act;
        OpId op;
    };
    std::map<ConversationId, Asked> m_asked; ///< what was done with each last, while its row does not tell of it yet
    struct Sent {
        ConversationRef conversation;
        CompositionKind kind;
        QString text;
    };
    std::map<OpId, Sent> m_sent; ///< words that have left the composer and are not in the outbox yet
    Mailbox m_mailbox;
    Place m_heldIn; ///< of m_held
    std::vector<Place> m_droppedIn; ///< of m_dropped
};

} // namespace foredeck::ui
