#include "server/storage/sqlite/fulltext.h"

#include "models/core/text.h"
#include "storagesql.h"

#include <algorithm>

namespace foredeck::fulltext {

namespace {

// Empty, and the transaction failed, when the id is not a UUID: nothing else may become part of a statement.
std::string forClient(Tx &tx, Query pattern, const ClientId &client)
{
    if (!isUuid(client.value)) {
        tx.fail(Error::invalid("client_id", "is not a UUID"));
        return {};
    }
    std::string name = "knowledge_" + asciiLower(client.value);
    name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
    constexpr std::string_view hole = "{index}";
    std::string text {pattern};
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at + name.size()))
        text.replace(at, hole.size(), name);
    return text;
}

} // namespace

void create(WriteTx &tx, const ClientId &client)
{
    const auto text = forClient(tx, sql::fulltext_create, client);
    tx.run(text, {});
}

void insert(WriteTx &tx, const Document &document, std::int64_t row)
{
    const auto text = forClient(tx, sql::fulltext_insert, document.client);
    const std::int64_t isPublic = document.visibility == Visibility::Public ? 1 : 0;
    tx.run(text,
        {{"row_id", row}, {"document_id", document.id.value}, {"public", isPublic}, {"title", document.title},
            {"text", document.text}});
}

void remove(WriteTx &tx, const ClientId &client, std::int64_t row)
{
    const auto text = forClient(tx, sql::fulltext_remove, client);
    tx.run(text, {{"row_id", row}});
}

std::vector<SearchHit> search(Tx &tx, const ClientId &client, const SearchRequest &request)
{
    std::vector<SearchHit> hits;
    const auto match = matchOf(request.words);
    if (match.empty())
        return hits;
    const auto text = forClient(tx, sql::fulltext_search, client);
    const std::int64_t lowestPublic = request.internalToo ? 0 : 1;
    const std::int64_t limit = std::clamp(request.limit, 1, 500);
    tx.run(text, {{"match", match}, {"lowest_public", lowestPublic}, {"limit", limit}}, [&](const Row &row) {
        hits.push_back({DocumentId {row.text(0)}, row.real(1)});
        return true;
    });
    return hits;
}

std::string matchOf(const std::vector<SearchWord> &words)
{
    std::string match;
    for (const auto &word : words) {
        std::string quoted;
        for (const char c : word.text) {
            // FTS5 reads its expression up to a NUL.
            if (c == '\0')
                continue;
            quoted += c;
            if (c == '"')
                quoted += c;
        }
        if (quoted.empty())
            continue;
        match += (match.empty() ? "\"" : " OR \"") + quoted + (word.prefix ? "\"*" : "\"");
    }
    return match;
}

} // namespace foredeck::fulltext
