#pragma once

#include "models/items/channellistmodel.h"
#include "models/items/details.h"
#include "models/items/drafts.h"
#include "models/ports/acts.h"
#include "ui/pages/leads/writefirstdialog.h"
#include "ui/shell/desk.h"

#include <QObject>

#include <deque>
#include <map>

namespace foredeck::ui {

/// Writes first to a lead. The words of an SMS are journaled under the lead until its act takes them.
class WriteFirstAsker final : public QObject {
    Q_OBJECT

public:
    WriteFirstAsker(const Desk &desk, QWidget *page);
    void ask(const Lead &lead);
    void flush() { m_drafts.flush(); }
    bool isRefused() const { return m_drafts.isRefused(); }
    /// Another person has come.
    void forget();
    WriteFirstDialog *dialog() const noexcept { return m_dialog; }

private:
    struct Sent {
        Lead lead;
        WriteFirstDialog::Wanted wanted;
        QString why; ///< it could not be stored
    };
    void send(const Lead &lead, const WriteFirstDialog::Wanted &wanted);
    void showReturning();
    void showTyped();
    void showChannels();
    void showTemplates();
    std::vector<MessageTemplate> templates() const;
    WriteFirstDialog *made();

    Desk m_desk;
    QWidget *m_page;
    Drafts m_drafts;
    ClientDetails m_client;
    ChannelListModel m_channels; ///< empty where the person may not see them: then the server says
    WriteFirstDialog *m_dialog = nullptr;
    std::map<OpId, Sent> m_sent; ///< that can come back
    std::deque<Sent> m_returning;
};

} // namespace foredeck::ui
