#include "ui/shell/conversationwindows.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/conversationwindow.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QMenu>
#include <QPointer>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int cascade = 28; ///< by which a window stands beside the one before
constexpr int titleBarRoom = 40;

} // namespace

ConversationWindows::ConversationWindows(const Desk &desk, const ClientListModel &clients, TakeOverQuestion &question, InboxPage &inbox, QObject *parent)
    : QObject(parent), m_desk(desk), m_clients(clients), m_question(question), m_inbox(inbox)
{
    m_inbox.setApart([self = QPointer(this)](const ConversationId &conversation) { return self && self->holds(conversation); });
    connect(&m_inbox, &InboxPage::letGo, this, &ConversationWindows::arrive);
    // Queued: whoever types it is told first, and keeps the words.
    connect(&m_desk.acts, &Acts::compositionFailed, this, [this](const ConversationId &conversation) { stay(conversation); }, Qt::QueuedConnection);
    // Queued: the page hears first.
    connect(&m_desk.acts, &Acts::committed, this, &ConversationWindows::clear, Qt::QueuedConnection);
    connect(&m_desk.acts, &Acts::failed, this, &ConversationWindows::clear, Qt::QueuedConnection);
    connect(&m_desk.acts, &Acts::compositionSaved, this, &ConversationWindows::clear, Qt::QueuedConnection);
}

ConversationWindows::~ConversationWindows()
{
    disconnect(); // a window that goes tells nobody
    const auto untie = [this](ConversationWindow &window) {
        window.disconnect(this);
        window.page()->disconnect(this);
    };
    for (ConversationWindow *window : all())
        untie(*window);
    for (const auto &window : m_left)
        untie(*window);
}

void ConversationWindows::addCommands(CommandRegistry &commands)
{
    const auto add = [&](const char *id, const QString &text, const char *glyph, QList<QKeySequence> keys, const QString &synonyms, std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), CommandGroup::Conversation, text, QLatin1StringView(glyph), std::move(keys), synonyms, std::move(blocked), std::move(run)});
    };
    QAction *detachAction = add("conversation.detach", tr("Open in its own window"), "open", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, tr("detach pop out separate second monitor"),
        [this] { return blockedDetach(); }, [this] { m_inbox.apart().empty() ? detach(m_inbox.conversation()) : void(show(m_inbox.apart())); });
    const auto unlessApart = [this] { return m_inbox.isVisible() && !m_inbox.apart().empty() ? QString() : tr("it has no window of its own"); };
    add("conversation.show_window", tr("Show its window"), "open", {}, tr("raise detached"), unlessApart, [this] { show(m_inbox.apart()); });
    add("conversation.bring_back", tr("Bring it back here"), "step-back", {}, tr("attach dock detached"), unlessApart, [this] { bringBack(m_inbox.apart()); });
    m_inbox.thread()->moreMenu()->addAction(detachAction);
}

QString ConversationWindows::blockedDetach() const
{
    if (!m_inbox.isVisible())
        return tr("no conversation is open");
    if (!m_inbox.apart().empty())
        return {};
    if (m_inbox.conversation().empty() || m_inbox.clientShown().empty())
        return tr("no conversation is open");
    if (openCount() >= most)
        return tr("%n window(s) is/are open; close one first", "", most);
    return m_inbox.isRefused() ? tr("what is typed here could not be saved yet") : QString();
}

ConversationWindows::Place *ConversationWindows::place(const ConversationId &conversation)
{
    const auto found = m_places.find(conversation);
    return found == m_places.end() ? nullptr : &found->second;
}

ConversationWindow *ConversationWindows::window(const ConversationId &conversation) const
{
    const auto found = m_places.find(conversation);
    return found == m_places.end() || found->second.stage != Stage::Open ? nullptr : found->second.window.get();
}

std::vector<ConversationWindow *> ConversationWindows::all() const
{
    std::vector<ConversationWindow *> windows;
    for (const auto &[id, place] : m_places) {
        if (place.window)
            windows.push_back(place.window.get());
    }
    return windows;
}

ConversationWindow *ConversationWindows::active() const
{
    const auto windows = all();
    const auto found = std::find_if(windows.begin(), windows.end(), [](const ConversationWindow *one) { return one->isVisible() && one->isActiveWindow(); });
    return found == windows.end() ? nullptr : *found;
}

bool ConversationWindows::isOne(const QWidget *window) const
{
    const auto windows = all();
    return std::find(windows.begin(), windows.end(), window) != windows.end();
}

