#pragma once

#include "models/domain/knowledge.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// One word to look for. Whatever it holds is taken as text, never as syntax.
struct SearchWord {
    std::string text;
    bool prefix = false; ///< words that begin with it too
};

struct SearchRequest {
    std::vector<SearchWord> words; ///< any of them
    bool internalToo = false; ///< else documents for the public only
    int limit = 20;
};

struct SearchHit {
    DocumentId document;
    double bm25 = 0; ///< as SQLite gives it: negative, the smaller the better; the title counts double
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// Knowledge bases and their documents (FAQs). Each client has a full-text index of its own, so that the statistics of
/// one tenant say nothing about another; documents enter and leave it in the transaction that writes them.
struct KnowledgeRepository {
    static std::optional<KnowledgeBase> base(Tx &tx, const ClientId &client, const KnowledgeBaseId &id);
    /// In the order in which they were made. `documents` is counted here, callers need not keep it.
    static std::vector<KnowledgeBase> bases(Tx &tx, const ClientId &client);
    static void insertBase(WriteTx &tx, const KnowledgeBase &base);
    static void updateBase(WriteTx &tx, KnowledgeBase &base);

    static std::optional<Document> document(Tx &tx, const ClientId &client, const DocumentId &id);
    /// The same title and text in this base, if it is there.
    static std::optional<Document> byHash(Tx &tx, const ClientId &client, const KnowledgeBaseId &base, std::string_view sha256);
    /// Newest change first.
    static Page<Document> documents(Tx &tx, const ClientId &client, const KnowledgeBaseId &base, const PageRequest &page);
    /// Of all bases, by id: for the snapshot.
    static Page<Document> allDocuments(Tx &tx, const ClientId &client, const PageRequest &page);
    /// The same content twice in one base is a Conflict.
    static void insert(WriteTx &tx, const Document &document);
    static void update(WriteTx &tx, Document &document);
    /// False when it is not there.
    static bool remove(WriteTx &tx, const ClientId &client, const DocumentId &id);

    /// Best first. Without a word that can be looked for: nothing.
    static std::vector<SearchHit> search(Tx &tx, const ClientId &client, const SearchRequest &request);
};

} // namespace foredeck
