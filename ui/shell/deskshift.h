#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/drafts.h"
#include "models/items/shiftnotes.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"
#include "ui/shell/shiftnotedialog.h"

#include <QObject>

#include <functional>
#include <map>
#include <vector>

namespace foredeck::ui {

class Banner;
class CommandRegistry;
class ShiftDialog;

/// From one shift to the next: the sheet by which one hands over, the strip that holds a note out to whoever has not read it,
/// and the sheet in which it is read. What is typed is journaled, like everything that people write.
class DeskShift final : public QObject {
    Q_OBJECT

public:
    /// `window`: whose overlays ask; `banner` shows. Both outlive it.
    DeskShift(const Desk &desk, const ClientListModel &clients, QWidget *window, Banner *banner);
    void addCommands(CommandRegistry &commands);
    /// The client in view; empty: all of them.
    void setClient(const ClientId &client);
    /// Whose shift it is at first, where all of them are in view.
    void setInFront(std::function<ClientId()> inFront) { m_inFront = std::move(inFront); }
    /// Nothing is shown while nobody is signed in.
    void setShown(bool shown);
    /// Hands over; also for words that come back, which are that client's, or of those whom they did not reach. Empty: the one
    /// in view or in front.
    void ask(const std::vector<ClientId> &of = {});
    /// The note that is held out, else the newest.
    void read();
    /// Another person has come.
    void forget();
    /// What ends by the clock ends.
    void refresh();
    /// What is being typed is saved now.
    void flush() { m_drafts.flush(); }
    bool isRefused() const { return m_drafts.isRefused(); }
    ShiftDialog *dialog() const noexcept { return m_dialog; }
    ShiftNoteDialog *reading() const noexcept { return m_reading; }

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    TimeContext time() const;
    QString blocked(bool writes) const;
    QString nameOf(const ClientId &client) const;
    bool isUnread(const ShiftNoteRow &row) const;
    std::vector<ShiftNoteDialog::Entry> entries() const;
    const ShiftNoteRow *heldOut(int *more = nullptr) const;
    ShiftDialog *made();
    ShiftNoteDialog *madeReading();
    void collect();
    void follow();
    void handOver();
    void showReturning();

    Desk m_desk;
    const ClientListModel &m_clients;
    QWidget *m_window;
    Banner *m_banner;
    CommandRegistry *m_commands = nullptr;
    Drafts m_drafts;
    ShiftNotes m_notes;
    ShiftDialog *m_dialog = nullptr;
    ShiftNoteDialog *m_reading = nullptr;
    ClientId m_client;
    std::function<ClientId()> m_inFront = [] { return ClientId(); };
    bool m_shown = true;
    bool m_collects = false; ///< the records are being asked
    bool m_collectsAgain = false;
    bool m_follows = false; ///< likewise, what has become of the lines that are read
    bool m_followsAgain = false;
    /// Of one handing over, which may be of several clients: its words come back once.
    struct Sent {
        int round = 0;
        QString text;
        ClientId client;
    };
    std::map<OpId, Sent> m_sent; ///< acts that are not committed yet
    int m_round = 0;
    int m_returned = 0; ///< the last round whose words came back
    std::vector<ClientId> m_whose; ///< of what came back
    std::vector<ClientId> m_asked; ///< of those, whom the sheet was opened for
    bool m_isUntouched = false; ///< nothing was written in the sheet when it came back
    QString m_why; ///< it could not be stored, until the sheet has said so
    Mailbox m_mailbox;
};

} // namespace foredeck::ui
