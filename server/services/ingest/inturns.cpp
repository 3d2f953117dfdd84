#include "server/services/ingest/inturns.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace foredeck {

namespace {

/// What one client waits with.
class Waiting {
public:
    explicit Waiting(std::size_t limit) : m_rounds(limit) { }
    void add(const InboxRepository::Head &head)
    {
        const auto round = head.sender.empty() ? 0 : m_seen[head.sender]++; // nobody knows whose: in its order
        if (round < m_rounds.size()) // no more rounds than rows can be asked for
            m_rounds[round].push_back(head.row);
    }
    /// One of each sender before the second of any.
    std::vector<std::int64_t> rows(std::size_t limit) const
    {
        std::vector<std::int64_t> rows;
        for (const auto &round : m_rounds)
            rows.insert(rows.end(), round.begin(), round.end());
        rows.resize(std::min(rows.size(), limit));
        return rows;
    }

private:
    std::vector<std::vector<std::int64_t>> m_rounds;
    std::unordered_map<std::string_view, std::size_t> m_seen; ///< how many of a sender
};

} // namespace

std::vector<std::int64_t> inTurns(const std::vector<InboxRepository::Head> &waiting, std::size_t limit)
{
    std::map<ClientId, std::size_t> places;
    std::vector<Waiting> clients;
    for (const auto &head : waiting) {
        const auto [place, isNew] = places.try_emplace(head.client, clients.size());
        if (isNew)
            clients.emplace_back(limit);
        clients[place->second].add(head);
    }
    std::vector<std::vector<std::int64_t>> theirs;
    for (const auto &client : clients)
        theirs.push_back(client.rows(limit));
    std::vector<std::int64_t> rows;
    for (std::size_t turn = 0; turn < limit; ++turn) {
        for (const auto &client : theirs) {
            if (turn < client.size() && rows.size() < limit)
                rows.push_back(client[turn]);
        }
    }
    return rows;
}

} // namespace foredeck
