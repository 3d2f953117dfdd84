#pragma once

#include "models/cache/mailbox.h"
#include "models/items/clientlistmodel.h"
#include "models/items/details.h"
#include "models/items/escalationfigures.h"
#include "models/items/escalationlistmodel.h"
#include "models/items/transcriptmodel.h"
#include "models/items/userlistmodel.h"
#include "models/ports/acts.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"
#include "ui/transcript/transcriptfilter.h"
#include "ui/words/timewords.h"

#include <map>

class QSplitter;

namespace foredeck::ui {

class EscalationListPane;
class EscalationPane;
class EscalationsHeader;
class StatStrip;

/// What was typed for one hand-over and has not been sent.
struct EscalationTexts {
    QString note;
    bool end = false;
    QString instruction;
    friend bool operator==(const EscalationTexts &, const EscalationTexts &) = default;
};

/// The hand-overs bound to the cache: which list, which one is open, and the acts on it. The panes paint; the models tell;
/// this class only carries between them.
class EscalationsPage final : public Page {
    Q_OBJECT

public:
    EscalationsPage(const Desk &desk, const ClientListModel &clients, QWidget *parent = nullptr);
    ~EscalationsPage() override;

    /// Extends the commands of the inbox by what they do here, and adds its own. After the inbox has added its own.
    void addCommands(CommandRegistry &commands);
    void setClient(const ClientId &client);
    void open(const EscalationId &id);
    const EscalationId &escalation() const { return m_details.escalationId(); }
    const EscalationFigures &figures() const { return m_figures; }
    /// What another window of the same person goes on with.
    struct Standing {
        EscalationTab tab = EscalationTab::Open;
        EscalationId escalation;
        std::map<EscalationId, EscalationTexts> texts;
    };
    Standing standing() const;
    void resume(const Standing &standing);
    /// Something is typed that was not sent.
    bool isWritten() const { return !m_texts.empty(); }
    /// Opens one for which something is typed, so that whoever is asked about it sees it.
    void showTyped();
    /// Another person has come: nothing of what the one before chose or typed is theirs.
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
    /// Its thread is opened with the keyboard in the reply.
    void replyWanted(const foredeck::ConversationId &conversation);
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
    void bindList();
    void bindDetail();
    void bindForm();
    void extend(CommandRegistry &commands);
    void apply();
    void showList(EscalationTab tab);
    void showListState();
    void refreshHeader();
    void refreshDetail();
    void openRow(const QModelIndex &index);
    void step(int by);
    void openForm(Form kind);
    void closeForm();
    void keepTyped();
    void submit();
    void assignMenu();
    void doAction(int index);
    /// An act of this page: what it is about may move at once.
    void follow(const OpId &op, bool leaves);
    void afterAct(const OpId &op);
    void afterFailure(const OpId &op, const QString &why);
    void fetchClosed();
    void fetchMoreClosed();
    bool hasMore(EscalationStatus status) const;
    QString blockedWithout(const std::function<QString(const EscalationRow &)> &rule) const;

    Desk m_desk;
    const ClientListModel &m_clients;
    CommandRegistry *m_commands = nullptr;
    EscalationListModel m_rows;
    EscalationFigures m_figures;
    EscalationDetails m_details;
    TranscriptModel m_transcript;
    TranscriptFilter m_shown;
    UserListModel m_users;
    ClientId m_client;
    EscalationsHeader *m_header;
    StatStrip *m_stats;
    QSplitter *m_splitter;
    EscalationListPane *m_list;
    EscalationPane *m_detail;
    Arrangement m_arrangement;
    bool m_wasLive = false;
    bool m_messagesOver = false; ///< shown over the brief, where there is no room beside it
    bool m_messagesWanted = true; ///< beside the brief
    bool m_detailShown = false; ///< in one stack: it stands in the list's place
    bool m_picksFirst = false; ///< a list was chosen: its first one opens
    bool m_moveOn = false; ///< the row that leaves was settled here: the next one opens
    std::map<std::pair<ClientId, EscalationStatus>, bool> m_fetched; ///< closed ones the server was asked for; whether it has more
    std::map<EscalationId, EscalationTexts> m_texts;
    struct Sent {
        EscalationId escalation;
        Form form = Form::None;
        EscalationTexts texts; ///< as they were sent
    };
    std::map<OpId, Sent> m_sent; ///< acts of this page that are not committed yet
};

} // namespace foredeck::ui
