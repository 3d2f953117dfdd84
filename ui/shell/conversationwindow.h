#pragma once

#include "models/core/id.h"
#include "ui/shell/arrangement.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"

#include <QWidget>

namespace foredeck {
class ClientListModel;
}

namespace foredeck::ui {

class Banner;
class CommandPalette;
class InboxPage;
class ShortcutSheet;
class TakeOverQuestion;

/// One conversation in a window of its own: the inbox's page without its list, with commands, palette and sheet that mean this
/// conversation alone. It closes nothing by itself: ConversationWindows lets it go once its words are safe.
class ConversationWindow final : public QWidget {
    Q_OBJECT

public:
    /// All of it outlives the window. Nothing is read before open().
    ConversationWindow(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, const ConversationId &conversation);
    ~ConversationWindow() override;
    void open();
    const ConversationId &conversation() const noexcept { return m_conversation; }
    InboxPage *page() const noexcept { return m_page; }
    CommandRegistry &commands() noexcept { return m_commands; }
    CommandPalette *palette() const noexcept { return m_palette; }
    ShortcutSheet *sheet() const noexcept { return m_sheet; }
    /// Until the next act is stored.
    void tellTrouble(const QString &sentence);
    /// Nothing stays that asks something over the thread; what is typed in a box stays in its journal.
    void closeBoxes();
    /// Once a second: clocks.
    void tick();

Q_SIGNALS:
    /// Somebody wants to be rid of the window.
    void closeWanted();
    /// Somebody wants its conversation in the main window.
    void backWanted();
    void quitWanted();
    void lockWanted();
    /// Another window is in front, or this one.
    void activeChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCommands();
    void arrange();
    void refreshTitle();

    Desk m_desk;
    ConversationId m_conversation;
    Arrangement m_arrangement;
    bool m_isArranged = false;
    CommandRegistry m_commands;
    Banner *m_banner;
    InboxPage *m_page;
    CommandPalette *m_palette = nullptr;
    ShortcutSheet *m_sheet = nullptr;
};

} // namespace foredeck::ui
