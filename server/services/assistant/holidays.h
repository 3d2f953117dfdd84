#pragma once

#include "models/core/time.h"
#include "server/services/language/words.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace foredeck {

struct HolidayMention {
    std::size_t end = 0; ///< after its last word
    LocalTime day; ///< the next one, today included
    std::optional<LocalTime> passed; ///< the last one, where it is only days ago: who asks about it may mean that
};

/// The longest name of a holiday that begins at a word ("Christmas Eve", "Karfreitag"), in the language or in English.
std::optional<HolidayMention> holidayAt(const std::vector<Word> &words, std::size_t at, std::string_view language, const LocalTime &today);

/// Whether the day is one on which many close, in this region ("US"; empty: in any).
bool isHoliday(const LocalTime &day, std::string_view region);

} // namespace foredeck
