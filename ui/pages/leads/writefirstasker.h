#pragma once

#include "models/items/channellistmodel.h"
#include "models/items/details.h"
#include "models/items/drafts.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"

#include <QObject>

namespace foredeck::ui {

class WriteFirstDialog;

/// Writes first to a lead. The words of an SMS are journaled under the lead until its act takes them.
class WriteFirstAsker final : public QObject {
    Q_OBJECT

public:
    WriteFirstAsker(const Desk &desk, QWidget *page);
    void ask(const Lead &lead);
    void flush() { m_drafts.flush(); }
    /// Another person has come.
    void forget();
    WriteFirstDialog *dialog() const noexcept { return m_dialog; }

private:
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
    OpId m_act; ///< the last one that can come back
};

} // namespace foredeck::ui
