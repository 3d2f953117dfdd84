#pragma once

#include "server/services/assistant/builtinengine.h"
#include "server/services/assistant/orchestrator.h"
#include "server/services/zones/serverzones.h"

#include <memory>
#include <string>
#include <vector>

namespace foredeck::tests {

/// A business as the assistant sees it, without a store.
struct Business {
    Client client;
    ClientSettings settings;
    std::vector<Location> locations;
    std::vector<Document> documents;
};

/// The clients of an init spec (resources/sample/business.json).
std::vector<Business> businessesOf(const std::string &path);

/// Looks up in a prepared index, without full-text ranks.
class IndexKnowledge final : public Knowledge {
public:
    explicit IndexKnowledge(std::vector<Document> documents) : m_index(std::move(documents)) { }
    std::vector<ScoredPassage> find(std::string_view question, std::string_view language, std::size_t limit) const override
    {
        return m_index.rank(question, language, {}, limit);
    }

private:
    PassageIndex m_index;
};

/// One conversation with the built-in engine: what the jobs do around planTurn, in memory.
class Simulator {
public:
    Simulator(Business business, ChannelKind channel, Timestamp start);

    /// The customer writes; the assistant takes its turn. Several texts are one turn.
    TurnPlan say(const std::string &text) { return say(std::vector<std::string> {text}); }
    TurnPlan say(const std::vector<std::string> &texts);
    TurnPlan sayWith(const Engine &engine, const std::string &text);

    TurnInput input;
    void write(MessageRole role, const std::string &text);
    void apply(const TurnPlan &plan);
    const Engine &engine() const { return m_engine; }

private:
    ServerZones m_zones;
    IndexKnowledge m_knowledge;
    BuiltinEngine m_engine;
};

} // namespace foredeck::tests
