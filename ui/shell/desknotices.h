#pragma once

#include "models/items/clientlistmodel.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"
#include "ui/words/timewords.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <utility>

class QWidget;

namespace foredeck::ui {

class Banner;
class CommandRegistry;
class NoticeDialog;

/// The strip that tells everybody what holds now (notices, a pause of the assistant), and the one key by which it is said.
/// Both end by themselves: the strip by the clock, the pause by the server.
class DeskNotices final : public QObject {
    Q_OBJECT

public:
    /// `window`: whose overlay asks; `banner` shows. Both outlive it.
    DeskNotices(const Desk &desk, const ClientListModel &clients, QWidget *window, Banner *banner);
    void addCommands(CommandRegistry &commands);
    /// The client in view; empty: all of them.
    void setClient(const ClientId &client);
    /// Whose a pause or a notice is at first, where all of them are in view.
    void setInFront(std::function<ClientId()> inFront) { m_inFront = std::move(inFront); }
    /// Nothing is shown while nobody is signed in.
    void setShown(bool shown);
    /// Another person has come.
    void forget();
    /// What ends by the clock ends.
    void refresh();
    NoticeDialog *dialog() const noexcept { return m_dialog; }

private:
    TimeContext time() const;
    QString blocked() const;
    void ask(bool aboutAssistant);
    NoticeDialog *made();
    void tellRefused();
    void refreshNotices();
    void refreshPause();
    QString named(const Client &client, const QString &words) const;
    std::vector<const Client *> inView() const;

    Desk m_desk;
    const ClientListModel &m_clients;
    QWidget *m_window;
    Banner *m_banner;
    CommandRegistry *m_commands = nullptr;
    NoticeDialog *m_dialog = nullptr;
    ClientId m_client;
    std::function<ClientId()> m_inFront = [] { return ClientId(); };
    bool m_shown = true;
    /// Of an act that is no notice there are no words.
    struct Said {
        ClientId client;
        QString text;
        std::optional<Timestamp> until;
    };
    std::map<OpId, Said> m_sent; ///< acts that are not committed yet
    struct Refused {
        QString why;
        Said said;
    };
    std::deque<Refused> m_refused; ///< that could not be stored, until the box has room for its words
};

} // namespace foredeck::ui
