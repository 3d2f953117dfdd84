#pragma once

#include "models/cache/mailbox.h"
#include "models/core/id.h"
#include "ui/shell/desk.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;

namespace foredeck {
class TranscriptModel;
}

namespace foredeck::ui {

class Button;
class CommandRegistry;
class ThreadPane;
class TranscriptFilter;

/// The way to what is unread in the open conversation: to the line with what is new, and to what has come while somebody
/// reads further up. While it is out of sight a button over the thread says how much it is; once it was on screen the line
/// is no more offered. Nothing moves before it is pressed.
class InboxUnread final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    InboxUnread(const Desk &desk, TranscriptModel &model, TranscriptFilter &shown, ThreadPane &pane, QObject *parent);
    /// `blocked`: why there is no conversation; `bringUp` brings it before the eyes.
    void addCommands(CommandRegistry &commands, std::function<QString()> blocked, std::function<void()> bringUp);
    Button *button() const noexcept { return m_button; }
    /// Somebody went elsewhere in the thread: who was on the way there is not taken there any more.
    void giveWay() { m_awaited = 0; }

Q_SIGNALS:
    /// A person went there.
    void jumped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Where it leads, and how many are there.
    struct Target {
        std::int64_t position = 0; ///< 0: nowhere
        int count = 0;
        enum class Side { Here, Above, Below } side = Side::Here;
    };
    void begin();
    void count();
    /// Once, after all that happens now.
    void refreshSoon();
    void refresh();
    Target line() const;
    Target arrived() const;
    Target::Side sideOf(std::int64_t position) const;
    void place();
    void jump();
    void show(std::int64_t position);

    Desk m_desk;
    TranscriptModel &m_model;
    TranscriptFilter &m_shown;
    ThreadPane &m_pane;
    Button *m_button;
    QPointer<CommandRegistry> m_commands;
    QAction *m_action = nullptr;
    bool m_leads = false; ///< somewhere
    std::int64_t m_first = 0; ///< the position under the line; 0: there is none
    int m_count = 0;
    bool m_isLineSeen = false;
    std::int64_t m_seen = 0; ///< the newest when what had come until then was on screen, or its beginning
    Target m_offered;
    std::int64_t m_awaited = 0; ///< the window is growing to it
    bool m_isDue = false;
    bool m_isPatient = false; ///< one more growing of the window is waited for
    quint64 m_asked = 0;
    Mailbox m_mailbox;
};

} // namespace foredeck::ui
