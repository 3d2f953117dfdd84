#include "server/services/conversation/replywindow.h"

#include "server/services/conversation/conversationwriter.h"
#include "server/storage/conversationrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int conversationsLookedAt = 20;

// Of two numbers of one person, whose threads were somebody else's once, each has a window of its own.
std::vector<Conversation> overTheSameDoor(Tx &tx, const Conversation &row)
{
    const auto isOthers = [&](const Conversation &one) { return !one.contact.empty() && !row.contact.empty() && one.contact != row.contact; };
    auto all = ConversationRepository::ofLead(tx, row.client, row.lead, {conversationsLookedAt, {}}).items;
    std::erase_if(all, [&](const Conversation &one) { return one.channel != row.channel || isOthers(one); });
    return all;
}

} // namespace

std::optional<Timestamp> replyWindowOf(Tx &tx, const Conversation &row)
{
    auto until = row.replyWindowUntil;
    if (row.channelKind != ChannelKind::WhatsApp)
        return until;
    for (const auto &one : overTheSameDoor(tx, row))
        until = std::max(until, one.replyWindowUntil);
    return until;
}

void shareReplyWindow(ActContext &act, const Conversation &written)
{
    if (written.channelKind != ChannelKind::WhatsApp)
        return;
    for (auto &one : overTheSameDoor(act.tx, written)) {
        const bool isPeoples = one.status != ConversationStatus::Ended && one.owner.kind != OwnerKind::Assistant;
        if (one.id == written.id || !isPeoples || one.replyWindowUntil >= written.replyWindowUntil)
            continue;
        one.replyWindowUntil = written.replyWindowUntil;
        saveConversation(act, one);
    }
}

} // namespace foredeck
