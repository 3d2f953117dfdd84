#include "app/tour.h"

#include "app/console.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/day/daybox.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/inbox/bulkpreview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/labelpicker.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/newleadasker.h"
#include "ui/pages/leads/newleaddialog.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/conversationwindow.h"
#include "ui/shell/conversationwindows.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/deskshift.h"
#include "ui/shell/noticedialog.h"
#include "ui/shell/shiftdialog.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <cstdio>

namespace foredeck {

namespace {

constexpr int checkMs = 100;
constexpr int calmMs = 300; ///< after a condition came true: fades end, late answers are painted
constexpr double trafficSpeed = 6;
constexpr int wantedRows = 8;

} // namespace

Tour::Tour(Console &console, ui::ThemeManager &themes, QString folder) : m_console(console), m_themes(themes), m_folder(QDir(folder).absolutePath())
{
    console.setTrafficSpeed(trafficSpeed);
    m_themes.setReducedMotion(true);
    m_themes.setAppearance(ui::Appearance::Light);
    m_check.setInterval(checkMs);
    connect(&m_check, &QTimer::timeout, this, &Tour::check);
    connect(&console, &Console::workspaceOpened, this, [this] {
        if (m_planned)
            return;
        m_planned = true;
        plan();
        next();
    });
}

void Tour::add(const QString &name, std::function<void()> begin, std::function<bool()> done, int patienceMs)
{
    m_steps.push_back({name, std::move(begin), std::move(done), patienceMs});
}

void Tour::addPictures(const QString &name)
{
    // What was to be seen has come about, and is calm.
    add(name, [this, name] {
        picture(name + QStringLiteral("-light"));
        m_themes.setAppearance(ui::Appearance::Dark);
    });
    add(name, [this, name] {
        picture(name + QStringLiteral("-dark"));
        m_themes.setAppearance(ui::Appearance::HighContrast);
    });
    add(name, [this, name] {
        picture(name + QStringLiteral("-contrast"));
        m_themes.setAppearance(ui::Appearance::Light);
    });
}

void Tour::addMirrored(const QString &name)
{
    add(name, [] { QApplication::setLayoutDirection(Qt::RightToLeft); });
    add(name, [this, name] {
        picture(name + QStringLiteral("-rtl"));
        QApplication::setLayoutDirection(Qt::LeftToRight);
    });
}

void Tour::plan()
{
    planInbox();
    planPages();
    planLooks();
    planOffline();
}

void Tour::planInbox()
{
    const auto inbox = [this] { return m_console.workspace()->window().inbox(); };
    const auto rows = [inbox] { return inbox()->list()->view()->model()->rowCount(); };
    const auto command = [this](const char *id) { m_console.workspace()->window().commands().action(QLatin1StringView(id))->trigger(); };
    add(QStringLiteral("customers"), [this] { m_console.workspace()->window().resize(1440, 900); }, [rows] { return rows() >= wantedRows; }, 60'000);
    // The emergency is what a newcomer is asked to take over.
    add(QStringLiteral("waiting"), [command] { command("goto.waiting"); }, [rows] { return rows() > 0; }, 60'000);
    add(QStringLiteral("first-run"), [this, inbox, command] {
        m_console.setTrafficPaused(true);
        inbox()->list()->view()->setCurrentIndex(inbox()->list()->view()->model()->index(0, 0));
        command("goto.all");
    }, [inbox] { return inbox()->thread()->transcript()->rowCount() > 1; });
    addPictures(QStringLiteral("first-run"));
    planEscalations();
    planLeads();
    planDashboard();
    planRules();
    add(QStringLiteral("take-over"), [this, inbox, command] {
        command("conversation.take_over");
        inbox()->panel()->showTab(inbox()->panel()->tabOf(QStringLiteral("lead")));
    }, [this] { return m_console.workspace()->window().commands().action(QStringLiteral("conversation.hand_back"))->isEnabled(); });
    add(QStringLiteral("reply"), [this, inbox, command] {
        inbox()->thread()->composer()->edit()->setFocus();
        inbox()->thread()->composer()->edit()->insertPlainText(tr("The dock crew is on its way with the pump cart."));
        command("conversation.send");
    }, [this] { return m_console.workspace()->ephemera().unsent() == 0; }, 20'000);
    planTask();
    planShift();
    add(QStringLiteral("typing"), [inbox] {
        inbox()->thread()->composer()->edit()->insertPlainText(tr("Please switch the shore power off until they are there"));
    });
    addPictures(QStringLiteral("inbox"));
    add(QStringLiteral("decisions"), [inbox] { inbox()->panel()->showTab(inbox()->panel()->tabOf(QStringLiteral("decisions"))); });
    addPictures(QStringLiteral("decisions"));
    add(QStringLiteral("note"), [inbox] { inbox()->thread()->composer()->setKind(CompositionKind::Note); });
    addPictures(QStringLiteral("note"));
    add(QStringLiteral("note-off"), [inbox] {
        inbox()->thread()->composer()->setKind(CompositionKind::Reply);
        inbox()->panel()->showTab(inbox()->panel()->tabOf(QStringLiteral("lead")));
    });
    add(QStringLiteral("macros"), [command] { command("conversation.macro"); }, [inbox] { return inbox()->thread()->composer()->macros()->isOpen(); });
    addPictures(QStringLiteral("macros"));
    add(QStringLiteral("macros-off"), [inbox] {
        QTextCursor slash = inbox()->thread()->composer()->edit()->textCursor();
        slash.deletePreviousChar();
        slash.deletePreviousChar(); // and the line it stood on
    });
    add(QStringLiteral("labels"), [inbox, command] {
        command("conversation.labels");
        inbox()->labels()->field()->setText(tr("pump cart"));
    });
    addPictures(QStringLiteral("labels"));
    add(QStringLiteral("labels-off"), [inbox] { inbox()->labels()->close(); });
    planApart();
    planDay();
    planMany();
}

/// What the dock crew was promised stands on the paper of the day, unless it is near midnight.
void Tour::planDay()
{
    const auto day = [this] { return m_console.workspace()->window().day(); };
    add(QStringLiteral("day"), [this] { m_console.workspace()->window().commands().action(QStringLiteral("desk.day"))->trigger(); }, [day] { return day()->isOpen(); });
    addPictures(QStringLiteral("day"));
    add(QStringLiteral("day-off"), [day] { day()->close(); });
}

/// What is being written goes into a window of its own, and back.
void Tour::planApart()
{
    const auto windows = [this] { return m_console.workspace()->window().apart(); };
    const auto first = [windows] { return windows()->all().empty() ? nullptr : windows()->all().front(); };
    add(QStringLiteral("apart"), [this] { m_console.workspace()->window().commands().action(QStringLiteral("conversation.detach"))->trigger(); },
        [first] { return first() && first()->page()->thread()->transcript()->rowCount() > 0; });
    addPictures(QStringLiteral("apart-place"));
    add(QStringLiteral("apart-light"), [this, first] {
        if (first())
            save(QStringLiteral("apart-light"), *first(), first()->size(), 1);
        m_themes.setAppearance(ui::Appearance::Dark);
    });
    add(QStringLiteral("apart-dark"), [this, first] {
        if (first())
            save(QStringLiteral("apart-dark"), *first(), first()->size(), 1);
        m_themes.setAppearance(ui::Appearance::HighContrast);
    });
    add(QStringLiteral("apart-contrast"), [this, first] {
        if (first())
            save(QStringLiteral("apart-contrast"), *first(), first()->size(), 1);
        m_themes.setAppearance(ui::Appearance::Light);
    });
    add(QStringLiteral("apart-back"), [first] {
        if (first())
            first()->close();
    }, [windows] { return windows()->all().empty(); });
}

/// Some rows are selected, and what would be done with them is looked at and left.
void Tour::planMany()
{
    const auto inbox = [this] { return m_console.workspace()->window().inbox(); };
    add(QStringLiteral("selection"), [inbox] {
        ui::ConversationListView *view = inbox()->list()->view();
        for (int row = 0; row < 3; ++row)
            Q_EMIT view->pickRequested(view->model()->index(row, 0), false);
    }, [inbox] { return inbox()->bulk()->picks().count() == 3; });
    addPictures(QStringLiteral("selection"));
    add(QStringLiteral("bulk-preview"), [this] { m_console.workspace()->window().commands().action(QStringLiteral("conversation.resolve"))->trigger(); },
        [inbox] { return inbox()->bulk()->preview() && inbox()->bulk()->preview()->isOpen(); });
    addPictures(QStringLiteral("bulk-preview"));
    add(QStringLiteral("bulk-off"), [inbox] {
        if (inbox()->bulk()->preview())
            inbox()->bulk()->preview()->close();
        inbox()->bulk()->clear();
    });
}

/// What the dock crew was promised to do stands beside the thread in the pictures that follow.
void Tour::planTask()
{
    const auto dialog = [this] { return m_console.workspace()->window().findChild<ui::TaskDialog *>(); };
    add(QStringLiteral("task-new"), [this, dialog] {
        m_console.workspace()->window().commands().action(QStringLiteral("task.new"))->trigger();
        if (dialog())
            dialog()->textField()->setText(tr("Ask whether the pump has stopped"));
    }, [dialog] { return dialog() && dialog()->isOpen(); });
    addPictures(QStringLiteral("task-new"));
    add(QStringLiteral("task"), [dialog] {
        if (dialog())
            Q_EMIT dialog()->textField()->returnPressed();
    }, [this, dialog] { return dialog() && !dialog()->isOpen() && m_console.workspace()->ephemera().unsent() == 0; }, 20'000);
}

/// What is in hand and promised by now is handed over, and looked at as whoever comes next would.
void Tour::planShift()
{
    const auto shift = [this] { return m_console.workspace()->window().shift(); };
    const auto command = [this](const char *id) { m_console.workspace()->window().commands().action(QLatin1StringView(id))->trigger(); };
    add(QStringLiteral("shift"), [shift, command] {
        command("desk.shift");
        if (shift()->dialog())
            shift()->dialog()->edit()->edit()->setPlainText(tr("The dock crew has the pump cart; the key to the fuel dock is in the drawer."));
    }, [shift] { return shift()->dialog() && shift()->dialog()->handOver()->isEnabled(); });
    addPictures(QStringLiteral("shift"));
    add(QStringLiteral("shift-told"), [shift] {
        if (shift()->dialog())
            shift()->dialog()->handOver()->click();
    }, [this, shift] { return shift()->dialog() && !shift()->dialog()->isOpen() && m_console.workspace()->ephemera().unsent() == 0; }, 20'000);
    add(QStringLiteral("shift-note"), [command] { command("desk.shift_notes"); }, [shift] { return shift()->reading() && shift()->reading()->isOpen(); });
    addPictures(QStringLiteral("shift-note"));
    add(QStringLiteral("shift-off"), [shift] {
        if (shift()->reading())
            shift()->reading()->close();
    });
}

void Tour::planEscalations()
{
    const auto page = [this] { return m_console.workspace()->window().escalations(); };
    add(QStringLiteral("escalations"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("escalations")); },
        [page] { return page()->list()->view()->model()->rowCount() > 1 && page()->detail()->messages()->rowCount() > 0; });
    addPictures(QStringLiteral("escalations"));
    add(QStringLiteral("escalations-twice"), [this] { picture(QStringLiteral("escalations-light@2x"), {1440, 900}, 2); });
    add(QStringLiteral("escalations-back"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("inbox")); });
}

/// The sample has no rule of its own: one is made here as a person would, and tried on what the customers wrote.
void Tour::planRules()
{
    const auto page = [this] { return m_console.workspace()->window().rules(); };
    const auto command = [this](const char *id) { m_console.workspace()->window().commands().action(QLatin1StringView(id))->trigger(); };
    add(QStringLiteral("rules-empty"), [this, page] {
        // Those of the business whose customer waits longest.
        ui::MainWindow &window = m_console.workspace()->window();
        const auto *rows = qobject_cast<const EscalationListModel *>(window.escalations()->list()->view()->model());
        window.showPlace(QStringLiteral("rules"));
        if (const int first = rows ? rows->choosable(0, 1) : -1; first >= 0)
            page()->showClient(rows->itemAt(first).client);
    }, [page] { return page()->rules().isLoaded(); });
    addPictures(QStringLiteral("rules-empty"));
    add(QStringLiteral("rules-new"), [page, command] {
        command("rules.new");
        ClientRule rule;
        rule.name = tr("Boats and berths").toStdString();
        rule.when.words = {tr("boat").toStdString(), tr("berth").toStdString(), tr("fuel").toStdString()};
        rule.when.channels = {ChannelKind::Sms, ChannelKind::WhatsApp, ChannelKind::LiveChat};
        rule.handOver.priority = 1;
        page()->form()->setRule(rule);
        Q_EMIT page()->form()->edited();
        command("rules.save");
    }, [page] { return page()->rules().rowCount() == 1 && page()->rules().itemAt(0).pending == PendingKind::None; }, 20'000);
    add(QStringLiteral("rules-try"), [command] { command("rules.try"); }, [page] { return page()->isTried(); }, 60'000);
    addPictures(QStringLiteral("rules"));
    addMirrored(QStringLiteral("rules"));
    add(QStringLiteral("rules-twice"), [this] { picture(QStringLiteral("rules-light@2x"), {1440, 900}, 2); });
    add(QStringLiteral("rules-back"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("inbox")); });
}

void Tour::planLeads()
{
    const auto page = [this] { return m_console.workspace()->window().leads(); };
    add(QStringLiteral("leads"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("leads")); },
        [page] { return page()->rows().rowCount() > 1 && !page()->lead().empty(); });
    addPictures(QStringLiteral("leads"));
    add(QStringLiteral("leads-twice"), [this] { picture(QStringLiteral("leads-light@2x"), {1440, 900}, 2); });
    const auto entering = [page] { return page()->newLead()->dialog(); };
    add(QStringLiteral("new-lead"), [page, entering] {
        page()->newLead()->ask({});
        DeskEntry entry = entering()->typed();
        entry.name = tr("Ines Ruiz").toStdString();
        entry.phone = "+1 305 555 0177";
        entry.wants = tr("A room for two, Friday to Sunday").toStdString();
        entry.note = tr("Rings back at six; her husband uses a wheelchair.").toStdString();
        entering()->fill(entry);
    }, [entering] { return entering()->isOpen(); });
    addPictures(QStringLiteral("new-lead"));
    add(QStringLiteral("notice"), [this, entering] {
        entering()->close();
        m_console.workspace()->window().commands().action(QStringLiteral("desk.notice"))->trigger();
        m_console.workspace()->window().notices()->dialog()->text()->setText(tr("No rooms until Sunday"));
    }, [this] { return m_console.workspace()->window().notices()->dialog()->isOpen(); });
    addPictures(QStringLiteral("notice"));
    add(QStringLiteral("notice-off"), [this] { m_console.workspace()->window().notices()->dialog()->close(); });
    add(QStringLiteral("leads-back"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("inbox")); });
}

void Tour::planDashboard()
{
    const auto page = [this] { return m_console.workspace()->window().dashboard(); };
    add(QStringLiteral("dashboard"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("dashboard")); }, [page] {
        // The server tells of one client after another.
        const auto &picture = page()->figures().picture();
        return picture && !picture->newest.empty() && std::all_of(picture->clients.begin(), picture->clients.end(), [](const auto &client) { return client.stats.has_value(); });
    }, 30'000);
    addPictures(QStringLiteral("dashboard"));
    addMirrored(QStringLiteral("dashboard"));
    add(QStringLiteral("dashboard-twice"), [this] { picture(QStringLiteral("dashboard-light@2x"), {1440, 900}, 2); });
    add(QStringLiteral("dashboard-back"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("inbox")); });
}

void Tour::planPages()
{
    const auto window = [this]() -> ui::MainWindow & { return m_console.workspace()->window(); };
    add(QStringLiteral("palette"), [window] {
        window().palette()->toggle();
        window().palette()->field()->setText(QStringLiteral("ha"));
    });
    addPictures(QStringLiteral("palette"));
    add(QStringLiteral("shortcuts"), [window] {
        window().palette()->close();
        window().sheet()->toggle();
    });
    addPictures(QStringLiteral("shortcuts"));
    add(QStringLiteral("settings"), [window] {
        window().sheet()->close();
        window().showPlace(QStringLiteral("settings"));
    });
    for (const QString &section : window().settings()->sectionKeys()) {
        add(section, [window, section] { window().settings()->showSection(section); });
        addPictures(QStringLiteral("settings-") + section);
    }
    add(QStringLiteral("sign-in"), [window] { window().showPlace(QStringLiteral("sign_in")); });
    addPictures(QStringLiteral("sign-in"));
    add(QStringLiteral("back"), [window] { window().showPlace(QStringLiteral("inbox")); });
}

void Tour::planLooks()
{
    add(QStringLiteral("twice"), [this] { picture(QStringLiteral("inbox-light@2x"), {1440, 900}, 2); });
    add(QStringLiteral("small"), [this] { m_console.workspace()->window().resize(1024, 768); });
    add(QStringLiteral("small"), [this] {
        picture(QStringLiteral("inbox-1024"), {1024, 768});
        m_console.workspace()->window().resize(1440, 900);
    });
    addMirrored(QStringLiteral("inbox"));
    add(QStringLiteral("large"), [this] { m_themes.setTextPercent(200); });
    add(QStringLiteral("large"), [this] {
        picture(QStringLiteral("inbox-200"));
        m_themes.setTextPercent(100);
    });
}

void Tour::planOffline()
{
    add(QStringLiteral("offline"), [this] { m_console.backend()->stop(); }, [this] {
        const SyncPhase phase = m_console.workspace()->ephemera().sync().phase;
        return phase == SyncPhase::Reconnecting || phase == SyncPhase::Offline;
    }, 60'000);
    add(QStringLiteral("queued"), [this] { m_console.workspace()->window().commands().action(QStringLiteral("conversation.send"))->trigger(); },
        [this] { return m_console.workspace()->ephemera().unsent() > 0; });
    addPictures(QStringLiteral("inbox-offline"));
    add(QStringLiteral("outbox"), [this] { m_console.workspace()->window().showPlace(QStringLiteral("outbox")); });
    addPictures(QStringLiteral("outbox"));
}

void Tour::next()
{
    if (m_steps.empty())
        return finish();
    m_step = std::move(m_steps.front());
    m_steps.pop_front();
    m_waitedMs = 0;
    m_calmMs = 0;
    m_step.begin();
    m_check.start();
}

void Tour::check()
{
    m_waitedMs += checkMs;
    const bool done = !m_step.done || m_step.done();
    m_calmMs = done ? m_calmMs + checkMs : 0;
    if (!done && m_waitedMs < m_step.patienceMs)
        return;
    if (done && m_calmMs < calmMs)
        return;
    m_check.stop();
    if (!done) {
        m_missed << m_step.name;
        std::fprintf(stderr, "tour: \"%s\" did not come about in %d s\n", qPrintable(m_step.name), m_step.patienceMs / 1000);
    }
    next();
}

void Tour::picture(const QString &name, QSize size, qreal ratio)
{
    save(name, m_console.workspace()->window(), size, ratio);
}

void Tour::save(const QString &name, QWidget &window, QSize size, qreal ratio)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    window.render(&image);
    const QString file = m_folder + QLatin1Char('/') + name + QStringLiteral(".png");
    if (!image.save(file)) {
        m_missed << name;
        std::fprintf(stderr, "tour: %s could not be written\n", qPrintable(file));
    }
}

void Tour::finish()
{
    m_complete = true;
    std::printf("tour: pictures are in %s\n", qPrintable(m_folder));
    std::fflush(stdout);
    m_console.quit();
}

} // namespace foredeck
