#pragma once

#include <array>
#include <chrono>
#include <map>
#include <string_view>

namespace foredeck::tests {

/// Answered by the assistant, beyond it, or none of its business.
inline constexpr std::array<std::string_view, 7> questions {"Do you have parking?", "When is breakfast?", "What time is check-in?", "Is there a helipad?", "Where is the boat?",
    "There is a fire in the kitchen!", "I want to speak to a human"};
/// By which an answer of the assistant's is known.
inline const std::map<std::string_view, std::string_view> answersInWords {{"Do you have parking?", "18 spaces"}, {"What time is check-in?", "15:00"}};
inline constexpr std::array<std::chrono::minutes, 4> snoozes {std::chrono::minutes {1}, std::chrono::minutes {1}, std::chrono::minutes {50}, std::chrono::minutes {50}};

} // namespace foredeck::tests
