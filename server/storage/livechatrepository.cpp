#include "server/storage/livechatrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

std::optional<LiveChatSession> oneSession(Tx &tx, Query query, std::initializer_list<Bind> binds)
{
    return rows::first(tx, query, binds, [&](const Row &row) {
        return std::optional {LiveChatSession {rows::textAt(row, 0), ClientId {row.text(1)}, rows::textAt(row, 2),
            ConversationId {row.text(3)}, LeadId {row.text(4)}, row.integer(5) != 0, rows::timeAt(row, 6), rows::timeAt(row, 7),
            rows::textAt(row, 8), rows::entity<Qualification>(tx, row.text(9)).value_or(Qualification {})}};
    });
}

} // namespace

std::optional<LiveChatSession> LiveChatRepository::find(Tx &tx, const ClientId &client, std::string_view id)
{
    return oneSession(tx, sql::live_chat_find, {{"client_id", client.value}, {"id", id}});
}

std::optional<LiveChatSession> LiveChatRepository::byToken(Tx &tx, std::string_view id, std::string_view tokenHash)
{
    return oneSession(tx, sql::live_chat_by_token, {{"id", id}, {"token_hash", tokenHash}});
}

std::optional<LiveChatSession> LiveChatRepository::byConversation(Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    return oneSession(tx, sql::live_chat_by_conversation, {{"client_id", client.value}, {"conversation_id", conversation.value}});
}

bool LiveChatRepository::insertIfNew(WriteTx &tx, const LiveChatSession &session)
{
    return tx.run(sql::live_chat_insert,
               {{"client_id", session.client.value}, {"id", session.id}, {"token_hash", session.tokenHash},
                   {"conversation_id", session.conversation.value}, {"lead_id", session.lead.value},
                   {"remote_loopback", session.remoteLoopback}, {"created_at", rows::time(session.createdAt)},
                   {"seen_at", rows::time(session.seenAt)}, {"name", session.name}, {"wishes", encode(session.wishes)}})
        == 1;
}

void LiveChatRepository::update(WriteTx &tx, const LiveChatSession &session)
{
    const auto changed = tx.run(sql::live_chat_update,
        {{"client_id", session.client.value}, {"id", session.id}, {"conversation_id", session.conversation.value},
            {"lead_id", session.lead.value}, {"remote_loopback", session.remoteLoopback}, {"seen_at", rows::time(session.seenAt)},
            {"name", session.name}, {"wishes", encode(session.wishes)}});
    if (changed != 1)
        tx.fail(Error::of(Error::Kind::NotFound, "live chat session: is not there"));
}

} // namespace foredeck
