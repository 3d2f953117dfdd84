#pragma once

#include "tools/train/rows.h"
#include "tools/train/training.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace foredeck::training {

/// What one model is made of.
struct Lesson {
    std::vector<std::string> heads;
    std::vector<double> missedWeigh; ///< by head (training.h)
    std::vector<Sample> plain; ///< of each row
    std::vector<Sample> more; ///< as written in a hurry
    std::uint32_t places = 0;
};

inline constexpr int rounds = 12; ///< over all samples

/// server/services/triage/signs.model.
Lesson signLesson(const std::vector<Row> &rows);

/// server/services/language/languages.model: of each language that enough rows are in.
Lesson languageLesson(const std::vector<Row> &rows);

} // namespace foredeck::training
