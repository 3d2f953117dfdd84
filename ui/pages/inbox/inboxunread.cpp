#include "ui/pages/inbox/inboxunread.h"

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/items/transcriptmodel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/transcript/transcriptfilter.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/words/timewords.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int unreadGap = 12;

} // namespace

InboxUnread::InboxUnread(const Desk &desk, TranscriptModel &model, TranscriptFilter &shown, ThreadPane &pane, QObject *parent)
    : QObject(parent), m_desk(desk), m_model(model), m_shown(shown), m_pane(pane)
{
    TranscriptView *view = m_pane.transcript();
    m_button = new Button({}, Button::Look::Outlined, view->parentWidget());
    m_button->setSmall(true);
    m_button->hide();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &InboxUnread::begin);
    connect(&m_model, &TranscriptModel::loaded, this, [this] {
        m_seen = m_model.lastPosition();
        count();
    });
    connect(&m_model, &TranscriptModel::reached, this, [this](bool read) {
        // It may have grown to something nearer, which was asked for before.
        if (read && m_awaited > 0 && m_model.rowAt(m_awaited) < 0 && std::exchange(m_isPatient, false))
            return;
        if (const std::int64_t position = std::exchange(m_awaited, 0); position > 0 && read)
            show(position);
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        if (m_model.isLoaded() && last == m_model.rowCount() - 1)
            count();
        refreshSoon();
    });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &InboxUnread::refreshSoon);
    connect(view->verticalScrollBar(), &QAbstractSlider::valueChanged, this, &InboxUnread::refreshSoon);
    connect(view->verticalScrollBar(), &QAbstractSlider::rangeChanged, this, &InboxUnread::refreshSoon);
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
}

void InboxUnread::addCommands(CommandRegistry &commands, std::function<QString()> blocked, std::function<void()> bringUp)
{
    m_commands = &commands;
    m_action = commands.add({QStringLiteral("thread.first_unread"), CommandGroup::Conversation, tr("Go to the first unread message"), QStringLiteral("chevron-up"), {Qt::Key_U},
        tr("jump new line missed"), [this, blocked = std::move(blocked)] {
            const QString why = blocked();
            return why.isEmpty() && line().position == 0 && arrived().position == 0 ? tr("nothing in it is new") : why;
        },
        [this, bringUp = std::move(bringUp)] {
            bringUp();
            jump();
        }});
    m_button->setAction(m_action);
}

void InboxUnread::begin()
{
    ++m_asked;
    m_first = m_seen = m_awaited = 0;
    m_count = 0;
    m_isLineSeen = false;
    refreshSoon();
}

/// What is new before the window is known to the cache alone.
void InboxUnread::count()
{
    m_desk.store.read([id = m_model.conversation(), after = m_model.newAfter()](CacheReader &reader) { return reader.fresh(id, after); },
        m_mailbox.receive([this, asked = ++m_asked](const Result<FreshEntries> &fresh) {
            if (asked != m_asked || fresh.hasError())
                return;
            m_first = fresh.value().firstPosition;
            m_count = static_cast<int>(fresh.value().count);
            refreshSoon();
        }));
}

bool InboxUnread::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show || event->type() == QEvent::WindowActivate || event->type() == QEvent::LayoutDirectionChange)
        refreshSoon();
    return QObject::eventFilter(watched, event);
}

void InboxUnread::refreshSoon()
{
    if (std::exchange(m_isDue, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_isDue = false;
        refresh();
    }, Qt::QueuedConnection);
}

InboxUnread::Target::Side InboxUnread::sideOf(std::int64_t position) const
{
    const int row = m_shown.mapFromSource(m_model.index(m_model.rowAt(position), 0)).row();
    if (row < 0)
        return Target::Side::Above;
    const QRect rect = m_pane.transcript()->rowRect(row);
    if (rect.bottom() < 0)
        return Target::Side::Above;
    return rect.top() >= m_pane.transcript()->viewport()->height() ? Target::Side::Below : Target::Side::Here;
}

InboxUnread::Target InboxUnread::line() const
{
    return m_first > 0 && m_model.isLoaded() ? Target {m_first, m_count, sideOf(m_first)} : Target {};
}

InboxUnread::Target InboxUnread::arrived() const
{
    Target target;
    for (int row = m_model.rowCount() - 1; row >= 0; --row) {
        const TranscriptItem &item = m_model.itemAt(row);
        if (item.position > 0 && item.position <= m_seen)
            break;
        if (item.position == 0 || item.kind != TranscriptKind::Message || item.role != MessageRole::Lead)
            continue;
        target.position = item.position;
        ++target.count;
    }
    if (target.position > 0)
        target.side = sideOf(target.position);
    return target;
}

void InboxUnread::refresh()
{
    const TranscriptView *view = m_pane.transcript();
    // What comes while nobody is at the window is not seen, however much of it stands on the screen.
    if (view->isVisible() && view->window()->isActiveWindow() && m_model.isLoaded()) {
        if (arrived().side == Target::Side::Here)
            m_seen = m_model.lastPosition(); // its beginning is, and from there one reads on
        m_isLineSeen = m_isLineSeen || (m_first > 0 && line().side == Target::Side::Here);
    }
    m_offered = m_isLineSeen ? Target {} : line();
    if (m_offered.position == 0)
        m_offered = arrived();
    const bool isOffered = m_offered.position > 0 && m_offered.side != Target::Side::Here && view->isVisible();
    if (isOffered && m_action) {
        const QString words = tr("%n new", "messages of the customer, in a button that leads to them", m_offered.count);
        m_button->setGlyph(m_offered.side == Target::Side::Above ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"));
        m_button->setShortText(words);
        setSpokenName(m_button, tr("%1: go to the first unread message", "%1 is how many are new").arg(words));
        place();
    }
    m_button->setVisible(isOffered);
    if (isOffered)
        m_button->raise();
    if (const bool leads = m_offered.position > 0 || m_first > 0; m_commands && m_leads != leads) {
        m_leads = leads;
        m_commands->refresh();
    }
}

/// Over the edge behind which it is.
void InboxUnread::place()
{
    const QWidget *area = m_pane.transcript()->viewport();
    const QRect room(area->mapTo(m_button->parentWidget(), QPoint(0, 0)), area->size());
    const QSize size = m_button->sizeHint();
    const int y = m_offered.side == Target::Side::Above ? room.top() + unreadGap : room.bottom() + 1 - unreadGap - size.height();
    m_button->setGeometry(QRect(QPoint(room.center().x() - size.width() / 2, y), size));
}

void InboxUnread::jump()
{
    refresh();
    // What is offered, or else once more to the line.
    const Target target = m_offered.position > 0 ? m_offered : line();
    if (target.position == 0)
        return;
    if (m_model.reach(target.position))
        show(target.position);
    else
        m_awaited = target.position;
    m_isPatient = m_awaited > 0;
    Q_EMIT jumped();
}

void InboxUnread::show(std::int64_t position)
{
    const int row = m_shown.mapFromSource(m_model.index(m_model.rowAt(position), 0)).row();
    if (row < 0)
        return;
    TranscriptView *view = m_pane.transcript();
    view->showFrom(row);
    // The rest of what is being written would be commands.
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !focus->testAttribute(Qt::WA_InputMethodEnabled))
        view->setFocus(Qt::ShortcutFocusReason);
    view->setCurrentRow(row);
    refreshSoon();
}

} // namespace foredeck::ui
