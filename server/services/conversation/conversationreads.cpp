#include "server/services/conversation/conversationreads.h"

#include "server/storage/decisionrepository.h"

namespace foredeck {

TimelinePiece timelineBefore(Tx &tx, const ClientId &client, const ConversationId &id, std::int64_t before, int limit)
{
    TimelinePiece piece;
    piece.items = TimelineRepository::before(tx, client, id, before, limit + 1);
    piece.more = static_cast<int>(piece.items.size()) > limit;
    if (piece.more)
        piece.items.pop_back();
    if (!piece.items.empty())
        piece.decisions = DecisionRepository::between(tx, client, id, piece.items.back().position, before);
    return piece;
}

} // namespace foredeck
