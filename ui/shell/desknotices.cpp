#include "ui/shell/desknotices.h"

#include "models/core/clock.h"
#include "models/ports/ephemera.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/noticedialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"

#include <QAction>

namespace foredeck::ui {

namespace {

const QString noticeKey = QStringLiteral("notice");
const QString pauseKey = QStringLiteral("pause");

/// People end a notice with nothing; another sentence follows it.
QString sentenceOf(const std::string &text)
{
    const QString words = harmless(fromUtf8(text)).trimmed();
    return words.isEmpty() || !words.back().isLetterOrNumber() ? words : words + QLatin1Char('.');
}

} // namespace

DeskNotices::DeskNotices(const Desk &desk, const ClientListModel &clients, QWidget *window, Banner *banner)
    : QObject(window), m_desk(desk), m_clients(clients), m_window(window), m_banner(banner)
{
    connect(&clients, &ClientListModel::loaded, this, [this] {
        if (m_dialog)
            m_dialog->present(m_clients.items());
        refresh();
    });
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        const auto sent = m_sent.find(op);
        if (sent == m_sent.end())
            return;
        m_refused.push_back({harmless(problemWords(why)), sent->second});
        m_sent.erase(sent);
        tellRefused();
    });
}

TimeContext DeskNotices::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

QString DeskNotices::blocked() const
{
    if (!m_shown || m_desk.ephemera.me().id.empty())
        return tr("nobody is signed in");
    if (!mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    return m_clients.rowCount() > 0 ? QString() : tr("no client is here yet");
}

void DeskNotices::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    commands.add({QStringLiteral("desk.pause"), CommandGroup::Application, tr("Pause the assistant…"), QStringLiteral("pause"), {Qt::Key_F8}, tr("stop quiet off silence resume"),
        [this] { return blocked(); }, [this] { ask(true); }});
    commands.add({QStringLiteral("desk.notice"), CommandGroup::Application, tr("Notice for everybody…"), QStringLiteral("info"), {Qt::Key_F9}, tr("full closed no rooms until today tell"),
        [this] { return blocked(); }, [this] { ask(false); }});
}

NoticeDialog *DeskNotices::made()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new NoticeDialog(m_window);
    connect(m_dialog, &NoticeDialog::pauseWanted, this, [this](const ClientId &client, const std::optional<Timestamp> &until) { m_sent[m_desk.acts.setAssistant(client, false, until)] = {client, {}, {}}; });
    connect(m_dialog, &NoticeDialog::resumeWanted, this, [this](const ClientId &client) { m_sent[m_desk.acts.setAssistant(client, true)] = {client, {}, {}}; });
    connect(m_dialog, &NoticeDialog::noticeWanted, this,
        [this](const ClientId &client, const QString &text, const std::optional<Timestamp> &until) {
            m_sent[m_desk.acts.addNotice(client, text, until)] = {client, text, until};
            tellRefused(); // there is room in the box
        });
    connect(m_dialog, &NoticeDialog::endWanted, this, [this](const ClientId &client, const NoticeId &notice) { m_sent[m_desk.acts.endNotice(client, notice)] = {client, {}, {}}; });
    return m_dialog;
}

/// Its words come back where no others are being written.
void DeskNotices::tellRefused()
{
    // Nobody is asked anything over the sign-in page.
    if (!m_shown)
        return;
    if (m_refused.empty() || (!m_refused.front().said.text.isEmpty() && !made()->text()->text().isEmpty()))
        return;
    const Refused refused = m_refused.front();
    m_refused.pop_front();
    made()->fail(refused.why, refused.said.client, refused.said.text, refused.said.until);
}

void DeskNotices::ask(bool aboutAssistant)
{
    const bool manages = mayDo(m_desk.ephemera.me().role.value(), Right::Manage);
    made()->ask(m_clients.items(), m_client.empty() ? m_inFront() : m_client, [this] { return time(); }, manages, aboutAssistant ? NoticeDialog::About::Assistant : NoticeDialog::About::Notice);
}

void DeskNotices::setClient(const ClientId &client)
{
    m_client = client;
    refresh();
}

void DeskNotices::setShown(bool shown)
{
    m_shown = shown;
    refresh();
    if (shown) // once it is known whether another person has come
        QMetaObject::invokeMethod(this, &DeskNotices::tellRefused, Qt::QueuedConnection);
}

void DeskNotices::forget()
{
    m_sent.clear();
    m_refused.clear();
    if (!m_dialog)
        return;
    m_dialog->close();
    m_dialog->deleteLater(); // with what was being typed
    m_dialog = nullptr;
}

std::vector<const Client *> DeskNotices::inView() const
{
    std::vector<const Client *> clients;
    for (const Client &client : m_clients.items()) {
        if (m_shown && (m_client.empty() || client.id == m_client))
            clients.push_back(&client);
    }
    return clients;
}

/// With the client's name where there are several.
QString DeskNotices::named(const Client &client, const QString &words) const
{
    return m_clients.rowCount() > 1 ? tr("%1: %2", "a client, what holds there").arg(harmless(fromUtf8(client.name)), words) : words;
}

void DeskNotices::refresh()
{
    refreshNotices();
    refreshPause();
}

void DeskNotices::refreshNotices()
{
    const TimeContext now = time();
    BannerState state;
    int more = -1;
    for (const Client *client : inView()) {
        for (const Notice &notice : client->notices) {
            if (!isInForce(notice, now.now) || ++more > 0)
                continue;
            state.strong = named(*client, sentenceOf(notice.text));
            const QString by = harmless(fromUtf8(notice.by));
            const QString until = notice.until ? comingWord(*notice.until, now) : QString();
            if (!until.isEmpty())
                state.words = by.isEmpty() ? tr("Until %1.").arg(until) : tr("Until %1, from %2.").arg(until, by);
            else if (!by.isEmpty())
                state.words = tr("From %1.").arg(by);
        }
    }
    if (more < 0)
        return m_banner->clear(noticeKey);
    state.key = noticeKey;
    state.kind = BannerState::Kind::Notice;
    state.rank = 2;
    state.aside = more > 0 ? tr("%n more", "notices", more) : QString();
    state.action = m_commands ? m_commands->action(QStringLiteral("desk.notice")) : nullptr;
    m_banner->set(state);
}

/// A pause without an end is a setting, which the status line tells; one with an end is news.
void DeskNotices::refreshPause()
{
    const TimeContext now = time();
    for (const Client *client : inView()) {
        if (client->assistantOn || !client->assistantOffUntil || *client->assistantOffUntil <= now.now)
            continue;
        const QString words = tr("The assistant is paused until %1.").arg(comingWord(*client->assistantOffUntil, now));
        return m_banner->set({pauseKey, BannerState::Kind::Notice, 3, named(*client, words), tr("Customers wait for a person."), {}, m_commands ? m_commands->action(QStringLiteral("desk.pause")) : nullptr});
    }
    m_banner->clear(pauseKey);
}

} // namespace foredeck::ui