void ConversationWindows::detach(const ConversationId &conversation)
{
    if (conversation.empty() || show(conversation) || openCount() >= most)
        return;
    const ConversationId id = conversation; // the inbox lets go of its own
    m_places[id];
    m_inbox.refreshApart(id);
    if (m_inbox.isAncestorOf(QApplication::focusWidget()))
        m_inbox.list()->view()->setFocus(Qt::OtherFocusReason); // what was written in has gone
    arrive(id); // what the inbox never held, or has in the journal already
}

void ConversationWindows::arrive(const ConversationId &conversation)
{
    Place *at = place(conversation);
    if (!at || at->stage != Stage::Coming || m_inbox.keeps(conversation))
        return;
    ConversationWindow *window = make(conversation);
    window->open();
    window->page()->takeUndoOf(conversation, m_inbox);
    put(*window);
    if (!m_isShut)
        raise(*window);
}

ConversationWindow *ConversationWindows::make(const ConversationId &conversation)
{
    Place &at = m_places[conversation];
    at.stage = Stage::Open;
    at.window = std::make_unique<ConversationWindow>(m_desk, m_clients, m_question, conversation);
    ConversationWindow *window = at.window.get();
    connect(window, &ConversationWindow::closeWanted, this, [this, conversation] { close(conversation, false); });
    connect(window, &ConversationWindow::backWanted, this, [this, conversation] { close(conversation, true); });
    connect(window, &ConversationWindow::quitWanted, this, &ConversationWindows::quitWanted);
    connect(window, &ConversationWindow::lockWanted, this, &ConversationWindows::lockWanted);
    connect(window, &ConversationWindow::activeChanged, this, &ConversationWindows::activeChanged);
    connect(window->page(), &InboxPage::letGo, this, &ConversationWindows::gone);
    connect(window->page(), &InboxPage::trouble, this, [this, window](const QString &sentence) { pass(window, sentence); });
    return window;
}

/// Signed out it is not seen either, and will be: it keeps its own sentence.
void ConversationWindows::pass(const ConversationWindow *window, const QString &sentence)
{
    const Place *at = place(window->conversation());
    if (!at || at->window.get() != window || at->stage == Stage::Going)
        Q_EMIT trouble(sentence);
}

/// As large as the last one and where it was, on a screen that there still is; beside those that are open.
void ConversationWindows::put(ConversationWindow &window) const
{
    if (const QByteArray geometry = m_desk.preferences.conversationGeometry(); !geometry.isEmpty())
        window.restoreGeometry(geometry);
    const QRect room = window.screen()->availableGeometry();
    window.resize(window.size().boundedTo(room.size() - QSize(0, titleBarRoom)));
    const int others = int(all().size()) - 1;
    if (others == 0)
        return;
    const QPoint wanted = window.pos() + QPoint(cascade, cascade) * others;
    window.move(qBound(room.left(), wanted.x(), qMax(room.left(), room.right() - window.width())), qBound(room.top(), wanted.y(), qMax(room.top(), room.bottom() - window.height())));
}

