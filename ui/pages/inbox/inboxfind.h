#pragma once

#include "models/items/messagefinder.h"
#include "ui/shell/desk.h"

#include <QPointer>

#include <functional>

namespace foredeck {
class TranscriptModel;
}

namespace foredeck::ui {

class CommandRegistry;
class ThreadPane;
class TranscriptFilter;

/// Looks for words in the conversation that is open: in all of it that is on this computer, however little of it the
/// transcript shows; and, once somebody wants that, in what is on the server alone. Goes with the conversation.
class InboxFind final : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    InboxFind(const Desk &desk, TranscriptModel &model, TranscriptFilter &shown, ThreadPane &pane, QObject *parent);
    /// `blocked`: why there is no conversation to look in; `bringUp` brings it before the eyes.
    void addCommands(CommandRegistry &commands, std::function<QString()> blocked, std::function<void()> bringUp);
    bool isOpen() const;
    /// False when it was closed already.
    bool close();
    /// Somebody went elsewhere in the thread: what was on its way to a match, or is still being looked for, takes them
    /// nowhere any more.
    void giveWay();

Q_SIGNALS:
    /// A person was led to a match, or is on the way to it.
    void went();

private:
    void open();
    void look(const QString &words);
    void step(int by);
    void onFound(bool byPerson);
    void showHit();
    QString spokenHit() const;
    void sayCount(bool moved);
    void fetchRest();
    void sayRest();

    Desk m_desk;
    TranscriptModel &m_model;
    TranscriptFilter &m_shown;
    ThreadPane &m_pane;
    MessageFinder m_finder;
    QPointer<CommandRegistry> m_commands;
    QPointer<QWidget> m_before; ///< where the keyboard was
    std::int64_t m_below = 0; ///< what was on screen when it began
    QString m_awaited; ///< the message that is looked at, while the window is growing to it
    enum class Rest { Left, Fetching, Stored, Failed };
    Rest m_rest = Rest::Left; ///< what of it is on the server alone
    std::int64_t m_fetchedFrom = 0;
    QString m_why; ///< it failed
    bool m_givesWay = false; ///< what is being looked for leads to no match
};

} // namespace foredeck::ui
