#include "ui/pages/inbox/inboxviews.h"

#include "models/ports/ephemera.h"
#include "ui/pages/inbox/viewnamedialog.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QMenu>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

/// In a menu no letter of a name is a mnemonic.
QString menuWords(const QString &name)
{
    QString words = harmless(name);
    return words.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

InboxViews::InboxViews(const Desk &desk, std::function<ViewKey()> shown, QWidget *window)
    : QObject(window), m_desk(desk), m_shown(std::move(shown)), m_window(window), m_counts(desk.store)
{
    connect(&m_counts, &FittingCounts::changed, this, &InboxViews::counted);
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, &InboxViews::load);
    load();
}

void InboxViews::load()
{
    if (m_desk.ephemera.me().id == m_person)
        return;
    m_person = m_desk.ephemera.me().id;
    m_removed.reset();
    if (m_dialog)
        m_dialog->close(); // it names what is of somebody else
    m_all = m_person.empty() ? std::vector<SavedView>() : m_desk.preferences.savedViews(m_person);
    refresh();
    Q_EMIT changed();
}

void InboxViews::store()
{
    m_desk.preferences.setSavedViews(m_person, m_all);
    refresh();
    Q_EMIT changed();
}

void InboxViews::refresh()
{
    count();
    const SavedView *now = current();
    const QString id = now ? now->id : QString();
    if (std::exchange(m_currentId, id) != id)
        Q_EMIT changed();
    if (m_commands)
        m_commands->refresh();
}

void InboxViews::count()
{
    std::vector<ViewKey> keys;
    for (const SavedView &one : m_all)
        keys.push_back({one.view, m_shown().client, one.filter});
    m_counts.setViews(std::move(keys));
}

const SavedView *InboxViews::find(const QString &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const SavedView &one) { return one.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

const SavedView *InboxViews::current() const
{
    const ViewKey shown = m_shown();
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const SavedView &one) { return one.view == shown.view && one.filter == shown.filter; });
    return found == m_all.end() ? nullptr : &*found;
}

void InboxViews::choose(const QString &id)
{
    if (const SavedView *one = find(id)) {
        const SavedView view = *one; // whoever hears of it may change them
        Q_EMIT chosen(view);
    }
}

QString InboxViews::wrongName(const QString &name, const QString &id) const
{
    if (name.isEmpty())
        return tr("Give it a name.");
    const auto isName = [&](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    // Those of the program stand above them in the same list.
    const bool isTaken = std::any_of(m_all.begin(), m_all.end(), [&](const SavedView &one) { return one.id != id && isName(one.name); })
        || std::any_of(EnumNames<View>::names.begin(), EnumNames<View>::names.end(), [&](const auto &one) { return isName(viewWord(one.first)); });
    return isTaken ? tr("Another view has this name.") : QString();
}

void InboxViews::askName(const QString &title, const QString &what, const QString &id, const QString &name, std::function<void(const QString &)> take)
{
    if (!m_dialog)
        m_dialog = new ViewNameDialog(m_window->window());
    // Whoever was asked is who answers.
    m_dialog->ask(title, what, name, [this, id](const QString &given) { return wrongName(given, id); }, [this, person = m_person, take = std::move(take)](const QString &given) {
        if (person == m_person)
            take(given);
    });
}

void InboxViews::save()
{
    const ViewKey shown = m_shown();
    askName(tr("Save this view"), tr("It keeps the view “%1” and what narrows it, on this computer, for you.").arg(viewWord(shown.view)), {}, {}, [this, shown](const QString &name) {
        m_all.push_back({QUuid::createUuid().toString(QUuid::WithoutBraces), name, shown.view, shown.filter});
        store();
    });
}

void InboxViews::rename(const QString &id)
{
    const SavedView *one = find(id);
    if (!one)
        return;
    askName(tr("Rename the view"), {}, id, one->name, [this, id](const QString &name) {
        const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const SavedView &view) { return view.id == id; });
        if (found == m_all.end())
            return;
        found->name = name;
        store();
    });
}

void InboxViews::remove(const QString &id)
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const SavedView &view) { return view.id == id; });
    if (found == m_all.end())
        return;
    const Removed gone {*found, static_cast<std::size_t>(found - m_all.begin())};
    m_all.erase(found);
    store();
    Q_EMIT removed(tr("The view “%1” was removed.").arg(harmless(gone.view.name)));
    m_removed = gone;
    if (m_commands)
        m_commands->refresh();
}

void InboxViews::undo()
{
    const std::optional<Removed> back = std::exchange(m_removed, std::nullopt);
    if (!back)
        return;
    m_all.insert(m_all.begin() + static_cast<std::ptrdiff_t>(std::min(back->at, m_all.size())), back->view);
    store();
}

void InboxViews::offer(const QString &id, const QPoint &at)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename…"), this, [this, id] { rename(id); });
    menu->addAction(tr("Remove"), this, [this, id] { remove(id); });
    menu->popup(at);
}

void InboxViews::offerAll(const QPoint &at)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    setSpokenName(menu, tr("Saved views"));
    const SavedView *now = current();
    for (const SavedView &one : m_all) {
        QAction *action = menu->addAction(menuWords(one.name), this, [this, id = one.id] { choose(id); });
        action->setCheckable(true);
        action->setChecked(now && now->id == one.id);
    }
    if (m_commands) {
        menu->addSeparator();
        for (const char *id : {"views.save", "views.rename", "views.remove"})
            menu->addAction(m_commands->action(QLatin1StringView(id)));
    }
    menu->popup(at);
    if (!m_all.empty())
        menu->setActiveAction(menu->actions().constFirst());
}

void InboxViews::addCommands(CommandRegistry &commands, std::function<QString()> blocked)
{
    m_commands = &commands;
    const auto add = [&](const char *id, CommandGroup group, const QString &text, const char *glyph, QList<QKeySequence> keys, const QString &synonyms, std::function<QString()> why, std::function<void()> run) {
        commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), std::move(keys), synonyms, std::move(why), std::move(run)});
    };
    add("views.save", CommandGroup::List, tr("Save this view…"), "plus", {Qt::Key_V}, tr("filter keep name"), [this, blocked] {
        if (const QString why = blocked(); !why.isEmpty())
            return why;
        if (m_person.empty())
            return tr("nobody is signed in");
        if (m_shown().filter.isEmpty())
            return tr("nothing narrows the list");
        if (const SavedView *now = current())
            return tr("it is saved as “%1”").arg(harmless(now->name));
        return int(m_all.size()) < mostSavedViews ? QString() : tr("there are %n saved views; remove one first", "", mostSavedViews);
    }, [this] { save(); });
    const auto none = [this] { return current() ? QString() : tr("no saved view is shown"); };
    add("views.rename", CommandGroup::List, tr("Rename the saved view…"), "edit", {}, {}, none, [this] { rename(current()->id); });
    add("views.remove", CommandGroup::List, tr("Remove the saved view"), "trash", {}, tr("delete"), none, [this] { remove(current()->id); });
    add("goto.saved", CommandGroup::GoTo, tr("Inbox: saved views…"), "inbox", {QKeySequence(Qt::Key_G, Qt::Key_V)}, tr("filter"), [this] { return m_all.empty() ? tr("none has been saved") : QString(); },
        [this] { offerAll(m_window->mapToGlobal(QPoint(16, 48))); });
}

} // namespace foredeck::ui
