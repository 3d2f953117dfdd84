#include "ui/pages/inbox/inboxpage.h"

#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/kinsection.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/toast.h"

#include <algorithm>

/// Two leads that are one person, seen where one of them writes.
namespace foredeck::ui {

namespace {

constexpr int mergedHereMs = 10'000; ///< two names have to be read, and thought about

} // namespace

void InboxPage::bindMerge()
{
    connect(panel()->kin(), &KinSection::mergeWanted, this, [this](const LeadId &other) {
        if (const auto &page = m_lead.page())
            m_merge->ask(page->lead, other);
    });
    connect(panel()->kin(), &KinSection::partWanted, this, [this](const LeadId &other) {
        const auto &page = m_lead.page();
        if (!page)
            return;
        const auto &merged = page->kin.merged;
        const auto one = std::find_if(merged.begin(), merged.end(), [&](const Lead &lead) { return lead.id == other; });
        if (one != merged.end())
            m_merge->part(page->lead, *one);
    });
    connect(m_merge, &MergeAsker::trouble, this, [this](const QString &sentence) {
        thread()->toast()->dismiss(); // it was not done
        if (m_commands)
            m_commands->refresh();
        Q_EMIT trouble(sentence);
    });
    connect(m_merge, &MergeAsker::acted, this, [this](const QString &sentence, bool canUndo) {
        if (m_commands)
            m_commands->refresh();
        thread()->toast()->say(sentence, canUndo && m_commands ? m_commands->action(QStringLiteral("lead.part")) : nullptr, mergedHereMs, false);
    });
}

void InboxPage::addMergeCommands(CommandRegistry &commands)
{
    commands.add({QStringLiteral("lead.merge"), CommandGroup::Conversation, tr("Merge with another lead…"), QStringLiteral("people"), {}, tr("duplicate same person twice join"), [this] {
        return blockedWithout([this](const ConversationRow &) { return m_lead.page() ? QString() : tr("the lead is still being read"); });
    }, [this] { m_merge->ask(m_lead.page()->lead); }});
    commands.add({QStringLiteral("lead.part"), CommandGroup::Conversation, tr("Take the merge back"), QStringLiteral("undo"), {}, tr("undo unmerge separate split"),
        [this] { return m_merge->blockedUndo(); }, [this] { m_merge->undo(); }});
}

} // namespace foredeck::ui
