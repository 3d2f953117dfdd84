#include "ui/shell/mainwindow.h"

#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/day/daybox.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/start/startcard.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/frame.h"
#include "ui/shell/host.h"
#include "ui/shell/navigation.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/unsentreplies.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/question.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/dooraddress.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QPointer>

#include <algorithm>

namespace foredeck::ui {

void MainWindow::addCommands()
{
    m_inbox->addCommands(m_commands);
    m_apart->addCommands(m_commands);
    m_escalations->addCommands(m_commands);
    m_rules->addCommands(m_commands);
    m_day->addCommands(m_commands);
    m_leads->addCommands(m_commands);
    m_notices->addCommands(m_commands);
    m_shift->addCommands(m_commands);
    addPlaceCommands();
    m_dashboard->addCommands(m_commands);
    m_outbox->addCommands(m_commands);
    m_settings->addCommands(m_commands);
    addLookCommands();
    addApplicationCommands();
}

void MainWindow::addPlaceCommands()
{
    const auto place = [&](const char *id, const QString &text, const char *glyph, const QList<QKeySequence> &keys, std::function<void()> run) {
        m_commands.add({QLatin1StringView(id), CommandGroup::GoTo, text, QLatin1StringView(glyph), keys, {}, {}, std::move(run)});
    };
    struct Place {
        const char *id;
        View view;
        Qt::Key letter;
    };
    for (const Place &target : {Place {"goto.mine", View::Mine, Qt::Key_M}, Place {"goto.unassigned", View::Unassigned, Qt::Key_U}, Place {"goto.waiting", View::Waiting, Qt::Key_W},
             Place {"goto.escalated", View::Escalated, Qt::Key_H}, Place {"goto.due", View::Due, Qt::Key_T}, Place {"goto.mentions", View::Mentions, Qt::Key_N}, Place {"goto.snoozed", View::Snoozed, Qt::Key_Z}, Place {"goto.ended", View::Ended, Qt::Key_D}, Place {"goto.all", View::All, Qt::Key_A}})
        place(target.id, tr("Inbox: %1").arg(viewWord(target.view)), "inbox", {QKeySequence(Qt::Key_G, target.letter)}, [this, view = target.view] { chooseView(view); });
    place("goto.inbox", tr("Inbox"), "inbox", {QKeySequence(Qt::ALT | Qt::Key_1), QKeySequence(Qt::Key_G, Qt::Key_I)}, [this] { go(m_inbox); });
    place("goto.escalations", tr("Escalations"), "escalation", {QKeySequence(Qt::Key_G, Qt::Key_E)}, [this] { enter(m_escalations); });
    m_commands.add({QStringLiteral("goto.rules"), CommandGroup::GoTo, tr("Escalation rules"), QStringLiteral("routing"), {QKeySequence(Qt::Key_G, Qt::Key_R)}, tr("hand over when fires"),
        [this] { return m_rules->mayManage() ? QString() : tr("only managers see rules"); }, [this] {
            openRules();
            enter(m_rules);
        }});
    m_escalations->header()->setRulesAction(m_commands.action(QStringLiteral("goto.rules")));
    place("goto.leads", tr("Leads"), "leads", {QKeySequence(Qt::Key_G, Qt::Key_L)}, [this] { enter(m_leads); });
    // D leads to what has ended.
    place("goto.dashboard", tr("Dashboard"), "dashboard", {QKeySequence(Qt::Key_G, Qt::Key_B)}, [this] { enter(m_dashboard); });
    place("goto.outbox", tr("Outbox"), "outbox", {QKeySequence(Qt::ALT | Qt::Key_2), QKeySequence(Qt::Key_G, Qt::Key_O)}, [this] { enter(m_outbox); });
    place("goto.settings", tr("Settings"), "settings", {QKeySequence(Qt::CTRL | Qt::Key_Comma), QKeySequence(Qt::ALT | Qt::Key_3), QKeySequence(Qt::Key_G, Qt::Key_S)}, [this] { enter(m_settings); });
    m_commands.add({QStringLiteral("goto.clients"), CommandGroup::GoTo, tr("Choose the clients in view"), QStringLiteral("people"), {}, {},
        [this] { return wantsSignIn() ? tr("nobody is signed in") : QString(); }, [this] { clientMenu(); }});
}

void MainWindow::enter(Page *page)
{
    go(page);
    QWidget *first = page->panes().constFirst();
    (first->isVisible() ? first : page)->setFocus(Qt::ShortcutFocusReason);
}

/// Whoever comes back goes on where they were in it, such as in a text; whoever goes through the places by key stays among them.
void MainWindow::openPressed(Page *page)
{
    if (qobject_cast<NavEntry *>(QApplication::focusWidget()))
        return go(page);
    const QPointer<QWidget> last = page->focusWidget();
    if (!last || !last->isEnabled() || !last->isVisibleTo(page))
        return enter(page);
    go(page);
    if (last)
        last->setFocus(Qt::OtherFocusReason);
}

void MainWindow::addLookCommands()
{
    const auto look = [&](const char *id, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms, std::function<void()> run) {
        m_commands.add({QLatin1StringView(id), CommandGroup::View, text, QLatin1StringView(glyph), keys, synonyms, {}, std::move(run)});
    };
    const auto grow = [this](int percent) {
        m_desk.themes.setTextPercent(percent);
        m_desk.preferences.setTextPercent(m_desk.themes.textPercent());
    };
    look("view.larger", tr("Larger text"), "plus", {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, tr("zoom in"), [this, grow] { grow(m_desk.themes.textPercent() + 10); });
    look("view.smaller", tr("Smaller text"), "arrow-down", {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, tr("zoom out"), [this, grow] { grow(m_desk.themes.textPercent() - 10); });
    for (const char *id : {"view.larger", "view.smaller"})
        m_commands.action(QLatin1StringView(id))->setAutoRepeat(true);
    look("view.text_reset", tr("Text at 100 %"), "document", {QKeySequence(Qt::CTRL | Qt::Key_0)}, {}, [grow] { grow(100); });
    const auto appear = [this](Appearance appearance) {
        m_desk.themes.setAppearance(appearance);
        m_desk.preferences.setAppearance(appearance);
    };
    look("view.system", tr("Appearance: as the desktop"), "settings", {}, tr("theme"), [appear] { appear(Appearance::System); });
    look("view.light", tr("Appearance: light"), "sun", {}, tr("theme bright"), [appear] { appear(Appearance::Light); });
    look("view.dark", tr("Appearance: dark"), "moon", {}, tr("theme night"), [appear] { appear(Appearance::Dark); });
    look("view.contrast", tr("Appearance: high contrast"), "contrast", {}, tr("theme accessibility"), [appear] { appear(Appearance::HighContrast); });
    const auto rows = [this](Density density) {
        m_desk.themes.setDensity(density);
        m_desk.preferences.setDensity(density);
    };
    look("view.compact", tr("Rows: compact"), "table", {}, tr("density"), [rows] { rows(Density::Compact); });
    look("view.normal", tr("Rows: normal"), "table", {}, tr("density"), [rows] { rows(Density::Normal); });
    look("view.comfortable", tr("Rows: comfortable"), "table", {}, tr("density"), [rows] { rows(Density::Comfortable); });
    look("view.next_pane", tr("Next pane"), "arrow-right", {QKeySequence(Qt::Key_F6)}, {}, [this] { m_frame->cyclePanes(1); });
    look("view.previous_pane", tr("Previous pane"), "chevron-left", {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, {}, [this] { m_frame->cyclePanes(-1); });
}

void MainWindow::addApplicationCommands()
{
    const auto add = [&](const char *id, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms, std::function<QString()> blocked, std::function<void()> run) {
        return m_commands.add({QLatin1StringView(id), CommandGroup::Application, text, QLatin1StringView(glyph), keys, synonyms, std::move(blocked), std::move(run)});
    };
    add("app.palette", tr("Search or run a command"), "command", {QKeySequence(Qt::CTRL | Qt::Key_K)}, {}, {}, [this] { m_palette->toggle(); });
    add("app.shortcuts", tr("Shortcuts"), "keyboard", {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)}, tr("help keys cheat sheet"), {}, [this] { m_sheet->toggle(); });
    add("sample.pause", tr("Pause them"), "pause", {}, tr("sample customers traffic"), [this] { return m_desk.host.isSample() ? QString() : tr("no sample is running"); },
        [this] { m_desk.host.setTrafficPaused(!m_desk.host.isTrafficPaused()); });
    add("sample.clear", tr("Clear the sample"), "close", {}, tr("sample remove delete"), [this] { return m_desk.host.hasSample() ? QString() : tr("no sample is on this computer"); }, [this] { clearSample(); });
    add("app.copy_door", tr("Copy the web form's address"), "copy", {}, tr("webhook port"), [this] { return m_desk.host.door().isEmpty() ? tr("this computer takes none") : QString(); },
        [this] { QGuiApplication::clipboard()->setText(webFormAddress(m_desk.host.door())); });
    add("app.open_chat", tr("Write to yourself in the browser"), "live-chat", {}, tr("live chat page test try customer"), [this] { return chatPage().isEmpty() ? tr("no backend runs") : QString(); }, [this] { openChat(); });
    add("app.copy_chat", tr("Copy the address of the live chat's page"), "copy", {}, tr("link url customers"), [this] { return chatPage().isEmpty() ? tr("no backend runs") : QString(); },
        [this] { QGuiApplication::clipboard()->setText(chatPage().toString()); });
    add("app.language_en", QStringLiteral("English"), "language", {}, tr("language english"), {}, [this] { m_settings->changeLanguage(QStringLiteral("en")); });
    add("app.language_es", QStringLiteral("Español"), "language", {}, tr("language spanish"), {}, [this] { m_settings->changeLanguage(QStringLiteral("es")); });
    add("app.lock", tr("Lock"), "lock", {QKeySequence(Qt::CTRL | Qt::Key_L)}, tr("away shared computer password hide"), [this] { return lockBlocked(); }, [this] { lock(); });
    add("app.sign_out", tr("Sign out"), "lock", {}, {}, [this] { return m_desk.host.isEmbedded() ? tr("this computer's own backend needs no sign-in") : QString(); }, [this] {
        leaveForms([this] {
            flushWriting();
            const auto leave = [this] {
                if (!m_unsent->ask(heldReplies(), UnsentReplies::Leaving::Session))
                    m_desk.requests.signOut();
            };
            // Whoever signs in next here sees nothing of it, and it is gone.
            losesWords() ? askToLose(false, leave) : leave();
        });
    });
    add("app.without_keyring", tr("Sign in without the keyring"), "key", {}, tr("session password"), [this] { return isKeyringSlow() ? QString() : tr("the keyring is not being waited for"); },
        [this] { m_desk.requests.signInForThisSessionOnly(); });
    add("app.quit", tr("Quit"), "close", {QKeySequence(Qt::CTRL | Qt::Key_Q)}, tr("exit close"), {}, [this] { close(); });
    for (const char *id : {"app.palette", "app.shortcuts", "app.lock", "app.quit"})
        m_commands.action(QLatin1StringView(id))->setProperty(worksAboveOverlays, true);
}

/// Of the client in view, else of the first.
QUrl MainWindow::chatPage() const
{
    const int chosen = m_client.empty() ? -1 : m_clients.rowOf(m_client.value);
    return m_clients.rowCount() == 0 ? QUrl() : chatAddress(m_desk.host.server(), m_clients.itemAt(std::max(0, chosen)).slug);
}

void MainWindow::openChat()
{
    const QUrl page = chatPage();
    if (page.isEmpty() || QDesktopServices::openUrl(page))
        return;
    QGuiApplication::clipboard()->setText(page.toString());
    tellOnce(QStringLiteral("chat"), tr("No program on this computer opens web pages."), tr("The address was copied: %1").arg(harmless(page.toString())));
}

void MainWindow::clearSample()
{
    if (!m_question)
        m_question = new Question(this);
    m_question->ask(tr("Clear the sample?"), tr("Removes the sample's conversations from this computer and nothing of yours. Its customers stop writing."), tr("Keep"), tr("Clear the sample"),
        [this] { m_start ? m_start->clearSample() : m_desk.host.clearSample(); });
}

} // namespace foredeck::ui
