#include "ui/pages/inbox/inboxfind.h"

#include "models/items/transcriptmodel.h"
#include "ui/pages/inbox/findbar.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/transcript/transcriptfilter.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QApplication>

#include <utility>

namespace foredeck::ui {

InboxFind::InboxFind(const Desk &desk, TranscriptModel &model, TranscriptFilter &shown, ThreadPane &pane, QObject *parent)
    : QObject(parent), m_desk(desk), m_model(model), m_shown(shown), m_pane(pane), m_finder(desk.store)
{
    FindBar *bar = m_pane.find();
    connect(bar, &FindBar::typed, this, &InboxFind::look);
    connect(bar, &FindBar::olderWanted, this, [this] { step(1); });
    connect(bar, &FindBar::newerWanted, this, [this] { step(-1); });
    connect(bar, &FindBar::closeWanted, this, &InboxFind::close);
    connect(bar, &FindBar::restWanted, this, [this] {
        if (m_rest == Rest::Fetching || m_rest == Rest::Stored)
            m_rest = Rest::Left;
        else
            fetchRest();
        sayRest();
    });
    connect(&m_finder, &MessageFinder::found, this, &InboxFind::onFound);
    connect(&m_model, &TranscriptModel::reached, this, [this](bool read) {
        if (std::exchange(m_awaited, {}).isEmpty() || !read)
            return;
        showHit();
        sayCount(true);
    });
    connect(&m_desk.requests, &Requests::olderFetched, this, [this](const ConversationId &id, int, bool reachedStart) {
        if (m_rest != Rest::Fetching || id != m_model.conversation())
            return;
        m_rest = reachedStart ? Rest::Left : Rest::Stored;
        m_finder.again();
        sayRest();
    });
    connect(&m_desk.requests, &Requests::olderFailed, this, [this](const ConversationId &id, const QString &why) {
        if (m_rest != Rest::Fetching || id != m_model.conversation())
            return;
        m_rest = Rest::Failed;
        m_why = why;
        sayRest();
    });
}

void InboxFind::addCommands(CommandRegistry &commands, std::function<QString()> blocked, std::function<void()> bringUp)
{
    m_commands = &commands;
    const auto add = [&](const char *id, const QString &text, const char *glyph, QList<QKeySequence> keys, const QString &synonyms, std::function<QString()> why, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), CommandGroup::Conversation, text, QLatin1StringView(glyph), std::move(keys), synonyms, std::move(why), std::move(run)});
    };
    add("thread.find", tr("Find in this conversation"), "search", {QKeySequence(Qt::CTRL | Qt::Key_F)}, tr("search text words message note"), std::move(blocked), [this, bringUp = std::move(bringUp)] {
        bringUp();
        open();
    });
    const auto none = [this] { return m_finder.count() > 0 && m_pane.isVisible() ? QString() : tr("nothing was found to go through"); };
    QAction *older = add("thread.find_next", tr("Next match, further up"), "chevron-up", {QKeySequence(Qt::Key_F3)}, tr("find again older"), none, [this] { step(1); });
    QAction *newer = add("thread.find_previous", tr("Previous match, further down"), "chevron-down", {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, tr("find again newer"), none, [this] { step(-1); });
    older->setAutoRepeat(true);
    newer->setAutoRepeat(true);
    m_pane.find()->setActions(older, newer);
}

bool InboxFind::isOpen() const
{
    return !m_pane.find()->isHidden();
}

void InboxFind::open()
{
    FindBar *bar = m_pane.find();
    QWidget *focus = QApplication::focusWidget();
    if (focus && !bar->isAncestorOf(focus))
        m_before = focus;
    if (!isOpen()) {
        const TranscriptView *view = m_pane.transcript();
        const int last = view->lastRowOnScreen();
        const std::int64_t position = last < 0 || view->atBottom() ? 0 : m_shown.itemAt(last).position;
        m_below = position > 0 ? position : INT64_MAX;
        bar->show();
    }
    bar->begin();
}

