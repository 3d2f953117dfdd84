#include "ui/shell/bell.h"

#include "models/core/clock.h"
#include "models/items/escalationitem.h"
#include "models/ports/notifier.h"
#include "ui/shell/preferences.h"
#include "ui/shell/takeoverquestion.h"
#include "ui/widgets/painting.h"
#include "ui/words/bellwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/rowwords.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr std::size_t mostNames = 3;
constexpr int stripRank = 8;
/// Whoever has pressed, typed or scrolled so lately is there.
constexpr std::chrono::minutes attention {1};
/// What a key or a press opens is seen to be open within this.
constexpr std::chrono::seconds opening {2};

} // namespace

Bell::Bell(const Desk &desk, QWidget *window)
    : QObject(window), m_desk(desk), m_window(window), m_model(desk.store, desk.ephemera), m_news(desk.store, desk.ephemera), m_beep([] { QApplication::beep(); }), m_openStrip(new QAction(tr("Show"), this))
{
    connect(&m_model, &BellModel::wanted, this, &Bell::carryOut);
    connect(&m_model, &BellModel::waitingChanged, this, [this] {
        tellCount();
        Q_EMIT stripChanged();
        Q_EMIT waitingChanged();
    });
    connect(&m_news, &NewsModel::changed, this, &Bell::tellNews);
    connect(&desk.ephemera, &Ephemera::syncChanged, this, &Bell::tellNews);
    connect(&desk.notifier, &Notifier::acted, this, &Bell::onAction);
    connect(&desk.notifier, &Notifier::replied, this, &Bell::onReply);
    connect(&desk.notifier, &Notifier::statusChanged, this, &Bell::stripChanged);
    connect(&desk.preferences, &Preferences::bellChanged, this, &Bell::applySettings);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &Bell::loadSettings);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &Bell::tellCount);
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
    connect(&desk.acts, &Acts::failed, this, &Bell::afterFailure);
    connect(m_openStrip, &QAction::triggered, this, &Bell::openMostPressing);
    qApp->installEventFilter(this);
    loadSettings();
}

TimeContext Bell::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

void Bell::loadSettings()
{
    m_model.setSettings(m_desk.preferences.bell(m_desk.ephemera.me().id));
}

/// What stands on the desktop shows at once what may be shown from now on.
void Bell::applySettings()
{
    const BellSettings before = m_model.settings();
    loadSettings();
    tellNews();
    if (before.showWords != m_model.settings().showWords || before.inlineReply != m_model.settings().inlineReply)
        showAgain();
}

void Bell::setLocked(bool locked)
{
    if (std::exchange(m_isLocked, locked) != locked)
        showAgain();
}

/// What is told in front of a locked window.
QString Bell::waitsWord() { return tr("A customer waits for a person"); }

QString Bell::newsWord() { return tr("Something new for you"); }

Notification Bell::discreet(Notification notice, const QString &title) const
{
    if (!m_isLocked)
        return notice;
    notice.title = title;
    notice.body.clear();
    notice.actions = {{openAction, tr("Open")}};
    notice.replyWord.clear();
    notice.replyHint.clear();
    return notice;
}

/// Without a sound.
void Bell::showAgain()
{
    const auto again = [this](const Notification &notice, const QString &title) {
        Notification now = discreet(notice, title);
        now.audible = false;
        m_desk.notifier.show(now);
    };
    for (const auto &[id, told] : m_model.state().told) {
        if (const EscalationRow *row = told.standing ? m_model.row(id) : nullptr)
            again(handOverNotice(*row, m_model.rungOf(id), m_model.settings(), true), waitsWord());
    }
    if (m_model.state().summaryAt && !m_many.empty())
        again(ofMany(), waitsWord());
    for (const auto &[id, told] : m_newsTold.told) {
        if (const NewsRow *row = told.standing ? m_news.row(id) : nullptr)
            again(newsNotice(*row, m_model.settings()), newsWord());
    }
    Q_EMIT stripChanged();
}

Notification Bell::ofMany() const
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(mostNames, m_many.size()); ++i) {
        if (const EscalationRow *row = m_model.row(m_many[i]))
            names << callerName(*row);
    }
    return summaryNotice(int(m_many.size()), names, m_model.settings());
}

/// What the cache holds is nobody's business while nobody is signed in.
void Bell::tellCount()
{
    const bool isSomebody = !m_desk.ephemera.me().id.empty();
    m_desk.notifier.setCount(isSomebody ? m_model.waiting() : 0, isSomebody && m_model.emergencyWaits());
}

