#pragma once

#include <string_view>
#include <vector>

namespace foredeck::tests {

/// What a front desk would do with a first message, labelled by hand: `expected` is "faq:" and the beginning of the
/// question whose answer is right, "hours:" and words of the answer, "ask", "hand_over", "emergency" or "talk".
struct AnswerCase {
    std::string_view business; ///< slug in resources/sample/business.json
    std::string_view text;
    std::string_view expected;
};
const std::vector<AnswerCase> &answerCases();

} // namespace foredeck::tests
