#pragma once

#include "models/items/details.h"
#include "models/items/drafts.h"
#include "models/items/userlistmodel.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"
#include "ui/words/timewords.h"

#include <QMenu>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <map>

class QPoint;

namespace foredeck::ui {

class OutcomeDialog;
class TaskDialog;

/// What a person decides of tasks, each asked for in a small box: new, changed, done, dropped, given to somebody, open again.
/// What is typed in them is journaled like everything that people write; an act that could not be saved comes back with all
/// that was chosen for it, once no other box is open.
class TaskAsker final : public QObject {
    Q_OBJECT

public:
    TaskAsker(const Desk &desk, QWidget *page);
    /// Whose people may do it; set when a conversation is opened.
    void setClient(const ClientId &client);
    void askNew(const ConversationRef &conversation);
    /// With `shown` as it was wanted before.
    void askNew(const ConversationRef &conversation, const Task &shown);
    /// What is being typed is saved now.
    void flush() { m_drafts.flush(); }
    bool isRefused() const { return m_drafts.isRefused(); }
    /// What came back, or was typed, is not in the journal yet.
    bool keepsUnsaved() const { return m_drafts.keepsUnsaved(); }
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
    QString zone() const;
    /// Those who may answer for the client.
    std::vector<User> people() const;
    TaskDialog *made();
    OutcomeDialog *madeOutcome();
    void askChange(const ConversationRef &conversation, const Task &task, const Task &shown);
    void makeOf(const ConversationRef &conversation, const Task &wanted);
    void change(const ConversationRef &conversation, const Task &task, const Task &wanted);
    void close(const ConversationRef &conversation, const Task &task, TaskState to, const QString &outcome);
    bool asks() const;
    /// One box asks at a time; what is typed in it goes into that journal. `stands`: what needs no keeping.
    void begin(const ConversationRef &conversation, const ConversationId &journal, const QString &stands = {});
    void closeBoxes();
    void typed(const QString &text);
    void showTyped();
    /// They are in the hands of an act now.
    void emptyJournal();
    /// It was not done: its words stand in their journal again, and `box` asks once more.
    void comeBack(const ConversationRef &conversation, const ConversationId &journal, const QString &words, std::function<void()> box);
    void showReturning();
    void follow(const OpId &op, const ConversationId &conversation, std::function<void(const QString &)> back = {});
    void giveMenu(const ConversationRef &conversation, const Task &task, const QPoint &globalPos);

    Desk m_desk;
    QWidget *m_page;
    UserListModel m_users;
    ClientDetails m_place; ///< whose clock may be another one
    Drafts m_drafts; ///< of what the box asks about
    QString m_stands; ///< the words of the task that is changed
    ClientId m_client;
    TaskDialog *m_dialog = nullptr;
    OutcomeDialog *m_outcome = nullptr;
    QPointer<QMenu> m_menu;
    std::map<OpId, std::function<void(const QString &)>> m_backs; ///< of acts that can come back, with why
    std::deque<std::function<void()>> m_returning; ///< boxes of such that did, until no other is open
};

} // namespace foredeck::ui
