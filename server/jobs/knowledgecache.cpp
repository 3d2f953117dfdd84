#include "server/jobs/knowledgecache.h"

#include "server/storage/knowledgerepository.h"

namespace foredeck {

namespace {

constexpr std::size_t mostDocuments = 20'000;
constexpr std::size_t mostSearchWords = 40;
constexpr std::size_t shortestPrefix = 3;

Result<std::vector<Document>> documentsOf(Store &store, const ClientId &client)
{
    std::vector<Document> documents;
    const auto read = store.read([&](Tx &tx) {
        documents.clear();
        PageRequest request;
        request.limit = 500;
        do {
            auto page = KnowledgeRepository::allDocuments(tx, client, request);
            documents.insert(documents.end(), std::make_move_iterator(page.items.begin()), std::make_move_iterator(page.items.end()));
            request.cursor = page.next;
        } while (!request.cursor.empty() && documents.size() < mostDocuments && !tx.error());
    });
    if (read.hasError())
        return read.error();
    return documents;
}

} // namespace

Result<std::shared_ptr<const PassageIndex>> KnowledgeCache::indexOf(const ClientId &client)
{
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock {m_mutex};
        if (const auto known = m_known.find(client); known != m_known.end())
            return known->second;
        generation = m_generation;
    }
    auto documents = documentsOf(m_store, client);
    if (documents.hasError())
        return documents.error();
    auto made = std::make_shared<const PassageIndex>(std::move(documents).value());
    const std::lock_guard lock {m_mutex};
    if (generation == m_generation)
        m_known[client] = made;
    return made;
}

void KnowledgeCache::committed(const std::vector<Event> &events)
{
    for (const auto &event : events) {
        if (!event.kind.starts_with("document."))
            continue;
        const std::lock_guard lock {m_mutex};
        ++m_generation;
        m_known.erase(ClientId {event.stream.substr(event.stream.find(':') + 1)});
    }
}

std::vector<ScoredPassage> ClientKnowledge::find(std::string_view question, std::string_view language, std::size_t limit) const
{
    SearchRequest request;
    request.limit = 40;
    for (auto &word : searchWordsOf(question, language)) {
        if (request.words.size() < mostSearchWords)
            request.words.push_back({word, word.size() >= shortestPrefix});
    }
    std::map<DocumentId, double> ranks;
    const auto read = m_store.read([&](Tx &tx) {
        ranks.clear();
        for (const auto &hit : KnowledgeRepository::search(tx, m_client, request))
            ranks[hit.document] = hit.bm25;
    });
    if (read.hasError())
        ranks.clear(); // the prepared index answers without them
    return m_index->rank(question, language, ranks, limit);
}

} // namespace foredeck
