#pragma once

#include <string_view>
#include <vector>

namespace foredeck::tests {

/// Labelled by hand after docs of the triage labels: urgency "emergency", "high", "normal" or "any"; the reason for a
/// person to take over, "" for none, "any".
struct TriageCase {
    std::string_view text;
    std::string_view urgency;
    std::string_view reason;
};
const std::vector<TriageCase> &triageCases();

} // namespace foredeck::tests
