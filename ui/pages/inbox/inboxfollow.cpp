#include "ui/pages/inbox/inboxpage.h"

#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/toast.h"

#include <QAction>

/// Whether this person takes part in the open conversation.
namespace foredeck::ui {

namespace {

constexpr int followedMs = 4'000;

} // namespace

void InboxPage::addFollowCommand(CommandRegistry &commands)
{
    // Whoever only reads may follow, too.
    commands.add({QStringLiteral("conversation.follow"), CommandGroup::Conversation, tr("Follow or unfollow"), QStringLiteral("bell"), {Qt::Key_B}, tr("take part participate leave join subscribe notify"),
        [this] { return m_details.row() && isVisible() ? blockedTwice("follow") : tr("no conversation is open"); }, [this] { follow(); }});
}

bool InboxPage::isFollowing() const
{
    return participantOf(m_details.participants(), m_desk.ephemera.me().id) != nullptr;
}

/// The same key takes it back.
void InboxPage::follow()
{
    const bool on = !isFollowing();
    ask("follow", m_desk.acts.follow(ref(), on), conversation());
    thread()->toast()->say(on ? tr("You take part in this conversation") : tr("You take no part in this conversation any more"), nullptr, followedMs, false);
    if (m_commands)
        m_commands->refresh();
}

} // namespace foredeck::ui
