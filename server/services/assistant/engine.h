#pragma once

#include "models/core/result.h"
#include "server/services/assistant/turn.h"
#include "server/services/triage/triage.h"

#include <string>
#include <vector>

namespace foredeck {

/// One turn as an engine sees it, after consent, ownership and the hand-over triggers have had their say.
struct EngineInput {
    const TurnInput &turn;
    std::vector<const Message *> messages; ///< of the customer, that wait for an answer
    std::string text; ///< all of them, parted by new lines
    std::string language; ///< to answer in
    const Triage &triage;
};

struct EngineAnswer {
    DecisionAction action = DecisionAction::Answered;
    std::string intent; ///< "faq", "hours", "intake", "greeting", "identity", …
    double confidence = 0;
    std::string text; ///< without the introduction of a first message
    std::optional<HandOver> handOver;
    std::vector<PassageUse> passages;
    std::vector<RuleTrace> rules;
    Lead lead; ///< as it came, with what was learned
    bool leadChanged = false;
    std::int64_t tokensIn = 0;
    std::int64_t tokensOut = 0;
};

/// Finds words for a turn. An engine may fail or throw; the orchestrator turns both into an honest hand-over. It claims
/// nothing that no record supports. Safe from any thread.
class Engine {
public:
    virtual ~Engine() = default;
    virtual std::string name() const = 0; ///< "builtin"
    virtual std::string model() const = 0;
    virtual Result<EngineAnswer> answer(const EngineInput &input) const = 0;
    /// What the business has told of whom to call while nobody is there; nothing where it told of none. For an emergency, which
    /// no engine answers.
    virtual std::optional<PassageUse> outsideHours(const EngineInput &) const { return std::nullopt; }
};

} // namespace foredeck
