#include "server/services/sync/digest.h"

#include "server/services/secret/secretbox.h"
#include "server/storage/conversationrepository.h"

#include <charconv>

namespace foredeck {

namespace {

constexpr std::size_t maxConversations = 200;

Result<DigestRequest> digestRequest(std::string_view item)
{
    const auto at = item.find('@');
    DigestRequest request {ConversationId {item.substr(0, at)}, 0};
    const auto number = at == std::string_view::npos ? std::string_view {"0"} : item.substr(at + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), request.from);
    if (error != std::errc {} || end != number.data() + number.size() || request.conversation.empty())
        return Error::invalid("conversations", "must be <id>@<position>, separated by commas");
    return request;
}

} // namespace

Result<std::vector<DigestRequest>> digestRequests(std::string_view text)
{
    std::vector<DigestRequest> requests;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto request = digestRequest(text.substr(0, comma));
        if (request.hasError())
            return request.error();
        requests.push_back(request.value());
        text = comma == std::string_view::npos ? std::string_view {} : text.substr(comma + 1);
    }
    if (requests.size() > maxConversations)
        return Error::invalid("conversations", "names more than 200");
    return requests;
}

std::string digestHash(const std::vector<TimelineMark> &marks)
{
    std::string lines;
    for (const auto &mark : marks)
        lines += mark.id + ":" + std::to_string(mark.version) + "\n";
    return sha256Hex(lines);
}

std::vector<ConversationDigest> digests(Tx &tx, const ClientId &client, const std::vector<DigestRequest> &requests)
{
    std::vector<ConversationDigest> list;
    for (const auto &request : requests) {
        const auto conversation = ConversationRepository::byId(tx, client, request.conversation);
        if (!conversation)
            continue;
        const auto marks = TimelineRepository::marks(tx, client, request.conversation, request.from);
        list.push_back({request.conversation, conversation->version, request.from, static_cast<std::int64_t>(marks.size()),
            conversation->lastPosition, digestHash(marks)});
    }
    return list;
}

} // namespace foredeck
