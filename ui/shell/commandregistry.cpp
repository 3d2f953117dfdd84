#include "ui/shell/commandregistry.h"

#include "ui/theme/icons.h"
#include "ui/widgets/painting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>

namespace foredeck::ui {

QString groupWord(CommandGroup group)
{
    switch (group) {
    case CommandGroup::Conversation:
        return CommandRegistry::tr("This conversation");
    case CommandGroup::List:
        return CommandRegistry::tr("List");
    case CommandGroup::GoTo:
        return CommandRegistry::tr("Go to");
    case CommandGroup::View:
        return CommandRegistry::tr("View");
    case CommandGroup::Application:
        break;
    }
    return CommandRegistry::tr("Program");
}

namespace {

/// Qt calls a key by its letter's upper case, and some letters that AltGr writes have a plain one: the ſ of a German keyboard
/// comes as an S. What writes another letter than its key is that letter, wherever it is pressed, and no command. Nor is a
/// letter with AltGr: when the program is behind, Qt 6.4 asks which keys it might have been by the AltGr of now, which has
/// been let go of (QXcbKeyboard::possibleKeys), and finds the E under the €.
/// And the other way round: a key that was a command writes nothing while it is still held, wherever that command has led. An
/// Enter that is held takes, sends and chooses once; in a text of several lines it goes on.
class LetterGuard final : public QObject {
public:
    explicit LetterGuard(CommandRegistry *commands) : QObject(commands), m_commands(commands) { }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Shortcut) {
            const QKeySequence &keys = static_cast<QShortcutEvent *>(event)->key();
            const QKeyCombination last = keys.isEmpty() ? QKeyCombination() : keys[static_cast<uint>(keys.count() - 1)];
            m_command = last.key();
            if (m_withAltGr && isLetter(m_command) && !(last.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
                return true;
        } else if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->isAutoRepeat() && (key->key() == m_command || (isEnter(key->key()) && !breaksLines())))
                return true;
            if (!key->isAutoRepeat())
                m_pressedIn = QApplication::focusWidget();
            m_command = key->isAutoRepeat() ? m_command : 0;
            if (!key->isAutoRepeat() && watched == QApplication::focusWidget())
                tellVain(*key);
        }
        if (event->type() != QEvent::ShortcutOverride)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        m_withAltGr = key->modifiers().testFlag(Qt::GroupSwitchModifier);
        const QString text = key->text();
        // Where one writes it is written, whatever it is looked up as.
        const auto *field = qobject_cast<const QWidget *>(watched);
        if (m_withAltGr && !text.isEmpty() && text.front().isPrint() && field && field->testAttribute(Qt::WA_InputMethodEnabled)) {
            event->accept();
            return true;
        }
        if (!isLetter(key->key()) || text.size() != 1 || !text.front().isLetter() || text.front().toLower() == QChar(key->key()).toLower())
            return QObject::eventFilter(watched, event);
        event->accept();
        return true;
    }

private:
    static bool isLetter(int key) { return key >= Qt::Key_A && key <= Qt::Key_Z; }
    /// A key that comes this far was no command, and where nobody writes it was meant as one.
    void tellVain(const QKeyEvent &key)
    {
        const QWidget *focus = QApplication::focusWidget();
        if (!isLetter(key.key()) || key.modifiers() != Qt::NoModifier || focus->testAttribute(Qt::WA_InputMethodEnabled) || !m_commands->isOf(focus))
            return;
        for (const CommandRegistry::Entry &entry : m_commands->entries()) {
            if (!entry.action->isEnabled() && entry.action->shortcuts().contains(QKeySequence(key.key()))) {
                Q_EMIT m_commands->pressedInVain(entry.command.id);
                return;
            }
        }
    }
    static bool isEnter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }
    /// What one Enter has opened is not answered by the same.
    bool breaksLines() const
    {
        const QWidget *field = QApplication::focusWidget();
        return field && field == m_pressedIn && (qobject_cast<const QTextEdit *>(field) || qobject_cast<const QPlainTextEdit *>(field));
    }

    CommandRegistry *m_commands;
    bool m_withAltGr = false; ///< of the key that was pressed last
    QPointer<QWidget> m_pressedIn; ///< where the last key was pressed that was none of a held one
    int m_command = 0; ///< the key that was a command last, until another one is pressed
};

} // namespace

CommandRegistry::CommandRegistry(QWidget *window, QObject *parent) : QObject(parent), m_window(window)
{
    qApp->installEventFilter(new LetterGuard(this));
}

QAction *CommandRegistry::add(const Command &command)
{
    auto *action = new QAction(command.text, m_window);
    action->setObjectName(command.id);
    if (!command.glyph.isEmpty())
        action->setIcon(icon(command.glyph));
    action->setShortcuts(command.keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false); // one press, one act; what goes on step by step asks for more
    m_window->addAction(action);
    connect(action, &QAction::triggered, this, [this, id = command.id] {
        const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.command.id == id; });
        if (entry == m_entries.end() || !reason(id).isEmpty())
            return;
        entry->lastUsed = ++m_uses;
        entry->command.run();
    });
    m_entries.push_back({command, action, 0});
    return action;
}

void CommandRegistry::extend(const QString &id, const Elsewhere &elsewhere)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.command.id == id; });
    if (entry == m_entries.end())
        return;
    Command &command = entry->command;
    command.blocked = [before = std::move(command.blocked), elsewhere] {
        if (elsewhere.here())
            return elsewhere.blocked ? elsewhere.blocked() : QString();
        return before ? before() : QString();
    };
    command.run = [before = std::move(command.run), elsewhere] { elsewhere.here() ? elsewhere.run() : before(); };
}

bool CommandRegistry::isOf(const QWidget *widget) const { return widget->window() == m_window->window(); }

QAction *CommandRegistry::action(const QString &id) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.command.id == id; });
    return entry == m_entries.end() ? nullptr : entry->action;
}

QString CommandRegistry::reason(const QString &id) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.command.id == id; });
    return entry == m_entries.end() ? QString() : whyNot(entry->command);
}

QString CommandRegistry::whyNot(const Command &command) const
{
    const QString shut = m_shut ? m_shut(command.id) : QString();
    return !shut.isEmpty() || !command.blocked ? shut : command.blocked();
}

void CommandRegistry::refresh()
{
    for (const Entry &entry : m_entries) {
        const QString why = whyNot(entry.command);
        entry.action->setEnabled(why.isEmpty());
        QString tip = entry.command.text;
        if (const QString keys = keyWords(entry.action->shortcut()); !keys.isEmpty())
            tip += QStringLiteral("  ") + keys;
        if (!why.isEmpty())
            tip += QLatin1Char('\n') + why;
        entry.action->setToolTip(plainTip(tip));
    }
    Q_EMIT refreshed();
}

} // namespace foredeck::ui
