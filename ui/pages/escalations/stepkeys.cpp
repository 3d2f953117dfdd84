#include "ui/pages/escalations/stepkeys.h"

#include <algorithm>

namespace foredeck::ui {

namespace {

/// What makes a step the same one: a call is one to that number, to answer is to answer whatever is proposed for it.
std::vector<std::string> stepNamesOf(const std::vector<NextAction> &actions)
{
    std::vector<std::string> names;
    for (const NextAction &action : actions) {
        const bool answers = action.kind == "reply" || action.kind == "answer_question";
        const std::string name = answers ? action.kind : action.kind + '\n' + action.text;
        const auto before = std::count_if(names.begin(), names.end(), [&](const std::string &one) { return one.substr(0, one.rfind('\n')) == name; });
        names.push_back(name + '\n' + std::to_string(before));
    }
    return names;
}

} // namespace

void StepKeys::show(const EscalationId &id, const std::vector<NextAction> &actions)
{
    if (id != m_id)
        m_names.clear();
    m_id = id;
    const std::vector<std::string> names = stepNamesOf(actions);
    for (std::size_t i = 0; i < std::min(most, names.size()) && m_names.size() < most; ++i) {
        if (std::find(m_names.begin(), m_names.end(), names[i]) == m_names.end())
            m_names.push_back(names[i]);
    }
}

std::optional<std::size_t> StepKeys::stepOf(std::size_t key, const std::vector<NextAction> &actions) const
{
    const std::vector<std::string> names = stepNamesOf(actions);
    const auto found = key < m_names.size() ? std::find(names.begin(), names.end(), m_names[key]) : names.end();
    return found == names.end() ? std::nullopt : std::optional {static_cast<std::size_t>(found - names.begin())};
}

std::vector<StepKeys::Step> StepKeys::steps(const std::vector<NextAction> &actions) const
{
    std::vector<Step> steps;
    for (std::size_t key = 0; key < most; ++key) {
        if (const auto place = stepOf(key, actions))
            steps.push_back({*place, key});
    }
    for (std::size_t place = 0; place < std::min(most, actions.size()); ++place) {
        if (std::none_of(steps.begin(), steps.end(), [&](const Step &one) { return one.place == place; }))
            steps.push_back({place, std::nullopt});
    }
    return steps;
}

} // namespace foredeck::ui
