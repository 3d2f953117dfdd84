#include "ui/pages/inbox/inboxbulk.h"

#include "models/ports/ephemera.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/assignasker.h"
#include "ui/pages/inbox/bulkpreview.h"
#include "ui/pages/inbox/labelpicker.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/selectionbar.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/shell/commandregistry.h"
#include "ui/words/domainwords.h"

#include <utility>

/// What can be done with what is selected: the commands, what they ask, and the preview.
namespace foredeck::ui {

QString InboxBulk::blocked() const
{
    if (!m_page->isVisible())
        return tr("the inbox is not shown");
    return m_rows.rowCount() > 0 ? QString() : tr("the list is empty");
}

QString InboxBulk::blockedWithoutSelection() const
{
    if (!m_page->isVisible() || !isPicking())
        return tr("nothing is selected");
    return mayDo(m_desk.ephemera.me().role.value(), Right::Work) ? QString() : tr("your role may only read");
}

void InboxBulk::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    addSelecting(commands);
    addOrders(commands);
    addBar(commands);
}

void InboxBulk::addSelecting(CommandRegistry &commands)
{
    using Group = CommandGroup;
    const auto here = [this] { return blocked(); };
    commands.add({QStringLiteral("list.select"), Group::List, tr("Select the row, or not"), QStringLiteral("check"), {Qt::Key_X}, tr("mark choose bulk many"), here, [this] { toggleCurrent(); }});
    commands.add({QStringLiteral("list.select_next"), Group::List, tr("Select down to the next row"), QStringLiteral("arrow-down"), {QKeySequence(Qt::SHIFT | Qt::Key_J)}, tr("extend range"), here,
        [this] { extend(1); }})->setAutoRepeat(true);
    commands.add({QStringLiteral("list.select_previous"), Group::List, tr("Select up to the row before"), QStringLiteral("arrow-up"), {QKeySequence(Qt::SHIFT | Qt::Key_K)}, tr("extend range"), here,
        [this] { extend(-1); }})->setAutoRepeat(true);
    commands.add({QStringLiteral("list.select_all"), Group::List, tr("Select the whole list"), QStringLiteral("check-double"), {QKeySequence(Qt::CTRL | Qt::Key_A)}, tr("everything bulk"), here, [this] {
        m_client = m_rows.itemAt(0).client; // not blocked: there is one
        m_picks.addAll(m_rows.view());
    }});
    commands.add({QStringLiteral("list.select_none"), Group::List, tr("End the selection"), QStringLiteral("close"), {}, tr("deselect none escape"), [this] { return isPicking() ? QString() : tr("nothing is selected"); }, [this] { clear(); }});
}

/// The same words and keys as for one conversation, as long as some are selected.
void InboxBulk::addOrders(CommandRegistry &commands)
{
    const auto here = [this] { return m_page->isVisible() && isPicking(); };
    const auto many = [&](const char *id, std::function<void()> run) {
        commands.extend(QLatin1StringView(id), {here, [this] { return blockedWithoutSelection(); }, std::move(run)});
    };
    const auto simple = [this](BulkKind kind) {
        BulkAct act;
        act.kind = kind;
        ask(act);
    };
    many("conversation.resolve", [simple] { simple(BulkKind::Resolve); });
    many("conversation.hand_back", [simple] { simple(BulkKind::HandBack); });
    many("conversation.snooze", [this] { askSnooze(); });
    many("conversation.assign", [this] { askAssign(); });
    many("conversation.labels", [this] { askLabel(); });
    commands.add({QStringLiteral("list.mark_read"), CommandGroup::List, tr("Mark what is selected as read"), QStringLiteral("eye"), {}, tr("seen unread"),
        [this] { return m_page->isVisible() && isPicking() ? QString() : tr("nothing is selected"); }, [simple] { simple(BulkKind::Read); }});
    commands.add({QStringLiteral("list.call_off"), CommandGroup::List, tr("Call off what is under way with many"), QStringLiteral("stop"), {}, tr("cancel stop bulk"),
        [this] { return underWay() && underWay()->head.undoes.empty() ? QString() : tr("nothing is under way"); },
        [this] {
            if (const BulkReport *report = underWay())
                m_desk.acts.callOffBulk(report->head.id);
        }});
    commands.add({QStringLiteral("list.undo_many"), CommandGroup::List, tr("Undo what was done with many"), QStringLiteral("undo"), {}, tr("take back bulk"),
        [this] { return m_orders.undoable() ? QString() : tr("there is nothing to undo"); }, [this] { undo(); }});
}

