#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

class QWidget;

namespace foredeck::ui {

/// Where a command stands in the palette and on the sheet of shortcuts.
enum class CommandGroup { Conversation, List, GoTo, View, Application };
QString groupWord(CommandGroup group);

/// One act a person can ask for. `blocked` answers why it cannot run now, in a short clause, or nothing when it can.
struct Command {
    QString id; ///< "conversation.take_over"
    CommandGroup group = CommandGroup::Application;
    QString text; ///< "Take over"
    QString glyph;
    QList<QKeySequence> keys; ///< the first one is shown
    QString synonyms; ///< more words the palette finds it by
    std::function<QString()> blocked;
    std::function<void()> run;
};

/// One QAction per act. Menus, palette, buttons and the sheet of shortcuts are views of this list; there is no shortcut
/// beside it. Each window has its own, and what is pressed in another one is none of its commands. Single letters never fire inside a text field: fields take the key first (ShortcutOverride).
class CommandRegistry final : public QObject {
    Q_OBJECT

public:
    struct Entry {
        Command command;
        QAction *action = nullptr;
        qint64 lastUsed = 0; ///< order of use, for the palette; 0: never
    };

    /// The actions become children of `window`, so that their shortcuts work in it.
    explicit CommandRegistry(QWidget *window, QObject *parent = nullptr);
    /// However long its keys are held, it runs once; a step may ask its action for repetition.
    QAction *add(const Command &command);
    /// The same act, with the same word and keys, in another place: while `here`, it is asked and done there.
    struct Elsewhere {
        std::function<bool()> here;
        std::function<QString()> blocked;
        std::function<void()> run;
    };
    void extend(const QString &id, const Elsewhere &elsewhere);
    /// It stands in the window in which these commands work.
    bool isOf(const QWidget *widget) const;
    /// Null when there is no such command.
    QAction *action(const QString &id) const;
    const std::vector<Entry> &entries() const noexcept { return m_entries; }
    /// Why the command cannot run now; empty when it can.
    QString reason(const QString &id) const;
    /// Asked before every command's own rule: why none of them can run now, but those that it answers nothing for.
    void setShut(std::function<QString(const QString &id)> shut) { m_shut = std::move(shut); }
    /// Asks every rule again: after a selection, an owner, a connection changed.
    void refresh();

Q_SIGNALS:
    void refreshed();
    /// The letter of a command that cannot run now; reason() says why.
    void pressedInVain(const QString &id);

private:
    QString whyNot(const Command &command) const;

    QWidget *m_window;
    std::function<QString(const QString &id)> m_shut;
    std::vector<Entry> m_entries;
    qint64 m_uses = 0;
};

} // namespace foredeck::ui
