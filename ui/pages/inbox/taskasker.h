#pragma once

#include "models/items/drafts.h"
#include "models/items/userlistmodel.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"
#include "ui/words/timewords.h"

#include <QMenu>
#include <QObject>
#include <QPointer>

#include <functional>

class QPoint;

namespace foredeck::ui {

class OutcomeDialog;
class TaskDialog;

/// What a person decides of tasks, each asked for in a small box: new, changed, done, dropped, given to somebody, open again.
/// What is typed for a new one is journaled like everything that people write; words of an act that could not be saved come
/// back into their box.
class TaskAsker final : public QObject {
    Q_OBJECT

public:
    TaskAsker(const Desk &desk, QWidget *page);
    /// Whose people may do it; set when a conversation is opened.
    void setClient(const ClientId &client);
    void askNew(const ConversationRef &conversation);
    /// What is being typed is saved now.
    void flush() { m_drafts.flush(); }
    /// Another person has come.
    void forget();
    void askChange(const ConversationRef &conversation, const Task &task);
    void askClose(const ConversationRef &conversation, const Task &task, TaskState to);
    /// What else can be done with it.
    void askMore(const ConversationRef &conversation, const Task &task, const QPoint &globalPos);
    TaskDialog *dialog() const noexcept { return m_dialog; }
    OutcomeDialog *outcome() const noexcept { return m_outcome; }
    QMenu *menu() const noexcept { return m_menu; }

Q_SIGNALS:
    /// It is in the outbox's hands.
    void acted(const foredeck::OpId &op, const foredeck::ConversationId &conversation);

private:
    TimeContext time() const;
    /// Those who may answer for the client.
    std::vector<User> people() const;
    TaskDialog *made();
    void makeOf(const ConversationRef &conversation, const Task &wanted);
    void showTyped();
    void follow(const OpId &op, const ConversationId &conversation, std::function<void(const QString &)> back = {});
    void giveMenu(const ConversationRef &conversation, const Task &task, const QPoint &globalPos);

    Desk m_desk;
    QWidget *m_page;
    UserListModel m_users;
    Drafts m_drafts; ///< of the task that is not made yet
    ClientId m_client;
    TaskDialog *m_dialog = nullptr;
    OutcomeDialog *m_outcome = nullptr;
    QPointer<QMenu> m_menu;
    OpId m_act; ///< the last one that can come back
    std::function<void(const QString &)> m_back;
};

} // namespace foredeck::ui
