#pragma once

#include "models/core/id.h"
#include "models/domain/knowledge.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck::fulltext {

/// SQLite's own part of the knowledge base: one FTS5 index per client, because bm25 takes its statistics from the whole
/// index. The one place where statements are made out of names, and only out of a client id that is a UUID.
void create(WriteTx &tx, const ClientId &client);
void insert(WriteTx &tx, const Document &document, std::int64_t row);
void remove(WriteTx &tx, const ClientId &client, std::int64_t row);
std::vector<SearchHit> search(Tx &tx, const ClientId &client, const SearchRequest &request);

/// The words as an FTS5 expression: each one a quoted string, joined by OR. Empty when there is none.
std::string matchOf(const std::vector<SearchWord> &words);

} // namespace foredeck::fulltext
