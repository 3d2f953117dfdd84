#pragma once

#include "models/domain/escalation.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck::ui {

/// The keys of a brief's next steps, 1 and 2. Until another brief is shown, also when this one is closed and opened between, a step
/// keeps the one it has, whatever comes before it, and no key of one that has gone becomes another's: who means to answer must
/// not call. What comes when both are taken has none until then.
class StepKeys {
public:
    static constexpr std::size_t most = 2;

    /// What is shown; of another hand-over it begins anew.
    void show(const EscalationId &id, const std::vector<NextAction> &actions);
    /// Which of them the key (from 0) means; nothing: none.
    std::optional<std::size_t> stepOf(std::size_t key, const std::vector<NextAction> &actions) const;
    /// The ones to be shown, by their place in `actions`: those with keys in the order of the keys, then what else is among the first.
    struct Step {
        std::size_t place = 0;
        std::optional<std::size_t> key; ///< from 0
        friend bool operator==(const Step &, const Step &) = default;
    };
    std::vector<Step> steps(const std::vector<NextAction> &actions) const;

private:
    EscalationId m_id;
    std::vector<std::string> m_names; ///< of the steps with keys, by their keys
};

} // namespace foredeck::ui
