#pragma once

#include "models/items/fittingcounts.h"
#include "ui/shell/desk.h"
#include "ui/shell/savedview.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace foredeck::ui {

class CommandRegistry;
class ViewNameDialog;

/// The views that whoever is signed in has saved: the inbox's view with what narrows it, under a name. They stay on this
/// computer. The one that shows is whichever says the same as the list.
class InboxViews final : public QObject {
    Q_OBJECT

public:
    /// `shown`: what the list shows; `window`: over which a name is asked for.
    InboxViews(const Desk &desk, std::function<ViewKey()> shown, QWidget *window);
    void addCommands(CommandRegistry &commands, std::function<QString()> blocked);
    const std::vector<SavedView> &all() const noexcept { return m_all; }
    /// In the order of all(); empty until they are counted.
    const std::vector<FittingCount> &counts() const noexcept { return m_counts.counts(); }
    /// What the list shows now; null: none of them.
    const SavedView *current() const;
    void choose(const QString &id);
    void rename(const QString &id);
    void remove(const QString &id);
    /// The list shows something else, or other clients.
    void refresh();
    /// Which of them to show.
    void offerAll(const QPoint &at);
    /// What can be done with one of them.
    void offer(const QString &id, const QPoint &at);
    ViewNameDialog *dialog() const noexcept { return m_dialog; }
    bool offersUndo() const { return m_removed.has_value(); }
    void withdrawUndo() { m_removed.reset(); }
    void undo();

Q_SIGNALS:
    /// Which there are, or which shows.
    void changed();
    void counted();
    void chosen(const foredeck::ui::SavedView &view);
    /// It can be undone.
    void removed(const QString &sentence);

private:
    const SavedView *find(const QString &id) const;
    void load();
    void store();
    void save();
    void count();
    QString wrongName(const QString &name, const QString &id) const;
    void askName(const QString &title, const QString &what, const QString &id, const QString &name, std::function<void(const QString &)> take);

    Desk m_desk;
    std::function<ViewKey()> m_shown;
    QWidget *m_window;
    QPointer<CommandRegistry> m_commands;
    UserId m_person;
    std::vector<SavedView> m_all;
    QString m_currentId;
    FittingCounts m_counts;
    ViewNameDialog *m_dialog = nullptr; ///< once it was asked for
    struct Removed {
        SavedView view;
        std::size_t at = 0;
    };
    std::optional<Removed> m_removed; ///< a moment ago
};

} // namespace foredeck::ui
