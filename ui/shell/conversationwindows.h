#pragma once

#include "models/core/id.h"
#include "models/ports/acts.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace foredeck {
class ClientListModel;
}

namespace foredeck::ui {

class ConversationWindow;
class InboxPage;
class TakeOverQuestion;

/// The conversations that stand in windows of their own. One stands in one place at a time (decision 38): it goes from the
/// inbox to its window, and back, when whoever had it has put all that was typed there into the journal, and whoever gets it
/// reads it from there. So there never are two texts of one draft. What the disk refuses keeps it where it is.
class ConversationWindows final : public QObject {
    Q_OBJECT

public:
    /// As many as one still finds again.
    static constexpr int most = 8;

    /// All of it outlives this.
    ConversationWindows(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, InboxPage &inbox, QObject *parent);
    ~ConversationWindows() override;
    /// Of the main window: to open one, to show it, to bring it back.
    void addCommands(CommandRegistry &commands);

    /// It is not the inbox's: it stands in a window, or is on its way to or from one.
    bool holds(const ConversationId &conversation) const { return m_places.contains(conversation); }
    void detach(const ConversationId &conversation);
    void bringBack(const ConversationId &conversation);
    /// In front of the others. False where it has no window.
    bool show(const ConversationId &conversation);
    /// Null where it has no window, or the window is on its way.
    ConversationWindow *window(const ConversationId &conversation) const;
    /// The one that has the keyboard; null: none of them.
    ConversationWindow *active() const;
    /// Whether that is one of these windows.
    bool isOne(const QWidget *window) const;
    std::vector<ConversationWindow *> all() const;

    /// Nobody is signed in: nothing of them is seen until the same person is here again.
    void setShut(bool shut);
    /// Another person has come.
    void forget();
    /// The program is about to leave: none of them is seen any more.
    void hideAll();
    /// What is typed is saved now, and where the windows stand.
    void flush();
    bool isRefused() const;
    /// Those sent last that can still be taken back.
    std::vector<OpId> heldReplies() const;
    void holdUndo(bool held);
    void tick();

    /// What the main window in another language goes on with.
    struct Standing {
        ConversationId conversation;
        QByteArray geometry;
        QString reply;
        QString note;
        bool isShown = false;
    };
    std::vector<Standing> standing();
    void resume(const std::vector<Standing> &windows);

Q_SIGNALS:
    /// The main window is wanted in front, with that conversation.
    void inboxWanted(const foredeck::ConversationId &conversation);
    /// Another one of them is in front, or none.
    void activeChanged();
    /// A sentence for the person in the main window.
    void trouble(const QString &sentence);
    void quitWanted();
    void lockWanted();

private:
    enum class Stage { Coming, Open, Going };
    struct Place {
        Stage stage = Stage::Coming;
        std::unique_ptr<ConversationWindow> window;
        bool opensInInbox = false; ///< once it has gone
    };
    Place *place(const ConversationId &conversation);
    /// What its page says while it is not seen is said in the main window.
    void pass(const ConversationWindow *window, const QString &sentence);
    /// Closed windows of which all has been heard go.
    void clear();
    int openCount() const { return int(m_places.size()); }
    QString blockedDetach() const;
    ConversationWindow *make(const ConversationId &conversation);
    void put(ConversationWindow &window) const;
    /// Where it comes from has let it go.
    void arrive(const ConversationId &conversation);
    void close(const ConversationId &conversation, bool opensInInbox);
    void gone(const ConversationId &conversation);
    void stay(const ConversationId &conversation);
    static void raise(ConversationWindow &window);

    Desk m_desk;
    const ClientListModel &m_clients;
    TakeOverQuestion &m_question;
    InboxPage &m_inbox;
    std::map<ConversationId, Place> m_places;
    /// Closed, and waiting to hear what became of their acts: one that fails would be heard of by nobody, and its words be lost.
    std::vector<std::unique_ptr<ConversationWindow>> m_left;
    bool m_isShut = false;
};

} // namespace foredeck::ui
