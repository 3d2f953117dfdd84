#include "server/storage/compositionrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

std::string nameOf(const ConversationId &conversation, std::string_view kind) { return conversation.value + ":" + std::string {kind}; }

ReadCursor cursorOf(const Row &row)
{
    return {UserId {row.text(0)}, ClientId {row.text(1)}, ConversationId {row.text(2)}, row.integer(3), row.integer(4)};
}

} // namespace

std::optional<Composition> CompositionRepository::find(Tx &tx, const UserId &user, const ConversationId &conversation, CompositionKind kind)
{
    const auto name = nameOf(conversation, foredeck::nameOf(kind));
    return rows::one<Composition>(tx, sql::composition_find, {{"user_id", user.value}, {"name", name}});
}

Page<Composition> CompositionRepository::ofUser(Tx &tx, const UserId &user, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    return rows::page<Composition>(tx, sql::composition_of_user, page,
        {{"user_id", user.value}, {"key", start.key}, {"id", start.id}, {"limit", rows::limitOf(page) + 1}});
}

void CompositionRepository::put(WriteTx &tx, Composition &composition)
{
    const auto name = nameOf(composition.conversation, composition.kind.text());
    composition.version = 1;
    tx.run(sql::composition_version, {{"user_id", composition.user.value}, {"name", name}}, [&](const Row &row) {
        composition.version = row.integer(0) + 1;
        return false;
    });
    tx.run(sql::composition_put,
        {{"user_id", composition.user.value}, {"name", name}, {"at", rows::time(composition.at)},
            {"version", composition.version}, {"body", encode(composition)}});
}

std::optional<ReadCursor> ReadCursorRepository::find(Tx &tx, const UserId &user, const ConversationId &conversation)
{
    return rows::first(tx, sql::read_cursor_find, {{"user_id", user.value}, {"conversation_id", conversation.value}},
        [](const Row &row) { return std::optional {cursorOf(row)}; });
}

Page<ReadCursor> ReadCursorRepository::ofUser(Tx &tx, const UserId &user, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page, {});
    const auto limit = static_cast<std::size_t>(rows::limitOf(page));
    Page<ReadCursor> result;
    tx.run(sql::read_cursor_of_user,
        {{"user_id", user.value}, {"id", start.id}, {"limit", static_cast<std::int64_t>(limit) + 1}}, [&](const Row &row) {
            if (result.items.size() == limit) {
                result.next = PageCursor {0, result.items.back().conversation.value}.text();
                return false;
            }
            result.items.push_back(cursorOf(row));
            return true;
        });
    return result;
}

bool ReadCursorRepository::advance(WriteTx &tx, ReadCursor &cursor)
{
    bool moved = false;
    tx.run(sql::read_cursor_advance,
        {{"user_id", cursor.user.value}, {"conversation_id", cursor.conversation.value}, {"client_id", cursor.client.value},
            {"position", cursor.position}},
        [&](const Row &row) {
            cursor.version = row.integer(0);
            moved = true;
            return false;
        });
    if (!moved) {
        if (auto stored = find(tx, cursor.user, cursor.conversation))
            cursor = std::move(*stored);
    }
    return moved;
}

} // namespace foredeck