void InboxBulk::addBar(CommandRegistry &commands)
{
    const auto known = [&](const char *id) { return commands.action(QLatin1StringView(id)); };
    m_list.bar()->setActions({{known("conversation.resolve"), tr("Resolve")}, {known("conversation.snooze"), tr("Snooze")}, {known("conversation.assign"), tr("Assign")},
                                 {known("conversation.labels"), tr("Label")}, {known("conversation.hand_back"), tr("Hand back")}, {known("list.mark_read"), tr("Mark as read")}},
        known("list.select_none"), known("list.call_off"), known("list.undo_many"));
}

ClientId InboxBulk::firstClient() const
{
    for (const ConversationId &id : m_picks.ids()) {
        if (const int row = m_rows.rowOf(id); row >= 0)
            return m_rows.itemAt(row).client;
    }
    return m_rows.view().client.empty() ? m_client : m_rows.view().client;
}

/// Above the bar, where the eye is.
QPoint InboxBulk::menuPlace() const
{
    return m_list.bar()->mapToGlobal(QPoint(m_list.layoutDirection() == Qt::RightToLeft ? m_list.bar()->width() - 16 : 16, 0));
}

void InboxBulk::askSnooze()
{
    m_snooze->setClient(firstClient());
    m_snooze->ask(menuPlace(), [this](Timestamp until) {
        BulkAct act;
        act.kind = BulkKind::Snooze;
        act.until = until;
        ask(act);
    }, {});
}

void InboxBulk::askAssign()
{
    m_assign->ask({}, Owner {OwnerKind::Assistant, {}, {}}, menuPlace(), [this](const Owner &to, const std::vector<ClientId> &clients) {
        BulkAct act;
        act.kind = BulkKind::Assign;
        act.to = to;
        ask(act, {{}, clients});
    });
}

/// Those that all of the selected rows have are taken off by choosing them.
void InboxBulk::askLabel()
{
    if (!m_labels)
        m_labels = new LabelPicker(m_desk, m_page->window());
    QStringList common;
    bool first = true;
    for (const ConversationId &id : m_picks.ids()) {
        const int row = m_rows.rowOf(id);
        const QStringList has = row < 0 ? QStringList() : m_rows.itemAt(row).labels;
        if (std::exchange(first, false))
            common = has;
        else
            common.removeIf([&](const QString &one) { return !has.contains(one, Qt::CaseInsensitive); });
        if (common.isEmpty())
            break;
    }
    m_labels->ask(firstClient(), common, [this](const QString &label, bool on) {
        m_labels->close();
        BulkAct act;
        act.kind = BulkKind::Label;
        act.label = label.toStdString();
        act.takesOff = !on;
        ask(act);
    });
}

void InboxBulk::ask(const BulkAct &act, const BulkBasis &basis)
{
    if (!m_preview) {
        m_preview = new BulkPreview(m_page->window());
        connect(m_preview, &BulkPreview::left, this, [this] { m_picks.cancelPlan(); });
    }
    BulkBasis mine = basis;
    mine.me = m_desk.ephemera.me().id;
    m_picks.plan(act, mine, [this](int looked, int of) { m_preview->showProgress(looked, of); }, [this, me = mine.me](const BulkPlan &plan) {
        m_preview->showPlan(plan, time(), me, [this, plan] { give(plan); });
    });
}

void InboxBulk::give(const BulkPlan &plan)
{
    m_offered = OpId();
    m_givenTo.clear();
    for (const BulkStep &step : plan.steps)
        m_givenTo.push_back(step.conversation);
    m_clears = true;
    m_given = m_desk.acts.bulk(plan.act, plan.steps);
}

} // namespace foredeck::ui
