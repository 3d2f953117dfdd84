#include "models/core/text.h"
#include "server/services/assistant/intake.h"

#include <algorithm>

/// What the record of a lead says that they want.
namespace foredeck {

std::string interestOf(const Lead &lead) { return lead.qualification.serviceInterest.empty() ? std::string {} : summaryOf(lead, "en"); }

bool isWishOfTalk(const Lead &lead, const Conversation &conversation, std::int64_t settled, const std::vector<Message> &history)
{
    constexpr std::chrono::hours withTheRecord {24};
    constexpr std::size_t charactersLookedAt = 1000;
    constexpr std::string_view ellipsis = "…"; // of what askedFor() cut
    const bool isFirst = conversation.channelKind == ChannelKind::LiveChat || lead.createdAt + withTheRecord >= conversation.createdAt;
    const auto &interest = lead.qualification.serviceInterest;
    if (interest.empty() || (isFirst && settled == 0))
        return true;
    std::string_view first = std::string_view {interest}.substr(0, interest.find(" · "));
    if (first.ends_with(ellipsis))
        first.remove_suffix(ellipsis.size());
    return std::any_of(history.begin(), history.end(),
        [&](const Message &m) { return m.role == MessageRole::Lead && !first.empty() && singleLine(m.text, charactersLookedAt).find(first) != std::string::npos; });
}

WishTold wishTold(const std::string &wish, const Lead &lead)
{
    const auto &interest = lead.qualification.serviceInterest;
    const auto summary = summaryOf(lead, "en");
    const auto first = interest.substr(0, interest.find(" · "));
    const bool isOnRecord = wish.empty() || (!first.empty() && wish.find(first) != std::string::npos);
    if (isOnRecord)
        return {interest.empty() ? wish : singleLine(interest, 120), summary};
    return {singleLine(interest.empty() ? wish : wish + " · " + interest, 120), summary.empty() ? wish : wish + "; " + summary};
}

} // namespace foredeck
