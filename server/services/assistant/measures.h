#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A length, depth or weight that a text tells: "46 ft", "4,9 m beam", "15 kg".
struct Measure {
    enum class Of { Length, Beam, Draft, Weight };
    Of of = Of::Length;
    double amount = 0; ///< in metres or kilograms
};

/// Those in a text, in their order; feet and pounds are turned into metres and kilograms. Pure.
std::vector<Measure> measuresIn(std::string_view text);

/// What a text says is the most that goes: of sentences with "up to", and of a channel's depth, whose title asks for it.
std::vector<Measure> limitsIn(std::string_view title, std::string_view text);

/// Whether one of the measures is more than the largest limit of its kind; where there is no such limit, it is not.
bool isOverLimit(const std::vector<Measure> &measures, const std::vector<Measure> &limits, Measure::Of of);

} // namespace foredeck
