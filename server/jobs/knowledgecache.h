#pragma once

#include "server/services/assistant/passages.h"
#include "server/storage/store.h"

#include <map>
#include <memory>
#include <mutex>

namespace foredeck {

/// Each client's documents, prepared for questions, made when first asked for and forgotten when a document changes.
/// Safe from any thread.
class KnowledgeCache {
public:
    explicit KnowledgeCache(Store &store) : m_store(store) { }
    /// Error: the documents could not be read.
    Result<std::shared_ptr<const PassageIndex>> indexOf(const ClientId &client);
    /// Events of a commit, on the writer's thread.
    void committed(const std::vector<Event> &events);

private:
    Store &m_store;
    std::mutex m_mutex;
    std::uint64_t m_generation = 0; ///< an index that was begun before a change must not be remembered after it
    std::map<ClientId, std::shared_ptr<const PassageIndex>> m_known;
};

/// One client's knowledge for one turn: the prepared index, with the ranks of the client's own full-text index.
class ClientKnowledge final : public Knowledge {
public:
    ClientKnowledge(Store &store, ClientId client, std::shared_ptr<const PassageIndex> index)
        : m_store(store), m_client(std::move(client)), m_index(std::move(index)) { }
    std::vector<ScoredPassage> find(std::string_view question, std::string_view language, std::size_t limit) const override;

private:
    Store &m_store;
    const ClientId m_client;
    const std::shared_ptr<const PassageIndex> m_index;
};

} // namespace foredeck