void Bell::setShown(const ConversationId &conversation, const QWidget *in)
{
    const QWidget *window = in ? in : m_window;
    const bool inFront = window->isActiveWindow() && window->isVisible() && !window->isMinimized();
    const ConversationId shown = inFront ? conversation : ConversationId();
    const Timestamp now = m_desk.clock.now();
    if (std::exchange(m_shown, shown) != shown)
        m_shownAt = now;
    // What opened by itself nobody looks at yet, and what somebody left open nobody looks at any more.
    const bool isThere = m_actedAt && *m_actedAt >= m_shownAt - opening && *m_actedAt <= now && now - *m_actedAt < attention;
    m_model.setLooksAt(isThere ? shown : ConversationId());
    tellNews();
}

void Bell::noteAct()
{
    m_actedAt = m_desk.clock.now();
}

bool Bell::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        if (const QWidget *window = watched->isWidgetType() ? static_cast<QWidget *>(watched)->window() : nullptr; window && (window == m_window || m_isOther(window)))
            noteAct();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Bell::tick()
{
    m_model.tick();
    tellNews();
}

Bell::Standing Bell::handOver()
{
    for (const QObject *source : std::initializer_list<const QObject *> {&m_model, &m_news, &m_desk.notifier, &m_desk.preferences, &m_desk.ephemera, &m_desk.acts})
        source->disconnect(this);
    return {m_model.state(), m_asked, m_many, m_sent, m_newsTold};
}

void Bell::resume(const Standing &standing)
{
    m_model.resume(standing.state);
    m_asked = standing.asked;
    m_many = standing.many;
    m_sent = standing.sent;
    m_newsTold = standing.news;
}

void Bell::forget()
{
    m_desk.notifier.closeAll();
    m_asked.clear();
    m_sent.clear();
    m_many.clear();
    m_newsTold = {};
    m_news.forget();
    m_model.forget();
    Q_EMIT stripChanged();
}

void Bell::carryOut(const BellOrders &orders)
{
    for (const EscalationId &id : orders.close)
        m_desk.notifier.close(QString::fromStdString(id.value));
    if (orders.closeSummary)
        m_desk.notifier.close(summaryKey);
    if (!orders.show.empty() || !orders.summary.empty())
        notify(orders);
    Q_EMIT stripChanged();
}

void Bell::notify(const BellOrders &orders)
{
    bool audible = orders.sound;
    const NotifierStatus &status = m_desk.notifier.status();
    const bool isHeard = status.service != NotifierStatus::Service::Missing && status.sound;
    const auto show = [&](Notification notice) {
        // Of several at a time one is heard.
        notice = discreet(std::move(notice), waitsWord());
        notice.audible = std::exchange(audible, false);
        m_desk.notifier.show(notice);
    };
    for (const EscalationId &id : orders.show) {
        const EscalationRow *row = m_model.row(id);
        if (!row)
            continue;
        noteAsked(*row);
        show(handOverNotice(*row, m_model.rungOf(id), m_model.settings(), true));
    }
    if (!orders.summary.empty()) {
        m_many = orders.summary;
        show(ofMany());
    }
    if (orders.sound && !isHeard)
        m_beep();
    QApplication::alert(m_window);
}

/// Told again, it shows what it showed before: what a customer wrote meanwhile was seen only where their words are shown.
void Bell::noteAsked(const EscalationRow &row)
{
    const Asked now {{row.escalation.client, row.escalation.conversation, row.lastPublicPosition}, callerName(row), row.customerWords};
    const auto [asked, isFirst] = m_asked.try_emplace(QString::fromStdString(row.escalation.id.value), now);
    if (isFirst || asked->second.words == row.customerWords || (m_model.settings().showWords && saysNewest(row)))
        asked->second = now;
}

const EscalationRow *Bell::mostPressing() const
{
    const auto rank = [](const EscalationRow &row) { return std::make_tuple(row.escalation.reason != EscalationReason::Emergency, row.escalation.due.value_or(forever), row.escalation.createdAt); };
    const auto &told = m_model.state().told;
    const auto stands = [](const auto &one) { return one.second.standing || one.second.folded; };
    if (std::none_of(told.begin(), told.end(), stands))
        return nullptr;
    const EscalationRow *first = nullptr;
    for (const auto &[id, row] : m_model.rows()) {
        const auto known = told.find(id);
        const bool isMeant = known == told.end() ? row.escalation.reason == EscalationReason::Emergency : stands(*known);
        if (isMeant && stillCalls(row, time().now) && (!first || rank(row) < rank(*first)))
            first = &row;
    }
    return first;
}

