#include "ui/delegates/conversationlistview.h"
#include "ui/pages/leads/kinsection.h"
#include "ui/pages/leads/leadfilters.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/leadtablepane.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/pages/leads/newleadasker.h"
#include "ui/pages/leads/writefirstasker.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/toast.h"
#include "ui/words/leadwords.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

/// What a person does with the table and with the open lead.
namespace foredeck::ui {

namespace {

constexpr int mergedMs = 10'000; ///< two names have to be read, and thought about

} // namespace

ConversationRef LeadsPage::ref() const
{
    const auto &row = m_record.row();
    return row ? ConversationRef {row->lead.client, row->conversation, row->lastPublicPosition} : ConversationRef {};
}

QString LeadsPage::blockedWithout(const std::function<QString(const LeadRow &)> &rule) const
{
    const auto &row = m_record.row();
    if (!row || !isVisible())
        return tr("no lead is open");
    if (!mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    return rule(*row);
}

void LeadsPage::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    extend(commands);
    const auto add = [&](const char *id, CommandGroup group, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms,
                         std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), keys, synonyms, std::move(blocked), std::move(run)});
    };
    const auto hidden = [this] { return isVisible() ? QString() : tr("the leads are not shown"); };
    add("leads.search", CommandGroup::List, tr("Find a lead in the table"), "search", {Qt::Key_Slash}, tr("name phone e-mail filter"), hidden, [this] {
        m_table->filters()->search()->setFocus(Qt::ShortcutFocusReason);
        m_table->filters()->search()->selectAll();
    });
    QAction *make = add("leads.new", CommandGroup::Application, tr("New lead…"), "plus", {Qt::Key_W, Qt::Key_F7}, tr("walk-in came in called call telephone enter person customer"),
        [this] { return mayEnter(); }, [this] { m_newLead->ask(m_rows.query().client.empty() ? m_inFront() : m_rows.query().client); });
    QAction *clear = add("leads.clear", CommandGroup::List, tr("Clear the filters"), "close", {}, tr("all leads"), [this, hidden] {
        return isVisible() && !isNarrowed() ? tr("nothing is hidden") : hidden();
    }, [this] {
        LeadQuery all;
        all.order = m_rows.query().order;
        all.rising = m_rows.query().rising;
        all.client = m_rows.query().client;
        ask(all);
    });
    QAction *next = add("leads.next_page", CommandGroup::List, tr("Next page of leads"), "chevron-right", {Qt::Key_PageDown}, {}, [this, hidden] {
        return isVisible() && !m_rows.hasNext() ? tr("this is the last page") : hidden();
    }, [this] { turn(1, Pick::First); });
    QAction *previous = add("leads.previous_page", CommandGroup::List, tr("Page of leads before"), "chevron-left", {Qt::Key_PageUp}, {}, [this, hidden] {
        return isVisible() && !m_rows.hasPrevious() ? tr("this is the first page") : hidden();
    }, [this] { turn(-1, Pick::First); });
    for (QAction *step : {next, previous})
        step->setAutoRepeat(true);
    QAction *status = add("leads.status", CommandGroup::Conversation, tr("Change the status of the lead"), "leads", {}, tr("qualified booked won lost closed"), [this] {
        return blockedWithout([](const LeadRow &) { return QString(); });
    }, [this] { statusMenu(); });
    QAction *thread = add("leads.open_thread", CommandGroup::Conversation, tr("Open the thread of the lead"), "open", {}, tr("conversation inbox"), [this] {
        const auto &row = m_record.row();
        if (!row || !isVisible())
            return tr("no lead is open");
        return row->conversation.empty() ? tr("there is no conversation with them") : QString();
    }, [this] { openConversation(); });
    QAction *write = add("leads.write", CommandGroup::Conversation, tr("Write to the lead…"), "send", {Qt::Key_M}, tr("first message sms text whatsapp template"), [this] {
        return blockedWithout([](const LeadRow &row) {
            if (row.lead.phones.empty())
                return tr("no number of theirs is known");
            // Entered here and not taken yet: the server may know them, and then under another name than the act would say.
            return row.lead.version == 0 ? tr("they are not at the server yet") : QString();
        });
    }, [this] { m_writeFirst->ask(m_record.row()->lead); });
    const auto known = [&](const char *id) { return commands.action(QLatin1StringView(id)); };
    m_detail->setActions({thread, known("conversation.escalate"), status, known("view.back"), write, known("lead.merge")});
    m_table->setActions({previous, next, known("view.panel"), known("list.settle"), make, known("desk.day")});
    m_table->filters()->setActions(clear, keyWords(QKeySequence(Qt::Key_Slash)));
    connect(m_table->filters()->clients(), &QAbstractButton::clicked, this, [this] {
        if (QAction *choose = m_commands->action(QStringLiteral("goto.clients")))
            choose->trigger();
    });
}

