#include "server/services/ingest/inturns.h"

#include <string_view>
#include <unordered_map>

namespace foredeck {

std::vector<std::int64_t> inTurns(const std::vector<InboxRepository::Head> &waiting, std::size_t limit)
{
    std::vector<std::vector<std::int64_t>> rounds(limit);
    std::unordered_map<std::string_view, std::size_t> seen; // how many of a sender
    for (const auto &head : waiting) {
        const auto round = head.sender.empty() ? 0 : seen[head.sender]++; // nobody knows whose: in its order
        if (round < limit) // no more rounds than rows can be asked for
            rounds[round].push_back(head.row);
    }
    std::vector<std::int64_t> rows;
    for (const auto &round : rounds) {
        for (const auto row : round) {
            if (rows.size() == limit)
                return rows;
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace foredeck
