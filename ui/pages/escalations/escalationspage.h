#pragma once

#include "models/cache/mailbox.h"
#include "models/items/clientlistmodel.h"
#include "models/items/details.h"
#include "models/items/drafts.h"
#include "models/items/escalationfigures.h"
#include "models/items/escalationlistmodel.h"
#include "models/items/transcriptmodel.h"
#include "models/items/userlistmodel.h"
#include "models/ports/acts.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"
#include "ui/shell/takeoverquestion.h"
#include "ui/transcript/transcriptfilter.h"
#include "ui/words/timewords.h"

#include <map>
#include <set>

class QSplitter;

namespace foredeck::ui {

class EscalationListPane;
class EscalationPane;
class EscalationsHeader;
class SnoozeAsker;
class StatStrip;

/// The hand-overs bound to the cache: which list, which one is open, and the acts on it. The panes paint; the models tell;
/// this class only carries between them.
class EscalationsPage final : public Page {
    Q_OBJECT

public:
    /// `question`: outlives the page.
    EscalationsPage(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, QWidget *parent = nullptr);
    ~EscalationsPage() override;

    /// Extends the commands of the inbox by what they do here, and adds its own. After the inbox has added its own.
    void addCommands(CommandRegistry &commands);
    void setClient(const ClientId &client);
    void open(const EscalationId &id);
    const EscalationId &escalation() const { return m_details.escalationId(); }
    /// That of the open one; empty: none.
    ClientId clientShown() const { return m_details.row() ? m_details.row()->escalation.client : ClientId(); }
    ConversationId shownConversation() const { return m_details.row() ? m_details.row()->escalation.conversation : ConversationId(); }
    const EscalationFigures &figures() const { return m_figures; }
    /// What another window of the same person goes on with.
    struct Standing {
        EscalationTab tab = EscalationTab::Open;
        EscalationId escalation;
        std::set<EscalationId> ends; ///< their conversations are to end with them
    };
    Standing standing() const;
    void resume(const Standing &standing);
    /// What is typed is saved now.
    void flush();
    /// The disk refuses something that was typed.
    bool isRefused() const { return m_drafts.isRefused(); }
    /// Opens it with the keyboard in what is written of that kind.
    void edit(const EscalationId &id, CompositionKind kind);
    /// Another person has come: what the one before typed was saved as theirs, and the next one sees nothing of it.
    void forget();

    EscalationListPane *list() const noexcept { return m_list; }
    EscalationPane *detail() const noexcept { return m_detail; }
    EscalationsHeader *header() const noexcept { return m_header; }
    void arrange(const Arrangement &arrangement) override;
    QList<QWidget *> panes() const override;
    bool goBack() override;
    void tick() override;

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);
    /// Its thread is opened with the keyboard in the reply; `taking`: the act that takes it over for it, if any.
    void replyWanted(const foredeck::ConversationId &conversation, const foredeck::OpId &taking);
    /// How many there are has changed.
    void countsChanged();
    /// A sentence for the person, such as why an act could not be saved.
    void trouble(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Form = EscalationForm::Kind;

    TimeContext time() const;
    EscalationRef ref() const;
    /// The open one as lists show it; only when there is a row.
    EscalationItem item() const;
    bool isMine() const;
    bool hasLapsed() const;
    /// Somebody else who has it; its user is empty where nobody has.
    Actor holder() const;
    void bindList();
    void bindDetail();
    void bindForm();
    void extend(CommandRegistry &commands);
    void apply();
    void showList(EscalationTab tab);
    void showListState();
    void refreshHeader();
    void refreshDetail();
    void closeSettled();
    void openRow(const QModelIndex &index);
    void step(int by);
    void passOver();
    bool showDetail();
    void openForm(Form kind);
    void closeForm();
    void keepTyped();
    void submit();
    void assignMenu();
    void doAction(int index);
    /// Nothing: it was asked first whether to.
    std::optional<OpId> takeOver();
    void writeReply();
    void askSnooze();
    void follow(const OpId &op, const EscalationRef &acted);
    void afterAct(const OpId &op);
    void afterFailure(const OpId &op, const QString &why);
    void fetchClosed();
    void fetchMoreClosed();
    int whole(EscalationStatus group, int read) const;
    bool hasMore(EscalationStatus status) const;
    QString blockedWithout(const std::function<QString(const EscalationRow &)> &rule) const;
    /// Why the next action of that place cannot be done from here; empty: it can.
    QString blockedAction(const EscalationRow &row, int index) const;
    int stepOf(const EscalationRow &row, int key) const;
    /// Why it may not be settled or given away by this person now; empty: it may.
    QString blockedSettling() const;
    /// Of an act that would wait until somebody has decided about a reply: it looks done and is not. Empty: nothing is in the way.
    QString blockedBehindReply() const;
    void refreshConflict();
    /// Messages come one by one; what is made of all of them is made once, after the last.
    void messagesChanged();

    Desk m_desk;
    const ClientListModel &m_clients;
    TakeOverQuestion &m_question;
    CommandRegistry *m_commands = nullptr;
    EscalationListModel m_rows;
    EscalationFigures m_figures;
    EscalationDetails m_details;
    TranscriptModel m_transcript;
    TranscriptFilter m_shown;
    UserListModel m_users;
    SnoozeAsker *m_snooze;
    ClientId m_client;
    EscalationsHeader *m_header;
    StatStrip *m_stats;
    QSplitter *m_splitter;
    EscalationListPane *m_list;
    EscalationPane *m_detail;
    Arrangement m_arrangement;
    int m_listWidth = 0; ///< as a person drew it; 0: the design's
    bool m_wasLive = false;
    bool m_messagesOver = false; ///< shown over the brief, where there is no room beside it
    bool m_messagesWanted = true; ///< beside the brief
    bool m_detailShown = false; ///< in one stack: it stands in the list's place
    bool m_picksFirst = false; ///< a list was chosen: its first one opens
    bool m_moveOn = false; ///< the row that leaves was settled here: the next one opens
    std::map<std::pair<ClientId, EscalationStatus>, bool> m_fetched; ///< closed ones the server was asked for; whether it has more
    Drafts m_drafts;
    Form m_edits = Form::None; ///< opens when its row was read
    std::set<EscalationId> m_ends; ///< the box is ticked, and it was not sent
    struct Sent {
        EscalationRef escalation;
        Form form = Form::None;
        QString text;
        bool ends = false;
    };
    /// What was acted on last, and between which ones it stood.
    struct Left {
        EscalationId id;
        EscalationId before;
        EscalationId after;
    };
    Left m_left;
    EscalationId m_listed; ///< the open one, once the list has held it
    bool m_conflict = false; ///< a reply of the open one's conversation needs a look
    bool m_messagesDue = false;
    std::map<OpId, Sent> m_sent; ///< acts of this page that are not committed yet
};

} // namespace foredeck::ui
