#include "ui/shell/unsentreplies.h"

#include "models/items/outboxmodel.h"
#include "models/ports/acts.h"
#include "models/ports/ephemera.h"
#include "ui/widgets/button.h"
#include "ui/widgets/question.h"

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int unsentWidth = 440;
/// How long the window waits for the server before it says that it does not answer.
constexpr int patienceMs = 10'000;

} // namespace

UnsentReplies::UnsentReplies(const OutboxModel &outbox, Acts &acts, const Ephemera &ephemera, QWidget *window)
    : Overlay(window, unsentWidth, -1), m_outbox(outbox), m_acts(acts), m_ephemera(ephemera)
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
    m_patience.setObjectName(QStringLiteral("patience"));
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &UnsentReplies::tellLate);
    connect(this, &Overlay::closed, this, [this] {
        m_answered = false;
        m_isSending = false;
        m_patience.stop();
        hold(false);
    });
    connect(&ephemera, &Ephemera::unsentChanged, this, &UnsentReplies::followUnsent);
    connect(&acts, &Acts::failed, this, &UnsentReplies::afterFailure);
    connect(&acts, &Acts::undone, this, &UnsentReplies::afterUndo);
    connect(&outbox, &QAbstractItemModel::rowsInserted, this, &UnsentReplies::watch);
    connect(&outbox, &QAbstractItemModel::rowsRemoved, this, &UnsentReplies::watch);
    connect(&outbox, &QAbstractItemModel::dataChanged, this, &UnsentReplies::watch);
}

/// With its window: the replies go on in the next one.
UnsentReplies::~UnsentReplies()
{
    hold(false);
}

void UnsentReplies::hold(bool held)
{
    if (std::exchange(m_isHolding, held) != held)
        m_acts.holdReplies(held);
}

bool UnsentReplies::ask(const std::vector<OpId> &newest, Leaving leaving)
{
    if (m_answered)
        return true; // asked and answered: it closes by itself
    m_leaving = leaving;
    const bool quits = leaving == Leaving::Program;
    m_keepOpen->setText(quits ? tr("Keep it open") : tr("Stay signed in"));
    m_send->setText(quits ? tr("Send and quit") : tr("Send and sign out"));
    m_quit->setText(quits ? tr("Quit") : tr("Sign out"));
    for (Button *button : {m_keepOpen, m_send, m_quit})
        button->updateGeometry();
    m_replies.clear();
    m_seen.clear();
    for (const OutboxRow &row : m_outbox.items()) {
        if (row.op.state != OpState::Held)
            continue;
        m_replies.push_back(row.op.id);
        m_seen.insert(row.op.id);
    }
    for (const OpId &reply : newest) {
        if (m_outbox.rowOf(reply.value) < 0)
            m_replies.push_back(reply);
    }
    m_isTelling = m_replies.empty();
    if (m_isTelling)
        return tellUnsent();
    hold(true);
    m_quit->hide();
    m_draft->show();
    m_send->show();
    m_send->setDefault(true);
    m_keepOpen->setDefault(false);
    const int replies = int(m_replies.size());
    say(tr("%n reply(ies) has/have not gone out yet", "", replies), !quits ? tr("It can still be taken back, and nobody sends it before you sign in here again. As a draft it stands in its conversation again.", "", replies)
                                                                              : tr("It can still be taken back, and nobody sends it once Foredeck is closed. As a draft it stands in its conversation again.", "", replies));
    open();
    return true;
}

/// What can be taken back no more is safe, and still nobody sends it once the window is gone.
bool UnsentReplies::tellUnsent()
{
    if (m_ephemera.unsent() == 0)
        return false;
    m_draft->hide();
    m_send->hide();
    m_quit->show();
    m_keepOpen->setDefault(true);
    m_send->setDefault(false);
    sayUnsent();
    open();
    return true;
}

/// What needs a look goes out at no start by itself.
void UnsentReplies::sayUnsent()
{
    QStringList words;
    if (m_ephemera.unsent() > m_ephemera.needingReview())
        words << keptWords();
    if (m_ephemera.needingReview() > 0)
        words << tr("What needs a look stays in the outbox until you have looked at it.");
    say(tr("Not everything has gone out yet"), words.join(QLatin1Char(' ')));
}