bool InboxFind::close()
{
    if (!isOpen())
        return false;
    FindBar *bar = m_pane.find();
    const QWidget *focus = QApplication::focusWidget();
    const bool hadKeyboard = focus && bar->isAncestorOf(focus);
    bar->clear();
    m_rest = Rest::Left;
    bar->hide();
    if (hadKeyboard)
        (m_before && m_before->isVisible() && m_before->isEnabled() ? m_before.data() : m_pane.transcript())->setFocus(Qt::OtherFocusReason);
    m_before.clear();
    return true;
}

void InboxFind::giveWay()
{
    m_awaited.clear();
    m_givesWay = m_finder.isOutdated();
}

void InboxFind::look(const QString &words)
{
    m_givesWay = false;
    m_finder.look(m_model.conversation(), words, m_below);
}

void InboxFind::step(int by)
{
    m_givesWay = false;
    m_finder.step(by);
}

void InboxFind::onFound(bool byPerson)
{
    const bool moved = byPerson && !std::exchange(m_givesWay, false);
    m_pane.transcript()->setSought(m_finder.words());
    // What changes meanwhile stops nobody on the way to what they asked for.
    if (moved || m_finder.hit().id != m_awaited)
        m_awaited.clear();
    if (moved && !m_finder.hit().id.isEmpty()) {
        showHit();
        Q_EMIT went();
    } else {
        m_pane.transcript()->setFound(m_finder.hit().id, m_finder.hit().nth);
    }
    sayCount(moved);
    // One page after the other, until all of it is here.
    if (m_rest == Rest::Stored && !m_finder.isOutdated()) {
        const bool goesOn = !m_finder.isWhole() && m_finder.firstPosition() > 0 && m_finder.firstPosition() < m_fetchedFrom;
        m_rest = Rest::Left;
        if (goesOn)
            fetchRest();
    }
    sayRest();
    if (m_commands)
        m_commands->refresh();
}

void InboxFind::showHit()
{
    const MessageFinder::Hit &hit = m_finder.hit();
    m_pane.transcript()->setFound(hit.id, hit.nth);
    const int row = m_shown.rowOf(hit.id);
    if (row >= 0)
        m_pane.transcript()->revealFound(row);
    else
        m_awaited = hit.position > 0 && !m_model.reach(hit.position) ? hit.id : QString();
}

QString InboxFind::spokenHit() const
{
    const int row = m_shown.rowOf(m_finder.hit().id);
    return row < 0 ? QString() : m_pane.transcript()->accessibleWords(row);
}

void InboxFind::sayCount(bool moved)
{
    FindBar *bar = m_pane.find();
    if (m_finder.words().isEmpty())
        return bar->say({}, {});
    if (m_finder.hasFailed())
        return bar->say(tr("Could not be searched"), tr("Could not be searched"));
    if (m_finder.count() == 0)
        return bar->say(tr("Nothing found"), tr("Nothing found"));
    const QString count = tr("%1 of %2", "which match, of how many").arg(countWord(m_finder.place()), countWord(m_finder.count()));
    // What comes by itself is not said into what somebody listens to.
    bar->say(count, moved && m_awaited.isEmpty() ? tr("%1. %2", "which match, and the message").arg(count, spokenHit()) : QString());
}

void InboxFind::fetchRest()
{
    m_rest = Rest::Fetching;
    m_fetchedFrom = m_finder.firstPosition() > 0 ? m_finder.firstPosition() : INT64_MAX;
    m_desk.requests.fetchOlder(m_model.conversation(), m_fetchedFrom);
}

void InboxFind::sayRest()
{
    FindBar *bar = m_pane.find();
    if (m_finder.words().isEmpty() || m_finder.isWhole())
        return bar->sayRest({}, {});
    switch (m_rest) {
    case Rest::Left:
        return bar->sayRest(tr("Older messages are on the server only and were not searched."), tr("Search them, too"));
    case Rest::Fetching:
    case Rest::Stored:
        return bar->sayRest(tr("Older messages are being fetched…"), tr("Stop"));
    case Rest::Failed:
        return bar->sayRest(m_why.isEmpty() ? tr("Older messages could not be fetched.") : tr("Older messages could not be fetched: %1").arg(harmless(m_why)), tr("Try again"));
    }
}

} // namespace foredeck::ui