BannerState Bell::strip() const
{
    const bool isWanted = m_desk.notifier.status().service == NotifierStatus::Service::Missing;
    const EscalationRow *row = isWanted ? mostPressing() : nullptr;
    if (!row)
        return {};
    const EscalationId &id = row->escalation.id;
    const Notification notice = handOverNotice(*row, m_model.rungOf(id), m_model.settings(), false);
    const int others = m_model.waiting() - 1;
    const QString who = others > 0 ? tr("%1, and %n more", "a customer's name and why they wait; how many others wait", others).arg(notice.title) : notice.title;
    return {stripKey, notice.urgent ? BannerState::Kind::Danger : BannerState::Kind::Warning, stripRank, who + QLatin1Char('.'),
        notice.body.section(QLatin1Char('\n'), 0, 0), momentWord(row->escalation.createdAt, time()), m_openStrip, notice.key};
}

void Bell::openMostPressing()
{
    noteAct();
    const EscalationRow *row = mostPressing();
    Q_EMIT openWanted(row ? row->escalation.id : EscalationId());
}

void Bell::onAction(const QString &key, const QString &action)
{
    noteAct();
    if (m_isLocked)
        return Q_EMIT openWanted({});
    if (openNews(key))
        return;
    if (key == summaryKey || key == trialKey)
        return Q_EMIT openWanted({});
    const EscalationId id(key.toStdString());
    const EscalationRow *row = m_model.row(id);
    const auto asked = m_asked.find(key);
    if (asked == m_asked.end())
        return;
    // Taken up by somebody meanwhile: they keep it, and the page tells who.
    if (action == openAction || !row || !mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return Q_EMIT openWanted(id);
    const ConversationRef conversation = asked->second.conversation;
    if (action == seenAction) {
        m_sent[m_desk.acts.acknowledge({conversation, id})] = {conversation, {}};
        return;
    }
    if (action != takeOverAction)
        return;
    if (!whoTypes(*row).user.empty())
        return Q_EMIT openWanted(id); // where it is asked first
    const OpId taking = m_desk.acts.takeOver(conversation);
    Q_EMIT takenUp(conversation.id, taking);
}

void Bell::onReply(const QString &key, const QString &text)
{
    const auto asked = m_asked.find(key);
    const QString words = text.trimmed();
    if (words.isEmpty())
        return;
    // Whoever typed it has gone: neither it nor whom it was for is anybody else's business, but that it has gone nowhere is.
    if (asked == m_asked.end())
        return Q_EMIT trouble(tr("A reply was not sent."), tr("It was written on a notification for somebody who is not signed in here any more."));
    const ConversationRef conversation = asked->second.conversation;
    if (m_desk.ephemera.me().id.empty()) {
        Q_EMIT wordsKept(conversation, words);
        return Q_EMIT trouble(tr("Your reply was not sent."), tr("You are not signed in; your words are kept as a draft."));
    }
    if (m_isLocked) { // pressed before the notification that offers none was there
        Q_EMIT wordsKept(conversation, words);
        return Q_EMIT trouble(tr("A reply was not sent."), tr("The window is locked; the words are kept as a draft."));
    }
    const EscalationRow *row = m_model.row(EscalationId(key.toStdString()));
    if (!row || !mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return keepWords(conversation, words, tr("%1 does not wait any more; your words are kept as a draft.").arg(isolated(asked->second.name)));
    if (const Actor typing = whoTypes(*row); !typing.user.empty())
        return keepWords(conversation, words, tr("%1 is typing; your words are kept as a draft.").arg(isolated(harmless(fromUtf8(typing.name)))));
    m_sent[m_desk.acts.takeOver(conversation)] = {conversation, {}};
    // What is being written in the window stays as it is.
    m_sent[m_desk.acts.replyAgain(conversation, words)] = {conversation, words};
}

Actor Bell::whoTypes(const EscalationRow &row) const
{
    Actor holder = holderOf(row, m_desk.ephemera.me().id);
    return isTyping(m_desk.ephemera, row.escalation.conversation, holder.user) ? holder : Actor();
}

void Bell::keepWords(const ConversationRef &conversation, const QString &words, const QString &why)
{
    Q_EMIT wordsKept(conversation, words);
    Q_EMIT conversationWanted(conversation.id);
    Q_EMIT trouble(tr("Your reply was not sent."), why);
}

void Bell::afterFailure(const OpId &op, const QString &why)
{
    const auto sent = m_sent.extract(op);
    if (!sent)
        return;
    const auto &[conversation, words] = sent.mapped();
    if (!words.isEmpty())
        Q_EMIT wordsKept(conversation, words);
    Q_EMIT trouble(tr("Something could not be saved."), words.isEmpty() ? problemWords(why) : tr("%1 Your reply is kept as a draft.").arg(problemWords(why)));
}

} // namespace foredeck::ui