void ConversationWindows::raise(ConversationWindow &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

bool ConversationWindows::show(const ConversationId &conversation)
{
    Place *at = place(conversation);
    if (!at)
        return false;
    if (at->stage == Stage::Going)
        at->opensInInbox = true; // there it is in a moment
    else if (at->window && !m_isShut)
        raise(*at->window);
    return true;
}

void ConversationWindows::bringBack(const ConversationId &conversation)
{
    const ConversationId id = conversation; // the inbox's own, which changes
    if (const Place *at = place(id); at && at->stage == Stage::Coming)
        stay(id);
    else if (at)
        close(id, true);
}

void ConversationWindows::close(const ConversationId &conversation, bool opensInInbox)
{
    Place *at = place(conversation);
    if (!at || at->stage != Stage::Open)
        return;
    InboxPage *page = at->window->page();
    page->flush();
    m_desk.preferences.setConversationGeometry(at->window->saveGeometry());
    if (page->isRefused())
        return at->window->tellTrouble(tr("The window stays open: what is typed in it stands nowhere else."));
    at->stage = Stage::Going;
    at->opensInInbox = opensInInbox;
    at->window->closeBoxes();
    m_inbox.takeUndo(*page);
    page->open({});
    at->window->hide();
    gone(conversation);
}

void ConversationWindows::gone(const ConversationId &conversation)
{
    Place *at = place(conversation);
    if (!at || at->stage != Stage::Going || at->window->page()->keeps(conversation))
        return;
    const ConversationId id = conversation;
    const bool opensInInbox = at->opensInInbox;
    m_left.push_back(std::move(at->window));
    m_places.erase(id);
    clear();
    m_inbox.refreshApart(id);
    Q_EMIT activeChanged();
    if (opensInInbox)
        Q_EMIT inboxWanted(id);
}

void ConversationWindows::clear()
{
    for (auto at = m_left.begin(); at != m_left.end();) {
        if ((*at)->page()->awaits()) {
            ++at;
            continue;
        }
        (*at)->closeBoxes(); // one that asks again asks nobody
        at->release()->deleteLater(); // a command of its own may have asked for this
        at = m_left.erase(at);
    }
}

/// Its words did not get into the journal: it stays with whoever has them.
void ConversationWindows::stay(const ConversationId &conversation)
{
    Place *at = place(conversation);
    if (!at)
        return;
    if (at->stage == Stage::Coming) {
        const ConversationId id = conversation;
        m_places.erase(id);
        m_inbox.refreshApart(id);
        if (m_inbox.isRefused())
            Q_EMIT trouble(tr("The conversation stays here: what is typed in it could not be saved."));
    } else if (at->stage == Stage::Going) {
        at->stage = Stage::Open;
        at->window->open();
        if (!m_isShut)
            raise(*at->window);
        at->window->tellTrouble(tr("The window stays open: what is typed in it stands nowhere else."));
    }
}

void ConversationWindows::setShut(bool shut)
{
    if (std::exchange(m_isShut, shut) == shut)
        return;
    for (auto &[id, at] : m_places) {
        if (!at.window || at.stage == Stage::Going)
            continue;
        if (shut)
            at.window->closeBoxes();
        at.window->setVisible(!shut);
    }
}

void ConversationWindows::forget()
{
    for (auto &[id, at] : std::exchange(m_places, {})) {
        if (!at.window)
            continue;
        at.window->page()->forget();
        at.window->hide();
        at.window.release()->deleteLater();
    }
    for (auto &window : std::exchange(m_left, {})) {
        window->page()->forget();
        window.release()->deleteLater();
    }
}

void ConversationWindows::hideAll()
{
    for (ConversationWindow *window : all())
        window->hide();
}

void ConversationWindows::flush()
{
    for (ConversationWindow *window : all()) {
        window->page()->flush();
        if (window->isVisible())
            m_desk.preferences.setConversationGeometry(window->saveGeometry());
    }
    for (const auto &window : m_left) // words that came back there wait for the pause like those that are typed
        window->page()->flush();
}

bool ConversationWindows::isRefused() const
{
    const auto windows = all();
    return std::any_of(windows.begin(), windows.end(), [](const ConversationWindow *one) { return one->page()->isRefused(); })
        || std::any_of(m_left.begin(), m_left.end(), [](const auto &one) { return one->page()->isRefused(); });
}

std::vector<OpId> ConversationWindows::heldReplies() const
{
    std::vector<OpId> held;
    for (const ConversationWindow *window : all()) {
        if (!window->page()->heldReply().empty())
            held.push_back(window->page()->heldReply());
    }
    return held;
}

void ConversationWindows::holdUndo(bool held)
{
    for (ConversationWindow *window : all())
        window->page()->holdUndo(held);
}

void ConversationWindows::tick()
{
    for (ConversationWindow *window : all()) {
        if (window->isVisible())
            window->tick();
    }
}

std::vector<ConversationWindows::Standing> ConversationWindows::standing()
{
    std::vector<Standing> windows;
    for (const auto &[id, at] : m_places) {
        if (at.stage != Stage::Open)
            continue;
        at.window->page()->flush(); // on its way to the journal; the window that goes on is told what was shown
        windows.push_back({id, at.window->saveGeometry(), at.window->page()->written(CompositionKind::Reply), at.window->page()->written(CompositionKind::Note), at.window->isVisible()});
    }
    return windows;
}

void ConversationWindows::resume(const std::vector<Standing> &windows)
{
    for (const Standing &one : windows) {
        ConversationWindow *window = make(one.conversation);
        m_inbox.refreshApart(one.conversation);
        window->open();
        window->page()->write(CompositionKind::Reply, one.reply);
        window->page()->write(CompositionKind::Note, one.note);
        window->restoreGeometry(one.geometry);
        if (one.isShown && !m_isShut)
            window->show();
    }
}

} // namespace foredeck::ui
