#include "server/services/lead/leadacts.h"

#include "server/services/lead/leadedit.h"
#include "server/services/op/precondition.h"
#include "server/services/scoring/scoring.h"

#include <algorithm>
#include <numeric>

namespace foredeck {

namespace {

constexpr std::size_t mostFactors = 100;

} // namespace

Result<Lead> addScore(OpContext &op, const LeadId &id, int points, const std::string &label)
{
    if (const auto fits = fitText("label", label, 100); fits.hasError())
        return fits.error();
    const auto rules = scoreRules();
    if (std::any_of(rules.begin(), rules.end(), [&](const ScoreRule &rule) { return rule.key == label; }))
        return Error::invalid("label", "is the name of a published rule");
    if (points < -100 || points > 100 || points == 0)
        return Error::invalid("points", "must be -100 to 100 and not 0");
    auto found = findLead(op, id);
    if (found.hasError())
        return found;
    Lead &lead = found.value();
    auto &factors = lead.scoreFactors;
    std::erase_if(factors, [&](const ScoreFactor &factor) { return factor.label == label; });
    if (factors.size() >= mostFactors)
        return Error::invalid("label", "would be one more factor than a lead may have");
    factors.push_back({label, points, {}});
    const int sum = std::accumulate(factors.begin(), factors.end(), 0, [](int total, const ScoreFactor &factor) { return total + factor.points; });
    lead.score = std::clamp(sum, 0, 100);
    lead.temperature = temperatureOf(*lead.score);
    const auto saved = savedLead(op, lead);
    if (saved.hasError())
        return saved;
    lookAtScoreRules(op, id);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return saved;
}

} // namespace foredeck
