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

inline constexpr std::string_view hotel = "casa-marisol", dental = "brightwater-dental", plumber = "quickvalve-plumbing", marina = "saltgrass-marina";
/// One of the sample's.
const Business &businessNamed(std::string_view slug);

/// Two minutes past ten in the morning in Miami.
inline constexpr const char *aFriday = "2026-11-20T15:02:11Z";
inline constexpr const char *aSunday = "2026-11-29T15:02:11Z"; ///< three days after Thanksgiving
inline constexpr const char *aMonday = "2026-11-30T15:02:11Z";
/// In the live chat of one of the sample's businesses.
Simulator talkTo(std::string_view slug, const char *at = aFriday);

/// What came of it, for a failure's message.
std::string told(const TurnPlan &plan);
bool holds(const TurnPlan &plan, std::string_view part);
bool fired(const TurnPlan &plan, std::string_view rule);

} // namespace foredeck::tests
