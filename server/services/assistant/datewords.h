#pragma once

#include "models/core/time.h"
#include "server/services/language/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A day that a text names, read at a moment of the business's own clock.
struct DayMention {
    std::size_t first = 0; ///< words [first, end)
    std::size_t end = 0;
    LocalTime day; ///< the day meant; minuteOfDay is 0
    bool everyWeek = false; ///< "on Sundays", "Sunday": a weekday rather than one date
    bool weekend = false; ///< Saturday and Sunday; `day` is the Saturday
    bool named = false; ///< a weekday stands before its date
    std::optional<LocalTime> passed; ///< a feast that was only days ago; `day` is the next one
};

/// Days by name ("Friday", "heute", "el domingo"), by date ("March 4th", "4. März", "2026-03-04", "3/4" in the region's
/// order), by both ("friday 25": the next that is a Friday; where they disagree, the number counts), and from one to another ("12 to 15 December", "12.-15.12."; `day` is the first). A weekday is the next one, today
/// included; a date without a year the next of its kind. Pure.
std::vector<DayMention> daysIn(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today);

/// Whether a text names a day that is over or that no calendar has: "yesterday", "30 February", "4 March 2025".
bool namesNoDayToCome(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today);
/// Whether a text names a day that no calendar has, or a stay that ends before it begins: "31 February to 2 March".
bool namesImpossibleDay(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today);
/// By day; the time of day is left out.
bool isBefore(const LocalTime &a, const LocalTime &b);

/// `byDays` later, with its weekday; minuteOfDay is kept.
LocalTime shiftedDays(const LocalTime &day, int byDays);

} // namespace foredeck
