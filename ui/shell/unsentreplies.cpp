#include "ui/shell/unsentreplies.h"

#include "models/items/outboxmodel.h"
#include "models/ports/acts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/question.h"

namespace foredeck::ui {

namespace {

constexpr int boxWidth = 440;
/// How long the window waits for the server before it says that it does not answer.
constexpr int patienceMs = 10'000;

} // namespace

UnsentReplies::UnsentReplies(const OutboxModel &outbox, Acts &acts, QWidget *window) : Overlay(window, boxWidth, -1), m_outbox(outbox), m_acts(acts)
{
    m_keepOpen = new Button(tr("Keep it open"), Button::Look::Outlined);
    m_draft = new Button(tr("Keep as a draft"), Button::Look::Outlined);
    m_send = new Button(tr("Send and quit"), Button::Look::Primary);
    m_quit = new Button(tr("Quit"), Button::Look::Primary);
    m_pane = new QuestionPane({m_keepOpen, m_draft, m_send, m_quit}, box());
    connect(m_keepOpen, &QPushButton::clicked, this, &Overlay::close);
    connect(m_draft, &QPushButton::clicked, this, &UnsentReplies::keepAsDrafts);
    connect(m_send, &QPushButton::clicked, this, &UnsentReplies::sendNow);
    connect(m_quit, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT settled();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &UnsentReplies::tellLate);
    connect(this, &Overlay::closed, this, [this] {
        m_sending = false;
        m_patience.stop();
    });
    connect(&outbox, &QAbstractItemModel::rowsInserted, this, &UnsentReplies::watch);
    connect(&outbox, &QAbstractItemModel::rowsRemoved, this, &UnsentReplies::watch);
    connect(&outbox, &QAbstractItemModel::dataChanged, this, &UnsentReplies::watch);
}

bool UnsentReplies::ask(const OpId &newest)
{
    if (m_sending)
        return true; // asked and answered: it closes by itself
    m_replies.clear();
    m_seen.clear();
    for (const OutboxRow &row : m_outbox.items()) {
        if (row.op.state != OpState::Held)
            continue;
        m_replies.push_back(row.op.id);
        m_seen.insert(row.op.id);
    }
    if (!newest.empty() && m_outbox.rowOf(newest.value) < 0)
        m_replies.push_back(newest);
    if (m_replies.empty())
        return false;
    m_quit->hide();
    m_draft->show();
    m_send->show();
    m_send->setDefault(true);
    const int replies = int(m_replies.size());
    say(tr("%n reply(ies) has/have not gone out yet", "", replies), tr("It can still be taken back, and nobody sends it once Foredeck is closed. As a draft it stands in its conversation again.", "", replies));
    open();
    return true;
}

QWidget *UnsentReplies::firstFocus() const
{
    return m_send;
}

void UnsentReplies::say(const QString &title, const QString &words)
{
    m_pane->setTexts(title, words);
    place();
}

void UnsentReplies::sendNow()
{
    m_sending = true;
    m_draft->hide();
    m_send->hide();
    m_keepOpen->setFocus(Qt::OtherFocusReason);
    say(tr("Sending…"), tr("The window closes when the server has it."));
    m_patience.start();
    for (const OpId &reply : m_replies)
        m_acts.retry(reply);
    watch(); // one may have gone out by itself while the question was read
}

void UnsentReplies::keepAsDrafts()
{
    for (const OpId &reply : m_replies)
        m_acts.undoSend(reply);
    close();
    Q_EMIT settled();
}

/// While the question stands, what has gone out by itself is none any more; without any there is nothing to ask.
void UnsentReplies::dropGone()
{
    std::erase_if(m_replies, [this](const OpId &reply) {
        const int row = m_outbox.rowOf(reply.value);
        if (row >= 0)
            m_seen.insert(reply);
        return row < 0 ? m_seen.contains(reply) : m_outbox.itemAt(row).op.state != OpState::Held;
    });
    if (!m_replies.empty())
        return;
    close();
    Q_EMIT settled();
}

void UnsentReplies::watch()
{
    if (!isOpen())
        return;
    if (!m_sending)
        return dropGone();
    bool gone = true;
    for (const OpId &reply : m_replies) {
        const int row = m_outbox.rowOf(reply.value);
        const Open<OpState> state = row < 0 ? OpState::Confirmed : m_outbox.itemAt(row).op.state;
        if (state == OpState::NeedsReview || state == OpState::Refused) {
            close();
            Q_EMIT needLook();
            return;
        }
        gone = gone && (state == OpState::Acked || state == OpState::Confirmed);
    }
    if (!gone)
        return;
    close();
    Q_EMIT settled();
}

void UnsentReplies::tellLate()
{
    m_quit->show();
    say(tr("The server does not answer"), tr("What you wrote is safe in the outbox of this computer and waits there for the next start."));
}

} // namespace foredeck::ui