QString LeadsPage::mayEnter() const
{
    if (m_desk.ephemera.me().id.empty())
        return tr("nobody is signed in");
    if (!mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    return m_clients.rowCount() > 0 ? QString() : tr("no client is here yet");
}

/// One word and one key for one act, wherever one is.
void LeadsPage::extend(CommandRegistry &commands)
{
    const auto here = [this] { return isVisible(); };
    const auto extended = [&](const char *id, std::function<QString()> blocked, std::function<void()> run) { commands.extend(QLatin1StringView(id), {here, std::move(blocked), std::move(run)}); };
    extended("list.next", {}, [this] { step(1); });
    extended("list.previous", {}, [this] { step(-1); });
    extended("list.settle", [this] { return m_rows.waiting() > 0 ? QString() : tr("no row wants to move"); }, [this] { m_rows.settle(); });
    extended("view.panel", {}, [this] {
        bool &shown = m_arrangement.panelOverlay ? m_detailOver : m_detailWanted;
        shown = !shown;
        apply();
    });
    extended("view.back", [this] { return m_arrangement.panelOverlay && m_detailOver ? QString() : tr("the table is shown already"); }, [this] { goBack(); });
    extended("conversation.escalate", [this] {
        return blockedWithout([](const LeadRow &row) {
            if (row.conversation.empty())
                return tr("there is no conversation with them");
            if (row.conversationStatus == ConversationStatus::Ended)
                return tr("their conversation is resolved");
            return row.escalated ? tr("it is with the team already") : QString();
        });
    }, [this] { handOver(); });
    extended("lead.merge", [this] {
        return blockedWithout([](const LeadRow &row) { return row.lead.version == 0 ? tr("they are not at the server yet") : QString(); });
    }, [this] { m_merge->ask(m_record.row()->lead); });
    extended("lead.part", [this] { return m_merge->blockedUndo(); }, [this] { m_merge->undo(); });
}

void LeadsPage::bindMerge()
{
    connect(m_detail->kin(), &KinSection::mergeWanted, this, [this](const LeadId &other) {
        if (const auto &row = m_record.row())
            m_merge->ask(row->lead, other);
    });
    connect(m_detail->kin(), &KinSection::partWanted, this, [this](const LeadId &other) {
        const auto &merged = m_record.kin().merged;
        const auto one = std::find_if(merged.begin(), merged.end(), [&](const Lead &lead) { return lead.id == other; });
        if (m_record.row() && one != merged.end())
            m_merge->part(m_record.row()->lead, *one);
    });
    connect(m_merge, &MergeAsker::trouble, this, [this](const QString &sentence) {
        m_toast->dismiss(); // it was not done
        if (m_commands)
            m_commands->refresh();
        Q_EMIT trouble(sentence);
    });
    connect(m_merge, &MergeAsker::acted, this, [this](const QString &sentence, bool canUndo) {
        if (m_commands)
            m_commands->refresh();
        m_toast->setAnchor(rect());
        m_toast->say(sentence, canUndo && m_commands ? m_commands->action(QStringLiteral("lead.part")) : nullptr, mergedMs, false);
    });
}

void LeadsPage::step(int by)
{
    ConversationListView *view = m_table->view();
    if (m_rows.rowCount() == 0)
        return;
    const int current = view->currentIndex().isValid() ? view->currentIndex().row() : m_rows.rowOf(lead());
    const int next = current < 0 ? 0 : current + by;
    if (next < 0)
        return turn(-1, Pick::Last);
    if (next >= m_rows.rowCount())
        return turn(1, Pick::First);
    choose(next);
}

void LeadsPage::turn(int by, Pick pick)
{
    if (by > 0 ? !m_rows.hasNext() : !m_rows.hasPrevious())
        return;
    m_pick = pick;
    by > 0 ? m_rows.next() : m_rows.previous();
}

void LeadsPage::openConversation()
{
    const int row = m_rows.rowOf(lead());
    // The row knows it at once, what is read of the lead may still be on its way.
    const ConversationId id = row >= 0 ? m_rows.itemAt(row).conversation : ref().id;
    if (!id.empty())
        Q_EMIT conversationWanted(id);
}

void LeadsPage::statusMenu()
{
    if (!m_record.row())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const LeadStatus status : leadStatuses()) {
        QAction *one = menu->addAction(leadStatusWord(status));
        one->setCheckable(true);
        one->setActionGroup(group);
        one->setChecked(m_record.row()->lead.status == status);
        connect(one, &QAction::triggered, this, [this, status, asked = lead()] {
            if (asked == lead())
                setStatus(status);
        });
    }
    const Button *button = m_detail->statusButton();
    menu->popup(button->mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? button->width() - menu->sizeHint().width() : 0, button->height() + 2)));
}

void LeadsPage::setStatus(LeadStatus status)
{
    const auto &row = m_record.row();
    if (row && row->lead.status != status)
        m_sent.insert(m_desk.acts.setLeadStatus(ref(), row->lead, status));
}

/// A person is asked for, and a lead that has come no further is theirs from then on: one that is booked or won stays so.
void LeadsPage::handOver()
{
    m_sent.insert(m_desk.acts.escalate(ref(), EscalationReason::HumanRequested, {}, 2));
    const auto &status = m_record.row()->lead.status;
    if (status == LeadStatus::New || status == LeadStatus::Qualifying || status == LeadStatus::Qualified)
        setStatus(LeadStatus::HandedOff);
}

} // namespace foredeck::ui
