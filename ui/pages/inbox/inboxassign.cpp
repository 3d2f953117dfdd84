#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/assignasker.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxfind.h"
#include "ui/pages/inbox/inboxviews.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/toast.h"
#include "ui/words/domainwords.h"

#include <QApplication>

#include <utility>

/// Giving the open conversation to somebody, and what is done with many.
namespace foredeck::ui {

namespace {

constexpr int assignedMs = 6'000;
constexpr int manyMs = 10'000; ///< there is more to look at

} // namespace

void InboxPage::addAssignCommand(CommandRegistry &commands)
{
    commands.add({QStringLiteral("conversation.assign"), CommandGroup::Conversation, tr("Assign…"), QStringLiteral("people"), {Qt::Key_A}, tr("give reassign colleague owner"),
        [this] {
            return blockedWithout([this](const ConversationRow &row) {
                if (row.status == ConversationStatus::Ended)
                    return tr("it is resolved");
                return holder().empty() ? blockedBehindReply("assign") : tr("somebody else is answering; take over first");
            });
        },
        [this] { askAssign(); }});
}

void InboxPage::askAssign()
{
    const ConversationRow asked = *m_details.row();
    m_assign->ask(asked.client, asked.owner, actsPlace(), [this, asked](const Owner &to, const std::vector<ClientId> &) { assign(asked, to); });
}

/// To oneself is to take it over: one is here.
void InboxPage::assign(const ConversationRow &row, const Owner &to)
{
    if (to.kind == OwnerKind::User && to.user == m_desk.ephemera.me().id) {
        if (row.id == conversation())
            takeOver();
        return;
    }
    actedByPerson();
    m_drafts.flush();
    const ConversationRef asked {row.client, row.id, row.lastPublicPosition};
    ask("assign", m_desk.acts.assign(asked, row.owner, to), asked.id);
    m_moveOn = asked.id;
    forgetUndo();
    // With an open escalation it is nobody's until they take it; and back to the assistant it would be settled.
    const Owner nobody {OwnerKind::Nobody, {}, {}};
    m_assigned = {asked, row.escalated && row.owner.kind == OwnerKind::Assistant ? nobody : row.owner, row.escalated ? nobody : to};
    if (m_commands)
        m_commands->refresh();
    const QString name = harmless(fromUtf8(to.name));
    QString words = tr("It belongs to nobody now");
    if (to.kind == OwnerKind::User)
        words = row.escalated ? tr("Given to %1, who is told of it").arg(name) : tr("Given to %1").arg(name);
    thread()->toast()->say(words, m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, assignedMs, false);
}

void InboxPage::undoAssign()
{
    const Assigned undone = std::exchange(m_assigned, {});
    const bool toAssistant = undone.before.kind == OwnerKind::Assistant;
    own(toAssistant ? m_desk.acts.release(undone.conversation, true) : m_desk.acts.assign(undone.conversation, undone.now, undone.before), undone.conversation.id);
    thread()->toast()->dismiss();
    if (m_commands)
        m_commands->refresh();
}

void InboxPage::bindBulk()
{
    m_bulk = new InboxBulk(m_desk, m_list_, *list(), this);
    connect(m_bulk, &InboxBulk::stepWanted, this, &InboxPage::step);
    connect(m_bulk, &InboxBulk::trouble, this, &InboxPage::trouble);
    connect(m_bulk, &InboxBulk::acted, this, [this](const std::vector<ConversationId> &conversations) {
        for (const ConversationId &id : conversations)
            m_list_.settle(id);
    });
    connect(m_bulk, &InboxBulk::done, this, [this](const QString &sentence, bool undoes) {
        // Their toast gives way.
        m_snoozed = m_resolved = {};
        m_assigned = {};
        m_dropped.clear();
        m_views->withdrawUndo();
        if (m_commands)
            m_commands->refresh();
        thread()->toast()->say(sentence, undoes && m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, manyMs, false);
    });
}

bool InboxPage::goBack()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool writes = focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
    if (!writes && m_bulk && m_bulk->isPicking()) {
        m_bulk->clear();
        return true;
    }
    if (m_find->close())
        return true;
    return InboxPanes::goBack();
}

} // namespace foredeck::ui