void UnsentReplies::followUnsent()
{
    if (!isOpen() || !m_isTelling)
        return;
    if (m_ephemera.unsent() > 0)
        return sayUnsent();
    close(); // there is nothing to ask any more, and leaving is what was wanted
    Q_EMIT settled();
}

QString UnsentReplies::keptWords() const
{
    return m_leaving == Leaving::Session ? tr("What you wrote is safe in the outbox of this computer and waits there until you sign in again.")
                                         : tr("What you wrote is safe in the outbox of this computer and waits there for the next start.");
}

QWidget *UnsentReplies::firstFocus() const
{
    return m_isTelling ? m_keepOpen : m_send;
}

void UnsentReplies::say(const QString &title, const QString &words)
{
    m_pane->setTexts(title, words);
    place();
}

void UnsentReplies::sendNow()
{
    m_answered = true;
    wait();
    for (const OpId &reply : m_replies)
        m_acts.retry(reply);
}

void UnsentReplies::wait()
{
    m_isSending = true;
    m_draft->hide();
    m_send->hide();
    m_keepOpen->setFocus(Qt::OtherFocusReason);
    say(tr("Sending…"), m_leaving == Leaving::Program ? tr("The window closes when the server has it.") : tr("You are signed out when the server has it."));
    m_patience.start();
}

/// Each comes back in front of what stands there: the last one first, so that they stand as they were written.
void UnsentReplies::keepAsDrafts()
{
    m_answered = true;
    const std::vector<OpId> replies {m_replies.rbegin(), m_replies.rend()};
    for (const OpId &reply : replies)
        m_acts.undoSend(reply);
}

void UnsentReplies::afterUndo(const OpId &reply, bool takenBack)
{
    if (!isOpen() || !m_answered || std::find(m_replies.begin(), m_replies.end(), reply) == m_replies.end())
        return;
    if (!takenBack)
        return wait(); // it was too late for that
    std::erase(m_replies, reply);
    watch();
}

/// It never got into the outbox: its words come back into the composer, and the window stays for them.
void UnsentReplies::afterFailure(const OpId &reply)
{
    if (std::erase(m_replies, reply) > 0)
        close();
}

bool UnsentReplies::hasGone(const OpId &reply) const
{
    const int row = m_outbox.rowOf(reply.value);
    if (row < 0)
        return m_seen.contains(reply);
    const Open<OpState> state = m_outbox.itemAt(row).op.state;
    return state == OpState::Acked || state == OpState::Confirmed;
}

bool UnsentReplies::wantsLook(int row) const
{
    const Op &reply = m_outbox.itemAt(row).op;
    if (reply.state == OpState::NeedsReview || reply.state == OpState::Refused)
        return true;
    const auto end = m_outbox.items().begin() + row;
    return m_isSending && std::any_of(m_outbox.items().begin(), end, [&](const OutboxRow &before) {
        return before.op.kind == OpKind::Reply && before.op.conversation == reply.conversation && before.op.state == OpState::NeedsReview;
    });
}

void UnsentReplies::watch()
{
    if (!isOpen() || m_isTelling)
        return;
    for (const OpId &reply : m_replies) {
        const int row = m_outbox.rowOf(reply.value);
        if (row < 0)
            continue;
        m_seen.insert(reply);
        if (wantsLook(row)) {
            close();
            Q_EMIT needLook();
            return;
        }
    }
    std::erase_if(m_replies, [this](const OpId &reply) { return hasGone(reply); });
    if (!m_replies.empty())
        return;
    close();
    Q_EMIT settled();
}

void UnsentReplies::tellLate()
{
    m_quit->show();
    const SyncPhase phase = m_ephemera.sync().phase;
    const bool answers = phase == SyncPhase::Live || phase == SyncPhase::CatchingUp || phase == SyncPhase::Gap;
    const bool isSafe = std::all_of(m_replies.begin(), m_replies.end(), [this](const OpId &reply) { return m_seen.contains(reply); });
    say(answers || !isSafe ? tr("It has not gone out yet") : tr("The server does not answer"),
        isSafe ? keptWords() : tr("This computer has not saved it yet."));
}

} // namespace foredeck::ui
