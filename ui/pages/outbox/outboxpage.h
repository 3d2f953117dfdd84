#pragma once

#include "models/domain/composition.h"
#include "models/domain/task.h"
#include "models/items/outboxmodel.h"
#include "models/items/transcriptmodel.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"
#include "ui/transcript/transcriptfilter.h"

#include <optional>
#include <vector>

class QListView;
class QStackedLayout;

namespace foredeck::ui {

class Button;
class Card;
class CommandRegistry;
class OutboxRows;
class Pane;
class StatePane;
class TextLabel;
class TranscriptView;

/// Everything that has not left this computer, in its order; below it, what needs a person's look beside what happened
/// meanwhile.
class OutboxPage final : public Page {
    Q_OBJECT

public:
    OutboxPage(const Desk &desk, OutboxModel &outbox, QWidget *parent = nullptr);
    ~OutboxPage() override;
    void addCommands(CommandRegistry &commands);
    QList<QWidget *> panes() const override;
    void tick() override;

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);
    /// Its words go back there, to what is written of that kind.
    void editWanted(const foredeck::ConversationId &conversation, foredeck::CompositionKind kind);
    /// The form of who came in or called.
    void leadEditWanted();
    void shiftNoteEditWanted(const std::vector<foredeck::ClientId> &clients);
    /// Words to a lead with whom there is no conversation yet.
    void firstWordsEditWanted(const foredeck::LeadId &lead);
    /// So do those of a task that was not made, with its kind, its time and who was to do it.
    void taskEditWanted(const foredeck::ConversationId &conversation, const foredeck::Task &task);
    void escalationEditWanted(const foredeck::EscalationId &escalation, foredeck::CompositionKind kind);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeReview();
    void refresh();
    void showReview();
    OpId chosen() const;
    void drop();
    std::vector<ClientId> toldTheSame(const Op &op) const;
    void editTask();
    void refreshDropped();

    Desk m_desk;
    OutboxModel &m_outbox;
    TranscriptModel m_meanwhile;
    TranscriptFilter m_shown;
    OutboxRows *m_rows;
    TextLabel *m_count = nullptr;
    CommandRegistry *m_commands = nullptr;
    std::vector<OpId> m_dropped; ///< those that can be put back
    std::optional<Op> m_taskEdited; ///< until it has left the outbox
    bool m_hasLeft = false; ///< the chosen one has gone, and nothing was chosen since
    Button *m_putBack = nullptr;
    Button *m_retry = nullptr;
    QStackedLayout *m_stack;
    QListView *m_view;
    StatePane *m_empty;
    QWidget *m_review;
    TextLabel *m_reviewTitle = nullptr;
    TextLabel *m_reviewWords = nullptr;
    Card *m_mine = nullptr;
    TextLabel *m_mineHead = nullptr;
    TextLabel *m_mineText = nullptr;
    Button *m_edit = nullptr;
    Button *m_again = nullptr;
    Button *m_drop = nullptr;
    Card *m_other = nullptr;
    TranscriptView *m_thread = nullptr;
};

} // namespace foredeck::ui
